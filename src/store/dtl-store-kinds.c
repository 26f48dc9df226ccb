/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The case's own kinds of events. Their numbers count from DTL_EVENT_KIND_FIRST_OWN in the order of their ids, and hold
 * only as long as a store is open; in the file an event refers to its kind's row. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "store/dtl-store-private.h"

/* What a column of eight bits leaves room for. */
#define MAX_OWN_KINDS (256 - DTL_EVENT_KIND_FIRST_OWN)

DtlId
dtl_store_find_own_kind (DtlStore *self, int kind, GError **error)
{
  g_autoptr (DtlSqlStatement) row =
      dtl_sql_prepare (self->db, "SELECT id FROM kind ORDER BY id LIMIT 1 OFFSET ?1", error);

  if (row == NULL)
    return DTL_ID_NONE;
  dtl_sql_add_int (row, kind - DTL_EVENT_KIND_FIRST_OWN);
  if (kind >= DTL_EVENT_KIND_FIRST_OWN && dtl_sql_next (row, error))
    return dtl_sql_read_int (row);
  if (!dtl_sql_has_failed (row))
    g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_REFERENCE, _ ("Nothing was stored: there is no kind %d."),
                 kind);
  return DTL_ID_NONE;
}

GHashTable *
dtl_store_map_own_kinds (DtlStore *self, GError **error)
{
  g_autoptr (GHashTable) kinds = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (DtlSqlStatement) row = dtl_sql_prepare (self->db, "SELECT id FROM kind ORDER BY id", error);
  int kind = DTL_EVENT_KIND_FIRST_OWN;

  if (row == NULL)
    return NULL;
  while (dtl_sql_next (row, error))
    {
      DtlId id = dtl_sql_read_int (row);

      g_hash_table_insert (kinds, g_memdup2 (&id, sizeof id), GINT_TO_POINTER (kind));
      kind++;
    }
  return dtl_sql_has_failed (row) ? NULL : g_steal_pointer (&kinds);
}

gboolean
dtl_store_find_era_kind (DtlStore *self, int *kind, GError **error)
{
  g_autoptr (GPtrArray) names = dtl_store_get_own_kinds (self, error);

  *kind = DTL_NO_ERA_KIND;
  for (guint i = 0; names != NULL && i < names->len && *kind == DTL_NO_ERA_KIND; i++)
    if (g_ascii_strcasecmp (g_ptr_array_index (names, i), DTL_ERA_KIND_NAME) == 0)
      *kind = DTL_EVENT_KIND_FIRST_OWN + (int) i;
  return names != NULL;
}

/** dtl_store_get_own_kinds: Returns: (transfer full) (element-type utf8): names, from DTL_EVENT_KIND_FIRST_OWN on */
GPtrArray *
dtl_store_get_own_kinds (DtlStore *self, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DtlSqlStatement) row = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  DTL_STORE_ASSERT_OWNER (self);

  row = dtl_sql_prepare (self->db, "SELECT name FROM kind ORDER BY id", error);
  if (row == NULL)
    return NULL;
  while (dtl_sql_next (row, error))
    g_ptr_array_add (names, dtl_sql_read_text (row));
  return dtl_sql_has_failed (row) ? NULL : g_steal_pointer (&names);
}

static int
find_name (GPtrArray *names, const char *name)
{
  for (guint i = 0; i < names->len; i++)
    {
      if (g_strcmp0 (g_ptr_array_index (names, i), name) == 0)
        return DTL_EVENT_KIND_FIRST_OWN + (int) i;
    }
  return -1;
}

static gboolean
insert_kind (DtlStore *self, const char *name, GError **error)
{
  g_autoptr (DtlSqlStatement) row = dtl_sql_prepare (self->db, "INSERT INTO kind (id, name) VALUES (?1, ?2)", error);

  if (row == NULL)
    return FALSE;
  dtl_sql_add_int (row, dtl_store_new_id (self));
  dtl_sql_add_text (row, name);
  return dtl_sql_run (row, error);
}

/**
 * dtl_store_intern_kind:
 * @self: a store; a working copy with an open change where @name may be new
 * @name: stable name of a built-in kind, or of one of the case's own
 * @error: DTL_STORE_ERROR
 *
 * Returns: the number of the kind, made if there was none; -1 with @error set
 */
int
dtl_store_intern_kind (DtlStore *self, const char *name, GError **error)
{
  g_autoptr (GPtrArray) names = NULL;
  int kind;

  g_return_val_if_fail (self != NULL && name != NULL, -1);
  DTL_STORE_ASSERT_OWNER (self);

  kind = dtl_term_value (DTL_VOCABULARY_EVENT_KIND, name);
  if (kind >= 0)
    return kind;
  names = dtl_store_get_own_kinds (self, error);
  if (names == NULL)
    return -1;
  kind = find_name (names, name);
  if (kind >= 0)
    return kind;
  if (names->len >= MAX_OWN_KINDS)
    {
      g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_SQL,
                   _ ("“%s” is one kind too many: a case has at most %d of its own. Use one that there is."), name,
                   MAX_OWN_KINDS);
      return -1;
    }
  if (!dtl_store_require_change (self, error) || !insert_kind (self, name, error))
    return -1;
  g_ptr_array_unref (names);
  names = dtl_store_get_own_kinds (self, error);
  return names != NULL ? find_name (names, name) : -1;
}
