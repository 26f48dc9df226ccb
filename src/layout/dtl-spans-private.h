/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every dated event covers on the line, over all of its marks, in finite civil seconds. The columns' own start and
 * end keep open ends open; drawing has to end somewhere.
 *
 *   2018/..      lasts, end open          reaches to the horizon: the latest finite second of the case
 *   2018/        lasts, end unknown       reaches to the end of 2018, then a stub of a few pixels
 *   [2018..]     one day, 2018 or later   stands at the start of 2018, then a stub
 *   [2018..2020] one day of the stretch   covers the stretch
 */
#pragma once

#include "model/dtl-columns.h"

G_BEGIN_DECLS

/**
 * DtlSpans:
 * @horizon_from, @horizon_to: the earliest and latest finite second of all marks of the case, whatever the filter
 * @from, @to: for each of columns->n_dated rows; inclusive
 * @has_stub: for each row, whether a mark has an open or unknown end, and so reaches a few pixels beyond its span
 */
typedef struct
{
  int64_t horizon_from;
  int64_t horizon_to;
  int64_t *from;
  int64_t *to;
  uint8_t *has_stub;
} DtlSpans;

void dtl_spans_init (DtlSpans *self, const DtlColumns *columns);
void dtl_spans_clear (DtlSpans *self);

/* The finite span of one mark; FALSE where nothing of it is known, and it gets the whole horizon. */
gboolean dtl_spans_of_bounds (const DtlSpans *self, const DtlBounds *bounds, int64_t *from, int64_t *to);

#define DTL_BOUND_ANY_STUB (DTL_BOUND_START_OPEN | DTL_BOUND_START_UNKNOWN | DTL_BOUND_END_OPEN | DTL_BOUND_END_UNKNOWN)

/* In seconds, at least 1, saturating; by halves, since the difference of the extremes is no int64. */
static inline int64_t
dtl_spans_length (const DtlSpans *self, uint32_t row)
{
  int64_t half = self->to[row] / 2 - self->from[row] / 2;

  return half > INT64_MAX / 2 - 1 ? INT64_MAX : half * 2 + 1;
}

G_END_DECLS
