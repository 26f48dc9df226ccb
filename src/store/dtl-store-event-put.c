/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing and deleting events with all that belongs to them. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "date/dtl-edtf.h"
#include "store/dtl-store-private.h"
#include "store/dtl-store-words-private.h"

#define INSERT_SQL                                                                                                     \
  "INSERT INTO event (id, title, summary, kind, own_kind_id, status, status_passage_id, status_as_of, assertion,"      \
  " importance, review, main_role) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"

/* What the machine noted about a proposal is not in the record and stays as it is. */
#define UPSERT_SQL                                                                                                     \
  INSERT_SQL                                                                                                           \
  " ON CONFLICT (id) DO UPDATE SET title = excluded.title, summary = excluded.summary, kind = excluded.kind,"          \
  " own_kind_id = excluded.own_kind_id, status = excluded.status, status_passage_id = excluded.status_passage_id,"     \
  " status_as_of = excluded.status_as_of, assertion = excluded.assertion, importance = excluded.importance,"           \
  " review = excluded.review, main_role = excluded.main_role"

/** EventTerms: what stands in a row for the numbers of the record. */
typedef struct
{
  const char *kind;
  DtlId own_kind;
  const char *status;
  const char *assertion;
  const char *review;
  const char *main_role;
} EventTerms;

static gboolean
find_kind (DtlStore *self, const DtlEvent *event, EventTerms *terms, GError **error)
{
  terms->kind = dtl_term_name (DTL_VOCABULARY_EVENT_KIND, event->kind);
  if (terms->kind != NULL)
    return TRUE;
  terms->kind = "own";
  terms->own_kind = dtl_store_find_own_kind (self, event->kind, error);
  return terms->own_kind != DTL_ID_NONE;
}

static gboolean
find_terms (DtlStore *self, const DtlEvent *event, EventTerms *terms, GError **error)
{
  *terms = (EventTerms){ NULL };
  return find_kind (self, event, terms, error) &&
         (terms->status = dtl_store_term (DTL_VOCABULARY_STATUS, event->status, error)) != NULL &&
         (terms->assertion = dtl_store_term (DTL_VOCABULARY_ASSERTION, event->assertion, error)) != NULL &&
         (terms->review = dtl_store_term (DTL_VOCABULARY_REVIEW, event->review, error)) != NULL &&
         (event->main_role < 0 ||
          (terms->main_role = dtl_store_term (DTL_VOCABULARY_ROLE, event->main_role, error)) != NULL);
}

static gboolean
check_event (const DtlEvent *event, GError **error)
{
  g_autoptr (DtlEdtf) as_of = NULL;

  if (event->title == NULL || event->title[0] == '\0')
    {
      g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_SQL, _ ("Nothing was stored: an event needs a title."));
      return FALSE;
    }
  if (event->status_as_of == NULL)
    return TRUE;
  as_of = dtl_edtf_parse (event->status_as_of, error);
  if (as_of == NULL)
    g_prefix_error (error, _ ("The day of the status of “%s”: "), event->title);
  return as_of != NULL;
}

static gboolean
put_row (DtlStore *self, DtlEvent *event, const EventTerms *terms, GError **error)
{
  g_autoptr (DtlSqlStatement) row = dtl_store_prepare_put (self, &event->id, INSERT_SQL, UPSERT_SQL, error);

  if (row == NULL)
    return FALSE;
  dtl_sql_add_int (row, event->id);
  dtl_sql_add_text (row, event->title);
  dtl_sql_add_text (row, event->summary);
  dtl_sql_add_text (row, terms->kind);
  dtl_sql_add_id (row, terms->own_kind);
  dtl_sql_add_text (row, terms->status);
  dtl_sql_add_id (row, event->status_passage);
  dtl_sql_add_text (row, event->status_as_of);
  dtl_sql_add_text (row, terms->assertion);
  dtl_sql_add_int (row, event->importance);
  dtl_sql_add_text (row, terms->review);
  dtl_sql_add_text (row, terms->main_role);
  return dtl_sql_run (row, error);
}

/* --- what belongs to an event ----------------------------------------------------------------------------------- */

#define INSERT_PARTICIPATION_SQL                                                                                       \
  "INSERT INTO participation (id, event_id, ordinal, actor_id, role) VALUES (?1, ?2, ?3, ?4, ?5)"
#define UPSERT_PARTICIPATION_SQL                                                                                       \
  INSERT_PARTICIPATION_SQL " ON CONFLICT (id) DO UPDATE SET event_id = excluded.event_id,"                             \
                           " ordinal = excluded.ordinal, actor_id = excluded.actor_id, role = excluded.role"

static gboolean
put_participation (DtlStore *self, DtlId event, int ordinal, DtlParticipation *participation, GError **error)
{
  g_autoptr (DtlSqlStatement) row =
      dtl_store_prepare_put (self, &participation->id, INSERT_PARTICIPATION_SQL, UPSERT_PARTICIPATION_SQL, error);

  if (row == NULL)
    return FALSE;
  dtl_sql_add_int (row, participation->id);
  dtl_sql_add_int (row, event);
  dtl_sql_add_int (row, ordinal);
  dtl_sql_add_int (row, participation->actor);
  dtl_sql_add_text (row, participation->role);
  return dtl_sql_run (row, error);
}

#define INSERT_EVIDENCE_SQL                                                                                            \
  "INSERT INTO evidence (id, event_id, ordinal, passage_id, stance) VALUES (?1, ?2, ?3, ?4, ?5)"
#define UPSERT_EVIDENCE_SQL                                                                                            \
  INSERT_EVIDENCE_SQL " ON CONFLICT (id) DO UPDATE SET event_id = excluded.event_id,"                                  \
                      " ordinal = excluded.ordinal, passage_id = excluded.passage_id, stance = excluded.stance"

static gboolean
put_evidence (DtlStore *self, DtlId event, int ordinal, DtlEvidence *evidence, GError **error)
{
  const char *stance = dtl_store_term (DTL_VOCABULARY_STANCE, evidence->stance, error);
  g_autoptr (DtlSqlStatement) row =
      stance == NULL ? NULL
                     : dtl_store_prepare_put (self, &evidence->id, INSERT_EVIDENCE_SQL, UPSERT_EVIDENCE_SQL, error);

  if (row == NULL)
    return FALSE;
  dtl_sql_add_int (row, evidence->id);
  dtl_sql_add_int (row, event);
  dtl_sql_add_int (row, ordinal);
  dtl_sql_add_int (row, evidence->passage);
  dtl_sql_add_text (row, stance);
  return dtl_sql_run (row, error);
}

static gboolean
put_child (DtlStore *self, DtlEvent *event, GPtrArray *children, guint i, GHashTable *kept, GError **error)
{
  gpointer child = g_ptr_array_index (children, i);
  gboolean is_put;

  if (children == event->participations)
    is_put = put_participation (self, event->id, (int) i, child, error);
  else if (children == event->evidence)
    is_put = put_evidence (self, event->id, (int) i, child, error);
  else if (children == event->claims)
    {
      ((DtlClaim *) child)->event = event->id;
      is_put = dtl_store_put_claim (self, child, error);
    }
  else
    {
      ((DtlLink *) child)->from = event->id;
      is_put = dtl_store_put_link (self, child, error);
    }
  /* Each of the records has its id first. */
  if (is_put && kept != NULL)
    g_hash_table_add (kept, child);
  return is_put;
}

G_STATIC_ASSERT (G_STRUCT_OFFSET (DtlParticipation, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (DtlEvidence, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (DtlClaim, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (DtlLink, id) == 0);

static gboolean
put_children (DtlStore *self,
              DtlEvent *event,
              GPtrArray *children,
              const char *table,
              const char *owner_column,
              GError **error)
{
  g_autoptr (GHashTable) kept = self->is_bulk ? NULL : g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < children->len; i++)
    {
      if (!put_child (self, event, children, i, kept, error))
        return FALSE;
    }
  return self->is_bulk || dtl_store_delete_others (self, table, owner_column, event->id, kept, error);
}

/**
 * dtl_store_put_event:
 * @self: a working copy with an open change
 * @event: written with its participations, evidence, claims, links and tags; what it has no more of these is taken away
 * @error: DTL_STORE_ERROR; DTL_DATE_ERROR for a day of the status that cannot be read
 *
 * Returns: whether it was written
 */
gboolean
dtl_store_put_event (DtlStore *self, DtlEvent *event, GError **error)
{
  EventTerms terms;

  g_return_val_if_fail (self != NULL && event != NULL, FALSE);

  if (!dtl_store_require_change (self, error) || !check_event (event, error) ||
      !find_terms (self, event, &terms, error))
    return FALSE;
  return put_row (self, event, &terms, error) &&
         put_children (self, event, event->participations, "participation", "event_id", error) &&
         put_children (self, event, event->evidence, "evidence", "event_id", error) &&
         put_children (self, event, event->claims, "claim", "event_id", error) &&
         put_children (self, event, event->links, "link", "from_id", error) &&
         dtl_store_put_words (self, &dtl_tag_table, event->id, event->tags, error);
}

/**
 * dtl_store_delete_event:
 * @self: a working copy with an open change
 * @event: its id; what belongs to it goes with it, also links from others to it. Passages stay
 * @error: DTL_STORE_ERROR; committing fails with DTL_STORE_ERROR_REFERENCE where another event's date is counted from
 *   one of its claims
 *
 * Returns: whether it was deleted
 */
gboolean
dtl_store_delete_event (DtlStore *self, DtlId event, GError **error)
{
  static const struct
  {
    const char *table;
    const char *column;
  } children[] = {
    { "tag", "event_id" },
    { "link", "from_id" },
    { "link", "to_id" },
    { "participation", "event_id" },
    { "claim", "event_id" },
    { "evidence", "event_id" },
    { "finding_decision", "event_id" },
  };

  g_return_val_if_fail (self != NULL, FALSE);

  if (!dtl_store_require_change (self, error))
    return FALSE;
  for (size_t i = 0; i < G_N_ELEMENTS (children); i++)
    {
      if (!dtl_store_delete_others (self, children[i].table, children[i].column, event, NULL, error))
        return FALSE;
    }
  return dtl_store_delete_row (self, "event", event, error);
}
