/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Time to pixels and back, and moving the viewport. */
#include "layout/dtl-time-scale.h"

#include <math.h>

#include "date/dtl-bounds.h"

static const double scales[] = { DTL_SCALE_MIN_PX_PER_DAY, 0.01, 1, 3.7, 144, DTL_SCALE_MAX_PX_PER_DAY };

static void
test_known (void)
{
  DtlTimeScale scale = { 10 };

  g_assert_cmpint (dtl_time_scale_to_world_px (&scale, 0), ==, 0);
  g_assert_cmpint (dtl_time_scale_to_world_px (&scale, 86400), ==, 10);
  g_assert_cmpint (dtl_time_scale_to_world_px (&scale, -86400), ==, -10);
  g_assert_cmpint (dtl_time_scale_to_world_px (&scale, 43200), ==, 5);
  g_assert_cmpint (dtl_time_scale_to_world_px (&scale, -1), ==, 0);
  g_assert_cmpint (dtl_time_scale_to_seconds (&scale, 10), ==, 86400);
  g_assert_cmpint (dtl_time_scale_to_seconds (&scale, -0.5), ==, -4320);
  g_assert_cmpint (dtl_time_scale_to_world_px (&scale, INT64_MAX), ==, INT64_C (1067519911673007));
}

/* The inverse is within half a pixel or, where seconds are wider than that, half a second; order is kept. */
static void
test_inverse (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    for (int j = 0; j < 2000; j++)
      {
        DtlTimeScale scale = { scales[i] };
        int64_t px = (int64_t) (g_rand_double_range (rand, -1, 1) * (j % 2 == 0 ? 1e4 : 1e9));
        int64_t seconds = dtl_time_scale_to_seconds (&scale, (double) px);
        int64_t slop_px = (int64_t) ceil (floor (scales[i] / DTL_SECONDS_PER_DAY) / 2);

        g_assert_cmpint (dtl_time_scale_to_world_px (&scale, seconds), >=, px - slop_px);
        g_assert_cmpint (dtl_time_scale_to_world_px (&scale, seconds), <=, px + slop_px);
        g_assert_cmpint (dtl_time_scale_to_world_px (&scale, seconds + 1), >=, px);
        g_assert_cmpint (dtl_time_scale_to_world_px (&scale, seconds - 1), <=, px);
      }
}

static void
test_saturation (void)
{
  DtlTimeScale finest = { DTL_SCALE_MAX_PX_PER_DAY };
  DtlTimeScale coarsest = { DTL_SCALE_MIN_PX_PER_DAY };

  g_assert_cmpint (dtl_time_scale_to_world_px (&finest, DTL_CIVIL_MAX), <=, INT64_C (1) << 60);
  g_assert_cmpint (dtl_time_scale_to_world_px (&finest, DTL_CIVIL_MIN), >=, -(INT64_C (1) << 60));
  g_assert_cmpint (dtl_time_scale_to_seconds (&coarsest, 1e18), ==, DTL_CIVIL_MAX);
  g_assert_cmpint (dtl_time_scale_to_seconds (&coarsest, -1e18), ==, DTL_CIVIL_MIN);
}

/* Days from the epoch under a point, without the rounding to seconds. */
static double
days_at (const DtlViewport *viewport, double x_px)
{
  return (viewport->offset_px + x_px) / viewport->scale.px_per_day;
}

/* The time under the pointer stays there, step by step, to a thousandth of a pixel. */
static void
test_zoom_at (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  DtlViewport viewport = { { 1 }, 19723, 1000 };

  for (int i = 0; i < 5000; i++)
    {
      double x_px = g_rand_double_range (rand, 0, 1000);
      double days = days_at (&viewport, x_px);

      dtl_viewport_zoom_at (&viewport, g_rand_double_range (rand, 0.5, 2), x_px);
      g_assert_cmpfloat (fabs (days_at (&viewport, x_px) - days) * viewport.scale.px_per_day, <, 0.001);
      g_assert_cmpfloat (viewport.scale.px_per_day, >=, DTL_SCALE_MIN_PX_PER_DAY);
      g_assert_cmpfloat (viewport.scale.px_per_day, <=, DTL_SCALE_MAX_PX_PER_DAY);
    }
}

/* Twenty steps in and twenty out again end where they began. */
static void
test_zoom_and_back (void)
{
  DtlViewport viewport = { { 1.3 }, 25000, 1000 };

  for (int i = 0; i < 40; i++)
    dtl_viewport_zoom_at (&viewport, i < 20 ? 1.2 : 1 / 1.2, 333);
  g_assert_cmpfloat_with_epsilon (viewport.scale.px_per_day, 1.3, 1e-9);
  g_assert_cmpfloat_with_epsilon (viewport.offset_px, 25000, 1e-6);
}

/* At the limit of the scale, nothing moves. */
static void
test_zoom_limits (void)
{
  DtlViewport viewport = { { DTL_SCALE_MAX_PX_PER_DAY }, 4000, 1000 };

  dtl_viewport_zoom_at (&viewport, 2, 100);
  g_assert_cmpfloat_with_epsilon (viewport.offset_px, 4000, 1e-6);
  viewport.scale.px_per_day = DTL_SCALE_MIN_PX_PER_DAY;
  dtl_viewport_zoom_at (&viewport, 0.001, 100);
  g_assert_cmpfloat_with_epsilon (viewport.offset_px, 4000, 1e-6);
}

static void
test_fit (void)
{
  DtlViewport viewport = { { 1 }, 0, 1000 };

  dtl_viewport_fit (&viewport, 0, 100 * DTL_SECONDS_PER_DAY, 50);
  g_assert_cmpfloat_with_epsilon (viewport.scale.px_per_day, 9, 1e-9);
  g_assert_cmpfloat_with_epsilon (dtl_viewport_x_at (&viewport, 0), 50, 1e-6);
  g_assert_cmpfloat_with_epsilon (dtl_viewport_x_at (&viewport, 100 * DTL_SECONDS_PER_DAY), 950, 1e-6);
  /* one moment: in the middle, at the finest scale */
  dtl_viewport_fit (&viewport, 86400, 86400, 50);
  g_assert_cmpfloat (viewport.scale.px_per_day, ==, DTL_SCALE_MAX_PX_PER_DAY);
  g_assert_cmpfloat_with_epsilon (dtl_viewport_x_at (&viewport, 86400), 500, 1e-6);
  /* too long for the coarsest scale: the middle is in the middle */
  dtl_viewport_fit (&viewport, -(INT64_C (1) << 60), INT64_C (1) << 60, 50);
  g_assert_cmpfloat (viewport.scale.px_per_day, ==, DTL_SCALE_MIN_PX_PER_DAY);
  g_assert_cmpfloat_with_epsilon (dtl_viewport_x_at (&viewport, 0), 500, 1);
  /* margins wider than the plot */
  viewport.width_px = 20;
  dtl_viewport_fit (&viewport, 0, 86400, 50);
  g_assert_cmpfloat_with_epsilon (dtl_viewport_x_at (&viewport, 43200), 10, 1);
}

static void
test_pan (void)
{
  DtlViewport viewport = { { 2 }, 100, 1000 };

  dtl_viewport_pan (&viewport, 25);
  g_assert_cmpfloat (viewport.offset_px, ==, 125);
  g_assert_cmpint (dtl_viewport_seconds_at (&viewport, 75), ==, 100 * DTL_SECONDS_PER_DAY);
  dtl_viewport_pan (&viewport, -1e300);
  g_assert_true (isfinite (viewport.offset_px));
}

/* --- folds ------------------------------------------------------------------------------------------------------ */

#define DAY DTL_SECONDS_PER_DAY

/* Days 100 to 1099 and 2000 to 2099 of which nothing is told. */
static const DtlFold two_folds[] = { { 100 * DAY, 1100 * DAY - 1 }, { 2000 * DAY, 2100 * DAY - 1 } };

static void
test_folded (void)
{
  static const struct
  {
    int64_t day;
    int64_t px; /* at 1 px a day with breaks of 28 px and margins of 14 */
  } rows[] = { { 0, 0 },       { 100, 100 },   { 113, 113 },   { 114, 114 },   { 600, 128 },
               { 1086, 142 },  { 1087, 143 },  { 1100, 156 },  { 2000, 1056 }, { 2014, 1070 },
               { 2050, 1084 }, { 2086, 1098 }, { 2100, 1112 }, { 3000, 2012 } };
  DtlTimeScale scale = { 1 };

  dtl_time_scale_set_folds (&scale, two_folds, 2, 28);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (dtl_time_scale_to_world_px (&scale, rows[i].day * DAY), ==, rows[i].px);
  g_assert_cmpint (dtl_time_scale_to_seconds (&scale, 2012), ==, 3000 * DAY);
  g_assert_cmpint (dtl_time_scale_to_seconds (&scale, 128), ==, 600 * DAY);
  /* zoomed out, the second one is no wider than its break, and then the first one neither */
  dtl_time_scale_set_px_per_day (&scale, 0.5);
  g_assert_cmpint (dtl_time_scale_to_world_px (&scale, 3000 * DAY), ==, 1500 - (500 - 56));
  g_assert_null (dtl_time_scale_next_break (&scale, 100));
  dtl_time_scale_set_px_per_day (&scale, 0.05);
  g_assert_cmpint (dtl_time_scale_to_world_px (&scale, 3000 * DAY), ==, 150);
  g_assert_null (dtl_time_scale_next_break (&scale, -1000));
}

static void
test_breaks (void)
{
  DtlTimeScale scale = { 1 };

  dtl_time_scale_set_folds (&scale, two_folds, 2, 28);
  g_assert_true (dtl_time_scale_next_break (&scale, 0) == &scale.folds[0]);
  g_assert_true (dtl_time_scale_next_break (&scale, 141) == &scale.folds[0]);
  g_assert_true (dtl_time_scale_next_break (&scale, 142) == &scale.folds[1]);
  g_assert_null (dtl_time_scale_next_break (&scale, 1098));
  g_assert_null (dtl_time_scale_previous_break (&scale, 114));
  g_assert_true (dtl_time_scale_previous_break (&scale, 115) == &scale.folds[0]);
  g_assert_true (dtl_time_scale_previous_break (&scale, 5000) == &scale.folds[1]);
  g_assert_cmpint (scale.folds[0].x0_px, ==, 114);
  g_assert_cmpint (scale.folds[0].x1_px, ==, 142);
}

/* @n_folds stretches one after the other. */
static void
make_folds (GRand *rand, DtlFold *folds, guint n_folds)
{
  int64_t at = (int64_t) g_rand_double_range (rand, -40000, 10000) * DAY;

  for (guint i = 0; i < n_folds; i++)
    {
      at += (int64_t) (g_rand_double_range (rand, 1, 2000) * (i % 3 == 0 ? 1 : DAY));
      folds[i].from_seconds = at;
      at += (int64_t) (g_rand_double_range (rand, 1, 9000) * DAY);
      folds[i].to_seconds = at++;
    }
}

static gboolean
is_in_break (const DtlTimeScale *scale, int64_t px)
{
  const DtlScaleFold *fold = dtl_time_scale_next_break (scale, px);

  return fold != NULL && px >= fold->x0_px;
}

/* Whatever is folded: order is kept; outside of breaks there and back is exact, and steps are those without folds. */
static void
test_folded_any (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  DtlFold folds[DTL_FOLDS_MOST];

  for (int i = 0; i < 300; i++)
    {
      guint n_folds = (guint) g_rand_int_range (rand, 1, DTL_FOLDS_MOST + 1);
      DtlTimeScale scale = { scales[i % G_N_ELEMENTS (scales)] };
      DtlTimeScale line = scale;
      int64_t before_px = INT64_MIN;
      int64_t at;

      make_folds (rand, folds, n_folds);
      dtl_time_scale_set_folds (&scale, folds, n_folds, 28);
      if (i % 4 == 0)
        scale.folds[n_folds / 2].openness = g_rand_double (rand);
      dtl_time_scale_set_px_per_day (&scale, scale.px_per_day);
      at = folds[0].from_seconds - 100 * DAY;
      while (at < folds[n_folds - 1].to_seconds + 100 * DAY)
        {
          int64_t px = dtl_time_scale_to_world_px (&scale, at);
          int64_t back = dtl_time_scale_to_world_px (&scale, dtl_time_scale_to_seconds (&scale, (double) px));
          double there = dtl_time_scale_to_line_px (&scale, (double) px);

          g_assert_cmpint (px, >=, before_px);
          g_assert_cmpfloat (fabs (dtl_time_scale_from_line_px (&scale, there) - (double) px), <, 0.01);
          if (!is_in_break (&scale, px))
            {
              g_assert_cmpint (ABS (back - px), <=, (int64_t) ceil (scale.px_per_day / DTL_SECONDS_PER_DAY));
              g_assert_cmpfloat (there, ==, (double) dtl_time_scale_to_world_px (&line, at));
            }
          before_px = px;
          at += (int64_t) (g_rand_double_range (rand, 1, 400) * DAY);
        }
    }
}

static void
test_folded_ends_of_time (void)
{
  static const DtlFold all[] = { { DTL_CIVIL_MIN + 1, -1 }, { 1, DTL_CIVIL_MAX - 1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      DtlTimeScale scale = { scales[i] };

      dtl_time_scale_set_folds (&scale, all, 2, 28);
      g_assert_cmpint (dtl_time_scale_to_world_px (&scale, DTL_CIVIL_MIN), <=, dtl_time_scale_to_world_px (&scale, -1));
      g_assert_cmpint (dtl_time_scale_to_world_px (&scale, 0), <=, dtl_time_scale_to_world_px (&scale, DTL_CIVIL_MAX));
      g_assert_cmpint (dtl_time_scale_to_seconds (&scale, 1e18), >, 0);
    }
}

/* The moment under the pointer stays, also one that is in a break; and steps in and out end where they began. */
static void
test_folded_zoom (void)
{
  DtlViewport viewport = { { 1 }, 0, 1000 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);

  dtl_viewport_set_folds (&viewport, two_folds, 2, 28, 0);
  for (int i = 0; i < 3000; i++)
    {
      double x_px = g_rand_double_range (rand, 0, 1000);
      int64_t seconds = dtl_viewport_seconds_at (&viewport, x_px);

      dtl_viewport_zoom_at (&viewport, g_rand_double_range (rand, 0.8, 1.25), x_px);
      g_assert_cmpfloat (fabs (dtl_viewport_x_at (&viewport, seconds) - x_px), <=, 1.5);
      if (i % 50 == 0)
        dtl_viewport_fit (&viewport, 0, 3000 * DAY, 20);
    }
  dtl_viewport_fit (&viewport, 0, 3000 * DAY, 20);
  dtl_viewport_pan (&viewport, 13.25);
  for (int i = 0; i < 40; i++)
    dtl_viewport_zoom_at (&viewport, i < 20 ? 1.2 : 1 / 1.2, 333);
  dtl_viewport_pan (&viewport, -13.25);
  g_assert_cmpfloat_with_epsilon (dtl_viewport_x_at (&viewport, 0), 20, 1.01);
  g_assert_cmpfloat_with_epsilon (dtl_viewport_x_at (&viewport, 3000 * DAY), 980, 1.01);
}

/* A span fills the room that it is given, with all of its breaks. */
static void
test_folded_fit (void)
{
  static const int widths[] = { 100, 360, 1000, 4000 };

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      DtlViewport viewport = { { 1 }, 0, widths[i] };

      dtl_viewport_set_folds (&viewport, two_folds, 2, 28, 0);
      dtl_viewport_fit (&viewport, 0, 3000 * DAY, 10);
      g_assert_cmpfloat_with_epsilon (dtl_viewport_x_at (&viewport, 0), 10, 1.01);
      g_assert_cmpfloat_with_epsilon (dtl_viewport_x_at (&viewport, 3000 * DAY), widths[i] - 10, 1.01);
      g_assert_cmpfloat (viewport.scale.px_per_day, >=, (widths[i] - 20) / 3000.0 - 1e-9);
      dtl_viewport_fit (&viewport, 500 * DAY, 500 * DAY, 10);
      g_assert_cmpfloat_with_epsilon (dtl_viewport_x_at (&viewport, 500 * DAY), widths[i] / 2.0, 1.01);
    }
}

/* Other folds leave the moment where it was, with which they are changed. */
static void
test_refold (void)
{
  DtlViewport viewport = { { 1 }, 1500, 1000 };
  DtlTimeScale before = viewport.scale;

  dtl_viewport_set_folds (&viewport, two_folds, 2, 28, 100);
  g_assert_cmpfloat_with_epsilon (dtl_viewport_x_at (&viewport, 1600 * DAY), 100, 1e-6);
  g_assert_false (dtl_time_scale_is_same (&before, &viewport.scale));
  dtl_viewport_set_folds (&viewport, NULL, 0, 28, 100);
  g_assert_cmpfloat_with_epsilon (viewport.offset_px, 1500, 1e-6);
  g_assert_true (dtl_time_scale_is_same (&before, &viewport.scale));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/time-scale/known", test_known);
  g_test_add_func ("/layout/time-scale/inverse", test_inverse);
  g_test_add_func ("/layout/time-scale/saturation", test_saturation);
  g_test_add_func ("/layout/viewport/zoom-at", test_zoom_at);
  g_test_add_func ("/layout/viewport/zoom-and-back", test_zoom_and_back);
  g_test_add_func ("/layout/viewport/zoom-limits", test_zoom_limits);
  g_test_add_func ("/layout/viewport/fit", test_fit);
  g_test_add_func ("/layout/viewport/pan", test_pan);
  g_test_add_func ("/layout/time-scale/folded", test_folded);
  g_test_add_func ("/layout/time-scale/breaks", test_breaks);
  g_test_add_func ("/layout/time-scale/folded-any", test_folded_any);
  g_test_add_func ("/layout/time-scale/folded-ends-of-time", test_folded_ends_of_time);
  g_test_add_func ("/layout/viewport/folded-zoom", test_folded_zoom);
  g_test_add_func ("/layout/viewport/folded-fit", test_folded_fit);
  g_test_add_func ("/layout/viewport/refold", test_refold);
  return g_test_run ();
}
