/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Eras: in no lane, named in as many rows as they overlap, fading where their ends are not certain. */
#include "layout/dtl-eras.h"
#include "story.h"

#define ERA     DTL_EVENT_KIND_FIRST_OWN
#define N_PLAIN 14 /* events of the story */

/** EraCase: @strip, and which of the ends are certain; those are where @from and @to say. */
typedef struct
{
  const char *title;
  const char *claims;
  int strip;
  const char *from; /* (nullable): of an open end */
  const char *to;   /* the day behind it */
  gboolean fades_at_start;
  gboolean fades_at_end;
} EraCase;

static const EraCase cases[] = {
  { "Long years", "occurred 2009-01-20/2018-01-20", 0, "2009-01-20", "2018-01-21", FALSE, FALSE },
  { "Trade war", "began 2016; ended 2019-05-03", 1, "2016-01-01", "2019-05-04", TRUE, FALSE },
  { "Year of the ban", "occurred 2017", 2, "2017-01-01", "2018-01-01", FALSE, FALSE },
  { "About the same time", "occurred 2017-02~/2017-11~", DTL_ERA_NO_STRIP, "2017-02-01", "2017-12-01", TRUE, TRUE },
  { "Since then", "occurred 2020/..", 0, "2020-01-01", NULL, TRUE, FALSE },
};

static LayoutCase *
era_case_new (void)
{
  g_autofree CaseEvent *events = g_new0 (CaseEvent, N_PLAIN + G_N_ELEMENTS (cases));
  LayoutCase *self;

  memcpy (events, story_events, sizeof story_events);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    events[N_PLAIN + i] = (CaseEvent){
      .title = cases[i].title, .claims = cases[i].claims, .actors = "Maker", .kind = ERA, .status = DTL_STATUS_DONE
    };
  self = layout_case_new (story_actors, events, N_PLAIN + G_N_ELEMENTS (cases));
  self->columns->era_kind = ERA;
  return self;
}

static const DtlPlacedEra *
find_era (const GArray *eras, const char *title)
{
  for (guint i = 0; i < eras->len; i++)
    if (g_strcmp0 (g_array_index (eras, DtlPlacedEra, i).title, title) == 0)
      return &g_array_index (eras, DtlPlacedEra, i);
  return NULL;
}

static void
test_bands (void)
{
  g_autoptr (LayoutCase) self = era_case_new ();
  g_autoptr (DtlLayout) layout = NULL;
  g_autoptr (GArray) eras = NULL;

  self->input.scale.px_per_day = 2;
  layout = dtl_layout_new (&self->input);
  g_assert_cmpint (dtl_layout_get_era_strips (layout), ==, 3);
  eras = dtl_layout_get_eras (layout, layout_case_px (self, "2000"), layout_case_px (self, "2030"));
  g_assert_cmpuint (eras->len, ==, G_N_ELEMENTS (cases));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const DtlPlacedEra *era = find_era (eras, cases[i].title);

      g_test_message ("%s", cases[i].title);
      g_assert_nonnull (era);
      g_assert_cmpint (era->strip, ==, cases[i].strip);
      g_assert_cmpint (era->x0_px, ==, layout_case_px (self, cases[i].from));
      if (cases[i].to != NULL)
        g_assert_cmpint (era->x1_px, ==, layout_case_px (self, cases[i].to));
      else
        g_assert_cmpint (era->x1_px, >, layout_case_px (self, "9999"));
      g_assert_cmpint (era->solid_x0_px > era->x0_px, ==, cases[i].fades_at_start);
      g_assert_cmpint (era->solid_x1_px < era->x1_px, ==, cases[i].fades_at_end);
      g_assert_cmpint (era->solid_x0_px, <=, era->solid_x1_px);
    }
}

/* Only what touches the span, and only what shows. */
static void
test_which (void)
{
  g_autoptr (LayoutCase) self = era_case_new ();
  g_autoptr (DtlLayout) layout = dtl_layout_new (&self->input);
  g_autoptr (GArray) early = dtl_layout_get_eras (layout, layout_case_px (self, "2010"), layout_case_px (self, "2011"));
  g_autoptr (GArray) late = dtl_layout_get_eras (layout, layout_case_px (self, "2050"), layout_case_px (self, "2051"));
  g_autoptr (DtlLayout) filtered = NULL;
  g_autoptr (GArray) few = NULL;

  g_assert_cmpuint (early->len, ==, 1);
  g_assert_cmpuint (late->len, ==, 1);
  for (DtlId id = N_PLAIN + 1; id <= N_PLAIN + 3; id++)
    dtl_bitset_set (self->visible, story_row (self, id), FALSE);
  filtered = dtl_layout_new_filtered (layout, &self->input);
  few = dtl_layout_get_eras (filtered, layout_case_px (self, "2000"), layout_case_px (self, "2030"));
  g_assert_cmpuint (few->len, ==, 2);
  g_assert_cmpint (dtl_layout_get_era_strips (filtered), ==, 1);
}

/* No item stands for an era, and lanes are as high as without them. */
static void
test_no_lane (void)
{
  g_autoptr (LayoutCase) self = era_case_new ();
  g_autoptr (LayoutCase) without = story_new ();
  g_autoptr (DtlLayout) layout = dtl_layout_new (&self->input);
  g_autoptr (DtlLayout) layout_without = dtl_layout_new (&without->input);
  int64_t x0_px = layout_case_px (self, "2000"), x1_px = layout_case_px (self, "2030");
  g_autofree char *text = dtl_layout_dump (layout, x0_px, x1_px);

  g_assert_null (dtl_layout_find_row (layout, story_row (self, N_PLAIN + 1)));
  g_assert_null (strstr (text, "Long years"));
  g_assert_cmpint (dtl_layout_get_height_px (layout), ==, dtl_layout_get_height_px (layout_without));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/eras/bands", test_bands);
  g_test_add_func ("/layout/eras/which", test_which);
  g_test_add_func ("/layout/eras/no-lane", test_no_lane);
  return g_test_run ();
}
