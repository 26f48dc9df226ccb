/* SPDX-License-Identifier: GPL-3.0-or-later */
/* dateline list CASE [LIST]: what is in a case, for people and for other programs. A filter narrows every list: to the
 * events that pass, and to the claims, passages, sources, actors and findings that belong to them. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "cli/dtl-cli-private.h"
#include "io/dtl-list-writer.h"
#include "service/dtl-findings.h"

/* Printed so far goes out before it grows beyond this. */
#define FLUSH_BYTES 65536

/** ListJob: one list on its way out. @visible: the rows that a filter lets through. @is_narrowed: whether only what
 * belongs to them is listed. @knowledge: (nullable): what was known on the day that was asked for. */
typedef struct
{
  DtlDocument *document;
  DtlStore *store;
  DtlListContext context;
  DtlListWriter *writer;
  GString *out;
  DtlBitset *visible;
  gboolean is_narrowed;
  const DtlKnowledge *knowledge;
} ListJob;

static void
add (ListJob *job, JsonNode *object)
{
  dtl_list_writer_add (job->writer, object);
  if (job->out->len < FLUSH_BYTES)
    return;
  g_print ("%s", job->out->str);
  g_string_truncate (job->out, 0);
}

typedef void (*EventFunc) (ListJob *job, DtlEvent *event, gpointer user_data);

/* So many events are asked for at once, which is some 10 MB: the store reads them in the order of the file, and a page
 * of it less often the more there are. */
#define BATCH 4096

static gboolean
each_of_batch (ListJob *job, const GArray *rows, EventFunc func, gpointer user_data, GError **error)
{
  g_autoptr (GPtrArray) events =
      dtl_document_read_events (job->document, (const uint32_t *) (const void *) rows->data, rows->len, error);

  for (guint i = 0; events != NULL && i < events->len; i++)
    func (job, g_ptr_array_index (events, i), user_data);

  return events != NULL;
}

/* Every accepted event that shows, in the order of the line. */
static gboolean
each_event (ListJob *job, EventFunc func, gpointer user_data, GError **error)
{
  DtlColumns *columns = dtl_document_get_columns (job->document);

  g_autoptr (GArray) rows = g_array_sized_new (FALSE, FALSE, sizeof (uint32_t), BATCH);

  for (uint32_t row = 0; row < columns->n_events; row++)
    {
      if (dtl_bitset_get (job->visible, row))
        g_array_append_val (rows, row);
      if (rows->len < BATCH)
        continue;
      if (!each_of_batch (job, rows, func, user_data, error))
        return FALSE;
      g_array_set_size (rows, 0);
    }

  return each_of_batch (job, rows, func, user_data, error);
}

static void
print_event (ListJob *job, DtlEvent *event, gpointer user_data)
{
  add (job, dtl_list_json_event (&job->context, event));
}

static void
print_claims (ListJob *job, DtlEvent *event, gpointer user_data)
{
  for (guint i = 0; i < event->claims->len; i++)
    add (job, dtl_list_json_claim (&job->context, g_ptr_array_index (event->claims, i)));
}

static gboolean
list_events (ListJob *job, GError **error)
{
  return each_event (job, print_event, NULL, error);
}

static gboolean
list_claims (ListJob *job, GError **error)
{
  return each_event (job, print_claims, NULL, error);
}

static gboolean
list_proposals (ListJob *job, GError **error)
{
  g_autoptr (GPtrArray) events = dtl_store_get_events (job->store, DTL_REVIEW_PROPOSED, error);

  for (guint i = 0; events != NULL && i < events->len; i++)
    add (job, dtl_list_json_event (&job->context, g_ptr_array_index (events, i)));

  return events != NULL;
}

/** Belongings: what the events that show have. Sets of DtlId. */
typedef struct
{
  GHashTable *actors;
  GHashTable *passages;
  GHashTable *sources;
} Belongings;

static void
note (GHashTable *set, DtlId id)
{
  if (id != DTL_ID_NONE && !g_hash_table_contains (set, &id))
    g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}

static void
note_belongings (ListJob *job, DtlEvent *event, gpointer user_data)
{
  Belongings *belongings = user_data;

  for (guint i = 0; i < event->participations->len; i++)
    note (belongings->actors, ((DtlParticipation *) g_ptr_array_index (event->participations, i))->actor);
  for (guint i = 0; i < event->evidence->len; i++)
    {
      DtlEvidence *evidence = g_ptr_array_index (event->evidence, i);
      DtlPassage *passage = g_hash_table_lookup (job->context.passages, &evidence->passage);

      note (belongings->passages, evidence->passage);
      if (passage != NULL)
        note (belongings->sources, passage->source);
    }
}

static void
belongings_clear (Belongings *self)
{
  g_clear_pointer (&self->actors, g_hash_table_unref);
  g_clear_pointer (&self->passages, g_hash_table_unref);
  g_clear_pointer (&self->sources, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Belongings, belongings_clear)

static gboolean
find_belongings (ListJob *job, Belongings *belongings, GError **error)
{
  belongings->actors = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  belongings->passages = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  belongings->sources = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  return !job->is_narrowed || each_event (job, note_belongings, belongings, error);
}

static gboolean
is_wanted (const ListJob *job, GHashTable *set, DtlId id)
{
  return !job->is_narrowed || g_hash_table_contains (set, &id);
}

static gboolean
is_known_source (const ListJob *job, const DtlSource *source)
{
  return job->knowledge == NULL || dtl_knowledge_has_source (job->knowledge, source->id);
}

static gboolean
is_known_passage (const ListJob *job, const DtlPassage *passage)
{
  return job->knowledge == NULL || dtl_knowledge_has_passage (job->knowledge, passage->id);
}

static gboolean
list_actors (ListJob *job, GError **error)
{
  g_auto (Belongings) belongings = { 0 };

  if (!find_belongings (job, &belongings, error))
    return FALSE;
  for (uint32_t i = 0; i < dtl_actor_table_get_size (job->context.actors); i++)
    {
      const DtlActor *actor = dtl_actor_table_get (job->context.actors, i);

      if (is_wanted (job, belongings.actors, actor->id))
        add (job, dtl_list_json_actor (actor));
    }

  return TRUE;
}

static gboolean
list_sources (ListJob *job, GError **error)
{
  g_auto (Belongings) belongings = { 0 };
  GPtrArray *sources = dtl_document_get_sources (job->document);

  if (!find_belongings (job, &belongings, error))
    return FALSE;
  for (guint i = 0; i < sources->len; i++)
    {
      DtlSource *source = g_ptr_array_index (sources, i);

      if (is_known_source (job, source) && is_wanted (job, belongings.sources, source->id))
        add (job, dtl_list_json_source (source));
    }

  return TRUE;
}

static gboolean
list_passages (ListJob *job, GError **error)
{
  g_auto (Belongings) belongings = { 0 };
  g_autoptr (GPtrArray) passages = NULL;

  if (!find_belongings (job, &belongings, error) ||
      (passages = dtl_store_get_passages (job->store, DTL_ID_NONE, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < passages->len; i++)
    {
      DtlPassage *passage = g_ptr_array_index (passages, i);

      if (is_known_passage (job, passage) && is_wanted (job, belongings.passages, passage->id))
        add (job, dtl_list_json_passage (&job->context, passage));
    }

  return TRUE;
}

/* The accepted events, as they were known on the day. (element-type DtlEvent) */
static GPtrArray *
get_events (ListJob *job, GError **error)
{
  g_autoptr (GPtrArray) events = dtl_store_get_events (job->store, DTL_REVIEW_ACCEPTED, error);

  for (guint i = events != NULL && job->knowledge != NULL ? events->len : 0; i-- > 0;)
    {
      DtlEvent *event = g_ptr_array_index (events, i);

      if (dtl_knowledge_has_event (job->knowledge, event->id))
        dtl_knowledge_limit_event (job->knowledge, event);
      else
        g_ptr_array_remove_index (events, i);
    }

  return g_steal_pointer (&events);
}

static gboolean
list_findings (ListJob *job, GError **error)
{
  DtlColumns *columns = dtl_document_get_columns (job->document);
  g_autoptr (GPtrArray) events = get_events (job, error);
  g_autoptr (GPtrArray) findings = NULL;

  if (events == NULL || (findings = dtl_document_check (job->document, events, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    {
      DtlFinding *finding = g_ptr_array_index (findings, i);
      int64_t row = dtl_columns_find (columns, finding->event);

      if (row < 0 || dtl_bitset_get (job->visible, (uint32_t) row))
        add (job, dtl_list_json_finding (finding));
    }

  return TRUE;
}

static gboolean
list_history (ListJob *job, GError **error)
{
  g_autoptr (GPtrArray) changes = dtl_store_get_history (job->store, error);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      DtlChange *change = g_ptr_array_index (changes, i);

      add (job,
           dtl_list_json_change (change->id, change->when_utc_seconds, change->who, change->label, change->n_rows));
    }

  return changes != NULL;
}

/* In the order of DtlListKind. */
static gboolean (*const lists[]) (ListJob *job, GError **error) = {
  list_events, list_proposals, list_actors, list_sources, list_passages, list_claims, list_findings, list_history,
};

static GHashTable *
index_passages (DtlStore *store, GError **error)
{
  g_autoptr (GPtrArray) passages = dtl_store_get_passages (store, DTL_ID_NONE, error);
  GHashTable *index;

  if (passages == NULL)
    return NULL;
  index = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) dtl_passage_free);
  g_ptr_array_set_free_func (passages, NULL);
  for (guint i = 0; i < passages->len; i++)
    {
      DtlPassage *passage = g_ptr_array_index (passages, i);

      g_hash_table_insert (index, &passage->id, passage);
    }

  return index;
}

/* Whether the events of a list are printed with their passages, or followed through them. */
static gboolean
needs_passages (const ListJob *job, DtlListKind kind)
{
  switch (kind)
    {
    case DTL_LIST_EVENTS:
    case DTL_LIST_PROPOSALS:
      return TRUE;
    case DTL_LIST_ACTORS:
    case DTL_LIST_SOURCES:
    case DTL_LIST_PASSAGES:
      return job->is_narrowed;
    default:
      return FALSE;
    }
}

static char *
dup_anchor_edtf (const DtlRule *rule, gpointer document)
{
  return dtl_document_dup_anchor_edtf (document, rule);
}

static int
print_list (DtlDocument *document, const DtlFilter *filter, DtlListKind kind, DtlListFormat format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (DtlListWriter) writer = dtl_list_writer_new (kind, format, out);
  g_autoptr (GHashTable) passages = NULL;
  g_autoptr (DtlBitset) visible = dtl_document_apply_filter (document, filter, &error);
  ListJob job = { .document = document, .writer = writer, .out = out };

  job.knowledge = dtl_document_get_knowledge (document);
  /* Actors come from no source: of them only those are known who take part in what is. */
  job.is_narrowed = !dtl_filter_is_empty (filter) || (job.knowledge != NULL && kind == DTL_LIST_ACTORS);
  job.store = dtl_document_get_store (document);
  if (visible == NULL || (needs_passages (&job, kind) && (passages = index_passages (job.store, &error)) == NULL))
    return dtl_cli_fail (error);

  job.visible = visible;
  job.context.actors = dtl_document_get_actors (document);
  job.context.sources = dtl_document_get_source_index (document);
  job.context.passages = passages;
  /* Words are for people: what other programs read is the same in every language. */
  job.context.dup_anchor_edtf = format == DTL_LIST_FORMAT_TABLE ? dup_anchor_edtf : NULL;
  job.context.user_data = document;
  if (!lists[kind](&job, &error))
    return dtl_cli_fail (error);
  dtl_list_writer_finish (writer);
  g_print ("%s", out->str);

  return DTL_EXIT_DONE;
}

typedef struct
{
  DtlCliFilter filter;
  char *format;
} ListWords;

static void
list_words_clear (ListWords *self)
{
  dtl_cli_filter_clear (&self->filter);
  g_free (self->format);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ListWords, list_words_clear)

static int
list_case (const char *path, const char *list, const ListWords *words)
{
  int kind = dtl_list_kind_from_name (list ? list : "events");
  int format = dtl_list_format_from_name (words->format ? words->format : "table");
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlDocument) document = NULL;
  g_autoptr (DtlFilter) filter = NULL;

  if (kind < 0)
    return dtl_cli_usage (
        _ ("%s: no such list; it is one of events, proposals, actors, sources, passages, claims, findings, "
           "history"),
        list);
  if (format < 0)
    return dtl_cli_usage (_ ("--format %s: not known; it is one of table, tsv, json, csv"), words->format);

  document = dtl_cli_open (path, &error);
  if (document == NULL || (filter = dtl_cli_filter_make (&words->filter, document, &error)) == NULL)
    return dtl_cli_fail (error);

  return print_list (document, filter, (DtlListKind) kind, (DtlListFormat) format);
}

int
dtl_cli_list (int argc, char **argv)
{
  g_auto (ListWords) words = { 0 };
  const GOptionEntry entries[] = { DTL_CLI_FILTER_ENTRIES (words.filter),
                                   { "format", 0, 0, G_OPTION_ARG_STRING, &words.format,
                                     N_ ("table (for people, if not given), tsv, json or csv"), N_ ("FORMAT") },
                                   G_OPTION_ENTRY_NULL };

  if (!dtl_cli_parse (
          &argc, &argv, _ ("CASE [LIST]"),
          _ ("Print events (if no list is named), proposals, actors, sources, passages, claims, findings or history."),
          entries, 1, 2))
    return DTL_EXIT_USAGE;

  return list_case (argv[1], argc > 2 ? argv[2] : NULL, &words);
}
