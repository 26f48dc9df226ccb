/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where chunks meet, and layouts made from layouts: what random cases hardly ever reach. */
#include "layout-case.h"

#include "layout/dtl-layout-private.h"

/* A bar whose unknown start reaches back over the border of its chunk, at 18224: the label before it gives way.
 *
 *   17950  18050                  | 18246
 *     o      o A long title tha…  |  o
 *                             . . . . ======= /2020
 */
static void
test_stub_over_border (void)
{
  static const CaseEvent events[] = {
    { .title = NULL, .claims = "occurred 2019-02-24", .importance = 1000 },
    { .title = "Antidisestablishmentarianism at the border", .claims = "occurred 2019-06-04", .importance = 900 },
    { .title = NULL, .claims = "occurred 2019-12-16" },
    { .title = "Bar", .claims = "occurred /2020" },
  };
  const DtlLayoutLimits one_border = { 505, 1, 10000, 2048 };
  g_autoptr (LayoutCase) layout_case = layout_case_new (NULL, events, G_N_ELEMENTS (events));
  g_autoptr (DtlLayout) layout = NULL;
  const DtlItem *item;
  const DtlItem *bar;

  layout_case->input.metrics.lane_max_rows = 2;
  layout = dtl_layout_new_with_limits (&layout_case->input, &one_border);
  bar = dtl_layout_find_row (layout, (uint32_t) dtl_columns_find (layout_case->columns, 4));
  item = dtl_layout_find_row (layout, (uint32_t) dtl_columns_find (layout_case->columns, 2));
  g_assert_cmpint (dtl_layout_find_cut_px (layout, &layout->states[0], 36), ==, 18224);
  g_assert_true (g_str_has_suffix (item->label, "…"));
  g_assert_false (item->label_end);
  g_assert_cmpint (item->y0_px, ==, bar->y0_px);
  g_assert_cmpint (item->x1_px + 2 * layout_case->input.metrics.label_gap_px, <, bar->x0_px);
}

/* A layout made from another one at a new zoom is the same as one made from nothing. */
static void
test_scaled (void)
{
  static const double scales[] = { 0.003, 0.1, 2, 60, 400 };
  g_autoptr (LayoutCase) layout_case = layout_case_new_random (5, 4, 300, 2000);
  g_autoptr (DtlLayout) scaled = dtl_layout_new (&layout_case->input);

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      DtlTimeScale scale = { scales[i] };
      DtlLayout *next = dtl_layout_new_scaled (scaled, scale);
      g_autoptr (DtlLayout) fresh = NULL;
      g_autofree char *found = NULL;
      g_autofree char *wanted = NULL;

      dtl_layout_unref (scaled);
      scaled = next;
      layout_case->input.scale = scale;
      fresh = dtl_layout_new (&layout_case->input);
      found = dtl_layout_dump (scaled, INT64_MIN, INT64_MAX);
      wanted = dtl_layout_dump (fresh, INT64_MIN, INT64_MAX);
      g_assert_cmpstr (found, ==, wanted);
    }
}

static void
assert_same (DtlLayout *found_layout, DtlLayout *wanted_layout)
{
  g_autofree char *found = dtl_layout_dump (found_layout, INT64_MIN, INT64_MAX);
  g_autofree char *wanted = dtl_layout_dump (wanted_layout, INT64_MIN, INT64_MAX);

  g_assert_cmpstr (found, ==, wanted);
}

/* A layout that took over what another filter left behind is the same as one made from nothing, at every zoom, however
 * often actors were switched and whatever had been looked at more closely. */
static void
test_filtered (void)
{
  static const double scales[] = { 60, 0.02, 400, 2 };
  static const DtlLayoutLimits limits[] = { { 2048, 256, 10000, 2048 }, { 512, 8, 0, 24 } };

  for (gsize j = 0; j < G_N_ELEMENTS (limits); j++)
    {
      g_autoptr (LayoutCase) layout_case = layout_case_new_random (6, 4, 500, 2000);
      g_autoptr (DtlLayout) layout = dtl_layout_new_with_limits (&layout_case->input, &limits[j]);

      for (guint i = 0; i < 12; i++)
        {
          DtlId actor = dtl_actor_table_get (layout_case->actors, i % 3)->id;
          DtlLayout *next;
          g_autoptr (DtlLayout) fresh = NULL;

          dtl_layout_ensure (layout, INT64_MIN, INT64_MAX);
          dtl_filter_set_actor_on (layout_case->filter, actor, !dtl_filter_is_actor_on (layout_case->filter, actor),
                                   layout_case->actors);
          layout_case_refilter (layout_case);
          layout_case->input.scale.px_per_day = scales[i % G_N_ELEMENTS (scales)];
          next = dtl_layout_new_filtered (layout, &layout_case->input);
          dtl_layout_unref (layout);
          layout = next;
          fresh = dtl_layout_new_with_limits (&layout_case->input, &limits[j]);
          assert_same (layout, fresh);
        }
    }
}

/* A layout of other sizes takes over who is in which lane, and nothing else. */
static void
test_restyled (void)
{
  g_autoptr (LayoutCase) layout_case = layout_case_new_random (8, 4, 300, 2000);
  g_autoptr (DtlLayout) layout = dtl_layout_new (&layout_case->input);
  g_autoptr (DtlLayout) restyled = NULL;
  g_autoptr (DtlLayout) fresh = NULL;

  dtl_layout_ensure (layout, INT64_MIN, INT64_MAX);
  layout_case->input.scale.px_per_day = 0.2;
  layout_case->input.metrics.inline_dates = TRUE;
  layout_case->input.metrics.lane_max_rows = 3;
  restyled = dtl_layout_new_restyled (layout, &layout_case->input);
  fresh = dtl_layout_new (&layout_case->input);
  assert_same (restyled, fresh);
}

static int
measure_width_px (DtlTextMeasure *measure, DtlTextStyle style, const char *text)
{
  int width_px = 0;

  for (const char *p = text; *p != '\0'; p++)
    width_px += *p == '1' ? 2 : 14;
  return width_px;
}

static int
measure_height_px (DtlTextMeasure *measure, DtlTextStyle style)
{
  return 16;
}

/* The count of ten events is wider than that of all eleven for which there is no place, and the eleventh stands alone,
 * right behind it:
 *
 *     o The first of twelve has a long title
 *   (+10) o
 */
static void
test_narrow_digits (void)
{
  DtlTextMeasure measure = { measure_width_px, measure_height_px, NULL };
  CaseEvent events[12];
  g_autoptr (LayoutCase) layout_case = NULL;
  g_autoptr (DtlLayout) layout = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    events[i] = (CaseEvent){ .title = "x", .claims = i == 11 ? "occurred 2020-02-25" : "occurred 2020-01-01" };
  events[0].title = "The first of twelve has a long title";
  events[0].importance = 1000;
  layout_case = layout_case_new (NULL, events, G_N_ELEMENTS (events));
  layout_case->input.measure = &measure;
  layout_case->input.metrics.lane_max_rows = 2;
  layout = dtl_layout_new (&layout_case->input);
  g_assert_cmpuint (dtl_layout_find_row (layout, 5)->n_events, ==, 10);
  g_assert_cmpuint (dtl_layout_find_row (layout, 11)->n_events, ==, 1);
}

static gboolean
has_time (gpointer n_left)
{
  return *(guint *) n_left > 0 && --*(guint *) n_left > 0;
}

/* Where there is no time for titles, they are added until all are there; nothing of what stood there before is left
 * then. A small case has them at once. */
static void
test_title_budget (void)
{
  static const DtlLayoutLimits limits[] = { { 2048, 256, 10000, 2048 }, { 512, 8, 0, 24 } };

  for (gsize j = 0; j < G_N_ELEMENTS (limits); j++)
    {
      g_autoptr (LayoutCase) layout_case = layout_case_new_random (7, 4, 300, 2000);
      g_autoptr (DtlLayout) fresh = dtl_layout_new_with_limits (&layout_case->input, &limits[j]);
      g_autoptr (DtlLayout) layout = dtl_layout_new_with_limits (&layout_case->input, &limits[j]);
      guint n_rounds = 0;
      guint n_left;

      do
        {
          n_left = 9;
          dtl_layout_set_title_budget (layout, has_time, &n_left);
          dtl_layout_add_titles (layout, INT64_MIN, INT64_MAX, G_MININT, G_MAXINT);
          dtl_layout_ensure (layout, INT64_MIN, INT64_MAX);
          n_rounds++;
        }
      while (!dtl_layout_is_whole (layout, INT64_MIN, INT64_MAX, G_MININT, G_MAXINT));
      g_assert_cmpuint (n_rounds > 1, ==, limits[j].exact_entries == 0);
      assert_same (layout, fresh);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/chunks/stub-over-border", test_stub_over_border);
  g_test_add_func ("/layout/chunks/scaled", test_scaled);
  g_test_add_func ("/layout/chunks/filtered", test_filtered);
  g_test_add_func ("/layout/chunks/restyled", test_restyled);
  g_test_add_func ("/layout/chunks/narrow-digits", test_narrow_digits);
  g_test_add_func ("/layout/chunks/title-budget", test_title_budget);
  return g_test_run ();
}
