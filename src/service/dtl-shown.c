/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The thread has references to what never changes (columns, actors, sources, roster), and a filter of its own; words it
 * asks of a store of its own. What it finds is nobody else's until it is handed over. */
#include "config.h"

#include "service/dtl-shown.h"

#include "service/dtl-document-private.h"

/** Job: @hits: (nullable): rows that have the filter's words, where somebody knows them; else @place has the store to
 * ask. @sources, @roster: (nullable) */
typedef struct
{
  DtlFilter *filter;
  DtlColumns *columns;
  DtlActorTable *actors;
  GPtrArray *sources;
  DtlBitset *hits;
  DtlRoster *roster;
  DtlPlace place;
} Job;

static void
job_free (Job *self)
{
  dtl_filter_free (self->filter);
  dtl_columns_unref (self->columns);
  dtl_actor_table_unref (self->actors);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->hits, dtl_bitset_unref);
  g_clear_pointer (&self->roster, dtl_roster_unref);
  dtl_place_clear (&self->place);
  g_free (self);
}

/** dtl_shown_free: @self: (nullable) */
void
dtl_shown_free (DtlShown *self)
{
  if (self == NULL)
    return;
  dtl_columns_unref (self->columns);
  g_clear_pointer (&self->visible, dtl_bitset_unref);
  g_clear_pointer (&self->lanes, dtl_lanes_unref);
  g_free (self);
}

static gboolean
has_words (const DtlFilter *filter)
{
  return filter->text != NULL && *filter->text != '\0';
}

static gboolean
ensure_hits (Job *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (DtlStore) store = NULL;
  g_autoptr (GArray) events = NULL;

  if (!has_words (self->filter) || self->hits != NULL)
    return TRUE;
  store = dtl_place_open (&self->place, error);
  if (store == NULL)
    return FALSE;
  dtl_store_set_cancellable (store, cancellable);
  events = dtl_store_search (store, self->filter->text, error);
  if (events == NULL)
    return FALSE;
  self->hits = dtl_filter_find_rows (self->columns, events);
  return TRUE;
}

static void
find_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  g_autoptr (DtlShown) shown = NULL;

  /* Whoever switches fast has cancelled it before it began. */
  if (g_task_return_error_if_cancelled (task))
    return;
  if (!ensure_hits (job, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  shown = g_new0 (DtlShown, 1);
  shown->columns = dtl_columns_ref (job->columns);
  shown->visible = dtl_filter_apply (job->filter, job->columns, job->actors, job->sources, job->hits);
  if (job->roster != NULL && !g_cancellable_is_cancelled (cancellable))
    shown->lanes = dtl_lanes_prepare (job->roster, job->actors, job->filter, shown->visible);
  g_task_return_pointer (task, g_steal_pointer (&shown), (GDestroyNotify) dtl_shown_free);
}

/**
 * dtl_shown_find_async:
 * @document: the case
 * @filter: what is to show; copied
 * @hits: (nullable): rows in which the filter's words are found, where they were searched for before; kept referenced
 * @cancellable: (nullable): ends it; what was found is not handed over then
 * @callback: called in the caller's main context; ends with dtl_shown_find_finish()
 */
void
dtl_shown_find_async (DtlDocument *document,
                      const DtlFilter *filter,
                      DtlBitset *hits,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  DtlGround *ground;
  Job *job;

  g_return_if_fail (DTL_IS_DOCUMENT (document) && filter != NULL);

  job = g_new0 (Job, 1);
  job->filter = dtl_filter_copy (filter);
  job->columns = dtl_columns_ref (dtl_document_get_columns (document));
  job->actors = dtl_actor_table_ref (dtl_document_get_actors (document));
  /* Asking for sources may fill in the columns, which they then have before the thread has them. */
  if (dtl_filter_has_facet (filter, DTL_FACET_SOURCE))
    job->sources = g_ptr_array_ref (dtl_document_get_sources (document));
  job->hits = hits != NULL ? dtl_bitset_ref (hits) : NULL;
  ground = dtl_document_get_ground (document);
  job->roster = ground != NULL ? dtl_roster_ref (dtl_ground_get_roster (ground)) : NULL;
  if (has_words (filter) && hits == NULL)
    dtl_place_init (&job->place, document);
  g_task_set_source_tag (task, dtl_shown_find_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, find_in_thread);
}

/* Returns: (transfer full) (nullable): DTL_STORE_ERROR where the words could not be searched for, or
 * G_IO_ERROR_CANCELLED */
DtlShown *
dtl_shown_find_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
