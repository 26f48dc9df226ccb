/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening off the main thread: reading a large case takes longer than a frame. */
#include "config.h"

#include "service/dtl-document-private.h"

static void
reopen_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  DtlDocument *document = dtl_document_open (task_data, &error);

  if (document != NULL)
    {
      dtl_document_prepare (document);
      g_task_return_pointer (task, document, g_object_unref);
    }
  else
    g_task_return_error (task, error);
}

static void
open_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GError) left = NULL;
  DtlDocument *document = dtl_document_open (task_data, &error);

  if (document == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (!dtl_document_recover (document, &left))
    g_info ("What an earlier run left was not looked at: %s", left->message);
  dtl_document_prepare (document);
  g_task_return_pointer (task, document, g_object_unref);
}

/**
 * dtl_document_open_async:
 * @path: a case file; what an earlier run left of it is taken up, see dtl_document_get_recovery()
 * @cancellable: (nullable): drops the result, not the reading
 * @callback: called in the caller's main context; ends with dtl_document_open_finish()
 */
void
dtl_document_open_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (path != NULL);

  g_task_set_source_tag (task, dtl_document_open_async);
  g_task_set_task_data (task, g_canonicalize_filename (path, NULL), g_free);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * dtl_document_open_finish:
 *
 * Returns: (transfer full) (nullable): the case; from now on it belongs to the calling thread
 */
DtlDocument *
dtl_document_open_finish (GAsyncResult *result, GError **error)
{
  DtlDocument *document;

  g_return_val_if_fail (G_IS_TASK (result), NULL);

  document = g_task_propagate_pointer (G_TASK (result), error);
  if (document != NULL)
    dtl_store_take_over (dtl_document_get_store (document));

  return document;
}

/**
 * dtl_document_reread_async:
 * @callback: called in the caller's main context; ends with dtl_document_reread_finish()
 *
 * Until then the document shows what it has. Who calls keeps it; @callback is given no object.
 */
void
dtl_document_reread_async (DtlDocument *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (DTL_IS_DOCUMENT (self));

  /* The thread may be the last one to let go of the task, and must not be of the document. */
  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, dtl_document_reread_async);
  g_task_set_task_data (task, g_strdup (dtl_document_get_path (self)), g_free);
  g_task_run_in_thread (task, reopen_in_thread);
}

/**
 * dtl_document_reread_finish:
 * @error: DTL_STORE_ERROR; _CONFLICT where something was done here that is in no file. The document then shows what it
 *   showed.
 */
gboolean
dtl_document_reread_finish (DtlDocument *self, GAsyncResult *result, GError **error)
{
  g_autoptr (DtlDocument) fresh = NULL;

  g_return_val_if_fail (DTL_IS_DOCUMENT (self), FALSE);

  fresh = dtl_document_open_finish (result, error);
  return fresh != NULL && dtl_document_take_over (self, fresh, error);
}
