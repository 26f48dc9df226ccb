/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counting from one date to another. The anchor becomes a span of whole years, months or days, the finest that it
 * knows; the span is moved, made finer only where the unit asks for it, and written as EDTF again. */
#include "config.h"

#include "date/dtl-date-math.h"

#include "base/dtl-arith.h"
#include "date/dtl-edtf-private.h"

#include "base/dtl-gettext.h"

/* So large that nobody means it, so small that no product below overflows. */
#define AMOUNT_LIMIT INT64_C (1000000000000)
/* Days and months of other years have no EDTF. */
#define WRITABLE_YEAR 9999
#define YEAR_LIMIT    INT64_C (1000000000000000000)

/*
 * Span:
 * @precision: DTL_PRECISION_YEAR, _MONTH or _DAY
 * @first: a year; months since January of year 0; or a day number
 * @last: the same, not before @first
 * @qualifiers: DtlQualifier of any part
 */
typedef struct
{
  DtlPrecision precision;
  int64_t first;
  int64_t last;
  uint8_t qualifiers;
} Span;

static gboolean
fail_range (const char *message, GError **error)
{
  g_set_error_literal (error, DTL_DATE_ERROR, DTL_DATE_ERROR_RANGE, message);
  return FALSE;
}

static int64_t
civil_in (const DtlCivilDay *civil, DtlPrecision precision)
{
  if (precision == DTL_PRECISION_YEAR)
    return civil->year;
  if (precision == DTL_PRECISION_MONTH)
    return civil->year * 12 + civil->month - 1;
  return dtl_civil_day_number (civil->year, civil->month, civil->day);
}

/* The first day of a year, month or day. */
static DtlCivilDay
first_civil (int64_t value, DtlPrecision precision)
{
  if (precision == DTL_PRECISION_YEAR)
    return (DtlCivilDay){ value, 1, 1 };
  if (precision == DTL_PRECISION_MONTH)
    return (DtlCivilDay){ dtl_i64_floor_div (value, 12), (int) dtl_i64_floor_mod (value, 12) + 1, 1 };
  return dtl_civil_from_day_number (value);
}

static DtlCivilDay
last_civil (int64_t value, DtlPrecision precision)
{
  DtlCivilDay civil = first_civil (value, precision);

  if (precision == DTL_PRECISION_YEAR)
    civil.month = 12;
  if (precision != DTL_PRECISION_DAY)
    civil.day = dtl_civil_days_in_month (civil.year, civil.month);
  return civil;
}

/* Years and months as the months and days in them. */
static gboolean
refine (Span *span, DtlPrecision precision, GError **error)
{
  DtlCivilDay first = first_civil (span->first, span->precision), last = last_civil (span->last, span->precision);

  if (span->precision >= precision)
    return TRUE;
  if (first.year < -WRITABLE_YEAR || last.year > WRITABLE_YEAR)
    return fail_range (_ ("months and days can be counted in the years -9999 to 9999 only"), error);
  span->first = civil_in (&first, precision);
  span->last = civil_in (&last, precision);
  span->precision = precision;
  return TRUE;
}

static gboolean
span_from_endpoint (const DtlEdtfEndpoint *endpoint, Span *span, GError **error)
{
  const DtlEdtfDate *date = &endpoint->date;
  DtlCivilDay first, last;

  if (endpoint->kind != DTL_ENDPOINT_DATE || !dtl_edtf_date_range (date, &first, &last))
    return fail_range (_ ("the date to count from is open or unknown"), error);
  span->qualifiers = date->year_qualifiers | date->month_qualifiers | date->day_qualifiers;
  if (date->precision == DTL_PRECISION_YEAR)
    span->precision = DTL_PRECISION_YEAR;
  else
    span->precision = date->precision >= DTL_PRECISION_DAY ? DTL_PRECISION_DAY : DTL_PRECISION_MONTH;
  span->first = civil_in (&first, span->precision);
  span->last = civil_in (&last, span->precision);
  return TRUE;
}

/* Makes @span reach over @other too. */
static gboolean
join (Span *span, Span *other, GError **error)
{
  if (!refine (span, other->precision, error) || !refine (other, span->precision, error))
    return FALSE;
  span->first = MIN (span->first, other->first);
  span->last = MAX (span->last, other->last);
  span->qualifiers |= other->qualifiers;
  return TRUE;
}

static gboolean
span_from_anchor (const DtlEdtf *anchor, Span *span, GError **error)
{
  if (anchor->shape == DTL_EDTF_ALL_OF)
    {
      g_set_error_literal (error, DTL_DATE_ERROR, DTL_DATE_ERROR_UNSUPPORTED,
                           _ ("several dates at once cannot be counted from; choose one of them"));
      return FALSE;
    }
  for (guint i = 0; i < anchor->elements->len; i++)
    {
      const DtlEdtfElement *element = &g_array_index (anchor->elements, DtlEdtfElement, i);
      Span other;

      if (!span_from_endpoint (&element->first, &other, error))
        return FALSE;
      if (i == 0)
        *span = other;
      else if (!join (span, &other, error))
        return FALSE;
      if (element->is_range && (!span_from_endpoint (&element->last, &other, error) || !join (span, &other, error)))
        return FALSE;
    }
  return TRUE;
}

/* How far the way of counting moves the end of a period in months: the anchor's own day takes its place at the end. */
static int64_t
counted_step (const DtlDateShift *shift)
{
  if (shift->counting != DTL_COUNTING_ANCHOR_COUNTED || shift->amount == 0)
    return 0;
  return shift->amount > 0 ? -1 : 1;
}

/* The day with the same number so many months later. With its own day counted, a period ends on the eve of that; a day
 * that the month does not have is only looked for then, as civil codes do it (BGB 188, 2 and 3). */
static int64_t
add_months_to_day (int64_t day_number, int64_t n_months, const DtlDateShift *shift)
{
  DtlCivilDay day = dtl_civil_from_day_number (day_number);
  DtlCivilDay month = first_civil (civil_in (&day, DTL_PRECISION_MONTH) + n_months, DTL_PRECISION_MONTH);
  int64_t first = dtl_civil_day_number (month.year, month.month, 1), step = counted_step (shift);
  int64_t before = MIN (step, 0), after = MAX (step, 0), offset = day.day - 1 + before;

  if (shift->month_end == DTL_MONTH_END_LAST_DAY)
    offset = MIN (offset, dtl_civil_days_in_month (month.year, month.month) - 1);
  return first + offset + after;
}

static void
move (Span *span, int64_t amount)
{
  span->first += amount;
  span->last += amount;
}

static gboolean
move_days (Span *span, int64_t n_days, DtlCounting counting, GError **error)
{
  if (!refine (span, DTL_PRECISION_DAY, error))
    return FALSE;
  if (counting == DTL_COUNTING_ANCHOR_COUNTED && n_days != 0)
    n_days -= n_days > 0 ? 1 : -1;
  move (span, n_days);
  return TRUE;
}

/* With its first day counted, a period of months that begins on any day of a month ends in two of them. */
static gboolean
move_months (Span *span, int64_t n_months, const DtlDateShift *shift, GError **error)
{
  if (!refine (span, counted_step (shift) != 0 ? DTL_PRECISION_DAY : DTL_PRECISION_MONTH, error))
    return FALSE;
  if (span->precision == DTL_PRECISION_MONTH)
    move (span, n_months);
  else
    {
      span->first = add_months_to_day (span->first, n_months, shift);
      span->last = add_months_to_day (span->last, n_months, shift);
    }
  return TRUE;
}

static gboolean
move_years (Span *span, const DtlDateShift *shift, GError **error)
{
  if (span->precision != DTL_PRECISION_YEAR || counted_step (shift) != 0)
    return move_months (span, shift->amount * 12, shift, error);
  move (span, shift->amount);
  return TRUE;
}

/* A calendar says nothing of the time before it, and what it does not know must not look like an open day. */
static gboolean
check_calendar_begin (const DtlCalendar *calendar, int64_t day, GError **error)
{
  int64_t first_day = dtl_calendar_get_first_day (calendar);

  if (day >= first_day)
    return TRUE;
  g_set_error (error, DTL_DATE_ERROR, DTL_DATE_ERROR_RANGE,
               _ ("the calendar of business days begins in %d; count without it"),
               (int) dtl_civil_from_day_number (first_day).year);
  return FALSE;
}

/* The anchor's own day counts only if it is a business day. */
static gboolean
move_business_day (const DtlDateShift *shift, const DtlCalendar *calendar, int64_t *day, GError **error)
{
  int64_t amount = shift->amount, from = *day;

  if (shift->counting == DTL_COUNTING_ANCHOR_COUNTED && amount != 0 && dtl_calendar_is_business_day (calendar, *day))
    amount -= amount > 0 ? 1 : -1;
  if (!dtl_calendar_add_business_days (calendar, *day, amount, day))
    return fail_range (_ ("that is too long a time to count"), error);
  return check_calendar_begin (calendar, MIN (from, *day), error);
}

static gboolean
move_business_days (Span *span, const DtlDateShift *shift, GError **error)
{
  g_autoptr (DtlCalendar) plain = shift->calendar == NULL ? dtl_calendar_new (DTL_CALENDAR_NONE) : NULL;
  const DtlCalendar *calendar = shift->calendar != NULL ? shift->calendar : plain;

  return refine (span, DTL_PRECISION_DAY, error) && move_business_day (shift, calendar, &span->first, error) &&
         move_business_day (shift, calendar, &span->last, error);
}

static gboolean
move_span (Span *span, const DtlDateShift *shift, GError **error)
{
  if (shift->amount < -AMOUNT_LIMIT || shift->amount > AMOUNT_LIMIT)
    return fail_range (_ ("that is too long a time to count"), error);
  switch (shift->unit)
    {
    case DTL_UNIT_DAYS:
      return move_days (span, shift->amount, shift->counting, error);
    case DTL_UNIT_WEEKS:
      return move_days (span, shift->amount * 7, shift->counting, error);
    case DTL_UNIT_MONTHS:
      return move_months (span, shift->amount, shift, error);
    case DTL_UNIT_YEARS:
      return move_years (span, shift, error);
    case DTL_UNIT_BUSINESS_DAYS:
    default:
      return move_business_days (span, shift, error);
    }
}

static const char *
qualifier_suffix (uint8_t qualifiers)
{
  static const char *const suffixes[] = { "", "?", "~", "%" };

  return suffixes[qualifiers & (DTL_QUALIFIER_UNCERTAIN | DTL_QUALIFIER_APPROXIMATE)];
}

/* One end of a span in EDTF, or NULL where it cannot be written. */
static char *
write_end (const Span *span, int64_t value)
{
  DtlCivilDay civil = first_civil (value, span->precision);
  const char *suffix = qualifier_suffix (span->qualifiers), *sign = civil.year < 0 ? "-" : "";
  g_autofree char *day = NULL;
  gboolean is_long = civil.year < -WRITABLE_YEAR || civil.year > WRITABLE_YEAR;

  if (span->precision == DTL_PRECISION_YEAR)
    return ABS (civil.year) >= YEAR_LIMIT
               ? NULL
               : g_strdup_printf ("%s%s%04" G_GINT64_FORMAT "%s", is_long ? "Y" : "", sign, ABS (civil.year), suffix);
  if (is_long)
    return NULL;
  if (span->precision == DTL_PRECISION_MONTH)
    return g_strdup_printf ("%s%04d-%02d%s", sign, (int) ABS (civil.year), civil.month, suffix);
  day = dtl_civil_format (&civil);
  return *suffix != '\0' ? g_strconcat (day, suffix, NULL) : g_steal_pointer (&day);
}

/* The two ends that the comparator makes of the moved span; NULL for an open one. */
static gboolean
write_ends (const Span *anchor, Span *span, DtlComparator comparator, int64_t amount, char **first, char **last)
{
  int64_t beside = span->precision == DTL_PRECISION_DAY ? 1 : 0;
  gboolean open_first = comparator == DTL_COMPARATOR_BEFORE;
  gboolean open_last = comparator == DTL_COMPARATOR_AFTER || comparator == DTL_COMPARATOR_AT_LEAST;

  if (comparator == DTL_COMPARATOR_ABOUT)
    span->qualifiers |= DTL_QUALIFIER_APPROXIMATE;
  else if (comparator == DTL_COMPARATOR_BEFORE)
    span->last -= beside;
  else if (comparator == DTL_COMPARATOR_AFTER)
    span->first += beside;
  else if (comparator == DTL_COMPARATOR_AT_MOST && amount >= 0)
    span->first = MIN (anchor->first, span->first);
  else if (comparator == DTL_COMPARATOR_AT_MOST)
    span->last = MAX (anchor->last, span->last);
  *first = open_first ? NULL : write_end (span, span->first);
  *last = open_last ? NULL : write_end (span, span->last);
  return (open_first || *first != NULL) && (open_last || *last != NULL);
}

static DtlEdtf *
write_span (const Span *anchor, Span *span, DtlComparator comparator, int64_t amount, GError **error)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *text = NULL;

  if (!write_ends (anchor, span, comparator, amount, &first, &last))
    {
      fail_range (_ ("the date counted to lies outside the years -9999 to 9999"), error);
      return NULL;
    }
  if (g_strcmp0 (first, last) == 0)
    return dtl_edtf_parse (first, error);
  text = g_strdup_printf ("[%s..%s]", first != NULL ? first : "", last != NULL ? last : "");
  return dtl_edtf_parse (text, error);
}

DtlEdtf *
dtl_date_shift (DtlEdtf *anchor, const DtlDateShift *shift, GError **error)
{
  Span span, from;

  g_return_val_if_fail (anchor != NULL && shift != NULL, NULL);

  if (!span_from_anchor (anchor, &from, error))
    return NULL;
  span = from;
  if (!move_span (&span, shift, error))
    return NULL;
  if (shift->amount == 0 && shift->comparator == DTL_COMPARATOR_EQUAL && anchor->shape != DTL_EDTF_INTERVAL)
    return dtl_edtf_ref (anchor);
  if (!refine (&from, span.precision, error))
    return NULL;
  return write_span (&from, &span, shift->comparator, shift->amount, error);
}
