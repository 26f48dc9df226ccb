/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The overview as geometry: time over a strip, the lens on it that is the visible span, what of the lens is under a
 * point, and what a drag makes of it. Pixels are those of the strip; time runs from left to right in every language.
 *
 *        x0                                        x0 + width
 *         |        left          right              |
 *         |         [|            |]                |      handles stand on the edges of the lens ...
 *         |      [|---I---|]                        |      ... or beside it where it is narrower than they are
 */
#pragma once

#include "layout/dtl-time-scale.h"

G_BEGIN_DECLS

/** DTL_LENS_TARGET_PX: the least width of what is to be hit with a pointer. */
#define DTL_LENS_TARGET_PX 24

/**
 * DtlStrip: time over the strip.
 * @from_seconds, @to_seconds: at its left and right end
 * @x0_px, @width_px: where it stands; half a target at least is free beside it
 */
typedef struct
{
  int64_t from_seconds;
  int64_t to_seconds;
  double x0_px;
  double width_px;
} DtlStrip;

/* @from_seconds, @to_seconds: first and last second of what there is, in order; a little is added on both sides. */
void dtl_strip_init (DtlStrip *self, int64_t from_seconds, int64_t to_seconds, double x0_px, double width_px);
/* Not clamped: what lies outside of the strip has a place too. */
double dtl_strip_get_x (const DtlStrip *self, int64_t civil_seconds);
int64_t dtl_strip_get_seconds (const DtlStrip *self, double x_px);

/** DtlLensPart: what can be taken hold of. */
typedef enum
{
  DTL_LENS_OUTSIDE,
  DTL_LENS_LEFT,
  DTL_LENS_MIDDLE,
  DTL_LENS_RIGHT,
} DtlLensPart;

/**
 * DtlLens: the visible span on the strip.
 * @x0_px, @x1_px: its edges, kept on the strip
 * @left_px, @right_px: where its handles stand; two targets apart at least, with a third one between them
 */
typedef struct
{
  double x0_px;
  double x1_px;
  double left_px;
  double right_px;
} DtlLens;

void dtl_lens_init (DtlLens *self, const DtlStrip *strip, int64_t from_seconds, int64_t to_seconds);
/* @target_px: how wide handles are where the lens has room for it; never less than DTL_LENS_TARGET_PX */
DtlLensPart dtl_lens_hit (const DtlLens *self, double x_px, double target_px);

/**
 * DtlLensDrag: a drag from where it began.
 * @part: what was taken hold of; DTL_LENS_OUTSIDE draws a new span
 * @start_x_px: where
 * @from_seconds, @to_seconds: the span at that moment
 * @least_seconds, @most_seconds: how long a span can be
 */
typedef struct
{
  DtlLensPart part;
  double start_x_px;
  int64_t from_seconds;
  int64_t to_seconds;
  int64_t least_seconds;
  int64_t most_seconds;
} DtlLensDrag;

/* The span once the pointer is at @x_px. */
void dtl_lens_drag_to (const DtlLensDrag *self,
                       const DtlStrip *strip,
                       double x_px,
                       int64_t *from_seconds,
                       int64_t *to_seconds);

G_END_DECLS
