/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A claim becomes a drawing: where its mark stands, which shape it has, how far its bar or band reaches and how that
 * ends. Knows nothing of rows and labels. */
#pragma once

#include "layout/dtl-layout.h"
#include "layout/dtl-spans-private.h"

G_BEGIN_DECLS

/* A bar or band whose end nobody knows reaches so many pixels further, with its arrow or dots. */
#define DTL_STUB_PX 48

/* The band of a day shows once the day is as wide as so many marks; of what is coarser, once it is wider than one. */
#define DTL_DAY_BAND_MARKS 4

/** DtlMarkMaker: what placing marks needs; borrowed from the layout. */
typedef struct
{
  const DtlColumns *columns;
  const DtlSpans *spans;
  DtlTimeScale scale;
  int mark_size_px;
} DtlMarkMaker;

/* Appends the marks of @row to @marks (element-type DtlPlacedMark); @x0_px and @x1_px get the extent of all of them,
 * bars, bands and stubs included. */
void dtl_marks_make (const DtlMarkMaker *self, uint32_t row, GArray *marks, int64_t *x0_px, int64_t *x1_px);

G_END_DECLS
