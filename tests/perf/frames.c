/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a frame of the timeline costs in a case of any size: 600 frames off-screen at 1280 to 720, with the layout and
 * the painter of the window, everything painted anew in each. Nothing is asserted.
 *
 *   open     the case from its file to its first picture, and beside it plain scans of the two tables that it needs
 *   pan      steps of a few pixels at four zooms, and down through the lanes
 *   fling    long steps that slow down
 *   zoom     from everything to one week and back
 *   filter   an actor is switched off or on every few frames while frames go on, and a thread finds what shows; and
 * from a switch in a view at rest to the first frame that is right search   a word is typed, letter by letter, while
 * frames go on even     steps of panning and of zooming where as many marks are in view as in the views of any other
 * case, so that cases of any size can be compared
 *
 * usage: frames CASE [--json] [--only PHASE] */
#include "config.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "date/dtl-civil.h"
#include "frames-meter.h"
#include "frames-scan.h"
#include "frames-view.h"
#include "service/dtl-search.h"

#define PAN_FRAMES    150
#define FLING_FRAMES  150
#define ZOOM_FRAMES   200
#define FILTER_FRAMES 120
#define SWITCHES      40
#define SEARCH_FRAMES 60
#define EVEN_FRAMES   100

/* An actor is switched every so many frames. */
#define FILTER_FRAMES_A_SWITCH 6

/* The time of a frame. */
#define FRAME_MS 16.7

/* So many marks and clusters a small case has in view when it is seen whole. */
#define EVEN_MARKS 110

#define WEEK_SECONDS (7 * DTL_SECONDS_PER_DAY)

/* What is typed, a letter every so many frames. */
#define SEARCH_WORD            "quotas"
#define SEARCH_FRAMES_A_LETTER 8

typedef struct
{
  View *view;
  guint n;
  gboolean is_json;
} Bench;

/** Search: what is typed, and how long the answers take. */
typedef struct
{
  View *view;
  GCancellable *running;
  Moment typed;
  Series *latency;
} Search;

/** Switching: @n_switches: so far. @running: (nullable): cancels what is under way */
typedef struct
{
  View *view;
  guint n_switches;
  GCancellable *running;
} Switching;

/* Paints, which is the last of what a frame does that began at @begin. */
static void
add_painted (Bench *self, Series *series, const Moment *begin)
{
  view_paint (self->view);
  series_add (series, begin);
  series_add_marks (series, view_count_marks (self->view));
}

static void
add_frame (Bench *self, Series *series)
{
  Moment begin = moment_now ();

  add_painted (self, series, &begin);
}

/* Half of the wanted factor at each of so many steps. */
static void
zoom_by (Bench *self, double factor)
{
  dtl_viewport_zoom_at (&self->view->viewport, factor, self->view->viewport.width_px * 0.6);
}

static double
get_px_per_week (const View *view)
{
  return view->viewport.width_px / 7.0;
}

static void
run_pan (Bench *self)
{
  g_autoptr (Series) series = series_new ("pan");

  view_fit (self->view);
  for (int i = 0; i < PAN_FRAMES; i++)
    {
      /* Everything, then a twelfth of it, and so on. */
      if (i % 38 == 37)
        {
          zoom_by (self, 12);
          view_paint (self->view);
        }
      dtl_viewport_pan (&self->view->viewport, i % 19 < 13 ? 9 : -11);
      self->view->scroll_y_px = MAX (self->view->scroll_y_px + (i % 5 == 0 ? 17 : 0), 0);
      add_frame (self, series);
    }
  report_series (self->is_json, self->n, series);
}

static void
run_fling (Bench *self)
{
  g_autoptr (Series) series = series_new ("fling");
  double step_px = 0;

  view_fit (self->view);
  self->view->scroll_y_px = 0;
  zoom_by (self, 30);
  view_paint (self->view);
  for (int i = 0; i < FLING_FRAMES; i++)
    {
      if (i % 50 == 0)
        step_px = i == 50 ? -140 : 140;
      step_px *= 0.94;
      dtl_viewport_pan (&self->view->viewport, step_px);
      add_frame (self, series);
    }
  report_series (self->is_json, self->n, series);
}

/* How many frames it takes at rest until every title is there, from the first sight of a view on. */
static guint
count_until_whole (Bench *self)
{
  guint n = 1;

  zoom_by (self, 40);
  for (view_paint (self->view); !view_has_titles (self->view); view_paint (self->view))
    n++;
  return n;
}

static void
run_zoom (Bench *self)
{
  g_autoptr (Series) series = series_new ("zoom");
  guint n_whole = 0;
  double factor;

  view_fit (self->view);
  factor = pow (get_px_per_week (self->view) / self->view->viewport.scale.px_per_day, 2.0 / ZOOM_FRAMES);
  for (int i = 0; i < ZOOM_FRAMES; i++)
    {
      zoom_by (self, i < ZOOM_FRAMES / 2 ? factor : 1 / factor);
      add_frame (self, series);
      n_whole += view_has_titles (self->view);
    }
  report_series (self->is_json, self->n, series);
  report_value (self->is_json, "zoom", self->n, "with_all_titles", 100.0 * n_whole / ZOOM_FRAMES, "% of frames");
  report_value (self->is_json, "zoom", self->n, "until_all_titles", count_until_whole (self), "frames");
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Switching *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlShown) shown = dtl_shown_find_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->running);
  if (shown == NULL)
    g_error ("%s", error->message);
  view_take_shown (self->view, shown);
}

/* Each actor off, then on again. */
static void
switch_actor (Switching *self)
{
  DtlActorTable *actors = dtl_document_get_actors (self->view->document);
  const DtlActor *actor = dtl_actor_table_get (actors, (self->n_switches / 2) % dtl_actor_table_get_size (actors));

  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  self->running = g_cancellable_new ();
  dtl_filter_set_actor_on (self->view->filter, actor->id, self->n_switches % 2 == 1, actors);
  self->n_switches++;
  dtl_shown_find_async (self->view->document, self->view->filter, NULL, self->running, shown_cb, self);
}

static void
wait_for_shown (Switching *self)
{
  while (self->running != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* The rest of the frame's time. */
static void
end_frame (const Moment *begin)
{
  g_usleep ((gulong) (1000 * CLAMP (FRAME_MS - moment_get_wall_ms (begin), 0, FRAME_MS)));
}

static void
switch_while_moving (Bench *self, Switching *switching)
{
  g_autoptr (Series) series = series_new ("filter");

  for (int i = 0; i < FILTER_FRAMES; i++)
    {
      Moment begin = moment_now ();

      if (i % FILTER_FRAMES_A_SWITCH == 0)
        switch_actor (switching);
      while (g_main_context_iteration (NULL, FALSE))
        continue;
      dtl_viewport_pan (&self->view->viewport, i % 2 == 0 ? 3 : -3);
      add_painted (self, series, &begin);
      end_frame (&begin);
    }
  wait_for_shown (switching);
  report_series (self->is_json, self->n, series);
}

static void
switch_at_rest (Bench *self, Switching *switching)
{
  g_autoptr (Series) series = series_new ("switch");
  guint n_whole = 0;

  for (int i = 0; i < SWITCHES; i++)
    {
      Moment begin = moment_now ();

      switch_actor (switching);
      wait_for_shown (switching);
      add_painted (self, series, &begin);
      n_whole += view_has_titles (self->view);
      while (!view_has_titles (self->view))
        view_paint (self->view);
    }
  report_series (self->is_json, self->n, series);
  report_value (self->is_json, "switch", self->n, "with_all_titles", 100.0 * n_whole / SWITCHES, "% of frames");
}

static void
run_filter (Bench *self)
{
  Switching switching = { .view = self->view };

  if (dtl_actor_table_get_size (dtl_document_get_actors (self->view->document)) == 0)
    return;
  view_prepare (self->view);
  view_fit (self->view);
  view_paint (self->view);
  switch_while_moving (self, &switching);
  switch_at_rest (self, &switching);
  dtl_filter_reset_actors (self->view->filter);
  view_refilter (self->view);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Search *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlSearchResult) found = dtl_search_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->running);
  if (found == NULL)
    g_error ("%s", error->message);
  g_clear_pointer (&self->view->hits, dtl_bitset_unref);
  self->view->hits = dtl_bitset_ref (found->rows);
  series_add (self->latency, &self->typed);
}

static void
type_letter (Search *self, int n_letters)
{
  g_autofree char *words = g_strndup (SEARCH_WORD, (gsize) n_letters);

  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  self->running = g_cancellable_new ();
  self->typed = moment_now ();
  dtl_search_async (self->view->document, words, self->running, found_cb, self);
}

static void
run_search (Bench *self)
{
  g_autoptr (Series) series = series_new ("search");
  g_autoptr (Series) latency = series_new ("answer");
  Search search = { .view = self->view, .latency = latency };

  view_fit (self->view);
  view_paint (self->view);
  for (int i = 0; i < SEARCH_FRAMES; i++)
    {
      Moment begin = moment_now ();

      if (i % SEARCH_FRAMES_A_LETTER == 0 && i / SEARCH_FRAMES_A_LETTER < (int) strlen (SEARCH_WORD))
        type_letter (&search, i / SEARCH_FRAMES_A_LETTER + 1);
      while (g_main_context_iteration (NULL, FALSE))
        continue;
      dtl_viewport_pan (&self->view->viewport, i % 2 == 0 ? 3 : -3);
      add_painted (self, series, &begin);
      end_frame (&begin);
    }
  while (search.running != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_clear_pointer (&self->view->hits, dtl_bitset_unref);
  report_series (self->is_json, self->n, series);
  report_series (self->is_json, self->n, latency);
}

/* Zooms in until few enough marks are in view; everything there has its title then. */
static void
fit_marks (Bench *self)
{
  view_fit (self->view);
  self->view->scroll_y_px = 0;
  self->view->is_in_time = FALSE;
  for (view_paint (self->view); view_count_marks (self->view) > EVEN_MARKS; view_paint (self->view))
    zoom_by (self, 1.1);
  self->view->is_in_time = TRUE;
}

static void
run_even (Bench *self)
{
  g_autoptr (Series) pan = series_new ("even-pan");
  g_autoptr (Series) zoom = series_new ("even-zoom");

  fit_marks (self);
  for (int i = 0; i < EVEN_FRAMES; i++)
    {
      dtl_viewport_pan (&self->view->viewport, i % 20 < 10 ? 9 : -9);
      add_frame (self, pan);
    }
  for (int i = 0; i < EVEN_FRAMES; i++)
    {
      zoom_by (self, i % 20 < 10 ? 1.01 : 1 / 1.01);
      add_frame (self, zoom);
    }
  report_series (self->is_json, self->n, pan);
  report_series (self->is_json, self->n, zoom);
}

static gboolean
run_open (Bench *self, const char *path)
{
  double before_bytes = read_private_bytes ();
  Moment begin = moment_now ();
  double wall_ms, cpu_ms, scan_ms, scan_cpu_ms;

  if (!view_open (self->view, path))
    return FALSE;
  wall_ms = moment_get_wall_ms (&begin);
  cpu_ms = moment_get_cpu_ms (&begin);
  self->n = dtl_document_get_columns (self->view->document)->n_events;
  report_value (self->is_json, "open", self->n, "first_frame", wall_ms, "ms");
  report_value (self->is_json, "open", self->n, "first_frame_cpu", cpu_ms, "ms");
  if (self->n > 0)
    report_value (self->is_json, "open", self->n, "memory", (read_private_bytes () - before_bytes) / self->n,
                  "bytes per event");
  scan_tables (path, &scan_ms, &scan_cpu_ms);
  report_value (self->is_json, "open", self->n, "scan", scan_ms, "ms");
  report_value (self->is_json, "open", self->n, "scan_cpu", scan_cpu_ms, "ms");
  report_value (self->is_json, "open", self->n, "to_scan", wall_ms / scan_ms, "ratio");
  return TRUE;
}

static const struct
{
  const char *name;
  void (*run) (Bench *self);
  gboolean is_in_time;
} phases[] = {
  { "pan", run_pan, TRUE },       { "fling", run_fling, TRUE },   { "zoom", run_zoom, TRUE },
  { "filter", run_filter, TRUE }, { "search", run_search, TRUE }, { "even", run_even, TRUE },
};

int
main (int argc, char **argv)
{
  g_autoptr (View) view = view_new ();
  Bench bench = { .view = view };
  const char *path = NULL;
  const char *only = NULL;

  for (int i = 1; i < argc; i++)
    if (strcmp (argv[i], "--json") == 0)
      bench.is_json = TRUE;
    else if (strcmp (argv[i], "--only") == 0 && i + 1 < argc)
      only = argv[++i];
    else
      path = argv[i];
  if (path == NULL)
    {
      fprintf (stderr, "usage: frames CASE [--json] [--only PHASE]\n");
      return 2;
    }
  if (!run_open (&bench, path))
    return 3;
  for (gsize i = 0; i < G_N_ELEMENTS (phases); i++)
    if (only == NULL || strcmp (only, phases[i].name) == 0)
      {
        view->is_in_time = phases[i].is_in_time;
        phases[i].run (&bench);
      }
  return 0;
}
