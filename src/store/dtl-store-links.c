/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links from event to event. */
#include "config.h"

#include "store/dtl-store-private.h"

/**
 * dtl_store_put_link:
 * @self: a working copy with an open change
 * @link: from one event to another
 * @error: DTL_STORE_ERROR
 *
 * Returns: whether it was written
 */
gboolean
dtl_store_put_link (DtlStore *self, DtlLink *link, GError **error)
{
  const char *type;
  g_autoptr (DtlSqlStatement) row = NULL;

  g_return_val_if_fail (self != NULL && link != NULL, FALSE);

  type = dtl_store_term (DTL_VOCABULARY_LINK_TYPE, link->type, error);
  if (type == NULL || !dtl_store_require_change (self, error))
    return FALSE;
  row = dtl_sql_prepare (self->db,
                         "INSERT INTO link (id, type, from_id, to_id) VALUES (?1, ?2, ?3, ?4)"
                         " ON CONFLICT (id) DO UPDATE SET type = excluded.type, from_id = excluded.from_id,"
                         " to_id = excluded.to_id",
                         error);
  if (row == NULL)
    return FALSE;
  dtl_store_ensure_id (self, &link->id);
  dtl_sql_add_int (row, link->id);
  dtl_sql_add_text (row, type);
  dtl_sql_add_int (row, link->from);
  dtl_sql_add_int (row, link->to);
  return dtl_sql_run (row, error);
}
