/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Business days: whole years as they were published, the days on which rules began, Easter, and counting. */
#include "date/dtl-date-math.h"

#include <string.h>

/* The weekdays of a year that a calendar closes, as "01-01 01-15 …". */
static char *
closed_weekdays (DtlCalendarKind kind, int64_t year)
{
  g_autoptr (DtlCalendar) calendar = dtl_calendar_new (kind);
  GString *closed = g_string_new (NULL);
  int64_t last = dtl_civil_day_number (year, 12, 31);

  for (int64_t day = dtl_civil_day_number (year, 1, 1); day <= last; day++)
    if (dtl_civil_weekday (day) <= 5 && !dtl_calendar_is_business_day (calendar, day))
      {
        DtlCivilDay civil = dtl_civil_from_day_number (day);

        g_string_append_printf (closed, "%s%02d-%02d", closed->len > 0 ? " " : "", civil.month, civil.day);
      }
  return g_string_free (closed, FALSE);
}

static void
test_years (void)
{
  static const struct
  {
    DtlCalendarKind kind;
    int year;
    const char *closed;
  } rows[] = {
    { DTL_CALENDAR_NONE, 2024, "" },
    { DTL_CALENDAR_US_FEDERAL, 1970, "" },
    { DTL_CALENDAR_US_FEDERAL, 1971, "01-01 02-15 05-31 07-05 09-06 10-11 10-25 11-25 12-24 12-31" },
    { DTL_CALENDAR_US_FEDERAL, 1978, "01-02 02-20 05-29 07-04 09-04 10-09 11-10 11-23 12-25" },
    { DTL_CALENDAR_US_FEDERAL, 1985, "01-01 02-18 05-27 07-04 09-02 10-14 11-11 11-28 12-25" },
    { DTL_CALENDAR_US_FEDERAL, 1986, "01-01 01-20 02-17 05-26 07-04 09-01 10-13 11-11 11-27 12-25" },
    { DTL_CALENDAR_US_FEDERAL, 2020, "01-01 01-20 02-17 05-25 07-03 09-07 10-12 11-11 11-26 12-25" },
    { DTL_CALENDAR_US_FEDERAL, 2021, "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31" },
    { DTL_CALENDAR_US_FEDERAL, 2022, "01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26" },
    { DTL_CALENDAR_US_FEDERAL, 2023, "01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25" },
    { DTL_CALENDAR_US_FEDERAL, 2024, "01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25" },
    /* Inauguration Day, 20 January 2025, was the third Monday as well; in 2017 and 2021 it was not, and is not here. */
    { DTL_CALENDAR_US_FEDERAL, 2017, "01-02 01-16 02-20 05-29 07-04 09-04 10-09 11-10 11-23 12-25" },
    { DTL_CALENDAR_US_FEDERAL, 2025, "01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25" },
    { DTL_CALENDAR_US_FEDERAL, 2026, "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25" },
    { DTL_CALENDAR_TARGET, 1998, "" },
    { DTL_CALENDAR_TARGET, 1999, "01-01 12-31" },
    { DTL_CALENDAR_TARGET, 2000, "04-21 04-24 05-01 12-25 12-26" },
    { DTL_CALENDAR_TARGET, 2001, "01-01 04-13 04-16 05-01 12-25 12-26 12-31" },
    { DTL_CALENDAR_TARGET, 2002, "01-01 03-29 04-01 05-01 12-25 12-26" },
    { DTL_CALENDAR_TARGET, 2021, "01-01 04-02 04-05" },
    { DTL_CALENDAR_TARGET, 2023, "04-07 04-10 05-01 12-25 12-26" },
    { DTL_CALENDAR_TARGET, 2024, "01-01 03-29 04-01 05-01 12-25 12-26" },
    { DTL_CALENDAR_TARGET, 2010, "01-01 04-02 04-05" },
    { DTL_CALENDAR_TARGET, 2022, "04-15 04-18 12-26" },
    { DTL_CALENDAR_TARGET, 2025, "01-01 04-18 04-21 05-01 12-25 12-26" },
    { DTL_CALENDAR_TARGET, 2026, "01-01 04-03 04-06 05-01 12-25" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *closed = closed_weekdays (rows[i].kind, rows[i].year);

      g_assert_cmpstr (closed, ==, rows[i].closed);
    }
}

static void
test_easter (void)
{
  static const int rows[][3] = {
    { 1818, 3, 22 }, { 1886, 4, 25 }, { 1943, 4, 25 }, { 1954, 4, 18 }, { 1981, 4, 19 }, { 2000, 4, 23 },
    { 2008, 3, 23 }, { 2011, 4, 24 }, { 2019, 4, 21 }, { 2024, 3, 31 }, { 2025, 4, 20 }, { 2038, 4, 25 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (dtl_calendar_easter_sunday (rows[i][0]), ==,
                     dtl_civil_day_number (rows[i][0], rows[i][1], rows[i][2]));
  for (int year = -400; year <= 4000; year++)
    g_assert_cmpint (dtl_civil_weekday (dtl_calendar_easter_sunday (year)), ==, 7);
}

static void
test_own (void)
{
  int64_t monday = dtl_civil_day_number (2024, 6, 17), closed[] = { monday + 2, monday };
  g_autoptr (DtlCalendar) calendar = dtl_calendar_new_own (closed, G_N_ELEMENTS (closed));
  g_autoptr (DtlCalendar) empty = dtl_calendar_new_own (NULL, 0);
  int64_t result;

  g_assert_cmpint (dtl_calendar_get_kind (calendar), ==, DTL_CALENDAR_OWN);
  g_assert_false (dtl_calendar_is_business_day (calendar, monday));
  g_assert_true (dtl_calendar_is_business_day (calendar, monday + 1));
  g_assert_false (dtl_calendar_is_business_day (calendar, monday + 2));
  g_assert_false (dtl_calendar_is_business_day (calendar, monday + 5));
  g_assert_true (dtl_calendar_is_business_day (empty, monday));
  g_assert_true (dtl_calendar_add_business_days (calendar, monday - 3, 2, &result));
  g_assert_cmpint (result, ==, monday + 3);
  g_assert_true (dtl_calendar_add_business_days (calendar, monday + 3, -2, &result));
  g_assert_cmpint (result, ==, monday - 3);
  g_assert_false (dtl_calendar_add_business_days (calendar, monday, 100001, &result));
  g_assert_false (dtl_calendar_add_business_days (calendar, dtl_civil_day_number (9999, 12, 31), 1, &result));
}

static void
test_shift (void)
{
  static const struct
  {
    const char *anchor;
    DtlCalendarKind kind;
    int amount;
    DtlCounting counting;
    DtlComparator comparator;
    const char *expected;
  } rows[] = {
    { "2024-06-17", DTL_CALENDAR_NONE, 3, DTL_COUNTING_ANCHOR_NOT_COUNTED, DTL_COMPARATOR_EQUAL, "2024-06-20" },
    { "2024-06-17", DTL_CALENDAR_US_FEDERAL, 3, DTL_COUNTING_ANCHOR_NOT_COUNTED, DTL_COMPARATOR_EQUAL, "2024-06-21" },
    { "2024-06-17", DTL_CALENDAR_US_FEDERAL, 3, DTL_COUNTING_ANCHOR_COUNTED, DTL_COMPARATOR_EQUAL, "2024-06-20" },
    { "2024-06-19", DTL_CALENDAR_US_FEDERAL, 1, DTL_COUNTING_ANCHOR_COUNTED, DTL_COMPARATOR_EQUAL, "2024-06-20" },
    { "2024-06-20", DTL_CALENDAR_US_FEDERAL, 1, DTL_COUNTING_ANCHOR_COUNTED, DTL_COMPARATOR_EQUAL, "2024-06-20" },
    { "2024-03-28", DTL_CALENDAR_TARGET, 1, DTL_COUNTING_ANCHOR_NOT_COUNTED, DTL_COMPARATOR_EQUAL, "2024-04-02" },
    { "2024-04-02", DTL_CALENDAR_TARGET, -1, DTL_COUNTING_ANCHOR_NOT_COUNTED, DTL_COMPARATOR_EQUAL, "2024-03-28" },
    { "2024-03-28", DTL_CALENDAR_TARGET, 1, DTL_COUNTING_ANCHOR_NOT_COUNTED, DTL_COMPARATOR_AT_LEAST,
      "[2024-04-02..]" },
    { "2024-03-28", DTL_CALENDAR_TARGET, 1, DTL_COUNTING_ANCHOR_NOT_COUNTED, DTL_COMPARATOR_AT_MOST,
      "[2024-03-28..2024-04-02]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DtlEdtf) anchor = dtl_edtf_parse (rows[i].anchor, NULL);
      g_autoptr (DtlCalendar) calendar = dtl_calendar_new (rows[i].kind);
      DtlDateShift how = { .comparator = rows[i].comparator, .amount = rows[i].amount, .calendar = calendar };
      g_autoptr (DtlEdtf) value = NULL;

      how.unit = DTL_UNIT_BUSINESS_DAYS;
      how.counting = rows[i].counting;
      value = dtl_date_shift (anchor, &how, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (dtl_edtf_get_text (value), ==, rows[i].expected);
    }
}

/* What a calendar does not know must not look like an open day. */
static void
test_before_first_day (void)
{
  static const struct
  {
    DtlCalendarKind kind;
    const char *anchor;
    int amount;
    const char *message;
  } rows[] = {
    { DTL_CALENDAR_US_FEDERAL, "1970-12-31", 2, "begins in 1971" },
    { DTL_CALENDAR_US_FEDERAL, "1971-01-05", -4, "begins in 1971" },
    { DTL_CALENDAR_US_FEDERAL, "1971-01-01", 1, NULL },
    { DTL_CALENDAR_TARGET, "1998-12-30", 5, "begins in 1999" },
    { DTL_CALENDAR_TARGET, "1999-01-04", 5, NULL },
    { DTL_CALENDAR_NONE, "1850-01-01", 5, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DtlEdtf) anchor = dtl_edtf_parse (rows[i].anchor, NULL);
      g_autoptr (DtlCalendar) calendar = dtl_calendar_new (rows[i].kind);
      DtlDateShift how = { .amount = rows[i].amount, .unit = DTL_UNIT_BUSINESS_DAYS, .calendar = calendar };
      g_autoptr (DtlEdtf) value = dtl_date_shift (anchor, &how, &error);

      g_assert_true ((value != NULL) == (rows[i].message == NULL));
      if (rows[i].message != NULL)
        g_assert_nonnull (strstr (error->message, rows[i].message));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/years", test_years);
  g_test_add_func ("/calendar/easter", test_easter);
  g_test_add_func ("/calendar/own", test_own);
  g_test_add_func ("/calendar/shift", test_shift);
  g_test_add_func ("/calendar/before-first-day", test_before_first_day);
  return g_test_run ();
}
