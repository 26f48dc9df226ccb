/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader: one pass over the bytes, one row at a time in a buffer that is used again for the next. */
#include "config.h"

#include "io/dtl-csv-reader.h"

#include <string.h>

#include "base/dtl-gettext.h"
#include "io/dtl-csv-safety.h"

struct _DtlCsvReader
{
  GBytes *bytes;
  const char *next;
  const char *end;
  char delimiter;
  gboolean is_checked;
  guint line;      /* of @next */
  guint n_rows;    /* read so far */
  guint n_columns; /* of the first row */
  GString *buffer; /* the fields of the row, each with its NUL */
  GArray *starts;  /* gsize: where each field begins in @buffer */
  GPtrArray *fields;
  DtlCsvRow row;
};

DtlCsvReader *
dtl_csv_reader_new (GBytes *bytes, char delimiter)
{
  DtlCsvReader *self;
  gsize n_bytes;

  g_return_val_if_fail (bytes != NULL && (delimiter == ',' || delimiter == '\t'), NULL);

  self = g_new0 (DtlCsvReader, 1);
  self->bytes = g_bytes_ref (bytes);
  self->next = g_bytes_get_data (bytes, &n_bytes);
  if (self->next == NULL)
    self->next = "";
  self->end = self->next + n_bytes;
  self->delimiter = delimiter;
  self->line = 1;
  self->buffer = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->fields = g_ptr_array_new ();
  return self;
}

/** dtl_csv_reader_free: @self: (nullable): frees it and its row */
void
dtl_csv_reader_free (DtlCsvReader *self)
{
  if (self == NULL)
    return;
  g_bytes_unref (self->bytes);
  g_string_free (self->buffer, TRUE);
  g_array_unref (self->starts);
  g_ptr_array_unref (self->fields);
  g_free (self);
}

static guint
count_lines (const char *begin, const char *end)
{
  guint n = 1;

  for (const char *at = begin; at < end; at++)
    n += *at == '\n' || (*at == '\r' && (at + 1 == end || at[1] != '\n'));
  return n;
}

/* Once for the whole file, so that the rows need not look. */
static gboolean
check_bytes (DtlCsvReader *self, GError **error)
{
  gsize n_bytes = (gsize) (self->end - self->next);
  const char *bad;

  self->is_checked = TRUE;
  if (n_bytes > DTL_CSV_MAX_BYTES)
    {
      g_set_error (error, DTL_IO_ERROR, DTL_IO_ERROR_TOO_LARGE,
                   _ ("the table has more than %u MiB; split it into several files"), DTL_CSV_MAX_BYTES >> 20);
      return FALSE;
    }
  if (!g_utf8_validate_len (self->next, n_bytes, &bad))
    {
      g_set_error (error, DTL_IO_ERROR, DTL_IO_ERROR_ENCODING,
                   _ ("line %u is not UTF-8 text; save the table as UTF-8 and import it again"),
                   count_lines (self->next, bad));
      return FALSE;
    }
  if (n_bytes >= 3 && memcmp (self->next, "\xef\xbb\xbf", 3) == 0)
    self->next += 3;
  return TRUE;
}

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

static gboolean
is_field_end (const DtlCsvReader *self)
{
  return self->next == self->end || *self->next == self->delimiter || is_line_end (*self->next);
}

static void
skip_line_end (DtlCsvReader *self)
{
  if (self->next < self->end && *self->next == '\r')
    {
      self->next++;
      if (self->next < self->end && *self->next == '\n')
        self->next++;
      self->line++;
    }
  else if (self->next < self->end && *self->next == '\n')
    {
      self->next++;
      self->line++;
    }
}

static void
read_plain (DtlCsvReader *self)
{
  const char *begin = self->next;

  while (!is_field_end (self))
    self->next++;
  g_string_append_len (self->buffer, begin, self->next - begin);
}

static gboolean
fail (GError **error, DtlIoError code, const char *format, guint line)
{
  g_set_error (error, DTL_IO_ERROR, (int) code, format, line);
  return FALSE;
}

/* From behind the opening quote to behind the closing one. */
static gboolean
read_quoted (DtlCsvReader *self, GError **error)
{
  guint first_line = self->line;

  for (;;)
    {
      const char *begin = self->next;

      while (self->next < self->end && *self->next != '"' && !is_line_end (*self->next))
        self->next++;
      g_string_append_len (self->buffer, begin, self->next - begin);
      if (self->next == self->end)
        return fail (error, DTL_IO_ERROR_SYNTAX,
                     _ ("a quote that is opened on line %u is not closed; close it, or double it where it is meant"),
                     first_line);
      begin = self->next;
      if (is_line_end (*self->next))
        {
          skip_line_end (self);
          g_string_append_len (self->buffer, begin, self->next - begin);
        }
      else if (self->next + 1 < self->end && self->next[1] == '"')
        {
          g_string_append_c (self->buffer, '"');
          self->next += 2;
        }
      else
        break;
    }
  self->next++;
  if (is_field_end (self))
    return TRUE;
  return fail (error, DTL_IO_ERROR_SYNTAX,
               _ ("line %u has text behind a closing quote; double the quotes inside a quoted field"), self->line);
}

static gboolean
read_field (DtlCsvReader *self, GError **error)
{
  gsize start = self->buffer->len;
  guint line = self->line;

  g_array_append_val (self->starts, start);
  if (self->starts->len > DTL_CSV_MAX_COLUMNS)
    {
      g_set_error (error, DTL_IO_ERROR, DTL_IO_ERROR_TOO_LARGE, _ ("line %u has more than %u columns; import fewer"),
                   line, DTL_CSV_MAX_COLUMNS);
      return FALSE;
    }
  if (self->next < self->end && *self->next == '"')
    {
      self->next++;
      if (!read_quoted (self, error))
        return FALSE;
    }
  else
    read_plain (self);
  if (self->buffer->len - start > DTL_CSV_MAX_FIELD_BYTES)
    return fail (error, DTL_IO_ERROR_TOO_LARGE,
                 _ ("a field on line %u has more than 1 MiB; a quote may be missing, else shorten it"), line);
  g_string_append_c (self->buffer, '\0');
  return TRUE;
}

static void
skip_empty_lines (DtlCsvReader *self)
{
  while (self->next < self->end && is_line_end (*self->next))
    skip_line_end (self);
}

static gboolean
read_fields (DtlCsvReader *self, GError **error)
{
  for (;;)
    {
      if (!read_field (self, error))
        return FALSE;
      if (self->next == self->end || *self->next != self->delimiter)
        break;
      self->next++;
    }
  skip_line_end (self);
  return TRUE;
}

static void
fill_row (DtlCsvReader *self)
{
  g_ptr_array_set_size (self->fields, 0);
  for (guint i = 0; i < self->starts->len; i++)
    {
      char *field = self->buffer->str + g_array_index (self->starts, gsize, i);

      g_ptr_array_add (self->fields, dtl_csv_has_apostrophe (field) ? field + 1 : field);
    }
  g_ptr_array_add (self->fields, NULL);
  self->row.fields = (char **) self->fields->pdata;
  self->row.n_fields = self->starts->len;
}

static gboolean
check_row (DtlCsvReader *self, GError **error)
{
  if (self->n_rows == 0)
    self->n_columns = self->row.n_fields;
  if (self->row.n_fields > self->n_columns)
    {
      g_set_error (error, DTL_IO_ERROR, DTL_IO_ERROR_SYNTAX,
                   _ ("line %u has %u fields, but the first line names %u; put a field that contains the separator "
                      "in quotes"),
                   self->row.line, self->row.n_fields, self->n_columns);
      return FALSE;
    }
  if (++self->n_rows <= DTL_CSV_MAX_ROWS)
    return TRUE;
  g_set_error (error, DTL_IO_ERROR, DTL_IO_ERROR_TOO_LARGE,
               _ ("the table has more than %u rows; split it into several files"), DTL_CSV_MAX_ROWS);
  return FALSE;
}

const DtlCsvRow *
dtl_csv_reader_next (DtlCsvReader *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (!self->is_checked && !check_bytes (self, error))
    {
      self->next = self->end;
      return NULL;
    }
  skip_empty_lines (self);
  if (self->next == self->end)
    return NULL;
  g_string_truncate (self->buffer, 0);
  g_array_set_size (self->starts, 0);
  self->row.line = self->line;
  if (!read_fields (self, error))
    {
      self->next = self->end;
      return NULL;
    }
  fill_row (self);
  if (!check_row (self, error))
    {
      self->next = self->end;
      return NULL;
    }
  return &self->row;
}
