/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What layout costs: making lanes, a step of zooming, a step of panning, in milliseconds, for cases of several sizes.
 * Events come in bursts, their 200 actors follow Zipf's law, one in five lasts. Asserts nothing.
 *
 * usage: bench-layout [EVENTS...] */
#include <stdio.h>
#include <stdlib.h>

#include "date/dtl-civil.h"
#include "layout/dtl-density.h"
#include "layout/dtl-folds.h"
#include "layout/dtl-layout.h"
#include "layout/dtl-ticks.h"

#define N_ACTORS   200
#define N_STEPS    60
#define VIEW_PX    1280
#define FIRST_YEAR 1990
#define N_DAYS     13000

typedef struct
{
  DtlTitleProvider provider;
  char **titles;
  DtlLayoutInput input;
} Bench;

typedef struct
{
  const char *name;
  double values[4096];
  guint n;
} Series;

static const char *
get_title (DtlTitleProvider *provider, uint32_t row)
{
  return ((Bench *) provider)->titles[row];
}

static const char *
get_date_label (DtlTitleProvider *provider, uint32_t row)
{
  return "20 Jun 2024";
}

static DtlActorTable *
make_actors (void)
{
  GPtrArray *actors = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_actor_free);

  for (int i = 0; i < N_ACTORS; i++)
    {
      DtlActor *actor = g_new0 (DtlActor, 1);

      actor->id = i + 1;
      actor->name = g_strdup_printf ("Agency %03d", i);
      actor->n_events = N_ACTORS - i;
      g_ptr_array_add (actors, actor);
    }
  return dtl_actor_table_new (actors);
}

static uint32_t
random_actor (GRand *rand)
{
  double share = g_rand_double (rand);

  /* The inverse of a harmonic sum, near enough. */
  for (uint32_t i = 0; i < N_ACTORS; i++)
    if ((share -= 1 / (i + 1.0) / 5.88) < 0)
      return i;
  return N_ACTORS - 1;
}

static int
random_day (GRand *rand, const int *bursts, guint n_bursts)
{
  if (g_rand_int_range (rand, 0, 10) < 4)
    return g_rand_int_range (rand, 0, N_DAYS);
  return CLAMP (bursts[g_rand_int_range (rand, 0, (gint32) n_bursts)] + g_rand_int_range (rand, -20, 21), 0, N_DAYS);
}

static void
add_event (DtlColumnsBuilder *builder, GRand *rand, DtlId id, int day)
{
  DtlColumnsEvent event = { id, g_rand_int_range (rand, 0, 5) * 200, 0, DTL_STATUS_DONE, DTL_ASSERTION_FACT, -1, 0 };
  int64_t first = dtl_civil_seconds_from_day (dtl_civil_day_number (FIRST_YEAR, 1, 1) + day);
  int64_t last = first;
  DtlMark mark = { .claim = id, .role = DTL_ROLE_OCCURRED, .precision = 3 };

  if (g_rand_int_range (rand, 0, 5) == 0)
    {
      last += g_rand_int_range (rand, 1, 180) * DTL_SECONDS_PER_DAY;
      mark.bounds.flags = DTL_BOUND_LASTS;
    }
  mark.bounds.start_earliest = first;
  mark.bounds.start_latest = first + DTL_SECONDS_PER_DAY - 1;
  mark.bounds.end_earliest = last;
  mark.bounds.end_latest = last + DTL_SECONDS_PER_DAY - 1;
  dtl_columns_builder_add_event (builder, &event);
  dtl_columns_builder_add_mark (builder, id, &mark, DTL_ID_NONE);
  for (int n = g_rand_int_range (rand, 1, 4); n > 0; n--)
    dtl_columns_builder_add_actor (builder, id, random_actor (rand));
}

static DtlColumns *
make_columns (guint n_events)
{
  g_autoptr (DtlColumnsBuilder) builder = dtl_columns_builder_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);
  guint n_bursts = MAX (8, n_events / 400);
  g_autofree int *bursts = g_new (int, n_bursts);

  for (guint i = 0; i < n_bursts; i++)
    bursts[i] = g_rand_int_range (rand, 0, N_DAYS);
  for (guint i = 0; i < n_events; i++)
    add_event (builder, rand, (DtlId) i + 1, random_day (rand, bursts, n_bursts));
  return dtl_columns_builder_finish (builder);
}

static void
add (Series *self, int64_t from_us)
{
  if (self->n < G_N_ELEMENTS (self->values))
    self->values[self->n++] = (double) (g_get_monotonic_time () - from_us) / 1000;
}

static int
compare (const void *a, const void *b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

static void
report (Series *self, guint n_events)
{
  qsort (self->values, self->n, sizeof *self->values, compare);
  printf ("%8u events  %-12s median %8.3f ms  p95 %8.3f ms  worst %8.3f ms\n", n_events, self->name,
          self->values[self->n / 2], self->values[self->n * 95 / 100], self->values[self->n - 1]);
}

/* What a frame asks for. */
static void
look (DtlLayout *layout, double offset_px)
{
  g_autoptr (GPtrArray) items = dtl_layout_get_items (layout, (int64_t) offset_px, (int64_t) offset_px + VIEW_PX);
  g_autoptr (GArray) ties = dtl_layout_get_ties (layout, items, UINT32_MAX);
}

static void
pan (DtlLayout *layout, double offset_px, Series *pans)
{
  for (int i = 1; i <= 20; i++)
    {
      int64_t from_us = g_get_monotonic_time ();

      look (layout, offset_px + 40 * i);
      add (pans, from_us);
    }
}

/* From everything to one week, and a little pan at every step. */
static void
run_script (Bench *bench, guint n_events, int64_t from_seconds, int64_t to_seconds)
{
  Series first = { .name = "first" };
  Series zooms = { .name = "zoom step" };
  Series pans = { .name = "pan step" };
  Series ticks = { .name = "ticks" };
  DtlViewport viewport = { .width_px = VIEW_PX };
  g_autoptr (DtlLayout) layout = NULL;
  int64_t from_us = g_get_monotonic_time ();

  dtl_viewport_fit (&viewport, from_seconds, to_seconds, 40);
  bench->input.scale = viewport.scale;
  layout = dtl_layout_new (&bench->input);
  look (layout, viewport.offset_px);
  add (&first, from_us);
  for (int i = 0; i < N_STEPS; i++)
    {
      DtlLayout *next;
      g_autoptr (GArray) axis = NULL;

      dtl_viewport_zoom_at (&viewport, 1.137, 0.7 * VIEW_PX);
      from_us = g_get_monotonic_time ();
      next = dtl_layout_new_scaled (layout, viewport.scale);
      look (next, viewport.offset_px);
      add (&zooms, from_us);
      dtl_layout_unref (layout);
      layout = next;
      from_us = g_get_monotonic_time ();
      axis = dtl_ticks_compute (&viewport.scale, (int64_t) viewport.offset_px, (int64_t) viewport.offset_px + VIEW_PX,
                                bench->input.measure);
      add (&ticks, from_us);
      pan (layout, viewport.offset_px, &pans);
    }
  report (&first, n_events);
  report (&zooms, n_events);
  report (&pans, n_events);
  report (&ticks, n_events);
}

/* What the overview asks for: places once for a case, the rest once for a filter. */
static void
run_overview (const DtlColumns *columns, const DtlBitset *visible, int64_t from_seconds, int64_t to_seconds)
{
  Series all_places = { "places", { 0 }, 0 }, counts = { "density", { 0 }, 0 }, gaps = { "folds", { 0 }, 0 };

  for (int i = 0; i < 9; i++)
    {
      int64_t from_us = g_get_monotonic_time ();
      g_autoptr (DtlPlaces) places = dtl_places_new (columns);
      g_autoptr (DtlDensity) density = NULL;
      g_autoptr (GArray) folds = NULL;

      add (&all_places, from_us);
      from_us = g_get_monotonic_time ();
      density = dtl_density_new (places, visible, from_seconds, to_seconds, VIEW_PX);
      add (&counts, from_us);
      from_us = g_get_monotonic_time ();
      folds = dtl_folds_find (columns, visible, NULL);
      add (&gaps, from_us);
    }
  report (&all_places, columns->n_events);
  report (&counts, columns->n_events);
  report (&gaps, columns->n_events);
}

static void
run (guint n_events)
{
  g_autoptr (DtlColumns) columns = make_columns (n_events);
  g_autoptr (DtlActorTable) actors = make_actors ();
  g_autoptr (DtlFilter) filter = dtl_filter_new ();
  g_autoptr (DtlBitset) visible = dtl_bitset_new (n_events, TRUE);
  g_autofree DtlTextMeasure *measure = dtl_text_measure_new_fixed (7, 16);
  Bench bench = { .provider = { get_title, get_date_label, NULL } };
  int64_t from_seconds;
  int64_t to_seconds;

  bench.titles = g_new0 (char *, n_events + 1);
  for (guint i = 0; i < n_events; i++)
    bench.titles[i] = g_strdup_printf ("Agency %u proposes software rule %u", i % N_ACTORS, i);
  bench.input = (DtlLayoutInput){ columns,         actors, filter,          visible, NULL,
                                  DTL_GROUP_ACTOR, { 1 },  &bench.provider, measure, { 0 } };
  dtl_layout_metrics_init (&bench.input.metrics);
  if (dtl_layout_get_extent (columns, visible, &from_seconds, &to_seconds))
    {
      run_script (&bench, n_events, from_seconds, to_seconds);
      run_overview (columns, visible, from_seconds, to_seconds);
    }
  g_strfreev (bench.titles);
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 1000, 5000, 100000 };

  for (int i = 1; i < argc; i++)
    run ((guint) strtoul (argv[i], NULL, 10));
  for (gsize i = 0; argc == 1 && i < G_N_ELEMENTS (sizes); i++)
    run (sizes[i]);
  return 0;
}
