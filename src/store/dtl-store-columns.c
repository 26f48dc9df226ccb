/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns, from plain scans of the narrow tables: nothing here joins with a table that has text. What belongs to
 * events that are not accepted is passed over by the builder, which does not know them. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "date/dtl-edtf.h"
#include "store/dtl-store-private.h"

static gboolean
fail_cache (DtlStore *self, GError **error)
{
  g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_DAMAGED,
               _ ("“%s” is damaged: what it keeps for drawing makes no sense. Open an older copy."),
               dtl_sql_connection_get_name (self->db));
  return FALSE;
}

/* The narrow tables hold numbers that others use as indexes, and may come from anybody's file. */
static gboolean
read_term (DtlSqlStatement *row, DtlVocabulary vocabulary, int *value)
{
  int64_t number = dtl_sql_read_int (row);

  if (number < 0 || number > G_MAXUINT8 || dtl_term_name (vocabulary, (int) number) == NULL)
    return FALSE;
  *value = (int) number;
  return TRUE;
}

static gboolean
read_kind (DtlSqlStatement *row, GHashTable *own_kinds, int *kind)
{
  int64_t number = dtl_sql_read_int (row);
  DtlId own_kind = dtl_sql_read_int (row);

  if (own_kind != DTL_ID_NONE)
    number = GPOINTER_TO_INT (g_hash_table_lookup (own_kinds, &own_kind));
  *kind = (int) number;
  return number >= 0 && number <= G_MAXUINT8 &&
         (own_kind != DTL_ID_NONE ? number >= DTL_EVENT_KIND_FIRST_OWN
                                  : dtl_term_name (DTL_VOCABULARY_EVENT_KIND, *kind) != NULL);
}

static gboolean
read_event (DtlSqlStatement *row, GHashTable *own_kinds, DtlColumnsEvent *event)
{
  int status = 0;
  int assertion = 0;
  int64_t main_role;

  event->id = dtl_sql_read_int (row);
  event->importance = (int) dtl_sql_read_int (row);
  if (!read_kind (row, own_kinds, &event->kind) || !read_term (row, DTL_VOCABULARY_STATUS, &status) ||
      !read_term (row, DTL_VOCABULARY_ASSERTION, &assertion))
    return FALSE;
  event->status = status;
  event->assertion = assertion;
  main_role = dtl_sql_read_int_or (row, -1);
  event->main_role = (int) main_role;
  event->flags = (int) dtl_sql_read_int (row);
  return main_role >= -1 && main_role < DTL_N_ROLES;
}

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
      DtlColumnsEvent event = { 0 };

      if (!read_event (row, own_kinds, &event))
        return fail_cache (self, error);
      dtl_columns_builder_add_event (builder, &event);
    }
  return !dtl_sql_has_failed (row);
}

static gboolean
read_bounds (DtlSqlStatement *row, DtlBounds *bounds)
{
  bounds->start_earliest = dtl_sql_read_int (row);
  bounds->start_latest = dtl_sql_read_int (row);
  bounds->end_earliest = dtl_sql_read_int (row);
  bounds->end_latest = dtl_sql_read_int (row);
  bounds->flags = (uint32_t) dtl_sql_read_int (row);
  return bounds->start_earliest <= bounds->start_latest && bounds->end_earliest <= bounds->end_latest &&
         bounds->start_earliest <= bounds->end_earliest && bounds->start_latest <= bounds->end_latest;
}

static gboolean
read_mark (DtlSqlStatement *row, DtlMark *mark)
{
  int role = 0;
  int standing = 0;
  int limit = 0;
  int64_t precision;

  mark->claim = dtl_sql_read_int (row);
  if (!read_bounds (row, &mark->bounds) || !read_term (row, DTL_VOCABULARY_ROLE, &role) ||
      !read_term (row, DTL_VOCABULARY_STANDING, &standing) || !read_term (row, DTL_VOCABULARY_LIMIT, &limit))
    return FALSE;
  mark->role = (uint8_t) role;
  mark->standing = (uint8_t) standing;
  mark->limit = (uint8_t) limit;
  mark->is_derived = dtl_sql_read_int (row) != 0;
  mark->is_stretch = dtl_sql_read_int (row) != 0;
  precision = dtl_sql_read_int (row);
  mark->precision = (uint8_t) precision;
  mark->is_supplied = dtl_sql_read_int (row) != 0;
  mark->anchor_mark = DTL_NO_MARK;
  return precision >= DTL_PRECISION_YEAR && precision <= DTL_PRECISION_SECOND;
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
      DtlMark mark = { 0 };

      if (!read_mark (row, &mark))
        return fail_cache (self, error);
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
