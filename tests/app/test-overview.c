/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The overview without a pointer: when it shows, that it follows the canvas, and what it says. What a drag makes of the
 * lens is in tests/layout/test-lens.c, and the pointer in test_overview.py. */
#include "app-support.h"

#include <string.h>

#include "app/dtl-session-private.h"
#include "app/dtl-window.h"
#include "app/settings/dtl-settings.h"
#include "app/timeline/dtl-overview-private.h"
#include "app/timeline/dtl-timeline-view.h"

#define WIDTH_PX  900
#define HEIGHT_PX 700

typedef struct
{
  DtlSession *session;
  DtlTimelineView *view;
  DtlCanvas *canvas;
  GtkWidget *overview;
  GtkWidget *window;
} Fixture;

static gboolean
has_size (gpointer canvas)
{
  return gtk_widget_get_width (canvas) > 0 && dtl_canvas_get_px_per_day (canvas) != 1;
}

static void
setup_with_height (Fixture *self, int height)
{
  g_settings_reset (dtl_settings_get (), "show-overview");
  self->view = g_object_new (DTL_TYPE_TIMELINE_VIEW, NULL);
  self->canvas = dtl_timeline_view_get_canvas (self->view);
  self->overview = app_support_find_widget (GTK_WIDGET (self->view), DTL_TYPE_OVERVIEW, NULL);
  g_assert_nonnull (self->overview);
  self->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (self->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH_PX, height);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->view));
  dtl_timeline_view_set_session (self->view, self->session);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
setup (Fixture *self, gconstpointer data)
{
  self->session = app_support_new_session ();
  setup_with_height (self, HEIGHT_PX);
  app_support_wait_for (has_size, self->canvas);
}

static void
setup_low (Fixture *self, gconstpointer data)
{
  self->session = app_support_new_session ();
  setup_with_height (self, 360);
  app_support_wait_for (has_size, self->canvas);
}

static void
teardown (Fixture *self, gconstpointer data)
{
  g_settings_reset (dtl_settings_get (), "show-overview");
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->session);
}

static void
test_shows (Fixture *self, gconstpointer data)
{
  int height = gtk_widget_get_height (self->overview);

  g_assert_true (gtk_widget_get_mapped (self->overview));
  g_assert_cmpint (gtk_widget_get_width (self->overview), ==, WIDTH_PX);
  g_assert_cmpint (height, >, 50);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (self->canvas)) + height, ==, HEIGHT_PX);
}

/* In a low window the lanes have all of it. */
static void
test_low (Fixture *self, gconstpointer data)
{
  g_assert_true (gtk_widget_get_visible (self->overview));
  g_assert_false (gtk_widget_get_mapped (self->overview));
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (self->canvas)), ==,
                   gtk_widget_get_height (GTK_WIDGET (self->view)));
}

static gboolean
has_whole_height (gpointer canvas)
{
  return gtk_widget_get_height (canvas) == HEIGHT_PX;
}

static void
test_setting (Fixture *self, gconstpointer data)
{
  g_settings_set_boolean (dtl_settings_get (), "show-overview", FALSE);
  g_assert_false (gtk_widget_get_visible (self->overview));
  app_support_wait_for (has_whole_height, self->canvas);
  g_settings_set_boolean (dtl_settings_get (), "show-overview", TRUE);
  g_assert_true (gtk_widget_get_visible (self->overview));
}

/* The check in the menu is the setting, and there is nothing to check without a case. */
static void
test_action (Fixture *self, gconstpointer data)
{
  g_autoptr (GtkWidget) window = g_object_ref_sink (g_object_new (DTL_TYPE_WINDOW, NULL));
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), "show-overview");
  g_autoptr (GVariant) before = NULL;
  g_autoptr (GVariant) after = NULL;

  g_assert_nonnull (action);
  g_assert_false (g_action_get_enabled (action));
  before = g_action_get_state (action);
  g_assert_true (g_variant_get_boolean (before));
  g_action_change_state (action, g_variant_new_boolean (FALSE));
  g_assert_false (g_settings_get_boolean (dtl_settings_get (), "show-overview"));
  after = g_action_get_state (action);
  g_assert_false (g_variant_get_boolean (after));
  gtk_window_destroy (GTK_WINDOW (window));
}

static char *
get_words (Fixture *self)
{
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (self->overview), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
}

static gboolean
says_all (gpointer data)
{
  Fixture *self = data;
  g_autofree char *words = get_words (self);
  DtlColumns *columns = dtl_document_get_columns (dtl_session_get_document (self->session));
  g_autofree char *wanted = g_strdup_printf ("%u of %u dated events", columns->n_dated, columns->n_dated);

  return words != NULL && strstr (words, wanted) != NULL;
}

static gboolean
says_some (gpointer data)
{
  g_autofree char *words = get_words (data);
  const char *found = words != NULL ? strstr (words, "Visible: June 2024 to October 2024, ") : NULL;

  return found != NULL && !says_all (data);
}

static void
test_words (Fixture *self, gconstpointer data)
{
  DtlViewport view = *dtl_canvas_get_view (self->canvas);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (self->overview), GTK_ACCESSIBLE_ROLE_SCROLLBAR);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (self->overview), GTK_ACCESSIBLE_PROPERTY_LABEL, "Overview");
  app_support_wait_for (says_all, self);
  dtl_viewport_fit (&view, dtl_civil_seconds_from_day (dtl_civil_day_number (2024, 6, 1)),
                    dtl_civil_seconds_from_day (dtl_civil_day_number (2024, 10, 20)), 0);
  dtl_canvas_set_view (self->canvas, &view);
  app_support_wait_for (says_some, self);
  dtl_canvas_fit (self->canvas);
  app_support_wait_for (says_all, self);
}

static gboolean
says_nothing_shows (gpointer data)
{
  g_autofree char *words = get_words (data);

  return words != NULL && strstr (words, "No dated events show") != NULL;
}

/* Nothing to see is no reason to fail. */
static void
test_all_hidden (Fixture *self, gconstpointer data)
{
  g_autoptr (DtlFilter) filter = dtl_filter_new ();

  filter->from = dtl_civil_seconds_from_day (dtl_civil_day_number (1800, 1, 1));
  filter->to = filter->from + DTL_SECONDS_PER_DAY;
  filter->certain = TRUE;
  dtl_session_set_filter (self->session, filter);
  app_support_wait_for (says_nothing_shows, self);
  gtk_widget_queue_draw (self->overview);
  app_support_settle ();
  dtl_session_show_all (self->session);
  app_support_wait_for (says_all, self);
}

static void
count_cb (guint *n)
{
  ++*n;
}

/* The canvas tells of every change of its view, and of nothing else. */
static void
test_view_changed (Fixture *self, gconstpointer data)
{
  DtlViewport view = *dtl_canvas_get_view (self->canvas);
  guint n = 0;

  /* Brings it into view. */
  dtl_session_select (self->session, app_support_find_event (self->session, "Best Buy"), DTL_ID_NONE);
  g_signal_connect_swapped (self->canvas, "view-changed", G_CALLBACK (count_cb), &n);
  view.offset_px += 40;
  dtl_canvas_set_view (self->canvas, &view);
  g_assert_cmpuint (n, >=, 1);
  g_assert_cmpfloat (dtl_canvas_get_view (self->canvas)->offset_px, ==, view.offset_px);
  g_assert_cmpfloat (dtl_canvas_get_view (self->canvas)->scale.px_per_day, ==, view.scale.px_per_day);
  n = 0;
  dtl_session_select (self->session, DTL_ID_NONE, DTL_ID_NONE);
  g_assert_cmpuint (n, ==, 0);
  dtl_canvas_zoom_by (self->canvas, 2);
  g_assert_cmpuint (n, >=, 1);
  g_signal_handlers_disconnect_by_data (self->canvas, &n);
}

/* Whether the counts are those of what shows, and none are to come. */
static gboolean
has_counts (gpointer fixture)
{
  Fixture *self = fixture;
  DtlOverview *overview = DTL_OVERVIEW (self->overview);
  g_autoptr (DtlDensity) density = NULL;

  if (dtl_session_is_filtering (self->session) || overview->recount_id != 0 || overview->counting != NULL ||
      overview->density == NULL)
    return FALSE;
  density = dtl_density_new (overview->places, dtl_session_get_visible (self->session), overview->strip.from_seconds,
                             overview->strip.to_seconds, overview->density->n_columns);
  g_assert_cmpmem (density->n_events, sizeof (uint32_t) * (gsize) density->n_columns, overview->density->n_events,
                   sizeof (uint32_t) * (gsize) density->n_columns);
  return TRUE;
}

/* In a case of many events what is counted in a thread is what shows in the end, however fast somebody switches. */
static void
test_counts_of_many (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "Kaspersky", "Best Buy", "Department of Commerce" };

  app_support_wait_for (has_counts, self);
  self->session->many_events = DTL_OVERVIEW (self->overview)->many_events = 1;
  for (guint i = 0; i < 2 * G_N_ELEMENTS (names); i++)
    {
      DtlId actor = app_support_find_actor (self->session, names[i % G_N_ELEMENTS (names)]);

      dtl_session_set_actor_on (self->session, actor, i >= G_N_ELEMENTS (names) + 1);
      if (i % 2 == 0)
        g_main_context_iteration (NULL, FALSE);
    }
  app_support_wait_for (has_counts, self);
  g_assert_cmpuint (dtl_session_get_n_hidden (self->session), >, 0);
  /* In a window that goes while a thread counts nothing is missing. */
  dtl_session_show_all (self->session);
  while (DTL_OVERVIEW (self->overview)->counting == NULL)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char **argv)
{
  app_support_init (&argc, &argv);
#define add(path, func) g_test_add (path, Fixture, NULL, setup, func, teardown)
  add ("/overview/shows", test_shows);
  g_test_add ("/overview/low", Fixture, NULL, setup_low, test_low, teardown);
  add ("/overview/setting", test_setting);
  add ("/overview/action", test_action);
  add ("/overview/words", test_words);
  add ("/overview/all-hidden", test_all_hidden);
  add ("/overview/view-changed", test_view_changed);
  add ("/overview/counts-of-many", test_counts_of_many);
  return app_support_finish ();
}
