/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading very many sources off the main thread, with a connection of its own, for a window that goes on meanwhile. */
#include "config.h"

#include "service/dtl-document-private.h"

#define WANTED_KEY "dtl-sources-wanted"

/** Reading: what the thread has, which may be the last one to let go of it. */
typedef struct
{
  DtlPlace place;
  GPtrArray *sources;
  GArray *having;
} Reading;

/** Wish: @columns: of the document when it asked; other ones want other sources. */
typedef struct
{
  DtlDocument *document;
  DtlColumns *columns;
} Wish;

static void
reading_free (Reading *self)
{
  dtl_place_clear (&self->place);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->having, g_array_unref);
  g_free (self);
}

static void
read_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Reading *reading = task_data;
  GError *error = NULL;
  g_autoptr (DtlStore) store = dtl_place_open (&reading->place, &error);

  if (store != NULL && (reading->sources = dtl_store_get_sources (store, &error)) != NULL)
    reading->having = dtl_store_list_event_sources (store, reading->sources, &error);
  if (reading->having != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* A file that was exchanged meanwhile is not what the document shows, nor is one that lacks something. */
static gboolean
is_of_what_shows (const Wish *wish, const Reading *reading)
{
  gboolean is_there;

  return dtl_document_get_columns (wish->document) == wish->columns &&
         (reading->place.is_working_copy ||
          (dtl_document_is_file_same (wish->document, &is_there) && !dtl_document_has_unpublished (wish->document)));
}

static void
wish_free (Wish *self)
{
  dtl_columns_unref (self->columns);
  g_object_unref (self->document);
  g_free (self);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Wish *wish = user_data;
  Reading *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean is_read = g_task_propagate_boolean (G_TASK (result), &error);

  g_object_set_data (G_OBJECT (wish->document), WANTED_KEY, NULL);
  if (!is_read)
    g_info ("The sources could not be read aside: %s", error->message);
  if (is_read && is_of_what_shows (wish, reading))
    dtl_document_take_sources (wish->document, reading->sources, reading->having);
  else
    dtl_document_take_sources (wish->document, NULL, NULL);
  wish_free (wish);
}

void
dtl_document_want_sources (DtlDocument *self)
{
  g_autoptr (GTask) task = NULL;
  Reading *reading;
  Wish *wish;

  g_return_if_fail (DTL_IS_DOCUMENT (self));

  if (dtl_document_has_sources (self) || g_object_get_data (G_OBJECT (self), WANTED_KEY) != NULL)
    return;
  g_object_set_data (G_OBJECT (self), WANTED_KEY, GINT_TO_POINTER (TRUE));
  reading = g_new0 (Reading, 1);
  dtl_place_init (&reading->place, self);
  wish = g_new0 (Wish, 1);
  wish->document = g_object_ref (self);
  wish->columns = dtl_columns_ref (dtl_document_get_columns (self));
  task = g_task_new (NULL, NULL, read_cb, wish);
  g_task_set_source_tag (task, dtl_document_want_sources);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  g_task_run_in_thread (task, read_in_thread);
}
