/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-folds.h. Dates are not sorted by anything that helps here, and sorting a million of them for every filter
 * would take too long; so they go into buckets. A stretch that is long enough has whole buckets in it, and its exact
 * ends are in the buckets beside these. */
#include "config.h"

#include "layout/dtl-folds.h"

#include "layout/dtl-layout.h"
#include "layout/dtl-spans-private.h"

/* Twice as many as the least share has in the whole, so that a bucket of a fold is free wherever it begins. */
#define N_BUCKETS 2048

/* A date is vague if it may lie in so much of the whole time, and in two years at least: a year is what is often known
 * of a date, and worth being seen as one. */
#define VAGUE_SHARE 0.25
#define VAGUE_DAYS  730

/* --- dates ------------------------------------------------------------------------------------------------------ */

/* @is_sure: FALSE for a moment of a date that may lie in very much time */
typedef void (*DateFunc) (int64_t earliest, int64_t latest, gboolean is_sure, gpointer user_data);

/* Called for the time in which such a date may lie. */
typedef void (*VagueFunc) (int64_t earliest, int64_t latest, gpointer user_data);

/** Visit: @vague_seconds: from which length on the time in which a date may lie is not taken up; @vague: (nullable) */
typedef struct
{
  double vague_seconds;
  DateFunc date;
  VagueFunc vague;
  gpointer user_data;
} Visit;

/* Its ends, and the middle, where its mark stands. */
static void
visit_vague (const Visit *self, int64_t earliest, int64_t latest)
{
  int64_t middle = earliest + (int64_t) (((uint64_t) latest - (uint64_t) earliest) / 2);

  self->date (earliest, earliest, FALSE, self->user_data);
  self->date (middle, middle, FALSE, self->user_data);
  self->date (latest, latest, FALSE, self->user_data);
  if (self->vague != NULL)
    self->vague (earliest, latest, self->user_data);
}

/* One date may lie from @earliest to @latest; an end that is not known takes up nothing. */
static inline void
visit_date (const Visit *self, int64_t earliest, int64_t latest)
{
  if (!dtl_civil_is_finite (earliest) && !dtl_civil_is_finite (latest))
    return;
  if (!dtl_civil_is_finite (earliest))
    earliest = latest;
  if (!dtl_civil_is_finite (latest) || latest < earliest)
    latest = earliest;
  if ((double) latest - (double) earliest >= self->vague_seconds)
    visit_vague (self, earliest, latest);
  else
    self->date (earliest, latest, TRUE, self->user_data);
}

/* Every date of what shows. */
static inline void
visit_dates (const Visit *self, const DtlColumns *columns, const DtlBitset *visible)
{
  for (uint32_t row = 0; row < columns->n_dated; row++)
    for (uint32_t i = columns->mark_first[row]; dtl_bitset_get (visible, row) && i < columns->mark_first[row + 1]; i++)
      {
        DtlBounds bounds = dtl_columns_get_bounds (columns, i);
        gboolean lasts = (bounds.flags & DTL_BOUND_LASTS) != 0;

        visit_date (self, bounds.start_earliest, lasts ? bounds.start_latest : bounds.end_latest);
        if (lasts)
          visit_date (self, bounds.end_earliest, bounds.end_latest);
      }
}

static double
get_vague_seconds (int64_t from_seconds, int64_t to_seconds)
{
  double whole = (double) to_seconds - (double) from_seconds;

  return MAX (whole * VAGUE_SHARE, (double) VAGUE_DAYS * DTL_SECONDS_PER_DAY - 1);
}

/* Returns: FALSE if nothing that shows has a date */
static gboolean
init_visit (Visit *self, const DtlColumns *columns, const DtlBitset *visible)
{
  int64_t from, to;

  if (!dtl_layout_get_extent (columns, visible, &from, &to))
    return FALSE;
  self->vague_seconds = get_vague_seconds (from, to);
  return TRUE;
}

/* --- the long ones ---------------------------------------------------------------------------------------------- */

/**
 * Buckets: the time from the first to the last date in equal parts.
 * @steps: how many dates begin in a bucket, less those that end in the one before
 * @first: the earliest second of the dates that begin in a bucket; DTL_CIVIL_MAX for none
 * @last: the latest second of the dates that end in a bucket; DTL_CIVIL_MIN for none
 * @vague_steps: as @steps, of the time in which vague dates may lie
 * @first_sure, @last_sure: the earliest and the latest second of dates that are not vague
 */
typedef struct
{
  int64_t from_seconds;
  int64_t to_seconds;
  double per_second;
  int64_t steps[N_BUCKETS + 1];
  int64_t vague_steps[N_BUCKETS + 1];
  int64_t first[N_BUCKETS];
  int64_t last[N_BUCKETS];
  int64_t first_sure;
  int64_t last_sure;
} Buckets;

static Buckets *
buckets_new (int64_t from_seconds, int64_t to_seconds)
{
  Buckets *self = g_new0 (Buckets, 1);

  self->from_seconds = from_seconds;
  self->to_seconds = to_seconds;
  self->per_second = N_BUCKETS / ((double) to_seconds - (double) from_seconds + 1);
  self->first_sure = DTL_CIVIL_MAX;
  self->last_sure = DTL_CIVIL_MIN;
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
add_date (int64_t earliest, int64_t latest, gboolean is_sure, gpointer user_data)
{
  Buckets *self = user_data;
  int first = bucket_of (self, earliest);
  int last = bucket_of (self, latest);

  self->steps[first]++;
  self->steps[last + 1]--;
  self->first[first] = MIN (self->first[first], earliest);
  self->last[last] = MAX (self->last[last], latest);
  if (!is_sure)
    return;
  self->first_sure = MIN (self->first_sure, earliest);
  self->last_sure = MAX (self->last_sure, latest);
}

static void
add_vague (int64_t earliest, int64_t latest, gpointer user_data)
{
  Buckets *self = user_data;

  self->vague_steps[bucket_of (self, earliest)]++;
  self->vague_steps[bucket_of (self, latest)]--;
}

static gboolean
is_long_enough (const Buckets *self, const DtlFold *fold, const DtlFoldRule *rule)
{
  double length = (double) fold->to_seconds - (double) fold->from_seconds + 1;
  double whole = (double) self->to_seconds - (double) self->from_seconds + 1;

  return length >= whole * rule->min_share && length >= (double) rule->min_days * DTL_SECONDS_PER_DAY;
}

/* Where all dates are vague there is nothing that a fold would bring together. */
static gboolean
is_between_sure_dates (const Buckets *self, const DtlFold *fold)
{
  return self->first_sure < fold->from_seconds && self->last_sure > fold->to_seconds;
}

static GArray *
collect (const Buckets *self, const DtlFoldRule *rule)
{
  GArray *folds = g_array_new (FALSE, FALSE, sizeof (DtlFold));
  int64_t n_covering = 0;
  int64_t n_vague = 0;
  int64_t last = DTL_CIVIL_MIN;

  for (int i = 0; i < N_BUCKETS; i++)
    {
      gboolean was_free = i > 0 && n_covering == 0;

      n_covering += self->steps[i];
      if (was_free && n_covering > 0)
        {
          DtlFold fold = { last + 1, self->first[i] - 1, n_vague > 0 };

          if (is_long_enough (self, &fold, rule) && is_between_sure_dates (self, &fold))
            g_array_append_val (folds, fold);
        }
      n_vague += self->vague_steps[i];
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
  Visit visit = { .date = add_date, .vague = add_vague };
  int64_t from, to;

  g_return_val_if_fail (columns != NULL && visible != NULL, NULL);
  g_return_val_if_fail (rule == NULL || rule->min_share > 0.001, NULL);

  if (!dtl_layout_get_extent (columns, visible, &from, &to))
    return g_array_new (FALSE, FALSE, sizeof (DtlFold));
  buckets = buckets_new (from, to);
  visit.vague_seconds = get_vague_seconds (from, to);
  visit.user_data = buckets;
  visit_dates (&visit, columns, visible);
  return collect (buckets, rule != NULL ? rule : &usual);
}

/* --- one of them ------------------------------------------------------------------------------------------------ */

/** Around: what is nearest to a moment. @is_taken: a date lies there; @is_vague: a vague one may */
typedef struct
{
  int64_t seconds;
  int64_t before;
  int64_t after;
  gboolean is_taken;
  gboolean is_vague;
} Around;

static void
look_around (int64_t earliest, int64_t latest, gboolean is_sure, gpointer user_data)
{
  Around *self = user_data;

  if (latest < self->seconds)
    self->before = MAX (self->before, latest);
  else if (earliest > self->seconds)
    self->after = MIN (self->after, earliest);
  else
    self->is_taken = TRUE;
}

static void
look_around_vague (int64_t earliest, int64_t latest, gpointer user_data)
{
  Around *self = user_data;

  self->is_vague |= earliest < self->seconds && latest > self->seconds;
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
  Around around = { civil_seconds, DTL_CIVIL_MIN, DTL_CIVIL_MAX, FALSE, FALSE };
  Visit visit = { .date = look_around, .vague = look_around_vague, .user_data = &around };

  g_return_val_if_fail (columns != NULL && visible != NULL && fold != NULL, FALSE);

  if (!init_visit (&visit, columns, visible))
    return FALSE;
  visit_dates (&visit, columns, visible);
  if (around.is_taken || around.before == DTL_CIVIL_MIN || around.after == DTL_CIVIL_MAX)
    return FALSE;
  *fold = (DtlFold){ around.before + 1, around.after - 1, around.is_vague };
  return fold->from_seconds <= fold->to_seconds;
}

/** Gathering: the dates that lie in a span, wholly or in part. */
typedef struct
{
  DtlFold span;
  GArray *taken; /* of DtlFold */
} Gathering;

static void
gather (int64_t earliest, int64_t latest, gboolean is_sure, gpointer user_data)
{
  Gathering *self = user_data;
  DtlFold taken = { MAX (earliest, self->span.from_seconds), MIN (latest, self->span.to_seconds), FALSE };

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
 * @fold: (out): the longest stretch between two dates in it in which nothing starts or ends; of the whole of it, and of
 * what is vague in it, dtl_folds_find_at() tells
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
  Gathering gathering = { { from_seconds, to_seconds, FALSE }, taken };
  Visit visit = { .date = gather, .user_data = &gathering };
  int64_t longest = 0;
  int64_t last;

  g_return_val_if_fail (columns != NULL && visible != NULL && fold != NULL, FALSE);

  if (!init_visit (&visit, columns, visible))
    return FALSE;
  visit_dates (&visit, columns, visible);
  g_array_sort (taken, compare_starts);
  last = taken->len > 0 ? g_array_index (taken, DtlFold, 0).to_seconds : 0;
  for (guint i = 1; i < taken->len; i++)
    {
      const DtlFold *next = &g_array_index (taken, DtlFold, i);

      if (next->from_seconds > last && next->from_seconds - 1 - last > longest)
        {
          longest = next->from_seconds - 1 - last;
          *fold = (DtlFold){ last + 1, next->from_seconds - 1, FALSE };
        }
      last = MAX (last, next->to_seconds);
    }
  return longest > 0;
}
