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
 * Classes are settled when a zoom first needs them, and never again. The next one is begun before that, a little at
 * each zoom, so that who zooms in does not wait at every doubling. Within a row nothing touches anything else, so that
 * what crosses a place is found by binary search; and since few of a crowd find a row, the rows are short. */
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
  guint cursor;      /* into the old part: the first that ends after what is being placed starts */
  int64_t next_from; /* its span; INT64_MAX for none */
  int64_t next_to;
  int64_t last_to;             /* the end of the last that this class took, where it took any */
  GArray *of_class[N_CLASSES]; /* (nullable): of uint32_t: what each class took */
} BarRow;

/**
 * DtlLaneBars:
 * @n_rows: how many rows there are
 * @class: the shortest class that is settled, N_CLASSES for none
 * @next: how far the class below that is begun, as a place in @by_class; @free_from: what starts no later than this
 * finds no row free there
 * @top: for each settled class, how many rows it and the longer ones need
 * @row_of: for each entry
 * @by_class, @class_first: the entries of each class
 */
struct _DtlLaneBars
{
  uint8_t n_rows;
  int class;
  uint32_t next;
  int64_t free_from;
  uint8_t top[N_CLASSES + 1];
  uint8_t *row_of;
  uint32_t *by_class;
  uint32_t class_first[N_CLASSES + 1];
  BarRow rows[];
};

/** Settling: of one class. @distance_seconds: the same for the whole class, at least as long as any of it, so that the
 * cursors only go forward. @shortest_seconds: any of the class is as long */
typedef struct
{
  const DtlLaneRows *lane;
  const DtlSpans *spans;
  DtlLaneBars *bars;
  int length_class;
  int64_t distance_seconds;
  int64_t shortest_seconds;
} Settling;

static gboolean
has_new (const BarRow *row)
{
  return row->taken->len > row->n_old;
}

static void
set_cursor (const Settling *self, BarRow *row, guint cursor)
{
  row->cursor = cursor;
  row->next_from = row->next_to = INT64_MAX;
  if (cursor < row->n_old)
    {
      uint32_t next = self->lane->rows[g_array_index (row->taken, uint32_t, cursor)];

      row->next_from = self->spans->from[next];
      row->next_to = self->spans->to[next];
    }
}

/* The old part never overlaps itself and is sorted, so starts and ends both ascend. */
static gboolean
is_free (const Settling *self, BarRow *row, int64_t from, int64_t to)
{
  if (has_new (row) && row->last_to >= from)
    return FALSE;
  while (row->cursor < row->n_old && row->next_to < from)
    set_cursor (self, row, row->cursor + 1);
  return row->cursor == row->n_old || row->next_from > to;
}

/* What is in the way in a row of everything of the class that starts at @start or soon after: its end, INT64_MIN for
 * nothing. */
static int64_t
find_obstacle (const Settling *self, const BarRow *row, int64_t start)
{
  int64_t shortest_to = dtl_i64_add_saturated (start, self->shortest_seconds - 1);

  if (has_new (row) && row->last_to >= dtl_i64_add_saturated (start, -self->distance_seconds))
    return row->last_to;
  if (row->cursor == row->n_old || row->next_from > dtl_i64_add_saturated (shortest_to, self->distance_seconds))
    return INT64_MIN;
  return row->next_to;
}

/* Called after the entry that starts at @start: the earliest end of what is in the way. */
static int64_t
find_free_from (const Settling *self, int64_t start)
{
  int64_t earliest = INT64_MAX;

  for (uint8_t i = 0; i < self->bars->n_rows && earliest > INT64_MIN; i++)
    earliest = MIN (earliest, find_obstacle (self, &self->bars->rows[i], start));
  return earliest > INT64_MIN ? dtl_i64_add_saturated (earliest, self->distance_seconds) : INT64_MIN;
}

static void
take_row (Settling *self, uint8_t number, uint32_t entry)
{
  BarRow *row = &self->bars->rows[number];

  g_array_append_val (row->taken, entry);
  row->last_to = self->spans->to[self->lane->rows[entry]];
  self->bars->row_of[entry] = number;
  self->bars->top[self->length_class] = MAX (self->bars->top[self->length_class], number + 1);
}

static void
settle_entry (Settling *self, uint32_t entry)
{
  uint32_t row = self->lane->rows[entry];
  int64_t from = dtl_i64_add_saturated (self->spans->from[row], -self->distance_seconds);
  int64_t to = dtl_i64_add_saturated (self->spans->to[row], self->distance_seconds);

  for (uint8_t i = 0; i < self->bars->n_rows; i++)
    if (is_free (self, &self->bars->rows[i], from, to))
      {
        take_row (self, i, entry);
        break;
      }
  self->bars->free_from = find_free_from (self, self->spans->from[row]);
}

/* The first of a class, from place @first on, that starts after what is in the way: mostly near, in a crowd far. */
static uint32_t
find_next (const Settling *self, uint32_t first, uint32_t end)
{
  const uint32_t *by_class = self->bars->by_class;
  uint32_t low = first;
  uint32_t high = first;
  uint32_t step = 1;

  while (high < end && self->spans->from[self->lane->rows[by_class[high]]] <= self->bars->free_from)
    {
      low = high + 1;
      high = step < end - high ? high + step : end;
      step = MIN (step * 2, UINT32_MAX / 4);
    }
  while (low < high)
    {
      uint32_t middle = low + (high - low) / 2;

      if (self->spans->from[self->lane->rows[by_class[middle]]] <= self->bars->free_from)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Puts what a class has taken in order among the old. */
static void
merge_row (BarRow *row, int length_class)
{
  uint32_t *taken = (uint32_t *) (void *) row->taken->data;
  guint n_new = row->taken->len - row->n_old;
  guint from_old = row->n_old;
  g_autofree uint32_t *added = NULL;

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

static Settling
make_settling (const DtlLaneRows *lane, const DtlSpans *spans)
{
  int length_class = lane->bars->class - 1;

  return (Settling){ .lane = lane,
                     .spans = spans,
                     .bars = lane->bars,
                     .length_class = length_class,
                     .distance_seconds = length_class < 62 ? (INT64_C (2) << length_class) - 1 : INT64_MAX,
                     .shortest_seconds = INT64_C (1) << MIN (length_class, 62) };
}

static void
begin_class (const Settling *self)
{
  DtlLaneBars *bars = self->bars;

  bars->next = bars->class_first[self->length_class];
  bars->free_from = INT64_MIN;
  bars->top[self->length_class] = bars->top[self->length_class + 1];
  for (uint8_t i = 0; i < bars->n_rows; i++)
    set_cursor (self, &bars->rows[i], 0);
}

static void
finish_class (const Settling *self)
{
  for (uint8_t i = 0; i < self->bars->n_rows; i++)
    merge_row (&self->bars->rows[i], self->length_class);
  self->bars->class = self->length_class;
  self->bars->next = DTL_NO_ENTRY;
}

/* Goes on with the class below the last, until @n_most of it have looked for a row. Returns: how many of these are
 * left, 0 where it is not finished. */
static uint32_t
settle_some (DtlLaneRows *lane, const DtlSpans *spans, uint32_t n_most)
{
  Settling self = make_settling (lane, spans);
  DtlLaneBars *bars = lane->bars;
  uint32_t end = bars->class_first[self.length_class + 1];

  if (bars->next == DTL_NO_ENTRY)
    begin_class (&self);
  for (; n_most > 0; n_most--)
    {
      bars->next = find_next (&self, bars->next, end);
      if (bars->next == end)
        {
          finish_class (&self);
          return n_most;
        }
      settle_entry (&self, bars->by_class[bars->next++]);
    }
  return 0;
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
  self->next = DTL_NO_ENTRY;
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
  if (lane->bars != NULL && lane->bars->n_rows != n_rows)
    g_clear_pointer (&lane->bars, dtl_lane_bars_free);
  if (lane->bars == NULL)
    lane->bars = bars_new (lane, spans, n_rows);
  while (lane->bars->class > MAX (length_class, 0))
    settle_some (lane, spans, UINT32_MAX);
}

void
dtl_lane_bars_go_ahead (DtlLaneRows *lane, const DtlSpans *spans, int length_class, uint32_t n_most)
{
  while (n_most > 0 && lane->bars->class > MAX (length_class, 0))
    n_most = settle_some (lane, spans, n_most);
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
