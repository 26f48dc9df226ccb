/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that read, bound, print and build EDTF values share. */
#pragma once

#include "date/dtl-edtf.h"

G_BEGIN_DECLS

/* DTL_EDTF_MAX_CHARACTERS: longer strings are refused unread. */
#define DTL_EDTF_MAX_CHARACTERS 1000

/*
 * DtlEdtf:
 * @text: as written; owned
 * @level: 0 to 2
 * @bounds: of the whole value
 * @elements: of DtlEdtfElement, at least one; owned; never changed after construction
 */
struct _DtlEdtf
{
  gatomicrefcount ref_count;
  char *text;
  int level;
  DtlEdtfShape shape;
  DtlBounds bounds;
  GArray *elements;
};

/* dtl-edtf.c */
DtlEdtf *dtl_edtf_new_take (const char *text, int level, DtlEdtfShape shape, GArray *elements);

/* dtl-edtf-bounds.c */
gboolean dtl_edtf_digits_fit (int64_t number, int64_t pattern, uint32_t mask, int n_digits);
gboolean dtl_edtf_date_range (const DtlEdtfDate *date, DtlCivilDay *first, DtlCivilDay *last);
void dtl_edtf_date_fill_bounds (DtlEdtfDate *date, const DtlCivilDay *first, const DtlCivilDay *last);
void dtl_edtf_compute_bounds (DtlEdtfShape shape, const GArray *elements, DtlBounds *bounds);

G_END_DECLS
