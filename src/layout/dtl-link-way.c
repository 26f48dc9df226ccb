/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way of a link: its ends, what is between them, where that is crossed, and the corners of all that. */
#include "config.h"

#include "layout/dtl-link-way-private.h"

/* Beyond the ends, so far a crossing is looked for; of ends further apart than that, beside the first one alone. */
#define REACH_PX 160
#define FAR_PX   800

/* Links in one gap stand apart by this. */
#define TRACK_PX 2

/* Drops a corner that lies on the straight line through the ones beside it. */
static void
add_point (DtlPlacedLink *link, int64_t x_px, int y_px)
{
  guint n = link->n_points;

  if (n > 0 && link->x_px[n - 1] == x_px && link->y_px[n - 1] == y_px)
    return;
  if (n > 1 && ((link->x_px[n - 1] == x_px && link->x_px[n - 2] == x_px) ||
                (link->y_px[n - 1] == y_px && link->y_px[n - 2] == y_px)))
    n--;
  link->x_px[n] = x_px;
  link->y_px[n] = y_px;
  link->n_points = n + 1;
}

/* From the gap before a row to where the row is crossed. A way with too many corners goes straight on. */
static void
add_crossings (const DtlLinkFinder *self, int track_px, DtlPlacedLink *link)
{
  const DtlLinkWay *way = &self->best;
  int half_px = MAX (self->layout->input.metrics.row_gap_px / 2, 1);

  for (guint i = 0; i < way->n_rows; i++)
    {
      int gap_px = way->goes_down ? way->rows[i]->y0_px - half_px : way->rows[i]->y1_px + half_px;

      if (i > 0 && (way->crossing_px[i] == way->crossing_px[i - 1] || link->n_points > DTL_LINK_MAX_POINTS - 8))
        continue;
      if (i > 0)
        add_point (link, link->x_px[link->n_points - 1], gap_px + track_px);
      add_point (link, way->crossing_px[i], (i == 0 ? way->from_gap_px : gap_px) + track_px);
    }
}

static void
set_points (const DtlLinkFinder *self, DtlPlacedLink *link)
{
  const DtlLinkWay *way = &self->best;
  int track_px = ((int) ((link->from_row + link->to_row + link->type) % 3) - 1) *
                 MIN (TRACK_PX, self->layout->input.metrics.row_gap_px / 3);

  link->n_points = 0;
  add_point (link, self->from.begin_x_px, dtl_link_end_get_edge_px (&self->from, way->from_gap_px));
  add_point (link, self->from.x_px, dtl_link_end_get_edge_px (&self->from, way->from_gap_px));
  add_point (link, self->from.x_px, way->from_gap_px + track_px);
  add_crossings (self, track_px, link);
  add_point (link, link->x_px[link->n_points - 1], way->to_gap_px + track_px);
  add_point (link, self->to.x_px, way->to_gap_px + track_px);
  add_point (link, self->to.x_px, dtl_link_end_get_edge_px (&self->to, way->to_gap_px));
  add_point (link, self->to.begin_x_px, dtl_link_end_get_edge_px (&self->to, way->to_gap_px));
}

void
dtl_link_find_way (DtlLayout *layout, const DtlItem *from, const DtlItem *to, DtlPlacedLink *link)
{
  g_autoptr (GArray) obstacles = g_array_new (FALSE, FALSE, sizeof (DtlLinkObstacle));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (int64_t));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (DtlLinkRow));
  DtlLinkFinder self = {
    .layout = layout, .obstacles = obstacles, .places = places, .rows = rows, .best.cost = INT64_MAX
  };
  int64_t x0_px;
  int64_t x1_px;

  dtl_link_end_init (layout, from, link->from_row, &self.from);
  dtl_link_end_init (layout, to, link->to_row, &self.to);
  x0_px = MIN (self.from.x_px, self.to.x_px) - REACH_PX;
  x1_px = MAX (self.from.x_px, self.to.x_px) + REACH_PX;
  if (x1_px - x0_px > FAR_PX)
    {
      x0_px = self.from.x_px - REACH_PX;
      x1_px = self.from.x_px + REACH_PX;
    }
  dtl_link_finder_gather (&self, x0_px, x1_px);
  dtl_link_finder_find (&self);
  set_points (&self, link);
}
