/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A store belongs to one thread, so the thread opens what the window shows itself. What it finds is ids; it looks them
 * up in the window's columns, which never change: a case that is another one has other columns. */
#include "config.h"

#include "service/dtl-search.h"

#include "service/dtl-document-private.h"

typedef struct
{
  DtlPlace place;
  DtlColumns *columns;
  char *words;
} Job;

static void
job_free (Job *self)
{
  dtl_place_clear (&self->place);
  dtl_columns_unref (self->columns);
  g_free (self->words);
  g_free (self);
}

void
dtl_search_result_free (DtlSearchResult *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->columns, dtl_columns_unref);
  g_clear_pointer (&self->rows, dtl_bitset_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_free (self);
}

static DtlSearchResult *
search (DtlStore *store, const char *words, DtlColumns *columns, GError **error)
{
  g_autoptr (GArray) events = dtl_store_search (store, words, error);
  g_autoptr (DtlSearchResult) result = NULL;

  if (events == NULL)
    return NULL;
  result = g_new0 (DtlSearchResult, 1);
  result->columns = dtl_columns_ref (columns);
  result->rows = dtl_filter_find_rows (columns, events);
  result->places = dtl_store_find_text_hits (store, words, error);
  return result->places != NULL ? g_steal_pointer (&result) : NULL;
}

static void
search_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  const Job *job = task_data;
  GError *error = NULL;
  g_autoptr (DtlStore) store = NULL;
  DtlSearchResult *result = NULL;

  /* Whoever types fast has cancelled it before it began. */
  if (g_task_return_error_if_cancelled (task))
    return;
  store = dtl_place_open (&job->place, &error);
  if (store != NULL)
    {
      dtl_store_set_cancellable (store, cancellable);
      result = search (store, job->words, job->columns, &error);
    }
  if (result != NULL)
    g_task_return_pointer (task, result, (GDestroyNotify) dtl_search_result_free);
  else
    g_task_return_error (task, error);
}

/**
 * dtl_search_async:
 * @document: the case
 * @words: valid UTF-8, as a person types them
 * @cancellable: (nullable): ends the search, also in the middle of a query
 * @callback: called in the caller's main context; ends with dtl_search_finish()
 */
void
dtl_search_async (DtlDocument *document,
                  const char *words,
                  GCancellable *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job;

  g_return_if_fail (DTL_IS_DOCUMENT (document) && words != NULL);

  job = g_new0 (Job, 1);
  dtl_place_init (&job->place, document);
  job->columns = dtl_columns_ref (dtl_document_get_columns (document));
  job->words = g_strdup (words);
  g_task_set_source_tag (task, dtl_search_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, search_in_thread);
}

/* Returns: (transfer full) (nullable): DTL_STORE_ERROR, or G_IO_ERROR_CANCELLED */
DtlSearchResult *
dtl_search_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The same in the calling thread, with the document's own store: for when its file is gone. */
DtlSearchResult *
dtl_search_now (DtlDocument *document, const char *words, GError **error)
{
  g_return_val_if_fail (DTL_IS_DOCUMENT (document) && words != NULL, NULL);

  return search (dtl_document_get_store (document), words, dtl_document_get_columns (document), error);
}
