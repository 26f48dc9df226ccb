/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the facts of an event are cut that do not fit: below a date, or at least between two lines. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

int dtl_facts_cut_find (GtkWidget *box, int width_px, int wanted_px, int most_px);

G_END_DECLS
