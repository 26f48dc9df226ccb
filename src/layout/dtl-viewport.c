/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moving a viewport. The offset stays fractional after zooming, so that steps in and out again end where they began;
 * whoever paints rounds it to a whole pixel. */
#include "config.h"

#include <math.h>

#include "date/dtl-bounds.h"
#include "layout/dtl-time-scale.h"

/* A pan cannot leave the range in which a double still tells one pixel from the next. */
#define OFFSET_LIMIT_PX ((double) (INT64_C (1) << 52))

/* Enough to tell apart any two zooms that a double can. */
#define N_HALVINGS 64

static double
clamp_scale (double px_per_day)
{
  return CLAMP (px_per_day, DTL_SCALE_MIN_PX_PER_DAY, DTL_SCALE_MAX_PX_PER_DAY);
}

static double
clamp_offset (double offset_px)
{
  return CLAMP (offset_px, -OFFSET_LIMIT_PX, OFFSET_LIMIT_PX);
}

/* Days from the epoch, without the rounding to seconds. */
static double
days_at (const DtlViewport *self, double x_px)
{
  return dtl_time_scale_to_line_px (&self->scale, self->offset_px + x_px) / self->scale.px_per_day;
}

static void
put_days_at (DtlViewport *self, double days, double x_px)
{
  self->offset_px = clamp_offset (dtl_time_scale_from_line_px (&self->scale, days * self->scale.px_per_day) - x_px);
}

/**
 * dtl_viewport_zoom_at:
 * @self: the viewport
 * @factor: above 1 zooms in; positive
 * @x_px: from the plot's left edge
 *
 * The time under @x_px stays there. At the limits of the scale the factor is only what is left.
 */
void
dtl_viewport_zoom_at (DtlViewport *self, double factor, double x_px)
{
  double days;

  g_return_if_fail (self != NULL);
  g_return_if_fail (factor > 0);

  days = days_at (self, x_px);
  dtl_time_scale_set_px_per_day (&self->scale, clamp_scale (self->scale.px_per_day * factor));
  put_days_at (self, days, x_px);
}

/** dtl_viewport_pan: @dx_px: positive shows later times */
void
dtl_viewport_pan (DtlViewport *self, double dx_px)
{
  g_return_if_fail (self != NULL);

  self->offset_px = clamp_offset (self->offset_px + dx_px);
}

/**
 * dtl_viewport_set_folds:
 * @folds, @n_folds, @break_px: as for dtl_time_scale_set_folds()
 * @x_px: from the plot's left edge
 */
void
dtl_viewport_set_folds (DtlViewport *self, const DtlFold *folds, guint n_folds, int break_px, double x_px)
{
  double days;

  g_return_if_fail (self != NULL);

  days = days_at (self, x_px);
  dtl_time_scale_set_folds (&self->scale, folds, n_folds, break_px);
  put_days_at (self, days, x_px);
}

/* How wide a span of days is at a zoom. */
static double
get_width_px (DtlTimeScale *scale, double px_per_day, double from_days, double to_days)
{
  dtl_time_scale_set_px_per_day (scale, px_per_day);
  return dtl_time_scale_from_line_px (scale, to_days * px_per_day) -
         dtl_time_scale_from_line_px (scale, from_days * px_per_day);
}

/* The zoom at which a span with folds fills the room, from what it is without any up: widths ascend with zooms. */
static double
find_scale (const DtlViewport *self, double from_days, double to_days, double room_px)
{
  DtlTimeScale scale = self->scale;
  double low = clamp_scale (room_px / (to_days - from_days));
  double high = DTL_SCALE_MAX_PX_PER_DAY;

  for (int i = 0; i < N_HALVINGS; i++)
    {
      double middle = sqrt (low * high);

      if (get_width_px (&scale, middle, from_days, to_days) > room_px)
        high = middle;
      else
        low = middle;
    }
  return low;
}

static void
fit_with_folds (DtlViewport *self, double from_days, double to_days, double room_px)
{
  double px_per_day = find_scale (self, from_days, to_days, room_px);
  double width_px = get_width_px (&self->scale, px_per_day, from_days, to_days);

  put_days_at (self, from_days, (self->width_px - width_px) / 2);
}

/**
 * dtl_viewport_fit:
 * @self: the viewport, whose width is set
 * @from_seconds, @to_seconds: civil seconds, in order; equal for one moment, which is then in the middle
 * @margin_px: free on both sides, as far as the width allows
 */
void
dtl_viewport_fit (DtlViewport *self, int64_t from_seconds, int64_t to_seconds, int margin_px)
{
  double from_days = (double) from_seconds / DTL_SECONDS_PER_DAY;
  double to_days = (double) to_seconds / DTL_SECONDS_PER_DAY;
  double room_px, px_per_day;

  g_return_if_fail (self != NULL);
  g_return_if_fail (from_seconds <= to_seconds);

  room_px = MAX (self->width_px - 2.0 * margin_px, 1);
  if (self->scale.n_folds > 0 && to_days > from_days)
    {
      fit_with_folds (self, from_days, to_days, room_px);
      return;
    }
  px_per_day = clamp_scale (to_days > from_days ? room_px / (to_days - from_days) : INFINITY);
  dtl_time_scale_set_px_per_day (&self->scale, px_per_day);
  put_days_at (self, (from_days + to_days) / 2, self->width_px / 2.0);
}

/** dtl_viewport_seconds_at: @x_px: from the plot's left edge. Returns: the civil second there */
int64_t
dtl_viewport_seconds_at (const DtlViewport *self, double x_px)
{
  g_return_val_if_fail (self != NULL, 0);

  return dtl_time_scale_to_seconds (&self->scale, self->offset_px + x_px);
}

/** dtl_viewport_x_at: Returns: where a civil second stands, from the plot's left edge */
double
dtl_viewport_x_at (const DtlViewport *self, int64_t civil_seconds)
{
  g_return_val_if_fail (self != NULL, 0);

  return (double) dtl_time_scale_to_world_px (&self->scale, civil_seconds) - self->offset_px;
}
