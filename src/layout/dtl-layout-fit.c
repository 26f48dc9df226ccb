/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fitting a span into a view together with the labels at its ends. How much room these need depends on the scale, and
 * the scale on how much room is left. A few rounds give the ends just what they needed in the round before, since
 * labels that went to the left in a crowd stand on the right where there is room; then some more only add. Once they
 * have enough, it is tried whether less does. */
#include "config.h"

#include "layout/dtl-layout-private.h"

#define MIN_SIDE_PX    20
#define SLACK_PX       40 /* less is not worth another round */
#define LABEL_SIDE_PX  8  /* from a label to the view's edge */
#define MAX_SIDE_SHARE 0.4
#define MAX_BOTH_SHARE 0.6
#define N_FREE_ROUNDS  3
#define N_ROUNDS       6

/* So much more of the labels is worth that things are smaller. */
#define LEAST_LABEL_PX 40

/* Other divisions of the room go by such steps; of more entries in lanes than these only few are tried. */
#define SIDE_STEP_SHARE 0.08
#define FEW_ENTRIES     300

/* Many entries are clusters when seen whole, whose labels need no room but this. */
#define MANY_SIDES_SHARE 0.06

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
  if (item->signs_x0_px < item->signs_x1_px)
    {
      left_px = MIN (left_px, item->signs_x0_px);
      right_px = MAX (right_px, item->signs_x1_px);
    }
  sides->left_px = (int) CLAMP (self->x0_px - left_px + LABEL_SIDE_PX, sides->left_px, MAX (sides->left_px, most_px));
  sides->right_px =
      (int) CLAMP (right_px - self->x1_px + LABEL_SIDE_PX, sides->right_px, MAX (sides->right_px, most_px));
}

static Sides
find_needed (const Fit *self)
{
  g_autoptr (GPtrArray) items = dtl_layout_get_items (self->layout, self->x0_px, self->x1_px);
  Sides needed = { MIN_SIDE_PX, MIN_SIDE_PX };

  for (guint i = 0; i < items->len; i++)
    widen_for (self, g_ptr_array_index (items, i), &needed);
  return needed;
}

static int
both_px (const Sides *sides)
{
  return sides->left_px + sides->right_px;
}

static gboolean
is_enough (const Sides *sides, const Sides *needed)
{
  return needed->left_px <= sides->left_px && needed->right_px <= sides->right_px;
}

static gboolean
is_tight (const Sides *sides, const Sides *needed)
{
  return sides->left_px - needed->left_px <= SLACK_PX && sides->right_px - needed->right_px <= SLACK_PX;
}

/* What to try next where the labels lack room. */
static Sides
widen (const Fit *self, int round, const Sides *before, Sides needed)
{
  int most_px = (int) (self->width_px * MAX_BOTH_SHARE);

  if (round >= N_FREE_ROUNDS)
    needed = (Sides){ MAX (needed.left_px, before->left_px), MAX (needed.right_px, before->right_px) };
  needed.left_px = MAX (MIN (needed.left_px, most_px - needed.right_px), MIN_SIDE_PX);
  return needed;
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

/* @keeps_labels: whether labels keep within the view, rather than being cut by its edges */
static void
place (Fit *self,
       DtlLayout *any,
       int64_t from_seconds,
       int64_t to_seconds,
       const Sides *sides,
       DtlViewport *viewport,
       gboolean keeps_labels)
{
  int64_t edge_px;

  set_viewport (viewport, from_seconds, to_seconds, sides);
  g_clear_pointer (&self->layout, dtl_layout_unref);
  self->x0_px = dtl_time_scale_to_world_px (&viewport->scale, from_seconds);
  self->x1_px = dtl_time_scale_to_world_px (&viewport->scale, to_seconds);
  edge_px = self->x0_px - sides->left_px;
  if (keeps_labels)
    self->layout =
        dtl_layout_new_within (any, viewport->scale, edge_px + LABEL_SIDE_PX, edge_px + self->width_px - LABEL_SIDE_PX);
  else
    self->layout = dtl_layout_new_scaled (any, viewport->scale);
}

/* Whether the view's edges cut a label: what is needed is asked for up to a limit only. */
static gboolean
cuts_labels (const Fit *self, const Sides *sides)
{
  g_autoptr (GPtrArray) items = dtl_layout_get_items (self->layout, self->x0_px, self->x1_px);
  int64_t edge_px = self->x0_px - sides->left_px;

  for (guint i = 0; i < items->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (items, i);

      if (item->label != NULL && has_mark_inside (self, item) &&
          (item->label_x_px < edge_px || item->label_x_px + item->label_width_px > edge_px + self->width_px))
        return TRUE;
    }
  return FALSE;
}

/* A date that is not there weighs as much as what it would have taken. */
static int
lost_px (const Fit *self, const DtlItem *item)
{
  DtlLabel label = dtl_labels_get (self->layout->labels, item->row);
  int date_px = label.date != NULL && item->date_label == NULL ? label.date_width_px : 0;

  if (item->label == NULL)
    return label.title_width_px + date_px;
  return MAX (label.both_width_px - item->label_width_px, 0) + date_px;
}

/* How many pixels of the labels of a layout that keeps them within the view are left out for it. */
static int64_t
measure_lost (const Fit *self)
{
  g_autoptr (GPtrArray) items = dtl_layout_get_items (self->layout, self->x0_px, self->x1_px);
  int64_t lost = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (items, i);

      if (item->kind == DTL_ITEM_EVENT && has_mark_inside (self, item))
        lost += lost_px (self, item);
    }
  return lost;
}

int64_t
dtl_layout_measure_shown (DtlLayout *self, int64_t from_seconds, int64_t to_seconds)
{
  Fit fit = { .layout = self };
  g_autoptr (GPtrArray) items = NULL;
  int64_t shown = 0;

  fit.x0_px = dtl_time_scale_to_world_px (&self->input.scale, from_seconds);
  fit.x1_px = dtl_time_scale_to_world_px (&self->input.scale, to_seconds);
  items = dtl_layout_get_items (self, fit.x0_px, fit.x1_px);
  for (guint i = 0; i < items->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (items, i);

      if (item->kind == DTL_ITEM_EVENT && item->label != NULL && has_mark_inside (&fit, item))
        shown += item->label_width_px;
    }
  return shown;
}

static int
compare_sides (const void *a, const void *b)
{
  const Sides *first = a;
  const Sides *second = b;

  return both_px (first) != both_px (second) ? both_px (first) - both_px (second) : first->left_px - second->left_px;
}

/* Other divisions of the room, with the largest scale first. Of many events only those that give it to the right alone,
 * from where there is more of it between the marks. (element-type Sides) (transfer full) */
static GArray *
list_divisions (const Fit *self)
{
  GArray *divisions = g_array_new (FALSE, FALSE, sizeof (Sides));
  int step_px = MAX ((int) (self->width_px * SIDE_STEP_SHARE), 1);
  int most_px = (int) (self->width_px * MAX_SIDE_SHARE);
  int most_left_px = self->layout->lanes->n_entries <= FEW_ENTRIES ? most_px : 0;

  for (int left_px = 0; left_px <= most_left_px; left_px += step_px)
    for (int right_px = 0; right_px <= most_px; right_px += step_px)
      {
        Sides sides = { MAX (left_px, MIN_SIDE_PX), MAX (right_px, MIN_SIDE_PX) };

        if (both_px (&sides) <= self->width_px * MAX_BOTH_SHARE)
          g_array_append_val (divisions, sides);
      }
  g_array_sort (divisions, compare_sides);
  return divisions;
}

/* Where no division has room for every label, labels are shortened to keep within the view, and a division is taken
 * that leaves out least of them; of several the one with which things are largest. One label far to the left of the
 * first mark may cost all others their room, and find another place where it must.
 * @sides: (inout): a division that was found without that, and of which the layout is in hand
 * Returns: whether another one is better */
static gboolean
find_better (Fit *self, DtlLayout *any, int64_t from_seconds, int64_t to_seconds, Sides *sides, DtlViewport *viewport)
{
  g_autoptr (GArray) divisions = list_divisions (self);
  int64_t least = measure_lost (self);
  Sides found = *sides;

  for (guint i = 0; i < divisions->len; i++)
    {
      const Sides *division = &g_array_index (divisions, Sides, i);
      int cost_px = both_px (division) >= both_px (sides) ? LEAST_LABEL_PX : 0;
      int64_t lost;

      if (least < LEAST_LABEL_PX && both_px (division) >= both_px (sides))
        break;
      place (self, any, from_seconds, to_seconds, division, viewport, TRUE);
      lost = measure_lost (self);
      if (lost > least - cost_px)
        continue;
      least = lost;
      *sides = *division;
    }
  return sides->left_px != found.left_px || sides->right_px != found.right_px;
}

DtlLayout *
dtl_layout_fit (DtlLayout *self, int64_t from_seconds, int64_t to_seconds, DtlViewport *viewport)
{
  Sides sides = { MIN_SIDE_PX, MIN_SIDE_PX };
  Sides best = { 0, 0 };
  Fit fit = { 0 };
  gboolean keeps_labels;

  g_return_val_if_fail (self != NULL && viewport != NULL && from_seconds <= to_seconds, NULL);

  fit.width_px = viewport->width_px;
  if (dtl_layout_has_many (self))
    {
      sides.left_px = sides.right_px = (int) (viewport->width_px * MANY_SIDES_SHARE);
      place (&fit, self, from_seconds, to_seconds, &sides, viewport, TRUE);
      return fit.layout;
    }
  for (int round = 0; round < N_ROUNDS; round++)
    {
      Sides needed;

      place (&fit, self, from_seconds, to_seconds, &sides, viewport, FALSE);
      needed = find_needed (&fit);
      if (is_enough (&sides, &needed))
        {
          best = sides;
          if (is_tight (&sides, &needed))
            break;
          sides = needed;
        }
      else if (best.left_px > 0)
        break;
      else
        sides = widen (&fit, round, &sides, needed);
    }
  if (best.left_px == 0)
    best = sides;
  place (&fit, self, from_seconds, to_seconds, &best, viewport, FALSE);
  keeps_labels = cuts_labels (&fit, &best);
  if (keeps_labels)
    place (&fit, self, from_seconds, to_seconds, &best, viewport, TRUE);
  keeps_labels |= find_better (&fit, self, from_seconds, to_seconds, &best, viewport);
  place (&fit, self, from_seconds, to_seconds, &best, viewport, keeps_labels);
  return fit.layout;
}
