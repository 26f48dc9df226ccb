/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparing and filtering by bounds. How bounds come about is not here: see dtl-edtf-bounds.c. */
#include "config.h"

#include "date/dtl-bounds.h"

#include "date/dtl-civil.h"

/**
 * dtl_bounds_compare:
 * @a: bounds
 * @b: other bounds
 *
 * Returns: negative, 0 or positive as @a sorts before, with or after @b
 */
int
dtl_bounds_compare (const DtlBounds *a, const DtlBounds *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, 0);

  if (a->start_earliest != b->start_earliest)
    return a->start_earliest < b->start_earliest ? -1 : 1;
  if (a->end_latest != b->end_latest)
    return a->end_latest < b->end_latest ? -1 : 1;
  return 0;
}

/**
 * dtl_bounds_falls_inside:
 * @bounds: the bounds of a date
 * @from: first civil second that counts, or DTL_CIVIL_MIN
 * @to: last civil second that counts, or DTL_CIVIL_MAX
 *
 * Returns: whether the date lies between them whatever its unknown part turns out to be
 */
gboolean
dtl_bounds_falls_inside (const DtlBounds *bounds, int64_t from, int64_t to)
{
  g_return_val_if_fail (bounds != NULL, FALSE);

  return bounds->start_earliest >= from && bounds->end_latest <= to;
}

/**
 * dtl_bounds_may_fall_inside:
 * @bounds: the bounds of a date
 * @from: first civil second that counts, or DTL_CIVIL_MIN
 * @to: last civil second that counts, or DTL_CIVIL_MAX
 *
 * Returns: whether some of the date lies between them, or may
 */
gboolean
dtl_bounds_may_fall_inside (const DtlBounds *bounds, int64_t from, int64_t to)
{
  g_return_val_if_fail (bounds != NULL, FALSE);

  return bounds->start_earliest <= to && bounds->end_latest >= from;
}

/**
 * dtl_bounds_exclude:
 * @a: bounds
 * @b: other bounds
 *
 * Days are compared, not seconds: two times of one day are no contradiction between dates.
 *
 * Returns: whether no single day satisfies both
 */
gboolean
dtl_bounds_exclude (const DtlBounds *a, const DtlBounds *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return dtl_civil_day_from_seconds (a->end_latest) < dtl_civil_day_from_seconds (b->start_earliest) ||
         dtl_civil_day_from_seconds (b->end_latest) < dtl_civil_day_from_seconds (a->start_earliest);
}
