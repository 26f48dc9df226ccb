/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Long bars that cross the border between two chunks. They are no chunk's: each is placed by itself, in the row that it
 * has everywhere, with its label within it; so that a bar that began centuries to the left costs no more than one that
 * begins in view. */
#include "config.h"

#include "layout/dtl-placer-private.h"

/* At each zoom so many of the bars that the next doubling makes long look for their rows beforehand. */
#define BARS_AHEAD 1000

void
dtl_layout_ensure_bars (const DtlLayout *self, DtlLaneState *lane)
{
  int bar_class = dtl_layout_get_bar_class (self);

  if (lane->is_single_chunk || lane->has_bars)
    return;
  dtl_lane_bars_ensure (lane->rows, self->spans, (uint8_t) dtl_layout_get_most_rows (self), bar_class);
  dtl_lane_bars_go_ahead (lane->rows, self->spans, bar_class - 1, BARS_AHEAD);
  lane->has_bars = TRUE;
}

gboolean
dtl_layout_is_long (const DtlLayout *self, const DtlLaneState *lane, uint32_t entry)
{
  /* Most are far too short; folds only shorten. */
  if (dtl_spans_length (self->spans, lane->rows->rows[entry]) < self->least_long_seconds)
    return FALSE;
  return dtl_layout_entry_x1_px (self, lane, entry) - dtl_layout_entry_x0_px (self, lane, entry) >= self->long_px;
}

gboolean
dtl_layout_has_bar_row (const DtlLaneState *lane, uint32_t entry)
{
  return lane->rows->bars != NULL && dtl_lane_bars_get_row (lane->rows, entry) < lane->n_item_rows;
}

/* The first in a bar row that ends at or right of @x_px: since none touches another, ends ascend as starts do. */
static guint
find_reaching (const DtlLayout *self, const DtlLaneState *lane, const uint32_t *entries, guint n, int64_t x_px)
{
  guint low = 0;
  guint high = n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (dtl_layout_entry_x1_px (self, lane, entries[middle]) < x_px)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/** BarVisit: of one class in one row. */
typedef struct
{
  const DtlLayout *layout;
  const DtlLaneState *lane;
  int64_t x0_px;
  int64_t x1_px;
  DtlBarVisitor visitor;
  gpointer user_data;
} BarVisit;

static void
visit_class (const BarVisit *self, uint8_t row, int length_class)
{
  guint n;
  const uint32_t *entries = dtl_lane_bars_get_entries (self->lane->rows, row, length_class, &n);

  for (guint i = find_reaching (self->layout, self->lane, entries, n, self->x0_px);
       i < n && dtl_layout_entry_x0_px (self->layout, self->lane, entries[i]) <= self->x1_px; i++)
    if (dtl_layout_is_long (self->layout, self->lane, entries[i]))
      self->visitor (entries[i], row, self->user_data);
}

void
dtl_layout_visit_bars (const DtlLayout *self,
                       const DtlLaneState *lane,
                       int64_t x0_px,
                       int64_t x1_px,
                       DtlBarVisitor visitor,
                       gpointer user_data)
{
  const BarVisit visit = { self, lane, x0_px, x1_px, visitor, user_data };

  /* Shorter classes may have rows as well, from closer zooms. */
  for (int length_class = dtl_layout_get_bar_class (self); length_class < 64; length_class++)
    for (uint8_t row = 0; lane->rows->n_of_class[length_class] > 0 && row < lane->n_item_rows; row++)
      visit_class (&visit, row, length_class);
}

/* Generously, and without looking at marks. */
static gboolean
crosses (DtlLayout *self, DtlLaneState *lane, uint32_t entry)
{
  int64_t x0_px = dtl_layout_entry_x0_px (self, lane, entry);
  int64_t index = dtl_layout_find_chunk_index (self, lane, x0_px);

  return x0_px - self->overhang_px < dtl_layout_find_cut_px (self, lane, index) ||
         dtl_layout_entry_x1_px (self, lane, entry) + self->overhang_px >
             dtl_layout_find_cut_px (self, lane, index + 1);
}

/* Where @entry is among the bars, or belongs. */
static guint
find_bar (const GPtrArray *bars, uint32_t entry)
{
  guint low = 0;
  guint high = bars->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (((const DtlItem *) g_ptr_array_index (bars, middle))->entry < entry)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static DtlItem *
place_bar (DtlLayout *self, guint lane, uint32_t entry)
{
  guint n_put_off = dtl_labels_count_put_off (self->labels);
  DtlItem *item = g_new0 (DtlItem, 1);

  dtl_placer_place_crossing (self, lane, entry, item);
  dtl_layout_note_put_off (self, (DtlPutOff){ lane, 0, entry, item->x0_px, item->x1_px, 0, 0 }, n_put_off);
  return item;
}

DtlItem *
dtl_layout_get_crossing (DtlLayout *self, guint lane, uint32_t entry)
{
  DtlLaneState *state = &self->states[lane];
  guint at;
  DtlItem *item;

  if (state->bars == NULL)
    state->bars = g_ptr_array_new_with_free_func (g_free);
  at = find_bar (state->bars, entry);
  item = at < state->bars->len ? g_ptr_array_index (state->bars, at) : NULL;
  if (item != NULL && item->entry == entry)
    return item;
  if (!crosses (self, state, entry))
    return NULL;
  item = place_bar (self, lane, entry);
  g_ptr_array_insert (state->bars, (int) at, item);
  return item;
}

void
dtl_layout_replace_crossing (DtlLayout *self, guint lane, uint32_t entry)
{
  GPtrArray *bars = self->states[lane].bars;

  g_ptr_array_remove_index (bars, find_bar (bars, entry));
  dtl_layout_get_crossing (self, lane, entry);
}
