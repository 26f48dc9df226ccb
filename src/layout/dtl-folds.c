/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-folds.h. Dates are not sorted by anything that helps here, and sorting a million of them for every filter
 * would take too long; so they go into buckets. A stretch that is long enough has whole buckets in it, and its exact
 * ends are in the buckets beside these. */
#include "config.h"

#include "layout/dtl-folds.h"

#include "base/dtl-arith.h"
#include "base/dtl-gettext.h"
#include "date/dtl-civil.h"
#include "layout/dtl-layout.h"
#include "layout/dtl-spans-private.h"

/* Twice as many as the least share has in the whole, so that a bucket of a fold is free wherever it begins. */
#define N_BUCKETS 2048

/* --- dates ------------------------------------------------------------------------------------------------------ */

typedef void (*DateFunc) (int64_t earliest, int64_t latest, gpointer user_data);

/* One date may lie from @earliest to @latest; an end that is not known takes up nothing. */
static inline void
visit_date (int64_t earliest, int64_t latest, DateFunc visit, gpointer user_data)
{
  if (!dtl_civil_is_finite (earliest) && !dtl_civil_is_finite (latest))
    return;
  if (!dtl_civil_is_finite (earliest))
    earliest = latest;
  if (!dtl_civil_is_finite (latest) || latest < earliest)
    latest = earliest;
  visit (earliest, latest, user_data);
}

/* Every date of what shows. */
static inline void
visit_dates (const DtlColumns *columns, const DtlBitset *visible, DateFunc visit, gpointer user_data)
{
  for (uint32_t row = 0; row < columns->n_dated; row++)
    for (uint32_t i = columns->mark_first[row]; dtl_bitset_get (visible, row) && i < columns->mark_first[row + 1]; i++)
      {
        DtlBounds bounds = dtl_columns_get_bounds (columns, i);
        gboolean lasts = (bounds.flags & DTL_BOUND_LASTS) != 0;

        visit_date (bounds.start_earliest, lasts ? bounds.start_latest : bounds.end_latest, visit, user_data);
        if (lasts)
          visit_date (bounds.end_earliest, bounds.end_latest, visit, user_data);
      }
}

/* --- the long ones ---------------------------------------------------------------------------------------------- */

/**
 * Buckets: the time from the first to the last date in equal parts.
 * @steps: how many dates begin in a bucket, less those that end in the one before
 * @first: the earliest second of the dates that begin in a bucket; DTL_CIVIL_MAX for none
 * @last: the latest second of the dates that end in a bucket; DTL_CIVIL_MIN for none
 */
typedef struct
{
  int64_t from_seconds;
  int64_t to_seconds;
  double per_second;
  int64_t steps[N_BUCKETS + 1];
  int64_t first[N_BUCKETS];
  int64_t last[N_BUCKETS];
} Buckets;

static Buckets *
buckets_new (int64_t from_seconds, int64_t to_seconds)
{
  Buckets *self = g_new0 (Buckets, 1);

  self->from_seconds = from_seconds;
  self->to_seconds = to_seconds;
  self->per_second = N_BUCKETS / ((double) to_seconds - (double) from_seconds + 1);
  for (int i = 0; i < N_BUCKETS; i++)
    {
      self->first[i] = DTL_CIVIL_MAX;
      self->last[i] = DTL_CIVIL_MIN;
    }
  return self;
}

static int
bucket_of (const Buckets *self, int64_t civil_seconds)
{
  double bucket = ((double) civil_seconds - (double) self->from_seconds) * self->per_second;

  return (int) CLAMP (bucket, 0, N_BUCKETS - 1);
}

static void
add_date (Buckets *self, int64_t earliest, int64_t latest)
{
  int first = bucket_of (self, earliest);
  int last = bucket_of (self, latest);

  self->steps[first]++;
  self->steps[last + 1]--;
  self->first[first] = MIN (self->first[first], earliest);
  self->last[last] = MAX (self->last[last], latest);
}

static void
add_to_buckets (int64_t earliest, int64_t latest, gpointer user_data)
{
  add_date (user_data, earliest, latest);
}

static gboolean
is_long_enough (const Buckets *self, const DtlFold *fold, const DtlFoldRule *rule)
{
  double length = (double) fold->to_seconds - (double) fold->from_seconds + 1;
  double whole = (double) self->to_seconds - (double) self->from_seconds + 1;

  return length >= whole * rule->min_share && length >= (double) rule->min_days * DTL_SECONDS_PER_DAY;
}

static GArray *
collect (const Buckets *self, const DtlFoldRule *rule)
{
  GArray *folds = g_array_new (FALSE, FALSE, sizeof (DtlFold));
  int64_t n_covering = 0;
  int64_t last = DTL_CIVIL_MIN;

  for (int i = 0; i < N_BUCKETS; i++)
    {
      gboolean was_free = i > 0 && n_covering == 0;

      n_covering += self->steps[i];
      if (was_free && n_covering > 0)
        {
          DtlFold fold = { last + 1, self->first[i] - 1 };

          if (is_long_enough (self, &fold, rule))
            g_array_append_val (folds, fold);
        }
      last = MAX (last, self->last[i]);
    }
  return folds;
}

/**
 * dtl_folds_find:
 * @columns: the events
 * @visible: the rows that show
 * @rule: (nullable): NULL for DTL_FOLD_RULE_INIT
 *
 * One pass over the marks of what shows. To be called once for each filter.
 *
 * Returns: (element-type DtlFold) (transfer full): in the order of time; empty for none
 */
GArray *
dtl_folds_find (const DtlColumns *columns, const DtlBitset *visible, const DtlFoldRule *rule)
{
  static const DtlFoldRule usual = DTL_FOLD_RULE_INIT;
  g_autofree Buckets *buckets = NULL;
  int64_t from, to;

  g_return_val_if_fail (columns != NULL && visible != NULL, NULL);
  g_return_val_if_fail (rule == NULL || rule->min_share > 0.001, NULL);

  if (!dtl_layout_get_extent (columns, visible, &from, &to))
    return g_array_new (FALSE, FALSE, sizeof (DtlFold));
  buckets = buckets_new (from, to);
  visit_dates (columns, visible, add_to_buckets, buckets);
  return collect (buckets, rule != NULL ? rule : &usual);
}

/* --- one of them ------------------------------------------------------------------------------------------------ */

/** Around: what is nearest to a moment. @is_taken: a date lies there */
typedef struct
{
  int64_t seconds;
  int64_t before;
  int64_t after;
  gboolean is_taken;
} Around;

static void
look_around (int64_t earliest, int64_t latest, gpointer user_data)
{
  Around *self = user_data;

  if (latest < self->seconds)
    self->before = MAX (self->before, latest);
  else if (earliest > self->seconds)
    self->after = MIN (self->after, earliest);
  else
    self->is_taken = TRUE;
}

/**
 * dtl_folds_find_at:
 * @civil_seconds: a moment
 * @fold: (out): the whole stretch around it in which nothing starts or ends, however short
 *
 * One pass over the marks of what shows.
 *
 * Returns: FALSE if a date lies there, or nothing is before it or after it
 */
gboolean
dtl_folds_find_at (const DtlColumns *columns, const DtlBitset *visible, int64_t civil_seconds, DtlFold *fold)
{
  Around around = { civil_seconds, DTL_CIVIL_MIN, DTL_CIVIL_MAX, FALSE };

  g_return_val_if_fail (columns != NULL && visible != NULL && fold != NULL, FALSE);

  visit_dates (columns, visible, look_around, &around);
  if (around.is_taken || around.before == DTL_CIVIL_MIN || around.after == DTL_CIVIL_MAX)
    return FALSE;
  *fold = (DtlFold){ around.before + 1, around.after - 1 };
  return fold->from_seconds <= fold->to_seconds;
}

/** Gathering: the dates that lie in a span, wholly or in part. */
typedef struct
{
  DtlFold span;
  GArray *taken; /* of DtlFold */
} Gathering;

static void
gather (int64_t earliest, int64_t latest, gpointer user_data)
{
  Gathering *self = user_data;
  DtlFold taken = { MAX (earliest, self->span.from_seconds), MIN (latest, self->span.to_seconds) };

  if (taken.from_seconds <= taken.to_seconds)
    g_array_append_val (self->taken, taken);
}

static int
compare_starts (const void *a, const void *b)
{
  int64_t first = ((const DtlFold *) a)->from_seconds;
  int64_t second = ((const DtlFold *) b)->from_seconds;

  return (first > second) - (first < second);
}

/**
 * dtl_folds_find_between:
 * @from_seconds, @to_seconds: a span, in order
 * @fold: (out): the longest stretch between two dates in it in which nothing starts or ends
 *
 * Returns: FALSE if there is none
 */
gboolean
dtl_folds_find_between (const DtlColumns *columns,
                        const DtlBitset *visible,
                        int64_t from_seconds,
                        int64_t to_seconds,
                        DtlFold *fold)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (DtlFold));
  Gathering gathering = { { from_seconds, to_seconds }, taken };
  int64_t longest = 0;
  int64_t last;

  g_return_val_if_fail (columns != NULL && visible != NULL && fold != NULL, FALSE);

  visit_dates (columns, visible, gather, &gathering);
  g_array_sort (taken, compare_starts);
  last = taken->len > 0 ? g_array_index (taken, DtlFold, 0).to_seconds : 0;
  for (guint i = 1; i < taken->len; i++)
    {
      const DtlFold *next = &g_array_index (taken, DtlFold, i);

      if (next->from_seconds > last && next->from_seconds - 1 - last > longest)
        {
          longest = next->from_seconds - 1 - last;
          *fold = (DtlFold){ last + 1, next->from_seconds - 1 };
        }
      last = MAX (last, next->to_seconds);
    }
  return longest > 0;
}

/* --- words ------------------------------------------------------------------------------------------------------ */

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

/**
 * dtl_fold_describe:
 *
 * Returns: (transfer full): "Nothing starts or ends for 5 years 4 months"; below a year in months, below a month in
 * days
 */
char *
dtl_fold_describe (const DtlFold *self)
{
  int years, months, days;
  g_autofree char *years_words = NULL;
  g_autofree char *months_words = NULL;

  g_return_val_if_fail (self != NULL, NULL);

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
