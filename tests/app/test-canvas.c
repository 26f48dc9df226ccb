/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas without a pointer: fitting, zooming, keys that walk, and what it says. */
#include "app-support.h"

#include <math.h>
#include <string.h>

#include "app/timeline/dtl-canvas-private.h"

#define WIDTH_PX  900
#define HEIGHT_PX 700

typedef struct
{
  DtlSession *session;
  DtlCanvas *canvas;
  GtkWidget *window;
} Fixture;

static gboolean
has_size (gpointer canvas)
{
  return gtk_widget_get_width (canvas) > 0 && dtl_canvas_get_px_per_day (canvas) != 1;
}

static void
setup (Fixture *self, gconstpointer data)
{
  self->session = app_support_new_session ();
  self->canvas = DTL_CANVAS (dtl_canvas_new ());
  self->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (self->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH_PX, HEIGHT_PX);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->canvas));
  dtl_canvas_set_session (self->canvas, self->session);
  gtk_window_present (GTK_WINDOW (self->window));
  app_support_wait_for (has_size, self->canvas);
}

static void
teardown (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->session);
}

/* Every dated event lies in view after fitting. */
static void
test_fit (Fixture *self, gconstpointer data)
{
  DtlColumns *columns = dtl_document_get_columns (dtl_session_get_document (self->session));
  guint n_seen = 0;

  for (uint32_t row = 0; row < columns->n_dated; row++)
    {
      double x, y;

      if (!dtl_canvas_get_mark_place (self->canvas, row, &x, &y))
        continue;
      g_assert_cmpfloat (x, >, 0);
      g_assert_cmpfloat (x, <, gtk_widget_get_width (GTK_WIDGET (self->canvas)));
      n_seen++;
    }
  g_assert_cmpuint (n_seen, >, 10);
}

static void
count_cb (DtlCanvas *canvas, guint *n_changes)
{
  *n_changes += 1;
}

/* Who wants no motion gets none: each step is there at once, and nothing moves after it. */
static void
test_reduced_motion (Fixture *self, gconstpointer data)
{
  double before = dtl_canvas_get_px_per_day (self->canvas);
  guint n_changes = 0;
  int64_t left_seconds;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_signal_connect (self->canvas, "view-changed", G_CALLBACK (count_cb), &n_changes);
  dtl_canvas_zoom_by (self->canvas, 1.5);
  g_assert_cmpfloat_with_epsilon (dtl_canvas_get_px_per_day (self->canvas), 1.5 * before, 1e-9);
  left_seconds = dtl_canvas_get_left_seconds (self->canvas);
  g_assert_cmpuint (n_changes, ==, 1);
  for (int i = 0; i < 20; i++)
    {
      g_usleep (10000);
      app_support_settle ();
    }
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpint (dtl_canvas_get_left_seconds (self->canvas), ==, left_seconds);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
}

static void
test_zoom_keeps_selection (Fixture *self, gconstpointer data)
{
  double before = dtl_canvas_get_px_per_day (self->canvas);
  double x0, x1, y;
  uint32_t row;

  dtl_session_select (self->session, app_support_find_event (self->session, "Best Buy"), DTL_ID_NONE);
  row = dtl_session_get_selected_row (self->session);
  g_assert_true (dtl_canvas_get_mark_place (self->canvas, row, &x0, &y));
  dtl_canvas_zoom_by (self->canvas, 2);
  g_assert_cmpfloat_with_epsilon (dtl_canvas_get_px_per_day (self->canvas), 2 * before, 1e-9);
  g_assert_true (dtl_canvas_get_mark_place (self->canvas, row, &x1, &y));
  g_assert_cmpfloat (fabs (x1 - x0), <=, 2);
  dtl_canvas_zoom_by (self->canvas, 0.5);
  g_assert_cmpfloat_with_epsilon (dtl_canvas_get_px_per_day (self->canvas), before, 1e-9);
}

/* Without a selection the middle of the view stays where it is. */
static void
test_zoom_keeps_middle (Fixture *self, gconstpointer data)
{
  static const char *const titles[] = { "Best Buy", "Updates, resale" };
  int width = gtk_widget_get_width (GTK_WIDGET (self->canvas));
  double before[2], after, y, fixed[2];

  for (int i = 0; i < 2; i++)
    {
      dtl_session_select (self->session, app_support_find_event (self->session, titles[i]), DTL_ID_NONE);
      g_assert_true (
          dtl_canvas_get_mark_place (self->canvas, dtl_session_get_selected_row (self->session), &before[i], &y));
    }
  dtl_session_select (self->session, DTL_ID_NONE, DTL_ID_NONE);
  dtl_canvas_zoom_by (self->canvas, 1.5);
  for (int i = 0; i < 2; i++)
    {
      int64_t row = dtl_columns_find (dtl_document_get_columns (dtl_session_get_document (self->session)),
                                      app_support_find_event (self->session, titles[i]));

      g_assert_true (dtl_canvas_get_mark_place (self->canvas, (uint32_t) row, &after, &y));
      fixed[i] = (1.5 * before[i] - after) / 0.5;
    }
  g_assert_cmpfloat (fabs (fixed[0] - fixed[1]), <=, 6);
  g_assert_cmpfloat (fixed[0], >, width * 0.4);
  g_assert_cmpfloat (fixed[0], <, width * 0.7);
}

static void
test_zoom_limits (Fixture *self, gconstpointer data)
{
  for (int i = 0; i < 80; i++)
    dtl_canvas_zoom_by (self->canvas, 1.5);
  g_assert_cmpfloat (dtl_canvas_get_px_per_day (self->canvas), <=, DTL_SCALE_MAX_PX_PER_DAY);
  for (int i = 0; i < 120; i++)
    dtl_canvas_zoom_by (self->canvas, 1 / 1.5);
  g_assert_cmpfloat (dtl_canvas_get_px_per_day (self->canvas), >=, DTL_SCALE_MIN_PX_PER_DAY);
  dtl_canvas_fit (self->canvas);
  test_fit (self, data);
}

/* A selected event that is out of view is brought into it. */
static void
test_reveal (Fixture *self, gconstpointer data)
{
  double x, y;

  dtl_session_select (self->session, app_support_find_event (self->session, "Best Buy"), DTL_ID_NONE);
  for (int i = 0; i < 8; i++)
    dtl_canvas_zoom_by (self->canvas, 1.5);
  dtl_session_select (self->session, app_support_find_event (self->session, "Updates, resale"), DTL_ID_NONE);
  g_assert_true (dtl_canvas_get_mark_place (self->canvas, dtl_session_get_selected_row (self->session), &x, &y));
  g_assert_cmpfloat (x, >, 0);
  g_assert_cmpfloat (x, <, gtk_widget_get_width (GTK_WIDGET (self->canvas)));
  g_assert_cmpfloat (y, >, 0);
  g_assert_cmpfloat (y, <, gtk_widget_get_height (GTK_WIDGET (self->canvas)));
}

/* A filter takes events off the line, whatever is selected. */
static void
test_filter (Fixture *self, gconstpointer data)
{
  double x, y;
  uint32_t row;

  dtl_session_select (self->session, app_support_find_event (self->session, "Ban on US sales"), DTL_ID_NONE);
  row = dtl_session_get_selected_row (self->session);
  g_assert_true (dtl_canvas_get_mark_place (self->canvas, row, &x, &y));
  for (guint i = 0; i < 3; i++)
    {
      static const char *const names[] = { "Kaspersky", "Department of Commerce", "Biden administration" };

      dtl_session_set_actor_on (self->session, app_support_find_actor (self->session, names[i]), FALSE);
    }
  /* Raimondo belongs to Commerce and is still on, but takes no part in the ban. */
  g_assert_false (dtl_canvas_get_mark_place (self->canvas, row, &x, &y));
  dtl_session_show_all (self->session);
  g_assert_true (dtl_canvas_get_mark_place (self->canvas, row, &x, &y));
}

static void
test_words (Fixture *self, gconstpointer data)
{
  DtlColumns *columns = dtl_document_get_columns (dtl_session_get_document (self->session));
  g_autofree char *label = g_strdup_printf ("Timeline, %u events from 2017 to ", columns->n_events);
  char *found;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (self->canvas), GTK_ACCESSIBLE_ROLE_LIST);
  found = gtk_test_accessible_check_property (GTK_ACCESSIBLE (self->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL, "");
  g_assert_nonnull (found);
  g_assert_nonnull (strstr (found, label));
  g_free (found);

  found = gtk_test_accessible_check_property (GTK_ACCESSIBLE (self->canvas), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  g_assert_nonnull (strstr (found, "Arrow keys move"));
  g_free (found);
}

static gboolean
has_picture (gpointer canvas)
{
  return DTL_CANVAS (canvas)->picture != NULL;
}

static GDateTime *fake_now;

static GDateTime *
tell_fake_time (void)
{
  return g_date_time_ref (fake_now);
}

static void
set_fake_time (int day, int hour, int minute, double seconds)
{
  g_clear_pointer (&fake_now, g_date_time_unref);
  fake_now = g_date_time_new_local (2024, 6, day, hour, minute, seconds);
  dtl_canvas_now_set_clock (tell_fake_time);
}

static double
get_now_x (DtlCanvas *canvas)
{
  DtlPaintOptions options;

  dtl_canvas_init_options (canvas, &options);
  return dtl_viewport_x_at (&options.viewport, options.now_seconds);
}

static gboolean
is_next_day (gpointer canvas)
{
  DtlPaintOptions options;

  dtl_canvas_init_options (canvas, &options);
  return options.now_seconds == dtl_civil_seconds_from_day (dtl_civil_day_number (2024, 6, 21));
}

/* The line at today moves once the day is another, and what was painted is painted anew. */
static void
test_midnight (Fixture *self, gconstpointer data)
{
  double x, day_px;

  set_fake_time (20, 23, 59, 59.5);
  dtl_canvas_now_stop (self->canvas);
  dtl_canvas_now_init (self->canvas);
  x = get_now_x (self->canvas);
  day_px = dtl_canvas_get_px_per_day (self->canvas);
  g_assert_false (is_next_day (self->canvas));
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
  app_support_wait_for (has_picture, self->canvas);
  set_fake_time (21, 0, 0, 0.5);
  app_support_wait_for (is_next_day, self->canvas);
  g_assert_cmpfloat (fabs (get_now_x (self->canvas) - x - day_px), <=, 1);
  g_assert_false (has_picture (self->canvas));
  dtl_canvas_now_set_clock (g_date_time_new_now_local);
  g_clear_pointer (&fake_now, g_date_time_unref);
}

int
main (int argc, char **argv)
{
  app_support_init (&argc, &argv);
#define add(path, func) g_test_add (path, Fixture, NULL, setup, func, teardown)
  add ("/canvas/fit", test_fit);
  add ("/canvas/zoom-keeps-selection", test_zoom_keeps_selection);
  add ("/canvas/zoom-keeps-middle", test_zoom_keeps_middle);
  add ("/canvas/zoom-limits", test_zoom_limits);
  add ("/canvas/reduced-motion", test_reduced_motion);
  add ("/canvas/reveal", test_reveal);
  add ("/canvas/filter", test_filter);
  add ("/canvas/words", test_words);
  add ("/canvas/midnight", test_midnight);
  return app_support_finish ();
}
