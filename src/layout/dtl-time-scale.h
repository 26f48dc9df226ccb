/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Time to world pixels and back: linear, but for stretches that are folded. World pixels are int64, so that no
 * precision is lost centuries away from the epoch: world 0 is the epoch of a scale without folds; the viewport
 * subtracts its offset before anything becomes a float.
 *
 * A folded stretch keeps the scale for a margin at both of its ends, so that what stands beside it stands where it
 * should; what is between is a break of a fixed width. What is later moves to the left by as much as that saves:
 *
 *   without   ---o--|                          |--o---      | |  the stretch
 *   folded    ---o--|..\/\../\/..|--o---                    ..   margins, true to scale
 *                       break
 *
 * Where a stretch is no wider than its break and margins anyway, nothing is folded.
 */
#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

/**
 * DtlFold: a stretch of time in which nothing starts or ends.
 * @from_seconds: the first free civil second
 * @to_seconds: the last free civil second
 * @is_unsure: a date of which very little is known may lie in it: nothing is known to start or end
 */
typedef struct
{
  int64_t from_seconds;
  int64_t to_seconds;
  gboolean is_unsure;
} DtlFold;

/** DTL_FOLDS_MOST: so many stretches a scale can fold: more leave no room on any screen. */
#define DTL_FOLDS_MOST 24

/**
 * DtlScaleFold: a fold on a scale.
 * @openness: from 0, folded, to 1, as if it were none; between these while it opens or closes
 * @x0_px, @x1_px: the break in world pixels; equal where nothing is folded at this zoom
 * @line_x0_px, @line_x1_px: the same on the line without folds
 */
typedef struct
{
  DtlFold fold;
  double openness;
  int64_t x0_px;
  int64_t x1_px;
  int64_t line_x0_px;
  int64_t line_x1_px;
} DtlScaleFold;

/**
 * DtlTimeScale: a value, so that views can be kept and compared.
 * @px_per_day: pixels a day; from DTL_SCALE_MIN (a screen holds 10,000 years) to DTL_SCALE_MAX (a minute
 * fills a screen); set by dtl_time_scale_set_px_per_day() where there may be folds
 * @first_weekday: the day with which weeks begin on the axis, 1 Monday to 7 Sunday; 0 is Monday, as ISO 8601 has it
 * @break_px: the width of the break of a fold
 * @n_folds, @folds: by time; see dtl_time_scale_set_folds()
 */
typedef struct
{
  double px_per_day;
  int first_weekday;
  int break_px;
  guint n_folds;
  DtlScaleFold folds[DTL_FOLDS_MOST];
} DtlTimeScale;

#define DTL_SCALE_MIN_PX_PER_DAY 0.0003
#define DTL_SCALE_MAX_PX_PER_DAY 2000000.0

/* Civil seconds to world pixels (0 = 1970-01-01T00:00:00), saturating. */
int64_t dtl_time_scale_to_world_px (const DtlTimeScale *self, int64_t civil_seconds);
/* World pixels to civil seconds, saturating; the inverse within half a pixel, or half a second
 * where that is wider. */
int64_t dtl_time_scale_to_seconds (const DtlTimeScale *self, double world_px);

void dtl_time_scale_set_px_per_day (DtlTimeScale *self, double px_per_day);
void dtl_time_scale_set_folds (DtlTimeScale *self, const DtlFold *folds, guint n_folds, int break_px);
gboolean dtl_time_scale_is_same (const DtlTimeScale *self, const DtlTimeScale *other);
/* World pixels to pixels of the line without folds and back; the same where nothing is folded. */
double dtl_time_scale_to_line_px (const DtlTimeScale *self, double world_px);
double dtl_time_scale_from_line_px (const DtlTimeScale *self, double line_px);
/* The breaks that there are at this zoom. */
const DtlScaleFold *dtl_time_scale_next_break (const DtlTimeScale *self, int64_t world_px);
const DtlScaleFold *dtl_time_scale_previous_break (const DtlTimeScale *self, int64_t world_px);

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
/* Folds other stretches, or none; the time under @x_px stays there. */
void dtl_viewport_set_folds (DtlViewport *self, const DtlFold *folds, guint n_folds, int break_px, double x_px);
/* Shows @from to @to with @margin_px free on both sides. */
void dtl_viewport_fit (DtlViewport *self, int64_t from_seconds, int64_t to_seconds, int margin_px);
int64_t dtl_viewport_seconds_at (const DtlViewport *self, double x_px);
double dtl_viewport_x_at (const DtlViewport *self, int64_t civil_seconds);

G_END_DECLS
