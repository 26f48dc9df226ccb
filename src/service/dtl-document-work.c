/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes that take longer than a frame. A thread gets a document of its own, does with it what the command line does,
 * and what has come of it is taken over when it is done:
 *
 *   document (window)             document (thread)
 *   working copy ------lent-----> working copy, written and published
 *   a snapshot of it, read by     tables, read anew
 *   whoever shows the case
 *   both  <-----taken back------- also where nothing came of it
 *
 * A case that was not edited yet lends nothing: the thread makes the working copy, and gives it up again if nothing was
 * changed. */
#include "config.h"

#include "service/dtl-document-parts-private.h"
#include "service/dtl-jobs.h"

/**
 * Work:
 * @own: (nullable): the thread's document; from the start where a working copy is lent
 * @is_lent: whether it has the working copy of the one that is shown
 * @is_changed: whether it shows something else than before
 */
typedef struct
{
  char *path;
  DtlDocument *own;
  gboolean is_lent;
  gboolean is_changed;
  DtlWorkFunc func;
  gpointer data;
  GDestroyNotify free_data;
  GTask *task; /* of who waits; not owned */
} Work;

static void
work_free (Work *self)
{
  g_clear_object (&self->own);
  if (self->free_data != NULL)
    self->free_data (self->data);
  g_free (self->path);
  g_free (self);
}

/* --- on the thread ---------------------------------------------------------------------------------------------- */

static gboolean
begin (Work *self, GError **error)
{
  if (self->is_lent)
    {
      dtl_store_take_over (self->own->store);
      return dtl_document_read (self->own, error);
    }
  self->own = dtl_document_open (self->path, error);

  return self->own != NULL;
}

static gboolean
run (Work *self, GError **error)
{
  gboolean is_done;
  guint n_read;

  if (!begin (self, error))
    return FALSE;
  n_read = self->own->n_read;
  is_done = self->func (self->own, self->task, self->data, error);
  self->is_changed = self->own->n_read > n_read;
  if (self->is_changed)
    dtl_document_prepare (self->own);

  return is_done;
}

static void
run_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (run (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  dtl_jobs_end ();
}

/* --- around it -------------------------------------------------------------------------------------------------- */

static gboolean
lend (DtlDocument *self, Work *work, GError **error)
{
  DtlStore *snapshot;

  if (self->working_copy == NULL)
    return TRUE;
  snapshot = dtl_store_open_snapshot (dtl_working_copy_get_path (self->working_copy), error);
  if (snapshot == NULL)
    return FALSE;
  work->own = g_object_new (DTL_TYPE_DOCUMENT, NULL);
  work->own->path = g_strdup (self->path);
  work->own->identity = self->identity;
  work->own->store = self->store;
  work->own->working_copy = g_steal_pointer (&self->working_copy);
  work->is_lent = TRUE;
  self->store = snapshot;

  return TRUE;
}

static void
take_back (DtlDocument *self, Work *work)
{
  DtlDocument *own = work->own;

  self->is_working = FALSE;
  if (own == NULL)
    return;
  dtl_store_take_over (own->store);
  if (!work->is_lent && !work->is_changed)
    return;
  dtl_store_close (self->store);
  self->working_copy = g_steal_pointer (&own->working_copy);
  if (work->is_changed)
    dtl_document_take_content (self, own);
  else
    self->store = g_steal_pointer (&own->store);
  /* Whoever changes it goes on with it. */
  if (self->recovery != NULL && !self->recovery->is_apart && !dtl_document_has_unpublished (self))
    g_clear_pointer (&self->recovery, dtl_recovery_free);
}

static void
worked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (DtlDocument) self = g_object_ref (g_task_get_source_object (task));
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  take_back (self, work);
  dtl_document_emit_working_changed (self);
  if (work->is_changed)
    dtl_document_emit_changed (self);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* The thread may be the last one to let go of its task, and must not be of the document. */
static void
start (DtlDocument *self, GTask *task)
{
  g_autoptr (GTask) inner = g_task_new (NULL, g_task_get_cancellable (task), worked_cb, g_object_ref (task));

  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, g_task_get_task_data (task), NULL);
  self->is_working = TRUE;
  dtl_jobs_begin ();
  g_task_run_in_thread (inner, run_in_thread);
  dtl_document_emit_working_changed (self);
}

/**
 * dtl_document_work_async:
 * @func: called on a thread with a document of that thread, and a task to be asked for the cancellable
 * @data: (nullable): for @func; see dtl_document_work_get_data()
 * @free_data: (nullable)
 * @cancellable: (nullable): for @func, which has to look at it; what was changed all the same counts
 * @callback: ends with dtl_document_work_finish()
 *
 * Emits ::changed before @callback where @func changed something, also where it then failed.
 */
void
dtl_document_work_async (DtlDocument *self,
                         gpointer tag,
                         DtlWorkFunc func,
                         gpointer data,
                         GDestroyNotify free_data,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);
  GError *error = NULL;

  work->path = g_strdup (self->path);
  work->func = func;
  work->data = data;
  work->free_data = free_data;
  work->task = task;
  g_task_set_source_tag (task, tag);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  self->was_unpublished = dtl_document_has_unpublished (self);
  if (dtl_document_check_idle (self, &error) && lend (self, work, &error))
    start (self, task);
  else
    g_task_return_error (task, error);
}

gboolean
dtl_document_work_finish (DtlDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* (transfer none): what dtl_document_work_async() was given */
gpointer
dtl_document_work_get_data (GAsyncResult *result)
{
  return ((Work *) g_task_get_task_data (G_TASK (result)))->data;
}

/* Returns: whether a thread has the case: it can be read meanwhile, and not be changed */
gboolean
dtl_document_is_working (DtlDocument *self)
{
  g_return_val_if_fail (DTL_IS_DOCUMENT (self), FALSE);

  return self->is_working;
}

/* --- publishing, undo and redo ---------------------------------------------------------------------------------- */

static gboolean
publish (DtlDocument *own, GTask *task, gpointer data, GError **error)
{
  return dtl_document_ensure_working_copy (own, error) && dtl_document_publish (own, error);
}

/**
 * dtl_document_publish_async:
 * @callback: ends with dtl_document_publish_finish()
 */
void
dtl_document_publish_async (DtlDocument *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (DTL_IS_DOCUMENT (self));

  dtl_document_work_async (self, dtl_document_publish_async, publish, NULL, NULL, NULL, callback, user_data);
}

gboolean
dtl_document_publish_finish (DtlDocument *self, GAsyncResult *result, GError **error)
{
  return dtl_document_work_finish (self, result, error);
}

typedef struct
{
  gboolean redo;
  int64_t when_utc_seconds;
  char *label;
} Step;

static void
step_free (Step *self)
{
  g_free (self->label);
  g_free (self);
}

static gboolean
step_history (DtlDocument *own, GTask *task, gpointer data, GError **error)
{
  Step *step = data;

  if (!dtl_document_ensure_working_copy (own, error) ||
      !(step->redo ? dtl_store_redo : dtl_store_undo) (own->store, step->when_utc_seconds, &step->label, error))
    return FALSE;

  return step->label == NULL || dtl_document_publish (own, error);
}

/**
 * dtl_document_step_history_async:
 * @redo: whether to redo rather than undo
 * @when_utc_seconds: for the log
 * @callback: ends with dtl_document_step_history_finish()
 */
void
dtl_document_step_history_async (DtlDocument *self,
                                 gboolean redo,
                                 int64_t when_utc_seconds,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  Step *step = g_new0 (Step, 1);

  g_return_if_fail (DTL_IS_DOCUMENT (self));

  step->redo = redo;
  step->when_utc_seconds = when_utc_seconds;
  dtl_document_work_async (self, dtl_document_step_history_async, step_history, step, (GDestroyNotify) step_free, NULL,
                           callback, user_data);
}

/* @label: (out) (transfer full) (nullable): of what was undone or redone; NULL where there was nothing to do */
gboolean
dtl_document_step_history_finish (DtlDocument *self, GAsyncResult *result, char **label, GError **error)
{
  gboolean is_done = dtl_document_work_finish (self, result, error);

  *label = g_steal_pointer (&((Step *) dtl_document_work_get_data (result))->label);

  return is_done;
}
