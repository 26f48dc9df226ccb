/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a lane answers from its pyramid and its rows for long bars, against what looking at every entry gives. */
#include "layout/dtl-lanes-private.h"

#define N_BAR_ROWS 5

/** Lane: of events made by dice. */
typedef struct
{
  DtlColumns columns;
  DtlSpans spans;
  DtlRowOrder order;
  uint32_t *rows;
  DtlLaneRows *lane;
} Lane;

/* @crowd_seconds: how far apart starts are at most; @n_importances: how many different ones there are */
static Lane *
lane_new (guint32 seed, uint32_t n, int crowd_seconds, int n_importances, gboolean is_hashed)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (seed);
  Lane *self = g_new0 (Lane, 1);
  int64_t from = -1000;

  self->columns.importance = g_new (uint16_t, n);
  self->columns.id = g_new (DtlId, n);
  self->spans.from = g_new (int64_t, n);
  self->spans.to = g_new (int64_t, n);
  self->spans.has_stub = g_new0 (uint8_t, n);
  self->rows = g_new (uint32_t, n);
  for (uint32_t i = 0; i < n; i++)
    {
      from += g_rand_int_range (dice, 0, crowd_seconds);
      self->columns.importance[i] = (uint16_t) g_rand_int_range (dice, 0, n_importances);
      self->columns.id[i] = i + 1;
      self->spans.from[i] = from;
      self->spans.to[i] = from + (1 << g_rand_int_range (dice, 0, 14)) + g_rand_int_range (dice, 0, 9);
      self->rows[i] = i;
    }
  self->order = (DtlRowOrder){ &self->columns, is_hashed };
  self->lane = dtl_lane_rows_new (self->rows, n, FALSE, &self->order, &self->spans);
  return self;
}

static void
lane_free (Lane *self)
{
  dtl_lane_rows_free (self->lane);
  g_free (self->rows);
  g_free (self->columns.importance);
  g_free (self->columns.id);
  dtl_spans_clear (&self->spans);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Lane, lane_free)

static const struct
{
  uint32_t n;
  int crowd_seconds;
  int n_importances;
  gboolean is_hashed;
} lanes[] = {
  { 1, 10, 1, FALSE },     { 15, 10, 3, FALSE },  { 300, 1, 1, FALSE }, { 300, 50, 4, TRUE },
  { 5000, 2, 900, FALSE }, { 5000, 90, 2, TRUE }, { 5000, 9, 1, TRUE }, { 5000, 3000, 3, FALSE },
};

/* --- the most important ----------------------------------------------------------------------------------------- */

static int
compare_entries (const void *a, const void *b, void *user_data)
{
  const Lane *self = user_data;
  uint32_t first = *(const uint32_t *) a;
  uint32_t second = *(const uint32_t *) b;
  uint64_t first_priority = dtl_row_order_get_priority (&self->order, first);
  uint64_t second_priority = dtl_row_order_get_priority (&self->order, second);

  if (first_priority != second_priority)
    return first_priority > second_priority ? -1 : 1;
  return (first > second) - (first < second);
}

static void
check_choice (Lane *self, uint32_t first, uint32_t end, guint n)
{
  g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (uint32_t));
  uint32_t chosen[DTL_LANE_MAX_CHOSEN];
  guint n_chosen = dtl_lane_rows_choose (self->lane, &self->order, first, end, n, chosen);

  for (uint32_t entry = first; entry < end; entry++)
    g_array_append_val (expected, entry);
  g_array_sort_with_data (expected, compare_entries, self);
  g_assert_cmpuint (n_chosen, ==, MIN (expected->len, n));
  for (guint i = 0; i < n_chosen; i++)
    g_assert_cmpuint (chosen[i], ==, g_array_index (expected, uint32_t, i));
}

static void
test_choose (void)
{
  static const guint numbers[] = { 1, 4, DTL_LANE_MAX_CHOSEN };
  g_autoptr (GRand) dice = g_rand_new_with_seed (7);

  for (gsize i = 0; i < G_N_ELEMENTS (lanes); i++)
    {
      g_autoptr (Lane) lane =
          lane_new ((guint32) i, lanes[i].n, lanes[i].crowd_seconds, lanes[i].n_importances, lanes[i].is_hashed);

      for (gsize j = 0; j < G_N_ELEMENTS (numbers); j++)
        {
          uint32_t first = (uint32_t) g_rand_int_range (dice, 0, (gint32) lanes[i].n);

          check_choice (lane, 0, lanes[i].n, numbers[j]);
          check_choice (lane, first, lanes[i].n, numbers[j]);
          check_choice (lane, 0, first, numbers[j]);
        }
    }
}

/* --- by pixel --------------------------------------------------------------------------------------------------- */

static void
check_pixel (const Lane *self, const DtlTimeScale *scale, uint32_t first, int64_t world_px)
{
  uint32_t expected = first;

  while (expected < self->lane->n_rows && dtl_time_scale_to_world_px (scale, self->spans.from[expected]) < world_px)
    expected++;
  g_assert_cmpuint (dtl_lane_rows_find_px (self->lane, &self->spans, scale, first, world_px), ==, expected);
}

static void
test_find_px (void)
{
  static const double scales[] = { 1, 300, 86400 };
  g_autoptr (GRand) dice = g_rand_new_with_seed (11);

  for (gsize i = 0; i < G_N_ELEMENTS (lanes) * G_N_ELEMENTS (scales); i++)
    {
      gsize at = i / G_N_ELEMENTS (scales);
      DtlTimeScale scale = { .px_per_day = scales[i % G_N_ELEMENTS (scales)] };
      g_autoptr (Lane) lane = lane_new ((guint32) at, lanes[at].n, lanes[at].crowd_seconds, 3, FALSE);
      int64_t last_px = dtl_time_scale_to_world_px (&scale, lane->spans.from[lanes[at].n - 1]);

      for (int j = 0; j < 100; j++)
        check_pixel (lane, &scale, (uint32_t) g_rand_int_range (dice, 0, (gint32) lanes[at].n + 1),
                     (int64_t) (g_rand_double (dice) * (double) (last_px + 4)) - 2);
    }
}

/* --- long bars -------------------------------------------------------------------------------------------------- */

/* The lowest row in which the bar keeps its distance from all that were there before it. */
static uint8_t
find_row (const Lane *self, const GArray *taken, uint32_t entry, int64_t distance)
{
  gboolean is_taken[N_BAR_ROWS] = { FALSE };

  for (guint i = 0; i < taken->len; i++)
    {
      uint32_t other = g_array_index (taken, uint32_t, i);

      if (self->spans.from[entry] - distance <= self->spans.to[other] &&
          self->spans.to[entry] + distance >= self->spans.from[other])
        is_taken[dtl_lane_bars_get_row (self->lane, other)] = TRUE;
    }
  for (uint8_t row = 0; row < N_BAR_ROWS; row++)
    if (!is_taken[row])
      return row;
  return DTL_NO_BAR_ROW;
}

static void
check_class (const Lane *self, GArray *taken, int length_class, uint8_t *top)
{
  for (uint32_t entry = 0; entry < self->lane->n_rows; entry++)
    {
      uint8_t row;

      if (dtl_length_class (dtl_spans_length (&self->spans, entry)) != length_class)
        continue;
      row = find_row (self, taken, entry, (INT64_C (2) << length_class) - 1);
      g_assert_cmpuint (dtl_lane_bars_get_row (self->lane, entry), ==, row);
      if (row == DTL_NO_BAR_ROW)
        continue;
      *top = MAX (*top, row + 1);
      g_array_append_val (taken, entry);
    }
  g_assert_cmpuint (dtl_lane_bars_get_top (self->lane, length_class), ==, *top);
}

/* What is asked for by row and class is each of these, by start. */
static guint
count_entries (const Lane *self, int length_class)
{
  guint n_found = 0;

  for (uint8_t row = 0; row < N_BAR_ROWS; row++)
    {
      guint n;
      const uint32_t *entries = dtl_lane_bars_get_entries (self->lane, row, length_class, &n);

      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpuint (dtl_lane_bars_get_row (self->lane, entries[i]), ==, row);
          g_assert_true (i == 0 || entries[i - 1] < entries[i]);
        }
      n_found += n;
    }
  return n_found;
}

/* Whether a class is settled at once or was begun beforehand, in steps of any size. */
static void
test_bars (void)
{
  static const uint32_t steps[] = { 0, 1, 7, 1000 };

  for (gsize i = 0; i < G_N_ELEMENTS (lanes) * G_N_ELEMENTS (steps); i++)
    {
      gsize at = i / G_N_ELEMENTS (steps);
      uint32_t step = steps[i % G_N_ELEMENTS (steps)];
      g_autoptr (Lane) lane =
          lane_new ((guint32) at, lanes[at].n, lanes[at].crowd_seconds, lanes[at].n_importances, lanes[at].is_hashed);
      g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (uint32_t));
      uint8_t top = 0;
      guint n_found = 0;

      for (int length_class = 16; length_class >= 5; length_class--)
        {
          dtl_lane_bars_ensure (lane->lane, &lane->spans, N_BAR_ROWS, length_class);
          check_class (lane, taken, length_class, &top);
          n_found += count_entries (lane, length_class);
          g_assert_cmpuint (n_found, ==, taken->len);
          for (int zoom = 0; zoom < 3; zoom++)
            dtl_lane_bars_go_ahead (lane->lane, &lane->spans, length_class - 1, step);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/lane-index/choose", test_choose);
  g_test_add_func ("/layout/lane-index/find-px", test_find_px);
  g_test_add_func ("/layout/lane-index/bars", test_bars);
  return g_test_run ();
}
