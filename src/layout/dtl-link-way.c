/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way of a link. Only what runs up or down can meet anything: the gaps between rows are free from end to end. So
 * each row between the ends is crossed where that costs least, counting the way there along the gap: a shortest path
 * through a grid of rows and of places beside what stands in them, found row by row (dynamic programming).
 */
#include "config.h"

#include <stdlib.h>

#include "layout/dtl-links-private.h"
#include "layout/dtl-signs.h"

/* Beyond the ends, so far a crossing is looked for; of ends further apart than that, beside the first one alone. */
#define REACH_PX 160
#define FAR_PX   800

/* Between a crossing and what it passes, and between a title and a way that begins beside it. */
#define CLEARANCE_PX 4
#define BESIDE_PX    6

/* A crowd is not searched to the last gap. */
#define MAX_OBSTACLES 512
#define MAX_PLACES    128
#define MAX_ROWS      160

/* What it costs to run over something, to make a turn, and to set out in the wrong direction. */
#define COST_WORDS 20000
#define COST_MARK  5000
#define COST_BAR   20
#define COST_TURN  24
#define COST_AWAY  60

/* Links in one gap stand apart by this. */
#define TRACK_PX 2

/** Obstacle: what a crossing should not run over. */
typedef struct
{
  int64_t x0_px;
  int64_t x1_px;
  int y0_px;
  int y1_px;
  int cost;
} Obstacle;

/**
 * End: one end of a link.
 * @begin_x_px: where it touches what is drawn; other than @x_px, where it goes up or down, it begins on a level
 * @row_y0_px, @row_y1_px: its row
 * @reach_px: from the middle to the edge of what is drawn
 */
typedef struct
{
  const DtlItem *item;
  int64_t begin_x_px;
  int64_t x_px;
  int y_px;
  int reach_px;
  int row_y0_px;
  int row_y1_px;
} End;

/** Row: of a lane; what is beyond its upper and lower edge is a gap. */
typedef struct
{
  int y0_px;
  int y1_px;
} Row;

/** Way: one that was found. @crossing_px: where each row is crossed, from the first end on */
typedef struct
{
  int from_gap_px;
  int to_gap_px;
  gboolean goes_down;
  guint n_rows;
  const Row *rows[MAX_ROWS];
  int64_t crossing_px[MAX_ROWS];
  int64_t cost;
} Way;

typedef struct
{
  DtlLayout *layout;
  End from;
  End to;
  GArray *obstacles; /* of Obstacle */
  GArray *places;    /* of int64_t, ascending: where rows may be crossed */
  GArray *rows;      /* of Row, from top to bottom */
  Way best;
} Finder;

/* The main mark. */
static int64_t
find_mark_px (const DtlLayout *layout, const DtlPlacedMark *marks, guint n_marks, uint32_t row)
{
  for (guint i = 0; i < n_marks; i++)
    if (marks[i].mark == dtl_columns_get_main_mark (layout->input.columns, row))
      return marks[i].x_px;
  return dtl_signs_find_main_mark (marks, n_marks)->x_px;
}

/* A bar with its title above and its date below is left beside these, or where it ends. */
static void
leave_beside_label (const DtlPlacedMark *marks, End *end)
{
  const DtlItem *item = end->item;
  int64_t label_px = item->label_end ? item->label_x_px : item->label_x_px + item->label_width_px;
  int64_t bar_px = end->x_px;

  for (guint i = 0; i < item->n_marks; i++)
    bar_px = item->label_end ? MIN (bar_px, MIN (marks[i].band_x0_px, marks[i].x_px - end->reach_px))
                             : MAX (bar_px, MAX (marks[i].band_x1_px, marks[i].x_px + end->reach_px));
  end->x_px = item->label_end ? label_px - BESIDE_PX : label_px + BESIDE_PX;
  end->begin_x_px = end->x_px;
  if (item->label_end ? bar_px > end->x_px : bar_px < end->x_px)
    end->begin_x_px = bar_px;
}

static void
init_end (DtlLayout *layout, const DtlItem *item, uint32_t row, End *end)
{
  const DtlPlacedMark *marks = dtl_layout_get_item_marks (layout, item);
  const DtlRowShape *shape = &layout->shapes[layout->states[item->lane].has_bands ? 1 : 0];
  int row_px = item->axis_y_px - shape->axis_px; /* a cluster is lower than its row */

  *end = (End){ .item = item, .row_y0_px = row_px, .row_y1_px = row_px + shape->height_px };
  if (item->n_marks > 0)
    {
      end->x_px = find_mark_px (layout, marks, item->n_marks, row);
      end->y_px = item->axis_y_px;
      end->reach_px = layout->input.metrics.mark_size_px / 2 + 1;
    }
  else
    {
      end->x_px = (item->x0_px + item->x1_px) / 2;
      end->y_px = (item->y0_px + item->y1_px) / 2;
      end->reach_px = (item->y1_px - item->y0_px) / 2;
    }
  end->begin_x_px = end->x_px;
  if (item->label_above && item->label != NULL)
    leave_beside_label (marks, end);
}

/* --- obstacles -------------------------------------------------------------------------------------------------- */

static void
add_obstacle (Finder *self, int64_t x0_px, int64_t x1_px, int y0_px, int y1_px, int cost)
{
  Obstacle obstacle = { x0_px - CLEARANCE_PX, x1_px + CLEARANCE_PX, y0_px, y1_px, cost };

  if (x1_px > x0_px && self->obstacles->len < MAX_OBSTACLES)
    g_array_append_val (self->obstacles, obstacle);
}

static void
add_words (Finder *self, const DtlItem *item)
{
  const DtlRowShape *shape = &self->layout->shapes[0];
  int64_t x1_px = item->label_x_px + item->label_width_px;

  if (item->label == NULL)
    return;
  add_obstacle (self, item->label_x_px, x1_px, item->label_y_px, item->label_y_px + shape->title_px, COST_WORDS);
  if (item->date_label != NULL)
    add_obstacle (self, item->label_x_px, x1_px, item->date_y_px, item->date_y_px + shape->date_px, COST_WORDS);
}

static void
add_marks (Finder *self, const DtlItem *item)
{
  const DtlPlacedMark *marks = dtl_layout_get_item_marks (self->layout, item);
  int half_px = self->layout->input.metrics.mark_size_px / 2;
  int y0_px = item->axis_y_px - half_px, y1_px = item->axis_y_px + half_px;

  for (guint i = 0; i < item->n_marks; i++)
    {
      add_obstacle (self, marks[i].x_px - half_px, marks[i].x_px + half_px, y0_px, y1_px, COST_MARK);
      if (marks[i].band_x1_px > marks[i].band_x0_px)
        add_obstacle (self, marks[i].band_x0_px, marks[i].band_x1_px, y0_px, y1_px, COST_BAR);
    }
}

static void
gather_obstacles (Finder *self, int64_t x0_px, int64_t x1_px)
{
  g_autoptr (GPtrArray) items =
      dtl_layout_get_items_in (self->layout, x0_px, x1_px, MIN (self->from.row_y0_px, self->to.row_y0_px),
                               MAX (self->from.row_y1_px, self->to.row_y1_px));

  for (guint i = 0; i < items->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (items, i);

      if (item->kind == DTL_ITEM_EVENT)
        {
          add_words (self, item);
          add_marks (self, item);
        }
      else
        add_obstacle (self, item->x0_px, item->x1_px, item->y0_px, item->y1_px, COST_WORDS);
    }
}

/* --- rows and places -------------------------------------------------------------------------------------------- */

/* The rows of all lanes from one end to the other, these included. */
static void
gather_rows (Finder *self)
{
  const DtlLayout *layout = self->layout;
  guint first = MIN (self->from.item->lane, self->to.item->lane);
  guint last = MAX (self->from.item->lane, self->to.item->lane);
  int y0_px = MIN (self->from.row_y0_px, self->to.row_y0_px);
  int y1_px = MAX (self->from.row_y1_px, self->to.row_y1_px);

  for (guint i = first; i <= last; i++)
    {
      const DtlLaneState *lane = &layout->states[i];
      int height_px = layout->shapes[lane->has_bands ? 1 : 0].height_px;

      for (guint j = 0; j < lane->n_item_rows + 1; j++)
        {
          Row row = { lane->y_px + (int) j * (height_px + layout->input.metrics.row_gap_px), 0 };

          row.y1_px = row.y0_px + height_px;
          if (row.y0_px >= y0_px && row.y1_px <= y1_px &&
              row.y1_px <= layout->lane_infos[i].y_px + layout->lane_infos[i].height_px)
            g_array_append_val (self->rows, row);
        }
    }
}

static int
compare_places (const void *a, const void *b)
{
  int64_t first = *(const int64_t *) a;
  int64_t second = *(const int64_t *) b;

  return (first > second) - (first < second);
}

static void
add_place (Finder *self, int64_t x_px, int64_t x0_px, int64_t x1_px)
{
  if (self->places->len < MAX_PLACES && x_px >= x0_px && x_px <= x1_px)
    g_array_append_val (self->places, x_px);
}

static void
gather_places (Finder *self, int64_t x0_px, int64_t x1_px)
{
  add_place (self, self->from.x_px, x0_px, x1_px);
  add_place (self, self->to.x_px, x0_px, x1_px);
  for (guint i = 0; i < self->obstacles->len; i++)
    {
      const Obstacle *obstacle = &g_array_index (self->obstacles, Obstacle, i);

      add_place (self, obstacle->x0_px - 1, x0_px, x1_px);
      add_place (self, obstacle->x1_px + 1, x0_px, x1_px);
    }
  g_array_sort (self->places, compare_places);
}

/* --- ways ------------------------------------------------------------------------------------------------------- */

/* What it costs to go up or down at @x_px. */
static int64_t
cost_of_crossing (const Finder *self, int64_t x_px, int y0_px, int y1_px)
{
  int64_t cost = 0;

  for (guint i = 0; i < self->obstacles->len; i++)
    {
      const Obstacle *obstacle = &g_array_index (self->obstacles, Obstacle, i);

      if (x_px >= obstacle->x0_px && x_px <= obstacle->x1_px && MAX (y0_px, y1_px) > obstacle->y0_px &&
          MIN (y0_px, y1_px) < obstacle->y1_px)
        cost += obstacle->cost;
    }
  return cost;
}

/* Along a gap, in one direction: each place may be come to from the best one passed so far. */
static void
sweep (const Finder *self, const int64_t *before, int step, int64_t *costs, guint8 *came_from)
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
move_along_gap (const Finder *self, int64_t *costs, guint8 *came_from)
{
  g_autofree int64_t *before = g_memdup2 (costs, sizeof (int64_t) * self->places->len);

  for (guint i = 0; i < self->places->len; i++)
    came_from[i] = (guint8) i;
  sweep (self, before, 1, costs, came_from);
  sweep (self, before, -1, costs, came_from);
}

/* Crosses the rows of @way one after the other and fills in where. */
static void
cross_rows (const Finder *self, Way *way)
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
        costs[i] += cost_of_crossing (self, places[i], way->rows[row]->y0_px, way->rows[row]->y1_px);
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

/* The gap above or below an end's row. */
static int
gap_y_px (const Finder *self, const End *end, gboolean is_below)
{
  int half_px = MAX (self->layout->input.metrics.row_gap_px / 2, 1);

  return is_below ? end->row_y1_px + half_px : end->row_y0_px - half_px;
}

/* Where a way to a gap touches an end. */
static int
edge_y_px (const End *end, int gap_px)
{
  if (end->begin_x_px != end->x_px)
    return end->y_px;
  return gap_px > end->y_px ? end->y_px + end->reach_px : end->y_px - end->reach_px;
}

static void
list_rows (const Finder *self, Way *way)
{
  int y0_px = MIN (way->from_gap_px, way->to_gap_px);
  int y1_px = MAX (way->from_gap_px, way->to_gap_px);

  way->goes_down = way->to_gap_px > way->from_gap_px;
  for (guint i = 0; i < self->rows->len && way->n_rows < MAX_ROWS; i++)
    {
      guint at = way->goes_down ? i : self->rows->len - 1 - i;
      const Row *row = &g_array_index (self->rows, Row, at);

      if (row->y0_px >= y0_px && row->y1_px <= y1_px)
        way->rows[way->n_rows++] = row;
    }
}

/* Leaving and arriving on given sides. */
static void
try_sides (Finder *self, gboolean leaves_below, gboolean arrives_below)
{
  Way way = {
    gap_y_px (self, &self->from, leaves_below), gap_y_px (self, &self->to, arrives_below), FALSE, 0, { NULL }, { 0 }, 0
  };
  gboolean goes_down = self->to.y_px > self->from.y_px;

  if (leaves_below != goes_down)
    way.cost += COST_AWAY;
  if (arrives_below == goes_down)
    way.cost += COST_AWAY;
  way.cost += cost_of_crossing (self, self->from.x_px, edge_y_px (&self->from, way.from_gap_px), way.from_gap_px);
  way.cost += cost_of_crossing (self, self->to.x_px, edge_y_px (&self->to, way.to_gap_px), way.to_gap_px);
  list_rows (self, &way);
  if (way.n_rows > 0)
    cross_rows (self, &way);
  else
    way.cost += ABS (self->from.x_px - self->to.x_px);
  if (way.cost < self->best.cost)
    self->best = way;
}

/* --- corners ---------------------------------------------------------------------------------------------------- */

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
add_crossings (const Finder *self, int track_px, DtlPlacedLink *link)
{
  const Way *way = &self->best;
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
set_points (const Finder *self, DtlPlacedLink *link)
{
  const Way *way = &self->best;
  int track_px = ((int) ((link->from_row + link->to_row + link->type) % 3) - 1) *
                 MIN (TRACK_PX, self->layout->input.metrics.row_gap_px / 3);

  link->n_points = 0;
  add_point (link, self->from.begin_x_px, edge_y_px (&self->from, way->from_gap_px));
  add_point (link, self->from.x_px, edge_y_px (&self->from, way->from_gap_px));
  add_point (link, self->from.x_px, way->from_gap_px + track_px);
  add_crossings (self, track_px, link);
  add_point (link, link->x_px[link->n_points - 1], way->to_gap_px + track_px);
  add_point (link, self->to.x_px, way->to_gap_px + track_px);
  add_point (link, self->to.x_px, edge_y_px (&self->to, way->to_gap_px));
  add_point (link, self->to.begin_x_px, edge_y_px (&self->to, way->to_gap_px));
}

void
dtl_link_find_way (DtlLayout *layout, const DtlItem *from, const DtlItem *to, DtlPlacedLink *link)
{
  g_autoptr (GArray) obstacles = g_array_new (FALSE, FALSE, sizeof (Obstacle));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (int64_t));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  Finder self = { .layout = layout, .obstacles = obstacles, .places = places, .rows = rows, .best.cost = INT64_MAX };
  int64_t x0_px;
  int64_t x1_px;

  init_end (layout, from, link->from_row, &self.from);
  init_end (layout, to, link->to_row, &self.to);
  x0_px = MIN (self.from.x_px, self.to.x_px) - REACH_PX;
  x1_px = MAX (self.from.x_px, self.to.x_px) + REACH_PX;
  if (x1_px - x0_px > FAR_PX)
    {
      x0_px = self.from.x_px - REACH_PX;
      x1_px = self.from.x_px + REACH_PX;
    }
  gather_obstacles (&self, x0_px, x1_px);
  gather_rows (&self);
  gather_places (&self, x0_px, x1_px);
  for (int sides = 0; sides < 4; sides++)
    try_sides (&self, (sides & 1) != 0, (sides & 2) != 0);
  set_points (&self, link);
}
