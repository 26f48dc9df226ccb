/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From components to bounds: which days a date can mean, and from them the four bounds of a date and of a value.
 *
 * Days are computed in the calendar, not in seconds, so that years beyond the range of seconds still compare and
 * print; the bounds saturate at the very end. Qualifiers never move a bound.
 */
#include "config.h"

#include "base/dtl-arith.h"
#include "date/dtl-edtf-private.h"

#define FIRST_SEASON 21

/* PartOfYear: the months that a code in the place of the month stands for; they may run into the next year. */
typedef struct
{
  int first_month;
  int n_months;
} PartOfYear;

/* Codes 21 to 41. The southern seasons are the northern ones shifted by six months, within the year written. */
static const PartOfYear parts_of_year[] = {
  { 3, 3 }, { 6, 3 },  { 9, 3 }, { 12, 3 }, /* 21 to 24: spring, summer, autumn, winter */
  { 3, 3 }, { 6, 3 },  { 9, 3 }, { 12, 3 }, /* 25 to 28: the same, said to be northern */
  { 9, 3 }, { 12, 3 }, { 3, 3 }, { 6, 3 },  /* 29 to 32: southern */
  { 1, 3 }, { 4, 3 },  { 7, 3 }, { 10, 3 }, /* 33 to 36: quarters */
  { 1, 4 }, { 5, 4 },  { 9, 4 },            /* 37 to 39: quadrimesters */
  { 1, 6 }, { 7, 6 },                       /* 40 and 41: halves */
};

static int64_t
power_of_ten (int exponent)
{
  int64_t power = 1;

  while (exponent-- > 0)
    power *= 10;
  return power;
}

/*
 * dtl_edtf_digits_fit:
 * @number: a number, not negative
 * @pattern: the known digits, 0 in place of the unknown ones
 * @mask: bit n for the unknown digit worth 10^n
 * @n_digits: how many digits the pattern has
 *
 * Returns: whether @number has the known digits
 */
gboolean
dtl_edtf_digits_fit (int64_t number, int64_t pattern, uint32_t mask, int n_digits)
{
  for (int i = 0; i < n_digits; i++, number /= 10, pattern /= 10)
    if (!(mask & (1u << i)) && number % 10 != pattern % 10)
      return FALSE;
  return number == 0;
}

static gboolean
year_fits (const DtlEdtfDate *date, int64_t year)
{
  gboolean negative = (date->year_mask & DTL_EDTF_YEAR_MASK_NEGATIVE) != 0;

  if (date->year_mask == 0)
    return TRUE;
  return dtl_edtf_digits_fit (negative ? -year : year, negative ? -date->year : date->year, date->year_mask, 4);
}

/* The first and last year that the digits allow. There is no year -0000, so negative masks end before it. */
static void
masked_year_range (const DtlEdtfDate *date, int64_t *first, int64_t *last)
{
  gboolean negative = (date->year_mask & DTL_EDTF_YEAR_MASK_NEGATIVE) != 0;
  int64_t low = negative ? -date->year : date->year, high = low;
  int64_t smallest_unknown = 0;

  for (int i = 3; i >= 0; i--)
    if (date->year_mask & (1u << i))
      {
        high += 9 * power_of_ten (i);
        smallest_unknown = power_of_ten (i);
      }
  if (negative && low == 0)
    low = smallest_unknown;
  *first = negative ? -high : low;
  *last = negative ? -low : high;
}

/* `1950S2` is a year of 1900 to 1999: all years with the same first two digits. */
static void
significant_year_range (const DtlEdtfDate *date, int64_t *first, int64_t *last)
{
  int64_t magnitude = ABS (date->year), unit = 1, low;
  int n_digits = 0;

  for (int64_t rest = magnitude; rest > 0; rest /= 10)
    n_digits++;
  if (date->significant_digits > 0 && date->significant_digits < n_digits)
    unit = power_of_ten (n_digits - date->significant_digits);
  low = magnitude / unit * unit;
  *first = date->year < 0 ? -(low + unit - 1) : low;
  *last = date->year < 0 ? -low : low + unit - 1;
}

static void
year_range (const DtlEdtfDate *date, int64_t *first, int64_t *last)
{
  if (date->year_mask != 0)
    masked_year_range (date, first, last);
  else
    significant_year_range (date, first, last);
}

/* A month counted from January of @year, which may lie in the next year. */
static DtlCivilDay
last_day_of_month (int64_t year, int month)
{
  DtlCivilDay day = { year + (month - 1) / 12, (month - 1) % 12 + 1, 0 };

  day.day = dtl_civil_days_in_month (day.year, day.month);
  return day;
}

static void
season_range (const DtlEdtfDate *date, DtlCivilDay *first, DtlCivilDay *last)
{
  const PartOfYear *part = &parts_of_year[date->month - FIRST_SEASON];

  first->month = part->first_month;
  *last = last_day_of_month (last->year, part->first_month + part->n_months - 1);
}

static void
month_range (const DtlEdtfDate *date, DtlCivilDay *first, DtlCivilDay *last)
{
  int first_month = 1, last_month = 12;

  while (!dtl_edtf_digits_fit (first_month, date->month, date->month_mask, 2))
    first_month++;
  while (!dtl_edtf_digits_fit (last_month, date->month, date->month_mask, 2))
    last_month--;
  first->month = first_month;
  *last = last_day_of_month (last->year, last_month);
}

/* The first (@step 1) or last (@step -1) day in @year that fits. Nearly all days are written whole: those are not
 * searched for. */
static gboolean
find_day_in_year (const DtlEdtfDate *date, int64_t year, int step, DtlCivilDay *found)
{
  if (date->month_mask == 0 && date->day_mask == 0)
    {
      if (date->day < 1 || date->day > dtl_civil_days_in_month (year, date->month))
        return FALSE;
      *found = (DtlCivilDay){ year, date->month, date->day };
      return TRUE;
    }
  for (int month = step > 0 ? 1 : 12; month >= 1 && month <= 12; month += step)
    {
      int n_days = dtl_civil_days_in_month (year, month);

      if (!dtl_edtf_digits_fit (month, date->month, date->month_mask, 2))
        continue;
      for (int day = step > 0 ? 1 : n_days; day >= 1 && day <= n_days; day += step)
        if (dtl_edtf_digits_fit (day, date->day, date->day_mask, 2))
          {
            *found = (DtlCivilDay){ year, month, day };
            return TRUE;
          }
    }
  return FALSE;
}

/* The first or last day that fits, from @from to @to year by year. Whether a day fits depends on the year only by its
 * being a leap year, so two failures, one of each sort, end the search. */
static gboolean
find_day (const DtlEdtfDate *date, int64_t from, int64_t to, DtlCivilDay *found)
{
  int step = from <= to ? 1 : -1;
  gboolean failed[2] = { FALSE, FALSE };

  for (int64_t year = from; year != to + step && !(failed[0] && failed[1]); year += step)
    {
      gboolean leap = dtl_civil_is_leap_year (year);

      if (failed[leap] || !year_fits (date, year))
        continue;
      if (find_day_in_year (date, year, step, found))
        return TRUE;
      failed[leap] = TRUE;
    }
  return FALSE;
}

/* find_day() counts years down only when told two different ones; one year alone needs both directions. */
static gboolean
day_range (const DtlEdtfDate *date, DtlCivilDay *first, DtlCivilDay *last)
{
  int64_t first_year = first->year, last_year = last->year;

  if (first_year == last_year)
    return find_day_in_year (date, first_year, 1, first) && find_day_in_year (date, last_year, -1, last);
  return find_day (date, first_year, last_year, first) && find_day (date, last_year, first_year, last);
}

/*
 * dtl_edtf_date_range:
 * @date: a date whose components are in their ranges
 * @first: (out): the earliest day that it can mean
 * @last: (out): the latest
 *
 * Returns: whether any day of the calendar fits
 */
gboolean
dtl_edtf_date_range (const DtlEdtfDate *date, DtlCivilDay *first, DtlCivilDay *last)
{
  *first = (DtlCivilDay){ 0, 1, 1 };
  *last = (DtlCivilDay){ 0, 12, 31 };
  year_range (date, &first->year, &last->year);
  switch (date->precision)
    {
    case DTL_PRECISION_YEAR:
      return TRUE;
    case DTL_PRECISION_SEASON:
      season_range (date, first, last);
      return TRUE;
    case DTL_PRECISION_MONTH:
      month_range (date, first, last);
      return TRUE;
    case DTL_PRECISION_DAY:
    case DTL_PRECISION_SECOND:
    default:
      return day_range (date, first, last);
    }
}

static int64_t
first_second (const DtlCivilDay *day)
{
  return dtl_civil_seconds_from_day (dtl_civil_day_number (day->year, day->month, day->day));
}

/* A day that has left the range at its lower end is there with all of its seconds. */
static int64_t
last_second (const DtlCivilDay *day)
{
  int64_t first = first_second (day);

  return first == DTL_CIVIL_MIN ? DTL_CIVIL_MIN : dtl_i64_add_saturated (first, DTL_SECONDS_PER_DAY - 1);
}

/*
 * dtl_edtf_date_fill_bounds:
 * @date: (inout): the date whose bounds are set
 * @first: its earliest day
 * @last: its latest day
 */
void
dtl_edtf_date_fill_bounds (DtlEdtfDate *date, const DtlCivilDay *first, const DtlCivilDay *last)
{
  uint8_t qualifiers = date->year_qualifiers | date->month_qualifiers | date->day_qualifiers;
  DtlBounds *bounds = &date->bounds;

  bounds->start_earliest = first_second (first);
  bounds->start_latest = last_second (last);
  bounds->flags = DTL_BOUND_NONE;
  if (date->precision == DTL_PRECISION_SECOND)
    {
      /* 24:00:00 ends its own day, and does not begin the next. */
      int64_t second = MIN (date->hour * 3600 + date->minute * 60 + date->second, DTL_SECONDS_PER_DAY - 1);

      bounds->start_earliest = dtl_i64_add_saturated (bounds->start_earliest, second);
      bounds->start_latest = bounds->start_earliest;
      bounds->flags |= DTL_BOUND_HAS_TIME;
    }
  bounds->end_earliest = bounds->start_earliest;
  bounds->end_latest = bounds->start_latest;
  if (qualifiers & DTL_QUALIFIER_UNCERTAIN)
    bounds->flags |= DTL_BOUND_UNCERTAIN;
  if (qualifiers & DTL_QUALIFIER_APPROXIMATE)
    bounds->flags |= DTL_BOUND_APPROXIMATE;
}

/* An interval starts within its first date and ends within its last, and not before it has started. */
static void
interval_bounds (const DtlEdtfElement *element, DtlBounds *bounds)
{
  const DtlBounds *first = &element->first.date.bounds, *last = &element->last.date.bounds;
  gboolean has_first = element->first.kind == DTL_ENDPOINT_DATE, has_last = element->last.kind == DTL_ENDPOINT_DATE;

  bounds->flags = DTL_BOUND_LASTS | (has_first ? first->flags : 0) | (has_last ? last->flags : 0);
  bounds->start_earliest = has_first ? first->start_earliest : DTL_CIVIL_MIN;
  bounds->end_latest = has_last ? last->end_latest : DTL_CIVIL_MAX;
  bounds->start_latest = has_first ? MIN (first->start_latest, bounds->end_latest) : bounds->end_latest;
  bounds->end_earliest = has_last ? MAX (last->end_earliest, bounds->start_earliest) : bounds->start_earliest;
  if (element->first.kind == DTL_ENDPOINT_OPEN)
    {
      bounds->flags |= DTL_BOUND_START_OPEN;
      bounds->start_latest = DTL_CIVIL_MIN;
    }
  else if (element->first.kind == DTL_ENDPOINT_UNKNOWN)
    bounds->flags |= DTL_BOUND_START_UNKNOWN;
  if (element->last.kind == DTL_ENDPOINT_OPEN)
    {
      bounds->flags |= DTL_BOUND_END_OPEN;
      bounds->end_earliest = DTL_CIVIL_MAX;
    }
  else if (element->last.kind == DTL_ENDPOINT_UNKNOWN)
    bounds->flags |= DTL_BOUND_END_UNKNOWN;
}

/* One element of a set as if it were the whole: all of it is possible for start and end. */
static void
element_bounds (const DtlEdtfElement *element, DtlBounds *bounds)
{
  const DtlEdtfEndpoint *last = element->is_range ? &element->last : &element->first;

  *bounds = (DtlBounds){ DTL_CIVIL_MIN, DTL_CIVIL_MAX, DTL_CIVIL_MIN, DTL_CIVIL_MAX, DTL_BOUND_NONE };
  if (element->first.kind == DTL_ENDPOINT_DATE)
    {
      bounds->start_earliest = bounds->end_earliest = element->first.date.bounds.start_earliest;
      bounds->flags |= element->first.date.bounds.flags;
    }
  else
    bounds->flags |= DTL_BOUND_START_OPEN;
  if (last->kind == DTL_ENDPOINT_DATE)
    {
      bounds->start_latest = bounds->end_latest = last->date.bounds.end_latest;
      bounds->flags |= last->date.bounds.flags;
    }
  else
    bounds->flags |= DTL_BOUND_END_OPEN;
}

/* All of several dates: it has started with the first of them and not ended before the last. @other has the outer
 * bounds of @element, which hold where the ends of a range overlap because of unknown digits. */
static void
join_all_of (DtlBounds *bounds, const DtlEdtfElement *element, const DtlBounds *other)
{
  const DtlBounds *first = &element->first.date.bounds;
  const DtlEdtfEndpoint *last = element->is_range ? &element->last : &element->first;

  if (element->first.kind == DTL_ENDPOINT_DATE)
    bounds->start_latest = MIN (bounds->start_latest, MIN (first->start_latest, other->end_latest));
  else
    bounds->start_latest = DTL_CIVIL_MIN;
  if (last->kind == DTL_ENDPOINT_DATE)
    bounds->end_earliest = MAX (bounds->end_earliest, MAX (last->date.bounds.end_earliest, other->start_earliest));
  else
    bounds->end_earliest = DTL_CIVIL_MAX;
  bounds->start_earliest = MIN (bounds->start_earliest, other->start_earliest);
  bounds->end_latest = MAX (bounds->end_latest, other->end_latest);
  bounds->flags |= other->flags;
}

static void
join_one_of (DtlBounds *bounds, const DtlBounds *other)
{
  bounds->start_earliest = bounds->end_earliest = MIN (bounds->start_earliest, other->start_earliest);
  bounds->start_latest = bounds->end_latest = MAX (bounds->end_latest, other->end_latest);
  bounds->flags |= other->flags;
}

/*
 * dtl_edtf_compute_bounds:
 * @shape: of the value
 * @elements: of DtlEdtfElement, at least one, whose dates have their bounds
 * @bounds: (out): those of the whole
 */
void
dtl_edtf_compute_bounds (DtlEdtfShape shape, const GArray *elements, DtlBounds *bounds)
{
  const DtlEdtfElement *first = &g_array_index (elements, DtlEdtfElement, 0);

  if (shape == DTL_EDTF_DATE)
    *bounds = first->first.date.bounds;
  else if (shape == DTL_EDTF_INTERVAL)
    interval_bounds (first, bounds);
  else
    {
      *bounds = (DtlBounds){ DTL_CIVIL_MAX, shape == DTL_EDTF_ONE_OF ? DTL_CIVIL_MIN : DTL_CIVIL_MAX,
                             shape == DTL_EDTF_ONE_OF ? DTL_CIVIL_MAX : DTL_CIVIL_MIN, DTL_CIVIL_MIN, DTL_BOUND_NONE };
      for (guint i = 0; i < elements->len; i++)
        {
          const DtlEdtfElement *element = &g_array_index (elements, DtlEdtfElement, i);
          DtlBounds other;

          element_bounds (element, &other);
          if (shape == DTL_EDTF_ONE_OF)
            join_one_of (bounds, &other);
          else
            join_all_of (bounds, element, &other);
        }
    }
}
