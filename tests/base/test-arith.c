/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arithmetic at the edges of int64 and on both sides of 0. */
#include "base/dtl-arith.h"

static void
test_floor (void)
{
  static const struct
  {
    int64_t dividend, divisor, quotient, rest;
  } rows[] = {
    { 0, 7, 0, 0 },   { 6, 7, 0, 6 },   { 7, 7, 1, 0 },   { -1, 7, -1, 6 },
    { -7, 7, -1, 0 }, { -8, 7, -2, 6 }, { -1, 1, -1, 0 }, { INT64_MIN, 86400, -106751991167301, 30592 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpint (dtl_i64_floor_div (rows[i].dividend, rows[i].divisor), ==, rows[i].quotient);
      g_assert_cmpint (dtl_i64_floor_mod (rows[i].dividend, rows[i].divisor), ==, rows[i].rest);
    }
}

static void
test_saturated (void)
{
  static const struct
  {
    int64_t a, b, sum, product;
  } rows[] = {
    { 2, 3, 5, 6 },
    { -2, 3, 1, -6 },
    { INT64_MAX, 1, INT64_MAX, INT64_MAX },
    { INT64_MAX, 2, INT64_MAX, INT64_MAX },
    { INT64_MIN, -2, INT64_MIN, INT64_MAX },
    { INT64_MIN, 2, INT64_MIN + 2, INT64_MIN },
    { INT64_MAX, -2, INT64_MAX - 2, INT64_MIN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpint (dtl_i64_add_saturated (rows[i].a, rows[i].b), ==, rows[i].sum);
      g_assert_cmpint (dtl_i64_mul_saturated (rows[i].a, rows[i].b), ==, rows[i].product);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/arith/floor", test_floor);
  g_test_add_func ("/base/arith/saturated", test_saturated);
  return g_test_run ();
}
