/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Business days one calendar at a time. A day is asked for by its date, not looked up in a list; only a list of one's
 * own is a list. */
#include "config.h"

#include "date/dtl-calendar.h"

#include <stdlib.h>

#include "base/dtl-arith.h"

/* Counting goes day by day beyond whole weeks that no calendar interrupts, so it is kept to what a person may mean:
 * some four hundred years. */
#define MOST_BUSINESS_DAYS 100000
/* From here on the rules below are known whole. */
#define FIRST_US_YEAR     1971
#define FIRST_TARGET_YEAR 1999
/* Dates of other years cannot be written. */
#define WRITABLE_YEAR 9999

#define MONDAY   1
#define FRIDAY   5
#define SATURDAY 6

struct _DtlCalendar
{
  gatomicrefcount ref_count;
  DtlCalendarKind kind;
  int64_t *closed_days; /* sorted */
  gsize n_closed_days;
};

/* --- making ----------------------------------------------------------------------------------------------------- */

static int
compare_days (const void *a, const void *b)
{
  int64_t first = *(const int64_t *) a, second = *(const int64_t *) b;

  return (first > second) - (first < second);
}

/**
 * dtl_calendar_new:
 * @kind: not DTL_CALENDAR_OWN
 *
 * Returns: (transfer full): the calendar
 */
DtlCalendar *
dtl_calendar_new (DtlCalendarKind kind)
{
  DtlCalendar *self;

  g_return_val_if_fail (kind != DTL_CALENDAR_OWN, NULL);

  self = g_new0 (DtlCalendar, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  return self;
}

/**
 * dtl_calendar_new_own:
 * @closed_days: (array length=n_closed_days) (nullable): day numbers on which nothing is open, in any order; weekends
 * need not be among them
 * @n_closed_days: how many
 *
 * Returns: (transfer full): the calendar
 */
DtlCalendar *
dtl_calendar_new_own (const int64_t *closed_days, gsize n_closed_days)
{
  DtlCalendar *self;

  g_return_val_if_fail (closed_days != NULL || n_closed_days == 0, NULL);

  self = dtl_calendar_new (DTL_CALENDAR_NONE);
  self->kind = DTL_CALENDAR_OWN;
  self->n_closed_days = n_closed_days;
  if (n_closed_days > 0)
    {
      self->closed_days = g_memdup2 (closed_days, n_closed_days * sizeof *closed_days);
      qsort (self->closed_days, n_closed_days, sizeof *closed_days, compare_days);
    }
  return self;
}

/**
 * dtl_calendar_ref:
 * @self: a calendar
 *
 * Returns: (transfer full): @self
 */
DtlCalendar *
dtl_calendar_ref (DtlCalendar *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * dtl_calendar_unref:
 * @self: (transfer full): a calendar
 */
void
dtl_calendar_unref (DtlCalendar *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->closed_days);
  g_free (self);
}

/**
 * dtl_calendar_get_kind:
 * @self: a calendar
 *
 * Returns: which it is
 */
DtlCalendarKind
dtl_calendar_get_kind (const DtlCalendar *self)
{
  g_return_val_if_fail (self != NULL, DTL_CALENDAR_NONE);

  return self->kind;
}

/**
 * dtl_calendar_get_closed_days:
 * @self: a calendar
 * @n_closed_days: (out): how many
 *
 * Returns: (array length=n_closed_days) (nullable) (transfer none): the list of one's own, sorted; NULL for the others
 */
const int64_t *
dtl_calendar_get_closed_days (const DtlCalendar *self, gsize *n_closed_days)
{
  g_return_val_if_fail (self != NULL && n_closed_days != NULL, NULL);

  *n_closed_days = self->n_closed_days;
  return self->closed_days;
}

/**
 * dtl_calendar_get_first_day:
 * @self: a calendar
 *
 * Returns: the number of the first day that it knows of; INT64_MIN where there is none
 */
int64_t
dtl_calendar_get_first_day (const DtlCalendar *self)
{
  g_return_val_if_fail (self != NULL, INT64_MIN);

  if (self->kind == DTL_CALENDAR_US_FEDERAL)
    return dtl_civil_day_number (FIRST_US_YEAR, 1, 1);
  return self->kind == DTL_CALENDAR_TARGET ? dtl_civil_day_number (FIRST_TARGET_YEAR, 1, 1) : INT64_MIN;
}

/* --- the United States ------------------------------------------------------------------------------------------ */

/* 5 U.S.C. 6103(a) names the days; (b) and Executive Order 11582 (1971) move those with a date that fall on a Saturday
 * to the Friday before and those on a Sunday to the Monday after. Days on a weekday of a month stand as the Uniform
 * Monday Holiday Act set them from 1971. Veterans Day was the fourth Monday of October from 1971 to 1977 and is 11
 * November again since 1978. The Birthday of Martin Luther King, Jr. has been kept since 1986, Juneteenth since 2021.
 * Not here: Inauguration Day, which closes only the offices around the capital, and days closed by a single order. */

/* FixedDay: a holiday with a date. */
typedef struct
{
  int month, day, first_year;
} FixedDay;

/* FloatingDay: the @nth @weekday of a month; 5 is the last. */
typedef struct
{
  int month, weekday, nth, first_year, last_year;
} FloatingDay;

static const FixedDay us_fixed_days[] = {
  { 1, 1, 1971 },   /* New Year's Day */
  { 6, 19, 2021 },  /* Juneteenth */
  { 7, 4, 1971 },   /* Independence Day */
  { 11, 11, 1978 }, /* Veterans Day */
  { 12, 25, 1971 }, /* Christmas Day */
};

static const FloatingDay us_floating_days[] = {
  { 1, 1, 3, 1986, 0 },     /* Birthday of Martin Luther King, Jr. */
  { 2, 1, 3, 1971, 0 },     /* Washington's Birthday */
  { 5, 1, 5, 1971, 0 },     /* Memorial Day */
  { 9, 1, 1, 1971, 0 },     /* Labor Day */
  { 10, 1, 2, 1971, 0 },    /* Columbus Day */
  { 10, 1, 4, 1971, 1977 }, /* Veterans Day */
  { 11, 4, 4, 1971, 0 },    /* Thanksgiving Day */
};

static gboolean
is_floating_day (const FloatingDay *rule, const DtlCivilDay *civil, int weekday)
{
  if (civil->month != rule->month || weekday != rule->weekday || civil->year < rule->first_year ||
      (rule->last_year != 0 && civil->year > rule->last_year))
    return FALSE;
  if (rule->nth == 5)
    return civil->day + 7 > dtl_civil_days_in_month (civil->year, civil->month);
  return (civil->day - 1) / 7 + 1 == rule->nth;
}

static gboolean
is_us_date (int64_t day_number)
{
  DtlCivilDay civil = dtl_civil_from_day_number (day_number);

  for (gsize i = 0; i < G_N_ELEMENTS (us_fixed_days); i++)
    if (civil.month == us_fixed_days[i].month && civil.day == us_fixed_days[i].day &&
        civil.year >= us_fixed_days[i].first_year)
      return TRUE;
  return FALSE;
}

/* @day_number is no weekend. New Year's Day of 2022 was observed on the last day of 2021. */
static gboolean
is_us_holiday (int64_t day_number, int weekday)
{
  DtlCivilDay civil = dtl_civil_from_day_number (day_number);

  if (is_us_date (day_number) || (weekday == MONDAY && is_us_date (day_number - 1)) ||
      (weekday == FRIDAY && is_us_date (day_number + 1)))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (us_floating_days); i++)
    if (is_floating_day (&us_floating_days[i], &civil, weekday))
      return TRUE;
  return FALSE;
}

/* --- the euro --------------------------------------------------------------------------------------------------- */

/* The European Central Bank's long-term calendar (decided on 14 December 2000), in force from 2002: New Year's Day,
 * Good Friday, Easter Monday, 1 May, 25 and 26 December. None is moved when it falls on a weekend. Before it the days
 * were set year by year (ECB, 3 September 1998, 31 March and 15 July 1999, and for 2001): 1999 closed on New Year's
 * Day, 25 and 31 December; 2000 as today; 2001 as today and on 31 December. */

/**
 * dtl_calendar_easter_sunday:
 * @year: a year of the Gregorian calendar
 *
 * The Gregorian computus in the form that was printed without a name in "Nature" of 20 April 1876 and is found in
 * Meeus, "Astronomical Algorithms", chapter 8.
 *
 * Returns: the day number of Easter Sunday
 */
int64_t
dtl_calendar_easter_sunday (int64_t year)
{
  int64_t golden = dtl_i64_floor_mod (year, 19), century = dtl_i64_floor_div (year, 100);
  int64_t of_century = dtl_i64_floor_mod (year, 100);
  int64_t leap_centuries = dtl_i64_floor_div (century, 4), century_rest = dtl_i64_floor_mod (century, 4);
  int64_t correction = dtl_i64_floor_div (century - dtl_i64_floor_div (century + 8, 25) + 1, 3);
  int64_t epact = dtl_i64_floor_mod (19 * golden + century - leap_centuries - correction + 15, 30);
  int64_t to_sunday = dtl_i64_floor_mod (32 + 2 * century_rest + 2 * (of_century / 4) - epact - of_century % 4, 7);
  int64_t late = (golden + 11 * epact + 22 * to_sunday) / 451;
  int64_t month_and_day = epact + to_sunday - 7 * late + 114;

  return dtl_civil_day_number (year, (int) (month_and_day / 31), (int) (month_and_day % 31) + 1);
}

static gboolean
is_target_holiday (int64_t day_number)
{
  DtlCivilDay civil = dtl_civil_from_day_number (day_number);
  int64_t after_easter = day_number - dtl_calendar_easter_sunday (civil.year);

  if (civil.month == 1 && civil.day == 1)
    return TRUE;
  if (civil.month == 12 && (civil.day == 25 || (civil.day == 26 && civil.year >= 2000)))
    return TRUE;
  if (civil.month == 12 && civil.day == 31)
    return civil.year == 1999 || civil.year == 2001;
  return civil.year >= 2000 && ((civil.month == 5 && civil.day == 1) || after_easter == -2 || after_easter == 1);
}

/* --- asking ----------------------------------------------------------------------------------------------------- */

static gboolean
is_closed (const DtlCalendar *self, int64_t day_number, int weekday)
{
  switch (self->kind)
    {
    case DTL_CALENDAR_US_FEDERAL:
      return is_us_holiday (day_number, weekday);
    case DTL_CALENDAR_TARGET:
      return day_number >= dtl_civil_day_number (FIRST_TARGET_YEAR, 1, 1) && is_target_holiday (day_number);
    case DTL_CALENDAR_OWN:
      return self->n_closed_days > 0 && bsearch (&day_number, self->closed_days, self->n_closed_days,
                                                 sizeof *self->closed_days, compare_days) != NULL;
    case DTL_CALENDAR_NONE:
    default:
      return FALSE;
    }
}

/**
 * dtl_calendar_is_business_day:
 * @self: a calendar
 * @day_number: days since 1970-01-01
 *
 * Returns: whether it is a day from Monday to Friday that the calendar does not close
 */
gboolean
dtl_calendar_is_business_day (const DtlCalendar *self, int64_t day_number)
{
  int weekday;

  g_return_val_if_fail (self != NULL, FALSE);

  weekday = dtl_civil_weekday (day_number);
  return weekday < SATURDAY && !is_closed (self, day_number, weekday);
}

/**
 * dtl_calendar_add_business_days:
 * @self: a calendar
 * @day_number: the day counted from, which itself is not counted and may be any day
 * @n_days: how many; negative for days before; 0 gives the day itself
 * @result: (out): the last of the business days counted
 *
 * Returns: FALSE where that is too many to count, or leaves the years -9999 to 9999
 */
gboolean
dtl_calendar_add_business_days (const DtlCalendar *self, int64_t day_number, int64_t n_days, int64_t *result)
{
  int64_t first_day = dtl_civil_day_number (-WRITABLE_YEAR, 1, 1);
  int64_t last_day = dtl_civil_day_number (WRITABLE_YEAR, 12, 31), step = n_days < 0 ? -1 : 1;

  g_return_val_if_fail (self != NULL && result != NULL, FALSE);

  if (n_days < -MOST_BUSINESS_DAYS || n_days > MOST_BUSINESS_DAYS)
    return FALSE;
  while (n_days != 0)
    {
      day_number += step;
      if (day_number < first_day || day_number > last_day)
        return FALSE;
      if (dtl_calendar_is_business_day (self, day_number))
        n_days -= step;
    }
  *result = day_number;
  return TRUE;
}
