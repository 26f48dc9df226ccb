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
  return g_test_run ();
}
