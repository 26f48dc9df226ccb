/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One date in words, whatever of it is known, without what is said about its certainty (dtl-date-qualify.c). */
#include "config.h"

#include "date/dtl-date-label-private.h"
#include "date/dtl-edtf-private.h"

#include "base/dtl-gettext.h"

/* Masks of unknown digits: the last, the last two, all four. */
#define LAST_DIGIT  1u
#define TWO_DIGITS  3u
#define FOUR_DIGITS 15u

static uint32_t
year_digits (const DtlEdtfDate *date)
{
  return date->year_mask & ~DTL_EDTF_YEAR_MASK_NEGATIVE;
}

/**
 * dtl_date_is_plain:
 * @date: a date
 * @plain: (out): it, if it is one
 *
 * Returns: whether it is a year, month or day with all of its digits known (qualified or not)
 */
gboolean
dtl_date_is_plain (const DtlEdtfDate *date, DtlPlainDate *plain)
{
  if (date->year_mask != 0 || date->month_mask != 0 || date->day_mask != 0 || date->significant_digits != 0 ||
      date->precision == DTL_PRECISION_SEASON || date->precision == DTL_PRECISION_SECOND)
    return FALSE;
  plain->precision = date->precision;
  plain->civil = (DtlCivilDay){ date->year, MAX (date->month, 1), MAX (date->day, 1) };
  return TRUE;
}

/* The first and last year, month or day that a date can mean. */
static void
range_of (const DtlEdtfDate *date, DtlPlainDate *first, DtlPlainDate *last)
{
  first->precision = last->precision = date->precision == DTL_PRECISION_SEASON ? DTL_PRECISION_MONTH : date->precision;
  dtl_edtf_date_range (date, &first->civil, &last->civil);
}

static void
append_digits (GString *text, int64_t number, uint32_t mask, int n_digits)
{
  gsize at = text->len;

  for (int i = 0; i < n_digits; i++, number /= 10)
    g_string_insert_c (text, (gssize) at, mask & (1u << i) ? 'X' : (char) ('0' + number % 10));
}

/* The date with its unknown digits as `X`. */
static char *
written_with_masks (const DtlEdtfDate *date)
{
  gboolean negative = date->year < 0 || (date->year_mask & DTL_EDTF_YEAR_MASK_NEGATIVE) != 0;
  GString *text = g_string_new (negative ? "-" : NULL);

  append_digits (text, ABS (date->year), year_digits (date), 4);
  if (date->precision >= DTL_PRECISION_SEASON)
    {
      g_string_append_c (text, '-');
      append_digits (text, date->month, date->month_mask, 2);
    }
  if (date->precision >= DTL_PRECISION_DAY)
    {
      g_string_append_c (text, '-');
      append_digits (text, date->day, date->day_mask, 2);
    }
  return g_string_free (text, FALSE);
}

/* Unknown digits that no words fit: the stretch in which they lie, and how they were written. */
static char *
between_and_written (const DtlEdtfDate *date, DtlDateLabelStyle style)
{
  g_autofree char *written = written_with_masks (date);
  g_autofree char *between = NULL;
  DtlPlainDate first, last;

  range_of (date, &first, &last);
  between = dtl_date_pair_phrase (DTL_PAIR_BETWEEN, &first, &last, style);
  /* Translators: a stretch of time, and a date as it was typed: "between 1003 and 1993 (1XX3)" */
  return g_strdup_printf (C_ ("date with unknown digits", "%1$s (%2$s)"), between, written);
}

static char *
between_phrase (const DtlEdtfDate *date, DtlDateLabelStyle style)
{
  DtlPlainDate first, last;

  range_of (date, &first, &last);
  return dtl_date_pair_phrase (DTL_PAIR_BETWEEN, &first, &last, style);
}

/**
 * dtl_date_is_decade:
 * @date: a date
 *
 * "The 1980s" are ten years; "the 1900s" would be read as a hundred.
 *
 * Returns: whether it is a decade that is called by its first year
 */
gboolean
dtl_date_is_decade (const DtlEdtfDate *date)
{
  return date->precision == DTL_PRECISION_YEAR && date->year_mask == LAST_DIGIT && date->year >= 1000 &&
         date->year / 10 % 10 != 0;
}

static char *
masked_year_phrase (const DtlEdtfDate *date, DtlDateLabelStyle style, gboolean some_day)
{
  g_autofree char *year = g_strdup_printf ("%" G_GINT64_FORMAT, date->year);
  uint32_t digits = year_digits (date);

  if (dtl_date_is_decade (date))
    /* Translators: %s is the first year of a decade: "the 1980s" */
    return g_strdup_printf (some_day ? _ ("some day in the %ss") : _ ("the %ss"), year);
  if (date->year_mask == FOUR_DIGITS)
    return g_strdup (some_day ? _ ("some day of an unknown year") : _ ("an unknown year"));
  /* Only digits at the end are unknown: every year of the stretch is meant. */
  if ((digits & (digits + 1)) == 0)
    return between_phrase (date, style);
  return between_and_written (date, style);
}

/* `1950S2`: the estimate, and the years that it stands for. */
static char *
significant_year_phrase (const DtlEdtfDate *date, DtlDateLabelStyle style)
{
  g_autofree char *year = dtl_date_word_year (date->year);
  g_autofree char *between = NULL;
  DtlPlainDate first, last;

  range_of (date, &first, &last);
  if (first.civil.year == last.civil.year)
    return g_steal_pointer (&year);
  between = dtl_date_pair_phrase (DTL_PAIR_BETWEEN, &first, &last, style);
  /* Translators: an estimated year, and the stretch in which it lies: "1950 (between 1900 and 1999)" */
  return g_strdup_printf (C_ ("estimated year", "%1$s (%2$s)"), year, between);
}

static char *
masked_month_phrase (const DtlEdtfDate *date, DtlDateLabelStyle style)
{
  g_autofree char *year = NULL;

  if (date->year_mask == FOUR_DIGITS && date->month_mask == 0)
    /* Translators: %s is a month: "December of an unknown year" */
    return g_strdup_printf (C_ ("month", "%s of an unknown year"), dtl_date_word_month (date->month, style));
  if (date->year_mask != 0)
    return between_and_written (date, style);
  year = dtl_date_word_year (date->year);
  if (date->month_mask == TWO_DIGITS)
    return g_strdup_printf (C_ ("year", "some month in %s"), year);
  if (date->month_mask == LAST_DIGIT)
    return between_phrase (date, style);
  return between_and_written (date, style);
}

static char *
day_of_unknown_year (const DtlEdtfDate *date, DtlDateLabelStyle style)
{
  g_autofree char *day = dtl_date_word_day (date->day);

  /* Translators: day, month: "25 December of an unknown year" */
  return g_strdup_printf (C_ ("day and month", "%1$s %2$s of an unknown year"), day,
                          dtl_date_word_month_of_day (date->month, style));
}

static char *
masked_day_phrase (const DtlEdtfDate *date, DtlDateLabelStyle style)
{
  if (date->year_mask == FOUR_DIGITS && date->month_mask == 0 && date->day_mask == 0)
    return day_of_unknown_year (date, style);
  if (date->year_mask != 0)
    return between_and_written (date, style);
  if (date->month_mask == TWO_DIGITS && date->day_mask == TWO_DIGITS)
    return dtl_date_some_day_in_year (date->year);
  if (date->month_mask != 0)
    return between_and_written (date, style);
  if (date->day_mask == TWO_DIGITS)
    return dtl_date_some_day_in_month (date->year, date->month, style);
  return date->day_mask == LAST_DIGIT ? between_phrase (date, style) : between_and_written (date, style);
}

static char *
offset_word (const DtlEdtfDate *date)
{
  int minutes = ABS (date->offset_minutes);

  if (minutes == 0)
    return g_strdup ("UTC");
  return g_strdup_printf ("UTC%s%02d:%02d", date->offset_minutes < 0 ? "−" : "+", minutes / 60, minutes % 60);
}

/* Seconds are shown unless they are 0, which EDTF demands even of those who know none. */
static char *
time_phrase (const DtlEdtfDate *date, DtlDateLabelStyle style)
{
  const DtlPlainDate plain = { DTL_PRECISION_DAY, { date->year, date->month, date->day } };
  g_autofree char *day = dtl_date_plain_phrase (&plain, style);
  g_autofree char *clock = NULL;
  g_autofree char *offset = NULL;

  if (date->second != 0)
    clock = g_strdup_printf ("%02d:%02d:%02d", date->hour, date->minute, date->second);
  else
    clock = g_strdup_printf ("%02d:%02d", date->hour, date->minute);
  if (!date->has_offset)
    /* Translators: a day and a time of it: "12 April 1985, 23:20" */
    return g_strdup_printf (C_ ("day and time", "%1$s, %2$s"), day, clock);
  offset = offset_word (date);
  /* Translators: a day, a time of it and a time zone: "12 April 1985, 23:20 UTC+04:30" */
  return g_strdup_printf (C_ ("day, time and zone", "%1$s, %2$s %3$s"), day, clock, offset);
}

/**
 * dtl_date_phrase:
 * @date: a date
 * @style: how
 *
 * Returns: (transfer full): it in words, its qualifiers left out
 */
char *
dtl_date_phrase (const DtlEdtfDate *date, DtlDateLabelStyle style)
{
  DtlPlainDate plain;

  if (dtl_date_is_plain (date, &plain))
    return dtl_date_plain_phrase (&plain, style);
  switch (date->precision)
    {
    case DTL_PRECISION_YEAR:
      return date->year_mask != 0 ? masked_year_phrase (date, style, FALSE) : significant_year_phrase (date, style);
    case DTL_PRECISION_SEASON:
      return date->year_mask != 0 ? between_and_written (date, style) : dtl_date_season_phrase (date, style, FALSE);
    case DTL_PRECISION_MONTH:
      return masked_month_phrase (date, style);
    case DTL_PRECISION_SECOND:
      return time_phrase (date, style);
    case DTL_PRECISION_DAY:
    default:
      return masked_day_phrase (date, style);
    }
}

/**
 * dtl_date_some_day_phrase:
 * @date: a date less precise than a day
 * @style: how
 *
 * Returns: (transfer full): "some day in 2017", its qualifiers left out
 */
char *
dtl_date_some_day_phrase (const DtlEdtfDate *date, DtlDateLabelStyle style)
{
  DtlPlainDate plain;

  if (date->precision == DTL_PRECISION_SEASON && date->year_mask == 0)
    return dtl_date_season_phrase (date, style, TRUE);
  if (date->precision == DTL_PRECISION_YEAR && date->year_mask != 0)
    return masked_year_phrase (date, style, TRUE);
  if (date->precision == DTL_PRECISION_MONTH && date->year_mask == 0 && date->month_mask == TWO_DIGITS)
    return dtl_date_some_day_in_year (date->year);
  if (!dtl_date_is_plain (date, &plain))
    return dtl_date_phrase (date, style);
  if (plain.precision == DTL_PRECISION_YEAR)
    return dtl_date_some_day_in_year (date->year);
  if (plain.precision == DTL_PRECISION_MONTH)
    return dtl_date_some_day_in_month (date->year, date->month, style);
  return dtl_date_plain_phrase (&plain, style);
}
