/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links between events as ways on the line: from mark to mark, along the gaps between rows, and across rows where no
 * label stands. A way depends on the layout alone, never on what else of it is in view.
 *
 *         o Title ─╮                   out of the mark up or down, along the gap beside its row, across other rows
 *   ╭──────────────╯                   where they are free, along the gap beside the other row, and in
 *   ▼
 *   o Title
 */
#pragma once

#include "layout/dtl-layout.h"

G_BEGIN_DECLS

/* The most corners of a way, its ends included. */
#define DTL_LINK_MAX_POINTS 64

/**
 * DtlPlacedLink: a link and its way; it reads along it: "@from_row responds to @to_row".
 * @x_px, @y_px: the corners, @n_points of them, each above, below or beside the one before; world pixels, and from the
 * top of the first lane. The ends are at the edges of marks or clusters
 */
typedef struct
{
  uint32_t from_row;
  uint32_t to_row;
  DtlLinkType type;
  guint n_points;
  int64_t x_px[DTL_LINK_MAX_POINTS];
  int y_px[DTL_LINK_MAX_POINTS];
} DtlPlacedLink;

/**
 * dtl_layout_get_links:
 * @items: those in view; see dtl_layout_get_items_in()
 * @x0_px, @x1_px: the view
 * @selected_row: whose links are wanted, however far away the other event is; UINT32_MAX for none
 * @shows_all: whether those of all events in @items are wanted, to events in view or near it
 *
 * Links to events without a date or hidden by the filter have no way. The cost is that of the links of what is in view.
 *
 * Returns: (element-type DtlPlacedLink) (transfer full): each link once, in the order of rows
 */
GArray *dtl_layout_get_links (DtlLayout *self,
                              const GPtrArray *items,
                              int64_t x0_px,
                              int64_t x1_px,
                              uint32_t selected_row,
                              gboolean shows_all);

/** DTL_LINKS_MOST: so many dtl_layout_get_links() gives at most: nobody could follow more. */
#define DTL_LINKS_MOST 256

/* How many there are of those that dtl_layout_get_links() is asked for with @shows_all; more than it gives where they
 * are too many. The arguments are the same. */
guint dtl_layout_count_links (DtlLayout *self, const GPtrArray *items, int64_t x0_px, int64_t x1_px);

/* How far a point is from a way, in pixels. */
double dtl_placed_link_distance_px (const DtlPlacedLink *self, int64_t x_px, int y_px);

G_END_DECLS
