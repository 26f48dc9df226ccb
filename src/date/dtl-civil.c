/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Day numbers of the proleptic Gregorian calendar. GDate is not used: it ends at year 65535 and has no year 0. */
#include "config.h"

#include "date/dtl-civil.h"

#include "base/dtl-arith.h"
#include "date/dtl-bounds.h"

/* Beyond these the arithmetic below would leave int64; the seconds have saturated long before. */
#define YEAR_LIMIT       INT64_C (1000000000000000)
#define DAY_NUMBER_LIMIT INT64_C (400000000000000000)

#define DAYS_PER_ERA  146097 /* 400 years */
#define DAYS_TO_EPOCH 719468 /* from 0000-03-01 to 1970-01-01 */

/**
 * dtl_civil_is_leap_year:
 * @year: astronomical year
 *
 * Returns: whether 29 February exists in it
 */
gboolean
dtl_civil_is_leap_year (int64_t year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/**
 * dtl_civil_days_in_month:
 * @year: astronomical year
 * @month: 1 to 12
 *
 * Returns: 28 to 31
 */
int
dtl_civil_days_in_month (int64_t year, int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  g_return_val_if_fail (month >= 1 && month <= 12, 0);

  return month == 2 && dtl_civil_is_leap_year (year) ? 29 : days[month - 1];
}

/**
 * dtl_civil_day_number:
 * @year: astronomical year; clamped to ±10^15
 * @month: 1 to 12
 * @day: 1 to the length of the month
 *
 * The algorithm is days_from_civil of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": years begin in
 * March, so that the leap day comes last.
 *
 * Returns: days since 1970-01-01, negative before it
 */
int64_t
dtl_civil_day_number (int64_t year, int month, int day)
{
  int64_t march_year, era, year_of_era, day_of_year;

  g_return_val_if_fail (month >= 1 && month <= 12, 0);
  g_return_val_if_fail (day >= 1 && day <= 31, 0);

  march_year = CLAMP (year, -YEAR_LIMIT, YEAR_LIMIT) - (month <= 2);
  era = dtl_i64_floor_div (march_year, 400);
  year_of_era = march_year - era * 400;
  day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  return era * DAYS_PER_ERA + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - DAYS_TO_EPOCH;
}

/**
 * dtl_civil_from_day_number:
 * @day_number: days since 1970-01-01; clamped to ±4 * 10^17
 *
 * The inverse of dtl_civil_day_number(), from the same source.
 *
 * Returns: the day
 */
DtlCivilDay
dtl_civil_from_day_number (int64_t day_number)
{
  int64_t shifted = CLAMP (day_number, -DAY_NUMBER_LIMIT, DAY_NUMBER_LIMIT) + DAYS_TO_EPOCH;
  int64_t era = dtl_i64_floor_div (shifted, DAYS_PER_ERA);
  int64_t day_of_era = shifted - era * DAYS_PER_ERA;
  int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = (int) (day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100));
  int month_from_march = (5 * day_of_year + 2) / 153;
  DtlCivilDay civil;

  civil.day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
  civil.month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  civil.year = year_of_era + era * 400 + (civil.month <= 2);
  return civil;
}

/**
 * dtl_civil_weekday:
 * @day_number: days since 1970-01-01
 *
 * Returns: 1 for Monday to 7 for Sunday (ISO 8601)
 */
int
dtl_civil_weekday (int64_t day_number)
{
  /* 1970-01-01 was a Thursday. The rest is taken first, so that nothing overflows. */
  return (int) ((dtl_i64_floor_mod (day_number, 7) + 3) % 7) + 1;
}

/**
 * dtl_civil_seconds_from_day:
 * @day_number: days since 1970-01-01
 *
 * Returns: the civil second at which the day begins, saturated at DTL_CIVIL_MIN and DTL_CIVIL_MAX
 */
int64_t
dtl_civil_seconds_from_day (int64_t day_number)
{
  return dtl_i64_mul_saturated (day_number, DTL_SECONDS_PER_DAY);
}

/**
 * dtl_civil_day_from_seconds:
 * @civil_seconds: civil seconds since 1970-01-01T00:00:00
 *
 * Returns: the number of the day that the second belongs to
 */
int64_t
dtl_civil_day_from_seconds (int64_t civil_seconds)
{
  return dtl_i64_floor_div (civil_seconds, DTL_SECONDS_PER_DAY);
}

/* Printing through a format takes several times as long, and the tagger writes a day for every expression. */
static char *
format_plain (int year, int month, int day)
{
  char *text = g_strdup ("0000-00-00");

  for (int i = 3; i >= 0; i--, year /= 10)
    text[i] = (char) ('0' + year % 10);
  text[5] = (char) ('0' + month / 10);
  text[6] = (char) ('0' + month % 10);
  text[8] = (char) ('0' + day / 10);
  text[9] = (char) ('0' + day % 10);
  return text;
}

/**
 * dtl_civil_format_day:
 * @day_number: days since 1970-01-01
 *
 * Returns: (transfer full): "2024-06-20"; years outside 0 to 9999 as plain signed numbers of at least four digits
 */
char *
dtl_civil_format_day (int64_t day_number)
{
  DtlCivilDay civil = dtl_civil_from_day_number (day_number);

  return dtl_civil_format (&civil);
}

/**
 * dtl_civil_format:
 * @civil: a day
 *
 * Returns: (transfer full): the same form as dtl_civil_format_day(), for days beyond the range of day numbers too
 */
char *
dtl_civil_format (const DtlCivilDay *civil)
{
  g_return_val_if_fail (civil != NULL, NULL);

  if (civil->year >= 0 && civil->year <= 9999 && civil->month >= 0 && civil->month <= 99 && civil->day >= 0 &&
      civil->day <= 99)
    return format_plain ((int) civil->year, civil->month, civil->day);
  return g_strdup_printf ("%s%04" G_GUINT64_FORMAT "-%02d-%02d", civil->year < 0 ? "-" : "",
                          civil->year < 0 ? -(guint64) civil->year : (guint64) civil->year, civil->month, civil->day);
}

/**
 * dtl_civil_compare:
 * @a: a day
 * @b: another
 *
 * Returns: negative, 0 or positive as @a lies before, on or after @b
 */
int
dtl_civil_compare (const DtlCivilDay *a, const DtlCivilDay *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, 0);

  if (a->year != b->year)
    return a->year < b->year ? -1 : 1;
  if (a->month != b->month)
    return a->month - b->month;
  return a->day - b->day;
}
