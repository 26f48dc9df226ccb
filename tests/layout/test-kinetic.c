/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sliding on and coming to rest; what the fingers did before tells how fast. */
#include "layout/dtl-kinetic.h"

#include <math.h>

#define MS(n) ((n) *INT64_C (1000))

/* Moves of a pointer that is let go at 200 ms, and the speed that it had. */
static const struct
{
  const char *what;
  struct
  {
    int ms;
    double dx, dy;
  } moves[8];
  double x_px_s, y_px_s;
} drags[] = {
  { "nothing", { { 0, 0, 0 } }, 0, 0 },
  { "an even pull: 10 px each 16 ms",
    { { 88, 10, 0 },
      { 104, 10, 0 },
      { 120, 10, 0 },
      { 136, 10, 0 },
      { 152, 10, 0 },
      { 168, 10, 0 },
      { 184, 10, 0 },
      { 200, 10, 0 } },
    625,
    0 },
  { "upwards and to the left", { { 168, -8, -4 }, { 184, -8, -4 }, { 200, -8, -4 } }, -500, -250 },
  { "held still before it was let go", { { 8, 50, 0 }, { 24, 50, 0 }, { 40, 50, 0 } }, 0, 0 },
  { "only the last 150 ms count", { { 10, 900, 0 }, { 20, 900, 0 }, { 184, 16, 0 }, { 200, 16, 0 } }, 1000, 0 },
  { "there and back again", { { 168, 30, 0 }, { 184, -30, 0 } }, 0, 0 },
  { "one jump is no endless speed", { { 200, 5000, 0 } }, 12000, 0 },
};

static void
test_speed (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (drags); i++)
    {
      DtlSpeedometer meter = { 0 };
      DtlKinetic speed;

      g_test_message ("%s", drags[i].what);
      for (gsize j = 0; j < G_N_ELEMENTS (drags[i].moves) && drags[i].moves[j].ms > 0; j++)
        dtl_speedometer_add (&meter, MS (drags[i].moves[j].ms), drags[i].moves[j].dx, drags[i].moves[j].dy);
      speed = dtl_speedometer_get (&meter, MS (200));
      g_assert_cmpfloat_with_epsilon (speed.x_px_s, drags[i].x_px_s, 1e-6);
      g_assert_cmpfloat_with_epsilon (speed.y_px_s, drags[i].y_px_s, 1e-6);
      g_assert_cmpint (dtl_kinetic_is_worth_it (&speed), ==, drags[i].x_px_s != 0);
    }
}

/* More moves than are kept, and a fresh start. */
static void
test_many_moves (void)
{
  DtlSpeedometer meter = { 0 };
  DtlKinetic speed;

  for (int i = 0; i < 1000; i++)
    dtl_speedometer_add (&meter, MS (i * 10), i < 900 ? -70 : 20, 0);
  speed = dtl_speedometer_get (&meter, MS (9990));
  g_assert_cmpfloat_with_epsilon (speed.x_px_s, 16 * 20 / 0.166, 1e-6);
  dtl_speedometer_reset (&meter);
  speed = dtl_speedometer_get (&meter, MS (9990));
  g_assert_false (dtl_kinetic_is_worth_it (&speed));
}

/* The way at 0, half a second, for ever; a quarter of the speed in all, as in lists. */
static void
test_way (void)
{
  static const struct
  {
    double x_px_s, y_px_s;
    int ms;
    double x_px, y_px;
  } rows[] = {
    { 400, -200, 0, 0, 0 },
    { 400, -200, -5, 0, 0 },
    { 400, -200, 500, 86.4665, -43.2332 },
    { 400, -200, 1000, 98.1684, -49.0842 },
    { 400, -200, 60000, 100, -50 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DtlKinetic move = { rows[i].x_px_s, rows[i].y_px_s };
      double x, y;

      dtl_kinetic_get_way (&move, MS (rows[i].ms), &x, &y);
      g_assert_cmpfloat_with_epsilon (x, rows[i].x_px, 1e-4);
      g_assert_cmpfloat_with_epsilon (y, rows[i].y_px, 1e-4);
    }
}

/* It always comes to rest, goes one way only, and what it still had to go when it did is not seen. */
static void
test_rest (void)
{
  static const double speeds[] = { 60, 400, -3000, 12000 };

  for (gsize i = 0; i < G_N_ELEMENTS (speeds); i++)
    {
      DtlKinetic move = { speeds[i], 0 };
      double before = 0, x, y;
      int64_t us = 0;

      for (; !dtl_kinetic_is_over (&move, us); us += MS (16))
        {
          dtl_kinetic_get_way (&move, us, &x, &y);
          g_assert_cmpfloat (fabs (x), >=, fabs (before));
          before = x;
        }
      g_assert_cmpint (us, >, MS (300));
      g_assert_cmpint (us, <, MS (4000));
      dtl_kinetic_get_way (&move, us, &x, &y);
      g_assert_cmpfloat (fabs (speeds[i] / 4 - x), <, 0.5);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/kinetic/speed", test_speed);
  g_test_add_func ("/layout/kinetic/many-moves", test_many_moves);
  g_test_add_func ("/layout/kinetic/way", test_way);
  g_test_add_func ("/layout/kinetic/rest", test_rest);
  return g_test_run ();
}
