/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row keeps its id as long as its word stays, so that moving a word logs the move and nothing else. */
#include "config.h"

#include "store/dtl-store-words-private.h"

const DtlWordTable dtl_actor_alias_table = { "actor_alias", "actor_id" };
const DtlWordTable dtl_tag_table = { "tag", "event_id" };

typedef struct
{
  DtlStore *store;
  const DtlWordTable *table;
  DtlId owner;
} Words;

/* Word to id of the rows that are there. */
static GHashTable *
read_present (const Words *self, GError **error)
{
  g_autoptr (GHashTable) present = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *sql = NULL;
  g_autoptr (DtlSqlStatement) row = NULL;

  if (self->store->is_bulk)
    return g_steal_pointer (&present);
  sql = g_strdup_printf ("SELECT name, id FROM %s WHERE %s = ?1", self->table->name, self->table->owner_column);
  row = dtl_sql_prepare (self->store->db, sql, error);
  if (row == NULL)
    return NULL;
  dtl_sql_add_int (row, self->owner);
  while (dtl_sql_next (row, error))
    {
      char *word = dtl_sql_read_text (row);
      DtlId id = dtl_sql_read_int (row);

      g_hash_table_insert (present, word, g_memdup2 (&id, sizeof id));
    }
  return dtl_sql_has_failed (row) ? NULL : g_steal_pointer (&present);
}

static gboolean
put_word (const Words *self, DtlId id, int ordinal, const char *word, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("INSERT INTO %s (id, %s, ordinal, name) VALUES (?1, ?2, ?3, ?4)"
                                          " ON CONFLICT (id) DO UPDATE SET ordinal = excluded.ordinal",
                                          self->table->name, self->table->owner_column);
  g_autoptr (DtlSqlStatement) row = dtl_sql_prepare (self->store->db, sql, error);

  if (row == NULL)
    return FALSE;
  dtl_sql_add_int (row, id);
  dtl_sql_add_int (row, self->owner);
  dtl_sql_add_int (row, ordinal);
  dtl_sql_add_text (row, word);
  return dtl_sql_run (row, error);
}

static gboolean
put_all (const Words *self, GStrv words, GHashTable *present, GHashTable *kept, GError **error)
{
  for (int i = 0; words != NULL && words[i] != NULL; i++)
    {
      const DtlId *known = g_hash_table_lookup (present, words[i]);
      DtlId id = known != NULL && !g_hash_table_contains (kept, known) ? *known : dtl_store_new_id (self->store);

      if (!put_word (self, id, i, words[i], error))
        return FALSE;
      g_hash_table_add (kept, g_memdup2 (&id, sizeof id));
    }
  return TRUE;
}

gboolean
dtl_store_put_words (DtlStore *store, const DtlWordTable *table, DtlId owner, GStrv words, GError **error)
{
  const Words self = { store, table, owner };
  g_autoptr (GHashTable) kept = NULL;
  g_autoptr (GHashTable) present = NULL;

  if (store->is_bulk && (words == NULL || words[0] == NULL))
    return TRUE;
  kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  present = read_present (&self, error);
  if (present == NULL || !put_all (&self, words, present, kept, error))
    return FALSE;
  return store->is_bulk || dtl_store_delete_others (store, table->name, table->owner_column, owner, kept, error);
}

static void
take_builder (GHashTable *words, DtlId owner, GStrvBuilder **builder)
{
  if (*builder != NULL)
    g_hash_table_insert (words, g_memdup2 (&owner, sizeof owner), g_strv_builder_end (*builder));
  g_clear_pointer (builder, g_strv_builder_unref);
}

GHashTable *
dtl_store_collect_words (DtlSqlStatement *row, GError **error)
{
  g_autoptr (GHashTable) words =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_strfreev);
  GStrvBuilder *builder = NULL;
  DtlId current = DTL_ID_NONE;

  while (dtl_sql_next (row, error))
    {
      DtlId owner = dtl_sql_read_int (row);
      g_autofree char *word = dtl_sql_read_text (row);

      if (owner != current)
        take_builder (words, current, &builder);
      if (builder == NULL)
        builder = g_strv_builder_new ();
      current = owner;
      g_strv_builder_add (builder, word);
    }
  take_builder (words, current, &builder);
  return dtl_sql_has_failed (row) ? NULL : g_steal_pointer (&words);
}

GStrv
dtl_store_take_words (GHashTable *words, DtlId owner)
{
  gpointer key = NULL;
  gpointer value = NULL;

  if (g_hash_table_steal_extended (words, &owner, &key, &value))
    {
      g_free (key);
      return value;
    }
  return g_new0 (char *, 1);
}
