/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signs at the marks of an event ("sources differ", "alleged"): how many there are and how far they reach, for
 * placing as well as for painting. A competing claim has its sign in its mark; where the accepted mark covers that, the
 * sign stands at the main mark, once, and so does that of what is alleged. */
#pragma once

#include "layout/dtl-layout.h"

G_BEGIN_DECLS

/* The mark at which signs stand: the first accepted one, else the first. @n_marks: at least 1 */
const DtlPlacedMark *dtl_signs_find_main_mark (const DtlPlacedMark *marks, guint n_marks);
/* Whether there is a mark to be seen beside bar and band. */
gboolean dtl_signs_is_mark_drawn (const DtlPlacedMark *mark);
/* Whether a competing claim has its sign in its own mark. */
gboolean dtl_signs_is_in_mark (const DtlPlacedMark *marks, guint n_marks, guint index, int mark_size_px);
/* How many signs stand at the main mark, 0 to 2. */
guint dtl_signs_count (const DtlPlacedMark *marks, guint n_marks, gboolean is_alleged, int mark_size_px);
/* In a row beside the main mark: how far the middle of a sign is from that of the mark, on no other mark of the event.
 * @side: 1 for right of it, -1 for left; @index: from 0, away from it */
double dtl_signs_offset_px (const DtlPlacedMark *marks, guint n_marks, int mark_size_px, int side, guint index);
/* How far the first @n_signs of them reach from there, on whichever side that is further; 0 for none. */
int dtl_signs_reach_px (const DtlPlacedMark *marks, guint n_marks, int mark_size_px, guint n_signs);

G_END_DECLS
