/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application: one process, one window a case, the actions that belong to no window. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DTL_TYPE_APPLICATION (dtl_application_get_type ())
G_DECLARE_FINAL_TYPE (DtlApplication, dtl_application, DTL, APPLICATION, AdwApplication)

DtlApplication *dtl_application_new (void);
void dtl_application_open_path (DtlApplication *self, const char *path, GtkWindow *from);

G_END_DECLS
