/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the table groups share. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "store/dtl-store-private.h"

gboolean
dtl_store_require_change (DtlStore *self, GError **error)
{
  DTL_STORE_ASSERT_OWNER (self);
  if (self->change != DTL_ID_NONE)
    return TRUE;
  g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_SQL, _ ("“%s”: nothing can be written outside of a change."),
               dtl_sql_connection_get_name (self->db));
  return FALSE;
}

void
dtl_store_ensure_id (DtlStore *self, DtlId *id)
{
  if (*id == DTL_ID_NONE)
    *id = dtl_store_new_id (self);
}

DtlSqlStatement *
dtl_store_prepare_put (DtlStore *self, DtlId *id, const char *insert, const char *upsert, GError **error)
{
  const char *sql = *id == DTL_ID_NONE ? insert : upsert;

  dtl_store_ensure_id (self, id);
  return dtl_sql_prepare (self->db, sql, error);
}

gboolean
dtl_store_delete_row (DtlStore *self, const char *table, DtlId id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id = ?1", table);
  g_autoptr (DtlSqlStatement) statement = dtl_sql_prepare (self->db, sql, error);

  if (statement == NULL)
    return FALSE;
  dtl_sql_add_int (statement, id);
  return dtl_sql_run (statement, error);
}

const char *
dtl_store_term (DtlVocabulary vocabulary, int value, GError **error)
{
  const char *name = dtl_term_name (vocabulary, value);

  if (name == NULL)
    g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_SQL, _ ("Nothing was stored: vocabulary %d has no value %d."),
                 (int) vocabulary, value);
  return name;
}

gboolean
dtl_store_read_term (DtlSqlStatement *row, DtlStore *self, DtlVocabulary vocabulary, int *value, GError **error)
{
  const char *name = dtl_sql_peek_text (row);

  *value = dtl_term_value (vocabulary, name);
  if (*value >= 0)
    return TRUE;
  *value = 0;
  g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_DAMAGED,
               _ ("“%s” is damaged: it has a word that the format does not know. Open an older copy."),
               dtl_sql_connection_get_name (self->db));
  return FALSE;
}

int64_t
dtl_store_next_number (DtlStore *self, const char *counter, GError **error)
{
  g_autoptr (DtlSqlStatement) statement =
      dtl_sql_prepare (self->db,
                       "INSERT INTO counter (name, last_value) VALUES (?1, 1)"
                       " ON CONFLICT (name) DO UPDATE SET last_value = last_value + 1 RETURNING last_value",
                       error);
  int64_t number;

  if (statement == NULL)
    return 0;
  dtl_sql_add_text (statement, counter);
  if (!dtl_sql_next (statement, error))
    return 0;
  number = dtl_sql_read_int (statement);
  return dtl_sql_run (statement, error) ? number : 0;
}

gboolean
dtl_store_note_number (DtlStore *self, const char *counter, int64_t number, GError **error)
{
  g_autoptr (DtlSqlStatement) statement =
      dtl_sql_prepare (self->db,
                       "INSERT INTO counter (name, last_value) VALUES (?1, ?2)"
                       " ON CONFLICT (name) DO UPDATE SET last_value = max (last_value, excluded.last_value)",
                       error);

  if (statement == NULL)
    return FALSE;
  dtl_sql_add_text (statement, counter);
  dtl_sql_add_int (statement, number);
  return dtl_sql_run (statement, error);
}

/* The ids are gathered first, since a table is not changed while it is read. */
static GArray *
list_others (DtlStore *self, const char *table, const char *owner_column, DtlId owner, GHashTable *kept, GError **error)
{
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (DtlId));
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE %s = ?1", table, owner_column);
  g_autoptr (DtlSqlStatement) row = dtl_sql_prepare (self->db, sql, error);

  if (row == NULL)
    return NULL;
  dtl_sql_add_int (row, owner);
  while (dtl_sql_next (row, error))
    {
      DtlId id = dtl_sql_read_int (row);

      if (kept == NULL || !g_hash_table_contains (kept, &id))
        g_array_append_val (others, id);
    }
  return dtl_sql_has_failed (row) ? NULL : g_steal_pointer (&others);
}

gboolean
dtl_store_delete_others (DtlStore *self,
                         const char *table,
                         const char *owner_column,
                         DtlId owner,
                         GHashTable *kept,
                         GError **error)
{
  g_autoptr (GArray) others = list_others (self, table, owner_column, owner, kept, error);

  if (others == NULL)
    return FALSE;
  for (guint i = 0; i < others->len; i++)
    {
      if (!dtl_store_delete_row (self, table, g_array_index (others, DtlId, i), error))
        return FALSE;
    }
  return TRUE;
}
