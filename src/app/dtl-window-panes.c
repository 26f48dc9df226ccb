/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F6: the focus goes from header to sidebar, timeline or list, overview and evidence, and round again. Within a pane
 * Tab goes on. Panes that are folded away are passed by. */
#include "config.h"

#include "app/dtl-window-private.h"

/* Returns: (element-type GtkWidget) (transfer full): the panes that are to be seen, in their order */
static GPtrArray *
list_panes (DtlWindow *self)
{
  static const char *const parts[] = { "header", "sidebar", "content", "evidence" };
  GPtrArray *panes = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GtkWidget) pane = NULL;

      g_object_get (self->shell, parts[i], &pane, NULL);
      if (pane != NULL && gtk_widget_get_mapped (pane))
        g_ptr_array_add (panes, g_steal_pointer (&pane));
    }
  return panes;
}

/* The content begins with bars that come and go; who comes to it means the timeline, if that is what it shows. */
static gboolean
enter_pane (DtlWindow *self, GtkWidget *pane)
{
  GtkWidget *canvas = GTK_WIDGET (dtl_timeline_view_get_canvas (self->timeline));

  if (gtk_widget_is_ancestor (canvas, pane) && gtk_widget_get_mapped (canvas))
    return gtk_widget_grab_focus (canvas);
  return gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
}

static void
step_pane_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DtlWindow *self = DTL_WINDOW (widget);
  g_autoptr (GPtrArray) panes = list_panes (self);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  int step = g_strcmp0 (name, "win.next-pane") == 0 ? 1 : -1;
  int n_panes = (int) panes->len;
  int at = step > 0 ? -1 : n_panes;

  for (int i = 0; focus != NULL && i < n_panes; i++)
    if (gtk_widget_is_ancestor (focus, g_ptr_array_index (panes, i)))
      at = i;
  for (int i = 1; i <= n_panes; i++)
    if (enter_pane (self, g_ptr_array_index (panes, (at + i * step + (i + 1) * n_panes) % n_panes)))
      break;
  gtk_window_set_focus_visible (GTK_WINDOW (self), TRUE);
}

void
dtl_window_panes_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.next-pane", NULL, step_pane_action);
  gtk_widget_class_install_action (widget_class, "win.previous-pane", NULL, step_pane_action);
}
