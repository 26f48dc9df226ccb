/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Linear time to world pixels and back. World pixels are int64, so that no precision is lost centuries away from the
 * epoch: world 0 is the epoch of the scale; the viewport subtracts its offset before anything becomes a float. */
#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

/**
 * DtlTimeScale:
 * @px_per_day: pixels a day; from DTL_SCALE_MIN (a screen holds 10,000 years) to DTL_SCALE_MAX (a minute
 * fills a screen)
 * @first_weekday: the day with which weeks begin on the axis, 1 Monday to 7 Sunday; 0 is Monday, as ISO 8601 has it
 */
typedef struct
{
  double px_per_day;
  int first_weekday;
} DtlTimeScale;

#define DTL_SCALE_MIN_PX_PER_DAY 0.0003
#define DTL_SCALE_MAX_PX_PER_DAY 2000000.0

/* Civil seconds to world pixels (0 = 1970-01-01T00:00:00), saturating. */
int64_t dtl_time_scale_to_world_px (const DtlTimeScale *self, int64_t civil_seconds);
/* World pixels to civil seconds, saturating; the inverse within half a pixel, or half a second
 * where that is wider. */
int64_t dtl_time_scale_to_seconds (const DtlTimeScale *self, double world_px);

/**
 * DtlViewport: a scale and where the left edge stands. A value; setters clamp.
 * @offset_px: world pixel at the left edge of the plot (right of the lane headers), fractional only while an animation
 * runs
 * @width_px: width of the plot
 */
typedef struct
{
  DtlTimeScale scale;
  double offset_px;
  int width_px;
} DtlViewport;

/* Changes the zoom so that the time under @x_px (from the plot's left edge) stays there. @factor above 1 zooms in. */
void dtl_viewport_zoom_at (DtlViewport *self, double factor, double x_px);
void dtl_viewport_pan (DtlViewport *self, double dx_px);
/* Shows @from to @to with @margin_px free on both sides. */
void dtl_viewport_fit (DtlViewport *self, int64_t from_seconds, int64_t to_seconds, int margin_px);
int64_t dtl_viewport_seconds_at (const DtlViewport *self, double x_px);
double dtl_viewport_x_at (const DtlViewport *self, int64_t civil_seconds);

G_END_DECLS
