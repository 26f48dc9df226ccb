/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The four bounds and flags of values, and what sorting, filtering and excluding make of them. */
#include "date/dtl-edtf.h"

#include <string.h>

/* "2024-06-20" for a day, "min" and "max" for saturated bounds. A latest bound is the last second of its day. */
static void
assert_bound (const char *text, int64_t seconds, const char *expected, gboolean latest)
{
  g_autofree char *day = dtl_civil_format_day (dtl_civil_day_from_seconds (seconds));

  if (strcmp (expected, "min") == 0)
    g_assert_cmpint (seconds, ==, DTL_CIVIL_MIN);
  else if (strcmp (expected, "max") == 0)
    g_assert_cmpint (seconds, ==, DTL_CIVIL_MAX);
  else
    {
      int64_t second_of_day = seconds - dtl_civil_seconds_from_day (dtl_civil_day_from_seconds (seconds));

      if (strcmp (day, expected) != 0)
        g_error ("%s: bound is %s, expected %s", text, day, expected);
      g_assert_cmpint (second_of_day, ==, latest ? 86399 : 0);
    }
}

static void
test_four_bounds (void)
{
  static const struct
  {
    const char *text, *start_earliest, *start_latest, *end_earliest, *end_latest;
    uint32_t flags;
  } rows[] = {
    { "2024-06-20", "2024-06-20", "2024-06-20", "2024-06-20", "2024-06-20", 0 },
    { "2017", "2017-01-01", "2017-12-31", "2017-01-01", "2017-12-31", 0 },
    { "2017-12~", "2017-12-01", "2017-12-31", "2017-12-01", "2017-12-31", DTL_BOUND_APPROXIMATE },
    { "2017?", "2017-01-01", "2017-12-31", "2017-01-01", "2017-12-31", DTL_BOUND_UNCERTAIN },
    { "2004-06-%11", "2004-06-11", "2004-06-11", "2004-06-11", "2004-06-11",
      DTL_BOUND_UNCERTAIN | DTL_BOUND_APPROXIMATE },
    { "2004-XX", "2004-01-01", "2004-12-31", "2004-01-01", "2004-12-31", 0 },
    { "2001-24", "2001-12-01", "2002-02-28", "2001-12-01", "2002-02-28", 0 },
    { "2024-09-21/2024-09-30", "2024-09-21", "2024-09-21", "2024-09-30", "2024-09-30", DTL_BOUND_LASTS },
    { "2018/2020~", "2018-01-01", "2018-12-31", "2020-01-01", "2020-12-31", DTL_BOUND_LASTS | DTL_BOUND_APPROXIMATE },
    { "2004-06/2004-06-11", "2004-06-01", "2004-06-11", "2004-06-11", "2004-06-11", DTL_BOUND_LASTS },
    { "2004-06-11/2004-06", "2004-06-11", "2004-06-11", "2004-06-11", "2004-06-30", DTL_BOUND_LASTS },
    { "2018/..", "2018-01-01", "2018-12-31", "max", "max", DTL_BOUND_LASTS | DTL_BOUND_END_OPEN },
    { "2018/", "2018-01-01", "2018-12-31", "2018-01-01", "max", DTL_BOUND_LASTS | DTL_BOUND_END_UNKNOWN },
    { "../2018", "min", "min", "2018-01-01", "2018-12-31", DTL_BOUND_LASTS | DTL_BOUND_START_OPEN },
    { "/2018", "min", "2018-12-31", "2018-01-01", "2018-12-31", DTL_BOUND_LASTS | DTL_BOUND_START_UNKNOWN },
    { "[2024-09-21..2024-09-30]", "2024-09-21", "2024-09-30", "2024-09-21", "2024-09-30", 0 },
    { "[2017..]", "2017-01-01", "max", "2017-01-01", "max", DTL_BOUND_END_OPEN },
    { "[..2017?]", "min", "2017-12-31", "min", "2017-12-31", DTL_BOUND_START_OPEN | DTL_BOUND_UNCERTAIN },
    { "[1672,1667,1668~]", "1667-01-01", "1672-12-31", "1667-01-01", "1672-12-31", DTL_BOUND_APPROXIMATE },
    { "[1670..1672,1667]", "1667-01-01", "1672-12-31", "1667-01-01", "1672-12-31", 0 },
    { "{1672,1667,1668}", "1667-01-01", "1667-12-31", "1672-01-01", "1672-12-31", 0 },
    { "{1667..1672}", "1667-01-01", "1667-12-31", "1672-01-01", "1672-12-31", 0 },
    { "{1667-06..X667-12}", "1667-06-01", "1667-06-30", "1667-06-01", "9667-12-31", 0 },
    { "{X667-01..1667-06}", "0667-01-01", "1667-06-30", "1667-06-01", "1667-06-30", 0 },
    { "{1667,1670..}", "1667-01-01", "1667-12-31", "max", "max", DTL_BOUND_END_OPEN },
    { "{..1667}", "min", "min", "1667-01-01", "1667-12-31", DTL_BOUND_START_OPEN },
    { "Y170000002", "170000002-01-01", "170000002-12-31", "170000002-01-01", "170000002-12-31", 0 },
    { "Y1E15", "max", "max", "max", "max", 0 },
    { "Y-1E15", "min", "min", "min", "min", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DtlEdtf) value = dtl_edtf_parse (rows[i].text, &error);
      const DtlBounds *bounds;

      g_assert_no_error (error);
      bounds = dtl_edtf_get_bounds (value);
      assert_bound (rows[i].text, bounds->start_earliest, rows[i].start_earliest, FALSE);
      assert_bound (rows[i].text, bounds->start_latest, rows[i].start_latest, TRUE);
      assert_bound (rows[i].text, bounds->end_earliest, rows[i].end_earliest, FALSE);
      assert_bound (rows[i].text, bounds->end_latest, rows[i].end_latest, TRUE);
      g_assert_cmphex (bounds->flags, ==, rows[i].flags);
    }
}

static void
test_time_of_day (void)
{
  g_autoptr (DtlEdtf) value = dtl_edtf_parse ("1970-01-02T01:02:03+04:30", NULL);
  const DtlBounds *bounds = dtl_edtf_get_bounds (value);

  g_assert_cmpint (bounds->start_earliest, ==, 86400 + 3723);
  g_assert_cmpint (bounds->end_latest, ==, 86400 + 3723);
  g_assert_cmphex (bounds->flags, ==, DTL_BOUND_HAS_TIME);
}

static DtlBounds
bounds_of (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlEdtf) value = dtl_edtf_parse (text, &error);

  g_assert_no_error (error);
  return *dtl_edtf_get_bounds (value);
}

static void
test_order (void)
{
  static const char *const ordered[] = {
    "../2016", "-0001", "0000", "2016-12-31", "2017-01-01", "2017-01", "2017", "2017/2018", "2017/..", "2017-02",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ordered); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (ordered); j++)
      {
        DtlBounds a = bounds_of (ordered[i]), b = bounds_of (ordered[j]);

        g_assert_cmpint (dtl_bounds_compare (&a, &b), ==, (i > j) - (i < j));
      }
}

static void
test_filter (void)
{
  static const struct
  {
    const char *text, *from, *to;
    gboolean falls_inside, may_fall_inside;
  } rows[] = {
    { "2017-06-15", "2017", "2017", TRUE, TRUE },
    { "2017", "2017-02", "2017-03", FALSE, TRUE },
    { "2017", "2017-01-01", "2017-12-31", TRUE, TRUE },
    { "2017", "2018", "2019", FALSE, FALSE },
    { "2017", "2015", "2016", FALSE, FALSE },
    { "2017/..", "2030", "2031", FALSE, TRUE },
    { "2017/..", "2015", NULL, TRUE, TRUE },
    { "2017/", "2030", "2031", FALSE, TRUE },
    { "[..2017]", NULL, "2017", TRUE, TRUE },
    { "[..2017]", "1900", "2017", FALSE, TRUE },
    { "[..2017]", "2018", NULL, FALSE, FALSE },
    { "2017", NULL, NULL, TRUE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DtlBounds bounds = bounds_of (rows[i].text);
      int64_t from = rows[i].from != NULL ? bounds_of (rows[i].from).start_earliest : DTL_CIVIL_MIN;
      int64_t to = rows[i].to != NULL ? bounds_of (rows[i].to).end_latest : DTL_CIVIL_MAX;

      g_assert_cmpint (dtl_bounds_falls_inside (&bounds, from, to), ==, rows[i].falls_inside);
      g_assert_cmpint (dtl_bounds_may_fall_inside (&bounds, from, to), ==, rows[i].may_fall_inside);
    }
}

static void
test_exclude (void)
{
  static const struct
  {
    const char *a, *b;
    gboolean exclude;
  } rows[] = {
    { "2017", "2018", TRUE },
    { "2017", "2017-06", FALSE },
    { "2024-09-29", "[2024-09-21..2024-09-30]", FALSE },
    { "2024-09-29", "[2024-09-30..]", TRUE },
    { "2024-06-20T10:00:00", "2024-06-20T11:00:00", FALSE },
    { "2024-06-20T23:00:00", "2024-06-21", TRUE },
    { "2018/..", "2017", TRUE },
    { "2018/..", "2030", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DtlBounds a = bounds_of (rows[i].a), b = bounds_of (rows[i].b);

      g_assert_cmpint (dtl_bounds_exclude (&a, &b), ==, rows[i].exclude);
      g_assert_cmpint (dtl_bounds_exclude (&b, &a), ==, rows[i].exclude);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/bounds/four-bounds", test_four_bounds);
  g_test_add_func ("/date/bounds/time-of-day", test_time_of_day);
  g_test_add_func ("/date/bounds/order", test_order);
  g_test_add_func ("/date/bounds/filter", test_filter);
  g_test_add_func ("/date/bounds/exclude", test_exclude);
  return g_test_run ();
}
