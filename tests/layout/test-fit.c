/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What joins the marks of one event, labels that keep within a picture, and how a span is fitted into a view. */
#include "story.h"

/** JoinCase: the claims of one event, and its joins at 1 px a day, from its first mark's middle; " " where none. */
typedef struct
{
  const char *claims;
  const char *wanted;
} JoinCase;

static const JoinCase join_cases[] = {
  { "announced 2024-01-01; effective 2024-04-10", "6..94" },
  { "announced 2024-01-01; effective 2024-01-11", "" },
  { "announced 2024-01-01; effective 2024-04-10 competing", "" },
  { "announced 2024-01-01; effective 2024-02-20 competing; ended 2024-04-10", "6..94" },
  { "announced 2024-01-01; effective 2024-02-20; ended 2024-04-10", "6..50" },
  { "announced 2024-01-01; effective 2024-05", "6..121" },
  { "announced 2024-01-01; effective 2024-01-31/2024-06-01", "6..30" },
  { "announced 2024-01-01; signed 2024-02-20; effective 2024-04-10", "6..44 56..94" },
  { "began 2024-01-01; ended 2024-04-10", "" },
  { "announced 2024-01-01", "" },
};

static void
test_joins (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (join_cases); i++)
    {
      CaseEvent event = { .title = "A", .claims = join_cases[i].claims };
      g_autoptr (LayoutCase) layout_case = layout_case_new (NULL, &event, 1);
      g_autoptr (DtlLayout) layout = dtl_layout_new (&layout_case->input);
      const DtlItem *item = dtl_layout_find_row (layout, 0);
      g_autoptr (GArray) joins = dtl_layout_get_item_joins (layout, item);
      int64_t x_px = dtl_layout_get_item_marks (layout, item)[0].x_px;
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint j = 0; j < joins->len; j++)
        {
          const DtlJoin *join = &g_array_index (joins, DtlJoin, j);
          int64_t middle_px = (join->x0_px + join->x1_px) / 2;

          g_string_append_printf (found, "%s%d..%d", j > 0 ? " " : "", (int) (join->x0_px - x_px),
                                  (int) (join->x1_px - x_px));
          g_assert_true (dtl_layout_hit (layout, middle_px, item->axis_y_px, 0, NULL) == item);
        }
      g_assert_cmpstr (found->str, ==, join_cases[i].wanted);
    }
}

/* Short of where the label goes above, what joins two marks is hit too. */
static void
test_hit_join (void)
{
  CaseEvent event = { .title = "A", .claims = "announced 2024-01-01; effective 2024-02-01" };
  g_autoptr (LayoutCase) layout_case = layout_case_new (NULL, &event, 1);
  g_autoptr (DtlLayout) layout = dtl_layout_new (&layout_case->input);
  const DtlItem *item = dtl_layout_find_row (layout, 0);
  int64_t x_px = dtl_layout_get_item_marks (layout, item)[0].x_px + 15;
  uint32_t mark = 0;

  g_assert_false (item->label_above);
  g_assert_true (dtl_layout_hit (layout, x_px, item->axis_y_px, 0, &mark) == item);
  g_assert_cmpuint (mark, ==, DTL_NO_MARK);
  g_assert_null (dtl_layout_hit (layout, x_px, item->axis_y_px + 5, 0, NULL));
}

/* Returns: how many labels are in view, each of them whole */
static guint
count_labels (DtlLayout *layout, const DtlViewport *viewport)
{
  int64_t x0_px = (int64_t) viewport->offset_px;
  g_autoptr (GPtrArray) items = dtl_layout_get_items (layout, x0_px, x0_px + viewport->width_px);
  guint n_labels = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (items, i);

      if (item->label == NULL)
        continue;
      g_assert_cmpint (item->label_x_px, >, x0_px);
      g_assert_cmpint (item->label_x_px + item->label_width_px, <, x0_px + viewport->width_px);
      n_labels++;
    }
  return n_labels;
}

static void
assert_fits (DtlLayout *layout, const DtlViewport *viewport, int64_t from, int64_t to)
{
  g_assert_cmpfloat (dtl_viewport_x_at (viewport, from), >=, 18);
  g_assert_cmpfloat (dtl_viewport_x_at (viewport, to), <=, viewport->width_px - 18);
  g_assert_cmpuint (count_labels (layout, viewport), >, 10);
}

/* Fitting leaves no label cut: where the view is too narrow for them they are shortened; and never less than a fifth to
 * the span. */
static void
test_fit (void)
{
  static const int widths_px[] = { 900, 1100, 1600, 3000 };
  g_autoptr (LayoutCase) story = story_new ();
  g_autoptr (DtlLayout) any = dtl_layout_new (&story->input);
  DtlViewport narrow = { .width_px = 300 };
  g_autoptr (DtlLayout) cramped = NULL;
  int64_t from, to;

  g_assert_true (dtl_layout_get_extent (story->columns, story->visible, &from, &to));
  for (gsize i = 0; i < G_N_ELEMENTS (widths_px); i++)
    {
      DtlViewport viewport = { .width_px = widths_px[i] };
      g_autoptr (DtlLayout) layout = dtl_layout_fit (any, from, to, &viewport);

      g_assert_cmpint (viewport.width_px, ==, widths_px[i]);
      assert_fits (layout, &viewport, from, to);
    }
  cramped = dtl_layout_fit (any, from, to, &narrow);
  g_assert_cmpfloat (dtl_viewport_x_at (&narrow, to) - dtl_viewport_x_at (&narrow, from), >=, 40);
  g_assert_cmpuint (count_labels (cramped, &narrow), >, 6);
}

/* Labels keep within a picture, titles with their dates behind them, and marks stand wherever they do. */
static void
check_bounds (LayoutCase *layout_case, DtlLayout *layout, const DtlLayoutInput *input)
{
  g_autoptr (GPtrArray) items = dtl_layout_get_items (layout, INT64_MIN, INT64_MAX);
  DtlTextMeasure *measure = layout_case->measure;

  for (guint i = 0; i < items->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (items, i);
      gboolean is_event = item->kind == DTL_ITEM_EVENT && item->label != NULL;
      int title_px = is_event ? measure->width_px (measure, DTL_TEXT_TITLE, item->label) : 0;

      if (!is_event)
        continue;
      g_assert_false (item->label_above);
      if (item->date_label == NULL)
        g_assert_cmpint (item->label_width_px, ==, title_px);
      else
        {
          g_assert_cmpint (item->date_dx_px, ==, title_px + 8);
          g_assert_cmpint (item->label_width_px, ==,
                           title_px + 8 + measure->width_px (measure, DTL_TEXT_DATE, item->date_label));
        }
      if (!item->label_end)
        g_assert_cmpint (item->label_x_px + item->label_width_px, <=, input->label_x1_px);
      else
        g_assert_cmpint (item->label_x_px, >=, input->label_x0_px);
    }
}

static void
test_bounds (void)
{
  static const double scales[] = { 0.02, 0.1, 0.5, 2, 12, 60 };
  g_autoptr (LayoutCase) layout_case = layout_case_new_random (3, 4, 240, 3000);
  DtlLayoutInput *input = &layout_case->input;

  input->metrics.inline_dates = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (DtlLayout) layout = NULL;

      input->scale.px_per_day = scales[i];
      input->label_x0_px = layout_case_px (layout_case, "1994");
      input->label_x1_px = input->label_x0_px + 900;
      layout = dtl_layout_new (input);
      check_bounds (layout_case, layout, input);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/fit/joins", test_joins);
  g_test_add_func ("/layout/fit/hit-join", test_hit_join);
  g_test_add_func ("/layout/fit/bounds", test_bounds);
  g_test_add_func ("/layout/fit/fit", test_fit);
  return g_test_run ();
}
