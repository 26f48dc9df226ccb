/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the pills of two crowds, by how far apart they are: 7 px a letter, lines of 16 px, gaps of 16. */
#include "date/dtl-civil.h"
#include "layout-case.h"

#define N_OF_CROWD 5

/* Of each crowd one event has the only row; "Second" is the next important one of the first, "Fourth" of the other. */
static const char *titles[2 * N_OF_CROWD] = {
  "First", "Other", "Second act banned by law", "Another", "One more", "Third", "Next", "Fourth", "Still", "Last"
};
static const int importances[2 * N_OF_CROWD] = { 900, 1, 500, 2, 3, 900, 1, 400, 2, 3 };

static const struct
{
  int days; /* between the crowds, at 1 px a day */
  gboolean has_titles;
  const char *wanted;
} rows[] = {
  /* each has all that it wants */
  { 400, TRUE, "+4 \"Second act banned by law\", +4 \"Fourth\"" },
  /* cut at a word's end: a letter more does not fit */
  { 198, TRUE, "+4 \"Second act banned…\", +4 \"Fourth\"" },
  /* the least that a title is given: 14 + 2 * 8 + 6 + 6 * 16 = 132, and a gap */
  { 148, TRUE, "+4 \"Second act…\", +4 \"Fourth\"" },
  { 147, TRUE, "+8 \"Second act banned by law\"" },
  { 120, TRUE, "+8 \"Second act banned by law\"" },
  /* without titles there is no reason to join, and words instead of them */
  { 120, FALSE, "+4 events, +4 events" },
};

static LayoutCase *
make_case (gsize index)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (g_free);
  CaseEvent events[2 * N_OF_CROWD] = { { 0 } };
  LayoutCase *self;

  for (int i = 0; i < 2 * N_OF_CROWD; i++)
    {
      g_autofree char *day =
          dtl_civil_format_day (dtl_civil_day_number (2024, 6, 20) + i / N_OF_CROWD * rows[index].days);

      g_ptr_array_add (claims, g_strdup_printf ("occurred %s", day));
      events[i] =
          (CaseEvent){ .title = titles[i], .claims = g_ptr_array_index (claims, i), .importance = importances[i] };
    }
  self = layout_case_new (NULL, events, 2 * N_OF_CROWD);
  self->input.metrics.lane_max_rows = 2;
  if (!rows[index].has_titles)
    self->input.titles = NULL;
  return self;
}

static int
compare_places (const void *a, const void *b)
{
  const DtlItem *first = *(const DtlItem *const *) a;
  const DtlItem *second = *(const DtlItem *const *) b;

  return (first->x0_px > second->x0_px) - (first->x0_px < second->x0_px);
}

static char *
describe (DtlLayout *layout)
{
  g_autoptr (GPtrArray) items = dtl_layout_get_items (layout, -G_MAXINT / 2, G_MAXINT / 2);
  g_autoptr (GString) out = g_string_new (NULL);

  g_ptr_array_sort (items, compare_places);
  for (guint i = 0; i < items->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (items, i);

      if (item->kind != DTL_ITEM_CLUSTER)
        continue;
      g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", item->label);
      if (item->cluster_title != NULL)
        g_string_append_printf (out, " \"%s\"", item->cluster_title);
      g_assert_cmpint (item->label_x_px + item->label_width_px, <, item->x1_px);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_titles (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LayoutCase) crowds = make_case (i);
      g_autoptr (DtlLayout) layout = dtl_layout_new (&crowds->input);
      g_autofree char *found = describe (layout);

      g_test_message ("%d days", rows[i].days);
      g_assert_cmpstr (found, ==, rows[i].wanted);
    }
}

static void
test_alleged (void)
{
  CaseEvent events[] = { { .title = "First", .claims = "occurred 2024-06-20", .importance = 9 },
                         { .title = "Said", .claims = "occurred 2024-06-20", .assertion = DTL_ASSERTION_ALLEGED },
                         { .title = "Done", .claims = "occurred 2024-06-20", .importance = -1 } };
  g_autoptr (LayoutCase) crowd = layout_case_new (NULL, events, G_N_ELEMENTS (events));
  g_autoptr (DtlLayout) layout = NULL;
  g_autoptr (GPtrArray) items = NULL;

  crowd->input.metrics.lane_max_rows = 2;
  layout = dtl_layout_new (&crowd->input);
  items = dtl_layout_get_items (layout, -G_MAXINT / 2, G_MAXINT / 2);
  for (guint i = 0; i < items->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (items, i);

      if (item->kind != DTL_ITEM_CLUSTER)
        continue;
      g_assert_cmpstr (item->cluster_title, ==, "Said");
      g_assert_true (item->is_alleged);
      return;
    }
  g_assert_not_reached ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/clusters/titles", test_titles);
  g_test_add_func ("/layout/clusters/alleged", test_alleged);
  return g_test_run ();
}
