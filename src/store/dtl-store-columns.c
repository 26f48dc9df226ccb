/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns, from plain scans of the narrow tables: nothing here joins with a table that has text. What belongs to
 * events that are not accepted is passed over by the builder, which does not know them. */
#include "config.h"

#include "store/dtl-store-private.h"

static gboolean
add_events (DtlStore *self, DtlColumnsBuilder *builder, GError **error)
{
  g_autoptr (GHashTable) own_kinds = dtl_store_map_own_kinds (self, error);
  g_autoptr (DtlSqlStatement) row =
      own_kinds == NULL
          ? NULL
          : dtl_sql_prepare (self->db,
                             "SELECT event_id, importance, kind, own_kind_id, status, assertion, main_role,"
                             " flags FROM event_index WHERE review = 0",
                             error);

  if (row == NULL)
    return FALSE;
  while (dtl_sql_next (row, error))
    {
      DtlColumnsEvent event = { .id = dtl_sql_read_int (row) };
      DtlId own_kind;

      event.importance = (int) dtl_sql_read_int (row);
      event.kind = (int) dtl_sql_read_int (row);
      own_kind = dtl_sql_read_int (row);
      if (own_kind != DTL_ID_NONE)
        event.kind = GPOINTER_TO_INT (g_hash_table_lookup (own_kinds, &own_kind));
      event.status = (DtlStatus) dtl_sql_read_int (row);
      event.assertion = (DtlAssertion) dtl_sql_read_int (row);
      event.main_role = (int) dtl_sql_read_int_or (row, -1);
      event.flags = (int) dtl_sql_read_int (row);
      dtl_columns_builder_add_event (builder, &event);
    }
  return !dtl_sql_has_failed (row);
}

static DtlMark
read_mark (DtlSqlStatement *row)
{
  DtlMark mark = { .claim = dtl_sql_read_int (row) };

  mark.bounds.start_earliest = dtl_sql_read_int (row);
  mark.bounds.start_latest = dtl_sql_read_int (row);
  mark.bounds.end_earliest = dtl_sql_read_int (row);
  mark.bounds.end_latest = dtl_sql_read_int (row);
  mark.bounds.flags = (uint32_t) dtl_sql_read_int (row);
  mark.role = (uint8_t) dtl_sql_read_int (row);
  mark.standing = (uint8_t) dtl_sql_read_int (row);
  mark.limit = (uint8_t) dtl_sql_read_int (row);
  mark.is_derived = (uint8_t) dtl_sql_read_int (row);
  mark.is_stretch = (uint8_t) dtl_sql_read_int (row);
  mark.precision = (uint8_t) dtl_sql_read_int (row);
  mark.is_supplied = (uint8_t) dtl_sql_read_int (row);
  mark.anchor_mark = DTL_NO_MARK;
  return mark;
}

static gboolean
add_marks (DtlStore *self, DtlColumnsBuilder *builder, GError **error)
{
  g_autoptr (DtlSqlStatement) row =
      dtl_sql_prepare (self->db,
                       "SELECT event_id, claim_id, start_earliest_seconds, start_latest_seconds, end_earliest_seconds,"
                       " end_latest_seconds, bound_flags, role, standing, limiting, is_derived, is_stretch,"
                       " date_precision, is_supplied, anchor_claim_id FROM mark_index",
                       error);

  if (row == NULL)
    return FALSE;
  while (dtl_sql_next (row, error))
    {
      DtlId event = dtl_sql_read_int (row);
      DtlMark mark = read_mark (row);

      dtl_columns_builder_add_mark (builder, event, &mark, dtl_sql_read_int (row));
    }
  return !dtl_sql_has_failed (row);
}

static gboolean
add_actors (DtlStore *self, DtlColumnsBuilder *builder, DtlActorTable *actors, GError **error)
{
  g_autoptr (DtlSqlStatement) row = dtl_sql_prepare (self->db, "SELECT event_id, actor_id FROM participation", error);

  if (row == NULL)
    return FALSE;
  while (dtl_sql_next (row, error))
    {
      DtlId event = dtl_sql_read_int (row);
      int64_t index = dtl_actor_table_find_id (actors, dtl_sql_read_int (row));

      if (index >= 0)
        dtl_columns_builder_add_actor (builder, event, (uint32_t) index);
    }
  return !dtl_sql_has_failed (row);
}

/* Which place in @sources each passage's source has: passage id to place + 1. */
static GHashTable *
map_passages (DtlStore *self, GPtrArray *sources, GError **error)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) of_passages = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (DtlSqlStatement) row = dtl_sql_prepare (self->db, "SELECT id, source_id FROM passage", error);

  if (row == NULL)
    return NULL;
  for (guint i = 0; i < sources->len; i++)
    g_hash_table_insert (places, &((DtlSource *) g_ptr_array_index (sources, i))->id, GUINT_TO_POINTER (i + 1));
  while (dtl_sql_next (row, error))
    {
      DtlId passage = dtl_sql_read_int (row);
      DtlId source = dtl_sql_read_int (row);
      gpointer place = g_hash_table_lookup (places, &source);

      if (place != NULL)
        g_hash_table_insert (of_passages, g_memdup2 (&passage, sizeof passage), place);
    }
  return dtl_sql_has_failed (row) ? NULL : g_steal_pointer (&of_passages);
}

static gboolean
add_sources (DtlStore *self, DtlColumnsBuilder *builder, GPtrArray *sources, GError **error)
{
  g_autoptr (GHashTable) of_passages = map_passages (self, sources, error);
  g_autoptr (DtlSqlStatement) row =
      of_passages != NULL ? dtl_sql_prepare (self->db, "SELECT event_id, passage_id FROM evidence", error) : NULL;

  if (row == NULL)
    return FALSE;
  while (dtl_sql_next (row, error))
    {
      DtlId event = dtl_sql_read_int (row);
      DtlId passage = dtl_sql_read_int (row);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (of_passages, &passage));

      if (place > 0)
        dtl_columns_builder_add_source (builder, event, place - 1);
    }
  return !dtl_sql_has_failed (row);
}

DtlColumns *
dtl_store_get_columns (DtlStore *self, DtlActorTable *actors, GPtrArray *sources, GError **error)
{
  g_autoptr (DtlColumnsBuilder) builder = NULL;

  g_return_val_if_fail (self != NULL && actors != NULL && sources != NULL, NULL);
  DTL_STORE_ASSERT_OWNER (self);

  builder = dtl_columns_builder_new ();
  if (!add_events (self, builder, error) || !add_marks (self, builder, error) ||
      !add_actors (self, builder, actors, error) || !add_sources (self, builder, sources, error))
    return NULL;
  return dtl_columns_builder_finish (builder);
}
