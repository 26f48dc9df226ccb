/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates in English words, in every shape and style. */
#include "date/dtl-date-label.h"

typedef struct
{
  const char *text;
  const char *label;
} Row;

static void
check_rows (const Row *rows,
            gsize n_rows,
            char *(*label_of) (const DtlEdtf *, DtlDateLabelStyle),
            DtlDateLabelStyle style)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DtlEdtf) value = dtl_edtf_parse (rows[i].text, &error);
      g_autofree char *label = NULL;

      g_assert_no_error (error);
      label = label_of (value, style);
      g_assert_cmpstr (label, ==, rows[i].label);
    }
}

static void
test_dates (void)
{
  static const Row rows[] = {
    { "2024-06-20", "20 June 2024" },
    { "2024-06", "June 2024" },
    { "2017", "2017" },
    { "Y170000002", "170,000,002" },
    { "0409", "409 CE" },
    { "0000", "1 BCE" },
    { "-0043-03-15", "15 March 44 BCE" },
    { "Y-17E7", "170,000,001 BCE" },
    { "1985-04-12T23:20:30", "12 April 1985, 23:20:30" },
    { "1985-04-12T23:20:00Z", "12 April 1985, 23:20 UTC" },
    { "1985-04-12T00:00:00-04", "12 April 1985, 00:00 UTC−04:00" },
    { "1985-04-12T23:20:30+04:30", "12 April 1985, 23:20:30 UTC+04:30" },
  };

  check_rows (rows, G_N_ELEMENTS (rows), dtl_date_label, DTL_DATE_LABEL_LONG);
}

static void
test_qualifiers (void)
{
  static const Row rows[] = {
    { "2017~", "about 2017" },
    { "2017?", "possibly 2017" },
    { "2017%", "possibly about 2017" },
    { "2017-12~", "about December 2017" },
    { "2024-06-20?", "possibly 20 June 2024" },
    { "?2017", "possibly 2017" },
    { "198X~", "about the 1980s" },
    { "2001-21~", "about spring 2001" },
    { "2001-33~", "about Q1 2001" },
    { "2001-38?", "possibly May–Aug 2001" },
    { "2004-XX~", "some month around 2004" },
    { "2004-06-XX~", "some day around June 2004" },
    { "2004-XX-XX%", "possibly some day around 2004" },
    { "2004-06-XX?", "possibly some day in June 2004" },
    { "2004?-06-11", "11 June 2004 (year uncertain)" },
    { "2004-%06-11", "11 June 2004 (month uncertain and approximate)" },
    { "2004-06-~11", "11 June 2004 (day approximate)" },
    { "2004-06~-11", "11 June 2004 (in part approximate)" },
    { "2004?-06-~11", "11 June 2004 (in part uncertain and approximate)" },
  };

  check_rows (rows, G_N_ELEMENTS (rows), dtl_date_label, DTL_DATE_LABEL_LONG);
}

static void
test_unknown_digits (void)
{
  static const Row rows[] = {
    { "198X", "the 1980s" },
    { "200X", "between 2000 and 2009" },
    { "19XX", "between 1900 and 1999" },
    { "-20XX", "between 2100 BCE and 2001 BCE" },
    { "-198X", "between 1990 BCE and 1981 BCE" },
    { "XXXX", "an unknown year" },
    { "1XX3", "between 1003 and 1993 (1XX3)" },
    { "2004-XX", "some month in 2004" },
    { "1984-1X", "between October and December 1984" },
    { "1984-X1", "between January and November 1984 (1984-X1)" },
    { "XXXX-12", "December of an unknown year" },
    { "-156X-12", "between December 1570 BCE and December 1561 BCE (-156X-12)" },
    { "1985-04-XX", "some day in April 1985" },
    { "1985-XX-XX", "some day in 1985" },
    { "2024-06-2X", "between 20 and 29 June 2024" },
    { "2024-02-3X~", NULL },
    { "2024-06-X1", "between 1 and 21 June 2024 (2024-06-X1)" },
    { "1985-XX-12", "between 12 January and 12 December 1985 (1985-XX-12)" },
    { "XXXX-12-25", "25 December of an unknown year" },
    { "156X-12-25", "between 25 December 1560 and 25 December 1569 (156X-12-25)" },
    { "156X-21", "between March 1560 and May 1569 (156X-21)" },
    { "1950S2", "1950 (between 1900 and 1999)" },
    { "1950S4", "1950" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].label != NULL)
      check_rows (&rows[i], 1, dtl_date_label, DTL_DATE_LABEL_LONG);
    else
      g_assert_null (dtl_edtf_parse (rows[i].text, NULL));
}

static void
test_parts_of_year (void)
{
  static const Row rows[] = {
    { "2024-21", "spring 2024" },
    { "2024-22", "summer 2024" },
    { "2024-23", "autumn 2024" },
    { "2024-24", "winter 2024–2025" },
    { "2024-25", "spring 2024 (northern hemisphere)" },
    { "2024-28", "winter 2024–2025 (northern hemisphere)" },
    { "2024-30", "summer 2024–2025 (southern hemisphere)" },
    { "2024-32", "winter 2024 (southern hemisphere)" },
    { "2024-33", "first quarter of 2024" },
    { "2024-36", "fourth quarter of 2024" },
    { "2024-37", "first third of 2024" },
    { "2024-39", "last third of 2024" },
    { "2024-40", "first half of 2024" },
    { "2024-41", "second half of 2024" },
  };

  check_rows (rows, G_N_ELEMENTS (rows), dtl_date_label, DTL_DATE_LABEL_LONG);
}

static void
test_one_of (void)
{
  static const Row rows[] = {
    { "[2024-09-01..2024-09-10]", "early September 2024" },
    { "[2024-09-11..2024-09-20]", "mid-September 2024" },
    { "[2024-09-21..2024-09-30]", "late September 2024" },
    { "[2023-02-21..2023-02-28]", "late February 2023" },
    { "[2024-02-21..2024-02-28]", "between 21 and 28 February 2024" },
    { "[2024-09-01..2024-09-30]", "some day in September 2024" },
    { "[2024-01..2024-04]", "early 2024" },
    { "[2024-05-01..2024-08-31]", "mid-2024" },
    { "[2024-09..2024-12]", "late 2024" },
    { "[2024-09-01..2024-12-30]", "between 1 September and 30 December 2024" },
    { "[2024-01-01..2024-12-31]", "some day in 2024" },
    { "[2024-01..2024-12]", "some month in 2024" },
    { "[2024-05-03..2024-05-09]", "between 3 and 9 May 2024" },
    { "[2024-05-03..2024-06-09]", "between 3 May and 9 June 2024" },
    { "[2023-12-30..2024-01-02]", "between 30 December 2023 and 2 January 2024" },
    { "[2024-05..2024-06]", "between May and June 2024" },
    { "[2023-12..2024-01]", "between December 2023 and January 2024" },
    { "[2020..2024]", "between 2020 and 2024" },
    { "[2024-05-03..2024-05-03]", "3 May 2024" },
    { "[2017~..2020]", "between about 2017 and 2020" },
    { "[2017-09~..2017-12~]", "about late 2017" },
    { "[2024-09-21?..2024-09-30?]", "possibly late September 2024" },
    { "[2024-09-21~..2024-09-30?]", "between about 21 September 2024 and possibly 30 September 2024" },
    { "[2017..]", "2017 or later" },
    { "[..2017]", "2017 or earlier" },
    { "[2017]", "2017" },
    { "[1667,1668]", "1667 or 1668" },
    { "[1667,1668,1670..1672]", "1667, 1668, or between 1670 and 1672" },
    { "[1760-01,1760-02,1760-12..]", "January 1760, February 1760, or December 1760 or later" },
  };

  check_rows (rows, G_N_ELEMENTS (rows), dtl_date_label, DTL_DATE_LABEL_LONG);
}

static void
test_all_of (void)
{
  static const Row rows[] = {
    { "{1960,1961-12}", "1960 and December 1961" },
    { "{1667,1668,1670..1672}", "1667, 1668, and every year from 1670 to 1672" },
    { "{1760-12..}", "all from December 1760 on" },
    { "{..1984}", "all up to 1984" },
    { "{2024-05..2024-06}", "every month from May 2024 to June 2024" },
    { "{2024-05-01..2024-05-03}", "every day from 1 May 2024 to 3 May 2024" },
  };

  check_rows (rows, G_N_ELEMENTS (rows), dtl_date_label, DTL_DATE_LABEL_LONG);
}

static void
test_intervals (void)
{
  static const Row rows[] = {
    { "2024-09-21/2024-09-30", "21–30 September 2024" },
    { "2024-09-21/2024-10-03", "21 September to 3 October 2024" },
    { "2024-12-21/2025-01-03", "21 December 2024 to 3 January 2025" },
    { "2024-05/2024-06", "May to June 2024" },
    { "2024-05/2025-06", "May 2024 to June 2025" },
    { "2018/2020", "2018 to 2020" },
    { "2018/2020-06", "2018 to June 2020" },
    { "2018/2018", "2018" },
    { "2018/..", "since 2018" },
    { "../2018", "until 2018" },
    { "2018/", "from 2018, end unknown" },
    { "/2018", "until 2018, start unknown" },
    { "2018~/..", "since about 2018" },
    { "2018-06?/..", "possibly since June 2018" },
    { "../2018-06-20%", "possibly until about 20 June 2018" },
    { "198X/..", "since the 1980s" },
    { "../198X", "until the 1980s" },
    { "2024-35/..", "since Q3 2024" },
    { "../2024-24", "until winter 2024–2025" },
    { "2024-33/2024-35", "Q1 2024 to Q3 2024" },
    { "2004?-06/..", "since June 2004 (year uncertain)" },
    { "2018?/2020~", "possibly 2018 to about 2020" },
    { "2004-06-XX/2004-07-03", "some day in June 2004 to 3 July 2004" },
    { "-0043/0014", "44 BCE to 14 CE" },
    { "2023/2024-05", "2023 to May 2024" },
    { "../..", "without beginning and end" },
    { "../", "without beginning, end unknown" },
    { "/..", "beginning unknown, without end" },
    { "/", "beginning and end unknown" },
  };

  check_rows (rows, G_N_ELEMENTS (rows), dtl_date_label, DTL_DATE_LABEL_LONG);
}

static void
test_short (void)
{
  static const Row rows[] = {
    { "2024-06-20", "20 Jun 2024" },
    { "2024-06~", "about Jun 2024" },
    { "2024-09-21/2024-09-30", "21–30 Sep 2024" },
    { "[2024-09-21..2024-09-30]", "late Sep 2024" },
    { "2024-33", "Q1 2024" },
    { "2024-40", "H1 2024" },
    { "1985-04-XX", "some day in Apr 1985" },
  };

  check_rows (rows, G_N_ELEMENTS (rows), dtl_date_label, DTL_DATE_LABEL_SHORT);
}

static void
test_weekday (void)
{
  static const Row rows[] = {
    { "2024-06-20", "Thursday 20 June 2024" },
    { "2024-06-20~", "about Thursday 20 June 2024" },
    { "1985-04-12T23:20:30", "Friday 12 April 1985, 23:20:30" },
    { "2024-06", "June 2024" },
    { "2024-09-21/2024-09-30", "21–30 September 2024" },
    { "[2024-06-20,2024-07-01]", "20 June 2024 or 1 July 2024" },
    { "[2024-06-20..]", "20 June 2024 or later" },
    { "2024-06-20/..", "since 20 June 2024" },
  };

  check_rows (rows, G_N_ELEMENTS (rows), dtl_date_label, DTL_DATE_LABEL_WEEKDAY);
}

static void
test_months (void)
{
  static const char *const full[] = { "January", "February", "March",     "April",   "May",      "June",
                                      "July",    "August",   "September", "October", "November", "December" };

  for (int month = 1; month <= 12; month++)
    for (int with_day = 0; with_day < 2; with_day++)
      {
        g_autofree char *text = g_strdup_printf ("2024-%02d%s", month, with_day ? "-07" : "");
        g_autofree char *label = g_strdup_printf ("%s%s 2024", with_day ? "7 " : "", full[month - 1]);
        g_autofree char *short_label = g_strdup_printf ("%s%.3s 2024", with_day ? "7 " : "", full[month - 1]);
        const Row row = { text, label }, short_row = { text, short_label };

        check_rows (&row, 1, dtl_date_label, DTL_DATE_LABEL_LONG);
        check_rows (&short_row, 1, dtl_date_label, DTL_DATE_LABEL_SHORT);
      }
}

static void
test_unknown_day (void)
{
  static const Row rows[] = {
    { "2017", "some day in 2017" },
    { "2024-06", "some day in June 2024" },
    { "2024-06-20", "20 June 2024" },
    { "2024-06-20~", "about 20 June 2024" },
    { "2017~", "some day around 2017" },
    { "2017-12~", "some day around December 2017" },
    { "2017?", "possibly some day in 2017" },
    { "2017-12%", "possibly some day around December 2017" },
    { "2004?-06", "some day in June 2004 (year uncertain)" },
    { "2024-21", "some day in spring 2024" },
    { "2024-40", "some day in the first half of 2024" },
    { "2024-40~", "some day around H1 2024" },
    { "2004-XX", "some day in 2004" },
    { "1985-04-XX", "some day in April 1985" },
    { "198X", "some day in the 1980s" },
    { "XXXX", "some day of an unknown year" },
    { "1XX3", "between 1003 and 1993 (1XX3)" },
    { "[2020..2024]", "between 2020 and 2024" },
    { "2018/2020", "2018 to 2020" },
    { "1985-04-12T23:20:30", "12 April 1985, 23:20:30" },
  };

  check_rows (rows, G_N_ELEMENTS (rows), dtl_date_label_unknown_day, DTL_DATE_LABEL_LONG);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/date-label/dates", test_dates);
  g_test_add_func ("/date/date-label/qualifiers", test_qualifiers);
  g_test_add_func ("/date/date-label/unknown-digits", test_unknown_digits);
  g_test_add_func ("/date/date-label/parts-of-year", test_parts_of_year);
  g_test_add_func ("/date/date-label/one-of", test_one_of);
  g_test_add_func ("/date/date-label/all-of", test_all_of);
  g_test_add_func ("/date/date-label/intervals", test_intervals);
  g_test_add_func ("/date/date-label/short", test_short);
  g_test_add_func ("/date/date-label/weekday", test_weekday);
  g_test_add_func ("/date/date-label/months", test_months);
  g_test_add_func ("/date/date-label/unknown-day", test_unknown_day);
  return g_test_run ();
}
