/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-fold-gain.h. Tried is the longest stretch alone, then twice as many and so on to all of them, and more are
 * folded only where that gains as much again: labels depend on each other too much for gains to be told of single
 * stretches, and a line in many pieces is hard to read. */
#include "config.h"

#include "layout/dtl-fold-gain.h"

#include "layout/dtl-layout-private.h"

/* So much larger things must stand, or so much more of labels be read, or both together. */
#define LEAST_GAIN 1.15

/* For that, so much of the labels may be cut. */
#define LEAST_SHOWN 0.9

/* The largest scale of fittings is found by halving; less is the same. */
#define SAME_SCALE 0.999

/** Trial: how the whole case looks with some stretches folded. @shown_px: of labels; above 0 */
typedef struct
{
  double px_per_day;
  double shown_px;
} Trial;

/** Choice: what is tried, and for what. */
typedef struct
{
  DtlLayout *layout;
  int width_px;
  int break_px;
  const GArray *fixed;
  int64_t from_seconds;
  int64_t to_seconds;
} Choice;

static int
compare_starts (const void *a, const void *b)
{
  int64_t first = ((const DtlFold *) a)->from_seconds;
  int64_t second = ((const DtlFold *) b)->from_seconds;

  return (first > second) - (first < second);
}

/* The longest first; of the same length the earliest. */
static int
compare_lengths (const void *a, const void *b)
{
  const DtlFold *first = a;
  const DtlFold *second = b;
  uint64_t first_length = (uint64_t) first->to_seconds - (uint64_t) first->from_seconds;
  uint64_t second_length = (uint64_t) second->to_seconds - (uint64_t) second->from_seconds;

  return first_length != second_length ? (first_length < second_length) - (first_length > second_length)
                                       : compare_starts (a, b);
}

/* The first @n of @folds, and what is folded anyway, by time; at most as many as a scale folds. */
static GArray *
join (const Choice *self, const GArray *folds, guint n)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (DtlFold));

  if (self->fixed != NULL && self->fixed->len > 0)
    g_array_append_vals (all, self->fixed->data, self->fixed->len);
  g_array_append_vals (all, folds->data, n);
  g_array_sort (all, compare_starts);
  return all;
}

static void
try_folds (const Choice *self, const GArray *folds, guint n, DtlViewport *viewport, Trial *trial)
{
  g_autoptr (GArray) all = join (self, folds, n);
  g_autoptr (DtlLayout) fitted = NULL;

  *viewport = (DtlViewport){ .width_px = self->width_px, .scale = { .px_per_day = 1 } };
  dtl_time_scale_set_folds (&viewport->scale, (const DtlFold *) (const void *) all->data, all->len, self->break_px);
  fitted = dtl_layout_fit (self->layout, self->from_seconds, self->to_seconds, viewport);
  trial->px_per_day = viewport->scale.px_per_day;
  trial->shown_px = 1;
  if (!dtl_layout_has_many (fitted))
    trial->shown_px += (double) dtl_layout_measure_shown (fitted, self->from_seconds, self->to_seconds);
}

/* Those of the first @n that are breaks at a scale. (transfer full) */
static GArray *
keep_breaks (const GArray *folds, guint n, const DtlTimeScale *scale)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (DtlFold));

  for (guint i = 0; i < n; i++)
    {
      const DtlFold *fold = &g_array_index (folds, DtlFold, i);
      int64_t middle = fold->from_seconds + (fold->to_seconds - fold->from_seconds) / 2;
      int64_t x_px = dtl_time_scale_to_world_px (scale, middle);
      const DtlScaleFold *found = dtl_time_scale_next_break (scale, x_px);

      if (found != NULL && found->fold.from_seconds == fold->from_seconds)
        g_array_append_val (kept, *fold);
    }
  g_array_sort (kept, compare_starts);
  return kept;
}

/* @plain: with nothing folded, @before: with less folded than @after */
static gboolean
is_gain (const Trial *plain, const Trial *before, const Trial *after)
{
  double larger = after->px_per_day / before->px_per_day;

  return larger >= SAME_SCALE && after->shown_px >= plain->shown_px * LEAST_SHOWN &&
         larger * (after->shown_px / before->shown_px) >= LEAST_GAIN;
}

/* How many are tried after @n of @n_all: these are halved until one is left, in the other order. */
static guint
next_number (guint n, guint n_all)
{
  guint next = n_all;

  while (next / 2 > n)
    next /= 2;
  return next;
}

static GArray *
choose (const Choice *self, const GArray *by_length)
{
  GArray *best = g_array_new (FALSE, FALSE, sizeof (DtlFold));
  DtlViewport viewport;
  Trial plain, best_trial;

  try_folds (self, by_length, 0, &viewport, &plain);
  best_trial = plain;
  for (guint n = 0; n < by_length->len;)
    {
      Trial trial;

      n = next_number (n, by_length->len);
      try_folds (self, by_length, n, &viewport, &trial);
      if (!is_gain (&plain, &best_trial, &trial))
        continue;
      g_array_unref (best);
      best = keep_breaks (by_length, n, &viewport.scale);
      best_trial = trial;
    }
  return best;
}

/**
 * dtl_folds_choose:
 * @layout: of what shows, at any scale; what it folds is not looked at
 * @width_px: of the plot; positive
 * @break_px: how wide a break is; positive
 * @fixed: (nullable) (element-type DtlFold): what is folded anyway, by time
 * @offered: (element-type DtlFold): by time, of which none touches another, nor one of @fixed
 *
 * Fits the whole case a few times, if something is offered. Where there are too many events for labels to be looked at,
 * the scale decides alone.
 *
 * Returns: (transfer full) (element-type DtlFold): those that are worth being folded, by time: with these everything
 * that shows is larger, or more of the labels is read, and nothing is smaller; empty for none
 */
GArray *
dtl_folds_choose (DtlLayout *layout, int width_px, int break_px, const GArray *fixed, const GArray *offered)
{
  Choice choice = { layout, width_px, break_px, fixed, 0, 0 };
  g_autoptr (GArray) by_length = NULL;

  g_return_val_if_fail (layout != NULL && offered != NULL, NULL);
  g_return_val_if_fail (width_px > 0 && break_px > 0, NULL);

  if (offered->len == 0 ||
      !dtl_layout_get_extent (layout->input.columns, layout->input.visible, &choice.from_seconds, &choice.to_seconds))
    return g_array_new (FALSE, FALSE, sizeof (DtlFold));
  by_length = g_array_copy ((GArray *) offered);
  g_array_sort (by_length, compare_lengths);
  g_array_set_size (by_length,
                    MIN (by_length->len, DTL_FOLDS_MOST - MIN (fixed != NULL ? fixed->len : 0, DTL_FOLDS_MOST)));
  return choose (&choice, by_length);
}
