/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the way of a link should not run over, and the rows and places where it may cross. */
#include "config.h"

#include "layout/dtl-link-way-private.h"

/* Between a crossing and what it passes. */
#define CLEARANCE_PX 4

/* A crowd is not searched to the last gap. */
#define MAX_OBSTACLES 512
#define MAX_PLACES    128

/* What it costs to run over something. */
#define COST_WORDS 20000
#define COST_MARK  5000
#define COST_BREAK 2000
#define COST_BAR   20

static void
add_obstacle (DtlLinkFinder *self, int64_t x0_px, int64_t x1_px, int y0_px, int y1_px, int cost)
{
  DtlLinkObstacle obstacle = { x0_px - CLEARANCE_PX, x1_px + CLEARANCE_PX, y0_px, y1_px, cost };

  if (x1_px > x0_px && self->obstacles->len < MAX_OBSTACLES)
    g_array_append_val (self->obstacles, obstacle);
}

static void
add_words (DtlLinkFinder *self, const DtlItem *item)
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
add_marks (DtlLinkFinder *self, const DtlItem *item)
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

/* Nothing turns in the break of a fold: it is only passed. */
static void
add_breaks (DtlLinkFinder *self, int64_t x0_px, int64_t x1_px)
{
  const DtlScaleFold *fold = dtl_time_scale_next_break (&self->layout->input.scale, x0_px);
  int y0_px = MIN (self->from.row_y0_px, self->to.row_y0_px);
  int y1_px = MAX (self->from.row_y1_px, self->to.row_y1_px);

  for (; fold != NULL && fold->x0_px < x1_px;
       fold = dtl_time_scale_next_break (&self->layout->input.scale, fold->x1_px))
    add_obstacle (self, fold->x0_px, fold->x1_px, y0_px, y1_px, COST_BREAK);
}

static void
gather_obstacles (DtlLinkFinder *self, int64_t x0_px, int64_t x1_px)
{
  g_autoptr (GPtrArray) items =
      dtl_layout_get_items_in (self->layout, x0_px, x1_px, MIN (self->from.row_y0_px, self->to.row_y0_px),
                               MAX (self->from.row_y1_px, self->to.row_y1_px));

  add_breaks (self, x0_px, x1_px);
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

/* The rows of all lanes from one end to the other, these included. */
static void
gather_rows (DtlLinkFinder *self)
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
          DtlLinkRow row = { lane->y_px + (int) j * (height_px + layout->input.metrics.row_gap_px), 0 };

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
add_place (DtlLinkFinder *self, int64_t x_px, int64_t x0_px, int64_t x1_px)
{
  if (self->places->len < MAX_PLACES && x_px >= x0_px && x_px <= x1_px)
    g_array_append_val (self->places, x_px);
}

static void
gather_places (DtlLinkFinder *self, int64_t x0_px, int64_t x1_px)
{
  add_place (self, self->from.x_px, x0_px, x1_px);
  add_place (self, self->to.x_px, x0_px, x1_px);
  for (guint i = 0; i < self->obstacles->len; i++)
    {
      const DtlLinkObstacle *obstacle = &g_array_index (self->obstacles, DtlLinkObstacle, i);

      add_place (self, obstacle->x0_px - 1, x0_px, x1_px);
      add_place (self, obstacle->x1_px + 1, x0_px, x1_px);
    }
  g_array_sort (self->places, compare_places);
}

void
dtl_link_finder_gather (DtlLinkFinder *self, int64_t x0_px, int64_t x1_px)
{
  gather_obstacles (self, x0_px, x1_px);
  gather_rows (self);
  gather_places (self, x0_px, x1_px);
}

int64_t
dtl_link_finder_get_cost (const DtlLinkFinder *self, int64_t x_px, int y0_px, int y1_px)
{
  int64_t cost = 0;

  for (guint i = 0; i < self->obstacles->len; i++)
    {
      const DtlLinkObstacle *obstacle = &g_array_index (self->obstacles, DtlLinkObstacle, i);

      if (x_px >= obstacle->x0_px && x_px <= obstacle->x1_px && MAX (y0_px, y1_px) > obstacle->y0_px &&
          MIN (y0_px, y1_px) < obstacle->y1_px)
        cost += obstacle->cost;
    }
  return cost;
}
