/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the last window stood: its size, and which panes a person turned off in a window with room for all of them. In a
 * narrow one they fold and come over the content for a moment, which is nobody's lasting wish. */
#include "app/dtl-window-desktop-private.h"
#include "app/dtl-window-private.h"
#include "app/settings/dtl-settings.h"

static int
measure_width (DtlShell *shell, const char *part)
{
  g_autoptr (GtkWidget) widget = NULL;
  int minimum;

  g_object_get (shell, part, &widget, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static gboolean
has_room_for_all (DtlWindow *self)
{
  int wanted = measure_width (self->shell, "sidebar") + measure_width (self->shell, "content") +
               measure_width (self->shell, "evidence");

  return gtk_widget_get_width (GTK_WIDGET (self->shell)) >= wanted;
}

/* To be called after a person turned a pane on or off. */
void
dtl_window_state_keep_panes (DtlWindow *self)
{
  GSettings *settings = dtl_settings_get ();

  if (self->session == NULL || !has_room_for_all (self))
    return;
  g_settings_set_boolean (settings, "show-sidebar", dtl_shell_get_show_sidebar (self->shell));
  g_settings_set_boolean (settings, "show-evidence", dtl_shell_get_show_evidence (self->shell));
}

/* To be called when the panes come into view. They show themselves where there is room, so only hiding is to be done.
 */
void
dtl_window_state_show_panes (DtlWindow *self)
{
  GSettings *settings = dtl_settings_get ();

  if (!g_settings_get_boolean (settings, "show-sidebar"))
    dtl_shell_set_show_sidebar (self->shell, FALSE);
  if (!g_settings_get_boolean (settings, "show-evidence"))
    dtl_shell_set_show_evidence (self->shell, FALSE);
}

static gboolean
close_request_cb (DtlWindow *self)
{
  GSettings *settings = dtl_settings_get ();
  gboolean is_maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  int width;
  int height;

  g_settings_set_boolean (settings, "window-maximized", is_maximized);
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (!is_maximized && width >= 360 && height >= 294)
    {
      g_settings_set_int (settings, "window-width", width);
      g_settings_set_int (settings, "window-height", height);
    }
  return GDK_EVENT_PROPAGATE;
}

void
dtl_window_state_init (DtlWindow *self)
{
  GSettings *settings = dtl_settings_get ();

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  g_signal_connect (self, "close-request", G_CALLBACK (close_request_cb), NULL);
  g_signal_connect_swapped (self->sidebar_button, "clicked", G_CALLBACK (dtl_window_state_keep_panes), self);
  g_signal_connect_swapped (self->evidence_button, "clicked", G_CALLBACK (dtl_window_state_keep_panes), self);
}
