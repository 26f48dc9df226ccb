/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stretches in which nothing starts or ends: which there are, how long they are, and how that is said. */
#include "layout-case.h"

#include "layout/dtl-folds.h"

#define MAX_EVENTS 6

static const struct
{
  const char *events[MAX_EVENTS]; /* claims */
  const char *wanted;             /* first and last free moment */
} rows[] = {
  { { "occurred 2017-03-01", "occurred 2024-06-20" }, "2017-03-02/2024-06-19" },
  /* a date takes up the time in which it may lie */
  { { "occurred 2017", "occurred 2024" }, "2018-01-01/2023-12-31" },
  { { "occurred [2017-01..2018-06]", "occurred 2024-06" }, "2018-07-01/2024-05-31" },
  { { "occurred 2017-03-01T12:00:00", "occurred 2024-06-20T12:00:00" }, "2017-03-01+43201/2024-06-20-43200" },
  /* what lasts takes up its ends alone */
  { { "occurred 2017", "occurred 2018/2020", "occurred 2024" }, "2019-01-01/2019-12-31, 2021-01-01/2023-12-31" },
  { { "occurred 2017/2024" }, "2018-01-01/2023-12-31" },
  { { "began 2017; ended 2024" }, "2018-01-01/2023-12-31" },
  { { "occurred 2017/..", "occurred 2024" }, "2018-01-01/2023-12-31" },
  { { "occurred 2017/", "occurred 2024" }, "2018-01-01/2023-12-31" },
  { { "occurred [2017..]", "occurred 2024-03" }, "2017-01-01+1/2024-02-29" },
  { { "occurred 2017", "occurred ../2024" }, "2018-01-01/2023-12-31" },
  /* every date of an event counts, competing ones too */
  { { "announced 2017; effective 2024" }, "2018-01-01/2023-12-31" },
  { { "occurred 2017", "occurred 2024; occurred 2020 competing" }, "2018-01-01/2019-12-31, 2021-01-01/2023-12-31" },
  /* something in the middle: two folds; nothing before the first or behind the last */
  { { "occurred 2017", "occurred 2020-06", "occurred 2024" }, "2018-01-01/2020-05-31, 2020-07-01/2023-12-31" },
  { { "occurred 2020-06-20" }, "" },
  /* not in the order of time, one within the other */
  { { "occurred 2010", "occurred 2010-03/2019-09", "occurred 2019", "occurred 2012-01-01" },
    "2011-01-01/2011-12-31, 2012-01-02/2018-12-31" },
  /* two months at least, however short the whole; and a twelfth of it */
  { { "occurred 2010-01-01", "occurred 2010-02-15", "occurred 2010-03-01" }, "" },
  { { "occurred 2010-01-01", "occurred 2010-03-03", "occurred 2010-04-30" }, "2010-01-02/2010-03-02" },
  { { "occurred 2010-01-01", "occurred 2010-03-02", "occurred 2010-04-30" }, "" },
  { { "occurred 2000-01-01", "occurred 2001-01-01", "occurred 2002-01-01", "occurred 2012-01-01" },
    "2002-01-02/2011-12-31" },
  /* of a vague date the ends and the middle: two years, and a quarter of the whole */
  { { "occurred 2017-01-01", "occurred [2018-01-01..2020-12-31]", "occurred 2024-01-01" },
    "2017-01-02/2017-12-31, 2018-01-01+1/2019-07-02-1?, 2019-07-03/2020-12-31-1?, 2021-01-01/2023-12-31" },
  { { "occurred 2017-01-01", "occurred [2018-01-01..2019-12-30]", "occurred 2022-01-01" },
    "2017-01-02/2017-12-31, 2019-12-31/2021-12-31" },
  { { "occurred 2000-01-01", "occurred [2018-01-01..2020-12-31]", "occurred 2024-01-01" },
    "2000-01-02/2017-12-31, 2021-01-01/2023-12-31" },
  /* but between dates that are sure */
  { { "occurred [2010..2019]", "occurred [2010..2019]", "occurred 2019-12-01" }, "" },
  { { NULL }, "" },
};

static void
append_moment (GString *text, int64_t seconds, gboolean is_end)
{
  int64_t day = dtl_civil_day_from_seconds (seconds);
  int64_t rest = seconds - dtl_civil_seconds_from_day (day) - (is_end ? DTL_SECONDS_PER_DAY - 1 : 0);
  g_autofree char *words = dtl_civil_format_day (day);

  g_string_append (text, words);
  if (rest != 0)
    g_string_append_printf (text, "%+d", (int) rest);
}

static char *
format_folds (GArray *folds)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < folds->len; i++)
    {
      const DtlFold *fold = &g_array_index (folds, DtlFold, i);

      if (i > 0)
        g_string_append (text, ", ");
      append_moment (text, fold->from_seconds, FALSE);
      g_string_append_c (text, '/');
      append_moment (text, fold->to_seconds, TRUE);
      if (fold->is_unsure)
        g_string_append_c (text, '?');
    }
  return g_string_free (text, FALSE);
}

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CaseEvent events[MAX_EVENTS + 1] = { { 0 } };
      guint n = 0;
      g_autoptr (LayoutCase) layout_case = NULL;
      g_autoptr (GArray) folds = NULL;
      g_autofree char *found = NULL;

      while (n < MAX_EVENTS && rows[i].events[n] != NULL)
        {
          events[n].title = "Event";
          events[n].claims = rows[i].events[n];
          n++;
        }
      layout_case = layout_case_new (NULL, events, n);
      folds = dtl_folds_find (layout_case->columns, layout_case->visible, NULL);
      found = format_folds (folds);
      g_test_message ("%s, %s, …", events[0].claims, events[1].claims);
      g_assert_cmpstr (found, ==, rows[i].wanted);
    }
}

/* Hidden events take up nothing. */
static void
test_filter (void)
{
  CaseEvent events[] = { { .claims = "occurred 2017" }, { .claims = "occurred 2020" }, { .claims = "occurred 2024" } };
  g_autoptr (LayoutCase) layout_case = layout_case_new (NULL, events, G_N_ELEMENTS (events));
  g_autoptr (GArray) folds = NULL;
  g_autofree char *found = NULL;

  dtl_bitset_set (layout_case->visible, (uint32_t) dtl_columns_find (layout_case->columns, 2), FALSE);
  folds = dtl_folds_find (layout_case->columns, layout_case->visible, NULL);
  found = format_folds (folds);
  g_assert_cmpstr (found, ==, "2018-01-01/2023-12-31");
}

static void
test_rule (void)
{
  CaseEvent events[] = { { .claims = "occurred 2017-01-01" },
                         { .claims = "occurred 2017-01-20" },
                         { .claims = "occurred 2017-02-28" } };
  DtlFoldRule rule = { .min_share = 0.25, .min_days = 10 };
  g_autoptr (LayoutCase) layout_case = layout_case_new (NULL, events, G_N_ELEMENTS (events));
  g_autoptr (GArray) both = dtl_folds_find (layout_case->columns, layout_case->visible, &rule);
  g_autoptr (GArray) one = NULL;
  g_autoptr (GArray) none = NULL;

  g_assert_cmpuint (both->len, ==, 2);
  rule.min_share = 0.5;
  one = dtl_folds_find (layout_case->columns, layout_case->visible, &rule);
  g_assert_cmpuint (one->len, ==, 1);
  rule.min_days = 60;
  none = dtl_folds_find (layout_case->columns, layout_case->visible, &rule);
  g_assert_cmpuint (none->len, ==, 0);
}

/* In no fold does anything start or end, and none could be longer. */
static void
test_random (void)
{
  for (guint32 seed = 1; seed < 60; seed++)
    {
      g_autoptr (LayoutCase) layout_case = layout_case_new_random (seed, 4, 2 + seed % 17, 3000);
      const DtlColumns *columns = layout_case->columns;
      DtlFoldRule rule = { .min_share = 0.05, .min_days = 5 };
      g_autoptr (GArray) folds = dtl_folds_find (columns, layout_case->visible, &rule);

      for (guint i = 0; i < folds->len; i++)
        {
          const DtlFold *fold = &g_array_index (folds, DtlFold, i);
          gboolean touches_left = FALSE, touches_right = FALSE;

          g_assert_cmpint (fold->from_seconds, <, fold->to_seconds);
          for (uint32_t m = 0; m < columns->n_marks; m++)
            {
              const DtlBounds bounds = dtl_columns_get_bounds (columns, m);
              const DtlBounds *b = &bounds;
              int64_t moments[] = { b->start_earliest, b->start_latest, b->end_earliest, b->end_latest };

              for (int k = 0; k < 4; k++)
                {
                  g_assert_false (moments[k] >= fold->from_seconds && moments[k] <= fold->to_seconds);
                  touches_left |= moments[k] == fold->from_seconds - 1;
                  touches_right |= moments[k] == fold->to_seconds + 1;
                }
              if (!(b->flags & DTL_BOUND_LASTS) && !fold->is_unsure)
                g_assert_false (b->start_earliest != DTL_CIVIL_MIN && b->end_latest != DTL_CIVIL_MAX &&
                                b->start_earliest < fold->from_seconds && b->end_latest > fold->to_seconds);
            }
          g_assert_true (touches_left && touches_right);
        }
    }
}

static const struct
{
  int from[3];
  int to[3]; /* the first day that is not free */
  const char *words;
} lengths[] = {
  { { 2019, 1, 1 }, { 2024, 5, 1 }, "Nothing starts or ends for 5 years 4 months" },
  { { 2019, 1, 31 }, { 2024, 5, 30 }, "Nothing starts or ends for 5 years 3 months" },
  { { 2019, 1, 31 }, { 2024, 5, 31 }, "Nothing starts or ends for 5 years 4 months" },
  { { 2019, 12, 1 }, { 2021, 1, 1 }, "Nothing starts or ends for 1 year 1 month" },
  { { 2019, 2, 1 }, { 2021, 1, 31 }, "Nothing starts or ends for 1 year 11 months" },
  { { 2019, 1, 1 }, { 2024, 1, 1 }, "Nothing starts or ends for 5 years" },
  { { 2019, 1, 1 }, { 2020, 1, 20 }, "Nothing starts or ends for 1 year" },
  { { 2019, 1, 1 }, { 2019, 3, 20 }, "Nothing starts or ends for 2 months" },
  { { 2019, 1, 1 }, { 2019, 2, 1 }, "Nothing starts or ends for 1 month" },
  { { 2019, 1, 20 }, { 2019, 2, 10 }, "Nothing starts or ends for 21 days" },
  { { 2019, 1, 20 }, { 2019, 1, 21 }, "Nothing starts or ends for 1 day" },
  { { -44, 3, 15 }, { 1453, 5, 29 }, "Nothing starts or ends for 1497 years 2 months" },
};

static void
test_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      const int *from = lengths[i].from;
      const int *to = lengths[i].to;
      DtlFold fold = { dtl_civil_seconds_from_day (dtl_civil_day_number (from[0], from[1], from[2])),
                       dtl_civil_seconds_from_day (dtl_civil_day_number (to[0], to[1], to[2])) - 1 };
      g_autofree char *words = dtl_fold_describe (&fold);

      g_assert_cmpstr (words, ==, lengths[i].words);
    }
}

/* What may yet lie in it is not denied. */
static void
test_unsure (void)
{
  static const CaseEvent events[] = { { .claims = "occurred 2017-01-01" },
                                      { .claims = "occurred [2018-01-01..2020-12-31]" },
                                      { .claims = "occurred 2024-01-01" } };
  g_autoptr (LayoutCase) layout_case = layout_case_new (NULL, events, G_N_ELEMENTS (events));
  int64_t seconds = dtl_civil_seconds_from_day (dtl_civil_day_number (2018, 3, 1));
  g_autofree char *words = NULL;
  DtlFold fold;

  g_assert_true (dtl_folds_find_at (layout_case->columns, layout_case->visible, seconds, &fold));
  words = dtl_fold_describe (&fold);
  g_assert_cmpstr (words, ==, "Nothing is known to start or end for 1 year 6 months");
  g_assert_true (dtl_folds_find_at (layout_case->columns, layout_case->visible, seconds - 100 * 86400, &fold));
  g_assert_false (fold.is_unsure);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/folds/table", test_table);
  g_test_add_func ("/layout/folds/filter", test_filter);
  g_test_add_func ("/layout/folds/rule", test_rule);
  g_test_add_func ("/layout/folds/random", test_random);
  g_test_add_func ("/layout/folds/words", test_words);
  g_test_add_func ("/layout/folds/unsure", test_unsure);
  return g_test_run ();
}
