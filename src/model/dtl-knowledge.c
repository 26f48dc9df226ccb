/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-knowledge.h. Kept is what does not count, since on most days that one looks at most of a case does. */
#include "config.h"

#include "model/dtl-knowledge-private.h"

#include "date/dtl-edtf.h"

struct _DtlKnowledge
{
  int64_t until_seconds;
  gboolean may_be;
  GHashTable *source_seconds; /* DtlId -> int64_t: when a source was published, as the reading has it */
  GHashTable *passage_source; /* DtlId -> DtlId */
  GHashTable *claim_seconds;  /* DtlId -> int64_t: of the source of its passage; of those that have one */
  GHashTable *claim_anchor;   /* DtlId -> DtlId: of those that are derived from a claim */
  GHashTable *hidden_claims;  /* set of DtlId */
  GHashTable *hidden_status;  /* set of DtlId: events */
  GHashTable *event_known;    /* DtlId -> whether a passage counts, of events that have passages */
  guint n_hidden_events;
};

static GHashTable *
new_map (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
set_add (GHashTable *set, DtlId id)
{
  g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}

static void
map_put (GHashTable *map, DtlId key, int64_t value)
{
  g_hash_table_insert (map, g_memdup2 (&key, sizeof key), g_memdup2 (&value, sizeof value));
}

int64_t
dtl_knowledge_published_seconds (const DtlSource *source, gboolean may_be)
{
  g_autoptr (DtlEdtf) issued = source->issued_edtf != NULL ? dtl_edtf_parse (source->issued_edtf, NULL) : NULL;
  const DtlBounds *bounds = issued != NULL ? dtl_edtf_get_bounds (issued) : NULL;

  if (bounds == NULL)
    return may_be ? DTL_CIVIL_MIN : DTL_CIVIL_MAX;
  return may_be ? bounds->start_earliest : bounds->end_latest;
}

DtlKnowledge *
dtl_knowledge_new (const GPtrArray *sources, int64_t until_seconds, gboolean may_be)
{
  DtlKnowledge *self = g_new0 (DtlKnowledge, 1);

  g_return_val_if_fail (sources != NULL, NULL);

  self->until_seconds = until_seconds;
  self->may_be = may_be;
  self->source_seconds = new_map ();
  self->passage_source = new_map ();
  self->claim_seconds = new_map ();
  self->claim_anchor = new_map ();
  self->event_known = new_set ();
  self->hidden_claims = new_set ();
  self->hidden_status = new_set ();
  for (guint i = 0; i < sources->len; i++)
    {
      const DtlSource *source = g_ptr_array_index (sources, i);

      map_put (self->source_seconds, source->id, dtl_knowledge_published_seconds (source, may_be));
    }
  return self;
}

void
dtl_knowledge_free (DtlKnowledge *self)
{
  g_hash_table_unref (self->source_seconds);
  g_hash_table_unref (self->passage_source);
  g_hash_table_unref (self->claim_seconds);
  g_hash_table_unref (self->claim_anchor);
  g_hash_table_unref (self->hidden_claims);
  g_hash_table_unref (self->hidden_status);
  g_hash_table_unref (self->event_known);
  g_free (self);
}

/* DTL_CIVIL_MIN for what rests on no source, or on one that the case does not have. */
static int64_t
source_seconds (const DtlKnowledge *self, DtlId source)
{
  const int64_t *seconds = g_hash_table_lookup (self->source_seconds, &source);

  return seconds != NULL ? *seconds : DTL_CIVIL_MIN;
}

static int64_t
passage_seconds (const DtlKnowledge *self, DtlId passage)
{
  const DtlId *source = g_hash_table_lookup (self->passage_source, &passage);

  return source != NULL ? source_seconds (self, *source) : DTL_CIVIL_MIN;
}

static gboolean
is_in_time (const DtlKnowledge *self, int64_t seconds)
{
  return seconds <= self->until_seconds;
}

void
dtl_knowledge_add_passage (DtlKnowledge *self, DtlId passage, DtlId source)
{
  g_return_if_fail (self != NULL);

  map_put (self->passage_source, passage, source);
}

void
dtl_knowledge_add_claim (DtlKnowledge *self,
                         DtlId claim,
                         DtlId event,
                         DtlId passage,
                         DtlId anchor_claim,
                         DtlId anchor_source)
{
  g_return_if_fail (self != NULL);

  if (passage != DTL_ID_NONE)
    {
      map_put (self->claim_seconds, claim, passage_seconds (self, passage));
      dtl_knowledge_add_evidence (self, event, passage);
    }
  if (anchor_claim != DTL_ID_NONE)
    map_put (self->claim_anchor, claim, anchor_claim);
  if (!is_in_time (self, passage_seconds (self, passage)) || !is_in_time (self, source_seconds (self, anchor_source)))
    set_add (self->hidden_claims, claim);
}

void
dtl_knowledge_add_evidence (DtlKnowledge *self, DtlId event, DtlId passage)
{
  gboolean known = is_in_time (self, passage_seconds (self, passage));

  g_return_if_fail (self != NULL);

  if (known || !g_hash_table_contains (self->event_known, &event))
    g_hash_table_insert (self->event_known, g_memdup2 (&event, sizeof event), GINT_TO_POINTER (known));
}

void
dtl_knowledge_add_status (DtlKnowledge *self, DtlId event, DtlId passage)
{
  g_return_if_fail (self != NULL);

  if (!is_in_time (self, passage_seconds (self, passage)))
    set_add (self->hidden_status, event);
}

/* Whether @claim or one that it hangs on is hidden. Chains end: the store refuses circles, and here none is longer than
 * there are links. */
static gboolean
hangs_on_hidden (const DtlKnowledge *self, DtlId claim)
{
  guint n_left = g_hash_table_size (self->claim_anchor);
  const DtlId *anchor = &claim;

  while (anchor != NULL && !g_hash_table_contains (self->hidden_claims, anchor))
    anchor = n_left-- > 0 ? g_hash_table_lookup (self->claim_anchor, anchor) : NULL;
  return anchor != NULL;
}

void
dtl_knowledge_finish (DtlKnowledge *self)
{
  g_autoptr (GArray) late = g_array_new (FALSE, FALSE, sizeof (DtlId));
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_return_if_fail (self != NULL);

  g_hash_table_iter_init (&iter, self->claim_anchor);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (hangs_on_hidden (self, *(DtlId *) key))
      g_array_append_vals (late, key, 1);
  for (guint i = 0; i < late->len; i++)
    set_add (self->hidden_claims, g_array_index (late, DtlId, i));

  self->n_hidden_events = 0;
  g_hash_table_iter_init (&iter, self->event_known);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    self->n_hidden_events += !GPOINTER_TO_INT (value);
}

gboolean
dtl_knowledge_has_source (const DtlKnowledge *self, DtlId source)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return is_in_time (self, source_seconds (self, source));
}

gboolean
dtl_knowledge_has_passage (const DtlKnowledge *self, DtlId passage)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return is_in_time (self, passage_seconds (self, passage));
}

gboolean
dtl_knowledge_has_claim (const DtlKnowledge *self, DtlId claim)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return !g_hash_table_contains (self->hidden_claims, &claim);
}

gboolean
dtl_knowledge_has_event (const DtlKnowledge *self, DtlId event)
{
  gpointer known;

  g_return_val_if_fail (self != NULL, FALSE);

  return !g_hash_table_lookup_extended (self->event_known, &event, NULL, &known) || GPOINTER_TO_INT (known);
}

gboolean
dtl_knowledge_has_status (const DtlKnowledge *self, DtlId event)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return !g_hash_table_contains (self->hidden_status, &event);
}

guint
dtl_knowledge_count_hidden_events (const DtlKnowledge *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_hidden_events;
}

/* --- which claim stands ------------------------------------------------------------------------------------------ */

static int64_t
claim_seconds (const DtlKnowledge *self, DtlId claim)
{
  const int64_t *seconds = g_hash_table_lookup (self->claim_seconds, &claim);

  return seconds != NULL ? *seconds : DTL_CIVIL_MIN;
}

static gboolean
is_newer (const DtlKnowledge *self, DtlId claim, DtlId other)
{
  int64_t seconds = claim_seconds (self, claim);
  int64_t other_seconds = claim_seconds (self, other);

  return seconds != other_seconds ? seconds > other_seconds : claim > other;
}

/** RoleState: what a role has. @newest: the newest claim that could stand in, if any. */
typedef struct
{
  gboolean accepted;
  gboolean accepted_known;
  DtlKnownClaim *newest;
} RoleState;

static void
look_at_claim (const DtlKnowledge *self, RoleState *role, DtlKnownClaim *claim)
{
  gboolean known = dtl_knowledge_has_claim (self, claim->claim);

  if (claim->standing == DTL_STANDING_ACCEPTED)
    {
      role->accepted = TRUE;
      role->accepted_known |= known;
    }
  else if (known && claim->standing == DTL_STANDING_COMPETING &&
           (role->newest == NULL || is_newer (self, claim->claim, role->newest->claim)))
    role->newest = claim;
}

void
dtl_knowledge_settle (const DtlKnowledge *self, DtlKnownClaim *claims, guint n_claims)
{
  RoleState roles[DTL_N_ROLES] = { 0 };

  g_return_if_fail (self != NULL && (claims != NULL || n_claims == 0));

  for (guint i = 0; i < n_claims; i++)
    look_at_claim (self, &roles[claims[i].role], &claims[i]);
  for (int role = 0; role < DTL_N_ROLES; role++)
    if (roles[role].accepted && !roles[role].accepted_known && roles[role].newest != NULL)
      roles[role].newest->standing = DTL_STANDING_ACCEPTED;
}

/* --- an event as a record ---------------------------------------------------------------------------------------- */

static void
settle_event (const DtlKnowledge *self, DtlEvent *event)
{
  g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (DtlKnownClaim));

  for (guint i = 0; i < event->claims->len; i++)
    {
      const DtlClaim *claim = g_ptr_array_index (event->claims, i);
      DtlKnownClaim entry = { claim->id, (uint8_t) claim->role, (uint8_t) claim->standing };

      g_array_append_val (known, entry);
    }
  dtl_knowledge_settle (self, (DtlKnownClaim *) known->data, known->len);
  for (guint i = 0; i < event->claims->len; i++)
    ((DtlClaim *) g_ptr_array_index (event->claims, i))->standing = g_array_index (known, DtlKnownClaim, i).standing;
}

void
dtl_knowledge_limit_event (const DtlKnowledge *self, DtlEvent *event)
{
  g_return_if_fail (self != NULL && event != NULL);

  settle_event (self, event);
  for (guint i = event->claims->len; i-- > 0;)
    if (!dtl_knowledge_has_claim (self, ((DtlClaim *) g_ptr_array_index (event->claims, i))->id))
      g_ptr_array_remove_index (event->claims, i);
  for (guint i = event->evidence->len; i-- > 0;)
    if (!dtl_knowledge_has_passage (self, ((DtlEvidence *) g_ptr_array_index (event->evidence, i))->passage))
      g_ptr_array_remove_index (event->evidence, i);
  if (dtl_knowledge_has_passage (self, event->status_passage))
    return;
  event->status = DTL_STATUS_UNKNOWN;
  event->status_passage = DTL_ID_NONE;
  g_clear_pointer (&event->status_as_of, g_free);
}
