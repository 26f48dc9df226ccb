/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moving a viewport. The offset stays fractional after zooming, so that steps in and out again end where they began;
 * whoever paints rounds it to a whole pixel. */
#include "config.h"

#include <math.h>

#include "date/dtl-bounds.h"
#include "layout/dtl-time-scale.h"

/* A pan cannot leave the range in which a double still tells one pixel from the next. */
#define OFFSET_LIMIT_PX ((double) (INT64_C (1) << 52))

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

  days = (self->offset_px + x_px) / self->scale.px_per_day;
  self->scale.px_per_day = clamp_scale (self->scale.px_per_day * factor);
  self->offset_px = clamp_offset (days * self->scale.px_per_day - x_px);
}

/** dtl_viewport_pan: @dx_px: positive shows later times */
void
dtl_viewport_pan (DtlViewport *self, double dx_px)
{
  g_return_if_fail (self != NULL);

  self->offset_px = clamp_offset (self->offset_px + dx_px);
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
  double room_px;

  g_return_if_fail (self != NULL);
  g_return_if_fail (from_seconds <= to_seconds);

  room_px = MAX (self->width_px - 2.0 * margin_px, 1);
  self->scale.px_per_day = clamp_scale (to_days > from_days ? room_px / (to_days - from_days) : INFINITY);
  self->offset_px = clamp_offset ((from_days + to_days) / 2 * self->scale.px_per_day - self->width_px / 2.0);
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
