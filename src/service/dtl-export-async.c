/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exporting off the main thread. The thread opens the published file itself: a store belongs to one thread, and the
 * picture is then of what is on the disk, whatever happens in the window meanwhile. */
#include "config.h"

#include "service/dtl-export.h"

typedef struct
{
  char *case_path;
  char *picture_path;
  DtlExportOptions options;
  DtlFilter *filter;
  char *language;
  char *dated;
} ExportJob;

static void
export_job_free (ExportJob *self)
{
  g_free (self->case_path);
  g_free (self->picture_path);
  g_clear_pointer (&self->filter, dtl_filter_free);
  g_free (self->language);
  g_free (self->dated);
  g_free (self);
}

static void
export_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  ExportJob *job = task_data;
  GError *error = NULL;
  g_autoptr (DtlDocument) document = dtl_document_open (job->case_path, &error);

  if (document != NULL && dtl_export_to_path (document, job->picture_path, &job->options, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * dtl_export_to_path_async:
 * @document: the case; its published state is exported
 * @path: the picture's file
 * @options: copied
 * @cancellable: (nullable): nothing is written when it comes before drawing ends
 * @callback: ends with dtl_export_to_path_finish()
 */
void
dtl_export_to_path_async (DtlDocument *document,
                          const char *path,
                          const DtlExportOptions *options,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  ExportJob *job = g_new0 (ExportJob, 1);

  g_return_if_fail (DTL_IS_DOCUMENT (document) && path != NULL && options != NULL);

  job->case_path = g_strdup (dtl_document_get_path (document));
  job->picture_path = g_strdup (path);
  job->options = *options;
  job->filter = options->filter ? dtl_filter_copy (options->filter) : NULL;
  job->language = g_strdup (options->language);
  job->dated = g_strdup (options->dated);
  job->options.filter = job->filter;
  job->options.language = job->language;
  job->options.dated = job->dated;

  g_task_set_source_tag (task, dtl_export_to_path_async);
  g_task_set_task_data (task, job, (GDestroyNotify) export_job_free);
  g_task_run_in_thread (task, export_in_thread);
}

gboolean
dtl_export_to_path_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
