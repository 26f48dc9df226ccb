/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-export-worker.h. */
#include "config.h"

#include "service/dtl-export-worker.h"

#include "service/dtl-document-private.h"
#include "service/dtl-jobs.h"

/* Less is not seen on a bar. */
#define PROGRESS_STEP 0.005

/**
 * DtlExportWorker:
 * @busy: held by the thread that works; @document is its
 * @place: where the case is read
 * @document: (nullable): NULL until the first thing was asked for
 * @known_on: (nullable): as of which day pictures show the case
 */
struct _DtlExportWorker
{
  GObject parent_instance;

  char *case_path;
  DtlPlace place;
  char *known_on;
  gboolean known_may_be;
  GMutex busy;
  DtlDocument *document;
};

G_DEFINE_FINAL_TYPE (DtlExportWorker, dtl_export_worker, G_TYPE_OBJECT)

typedef enum
{
  JOB_PREVIEW,
  JOB_WRITE,
  JOB_RECORD,
} JobKind;

/** Job: what one thread is to do. @path: (nullable): of the file to write. @told: the fraction last told. */
typedef struct
{
  JobKind kind;
  DtlExportOptions options;
  DtlFilter *filter;
  char *title;
  char *language;
  char *dated;
  char *path;
  int max_width_px;
  int max_height_px;
  guint page;
  DtlExportProgressFunc progress;
  gpointer progress_data;
  GTask *task; /* not owned */
  double told;
} Job;

static void
dtl_export_worker_finalize (GObject *object)
{
  DtlExportWorker *self = DTL_EXPORT_WORKER (object);

  if (self->document != NULL)
    dtl_store_take_over (dtl_document_get_store (self->document));
  g_clear_object (&self->document);
  g_mutex_clear (&self->busy);
  g_free (self->case_path);
  dtl_place_clear (&self->place);
  g_free (self->known_on);

  G_OBJECT_CLASS (dtl_export_worker_parent_class)->finalize (object);
}

static void
dtl_export_worker_class_init (DtlExportWorkerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dtl_export_worker_finalize;
}

static void
dtl_export_worker_init (DtlExportWorker *self)
{
  g_mutex_init (&self->busy);
}

/**
 * dtl_export_worker_new:
 * @document: the case; not kept
 *
 * Returns: (transfer full): a worker for pictures of what @document shows, of the same day if it is limited to one
 */
DtlExportWorker *
dtl_export_worker_new (DtlDocument *document)
{
  DtlExportWorker *self;

  g_return_val_if_fail (DTL_IS_DOCUMENT (document), NULL);

  self = g_object_new (DTL_TYPE_EXPORT_WORKER, NULL);
  self->case_path = g_strdup (dtl_document_get_path (document));
  dtl_place_init (&self->place, document);
  self->known_on = g_strdup (dtl_document_get_known_on (document));
  self->known_may_be = dtl_document_get_known_may_be (document);

  return self;
}

static Job *
job_new (JobKind kind, const DtlExportOptions *options)
{
  Job *self = g_new0 (Job, 1);

  self->kind = kind;
  self->options = *options;
  self->filter = options->filter != NULL ? dtl_filter_copy (options->filter) : NULL;
  self->title = g_strdup (options->title);
  self->language = g_strdup (options->language);
  self->dated = g_strdup (options->dated);
  self->options.filter = self->filter;
  self->options.title = self->title;
  self->options.language = self->language;
  self->options.dated = self->dated;

  return self;
}

static void
job_free (Job *self)
{
  g_clear_pointer (&self->filter, dtl_filter_free);
  g_free (self->title);
  g_free (self->language);
  g_free (self->dated);
  g_free (self->path);
  g_free (self);
}

static void
tell_cb (int phase, double fraction, gpointer user_data)
{
  Job *self = user_data;

  self->progress ((DtlExportPhase) phase, fraction, self->progress_data);
}

/* On the working thread: told on in the context that waits. */
static void
job_progress (DtlExportPhase phase, double fraction, gpointer user_data)
{
  Job *self = user_data;

  if (fraction < self->told + PROGRESS_STEP)
    return;
  self->told = fraction;
  dtl_jobs_tell (self->task, phase, fraction, tell_cb, self);
}

static gboolean
ensure_document (DtlExportWorker *self, GError **error)
{
  g_autoptr (DtlDocument) document = NULL;

  if (self->document != NULL)
    {
      dtl_store_take_over (dtl_document_get_store (self->document));
      return TRUE;
    }
  document = dtl_document_open_at (self->case_path, &self->place, error);
  if (document == NULL ||
      (self->known_on != NULL && !dtl_document_set_known_on (document, self->known_on, self->known_may_be, error)))
    return FALSE;
  self->document = g_steal_pointer (&document);

  return TRUE;
}

static void
do_job (DtlExportWorker *self, GTask *task, Job *job, const DtlExportRun *run)
{
  DtlExportPreview *preview = NULL;
  GPtrArray *records = NULL;
  GError *error = NULL;

  if (g_cancellable_set_error_if_cancelled (run->cancellable, &error) || !ensure_document (self, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (job->kind == JOB_WRITE && dtl_export_to_path (self->document, job->path, &job->options, run, &error))
    g_task_return_boolean (task, TRUE);
  else if (job->kind == JOB_RECORD &&
           (records = dtl_export_record (self->document, &job->options, run, &error)) != NULL)
    g_task_return_pointer (task, records, (GDestroyNotify) g_ptr_array_unref);
  else if (job->kind == JOB_PREVIEW &&
           (preview = dtl_export_preview (self->document, &job->options, job->max_width_px, job->max_height_px,
                                          job->page, run, &error)) != NULL)
    g_task_return_pointer (task, preview, (GDestroyNotify) dtl_export_preview_free);
  else
    g_task_return_error (task, error);
}

static void
work (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  DtlExportWorker *self = source_object;
  Job *job = task_data;
  DtlExportRun run = { .cancellable = cancellable, .user_data = job };

  if (job->progress != NULL)
    run.progress = job_progress;
  g_mutex_lock (&self->busy);
  do_job (self, task, job, &run);
  g_mutex_unlock (&self->busy);
  dtl_jobs_end ();
}

/* Takes @job. */
static void
start (DtlExportWorker *self,
       Job *job,
       gpointer tag,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  job->task = task;
  g_task_set_source_tag (task, tag);
  /* What was written counts as written, even if it is cancelled in that very moment. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  dtl_jobs_begin ();
  g_task_run_in_thread (task, work);
}

/**
 * dtl_export_worker_preview_async:
 * @options: copied
 * @max_width_px, @max_height_px, @page: as for dtl_export_preview()
 * @cancellable: (nullable): to be cancelled before the next preview is asked for, which waits for this one
 */
void
dtl_export_worker_preview_async (DtlExportWorker *self,
                                 const DtlExportOptions *options,
                                 int max_width_px,
                                 int max_height_px,
                                 guint page,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  Job *job;

  g_return_if_fail (DTL_IS_EXPORT_WORKER (self) && options != NULL);

  job = job_new (JOB_PREVIEW, options);
  job->max_width_px = max_width_px;
  job->max_height_px = max_height_px;
  job->page = page;
  start (self, job, dtl_export_worker_preview_async, cancellable, callback, user_data);
}

/* Returns: (transfer full) (nullable) */
DtlExportPreview *
dtl_export_worker_preview_finish (DtlExportWorker *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * dtl_export_worker_write_async:
 * @path: the picture's file; a file that is there is replaced
 * @options: copied
 * @progress: (nullable): called in the caller's main context, never after @callback
 * @cancellable: (nullable): no file is then written or changed, nor anything left beside it
 */
void
dtl_export_worker_write_async (DtlExportWorker *self,
                               const char *path,
                               const DtlExportOptions *options,
                               DtlExportProgressFunc progress,
                               gpointer progress_data,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  Job *job;

  g_return_if_fail (DTL_IS_EXPORT_WORKER (self) && path != NULL && options != NULL);

  job = job_new (JOB_WRITE, options);
  job->path = g_strdup (path);
  job->progress = progress;
  job->progress_data = progress_data;
  start (self, job, dtl_export_worker_write_async, cancellable, callback, user_data);
}

gboolean
dtl_export_worker_write_finish (DtlExportWorker *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * dtl_export_worker_record_async:
 * @options: copied; of a PDF
 * @progress: (nullable): called in the caller's main context, never after @callback
 * @cancellable: (nullable)
 */
void
dtl_export_worker_record_async (DtlExportWorker *self,
                                const DtlExportOptions *options,
                                DtlExportProgressFunc progress,
                                gpointer progress_data,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  Job *job;

  g_return_if_fail (DTL_IS_EXPORT_WORKER (self) && options != NULL);

  job = job_new (JOB_RECORD, options);
  job->progress = progress;
  job->progress_data = progress_data;
  start (self, job, dtl_export_worker_record_async, cancellable, callback, user_data);
}

/* Returns: (transfer full) (nullable) (element-type cairo_surface_t): see dtl_export_record() */
GPtrArray *
dtl_export_worker_record_finish (DtlExportWorker *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
