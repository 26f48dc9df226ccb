/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every row of the tables of cases: whether the string is valid, its level, its earliest and latest day. One test a
 * row, so that a failure names it. edtf-cases.tsv is what the specification and its readers have in common;
 * edtf-more.tsv goes to the edges, each row saying what it is about. */
#include "date/dtl-edtf.h"

#include <string.h>

enum
{
  COLUMN_STRING,
  COLUMN_VALID,
  COLUMN_LEVEL,
  COLUMN_EARLIEST,
  COLUMN_LATEST,
  N_COLUMNS_USED,
};

static void
test_valid_row (char **columns, const DtlEdtf *value)
{
  g_autofree char *earliest = dtl_edtf_format_earliest (value);
  g_autofree char *latest = dtl_edtf_format_latest (value);

  g_assert_cmpstr (dtl_edtf_get_text (value), ==, columns[COLUMN_STRING]);
  g_assert_cmpint (dtl_edtf_get_level (value), ==, g_ascii_strtoll (columns[COLUMN_LEVEL], NULL, 10));
  if (*columns[COLUMN_EARLIEST] != '\0')
    g_assert_cmpstr (earliest, ==, columns[COLUMN_EARLIEST]);
  if (*columns[COLUMN_LATEST] != '\0')
    g_assert_cmpstr (latest, ==, columns[COLUMN_LATEST]);
}

static void
test_row (gconstpointer data)
{
  g_auto (GStrv) columns = g_strsplit (data, "\t", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlEdtf) value = dtl_edtf_parse (columns[COLUMN_STRING], &error);

  if (strcmp (columns[COLUMN_VALID], "1") == 0)
    {
      g_assert_no_error (error);
      test_valid_row (columns, value);
    }
  else
    {
      g_assert_null (value);
      g_assert_nonnull (error);
      g_assert_true (error->domain == DTL_DATE_ERROR);
      g_assert_true (error->code == DTL_DATE_ERROR_SYNTAX || error->code == DTL_DATE_ERROR_NO_SUCH_DAY ||
                     error->code == DTL_DATE_ERROR_ORDER);
      g_test_message ("%s", error->message);
    }
}

static void
add_rows (const char *file, guint least_rows)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "date", "data", file, NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, least_rows);

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", -1);
      g_autofree char *name = g_strdup_printf ("/date/%.*s/line-%u", (int) strcspn (file, "."), file, i + 1);

      g_assert_cmpuint (g_strv_length (columns), >=, N_COLUMNS_USED);
      g_test_add_data_func_full (name, g_strdup (lines[i]), test_row, g_free);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_rows ("edtf-cases.tsv", 340);
  add_rows ("edtf-more.tsv", 550);
  return g_test_run ();
}
