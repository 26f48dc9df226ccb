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
 *
 * Classes are settled when a zoom first needs them, and never again. Within a row nothing touches anything else, so
 * that what crosses a place is found by binary search; and since few of a crowd find a row, the rows are short. */
#include "config.h"

#include "layout/dtl-lanes-private.h"

#include <string.h>

#include "base/dtl-arith.h"

#define N_CLASSES 64

/** BarRow: what is taken in one row, as entries; @n_old of it by longer classes, the rest by this one, both by start.
 */
typedef struct
{
  GArray *taken; /* of uint32_t */
  guint n_old;
  guint cursor;                /* into the old part: the first that ends after what is being placed starts */
  GArray *of_class[N_CLASSES]; /* (nullable): of uint32_t: what each class took */
} BarRow;

/**
 * DtlLaneBars:
 * @n_rows: how many rows there are
 * @class: the shortest class that is settled, N_CLASSES for none
 * @top: for each settled class, how many rows it and the longer ones need
 * @row_of: for each entry
 * @by_class, @class_first: the entries of each class
 */
struct _DtlLaneBars
{
  uint8_t n_rows;
  int class;
  uint8_t top[N_CLASSES + 1];
  uint8_t *row_of;
  uint32_t *by_class;
  uint32_t class_first[N_CLASSES + 1];
  BarRow rows[];
};

/** Settling: of one class. @distance_seconds: the same for the whole class, at least as long as any of it, so that the
 * cursors only go forward. @free_from: before this no row has anything free */
typedef struct
{
  const DtlLaneRows *lane;
  const DtlSpans *spans;
  DtlLaneBars *bars;
  int64_t distance_seconds;
  int64_t free_from;
} Settling;

static uint32_t
row_of_taken (const Settling *self, const BarRow *row, guint at)
{
  return self->lane->rows[g_array_index (row->taken, uint32_t, at)];
}

/* The old part never overlaps itself and is sorted, so starts and ends both ascend. */
static gboolean
is_free (const Settling *self, BarRow *row, int64_t from, int64_t to)
{
  guint n_taken = row->taken->len;

  if (n_taken > row->n_old && self->spans->to[row_of_taken (self, row, n_taken - 1)] >= from)
    return FALSE;
  while (row->cursor < row->n_old && self->spans->to[row_of_taken (self, row, row->cursor)] < from)
    row->cursor++;
  return row->cursor == row->n_old || self->spans->from[row_of_taken (self, row, row->cursor)] > to;
}

/* The earliest end of what this class has taken last in a row: what starts before it is over finds none free. */
static int64_t
find_free_from (const Settling *self)
{
  int64_t earliest = INT64_MAX;

  for (uint8_t i = 0; i < self->bars->n_rows; i++)
    {
      const BarRow *row = &self->bars->rows[i];

      if (row->taken->len == row->n_old)
        return INT64_MIN;
      earliest = MIN (earliest, self->spans->to[row_of_taken (self, row, row->taken->len - 1)]);
    }
  return dtl_i64_add_saturated (earliest, self->distance_seconds);
}

static void
settle_entry (Settling *self, uint32_t entry)
{
  uint32_t row = self->lane->rows[entry];
  int64_t from = dtl_i64_add_saturated (self->spans->from[row], -self->distance_seconds);
  int64_t to = dtl_i64_add_saturated (self->spans->to[row], self->distance_seconds);

  if (self->spans->from[row] <= self->free_from)
    return;
  for (uint8_t i = 0; i < self->bars->n_rows; i++)
    if (is_free (self, &self->bars->rows[i], from, to))
      {
        g_array_append_val (self->bars->rows[i].taken, entry);
        self->bars->row_of[entry] = i;
        self->bars->top[self->bars->class] = MAX (self->bars->top[self->bars->class], i + 1);
        self->free_from = find_free_from (self);
        return;
      }
}

/* Puts what a class has taken in order among the old. */
static void
merge_row (BarRow *row, int length_class)
{
  uint32_t *taken = (uint32_t *) (void *) row->taken->data;
  guint n_new = row->taken->len - row->n_old;
  guint from_old = row->n_old;
  g_autofree uint32_t *added = NULL;

  row->cursor = 0;
  if (n_new == 0)
    return;
  added = g_memdup2 (taken + row->n_old, n_new * sizeof *added);
  row->of_class[length_class] = g_array_new (FALSE, FALSE, sizeof (uint32_t));
  g_array_append_vals (row->of_class[length_class], added, n_new);
  for (guint to = row->taken->len; n_new > 0;)
    if (from_old > 0 && taken[from_old - 1] > added[n_new - 1])
      taken[--to] = taken[--from_old];
    else
      taken[--to] = added[--n_new];
  row->n_old = row->taken->len;
}

static void
settle_class (Settling *self, int length_class)
{
  const DtlLaneBars *bars = self->bars;

  self->bars->class = length_class;
  self->bars->top[length_class] = self->bars->top[length_class + 1];
  self->distance_seconds = length_class < 62 ? (INT64_C (2) << length_class) - 1 : INT64_MAX;
  self->free_from = INT64_MIN;
  for (uint32_t i = bars->class_first[length_class]; i < bars->class_first[length_class + 1]; i++)
    settle_entry (self, bars->by_class[i]);
  for (uint8_t i = 0; i < bars->n_rows; i++)
    merge_row (&self->bars->rows[i], length_class);
}

/* A counting sort. */
static void
sort_by_class (DtlLaneBars *self, const DtlLaneRows *lane, const DtlSpans *spans)
{
  uint32_t next[N_CLASSES];

  self->by_class = g_new (uint32_t, (gsize) lane->n_rows + 1);
  for (int i = 0; i < N_CLASSES; i++)
    {
      next[i] = self->class_first[i];
      self->class_first[i + 1] = self->class_first[i] + lane->n_of_class[i];
    }
  for (uint32_t entry = 0; entry < lane->n_rows; entry++)
    self->by_class[next[dtl_length_class (dtl_spans_length (spans, lane->rows[entry]))]++] = entry;
}

static DtlLaneBars *
bars_new (const DtlLaneRows *lane, const DtlSpans *spans, uint8_t n_rows)
{
  DtlLaneBars *self = g_malloc0 (sizeof (DtlLaneBars) + n_rows * sizeof (BarRow));

  self->n_rows = n_rows;
  self->class = N_CLASSES;
  self->row_of = g_malloc ((gsize) lane->n_rows + 1);
  memset (self->row_of, DTL_NO_BAR_ROW, lane->n_rows);
  sort_by_class (self, lane, spans);
  for (uint8_t i = 0; i < n_rows; i++)
    self->rows[i].taken = g_array_new (FALSE, FALSE, sizeof (uint32_t));
  return self;
}

void
dtl_lane_bars_free (DtlLaneBars *self)
{
  for (uint8_t i = 0; i < self->n_rows; i++)
    {
      g_array_unref (self->rows[i].taken);
      for (int length_class = 0; length_class < N_CLASSES; length_class++)
        g_clear_pointer (&self->rows[i].of_class[length_class], g_array_unref);
    }
  g_free (self->by_class);
  g_free (self->row_of);
  g_free (self);
}

void
dtl_lane_bars_ensure (DtlLaneRows *lane, const DtlSpans *spans, uint8_t n_rows, int length_class)
{
  Settling settling = { lane, spans, NULL, 0, INT64_MIN };

  if (lane->bars != NULL && lane->bars->n_rows != n_rows)
    g_clear_pointer (&lane->bars, dtl_lane_bars_free);
  if (lane->bars == NULL)
    lane->bars = bars_new (lane, spans, n_rows);
  settling.bars = lane->bars;
  while (lane->bars->class > MAX (length_class, 0))
    settle_class (&settling, lane->bars->class - 1);
}

uint8_t
dtl_lane_bars_get_row (const DtlLaneRows *lane, uint32_t entry)
{
  return lane->bars->row_of[entry];
}

uint8_t
dtl_lane_bars_get_top (const DtlLaneRows *lane, int length_class)
{
  g_assert (length_class >= lane->bars->class);
  return lane->bars->top[length_class];
}

const uint32_t *
dtl_lane_bars_get_entries (const DtlLaneRows *lane, uint8_t row, int length_class, guint *n_entries)
{
  const GArray *entries = lane->bars->rows[row].of_class[length_class];

  *n_entries = entries != NULL ? entries->len : 0;
  return entries != NULL ? (const uint32_t *) (const void *) entries->data : NULL;
}
