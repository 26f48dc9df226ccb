/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading events: one, some, or all of a review state; with each table of children read once, whatever the number. */
#include "config.h"

#include "store/dtl-store-private.h"
#include "store/dtl-store-words-private.h"

/* Every statement comes in these scopes; ?1 is the event, the name of the review state, or a list of events as JSON. */
#define SCOPED(select, table, column, order)                                                                           \
  {                                                                                                                    \
    select " WHERE " table "." column " = ?1 " order,                                                                  \
        select " WHERE " table "." column " IN (SELECT id FROM event WHERE review = ?1) " order,                       \
        select " WHERE " table "." column " IN (SELECT value FROM json_each (?1)) " order,                             \
  }

/** Loading: @events owns them in their order, @by_id finds them. */
typedef struct
{
  DtlStore *store;
  DtlEventScope scope;
  DtlId event;
  const char *given; /* what ?1 is where it is text */
  GPtrArray *events;
  GHashTable *by_id;
  GHashTable *own_kinds;
} Loading;

static DtlSqlStatement *
prepare (const Loading *self, const char *const *sql, GError **error)
{
  DtlSqlStatement *row = dtl_sql_prepare (self->store->db, sql[self->scope], error);

  if (row != NULL && self->scope == DTL_EVENT_SCOPE_ONE)
    dtl_sql_add_int (row, self->event);
  else if (row != NULL)
    dtl_sql_add_text (row, self->given);
  return row;
}

/* --- the events themselves -------------------------------------------------------------------------------------- */

static gboolean
read_kind (const Loading *self, DtlSqlStatement *row, DtlEvent *event)
{
  const char *name = dtl_sql_peek_text (row);
  DtlId own_kind;
  gpointer number = NULL;

  event->kind = dtl_term_value (DTL_VOCABULARY_EVENT_KIND, name);
  own_kind = dtl_sql_read_int (row);
  if (event->kind < 0 && g_hash_table_lookup_extended (self->own_kinds, &own_kind, NULL, &number))
    event->kind = GPOINTER_TO_INT (number);
  event->kind_name = dtl_sql_read_text (row);
  if (event->kind < 0)
    event->kind = DTL_EVENT_KIND_OTHER;
  return TRUE;
}

static gboolean
read_terms (const Loading *self, DtlSqlStatement *row, DtlEvent *event, GError **error)
{
  int status = 0;
  int assertion = 0;
  int review = 0;

  if (!dtl_store_read_term (row, self->store, DTL_VOCABULARY_STATUS, &status, error) ||
      !dtl_store_read_term (row, self->store, DTL_VOCABULARY_ASSERTION, &assertion, error) ||
      !dtl_store_read_term (row, self->store, DTL_VOCABULARY_REVIEW, &review, error))
    return FALSE;
  event->status = status;
  event->assertion = assertion;
  event->review = review;
  event->main_role = dtl_term_value (DTL_VOCABULARY_ROLE, dtl_sql_peek_text (row));
  return TRUE;
}

static gboolean
read_event (Loading *self, DtlSqlStatement *row, GError **error)
{
  DtlEvent *event = dtl_event_new ();

  g_ptr_array_add (self->events, event);
  event->id = dtl_sql_read_int (row);
  event->title = dtl_sql_read_text (row);
  event->summary = dtl_sql_read_text (row);
  event->status_passage = dtl_sql_read_int (row);
  event->status_as_of = dtl_sql_read_text (row);
  event->importance = (int) dtl_sql_read_int (row);
  g_hash_table_insert (self->by_id, &event->id, event);
  return read_kind (self, row, event) && read_terms (self, row, event, error);
}

#define EVENT_SQL(where)                                                                                               \
  "SELECT event.id, event.title, event.summary, event.status_passage_id, event.status_as_of, event.importance,"        \
  " event.kind, event.own_kind_id, COALESCE (kind.name, event.kind), event.status, event.assertion, event.review,"     \
  " event.main_role FROM event LEFT JOIN kind ON kind.id = event.own_kind_id"                                          \
  " LEFT JOIN event_index ON event_index.event_id = event.id WHERE " where                                             \
  " ORDER BY event_index.start_seconds IS NULL, event_index.start_seconds, event_index.end_seconds, event.id"

static gboolean
read_events (Loading *self, GError **error)
{
  static const char *const sql[] = { EVENT_SQL ("event.id = ?1"), EVENT_SQL ("event.review = ?1"),
                                     EVENT_SQL ("event.id IN (SELECT value FROM json_each (?1))") };
  g_autoptr (DtlSqlStatement) row = NULL;

  self->own_kinds = dtl_store_map_own_kinds (self->store, error);
  row = self->own_kinds != NULL ? prepare (self, sql, error) : NULL;
  if (row == NULL)
    return FALSE;
  while (dtl_sql_next (row, error))
    {
      if (!read_event (self, row, error))
        return FALSE;
    }
  return !dtl_sql_has_failed (row);
}

/* --- what belongs to them --------------------------------------------------------------------------------------- */

static DtlEvent *
find_event (const Loading *self, DtlId id)
{
  return g_hash_table_lookup (self->by_id, &id);
}

static gboolean
read_participations (const Loading *self, GError **error)
{
  static const char *const sql[] = SCOPED ("SELECT event_id, id, actor_id, role FROM participation", "participation",
                                           "event_id", "ORDER BY event_id, ordinal, id");
  g_autoptr (DtlSqlStatement) row = prepare (self, sql, error);

  if (row == NULL)
    return FALSE;
  while (dtl_sql_next (row, error))
    {
      DtlEvent *event = find_event (self, dtl_sql_read_int (row));
      DtlParticipation *participation;

      if (event == NULL)
        continue;
      participation = dtl_participation_new (DTL_ID_NONE, NULL);
      participation->id = dtl_sql_read_int (row);
      participation->actor = dtl_sql_read_int (row);
      participation->role = dtl_sql_read_text (row);
      g_ptr_array_add (event->participations, participation);
    }
  return !dtl_sql_has_failed (row);
}

static gboolean
read_evidence (const Loading *self, GError **error)
{
  static const char *const sql[] = SCOPED ("SELECT event_id, id, passage_id, stance FROM evidence", "evidence",
                                           "event_id", "ORDER BY event_id, ordinal, id");
  g_autoptr (DtlSqlStatement) row = prepare (self, sql, error);

  if (row == NULL)
    return FALSE;
  while (dtl_sql_next (row, error))
    {
      DtlEvent *event = find_event (self, dtl_sql_read_int (row));
      DtlEvidence *evidence;
      int stance = 0;

      if (event == NULL)
        continue;
      evidence = dtl_evidence_new (DTL_ID_NONE, DTL_STANCE_SUPPORTS);
      g_ptr_array_add (event->evidence, evidence);
      evidence->id = dtl_sql_read_int (row);
      evidence->passage = dtl_sql_read_int (row);
      if (!dtl_store_read_term (row, self->store, DTL_VOCABULARY_STANCE, &stance, error))
        return FALSE;
      evidence->stance = stance;
    }
  return !dtl_sql_has_failed (row);
}

static gboolean
read_claims (const Loading *self, GError **error)
{
  static const char *const sql[] = SCOPED ("SELECT " DTL_CLAIM_COLUMNS " FROM " DTL_CLAIM_TABLES, "claim", "event_id",
                                           "ORDER BY claim.event_id, claim.id");
  static const char *const sql_1[] = SCOPED ("SELECT " DTL_CLAIM_COLUMNS_1 " FROM " DTL_CLAIM_TABLES, "claim",
                                             "event_id", "ORDER BY claim.event_id, claim.id");
  g_autoptr (DtlSqlStatement) row = prepare (self, self->store->version < 2 ? sql_1 : sql, error);

  if (row == NULL)
    return FALSE;
  while (dtl_sql_next (row, error))
    {
      g_autoptr (DtlClaim) claim = dtl_store_read_claim (self->store, row, error);
      DtlEvent *event;

      if (claim == NULL)
        return FALSE;
      event = find_event (self, claim->event);
      if (event != NULL)
        g_ptr_array_add (event->claims, g_steal_pointer (&claim));
    }
  return !dtl_sql_has_failed (row);
}

static gboolean
read_links (const Loading *self, GError **error)
{
  static const char *const sql[] =
      SCOPED ("SELECT from_id, id, to_id, type FROM link", "link", "from_id", "ORDER BY from_id, id");
  g_autoptr (DtlSqlStatement) row = prepare (self, sql, error);

  if (row == NULL)
    return FALSE;
  while (dtl_sql_next (row, error))
    {
      DtlEvent *event = find_event (self, dtl_sql_read_int (row));
      DtlLink *link;
      int type = 0;

      if (event == NULL)
        continue;
      link = dtl_link_new ();
      g_ptr_array_add (event->links, link);
      link->id = dtl_sql_read_int (row);
      link->from = event->id;
      link->to = dtl_sql_read_int (row);
      if (!dtl_store_read_term (row, self->store, DTL_VOCABULARY_LINK_TYPE, &type, error))
        return FALSE;
      link->type = type;
    }
  return !dtl_sql_has_failed (row);
}

static gboolean
read_tags (const Loading *self, GError **error)
{
  static const char *const sql[] =
      SCOPED ("SELECT event_id, name FROM tag", "tag", "event_id", "ORDER BY event_id, ordinal, id");
  g_autoptr (DtlSqlStatement) row = prepare (self, sql, error);
  g_autoptr (GHashTable) words = row != NULL ? dtl_store_collect_words (row, error) : NULL;

  if (words == NULL)
    return FALSE;
  for (guint i = 0; i < self->events->len; i++)
    {
      DtlEvent *event = g_ptr_array_index (self->events, i);

      g_strfreev (event->tags);
      event->tags = dtl_store_take_words (words, event->id);
    }
  return TRUE;
}

static GPtrArray *
load (Loading *self, GError **error)
{
  gboolean is_loaded;

  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_event_free);
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  is_loaded = read_events (self, error) && read_participations (self, error) && read_evidence (self, error) &&
              read_claims (self, error) && read_links (self, error) && read_tags (self, error);
  g_hash_table_unref (self->by_id);
  g_clear_pointer (&self->own_kinds, g_hash_table_unref);
  if (!is_loaded)
    g_clear_pointer (&self->events, g_ptr_array_unref);
  return self->events;
}

DtlEvent *
dtl_store_get_event (DtlStore *self, DtlId event, GError **error)
{
  Loading loading = { .store = self, .scope = DTL_EVENT_SCOPE_ONE, .event = event };
  g_autoptr (GPtrArray) events = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  DTL_STORE_ASSERT_OWNER (self);

  events = load (&loading, error);
  return events != NULL && events->len > 0 ? g_ptr_array_steal_index (events, 0) : NULL;
}

GPtrArray *
dtl_store_get_events (DtlStore *self, DtlReview review, GError **error)
{
  Loading loading = { .store = self, .scope = DTL_EVENT_SCOPE_REVIEW };

  g_return_val_if_fail (self != NULL, NULL);
  DTL_STORE_ASSERT_OWNER (self);

  loading.given = dtl_store_term (DTL_VOCABULARY_REVIEW, review, error);
  return loading.given != NULL ? load (&loading, error) : NULL;
}

static char *
list_as_json (const DtlId *events, guint n_events)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; i < n_events; i++)
    g_string_append_printf (json, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", (gint64) events[i]);
  g_string_append_c (json, ']');
  return g_string_free (json, FALSE);
}

/* In the order of @events; what is not among @found is NULL. Empties @found. */
static GPtrArray *
put_in_order (GPtrArray *found, const DtlId *events, guint n_events)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  GPtrArray *ordered = g_ptr_array_new_full (n_events, (GDestroyNotify) dtl_event_free);

  for (guint i = 0; i < found->len; i++)
    g_hash_table_insert (by_id, &((DtlEvent *) g_ptr_array_index (found, i))->id, g_ptr_array_index (found, i));
  for (guint i = 0; i < n_events; i++)
    {
      DtlEvent *event = g_hash_table_lookup (by_id, &events[i]);

      if (event != NULL)
        g_hash_table_steal (by_id, &events[i]);
      g_ptr_array_add (ordered, event);
    }
  g_ptr_array_set_free_func (found, NULL);
  return ordered;
}

/**
 * dtl_store_get_some_events:
 * @events: (array length=n_events): ids, each once
 * @error: DTL_STORE_ERROR
 *
 * Asks as often for many as for one: who goes through a large case gives a few hundred at a time.
 *
 * Returns: (transfer full) (nullable) (element-type DtlEvent)
 */
GPtrArray *
dtl_store_get_some_events (DtlStore *self, const DtlId *events, guint n_events, GError **error)
{
  Loading loading = { .store = self, .scope = DTL_EVENT_SCOPE_SOME };
  g_autofree char *json = NULL;
  g_autoptr (GPtrArray) found = NULL;

  g_return_val_if_fail (self != NULL && (events != NULL || n_events == 0), NULL);
  DTL_STORE_ASSERT_OWNER (self);

  loading.given = json = list_as_json (events, n_events);
  found = load (&loading, error);
  return found != NULL ? put_in_order (found, events, n_events) : NULL;
}

/* --- titles ----------------------------------------------------------------------------------------------------- */

/** dtl_store_get_event_title: Returns: (transfer full) (nullable): NULL without error if there is no such event */
char *
dtl_store_get_event_title (DtlStore *self, DtlId event, GError **error)
{
  g_autoptr (DtlSqlStatement) row = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  DTL_STORE_ASSERT_OWNER (self);

  row = dtl_sql_prepare (self->db, "SELECT title FROM event WHERE id = ?1", error);
  if (row == NULL)
    return NULL;
  dtl_sql_add_int (row, event);
  return dtl_sql_next (row, error) ? dtl_sql_read_text (row) : NULL;
}

GPtrArray *
dtl_store_get_titles (DtlStore *self, const DtlId *events, guint n_events, GError **error)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_full (n_events, g_free);
  g_autoptr (DtlSqlStatement) row = NULL;

  g_return_val_if_fail (self != NULL && (events != NULL || n_events == 0), NULL);
  DTL_STORE_ASSERT_OWNER (self);

  row = dtl_sql_prepare (self->db, "SELECT (SELECT title FROM event WHERE id = ?1)", error);
  if (row == NULL)
    return NULL;
  for (guint i = 0; i < n_events; i++)
    {
      dtl_sql_add_int (row, events[i]);
      if (!dtl_sql_next (row, error))
        return NULL;
      g_ptr_array_add (titles, dtl_sql_read_text (row));
      if (!dtl_sql_run (row, error))
        return NULL;
    }
  return g_steal_pointer (&titles);
}

/* --- labels ----------------------------------------------------------------------------------------------------- */

/** dtl_label_data_clear: @self: frees its strings */
void
dtl_label_data_clear (DtlLabelData *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->start_edtf, g_free);
  g_clear_pointer (&self->end_edtf, g_free);
}

#define DATE_SQL(claim)                                                                                                \
  "(SELECT COALESCE (claim.edtf, claim_value.edtf) FROM " DTL_CLAIM_TABLES " WHERE claim.id = " claim ")"

gboolean
dtl_store_get_label_data (DtlStore *self,
                          DtlId event,
                          DtlId start_claim,
                          DtlId end_claim,
                          DtlLabelData *label,
                          GError **error)
{
  g_autoptr (DtlSqlStatement) row = NULL;

  g_return_val_if_fail (self != NULL && label != NULL, FALSE);
  DTL_STORE_ASSERT_OWNER (self);

  *label = (DtlLabelData){ NULL };
  row = dtl_sql_prepare (
      self->db, "SELECT title, " DATE_SQL ("?2") ", " DATE_SQL ("?3") " FROM event WHERE event.id = ?1", error);
  if (row == NULL)
    return FALSE;
  dtl_sql_add_int (row, event);
  dtl_sql_add_id (row, start_claim);
  dtl_sql_add_id (row, end_claim);
  if (!dtl_sql_next (row, error))
    return !dtl_sql_has_failed (row);
  label->title = dtl_sql_read_text (row);
  label->start_edtf = dtl_sql_read_text (row);
  label->end_edtf = dtl_sql_read_text (row);
  return TRUE;
}
