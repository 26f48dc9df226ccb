/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Time and pixels. Days and the seconds within a day are scaled apart, so that a second is not lost to rounding far
 * from the epoch. Where folds are, this gives pixels of a line without any, of which these then take their shares:
 * outside of breaks, that only subtracts whole pixels, so that folding rounds nothing. */
#include "config.h"

#include "layout/dtl-time-scale.h"

#include <math.h>

#include "base/dtl-arith.h"
#include "date/dtl-bounds.h"

/* World pixels saturate well below int64, so that widths and sums of two of them do not overflow. */
#define WORLD_LIMIT_PX ((double) (INT64_C (1) << 60))

#define SECONDS_LIMIT 9.2e18

static int64_t
to_line_px (double px_per_day, int64_t civil_seconds)
{
  int64_t days = dtl_i64_floor_div (civil_seconds, DTL_SECONDS_PER_DAY);
  int64_t rest_seconds = dtl_i64_floor_mod (civil_seconds, DTL_SECONDS_PER_DAY);
  double px = (double) days * px_per_day + (double) rest_seconds * (px_per_day / DTL_SECONDS_PER_DAY);

  return (int64_t) floor (CLAMP (px, -WORLD_LIMIT_PX, WORLD_LIMIT_PX) + 0.5);
}

/* --- folds ------------------------------------------------------------------------------------------------------ */

static gboolean
is_break (const DtlScaleFold *fold)
{
  return fold->x1_px - fold->x0_px < fold->line_x1_px - fold->line_x0_px;
}

/* Where the break is at this zoom. Returns: by how much less it is than the line */
static int64_t
place_fold (const DtlTimeScale *self, DtlScaleFold *fold, int64_t saved_px)
{
  int64_t x0_px = to_line_px (self->px_per_day, fold->fold.from_seconds);
  int64_t x1_px = to_line_px (self->px_per_day, dtl_i64_add_saturated (fold->fold.to_seconds, 1));
  int64_t margin_px = self->break_px / 2;
  int64_t width_px = x1_px - x0_px - 2 * margin_px;
  int64_t break_px = self->break_px;

  if (width_px > break_px)
    {
      x0_px += margin_px;
      x1_px -= margin_px;
      break_px += (int64_t) floor ((double) (width_px - break_px) * fold->openness + 0.5);
    }
  else
    {
      x1_px = x0_px;
      break_px = width_px = 0;
    }
  fold->line_x0_px = x0_px;
  fold->line_x1_px = x1_px;
  fold->x0_px = x0_px - saved_px;
  fold->x1_px = fold->x0_px + MIN (break_px, width_px);
  return width_px - (fold->x1_px - fold->x0_px);
}

static void
place_folds (DtlTimeScale *self)
{
  int64_t saved_px = 0;

  for (guint i = 0; i < self->n_folds; i++)
    saved_px += place_fold (self, &self->folds[i], saved_px);
}

/** dtl_time_scale_set_px_per_day: @px_per_day: positive */
void
dtl_time_scale_set_px_per_day (DtlTimeScale *self, double px_per_day)
{
  g_return_if_fail (self != NULL && px_per_day > 0);

  self->px_per_day = px_per_day;
  place_folds (self);
}

/**
 * dtl_time_scale_set_folds:
 * @self: the scale, with its pixels a day
 * @folds: (array length=n_folds) (nullable): by time, none touching another; of more than DTL_FOLDS_MOST the first
 * @break_px: how wide a break is drawn, even; half of it is kept free on both sides
 */
void
dtl_time_scale_set_folds (DtlTimeScale *self, const DtlFold *folds, guint n_folds, int break_px)
{
  g_return_if_fail (self != NULL && (n_folds == 0 || (folds != NULL && break_px > 0)));

  self->break_px = break_px;
  self->n_folds = MIN (n_folds, DTL_FOLDS_MOST);
  for (guint i = 0; i < self->n_folds; i++)
    self->folds[i] = (DtlScaleFold){ .fold = folds[i] };
  place_folds (self);
}

/** dtl_time_scale_is_same: Returns: whether every moment stands at the same world pixel */
gboolean
dtl_time_scale_is_same (const DtlTimeScale *self, const DtlTimeScale *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  if (self->px_per_day != other->px_per_day || self->n_folds != other->n_folds ||
      (self->n_folds > 0 && self->break_px != other->break_px))
    return FALSE;
  for (guint i = 0; i < self->n_folds; i++)
    if (self->folds[i].fold.from_seconds != other->folds[i].fold.from_seconds ||
        self->folds[i].fold.to_seconds != other->folds[i].fold.to_seconds ||
        self->folds[i].openness != other->folds[i].openness)
      return FALSE;
  return TRUE;
}

/* The last fold whose break begins at @world_px or before; NULL if there is none. */
static const DtlScaleFold *
find_fold (const DtlTimeScale *self, double world_px)
{
  guint low = 0;
  guint high = self->n_folds;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if ((double) self->folds[middle].x0_px <= world_px)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? &self->folds[low - 1] : NULL;
}

/* The same on the line. */
static const DtlScaleFold *
find_fold_on_line (const DtlTimeScale *self, double line_px)
{
  guint low = 0;
  guint high = self->n_folds;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if ((double) self->folds[middle].line_x0_px <= line_px)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? &self->folds[low - 1] : NULL;
}

/** dtl_time_scale_to_line_px: Returns: where a world pixel, or a place between two, stands without folds */
double
dtl_time_scale_to_line_px (const DtlTimeScale *self, double world_px)
{
  const DtlScaleFold *fold;

  g_return_val_if_fail (self != NULL, 0);

  fold = find_fold (self, world_px);
  if (fold == NULL)
    return world_px;
  if (world_px >= (double) fold->x1_px)
    return world_px + (double) (fold->line_x1_px - fold->x1_px);
  return (double) fold->line_x0_px +
         (world_px - (double) fold->x0_px) *
             ((double) (fold->line_x1_px - fold->line_x0_px) / (double) (fold->x1_px - fold->x0_px));
}

/** dtl_time_scale_from_line_px: Returns: its inverse */
double
dtl_time_scale_from_line_px (const DtlTimeScale *self, double line_px)
{
  const DtlScaleFold *fold;

  g_return_val_if_fail (self != NULL, 0);

  fold = find_fold_on_line (self, line_px);
  if (fold == NULL)
    return line_px;
  if (line_px >= (double) fold->line_x1_px)
    return line_px - (double) (fold->line_x1_px - fold->x1_px);
  return (double) fold->x0_px +
         (line_px - (double) fold->line_x0_px) *
             ((double) (fold->x1_px - fold->x0_px) / (double) (fold->line_x1_px - fold->line_x0_px));
}

/** dtl_time_scale_next_break: Returns: (nullable): the first break that ends right of @world_px */
const DtlScaleFold *
dtl_time_scale_next_break (const DtlTimeScale *self, int64_t world_px)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->n_folds; i++)
    if (self->folds[i].x1_px > world_px && is_break (&self->folds[i]))
      return &self->folds[i];
  return NULL;
}

/** dtl_time_scale_previous_break: Returns: (nullable): the last break that begins left of @world_px */
const DtlScaleFold *
dtl_time_scale_previous_break (const DtlTimeScale *self, int64_t world_px)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = self->n_folds; i > 0; i--)
    if (self->folds[i - 1].x0_px < world_px && is_break (&self->folds[i - 1]))
      return &self->folds[i - 1];
  return NULL;
}

/* --- time and pixels -------------------------------------------------------------------------------------------- */

/**
 * dtl_time_scale_to_world_px:
 * @self: the scale
 * @civil_seconds: a civil second, DTL_CIVIL_MIN and DTL_CIVIL_MAX included
 *
 * Returns: the nearest whole pixel, within 2^61 of 0, and without folds within 2^60
 */
int64_t
dtl_time_scale_to_world_px (const DtlTimeScale *self, int64_t civil_seconds)
{
  int64_t line_px = to_line_px (self->px_per_day, civil_seconds);
  const DtlScaleFold *fold = self->n_folds > 0 ? find_fold_on_line (self, (double) line_px) : NULL;

  if (fold == NULL)
    return line_px;
  if (line_px >= fold->line_x1_px)
    return line_px - (fold->line_x1_px - fold->x1_px);
  return fold->x0_px +
         (int64_t) floor ((double) (line_px - fold->line_x0_px) *
                          ((double) (fold->x1_px - fold->x0_px) / (double) (fold->line_x1_px - fold->line_x0_px)));
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
  double line_px = self->n_folds > 0 ? dtl_time_scale_to_line_px (self, world_px) : world_px;
  double days = line_px / self->px_per_day;
  double whole_days = floor (days);

  if (days * DTL_SECONDS_PER_DAY >= SECONDS_LIMIT)
    return DTL_CIVIL_MAX;
  if (days * DTL_SECONDS_PER_DAY <= -SECONDS_LIMIT)
    return DTL_CIVIL_MIN;
  return (int64_t) whole_days * DTL_SECONDS_PER_DAY + (int64_t) floor ((days - whole_days) * DTL_SECONDS_PER_DAY + 0.5);
}
