/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way from one view to another, and the views that were looked at. */
#include "layout/dtl-view-history.h"
#include "layout/dtl-view-motion.h"

#include <math.h>

#define WIDTH_PX 1000

/* --- motion ----------------------------------------------------------------------------------------------------- */

static double
days_at (const DtlViewport *view, double x_px)
{
  return (view->offset_px + x_px) / view->scale.px_per_day;
}

static void
test_ease (void)
{
  static const struct
  {
    int64_t elapsed_us;
    double progress;
  } rows[] = { { -5, 0 }, { 0, 0 }, { 50000, 0.578125 }, { 100000, 0.875 }, { 200000, 1 }, { 900000, 1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpfloat_with_epsilon (dtl_view_motion_ease (rows[i].elapsed_us, 200000), rows[i].progress, 1e-12);
  g_assert_cmpfloat (dtl_view_motion_ease (0, 0), ==, 1);
}

/* Zooming at a place keeps the moment there all the way, from centuries to seconds. */
static void
test_zoom_keeps_place (void)
{
  static const struct
  {
    double px_per_day, offset_px, factor, x_px;
  } rows[] = {
    { 1, 19800, 1.25, 300 }, { 1, 19800, 1 / 1.25, 300 },     { 0.001, -300, 1000, 0 },
    { 0.001, 5, 4e8, 999 },  { 400000, 7.9e9, 1 / 4e8, 500 }, { 3.7, -900000, 1.0000001, 250 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DtlViewport from = { { rows[i].px_per_day, 0 }, rows[i].offset_px, WIDTH_PX };
      DtlViewport to = from;
      double before_px = 0;

      dtl_viewport_zoom_at (&to, rows[i].factor, rows[i].x_px);
      for (int percent = 0; percent <= 100; percent++)
        {
          DtlViewport view = { { 0, 0 }, 0, WIDTH_PX };
          double moved_px;

          dtl_view_motion_get (&from, &to, percent / 100.0, &view);
          moved_px = (days_at (&view, rows[i].x_px) - days_at (&from, rows[i].x_px)) * view.scale.px_per_day;
          g_assert_cmpfloat (fabs (moved_px), <, 0.01);
          g_assert_cmpint (view.width_px, ==, WIDTH_PX);
          if (percent > 0 && rows[i].factor > 1)
            g_assert_cmpfloat (view.scale.px_per_day, >, before_px);
          before_px = view.scale.px_per_day;
        }
      g_assert_cmpfloat (before_px, ==, to.scale.px_per_day);
    }
}

/* The ends are exact, and in the middle of a way the scale is that between the two by factors. */
static void
test_ends (void)
{
  DtlViewport from = { { 0.02, 7 }, 100, WIDTH_PX };
  DtlViewport to = { { 50, 7 }, 990000, 300 };
  DtlViewport view = from;

  dtl_view_motion_get (&from, &to, 0.5, &view);
  g_assert_cmpfloat_with_epsilon (view.scale.px_per_day, 1, 1e-12);
  g_assert_cmpint (view.scale.first_weekday, ==, 7);
  dtl_view_motion_get (&from, &to, 0, &view);
  g_assert_cmpfloat_with_epsilon (view.offset_px, from.offset_px, 1e-9);
  dtl_view_motion_get (&from, &to, 1, &view);
  g_assert_cmpfloat (view.offset_px, ==, to.offset_px);
  g_assert_cmpfloat (view.scale.px_per_day, ==, to.scale.px_per_day);
  g_assert_cmpint (view.width_px, ==, WIDTH_PX);
}

static void
test_pan (void)
{
  DtlViewport from = { { 2, 0 }, 1000, WIDTH_PX };
  DtlViewport to = { { 2, 0 }, 3000, WIDTH_PX };
  DtlViewport view = from;

  dtl_view_motion_get (&from, &to, 0.25, &view);
  g_assert_cmpfloat_with_epsilon (view.offset_px, 1500, 1e-9);
  dtl_view_motion_get (&view, &to, 0.5, &view);
  g_assert_cmpfloat_with_epsilon (view.offset_px, 2250, 1e-9);
}

/* --- folds ------------------------------------------------------------------------------------------------------ */

#define DAY INT64_C (86400)

static const DtlFold three_folds[] = { { 100 * DAY, 1100 * DAY },
                                       { 2000 * DAY, 2800 * DAY },
                                       { 4000 * DAY, 5000 * DAY } };

/* Zooming at a place keeps the moment there, with breaks on both sides of it. Since these do not grow, some other
 * moment may be at its place at both ends as well, and be held instead; that makes little difference. */
static void
test_zoom_with_folds (void)
{
  DtlViewport from = { { 0.4, 0 }, 0, WIDTH_PX };
  DtlViewport to, view;

  dtl_viewport_set_folds (&from, three_folds, 3, 28, 0);
  for (double x_px = 50; x_px < WIDTH_PX; x_px += 90)
    {
      int64_t seconds = dtl_viewport_seconds_at (&from, x_px);

      to = view = from;
      dtl_viewport_zoom_at (&to, 1.6, x_px);
      for (int percent = 0; percent <= 100; percent += 5)
        {
          dtl_view_motion_get (&from, &to, percent / 100.0, &view);
          g_assert_cmpfloat (fabs (dtl_viewport_x_at (&view, seconds) - x_px), <=, 4);
        }
      g_assert_true (dtl_time_scale_is_same (&view.scale, &to.scale));
    }
}

/* What only one end folds opens on the way; the others stay as they are. */
static void
test_unfolding (void)
{
  const DtlFold others[] = { three_folds[0], three_folds[2] };
  DtlViewport from = { { 0.4, 0 }, 0, WIDTH_PX };
  DtlViewport to, view;
  int64_t before_px = 0;

  dtl_viewport_set_folds (&from, three_folds, 3, 28, 0);
  to = view = from;
  dtl_viewport_set_folds (&to, others, 2, 28, 300);
  for (int percent = 0; percent <= 100; percent += 10)
    {
      int64_t width_px;

      dtl_view_motion_get (&from, &to, percent / 100.0, &view);
      width_px = dtl_time_scale_to_world_px (&view.scale, three_folds[1].to_seconds) -
                 dtl_time_scale_to_world_px (&view.scale, three_folds[1].from_seconds);
      g_assert_cmpint (width_px, >, before_px);
      before_px = width_px;
      g_assert_cmpuint (view.scale.n_folds, ==, percent < 100 ? 3 : 2);
      g_assert_cmpint (view.scale.folds[0].x1_px - view.scale.folds[0].x0_px, ==, 28);
    }
  g_assert_cmpint (before_px, ==, 320);
}

/* Between views whose folds do not go together, the way is that of the later one. */
static void
test_other_folds (void)
{
  const DtlFold other = { 500 * DAY, 2500 * DAY };
  DtlViewport from = { { 0.4, 0 }, 0, WIDTH_PX };
  DtlViewport to = { { 0.8, 0 }, 100, WIDTH_PX };
  DtlViewport view;

  dtl_viewport_set_folds (&from, three_folds, 3, 28, 0);
  dtl_viewport_set_folds (&to, &other, 1, 28, 0);
  view = from;
  dtl_view_motion_get (&from, &to, 0.5, &view);
  g_assert_cmpuint (view.scale.n_folds, ==, 1);
  g_assert_true (isfinite (view.offset_px));
}

/* --- history ---------------------------------------------------------------------------------------------------- */

/* What happens: a letter for each view; "+x" is moved to, "!x" jumped to, "_" a pause, "<" and ">" go back and
 * forward, "*" shows everything, "." the same everything in another width. After it: what is looked at, and what can be
 * gone back and forward to. */
static const struct
{
  const char *what;
  const char *script;
  const char *seen;
} stories[] = {
  { "nothing yet", "", "" },
  { "the first view", "!a", "[a]" },
  { "jumps are steps", "!a!b!c", "ab[c]" },
  { "what moves without a pause is one step", "!a+b+c+d", "a[d]" },
  { "a pause ends a step", "!a+b_+c+d_+e", "abd[e]" },
  { "the same view again is none", "!a!b!b+b", "a[b]" },
  { "back", "!a!b!c<", "a[b]c" },
  { "back and forward", "!a!b!c<<>", "a[b]c" },
  { "not beyond the ends", "!a!b<<<", "[a]b" },
  { "nor at the other", "!a!b<>>>", "a[b]" },
  { "going on forgets what came after", "!a!b!c<<!d", "a[d]" },
  { "moving on from a view that was gone back to leaves it", "!a+b<+c", "a[c]" },
  { "moving from a jump leaves it", "!a!b+c+d", "ab[d]" },
  { "a jump after moving without a pause", "!a+b!c", "ab[c]" },
  { "everything in another width is the same step", "*.+b<.", "[.]b" },
  { "what is moved over and over", "!a+b+c_+d+e_<<", "[a]ce" },
};

static DtlViewStep
step_of (char letter)
{
  DtlViewStep step = { { { 1, 0 }, letter * 100.0, WIDTH_PX }, 0, letter == '*' || letter == '.' };

  return step;
}

static void
run_story (DtlViewHistory *history, const char *script)
{
  int64_t now_us = 0;

  for (const char *at = script; *at != '\0'; at++)
    {
      DtlViewStep step = step_of (at[1]);

      now_us += 300000;
      if (*at == '_')
        now_us += 2000000;
      else if (*at == '<' || *at == '>')
        dtl_view_history_go (history, *at == '<' ? -1 : 1);
      else if (*at == '*' || *at == '.')
        {
          step = step_of (*at);
          dtl_view_history_visit (history, &step, now_us, TRUE);
        }
      else
        dtl_view_history_visit (history, &step, now_us, *at++ == '!');
    }
}

/* Goes all the way back and then through all, and marks where it stood. */
static char *
tell_story (DtlViewHistory *history)
{
  GString *seen = g_string_new (NULL);
  int before = 0;
  const DtlViewStep *step;

  while (dtl_view_history_go (history, -1) != NULL)
    before++;
  for (int i = 0;; i++)
    {
      step = dtl_view_history_go (history, 0);
      if (step == NULL)
        break;
      g_string_append_printf (seen, i == before ? "[%c]" : "%c", (char) (step->view.offset_px / 100));
      if (dtl_view_history_go (history, 1) == NULL)
        break;
    }
  return g_string_free (seen, FALSE);
}

static void
test_history (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      g_autoptr (DtlViewHistory) history = dtl_view_history_new ();
      g_autofree char *seen = NULL;

      g_test_message ("%s: %s", stories[i].what, stories[i].script);
      run_story (history, stories[i].script);
      seen = tell_story (history);
      g_assert_cmpstr (seen, ==, stories[i].seen);
    }
}

/* Whether there is something is told without going, and only so much is kept. */
static void
test_history_ends (void)
{
  g_autoptr (DtlViewHistory) history = dtl_view_history_new ();
  DtlViewStep step = step_of ('a');
  int n = 0;

  g_assert_false (dtl_view_history_can_go (history, -1));
  g_assert_false (dtl_view_history_can_go (history, 1));
  for (int i = 0; i < 250; i++)
    {
      step.view.offset_px = i * 10;
      g_assert_true (dtl_view_history_visit (history, &step, i, TRUE));
      step.scroll_px = 7;
      g_assert_false (dtl_view_history_visit (history, &step, i, TRUE));
    }
  while (dtl_view_history_can_go (history, -1))
    {
      g_assert_cmpfloat (dtl_view_history_go (history, -1)->scroll_px, ==, 7);
      n++;
    }
  g_assert_cmpint (n, ==, 99);
  g_assert_true (dtl_view_history_can_go (history, 1));
  dtl_view_history_clear (history);
  g_assert_false (dtl_view_history_can_go (history, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/view-motion/ease", test_ease);
  g_test_add_func ("/layout/view-motion/zoom-keeps-place", test_zoom_keeps_place);
  g_test_add_func ("/layout/view-motion/ends", test_ends);
  g_test_add_func ("/layout/view-motion/pan", test_pan);
  g_test_add_func ("/layout/view-motion/zoom-with-folds", test_zoom_with_folds);
  g_test_add_func ("/layout/view-motion/unfolding", test_unfolding);
  g_test_add_func ("/layout/view-motion/other-folds", test_other_folds);
  g_test_add_func ("/layout/view-history/stories", test_history);
  g_test_add_func ("/layout/view-history/ends", test_history_ends);
  return g_test_run ();
}
