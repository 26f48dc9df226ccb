/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a filter costs while the list shows a case of any size: processor time, and the longest the main loop was away.
 *
 *   list-filter CASE
 *
 * Every other step shows about half of the events, the others all of them. */
#include "config.h"

#include <adwaita.h>
#include <time.h>

#include "app/dtl-session.h"
#include "app/list/dtl-event-list.h"

#define N_STEPS 40

extern GResource *dtl_get_resource (void);

typedef struct
{
  double cpu_ms;
  double longest_ms;
} Cost;

static double
read_clock_ms (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static int
compare_doubles (const void *a, const void *b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

/* Until nothing more happens for a while, as three frames would take. */
static void
run (Cost *cost)
{
  gint64 quiet_since = g_get_monotonic_time ();

  while (g_get_monotonic_time () - quiet_since < 100000)
    {
      double before_ms = read_clock_ms (CLOCK_PROCESS_CPUTIME_ID);

      if (!g_main_context_iteration (NULL, FALSE))
        {
          g_usleep (1000);
          continue;
        }
      before_ms = read_clock_ms (CLOCK_PROCESS_CPUTIME_ID) - before_ms;
      cost->longest_ms = MAX (cost->longest_ms, before_ms);
      if (before_ms > 0.5)
        quiet_since = g_get_monotonic_time ();
    }
}

static DtlFilter *
make_filter (DtlSession *session, gboolean is_half)
{
  DtlFilter *filter = dtl_filter_copy (dtl_session_get_filter (session));
  DtlActorTable *actors = dtl_document_get_actors (dtl_session_get_document (session));

  for (uint32_t i = 0; i < dtl_actor_table_get_size (actors); i += 2)
    dtl_filter_set_actor_on (filter, dtl_actor_table_get (actors, i)->id, !is_half, actors);
  return filter;
}

static void
measure (DtlSession *session, GtkWidget *list)
{
  double cpu_ms[N_STEPS], longest_ms[N_STEPS];

  for (int i = 0; i < N_STEPS; i++)
    {
      g_autoptr (DtlFilter) filter = make_filter (session, i % 2 == 0);
      Cost cost = { 0 };
      double begin_ms = read_clock_ms (CLOCK_PROCESS_CPUTIME_ID);

      dtl_session_set_filter (session, filter);
      cost.longest_ms = read_clock_ms (CLOCK_PROCESS_CPUTIME_ID) - begin_ms;
      run (&cost);
      cpu_ms[i] = read_clock_ms (CLOCK_PROCESS_CPUTIME_ID) - begin_ms;
      longest_ms[i] = cost.longest_ms;
    }
  qsort (cpu_ms, N_STEPS, sizeof *cpu_ms, compare_doubles);
  qsort (longest_ms, N_STEPS, sizeof *longest_ms, compare_doubles);
  g_print ("filter while the list shows: processor median %.1f ms, least %.1f ms; longest stop of the main loop median "
           "%.1f ms, most %.1f ms\n",
           cpu_ms[N_STEPS / 2], cpu_ms[0], longest_ms[N_STEPS / 2], longest_ms[N_STEPS - 1]);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlDocument) document = NULL;
  g_autoptr (DtlSession) session = NULL;
  GtkWidget *window;
  GtkWidget *list;
  Cost cost = { 0 };

  if (argc < 2 || !gtk_init_check ())
    return 77;
  adw_init ();
  g_resources_register (dtl_get_resource ());
  document = dtl_document_open (argv[1], &error);
  if (document == NULL)
    g_error ("%s", error->message);
  session = dtl_session_new (document);
  window = gtk_window_new ();
  list = g_object_new (DTL_TYPE_EVENT_LIST, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 800);
  gtk_window_set_child (GTK_WINDOW (window), list);
  dtl_event_list_set_session (DTL_EVENT_LIST (list), session);
  gtk_window_present (GTK_WINDOW (window));
  run (&cost);
  measure (session, list);
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
