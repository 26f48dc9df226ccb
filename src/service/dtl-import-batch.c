/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every rule counts from is found first; whatever cannot be found, or hangs on something that is left out, is left
 * out with the line and the reason. Only then is anything written. Linear in the number of dates: each hangs on one
 * other at most. */
#include "config.h"

#include "service/dtl-import-batch-private.h"

#include "base/dtl-gettext.h"
#include "model/dtl-claim-name.h"

/* A circle of more dates than this is told by its first ones. */
#define MOST_NAMES 12

/** Node: a claim of the batch. @target: (nullable): the one that it counts from, where that is in the batch */
typedef struct _Node Node;
struct _Node
{
  DtlIncomingEvent *event;
  DtlIncomingClaim *claim;
  Node *target;
  gboolean is_on_path;
  gboolean is_done;
};

struct _DtlImportBatch
{
  DtlImportJob *job;
  DtlImportNames *names;
  GPtrArray *events;     /* DtlIncomingEvent */
  GPtrArray *nodes;      /* Node */
  GHashTable *by_key;    /* key -> Node; "a1", "a1:announced", or a claim's own */
  GHashTable *stored;    /* the same of rows that are in the case already -> DtlId* */
  GHashTable *calendars; /* name -> DtlOwnCalendar, of the case or made for it */
};

DtlImportBatch *
dtl_import_batch_new (DtlImportJob *job, DtlImportNames *names)
{
  DtlImportBatch *self = g_new0 (DtlImportBatch, 1);

  self->job = job;
  self->names = names;
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_incoming_event_free);
  self->nodes = g_ptr_array_new_with_free_func (g_free);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->stored = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

void
dtl_import_batch_free (DtlImportBatch *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->nodes);
  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->stored);
  g_clear_pointer (&self->calendars, g_hash_table_unref);
  g_free (self);
}

/**
 * dtl_import_batch_add:
 * @self: a batch
 * @event: (transfer full): an event; one with a problem is only reported
 */
void
dtl_import_batch_add (DtlImportBatch *self, DtlIncomingEvent *event)
{
  g_ptr_array_add (self->events, event);
}

static char *
role_key (const char *key, DtlClaimRole role)
{
  return g_strdup_printf ("%s:%s", key, dtl_term_name (DTL_VOCABULARY_ROLE, role));
}

static void
note_id (DtlImportBatch *self, char *key, DtlId id)
{
  if (g_hash_table_contains (self->stored, key))
    g_free (key);
  else
    g_hash_table_insert (self->stored, key, g_memdup2 (&id, sizeof id));
}

/**
 * dtl_import_batch_note_stored:
 * @self: a batch
 * @key: the id of a row that needed no others
 * @event: what became of it
 */
void
dtl_import_batch_note_stored (DtlImportBatch *self, const char *key, const DtlEvent *event)
{
  for (guint i = 0; i < event->claims->len; i++)
    {
      const DtlClaim *claim = g_ptr_array_index (event->claims, i);

      note_id (self, g_strdup (key), claim->id);
      note_id (self, role_key (key, claim->role), claim->id);
    }
}

/* --- what there is ---------------------------------------------------------------------------------------------- */

static void
index_node (DtlImportBatch *self, char *key, Node *node)
{
  if (g_hash_table_contains (self->by_key, key))
    g_free (key);
  else
    g_hash_table_insert (self->by_key, key, node);
}

/* Claims are found by their own ids first: in a list, those of events are other numbers of the same case. */
static void
index_event (DtlImportBatch *self, DtlIncomingEvent *event, GHashTable *event_keys)
{
  if (event->key != NULL && *event->key != '\0' && !g_hash_table_add (event_keys, event->key))
    dtl_incoming_event_blame (event, g_strdup_printf (_ ("the id “%s” stands in this file twice"), event->key));
  for (guint i = 0; event->problem == NULL && i < event->claims->len; i++)
    {
      Node *node = g_new0 (Node, 1);

      node->event = event;
      node->claim = g_ptr_array_index (event->claims, i);
      g_ptr_array_add (self->nodes, node);
      if (node->claim->key != NULL)
        index_node (self, g_strdup (node->claim->key), node);
    }
}

static void
index_events (DtlImportBatch *self)
{
  g_autoptr (GHashTable) event_keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->events->len; i++)
    index_event (self, g_ptr_array_index (self->events, i), event_keys);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      Node *node = g_ptr_array_index (self->nodes, i);

      if (node->event->key == NULL || *node->event->key == '\0')
        continue;
      index_node (self, g_strdup (node->event->key), node);
      index_node (self, role_key (node->event->key, node->claim->claim->role), node);
    }
}

/* A positive number as an id; DTL_ID_NONE for anything else. */
static DtlId
read_id (const char *text)
{
  gint64 id = 0;

  return text != NULL && g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL) ? id : DTL_ID_NONE;
}

/* The same list once more would only double what is there. Bundled cases share their ids: the title tells. */
static gboolean
find_known (DtlImportBatch *self, GError **error)
{
  for (guint i = 0; i < self->events->len; i++)
    {
      DtlIncomingEvent *event = g_ptr_array_index (self->events, i);
      DtlId id = read_id (event->key);
      g_autoptr (GError) local = NULL;
      g_autofree char *title = id != DTL_ID_NONE ? dtl_store_get_event_title (self->job->store, id, &local) : NULL;

      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (title != NULL && g_strcmp0 (title, event->event->title) == 0)
        dtl_incoming_event_blame (event, g_strdup (_ ("is in the case already")));
    }

  return TRUE;
}

/* --- what rules count from -------------------------------------------------------------------------------------- */

static DtlId
find_source (DtlImportBatch *self, const char *name)
{
  GPtrArray *sources = dtl_document_get_sources (self->job->document);
  DtlId id = read_id (name);

  for (guint i = 0; i < sources->len; i++)
    {
      const DtlSource *source = g_ptr_array_index (sources, i);

      if (source->id == id || g_strcmp0 (source->title, name) == 0 || g_strcmp0 (source->url, name) == 0)
        return source->id;
    }

  return DTL_ID_NONE;
}

/* Of an earlier import, or of the case that the list is from. */
static gboolean
is_claim (DtlImportBatch *self, DtlId id)
{
  g_autofree char *edtf = id != DTL_ID_NONE ? dtl_store_get_claim_edtf (self->job->store, id, NULL) : NULL;

  return edtf != NULL;
}

/* Part of a list may count from what the list does not have. The date that it had there is kept as one that somebody
 * supplied; where the file tells none, nothing can be taken. */
static void
do_without (Node *node, char *problem)
{
  DtlClaim *claim = node->claim->claim;

  if (claim->edtf == NULL)
    {
      dtl_incoming_event_blame (node->event, problem);
      return;
    }
  g_free (problem);
  claim->has_rule = FALSE;
  claim->basis = DTL_BASIS_SUPPLIED;
  /* Not translated: it stays in the case, whoever opens it. */
  if (claim->reason == NULL)
    claim->reason = g_strdup ("Computed in the case that this was imported from, from a date that is not here.");
}

static void
resolve_source (DtlImportBatch *self, Node *node)
{
  const char *anchor = node->claim->anchor;

  node->claim->claim->rule.anchor_source = find_source (self, anchor + strlen (DTL_INCOMING_SOURCE));
  if (node->claim->claim->rule.anchor_source == DTL_ID_NONE)
    do_without (node, g_strdup_printf (_ ("a date is counted from “%s”, and the case has no such source"), anchor));
}

static void
resolve (DtlImportBatch *self, Node *node)
{
  const char *anchor = node->claim->anchor;
  DtlRule *rule = &node->claim->claim->rule;
  const DtlId *stored = g_hash_table_lookup (self->stored, anchor);

  node->target = g_hash_table_lookup (self->by_key, anchor);
  if (node->target != NULL || g_str_equal (anchor, DTL_INCOMING_PUBLISHED))
    return;
  if (g_str_has_prefix (anchor, DTL_INCOMING_SOURCE))
    {
      resolve_source (self, node);
      return;
    }
  rule->anchor_claim = stored != NULL ? *stored : read_id (anchor);
  if (stored == NULL && !is_claim (self, rule->anchor_claim))
    do_without (node, g_strdup_printf (_ ("a date is counted from “%s”, which is no date in this file or in the case"),
                                       anchor));
}

static void
resolve_all (DtlImportBatch *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      Node *node = g_ptr_array_index (self->nodes, i);

      if (node->claim->anchor != NULL && node->event->problem == NULL)
        resolve (self, node);
    }
}

/* --- circles ---------------------------------------------------------------------------------------------------- */

static void
blame_circle (const Node *begin)
{
  g_autoptr (GString) names = g_string_new (NULL);
  const Node *node = begin;
  guint n_names = 0;

  do
    {
      g_autofree char *name = dtl_claim_name (node->event->event->title, node->claim->claim->role);

      if (n_names < MOST_NAMES)
        g_string_append_printf (names, "%s → ", name);
      else if (n_names == MOST_NAMES)
        g_string_append (names, "… → ");
      n_names++;
      node = node->target;
    }
  while (node != begin);
  do
    {
      g_autofree char *name = dtl_claim_name (begin->event->event->title, begin->claim->claim->role);

      dtl_incoming_event_blame (
          node->event, g_strdup_printf (_ ("dates are counted from each other in a circle: %s%s"), names->str, name));
      node = node->target;
    }
  while (node != begin);
}

static void
find_circles (DtlImportBatch *self)
{
  g_autoptr (GPtrArray) path = g_ptr_array_new ();

  for (guint i = 0; i < self->nodes->len; i++)
    {
      Node *node = g_ptr_array_index (self->nodes, i);

      g_ptr_array_set_size (path, 0);
      for (; node != NULL && !node->is_done && !node->is_on_path; node = node->target)
        {
          node->is_on_path = TRUE;
          g_ptr_array_add (path, node);
        }
      if (node != NULL && node->is_on_path)
        blame_circle (node);
      for (guint j = 0; j < path->len; j++)
        {
          ((Node *) g_ptr_array_index (path, j))->is_on_path = FALSE;
          ((Node *) g_ptr_array_index (path, j))->is_done = TRUE;
        }
    }
}

/* --- what hangs on what is left out ----------------------------------------------------------------------------- */

/* Event -> nodes that count from one of its dates. */
static GHashTable *
index_dependents (DtlImportBatch *self)
{
  GHashTable *dependents = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      Node *node = g_ptr_array_index (self->nodes, i);
      GPtrArray *list = node->target != NULL ? g_hash_table_lookup (dependents, node->target->event) : NULL;

      if (node->target == NULL)
        continue;
      if (list == NULL)
        g_hash_table_insert (dependents, node->target->event, list = g_ptr_array_new ());
      g_ptr_array_add (list, node);
    }

  return dependents;
}

static void
spread_problems (DtlImportBatch *self)
{
  g_autoptr (GHashTable) dependents = index_dependents (self);
  g_autoptr (GPtrArray) bad = g_ptr_array_new ();

  for (guint i = 0; i < self->events->len; i++)
    if (((DtlIncomingEvent *) g_ptr_array_index (self->events, i))->problem != NULL)
      g_ptr_array_add (bad, g_ptr_array_index (self->events, i));
  for (guint i = 0; i < bad->len; i++)
    {
      const DtlIncomingEvent *event = g_ptr_array_index (bad, i);
      GPtrArray *list = g_hash_table_lookup (dependents, event);

      for (guint j = 0; list != NULL && j < list->len; j++)
        {
          DtlIncomingEvent *other = ((Node *) g_ptr_array_index (list, j))->event;

          if (other->problem != NULL)
            continue;
          dtl_incoming_event_blame (
              other, g_strdup_printf (_ ("a date is counted from one of line %u, which was left out"), event->line));
          g_ptr_array_add (bad, other);
        }
    }
}

/* --- calendars -------------------------------------------------------------------------------------------------- */

static gboolean
load_calendars (DtlImportBatch *self, GError **error)
{
  g_autoptr (GPtrArray) calendars = dtl_store_get_calendars (self->job->store, error);

  if (calendars == NULL)
    return FALSE;
  self->calendars = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) dtl_own_calendar_unref);
  for (guint i = 0; i < calendars->len; i++)
    {
      DtlOwnCalendar *calendar = g_ptr_array_index (calendars, i);

      g_hash_table_insert (self->calendars, g_strdup (calendar->name), dtl_own_calendar_ref (calendar));
    }

  return TRUE;
}

/* The calendar of the case with that name, or a new one. Two of one name are not mixed. */
static void
choose_calendar (DtlImportBatch *self, Node *node)
{
  DtlRule *rule = &node->claim->claim->rule;
  DtlOwnCalendar *known = g_hash_table_lookup (self->calendars, rule->own_calendar->name);

  if (known == NULL && node->claim->is_calendar_named)
    dtl_incoming_event_blame (
        node->event,
        g_strdup_printf (_ ("the case has no calendar “%s”; say which days it closes"), rule->own_calendar->name));
  else if (known != NULL && !node->claim->is_calendar_named && !dtl_own_calendar_equals (known, rule->own_calendar))
    dtl_incoming_event_blame (
        node->event, g_strdup_printf (_ ("there is another calendar “%s” that closes other days; rename this one"),
                                      rule->own_calendar->name));
  else if (known == NULL)
    g_hash_table_insert (self->calendars, g_strdup (rule->own_calendar->name),
                         dtl_own_calendar_ref (rule->own_calendar));
  else
    {
      dtl_own_calendar_unref (rule->own_calendar);
      rule->own_calendar = dtl_own_calendar_ref (known);
    }
}

static gboolean
choose_calendars (DtlImportBatch *self, GError **error)
{
  if (!load_calendars (self, error))
    return FALSE;
  for (guint i = 0; i < self->nodes->len; i++)
    {
      Node *node = g_ptr_array_index (self->nodes, i);

      if (node->claim->claim->has_rule && node->claim->claim->rule.own_calendar != NULL && node->event->problem == NULL)
        choose_calendar (self, node);
    }

  return TRUE;
}

/* --- writing ---------------------------------------------------------------------------------------------------- */

static void
give_ids (DtlImportBatch *self)
{
  for (guint i = 0; i < self->events->len; i++)
    {
      DtlIncomingEvent *event = g_ptr_array_index (self->events, i);

      if (event->problem == NULL)
        event->event->id = dtl_store_new_id (self->job->store);
    }
  for (guint i = 0; i < self->nodes->len; i++)
    {
      Node *node = g_ptr_array_index (self->nodes, i);

      if (node->event->problem == NULL)
        node->claim->claim->id = dtl_store_new_id (self->job->store);
    }
  for (guint i = 0; i < self->nodes->len; i++)
    {
      Node *node = g_ptr_array_index (self->nodes, i);

      if (node->target != NULL && node->event->problem == NULL)
        node->claim->claim->rule.anchor_claim = node->target->claim->claim->id;
    }
}

static gboolean
add_evidence (DtlImportBatch *self, DtlIncomingEvent *incoming, DtlId *source, DtlId *passage_id, GError **error)
{
  g_autoptr (DtlPassage) passage = dtl_passage_new ();
  gboolean is_file = FALSE;

  passage->source =
      dtl_import_names_find_source (self->names, incoming->source != NULL ? incoming->source : "", &is_file, error);
  if (passage->source == DTL_ID_NONE)
    return FALSE;
  if (is_file)
    passage->line = (int) incoming->line;
  if (!dtl_store_put_passage (self->job->store, passage, error))
    return FALSE;
  g_ptr_array_add (incoming->event->evidence, dtl_evidence_new (passage->id, DTL_STANCE_SUPPORTS));
  *source = passage->source;
  *passage_id = passage->id;

  return TRUE;
}

static gboolean
takes_part (const DtlEvent *event, DtlId actor, const char *role)
{
  for (guint i = 0; i < event->participations->len; i++)
    {
      const DtlParticipation *known = g_ptr_array_index (event->participations, i);

      if (known->actor == actor && g_strcmp0 (known->role, role) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
add_actors (DtlImportBatch *self, DtlIncomingEvent *incoming, GError **error)
{
  for (guint i = 0; i < incoming->actors->len; i++)
    {
      const DtlIncomingActor *actor = g_ptr_array_index (incoming->actors, i);
      DtlId id = dtl_import_names_find_actor (self->names, actor->name, error);

      if (id == DTL_ID_NONE)
        return FALSE;
      if (!takes_part (incoming->event, id, actor->role))
        g_ptr_array_add (incoming->event->participations, dtl_participation_new (id, actor->role));
    }

  return TRUE;
}

static void
add_claims (DtlIncomingEvent *incoming, DtlId source, DtlId passage)
{
  for (guint i = 0; i < incoming->claims->len; i++)
    {
      DtlIncomingClaim *claim = g_ptr_array_index (incoming->claims, i);
      DtlClaim *record = g_steal_pointer (&claim->claim);

      if (record->role == DTL_N_ROLES)
        record->role = dtl_event_kind_main_role (incoming->event->kind);
      if (record->has_rule && g_strcmp0 (claim->anchor, DTL_INCOMING_PUBLISHED) == 0)
        record->rule.anchor_source = source;
      record->passage = passage;
      g_ptr_array_add (incoming->event->claims, record);
    }
}

static gboolean
put_calendars (DtlImportBatch *self, const DtlIncomingEvent *incoming, GError **error)
{
  for (guint i = 0; i < incoming->event->claims->len; i++)
    {
      const DtlClaim *claim = g_ptr_array_index (incoming->event->claims, i);
      DtlOwnCalendar *calendar = claim->rule.own_calendar;

      if (claim->has_rule && calendar != NULL && calendar->id == DTL_ID_NONE &&
          !dtl_store_put_calendar (self->job->store, calendar, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
put_event (DtlImportBatch *self, DtlIncomingEvent *incoming, GError **error)
{
  DtlEvent *event = incoming->event;
  DtlId source = DTL_ID_NONE, passage = DTL_ID_NONE;

  event->kind = dtl_import_names_find_kind (self->names, event->kind_name != NULL ? event->kind_name : "", error);
  if (event->kind < 0 || !add_actors (self, incoming, error) ||
      !add_evidence (self, incoming, &source, &passage, error))
    return FALSE;
  add_claims (incoming, source, passage);
  if (!put_calendars (self, incoming, error) || !dtl_store_put_event (self->job->store, event, error))
    return FALSE;
  self->job->report->n_events++;

  return TRUE;
}

static gboolean
put_events (DtlImportBatch *self, GError **error)
{
  for (guint i = 0; i < self->events->len; i++)
    {
      DtlIncomingEvent *event = g_ptr_array_index (self->events, i);

      if (event->problem != NULL)
        dtl_import_job_skip (self->job,
                             /* Translators: a line number of a file and why what stands there was left out */
                             g_strdup_printf (_ ("line %u: %s"), event->line, event->problem));
      else if (!put_event (self, event, error))
        {
          g_prefix_error (error, _ ("%s: line %u: "), self->job->path, event->line);
          return FALSE;
        }
      if (!dtl_import_job_go_on (self->job, i, self->events->len, error))
        return FALSE;
    }

  return TRUE;
}

/* Links need both events: they come last, and lead to those of the file or of the case. */
static gboolean
put_links (DtlImportBatch *self, GError **error)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->events->len; i++)
    {
      DtlIncomingEvent *event = g_ptr_array_index (self->events, i);

      if (event->key != NULL && event->problem == NULL)
        g_hash_table_insert (by_key, event->key, event);
    }
  for (guint i = 0; i < self->events->len; i++)
    {
      const DtlIncomingEvent *event = g_ptr_array_index (self->events, i);

      for (guint j = 0; event->problem == NULL && j < event->links->len; j++)
        {
          const DtlIncomingLink *incoming = g_ptr_array_index (event->links, j);
          const DtlIncomingEvent *other =
              incoming->event != NULL ? g_hash_table_lookup (by_key, incoming->event) : NULL;
          g_autofree char *title = NULL;
          DtlLink link = { .type = incoming->type, .from = event->event->id };

          link.to = other != NULL ? other->event->id : read_id (incoming->event);
          title = link.to != DTL_ID_NONE ? dtl_store_get_event_title (self->job->store, link.to, NULL) : NULL;
          if (title != NULL && link.to != link.from && !dtl_store_put_link (self->job->store, &link, error))
            return FALSE;
        }
    }

  return TRUE;
}

/**
 * dtl_import_batch_write:
 * @self: a batch, once all is added; used up afterwards
 * @error: DTL_STORE_ERROR
 *
 * Returns: whether all that can be taken was written; what cannot is reported
 */
gboolean
dtl_import_batch_write (DtlImportBatch *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!find_known (self, error))
    return FALSE;
  index_events (self);
  resolve_all (self);
  find_circles (self);
  if (!choose_calendars (self, error))
    return FALSE;
  spread_problems (self);
  give_ids (self);

  return put_events (self, error) && put_links (self, error);
}
