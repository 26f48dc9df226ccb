/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of named columns as text: aligned for people, TSV for other programs, CSV for spreadsheets. Headings are the
 * same in all three. TSV and CSV are appended row by row, so that whoever writes a million rows can empty the string in
 * between; the aligned table comes as a whole when it is finished, since its widths are known only then. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DtlTableFormat:
 * @DTL_TABLE_ALIGNED: columns padded with spaces, two between them; widths in code points
 * @DTL_TABLE_TSV: tabs; a tab or line end inside a cell becomes a space, since TSV has no quotes
 * @DTL_TABLE_CSV: RFC 4180 with CRLF; text that a spreadsheet would take for a formula gets an apostrophe before it
 */
typedef enum
{
  DTL_TABLE_ALIGNED,
  DTL_TABLE_TSV,
  DTL_TABLE_CSV,
} DtlTableFormat;

/**
 * DtlTableColumn:
 * @name: heading
 * @is_value: dates, numbers and ids, which never get an apostrophe
 */
typedef struct
{
  const char *name;
  gboolean is_value;
} DtlTableColumn;

typedef struct _DtlTableWriter DtlTableWriter;

/**
 * dtl_table_writer_new:
 * @format: which
 * @columns: (array length=n_columns): kept by pointer, must stay
 * @n_columns: at least 1
 * @out: what is written is appended here; must stay until dtl_table_writer_finish()
 *
 * Returns: (transfer full): a writer; the heading is written
 */
DtlTableWriter *
dtl_table_writer_new (DtlTableFormat format, const DtlTableColumn *columns, guint n_columns, GString *out);
void dtl_table_writer_free (DtlTableWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlTableWriter, dtl_table_writer_free)

/* @cells: (array length=n_columns) (element-type utf8): each (nullable) for an empty one */
void dtl_table_writer_add_row (DtlTableWriter *self, const char *const *cells);
void dtl_table_writer_finish (DtlTableWriter *self);

G_END_DECLS
