/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When the overview counts: at once in a small case. In one of many events the line comes first; once nobody switches
 * any more a thread counts, and until then the counts of the filter before stand. */
#include "app/timeline/dtl-overview-private.h"
#include "service/dtl-shown.h"
#include "service/dtl-whole.h"

#define SETTLE_MS 150

void
dtl_overview_counts_init (DtlOverview *self)
{
  self->many_events = DTL_SHOWN_MANY;
}

int
dtl_overview_get_strip_width (DtlOverview *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) - 2 * DTL_OVERVIEW_INSET_PX;
}

void
dtl_overview_stop_counting (DtlOverview *self)
{
  g_clear_handle_id (&self->recount_id, g_source_remove);
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
}

/* Counts for another width are left to be made anew. */
static void
take_whole (DtlOverview *self, DtlWhole *whole)
{
  dtl_overview_recount (self);
  self->has_span = whole->has_span;
  self->first_seconds = whole->first_seconds;
  self->last_seconds = whole->last_seconds;
  self->folds = g_steal_pointer (&whole->folds);
  if (dtl_overview_ensure_span (self) && whole->density != NULL &&
      whole->density->n_columns == dtl_overview_count_columns (&self->strip))
    self->density = g_steal_pointer (&whole->density);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  DtlOverview *self = user_data;
  g_autoptr (DtlWhole) whole = dtl_whole_find_finish (result, NULL);

  /* Cancelled, and perhaps gone. */
  if (whole == NULL)
    return;
  g_clear_object (&self->counting);
  if (whole->visible == dtl_session_get_visible (self->session))
    take_whole (self, whole);
  else
    dtl_overview_recount (self);
}

static gboolean
recount_cb (gpointer user_data)
{
  DtlOverview *self = user_data;
  int width = dtl_overview_get_strip_width (self);

  self->recount_id = 0;
  if (self->places == NULL || width <= 0)
    {
      dtl_overview_recount (self);
      return G_SOURCE_REMOVE;
    }
  self->counting = g_cancellable_new ();
  dtl_whole_find_async (dtl_session_get_document (self->session), dtl_session_get_visible (self->session), self->places,
                        width, self->counting, counted_cb, self);
  return G_SOURCE_REMOVE;
}

/* Another filter shows. */
void
dtl_overview_count_filter (DtlOverview *self)
{
  guint n_events = dtl_document_get_columns (dtl_session_get_document (self->session))->n_events;

  dtl_overview_stop_counting (self);
  if (n_events >= self->many_events && self->folds != NULL)
    self->recount_id = g_timeout_add (SETTLE_MS, recount_cb, self);
  else
    dtl_overview_recount (self);
}
