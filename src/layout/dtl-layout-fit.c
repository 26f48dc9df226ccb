/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fitting a span into a view together with the labels at its ends. How much room these need depends on the scale, and
 * the scale on how much room is left: a few rounds, each of which gives the ends what the last one lacked. */
#include "config.h"

#include "layout/dtl-layout-private.h"

#define MIN_SIDE_PX    20
#define LABEL_SIDE_PX  8 /* from a label to the view's edge */
#define MAX_SIDE_SHARE 0.4
#define MAX_BOTH_SHARE 0.6
#define N_ROUNDS       4

/** Sides: what is free left and right of the span, for labels. */
typedef struct
{
  int left_px;
  int right_px;
} Sides;

/** Fit: one fitting. @x0_px, @x1_px: the span at the scale in hand */
typedef struct
{
  DtlLayout *layout;
  int64_t x0_px;
  int64_t x1_px;
  int width_px;
} Fit;

static gboolean
has_mark_inside (const Fit *self, const DtlItem *item)
{
  const DtlPlacedMark *marks = dtl_layout_get_item_marks (self->layout, item);

  for (guint i = 0; i < item->n_marks; i++)
    if (marks[i].x_px >= self->x0_px && marks[i].x_px <= self->x1_px)
      return TRUE;
  return item->kind == DTL_ITEM_CLUSTER && item->x1_px >= self->x0_px && item->x0_px <= self->x1_px;
}

/* Bars and bands may reach out of the view; what is read may not. */
static void
widen_for (const Fit *self, const DtlItem *item, Sides *sides)
{
  int most_px = (int) (self->width_px * MAX_SIDE_SHARE);
  int64_t left_px = item->kind == DTL_ITEM_CLUSTER ? item->x0_px : item->label_x_px;
  int64_t right_px = item->kind == DTL_ITEM_CLUSTER ? item->x1_px : item->label_x_px + item->label_width_px;

  if ((item->label == NULL && item->kind == DTL_ITEM_EVENT) || !has_mark_inside (self, item))
    return;
  sides->left_px = (int) CLAMP (self->x0_px - left_px + LABEL_SIDE_PX, sides->left_px, MAX (sides->left_px, most_px));
  sides->right_px =
      (int) CLAMP (right_px - self->x1_px + LABEL_SIDE_PX, sides->right_px, MAX (sides->right_px, most_px));
}

/* FALSE if they were wide enough. */
static gboolean
widen (const Fit *self, Sides *sides)
{
  g_autoptr (GPtrArray) items = dtl_layout_get_items (self->layout, self->x0_px, self->x1_px);
  int both_px = (int) (self->width_px * MAX_BOTH_SHARE);
  Sides before = *sides;

  for (guint i = 0; i < items->len; i++)
    widen_for (self, g_ptr_array_index (items, i), sides);
  sides->left_px = MIN (sides->left_px, MAX (before.left_px, both_px - sides->right_px));
  return sides->left_px != before.left_px || sides->right_px != before.right_px;
}

static void
set_viewport (DtlViewport *viewport, int64_t from_seconds, int64_t to_seconds, const Sides *sides)
{
  int width_px = viewport->width_px;

  viewport->width_px = MAX (width_px - sides->left_px - sides->right_px, 1);
  dtl_viewport_fit (viewport, from_seconds, to_seconds, 0);
  viewport->width_px = width_px;
  dtl_viewport_pan (viewport, -sides->left_px);
}

DtlLayout *
dtl_layout_fit (DtlLayout *self, int64_t from_seconds, int64_t to_seconds, DtlViewport *viewport)
{
  g_autoptr (DtlLayout) layout = NULL;
  Sides sides = { MIN_SIDE_PX, MIN_SIDE_PX };

  g_return_val_if_fail (self != NULL && viewport != NULL && from_seconds <= to_seconds, NULL);

  for (int round = 0; round < N_ROUNDS; round++)
    {
      Fit fit = { .width_px = viewport->width_px };

      set_viewport (viewport, from_seconds, to_seconds, &sides);
      g_clear_pointer (&layout, dtl_layout_unref);
      layout = dtl_layout_new_scaled (self, viewport->scale);
      fit.layout = layout;
      fit.x0_px = dtl_time_scale_to_world_px (&viewport->scale, from_seconds);
      fit.x1_px = dtl_time_scale_to_world_px (&viewport->scale, to_seconds);
      if (!widen (&fit, &sides))
        break;
    }
  return g_steal_pointer (&layout);
}
