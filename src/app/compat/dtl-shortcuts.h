/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window of keyboard shortcuts, which GTK makes of gtk/help-overlay.ui for each window. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *dtl_shortcuts_find_window (GtkWindow *parent);

G_END_DECLS
