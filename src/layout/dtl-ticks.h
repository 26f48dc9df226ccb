/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two-level time axis: a table of levels from millennia to hours, each with its own step; the finest one whose
 * labels fit is used. */
#pragma once

#include "layout/dtl-text-measure.h"
#include "layout/dtl-time-scale.h"

G_BEGIN_DECLS

/**
 * DtlTick:
 * @x_px: world pixel
 * @is_major: upper row (years over months, decades over years, months over days)
 * @is_continued: a fold's break ends here, and the step began in it or before: it has a label, but no line
 * @label: owned; "" where there is no room for it
 * @label_x_px: where the label starts; a major label slides so that it stays in view while its span is
 */
typedef struct
{
  int64_t x_px;
  int64_t seconds;
  gboolean is_major;
  gboolean is_continued;
  char *label;
  int64_t label_x_px;
} DtlTick;

/* (element-type DtlTick) (transfer full): ticks in the span, ordered by x, labels that do not overlap. The tick
 * left of the span is included in each row, so that its label can slide out of view. No tick is in the break of a fold,
 * and no label reaches into one. */
GArray *dtl_ticks_compute (const DtlTimeScale *scale, int64_t x0_px, int64_t x1_px, DtlTextMeasure *measure);

G_END_DECLS
