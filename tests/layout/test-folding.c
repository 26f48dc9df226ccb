/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a view folds: by itself, by hand, and what becomes of that when the filter changes. */
#include "layout-case.h"

#include "layout/dtl-folding.h"

/* Long empty stretches in 2011 to 2014 and 2016 to 2019, short ones in 2020. */
static const CaseEvent events[] = {
  { "One", .claims = "occurred 2010" },         { "Two", .claims = "occurred 2015" },
  { "Three", .claims = "occurred 2020-01-01" }, { "Four", .claims = "occurred 2020-03-01" },
  { "Five", .claims = "occurred 2020-03-20" },
};

static int64_t
seconds_of (int year, int month, int day)
{
  return dtl_civil_seconds_from_day (dtl_civil_day_number (year, month, day));
}

/* "2011-01-01 2014-12-31, ..." */
static char *
format (DtlFolding *folding, LayoutCase *layout_case)
{
  GString *text = g_string_new (NULL);
  guint n_folds;
  const DtlFold *folds;

  dtl_folding_update (folding, layout_case->columns, layout_case->visible);
  folds = dtl_folding_get (folding, &n_folds);
  for (guint i = 0; i < n_folds; i++)
    {
      g_autofree char *from = dtl_civil_format_day (dtl_civil_day_from_seconds (folds[i].from_seconds));
      g_autofree char *to = dtl_civil_format_day (dtl_civil_day_from_seconds (folds[i].to_seconds));

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", from, to);
    }
  return g_string_free (text, FALSE);
}

static void
assert_folds (DtlFolding *folding, LayoutCase *layout_case, const char *wanted)
{
  g_autofree char *found = format (folding, layout_case);

  g_assert_cmpstr (found, ==, wanted);
}

#define BOTH "2011-01-01 2014-12-31, 2016-01-01 2019-12-31"

static void
test_automatic (void)
{
  g_autoptr (LayoutCase) layout_case = layout_case_new (NULL, events, G_N_ELEMENTS (events));
  g_autoptr (DtlFolding) folding = dtl_folding_new ();
  DtlFold second;
  guint n_folds;

  assert_folds (folding, layout_case, "");
  dtl_folding_set_automatic (folding, TRUE);
  g_assert_true (dtl_folding_is_automatic (folding));
  assert_folds (folding, layout_case, BOTH);
  second = dtl_folding_get (folding, &n_folds)[1];
  dtl_folding_unfold (folding, &second);
  assert_folds (folding, layout_case, "2011-01-01 2014-12-31");
  /* what was opened stays open, as it grows */
  dtl_bitset_set (layout_case->visible, (uint32_t) dtl_columns_find (layout_case->columns, 3), FALSE);
  assert_folds (folding, layout_case, "2011-01-01 2014-12-31");
  dtl_folding_fold (folding, &second);
  assert_folds (folding, layout_case, "2011-01-01 2014-12-31, 2016-01-01 2020-02-29");
  dtl_folding_unfold (folding, &second);
  dtl_folding_set_automatic (folding, TRUE);
  assert_folds (folding, layout_case, "2011-01-01 2014-12-31, 2016-01-01 2020-02-29");
  dtl_folding_unfold_all (folding);
  g_assert_false (dtl_folding_is_automatic (folding));
  assert_folds (folding, layout_case, "");
}

/* What was folded by hand is what is empty around there, and nothing while something is there. */
static void
test_by_hand (void)
{
  g_autoptr (LayoutCase) layout_case = layout_case_new (NULL, events, G_N_ELEMENTS (events));
  g_autoptr (DtlFolding) folding = dtl_folding_new ();
  uint32_t three = (uint32_t) dtl_columns_find (layout_case->columns, 3);
  DtlFold fold;

  g_assert_true (dtl_folds_find_at (layout_case->columns, layout_case->visible, seconds_of (2020, 2, 1), &fold));
  dtl_folding_fold (folding, &fold);
  assert_folds (folding, layout_case, "2020-01-02 2020-02-29");
  dtl_bitset_set (layout_case->visible, three, FALSE);
  assert_folds (folding, layout_case, "2016-01-01 2020-02-29");
  dtl_folding_set_automatic (folding, TRUE);
  assert_folds (folding, layout_case, "2011-01-01 2014-12-31, 2016-01-01 2020-02-29");
  dtl_folding_set_automatic (folding, FALSE);
  dtl_bitset_set (layout_case->visible, three, TRUE);
  assert_folds (folding, layout_case, "2020-01-02 2020-02-29");
  dtl_bitset_set (layout_case->visible, (uint32_t) dtl_columns_find (layout_case->columns, 4), FALSE);
  dtl_bitset_set (layout_case->visible, (uint32_t) dtl_columns_find (layout_case->columns, 5), FALSE);
  assert_folds (folding, layout_case, "");
  dtl_folding_forget (folding);
  dtl_bitset_set (layout_case->visible, (uint32_t) dtl_columns_find (layout_case->columns, 5), TRUE);
  assert_folds (folding, layout_case, "");
}

static void
test_find (void)
{
  g_autoptr (LayoutCase) layout_case = layout_case_new (NULL, events, G_N_ELEMENTS (events));
  const DtlColumns *columns = layout_case->columns;
  DtlFold fold;

  g_assert_false (dtl_folds_find_at (columns, layout_case->visible, seconds_of (2010, 6, 1), &fold));
  g_assert_false (dtl_folds_find_at (columns, layout_case->visible, seconds_of (2009, 6, 1), &fold));
  g_assert_false (dtl_folds_find_at (columns, layout_case->visible, seconds_of (2021, 6, 1), &fold));
  g_assert_true (
      dtl_folds_find_between (columns, layout_case->visible, seconds_of (2015, 1, 1), seconds_of (2020, 3, 20), &fold));
  g_assert_cmpint (fold.from_seconds, ==, seconds_of (2016, 1, 1));
  g_assert_cmpint (fold.to_seconds, ==, seconds_of (2020, 1, 1) - 1);
  g_assert_true (
      dtl_folds_find_between (columns, layout_case->visible, seconds_of (2020, 1, 1), seconds_of (2020, 3, 20), &fold));
  g_assert_cmpint (fold.from_seconds, ==, seconds_of (2020, 1, 2));
  g_assert_false (
      dtl_folds_find_between (columns, layout_case->visible, seconds_of (2015, 1, 1), seconds_of (2019, 1, 1), &fold));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/folding/automatic", test_automatic);
  g_test_add_func ("/layout/folding/by-hand", test_by_hand);
  g_test_add_func ("/layout/folding/find", test_find);
  return g_test_run ();
}
