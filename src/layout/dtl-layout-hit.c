/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is under the pointer: marks before labels, labels before bars; of several marks the nearest. */
#include "config.h"

#include "layout/dtl-layout-private.h"

/* How far above and below a joining line still counts as on it, at least. */
#define JOIN_REACH_PX 2

/** HitLevel: what was hit; more is better. */
typedef enum
{
  HIT_NONE,
  HIT_BAR,
  HIT_LABEL,
  HIT_MARK,
} HitLevel;

typedef struct
{
  DtlLayout *layout;
  int64_t x_px;
  int y_px;
  int slop_px;
  HitLevel level;
  int64_t distance_px;
  const DtlItem *item;
  uint32_t mark;
} HitTest;

static void
offer (HitTest *self, HitLevel level, int64_t distance_px, const DtlItem *item, uint32_t mark)
{
  if (level < self->level || (level == self->level && distance_px >= self->distance_px))
    return;
  self->level = level;
  self->distance_px = distance_px;
  self->item = item;
  self->mark = mark;
}

static void
test_marks (HitTest *self, const DtlItem *item)
{
  const DtlPlacedMark *marks = dtl_layout_get_item_marks (self->layout, item);
  int reach_px = self->layout->input.metrics.mark_size_px / 2 + self->slop_px;
  int64_t dy_px = ABS ((int64_t) self->y_px - item->axis_y_px);

  for (guint i = 0; dy_px <= reach_px && i < item->n_marks; i++)
    {
      int64_t dx_px = ABS (self->x_px - marks[i].x_px);

      if (dx_px <= reach_px)
        offer (self, HIT_MARK, dx_px * dx_px + dy_px * dy_px, item, marks[i].mark);
      else if (self->x_px >= marks[i].band_x0_px && self->x_px <= marks[i].band_x1_px)
        offer (self, HIT_BAR, 0, item, DTL_NO_MARK);
    }
}

/* The line that joins an event's marks is the event's as a bar is. */
static void
test_joins (HitTest *self, const DtlItem *item)
{
  g_autoptr (GArray) joins = NULL;

  if (item->n_marks < 2 || ABS ((int64_t) self->y_px - item->axis_y_px) > MAX (self->slop_px, JOIN_REACH_PX))
    return;
  joins = dtl_layout_get_item_joins (self->layout, item);
  for (guint i = 0; i < joins->len; i++)
    {
      const DtlJoin *join = &g_array_index (joins, DtlJoin, i);

      if (self->x_px >= join->x0_px && self->x_px <= join->x1_px)
        offer (self, HIT_BAR, 0, item, DTL_NO_MARK);
    }
}

static gboolean
is_on_label (const HitTest *self, const DtlItem *item)
{
  int date_height_px = self->layout->shapes[0].date_px;

  return item->label != NULL && self->x_px >= item->label_x_px &&
         self->x_px <= item->label_x_px + item->label_width_px && self->y_px >= item->label_y_px &&
         self->y_px < item->date_y_px + date_height_px;
}

static void
test_item (DtlItem *item, gpointer user_data)
{
  HitTest *self = user_data;

  if (self->y_px < item->y0_px - self->slop_px || self->y_px > item->y1_px + self->slop_px)
    return;
  if (item->kind == DTL_ITEM_CLUSTER)
    {
      offer (self, HIT_MARK, 0, item, DTL_NO_MARK);
      return;
    }
  test_marks (self, item);
  test_joins (self, item);
  if (is_on_label (self, item))
    offer (self, HIT_LABEL, 0, item, DTL_NO_MARK);
  /* The row of a bar is its own from end to end: its label may have slid anywhere along it. */
  else if (item->label_above && self->x_px >= item->slide_x0_px && self->x_px <= item->slide_x1_px &&
           self->y_px >= item->y0_px && self->y_px < item->y1_px)
    offer (self, HIT_BAR, 1, item, DTL_NO_MARK);
}

/* The lane at @y_px, or the nearest one within @slop_px; n_lanes if there is none. */
static guint
find_lane (const DtlLayout *self, int y_px)
{
  guint low = 0;
  guint high = self->n_lanes;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->lane_infos[middle].y_px + self->lane_infos[middle].height_px <= y_px)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

const DtlItem *
dtl_layout_hit (DtlLayout *self, int64_t x_px, int y_px, int slop_px, uint32_t *mark)
{
  HitTest test = { self, x_px, y_px, slop_px, HIT_NONE, INT64_MAX, NULL, DTL_NO_MARK };
  guint lane;

  g_return_val_if_fail (self != NULL && slop_px >= 0, NULL);

  lane = y_px >= 0 ? find_lane (self, y_px) : self->n_lanes;
  if (lane < self->n_lanes)
    dtl_layout_visit (self, lane, x_px - slop_px, x_px + slop_px, test_item, &test);
  if (mark != NULL)
    *mark = test.mark;
  return test.item;
}
