/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar in which a person searches: words, how many events have them, steps from one to the next, and a switch that
 * hides all others. */
#pragma once

#include <gtk/gtk.h>

#include "app/dtl-session.h"

G_BEGIN_DECLS

#define DTL_TYPE_FIND_BAR (dtl_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (DtlFindBar, dtl_find_bar, DTL, FIND_BAR, GtkWidget)

/**
 * DtlFindBar:search-mode: whether the bar is open. Closing it ends the search and gives the focus back.
 * DtlFindBar:only-matches: whether the words are the filter's too.
 * DtlFindBar::match-shown: the person stepped to an event, or to a place in a source's text.
 */

void dtl_find_bar_set_session (DtlFindBar *self, DtlSession *session);
void dtl_find_bar_open (DtlFindBar *self);
void dtl_find_bar_step (DtlFindBar *self, int step);

G_END_DECLS
