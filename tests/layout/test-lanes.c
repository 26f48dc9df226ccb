/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which lanes there are, in which order, and who is in them. */
#include "layout-case.h"

#include <string.h>

static const CaseActor actors[] = {
  { "Maker", NULL, 9 }, { "Secretary", "Trade", 8 }, /* has more events than the department it belongs to */
  { "Trade", NULL, 5 }, { "Clerk", "Secretary", 3 }, { "Idle", NULL, 2 }, { NULL, NULL, 0 },
};

static const CaseEvent events[] = {
  { .title = "one", .claims = "occurred 2024-01-01", .actors = "Maker", .sources = "1" },
  { .title = "two", .claims = "occurred 2024-01-02", .actors = "Maker;Trade", .sources = "0;1", .kind = 2 },
  { .title = "three", .claims = "occurred 2024-01-03", .actors = "Secretary", .kind = 2 },
  { .title = "four", .claims = "occurred 2024-01-04", .actors = "Clerk;Secretary;Maker" },
  { .title = "five", .claims = "occurred 2024-01-05", .actors = NULL },
  { .title = "undated", .claims = NULL, .actors = "Idle" },
};

static const struct
{
  const char *on; /* actors, separated by ";"; NULL for all */
  DtlGrouping grouping;
  const char *lanes; /* each with its events' titles, in the order of time */
} rows[] = {
  { NULL, DTL_GROUP_ACTOR, "Maker: one two four; Trade: two; Secretary: three four; Clerk: four; No actor: five" },
  { "Maker", DTL_GROUP_ACTOR, "Maker: one two four; No actor: five" },
  { "Maker;Idle", DTL_GROUP_ACTOR, "Maker: one two four; No actor: five" },
  { "Trade;-Secretary;-Clerk", DTL_GROUP_ACTOR, "Trade: two; No actor: five" },
  { "Maker;Trade;-Secretary;-Clerk", DTL_GROUP_ACTOR, "Maker: one two four; Trade: two four; No actor: five" },
  { "Secretary;-Clerk", DTL_GROUP_ACTOR, "Secretary: three four; No actor: five" },
  { "Clerk", DTL_GROUP_ACTOR, "Clerk: four; No actor: five" },
  { NULL, DTL_GROUP_KIND, "proposal: one four five; prohibition: two three" },
  { NULL, DTL_GROUP_SOURCE, "0: two; 1: one two; No source: three four five" },
  { "Maker", DTL_GROUP_NONE, "all: one two four five" },
  { NULL, DTL_GROUP_NONE, "all: one two three four five" },
};

/* In the order of the text; "-Name" switches off whom naming another has brought along. */
static void
switch_on (LayoutCase *self, const char *on)
{
  g_auto (GStrv) names = g_strsplit (on != NULL ? on : "", ";", -1);

  self->filter->all_actors = on == NULL;
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *name = names[i] + (names[i][0] == '-');
      int64_t index = dtl_actor_table_find_name (self->actors, name);

      dtl_filter_set_actor_on (self->filter, dtl_actor_table_get (self->actors, (uint32_t) index)->id,
                               names[i][0] != '-', self->actors);
    }
  layout_case_refilter (self);
}

static int
compare_rows (const void *a, const void *b)
{
  const DtlItem *first = *(DtlItem *const *) a;
  const DtlItem *second = *(DtlItem *const *) b;

  return (first->row > second->row) - (first->row < second->row);
}

static char *
describe (DtlLayout *layout)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GPtrArray) items = dtl_layout_get_items (layout, INT64_MIN, INT64_MAX);
  guint n_lanes;
  const DtlLane *lanes = dtl_layout_get_lanes (layout, &n_lanes);

  g_ptr_array_sort (items, compare_rows);
  for (guint lane = 0; lane < n_lanes; lane++)
    {
      g_autofree char *key = g_strdup_printf ("%u", lanes[lane].key);
      const char *name = lanes[lane].grouping == DTL_GROUP_NONE ? "all" : lanes[lane].name;

      g_string_append_printf (out, "%s%s:", lane > 0 ? "; " : "", name != NULL ? name : key);
      for (guint i = 0; i < items->len; i++)
        {
          const DtlItem *item = g_ptr_array_index (items, i);

          if (item->lane == lane)
            g_string_append_printf (out, " %s", item->label);
        }
    }
  return g_string_free (out, FALSE);
}

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LayoutCase) layout_case = layout_case_new (actors, events, G_N_ELEMENTS (events));
      g_autoptr (DtlLayout) layout = NULL;
      g_autofree char *found = NULL;

      switch_on (layout_case, rows[i].on);
      layout_case->input.grouping = rows[i].grouping;
      layout_case->input.scale.px_per_day = 20;
      layout = dtl_layout_new (&layout_case->input);
      found = describe (layout);
      g_test_message ("on: %s", rows[i].on);
      g_assert_cmpstr (found, ==, rows[i].lanes);
    }
}

/* Lanes lie below each other without a gap, and a colour goes with its actor. */
static void
test_geometry (void)
{
  g_autoptr (LayoutCase) layout_case = layout_case_new (actors, events, G_N_ELEMENTS (events));
  g_autoptr (DtlLayout) layout = dtl_layout_new (&layout_case->input);
  guint n_lanes;
  const DtlLane *lanes = dtl_layout_get_lanes (layout, &n_lanes);
  int y_px = 0;

  g_assert_cmpuint (n_lanes, ==, 5);
  for (guint i = 0; i < n_lanes; i++)
    {
      g_assert_cmpint (lanes[i].y_px, ==, y_px);
      g_assert_cmpint (lanes[i].height_px, >=, layout_case->input.metrics.lane_min_height_px);
      y_px += lanes[i].height_px;
    }
  g_assert_cmpint (dtl_layout_get_height_px (layout), ==, y_px);
  g_assert_cmpint (lanes[2].colour, ==, 1); /* the secretary's, second in the table above */
  g_assert_cmpint (lanes[4].colour, ==, -1);
}

/* No event, no actor, no title provider: still a layout. */
static void
test_empty (void)
{
  g_autoptr (LayoutCase) none = layout_case_new (NULL, NULL, 0);
  g_autoptr (LayoutCase) untitled = layout_case_new (actors, events, G_N_ELEMENTS (events));
  g_autoptr (DtlLayout) empty = dtl_layout_new (&none->input);
  g_autoptr (DtlLayout) bare = NULL;
  g_autoptr (GPtrArray) nothing = dtl_layout_get_items (empty, INT64_MIN, INT64_MAX);
  g_autoptr (GPtrArray) items = NULL;
  int64_t from;
  int64_t to;

  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpint (dtl_layout_get_height_px (empty), ==, 0);
  g_assert_null (dtl_layout_hit (empty, 0, 0, 5, NULL));
  g_assert_false (dtl_layout_get_extent (none->columns, none->visible, &from, &to));

  untitled->input.titles = NULL;
  bare = dtl_layout_new (&untitled->input);
  items = dtl_layout_get_items (bare, INT64_MIN, INT64_MAX);
  g_assert_cmpuint (items->len, ==, 8);
  for (guint i = 0; i < items->len; i++)
    g_assert_null (((DtlItem *) g_ptr_array_index (items, i))->label);
  g_assert_cmpstr (dtl_layout_get_lanes (bare, NULL)[0].name, ==, "Maker");
}

/* Of very many lanes the smallest are one, which has each of their events once. */
static void
test_others (void)
{
  enum
  {
    N_SOURCES = 260,
    N_LARGE = 40
  };
  CaseEvent many[N_SOURCES + N_LARGE] = { { 0 } };
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (LayoutCase) layout_case = NULL;
  g_autoptr (DtlLayout) layout = NULL;
  const DtlLane *lanes;
  guint n_lanes;
  guint n_large = 0;

  for (int i = 0; i < N_SOURCES + N_LARGE; i++)
    {
      /* The last ones have two events; one of the others has two sources. */
      int source = i < N_SOURCES ? i : N_SOURCES - N_LARGE + (i - N_SOURCES);

      g_ptr_array_add (strings, i == 210 ? g_strdup ("210;211") : g_strdup_printf ("%d", source));
      many[i] = (CaseEvent){ .title = "x", .claims = "occurred 2024-01-01", .sources = g_ptr_array_index (strings, i) };
    }
  layout_case = layout_case_new (NULL, many, N_SOURCES + N_LARGE);
  layout_case->input.grouping = DTL_GROUP_SOURCE;
  layout = dtl_layout_new (&layout_case->input);
  lanes = dtl_layout_get_lanes (layout, &n_lanes);
  g_assert_cmpuint (n_lanes, ==, DTL_LANES_MOST);
  for (guint i = 0; i < n_lanes; i++)
    n_large += lanes[i].key >= N_SOURCES - N_LARGE && lanes[i].key < N_SOURCES;
  g_assert_cmpuint (n_large, ==, N_LARGE);
  g_assert_cmpuint (lanes[0].key, ==, 0);
  g_assert_cmpuint (lanes[n_lanes - 1].key, ==, DTL_LANE_OTHERS);
  g_assert_cmpstr (lanes[n_lanes - 1].name, ==, "Others (61)");
  g_assert_cmpuint (lanes[n_lanes - 1].n_events, ==, 61);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/lanes/table", test_table);
  g_test_add_func ("/layout/lanes/geometry", test_geometry);
  g_test_add_func ("/layout/lanes/empty", test_empty);
  g_test_add_func ("/layout/lanes/others", test_others);
  return g_test_run ();
}
