/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hash of what a case says: every row of the logged tables, table by table and by id, whatever pages it stands on,
 * as a line of its id and a JSON object. A table without rows and a column without a value say nothing, so that a case
 * of an older format has the same hash when it becomes one of the current. Left out are the log and the caches, and how
 * it came here: the reports of imports.
 *
 * The JSON is written here, as SQLite 3.40 writes it, rather than by SQLite: it takes half the time, and another
 * version of SQLite cannot give another hash. A million events still have some seven million rows, which take many
 * seconds. So a file carries the hash it was published with, beside its columns, and on the same terms: see
 * dtl-opening-cache.c. Nothing else was as simple and as sure: sums of the hashes of rows, kept up by each change,
 * would have to know the whole row before and after it, and would miss what another program writes. Who means to
 * deceive can forge what a file carries; dtl_store_verify_file() finds that out. */
#include "config.h"

#include "store/dtl-content-hash-private.h"

#include <inttypes.h>

#include "store/dtl-opening-cache-private.h"
#include "store/dtl-schema-private.h"

/* The checksum takes lines by so many bytes. */
#define LINES_BYTES (64 * 1024)

static void
append_escaped (GString *line, char character)
{
  static const char letters[] = "........btn.fr";
  const guchar code = (guchar) character;

  if (code > 0x1f)
    g_string_append_c (g_string_append_c (line, '\\'), character);
  else if (code < sizeof letters - 1 && letters[code] != '.')
    g_string_append_c (g_string_append_c (line, '\\'), letters[code]);
  else
    g_string_append_printf (line, "\\u%04x", code);
}

static void
append_text (GString *line, const char *text, size_t n_bytes)
{
  size_t first = 0;

  g_string_append_c (line, '"');
  for (size_t i = 0; i < n_bytes; i++)
    if ((guchar) text[i] <= 0x1f || text[i] == '"' || text[i] == '\\')
      {
        g_string_append_len (line, text + first, (gssize) (i - first));
        append_escaped (line, text[i]);
        first = i + 1;
      }
  g_string_append_len (line, text + first, (gssize) (n_bytes - first));
  g_string_append_c (line, '"');
}

static void
append_number (GString *line, int64_t number)
{
  char digits[24];
  char *at = digits + sizeof digits;
  uint64_t rest = number < 0 ? -(uint64_t) number : (uint64_t) number;

  do
    *--at = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (number < 0)
    *--at = '-';
  g_string_append_len (line, at, digits + sizeof digits - at);
}

/* @keys: of each column but the id, as `"name":` */
static void
append_row (GString *lines, DtlSqlStatement *row, GStrv keys)
{
  gboolean is_first = TRUE;

  append_number (lines, dtl_sql_read_int (row));
  g_string_append (lines, " {");
  for (size_t i = 0; keys[i] != NULL; i++)
    {
      DtlSqlValue value;

      dtl_sql_read_value (row, &value);
      if (value.is_null)
        continue;
      if (!is_first)
        g_string_append_c (lines, ',');
      is_first = FALSE;
      g_string_append (lines, keys[i]);
      if (value.text != NULL)
        append_text (lines, value.text, value.n_bytes);
      else
        append_number (lines, value.number);
    }
  g_string_append (lines, "}\n");
}

static void
flush (GString *lines, GChecksum *checksum)
{
  g_checksum_update (checksum, (const guchar *) lines->str, (gssize) lines->len);
  g_string_truncate (lines, 0);
}

static GStrv
make_keys (GStrv columns)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  for (size_t i = 0; columns[i] != NULL; i++)
    {
      g_autofree char *key = g_strdup_printf ("\"%s\":", columns[i]);

      g_strv_builder_add (keys, key);
    }
  return g_strv_builder_end (keys);
}

static DtlSqlStatement *
select_rows (DtlStore *self, const char *table, GStrv columns, GError **error)
{
  g_autofree char *names = g_strjoinv (", ", columns);
  g_autofree char *sql = g_strdup_printf ("SELECT id, %s FROM %s ORDER BY id", names, table);

  return dtl_sql_prepare (self->db, sql, error);
}

static gboolean
hash_table (DtlStore *self, const char *table, GChecksum *checksum, GError **error)
{
  g_autoptr (GString) lines = g_string_sized_new (2 * LINES_BYTES);
  g_auto (GStrv) columns = dtl_schema_get_columns (self->db, table, error);
  g_auto (GStrv) keys = NULL;
  g_autoptr (DtlSqlStatement) row = NULL;

  if (columns == NULL || columns[0] == NULL)
    return columns != NULL;
  keys = make_keys (columns);
  row = select_rows (self, table, columns, error);
  if (row == NULL)
    return FALSE;
  g_string_printf (lines, "%s\n", table);
  if (!dtl_sql_next (row, error))
    return !dtl_sql_has_failed (row);
  do
    {
      append_row (lines, row, keys);
      if (lines->len >= LINES_BYTES)
        flush (lines, checksum);
    }
  while (dtl_sql_next (row, error));
  flush (lines, checksum);
  return !dtl_sql_has_failed (row);
}

char *
dtl_content_hash_compute (DtlStore *self, GError **error)
{
  const char *const *tables = dtl_schema_get_logged_tables ();
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (size_t i = 0; tables[i] != NULL; i++)
    {
      if (g_strcmp0 (tables[i], "import_report") != 0 && !hash_table (self, tables[i], checksum, error))
        return NULL;
    }
  return g_strdup (g_checksum_get_string (checksum));
}

/** dtl_store_content_hash: Returns: (transfer full) (nullable): 64 hex digits */
char *
dtl_store_content_hash (DtlStore *self, GError **error)
{
  char *known;

  g_return_val_if_fail (self != NULL, NULL);
  DTL_STORE_ASSERT_OWNER (self);

  known = dtl_opening_cache_dup_content_hash (self);
  return known != NULL ? known : dtl_content_hash_compute (self, error);
}
