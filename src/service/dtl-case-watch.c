/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-case-watch.h. The kernel tells of what happens in the file's folder; where it does not, as on some network
 * drives, whoever comes back to the window has it looked at. */
#include "config.h"

#include "service/dtl-case-watch.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "service/dtl-document-private.h"

/* A file that is being written is told of again and again; it is looked at when that has ended for so long. */
#define REST_MS 250

struct _DtlCaseWatch
{
  GObject parent_instance;

  DtlDocument *document;
  GFileMonitor *monitor; /* (nullable): NULL where nothing can be told */
  DtlFileStanding standing;
  guint rest_id;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DtlCaseWatch, dtl_case_watch, G_TYPE_OBJECT)

static void
dtl_case_watch_dispose (GObject *object)
{
  DtlCaseWatch *self = DTL_CASE_WATCH (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (dtl_case_watch_parent_class)->dispose (object);
}

static void
dtl_case_watch_class_init (DtlCaseWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dtl_case_watch_dispose;
  signals[CHANGED] =
      g_signal_new ("changed", DTL_TYPE_CASE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dtl_case_watch_init (DtlCaseWatch *self)
{
}

/* Links are followed: what is written is what they lead to. (transfer full) */
static char *
resolve (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = g_strdup (real != NULL ? real : path);

  free (real);
  return copy;
}

static gboolean
is_folder_writable (const char *path)
{
  g_autofree char *file = resolve (path);
  g_autofree char *folder = g_path_get_dirname (file);

  return g_access (folder, W_OK | X_OK) == 0;
}

static DtlFileStanding
judge (DtlDocument *document)
{
  gboolean is_there;
  DtlFileStanding standing = 0;

  if (!dtl_document_is_file_same (document, &is_there))
    standing |= is_there ? DTL_FILE_STANDING_CHANGED : DTL_FILE_STANDING_GONE;
  if (dtl_document_has_unpublished (document))
    standing |= DTL_FILE_STANDING_KEPT;
  if (is_there && !is_folder_writable (dtl_document_get_path (document)))
    standing |= DTL_FILE_STANDING_READ_ONLY;
  return standing;
}

/* Looks at the file now; while a thread works on the case, when that is done. */
void
dtl_case_watch_check (DtlCaseWatch *self)
{
  DtlFileStanding standing;

  g_return_if_fail (DTL_IS_CASE_WATCH (self));

  if (dtl_document_is_working (self->document))
    return;
  standing = judge (self->document);
  if (standing == self->standing)
    return;
  self->standing = standing;
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
rest_cb (gpointer user_data)
{
  DtlCaseWatch *self = user_data;

  self->rest_id = 0;
  dtl_case_watch_check (self);
  return G_SOURCE_REMOVE;
}

static void
file_event_cb (DtlCaseWatch *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, rest_cb, self);
}

/**
 * dtl_case_watch_new:
 * @document: the case; kept referenced
 *
 * Returns: (transfer full): a watch that has looked once, and tells from now on
 */
DtlCaseWatch *
dtl_case_watch_new (DtlDocument *document)
{
  DtlCaseWatch *self;
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (DTL_IS_DOCUMENT (document), NULL);

  self = g_object_new (DTL_TYPE_CASE_WATCH, NULL);
  self->document = g_object_ref (document);
  path = resolve (dtl_document_get_path (document));
  file = g_file_new_for_path (path);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (file_event_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "working-changed", G_CALLBACK (dtl_case_watch_check), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "changed", G_CALLBACK (dtl_case_watch_check), self, G_CONNECT_SWAPPED);
  self->standing = judge (document);
  return self;
}

DtlFileStanding
dtl_case_watch_get_standing (DtlCaseWatch *self)
{
  g_return_val_if_fail (DTL_IS_CASE_WATCH (self), 0);
  return self->standing;
}
