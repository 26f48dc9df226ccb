/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a person changes the settings. Each row is bound to a key; there is nothing to apply. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DTL_TYPE_PREFERENCES_WINDOW (dtl_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (DtlPreferencesWindow, dtl_preferences_window, DTL, PREFERENCES_WINDOW, AdwWindow)

void dtl_preferences_window_show (GtkWindow *parent);

G_END_DECLS
