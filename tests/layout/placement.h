/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random cases for what holds of every layout: many zooms, chunks of the normal size and tiny ones. */
#pragma once

#include "layout-case.h"

#include <stdlib.h>

#include "layout/dtl-folds.h"
#include "layout/dtl-layout-private.h"

G_BEGIN_DECLS

static const double scales[] = { 0.003, 0.02, 0.1, 0.5, 2, 12, 60, 150, 400 };

static const DtlLayoutLimits limits[] = {
  { 2048, 256, 10000, 2048 }, /* the normal ones */
  { 512, 8, 10000, 2048 },    /* chunks in every lane */
  { 512, 8, 0, 2048 },        /* and heights that are estimated */
  { 700, 30, 0, 24 },         /* and chunks that are thinned out */
};

#define WORLD_PX (INT64_C (1) << 61)

typedef void (*Check) (LayoutCase *layout_case, DtlLayout *layout);

/* The same with labels of one line. */
static inline void
test_inline_case (LayoutCase *layout_case, Check check)
{
  layout_case->input.metrics.inline_dates = TRUE;
  layout_case->input.metrics.row_gap_px = 4;
  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (limits); j++)
      {
        g_autoptr (DtlLayout) layout = NULL;

        layout_case->input.scale.px_per_day = scales[i];
        layout = dtl_layout_new_with_limits (&layout_case->input, &limits[j]);
        check (layout_case, layout);
      }
}

static inline void
test_property_inline (gconstpointer check)
{
  g_autoptr (LayoutCase) layout_case = layout_case_new_random (2, 4, 240, 3000);

  test_inline_case (layout_case, (Check) check);
}

/* @side_px: the input's label_side_px */
static inline void
test_property_of (Check check, int side_px)
{
  for (guint32 seed = 1; seed <= 4; seed++)
    {
      g_autoptr (LayoutCase) layout_case = layout_case_new_random (seed, 4, 60 * seed * seed, 3000);

      layout_case->input.label_side_px = side_px;
      for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
        for (gsize j = 0; j < G_N_ELEMENTS (limits); j++)
          {
            g_autoptr (DtlLayout) layout = NULL;

            layout_case->input.scale.px_per_day = scales[i];
            layout = dtl_layout_new_with_limits (&layout_case->input, &limits[j]);
            check (layout_case, layout);
          }
    }
}

static inline void
test_property (gconstpointer check)
{
  test_property_of ((Check) check, 0);
}

/* The same with labels that keep within the time of the case. */
static inline void
test_property_within (gconstpointer check)
{
  test_property_of ((Check) check, DTL_CROWD_SIDE_PX);
}

/* The same with the longest empty stretches folded, as many as there may be. */
static inline void
test_property_folded (gconstpointer check)
{
  static const DtlFoldRule rule = { 0.004, 10 };

  for (guint32 seed = 2; seed <= 3; seed++)
    {
      g_autoptr (LayoutCase) layout_case = layout_case_new_random (seed, 4, 60 * seed * seed, 3000);
      g_autoptr (GArray) folds = dtl_folds_find (layout_case->columns, layout_case->visible, &rule);

      g_assert_cmpuint (folds->len, >, 3);
      dtl_time_scale_set_folds (&layout_case->input.scale, (const DtlFold *) (void *) folds->data, folds->len, 28);
      for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
        for (gsize j = 0; j < G_N_ELEMENTS (limits); j++)
          {
            g_autoptr (DtlLayout) layout = NULL;

            dtl_time_scale_set_px_per_day (&layout_case->input.scale, scales[i]);
            layout = dtl_layout_new_with_limits (&layout_case->input, &limits[j]);
            ((Check) check) (layout_case, layout);
          }
    }
}

G_END_DECLS
