/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is made before anybody draws is what would have been made then. */
#include "layout/dtl-ground.h"

#include <string.h>

#include "layout-case.h"

static void
check_layout (DtlGround *ground, LayoutCase *layout_case)
{
  g_autoptr (DtlLayout) plain = dtl_layout_new (&layout_case->input);
  g_autoptr (DtlLayout) layout = dtl_ground_make_layout (ground, &layout_case->input);
  g_autofree char *expected = dtl_layout_dump (plain, -100000, 100000);
  g_autofree char *dumped = dtl_layout_dump (layout, -100000, 100000);

  g_assert_cmpuint (strlen (expected), >, 100);
  g_assert_cmpstr (dumped, ==, expected);
}

static void
check_places (DtlGround *ground, DtlColumns *columns)
{
  g_autoptr (DtlPlaces) expected = dtl_places_new (columns);
  g_autoptr (DtlPlaces) places = dtl_ground_take_places (ground);

  for (uint32_t row = 0; row < columns->n_dated; row++)
    g_assert_cmpint (dtl_places_get_seconds (places, row), ==, dtl_places_get_seconds (expected, row));
  g_assert_null (dtl_ground_take_places (ground));
}

static void
check_whole (DtlGround *ground, LayoutCase *layout_case)
{
  g_autoptr (DtlBitset) everything = dtl_bitset_new (layout_case->columns->n_events, TRUE);
  g_autoptr (GArray) expected = dtl_folds_find (layout_case->columns, everything, NULL);
  g_autoptr (GArray) folds = dtl_ground_dup_folds (ground);
  int64_t from, to, expected_from, expected_to;

  g_assert_true (dtl_layout_get_extent (layout_case->columns, everything, &expected_from, &expected_to));
  g_assert_true (dtl_ground_get_extent (ground, &from, &to));
  g_assert_cmpint (from, ==, expected_from);
  g_assert_cmpint (to, ==, expected_to);
  g_assert_cmpuint (folds->len, ==, expected->len);
  for (guint i = 0; i < folds->len; i++)
    g_assert_cmpint (g_array_index (folds, DtlFold, i).from_seconds, ==,
                     g_array_index (expected, DtlFold, i).from_seconds);
}

/* Some lanes are long enough to be indexed beforehand. */
static void
test_same (void)
{
  static const guint n_events[] = { 1, 40, 3000 };

  for (guint i = 0; i < G_N_ELEMENTS (n_events); i++)
    {
      g_autoptr (LayoutCase) layout_case = layout_case_new_random (7 + i, 5, n_events[i], 400);
      g_autoptr (DtlGround) ground = dtl_ground_new (layout_case->columns, layout_case->actors);

      g_assert_true (dtl_ground_is_of (ground, layout_case->columns));
      check_layout (ground, layout_case);
      dtl_filter_set_actor_on (layout_case->filter, dtl_actor_table_get (layout_case->actors, 1)->id, FALSE,
                               layout_case->actors);
      layout_case_refilter (layout_case);
      if (n_events[i] > 1)
        check_layout (ground, layout_case);
      check_places (ground, layout_case->columns);
      check_whole (ground, layout_case);
    }
}

/* By the seed: some actors are on. */
static void
switch_actors (LayoutCase *layout_case, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (uint32_t i = 0; i < dtl_actor_table_get_size (layout_case->actors); i++)
    dtl_filter_set_actor_on (layout_case->filter, dtl_actor_table_get (layout_case->actors, i)->id,
                             g_rand_boolean (rand), layout_case->actors);
  layout_case_refilter (layout_case);
}

/* Lanes that were made beforehand make the same layout, on the ground and in the place of another filter's. */
static void
test_prepared_lanes (void)
{
  g_autoptr (LayoutCase) layout_case = layout_case_new_random (3, 6, 3000, 400);
  g_autoptr (DtlGround) ground = dtl_ground_new (layout_case->columns, layout_case->actors);
  g_autoptr (DtlLayout) before = dtl_ground_make_layout (ground, &layout_case->input);

  for (guint32 seed = 1; seed <= 8; seed++)
    {
      g_autoptr (DtlLayout) plain = NULL;
      g_autoptr (DtlLayout) layout = NULL;
      g_autoptr (DtlLanes) lanes = NULL;
      g_autofree char *expected = NULL;
      g_autofree char *dumped = NULL;

      switch_actors (layout_case, seed);
      plain = dtl_layout_new (&layout_case->input);
      lanes = dtl_lanes_prepare (dtl_ground_get_roster (ground), layout_case->actors, layout_case->filter,
                                 layout_case->visible);
      layout_case->input.lanes = lanes;
      layout = seed % 2 == 0 ? dtl_ground_make_layout (ground, &layout_case->input)
                             : dtl_layout_new_filtered (before, &layout_case->input);
      layout_case->input.lanes = NULL;
      expected = dtl_layout_dump (plain, -100000, 100000);
      dumped = dtl_layout_dump (layout, -100000, 100000);
      g_assert_cmpstr (dumped, ==, expected);
    }
}

/* Lanes of other bits are no lanes of these. */
static void
test_stale_lanes (void)
{
  g_autoptr (LayoutCase) layout_case = layout_case_new_random (3, 6, 300, 400);
  g_autoptr (DtlGround) ground = dtl_ground_new (layout_case->columns, layout_case->actors);
  g_autoptr (DtlLanes) lanes = NULL;

  switch_actors (layout_case, 5);
  lanes = dtl_lanes_prepare (dtl_ground_get_roster (ground), layout_case->actors, layout_case->filter,
                             layout_case->visible);
  layout_case->input.lanes = lanes;
  switch_actors (layout_case, 6);
  check_layout (ground, layout_case);
  layout_case->input.lanes = NULL;
}

static void
test_empty (void)
{
  g_autoptr (DtlColumnsBuilder) builder = dtl_columns_builder_new ();
  g_autoptr (DtlColumns) columns = dtl_columns_builder_finish (builder);
  g_autoptr (DtlActorTable) actors = dtl_actor_table_new (g_ptr_array_new ());
  g_autoptr (DtlGround) ground = dtl_ground_new (columns, actors);
  int64_t from, to;

  g_assert_false (dtl_ground_get_extent (ground, &from, &to));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/ground/same", test_same);
  g_test_add_func ("/layout/ground/prepared-lanes", test_prepared_lanes);
  g_test_add_func ("/layout/ground/stale-lanes", test_stale_lanes);
  g_test_add_func ("/layout/ground/empty", test_empty);
  return g_test_run ();
}
