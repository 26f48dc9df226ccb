/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One date as a person says it: it may lack what a neighbour says ("3 and 9 May"), be a decade, or a third of
 * something. */
#pragma once

#include "date/dtl-date-thirds.h"
#include "date/dtl-edtf.h"

G_BEGIN_DECLS

/*
 * DtlDatePoint:
 * @at: where it stands in the text
 * @precision: YEAR, SEASON, MONTH or DAY
 * @has_year: FALSE for "20 June"
 * @year: astronomical; the first of a decade or century
 * @n_unknown: 1 for a decade, 2 for a century
 * @before_era: a century that is counted backwards: its years are @year and 99 before it
 * @month: 1 to 12, a season code, or 0: a day that lacks it
 * @day: 1 to 31
 * @third: of which only a part is meant
 * @qualifiers: DtlQualifier
 */
typedef struct
{
  const char *at;
  DtlPrecision precision;
  gboolean has_year;
  int64_t year;
  int n_unknown;
  gboolean before_era;
  int month;
  int day;
  DtlThird third;
  uint8_t qualifiers;
} DtlDatePoint;

/*
 * DtlDateSpan:
 * @precision: YEAR, MONTH or DAY: the coarsest that can say it
 * @first: day number
 * @last: day number
 */
typedef struct
{
  DtlPrecision precision;
  int64_t first;
  int64_t last;
} DtlDateSpan;

char *dtl_date_point_write (const DtlDatePoint *self);
char *dtl_date_point_write_whole (const DtlDatePoint *self);
gboolean dtl_date_point_span (const DtlDatePoint *self, DtlDateSpan *span);
char *dtl_date_span_write_day (int64_t day_number, DtlPrecision precision, uint8_t qualifiers);

G_END_DECLS
