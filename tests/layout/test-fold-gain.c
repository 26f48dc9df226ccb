/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which empty stretches are worth folding, at which width. */
#include "story.h"

#include "layout/dtl-fold-gain.h"
#include "layout/dtl-folding.h"

#define BREAK_PX 28

static const CaseEvent far_apart[] = {
  { "One", .claims = "occurred 2000-01-01" },
  { "Two", .claims = "occurred 2000-02-01" },
  { "Three", .claims = "occurred 2020-01-01" },
  { "Four", .claims = "occurred 2020-02-01" },
};

/* Months apart, in a year. */
static const CaseEvent dense[] = {
  { "One", .claims = "occurred 2010-01-01" },   { "Two", .claims = "occurred 2010-03-01" },
  { "Three", .claims = "occurred 2010-05-01" }, { "Four", .claims = "occurred 2010-07-01" },
  { "Five", .claims = "occurred 2010-09-01" },  { "Six", .claims = "occurred 2010-12-10" },
};

/* Years apart, with a long empty stretch, and one that is a little longer than the others. */
static const CaseEvent mixed[] = {
  { "One", .claims = "occurred 2000-01-01" },   { "Two", .claims = "occurred 2001-01-01" },
  { "Three", .claims = "occurred 2002-01-01" }, { "Four", .claims = "occurred 2003-01-01" },
  { "Five", .claims = "occurred 2004-10-01" },  { "Six", .claims = "occurred 2005-10-01" },
  { "Seven", .claims = "occurred 2006-10-01" }, { "Eight", .claims = "occurred 2020-01-01" },
};

/** GainCase: @n_wanted: of @n_offered so many fold at this width, and make things so many times larger at least */
typedef struct
{
  const char *name;
  const CaseEvent *events;
  guint n_events;
  int width_px;
  guint n_offered;
  guint n_wanted;
  double least_growth;
} GainCase;

static const GainCase gain_cases[] = {
  { "far apart", far_apart, G_N_ELEMENTS (far_apart), 1000, 1, 1, 10 },
  { "no room for a break", far_apart, G_N_ELEMENTS (far_apart), 60, 1, 0, 1 },
  { "less than a break", dense, G_N_ELEMENTS (dense), 300, 4, 0, 1 },
  { "enough", dense, G_N_ELEMENTS (dense), 900, 4, 4, 1.5 },
  { "one of two", mixed, G_N_ELEMENTS (mixed), 400, 2, 1, 1.15 },
  { "both", mixed, G_N_ELEMENTS (mixed), 1600, 2, 2, 1.15 },
};

static double
fit (DtlLayout *any, const LayoutCase *layout_case, int width_px, const GArray *folds)
{
  DtlViewport viewport = { .width_px = width_px, .scale = { .px_per_day = 1 } };
  g_autoptr (DtlLayout) fitted = NULL;
  int64_t from, to;

  g_assert_true (dtl_layout_get_extent (layout_case->columns, layout_case->visible, &from, &to));
  dtl_time_scale_set_folds (&viewport.scale, (const DtlFold *) (const void *) folds->data, folds->len, BREAK_PX);
  fitted = dtl_layout_fit (any, from, to, &viewport);
  return viewport.scale.px_per_day;
}

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (gain_cases); i++)
    {
      const GainCase *row = &gain_cases[i];
      g_autoptr (LayoutCase) layout_case = layout_case_new (NULL, row->events, row->n_events);
      g_autoptr (DtlLayout) any = dtl_layout_new (&layout_case->input);
      g_autoptr (GArray) offered = dtl_folds_find (layout_case->columns, layout_case->visible, NULL);
      g_autoptr (GArray) chosen = dtl_folds_choose (any, row->width_px, BREAK_PX, NULL, offered);
      g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (DtlFold));
      double growth = fit (any, layout_case, row->width_px, chosen) / fit (any, layout_case, row->width_px, none);

      g_test_message ("%s: %u of %u, %g", row->name, chosen->len, offered->len, growth);
      g_assert_cmpuint (offered->len, ==, row->n_offered);
      g_assert_cmpuint (chosen->len, ==, row->n_wanted);
      g_assert_cmpfloat (growth, >=, row->least_growth);
    }
}

/* Whatever the case and the width, nothing gets smaller; the scale of the layout that is asked does not matter. */
static void
test_never_smaller (void)
{
  guint n_chosen = 0;

  for (guint32 seed = 1; seed < 12; seed++)
    {
      g_autoptr (LayoutCase) layout_case = layout_case_new_random (seed, 4, 3 + seed, 3000);
      g_autoptr (DtlLayout) any = dtl_layout_new (&layout_case->input);
      DtlTimeScale other_scale = { .px_per_day = 7 };
      g_autoptr (DtlLayout) other = dtl_layout_new_scaled (any, other_scale);
      g_autoptr (GArray) offered = dtl_folds_find (layout_case->columns, layout_case->visible, NULL);
      g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (DtlFold));

      for (int width_px = 250; width_px < 2000; width_px += 350)
        {
          g_autoptr (GArray) chosen = dtl_folds_choose (any, width_px, BREAK_PX, NULL, offered);
          g_autoptr (GArray) again = dtl_folds_choose (other, width_px, BREAK_PX, NULL, offered);

          g_assert_cmpfloat (fit (any, layout_case, width_px, chosen), >=,
                             fit (any, layout_case, width_px, none) * 0.99);
          g_assert_cmpmem (chosen->data, chosen->len * sizeof (DtlFold), again->data, again->len * sizeof (DtlFold));
          n_chosen += chosen->len;
        }
    }
  g_assert_cmpuint (n_chosen, >, 10);
}

/* What a person folds stays folded, worth it or not; and what is chosen beside it leaves it alone. */
static void
test_by_hand (void)
{
  g_autoptr (LayoutCase) layout_case = layout_case_new (NULL, mixed, G_N_ELEMENTS (mixed));
  g_autoptr (DtlLayout) any = dtl_layout_new (&layout_case->input);
  g_autoptr (DtlFolding) folding = dtl_folding_new ();
  const DtlFold *folds;
  guint n_folds;
  int64_t seconds = dtl_civil_seconds_from_day (dtl_civil_day_number (2000, 2, 20));
  DtlFold small;

  g_assert_true (dtl_folds_find_at (layout_case->columns, layout_case->visible, seconds, &small));
  dtl_folding_fold (folding, &small);
  dtl_folding_set_automatic (folding, TRUE);
  dtl_folding_update (folding, layout_case->columns, layout_case->visible);
  dtl_folding_get (folding, &n_folds);
  g_assert_cmpuint (n_folds, ==, 3);
  dtl_folding_choose (folding, any, 400, BREAK_PX);
  folds = dtl_folding_get (folding, &n_folds);
  g_assert_cmpuint (n_folds, ==, 2);
  g_assert_cmpint (folds[0].from_seconds, ==, small.from_seconds);
  dtl_folding_choose (folding, any, 1600, BREAK_PX);
  dtl_folding_get (folding, &n_folds);
  g_assert_cmpuint (n_folds, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/fold-gain/table", test_table);
  g_test_add_func ("/layout/fold-gain/never-smaller", test_never_smaller);
  g_test_add_func ("/layout/fold-gain/by-hand", test_by_hand);
  return g_test_run ();
}
