/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing tables: the three formats, and CSV read back as it was. */
#include "io/dtl-csv-reader.h"
#include "io/dtl-table-writer.h"

#include <string.h>

static const DtlTableColumn columns[] = { { "id", TRUE }, { "title", FALSE }, { "edtf", TRUE } };

static const char *const cells[][3] = {
  { "1", "Plain", "2024-06-20" },
  { "22", "=HYPERLINK(\"x\"), and more", "-0044" },
  { NULL, "caf\xc3\xa9\ttwo\nlines", NULL },
  { "4", "'=quoted", "-0001~" },
};

static char *
write_all (DtlTableFormat format)
{
  GString *out = g_string_new (NULL);
  g_autoptr (DtlTableWriter) writer = dtl_table_writer_new (format, columns, G_N_ELEMENTS (columns), out);

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    dtl_table_writer_add_row (writer, cells[i]);
  dtl_table_writer_finish (writer);
  return g_string_free (out, FALSE);
}

static void
test_aligned (void)
{
  g_autofree char *text = write_all (DTL_TABLE_ALIGNED);

  g_assert_cmpstr (text, ==,
                   "id  title                      edtf\n"
                   "1   Plain                      2024-06-20\n"
                   "22  =HYPERLINK(\"x\"), and more  -0044\n"
                   "    caf\xc3\xa9 two lines\n"
                   "4   '=quoted                   -0001~\n");
}

static void
test_aligned_steers_no_terminal (void)
{
  static const DtlTableColumn one[] = { { "t", FALSE } };
  const char *const row[] = { "\033[31mred\a\177\r" };
  GString *out = g_string_new (NULL);
  g_autoptr (DtlTableWriter) writer = dtl_table_writer_new (DTL_TABLE_ALIGNED, one, 1, out);

  dtl_table_writer_add_row (writer, row);
  dtl_table_writer_finish (writer);
  g_assert_cmpstr (out->str, ==, "t\n [31mred\n");
  g_string_free (out, TRUE);
}

static void
test_tsv (void)
{
  g_autofree char *text = write_all (DTL_TABLE_TSV);

  g_assert_cmpstr (text, ==,
                   "id\ttitle\tedtf\n"
                   "1\tPlain\t2024-06-20\n"
                   "22\t=HYPERLINK(\"x\"), and more\t-0044\n"
                   "\tcaf\xc3\xa9 two lines\t\n"
                   "4\t'=quoted\t-0001~\n");
}

static void
test_csv (void)
{
  g_autofree char *text = write_all (DTL_TABLE_CSV);

  g_assert_cmpstr (text, ==,
                   "id,title,edtf\r\n"
                   "1,Plain,2024-06-20\r\n"
                   "22,\"'=HYPERLINK(\"\"x\"\"), and more\",-0044\r\n"
                   ",\"caf\xc3\xa9\ttwo\nlines\",\r\n"
                   "4,''=quoted,-0001~\r\n");
}

static void
test_csv_comes_back (void)
{
  char *text = write_all (DTL_TABLE_CSV);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
  g_autoptr (DtlCsvReader) reader = dtl_csv_reader_new (bytes, ',');

  g_assert_nonnull (dtl_csv_reader_next (reader, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      const DtlCsvRow *row = dtl_csv_reader_next (reader, NULL);

      g_assert_nonnull (row);
      for (guint j = 0; j < G_N_ELEMENTS (columns); j++)
        g_assert_cmpstr (row->fields[j], ==, cells[i][j] != NULL ? cells[i][j] : "");
    }
  g_assert_null (dtl_csv_reader_next (reader, NULL));
}

static void
test_formulas (void)
{
  static const DtlTableColumn one[] = { { "t", FALSE } };
  static const char *const rows[][2] = {
    { "=1", "'=1" },       { "+1", "'+1" },   { "-1", "'-1" }, { "@a", "'@a" },  { "\tx", "'\tx" },
    { "\rx", "\"'\rx\"" }, { "'=1", "''=1" }, { "'a", "'a" },  { "a=1", "a=1" }, { "", "\"\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *expected = g_strdup_printf ("t\r\n%s\r\n", rows[i][1]);
      const char *const row[] = { rows[i][0] };
      GString *out = g_string_new (NULL);
      g_autoptr (DtlTableWriter) writer = dtl_table_writer_new (DTL_TABLE_CSV, one, 1, out);

      dtl_table_writer_add_row (writer, row);
      dtl_table_writer_finish (writer);
      g_assert_cmpstr (out->str, ==, expected);
      g_string_free (out, TRUE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/table-writer/aligned", test_aligned);
  g_test_add_func ("/io/table-writer/terminal", test_aligned_steers_no_terminal);
  g_test_add_func ("/io/table-writer/tsv", test_tsv);
  g_test_add_func ("/io/table-writer/csv", test_csv);
  g_test_add_func ("/io/table-writer/csv-comes-back", test_csv_comes_back);
  g_test_add_func ("/io/table-writer/formulas", test_formulas);
  return g_test_run ();
}
