/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scale changes by equal factors in equal times, which is what looks even. A moment t stands at
 * x = (t - left) * scale; for one to stay at its place while the scale goes from a to b, the left edge must be a linear
 * function of 1/scale. So that is how it moves, whether that moment is in view or not; without a change of scale, this
 * is a plain pan. */
#include "config.h"

#include "layout/dtl-view-motion.h"

#include <math.h>

/* Closer than this, two scales are the same one. */
#define SAME_SCALE 1e-9

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

/**
 * dtl_view_motion_get:
 * @from, @to: the ends; their width is not looked at
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
  from_left = from->offset_px / from->scale.px_per_day;
  to_left = to->offset_px / to->scale.px_per_day;
  log_ratio = log (to->scale.px_per_day / from->scale.px_per_day);
  share = fabs (log_ratio) < SAME_SCALE ? progress : expm1 (-log_ratio * progress) / expm1 (-log_ratio);
  view->scale = from->scale;
  view->scale.px_per_day *= exp (log_ratio * progress);
  view->offset_px = (from_left + (to_left - from_left) * share) * view->scale.px_per_day;
}
