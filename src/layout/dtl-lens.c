/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-lens.h. */
#include "config.h"

#include "layout/dtl-lens.h"

#include <math.h>

#include "date/dtl-bounds.h"

/* Free beside the first and the last event, as a share of the whole, and at least. */
#define PADDING_SHARE    (1 / 48.0)
#define PADDING_SECONDS  (DTL_SECONDS_PER_DAY / 2)
#define SECONDS_LIMIT    9.2e18
#define SMALLEST_SECONDS 2.0

static int64_t
clamp_seconds (double seconds)
{
  if (seconds >= SECONDS_LIMIT)
    return DTL_CIVIL_MAX;
  return seconds <= -SECONDS_LIMIT ? DTL_CIVIL_MIN : (int64_t) floor (seconds + 0.5);
}

/**
 * dtl_strip_init:
 * @from_seconds, @to_seconds: first and last second of what there is, in order
 * @x0_px, @width_px: where the strip stands; @width_px above 0
 */
void
dtl_strip_init (DtlStrip *self, int64_t from_seconds, int64_t to_seconds, double x0_px, double width_px)
{
  double length = (double) to_seconds - (double) from_seconds;
  double padding = MAX (length * PADDING_SHARE, PADDING_SECONDS);

  g_return_if_fail (self != NULL && from_seconds <= to_seconds && width_px > 0);

  self->from_seconds = clamp_seconds ((double) from_seconds - padding);
  self->to_seconds = clamp_seconds ((double) to_seconds + padding);
  self->x0_px = x0_px;
  self->width_px = width_px;
}

static double
seconds_per_px (const DtlStrip *self)
{
  return ((double) self->to_seconds - (double) self->from_seconds) / self->width_px;
}

/** dtl_strip_get_x: Returns: where a moment stands, also beside the strip */
double
dtl_strip_get_x (const DtlStrip *self, int64_t civil_seconds)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->x0_px + ((double) civil_seconds - (double) self->from_seconds) / seconds_per_px (self);
}

/** dtl_strip_get_seconds: Returns: the moment at a place, saturating */
int64_t
dtl_strip_get_seconds (const DtlStrip *self, double x_px)
{
  g_return_val_if_fail (self != NULL, 0);

  return clamp_seconds ((double) self->from_seconds + (x_px - self->x0_px) * seconds_per_px (self));
}

/**
 * dtl_lens_init:
 * @from_seconds, @to_seconds: the visible span, in order; it may reach beyond the strip or lie wholly outside of it,
 * and is then at its end
 */
void
dtl_lens_init (DtlLens *self, const DtlStrip *strip, int64_t from_seconds, int64_t to_seconds)
{
  double end_px, outset_px, shift_px = 0;

  g_return_if_fail (self != NULL && strip != NULL && from_seconds <= to_seconds);

  end_px = strip->x0_px + strip->width_px;
  self->x0_px = CLAMP (dtl_strip_get_x (strip, from_seconds), strip->x0_px, end_px);
  self->x1_px = CLAMP (dtl_strip_get_x (strip, to_seconds), strip->x0_px, end_px);
  /* A narrow lens has its handles beside it, so that a target's width is left between them. */
  outset_px = MAX (DTL_LENS_TARGET_PX - (self->x1_px - self->x0_px) / 2, 0);
  self->left_px = self->x0_px - outset_px;
  self->right_px = self->x1_px + outset_px;
  if (self->left_px < strip->x0_px)
    shift_px = strip->x0_px - self->left_px;
  else if (self->right_px > end_px)
    shift_px = end_px - self->right_px;
  self->left_px += shift_px;
  self->right_px += shift_px;
}

/** dtl_lens_hit: Returns: what is at @x_px */
DtlLensPart
dtl_lens_hit (const DtlLens *self, double x_px, double target_px)
{
  double half_px;

  g_return_val_if_fail (self != NULL, DTL_LENS_OUTSIDE);

  /* A third of the lens each for two handles and what is between them, where they want more. */
  half_px = MAX (MIN (target_px, (self->right_px - self->left_px) / 3 * 2), DTL_LENS_TARGET_PX) / 2;
  if (fabs (x_px - self->left_px) <= half_px)
    return DTL_LENS_LEFT;
  if (fabs (x_px - self->right_px) <= half_px)
    return DTL_LENS_RIGHT;
  return x_px > self->left_px && x_px < self->right_px ? DTL_LENS_MIDDLE : DTL_LENS_OUTSIDE;
}

/* --- dragging --------------------------------------------------------------------------------------------------- */

/** Span: from and to as doubles, in which the span of all time is no trap. */
typedef struct
{
  double from;
  double to;
} Span;

/* The middle of what is seen stays on the strip, so that nobody loses the case. */
static Span
move_span (const DtlStrip *strip, Span span, double by_seconds)
{
  double middle = (span.from + span.to) / 2;

  by_seconds = CLAMP (middle + by_seconds, (double) strip->from_seconds, (double) strip->to_seconds) - middle;
  return (Span){ span.from + by_seconds, span.to + by_seconds };
}

/* An edge that was beyond the strip's end was seen at that end, and starts from there. */
static double
move_edge (const DtlStrip *strip, double edge_seconds, double by_seconds)
{
  double from = (double) strip->from_seconds;
  double to = (double) strip->to_seconds;

  return CLAMP (CLAMP (edge_seconds, from, to) + by_seconds, from, to);
}

static Span
draw_span (const DtlLensDrag *self, const DtlStrip *strip, double x_px)
{
  double a = move_edge (strip, (double) dtl_strip_get_seconds (strip, self->start_x_px), 0);
  double b = move_edge (strip, (double) dtl_strip_get_seconds (strip, x_px), 0);
  double lacking = MAX ((double) self->least_seconds - fabs (b - a), 0);

  return (Span){ MIN (a, b) - (b < a ? lacking : 0), MAX (a, b) + (b < a ? 0 : lacking) };
}

/**
 * dtl_lens_drag_to:
 * @x_px: where the pointer is
 * @from_seconds, @to_seconds: (out): the span then
 */
void
dtl_lens_drag_to (const DtlLensDrag *self,
                  const DtlStrip *strip,
                  double x_px,
                  int64_t *from_seconds,
                  int64_t *to_seconds)
{
  Span span;
  double by, least, most;

  g_return_if_fail (self != NULL && strip != NULL && from_seconds != NULL && to_seconds != NULL);

  span = (Span){ (double) self->from_seconds, (double) self->to_seconds };
  by = (x_px - self->start_x_px) * seconds_per_px (strip);
  least = MAX ((double) self->least_seconds, SMALLEST_SECONDS);
  most = MAX ((double) self->most_seconds, least);
  switch (self->part)
    {
    case DTL_LENS_MIDDLE:
      span = move_span (strip, span, by);
      break;
    case DTL_LENS_LEFT:
      span.from = CLAMP (move_edge (strip, span.from, by), span.to - most, span.to - least);
      break;
    case DTL_LENS_RIGHT:
      span.to = CLAMP (move_edge (strip, span.to, by), span.from + least, span.from + most);
      break;
    case DTL_LENS_OUTSIDE:
    default:
      span = draw_span (self, strip, x_px);
      break;
    }
  *from_seconds = clamp_seconds (span.from);
  *to_seconds = clamp_seconds (span.to);
}
