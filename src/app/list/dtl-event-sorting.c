/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-event-sorting.h. The store belongs to the main thread, so titles are read there, a few at a time; from then
 * on nothing but plain values is needed, and a thread has time. */
#include "app/list/dtl-event-sorting.h"

#include <gio/gio.h>

/* Up to so many events everything is done at once: less than a frame. */
#define AT_ONCE 3000
/* Reading so many titles takes a few milliseconds. */
#define SLICE 1000

/*
 * DtlEventSorting:
 * @orders: by column; NULL where not yet asked for
 * @wanted: the column that is being worked on; DTL_N_EVENT_COLUMNS for none
 * @titles: (nullable): read so far
 * @slice_id: a source that reads more titles
 * @comparing: (nullable): set while the thread works
 */
struct _DtlEventSorting
{
  DtlDocument *document;
  DtlColumns *columns;
  DtlActorTable *actors;
  DtlEventSortingReady ready;
  gpointer user_data;

  DtlEventOrder *orders[DTL_N_EVENT_COLUMNS];
  DtlEventColumn wanted;
  GPtrArray *titles;
  guint slice_id;
  GCancellable *comparing;
};

/* What the thread gets: values of its own, and shared ones that nobody changes. */
typedef struct
{
  DtlEventColumn column;
  DtlEventOrderInput input;
} Comparing;

static void
comparing_free (Comparing *self)
{
  dtl_columns_unref (self->input.columns);
  dtl_actor_table_unref (self->input.actors);
  g_clear_pointer (&self->input.titles, g_ptr_array_unref);
  g_clear_pointer (&self->input.kind_names, g_ptr_array_unref);
  g_free (self);
}

/* --- input ------------------------------------------------------------------------------------------------------ */

/* Reads titles up to the row @to. What cannot be read has none and stands at the end. */
static void
read_titles (DtlEventSorting *self, uint32_t to)
{
  DtlStore *store = dtl_document_get_store (self->document);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) read = NULL;
  uint32_t from;

  if (self->titles == NULL)
    self->titles = g_ptr_array_new_full (self->columns->n_events, g_free);
  from = self->titles->len;
  read = dtl_store_get_titles (store, self->columns->id + from, to - from, &error);
  if (read == NULL)
    {
      g_info ("Titles could not be read: %s", error->message);
      g_ptr_array_set_size (self->titles, (int) self->columns->n_events);
      return;
    }
  for (guint i = 0; i < read->len; i++)
    g_ptr_array_add (self->titles, g_steal_pointer (&read->pdata[i]));
}

static GPtrArray *
name_kinds (DtlEventSorting *self)
{
  GPtrArray *names = g_ptr_array_new_full (DTL_N_KINDS, g_free);
  DtlTitleProvider *titles = dtl_document_get_titles (self->document);
  gboolean is_used[DTL_N_KINDS] = { FALSE };

  for (uint32_t row = 0; row < self->columns->n_events; row++)
    is_used[self->columns->kind[row]] = TRUE;
  for (uint32_t kind = 0; kind < DTL_N_KINDS; kind++)
    g_ptr_array_add (names, is_used[kind] ? g_strdup (titles->get_group_name (titles, DTL_GROUP_KIND, kind)) : NULL);
  return names;
}

static Comparing *
make_input (DtlEventSorting *self, DtlEventColumn column)
{
  Comparing *comparing = g_new0 (Comparing, 1);

  comparing->column = column;
  comparing->input.columns = dtl_columns_ref (self->columns);
  comparing->input.actors = dtl_actor_table_ref (self->actors);
  if (column == DTL_EVENT_COLUMN_TITLE)
    comparing->input.titles = g_steal_pointer (&self->titles);
  if (column == DTL_EVENT_COLUMN_KIND)
    comparing->input.kind_names = name_kinds (self);
  return comparing;
}

/* --- making ----------------------------------------------------------------------------------------------------- */

static void
stop (DtlEventSorting *self)
{
  g_clear_handle_id (&self->slice_id, g_source_remove);
  g_clear_pointer (&self->titles, g_ptr_array_unref);
  if (self->comparing != NULL)
    g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
  self->wanted = DTL_N_EVENT_COLUMNS;
}

static void
compare_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  const Comparing *comparing = task_data;

  g_task_return_pointer (task, dtl_event_order_new (comparing->column, &comparing->input),
                         (GDestroyNotify) dtl_event_order_unref);
}

/* Cancelled means that @self may be gone. */
static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  DtlEventSorting *self = user_data;
  DtlEventOrder *order = g_task_propagate_pointer (G_TASK (result), NULL);

  if (order == NULL)
    return;
  self->orders[self->wanted] = order;
  g_clear_object (&self->comparing);
  self->wanted = DTL_N_EVENT_COLUMNS;
  self->ready (self->user_data);
}

static void
start_comparing (DtlEventSorting *self)
{
  g_autoptr (GTask) task = NULL;

  self->comparing = g_cancellable_new ();
  task = g_task_new (NULL, self->comparing, compared_cb, self);
  g_task_set_source_tag (task, start_comparing);
  g_task_set_task_data (task, make_input (self, self->wanted), (GDestroyNotify) comparing_free);
  g_task_run_in_thread (task, compare_in_thread);
}

static gboolean
slice_cb (gpointer user_data)
{
  DtlEventSorting *self = user_data;
  uint32_t n_read = self->titles != NULL ? self->titles->len : 0;

  read_titles (self, MIN (n_read + SLICE, self->columns->n_events));
  if (self->titles->len < self->columns->n_events)
    return G_SOURCE_CONTINUE;
  self->slice_id = 0;
  start_comparing (self);
  return G_SOURCE_REMOVE;
}

static gboolean
is_quick (DtlEventSorting *self, DtlEventColumn column)
{
  return column == DTL_EVENT_COLUMN_DATE || column == DTL_EVENT_COLUMN_KIND || column == DTL_EVENT_COLUMN_STATUS ||
         self->columns->n_events <= AT_ONCE;
}

/* Which events have which sources is not known before these are read. */
static void
sources_read_cb (DtlEventSorting *self)
{
  if (self->wanted == DTL_EVENT_COLUMN_SOURCES && self->comparing == NULL)
    start_comparing (self);
}

static void
make_at_once (DtlEventSorting *self, DtlEventColumn column)
{
  Comparing *comparing;

  if (column == DTL_EVENT_COLUMN_TITLE)
    read_titles (self, self->columns->n_events);
  comparing = make_input (self, column);
  self->orders[column] = dtl_event_order_new (column, &comparing->input);
  comparing_free (comparing);
}

/**
 * dtl_event_sorting_get:
 *
 * Gives up whatever else was asked for before.
 *
 * Returns: (transfer none) (nullable): the order, or NULL when it takes time: it is told when it is there
 */
DtlEventOrder *
dtl_event_sorting_get (DtlEventSorting *self, DtlEventColumn column)
{
  g_return_val_if_fail (self != NULL && column < DTL_N_EVENT_COLUMNS, NULL);

  if (self->orders[column] == NULL && column == self->wanted)
    return NULL;
  stop (self);
  if (column == DTL_EVENT_COLUMN_SOURCES && !dtl_document_has_sources (self->document))
    {
      self->wanted = column;
      dtl_document_want_sources (self->document);
      return NULL;
    }
  if (self->orders[column] == NULL && is_quick (self, column))
    make_at_once (self, column);
  if (self->orders[column] != NULL)
    return self->orders[column];
  self->wanted = column;
  if (column == DTL_EVENT_COLUMN_TITLE)
    self->slice_id = g_idle_add (slice_cb, self);
  else
    start_comparing (self);
  return NULL;
}

/**
 * dtl_event_sorting_new:
 * @document: whose events; as it is now
 * @ready: called in the main context
 *
 * Returns: (transfer full)
 */
DtlEventSorting *
dtl_event_sorting_new (DtlDocument *document, DtlEventSortingReady ready, gpointer user_data)
{
  DtlEventSorting *self;

  g_return_val_if_fail (DTL_IS_DOCUMENT (document), NULL);

  self = g_new0 (DtlEventSorting, 1);
  self->document = g_object_ref (document);
  self->columns = dtl_columns_ref (dtl_document_get_columns (document));
  self->actors = dtl_actor_table_ref (dtl_document_get_actors (document));
  self->ready = ready;
  self->user_data = user_data;
  self->wanted = DTL_N_EVENT_COLUMNS;
  g_signal_connect_swapped (document, "sources-read", G_CALLBACK (sources_read_cb), self);
  return self;
}

void
dtl_event_sorting_free (DtlEventSorting *self)
{
  g_return_if_fail (self != NULL);

  stop (self);
  for (int i = 0; i < DTL_N_EVENT_COLUMNS; i++)
    g_clear_pointer (&self->orders[i], dtl_event_order_unref);
  g_signal_handlers_disconnect_by_data (self->document, self);
  dtl_actor_table_unref (self->actors);
  dtl_columns_unref (self->columns);
  g_object_unref (self->document);
  g_free (self);
}
