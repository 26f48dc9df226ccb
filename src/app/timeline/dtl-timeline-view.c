/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-timeline-view.h. */
#include "config.h"

#include "app/timeline/dtl-timeline-view.h"

#include <glib/gi18n.h>

#include "app/settings/dtl-settings.h"
#include "app/timeline/dtl-legend-panel.h"
#include "app/timeline/dtl-overview.h"

/* The overview gives way where less than this would be left for the lanes. */
#define LINE_MIN_HEIGHT_PX 300

struct _DtlTimelineView
{
  GtkWidget parent_instance;
  GtkStack *stack;
  DtlCanvas *canvas;
  GtkScrollbar *scrollbar;
  DtlOverview *overview;
  DtlLegendPanel *legend;
  GtkWidget *selection_bar;
  GtkLabel *selection_label;
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

/* The overview stays away where there is no time to look over, and where it is not wanted. */
static void
update_page (DtlTimelineView *self)
{
  DtlColumns *columns =
      self->session != NULL ? dtl_document_get_columns (dtl_session_get_document (self->session)) : NULL;

  if (columns != NULL)
    gtk_stack_set_visible_child_name (self->stack, columns->n_events > 0 ? "line" : "no-events");
  gtk_widget_set_visible (GTK_WIDGET (self->overview),
                          columns != NULL && columns->n_dated > 0 &&
                              g_settings_get_boolean (dtl_settings_get (), "show-overview"));
}

/* What can be done with several events is offered where they are. */
static void
update_selection (DtlTimelineView *self)
{
  guint n_chosen = self->session != NULL ? dtl_session_get_n_chosen (self->session) : 0;
  g_autofree char *words = g_strdup_printf (ngettext ("%u event selected", "%u events selected", n_chosen), n_chosen);

  gtk_label_set_text (self->selection_label, words);
  gtk_widget_set_visible (self->selection_bar, n_chosen > 1);
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

/* --- size ------------------------------------------------------------------------------------------------------- */

static void
dtl_timeline_view_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  DtlTimelineView *self = DTL_TIMELINE_VIEW (widget);
  int overview_min = 0, overview_nat = 0;

  gtk_widget_measure (GTK_WIDGET (self->stack), orientation, -1, minimum, natural, NULL, NULL);
  if (gtk_widget_get_visible (GTK_WIDGET (self->overview)))
    gtk_widget_measure (GTK_WIDGET (self->overview), orientation, -1, &overview_min, &overview_nat, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (*minimum, overview_min);
      *natural = MAX (*natural, overview_nat);
    }
  else
    *natural += overview_nat;
  *minimum_baseline = *natural_baseline = -1;
}

/* In a low window the lanes have all of it; children may be left out here, though not come and go. */
static void
dtl_timeline_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DtlTimelineView *self = DTL_TIMELINE_VIEW (widget);
  GtkWidget *overview = GTK_WIDGET (self->overview);
  int strip = 0;

  if (gtk_widget_get_visible (overview))
    gtk_widget_measure (overview, GTK_ORIENTATION_VERTICAL, -1, NULL, &strip, NULL, NULL);
  if (height - strip < LINE_MIN_HEIGHT_PX)
    strip = 0;
  gtk_widget_set_child_visible (overview, strip > 0);
  gtk_widget_allocate (GTK_WIDGET (self->stack), width, height - strip, -1, NULL);
  if (strip > 0)
    gtk_widget_allocate (overview, width, strip, -1,
                         gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, (float) (height - strip))));
}

/* Thin above the lanes until the pointer comes near. */
static void
scrollbar_state_cb (DtlTimelineView *self)
{
  if (gtk_widget_get_state_flags (GTK_WIDGET (self->scrollbar)) & (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_ACTIVE))
    gtk_widget_add_css_class (GTK_WIDGET (self->scrollbar), "hovering");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->scrollbar), "hovering");
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
  widget_class->measure = dtl_timeline_view_measure;
  widget_class->size_allocate = dtl_timeline_view_size_allocate;
  g_type_ensure (DTL_TYPE_CANVAS);
  g_type_ensure (DTL_TYPE_OVERVIEW);
  g_type_ensure (DTL_TYPE_LEGEND_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/dateline/ui/dtl-timeline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DtlTimelineView, stack);
  gtk_widget_class_bind_template_child (widget_class, DtlTimelineView, canvas);
  gtk_widget_class_bind_template_child (widget_class, DtlTimelineView, scrollbar);
  gtk_widget_class_bind_template_child (widget_class, DtlTimelineView, overview);
  gtk_widget_class_bind_template_child (widget_class, DtlTimelineView, legend);
  gtk_widget_class_bind_template_child (widget_class, DtlTimelineView, selection_bar);
  gtk_widget_class_bind_template_child (widget_class, DtlTimelineView, selection_label);
  gtk_widget_class_bind_template_callback (widget_class, event_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, scrollbar_state_cb);
}

static void
dtl_timeline_view_init (DtlTimelineView *self)
{
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));
  adjustment = dtl_canvas_get_vadjustment (self->canvas);
  gtk_scrollbar_set_adjustment (self->scrollbar, adjustment);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (adjustment_changed_cb), self, G_CONNECT_SWAPPED);
  dtl_overview_set_canvas (self->overview, self->canvas);
  dtl_legend_panel_set_canvas (self->legend, self->canvas);
  g_settings_bind (dtl_settings_get (), "show-legend", self->legend, "visible",
                   G_SETTINGS_BIND_GET | G_SETTINGS_BIND_NO_SENSITIVITY);
  g_signal_connect_object (dtl_settings_get (), "changed::show-overview", G_CALLBACK (update_page), self,
                           G_CONNECT_SWAPPED);
  update_page (self);
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
    {
      dtl_canvas_set_session (self->canvas, session);
      dtl_overview_set_session (self->overview, session);
    }
  if (session == NULL)
    return;
  g_signal_connect_swapped (session, "case-changed", G_CALLBACK (update_page), self);
  g_signal_connect_swapped (session, "case-changed", G_CALLBACK (update_selection), self);
  g_signal_connect_swapped (session, "filter-changed", G_CALLBACK (update_selection), self);
  g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (update_selection), self);
  update_selection (self);
  update_page (self);
}

/* Returns: (transfer none) */
DtlCanvas *
dtl_timeline_view_get_canvas (DtlTimelineView *self)
{
  g_return_val_if_fail (DTL_IS_TIMELINE_VIEW (self), NULL);
  return self->canvas;
}
