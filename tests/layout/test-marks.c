/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From claims to marks, one row of a table each, at 10 px a day. Pixels count from 2024-01-01. */
#include "layout-case.h"

#define PX_PER_DAY 10

/* Another event that gives the case its horizon: 2023-12-22 to 2024-02-10, -100 to 410. */
#define HORIZON "occurred 2023-12-22/2024-02-10"

typedef struct
{
  const char *claims;
  DtlStatus status;
  guint index;
  const char *mark; /* the one at @index, by time */
} MarkCase;

static const MarkCase rows[] = {
  /* one day: in its middle, without a band */
  { "occurred 2024-01-11", DTL_STATUS_DONE, 0, "circle at 105" },
  { "occurred 2024-01-11T12:00:00", DTL_STATUS_DONE, 0, "circle at 105" },
  { "began 2024-01-11", DTL_STATUS_DONE, 0, "circle at 105" },
  { "reported 2024-01-11", DTL_STATUS_DONE, 0, "circle at 105" },
  { "announced 2024-01-11", DTL_STATUS_DONE, 0, "diamond at 105" },
  { "signed 2024-01-11", DTL_STATUS_DONE, 0, "diamond at 105" },
  { "effective 2024-01-11", DTL_STATUS_DONE, 0, "square at 105" },
  { "deadline 2024-01-11", DTL_STATUS_DONE, 0, "square at 105" },
  { "deadline 2024-01-11", DTL_STATUS_PLANNED, 0, "square hollow at 105" },
  { "occurred 2024-01-11~", DTL_STATUS_DONE, 0, "circle at 105 ends soft soft" },
  { "occurred 2024-01-11?", DTL_STATUS_DONE, 0, "circle at 105 ends fade fade" },
  /* an unknown day of a stretch: hollow band, mark in the middle */
  { "occurred 2024-01", DTL_STATUS_DONE, 0, "circle at 155 band 0..310" },
  { "occurred [2024-01-11..2024-01-20]", DTL_STATUS_DONE, 0, "circle at 150 band 100..200" },
  { "announced 2024-01~", DTL_STATUS_DONE, 0, "diamond at 155 band 0..310 ends soft soft" },
  { "announced 2024-01%", DTL_STATUS_DONE, 0, "diamond at 155 band 0..310 ends soft soft" },
  { "occurred 2024-01?", DTL_STATUS_DONE, 0, "circle at 155 band 0..310 ends fade fade" },
  /* on or after, on or before: a stub on the open side */
  { "occurred [2024-01-11..]", DTL_STATUS_DONE, 0, "circle at 100 band 100..148 ends hard open" },
  { "occurred [..2024-01-11]", DTL_STATUS_DONE, 0, "circle at 110 band 62..110 ends open hard" },
  /* what lasts: a bar, whole where its ends are known to the day */
  { "occurred 2024-01-11/2024-01-20", DTL_STATUS_DONE, 0, "bar-start at 100 bar 100..200 solid 100..200" },
  { "occurred 2024-01/2024-02-05", DTL_STATUS_DONE, 0, "bar-start at 155 bar 0..360 solid 310..360 ends fade hard" },
  { "occurred 2024-01-11~/2024-01-20~", DTL_STATUS_DONE, 0,
    "bar-start at 100 bar 100..200 solid 112..188 ends soft soft" },
  { "occurred 2024-01/2024-01", DTL_STATUS_DONE, 0, "bar-start at 155 bar 0..310 solid 155..155 ends fade fade" },
  /* goes on: to the horizon; ended nobody knows when: a stub */
  { "occurred 2024-01-11/..", DTL_STATUS_DONE, 0, "bar-start at 100 bar 100..410 solid 100..410 ends hard open" },
  { "occurred ../2024-01-11", DTL_STATUS_DONE, 0, "bar-start at 110 bar -100..110 solid -100..110 ends open hard" },
  { "occurred 2024-01-11/", DTL_STATUS_DONE, 0, "bar-start at 100 bar 100..158 solid 100..100 ends hard unknown" },
  { "occurred /2024-01-11", DTL_STATUS_DONE, 0, "bar-start at 110 bar 52..110 solid 110..110 ends unknown hard" },
  /* began and ended make one bar; the end is a point on it */
  { "began 2024-01-11; ended 2024-01-20", DTL_STATUS_DONE, 0, "bar-start at 100 bar 100..200 solid 100..200" },
  { "began 2024-01-11; ended 2024-01-20", DTL_STATUS_DONE, 1, "bar-end at 195" },
  { "effective 2024-01-11; ended 2024-01-20", DTL_STATUS_DONE, 0, "bar-start at 100 bar 100..200 solid 100..200" },
  { "began 2024-01; ended 2024-02-05", DTL_STATUS_DONE, 0,
    "bar-start at 155 bar 0..360 solid 310..360 ends fade hard" },
  { "began 2024-01-11; ended [2024-01-20..]", DTL_STATUS_DONE, 0,
    "bar-start at 100 bar 100..238 solid 100..190 ends hard unknown" },
  { "began [..2024-01-11]; ended 2024-01-20", DTL_STATUS_DONE, 0,
    "bar-start at 200 bar 62..200 solid 110..200 ends unknown hard" },
  /* but not in the wrong order, and not if it lasts already */
  { "ended 2024-01-11; began 2024-01-20", DTL_STATUS_DONE, 0, "bar-end at 105" },
  { "ended 2024-01-11; began 2024-01-20", DTL_STATUS_DONE, 1, "circle at 195" },
  { "began 2024-01-11/2024-01-15; ended 2024-01-20", DTL_STATUS_DONE, 1, "bar-end at 195" },
  /* competing and derived */
  { "effective 2024-01-11; effective 2024-01-12 competing", DTL_STATUS_DONE, 1, "square competing at 115" },
  { "announced 2024-01-01; effective 2024-01-31 after=2:1", DTL_STATUS_DONE, 1, "square derived at 305" },
};

static const char *const shape_names[] = { "circle", "diamond", "square", "bar-start", "bar-end" };
static const char *const end_names[] = { "hard", "soft", "fade", "open", "unknown" };

static char *
describe (const DtlPlacedMark *mark, int64_t origin_px)
{
  GString *out = g_string_new (shape_names[mark->shape]);

  if (mark->is_hollow)
    g_string_append (out, " hollow");
  if (mark->is_competing)
    g_string_append (out, " competing");
  if (mark->is_derived)
    g_string_append (out, " derived");
  g_string_append_printf (out, " at %d", (int) (mark->x_px - origin_px));
  if (mark->band_x1_px > mark->band_x0_px)
    g_string_append_printf (out, " %s %d..%d", mark->is_bar ? "bar" : "band", (int) (mark->band_x0_px - origin_px),
                            (int) (mark->band_x1_px - origin_px));
  if (mark->band_x1_px > mark->band_x0_px && mark->is_bar)
    g_string_append_printf (out, " solid %d..%d", (int) (mark->solid_x0_px - origin_px),
                            (int) (mark->solid_x1_px - origin_px));
  if (mark->start_style != DTL_END_HARD || mark->end_style != DTL_END_HARD)
    g_string_append_printf (out, " ends %s %s", end_names[mark->start_style], end_names[mark->end_style]);
  return g_string_free (out, FALSE);
}

static void
test_marks (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CaseEvent events[] = { { .title = "Horizon", .claims = HORIZON },
                             { .title = "Event", .claims = rows[i].claims, .status = rows[i].status } };
      g_autoptr (LayoutCase) layout_case = layout_case_new (NULL, events, G_N_ELEMENTS (events));
      g_autoptr (DtlLayout) layout = NULL;
      g_autofree char *found = NULL;
      const DtlItem *item;

      layout_case->input.scale.px_per_day = PX_PER_DAY;
      layout = dtl_layout_new (&layout_case->input);
      item = dtl_layout_find_row (layout, (uint32_t) dtl_columns_find (layout_case->columns, 2));
      found = describe (&dtl_layout_get_item_marks (layout, item)[rows[i].index],
                        layout_case_px (layout_case, "2024-01-01"));
      g_test_message ("%s", rows[i].claims);
      g_assert_cmpstr (found, ==, rows[i].mark);
    }
}

/* What is narrower than a mark is drawn as one, with the shape of its role; a day shows its stretch once it is wide. */
static void
test_narrow (void)
{
  static const struct
  {
    const char *claims;
    double px_per_day;
    DtlMarkShape shape;
    gboolean has_band;
  } cases[] = {
    { "effective 2024-01-11/2024-01-20", 1, DTL_SHAPE_SQUARE, FALSE },
    { "effective 2024-01-11/2024-01-20", 2, DTL_SHAPE_BAR_START, TRUE },
    { "announced 2024-01", 0.3, DTL_SHAPE_DIAMOND, FALSE },
    { "announced 2024-01", 0.5, DTL_SHAPE_DIAMOND, TRUE },
    { "announced 2024-01-11", 47, DTL_SHAPE_DIAMOND, FALSE },
    { "announced 2024-01-11", 48, DTL_SHAPE_DIAMOND, TRUE },
    { "announced [2024-01-11..2024-01-12]", 7, DTL_SHAPE_DIAMOND, TRUE },
    { "announced 2024-01-11T10:00:00", 2000, DTL_SHAPE_DIAMOND, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CaseEvent events[] = { { .title = "Event", .claims = cases[i].claims } };
      g_autoptr (LayoutCase) layout_case = layout_case_new (NULL, events, G_N_ELEMENTS (events));
      g_autoptr (DtlLayout) layout = NULL;
      const DtlPlacedMark *mark;

      layout_case->input.scale.px_per_day = cases[i].px_per_day;
      layout = dtl_layout_new (&layout_case->input);
      mark = dtl_layout_get_item_marks (layout, dtl_layout_find_row (layout, 0));
      g_test_message ("%s at %g", cases[i].claims, cases[i].px_per_day);
      g_assert_cmpint (mark->shape, ==, cases[i].shape);
      g_assert_cmpint (mark->band_x1_px > mark->band_x0_px, ==, cases[i].has_band);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/marks/table", test_marks);
  g_test_add_func ("/layout/marks/narrow", test_narrow);
  return g_test_run ();
}
