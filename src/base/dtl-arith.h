/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arithmetic on int64 that neither overflows nor rounds towards zero, which dates need on both sides of an epoch. */
#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

/**
 * dtl_i64_floor_div:
 * @dividend: any number
 * @divisor: a positive number
 *
 * Returns: @dividend / @divisor, rounded down (-1 / 86400 is -1)
 */
static inline int64_t
dtl_i64_floor_div (int64_t dividend, int64_t divisor)
{
  return dividend / divisor - (dividend % divisor < 0);
}

/**
 * dtl_i64_floor_mod:
 * @dividend: any number
 * @divisor: a positive number
 *
 * Returns: what is left of dtl_i64_floor_div(), 0 to @divisor - 1
 */
static inline int64_t
dtl_i64_floor_mod (int64_t dividend, int64_t divisor)
{
  int64_t rest = dividend % divisor;

  return rest < 0 ? rest + divisor : rest;
}

/**
 * dtl_i64_add_saturated:
 * @a: any number
 * @b: any number
 *
 * Returns: the sum, or the nearest int64 where it does not fit
 */
static inline int64_t
dtl_i64_add_saturated (int64_t a, int64_t b)
{
  int64_t sum;

  if (!__builtin_add_overflow (a, b, &sum))
    return sum;
  return b > 0 ? INT64_MAX : INT64_MIN;
}

/**
 * dtl_i64_mul_saturated:
 * @a: any number
 * @b: any number
 *
 * Returns: the product, or the nearest int64 where it does not fit
 */
static inline int64_t
dtl_i64_mul_saturated (int64_t a, int64_t b)
{
  int64_t product;

  if (!__builtin_mul_overflow (a, b, &product))
    return product;
  return (a < 0) == (b < 0) ? INT64_MAX : INT64_MIN;
}

G_END_DECLS
