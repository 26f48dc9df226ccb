/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "io/dtl-table-writer.h"

#include <string.h>

#include "io/dtl-csv-safety.h"

struct _DtlTableWriter
{
  DtlTableFormat format;
  const DtlTableColumn *columns;
  guint n_columns;
  GString *out;
  GPtrArray *cells; /* of the aligned table, heading included, row by row */
};

/* TSV has no quotes: what would break a row becomes a space. */
static void
append_one_line (GString *out, const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    g_string_append_c (out, *c == '\t' || *c == '\n' || *c == '\r' ? ' ' : *c);
}

/* The aligned table has none either, and is for people: what a terminal would obey becomes a space, too. */
static char *
dup_plain_line (const char *text)
{
  char *line = g_strdup (text);

  for (char *c = line; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      *c = ' ';
  return line;
}

static void
append_csv (GString *out, const char *text, gboolean is_value)
{
  gboolean needs_apostrophe = !is_value && dtl_csv_needs_apostrophe (text);

  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (out, needs_apostrophe ? "'" : "");
      g_string_append (out, text);
      return;
    }
  g_string_append (out, needs_apostrophe ? "\"'" : "\"");
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *c);
    }
  g_string_append_c (out, '"');
}

static void
hold_row (DtlTableWriter *self, const char *const *cells)
{
  for (guint i = 0; i < self->n_columns; i++)
    g_ptr_array_add (self->cells, dup_plain_line (cells[i] != NULL ? cells[i] : ""));
}

static void
write_row (DtlTableWriter *self, const char *const *cells)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *cell = cells[i] != NULL ? cells[i] : "";

      if (i > 0)
        g_string_append_c (self->out, self->format == DTL_TABLE_CSV ? ',' : '\t');
      if (self->format == DTL_TABLE_CSV)
        append_csv (self->out, cell, self->columns[i].is_value);
      else
        append_one_line (self->out, cell);
    }
  /* An empty line would be passed over when it is read. */
  if (self->format == DTL_TABLE_CSV && self->n_columns == 1 && (cells[0] == NULL || cells[0][0] == '\0'))
    g_string_append (self->out, "\"\"");
  g_string_append (self->out, self->format == DTL_TABLE_CSV ? "\r\n" : "\n");
}

DtlTableWriter *
dtl_table_writer_new (DtlTableFormat format, const DtlTableColumn *columns, guint n_columns, GString *out)
{
  g_autofree const char **names = NULL;
  DtlTableWriter *self;

  g_return_val_if_fail (columns != NULL && n_columns > 0 && out != NULL, NULL);

  self = g_new0 (DtlTableWriter, 1);
  self->format = format;
  self->columns = columns;
  self->n_columns = n_columns;
  self->out = out;
  self->cells = g_ptr_array_new_with_free_func (g_free);
  names = g_new (const char *, n_columns);
  for (guint i = 0; i < n_columns; i++)
    names[i] = columns[i].name;
  dtl_table_writer_add_row (self, names);
  return self;
}

/** dtl_table_writer_free: @self: (nullable): frees it; what was not finished is dropped */
void
dtl_table_writer_free (DtlTableWriter *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->cells);
  g_free (self);
}

void
dtl_table_writer_add_row (DtlTableWriter *self, const char *const *cells)
{
  g_return_if_fail (self != NULL && cells != NULL);

  if (self->format == DTL_TABLE_ALIGNED)
    hold_row (self, cells);
  else
    write_row (self, cells);
}

static void
append_spaces (GString *out, glong n)
{
  while (n-- > 0)
    g_string_append_c (out, ' ');
}

/** dtl_table_writer_finish: writes what is still held; to be called once, after the last row */
void
dtl_table_writer_finish (DtlTableWriter *self)
{
  g_autofree glong *widths_cp = NULL;

  g_return_if_fail (self != NULL);

  widths_cp = g_new0 (glong, self->n_columns);
  for (guint i = 0; i < self->cells->len; i++)
    widths_cp[i % self->n_columns] =
        MAX (widths_cp[i % self->n_columns], g_utf8_strlen (g_ptr_array_index (self->cells, i), -1));
  for (guint i = 0; i < self->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (self->cells, i);
      guint column = i % self->n_columns;

      g_string_append (self->out, cell);
      if (column + 1 < self->n_columns)
        append_spaces (self->out, widths_cp[column] - g_utf8_strlen (cell, -1) + 2);
      else
        {
          while (self->out->len > 0 && self->out->str[self->out->len - 1] == ' ')
            g_string_truncate (self->out, self->out->len - 1);
          g_string_append_c (self->out, '\n');
        }
    }
  g_ptr_array_set_size (self->cells, 0);
}
