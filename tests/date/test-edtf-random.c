/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds for every value, on many that are made at random from a fixed seed: what was written comes back, its
 * components say all of it, bounds are in order and are those that trying every day finds, sorting is a total order,
 * and both readings of a filter agree with trying every day. */
#include "date/dtl-edtf.h"

#include <string.h>

#include "date/dtl-date-entry.h"
#include "date/dtl-date-label.h"

#define SEED     20190204
#define N_VALUES 20000

static int
between (GRand *random, int first, int last)
{
  return g_rand_int_range (random, first, last + 1);
}

static gboolean
one_in (GRand *random, int n)
{
  return between (random, 1, n) == 1;
}

/* --- a calendar of its own -------------------------------------------------------------------------------------- */

static int
days_in_month (int year, int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

  return month == 2 && leap ? 29 : days[month - 1];
}

/* Whether @number, written with as many digits as @pattern has, is what it says, `X` being any digit. */
static gboolean
fits (int number, const char *pattern)
{
  for (int i = (int) strlen (pattern) - 1; i >= 0; i--, number /= 10)
    if (pattern[i] != 'X' && pattern[i] - '0' != number % 10)
      return FALSE;
  return TRUE;
}

/* The first and last day that fit three patterns, by trying every day of 10,000 years. */
static gboolean
try_every_day (const char *year_pattern, const char *month, const char *day, char first[16], char last[16])
{
  gboolean negative = *year_pattern == '-', found = FALSE;

  for (int i = 0; i <= 9999; i++)
    {
      int year = negative ? i - 9999 : i;

      if (!fits (ABS (year), year_pattern + negative) || (negative && year == 0))
        continue;
      for (int m = 1; m <= 12; m++)
        for (int d = 1; fits (m, month) && d <= days_in_month (year, m); d++)
          if (fits (d, day))
            {
              g_snprintf (last, 16, "%s%04d-%02d-%02d", negative ? "-" : "", ABS (year), m, d);
              if (!found)
                g_strlcpy (first, last, 16);
              found = TRUE;
            }
    }
  return found;
}

/* --- values at random ------------------------------------------------------------------------------------------- */

static void
add_qualifier (GRand *random, GString *text)
{
  if (one_in (random, 8))
    g_string_append_c (text, "?~%"[between (random, 0, 2)]);
}

static void
add_masked (GRand *random, GString *text, int number, int n_digits, gboolean may_mask)
{
  g_autofree char *digits = g_strdup_printf ("%0*d", n_digits, number);

  for (int i = 0; i < n_digits; i++)
    g_string_append_c (text, may_mask && one_in (random, 4) ? 'X' : digits[i]);
}

/* One that exists: the digits are those of a real day before some of them are hidden. */
static void
add_date (GRand *random, GString *text, DtlPrecision precision, int first_year, int last_year)
{
  int year = between (random, first_year, last_year), month = between (random, 1, 12);
  gboolean may_mask = one_in (random, 3);

  add_qualifier (random, text);
  if (year < 0)
    g_string_append_c (text, '-');
  add_masked (random, text, ABS (year), 4, may_mask && year != 0);
  add_qualifier (random, text);
  if (precision == DTL_PRECISION_YEAR)
    return;
  g_string_append_c (text, '-');
  add_qualifier (random, text);
  if (precision == DTL_PRECISION_SEASON)
    g_string_append_printf (text, "%02d", between (random, 21, 41));
  else
    add_masked (random, text, month, 2, may_mask);
  add_qualifier (random, text);
  if (precision != DTL_PRECISION_DAY)
    return;
  g_string_append_c (text, '-');
  add_qualifier (random, text);
  add_masked (random, text, between (random, 1, days_in_month (year, month)), 2, may_mask);
  add_qualifier (random, text);
}

static DtlPrecision
any_precision (GRand *random)
{
  return (DtlPrecision) between (random, DTL_PRECISION_YEAR, DTL_PRECISION_DAY);
}

static void
add_long_year (GRand *random, GString *text)
{
  g_string_append_printf (text, "Y%s%d", one_in (random, 2) ? "-" : "", between (random, 10000, 999999));
  if (one_in (random, 2))
    g_string_append_printf (text, "E%d", between (random, 1, 12));
  if (one_in (random, 2))
    g_string_append_printf (text, "S%d", between (random, 1, 20));
  add_qualifier (random, text);
}

static void
add_time (GRand *random, GString *text)
{
  int year = between (random, -9999, 9999), month = between (random, 1, 12);

  g_string_append_printf (text, "%s%04d-%02d-%02dT%02d:%02d:%02d", year < 0 ? "-" : "", ABS (year), month,
                          between (random, 1, days_in_month (year, month)), between (random, 0, 23),
                          between (random, 0, 59), between (random, 0, 59));
  if (one_in (random, 3))
    g_string_append_c (text, 'Z');
  else if (one_in (random, 2))
    g_string_append_printf (text, "%c%02d:%02d", one_in (random, 2) ? '+' : '-', between (random, 0, 11),
                            between (random, 1, 59));
}

static void
add_interval (GRand *random, GString *text)
{
  if (!one_in (random, 6))
    add_date (random, text, any_precision (random), -9999, -1);
  else if (one_in (random, 2))
    g_string_append (text, "..");
  g_string_append_c (text, '/');
  if (!one_in (random, 6))
    add_date (random, text, any_precision (random), 0, 9999);
  else if (one_in (random, 2))
    g_string_append (text, "..");
}

static void
add_set (GRand *random, GString *text)
{
  gboolean one_of = one_in (random, 2);
  int n = between (random, 1, 4);

  g_string_append_c (text, one_of ? '[' : '{');
  if (one_in (random, 5))
    g_string_append (text, "..");
  for (int i = 0; i < n; i++)
    {
      DtlPrecision precision = any_precision (random);
      gboolean open = i == 0 && text->str[text->len - 1] == '.';

      add_date (random, text, precision, -9999, -1);
      if (!open && one_in (random, 3))
        {
          g_string_append (text, "..");
          add_date (random, text, precision, 0, 9999);
        }
      if (i + 1 < n)
        g_string_append_c (text, ',');
      else if (strstr (strrchr (text->str, ',') != NULL ? strrchr (text->str, ',') : text->str, "..") == NULL &&
               one_in (random, 3))
        g_string_append (text, "..");
    }
  g_string_append_c (text, one_of ? ']' : '}');
}

static char *
make_text (GRand *random)
{
  GString *text = g_string_new (NULL);

  switch (between (random, 0, 5))
    {
    case 0:
      add_long_year (random, text);
      break;
    case 1:
      add_time (random, text);
      break;
    case 2:
      add_interval (random, text);
      break;
    case 3:
      add_set (random, text);
      break;
    default:
      add_date (random, text, any_precision (random), -9999, 9999);
      break;
    }
  return g_string_free (text, FALSE);
}

/* `-0000` with any digit hidden is a year before 0, but a negative zero is none: those are not made, as year 0 is not
 * masked and negative years have a digit that is not 0. */
static DtlEdtf *
make_value (GRand *random)
{
  g_autofree char *text = make_text (random);
  g_autoptr (GError) error = NULL;
  DtlEdtf *value = dtl_edtf_parse (text, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (dtl_edtf_get_text (value), ==, text);
  return value;
}

/* --- writing from components ------------------------------------------------------------------------------------ */

static const char *const qualifier_marks[] = { "", "?", "~", "%" };

static void
write_digits (GString *text, int64_t number, uint32_t mask, int n_digits)
{
  g_autofree char *digits = g_strdup_printf ("%0*" G_GINT64_FORMAT, n_digits, number);
  int n = (int) strlen (digits);

  for (int i = 0; i < n; i++)
    g_string_append_c (text, mask & (1u << (n - 1 - i)) ? 'X' : digits[i]);
}

static void
write_time (const DtlEdtfDate *date, GString *text)
{
  g_string_append_printf (text, "T%02d:%02d:%02d", date->hour, date->minute, date->second);
  if (date->has_offset && date->offset_minutes == 0)
    g_string_append_c (text, 'Z');
  else if (date->has_offset)
    g_string_append_printf (text, "%c%02d:%02d", date->offset_minutes < 0 ? '-' : '+', ABS (date->offset_minutes) / 60,
                            ABS (date->offset_minutes) % 60);
}

static void
write_date (const DtlEdtfDate *date, GString *text)
{
  gboolean negative = date->year < 0 || (date->year_mask & DTL_EDTF_YEAR_MASK_NEGATIVE) != 0;

  g_string_append (text, qualifier_marks[date->year_qualifiers]);
  g_string_append_printf (text, "%s%s", ABS (date->year) > 9999 ? "Y" : "", negative ? "-" : "");
  write_digits (text, ABS (date->year), date->year_mask & ~DTL_EDTF_YEAR_MASK_NEGATIVE, 4);
  if (date->significant_digits > 0)
    g_string_append_printf (text, "S%d", date->significant_digits);
  if (date->precision >= DTL_PRECISION_SEASON)
    {
      g_string_append_printf (text, "-%s", qualifier_marks[date->month_qualifiers]);
      write_digits (text, date->month, date->month_mask, 2);
    }
  if (date->precision >= DTL_PRECISION_DAY)
    {
      g_string_append_printf (text, "-%s", qualifier_marks[date->day_qualifiers]);
      write_digits (text, date->day, date->day_mask, 2);
    }
  if (date->precision == DTL_PRECISION_SECOND)
    write_time (date, text);
}

static void
write_endpoint (const DtlEdtfEndpoint *endpoint, GString *text)
{
  if (endpoint->kind == DTL_ENDPOINT_DATE)
    write_date (&endpoint->date, text);
  else if (endpoint->kind == DTL_ENDPOINT_OPEN)
    g_string_append (text, "..");
}

static char *
write_value (const DtlEdtf *value)
{
  static const char *const opening[] = { "", "", "[", "{" }, *const closing[] = { "", "", "]", "}" };
  DtlEdtfShape shape = dtl_edtf_get_shape (value);
  GString *text = g_string_new (opening[shape]);

  for (guint i = 0; i < dtl_edtf_get_n_elements (value); i++)
    {
      const DtlEdtfElement *element = dtl_edtf_get_element (value, i);

      g_string_append (text, i > 0 ? "," : "");
      write_endpoint (&element->first, text);
      if (shape == DTL_EDTF_INTERVAL)
        g_string_append_c (text, '/');
      else if (element->is_range && element->first.kind == DTL_ENDPOINT_DATE && element->last.kind == DTL_ENDPOINT_DATE)
        g_string_append (text, "..");
      if (shape == DTL_EDTF_INTERVAL || element->is_range)
        write_endpoint (&element->last, text);
    }
  g_string_append (text, closing[shape]);
  return g_string_free (text, FALSE);
}

/* --- the tests -------------------------------------------------------------------------------------------------- */

static void
assert_bounds_in_order (const DtlEdtf *value)
{
  const DtlBounds *bounds = dtl_edtf_get_bounds (value);

  g_assert_cmpint (bounds->start_earliest, <=, bounds->start_latest);
  g_assert_cmpint (bounds->end_earliest, <=, bounds->end_latest);
  g_assert_cmpint (bounds->start_earliest, <=, bounds->end_earliest);
  g_assert_cmpint (bounds->start_latest, <=, bounds->end_latest);
}

/* Qualifiers are written before each component and exponents not at all; everything else comes out as it went in. */
static gboolean
has_one_form (const char *text)
{
  return strpbrk (text, "?~%E") == NULL;
}

/* Written from its components alone it is the same date, and read as typed it is strict EDTF. */
static void
test_round_trip (void)
{
  GRand *random = g_rand_new_with_seed (SEED);

  for (int i = 0; i < N_VALUES; i++)
    {
      g_autoptr (DtlEdtf) value = make_value (random);
      g_autofree char *written = write_value (value);
      g_autoptr (GError) error = NULL;
      g_autoptr (DtlEdtf) again = dtl_edtf_parse (written, &error);
      g_autofree char *rewritten = NULL;
      g_autofree char *label = dtl_date_label (value, DTL_DATE_LABEL_LONG);
      g_autofree char *label_again = NULL;
      g_autoptr (DtlDateEntry) entry = dtl_date_entry_read (dtl_edtf_get_text (value), NULL, NULL);

      g_assert_no_error (error);
      rewritten = write_value (again);
      label_again = dtl_date_label (again, DTL_DATE_LABEL_LONG);
      g_assert_cmpstr (rewritten, ==, written);
      if (has_one_form (dtl_edtf_get_text (value)))
        g_assert_cmpstr (written, ==, dtl_edtf_get_text (value));
      g_assert_cmpstr (label_again, ==, label);
      g_assert_cmpmem (dtl_edtf_get_bounds (value), sizeof (DtlBounds), dtl_edtf_get_bounds (again),
                       sizeof (DtlBounds));
      g_assert_cmpstr (dtl_edtf_get_text (entry->value), ==, dtl_edtf_get_text (value));
      g_assert_cmpint (entry->form, ==, DTL_DATE_ENTRY_STRICT);
      assert_bounds_in_order (value);
    }
  g_rand_free (random);
}

static void
check_masked (const char *year, const char *month, const char *day)
{
  g_autofree char *text = g_strdup_printf ("%s-%s-%s", year, month, day);
  g_autoptr (DtlEdtf) value = dtl_edtf_parse (text, NULL);
  g_autofree char *earliest = value != NULL ? dtl_edtf_format_earliest (value) : NULL;
  g_autofree char *latest = value != NULL ? dtl_edtf_format_latest (value) : NULL;
  char first[16], last[16];
  gboolean exists = try_every_day (year, month, day, first, last);

  if (exists != (value != NULL) || (exists && (strcmp (first, earliest) != 0 || strcmp (last, latest) != 0)))
    g_error ("%s: read as %s to %s; trying every day gives %s to %s", text, earliest, latest, exists ? first : "none",
             exists ? last : "none");
}

static void
set_pattern (GRand *random, char *pattern, const char *const *choices, int n_choices)
{
  g_strlcpy (pattern, choices[between (random, 0, n_choices - 1)], 3);
}

/* Patterns that need not fit any day: the parser and trying every day have to agree on that too. */
static void
test_masks (void)
{
  static const char *const months[] = { "02", "02", "04", "12", "XX", "0X", "1X", "X0", "X1", "X2", "X4", "X9" };
  static const char *const days[] = { "29", "30", "31", "XX", "0X", "1X", "2X", "3X", "X0", "X1", "X2", "X9", "15" };
  GRand *random = g_rand_new_with_seed (SEED);

  for (int i = 0; i < 600; i++)
    {
      char year[8] = "-", month[3], day[3];
      gboolean negative = one_in (random, 3);

      for (int j = 0; j < 4; j++)
        year[j + 1] = one_in (random, 3) ? 'X' : (char) ('0' + between (random, 0, 9));
      if (strcmp (year, "-0000") == 0)
        continue;
      set_pattern (random, month, months, G_N_ELEMENTS (months));
      set_pattern (random, day, days, G_N_ELEMENTS (days));
      check_masked (negative ? year : year + 1, month, day);
    }
  g_rand_free (random);
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  return dtl_edtf_compare (*(DtlEdtf *const *) a, *(DtlEdtf *const *) b);
}

/* Sorted, every value stands in order with every other, in both directions. */
static void
test_total_order (void)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_edtf_unref);
  GRand *random = g_rand_new_with_seed (SEED);

  for (int i = 0; i < 500; i++)
    g_ptr_array_add (values, make_value (random));
  g_ptr_array_sort (values, compare_values);
  for (guint i = 0; i < values->len; i++)
    for (guint j = 0; j < values->len; j++)
      {
        int forth = dtl_edtf_compare (values->pdata[i], values->pdata[j]);
        int back = dtl_edtf_compare (values->pdata[j], values->pdata[i]);

        g_assert_true ((forth > 0) == (back < 0) && (forth == 0) == (back == 0));
        g_assert_true (i > j || forth <= 0);
        g_assert_true (i != j || forth == 0);
      }
  g_rand_free (random);
}

/* Dates of some years: one, or one of a stretch, or what lasts. Their days have no gap. */
static char *
make_stretch (GRand *random)
{
  int year = between (random, 2018, 2022), month = between (random, 1, 12);
  int day = between (random, 1, days_in_month (year, month));

  switch (between (random, 0, 7))
    {
    case 0:
      return g_strdup_printf ("%d", year);
    case 1:
      return g_strdup_printf ("%d-%02d", year, month);
    case 2:
      return g_strdup_printf ("%d-%02d-XX", year, month);
    case 3:
      return g_strdup_printf ("%d-%02d", year, between (random, 21, 41));
    case 4:
      return g_strdup_printf ("[%d-%02d..%d-%02d]", year, month, year + between (random, 1, 2), month);
    case 5:
      return g_strdup_printf ("%d-%02d-%02d/%d-%02d", year, month, day, year + between (random, 0, 2), 12);
    case 6:
      return g_strdup_printf (one_in (random, 2) ? "%d-%02d/.." : "../%d-%02d", year, month);
    default:
      return g_strdup_printf ("%d-%02d-%02d", year, month, day);
    }
}

/* Walks the days of the value, which stands between the years 2010 and 2030 where it is not open. */
static void
try_days (const DtlEdtf *value, int64_t from, int64_t to, gboolean *all, gboolean *any)
{
  g_autofree char *earliest = dtl_edtf_format_earliest (value);
  g_autofree char *latest = dtl_edtf_format_latest (value);

  *all = TRUE;
  *any = FALSE;
  for (int year = 2010; year <= 2030; year++)
    for (int month = 1; month <= 12; month++)
      for (int day = 1; day <= days_in_month (year, month); day++)
        {
          g_autofree char *text = g_strdup_printf ("%d-%02d-%02d", year, month, day);
          int64_t number = dtl_civil_day_number (year, month, day);

          if ((strcmp (earliest, "-inf") != 0 && strcmp (text, earliest) < 0) ||
              (strcmp (latest, "inf") != 0 && strcmp (text, latest) > 0))
            continue;
          *all = *all && number >= from && number <= to;
          *any = *any || (number >= from && number <= to);
        }
}

/* A stretch of days to ask for: any, or as near to @bounds as a day. */
static void
pick_days (GRand *random, const DtlBounds *bounds, int64_t *from, int64_t *to)
{
  int64_t first = dtl_civil_day_from_seconds (bounds->start_earliest);
  int64_t last = dtl_civil_day_from_seconds (bounds->end_latest);

  *from = dtl_civil_day_number (between (random, 2016, 2022), between (random, 1, 12), 1);
  *to = *from + between (random, 0, 1500);
  if (one_in (random, 2) || bounds->start_earliest == DTL_CIVIL_MIN || bounds->end_latest == DTL_CIVIL_MAX)
    return;
  *from = (one_in (random, 4) ? last : first) + between (random, -1, 1);
  *to = (one_in (random, 4) ? first : last) + between (random, -1, 1);
  *to = MAX (*from, *to);
}

static void
test_both_readings (void)
{
  GRand *random = g_rand_new_with_seed (SEED);
  int n_inside = 0, n_may = 0;

  for (int i = 0; i < 300; i++)
    {
      g_autofree char *text = make_stretch (random);
      g_autoptr (DtlEdtf) value = dtl_edtf_parse (text, NULL);
      const DtlBounds *bounds;
      int64_t from, to;
      gboolean inside, may, all, any;

      if (value == NULL)
        continue;
      bounds = dtl_edtf_get_bounds (value);
      pick_days (random, bounds, &from, &to);
      inside = dtl_bounds_falls_inside (bounds, from * DTL_SECONDS_PER_DAY, (to + 1) * DTL_SECONDS_PER_DAY - 1);
      may = dtl_bounds_may_fall_inside (bounds, from * DTL_SECONDS_PER_DAY, (to + 1) * DTL_SECONDS_PER_DAY - 1);
      try_days (value, from, to, &all, &any);
      if (inside != all || may != any)
        g_error ("%s within %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT ": %d %d, trying every day %d %d", text, from,
                 to, inside, may, all, any);
      n_inside += inside;
      n_may += may;
    }
  g_assert_cmpint (n_inside, >, 30);
  g_assert_cmpint (n_may, >, n_inside);
  g_rand_free (random);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/edtf-random/round-trip", test_round_trip);
  g_test_add_func ("/date/edtf-random/masks", test_masks);
  g_test_add_func ("/date/edtf-random/total-order", test_total_order);
  g_test_add_func ("/date/edtf-random/both-readings", test_both_readings);
  return g_test_run ();
}
