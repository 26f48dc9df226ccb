/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds of every layout, on random cases at many zooms, with chunks of the normal size and with tiny ones:
 * nothing overlaps, nothing is lost, and no pan changes anything. */
#include "placement.h"

#include "layout/dtl-signs.h"

static int
compare_boxes (const void *a, const void *b)
{
  const DtlItem *first = *(DtlItem *const *) a;
  const DtlItem *second = *(DtlItem *const *) b;

  if (first->lane != second->lane)
    return first->lane < second->lane ? -1 : 1;
  if (first->axis_y_px != second->axis_y_px)
    return first->axis_y_px < second->axis_y_px ? -1 : 1;
  return first->x0_px < second->x0_px ? -1 : first->x0_px > second->x0_px;
}

/* Apart enough to tell whose a label is; one left of its mark twice as much. */
static int
wanted_gap_px (const DtlItem *item, const DtlLayoutMetrics *metrics)
{
  int gap_px = 2 * metrics->label_gap_px;

  return item->label_end && !item->label_above && item->label != NULL ? 2 * gap_px : gap_px;
}

/* In a row, boxes follow each other; rows lie below each other; all are inside of their lane. */
static void
check_boxes (LayoutCase *layout_case, DtlLayout *layout)
{
  g_autoptr (GPtrArray) items = dtl_layout_get_items (layout, -WORLD_PX, WORLD_PX);
  const DtlLane *lanes = dtl_layout_get_lanes (layout, NULL);
  int bottom_px = 0;

  g_ptr_array_sort (items, compare_boxes);
  for (guint i = 0; i < items->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (items, i);
      const DtlItem *before = i > 0 ? g_ptr_array_index (items, i - 1) : NULL;
      const DtlLane *lane = &lanes[item->lane];

      g_assert_cmpint (item->x0_px, <, item->x1_px);
      g_assert_cmpint (item->y0_px, >=, lane->y_px);
      g_assert_cmpint (item->y1_px, <=, lane->y_px + lane->height_px);
      if (before != NULL && before->lane == item->lane && before->axis_y_px == item->axis_y_px)
        g_assert_cmpint (before->x1_px + wanted_gap_px (item, &layout_case->input.metrics), <, item->x0_px);
      else if (before != NULL)
        {
          bottom_px = MAX (bottom_px, before->y1_px);
          g_assert_cmpint (item->y0_px, >=, bottom_px);
        }
    }
}

static void
check_label_beside (const DtlItem *item, int64_t marks_x0_px, int64_t marks_x1_px)
{
  if (item->label_end)
    g_assert_cmpint (item->label_x_px + item->label_width_px, <, marks_x0_px);
  else
    g_assert_cmpint (item->label_x_px, >, marks_x1_px);
}

static void
check_label_above (const DtlItem *item, const DtlLayoutMetrics *metrics)
{
  int half_px = metrics->mark_size_px / 2;

  g_assert_cmpint (item->label_y_px + 16, <=, item->axis_y_px - half_px);
  g_assert_cmpint (item->date_y_px, >=, item->axis_y_px + half_px);
  g_assert_cmpint (item->slide_x0_px, <=, item->label_x_px);
  g_assert_cmpint (item->slide_x1_px, >=, item->label_x_px + item->label_width_px);
}

/* Marks, bands and labels are inside of their boxes, and a label is not on its own marks. */
static void
check_parts (LayoutCase *layout_case, DtlLayout *layout)
{
  g_autoptr (GPtrArray) items = dtl_layout_get_items (layout, -WORLD_PX, WORLD_PX);
  DtlTextMeasure *measure = layout_case->measure;

  for (guint i = 0; i < items->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (items, i);
      const DtlPlacedMark *marks = dtl_layout_get_item_marks (layout, item);
      int64_t x0_px = INT64_MAX;
      int64_t x1_px = INT64_MIN;

      for (guint j = 0; j < item->n_marks; j++)
        {
          g_assert_cmpint (marks[j].band_x0_px, <=, marks[j].solid_x0_px);
          g_assert_cmpint (marks[j].solid_x0_px, <=, marks[j].solid_x1_px);
          g_assert_cmpint (marks[j].solid_x1_px, <=, marks[j].band_x1_px);
          x0_px = MIN (x0_px, MIN (marks[j].band_x0_px, marks[j].x_px - 6));
          x1_px = MAX (x1_px, MAX (marks[j].band_x1_px, marks[j].x_px + 6));
        }
      if (item->n_marks > 0)
        {
          g_assert_cmpint (item->x0_px, <=, x0_px);
          g_assert_cmpint (item->x1_px, >=, x1_px);
        }
      if (item->label == NULL)
        continue;
      g_assert_cmpint (measure->width_px (measure, DTL_TEXT_TITLE, item->label), <=, item->label_width_px);
      g_assert_cmpint (item->label_x_px, >=, item->x0_px);
      g_assert_cmpint (item->label_x_px + item->label_width_px, <=, item->x1_px);
      g_assert_cmpint (item->label_y_px, >=, item->y0_px);
      if (item->date_label != NULL)
        g_assert_cmpint (item->date_y_px + 16, <=, item->y1_px);
      if (item->kind == DTL_ITEM_EVENT && item->label_above)
        check_label_above (item, &layout_case->input.metrics);
      else if (item->kind == DTL_ITEM_EVENT)
        check_label_beside (item, x0_px, x1_px);
    }
}

/* How often each row is in each lane, as items and in clusters. */
static void
check_coverage (LayoutCase *layout_case, DtlLayout *layout)
{
  g_autoptr (GPtrArray) items = dtl_layout_get_items (layout, -WORLD_PX, WORLD_PX);
  const DtlColumns *columns = layout_case->columns;
  guint n_lanes;
  const DtlLane *lanes = dtl_layout_get_lanes (layout, &n_lanes);
  g_autofree guint8 *seen = g_new0 (guint8, (gsize) n_lanes * columns->n_events + 1);

  for (guint i = 0; i < items->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (items, i);
      const uint32_t *rows = dtl_layout_get_cluster_rows (layout, item);

      for (uint32_t j = 0; j < item->n_events; j++)
        seen[(gsize) item->lane * columns->n_events + rows[j]]++;
    }
  for (guint lane = 0; lane < n_lanes; lane++)
    {
      uint32_t n_events = 0;

      for (uint32_t row = 0; row < columns->n_events; row++)
        {
          gboolean belongs =
              lanes[lane].key == DTL_LANE_NO_KEY && columns->actor_first[row] == columns->actor_first[row + 1];

          for (uint32_t j = columns->actor_first[row]; j < columns->actor_first[row + 1]; j++)
            belongs = belongs || columns->actor_index[j] == lanes[lane].key;
          belongs = belongs && row < columns->n_dated;
          g_assert_cmpuint (seen[(gsize) lane * columns->n_events + row], ==, belongs ? 1 : 0);
          n_events += belongs;
        }
      g_assert_cmpuint (n_events, ==, lanes[lane].n_events);
    }
}

static gboolean
is_same_item (const DtlItem *a, const DtlItem *b)
{
  return a->kind == b->kind && a->row == b->row && a->lane == b->lane && a->x0_px == b->x0_px && a->x1_px == b->x1_px &&
         a->y0_px == b->y0_px && a->label_x_px == b->label_x_px && g_strcmp0 (a->label, b->label) == 0;
}

/* What @layout shows of a span is what touches it of the whole. */
static void
check_span (DtlLayout *layout, GPtrArray *whole, int64_t x0_px, int64_t x1_px)
{
  g_autoptr (GPtrArray) items = dtl_layout_get_items (layout, x0_px, x1_px);
  guint n_found = 0;

  for (guint i = 0; i < whole->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (whole, i);

      if (item->x1_px < x0_px || item->x0_px > x1_px)
        continue;
      g_assert_cmpuint (n_found, <, items->len);
      g_assert_true (is_same_item (g_ptr_array_index (items, n_found), item));
      n_found++;
    }
  g_assert_cmpuint (n_found, ==, items->len);
}

/* Ensuring spans in any order, near and far, leaves the same picture, as a whole and of any part. */
static void
check_pan (LayoutCase *layout_case, DtlLayout *layout)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (DtlLayout) panned = dtl_layout_new_with_limits (&layout_case->input, &layout->limits);
  g_autoptr (GPtrArray) whole = dtl_layout_get_items (layout, -WORLD_PX, WORLD_PX);
  g_autofree char *wanted = dtl_layout_dump (layout, -WORLD_PX, WORLD_PX);
  g_autofree char *found = NULL;
  int64_t from;
  int64_t to;

  g_assert_true (dtl_layout_get_extent (layout_case->columns, layout_case->visible, &from, &to));
  for (int i = 0; i < 60; i++)
    {
      double seconds = g_rand_double_range (rand, (double) from, (double) to);
      int64_t x0_px = dtl_time_scale_to_world_px (&layout_case->input.scale, (int64_t) seconds) - 500;
      int64_t width_px = g_rand_int_range (rand, 1, 3000);

      if (i % 3 == 0)
        dtl_layout_ensure (panned, x0_px, x0_px + width_px);
      else
        check_span (panned, whole, x0_px, x0_px + width_px);
    }
  found = dtl_layout_dump (panned, -WORLD_PX, WORLD_PX);
  g_assert_cmpstr (found, ==, wanted);
}

/* What is not in a span is counted on one of its sides, and what is counted touches nothing of it. */
static void
check_counts (LayoutCase *layout_case, DtlLayout *layout)
{
  const DtlTimeScale *scale = &layout_case->input.scale;
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  int64_t from;
  int64_t to;

  g_assert_true (dtl_layout_get_extent (layout_case->columns, layout_case->visible, &from, &to));
  for (int i = 0; i < 20; i++)
    {
      int64_t x0_px = dtl_time_scale_to_world_px (
          scale, (int64_t) g_rand_double_range (rand, (double) from - 1e7, (double) to + 1e7));
      int64_t x1_px = x0_px + g_rand_int_range (rand, 0, 3000);
      DtlSpanCounts counts = { 0 };
      guint n_before = 0;
      guint n_after = 0;

      dtl_layout_count_span (layout, x0_px, x1_px, &counts);
      for (uint32_t row = 0; row < layout_case->columns->n_dated; row++)
        {
          n_before += dtl_time_scale_to_world_px (scale, layout->spans->to[row]) < x0_px;
          n_after += dtl_time_scale_to_world_px (scale, layout->spans->from[row]) > x1_px;
        }
      g_assert_cmpuint (counts.n_before, ==, n_before);
      g_assert_cmpuint (counts.n_after, ==, n_after);
    }
}

/* Every undated event is on the shelf or counted behind it, however wide that is. */
static void
check_shelf (LayoutCase *layout_case, DtlLayout *layout)
{
  const DtlColumns *columns = layout_case->columns;
  guint n_undated =
      dtl_bitset_count_range (layout_case->visible, columns->n_dated, columns->n_events - columns->n_dated);

  for (int width_px = 0; width_px < 4000; width_px += 500)
    {
      g_autofree guint8 *seen = g_new0 (guint8, columns->n_events);
      guint n_more;
      int more_x_px;
      g_autoptr (GArray) shelf = dtl_layout_get_shelf (layout, width_px, &n_more, &more_x_px);

      g_assert_cmpuint (shelf->len + n_more, ==, n_undated);
      for (guint i = 0; i < shelf->len; i++)
        {
          uint32_t row = g_array_index (shelf, DtlShelfItem, i).row;

          g_assert_cmpuint (row, >=, columns->n_dated);
          g_assert_cmpuint (seen[row]++, ==, 0);
        }
    }
}

/* A hit on the middle of a mark finds a mark there, a hit on a label finds its item or a mark on top. */
static void
check_hits (LayoutCase *layout_case, DtlLayout *layout)
{
  g_autoptr (GPtrArray) items = dtl_layout_get_items (layout, -WORLD_PX, WORLD_PX);

  for (guint i = 0; i < items->len; i += 1 + items->len / 50)
    {
      const DtlItem *item = g_ptr_array_index (items, i);
      const DtlPlacedMark *marks = dtl_layout_get_item_marks (layout, item);
      uint32_t mark = DTL_NO_MARK;

      if (item->label != NULL)
        g_assert_true (dtl_layout_hit (layout, item->label_x_px + 1, item->label_y_px + 8, 0, NULL) == item);
      for (guint j = 0; j < item->n_marks; j++)
        {
          g_assert_true (dtl_layout_hit (layout, marks[j].x_px, item->axis_y_px, 3, &mark) == item);
          g_assert_cmpuint (mark, !=, DTL_NO_MARK);
        }
    }
}

/* No label and no pill reaches out of the time of the case by more than what is free beside it. */
static void
check_within (LayoutCase *layout_case, DtlLayout *layout)
{
  g_autoptr (GPtrArray) items = dtl_layout_get_items (layout, -WORLD_PX, WORLD_PX);
  const DtlTimeScale *scale = &layout_case->input.scale;
  int64_t x0_px = dtl_time_scale_to_world_px (scale, layout->spans->horizon_from) - DTL_CROWD_SIDE_PX;
  int64_t x1_px = dtl_time_scale_to_world_px (scale, layout->spans->horizon_to) + DTL_CROWD_SIDE_PX;

  for (guint i = 0; i < items->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (items, i);

      if (item->label == NULL)
        continue;
      /* A label above a bar without a beginning goes with it, and a pill must not reach over the border of its chunk.
       */
      if (item->kind == DTL_ITEM_EVENT && (!item->label_above || item->x0_px >= x0_px))
        g_assert_cmpint (item->label_x_px, >=, x0_px);
      if (item->kind == DTL_ITEM_EVENT || x1_px - x0_px > 200)
        g_assert_cmpint (item->label_x_px + item->label_width_px, <=, x1_px);
    }
}

/* --- signs ------------------------------------------------------------------------------------------------------ */

/** Signs: where signs of an item in a row of one line stand, whatever the layout says of it. */
typedef struct
{
  const DtlItem *item;
  int64_t x0_px;
  int64_t x1_px;
} Signs;

static gboolean
find_signs (LayoutCase *layout_case, DtlLayout *layout, const DtlItem *item, Signs *signs)
{
  int size_px = layout_case->input.metrics.mark_size_px;
  const DtlPlacedMark *marks = dtl_layout_get_item_marks (layout, item);
  guint n_signs;
  int64_t main_px;

  if (item->kind != DTL_ITEM_EVENT || item->label == NULL)
    return FALSE;
  n_signs = dtl_signs_count (marks, item->n_marks, item->is_alleged, size_px);
  main_px = dtl_signs_find_main_mark (marks, item->n_marks)->x_px;
  *signs = (Signs){ item, main_px, main_px };
  if (item->label_end)
    signs->x1_px += dtl_signs_reach_px (marks, item->n_marks, size_px, n_signs);
  else
    signs->x0_px -= dtl_signs_reach_px (marks, item->n_marks, size_px, n_signs);
  return n_signs > 0;
}

static gboolean
is_apart (const Signs *signs, int64_t x0_px, int64_t x1_px)
{
  return x1_px < signs->x0_px || x0_px > signs->x1_px;
}

static void
check_no_sign_meets (const Signs *signs, GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (items, i);

      if (item->lane != signs->item->lane || item->axis_y_px != signs->item->axis_y_px)
        continue;
      if (item->label != NULL)
        g_assert_true (is_apart (signs, item->label_x_px, item->label_x_px + item->label_width_px));
      if (item != signs->item)
        g_assert_true (is_apart (signs, item->x0_px, item->x1_px));
    }
}

static guint n_signs_seen[2]; /* at labels that begin at their mark, and that end there */

/* Nor another mark of the same event, which may have a sign in it. */
static void
check_no_sign_on_mark (const DtlPlacedMark *marks, const DtlItem *item, int size_px, guint n_signs)
{
  const DtlPlacedMark *main = dtl_signs_find_main_mark (marks, item->n_marks);
  int side = item->label_end ? 1 : -1;
  double last_px = 0;

  for (guint i = 0; i < n_signs; i++)
    {
      double offset_px = dtl_signs_offset_px (marks, item->n_marks, size_px, side, i);

      g_assert_cmpfloat (offset_px, >=, last_px + 11);
      last_px = offset_px;
      for (guint j = 0; j < item->n_marks; j++)
        if (&marks[j] != main && dtl_signs_is_mark_drawn (&marks[j]))
          g_assert_cmpfloat (ABS ((double) (marks[j].x_px - main->x_px) - side * offset_px), >=, 11);
    }
}

/* Signs beside a mark meet no label of their row, nor anything else that is not of the same event. */
static void
check_signs (LayoutCase *layout_case, DtlLayout *layout)
{
  g_autoptr (GPtrArray) items = dtl_layout_get_items (layout, -WORLD_PX, WORLD_PX);

  for (guint i = 0; i < items->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (items, i);
      Signs signs;

      if (!find_signs (layout_case, layout, item, &signs))
        continue;
      g_assert_cmpint (item->signs_x0_px, ==, signs.x0_px);
      g_assert_cmpint (item->signs_x1_px, ==, signs.x1_px);
      check_no_sign_meets (&signs, items);
      check_no_sign_on_mark (dtl_layout_get_item_marks (layout, item), item, layout_case->input.metrics.mark_size_px,
                             dtl_signs_count (dtl_layout_get_item_marks (layout, item), item->n_marks, item->is_alleged,
                                              layout_case->input.metrics.mark_size_px));
      n_signs_seen[item->label_end]++;
    }
}

/* Every second event is alleged only, so that some have both signs. */
static void
test_signs (void)
{
  g_autoptr (LayoutCase) layout_case = layout_case_new_random (2, 4, 240, 3000);

  n_signs_seen[0] = n_signs_seen[1] = 0;
  for (uint32_t row = 0; row < layout_case->columns->n_events; row += 2)
    layout_case->columns->assertion[row] = DTL_ASSERTION_ALLEGED;
  test_inline_case (layout_case, check_signs);
  test_inline_case (layout_case, check_boxes);
  test_inline_case (layout_case, check_pan);
  g_test_message ("%u at labels right of the mark, %u left of it", n_signs_seen[0], n_signs_seen[1]);
  g_assert_cmpuint (n_signs_seen[0], >, 20);
  g_assert_cmpuint (n_signs_seen[1], >, 20);
}

/* --- folds ------------------------------------------------------------------------------------------------------ */

static guint n_passing; /* items that go through a break */

/* Marks stand outside of breaks; labels run over them. */
static void
check_breaks (LayoutCase *layout_case, DtlLayout *layout)
{
  g_autoptr (GPtrArray) items = dtl_layout_get_items (layout, -WORLD_PX, WORLD_PX);

  for (guint i = 0; i < items->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (items, i);
      const DtlPlacedMark *marks = dtl_layout_get_item_marks (layout, item);
      const DtlScaleFold *fold = dtl_time_scale_next_break (&layout_case->input.scale, item->x0_px);

      if (fold == NULL || fold->x0_px >= item->x1_px)
        continue;
      n_passing++;
      for (guint j = 0; j < item->n_marks; j++)
        {
          fold = dtl_time_scale_next_break (&layout_case->input.scale, marks[j].x_px);
          g_assert_true (marks[j].is_bar || fold == NULL || fold->x0_px > marks[j].x_px);
        }
    }
}

static void
test_breaks (void)
{
  test_property_folded ((gconstpointer) check_breaks);
  g_assert_cmpuint (n_passing, >, 100);
}

/* The random cases must reach what they are there for: all steps of labels, clusters, bars across borders. */
static void
test_reaches_everything (void)
{
  g_autoptr (LayoutCase) layout_case = layout_case_new_random (3, 4, 540, 3000);
  guint n_clusters = 0;
  guint n_crossing = 0;
  guint n_ellipses = 0;
  guint n_bare = 0;
  guint n_left = 0;
  guint n_above = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (DtlLayout) layout = NULL;
      g_autoptr (GPtrArray) items = NULL;

      layout_case->input.scale.px_per_day = scales[i];
      layout = dtl_layout_new_with_limits (&layout_case->input, &limits[1]);
      items = dtl_layout_get_items (layout, -WORLD_PX, WORLD_PX);
      for (guint j = 0; j < items->len; j++)
        {
          const DtlItem *item = g_ptr_array_index (items, j);

          n_clusters += item->kind == DTL_ITEM_CLUSTER;
          n_ellipses += item->label != NULL && g_str_has_suffix (item->label, "…");
          n_bare += item->kind == DTL_ITEM_EVENT && item->label == NULL;
          n_left += item->label_end && !item->label_above;
          n_above += item->label_above;
        }
      for (guint lane = 0; lane < layout->n_lanes; lane++)
        n_crossing += layout->states[lane].bars != NULL ? layout->states[lane].bars->len : 0;
    }
  g_assert_cmpuint (n_clusters, >, 20);
  g_assert_cmpuint (n_crossing, >, 20);
  g_assert_cmpuint (n_ellipses, >, 20);
  g_assert_cmpuint (n_bare, >, 20);
  g_assert_cmpuint (n_left, >, 20);
  g_assert_cmpuint (n_above, >, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/layout/placement/boxes", (gconstpointer) check_boxes, test_property);
  g_test_add_data_func ("/layout/placement/parts", (gconstpointer) check_parts, test_property);
  g_test_add_data_func ("/layout/placement/coverage", (gconstpointer) check_coverage, test_property);
  g_test_add_data_func ("/layout/placement/pan", (gconstpointer) check_pan, test_property);
  g_test_add_data_func ("/layout/placement/counts", (gconstpointer) check_counts, test_property);
  g_test_add_data_func ("/layout/placement/shelf", (gconstpointer) check_shelf, test_property);
  g_test_add_data_func ("/layout/placement/hits", (gconstpointer) check_hits, test_property);
  g_test_add_data_func ("/layout/placement/within/labels", (gconstpointer) check_within, test_property_within);
  g_test_add_data_func ("/layout/placement/within/boxes", (gconstpointer) check_boxes, test_property_within);
  g_test_add_data_func ("/layout/placement/within/coverage", (gconstpointer) check_coverage, test_property_within);
  g_test_add_data_func ("/layout/placement/within/pan", (gconstpointer) check_pan, test_property_within);
  g_test_add_data_func ("/layout/placement/folded/boxes", (gconstpointer) check_boxes, test_property_folded);
  g_test_add_data_func ("/layout/placement/folded/parts", (gconstpointer) check_parts, test_property_folded);
  g_test_add_data_func ("/layout/placement/folded/coverage", (gconstpointer) check_coverage, test_property_folded);
  g_test_add_data_func ("/layout/placement/folded/pan", (gconstpointer) check_pan, test_property_folded);
  g_test_add_data_func ("/layout/placement/folded/counts", (gconstpointer) check_counts, test_property_folded);
  g_test_add_data_func ("/layout/placement/folded/hits", (gconstpointer) check_hits, test_property_folded);
  g_test_add_func ("/layout/placement/folded/breaks", test_breaks);
  g_test_add_data_func ("/layout/placement/inline/boxes", (gconstpointer) check_boxes, test_property_inline);
  g_test_add_data_func ("/layout/placement/inline/parts", (gconstpointer) check_parts, test_property_inline);
  g_test_add_data_func ("/layout/placement/inline/pan", (gconstpointer) check_pan, test_property_inline);
  g_test_add_data_func ("/layout/placement/inline/hits", (gconstpointer) check_hits, test_property_inline);
  g_test_add_func ("/layout/placement/inline/signs", test_signs);
  g_test_add_func ("/layout/placement/reaches-everything", test_reaches_everything);
  return g_test_run ();
}
