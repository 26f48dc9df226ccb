/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Derived dates: anchors of every precision, every unit, comparator and way of counting, and what is refused. */
#include "date/dtl-date-math.h"

static DtlEdtf *
shift (const char *anchor_text,
       DtlComparator comparator,
       int64_t amount,
       DtlTimeUnit unit,
       DtlCounting counting,
       GError **error)
{
  g_autoptr (GError) parse_error = NULL;
  g_autoptr (DtlEdtf) anchor = dtl_edtf_parse (anchor_text, &parse_error);

  g_assert_no_error (parse_error);
  return dtl_date_shift (
      anchor, &(DtlDateShift){ .comparator = comparator, .amount = amount, .unit = unit, .counting = counting }, error);
}

static void
test_amounts (void)
{
  static const struct
  {
    const char *anchor;
    int64_t amount;
    DtlTimeUnit unit;
    const char *expected;
  } rows[] = {
    { "2024-06-20", 30, DTL_UNIT_DAYS, "2024-07-20" },
    { "2024-06-20", 100, DTL_UNIT_DAYS, "2024-09-28" },
    { "2024-06-20", -30, DTL_UNIT_DAYS, "2024-05-21" },
    { "2024-06-20", 0, DTL_UNIT_DAYS, "2024-06-20" },
    { "2024-06-20", 2, DTL_UNIT_WEEKS, "2024-07-04" },
    { "2024-06-20", 5, DTL_UNIT_BUSINESS_DAYS, "2024-06-27" },
    { "2024-06-20", -5, DTL_UNIT_BUSINESS_DAYS, "2024-06-13" },
    { "2024-06-21", 1, DTL_UNIT_BUSINESS_DAYS, "2024-06-24" },
    { "2024-06-22", 1, DTL_UNIT_BUSINESS_DAYS, "2024-06-24" },
    { "2024-06-22", 0, DTL_UNIT_BUSINESS_DAYS, "2024-06-22" },
    { "2024-06", 1, DTL_UNIT_BUSINESS_DAYS, "[2024-06-03..2024-07-01]" },
    { "2024-06-20~", 1, DTL_UNIT_BUSINESS_DAYS, "2024-06-21~" },
    { "2024-01-31", 1, DTL_UNIT_MONTHS, "2024-02-29" },
    { "2023-01-31", 1, DTL_UNIT_MONTHS, "2023-02-28" },
    { "2024-03-31", -1, DTL_UNIT_MONTHS, "2024-02-29" },
    { "2024-06-20", 7, DTL_UNIT_MONTHS, "2025-01-20" },
    { "2024-06-20", -18, DTL_UNIT_MONTHS, "2022-12-20" },
    { "2024-02-29", 1, DTL_UNIT_YEARS, "2025-02-28" },
    { "2024-02-29", 4, DTL_UNIT_YEARS, "2028-02-29" },
    { "2024-06-20T10:00:00Z", 1, DTL_UNIT_DAYS, "2024-06-21" },
    { "0001-01-01", -1, DTL_UNIT_DAYS, "0000-12-31" },
    { "0000-01-15", -1, DTL_UNIT_MONTHS, "-0001-12-15" },
    { "2024-06", 30, DTL_UNIT_DAYS, "[2024-07-01..2024-07-30]" },
    { "2024-06", 1, DTL_UNIT_MONTHS, "2024-07" },
    { "2024-06", 2, DTL_UNIT_YEARS, "2026-06" },
    { "2017", 2, DTL_UNIT_YEARS, "2019" },
    { "2017", 6, DTL_UNIT_MONTHS, "[2017-07..2018-06]" },
    { "2017", 1, DTL_UNIT_DAYS, "[2017-01-02..2018-01-01]" },
    { "2017~", 0, DTL_UNIT_YEARS, "2017~" },
    { "2017~", 1, DTL_UNIT_YEARS, "2018~" },
    { "2017-12?", 1, DTL_UNIT_MONTHS, "2018-01?" },
    { "2017-12%", 1, DTL_UNIT_DAYS, "[2017-12-02%..2018-01-01%]" },
    { "198X", 10, DTL_UNIT_YEARS, "[1990..1999]" },
    { "198X", 0, DTL_UNIT_YEARS, "198X" },
    { "1985-XX", 1, DTL_UNIT_MONTHS, "[1985-02..1986-01]" },
    { "1985-04-XX", 1, DTL_UNIT_DAYS, "[1985-04-02..1985-05-01]" },
    { "2024-22", 1, DTL_UNIT_YEARS, "[2025-06..2025-08]" },
    { "2024-33", 3, DTL_UNIT_MONTHS, "[2024-04..2024-06]" },
    { "Y17000", 3000, DTL_UNIT_YEARS, "Y20000" },
    { "9999", 1, DTL_UNIT_YEARS, "Y10000" },
    { "-9999", -1, DTL_UNIT_YEARS, "Y-10000" },
    { "[2024-09-21..2024-09-30]", 10, DTL_UNIT_DAYS, "[2024-10-01..2024-10-10]" },
    { "[2024-05..2024-06]", 1, DTL_UNIT_MONTHS, "[2024-06..2024-07]" },
    { "[2017,2019~]", 1, DTL_UNIT_YEARS, "[2018~..2020~]" },
    { "[2017,2019-06]", 1, DTL_UNIT_YEARS, "[2018-01..2020-06]" },
    { "[2024-01-30..2024-01-31]", 1, DTL_UNIT_MONTHS, "2024-02-29" },
    { "2024-09-21/2024-09-30", 1, DTL_UNIT_DAYS, "2024-09-22" },
    { "2018/..", 1, DTL_UNIT_YEARS, "2019" },
    { "2018/", 0, DTL_UNIT_YEARS, "2018" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DtlEdtf) value = shift (rows[i].anchor, DTL_COMPARATOR_EQUAL, rows[i].amount, rows[i].unit,
                                         DTL_COUNTING_ANCHOR_NOT_COUNTED, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (dtl_edtf_get_text (value), ==, rows[i].expected);
    }
}

static void
test_counting (void)
{
  static const struct
  {
    int64_t amount;
    DtlTimeUnit unit;
    const char *not_counted, *counted;
  } rows[] = {
    { 30, DTL_UNIT_DAYS, "2024-07-20", "2024-07-19" }, { 1, DTL_UNIT_DAYS, "2024-06-21", "2024-06-20" },
    { 0, DTL_UNIT_DAYS, "2024-06-20", "2024-06-20" },  { -30, DTL_UNIT_DAYS, "2024-05-21", "2024-05-22" },
    { 2, DTL_UNIT_WEEKS, "2024-07-04", "2024-07-03" }, { 1, DTL_UNIT_MONTHS, "2024-07-20", "2024-07-19" },
    { 1, DTL_UNIT_YEARS, "2025-06-20", "2025-06-19" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DtlEdtf) not_counted = shift ("2024-06-20", DTL_COMPARATOR_EQUAL, rows[i].amount, rows[i].unit,
                                               DTL_COUNTING_ANCHOR_NOT_COUNTED, NULL);
      g_autoptr (DtlEdtf) counted =
          shift ("2024-06-20", DTL_COMPARATOR_EQUAL, rows[i].amount, rows[i].unit, DTL_COUNTING_ANCHOR_COUNTED, NULL);

      g_assert_cmpstr (dtl_edtf_get_text (not_counted), ==, rows[i].not_counted);
      g_assert_cmpstr (dtl_edtf_get_text (counted), ==, rows[i].counted);
    }
}

static void
test_comparators (void)
{
  static const struct
  {
    const char *anchor;
    DtlComparator comparator;
    int64_t amount;
    DtlTimeUnit unit;
    const char *expected;
  } rows[] = {
    { "2024-06-20", DTL_COMPARATOR_AT_LEAST, 30, DTL_UNIT_DAYS, "[2024-07-20..]" },
    { "2024-06-20", DTL_COMPARATOR_AT_LEAST, -30, DTL_UNIT_DAYS, "[2024-05-21..]" },
    { "2024-06-20", DTL_COMPARATOR_AT_MOST, 30, DTL_UNIT_DAYS, "[2024-06-20..2024-07-20]" },
    { "2024-06-20", DTL_COMPARATOR_AT_MOST, -30, DTL_UNIT_DAYS, "[2024-05-21..2024-06-20]" },
    { "2024-06-20", DTL_COMPARATOR_AT_MOST, 0, DTL_UNIT_DAYS, "2024-06-20" },
    { "2024-06-20", DTL_COMPARATOR_ABOUT, 30, DTL_UNIT_DAYS, "2024-07-20~" },
    { "2024-06-20?", DTL_COMPARATOR_ABOUT, 30, DTL_UNIT_DAYS, "2024-07-20%" },
    { "2017~", DTL_COMPARATOR_ABOUT, 0, DTL_UNIT_YEARS, "2017~" },
    { "2024-06-20", DTL_COMPARATOR_BEFORE, 30, DTL_UNIT_DAYS, "[..2024-07-19]" },
    { "2024-06-20", DTL_COMPARATOR_AFTER, 30, DTL_UNIT_DAYS, "[2024-07-21..]" },
    { "2024-06-20", DTL_COMPARATOR_BEFORE, 0, DTL_UNIT_DAYS, "[..2024-06-19]" },
    { "2024-06", DTL_COMPARATOR_BEFORE, 1, DTL_UNIT_MONTHS, "[..2024-07]" },
    { "2024-06", DTL_COMPARATOR_AFTER, 1, DTL_UNIT_MONTHS, "[2024-07..]" },
    { "2024-06", DTL_COMPARATOR_AT_LEAST, 30, DTL_UNIT_DAYS, "[2024-07-01..]" },
    { "2024-06", DTL_COMPARATOR_AT_MOST, 30, DTL_UNIT_DAYS, "[2024-06-01..2024-07-30]" },
    { "2024-06", DTL_COMPARATOR_AT_MOST, -1, DTL_UNIT_MONTHS, "[2024-05..2024-06]" },
    { "2024-06", DTL_COMPARATOR_ABOUT, 30, DTL_UNIT_DAYS, "[2024-07-01~..2024-07-30~]" },
    { "[2024-09-21..2024-09-30]", DTL_COMPARATOR_AFTER, 0, DTL_UNIT_DAYS, "[2024-09-22..]" },
    { "[2024-09-21..2024-09-30]", DTL_COMPARATOR_BEFORE, 0, DTL_UNIT_DAYS, "[..2024-09-29]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DtlEdtf) value = shift (rows[i].anchor, rows[i].comparator, rows[i].amount, rows[i].unit,
                                         DTL_COUNTING_ANCHOR_NOT_COUNTED, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (dtl_edtf_get_text (value), ==, rows[i].expected);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *anchor;
    int64_t amount;
    DtlTimeUnit unit;
    int code;
  } rows[] = {
    { "2024-06-20", 100001, DTL_UNIT_BUSINESS_DAYS, DTL_DATE_ERROR_RANGE },
    { "9999-12-30", 5, DTL_UNIT_BUSINESS_DAYS, DTL_DATE_ERROR_RANGE },
    { "{2017,2018}", 1, DTL_UNIT_DAYS, DTL_DATE_ERROR_UNSUPPORTED },
    { "../2018", 1, DTL_UNIT_DAYS, DTL_DATE_ERROR_RANGE },
    { "/2018", 1, DTL_UNIT_DAYS, DTL_DATE_ERROR_RANGE },
    { "[2018..]", 1, DTL_UNIT_DAYS, DTL_DATE_ERROR_RANGE },
    { "[..2018]", 0, DTL_UNIT_DAYS, DTL_DATE_ERROR_RANGE },
    { "9999-12-31", 1, DTL_UNIT_DAYS, DTL_DATE_ERROR_RANGE },
    { "-9999-01", -1, DTL_UNIT_MONTHS, DTL_DATE_ERROR_RANGE },
    { "Y17000", 1, DTL_UNIT_DAYS, DTL_DATE_ERROR_RANGE },
    { "Y999999999999999999", 1, DTL_UNIT_YEARS, DTL_DATE_ERROR_RANGE },
    { "2024-06-20", G_MAXINT64, DTL_UNIT_WEEKS, DTL_DATE_ERROR_RANGE },
    { "2024-06-20", G_MININT64, DTL_UNIT_YEARS, DTL_DATE_ERROR_RANGE },
    { "2024-06-20", 1000000000000, DTL_UNIT_WEEKS, DTL_DATE_ERROR_RANGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      DtlEdtf *value = shift (rows[i].anchor, DTL_COMPARATOR_EQUAL, rows[i].amount, rows[i].unit,
                              DTL_COUNTING_ANCHOR_NOT_COUNTED, &error);

      g_assert_null (value);
      g_assert_error (error, DTL_DATE_ERROR, rows[i].code);
    }
}

/* A month that does not have the day, and months and years whose own first day counts. */
static void
test_month_ends (void)
{
  static const struct
  {
    const char *anchor;
    int amount;
    DtlTimeUnit unit;
    DtlCounting counting;
    DtlMonthEnd month_end;
    const char *expected;
  } rows[] = {
    { "2023-01-31", 1, DTL_UNIT_MONTHS, DTL_COUNTING_ANCHOR_NOT_COUNTED, DTL_MONTH_END_LAST_DAY, "2023-02-28" },
    { "2023-01-31", 1, DTL_UNIT_MONTHS, DTL_COUNTING_ANCHOR_NOT_COUNTED, DTL_MONTH_END_OVERFLOW, "2023-03-03" },
    { "2024-01-31", 1, DTL_UNIT_MONTHS, DTL_COUNTING_ANCHOR_NOT_COUNTED, DTL_MONTH_END_OVERFLOW, "2024-03-02" },
    { "2023-01-28", 1, DTL_UNIT_MONTHS, DTL_COUNTING_ANCHOR_NOT_COUNTED, DTL_MONTH_END_OVERFLOW, "2023-02-28" },
    { "2023-03-31", -1, DTL_UNIT_MONTHS, DTL_COUNTING_ANCHOR_NOT_COUNTED, DTL_MONTH_END_OVERFLOW, "2023-03-03" },
    { "2024-02-29", 1, DTL_UNIT_YEARS, DTL_COUNTING_ANCHOR_NOT_COUNTED, DTL_MONTH_END_OVERFLOW, "2025-03-01" },
    { "2024-02-29", 4, DTL_UNIT_YEARS, DTL_COUNTING_ANCHOR_NOT_COUNTED, DTL_MONTH_END_OVERFLOW, "2028-02-29" },
    { "2024-01-01", 3, DTL_UNIT_MONTHS, DTL_COUNTING_ANCHOR_COUNTED, DTL_MONTH_END_LAST_DAY, "2024-03-31" },
    { "2024-06-20", 1, DTL_UNIT_MONTHS, DTL_COUNTING_ANCHOR_COUNTED, DTL_MONTH_END_LAST_DAY, "2024-07-19" },
    { "2024-06-20", -1, DTL_UNIT_MONTHS, DTL_COUNTING_ANCHOR_COUNTED, DTL_MONTH_END_LAST_DAY, "2024-05-21" },
    { "2024-01-31", 1, DTL_UNIT_MONTHS, DTL_COUNTING_ANCHOR_COUNTED, DTL_MONTH_END_LAST_DAY, "2024-02-29" },
    { "2023-01-31", 1, DTL_UNIT_MONTHS, DTL_COUNTING_ANCHOR_COUNTED, DTL_MONTH_END_OVERFLOW, "2023-03-02" },
    { "2024-06-20", 1, DTL_UNIT_YEARS, DTL_COUNTING_ANCHOR_COUNTED, DTL_MONTH_END_LAST_DAY, "2025-06-19" },
    { "2024-06-20", 0, DTL_UNIT_MONTHS, DTL_COUNTING_ANCHOR_COUNTED, DTL_MONTH_END_LAST_DAY, "2024-06-20" },
    { "2024-06", 1, DTL_UNIT_MONTHS, DTL_COUNTING_ANCHOR_COUNTED, DTL_MONTH_END_LAST_DAY, "[2024-06-30..2024-07-29]" },
    { "2024", 1, DTL_UNIT_YEARS, DTL_COUNTING_ANCHOR_COUNTED, DTL_MONTH_END_LAST_DAY, "[2024-12-31..2025-12-30]" },
    { "2024-06", 1, DTL_UNIT_MONTHS, DTL_COUNTING_ANCHOR_NOT_COUNTED, DTL_MONTH_END_OVERFLOW, "2024-07" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DtlDateShift how = {
        DTL_COMPARATOR_EQUAL, rows[i].amount, rows[i].unit, rows[i].counting, rows[i].month_end, NULL
      };
      g_autoptr (GError) error = NULL;
      g_autoptr (DtlEdtf) anchor = dtl_edtf_parse (rows[i].anchor, NULL);
      g_autoptr (DtlEdtf) value = dtl_date_shift (anchor, &how, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (dtl_edtf_get_text (value), ==, rows[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/date-math/amounts", test_amounts);
  g_test_add_func ("/date/date-math/counting", test_counting);
  g_test_add_func ("/date/date-math/comparators", test_comparators);
  g_test_add_func ("/date/date-math/refused", test_refused);
  g_test_add_func ("/date-math/month-ends", test_month_ends);
  return g_test_run ();
}
