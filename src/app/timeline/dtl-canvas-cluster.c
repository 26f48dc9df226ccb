/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a cluster does: a click or Return opens it into a list, a double click zooms into it. */
#include "app/timeline/dtl-canvas-private.h"
#include "app/timeline/dtl-cluster-popover.h"

/* A cluster whose span cannot be spread further than this is listed instead. */
#define LEAST_OPENING 1.05

static gboolean
unparent_cb (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* What was chosen is heard of after it has closed. */
static void
closed_cb (DtlCanvas *self, GtkWidget *popover)
{
  if (self->cluster_popover == popover)
    g_clear_object (&self->cluster_popover);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
  if (self->cluster_popover == NULL && dtl_canvas_get_focus_item (self) == NULL &&
      gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
event_chosen_cb (DtlCanvas *self, guint row)
{
  dtl_canvas_select (self, row, self->cluster_lane);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit_by_name (self, "event-opened");
}

static void
zoom_asked_cb (DtlCanvas *self)
{
  DtlViewport before;

  dtl_canvas_depart (self, &before);
  dtl_canvas_show_span (self, self->cluster_from, self->cluster_to);
  dtl_canvas_arrive (self, &before);
}

/* Puts the list away that is open. */
void
dtl_canvas_close_cluster (DtlCanvas *self)
{
  if (self->cluster_popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->cluster_popover));
}

/* Its first row can have the focus once it has its place. Grabbing it for the list leaves it with the list itself. */
static gboolean
focus_row_cb (GtkWidget *popover, GdkFrameClock *clock, gpointer user_data)
{
  GtkWidget *list = dtl_cluster_popover_get_list (DTL_CLUSTER_POPOVER (popover));

  if (gtk_widget_get_height (list) == 0)
    return G_SOURCE_CONTINUE;
  if (gtk_widget_has_focus (list)) /* and nobody has moved on meanwhile */
    gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

static void
popup (DtlCanvas *self, GtkWidget *popover, const GdkRectangle *box)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  graphene_point_t at;

  g_clear_object (&self->cluster_popover); /* it goes by itself */
  self->cluster_popover = g_object_ref_sink (popover);
  g_signal_connect_object (popover, "event-chosen", G_CALLBACK (event_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "zoom-asked", G_CALLBACK (zoom_asked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (unparent_cb), popover, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (popover, parent);
  if (gtk_widget_compute_point (GTK_WIDGET (self), parent, &GRAPHENE_POINT_INIT ((float) box->x, (float) box->y), &at))
    gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                                 &(GdkRectangle){ (int) at.x, (int) at.y, box->width, box->height });
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_grab_focus (dtl_cluster_popover_get_list (DTL_CLUSTER_POPOVER (popover)));
  gtk_widget_add_tick_callback (popover, focus_row_cb, NULL, NULL);
}

/* A cluster that was bound to an item of the accessible list, as it stands in the layout now; NULL if it is gone. */
static const DtlItem *
find_cluster (DtlCanvas *self, const DtlCanvasPlace *place)
{
  DtlColumns *columns = dtl_document_get_columns (dtl_session_get_document (self->session));
  int64_t left = (int64_t) self->view.offset_px;
  g_autoptr (GPtrArray) items = dtl_layout_get_items (self->layout, left, left + self->view.width_px);

  for (guint i = 0; i < items->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (items, i);

      if (item->kind == DTL_ITEM_CLUSTER && item->lane == place->lane && item->n_events == place->n_events &&
          columns->id[dtl_layout_get_first_row (self->layout, item)] == place->id)
        return item;
    }
  return NULL;
}

/* Opens a cluster into a list beside it. */
void
dtl_canvas_list_cluster (DtlCanvas *self, const DtlCanvasPlace *place)
{
  const DtlItem *item = dtl_canvas_ensure_layout (self) ? find_cluster (self, place) : NULL;
  g_autofree char *title = dtl_canvas_name_cluster (place);

  dtl_canvas_close_cluster (self);
  if (item == NULL)
    return;
  self->cluster_lane = place->lane;
  self->cluster_from = place->from_seconds;
  self->cluster_to = place->to_seconds;
  popup (
      self,
      dtl_cluster_popover_new (self->session, title, dtl_layout_get_cluster_rows (self->layout, item), item->n_events),
      &place->box);
}

/* Zooms into a cluster; one that cannot be spread opens into its list. */
void
dtl_canvas_zoom_to_cluster (DtlCanvas *self, const DtlCanvasPlace *place)
{
  DtlViewport before;
  double px_per_day;
  gboolean spreads;

  dtl_canvas_close_cluster (self);
  dtl_canvas_depart (self, &before);
  px_per_day = self->view.scale.px_per_day;
  dtl_canvas_show_span (self, place->from_seconds, place->to_seconds);
  spreads = self->view.scale.px_per_day >= px_per_day * LEAST_OPENING;
  if (!spreads)
    dtl_canvas_set_view (self, &before);
  dtl_canvas_arrive (self, &before);
  if (!spreads)
    dtl_canvas_list_cluster (self, place);
}
