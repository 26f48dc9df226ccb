/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window does for the desktop around it: recent cases, files dropped in, its size remembered. */
#pragma once

#include "app/dtl-window.h"

G_BEGIN_DECLS

void dtl_window_recent_install (GtkWidgetClass *widget_class);
void dtl_window_recent_init (DtlWindow *self);
void dtl_window_drop_init (DtlWindow *self);
void dtl_window_state_init (DtlWindow *self);
void dtl_window_state_show_panes (DtlWindow *self);
void dtl_window_state_keep_panes (DtlWindow *self);

G_END_DECLS
