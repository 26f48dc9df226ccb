/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the rows between the ends of a link are crossed. Only what runs up or down can meet anything: the gaps between
 * rows are free from end to end. So each row is crossed where that costs least, counting the way there along the gap: a
 * shortest path through a grid of rows and of places beside what stands in them, found row by row (dynamic
 * programming).
 */
#include "config.h"

#include <stdlib.h>

#include "layout/dtl-link-way-private.h"

/* What it costs to make a turn, and to set out in the wrong direction. */
#define COST_TURN 24
#define COST_AWAY 60

/* Along a gap, in one direction: each place may be come to from the best one passed so far. */
static void
sweep (const DtlLinkFinder *self, const int64_t *before, int step, int64_t *costs, guint8 *came_from)
{
  const int64_t *places = (const int64_t *) (const void *) self->places->data;
  int n_places = (int) self->places->len;
  int best = step > 0 ? 0 : n_places - 1;

  for (int i = best; i >= 0 && i < n_places; i += step)
    {
      int64_t best_cost = before[best] + ABS (places[i] - places[best]);

      if (best_cost + 2 * COST_TURN < costs[i])
        {
          costs[i] = best_cost + 2 * COST_TURN;
          came_from[i] = (guint8) best;
        }
      if (before[i] < best_cost)
        best = i;
    }
}

/* What each place costs after a gap, and from where it is come to. */
static void
move_along_gap (const DtlLinkFinder *self, int64_t *costs, guint8 *came_from)
{
  g_autofree int64_t *before = g_memdup2 (costs, sizeof (int64_t) * self->places->len);

  for (guint i = 0; i < self->places->len; i++)
    came_from[i] = (guint8) i;
  sweep (self, before, 1, costs, came_from);
  sweep (self, before, -1, costs, came_from);
}

/* Crosses the rows of @way one after the other and fills in where. */
static void
cross_rows (const DtlLinkFinder *self, DtlLinkWay *way)
{
  const int64_t *places = (const int64_t *) (const void *) self->places->data;
  guint n_places = self->places->len;
  g_autofree int64_t *costs = g_new (int64_t, n_places);
  g_autofree guint8 *came_from = g_new0 (guint8, (gsize) n_places * MAX (way->n_rows, 1));
  guint at = 0;

  for (guint i = 0; i < n_places; i++)
    costs[i] = ABS (places[i] - self->from.x_px) + (places[i] != self->from.x_px ? 2 * COST_TURN : 0);
  for (guint row = 0; row < way->n_rows; row++)
    {
      if (row > 0)
        move_along_gap (self, costs, &came_from[(gsize) row * n_places]);
      for (guint i = 0; i < n_places; i++)
        costs[i] += dtl_link_finder_get_cost (self, places[i], way->rows[row]->y0_px, way->rows[row]->y1_px);
    }
  for (guint i = 0; i < n_places; i++)
    {
      costs[i] += ABS (places[i] - self->to.x_px) + (places[i] != self->to.x_px ? 2 * COST_TURN : 0);
      if (costs[i] < costs[at])
        at = i;
    }
  way->cost += costs[at];
  for (guint row = way->n_rows; row-- > 0;)
    {
      way->crossing_px[row] = places[at];
      if (row > 0)
        at = came_from[(gsize) row * n_places + at];
    }
}

static void
list_rows (const DtlLinkFinder *self, DtlLinkWay *way)
{
  int y0_px = MIN (way->from_gap_px, way->to_gap_px);
  int y1_px = MAX (way->from_gap_px, way->to_gap_px);

  way->goes_down = way->to_gap_px > way->from_gap_px;
  for (guint i = 0; i < self->rows->len && way->n_rows < DTL_LINK_MAX_ROWS; i++)
    {
      guint at = way->goes_down ? i : self->rows->len - 1 - i;
      const DtlLinkRow *row = &g_array_index (self->rows, DtlLinkRow, at);

      if (row->y0_px >= y0_px && row->y1_px <= y1_px)
        way->rows[way->n_rows++] = row;
    }
}

/* Leaving and arriving on given sides. */
static void
try_sides (DtlLinkFinder *self, gboolean leaves_below, gboolean arrives_below)
{
  DtlLinkWay way = { dtl_link_end_get_gap_px (self, &self->from, leaves_below),
                     dtl_link_end_get_gap_px (self, &self->to, arrives_below),
                     FALSE,
                     0,
                     { NULL },
                     { 0 },
                     0 };
  gboolean goes_down = self->to.y_px > self->from.y_px;

  if (leaves_below != goes_down)
    way.cost += COST_AWAY;
  if (arrives_below == goes_down)
    way.cost += COST_AWAY;
  way.cost += dtl_link_finder_get_cost (self, self->from.x_px, dtl_link_end_get_edge_px (&self->from, way.from_gap_px),
                                        way.from_gap_px);
  way.cost += dtl_link_finder_get_cost (self, self->to.x_px, dtl_link_end_get_edge_px (&self->to, way.to_gap_px),
                                        way.to_gap_px);
  list_rows (self, &way);
  if (way.n_rows > 0)
    cross_rows (self, &way);
  else
    way.cost += ABS (self->from.x_px - self->to.x_px);
  if (way.cost < self->best.cost)
    self->best = way;
}

void
dtl_link_finder_find (DtlLinkFinder *self)
{
  for (int sides = 0; sides < 4; sides++)
    try_sides (self, (sides & 1) != 0, (sides & 2) != 0);
}
