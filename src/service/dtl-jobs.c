/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/dtl-jobs.h"

static GMutex lock;
static GCond all_done;
static guint n_jobs;

typedef struct
{
  GTask *task;
  int phase;
  double fraction;
  DtlJobsTellFunc tell;
  gpointer user_data;
} Report;

static void
count (guint step)
{
  g_mutex_lock (&lock);
  n_jobs += step;
  if (n_jobs == 0)
    g_cond_broadcast (&all_done);
  g_mutex_unlock (&lock);
}

/* Something is about to be done on a thread. */
void
dtl_jobs_begin (void)
{
  count (1);
}

/* The last that its thread does. */
void
dtl_jobs_end (void)
{
  count (-1u);
}

/**
 * dtl_jobs_wait_all:
 *
 * Waits until no thread works. To be called before the program ends, when all has been cancelled: text that is shaped
 * on a thread while the process ends is shaped with tables that HarfBuzz has freed at exit.
 */
void
dtl_jobs_wait_all (void)
{
  g_mutex_lock (&lock);
  while (n_jobs > 0)
    g_cond_wait (&all_done, &lock);
  g_mutex_unlock (&lock);
}

static void
report_free (Report *self)
{
  g_object_unref (self->task);
  g_free (self);
}

static gboolean
report_cb (gpointer user_data)
{
  const Report *self = user_data;

  if (!g_task_get_completed (self->task))
    self->tell (self->phase, self->fraction, self->user_data);

  return G_SOURCE_REMOVE;
}

/**
 * dtl_jobs_tell:
 * @task: whose context is told; afterwards no more
 * @tell: called there, soon
 * @user_data: lives as long as @task
 *
 * For the thread that works.
 */
void
dtl_jobs_tell (GTask *task, int phase, double fraction, DtlJobsTellFunc tell, gpointer user_data)
{
  Report *report = g_new0 (Report, 1);

  *report = (Report){ g_object_ref (task), phase, fraction, tell, user_data };
  g_main_context_invoke_full (g_task_get_context (task), G_PRIORITY_DEFAULT, report_cb, report,
                              (GDestroyNotify) report_free);
}
