/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the table of cases does not say: components as read, errors with their place, and the limits of the input. */
#include "date/dtl-edtf.h"

#include <string.h>

static void
test_errors (void)
{
  static const struct
  {
    const char *text;
    int code;
    const char *message;
  } rows[] = {
    { "2024-6-20", DTL_DATE_ERROR_SYNTAX, "“2024-6-20”: at character 6: expected a month of two digits" },
    { "", DTL_DATE_ERROR_SYNTAX, "“”: at character 1: expected a year of four digits" },
    { "12345", DTL_DATE_ERROR_SYNTAX,
      "“12345”: at character 1: a year of more than four digits is written with Y before it, and alone" },
    { "2024-13", DTL_DATE_ERROR_SYNTAX,
      "“2024-13”: at character 6: expected a month from 01 to 12, or a season or part of the year from 21 to 41" },
    { "2024-06-32", DTL_DATE_ERROR_SYNTAX, "“2024-06-32”: at character 9: expected a day from 01 to 31" },
    { "2024-06-2", DTL_DATE_ERROR_SYNTAX, "“2024-06-2”: at character 9: expected a day of two digits" },
    { "2024-06-20 ", DTL_DATE_ERROR_SYNTAX, "“2024-06-20 ”: at character 11: expected nothing after the date" },
    { "2023-02-29", DTL_DATE_ERROR_NO_SUCH_DAY,
      "“2023-02-29”: at character 9: there is no such day, that month has 28 days" },
    { "2024-01/2024-02-30", DTL_DATE_ERROR_NO_SUCH_DAY,
      "“2024-01/2024-02-30”: at character 17: there is no such day, that month has 29 days" },
    { "15XX-02-3X", DTL_DATE_ERROR_NO_SUCH_DAY, "“15XX-02-3X”: at character 9: no day of the calendar fits" },
    { "2018/2017", DTL_DATE_ERROR_ORDER, "“2018/2017”: at character 6: the end lies before the start" },
    { "[2018..2017]", DTL_DATE_ERROR_ORDER, "“[2018..2017]”: at character 8: the end lies before the start" },
    { "2001-21-05", DTL_DATE_ERROR_SYNTAX, "“2001-21-05”: at character 9: a season or part of the year has no day" },
    { "[2023..2024-05]", DTL_DATE_ERROR_SYNTAX,
      "“[2023..2024-05]”: at character 8: expected a date as precise as the one that the range begins with" },
    { "..", DTL_DATE_ERROR_SYNTAX, "“..”: at character 3: expected a slash and the end of the interval" },
    { "2012/2013/2014", DTL_DATE_ERROR_SYNTAX,
      "“2012/2013/2014”: at character 10: expected nothing after the end of the interval" },
    { "[1667, 1668]", DTL_DATE_ERROR_SYNTAX, "“[1667, 1668]”: at character 7: expected a year of four digits" },
    { "[1667", DTL_DATE_ERROR_SYNTAX,
      "“[1667”: at character 6: expected a comma without blank, “..” or the closing ]" },
    { "{1667]", DTL_DATE_ERROR_SYNTAX,
      "“{1667]”: at character 6: expected a comma without blank, “..” or the closing }" },
    { "[1667]x", DTL_DATE_ERROR_SYNTAX, "“[1667]x”: at character 7: expected nothing after the set" },
    { "[1667..,1668]", DTL_DATE_ERROR_SYNTAX, "“[1667..,1668]”: at character 8: expected a year of four digits" },
    { "[1667,..1668]", DTL_DATE_ERROR_SYNTAX, "“[1667,..1668]”: at character 7: expected a year of four digits" },
    { "[..]", DTL_DATE_ERROR_SYNTAX, "“[..]”: at character 4: expected a year of four digits" },
    { "Y2024", DTL_DATE_ERROR_SYNTAX,
      "“Y2024”: at character 2: a year of up to four digits is written as four digits, without Y" },
    { "Y1E3", DTL_DATE_ERROR_SYNTAX,
      "“Y1E3”: at character 2: a year of up to four digits is written as four digits, without Y" },
    { "Y12345-06", DTL_DATE_ERROR_SYNTAX,
      "“Y12345-06”: at character 7: a year written with Y or S stands without month and day" },
    { "Y9E18", DTL_DATE_ERROR_RANGE, "“Y9E18”: at character 2: years have at most 18 digits" },
    { "Y1E99999", DTL_DATE_ERROR_RANGE, "“Y1E99999”: at character 2: years have at most 18 digits" },
    { "Y12345678901234567890", DTL_DATE_ERROR_RANGE,
      "“Y12345678901234567890”: at character 2: years have at most 18 digits" },
    { "Y999999999999999999999", DTL_DATE_ERROR_RANGE,
      "“Y999999999999999999999”: at character 2: years have at most 18 digits" },
    { "Y1000000000000000000", DTL_DATE_ERROR_RANGE,
      "“Y1000000000000000000”: at character 2: years have at most 18 digits" },
    { "1950S02", DTL_DATE_ERROR_SYNTAX,
      "“1950S02”: at character 6: expected the number of significant digits, from 1 on" },
    { "1950S0", DTL_DATE_ERROR_SYNTAX,
      "“1950S0”: at character 6: expected the number of significant digits, from 1 on" },
    { "Y17E", DTL_DATE_ERROR_SYNTAX, "“Y17E”: at character 5: expected the exponent of the year, from 1 on" },
    { "Y17E07", DTL_DATE_ERROR_SYNTAX, "“Y17E07”: at character 5: expected the exponent of the year, from 1 on" },
    { "195XS2", DTL_DATE_ERROR_SYNTAX,
      "“195XS2”: at character 5: a year with unknown digits has no number of significant digits" },
    { "2024-06-20T25:00:00", DTL_DATE_ERROR_SYNTAX,
      "“2024-06-20T25:00:00”: at character 12: expected an hour from 00 to 24" },
    { "2024-06-20T24:00:01", DTL_DATE_ERROR_SYNTAX,
      "“2024-06-20T24:00:01”: at character 12: a day ends with 24:00:00; expected no later time" },
    { "2024-06-20T10:00", DTL_DATE_ERROR_SYNTAX,
      "“2024-06-20T10:00”: at character 17: expected a colon and seconds from 00 to 59" },
    { "2024-06-20T10:00:00+15:00", DTL_DATE_ERROR_SYNTAX,
      "“2024-06-20T10:00:00+15:00”: at character 20: expected an offset from -12:00 to +14:00, with +00:00 or Z for "
      "none" },
    { "2024-06-20T10:00:00-00:00", DTL_DATE_ERROR_SYNTAX,
      "“2024-06-20T10:00:00-00:00”: at character 20: expected an offset from -12:00 to +14:00, with +00:00 or Z for "
      "none" },
    { "2024-06-20T10:00:00+2", DTL_DATE_ERROR_SYNTAX,
      "“2024-06-20T10:00:00+2”: at character 20: expected an offset like Z, +02 or +02:00" },
    { "2024-06T10:00:00", DTL_DATE_ERROR_SYNTAX,
      "“2024-06T10:00:00”: at character 8: a time of day stands only after a whole day without ?, ~, % or X" },
    { "2024-06-20?T10:00:00", DTL_DATE_ERROR_SYNTAX,
      "“2024-06-20?T10:00:00”: at character 12: a time of day stands only after a whole day without ?, ~, % or X" },
    { "2024-06-20T10:00:00/2025", DTL_DATE_ERROR_SYNTAX,
      "“2024-06-20T10:00:00/2025”: at character 20: intervals and sets are made of dates without time of day" },
    { "[2024-06-20T10:00:00]", DTL_DATE_ERROR_SYNTAX,
      "“[2024-06-20T10:00:00]”: at character 12: intervals and sets are made of dates without time of day" },
    { "20\n24", DTL_DATE_ERROR_SYNTAX, "“20�24”: at character 1: expected a year of four digits" },
    { "2024–06", DTL_DATE_ERROR_SYNTAX, "“2024–06”: at character 5: expected nothing after the date" },
    { "\xff", DTL_DATE_ERROR_SYNTAX, "at byte 1: the date is not UTF-8 text" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      DtlEdtf *value = dtl_edtf_parse (rows[i].text, &error);

      g_assert_null (value);
      g_assert_nonnull (error);
      g_assert_cmpstr (error->message, ==, rows[i].message);
      g_assert_error (error, DTL_DATE_ERROR, rows[i].code);
    }
}

static void
test_input_limit (void)
{
  g_autofree char *blanks = g_strnfill (993, ' ');
  g_autofree char *longest = g_strdup_printf ("[2017%s]", blanks);
  g_autofree char *too_long = g_strdup_printf ("[2017%s ]]", blanks);
  g_autoptr (GError) longest_error = NULL;
  g_autoptr (GError) too_long_error = NULL;
  GString *many = g_string_new ("[2017");
  g_autoptr (DtlEdtf) value = NULL;

  while (many->len + 6 <= 1000)
    g_string_append (many, ",2017");
  g_string_append_c (many, ']');
  value = dtl_edtf_parse (many->str, NULL);
  g_assert_nonnull (value);
  g_assert_cmpuint (dtl_edtf_get_n_elements (value), >, 190);
  g_string_free (many, TRUE);

  g_assert_null (dtl_edtf_parse (longest, &longest_error));
  g_assert_true (g_str_has_suffix (longest_error->message,
                                   "at character 6: expected a comma without blank, “..” or the "
                                   "closing ]"));
  g_assert_cmpint (g_utf8_strlen (longest_error->message, -1), <, 200);
  g_assert_null (dtl_edtf_parse (too_long, &too_long_error));
  g_assert_cmpstr (too_long_error->message, ==, "a date has at most 1000 characters; this one is longer");
}

static void
test_components (void)
{
  g_autoptr (DtlEdtf) value = dtl_edtf_parse ("?-1X3X~-?1X-%X2", NULL);
  const DtlEdtfDate *date = &dtl_edtf_get_element (value, 0)->first.date;

  g_assert_cmpint (date->year, ==, -1030);
  g_assert_cmphex (date->year_mask, ==, 0x5 | DTL_EDTF_YEAR_MASK_NEGATIVE);
  g_assert_cmpint (date->month, ==, 10);
  g_assert_cmphex (date->month_mask, ==, 1);
  g_assert_cmpint (date->day, ==, 2);
  g_assert_cmphex (date->day_mask, ==, 2);
  g_assert_cmpint (date->precision, ==, DTL_PRECISION_DAY);
  g_assert_cmphex (date->year_qualifiers, ==, DTL_QUALIFIER_UNCERTAIN | DTL_QUALIFIER_APPROXIMATE);
  g_assert_cmphex (date->month_qualifiers, ==, DTL_QUALIFIER_UNCERTAIN);
  g_assert_cmphex (date->day_qualifiers, ==, DTL_QUALIFIER_UNCERTAIN | DTL_QUALIFIER_APPROXIMATE);
}

/* The qualifiers of year, month and day, as three digits. */
static void
test_qualifiers (void)
{
  static const struct
  {
    const char *text;
    int qualifiers;
  } rows[] = {
    { "2004-06-11", 0 },     { "2004-06-11?", 111 }, { "2004-06~-11", 220 },  { "2004?-06-11", 100 },
    { "2004-%06-11", 30 },   { "2004-06-~11", 2 },   { "?2004-06-~11", 102 }, { "2004?-06~", 320 },
    { "2001-?09~-09", 230 }, { "2017%", 300 },       { "2001-21~", 220 },     { "156X~", 200 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DtlEdtf) value = dtl_edtf_parse (rows[i].text, &error);
      const DtlEdtfDate *date;

      g_assert_no_error (error);
      date = &dtl_edtf_get_element (value, 0)->first.date;
      g_assert_cmpint (date->year_qualifiers * 100 + date->month_qualifiers * 10 + date->day_qualifiers, ==,
                       rows[i].qualifiers);
    }
}

static void
test_time (void)
{
  static const struct
  {
    const char *text;
    gboolean has_offset;
    int offset_minutes;
  } rows[] = {
    { "1985-04-12T23:20:30", FALSE, 0 },        { "1985-04-12T23:20:30Z", TRUE, 0 },
    { "1985-04-12T23:20:30-04", TRUE, -240 },   { "1985-04-12T23:20:30+04:30", TRUE, 270 },
    { "1985-04-12T23:20:30+00:00", TRUE, 0 },   { "1985-04-12T23:20:30-00:15", TRUE, -15 },
    { "1985-04-12T23:20:30+14:00", TRUE, 840 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DtlEdtf) value = dtl_edtf_parse (rows[i].text, NULL);
      const DtlEdtfDate *date = &dtl_edtf_get_element (value, 0)->first.date;

      g_assert_cmpint (date->precision, ==, DTL_PRECISION_SECOND);
      g_assert_cmpint (date->hour, ==, 23);
      g_assert_cmpint (date->minute, ==, 20);
      g_assert_cmpint (date->second, ==, 30);
      g_assert_cmpint (date->has_offset, ==, rows[i].has_offset);
      g_assert_cmpint (date->offset_minutes, ==, rows[i].offset_minutes);
    }
}

/* Seasons and parts of the year, which the table leaves without bounds; years beyond the range of seconds. */
static void
test_ranges (void)
{
  static const struct
  {
    const char *text, *earliest, *latest;
  } rows[] = {
    { "2001-21", "2001-03-01", "2001-05-31" },
    { "2001-22", "2001-06-01", "2001-08-31" },
    { "2001-23", "2001-09-01", "2001-11-30" },
    { "2003-24", "2003-12-01", "2004-02-29" },
    { "2003-28", "2003-12-01", "2004-02-29" },
    { "2001-29", "2001-09-01", "2001-11-30" },
    { "2001-30", "2001-12-01", "2002-02-28" },
    { "2001-31", "2001-03-01", "2001-05-31" },
    { "2001-32", "2001-06-01", "2001-08-31" },
    { "-0001-24", "-0001-12-01", "0000-02-29" },
    { "201X-24", "2010-12-01", "2020-02-29" },
    { "156X~", "1560-01-01", "1569-12-31" },
    { "XXXX-02-29", "0000-02-29", "9996-02-29" },
    { "-XXX0", "-9990-01-01", "-0010-12-31" },
    { "-XXXX-02-29", "-9996-02-29", "-0004-02-29" },
    { "200X-02-29", "2000-02-29", "2008-02-29" },
    { "2023-02-2X", "2023-02-20", "2023-02-28" },
    { "Y-17101E3S3", "-17199999-01-01", "-17100000-12-31" },
    { "Y3388E2S3", "338000-01-01", "338999-12-31" },
    { "0050S1", "0050-01-01", "0059-12-31" },
    { "0000S1", "0000-01-01", "0000-12-31" },
    { "Y999999999999999999S1", "900000000000000000-01-01", "999999999999999999-12-31" },
    { "1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12" },
    { "{2017,..}", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DtlEdtf) value = dtl_edtf_parse (rows[i].text, NULL);
      g_autofree char *earliest = value != NULL ? dtl_edtf_format_earliest (value) : NULL;
      g_autofree char *latest = value != NULL ? dtl_edtf_format_latest (value) : NULL;

      g_assert_cmpstr (earliest, ==, rows[i].earliest);
      g_assert_cmpstr (latest, ==, rows[i].latest);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/edtf-parse/errors", test_errors);
  g_test_add_func ("/date/edtf-parse/input-limit", test_input_limit);
  g_test_add_func ("/date/edtf-parse/components", test_components);
  g_test_add_func ("/date/edtf-parse/qualifiers", test_qualifiers);
  g_test_add_func ("/date/edtf-parse/time", test_time);
  g_test_add_func ("/date/edtf-parse/ranges", test_ranges);
  return g_test_run ();
}
