/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole layouts of a small story as golden texts, at several zooms and groupings. */
#include "story.h"

#include "layout/dtl-folds.h"

#define WORLD_PX (INT64_C (1) << 61)

typedef struct
{
  const char *golden;
  double px_per_day;
  DtlGrouping grouping;
} Picture;

static const Picture pictures[] = {
  { "story-years.txt", 0.3, DTL_GROUP_ACTOR },   { "story-months.txt", 3, DTL_GROUP_ACTOR },
  { "story-days.txt", 60, DTL_GROUP_ACTOR },     { "story-decades.txt", 0.02, DTL_GROUP_ACTOR },
  { "story-kinds.txt", 0.3, DTL_GROUP_KIND },    { "story-sources.txt", 0.3, DTL_GROUP_SOURCE },
  { "story-together.txt", 0.3, DTL_GROUP_NONE },
};

static void
test_picture (gconstpointer data)
{
  const Picture *picture = data;
  g_autoptr (LayoutCase) story = story_new ();
  g_autoptr (DtlLayout) layout = NULL;
  g_autofree char *dump = NULL;

  story->input.scale.px_per_day = picture->px_per_day;
  story->input.grouping = picture->grouping;
  layout = dtl_layout_new (&story->input);
  dump = dtl_layout_dump (layout, -WORLD_PX, WORLD_PX);
  layout_case_assert_golden (picture->golden, dump);
}

/* Labels of one line, within the picture. */
static void
test_inline (void)
{
  g_autoptr (LayoutCase) story = story_new ();
  g_autoptr (DtlLayout) layout = NULL;
  g_autofree char *dump = NULL;

  story->input.scale.px_per_day = 0.3;
  story->input.metrics.inline_dates = TRUE;
  story->input.metrics.row_gap_px = 4;
  story->input.label_x0_px = layout_case_px (story, "2016");
  story->input.label_x1_px = layout_case_px (story, "2025");
  layout = dtl_layout_new (&story->input);
  dump = dtl_layout_dump (layout, -WORLD_PX, WORLD_PX);
  layout_case_assert_golden ("story-inline.txt", dump);
}

/* What is empty is folded: the bar goes through, labels run over breaks, and what follows moves to the left. */
static void
test_folded (void)
{
  g_autoptr (LayoutCase) story = story_new ();
  g_autoptr (GArray) folds = dtl_folds_find (story->columns, story->visible, NULL);
  g_autoptr (DtlLayout) layout = NULL;
  g_autofree char *dump = NULL;

  story->input.scale.px_per_day = 0.3;
  dtl_time_scale_set_folds (&story->input.scale, (const DtlFold *) (void *) folds->data, folds->len, 28);
  layout = dtl_layout_new (&story->input);
  dump = dtl_layout_dump (layout, -WORLD_PX, WORLD_PX);
  layout_case_assert_golden ("story-folded.txt", dump);
}

static void
test_crowd (void)
{
  enum
  {
    N_EVENTS = 40
  };
  CaseEvent events[N_EVENTS] = { { 0 } };
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (LayoutCase) crowd = NULL;
  g_autoptr (DtlLayout) layout = NULL;
  g_autofree char *dump = NULL;

  for (int i = 0; i < N_EVENTS; i++)
    {
      g_ptr_array_add (strings, g_strdup_printf ("Statement %d", i + 1));
      g_ptr_array_add (strings, g_strdup_printf ("occurred 2024-06-%02d", 20 + i / 10));
      events[i].title = g_ptr_array_index (strings, 2 * i);
      events[i].claims = g_ptr_array_index (strings, 2 * i + 1);
      events[i].importance = i % 7 * 100;
    }
  crowd = layout_case_new (NULL, events, N_EVENTS);
  crowd->input.scale.px_per_day = 4;
  layout = dtl_layout_new (&crowd->input);
  dump = dtl_layout_dump (layout, -WORLD_PX, WORLD_PX);
  layout_case_assert_golden ("crowd.txt", dump);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autofree char *path = g_strdup_printf ("/layout/layout/%s", pictures[i].golden);

      g_test_add_data_func (path, &pictures[i], test_picture);
    }
  g_test_add_func ("/layout/layout/inline", test_inline);
  g_test_add_func ("/layout/layout/folded", test_folded);
  g_test_add_func ("/layout/layout/crowd", test_crowd);
  return g_test_run ();
}
