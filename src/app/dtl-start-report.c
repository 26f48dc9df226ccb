/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-start-report.h. */
#include "app/dtl-start-report.h"

static void
after_paint_cb (GtkWidget *widget, GdkFrameClock *clock)
{
  if (!gtk_widget_get_mapped (widget) || gtk_widget_get_width (widget) <= 0)
    return;
  g_printerr ("first-frame %" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, widget);
}

/* Runs in the widget's first frame, before that is painted. */
static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  g_signal_connect_object (clock, "after-paint", G_CALLBACK (after_paint_cb), widget, G_CONNECT_SWAPPED);
  return G_SOURCE_REMOVE;
}

/**
 * dtl_start_report_watch:
 * @widget: what has the content; the first call is the one that counts
 */
void
dtl_start_report_watch (GtkWidget *widget)
{
  static gboolean is_watched = FALSE;
  const GDebugKey keys[] = { { "start", 1 } };

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (is_watched || g_parse_debug_string (g_getenv ("DATELINE_DEBUG"), keys, G_N_ELEMENTS (keys)) == 0)
    return;
  is_watched = TRUE;
  gtk_widget_add_tick_callback (widget, tick_cb, NULL, NULL);
}
