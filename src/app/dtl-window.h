/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: one case, with its actors at the left, its timeline in the middle and the evidence at the right. */
#pragma once

#include "app/dtl-application.h"

G_BEGIN_DECLS

#define DTL_TYPE_WINDOW (dtl_window_get_type ())
G_DECLARE_FINAL_TYPE (DtlWindow, dtl_window, DTL, WINDOW, AdwApplicationWindow)

DtlWindow *dtl_window_new (DtlApplication *application);
DtlWindow *dtl_window_new_for_path (DtlApplication *application, const char *path);
void dtl_window_open_path (DtlWindow *self, const char *path);
void dtl_window_present_soon (DtlWindow *self);
const char *dtl_window_get_path (DtlWindow *self);
gboolean dtl_window_is_free (DtlWindow *self);

G_END_DECLS
