/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings a row of a column view into view. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dtl_scroll_to (GtkColumnView *view, guint position);

G_END_DECLS
