/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions that move the line: zooming, and going back and forward through what was looked at. They are of no use
 * while the line cannot be seen. */
#include "app/dtl-window-private.h"

/* One step of the zoom buttons and keys. */
#define ZOOM_STEP 1.5

static DtlCanvas *
get_canvas (DtlWindow *self)
{
  return dtl_timeline_view_get_canvas (self->timeline);
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DtlCanvas *canvas = get_canvas (DTL_WINDOW (widget));

  if (g_strcmp0 (name, "win.zoom-in") == 0)
    dtl_canvas_zoom_by (canvas, ZOOM_STEP);
  else if (g_strcmp0 (name, "win.zoom-out") == 0)
    dtl_canvas_zoom_by (canvas, 1 / ZOOM_STEP);
  else
    dtl_canvas_fit (canvas);
}

static void
go_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dtl_canvas_go (get_canvas (DTL_WINDOW (widget)), g_strcmp0 (name, "win.view-back") == 0 ? -1 : 1);
}

/* To be called when case or view are others. */
void
dtl_window_line_update (DtlWindow *self)
{
  static const char *const zooming[] = { "win.zoom-in", "win.zoom-out", "win.zoom-fit" };
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean shows_line = self->session != NULL && dtl_window_views_shows_line (self);

  for (guint i = 0; i < G_N_ELEMENTS (zooming); i++)
    gtk_widget_action_set_enabled (widget, zooming[i], shows_line);
  gtk_widget_action_set_enabled (widget, "win.view-back", shows_line && dtl_canvas_can_go (get_canvas (self), -1));
  gtk_widget_action_set_enabled (widget, "win.view-forward", shows_line && dtl_canvas_can_go (get_canvas (self), 1));
}

void
dtl_window_line_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "win.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "win.zoom-fit", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "win.view-back", NULL, go_action);
  gtk_widget_class_install_action (widget_class, "win.view-forward", NULL, go_action);
}

void
dtl_window_line_init (DtlWindow *self)
{
  g_signal_connect_object (get_canvas (self), "history-changed", G_CALLBACK (dtl_window_line_update), self,
                           G_CONNECT_SWAPPED);
}
