/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window of keyboard shortcuts, made of ui/help-overlay.ui when it is asked for. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dtl_shortcuts_show (GtkWindow *parent);

G_END_DECLS
