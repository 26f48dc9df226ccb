/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of a label between two important neighbours without one, by how far away these are: the named steps. */
#include "layout-case.h"

/* 7 px a letter; marks are 12 wide, a label stands 6 beside its own and 16 from others. */
static const struct
{
  int left_days; /* to the neighbours, at 1 px a day; 0 for none */
  int right_days;
  int max_rows; /* the last one is for clusters */
  const char *title;
  const char *date;
  const char *wanted; /* label, date, side, row */
} rows[] = {
  { 0, 0, 12, "Sale banned", "20 Jun 2024", "\"Sale banned\" \"20 Jun 2024\" right, row 0" },
  /* right of the mark as long as it fits: 6 + 6 + 77 + 16 + 6 = 111 */
  { 30, 111, 12, "Sale banned", "20 Jun 2024", "\"Sale banned\" \"20 Jun 2024\" right, row 0" },
  { 200, 110, 12, "Sale banned", "20 Jun 2024", "\"Sale banned\" \"20 Jun 2024\" left, row 0" },
  /* on the left, twice the distance from others: 127 */
  { 127, 110, 12, "Sale banned", "20 Jun 2024", "\"Sale banned\" \"20 Jun 2024\" left, row 0" },
  { 126, 110, 12, "Sale banned", "20 Jun 2024", "\"Sale banned\" \"20 Jun 2024\" right, row 1" },
  /* the title alone rather than half of it, but both in another row rather than the title alone */
  { 60, 90, 12, "Ban", "some day in June", "\"Ban\" \"some day in June\" right, row 1" },
  { 60, 90, 2, "Ban", "some day in June", "\"Ban\" - right, row 0" },
  /* an ellipsis on the side with more room, down to 60 px; the date where it fits */
  { 60, 100, 2, "Sale banned", "June", "\"Sale…\" \"June\" right, row 0" },
  { 60, 94, 2, "Sale banned", "20 Jun 2024", "\"Sale…\" - right, row 0" },
  { 116, 94, 2, "Sale banned", "June", "\"Sale…\" \"June\" left, row 0" },
  { 60, 93, 2, "Sale banned", "June", "- - right, row 0" },
  /* the mark alone, and then a cluster */
  { 28, 28, 2, "Sale banned", "June", "- - right, row 0" },
  { 28, 27, 2, "Sale banned", "June", "\"Sale banned\" \"June\" right, row 1" }, /* alone in the row of clusters */
  { 27, 27, 3, "Sale banned", "June", "\"Sale banned\" \"June\" right, row 1" },
  /* cut to 220 px where places are shared out, and then grown to 420 where there is room for it */
  { 0, 0, 12, "Sale of all products of the maker banned", "June",
    "\"Sale of all products of the maker banned\" \"June\" right, row 0" },
  { 0, 0, 12, "Sale of all products of the maker banned from the first of October on", "June",
    "\"Sale of all products of the maker banned from the first of…\" \"June\" right, row 0" },
  /* as far as the next, and no further: 6 + 6 + 280 + 16 + 6 = 314 */
  { 30, 314, 12, "Sale of all products of the maker banned", "June",
    "\"Sale of all products of the maker banned\" \"June\" right, row 0" },
  { 30, 313, 12, "Sale of all products of the maker banned", "June",
    "\"Sale of all products of the maker…\" \"June\" right, row 0" },
  /* to the left, at twice the distance: 330 */
  { 330, 100, 12, "Sale of all products of the maker banned", "June",
    "\"Sale of all products of the maker banned\" \"June\" left, row 0" },
  { 329, 100, 12, "Sale of all products of the maker banned", "June",
    "\"Sale of all products of the maker…\" \"June\" left, row 0" },
  { 0, 0, 12, "", "June", "- - right, row 0" },
};

static LayoutCase *
make_case (gsize i)
{
  int64_t day = dtl_civil_day_number (2024, 6, 20);
  g_autofree char *middle = dtl_civil_format_day (day);
  g_autofree char *left = dtl_civil_format_day (day - rows[i].left_days);
  g_autofree char *right = dtl_civil_format_day (day + rows[i].right_days);
  g_autofree char *claim = g_strdup_printf ("occurred %s", middle);
  g_autofree char *left_claim = g_strdup_printf ("occurred %s", left);
  g_autofree char *right_claim = g_strdup_printf ("occurred %s", right);
  CaseEvent events[] = { { .title = rows[i].title, .date = rows[i].date, .claims = claim },
                         { .claims = left_claim, .importance = 1000 },
                         { .claims = right_claim, .importance = 1000 } };
  LayoutCase *self = layout_case_new (NULL, events, rows[i].left_days == 0 ? 1 : 3);

  self->input.metrics.lane_max_rows = rows[i].max_rows;
  return self;
}

static char *
quote (const char *text)
{
  return text != NULL ? g_strdup_printf ("\"%s\"", text) : g_strdup ("-");
}

static void
test_steps (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LayoutCase) layout_case = make_case (i);
      g_autoptr (DtlLayout) layout = dtl_layout_new (&layout_case->input);
      const DtlItem *item = dtl_layout_find_row (layout, (uint32_t) dtl_columns_find (layout_case->columns, 1));
      g_autofree char *label = quote (item->label);
      g_autofree char *date = quote (item->date_label);
      g_autofree char *found =
          g_strdup_printf ("%s %s %s, row %d", label, date, item->label_end ? "left" : "right", (item->y0_px - 8) / 38);

      g_test_message ("%s between %d and %d", rows[i].title, rows[i].left_days, rows[i].right_days);
      g_assert_cmpint (item->kind, ==, DTL_ITEM_EVENT);
      g_assert_cmpstr (found, ==, rows[i].wanted);
    }
}

/* A label above its band grows beyond it, up to the next thing in the row, and never across the border of its chunk. */
static void
test_grows_above (void)
{
  CaseEvent events[] = {
    { .title = "Sale of all products of the maker banned", .date = "June", .claims = "occurred 2024-01" },
    { .title = "Sale of all products of the maker banned", .date = "June", .claims = "occurred 2024-05" },
    { .title = "", .claims = "occurred 2024-07-06", .importance = 1000 },
  };
  g_autoptr (LayoutCase) layout_case = layout_case_new (NULL, events, G_N_ELEMENTS (events));
  g_autoptr (DtlLayout) layout = NULL;
  const DtlItem *item;

  layout_case->input.scale.px_per_day = 4;
  layout_case->input.metrics.lane_max_rows = 2;
  layout = dtl_layout_new (&layout_case->input);
  item = dtl_layout_find_row (layout, 0);
  g_assert_true (item->label_above);
  g_assert_cmpstr (item->label, ==, "Sale of all products of the maker banned");
  g_assert_cmpint (item->label_x_px + item->label_width_px, ==, item->x1_px);
  g_assert_cmpint (item->slide_x1_px, ==, item->x1_px);
  item = dtl_layout_find_row (layout, 1);
  g_assert_true (item->label_above);
  g_assert_cmpstr (item->label, ==, "Sale of all products of the maker…");
  g_assert_cmpint (item->x1_px + 16, <=, dtl_layout_find_row (layout, 2)->x0_px);
}

/* Two marks may be further apart than a band is wide where the lane has no room for titles above bands. */
static void
test_wide_without_bands (void)
{
  CaseEvent event = { .title = "Sale banned", .date = "June", .claims = "announced 2024-01-01; effective 2024-02-11" };
  g_autoptr (LayoutCase) layout_case = layout_case_new (NULL, &event, 1);
  g_autoptr (DtlLayout) layout = dtl_layout_new (&layout_case->input);
  const DtlItem *item = dtl_layout_find_row (layout, 0);

  g_assert_cmpstr (item->label, ==, "Sale banned");
  g_assert_false (item->label_above);
  g_assert_cmpint (item->label_y_px, >=, item->y0_px);
}

/* With room for everybody, everybody has a whole label, right of the mark and in the first row, wherever the lane is
 * cut into chunks. */
static void
test_room_for_all (void)
{
  enum
  {
    N_EVENTS = 400
  };
  CaseEvent events[N_EVENTS] = { { 0 } };
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (LayoutCase) layout_case = NULL;
  g_autoptr (DtlLayout) layout = NULL;
  g_autoptr (GPtrArray) items = NULL;

  for (int i = 0; i < N_EVENTS; i++)
    {
      g_autofree char *day = dtl_civil_format_day (dtl_civil_day_number (1950, 1, 1) + 27 * i);

      g_ptr_array_add (strings, g_strdup_printf ("occurred %s", day));
      events[i] = (CaseEvent){ .title = "Sale of products banned", .claims = g_ptr_array_index (strings, i) };
    }
  layout_case = layout_case_new (NULL, events, N_EVENTS);
  layout_case->input.scale.px_per_day = 8;
  layout = dtl_layout_new (&layout_case->input);
  items = dtl_layout_get_items (layout, INT64_MIN, INT64_MAX);
  g_assert_cmpuint (items->len, ==, N_EVENTS);
  for (guint i = 0; i < items->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (items, i);

      g_assert_cmpstr (item->label, ==, "Sale of products banned");
      g_assert_nonnull (item->date_label);
      g_assert_false (item->label_end);
      g_assert_cmpint (item->y0_px, ==, 8);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/steps/table", test_steps);
  g_test_add_func ("/layout/steps/grows-above", test_grows_above);
  g_test_add_func ("/layout/steps/wide-without-bands", test_wide_without_bands);
  g_test_add_func ("/layout/steps/room-for-all", test_room_for_all);
  return g_test_run ();
}
