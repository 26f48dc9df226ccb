/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/dtl-document-parts-private.h"

#include "base/dtl-gettext.h"

enum
{
  CHANGED,
  WORKING_CHANGED,
  SOURCES_READ,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DtlDocument, dtl_document, G_TYPE_OBJECT)

static void
dtl_document_finalize (GObject *object)
{
  DtlDocument *self = DTL_DOCUMENT (object);

  g_clear_pointer (&self->titles, dtl_title_cache_free);
  g_clear_pointer (&self->old_titles, dtl_title_cache_free);
  if (self->working_copy == NULL)
    g_clear_pointer (&self->store, dtl_store_close);
  g_clear_pointer (&self->working_copy, dtl_working_copy_release);
  g_clear_pointer (&self->columns, dtl_columns_unref);
  g_clear_pointer (&self->ground, dtl_ground_free);
  g_clear_pointer (&self->all_columns, dtl_columns_unref);
  dtl_known_on_clear (&self->known_on);
  g_clear_pointer (&self->source_index, g_hash_table_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_hash_table_unref (self->lone_sources);
  g_clear_pointer (&self->actors, dtl_actor_table_unref);
  g_clear_pointer (&self->info, dtl_case_info_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->recovery, dtl_recovery_free);

  G_OBJECT_CLASS (dtl_document_parent_class)->finalize (object);
}

static void
dtl_document_class_init (DtlDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dtl_document_finalize;

  signals[CHANGED] =
      g_signal_new ("changed", DTL_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[WORKING_CHANGED] =
      g_signal_new ("working-changed", DTL_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SOURCES_READ] =
      g_signal_new ("sources-read", DTL_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dtl_document_init (DtlDocument *self)
{
  self->lone_sources = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) dtl_source_free);
}

void
dtl_document_emit_changed (DtlDocument *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

void
dtl_document_emit_working_changed (DtlDocument *self)
{
  g_signal_emit (self, signals[WORKING_CHANGED], 0);
}

static GHashTable *
index_sources (GPtrArray *sources)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < sources->len; i++)
    {
      DtlSource *source = g_ptr_array_index (sources, i);
      g_hash_table_insert (index, &source->id, source);
    }

  return index;
}

/* Makes the columns that are shown from those of the whole case, and lets go of what was asked for the old ones. */
void
dtl_document_show_columns (DtlDocument *self)
{
  g_clear_pointer (&self->columns, dtl_columns_unref);
  self->columns = self->known_on.knowledge != NULL
                      ? dtl_knowledge_limit_columns (self->known_on.knowledge, self->all_columns, self->sources)
                      : dtl_columns_ref (self->all_columns);
  g_clear_pointer (&self->old_titles, dtl_title_cache_free);
  self->old_titles = g_steal_pointer (&self->titles);
  self->titles = dtl_title_cache_new (self);
}

/* Sources are read along with the rest up to so many: a case with one for each of a million events has no use for them
 * before somebody looks at one. */
#define FEW_SOURCES 20000

/* Fills in the sources of @columns. (transfer full) (nullable) */
static GPtrArray *
read_sources (DtlStore *store, DtlColumns *columns, GError **error)
{
  g_autoptr (GPtrArray) sources = dtl_store_get_sources (store, error);

  if (sources == NULL || !dtl_store_add_sources (store, columns, sources, error))
    return NULL;

  return g_steal_pointer (&sources);
}

void
dtl_document_ensure_sources (DtlDocument *self)
{
  g_autoptr (GError) error = NULL;

  if (self->sources != NULL)
    return;
  self->sources = read_sources (self->store, self->all_columns, &error);
  if (self->sources == NULL)
    {
      g_info ("The sources could not be read: %s", error->message);
      self->sources = g_ptr_array_new ();
    }
  self->source_index = index_sources (self->sources);
}

void
dtl_document_forget (DtlDocument *self)
{
  g_clear_pointer (&self->info, dtl_case_info_free);
  g_clear_pointer (&self->actors, dtl_actor_table_unref);
  g_clear_pointer (&self->source_index, g_hash_table_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_hash_table_remove_all (self->lone_sources);
  self->n_sources = 0;
  g_clear_pointer (&self->ground, dtl_ground_free);
  g_clear_pointer (&self->all_columns, dtl_columns_unref);
}

gboolean
dtl_document_read (DtlDocument *self, GError **error)
{
  g_autoptr (DtlCaseInfo) info = NULL;
  g_autoptr (DtlActorTable) actors = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (DtlColumns) columns = NULL;
  gboolean needs_sources;

  if ((info = dtl_store_get_info (self->store, error)) == NULL ||
      !dtl_store_load (self->store, &actors, &columns, error))
    return FALSE;
  needs_sources =
      self->known_on.edtf != NULL || dtl_store_count_sources (self->store, FEW_SOURCES + 1, NULL) <= FEW_SOURCES;
  if (needs_sources && ((sources = read_sources (self->store, columns, error)) == NULL ||
                        !dtl_known_on_read (&self->known_on, self->store, sources, error)))
    return FALSE;

  dtl_document_forget (self);
  self->info = g_steal_pointer (&info);
  self->actors = g_steal_pointer (&actors);
  self->sources = g_steal_pointer (&sources);
  self->source_index = self->sources != NULL ? index_sources (self->sources) : NULL;
  self->all_columns = g_steal_pointer (&columns);
  self->n_read++;
  dtl_document_show_columns (self);

  return TRUE;
}

void
dtl_document_look_at_file (DtlDocument *self, struct stat *identity)
{
  if (stat (self->path, identity) != 0)
    *identity = (struct stat){ 0 };
}

/**
 * dtl_document_open:
 * @path: a case file; relative paths are taken from the current folder
 * @error: DTL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the case, for reading; nothing is written anywhere
 */
DtlDocument *
dtl_document_open (const char *path, GError **error)
{
  const DtlPlace place = { (char *) path, FALSE };

  g_return_val_if_fail (path != NULL, NULL);

  return dtl_document_open_at (path, &place, error);
}

/**
 * dtl_document_new_case:
 * @path: where the case is to be; there must be no file
 * @title: its title
 * @error: DTL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the new case, published, open for reading
 */
DtlDocument *
dtl_document_new_case (const char *path, const char *title, GError **error)
{
  g_return_val_if_fail (path != NULL && title != NULL, NULL);

  if (!dtl_working_copy_write_new (path, title, "en", NULL, NULL, error))
    return NULL;

  return dtl_document_open (path, error);
}

const char *
dtl_document_get_path (DtlDocument *self)
{
  g_return_val_if_fail (DTL_IS_DOCUMENT (self), NULL);

  return self->path;
}

const char *
dtl_document_get_title (DtlDocument *self)
{
  g_return_val_if_fail (DTL_IS_DOCUMENT (self), NULL);

  return self->info->title;
}

const char *
dtl_document_get_language (DtlDocument *self)
{
  g_return_val_if_fail (DTL_IS_DOCUMENT (self), NULL);

  return self->info->language;
}

/**
 * dtl_document_get_last_change:
 *
 * Returns: UTC seconds of the newest entry of the log, 0 if there is none
 */
int64_t
dtl_document_get_last_change (DtlDocument *self)
{
  g_return_val_if_fail (DTL_IS_DOCUMENT (self), 0);

  return self->info->last_change_utc_seconds;
}

DtlStore *
dtl_document_get_store (DtlDocument *self)
{
  g_return_val_if_fail (DTL_IS_DOCUMENT (self), NULL);

  return self->store;
}

DtlActorTable *
dtl_document_get_actors (DtlDocument *self)
{
  g_return_val_if_fail (DTL_IS_DOCUMENT (self), NULL);

  return self->actors;
}

GPtrArray *
dtl_document_get_sources (DtlDocument *self)
{
  g_return_val_if_fail (DTL_IS_DOCUMENT (self), NULL);

  dtl_document_ensure_sources (self);
  return self->sources;
}

/**
 * dtl_document_count_sources:
 * @most: it is not counted much further
 *
 * Returns: how many sources there are, without reading them
 */
guint
dtl_document_count_sources (DtlDocument *self, guint most)
{
  g_return_val_if_fail (DTL_IS_DOCUMENT (self), 0);

  if (self->sources == NULL && self->n_sources > 0)
    return self->n_sources;
  return self->sources != NULL ? self->sources->len : dtl_store_count_sources (self->store, most, NULL);
}

gboolean
dtl_document_has_sources (DtlDocument *self)
{
  g_return_val_if_fail (DTL_IS_DOCUMENT (self), FALSE);

  return self->sources != NULL;
}

/**
 * dtl_document_take_sources:
 * @sources: (nullable) (element-type DtlSource): of what the document shows; kept referenced. NULL to read them here
 * @having: (nullable) (element-type DtlColumnsSource): which events have which; NULL with @sources
 *
 * Emits ::sources-read.
 */
void
dtl_document_take_sources (DtlDocument *self, GPtrArray *sources, const GArray *having)
{
  g_return_if_fail (DTL_IS_DOCUMENT (self));

  if (sources == NULL)
    dtl_document_ensure_sources (self);
  else if (self->sources == NULL)
    {
      self->sources = g_ptr_array_ref (sources);
      self->source_index = index_sources (sources);
      dtl_columns_set_sources (self->all_columns, (const DtlColumnsSource *) (const void *) having->data, having->len);
    }
  g_signal_emit (self, signals[SOURCES_READ], 0);
}

DtlColumns *
dtl_document_get_columns (DtlDocument *self)
{
  g_return_val_if_fail (DTL_IS_DOCUMENT (self), NULL);

  return self->columns;
}

DtlTitleProvider *
dtl_document_get_titles (DtlDocument *self)
{
  g_return_val_if_fail (DTL_IS_DOCUMENT (self), NULL);

  return dtl_title_cache_get_provider (self->titles);
}

/* One by one is enough where few of very many are looked at. */
static const DtlSource *
find_lone_source (DtlDocument *self, DtlId id)
{
  DtlSource *source = g_hash_table_lookup (self->lone_sources, &id);
  g_autoptr (GError) error = NULL;

  if (source != NULL || id == DTL_ID_NONE)
    return source;
  source = dtl_store_get_source (self->store, id, &error);
  if (source != NULL)
    g_hash_table_insert (self->lone_sources, &source->id, source);
  else if (error != NULL)
    g_info ("A source could not be read: %s", error->message);
  return source;
}

const DtlSource *
dtl_document_find_source (DtlDocument *self, DtlId source)
{
  g_return_val_if_fail (DTL_IS_DOCUMENT (self), NULL);

  return self->source_index != NULL ? g_hash_table_lookup (self->source_index, &source)
                                    : find_lone_source (self, source);
}

static GPtrArray *
list_lone_sources (DtlDocument *self, uint32_t row)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autoptr (GArray) ids = dtl_store_get_sources_of_event (self->store, self->columns->id[row], NULL);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      const DtlSource *source = find_lone_source (self, g_array_index (ids, DtlId, i));

      if (source != NULL)
        g_ptr_array_add (found, (gpointer) source);
    }
  return found;
}

/**
 * dtl_document_list_event_sources:
 * @row: of an event
 *
 * Returns: (transfer container) (element-type DtlSource): the sources that its passages are in, by exhibit; they live
 * until the next ::changed
 */
GPtrArray *
dtl_document_list_event_sources (DtlDocument *self, uint32_t row)
{
  const DtlColumns *columns;
  GPtrArray *found;

  g_return_val_if_fail (DTL_IS_DOCUMENT (self) && row < self->columns->n_events, NULL);

  if (self->sources == NULL)
    return list_lone_sources (self, row);
  columns = self->columns;
  found = g_ptr_array_new ();
  for (uint32_t i = columns->source_first[row]; i < columns->source_first[row + 1]; i++)
    g_ptr_array_add (found, g_ptr_array_index (self->sources, columns->source_index[i]));
  return found;
}

GHashTable *
dtl_document_get_source_index (DtlDocument *self)
{
  g_return_val_if_fail (DTL_IS_DOCUMENT (self), NULL);

  dtl_document_ensure_sources (self);
  return self->source_index;
}

char *
dtl_document_dup_anchor_edtf (DtlDocument *self, const DtlRule *rule)
{
  const DtlSource *source;

  g_return_val_if_fail (DTL_IS_DOCUMENT (self) && rule != NULL, NULL);

  if (rule->anchor_claim != DTL_ID_NONE)
    return dtl_store_get_claim_edtf (self->store, rule->anchor_claim, NULL);
  source = dtl_document_find_source (self, rule->anchor_source);
  return source != NULL ? g_strdup (source->issued_edtf) : NULL;
}

const DtlActor *
dtl_document_find_actor (DtlDocument *self, DtlId actor)
{
  int64_t index;

  g_return_val_if_fail (DTL_IS_DOCUMENT (self), NULL);

  index = dtl_actor_table_find_id (self->actors, actor);

  return index < 0 ? NULL : dtl_actor_table_get (self->actors, (uint32_t) index);
}

DtlEvent *
dtl_document_find_event (DtlDocument *self, DtlId event, GError **error)
{
  const DtlKnowledge *knowledge;
  DtlEvent *found;

  g_return_val_if_fail (DTL_IS_DOCUMENT (self), NULL);

  knowledge = self->known_on.knowledge;
  if (knowledge != NULL && !dtl_knowledge_has_event (knowledge, event))
    return NULL;
  found = dtl_store_get_event (self->store, event, error);
  if (found != NULL && knowledge != NULL)
    dtl_knowledge_limit_event (knowledge, found);

  return found;
}

static gboolean
check_event (DtlDocument *self, const DtlEvent *event, GError **error)
{
  g_autofree char *name = NULL;

  if (event != NULL)
    return TRUE;
  name = g_filename_display_name (self->path);
  g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_DAMAGED,
               _ ("“%s” is damaged: an event is missing. Open an older copy of it, and keep this one for repair."),
               name);

  return FALSE;
}

DtlEvent *
dtl_document_read_event (DtlDocument *self, uint32_t row, GError **error)
{
  g_autoptr (GPtrArray) events = dtl_document_read_events (self, &row, 1, error);

  return events != NULL ? g_ptr_array_steal_index (events, 0) : NULL;
}

GPtrArray *
dtl_document_read_events (DtlDocument *self, const uint32_t *rows, guint n_rows, GError **error)
{
  g_autofree DtlId *ids = g_new (DtlId, (gsize) n_rows + 1);
  g_autoptr (GPtrArray) events = NULL;

  g_return_val_if_fail (DTL_IS_DOCUMENT (self) && (rows != NULL || n_rows == 0), NULL);

  for (guint i = 0; i < n_rows; i++)
    ids[i] = self->columns->id[rows[i]];
  events = dtl_store_get_some_events (self->store, ids, n_rows, error);
  for (guint i = 0; events != NULL && i < n_rows; i++)
    {
      if (!check_event (self, g_ptr_array_index (events, i), error))
        return NULL;
      if (self->known_on.knowledge != NULL)
        dtl_knowledge_limit_event (self->known_on.knowledge, g_ptr_array_index (events, i));
    }

  return g_steal_pointer (&events);
}

/**
 * dtl_document_set_known_on:
 * @edtf: (nullable): the day, as EDTF; of a month or year its last day counts. NULL for all that the case has
 * @may_be: what may have been known by then, rather than what was known in any case
 * @error: DTL_SERVICE_ERROR_ARGUMENT for what is no day, DTL_STORE_ERROR; the document then shows what it showed
 *
 * Emits ::changed: rows are others than before.
 */
gboolean
dtl_document_set_known_on (DtlDocument *self, const char *edtf, gboolean may_be, GError **error)
{
  DtlKnownOn known_on = { NULL };

  g_return_val_if_fail (DTL_IS_DOCUMENT (self), FALSE);

  if (!dtl_known_on_set (&known_on, edtf, may_be, error))
    return FALSE;
  dtl_document_ensure_sources (self);
  if (!dtl_known_on_read (&known_on, self->store, self->sources, error))
    {
      dtl_known_on_clear (&known_on);
      return FALSE;
    }
  dtl_known_on_clear (&self->known_on);
  self->known_on = known_on;
  dtl_document_show_columns (self);
  g_signal_emit (self, signals[CHANGED], 0);

  return TRUE;
}

/**
 * dtl_document_get_known_on:
 *
 * Returns: (nullable): the day as EDTF; NULL where all that the case has is shown
 */
const char *
dtl_document_get_known_on (DtlDocument *self)
{
  g_return_val_if_fail (DTL_IS_DOCUMENT (self), NULL);

  return self->known_on.edtf;
}

gboolean
dtl_document_get_known_may_be (DtlDocument *self)
{
  g_return_val_if_fail (DTL_IS_DOCUMENT (self), FALSE);

  return self->known_on.may_be;
}

/**
 * dtl_document_get_knowledge:
 *
 * Returns: (transfer none) (nullable): what was known on the day, until the next ::changed
 */
const DtlKnowledge *
dtl_document_get_knowledge (DtlDocument *self)
{
  g_return_val_if_fail (DTL_IS_DOCUMENT (self), NULL);

  return self->known_on.knowledge;
}

DtlBitset *
dtl_document_apply_filter (DtlDocument *self, const DtlFilter *filter, GError **error)
{
  g_autoptr (DtlBitset) hits = NULL;

  g_return_val_if_fail (DTL_IS_DOCUMENT (self) && filter != NULL, NULL);

  if (filter->text != NULL && *filter->text != '\0')
    {
      g_autoptr (GArray) events = dtl_store_search (self->store, filter->text, error);

      if (events == NULL)
        return NULL;
      hits = dtl_filter_find_rows (self->columns, events);
    }

  if (dtl_filter_has_facet (filter, DTL_FACET_SOURCE))
    dtl_document_ensure_sources (self);
  return dtl_filter_apply (filter, self->columns, self->actors, self->sources, hits);
}
