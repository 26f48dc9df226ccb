/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Levels of the axis: a table, in which each unit has its own step function on the civil calendar. */
#include "config.h"

#include "layout/dtl-tick-levels-private.h"

#include "base/dtl-arith.h"
#include "date/dtl-bounds.h"
#include "date/dtl-civil.h"
#include "layout/dtl-tick-labels-private.h"

#define SECONDS_PER_MINUTE 60
#define SECONDS_PER_HOUR   3600
#define DAYS_PER_MONTH     28
#define DAYS_PER_YEAR      365

/* Wednesday 20 September 2000: in most languages as long as any; and 20:00 of it. */
#define SAMPLE_DAY  (INT64_C (11220) * DTL_SECONDS_PER_DAY)
#define SAMPLE_HOUR (SAMPLE_DAY + 20 * SECONDS_PER_HOUR)

static int64_t
move_seconds (const DtlTickStep *self, int64_t civil_seconds, int n)
{
  int64_t index = dtl_i64_floor_div (civil_seconds, self->count) + n;

  return dtl_i64_mul_saturated (index, self->count);
}

static int64_t
move_days (const DtlTickStep *self, int64_t civil_seconds, int n)
{
  int64_t day = dtl_civil_day_from_seconds (civil_seconds);

  return dtl_civil_seconds_from_day (dtl_i64_floor_div (day, self->count) * self->count + (int64_t) n * self->count);
}

/* The count is the day that a week begins with. */
static int64_t
move_weeks (const DtlTickStep *self, int64_t civil_seconds, int n)
{
  int64_t day = dtl_civil_day_from_seconds (civil_seconds);

  return dtl_civil_seconds_from_day (day - (dtl_civil_weekday (day) - self->count + 7) % 7 + (int64_t) n * 7);
}

static int64_t
move_months (const DtlTickStep *self, int64_t civil_seconds, int n)
{
  DtlCivilDay day = dtl_civil_from_day_number (dtl_civil_day_from_seconds (civil_seconds));
  int64_t month = day.year * 12 + day.month - 1;

  month = (dtl_i64_floor_div (month, self->count) + n) * self->count;
  return dtl_civil_seconds_from_day (
      dtl_civil_day_number (dtl_i64_floor_div (month, 12), (int) dtl_i64_floor_mod (month, 12) + 1, 1));
}

static int64_t
move_years (const DtlTickStep *self, int64_t civil_seconds, int n)
{
  DtlCivilDay day = dtl_civil_from_day_number (dtl_civil_day_from_seconds (civil_seconds));
  int64_t year = (dtl_i64_floor_div (day.year, self->count) + n) * self->count;

  return dtl_civil_seconds_from_day (dtl_civil_day_number (year, 1, 1));
}

#define SECONDS(n, label)                                                                                              \
  {                                                                                                                    \
    { move_seconds, n, (n) / (double) DTL_SECONDS_PER_DAY }, label, SAMPLE_HOUR                                        \
  }
#define MINUTES(n) SECONDS ((n) *SECONDS_PER_MINUTE, dtl_tick_label_minute)
#define HOURS(n)   SECONDS ((n) *SECONDS_PER_HOUR, dtl_tick_label_hour)
#define MONTHS(n)                                                                                                      \
  {                                                                                                                    \
    { move_months, n, (n) * (double) DAYS_PER_MONTH }, dtl_tick_label_month_of_year, SAMPLE_DAY                        \
  }
#define YEARS(n, label)                                                                                                \
  {                                                                                                                    \
    { move_years, n, (n) * (double) DAYS_PER_YEAR }, label, SAMPLE_DAY, TRUE                                           \
  }
#define EACH_DAY                                                                                                       \
  {                                                                                                                    \
    { move_days, 1, 1 }, dtl_tick_label_day_of_month, SAMPLE_DAY                                                       \
  }
#define EACH_WEEK                                                                                                      \
  {                                                                                                                    \
    { move_weeks, 1, 7 }, dtl_tick_label_day_of_month, SAMPLE_DAY                                                      \
  }
#define OVER_DAY                                                                                                       \
  {                                                                                                                    \
    { move_days, 1, 1 }, dtl_tick_label_day, SAMPLE_DAY                                                                \
  }
#define OVER_MONTH                                                                                                     \
  {                                                                                                                    \
    { move_months, 1, DAYS_PER_MONTH }, dtl_tick_label_month, SAMPLE_DAY                                               \
  }

/* Where the small labels of two levels are the same, the second has longer steps above them, for words that do not fit
 * into those of the first. */
static const DtlTickLevel levels[] = {
  { SECONDS (1, dtl_tick_label_second), OVER_DAY },
  { SECONDS (5, dtl_tick_label_second), OVER_DAY },
  { SECONDS (15, dtl_tick_label_second), OVER_DAY },
  { SECONDS (30, dtl_tick_label_second), OVER_DAY },
  { MINUTES (1), OVER_DAY },
  { MINUTES (5), OVER_DAY },
  { MINUTES (15), OVER_DAY },
  { MINUTES (30), OVER_DAY },
  { HOURS (1), OVER_DAY },
  { HOURS (3), OVER_DAY },
  { HOURS (6), OVER_DAY },
  { HOURS (12), OVER_DAY },
  { EACH_DAY, OVER_MONTH },
  { EACH_WEEK, OVER_MONTH },
  { MONTHS (1), YEARS (1, dtl_tick_label_year) },
  { MONTHS (3), YEARS (1, dtl_tick_label_year) },
  { MONTHS (6), YEARS (1, dtl_tick_label_year) },
  { YEARS (1, dtl_tick_label_year), YEARS (10, dtl_tick_label_decade) },
  { YEARS (5, dtl_tick_label_year), YEARS (10, dtl_tick_label_decade) },
  { YEARS (10, dtl_tick_label_year), YEARS (100, dtl_tick_label_century) },
  { YEARS (50, dtl_tick_label_year), YEARS (100, dtl_tick_label_century) },
  { YEARS (50, dtl_tick_label_year), YEARS (1000, dtl_tick_label_millennium) },
  { YEARS (100, dtl_tick_label_year), YEARS (1000, dtl_tick_label_millennium) },
  { YEARS (500, dtl_tick_label_year), YEARS (1000, dtl_tick_label_millennium) },
  { YEARS (500, dtl_tick_label_year), YEARS (10000, dtl_tick_label_ten_millennia) },
  { YEARS (1000, dtl_tick_label_year), YEARS (10000, dtl_tick_label_ten_millennia) },
};

const DtlTickLevel *
dtl_tick_levels_get (guint *n_levels)
{
  *n_levels = G_N_ELEMENTS (levels);
  return levels;
}

/* Where a row of @level is weeks, they begin with this day from now on. */
void
dtl_tick_level_set_first_weekday (DtlTickLevel *level, int first_weekday)
{
  if (level->minor.step.move == move_weeks)
    level->minor.step.count = first_weekday;
}
