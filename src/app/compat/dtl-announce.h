/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says something to who listens rather than looks: that a filter hid events, how many a search found, how far the view
 * was zoomed. Not for what a focused widget says of itself. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dtl_announce (GtkWidget *widget, const char *message);

/* What a toast says: libadwaita announces its toasts itself where GTK can. */
void dtl_announce_toast (GtkWidget *widget, const char *message);

/* Before the first word: a screen reader hears only what it has met. */
void dtl_announce_prepare (GtkWidget *window);

G_END_DECLS
