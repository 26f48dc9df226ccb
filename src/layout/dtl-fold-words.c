/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a stretch is in which nothing starts or ends, and how that is said. */
#include "config.h"

#include "layout/dtl-folds.h"

#include "base/dtl-arith.h"
#include "base/dtl-gettext.h"
#include "date/dtl-civil.h"

/**
 * dtl_fold_get_length:
 * @years, @months, @days: (out): whole years, then whole months beside them, then whole days
 *
 * By the calendar, from the first day that is wholly free on.
 */
void
dtl_fold_get_length (const DtlFold *self, int *years, int *months, int *days)
{
  int64_t first_day, end_day, whole;
  DtlCivilDay first, end;

  g_return_if_fail (self != NULL && years != NULL && months != NULL && days != NULL);

  first_day = dtl_i64_floor_div (self->from_seconds - 1, DTL_SECONDS_PER_DAY) + 1;
  end_day = MAX (dtl_i64_floor_div (self->to_seconds + 1, DTL_SECONDS_PER_DAY), first_day);
  first = dtl_civil_from_day_number (first_day);
  end = dtl_civil_from_day_number (end_day);
  whole = (end.year - first.year) * 12 + end.month - first.month - (end.day < first.day);
  *years = (int) MIN (whole / 12, G_MAXINT);
  *months = (int) (whole % 12);
  *days = end.day - first.day;
  if (*days < 0)
    {
      int64_t last_month = end.month == 1 ? 12 : end.month - 1;

      *days =
          MAX (dtl_civil_days_in_month (end.month == 1 ? end.year - 1 : end.year, (int) last_month) - first.day, 0) +
          end.day;
    }
}

static char *
format_years (int years)
{
  /* Translators: the years of a length of time, as in "nothing starts or ends for 5 years 4 months" */
  return g_strdup_printf (ngettext ("%d year", "%d years", (gulong) years), years);
}

static char *
format_months (int months)
{
  /* Translators: the months of a length of time, as in "nothing starts or ends for 5 years 4 months" */
  return g_strdup_printf (ngettext ("%d month", "%d months", (gulong) months), months);
}

/**
 * dtl_fold_format_length:
 *
 * Returns: (transfer full): "5 years 4 months"; below a year in months, below a month in days
 */
char *
dtl_fold_format_length (const DtlFold *self)
{
  int years, months, days;
  g_autofree char *years_words = NULL;
  g_autofree char *months_words = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  dtl_fold_get_length (self, &years, &months, &days);
  if (years == 0 && months == 0)
    return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) days), days);
  if (years == 0)
    return format_months (months);
  if (months == 0)
    return format_years (years);
  years_words = format_years (years);
  months_words = format_months (months);
  /* Translators: a length of time: years, then months, as in "5 years 4 months" */
  return g_strdup_printf (_ ("%1$s %2$s"), years_words, months_words);
}

static char *
describe_unsure (const DtlFold *self)
{
  g_autofree char *length = dtl_fold_format_length (self);

  /* Translators: a length of time, as in "5 years 4 months"; a date that may be any of very many days may lie in it */
  return g_strdup_printf (_ ("Nothing is known to start or end for %s"), length);
}

/**
 * dtl_fold_describe:
 *
 * Returns: (transfer full): "Nothing starts or ends for 5 years 4 months", or that nothing is known to; below a year in
 * months, below a month in days
 */
char *
dtl_fold_describe (const DtlFold *self)
{
  int years, months, days;
  g_autofree char *years_words = NULL;
  g_autofree char *months_words = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->is_unsure)
    return describe_unsure (self);
  dtl_fold_get_length (self, &years, &months, &days);
  if (years == 0 && months == 0)
    return g_strdup_printf (
        ngettext ("Nothing starts or ends for %d day", "Nothing starts or ends for %d days", (gulong) days), days);
  if (years == 0)
    return g_strdup_printf (
        ngettext ("Nothing starts or ends for %d month", "Nothing starts or ends for %d months", (gulong) months),
        months);
  if (months == 0)
    return g_strdup_printf (
        ngettext ("Nothing starts or ends for %d year", "Nothing starts or ends for %d years", (gulong) years), years);
  years_words = format_years (years);
  months_words = format_months (months);
  /* Translators: years, then months: "Nothing starts or ends for 5 years 4 months" */
  return g_strdup_printf (_ ("Nothing starts or ends for %1$s %2$s"), years_words, months_words);
}
