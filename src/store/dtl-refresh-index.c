/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The narrow tables: what layout and lists need of every event and claim, as numbers, without a word of text. Made anew
 * for the touched events, in two passes side by side: events and claims, both by event id. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "date/dtl-edtf.h"
#include "store/dtl-refresh-private.h"

/** Indexing: one event after the other; @claim is the next claim not yet used, or NULL at their end. */
typedef struct
{
  DtlStore *store;
  DtlSqlStatement *claims;
  DtlClaim *claim;
  gboolean is_supplied; /* of @claim */
  GHashTable *supplied; /* id of a derived claim -> whether; each is asked for once, however long the chains are */
} Indexing;

/* What a claim rests on: its anchor, and whether a person supplied it or the publication that it counts from. */
#define STEP_SQL                                                                                                       \
  "SELECT claim.rule_anchor_claim_id, claim.basis = 'supplied' OR COALESCE (source.issued_basis = 'supplied', 0)"      \
  " FROM claim LEFT JOIN source ON source.id = claim.rule_anchor_source_id WHERE claim.id = ?1"

/* CROSS JOIN keeps SQLite from walking through all claims to find those of the few events that were touched. */
#define CLAIMS_SQL                                                                                                     \
  "SELECT " DTL_CLAIM_COLUMNS " FROM temp.touched_event CROSS JOIN " DTL_CLAIM_TABLES                                  \
  " WHERE claim.event_id = touched_event.id"                                                                           \
  " ORDER BY claim.event_id, claim.id"

/* 1 and 2 are DTL_EVENT_HAS_PASSAGE and DTL_EVENT_HAS_FULL_PASSAGE. */
#define EVENTS_SQL                                                                                                     \
  "SELECT event.id, event.kind, event.own_kind_id, event.status, event.assertion, event.review, event.main_role,"      \
  " event.importance,"                                                                                                 \
  " EXISTS (SELECT 1 FROM evidence WHERE evidence.event_id = event.id)"                                                \
  " + 2 * EXISTS (SELECT 1 FROM evidence JOIN anchor ON anchor.passage_id = evidence.passage_id"                       \
  "   JOIN source_text ON source_text.id = anchor.text_id"                                                             \
  "   WHERE evidence.event_id = event.id AND source_text.kind = 'full' AND source_text.is_present)"                    \
  " FROM temp.touched_event CROSS JOIN event ON event.id = touched_event.id ORDER BY event.id"

G_STATIC_ASSERT (DTL_EVENT_HAS_PASSAGE == 1 && DTL_EVENT_HAS_FULL_PASSAGE == 2);

#define PUT_MARK_SQL                                                                                                   \
  "INSERT INTO mark_index (claim_id, event_id, start_earliest_seconds, start_latest_seconds, end_earliest_seconds,"    \
  " end_latest_seconds, bound_flags, role, standing, limiting, is_derived, is_stretch, date_precision, is_supplied,"   \
  " anchor_claim_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)"

#define PUT_EVENT_SQL                                                                                                  \
  "INSERT INTO event_index (event_id, review, start_seconds, end_seconds, kind, own_kind_id, status, assertion,"       \
  " importance, main_role, flags) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"

static gboolean
read_step (Indexing *self, DtlId claim, DtlId *anchor, gboolean *is_supplied, GError **error)
{
  g_autoptr (DtlSqlStatement) row = dtl_sql_prepare (self->store->db, STEP_SQL, error);

  *anchor = DTL_ID_NONE;
  *is_supplied = FALSE;
  if (row == NULL)
    return FALSE;
  dtl_sql_add_int (row, claim);
  if (!dtl_sql_next (row, error))
    return !dtl_sql_has_failed (row);
  *anchor = dtl_sql_read_int (row);
  *is_supplied = dtl_sql_read_int (row) != 0;
  return TRUE;
}

/* Walks from @claim up to what was supplied, to its root, or to one whose answer is known; all on the way have that
 * answer, too. A circle was refused before. */
static gboolean
find_supplied (Indexing *self, DtlId claim, GError **error)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (DtlId));
  gpointer known = NULL;

  self->is_supplied = FALSE;
  while (claim != DTL_ID_NONE && !self->is_supplied)
    {
      if (g_hash_table_lookup_extended (self->supplied, &claim, NULL, &known))
        {
          self->is_supplied = GPOINTER_TO_INT (known);
          break;
        }
      g_array_append_val (path, claim);
      if (!read_step (self, claim, &claim, &self->is_supplied, error))
        return FALSE;
    }
  for (guint i = 0; i < path->len; i++)
    g_hash_table_insert (self->supplied, g_memdup2 (&g_array_index (path, DtlId, i), sizeof (DtlId)),
                         GINT_TO_POINTER (self->is_supplied));
  return TRUE;
}

static gboolean
next_claim (Indexing *self, GError **error)
{
  g_clear_pointer (&self->claim, dtl_claim_free);
  if (!dtl_sql_next (self->claims, error))
    return !dtl_sql_has_failed (self->claims);
  self->claim = dtl_store_read_claim (self->store, self->claims, error);
  if (self->claim == NULL)
    return FALSE;
  self->is_supplied = self->claim->basis == DTL_BASIS_SUPPLIED;
  return !self->claim->has_rule || find_supplied (self, self->claim->id, error);
}

static DtlEdtf *
parse_claim (DtlStore *self, const DtlClaim *claim, GError **error)
{
  DtlEdtf *value = dtl_edtf_parse (claim->edtf != NULL ? claim->edtf : "", error);
  g_autofree char *title = NULL;

  if (value != NULL)
    return value;
  title = dtl_store_get_event_title (self, claim->event, NULL);
  g_prefix_error (error, _ ("The date “%s” of “%s”: "), claim->edtf != NULL ? claim->edtf : "",
                  title != NULL ? title : "");
  return NULL;
}

static gboolean
put_mark (Indexing *self, const DtlEdtf *value, GError **error)
{
  const DtlClaim *claim = self->claim;
  const DtlBounds *bounds = dtl_edtf_get_bounds (value);
  g_autoptr (DtlSqlStatement) row = dtl_sql_prepare (self->store->db, PUT_MARK_SQL, error);

  if (row == NULL)
    return FALSE;
  dtl_sql_add_int (row, claim->id);
  dtl_sql_add_int (row, claim->event);
  dtl_sql_add_int (row, bounds->start_earliest);
  dtl_sql_add_int (row, bounds->start_latest);
  dtl_sql_add_int (row, bounds->end_earliest);
  dtl_sql_add_int (row, bounds->end_latest);
  dtl_sql_add_int (row, bounds->flags);
  dtl_sql_add_int (row, claim->role);
  dtl_sql_add_int (row, claim->standing);
  dtl_sql_add_int (row, claim->limit);
  dtl_sql_add_int (row, claim->has_rule);
  dtl_sql_add_int (row, dtl_edtf_get_shape (value) == DTL_EDTF_ONE_OF);
  dtl_sql_add_int (row, dtl_edtf_get_precision (value));
  dtl_sql_add_int (row, self->is_supplied);
  dtl_sql_add_id (row, claim->rule.anchor_claim);
  return dtl_sql_run (row, error);
}

/** StartSearch: the claim that is an event's start, found as dtl_event_get_start_claim() does. */
typedef struct
{
  int main_role;
  int best_rank; /* DTL_N_ROLES while there is none */
  int64_t start_seconds;
  int64_t end_seconds;
} StartSearch;

static void
consider (StartSearch *search, const DtlClaim *claim, const DtlBounds *bounds)
{
  int rank = (int) claim->role == search->main_role ? -1 : (int) claim->role;

  if (claim->standing != DTL_STANDING_ACCEPTED || rank >= search->best_rank || rank >= DTL_ROLE_ENDED)
    return;
  search->best_rank = rank;
  search->start_seconds = bounds->start_earliest;
  search->end_seconds = bounds->end_latest;
}

static gboolean
index_claim (Indexing *self, DtlId event, StartSearch *search, int *flags, GError **error)
{
  g_autoptr (DtlEdtf) value = parse_claim (self->store, self->claim, error);

  if (value == NULL)
    return FALSE;
  if (self->claim->event != event)
    return TRUE;
  if (self->claim->standing == DTL_STANDING_COMPETING)
    *flags |= DTL_EVENT_HAS_COMPETING;
  consider (search, self->claim, dtl_edtf_get_bounds (value));
  return put_mark (self, value, error);
}

/* A derived claim whose anchor has no date gives no mark. */
static gboolean
has_no_date (const DtlClaim *claim)
{
  return claim->has_rule && claim->edtf == NULL;
}

static gboolean
index_claims (Indexing *self, DtlId event, StartSearch *search, int *flags, GError **error)
{
  while (self->claim != NULL && self->claim->event <= event)
    {
      if (!has_no_date (self->claim) && !index_claim (self, event, search, flags, error))
        return FALSE;
      if (!next_claim (self, error))
        return FALSE;
    }
  return TRUE;
}

/** IndexedEvent: a row of EVENTS_SQL. */
typedef struct
{
  DtlId id;
  int kind; /* -1 for one of the case's own */
  DtlId own_kind;
  int status;
  int assertion;
  int review;
  int main_role; /* -1 for the kind's default */
  int importance;
  int flags;
} IndexedEvent;

static gboolean
read_event (DtlStore *self, DtlSqlStatement *row, IndexedEvent *event, GError **error)
{
  event->id = dtl_sql_read_int (row);
  event->kind = dtl_term_value (DTL_VOCABULARY_EVENT_KIND, dtl_sql_peek_text (row));
  event->own_kind = dtl_sql_read_int (row);
  if (!dtl_store_read_term (row, self, DTL_VOCABULARY_STATUS, &event->status, error) ||
      !dtl_store_read_term (row, self, DTL_VOCABULARY_ASSERTION, &event->assertion, error) ||
      !dtl_store_read_term (row, self, DTL_VOCABULARY_REVIEW, &event->review, error))
    return FALSE;
  event->main_role = dtl_term_value (DTL_VOCABULARY_ROLE, dtl_sql_peek_text (row));
  event->importance = (int) dtl_sql_read_int (row);
  event->flags = (int) dtl_sql_read_int (row);
  return TRUE;
}

static gboolean
put_event (DtlStore *self, const IndexedEvent *event, const StartSearch *search, GError **error)
{
  g_autoptr (DtlSqlStatement) row = dtl_sql_prepare (self->db, PUT_EVENT_SQL, error);

  if (row == NULL)
    return FALSE;
  dtl_sql_add_int (row, event->id);
  dtl_sql_add_int (row, event->review);
  if (search->best_rank < DTL_N_ROLES)
    {
      dtl_sql_add_int (row, search->start_seconds);
      dtl_sql_add_int (row, search->end_seconds);
    }
  else
    {
      dtl_sql_add_null (row);
      dtl_sql_add_null (row);
    }
  dtl_sql_add_int (row, event->kind);
  dtl_sql_add_id (row, event->own_kind);
  dtl_sql_add_int (row, event->status);
  dtl_sql_add_int (row, event->assertion);
  dtl_sql_add_int (row, event->importance);
  if (event->main_role >= 0)
    dtl_sql_add_int (row, event->main_role);
  else
    dtl_sql_add_null (row);
  dtl_sql_add_int (row, event->flags);
  return dtl_sql_run (row, error);
}

static gboolean
index_event (Indexing *self, DtlSqlStatement *row, GError **error)
{
  IndexedEvent event;
  StartSearch search = { .best_rank = DTL_N_ROLES };

  if (!read_event (self->store, row, &event, error))
    return FALSE;
  search.main_role = event.main_role >= 0 ? event.main_role
                                          : (int) dtl_event_kind_main_role (MAX (event.kind, DTL_EVENT_KIND_PROPOSAL));
  if (event.kind < 0)
    search.main_role =
        event.main_role >= 0 ? event.main_role : (int) dtl_event_kind_main_role (DTL_EVENT_KIND_FIRST_OWN);
  return index_claims (self, event.id, &search, &event.flags, error) && put_event (self->store, &event, &search, error);
}

static gboolean
index_all (Indexing *self, GError **error)
{
  g_autoptr (DtlSqlStatement) row = dtl_sql_prepare (self->store->db, EVENTS_SQL, error);

  if (row == NULL || !next_claim (self, error))
    return FALSE;
  while (dtl_sql_next (row, error))
    {
      if (!index_event (self, row, error))
        return FALSE;
    }
  return !dtl_sql_has_failed (row);
}

/* What hangs on a touched text or passage is touched, too; then what is touched is taken out. */
#define PREPARE_SQL                                                                                                    \
  "INSERT OR IGNORE INTO temp.touched_passage (id) SELECT passage_id FROM anchor"                                      \
  " WHERE text_id IN (SELECT id FROM temp.touched_text);"                                                              \
  "INSERT OR IGNORE INTO temp.touched_event (id) SELECT event_id FROM evidence"                                        \
  " WHERE passage_id IN (SELECT id FROM temp.touched_passage);"                                                        \
  "DELETE FROM mark_index WHERE event_id IN (SELECT id FROM temp.touched_event);"                                      \
  "DELETE FROM event_index WHERE event_id IN (SELECT id FROM temp.touched_event);"

gboolean
dtl_refresh_index (DtlStore *self, GError **error)
{
  g_autoptr (GHashTable) supplied = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Indexing indexing = { .store = self, .supplied = supplied };
  gboolean is_done;

  if (!dtl_sql_exec (self->db, PREPARE_SQL, error))
    return FALSE;
  indexing.claims = dtl_sql_prepare (self->db, CLAIMS_SQL, error);
  if (indexing.claims == NULL)
    return FALSE;
  is_done = index_all (&indexing, error);
  dtl_claim_free (indexing.claim);
  dtl_sql_statement_release (indexing.claims);
  return is_done;
}

/**
 * dtl_store_refresh:
 * @self: a working copy with an open change
 * @error: DTL_STORE_ERROR, DTL_MODEL_ERROR, DTL_DATE_ERROR
 *
 * Brings the caches up to what the open change has done so far: values of derived claims, narrow tables, full-text
 * index. Committing does it by itself; calling it before shows the values inside the change.
 *
 * Returns: whether everything could be computed
 */
gboolean
dtl_store_refresh (DtlStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!dtl_store_require_change (self, error))
    return FALSE;
  return dtl_refresh_derived (self, error) && dtl_store_index_touched (self, error) && dtl_refresh_index (self, error);
}
