/* SPDX-License-Identifier: GPL-3.0-or-later */
/* win.present: the case as a talk (app/present). What was shown last is selected afterwards. */
#include "app/dtl-window-private.h"
#include "app/present/dtl-presentation.h"

static void
left_cb (DtlWindow *self, DtlPresentation *presentation)
{
  if (self->session != NULL)
    dtl_session_select (self->session, dtl_presentation_get_event (presentation), DTL_ID_NONE);
}

static void
present_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DtlWindow *self = DTL_WINDOW (widget);
  GtkWidget *presentation;

  if (self->session == NULL)
    return;
  presentation = dtl_presentation_new (GTK_WINDOW (self), dtl_timeline_view_get_canvas (self->timeline));
  g_signal_connect_object (presentation, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (presentation));
}

/* There must be something to show. */
void
dtl_window_presentation_update (DtlWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.present",
                                 self->session != NULL &&
                                     dtl_bitset_count (dtl_session_get_visible (self->session)) > 0);
}

void
dtl_window_presentation_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.present", NULL, present_action);
}
