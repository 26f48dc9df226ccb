/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Above a source's text while something is searched for: in how many places of the text it stands, and steps from one
 * to the next. It marks them too. */
#pragma once

#include "app/source/dtl-hit-tags.h"
#include "app/source/dtl-passage-follower.h"

G_BEGIN_DECLS

#define DTL_TYPE_HITS_BAR (dtl_hits_bar_get_type ())
G_DECLARE_FINAL_TYPE (DtlHitsBar, dtl_hits_bar, DTL, HITS_BAR, GtkWidget)

void dtl_hits_bar_attach (DtlHitsBar *self, GtkTextView *text_view, DtlPassageFollower *follower);
void dtl_hits_bar_update_colours (DtlHitsBar *self);
void dtl_hits_bar_set_places (DtlHitsBar *self, const GArray *places, DtlId text);
void dtl_hits_bar_show_place (DtlHitsBar *self, int64_t start_cp);

G_END_DECLS
