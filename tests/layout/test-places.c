/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds of the places of events in every layout: what joins their marks, who is in a cluster, what crosses a
 * border, and that each is found. */
#include "placement.h"

/* What joins the marks of an event is inside of its box, off its accepted marks and bands, and never on its label. */
static void
check_joins (LayoutCase *layout_case, DtlLayout *layout)
{
  g_autoptr (GPtrArray) items = dtl_layout_get_items (layout, -WORLD_PX, WORLD_PX);
  guint n_joins = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (items, i);
      const DtlPlacedMark *marks = dtl_layout_get_item_marks (layout, item);
      g_autoptr (GArray) joins = dtl_layout_get_item_joins (layout, item);
      gboolean is_beside = item->label != NULL && !item->label_above;

      n_joins += joins->len;
      for (guint j = 0; j < joins->len; j++)
        {
          const DtlJoin *join = &g_array_index (joins, DtlJoin, j);

          g_assert_cmpint (join->x0_px, <, join->x1_px);
          g_assert_cmpint (join->x0_px, >, item->x0_px);
          g_assert_cmpint (join->x1_px, <, item->x1_px);
          for (guint k = 0; k < item->n_marks; k++)
            if (!marks[k].is_competing && marks[k].is_bar)
              g_assert_true (marks[k].band_x1_px <= join->x0_px || marks[k].band_x0_px >= join->x1_px ||
                             marks[k].band_x0_px == marks[k].band_x1_px);
            else if (!marks[k].is_competing)
              g_assert_true (MAX (marks[k].band_x1_px, marks[k].x_px + 6) <= join->x0_px ||
                             MIN (marks[k].band_x0_px, marks[k].x_px - 6) >= join->x1_px);
          if (is_beside)
            g_assert_true (item->label_x_px > join->x1_px || item->label_x_px + item->label_width_px < join->x0_px);
        }
    }
  if (layout_case->input.scale.px_per_day > 1)
    g_assert_cmpuint (n_joins, >, 0);
}

/* A cluster is two or more, but for what reaches over the border of a chunk. */
static void
check_clusters (LayoutCase *layout_case, DtlLayout *layout)
{
  g_autoptr (GPtrArray) items = dtl_layout_get_items (layout, -WORLD_PX, WORLD_PX);

  for (guint i = 0; i < items->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (items, i);

      if (item->kind == DTL_ITEM_CLUSTER && layout->states[item->lane].is_single_chunk)
        g_assert_cmpuint (item->n_events, >, 1);
    }
}

/* A bar that crosses a border keeps its label to itself. */
static void
check_crossing (LayoutCase *layout_case, DtlLayout *layout)
{
  dtl_layout_ensure (layout, -WORLD_PX, WORLD_PX);
  for (guint lane = 0; lane < layout->n_lanes; lane++)
    for (guint i = 0; layout->states[lane].bars != NULL && i < layout->states[lane].bars->len; i++)
      {
        const DtlItem *item = g_ptr_array_index (layout->states[lane].bars, i);
        const DtlPlacedMark *marks = dtl_layout_get_item_marks (layout, item);
        int64_t end_px = INT64_MIN;

        for (guint j = 0; j < item->n_marks; j++)
          end_px = MAX (end_px, MAX (marks[j].band_x1_px, marks[j].x_px + 6));
        g_assert_cmpint (item->x1_px, ==, end_px);
      }
}

/* Every visible dated event is found, and what is found has it. */
static void
check_find (LayoutCase *layout_case, DtlLayout *layout)
{
  for (uint32_t row = 0; row < layout_case->columns->n_events; row++)
    {
      const DtlItem *item = dtl_layout_find_row (layout, row);
      const uint32_t *rows = item != NULL ? dtl_layout_get_cluster_rows (layout, item) : NULL;
      gboolean has_row = FALSE;

      g_assert_cmpint (item != NULL, ==, row < layout_case->columns->n_dated);
      for (uint32_t i = 0; item != NULL && i < item->n_events; i++)
        has_row = has_row || rows[i] == row;
      g_assert_cmpint (has_row, ==, item != NULL);
      if (item != NULL)
        {
          g_assert_true (dtl_layout_item_has_row (layout, item, row));
          g_assert_cmpuint (dtl_layout_item_count_rows (layout, item, layout_case->visible, UINT32_MAX), ==,
                            item->n_events);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/layout/places/joins", (gconstpointer) check_joins, test_property);
  g_test_add_data_func ("/layout/places/clusters", (gconstpointer) check_clusters, test_property);
  g_test_add_data_func ("/layout/places/crossing", (gconstpointer) check_crossing, test_property);
  g_test_add_data_func ("/layout/places/find", (gconstpointer) check_find, test_property);
  g_test_add_data_func ("/layout/places/inline/joins", (gconstpointer) check_joins, test_property_inline);
  return g_test_run ();
}
