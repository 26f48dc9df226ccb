/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What window and painter ask a layout: ties, shelf, counts, hits, sliding labels, drawing order. */
#include "story.h"

#include "layout/dtl-layout-private.h"

#define WORLD_PX (INT64_C (1) << 61)

static int
compare_strings (const void *a, const void *b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

static char *
describe_tie (LayoutCase *story, DtlLayout *layout, GPtrArray *items, const DtlTie *tie)
{
  const DtlItem *from = g_ptr_array_index (items, tie->from_item);
  const DtlItem *to = g_ptr_array_index (items, tie->to_item);
  const DtlLane *lanes = dtl_layout_get_lanes (layout, NULL);
  const DtlPlacedMark *marks = dtl_layout_get_marks (layout, NULL);

  if (tie->is_derived)
    {
      g_assert_true (marks[tie->to_mark].is_derived);
      g_assert_cmpuint (dtl_columns_get_anchor (story->columns, marks[tie->to_mark].mark), ==,
                        marks[tie->from_mark].mark);
    }
  return g_strdup_printf ("%d in %s, %d in %s%s", (int) story->columns->id[from->row], lanes[from->lane].name,
                          (int) story->columns->id[to->row], lanes[to->lane].name, tie->is_derived ? ", derived" : "");
}

static char *
describe_ties (LayoutCase *story, DtlLayout *layout, GPtrArray *items, uint32_t selected_row)
{
  g_autoptr (GArray) ties = dtl_layout_get_ties (layout, items, selected_row);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < ties->len; i++)
    g_ptr_array_add (lines, describe_tie (story, layout, items, &g_array_index (ties, DtlTie, i)));
  g_ptr_array_sort (lines, compare_strings);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

#define TIES_OF_NO_NEW_BUSINESS                                                                                        \
  "5 in Maker, 6 in Maker, derived\n"                                                                                  \
  "5 in Trade Department, 6 in Trade Department, derived\n"

#define DERIVED_TIES                                                                                                   \
  "5 in Maker, 5 in Maker, derived\n"                                                                                  \
  "5 in Maker, 6 in Maker, derived\n"                                                                                  \
  "5 in Trade Department, 5 in Trade Department, derived\n"                                                            \
  "5 in Trade Department, 6 in Trade Department, derived"

static void
test_ties_of_few (void)
{
  g_autoptr (LayoutCase) story = story_new ();
  g_autoptr (DtlLayout) layout = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *ties = NULL;

  story->input.scale.px_per_day = 3;
  layout = dtl_layout_new (&story->input);
  items = dtl_layout_get_items (layout, layout_case_px (story, "2024-06-01"), layout_case_px (story, "2024-12-01"));
  ties = describe_ties (story, layout, items, story_row (story, STORY_SHUTDOWN));
  g_assert_cmpstr (ties, ==,
                   "5 in Maker, 5 in Maker, derived\n"
                   "5 in Maker, 5 in Trade Department\n"
                   "5 in Maker, 6 in Maker, derived\n"
                   "5 in Trade Department, 5 in Trade Department, derived\n"
                   "5 in Trade Department, 6 in Trade Department, derived\n"
                   "6 in Maker, 6 in Trade Department");
}

/* The story among forty others. */
static LayoutCase *
story_new_crowded (void)
{
  CaseEvent events[G_N_ELEMENTS (story_events) + 40];

  memcpy (events, story_events, sizeof story_events);
  for (guint i = G_N_ELEMENTS (story_events); i < G_N_ELEMENTS (events); i++)
    events[i] = (CaseEvent){ .title = "x", .claims = "occurred 2024-07", .actors = i % 4 != 0 ? "Shop" : "Senator" };
  return layout_case_new (story_actors, events, G_N_ELEMENTS (events));
}

static void
test_ties_of_many (void)
{
  static const struct
  {
    DtlId selected; /* DTL_ID_NONE for none */
    const char *ties;
  } rows[] = {
    { DTL_ID_NONE, DERIVED_TIES },
    { STORY_SHUTDOWN, "" },
    { STORY_NO_NEW_BUSINESS, TIES_OF_NO_NEW_BUSINESS "6 in Maker, 6 in Trade Department" },
  };
  g_autoptr (LayoutCase) story = story_new_crowded ();
  g_autoptr (DtlLayout) layout = NULL;
  g_autoptr (GPtrArray) items = NULL;

  story->input.scale.px_per_day = 3;
  layout = dtl_layout_new (&story->input);
  items = dtl_layout_get_items (layout, -WORLD_PX, WORLD_PX);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      uint32_t selected_row = rows[i].selected != DTL_ID_NONE ? story_row (story, rows[i].selected) : UINT32_MAX;
      g_autofree char *ties = describe_ties (story, layout, items, selected_row);

      g_assert_cmpstr (ties, ==, rows[i].ties);
    }
}

/* Without the department's lane for the derived event, its tie comes from the nearest lane of the anchor. */
static void
test_ties_between_lanes (void)
{
  static const CaseEvent events[] = {
    { .title = "anchor", .claims = "announced 2024-01-01", .actors = "Senator;Trade Department" },
    { .title = "derived", .claims = "effective 2024-02-01 after=1:1", .actors = "Shop" },
  };
  g_autoptr (LayoutCase) layout_case = layout_case_new (story_actors, events, G_N_ELEMENTS (events));
  g_autoptr (DtlLayout) layout = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *ties = NULL;

  layout_case->input.scale.px_per_day = 10;
  layout = dtl_layout_new (&layout_case->input);
  items = dtl_layout_get_items (layout, -WORLD_PX, WORLD_PX);
  ties = describe_ties (layout_case, layout, items, story_row (layout_case, 2));
  g_assert_cmpstr (ties, ==, "1 in Senator, 2 in Shop, derived\n1 in Trade Department, 1 in Senator");
}

static void
test_shelf (void)
{
  static const struct
  {
    int width_px;
    guint n_items;
    guint n_more;
    int more_x_px;
  } rows[] = {
    { 1000, 2, 0, 364 }, /* both: 174 wide, with 8 between */
    { 356, 2, 0, 364 },  { 355, 1, 1, 182 }, { 216, 1, 1, 182 }, { 215, 0, 2, 0 }, { 0, 0, 2, 0 },
  };
  g_autoptr (LayoutCase) story = story_new ();
  g_autoptr (DtlLayout) layout = dtl_layout_new (&story->input);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint n_more;
      int more_x_px;
      g_autoptr (GArray) shelf = dtl_layout_get_shelf (layout, rows[i].width_px, &n_more, &more_x_px);
      const DtlShelfItem *item = (const DtlShelfItem *) (const void *) shelf->data;

      g_test_message ("%d px", rows[i].width_px);
      g_assert_cmpuint (shelf->len, ==, rows[i].n_items);
      g_assert_cmpuint (n_more, ==, rows[i].n_more);
      g_assert_cmpint (more_x_px, ==, rows[i].more_x_px);
      if (shelf->len > 0)
        g_assert_cmpstr (item[0].label, ==, "Software watched by a…"); /* the more important one */
      if (shelf->len > 1)
        {
          g_assert_cmpstr (item[1].label, ==, "Documents copied from…");
          g_assert_cmpint (item[1].x_px, ==, item[0].x_px + item[0].width_px + 8);
        }
      for (guint j = 0; j < shelf->len; j++)
        {
          g_assert_true (item[j].is_alleged);
          g_assert_cmpint (item[j].width_px, <=, 180);
          g_assert_cmpint (item[j].x_px + item[j].width_px, <=, rows[i].width_px);
        }
    }
}

/* What is known of its time by links goes first, with words that say it; what is hidden counts for nothing. */
static void
test_brackets (void)
{
  g_autoptr (LayoutCase) story = story_new ();
  g_autoptr (DtlLayout) layout = NULL;
  g_autoptr (DtlLayout) filtered = NULL;
  g_autofree char *place = NULL;
  g_autofree char *place_filtered = NULL;
  uint32_t undated = story_row (story, 13), ban = story_row (story, STORY_BAN), early = story_row (story, 1);
  DtlColumnsLink links[] = { { early, undated, DTL_LINK_CAUSES, TRUE },
                             { ban, undated, DTL_LINK_RESPONDS_TO, TRUE },
                             { undated, early, DTL_LINK_CAUSES, FALSE },
                             { undated, ban, DTL_LINK_RESPONDS_TO, FALSE } };
  g_autoptr (GArray) shelf = NULL;
  guint n_more;
  int more_x_px;
  DtlBracket bracket;

  g_assert_cmpuint (early, <, ban);
  story->columns->links = g_memdup2 (links, sizeof links);
  story->columns->n_links = G_N_ELEMENTS (links);
  layout = dtl_layout_new (&story->input);
  g_assert_true (dtl_layout_get_bracket (layout, undated, &bracket));
  g_assert_cmpuint (bracket.after_row, ==, early);
  g_assert_cmpuint (bracket.before_row, ==, ban);
  place = dtl_layout_dup_place (layout, undated);
  g_assert_cmpstr (place, ==, "between some day in 2017 and 20 Jun 2024");
  shelf = dtl_layout_get_shelf (layout, 2000, &n_more, &more_x_px);
  g_assert_cmpuint (g_array_index (shelf, DtlShelfItem, 0).row, ==, undated);
  g_assert_true (g_str_has_suffix (g_array_index (shelf, DtlShelfItem, 0).label, place));
  dtl_bitset_set (story->visible, ban, FALSE);
  filtered = dtl_layout_new_filtered (layout, &story->input);
  place_filtered = dtl_layout_dup_place (filtered, undated);
  g_assert_cmpstr (place_filtered, ==, "after some day in 2017");
  g_assert_null (dtl_layout_dup_place (filtered, story_row (story, 14)));
}

static void
test_counts (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    guint n_before;
    guint n_after;
  } rows[] = {
    { "2010", "2030", 0, 0 },
    { "2010", "2016", 0, 12 },
    { "2030", "2040", 12, 0 },
    { "2019", "2019-06", 3, 8 }, /* what lasts from 2018 to 2020 or later is in view */
    { "2024-06-20T06:00:00", "2024-06-20T07:00:00", 4, 4 },
  };
  g_autoptr (LayoutCase) story = story_new ();
  g_autoptr (DtlLayout) layout = NULL;

  story->input.scale.px_per_day = 240;
  layout = dtl_layout_new (&story->input);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DtlSpanCounts counts;

      dtl_layout_count_span (layout, layout_case_px (story, rows[i].from), layout_case_px (story, rows[i].to), &counts);
      g_test_message ("%s to %s", rows[i].from, rows[i].to);
      g_assert_cmpuint (counts.n_total, ==, 14);
      g_assert_cmpuint (counts.n_filtered, ==, 0);
      g_assert_cmpuint (counts.n_undated, ==, 2);
      g_assert_cmpuint (counts.n_before, ==, rows[i].n_before);
      g_assert_cmpuint (counts.n_after, ==, rows[i].n_after);
    }
}

static void
test_filtered (void)
{
  g_autoptr (LayoutCase) story = story_new ();
  g_autoptr (DtlLayout) layout = NULL;
  DtlSpanCounts counts;
  int64_t from;
  int64_t to;

  story->filter->all_actors = FALSE;
  dtl_filter_set_actor_on (story->filter, 4, TRUE, story->actors); /* the senator */
  layout_case_refilter (story);
  layout = dtl_layout_new (&story->input);
  dtl_layout_count_span (layout, -WORLD_PX, WORLD_PX, &counts);
  g_assert_cmpuint (counts.n_total, ==, 14);
  g_assert_cmpuint (counts.n_filtered, ==, 12); /* all but hers and the one without actors */
  g_assert_cmpuint (counts.n_undated, ==, 0);
  g_assert_null (dtl_layout_find_row (layout, story_row (story, STORY_BAN)));
  g_assert_true (dtl_layout_get_extent (story->columns, story->visible, &from, &to));
  g_assert_cmpint (from, ==, dtl_civil_seconds_from_day (dtl_civil_day_number (2017, 1, 1)));
  g_assert_cmpint (to, ==, dtl_civil_seconds_from_day (dtl_civil_day_number (2024, 10, 1)) - 1);
}

/* Marks before labels before bars, with slop beside marks only. */
static void
test_hit (void)
{
  g_autoptr (LayoutCase) story = story_new ();
  g_autoptr (DtlLayout) layout = NULL;
  const DtlItem *ban;
  const DtlItem *move;
  const DtlPlacedMark *marks;
  uint32_t mark;

  story->input.scale.px_per_day = 3;
  layout = dtl_layout_new (&story->input);
  ban = dtl_layout_find_row (layout, story_row (story, STORY_BAN));
  marks = dtl_layout_get_item_marks (layout, ban);
  g_assert_true (dtl_layout_hit (layout, marks[0].x_px + 9, ban->axis_y_px, 3, &mark) == ban);
  g_assert_cmpuint (mark, ==, marks[0].mark);
  g_assert_true (dtl_layout_hit (layout, marks[0].x_px + 10, ban->axis_y_px, 3, &mark) == ban); /* the row is its own */
  g_assert_cmpuint (mark, ==, DTL_NO_MARK);
  g_assert_true (dtl_layout_hit (layout, marks[2].x_px, ban->axis_y_px, 3, &mark) == ban); /* two marks, 3 px apart */
  g_assert_cmpuint (mark, ==, marks[2].mark);
  g_assert_true (dtl_layout_hit (layout, ban->label_x_px + 5, ban->label_y_px + 3, 3, &mark) == ban);
  g_assert_cmpuint (mark, ==, DTL_NO_MARK);

  move = dtl_layout_find_row (layout, story_row (story, 4));
  g_assert_true (dtl_layout_hit (layout, layout_case_px (story, "2022"), move->axis_y_px, 3, &mark) == move);
  g_assert_cmpuint (mark, ==, DTL_NO_MARK);
  g_assert_null (dtl_layout_hit (layout, layout_case_px (story, "2030"), move->axis_y_px, 3, &mark));
  g_assert_null (dtl_layout_hit (layout, layout_case_px (story, "2022"), -1, 3, &mark));
  g_assert_null (
      dtl_layout_hit (layout, layout_case_px (story, "2022"), dtl_layout_get_height_px (layout) + 1, 3, &mark));
}

/* A label slides along its bar as far as the bar goes, and not before the view has reached it. */
static void
test_slide (void)
{
  static const struct
  {
    int view_px; /* from the label's own place */
    int label_px;
  } rows[] = {
    { -500, 0 }, { -4, 0 }, { -3, 1 }, { 0, 4 }, { 100, 104 }, { 7000, 7004 }, { 7499, 7503 }, { 9000, 7503 }
  };
  g_autoptr (LayoutCase) story = story_new ();
  g_autoptr (DtlLayout) layout = NULL;
  const DtlItem *item;

  story->input.scale.px_per_day = 3;
  layout = dtl_layout_new (&story->input);
  item = dtl_layout_find_row (layout, story_row (story, 4));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (dtl_layout_slide_label_px (layout, item, item->label_x_px + rows[i].view_px, WORLD_PX) -
                         item->label_x_px,
                     ==, rows[i].label_px);
  item = dtl_layout_find_row (layout, story_row (story, STORY_SHUTDOWN));
  g_assert_cmpint (dtl_layout_slide_label_px (layout, item, item->label_x_px + 50, WORLD_PX), ==, item->label_x_px);
}

/* Of lanes in view alone, and only they are placed. */
static void
test_items_in (void)
{
  const DtlLayoutLimits estimated = { 2048, 0, 0, 2048 };
  g_autoptr (LayoutCase) story = story_new ();
  g_autoptr (DtlLayout) layout = dtl_layout_new_with_limits (&story->input, &estimated);
  const DtlLane *lanes = dtl_layout_get_lanes (layout, NULL);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) some = NULL;
  guint n_wanted = 0;

  some =
      dtl_layout_get_items_in (layout, -WORLD_PX, WORLD_PX, lanes[1].y_px + 1, lanes[2].y_px + lanes[2].height_px - 1);
  g_assert_cmpuint (some->len, >, 0);
  for (guint i = 0; i < some->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (some, i);

      g_assert_true (item->lane == 1 || item->lane == 2);
    }
  g_assert_null (layout->states[0].chunks);
  g_assert_cmpuint (g_hash_table_size (layout->states[1].chunks), >, 0);
  all = dtl_layout_get_items (layout, -WORLD_PX, WORLD_PX);
  for (guint i = 0; i < all->len; i++)
    n_wanted += ((const DtlItem *) g_ptr_array_index (all, i))->lane - 1 < 2;
  g_assert_cmpuint (some->len, ==, n_wanted);
}

static void
test_drawing_order (void)
{
  g_autoptr (LayoutCase) story = story_new ();
  g_autoptr (DtlLayout) layout = NULL;
  g_autoptr (GPtrArray) items = NULL;

  story->input.scale.px_per_day = 0.3;
  layout = dtl_layout_new (&story->input);
  items = dtl_layout_get_items (layout, -WORLD_PX, WORLD_PX);
  for (guint i = 1; i < items->len; i++)
    {
      const DtlItem *before = g_ptr_array_index (items, i - 1);
      const DtlItem *item = g_ptr_array_index (items, i);

      g_assert_true (before->label_above || !item->label_above);
      if (before->label_above == item->label_above)
        g_assert_cmpint (story->columns->importance[before->row], <=, story->columns->importance[item->row]);
    }
}

/* A title that is not known yet: a mark alone, and a label once it is. */
static void
test_title_comes_later (void)
{
  static const CaseEvent events[] = { { .title = NULL, .claims = "occurred 2024-01-01" } };
  g_autoptr (LayoutCase) layout_case = layout_case_new (NULL, events, 1);
  g_autoptr (DtlLayout) before = dtl_layout_new (&layout_case->input);
  g_autoptr (DtlLayout) after = NULL;

  g_assert_null (dtl_layout_find_row (before, 0)->label);
  g_ptr_array_index (layout_case->titles, 0) = g_strdup ("Known now");
  after = dtl_layout_new_scaled (before, layout_case->input.scale);
  g_assert_cmpstr (dtl_layout_find_row (after, 0)->label, ==, "Known now");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/queries/ties-of-few", test_ties_of_few);
  g_test_add_func ("/layout/queries/ties-of-many", test_ties_of_many);
  g_test_add_func ("/layout/queries/ties-between-lanes", test_ties_between_lanes);
  g_test_add_func ("/layout/queries/shelf", test_shelf);
  g_test_add_func ("/layout/queries/brackets", test_brackets);
  g_test_add_func ("/layout/queries/counts", test_counts);
  g_test_add_func ("/layout/queries/filtered", test_filtered);
  g_test_add_func ("/layout/queries/hit", test_hit);
  g_test_add_func ("/layout/queries/slide", test_slide);
  g_test_add_func ("/layout/queries/items-in", test_items_in);
  g_test_add_func ("/layout/queries/drawing-order", test_drawing_order);
  g_test_add_func ("/layout/queries/title-comes-later", test_title_comes_later);
  return g_test_run ();
}
