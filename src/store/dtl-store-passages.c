/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passages and their anchors. */
#include "config.h"

#include "store/dtl-store-private.h"

static gboolean
put_row (DtlStore *self, const DtlPassage *passage, GError **error)
{
  g_autoptr (DtlSqlStatement) row =
      dtl_sql_prepare (self->db,
                       "INSERT INTO passage (id, source_id, page, paragraph, line, attributed_to_id)"
                       " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
                       " ON CONFLICT (id) DO UPDATE SET source_id = excluded.source_id, page = excluded.page,"
                       " paragraph = excluded.paragraph, line = excluded.line,"
                       " attributed_to_id = excluded.attributed_to_id",
                       error);

  if (row == NULL)
    return FALSE;
  dtl_sql_add_int (row, passage->id);
  dtl_sql_add_int (row, passage->source);
  dtl_sql_add_id (row, passage->page);
  dtl_sql_add_id (row, passage->paragraph);
  dtl_sql_add_id (row, passage->line);
  dtl_sql_add_id (row, passage->attributed_to);
  return dtl_sql_run (row, error);
}

/* The anchor keeps the hash of the text that it was set in, so that a text that changed under it can be found out. It
 * takes the text's new hash only when the anchor itself is set anew. */
#define PUT_ANCHOR_SQL                                                                                                 \
  "INSERT INTO anchor (id, passage_id, text_id, text_sha256, start_cp, end_cp, exact, prefix, suffix)"                 \
  " VALUES (?1, ?2, ?3, COALESCE ((SELECT sha256 FROM source_text WHERE id = ?3), printf ('%064d', 0)), ?4, ?5, ?6,"   \
  " ?7, ?8)"                                                                                                           \
  " ON CONFLICT (id) DO UPDATE SET passage_id = excluded.passage_id, text_id = excluded.text_id,"                      \
  " text_sha256 = iif (text_id = excluded.text_id AND start_cp = excluded.start_cp AND end_cp = excluded.end_cp"       \
  "  AND exact IS excluded.exact, text_sha256, excluded.text_sha256),"                                                 \
  " start_cp = excluded.start_cp, end_cp = excluded.end_cp, exact = excluded.exact, prefix = excluded.prefix,"         \
  " suffix = excluded.suffix"

static gboolean
put_anchor (DtlStore *self, DtlAnchor *anchor, GError **error)
{
  g_autoptr (DtlSqlStatement) row = dtl_sql_prepare (self->db, PUT_ANCHOR_SQL, error);

  if (row == NULL)
    return FALSE;
  dtl_store_ensure_id (self, &anchor->id);
  dtl_sql_add_int (row, anchor->id);
  dtl_sql_add_int (row, anchor->passage);
  dtl_sql_add_int (row, anchor->text);
  dtl_sql_add_int (row, anchor->start_cp);
  dtl_sql_add_int (row, anchor->end_cp);
  dtl_sql_add_text (row, anchor->exact);
  dtl_sql_add_text (row, anchor->prefix);
  dtl_sql_add_text (row, anchor->suffix);
  return dtl_sql_run (row, error);
}

static gboolean
put_anchors (DtlStore *self, DtlPassage *passage, GError **error)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < passage->anchors->len; i++)
    {
      DtlAnchor *anchor = g_ptr_array_index (passage->anchors, i);

      anchor->passage = passage->id;
      if (!put_anchor (self, anchor, error))
        return FALSE;
      g_hash_table_add (kept, &anchor->id);
    }
  return self->is_bulk || dtl_store_delete_others (self, "anchor", "passage_id", passage->id, kept, error);
}

/**
 * dtl_store_put_passage:
 * @self: a working copy with an open change
 * @passage: written with its anchors; those that it has no more are taken away
 * @error: DTL_STORE_ERROR
 *
 * Returns: whether it was written
 */
gboolean
dtl_store_put_passage (DtlStore *self, DtlPassage *passage, GError **error)
{
  g_return_val_if_fail (self != NULL && passage != NULL, FALSE);

  if (!dtl_store_require_change (self, error))
    return FALSE;
  dtl_store_ensure_id (self, &passage->id);
  return put_row (self, passage, error) && put_anchors (self, passage, error);
}

/* --- reading ---------------------------------------------------------------------------------------------------- */

/* One row an anchor; a passage without anchors has one row, too. The place of a passage is that of its first anchor. */
#define GET_SQL(where)                                                                                                 \
  "SELECT passage.id, passage.source_id, passage.page, passage.paragraph, passage.line, passage.attributed_to_id,"     \
  " anchor.id, anchor.text_id, anchor.start_cp, anchor.end_cp, anchor.exact, anchor.prefix, anchor.suffix"             \
  " FROM passage LEFT JOIN anchor ON anchor.passage_id = passage.id" where                                             \
  " ORDER BY passage.source_id, (SELECT start_cp FROM anchor AS first WHERE first.passage_id = passage.id"             \
  "  ORDER BY text_id LIMIT 1), passage.id, anchor.text_id, anchor.id"

static DtlPassage *
read_passage (DtlSqlStatement *row, DtlId id)
{
  DtlPassage *passage = dtl_passage_new ();

  passage->id = id;
  passage->source = dtl_sql_read_int (row);
  passage->page = (int) dtl_sql_read_int (row);
  passage->paragraph = (int) dtl_sql_read_int (row);
  passage->line = (int) dtl_sql_read_int (row);
  passage->attributed_to = dtl_sql_read_int (row);
  return passage;
}

static void
skip_passage (DtlSqlStatement *row)
{
  for (int i = 0; i < 5; i++)
    dtl_sql_read_int (row);
}

static void
read_anchor (DtlSqlStatement *row, DtlPassage *passage)
{
  DtlId id = dtl_sql_read_int (row);
  DtlAnchor *anchor;

  if (id == DTL_ID_NONE)
    return;
  anchor = dtl_anchor_new ();
  anchor->id = id;
  anchor->passage = passage->id;
  anchor->text = dtl_sql_read_int (row);
  anchor->start_cp = dtl_sql_read_int (row);
  anchor->end_cp = dtl_sql_read_int (row);
  anchor->exact = dtl_sql_read_text (row);
  anchor->prefix = dtl_sql_read_text (row);
  anchor->suffix = dtl_sql_read_text (row);
  g_ptr_array_add (passage->anchors, anchor);
}

static GPtrArray *
read_passages (DtlSqlStatement *row, GError **error)
{
  g_autoptr (GPtrArray) passages = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_passage_free);
  DtlPassage *passage = NULL;

  while (dtl_sql_next (row, error))
    {
      DtlId id = dtl_sql_read_int (row);

      if (passage != NULL && passage->id == id)
        skip_passage (row);
      else
        {
          passage = read_passage (row, id);
          g_ptr_array_add (passages, passage);
        }
      read_anchor (row, passage);
    }
  return dtl_sql_has_failed (row) ? NULL : g_steal_pointer (&passages);
}

/** dtl_store_get_passage: Returns: (transfer full) (nullable): the passage; NULL without error if there is none */
DtlPassage *
dtl_store_get_passage (DtlStore *self, DtlId passage, GError **error)
{
  g_autoptr (DtlSqlStatement) row = NULL;
  g_autoptr (GPtrArray) found = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  DTL_STORE_ASSERT_OWNER (self);

  row = dtl_sql_prepare (self->db, GET_SQL (" WHERE passage.id = ?1"), error);
  if (row == NULL)
    return NULL;
  dtl_sql_add_int (row, passage);
  found = read_passages (row, error);
  return found != NULL && found->len > 0 ? g_ptr_array_steal_index (found, 0) : NULL;
}

GPtrArray *
dtl_store_get_passages (DtlStore *self, DtlId source, GError **error)
{
  g_autoptr (DtlSqlStatement) row = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  DTL_STORE_ASSERT_OWNER (self);

  row = dtl_sql_prepare (self->db, source != DTL_ID_NONE ? GET_SQL (" WHERE passage.source_id = ?1") : GET_SQL (""),
                         error);
  if (row == NULL)
    return NULL;
  if (source != DTL_ID_NONE)
    dtl_sql_add_int (row, source);
  return read_passages (row, error);
}

GArray *
dtl_store_get_events_of_passage (DtlStore *self, DtlId passage, GError **error)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (DtlId));
  g_autoptr (DtlSqlStatement) row = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  DTL_STORE_ASSERT_OWNER (self);

  row = dtl_sql_prepare (self->db,
                         "SELECT DISTINCT evidence.event_id FROM evidence"
                         " JOIN event_index USING (event_id) WHERE evidence.passage_id = ?1"
                         " ORDER BY event_index.start_seconds IS NULL, event_index.start_seconds, evidence.event_id",
                         error);
  if (row == NULL)
    return NULL;
  dtl_sql_add_int (row, passage);
  while (dtl_sql_next (row, error))
    {
      DtlId event = dtl_sql_read_int (row);

      g_array_append_val (events, event);
    }
  return dtl_sql_has_failed (row) ? NULL : g_steal_pointer (&events);
}
