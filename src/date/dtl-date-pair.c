/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Known dates and pairs of them in words. What two dates share is said once, and every combination has a format of its
 * own, since the words between two dates move differently in other languages. */
#include "config.h"

#include "date/dtl-date-label-private.h"
#include "date/dtl-date-thirds.h"

#include "base/dtl-gettext.h"

static char *
day_phrase (const DtlCivilDay *civil, DtlDateLabelStyle style)
{
  g_autofree char *day = dtl_date_word_day (civil->day);
  g_autofree char *year = dtl_date_word_year (civil->year);
  const char *month = dtl_date_word_month_of_day (civil->month, style);
  int weekday = dtl_civil_weekday (dtl_civil_day_number (civil->year, civil->month, civil->day));

  if (style == DTL_DATE_LABEL_WEEKDAY)
    /* Translators: weekday, day, month, year: "Thursday 20 June 2024" */
    return g_strdup_printf (C_ ("date with weekday", "%1$s %2$s %3$s %4$s"), dtl_date_word_weekday (weekday), day,
                            month, year);
  /* Translators: day, month, year: "20 June 2024" */
  return g_strdup_printf (C_ ("date", "%1$s %2$s %3$s"), day, month, year);
}

/**
 * dtl_date_plain_phrase:
 * @plain: a date
 * @style: how
 *
 * Returns: (transfer full): "20 June 2024", "June 2024", "2024"
 */
char *
dtl_date_plain_phrase (const DtlPlainDate *plain, DtlDateLabelStyle style)
{
  g_autofree char *year = NULL;

  if (plain->precision == DTL_PRECISION_DAY)
    return day_phrase (&plain->civil, style);
  year = dtl_date_word_year (plain->civil.year);
  if (plain->precision == DTL_PRECISION_YEAR)
    return g_steal_pointer (&year);
  /* Translators: month, year: "June 2024" */
  return g_strdup_printf (C_ ("month and year", "%1$s %2$s"), dtl_date_word_month (plain->civil.month, style), year);
}

/* Two days of one year. */
static char *
pair_of_days (DtlPairKind kind, const DtlCivilDay *first, const DtlCivilDay *last, DtlDateLabelStyle style)
{
  g_autofree char *year = dtl_date_word_year (first->year);
  g_autofree char *first_day = dtl_date_word_day (first->day);
  g_autofree char *last_day = dtl_date_word_day (last->day);
  const char *first_month = dtl_date_word_month_of_day (first->month, style);
  const char *last_month = dtl_date_word_month_of_day (last->month, style);

  if (first->month == last->month)
    /* Translators: two days of a month, the month, the year */
    return g_strdup_printf (kind == DTL_PAIR_BETWEEN ? C_ ("days of a month", "between %1$s and %2$s %3$s %4$s")
                                                     : C_ ("days of a month", "%1$s–%2$s %3$s %4$s"),
                            first_day, last_day, last_month, year);
  /* Translators: day and month, day and month, the year of both */
  return g_strdup_printf (kind == DTL_PAIR_BETWEEN ? C_ ("days of a year", "between %1$s %2$s and %3$s %4$s %5$s")
                                                   : C_ ("days of a year", "%1$s %2$s to %3$s %4$s %5$s"),
                          first_day, first_month, last_day, last_month, year);
}

static char *
pair_of_months (DtlPairKind kind, const DtlCivilDay *first, const DtlCivilDay *last, DtlDateLabelStyle style)
{
  g_autofree char *year = dtl_date_word_year (first->year);

  if (kind == DTL_PAIR_BETWEEN)
    /* Translators: month, month, the year of both */
    return g_strdup_printf (C_ ("months of a year", "between %1$s and %2$s %3$s"),
                            dtl_date_word_month_between (first->month, style),
                            dtl_date_word_month_between (last->month, style), year);
  /* Translators: month, month, the year of both */
  return g_strdup_printf (C_ ("months of a year", "%1$s to %2$s %3$s"), dtl_date_word_month (first->month, style),
                          dtl_date_word_month (last->month, style), year);
}

static char *
between_months (const DtlCivilDay *first, const DtlCivilDay *last, DtlDateLabelStyle style)
{
  g_autofree char *first_year = dtl_date_word_year (first->year);
  g_autofree char *last_year = dtl_date_word_year (last->year);

  /* Translators: month and year, month and year: "between December 2023 and January 2024" */
  return g_strdup_printf (C_ ("two months", "between %1$s %2$s and %3$s %4$s"),
                          dtl_date_word_month_between (first->month, style), first_year,
                          dtl_date_word_month_between (last->month, style), last_year);
}

/* For two whole dates. */
static const char *
between_format (const DtlPlainDate *first, const DtlPlainDate *last)
{
  if (first->precision == DTL_PRECISION_DAY && last->precision == DTL_PRECISION_DAY)
    /* Translators: two days: "between 30 December 2023 and 2 January 2024" */
    return C_ ("two days", "between %1$s and %2$s");
  if (first->precision == DTL_PRECISION_YEAR && last->precision == DTL_PRECISION_YEAR)
    /* Translators: two years: "between 2020 and 2024" */
    return C_ ("two years", "between %1$s and %2$s");
  /* Translators: two dates of any kind, as they stand alone: "between June 2023 and 2024" */
  return C_ ("two dates", "between %1$s and %2$s");
}

static const char *
lasting_format (const DtlPlainDate *first, const DtlPlainDate *last)
{
  if (first->precision == DTL_PRECISION_DAY && last->precision == DTL_PRECISION_DAY)
    /* Translators: something lasts from the one day to the other: "21 December 2024 to 3 January 2025" */
    return C_ ("two days", "%1$s to %2$s");
  /* Translators: something lasts from the one date to the other, which are of any kind: "2018 to June 2020" */
  return C_ ("two dates", "%1$s to %2$s");
}

/**
 * dtl_date_pair_phrase:
 * @kind: whether something lies between the dates or lasts from the one to the other
 * @first: a date
 * @last: a later one, or the same
 * @style: how
 *
 * Returns: (transfer full): "between 3 and 9 May 2024", "21–30 September 2024", "2018 to 2020"
 */
char *
dtl_date_pair_phrase (DtlPairKind kind, const DtlPlainDate *first, const DtlPlainDate *last, DtlDateLabelStyle style)
{
  gboolean alike = first->precision == last->precision && first->civil.year == last->civil.year;
  DtlDateLabelStyle pair_style = style == DTL_DATE_LABEL_WEEKDAY ? DTL_DATE_LABEL_LONG : style;
  g_autofree char *first_phrase = NULL;
  g_autofree char *last_phrase = NULL;

  if (first->precision == last->precision && dtl_civil_compare (&first->civil, &last->civil) == 0)
    return dtl_date_plain_phrase (first, pair_style);
  if (alike && first->precision == DTL_PRECISION_DAY)
    return pair_of_days (kind, &first->civil, &last->civil, pair_style);
  if (alike && first->precision == DTL_PRECISION_MONTH)
    return pair_of_months (kind, &first->civil, &last->civil, pair_style);
  if (kind == DTL_PAIR_BETWEEN && first->precision == DTL_PRECISION_MONTH && last->precision == DTL_PRECISION_MONTH)
    return between_months (&first->civil, &last->civil, pair_style);
  first_phrase = dtl_date_plain_phrase (first, pair_style);
  last_phrase = dtl_date_plain_phrase (last, pair_style);
  return g_strdup_printf (kind == DTL_PAIR_BETWEEN ? between_format (first, last) : lasting_format (first, last),
                          first_phrase, last_phrase);
}

/**
 * dtl_date_some_day_in_month:
 * @year: astronomical year
 * @month: 1 to 12
 * @style: how
 *
 * Returns: (transfer full): "some day in April 1985"
 */
char *
dtl_date_some_day_in_month (int64_t year, int month, DtlDateLabelStyle style)
{
  g_autofree char *year_word = dtl_date_word_year (year);

  /* Translators: month as it stands after a day, year: "some day in April 1985" */
  return g_strdup_printf (C_ ("month and year", "some day in %1$s %2$s"), dtl_date_word_month_of_day (month, style),
                          year_word);
}

/**
 * dtl_date_some_day_in_year:
 * @year: astronomical year
 *
 * Returns: (transfer full): "some day in 1985"
 */
char *
dtl_date_some_day_in_year (int64_t year)
{
  g_autofree char *year_word = dtl_date_word_year (year);

  /* Translators: %s is a year: "some day in 1985" */
  return g_strdup_printf (C_ ("year", "some day in %s"), year_word);
}

static gboolean
is_last_of_month (const DtlCivilDay *civil)
{
  return civil->day == dtl_civil_days_in_month (civil->year, civil->month);
}

/* Days of one month: the whole of it or a third; NULL for others. */
static char *
part_of_month (const DtlCivilDay *first, const DtlCivilDay *last, DtlDateLabelStyle style)
{
  g_autofree char *year = dtl_date_word_year (first->year);
  const char *month = dtl_date_word_month_of_day (first->month, style);

  if (first->day == 1 && is_last_of_month (last))
    return dtl_date_some_day_in_month (first->year, first->month, style);
  if (first->day == 1 && last->day == DTL_EARLY_LAST_DAY)
    /* Translators: the first third of a month: month as it stands after a day, year */
    return g_strdup_printf (C_ ("month and year", "early %1$s %2$s"), month, year);
  if (first->day == DTL_EARLY_LAST_DAY + 1 && last->day == DTL_MIDDLE_LAST_DAY)
    /* Translators: the second third of a month: month as it stands after a day, year */
    return g_strdup_printf (C_ ("month and year", "mid-%1$s %2$s"), month, year);
  if (first->day == DTL_MIDDLE_LAST_DAY + 1 && is_last_of_month (last))
    /* Translators: the last third of a month: month as it stands after a day, year */
    return g_strdup_printf (C_ ("month and year", "late %1$s %2$s"), month, year);
  return NULL;
}

/* Whole months of one year, written as months or as days: all of it or a third; NULL for others. */
static char *
part_of_year (DtlPrecision precision, const DtlCivilDay *first, const DtlCivilDay *last)
{
  g_autofree char *year = dtl_date_word_year (first->year);

  if (first->month == 1 && last->month == 12 && precision == DTL_PRECISION_DAY)
    return dtl_date_some_day_in_year (first->year);
  if (first->month == 1 && last->month == 12)
    /* Translators: %s is a year: "some month in 2004" */
    return g_strdup_printf (C_ ("year", "some month in %s"), year);
  if (first->month == 1 && last->month == DTL_EARLY_LAST_MONTH)
    /* Translators: January to April of a year */
    return g_strdup_printf (C_ ("year", "early %s"), year);
  if (first->month == DTL_EARLY_LAST_MONTH + 1 && last->month == DTL_MIDDLE_LAST_MONTH)
    /* Translators: May to August of a year */
    return g_strdup_printf (C_ ("year", "mid-%s"), year);
  if (first->month == DTL_MIDDLE_LAST_MONTH + 1 && last->month == 12)
    /* Translators: September to December of a year */
    return g_strdup_printf (C_ ("year", "late %s"), year);
  return NULL;
}

/**
 * dtl_date_part_phrase:
 * @first: where a stretch begins in which something unknown lies
 * @last: where it ends
 * @style: how
 *
 * Returns: (transfer full) (nullable): "late September 2024", "early 2024", "some day in 2024"; NULL for a stretch that
 * has no name
 */
char *
dtl_date_part_phrase (const DtlPlainDate *first, const DtlPlainDate *last, DtlDateLabelStyle style)
{
  const DtlCivilDay *from = &first->civil, *to = &last->civil;
  gboolean in_days = first->precision == DTL_PRECISION_DAY;

  if (first->precision != last->precision || from->year != to->year || first->precision == DTL_PRECISION_YEAR)
    return NULL;
  if (in_days && from->month == to->month)
    return part_of_month (from, to, style);
  if (!in_days || (from->day == 1 && is_last_of_month (to)))
    return part_of_year (first->precision, from, to);
  return NULL;
}

/**
 * dtl_date_stretch_phrase:
 * @first: where a stretch begins in which something unknown lies
 * @last: where it ends
 * @style: how
 *
 * Returns: (transfer full): "late September 2024", "early 2024", "between 2020 and 2024"
 */
char *
dtl_date_stretch_phrase (const DtlPlainDate *first, const DtlPlainDate *last, DtlDateLabelStyle style)
{
  char *phrase = dtl_date_part_phrase (first, last, style);

  return phrase != NULL ? phrase : dtl_date_pair_phrase (DTL_PAIR_BETWEEN, first, last, style);
}
