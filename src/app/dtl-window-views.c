/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two views of the same events, line and list: which one shows, how one gets to the other, and that the next window
 * begins with the last one. */
#include "app/dtl-window-private.h"
#include "app/settings/dtl-settings.h"

enum
{
  PROP_VIEW = 1,
};

/* Asked for already while the template is being built. */
static const char *
get_view (DtlWindow *self)
{
  return self->views != NULL ? gtk_stack_get_visible_child_name (self->views) : "timeline";
}

static gboolean
shows_list (DtlWindow *self)
{
  return g_strcmp0 (get_view (self), "list") == 0;
}

/* Whether the line is the view that shows. */
gboolean
dtl_window_views_shows_line (DtlWindow *self)
{
  return !shows_list (self);
}

void
dtl_window_views_update (DtlWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_case = self->session != NULL;

  gtk_widget_action_set_enabled (widget, "win.view", has_case);
  gtk_widget_action_set_enabled (widget, "win.show-timeline", has_case);
  gtk_widget_action_set_enabled (widget, "win.show-list", has_case);
  dtl_window_line_update (self);
  dtl_window_folds_update (self);
}

/* The keyboard goes on in the view that shows. */
void
dtl_window_views_grab_focus (DtlWindow *self)
{
  if (shows_list (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  else
    gtk_widget_grab_focus (GTK_WIDGET (dtl_timeline_view_get_canvas (self->timeline)));
}

/* @name: "timeline" or "list" */
void
dtl_window_views_show (DtlWindow *self, const char *name)
{
  if (self->session == NULL || gtk_stack_get_child_by_name (self->views, name) == NULL)
    return;
  gtk_stack_set_visible_child_name (self->views, name);
  dtl_window_views_grab_focus (self);
}

static void
view_changed_cb (DtlWindow *self)
{
  g_settings_set_string (dtl_settings_get (), "view", get_view (self));
  dtl_window_views_update (self);
  g_object_notify (G_OBJECT (self), "view");
}

static void
show_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dtl_window_views_show (DTL_WINDOW (widget), g_strcmp0 (name, "win.show-list") == 0 ? "list" : "timeline");
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_VIEW)
    g_value_set_string (value, get_view (DTL_WINDOW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_VIEW)
    dtl_window_views_show (DTL_WINDOW (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

/* To be called when the window has another session. */
void
dtl_window_views_set_session (DtlWindow *self)
{
  dtl_event_list_set_session (self->list, self->session);
}

void
dtl_window_views_install (GtkWidgetClass *widget_class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (widget_class);

  g_type_ensure (DTL_TYPE_EVENT_LIST);
  object_class->get_property = get_property;
  object_class->set_property = set_property;
  /**
   * DtlWindow:view: "timeline" or "list".
   */
  g_object_class_install_property (
      object_class, PROP_VIEW,
      g_param_spec_string ("view", NULL, NULL, "timeline",
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY));
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, views);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, view_box);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, list);
  gtk_widget_class_install_property_action (widget_class, "win.view", "view");
  gtk_widget_class_install_action (widget_class, "win.show-timeline", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "win.show-list", NULL, show_action);
}

void
dtl_window_views_init (DtlWindow *self)
{
  g_autofree char *name = g_settings_get_string (dtl_settings_get (), "view");

  if (gtk_stack_get_child_by_name (self->views, name) != NULL)
    gtk_stack_set_visible_child_name (self->views, name);
  g_signal_connect_swapped (self->views, "notify::visible-child", G_CALLBACK (view_changed_cb), self);
}
