/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading tables: what RFC 4180 says, what real files have beside it, what is refused and where. */
#include "io/dtl-csv-reader.h"

#include <string.h>

static const char *const code_names[] = {
  [DTL_IO_ERROR_SYNTAX] = "syntax",
  [DTL_IO_ERROR_ENCODING] = "encoding",
  [DTL_IO_ERROR_TOO_LARGE] = "too-large",
};

/* The rows as "line:a|b;line:c", or "error CODE MESSAGE" from where it failed. */
static char *
read_all (const char *data, gsize n_bytes, char delimiter)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, n_bytes);
  g_autoptr (DtlCsvReader) reader = dtl_csv_reader_new (bytes, delimiter);
  g_autoptr (GError) error = NULL;
  GString *found = g_string_new (NULL);
  const DtlCsvRow *row;

  while ((row = dtl_csv_reader_next (reader, &error)) != NULL)
    {
      g_autofree char *joined = g_strjoinv ("|", row->fields);

      g_assert_cmpuint (g_strv_length (row->fields), ==, row->n_fields);
      g_string_append_printf (found, "%s%u:%s", found->len > 0 ? ";" : "", row->line, joined);
    }
  if (error != NULL)
    {
      g_assert_true (error->domain == DTL_IO_ERROR);
      g_assert_null (dtl_csv_reader_next (reader, NULL));
      g_string_append_printf (found, "%serror %s %s", found->len > 0 ? ";" : "", code_names[error->code],
                              error->message);
    }
  return g_string_free (found, FALSE);
}

static void
test_rows (void)
{
  static const struct
  {
    const char *data, *expected;
  } rows[] = {
    { "", "" },
    { "\xef\xbb\xbf", "" },
    { "a,b\r\nc,d\r\n", "1:a|b;2:c|d" },
    { "a,b\nc,d", "1:a|b;2:c|d" },
    { "a,b\rc,d\r", "1:a|b;2:c|d" },
    { "\xef\xbb\xbf"
      "a,b\n",
      "1:a|b" },
    { "a,b\n\n\r\n\nc,d\n", "1:a|b;5:c|d" },
    { ",\n,,",
      "1:|;error syntax line 2 has 3 fields, but the first line names 2; put a field that contains the separator in "
      "quotes" },
    { "a,b,c\nd\n", "1:a|b|c;2:d" },
    { "a,b,\n", "1:a|b|" },
    { "\"\"\n\"\",x", "1:;error syntax line 2 has 2 fields, but the first line names 1; put a field that contains the "
                      "separator in quotes" },
    { "\"a,b\",\"say \"\"hi\"\"\"\n", "1:a,b|say \"hi\"" },
    { "\"two\r\nlines\",x\ny,z\n", "1:two\r\nlines|x;3:y|z" },
    { "5\" disk,x\n", "1:5\" disk|x" },
    { " \"a\" ,x\n", "1: \"a\" |x" },
    { "a\tb,c\n", "1:a\tb|c" },
    { "caf\xc3\xa9,x\n", "1:caf\xc3\xa9|x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *found = read_all (rows[i].data, strlen (rows[i].data), ',');

      g_assert_cmpstr (found, ==, rows[i].expected);
    }
}

static void
test_tabs (void)
{
  static const char data[] = "a\tb,c\n\"d\te\"\tf\n";
  g_autofree char *found = read_all (data, strlen (data), '\t');

  g_assert_cmpstr (found, ==, "1:a|b,c;2:d\te|f");
}

static void
test_refused (void)
{
  static const struct
  {
    const char *data;
    gsize n_bytes;
    DtlIoError code;
    const char *words;
  } rows[] = {
    { "a\n\"b\nc", 6, DTL_IO_ERROR_SYNTAX, "opened on line 2" },
    { "\"a\"b,c", 6, DTL_IO_ERROR_SYNTAX, "line 1 has text behind" },
    { "a\nb\n\xff", 5, DTL_IO_ERROR_ENCODING, "line 3" },
    { "a\nb\0c", 5, DTL_IO_ERROR_ENCODING, "line 2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *found = read_all (rows[i].data, rows[i].n_bytes, ',');
      g_autofree char *code = g_strdup_printf ("error %s ", code_names[rows[i].code]);

      g_assert_nonnull (strstr (found, code));
      g_assert_nonnull (strstr (found, rows[i].words));
    }
}

static void
assert_too_large (GString *data, const char *words)
{
  g_autofree char *found = read_all (data->str, data->len, ',');
  const char *tail = strstr (found, "error too-large ");

  g_assert_nonnull (tail);
  g_assert_nonnull (strstr (tail, words));
  g_string_free (data, TRUE);
}

static GString *
repeat (const char *text, gsize n)
{
  GString *data = g_string_sized_new (strlen (text) * n + 1);

  for (gsize i = 0; i < n; i++)
    g_string_append (data, text);
  return data;
}

static void
test_limits (void)
{
  GString *most = repeat (",", DTL_CSV_MAX_COLUMNS - 1);
  g_autofree char *found = read_all (most->str, most->len, ',');

  g_assert_null (strstr (found, "error"));
  g_string_free (most, TRUE);
  assert_too_large (repeat (",", DTL_CSV_MAX_COLUMNS), "1000 columns");
  assert_too_large (repeat ("x", DTL_CSV_MAX_FIELD_BYTES + 1), "1 MiB");
}

static void
test_many_rows (void)
{
  GString *data = repeat ("x\n", DTL_CSV_MAX_ROWS + 1);
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (data);
  g_autoptr (DtlCsvReader) reader = dtl_csv_reader_new (bytes, ',');
  g_autoptr (GError) error = NULL;
  guint n = 0;

  while (dtl_csv_reader_next (reader, &error) != NULL)
    n++;
  g_assert_cmpuint (n, ==, DTL_CSV_MAX_ROWS);
  g_assert_error (error, DTL_IO_ERROR, DTL_IO_ERROR_TOO_LARGE);
}

/* An apostrophe goes only where our writer would have put it. */
static void
test_apostrophes (void)
{
  static const char data[] = "'=1+1,'@x,'-5,''=2,'quoted',it's,',-3\n";
  g_autofree char *found = read_all (data, strlen (data), ',');

  g_assert_cmpstr (found, ==, "1:=1+1|@x|-5|'=2|'quoted'|it's|'|-3");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/csv-reader/rows", test_rows);
  g_test_add_func ("/io/csv-reader/tabs", test_tabs);
  g_test_add_func ("/io/csv-reader/refused", test_refused);
  g_test_add_func ("/io/csv-reader/limits", test_limits);
  g_test_add_func ("/io/csv-reader/many-rows", test_many_rows);
  g_test_add_func ("/io/csv-reader/apostrophes", test_apostrophes);
  return g_test_run ();
}
