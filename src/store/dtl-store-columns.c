/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns, from plain scans of the narrow tables: nothing here joins with a table that has text. What belongs to
 * events that are not accepted is passed over by the builder, which does not know them. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "date/dtl-edtf.h"
#include "store/dtl-store-scan-private.h"

static gboolean
fail_cache (DtlSqlConnection *db, GError **error)
{
  g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_DAMAGED,
               _ ("“%s” is damaged: what it keeps for drawing makes no sense. Open an older copy."),
               dtl_sql_connection_get_name (db));
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

gboolean
dtl_store_scan_events (DtlSqlConnection *db, GHashTable *own_kinds, DtlColumnsBuilder *builder, GError **error)
{
  g_autoptr (DtlSqlStatement) row =
      dtl_sql_prepare (db,
                       "SELECT event_id, importance, kind, own_kind_id, status, assertion, main_role,"
                       " flags FROM event_index WHERE review = 0",
                       error);

  if (row == NULL)
    return FALSE;
  while (dtl_sql_next (row, error))
    {
      DtlColumnsEvent event = { 0 };

      if (!read_event (row, own_kinds, &event))
        return fail_cache (db, error);
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

gboolean
dtl_store_scan_marks (DtlSqlConnection *db, DtlColumnsBuilder *builder, GError **error)
{
  g_autoptr (DtlSqlStatement) row =
      dtl_sql_prepare (db,
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
        return fail_cache (db, error);
      dtl_columns_builder_add_mark (builder, event, &mark, dtl_sql_read_int (row));
    }
  return !dtl_sql_has_failed (row);
}

guint
dtl_store_find_place (const DtlId *ids, guint n, DtlId id)
{
  guint low = 0;
  guint high = n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (ids[middle] < id)
        low = middle + 1;
      else
        high = middle;
    }
  return low < n && ids[low] == id ? low : n;
}

gboolean
dtl_store_scan_participations (DtlSqlConnection *db,
                               const DtlId *actor_ids,
                               guint n_actors,
                               DtlColumnsBuilder *builder,
                               GError **error)
{
  g_autoptr (DtlSqlStatement) row = dtl_sql_prepare (db, "SELECT event_id, actor_id FROM participation", error);

  if (row == NULL)
    return FALSE;
  while (dtl_sql_next (row, error))
    {
      DtlId event = dtl_sql_read_int (row);
      guint place = dtl_store_find_place (actor_ids, n_actors, dtl_sql_read_int (row));

      if (place < n_actors)
        dtl_columns_builder_add_actor (builder, event, place);
    }
  return !dtl_sql_has_failed (row);
}

gboolean
dtl_store_scan_links (DtlSqlConnection *db, DtlColumnsBuilder *builder, GError **error)
{
  g_autoptr (DtlSqlStatement) row = dtl_sql_prepare (db, "SELECT from_id, to_id, type FROM link", error);

  if (row == NULL)
    return FALSE;
  while (dtl_sql_next (row, error))
    {
      DtlId from = dtl_sql_read_int (row);
      DtlId to = dtl_sql_read_int (row);
      g_autofree char *name = dtl_sql_read_text (row);
      int type = dtl_term_value (DTL_VOCABULARY_LINK_TYPE, name);

      if (type < 0)
        return fail_cache (db, error);
      dtl_columns_builder_add_link (builder, from, to, type);
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

/** Pair: two ids, by the first. */
typedef struct
{
  DtlId id;
  DtlId other;
} Pair;

static int
compare_pairs (const void *a, const void *b)
{
  DtlId first = ((const Pair *) a)->id;
  DtlId second = ((const Pair *) b)->id;

  return (first > second) - (first < second);
}

static void
sort_pairs (GArray *pairs)
{
  const Pair *pair = (const Pair *) (const void *) pairs->data;
  gboolean is_sorted = TRUE;

  for (guint i = 1; is_sorted && i < pairs->len; i++)
    is_sorted = pair[i - 1].id <= pair[i].id;
  if (!is_sorted)
    g_array_sort (pairs, compare_pairs);
}

/* What goes with an id, or DTL_ID_NONE. @hint: (inout): where the last one was found, since the next is near */
static DtlId
find_other (const GArray *pairs, DtlId id, guint *hint)
{
  guint low = 0;
  guint high = pairs->len;

  for (guint near = *hint; near < MIN ((guint64) *hint + 2, pairs->len); near++)
    if (g_array_index (pairs, Pair, near).id == id)
      return g_array_index (pairs, Pair, *hint = near).other;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (pairs, Pair, middle).id < id)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == pairs->len || g_array_index (pairs, Pair, low).id != id)
    return DTL_ID_NONE;
  return g_array_index (pairs, Pair, *hint = low).other;
}

/* Pairs of two columns, by the first. (transfer full) (nullable) */
static GArray *
read_pairs (DtlStore *self, const char *sql, GError **error)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_autoptr (DtlSqlStatement) row = dtl_sql_prepare (self->db, sql, error);

  if (row == NULL)
    return NULL;
  while (dtl_sql_next (row, error))
    {
      Pair pair = { .id = dtl_sql_read_int (row) };

      pair.other = dtl_sql_read_int (row);
      g_array_append_val (pairs, pair);
    }
  if (dtl_sql_has_failed (row))
    return NULL;
  sort_pairs (pairs);
  return g_steal_pointer (&pairs);
}

/* The places of sources by id, from 1. */
static GArray *
list_places (const GPtrArray *sources)
{
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (Pair), sources->len);

  for (guint i = 0; i < sources->len; i++)
    {
      Pair pair = { ((const DtlSource *) g_ptr_array_index (sources, i))->id, (DtlId) i + 1 };

      g_array_append_val (places, pair);
    }
  sort_pairs (places);
  return places;
}

GArray *
dtl_store_list_event_sources (DtlStore *self, const GPtrArray *sources, GError **error)
{
  g_autoptr (GArray) places = NULL;
  g_autoptr (GArray) passages = NULL;
  g_autoptr (GArray) evidence = NULL;
  guint passage_hint = 0;
  guint place_hint = 0;

  g_return_val_if_fail (self != NULL && sources != NULL, NULL);
  DTL_STORE_ASSERT_OWNER (self);

  places = list_places (sources);
  passages = read_pairs (self, "SELECT id, source_id FROM passage", error);
  evidence = passages != NULL ? read_pairs (self, "SELECT event_id, passage_id FROM evidence", error) : NULL;
  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    {
      Pair *pair = &g_array_index (evidence, Pair, i);

      /* The source in the place of the passage, from 0; what is not known gets -1. */
      pair->other = find_other (places, find_other (passages, pair->other, &passage_hint), &place_hint) - 1;
    }
  return g_steal_pointer (&evidence);
}

/* The one becomes the other in place. */
G_STATIC_ASSERT (sizeof (Pair) == sizeof (DtlColumnsSource));

gboolean
dtl_store_add_sources (DtlStore *self, DtlColumns *columns, const GPtrArray *sources, GError **error)
{
  g_autoptr (GArray) having = NULL;

  g_return_val_if_fail (columns != NULL, FALSE);

  having = dtl_store_list_event_sources (self, sources, error);
  if (having == NULL)
    return FALSE;
  dtl_columns_set_sources (columns, (const DtlColumnsSource *) (const void *) having->data, having->len);
  return TRUE;
}

DtlColumns *
dtl_store_get_columns (DtlStore *self, DtlActorTable *actors, GPtrArray *sources, GError **error)
{
  g_autoptr (DtlColumnsBuilder) builder = NULL;
  g_autoptr (GHashTable) own_kinds = NULL;
  g_autoptr (DtlColumns) columns = NULL;
  int era_kind;

  g_return_val_if_fail (self != NULL && actors != NULL && sources != NULL, NULL);
  DTL_STORE_ASSERT_OWNER (self);

  own_kinds = dtl_store_map_own_kinds (self, error);
  if (own_kinds == NULL || !dtl_store_find_era_kind (self, &era_kind, error))
    return NULL;
  builder = dtl_columns_builder_new ();
  dtl_columns_builder_set_era_kind (builder, era_kind);
  if (!dtl_store_scan_events (self->db, own_kinds, builder, error) ||
      !dtl_store_scan_marks (self->db, builder, error) || !add_actors (self, builder, actors, error) ||
      !dtl_store_scan_links (self->db, builder, error))
    return NULL;
  columns = dtl_columns_builder_finish (builder);
  return dtl_store_add_sources (self, columns, sources, error) ? g_steal_pointer (&columns) : NULL;
}
