/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Derived dates: an anchor, a comparator, an amount, a unit and a way of counting give a date. */
#pragma once

#include "date/dtl-calendar.h"
#include "date/dtl-edtf.h"

G_BEGIN_DECLS

/** DtlTimeUnit: what is counted. Business days are those of a calendar. */
typedef enum
{
  DTL_UNIT_DAYS,
  DTL_UNIT_BUSINESS_DAYS,
  DTL_UNIT_WEEKS,
  DTL_UNIT_MONTHS,
  DTL_UNIT_YEARS,
} DtlTimeUnit;

/** DtlComparator: how the derived date stands to the computed one. */
typedef enum
{
  DTL_COMPARATOR_EQUAL,
  DTL_COMPARATOR_AT_LEAST,
  DTL_COMPARATOR_AT_MOST,
  DTL_COMPARATOR_ABOUT,
  DTL_COMPARATOR_BEFORE,
  DTL_COMPARATOR_AFTER,
} DtlComparator;

/** DtlCounting: whether the anchor's own day is the first of the days counted. */
typedef enum
{
  DTL_COUNTING_ANCHOR_NOT_COUNTED, /* 30 days after 20 June is 20 July */
  DTL_COUNTING_ANCHOR_COUNTED,     /* 30 days from and including 20 June is 19 July */
} DtlCounting;

/** DtlMonthEnd: what becomes of a day that the month counted to does not have. */
typedef enum
{
  DTL_MONTH_END_LAST_DAY, /* a month after 31 January 2023 is 28 February */
  DTL_MONTH_END_OVERFLOW, /* it is 3 March: what is left over is counted on */
} DtlMonthEnd;

/**
 * DtlDateShift: how far to count, and how.
 * @comparator: how the result stands to the computed date a: at least gives `[a..]`, at most `[anchor..a]`, or
 * `[a..anchor]` for a negative amount, before `[..a-1]`, after `[a+1..]`, about `a~`. Where a is a month or year,
 * before and after keep it: the day may be any in it, so that `[..a]` and `[a..]` are all that is known
 * @amount: how many units, negative for "before the anchor"
 * @counting: whether the anchor's own day is the first of the days counted; of business days only where it is one. A
 * month from and including the 5th ends on the 4th
 * @month_end: for months and years
 * @calendar: (nullable): for business days; NULL for Monday to Friday
 */
typedef struct
{
  DtlComparator comparator;
  int64_t amount;
  DtlTimeUnit unit;
  DtlCounting counting;
  DtlMonthEnd month_end;
  const DtlCalendar *calendar;
} DtlDateShift;

/**
 * dtl_date_shift:
 * @anchor: the date counted from; of any precision, which the result keeps (a month plus 30 days is a stretch of
 * days), as it keeps `?` and `~`. An interval counts from its start
 * @shift: how far
 * @error: DTL_DATE_ERROR_UNSUPPORTED for an anchor that is several dates (`{...}`), DTL_DATE_ERROR_RANGE where the
 * anchor is open or unknown, where the result cannot be written (days and months of years outside -9999 to 9999), for
 * more than a hundred thousand business days, and for those of a time before the calendar's first day
 *
 * Returns: (transfer full) (nullable): the derived date, or NULL with @error set
 */
DtlEdtf *dtl_date_shift (DtlEdtf *anchor, const DtlDateShift *shift, GError **error);

G_END_DECLS
