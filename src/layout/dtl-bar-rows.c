/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows for long bars, the same at every zoom. A bar that crosses the border between two chunks of a lane must stand in
 * the same row in both, and neither chunk may have to look at the other to know it: so its row is settled for the whole
 * lane beforehand.
 *
 * Spans are taken by length, in classes of powers of two, the longest first, and each gets the lowest row in which it
 * keeps away from the others by at least its own length. Whatever the zoom, the bars that are long there have found
 * their rows without a shorter one in their way, and since each of them is longer than a mark, a stub and a gap
 * together, what is apart by a length is apart on the screen.
 *
 *   row 0   |=================|                          |==============|
 *   row 1      |=====|             |====|       |====|
 *   row 2         |==|
 */
#include "config.h"

#include "layout/dtl-lanes-private.h"

#include <string.h>

#include "base/dtl-arith.h"

#define N_CLASSES 64

typedef struct
{
  int64_t from;
  int64_t to;
} Taken;

/** BarRow: what is taken in one row, by start; @n_old of it by longer classes, the rest by this one, also by start. */
typedef struct
{
  GArray *taken;
  guint n_old;
  guint cursor; /* into the old part: the first that ends after what is being placed starts */
} BarRow;

/** Bars: entries sorted by class, within a class in the lane's order. */
typedef struct
{
  DtlLaneRows *lane;
  const DtlSpans *spans;
  BarRow *rows;
  uint8_t n_rows;
} Bars;

static int
class_of (int64_t length_seconds)
{
  return 63 - __builtin_clzll ((unsigned long long) MAX (length_seconds, 1));
}

/* The old part never overlaps itself and is sorted, so starts and ends both ascend. */
static gboolean
is_free (BarRow *row, int64_t from, int64_t to)
{
  const Taken *taken = (const Taken *) (const void *) row->taken->data;

  if (row->taken->len > row->n_old && taken[row->taken->len - 1].to >= from)
    return FALSE;
  while (row->cursor < row->n_old && taken[row->cursor].to < from)
    row->cursor++;
  return row->cursor == row->n_old || taken[row->cursor].from > to;
}

/* @distance_seconds: the same for the whole class, at least as long as any of it, so that the cursors only go forward.
 */
static void
place (Bars *self, uint32_t entry, int64_t distance_seconds)
{
  uint32_t row = self->lane->rows[entry];
  Taken taken = { self->spans->from[row], self->spans->to[row] };

  for (uint8_t i = 0; i < self->n_rows; i++)
    if (is_free (&self->rows[i], dtl_i64_add_saturated (taken.from, -distance_seconds),
                 dtl_i64_add_saturated (taken.to, distance_seconds)))
      {
        g_array_append_val (self->rows[i].taken, taken);
        self->lane->bar_rows[entry] = i;
        return;
      }
}

/* Puts what a class has taken in order among the old. */
static void
settle (BarRow *row)
{
  Taken *taken = (Taken *) (void *) row->taken->data;
  guint n_new = row->taken->len - row->n_old;
  g_autofree Taken *added = NULL;
  guint from_old = row->n_old;

  row->cursor = 0;
  if (n_new == 0)
    return;
  added = g_new (Taken, n_new);
  memcpy (added, taken + row->n_old, n_new * sizeof *added);
  for (guint to = row->taken->len; n_new > 0;)
    if (from_old > 0 && taken[from_old - 1].from > added[n_new - 1].from)
      taken[--to] = taken[--from_old];
    else
      taken[--to] = added[--n_new];
  row->n_old = row->taken->len;
}

static void
place_class (Bars *self, int length_class, const uint32_t *entries, uint32_t n_entries)
{
  int64_t distance_seconds = length_class < 62 ? (INT64_C (2) << length_class) - 1 : INT64_MAX;
  uint8_t top = length_class + 1 < N_CLASSES ? self->lane->bar_top[length_class + 1] : 0;

  for (uint32_t i = 0; i < n_entries; i++)
    {
      place (self, entries[i], distance_seconds);
      if (self->lane->bar_rows[entries[i]] != DTL_NO_BAR_ROW)
        top = MAX (top, self->lane->bar_rows[entries[i]] + 1);
    }
  for (uint8_t i = 0; i < self->n_rows; i++)
    settle (&self->rows[i]);
  self->lane->bar_top[length_class] = top;
}

/* A counting sort by class; @first gets N_CLASSES + 1 starts. */
static uint32_t *
entries_by_class (const DtlLaneRows *lane, const DtlSpans *spans, uint32_t *first)
{
  uint32_t *sorted = g_new (uint32_t, (gsize) lane->n_rows + 1);
  uint32_t next[N_CLASSES];

  for (uint32_t i = 0; i < lane->n_rows; i++)
    first[class_of (dtl_spans_length (spans, lane->rows[i])) + 1]++;
  for (int i = 0; i < N_CLASSES; i++)
    {
      first[i + 1] += first[i];
      next[i] = first[i];
    }
  for (uint32_t i = 0; i < lane->n_rows; i++)
    sorted[next[class_of (dtl_spans_length (spans, lane->rows[i]))]++] = i;
  return sorted;
}

void
dtl_lane_rows_assign_bars (DtlLaneRows *self, const DtlSpans *spans, uint8_t n_rows)
{
  uint32_t first[N_CLASSES + 1] = { 0 };
  g_autofree uint32_t *sorted = NULL;
  Bars bars = { self, spans, g_new0 (BarRow, (gsize) n_rows + 1), n_rows };

  g_assert (self->bar_rows == NULL);
  self->bar_rows = g_malloc ((gsize) self->n_rows + 1);
  memset (self->bar_rows, DTL_NO_BAR_ROW, self->n_rows);
  for (uint8_t i = 0; i < n_rows; i++)
    bars.rows[i].taken = g_array_new (FALSE, FALSE, sizeof (Taken));
  sorted = entries_by_class (self, spans, first);
  for (int i = N_CLASSES - 1; i >= 0; i--)
    place_class (&bars, i, sorted + first[i], first[i + 1] - first[i]);
  for (uint8_t i = 0; i < n_rows; i++)
    g_array_unref (bars.rows[i].taken);
  g_free (bars.rows);
}
