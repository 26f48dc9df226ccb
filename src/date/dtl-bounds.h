/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The four bounds of a date: when it starts at the earliest and at the latest, when it ends at the earliest and at the
 * latest. All in civil seconds: seconds since 1970-01-01T00:00:00 of the calendar as written, with no time zone.
 *
 *   2024-06-20              start and end on that day, second unknown   |S..........S| and the same for the end
 *   2017                    start and end somewhere in that year (an unknown day of it, for an act of one day)
 *   [2024-09-21..2024-09-30]   one unknown day of the stretch: start and end both anywhere in it
 *   2024-09-21/2024-09-30   lasts: start is within the 21st, end within the 30th
 *   2018/..                 start within 2018, end open (DTL_BOUND_END_OPEN, end bounds saturated)
 *   2018/                   end unknown (DTL_BOUND_END_UNKNOWN)
 */
#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

#define DTL_SECONDS_PER_DAY INT64_C (86400)

/** Bounds saturate here instead of overflowing: years beyond about 292 thousand million. */
#define DTL_CIVIL_MIN INT64_MIN
#define DTL_CIVIL_MAX INT64_MAX

/* Whether a bound is a time: neither open nor unknown nor beyond what can be counted. */
static inline gboolean
dtl_civil_is_finite (int64_t civil_seconds)
{
  return civil_seconds != DTL_CIVIL_MIN && civil_seconds != DTL_CIVIL_MAX;
}

/**
 * DtlBoundFlags:
 * @DTL_BOUND_START_OPEN: no start is meant (`..` before the slash, or `[..b]`)
 * @DTL_BOUND_START_UNKNOWN: there is a start, nobody says when (`/b`)
 * @DTL_BOUND_END_OPEN: no end is meant, or it goes on (`a/..`, `[a..]`)
 * @DTL_BOUND_END_UNKNOWN: there is an end, nobody says when (`a/`)
 * @DTL_BOUND_LASTS: an interval: it fills the time from start to end, rather than falling somewhere inside
 * @DTL_BOUND_UNCERTAIN: `?` or `%` on any part
 * @DTL_BOUND_APPROXIMATE: `~` or `%` on any part
 * @DTL_BOUND_HAS_TIME: written with a time of day, so that the bounds are a second wide
 */
typedef enum
{
  DTL_BOUND_NONE = 0,
  DTL_BOUND_START_OPEN = 1 << 0,
  DTL_BOUND_START_UNKNOWN = 1 << 1,
  DTL_BOUND_END_OPEN = 1 << 2,
  DTL_BOUND_END_UNKNOWN = 1 << 3,
  DTL_BOUND_LASTS = 1 << 4,
  DTL_BOUND_UNCERTAIN = 1 << 5,
  DTL_BOUND_APPROXIMATE = 1 << 6,
  DTL_BOUND_HAS_TIME = 1 << 7,
} DtlBoundFlags;

/**
 * DtlBounds:
 * @start_earliest: civil second, inclusive; DTL_CIVIL_MIN where open or unknown
 * @start_latest: civil second, inclusive (the last second of the last day that it can start on)
 * @end_earliest: civil second, inclusive
 * @end_latest: civil second, inclusive; DTL_CIVIL_MAX where open or unknown
 * @flags: DtlBoundFlags
 */
typedef struct
{
  int64_t start_earliest;
  int64_t start_latest;
  int64_t end_earliest;
  int64_t end_latest;
  uint32_t flags;
} DtlBounds;

/* Sort order: earliest start, then latest end, so that what is known more narrowly comes first; the caller adds a
 * stable key. */
int dtl_bounds_compare (const DtlBounds *a, const DtlBounds *b);

/* The two readings of a filter on dates: all of @bounds lies between the days (falls inside), or some of it may (may
 * fall inside).
 * @from and @to are civil seconds, inclusive; DTL_CIVIL_MIN and DTL_CIVIL_MAX for none. */
gboolean dtl_bounds_falls_inside (const DtlBounds *bounds, int64_t from, int64_t to);
gboolean dtl_bounds_may_fall_inside (const DtlBounds *bounds, int64_t from, int64_t to);

/* Whether no single day satisfies both: for two accepted claims that exclude each other. */
gboolean dtl_bounds_exclude (const DtlBounds *a, const DtlBounds *b);

G_END_DECLS
