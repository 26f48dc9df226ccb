/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hash of what a case says: every row of the logged tables, table by table and by id, whatever pages it stands on.
 * A table without rows and a column without a value say nothing, so that a case of an older format has the same hash
 * when it becomes one of the current. Left out are the log and the caches, and how it came here: the reports of
 * imports.
 *
 * A million events have some seven million rows, which take many seconds. So a file carries the hash it was published
 * with, beside its columns, and on the same terms: see dtl-opening-cache.c. Nothing else was as simple and as sure:
 * sums of the hashes of rows, kept up by each change, would have to know the whole row before and after it, and would
 * miss what another program writes. */
#include "config.h"

#include <inttypes.h>

#include "store/dtl-opening-cache-private.h"
#include "store/dtl-row-json-private.h"
#include "store/dtl-schema-private.h"

static gboolean
hash_table (DtlStore *self, const char *table, GChecksum *checksum, GError **error)
{
  g_autofree char *heading = g_strdup_printf ("%s\n", table);
  g_auto (GStrv) columns = dtl_schema_get_columns (self->db, table, error);
  g_autoptr (DtlSqlStatement) row = NULL;
  gboolean is_first = TRUE;

  if (columns == NULL || columns[0] == NULL)
    return columns != NULL;
  row = dtl_row_json_select_values (self, table, error);
  if (row == NULL)
    return FALSE;
  dtl_sql_add_int (row, INT64_MIN);
  dtl_sql_add_int (row, INT64_MAX);
  while (dtl_sql_next (row, error))
    {
      g_autofree char *id = g_strdup_printf ("%" PRId64 " ", dtl_sql_read_int (row));
      const char *json = dtl_sql_peek_text (row);

      if (is_first)
        g_checksum_update (checksum, (const guchar *) heading, -1);
      is_first = FALSE;
      g_checksum_update (checksum, (const guchar *) id, -1);
      g_checksum_update (checksum, (const guchar *) (json != NULL ? json : ""), -1);
      g_checksum_update (checksum, (const guchar *) "\n", 1);
    }
  return !dtl_sql_has_failed (row);
}

/** dtl_store_content_hash: Returns: (transfer full) (nullable): 64 hex digits */
char *
dtl_store_content_hash (DtlStore *self, GError **error)
{
  const char *const *tables = dtl_schema_get_logged_tables ();
  g_autoptr (GChecksum) checksum = NULL;

  char *known;

  g_return_val_if_fail (self != NULL, NULL);
  DTL_STORE_ASSERT_OWNER (self);

  known = dtl_opening_cache_dup_content_hash (self);
  if (known != NULL)
    return known;
  checksum = g_checksum_new (G_CHECKSUM_SHA256);
  for (size_t i = 0; tables[i] != NULL; i++)
    {
      if (g_strcmp0 (tables[i], "import_report") != 0 && !hash_table (self, tables[i], checksum, error))
        return NULL;
    }
  return g_strdup (g_checksum_get_string (checksum));
}
