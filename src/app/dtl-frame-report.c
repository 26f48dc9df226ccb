/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-frame-report.h. The main loop is busy from the end of one poll to the beginning of the next. */
#include "app/dtl-frame-report.h"

#include <time.h>

#define SHORT_US 2000

static GPollFunc poll_as_before;
static int64_t polled_us;
static int64_t polled_cpu_us;

static int64_t
read_processor_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (int64_t) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static gint
poll_and_measure (GPollFD *fds, guint n_fds, gint timeout_ms)
{
  int64_t now_us = g_get_monotonic_time ();
  gint n_ready;

  if (polled_us > 0 && now_us - polled_us >= SHORT_US)
    g_printerr ("busy %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", now_us, now_us - polled_us,
                read_processor_us () - polled_cpu_us);
  n_ready = poll_as_before (fds, n_fds, timeout_ms);
  polled_us = g_get_monotonic_time ();
  polled_cpu_us = read_processor_us ();
  return n_ready;
}

static void
after_paint_cb (void)
{
  g_printerr ("frame %" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
}

static void
realize_cb (GtkWidget *window)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), window,
                           G_CONNECT_DEFAULT);
}

/**
 * dtl_frame_report_watch:
 * @window: one that is not realized yet; the first call is the one that counts
 */
void
dtl_frame_report_watch (GtkWidget *window)
{
  const GDebugKey keys[] = { { "frames", 1 } };

  g_return_if_fail (GTK_IS_WINDOW (window));

  if (poll_as_before != NULL || g_parse_debug_string (g_getenv ("DATELINE_DEBUG"), keys, G_N_ELEMENTS (keys)) == 0)
    return;
  poll_as_before = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, poll_and_measure);
  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), NULL);
}
