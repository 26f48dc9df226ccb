/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's part in finding and filtering: the actions, and what shows when somebody steps to a match. */
#include "app/dtl-window-private.h"

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dtl_find_bar_open (DTL_WINDOW (widget)->find_bar);
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dtl_find_bar_step (DTL_WINDOW (widget)->find_bar, g_strcmp0 (name, "win.find-next") == 0 ? 1 : -1);
}

/* A pane that lies over the line would hide the bar too; there the match is shown on the line alone. */
static void
match_shown_cb (DtlWindow *self)
{
  if (dtl_shell_get_width_class (self->shell) == DTL_WIDTH_WIDE)
    dtl_shell_set_show_evidence (self->shell, TRUE);
}

/* What cannot be done now is insensitive. */
void
dtl_window_find_update (DtlWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_case = self->session != NULL;
  gboolean has_hits = has_case && dtl_session_get_n_hits (self->session) > 0;

  gtk_widget_action_set_enabled (widget, "win.find", has_case);
  gtk_widget_action_set_enabled (widget, "win.find-next", has_hits);
  gtk_widget_action_set_enabled (widget, "win.find-previous", has_hits);
  gtk_widget_set_sensitive (self->find_button, has_case);
}

/* To be called when the window has another session. */
void
dtl_window_find_set_session (DtlWindow *self)
{
  g_signal_connect_object (self->session, "search-changed", G_CALLBACK (dtl_window_find_update), self,
                           G_CONNECT_SWAPPED);
  dtl_find_bar_set_session (self->find_bar, self->session);
  dtl_filter_chips_set_session (self->chips, self->session);
  dtl_filter_pane_set_session (self->filters, self->session);
}

void
dtl_window_find_install (GtkWidgetClass *widget_class)
{
  g_type_ensure (DTL_TYPE_FIND_BAR);
  g_type_ensure (DTL_TYPE_FILTER_CHIPS);
  g_type_ensure (DTL_TYPE_FILTER_PANE);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, find_bar);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, find_button);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, chips);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, filters);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.find-next", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "win.find-previous", NULL, step_action);
}

/* To be called once the template is there. */
void
dtl_window_find_init (DtlWindow *self)
{
  g_object_bind_property (self->find_bar, "search-mode", self->find_button, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_signal_connect_swapped (self->find_bar, "match-shown", G_CALLBACK (match_shown_cb), self);
}
