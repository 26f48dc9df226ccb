/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A range is one row of the log with {"n_rows": …, "sha256": …} over its rows' JSON, so that the chain of hashes covers
 * them too. When it is undone, its rows go into blocks of zlib-compressed lines "id JSON" before they are deleted; the
 * blocks stay, since redoing and undoing again always find the same rows. */
#include "config.h"

#include "store/dtl-log-ranges-private.h"

#include <gio/gio.h>
#include <inttypes.h>

#include "base/dtl-gettext.h"
#include "store/dtl-log-triggers-private.h"
#include "store/dtl-row-json-private.h"
#include "store/dtl-schema-private.h"

#define ROWS_PER_BLOCK 4096
/* What one block may grow to when it is unpacked; ours stay below a hundredth of it. */
#define MAX_BLOCK_BYTES (256 * 1024 * 1024)

/* --- writing the log -------------------------------------------------------------------------------------------- */

/* Describes the rows of @table from @first to @last; NULL without error when there are none. */
static char *
describe_rows (DtlStore *self, const char *table, DtlId *first, DtlId *last, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (DtlSqlStatement) row = dtl_row_json_select (self, table, error);
  DtlId from = *first;
  int64_t n_rows = 0;

  if (row == NULL)
    return NULL;
  dtl_sql_add_int (row, *first);
  dtl_sql_add_int (row, *last);
  while (dtl_sql_next (row, error))
    {
      DtlId id = dtl_sql_read_int (row);
      g_autofree char *prefix = g_strdup_printf ("%" PRId64 " ", id);

      g_checksum_update (checksum, (const guchar *) prefix, -1);
      g_checksum_update (checksum, (const guchar *) dtl_sql_peek_text (row), -1);
      g_checksum_update (checksum, (const guchar *) "\n", 1);
      from = n_rows == 0 ? id : from;
      *last = id;
      n_rows++;
    }
  *first = from;
  if (n_rows == 0 || dtl_sql_has_failed (row))
    return NULL;
  return g_strdup_printf ("{\"n_rows\":%" PRId64 ",\"sha256\":\"%s\"}", n_rows, g_checksum_get_string (checksum));
}

static gboolean
insert_log_row (DtlStore *self, const DtlLogRange *range, gboolean is_removed, const char *rows, GError **error)
{
  g_autoptr (DtlSqlStatement) row =
      dtl_sql_prepare (self->db,
                       "INSERT INTO change_row (change_id, table_name, row_id, last_row_id, op, old_values, new_values)"
                       " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                       error);

  if (row == NULL)
    return FALSE;
  dtl_sql_add_int (row, self->change);
  dtl_sql_add_text (row, range->table);
  dtl_sql_add_int (row, range->first);
  dtl_sql_add_int (row, range->last);
  dtl_sql_add_text (row, is_removed ? "delete_range" : "insert_range");
  dtl_sql_add_text (row, is_removed ? rows : NULL);
  dtl_sql_add_text (row, is_removed ? NULL : rows);
  return dtl_sql_run (row, error);
}

/* Logs what stands in @range now, as inserted or about to be removed, and notes what it touches. */
static gboolean
log_range (DtlStore *self, const DtlLogRange *range, gboolean is_removed, GError **error)
{
  DtlLogRange found = *range;
  g_autoptr (GError) local = NULL;
  g_autofree char *rows = describe_rows (self, range->table, &found.first, &found.last, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return rows == NULL || (insert_log_row (self, &found, is_removed, rows, error) &&
                          dtl_log_triggers_touch_range (self, found.table, found.first, found.last, error));
}

gboolean
dtl_log_ranges_write (DtlStore *self, GError **error)
{
  const char *const *tables = dtl_schema_get_logged_tables ();

  if (self->bulk_first == DTL_ID_NONE)
    return TRUE;
  for (size_t i = 0; tables[i] != NULL; i++)
    {
      DtlLogRange range = { .table = tables[i], .first = self->bulk_first, .last = self->bulk_last };

      if (!log_range (self, &range, FALSE, error))
        return FALSE;
    }
  return TRUE;
}

/* --- blocks ----------------------------------------------------------------------------------------------------- */

static GBytes *
convert (GConverter *converter, const void *data, size_t n_bytes, GError **error)
{
  g_autoptr (GInputStream) input = g_memory_input_stream_new_from_data (data, n_bytes, NULL);
  g_autoptr (GInputStream) converted = g_converter_input_stream_new (input, converter);
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autofree uint8_t *piece = g_malloc (65536);
  gssize n_read;

  while ((n_read = g_input_stream_read (converted, piece, 65536, NULL, error)) > 0)
    {
      if (all->len + n_read > MAX_BLOCK_BYTES)
        {
          g_set_error_literal (error, DTL_STORE_ERROR, DTL_STORE_ERROR_DAMAGED,
                               _ ("The change log is damaged: a block of it is too long. Open an older copy."));
          return NULL;
        }
      g_byte_array_append (all, piece, n_read);
    }
  return n_read < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

static gboolean
insert_block (DtlStore *self, DtlId change_row, GString *lines, int n_rows, GError **error)
{
  g_autoptr (GConverter) compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 6));
  g_autoptr (GBytes) bytes = convert (compressor, lines->str, lines->len, error);
  g_autoptr (DtlSqlStatement) row = NULL;

  if (bytes == NULL)
    return FALSE;
  row = dtl_sql_prepare (self->db, "INSERT INTO change_block (change_row_id, n_rows, rows) VALUES (?1, ?2, ?3)", error);
  if (row == NULL)
    return FALSE;
  dtl_sql_add_int (row, change_row);
  dtl_sql_add_int (row, n_rows);
  dtl_sql_add_bytes (row, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return dtl_sql_run (row, error);
}

static gboolean
has_blocks (DtlStore *self, DtlId change_row, gboolean *has, GError **error)
{
  g_autoptr (DtlSqlStatement) row =
      dtl_sql_prepare (self->db, "SELECT 1 FROM change_block WHERE change_row_id = ?1 LIMIT 1", error);

  if (row == NULL)
    return FALSE;
  dtl_sql_add_int (row, change_row);
  *has = dtl_sql_next (row, error);
  return !dtl_sql_has_failed (row);
}

static gboolean
pack_rows (DtlStore *self, const DtlLogRange *range, GError **error)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (DtlSqlStatement) row = dtl_row_json_select (self, range->table, error);
  int n_rows = 0;

  if (row == NULL)
    return FALSE;
  dtl_sql_add_int (row, range->first);
  dtl_sql_add_int (row, range->last);
  while (dtl_sql_next (row, error))
    {
      g_string_append_printf (lines, "%" PRId64 " ", dtl_sql_read_int (row));
      g_string_append (lines, dtl_sql_peek_text (row));
      g_string_append_c (lines, '\n');
      if (++n_rows < ROWS_PER_BLOCK)
        continue;
      if (!insert_block (self, range->change_row, lines, n_rows, error))
        return FALSE;
      g_string_truncate (lines, 0);
      n_rows = 0;
    }
  return !dtl_sql_has_failed (row) && (n_rows == 0 || insert_block (self, range->change_row, lines, n_rows, error));
}

static gboolean
restore_line (DtlStore *self, DtlSqlStatement *insert, char *line, GError **error)
{
  char *json = NULL;
  DtlId id = g_ascii_strtoll (line, &json, 10);

  if (*json == ' ')
    {
      dtl_sql_add_int (insert, id);
      dtl_sql_add_text (insert, json + 1);
      return dtl_sql_run (insert, error);
    }
  g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_DAMAGED,
               _ ("The change log of “%s” is damaged: a kept row cannot be read. Open an older copy."),
               dtl_sql_connection_get_name (self->db));
  return FALSE;
}

static gboolean
restore_block (DtlStore *self, const char *table, const void *data, size_t n_bytes, GError **error)
{
  g_autoptr (GConverter) decompressor = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_autoptr (GBytes) bytes = convert (decompressor, data, n_bytes, error);
  g_autoptr (DtlSqlStatement) insert = bytes != NULL ? dtl_row_json_prepare_insert (self, table, error) : NULL;
  g_autofree char *lines = NULL;
  char *line;

  if (insert == NULL)
    return FALSE;
  lines = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  for (char *next = line = lines; *line != '\0'; line = next)
    {
      next = line + strcspn (line, "\n");
      if (*next != '\0')
        *next++ = '\0';
      if (!restore_line (self, insert, line, error))
        return FALSE;
    }
  return TRUE;
}

/* --- undo and redo ---------------------------------------------------------------------------------------------- */

static gboolean
delete_rows (DtlStore *self, const DtlLogRange *range, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id BETWEEN ?1 AND ?2", range->table);
  g_autoptr (DtlSqlStatement) statement = dtl_sql_prepare (self->db, sql, error);

  if (statement == NULL)
    return FALSE;
  dtl_sql_add_int (statement, range->first);
  dtl_sql_add_int (statement, range->last);
  return dtl_sql_run (statement, error);
}

gboolean
dtl_log_ranges_remove (DtlStore *self, const DtlLogRange *range, GError **error)
{
  gboolean is_kept = FALSE;
  gboolean is_done;

  if (!has_blocks (self, range->change_row, &is_kept, error) || (!is_kept && !pack_rows (self, range, error)) ||
      !log_range (self, range, TRUE, error))
    return FALSE;
  self->bulk_first = range->first;
  self->bulk_last = range->last;
  is_done = delete_rows (self, range, error);
  self->bulk_first = DTL_ID_NONE;
  return is_done;
}

static gboolean
restore_blocks (DtlStore *self, const DtlLogRange *range, GError **error)
{
  g_autoptr (DtlSqlStatement) row =
      dtl_sql_prepare (self->db, "SELECT rows FROM change_block WHERE change_row_id = ?1 ORDER BY id", error);

  if (row == NULL)
    return FALSE;
  dtl_sql_add_int (row, range->change_row);
  while (dtl_sql_next (row, error))
    {
      size_t n_bytes = 0;
      const void *data = dtl_sql_peek_bytes (row, &n_bytes);

      if (!restore_block (self, range->table, data, n_bytes, error))
        return FALSE;
    }
  return !dtl_sql_has_failed (row);
}

gboolean
dtl_log_ranges_restore (DtlStore *self, const DtlLogRange *range, GError **error)
{
  gboolean is_done;

  self->bulk_first = range->first;
  self->bulk_last = range->last;
  is_done = restore_blocks (self, range, error);
  self->bulk_first = DTL_ID_NONE;
  return is_done && log_range (self, range, FALSE, error);
}
