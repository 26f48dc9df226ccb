/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The axis: every level as a golden text, and what holds at every zoom. */
#include "layout-case.h"

#include <math.h>

#include "date/dtl-edtf.h"
#include "layout/dtl-ticks.h"

static int64_t
px_of (const DtlTimeScale *scale, const char *edtf)
{
  g_autoptr (DtlEdtf) value = dtl_edtf_parse (edtf, NULL);

  return dtl_time_scale_to_world_px (scale, dtl_edtf_get_bounds (value)->start_earliest);
}

/* A level a row, each 400 px wide from a date on, with pixels counted from there. */
static const struct
{
  const char *what;
  double px_per_day;
  const char *from;
} levels[] = {
  { "seconds", 2000000, "2024-06-20T23:59:55" },
  { "five seconds", 1300000, "2024-06-20T23:59:40" },
  { "fifteen seconds", 450000, "2024-06-20T23:59:10" },
  { "half minutes", 250000, "2024-06-20T23:58:40" },
  { "minutes", 70000, "2024-06-20T23:57:00" },
  { "five minutes", 15000, "2024-06-20T23:41:00" },
  { "quarters of an hour", 5000, "2024-06-20T22:40:00" },
  { "half hours", 2500, "2024-06-20T21:40:00" },
  { "hours", 1500, "2024-06-20" },
  { "three hours", 450, "2024-06-20" },
  { "six hours", 220, "2024-06-19" },
  { "half days", 100, "2024-06-18" },
  { "days", 30, "2024-06-25" },
  { "weeks", 5, "2024-06-20" },
  { "months", 1.4, "2023-09-15" },
  { "quarters", 0.5, "2022-11-20" },
  { "half years", 0.2, "2020-03-01" },
  { "years", 0.12, "2011-03-01" },
  { "five years", 0.03, "1991-03-01" },
  { "decades", 0.012, "1940" },
  { "half centuries", 0.003, "1711" },
  { "centuries", 0.0012, "1403" },
  { "half millennia", 0.0004, "1703" },
  { "millennia", 0.0003, "0703" },
  { "years before the common era", 0.12, "-0004-03-01" },
  { "decades before the common era", 0.012, "-0049-03-01" },
  { "millennia before the common era", 0.0003, "-3400" },
  { "months of a far year", 1.4, "Y12024" },
  { "days of a far year", 30, "Y12024" },
};

static void
dump_level (GString *out, gsize i, DtlTextMeasure *measure)
{
  DtlTimeScale scale = { levels[i].px_per_day };
  int64_t x0_px = px_of (&scale, levels[i].from);
  g_autoptr (GArray) ticks = dtl_ticks_compute (&scale, x0_px, x0_px + 400, measure);

  g_string_append_printf (out, "%s: %g px a day from %s\n", levels[i].what, levels[i].px_per_day, levels[i].from);
  for (guint j = 0; j < ticks->len; j++)
    {
      const DtlTick *tick = &g_array_index (ticks, DtlTick, j);

      g_string_append_printf (out, "  %s %" G_GINT64_FORMAT " \"%s\" at %" G_GINT64_FORMAT "\n",
                              tick->is_major ? "major" : "minor", tick->x_px - x0_px, tick->label,
                              tick->label_x_px - x0_px);
    }
}

static void
test_levels (void)
{
  g_autofree DtlTextMeasure *measure = dtl_text_measure_new_fixed (7, 16);
  g_autoptr (GString) out = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    dump_level (out, i, measure);
  layout_case_assert_golden ("ticks.txt", out->str);
}

static void
check_row (GArray *ticks, gboolean is_major, int64_t x0_px, int64_t x1_px, DtlTextMeasure *measure)
{
  int64_t before_px = INT64_MIN;
  int64_t label_end_px = INT64_MIN;
  guint n_ticks = 0;

  for (guint i = 0; i < ticks->len; i++)
    {
      const DtlTick *tick = &g_array_index (ticks, DtlTick, i);

      if (tick->is_major != is_major)
        continue;
      g_assert_cmpint (tick->x_px, >, before_px);
      before_px = tick->x_px;
      if (n_ticks++ == 0)
        g_assert_cmpint (tick->x_px, <=, x0_px);
      else
        g_assert_cmpint (tick->x_px, >=, x0_px);
      g_assert_cmpint (tick->x_px, <=, x1_px);
      if (tick->label[0] == '\0')
        continue;
      g_assert_cmpint (tick->label_x_px, >, label_end_px);
      label_end_px = tick->label_x_px + measure->width_px (measure, DTL_TEXT_TICK, tick->label);
    }
  g_assert_cmpuint (n_ticks, >=, 1);
}

/* Both rows cover the span from its left edge on, and labels follow each other, at any zoom and place. */
static void
test_any (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autofree DtlTextMeasure *measure = dtl_text_measure_new_fixed (7, 16);

  for (int i = 0; i < 3000; i++)
    {
      DtlTimeScale scale = { DTL_SCALE_MIN_PX_PER_DAY };
      int64_t x0_px;
      g_autoptr (GArray) ticks = NULL;

      for (int doublings = g_rand_int_range (rand, 0, 33); doublings > 0; doublings--)
        scale.px_per_day = MIN (scale.px_per_day * g_rand_double_range (rand, 1.5, 2.5), DTL_SCALE_MAX_PX_PER_DAY);
      x0_px = (int64_t) (g_rand_double_range (rand, -1500000, 200000) * scale.px_per_day);
      ticks = dtl_ticks_compute (&scale, x0_px, x0_px + 900, measure);
      check_row (ticks, TRUE, x0_px, x0_px + 900, measure);
      check_row (ticks, FALSE, x0_px, x0_px + 900, measure);
      g_assert_cmpuint (ticks->len, <, 200);
    }
}

/* Panning moves no tick and changes no level and no label's words, as long as it does not go into years before the
 * common era. */
static void
test_pan (void)
{
  g_autofree DtlTextMeasure *measure = dtl_text_measure_new_fixed (7, 16);

  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      DtlTimeScale scale = { levels[i].px_per_day };
      int64_t x0_px = px_of (&scale, levels[i].from);
      g_autoptr (GArray) whole = dtl_ticks_compute (&scale, x0_px - 500, x0_px + 1500, measure);

      if (x0_px - 500 < px_of (&scale, "0001"))
        continue;

      for (int64_t dx_px = 0; dx_px < 500; dx_px += 7)
        {
          g_autoptr (GArray) part = dtl_ticks_compute (&scale, x0_px + dx_px, x0_px + dx_px + 400, measure);
          guint at = 0;

          for (guint j = 0; j < part->len; j++)
            {
              const DtlTick *tick = &g_array_index (part, DtlTick, j);
              const DtlTick *same;

              while (at < whole->len && (g_array_index (whole, DtlTick, at).x_px < tick->x_px ||
                                         g_array_index (whole, DtlTick, at).is_major != tick->is_major))
                at++;
              if (at == whole->len)
                {
                  g_assert_cmpint (tick->x_px, <, x0_px - 500); /* a major one left of both */
                  at = 0;
                  continue;
                }
              same = &g_array_index (whole, DtlTick, at);
              at = 0;
              g_assert_cmpint (same->x_px, ==, tick->x_px);
              g_assert_cmpstr (same->label, ==, tick->label);
            }
        }
    }
}

/* A major label stays at the left edge while its step is in view, until the next tick pushes it out. */
static void
test_sliding (void)
{
  g_autofree DtlTextMeasure *measure = dtl_text_measure_new_fixed (7, 16);
  DtlTimeScale scale = { 1.4 };
  int64_t year_px = px_of (&scale, "2024");
  static const struct
  {
    int into_year_px;
    int label_px; /* from the view's left edge */
  } rows[] = { { 0, 4 }, { 100, 4 }, { 400, 4 }, { 474, 4 }, { 480, -1 }, { 500, -21 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int64_t x0_px = year_px + rows[i].into_year_px;
      g_autoptr (GArray) ticks = dtl_ticks_compute (&scale, x0_px, x0_px + 100, measure);
      const DtlTick *tick = &g_array_index (ticks, DtlTick, 0);

      while (!g_str_equal (tick->label, "2024"))
        tick++;
      g_assert_true (tick->is_major);
      g_assert_cmpint (tick->label_x_px - x0_px, ==, rows[i].label_px);
    }
}

/* No end of time makes it run on. */
static void
test_ends_of_time (void)
{
  g_autofree DtlTextMeasure *measure = dtl_text_measure_new_fixed (7, 16);
  static const int64_t offsets[] = { -(INT64_C (1) << 60), -(INT64_C (1) << 52), INT64_C (1) << 52,
                                     INT64_C (1) << 60,    INT64_MAX - 100,      INT64_MIN };

  for (gsize i = 0; i < G_N_ELEMENTS (offsets); i++)
    for (double px_per_day = DTL_SCALE_MIN_PX_PER_DAY; px_per_day < DTL_SCALE_MAX_PX_PER_DAY; px_per_day *= 7)
      {
        DtlTimeScale scale = { px_per_day };
        g_autoptr (GArray) ticks = dtl_ticks_compute (&scale, offsets[i], INT64_MAX, measure);

        g_assert_cmpuint (ticks->len, <, 40000);
      }
}

/* The days on which weeks begin, 400 px from 20 June 2024, a Thursday, on. */
static void
test_first_weekday (void)
{
  static const struct
  {
    int first_weekday;
    const char *day;
  } weeks[] = { { 0, "24" }, { 1, "24" }, { 6, "22" }, { 7, "23" } };
  g_autofree DtlTextMeasure *measure = dtl_text_measure_new_fixed (7, 16);

  for (gsize i = 0; i < G_N_ELEMENTS (weeks); i++)
    {
      DtlTimeScale scale = { 5, weeks[i].first_weekday };
      int64_t x0_px = px_of (&scale, "2024-06-20");
      g_autoptr (GArray) ticks = dtl_ticks_compute (&scale, x0_px, x0_px + 400, measure);
      const DtlTick *first = NULL;

      for (guint j = 0; first == NULL && j < ticks->len; j++)
        if (g_array_index (ticks, DtlTick, j).x_px > x0_px && !g_array_index (ticks, DtlTick, j).is_major)
          first = &g_array_index (ticks, DtlTick, j);
      g_assert_nonnull (first);
      g_assert_cmpstr (first->label, ==, weeks[i].day);
    }
}

/* No tick is in a break, no label reaches into one, and the upper row names what is right of it. */
static void
test_breaks (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (13);
  g_autofree DtlTextMeasure *measure = dtl_text_measure_new_fixed (7, 16);

  for (int i = 0; i < 2000; i++)
    {
      int64_t from = (int64_t) g_rand_double_range (rand, -800000, 20000) * DTL_SECONDS_PER_DAY;
      int64_t length = (int64_t) (exp (g_rand_double_range (rand, 0, 11)) * DTL_SECONDS_PER_DAY);
      DtlFold fold = { from, from + length };
      DtlTimeScale scale = { exp (g_rand_double_range (rand, log (0.0004), log (2000))) };
      g_autoptr (GArray) ticks = NULL;
      gboolean has_continued = FALSE;
      int64_t x0_px;

      dtl_time_scale_set_folds (&scale, &fold, 1, 28);
      x0_px = scale.folds[0].x0_px - g_rand_int_range (rand, -20, 500);
      ticks = dtl_ticks_compute (&scale, x0_px, x0_px + 900, measure);
      for (guint j = 0; j < ticks->len; j++)
        {
          const DtlTick *tick = &g_array_index (ticks, DtlTick, j);
          int64_t end_px = tick->label_x_px + measure->width_px (measure, DTL_TEXT_TICK, tick->label);
          const DtlScaleFold *after = dtl_time_scale_next_break (&scale, tick->x_px);

          g_assert_true (after == NULL || tick->x_px < after->x0_px || tick->x_px >= after->x1_px);
          g_assert_true (*tick->label == '\0' || after == NULL || tick->x_px < x0_px || end_px < after->x0_px);
          if (!tick->is_continued)
            continue;
          g_assert_true (tick->is_major);
          g_assert_cmpint (tick->x_px, ==, scale.folds[0].x1_px);
          has_continued = TRUE;
        }
      if (dtl_time_scale_next_break (&scale, INT64_MIN) == NULL || scale.folds[0].x1_px < x0_px)
        continue;
      for (guint j = 0; j < ticks->len; j++)
        has_continued |= g_array_index (ticks, DtlTick, j).is_major &&
                         g_array_index (ticks, DtlTick, j).x_px == scale.folds[0].x1_px;
      g_assert_true (has_continued);
    }
}

/* The upper row's letters are wider than those of the lower one. */
static int
wide_width_px (DtlTextMeasure *measure, DtlTextStyle style, const char *text)
{
  return (int) g_utf8_strlen (text, -1) * (style == DTL_TEXT_TICK_TOP ? 11 : 7);
}

static void
test_upper_row (void)
{
  static const struct
  {
    double px_per_day;
    const char *wanted;
  } rows[] = { { 0.003, "1900–1999" }, { 0.0025, "1000–1999" }, { 0.0003, "1000–1999" }, { 0.00022, "1–9999" } };
  DtlTextMeasure measure = { .width_px = wide_width_px };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DtlTimeScale scale = { rows[i].px_per_day };
      int64_t x0_px = px_of (&scale, "1950");
      g_autoptr (GArray) ticks = dtl_ticks_compute (&scale, x0_px, x0_px + 400, &measure);

      g_assert_true (g_array_index (ticks, DtlTick, 0).is_major);
      g_assert_cmpstr (g_array_index (ticks, DtlTick, 0).label, ==, rows[i].wanted);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/ticks/levels", test_levels);
  g_test_add_func ("/layout/ticks/any", test_any);
  g_test_add_func ("/layout/ticks/breaks", test_breaks);
  g_test_add_func ("/layout/ticks/first-weekday", test_first_weekday);
  g_test_add_func ("/layout/ticks/pan", test_pan);
  g_test_add_func ("/layout/ticks/sliding", test_sliding);
  g_test_add_func ("/layout/ticks/ends-of-time", test_ends_of_time);
  g_test_add_func ("/layout/ticks/upper-row", test_upper_row);
  return g_test_run ();
}
