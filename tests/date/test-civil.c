/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendar: known day numbers, every day of 800 years there and back, and the ends of the range. */
#include "date/dtl-bounds.h"
#include "date/dtl-civil.h"

static void
test_known_days (void)
{
  static const struct
  {
    DtlCivilDay civil;
    int64_t day_number;
    int weekday;
    const char *text;
  } rows[] = {
    { { 1970, 1, 1 }, 0, 4, "1970-01-01" },
    { { 1969, 12, 31 }, -1, 3, "1969-12-31" },
    { { 2000, 2, 29 }, 11016, 2, "2000-02-29" },
    { { 2024, 6, 20 }, 19894, 4, "2024-06-20" },
    { { 1, 1, 1 }, -719162, 1, "0001-01-01" },
    { { 0, 3, 1 }, -719468, 3, "0000-03-01" },
    { { 0, 2, 29 }, -719469, 2, "0000-02-29" },
    { { -1, 12, 31 }, -719529, 5, "-0001-12-31" },
    { { -4713, 11, 24 }, -2440588, 1, "-4713-11-24" }, /* Julian day 0 */
    { { 9999, 12, 31 }, 2932896, 5, "9999-12-31" },
    { { 10000, 1, 1 }, 2932897, 6, "10000-01-01" },
    { { 12345, 1, 1 }, 3789391, 1, "12345-01-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const DtlCivilDay *civil = &rows[i].civil;
      g_autofree char *text = dtl_civil_format_day (rows[i].day_number);

      g_assert_cmpint (dtl_civil_day_number (civil->year, civil->month, civil->day), ==, rows[i].day_number);
      g_assert_cmpint (dtl_civil_weekday (rows[i].day_number), ==, rows[i].weekday);
      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

/* Two whole eras around year 0: numbers run without a gap and every one leads back to its day. */
static void
test_there_and_back (void)
{
  int64_t expected = dtl_civil_day_number (-400, 1, 1);

  for (int64_t year = -400; year < 400; year++)
    for (int month = 1; month <= 12; month++)
      for (int day = 1; day <= dtl_civil_days_in_month (year, month); day++)
        {
          DtlCivilDay back = dtl_civil_from_day_number (expected);

          g_assert_cmpint (dtl_civil_day_number (year, month, day), ==, expected);
          g_assert_cmpint (back.year, ==, year);
          g_assert_cmpint (back.month, ==, month);
          g_assert_cmpint (back.day, ==, day);
          expected++;
        }
  g_assert_cmpint (expected - dtl_civil_day_number (-400, 1, 1), ==, 2 * 146097);
}

static void
test_leap_years (void)
{
  static const int64_t leap[] = { -400, -4, 0, 4, 1600, 2000, 2024 };
  static const int64_t common[] = { -100, -1, 1, 100, 1900, 2023, 2100 };

  for (gsize i = 0; i < G_N_ELEMENTS (leap); i++)
    g_assert_cmpint (dtl_civil_days_in_month (leap[i], 2), ==, 29);
  for (gsize i = 0; i < G_N_ELEMENTS (common); i++)
    g_assert_cmpint (dtl_civil_days_in_month (common[i], 2), ==, 28);
}

static void
test_seconds (void)
{
  g_assert_cmpint (dtl_civil_seconds_from_day (1), ==, 86400);
  g_assert_cmpint (dtl_civil_day_from_seconds (86399), ==, 0);
  g_assert_cmpint (dtl_civil_day_from_seconds (86400), ==, 1);
  g_assert_cmpint (dtl_civil_day_from_seconds (-1), ==, -1);
  g_assert_cmpint (dtl_civil_day_from_seconds (-86400), ==, -1);
  g_assert_cmpint (dtl_civil_day_from_seconds (-86401), ==, -2);
  g_assert_cmpint (dtl_civil_seconds_from_day (INT64_MAX), ==, DTL_CIVIL_MAX);
  g_assert_cmpint (dtl_civil_seconds_from_day (INT64_MIN), ==, DTL_CIVIL_MIN);
}

static void
test_extremes (void)
{
  DtlCivilDay far = dtl_civil_from_day_number (dtl_civil_day_number (-170000002, 1, 1));
  DtlCivilDay last = dtl_civil_from_day_number (INT64_MAX), first = dtl_civil_from_day_number (INT64_MIN);

  g_assert_cmpint (far.year, ==, -170000002);
  g_assert_cmpint (last.year, >, INT64_C (1000000000000000));
  g_assert_cmpint (first.year, <, -INT64_C (1000000000000000));
  g_assert_cmpint (dtl_civil_day_number (INT64_MAX, 12, 31), ==, dtl_civil_day_number (1000000000000000, 12, 31));
  g_assert_cmpint (dtl_civil_day_number (INT64_MIN, 1, 1), ==, dtl_civil_day_number (-1000000000000000, 1, 1));
  g_assert_cmpint (dtl_civil_weekday (INT64_MIN), >=, 1);
  g_assert_cmpint (dtl_civil_weekday (INT64_MAX), <=, 7);
}

static void
test_compare (void)
{
  static const DtlCivilDay ordered[] = { { -1, 12, 31 }, { 0, 1, 1 }, { 2024, 1, 31 }, { 2024, 2, 1 }, { 2024, 2, 2 } };

  for (gsize i = 0; i < G_N_ELEMENTS (ordered); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (ordered); j++)
      {
        int sign = dtl_civil_compare (&ordered[i], &ordered[j]);

        g_assert_cmpint ((sign > 0) - (sign < 0), ==, (i > j) - (i < j));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/civil/known-days", test_known_days);
  g_test_add_func ("/date/civil/there-and-back", test_there_and_back);
  g_test_add_func ("/date/civil/leap-years", test_leap_years);
  g_test_add_func ("/date/civil/seconds", test_seconds);
  g_test_add_func ("/date/civil/extremes", test_extremes);
  g_test_add_func ("/date/civil/compare", test_compare);
  return g_test_run ();
}
