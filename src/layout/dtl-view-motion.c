/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scale changes by equal factors in equal times, which is what looks even. A moment t stands at
 * x = (t - left) * scale; for one to stay at its place while the scale goes from a to b, the left edge must be a linear
 * function of 1/scale. So that is how it moves, whether that moment is in view or not; without a change of scale, this
 * is a plain pan.
 *
 * Folds break that rule where the left edge passes one. So with folds, the moment is looked for that both views show at
 * the same place, and held there; where there is none, the left edge moves as above. What one of the views folds and
 * the other does not opens or closes on the way. */
#include "config.h"

#include "layout/dtl-view-motion.h"

#include <math.h>

/* Closer than this, two scales are the same one. */
#define SAME_SCALE 1e-9

/* Enough to find a place to a thousandth of a pixel. */
#define N_HALVINGS 32

/**
 * dtl_view_motion_ease:
 * @elapsed_us: since the start
 * @duration_us: of the whole
 *
 * Returns: from 0 to 1, fast at first and slow at the end
 */
double
dtl_view_motion_ease (int64_t elapsed_us, int64_t duration_us)
{
  double left;

  if (elapsed_us >= duration_us)
    return 1;
  left = 1 - (double) MAX (elapsed_us, 0) / (double) duration_us;
  return 1 - left * left * left;
}

/* --- folds ------------------------------------------------------------------------------------------------------ */

static double
days_at (const DtlViewport *self, double x_px)
{
  return dtl_time_scale_to_line_px (&self->scale, self->offset_px + x_px) / self->scale.px_per_day;
}

/* Before @b as a whole. */
static gboolean
is_before (const DtlFold *a, const DtlFold *b)
{
  return a->to_seconds < b->from_seconds;
}

static gboolean
is_same_fold (const DtlFold *a, const DtlFold *b)
{
  return a->from_seconds == b->from_seconds && a->to_seconds == b->to_seconds;
}

/* What both fold, and what one of them does, which is open at the other's end. FALSE where their folds overlap, or are
 * too many: there is no way from one to the other. */
static gboolean
merge_folds (const DtlTimeScale *from, const DtlTimeScale *to, double progress, DtlTimeScale *merged)
{
  guint a = 0, b = 0;

  merged->n_folds = 0;
  while (a < from->n_folds || b < to->n_folds)
    {
      const DtlScaleFold *first = a < from->n_folds ? &from->folds[a] : NULL;
      const DtlScaleFold *second = b < to->n_folds ? &to->folds[b] : NULL;
      gboolean has_first = first != NULL && (second == NULL || !is_before (&second->fold, &first->fold));
      gboolean has_second = second != NULL && (first == NULL || !is_before (&first->fold, &second->fold));
      double start = has_first ? first->openness : 1;
      double end = has_second ? second->openness : 1;

      if (merged->n_folds == DTL_FOLDS_MOST || (has_first && has_second && !is_same_fold (&first->fold, &second->fold)))
        return FALSE;
      merged->folds[merged->n_folds++] = (DtlScaleFold){ .fold = has_first ? first->fold : second->fold,
                                                         .openness = start + (end - start) * progress };
      a += has_first;
      b += has_second;
    }
  return TRUE;
}

/* The place at which both views show the same moment, looked for between both edges. FALSE if there is none. */
static gboolean
find_held_x (const DtlViewport *from, const DtlViewport *to, double *x_px)
{
  double low = 0;
  double high = from->width_px;
  double sign = days_at (from, low) < days_at (to, low) ? 1 : -1;

  if ((days_at (from, low) - days_at (to, low)) * (days_at (from, high) - days_at (to, high)) > 0)
    return FALSE;
  for (int i = 0; i < N_HALVINGS; i++)
    {
      *x_px = (low + high) / 2;
      if ((days_at (from, *x_px) - days_at (to, *x_px)) * sign < 0)
        low = *x_px;
      else
        high = *x_px;
    }
  return TRUE;
}

/* --- the way ---------------------------------------------------------------------------------------------------- */

static void
get_with_folds (const DtlViewport *from, const DtlViewport *to, double progress, double share, DtlViewport *view)
{
  DtlTimeScale scale = to->scale;
  double held_px = 0;
  double days = days_at (from, 0) + (days_at (to, 0) - days_at (from, 0)) * share;

  if (dtl_time_scale_is_same (&from->scale, &to->scale))
    {
      view->offset_px = from->offset_px + (to->offset_px - from->offset_px) * progress;
      view->scale = scale;
      return;
    }
  if (!merge_folds (&from->scale, &to->scale, progress, &scale))
    scale = to->scale;
  scale.break_px = MAX (from->scale.break_px, to->scale.break_px);
  dtl_time_scale_set_px_per_day (&scale, from->scale.px_per_day *
                                             exp (log (to->scale.px_per_day / from->scale.px_per_day) * progress));
  if (find_held_x (from, to, &held_px))
    days = days_at (from, held_px);
  view->offset_px = dtl_time_scale_from_line_px (&scale, days * scale.px_per_day) - held_px;
  view->scale = scale;
}

/**
 * dtl_view_motion_get:
 * @from, @to: the ends; of their widths that of @from counts, and only where there are folds
 * @progress: from 0 to 1
 * @view: (inout): gets scale and offset at this point of the way, exactly those of @to at its end; may be @from or @to
 */
void
dtl_view_motion_get (const DtlViewport *from, const DtlViewport *to, double progress, DtlViewport *view)
{
  double from_left, to_left, log_ratio, share;

  g_return_if_fail (from != NULL && to != NULL && view != NULL);
  g_return_if_fail (from->scale.px_per_day > 0 && to->scale.px_per_day > 0);

  if (progress >= 1)
    {
      double offset_px = to->offset_px;

      view->scale = to->scale;
      view->offset_px = offset_px;
      return;
    }
  log_ratio = log (to->scale.px_per_day / from->scale.px_per_day);
  share = fabs (log_ratio) < SAME_SCALE ? progress : expm1 (-log_ratio * progress) / expm1 (-log_ratio);
  if (from->scale.n_folds > 0 || to->scale.n_folds > 0)
    {
      get_with_folds (from, to, progress, share, view);
      return;
    }
  from_left = from->offset_px / from->scale.px_per_day;
  to_left = to->offset_px / to->scale.px_per_day;
  view->scale = from->scale;
  view->scale.px_per_day *= exp (log_ratio * progress);
  view->offset_px = (from_left + (to_left - from_left) * share) * view->scale.px_per_day;
}
