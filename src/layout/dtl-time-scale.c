/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Linear time and pixels. Days and the seconds within a day are scaled apart, so that a second is not lost to rounding
 * far from the epoch. */
#include "config.h"

#include "layout/dtl-time-scale.h"

#include <math.h>

#include "base/dtl-arith.h"
#include "date/dtl-bounds.h"

/* World pixels saturate well below int64, so that widths and sums of two of them do not overflow. */
#define WORLD_LIMIT_PX ((double) (INT64_C (1) << 60))

#define SECONDS_LIMIT 9.2e18

/**
 * dtl_time_scale_to_world_px:
 * @self: the scale
 * @civil_seconds: a civil second, DTL_CIVIL_MIN and DTL_CIVIL_MAX included
 *
 * Returns: the nearest whole pixel, within 2^60 of 0
 */
int64_t
dtl_time_scale_to_world_px (const DtlTimeScale *self, int64_t civil_seconds)
{
  int64_t days = dtl_i64_floor_div (civil_seconds, DTL_SECONDS_PER_DAY);
  int64_t rest_seconds = dtl_i64_floor_mod (civil_seconds, DTL_SECONDS_PER_DAY);
  double px = (double) days * self->px_per_day + (double) rest_seconds * (self->px_per_day / DTL_SECONDS_PER_DAY);

  return (int64_t) floor (CLAMP (px, -WORLD_LIMIT_PX, WORLD_LIMIT_PX) + 0.5);
}

/**
 * dtl_time_scale_to_seconds:
 * @self: the scale
 * @world_px: a world pixel, or a place between two
 *
 * Returns: the civil second there, saturating
 */
int64_t
dtl_time_scale_to_seconds (const DtlTimeScale *self, double world_px)
{
  double days = world_px / self->px_per_day;
  double whole_days = floor (days);

  if (days * DTL_SECONDS_PER_DAY >= SECONDS_LIMIT)
    return DTL_CIVIL_MAX;
  if (days * DTL_SECONDS_PER_DAY <= -SECONDS_LIMIT)
    return DTL_CIVIL_MIN;
  return (int64_t) whole_days * DTL_SECONDS_PER_DAY + (int64_t) floor ((days - whole_days) * DTL_SECONDS_PER_DAY + 0.5);
}
