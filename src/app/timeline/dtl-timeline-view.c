/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-timeline-view.h. */
#include "app/timeline/dtl-timeline-view.h"

struct _DtlTimelineView
{
  GtkWidget parent_instance;
  GtkStack *stack;
  DtlCanvas *canvas;
  GtkScrollbar *scrollbar;
  DtlSession *session;
  guint idle_id;
};

G_DEFINE_FINAL_TYPE (DtlTimelineView, dtl_timeline_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_EVENT_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
event_opened_cb (DtlTimelineView *self)
{
  g_signal_emit (self, signals[SIGNAL_EVENT_OPENED], 0);
}

static void
update_page (DtlTimelineView *self)
{
  DtlDocument *document = dtl_session_get_document (self->session);
  gboolean has_events = dtl_document_get_columns (document)->n_events > 0;

  gtk_stack_set_visible_child_name (self->stack, has_events ? "line" : "no-events");
}

/* A scrollbar for lanes that all fit would only be in the way. */
static gboolean
show_scrollbar_cb (gpointer user_data)
{
  DtlTimelineView *self = user_data;
  GtkAdjustment *adjustment = dtl_canvas_get_vadjustment (self->canvas);

  self->idle_id = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->scrollbar),
                          gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment));
  return G_SOURCE_REMOVE;
}

/* The canvas learns its height while it is allocated, when no widget may come or go. */
static void
adjustment_changed_cb (DtlTimelineView *self)
{
  if (self->idle_id == 0)
    self->idle_id = g_idle_add (show_scrollbar_cb, self);
}

static void
dtl_timeline_view_dispose (GObject *object)
{
  DtlTimelineView *self = DTL_TIMELINE_VIEW (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  dtl_timeline_view_set_session (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), DTL_TYPE_TIMELINE_VIEW);
  G_OBJECT_CLASS (dtl_timeline_view_parent_class)->dispose (object);
}

static void
dtl_timeline_view_class_init (DtlTimelineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_timeline_view_dispose;
  signals[SIGNAL_EVENT_OPENED] =
      g_signal_new ("event-opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (DTL_TYPE_CANVAS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/dateline/ui/dtl-timeline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DtlTimelineView, stack);
  gtk_widget_class_bind_template_child (widget_class, DtlTimelineView, canvas);
  gtk_widget_class_bind_template_child (widget_class, DtlTimelineView, scrollbar);
  gtk_widget_class_bind_template_callback (widget_class, event_opened_cb);
}

static void
dtl_timeline_view_init (DtlTimelineView *self)
{
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));
  adjustment = dtl_canvas_get_vadjustment (self->canvas);
  gtk_scrollbar_set_adjustment (self->scrollbar, adjustment);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (adjustment_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * dtl_timeline_view_set_session:
 * @session: (nullable): what to show; kept referenced
 */
void
dtl_timeline_view_set_session (DtlTimelineView *self, DtlSession *session)
{
  g_return_if_fail (DTL_IS_TIMELINE_VIEW (self));

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (self->canvas != NULL)
    dtl_canvas_set_session (self->canvas, session);
  if (session == NULL)
    return;
  g_signal_connect_swapped (session, "case-changed", G_CALLBACK (update_page), self);
  update_page (self);
}

/* Returns: (transfer none) */
DtlCanvas *
dtl_timeline_view_get_canvas (DtlTimelineView *self)
{
  g_return_val_if_fail (DTL_IS_TIMELINE_VIEW (self), NULL);
  return self->canvas;
}
