/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing for a window: on a thread, with progress. */
#include "config.h"

#include "service/dtl-document-private.h"
#include "service/dtl-import.h"
#include "service/dtl-jobs.h"

/** Work: @task: of the thread's call; not owned. */
typedef struct
{
  char *path;
  char *who;
  int64_t when_utc_seconds;
  DtlImportProgressFunc progress;
  gpointer progress_data;
  GTask *task;
  DtlImportReport *report;
} Work;

static void
work_free (Work *self)
{
  dtl_import_report_free (self->report);
  g_free (self->path);
  g_free (self->who);
  g_free (self);
}

static void
tell_cb (int phase, double fraction, gpointer user_data)
{
  Work *self = user_data;

  self->progress ((DtlImportPhase) phase, fraction, self->progress_data);
}

/* On the thread. */
static void
progress_cb (DtlImportPhase phase, double fraction, gpointer user_data)
{
  Work *self = user_data;

  dtl_jobs_tell (self->task, (int) phase, fraction, tell_cb, self);
}

static gboolean
import (DtlDocument *own, GTask *task, gpointer data, GError **error)
{
  Work *self = data;
  DtlImportOptions options = { .progress = self->progress != NULL ? progress_cb : NULL, .progress_data = self };

  self->task = task;
  self->report = dtl_import_file (own, self->path, &options, self->who, self->when_utc_seconds,
                                  g_task_get_cancellable (task), error);

  return self->report != NULL;
}

/**
 * dtl_import_file_async:
 * @document: a case; shows what it showed until all is done
 * @path, @who, @when_utc_seconds: as for dtl_import_file(), and copied
 * @progress: (nullable): called in the caller's main context, never after @callback
 * @cancellable: (nullable): up to DTL_IMPORT_PHASE_SAVE, the case is then as it was
 * @callback: ends with dtl_import_file_finish()
 */
void
dtl_import_file_async (DtlDocument *document,
                       const char *path,
                       const char *who,
                       int64_t when_utc_seconds,
                       DtlImportProgressFunc progress,
                       gpointer progress_data,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  Work *self;

  g_return_if_fail (DTL_IS_DOCUMENT (document) && path != NULL && who != NULL);

  self = g_new0 (Work, 1);
  self->path = g_strdup (path);
  self->who = g_strdup (who);
  self->when_utc_seconds = when_utc_seconds;
  self->progress = progress;
  self->progress_data = progress_data;
  dtl_document_work_async (document, dtl_import_file_async, import, self, (GDestroyNotify) work_free, cancellable,
                           callback, user_data);
}

/**
 * dtl_import_file_finish:
 * @error: as for dtl_import_file(); where the file could not be written, the case shows what was imported all the same
 *
 * Returns: (transfer full) (nullable)
 */
DtlImportReport *
dtl_import_file_finish (DtlDocument *document, GAsyncResult *result, GError **error)
{
  if (!dtl_document_work_finish (document, result, error))
    return NULL;

  return g_steal_pointer (&((Work *) dtl_document_work_get_data (result))->report);
}
