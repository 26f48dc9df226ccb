/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the sidebar: something that can be on or off, and in how many events it occurs. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *dtl_filter_row_new (const char *name, guint n_events);
void dtl_filter_row_set_on (GtkWidget *row, gboolean on);

G_END_DECLS
