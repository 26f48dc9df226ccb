/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of levels of the axis, and the step function of each unit. */
#pragma once

#include "layout/dtl-ticks.h"

G_BEGIN_DECLS

/**
 * DtlTickStep: a way to cut time into steps.
 * @count: so many units a step; of weeks: the day that they begin with, 1 Monday to 7 Sunday
 * @shortest_days: the shortest that a step can be
 * @move: the start of the step that is @n steps after the one in which @civil_seconds lies
 */
typedef struct _DtlTickStep DtlTickStep;
struct _DtlTickStep
{
  int64_t (*move) (const DtlTickStep *self, int64_t civil_seconds, int n);
  int count;
  double shortest_days;
};

/** DtlTickForm: how much room a label may take; each level has a label for each form, from long to short. */
typedef enum
{
  DTL_TICK_LONGEST,
  DTL_TICK_LONG,
  DTL_TICK_SHORT,
  DTL_N_TICK_FORMS,
} DtlTickForm;

/**
 * DtlTickRow: one row of the axis at one level.
 * @format: the label of the step that starts at @civil_seconds; (transfer full)
 * @sample_seconds: a step whose label is as wide as any
 * @shows_years: the label is years: as wide as those in view
 */
typedef struct
{
  DtlTickStep step;
  char *(*format) (int64_t civil_seconds, DtlTickForm form);
  int64_t sample_seconds;
  gboolean shows_years;
} DtlTickRow;

typedef struct
{
  DtlTickRow minor;
  DtlTickRow major;
} DtlTickLevel;

/* From seconds to millennia. */
const DtlTickLevel *dtl_tick_levels_get (guint *n_levels);
void dtl_tick_level_set_first_weekday (DtlTickLevel *level, int first_weekday);

G_END_DECLS
