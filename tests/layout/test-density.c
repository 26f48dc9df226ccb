/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts per column, against events whose places are known, and against counting one by one. */
#include "layout-case.h"

#include <string.h>

#include "layout/dtl-density.h"

static int64_t
day (int year, int month, int day_of_month)
{
  return dtl_civil_seconds_from_day (dtl_civil_day_number (year, month, day_of_month));
}

static char *
format_counts (const uint32_t *counts, int n)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < n; i++)
    g_string_append_printf (text, i > 0 ? " %u" : "%u", counts[i]);
  return g_string_free (text, FALSE);
}

/* Ten years in ten columns, 2010 to 2019; so each row says in which years its event counts. Columns are equally wide
 * and years are not, so nothing begins or ends with a year. */
static const struct
{
  const char *claims;
  const char *events;
  const char *lasting;
} rows[] = {
  { "occurred 2012-06-20", "0 0 1 0 0 0 0 0 0 0", "0 0 0 0 0 0 0 0 0 0" },
  /* an unknown day: in the middle of what is known */
  { "occurred 2012", "0 0 1 0 0 0 0 0 0 0", "0 0 0 0 0 0 0 0 0 0" },
  { "occurred [2011-01-01..2015-12-31]", "0 0 0 1 0 0 0 0 0 0", "0 0 0 0 0 0 0 0 0 0" },
  { "occurred [2012-06..]", "0 0 1 0 0 0 0 0 0 0", "0 0 0 0 0 0 0 0 0 0" },
  { "occurred [..2012-06]", "0 0 1 0 0 0 0 0 0 0", "0 0 0 0 0 0 0 0 0 0" },
  /* what lasts counts where it starts, and lasts where its bar is */
  { "occurred 2012-06/2015-06", "0 0 1 0 0 0 0 0 0 0", "0 0 1 1 1 1 0 0 0 0" },
  { "occurred 2012-06/..", "0 0 1 0 0 0 0 0 0 0", "0 0 1 1 1 1 1 1 1 1" },
  { "occurred ../2012-06", "0 0 1 0 0 0 0 0 0 0", "1 1 1 0 0 0 0 0 0 0" },
  { "occurred 2012-06/", "0 0 1 0 0 0 0 0 0 0", "0 0 1 0 0 0 0 0 0 0" },
  { "began 2012-03-01; ended 2014-03-01", "0 0 1 0 0 0 0 0 0 0", "0 0 1 1 1 0 0 0 0 0" },
  /* one event, one count: its other dates add nothing */
  { "announced 2012-03-01; effective 2014-03-01", "0 0 1 0 0 0 0 0 0 0", "0 0 0 0 0 0 0 0 0 0" },
  { "occurred 2012-03-01; occurred 2014-03-01 competing", "0 0 1 0 0 0 0 0 0 0", "0 0 0 0 0 0 0 0 0 0" },
  /* outside of the span, wholly and in part */
  { "occurred 2009-12-31", "0 0 0 0 0 0 0 0 0 0", "0 0 0 0 0 0 0 0 0 0" },
  { "occurred 2020-01-01", "0 0 0 0 0 0 0 0 0 0", "0 0 0 0 0 0 0 0 0 0" },
  { "occurred 2008/2011-06", "0 0 0 0 0 0 0 0 0 0", "1 1 0 0 0 0 0 0 0 0" },
  { "occurred 2018-06/2030", "0 0 0 0 0 0 0 0 1 0", "0 0 0 0 0 0 0 0 1 1" },
  { "occurred 2005/2030", "0 0 0 0 0 0 0 0 0 0", "1 1 1 1 1 1 1 1 1 1" },
};

static void
test_places (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      /* The other two make the horizon. */
      CaseEvent events[] = { { .claims = rows[i].claims },
                             { .claims = "occurred 2000-01-01" },
                             { .claims = "occurred 2030-12-31" } };
      g_autoptr (LayoutCase) layout_case = layout_case_new (NULL, events, G_N_ELEMENTS (events));
      g_autoptr (DtlPlaces) places = dtl_places_new (layout_case->columns);
      g_autoptr (DtlDensity) density =
          dtl_density_new (places, layout_case->visible, day (2010, 1, 1), day (2020, 1, 1) - 1, 10);
      g_autofree char *n_events = format_counts (density->n_events, 10);
      g_autofree char *n_lasting = format_counts (density->n_lasting, 10);

      g_test_message ("%s", rows[i].claims);
      g_assert_cmpstr (n_events, ==, rows[i].events);
      g_assert_cmpstr (n_lasting, ==, rows[i].lasting);
      g_assert_cmpuint (density->most_events, ==, strchr (rows[i].events, '1') != NULL);
      g_assert_cmpuint (density->most_lasting, ==, strchr (rows[i].lasting, '1') != NULL);
    }
}

/* The first and the last second of the span are in the first and the last column. */
static void
test_edges (void)
{
  CaseEvent events[] = { { .claims = "occurred 2010-01-01T00:00:00" }, { .claims = "occurred 2010-01-01T23:59:59" } };
  g_autoptr (LayoutCase) layout_case = layout_case_new (NULL, events, G_N_ELEMENTS (events));
  g_autoptr (DtlPlaces) places = dtl_places_new (layout_case->columns);

  for (int n = 1; n < 2000; n += 7)
    {
      g_autoptr (DtlDensity) density =
          dtl_density_new (places, layout_case->visible, day (2010, 1, 1), day (2010, 1, 2) - 1, n);

      g_assert_cmpuint (density->n_events[0], ==, n == 1 ? 2 : 1);
      g_assert_cmpuint (density->n_events[n - 1], ==, n == 1 ? 2 : 1);
    }
}

/* What the filter hides counts nowhere; all that shows counts once. */
static void
test_filter (void)
{
  g_autoptr (LayoutCase) layout_case = layout_case_new_random (7, 5, 3000, 4000);
  g_autoptr (DtlPlaces) places = dtl_places_new (layout_case->columns);
  int64_t from, to;
  uint32_t n_shown = 0, n_counted = 0;
  g_autoptr (DtlDensity) density = NULL;

  for (uint32_t row = 0; row < layout_case->columns->n_events; row += 3)
    dtl_bitset_set (layout_case->visible, row, FALSE);
  for (uint32_t row = 0; row < layout_case->columns->n_dated; row++)
    n_shown += dtl_bitset_get (layout_case->visible, row);
  g_assert_true (dtl_layout_get_extent (layout_case->columns, layout_case->visible, &from, &to));
  density = dtl_density_new (places, layout_case->visible, from, to, 640);
  for (int i = 0; i < 640; i++)
    {
      uint32_t wanted = 0;

      for (uint32_t row = 0; row < layout_case->columns->n_dated; row++)
        {
          double share = (double) (dtl_places_get_seconds (places, row) - from) / (double) (to - from + 1);

          wanted += dtl_bitset_get (layout_case->visible, row) && (int) (share * 640) == i;
        }
      g_assert_cmpuint (density->n_events[i], ==, wanted);
      n_counted += density->n_events[i];
    }
  g_assert_cmpuint (n_counted, ==, n_shown);
}

/* Extremes of time are no reason to leave the arrays. */
static void
test_extremes (void)
{
  CaseEvent events[] = { { .claims = "occurred Y170000002" },
                         { .claims = "occurred Y-170000002" },
                         { .claims = "occurred 2020/.." } };
  g_autoptr (LayoutCase) layout_case = layout_case_new (NULL, events, G_N_ELEMENTS (events));
  g_autoptr (DtlPlaces) places = dtl_places_new (layout_case->columns);
  g_autoptr (DtlDensity) density = dtl_density_new (places, layout_case->visible, DTL_CIVIL_MIN, DTL_CIVIL_MAX, 100);
  uint32_t sum = 0;

  for (int i = 0; i < 100; i++)
    sum += density->n_events[i];
  g_assert_cmpuint (sum, ==, layout_case->columns->n_dated);
}

static void
test_empty (void)
{
  CaseEvent event = { .title = "Undated" };
  g_autoptr (LayoutCase) layout_case = layout_case_new (NULL, &event, 1);
  g_autoptr (DtlPlaces) places = dtl_places_new (layout_case->columns);
  g_autoptr (DtlDensity) density = dtl_density_new (places, layout_case->visible, 0, 0, 1);

  g_assert_cmpuint (density->most_events, ==, 0);
  g_assert_cmpuint (density->most_lasting, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/density/places", test_places);
  g_test_add_func ("/layout/density/edges", test_edges);
  g_test_add_func ("/layout/density/filter", test_filter);
  g_test_add_func ("/layout/density/extremes", test_extremes);
  g_test_add_func ("/layout/density/empty", test_empty);
  return g_test_run ();
}
