/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as CSV and as TSV: every row within the limits, and what was read comes back when it is written and read
 * again. */
#include "io/dtl-csv-reader.h"
#include "io/dtl-table-writer.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
write_row (GString *out, const DtlCsvRow *row, guint n_columns)
{
  g_autofree DtlTableColumn *columns = g_new0 (DtlTableColumn, n_columns);
  g_autofree const char **cells = g_new0 (const char *, n_columns);
  g_autoptr (DtlTableWriter) writer = NULL;

  for (guint i = 0; i < n_columns; i++)
    {
      columns[i].name = "x";
      cells[i] = i < row->n_fields ? row->fields[i] : NULL;
    }
  g_string_truncate (out, 0);
  writer = dtl_table_writer_new (DTL_TABLE_CSV, columns, n_columns, out);
  dtl_table_writer_add_row (writer, cells);
  dtl_table_writer_finish (writer);
}

static void
assert_comes_back (const GString *written, const DtlCsvRow *row)
{
  g_autoptr (GBytes) bytes = g_bytes_new (written->str, written->len);
  g_autoptr (DtlCsvReader) reader = dtl_csv_reader_new (bytes, ',');
  const DtlCsvRow *again;

  g_assert_nonnull (dtl_csv_reader_next (reader, NULL));
  again = dtl_csv_reader_next (reader, NULL);
  g_assert_nonnull (again);
  for (guint i = 0; i < row->n_fields; i++)
    g_assert_cmpstr (again->fields[i], ==, row->fields[i]);
}

static void
read_as (GBytes *bytes, char delimiter)
{
  g_autoptr (DtlCsvReader) reader = dtl_csv_reader_new (bytes, delimiter);
  g_autoptr (GString) written = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  const DtlCsvRow *row;
  guint n_columns = 0;

  while ((row = dtl_csv_reader_next (reader, &error)) != NULL)
    {
      n_columns = n_columns > 0 ? n_columns : row->n_fields;
      g_assert_cmpuint (row->n_fields, <=, MIN (n_columns, DTL_CSV_MAX_COLUMNS));
      write_row (written, row, n_columns);
      assert_comes_back (written, row);
    }
  g_assert_true (error == NULL || error->domain == DTL_IO_ERROR);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  read_as (bytes, ',');
  read_as (bytes, '\t');
  return 0;
}
