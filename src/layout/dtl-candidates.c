/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who chooses first: see DtlRowOrder. Where a
 * chunk holds more than could ever be shown, only the most important of every few pixels are asked at all; these come
 * from the lane's pyramid, and nobody looks at the others. */
#include "config.h"

#include "layout/dtl-placer-private.h"

#include "base/dtl-arith.h"

static int
compare_candidates (const void *a, const void *b, void *user_data)
{
  const DtlPlacer *self = user_data;
  uint32_t first = *(const uint32_t *) a;
  uint32_t second = *(const uint32_t *) b;
  const DtlRowOrder *order = &self->layout->lanes->roster->order;
  uint64_t first_priority = dtl_row_order_get_priority (order, self->lane->rows->rows[first]);
  uint64_t second_priority = dtl_row_order_get_priority (order, self->lane->rows->rows[second]);

  if (first_priority != second_priority)
    return first_priority > second_priority ? -1 : 1;
  return (first > second) - (first < second);
}

/* A long bar that crosses a border and has no row of its own for that can only join a cluster. */
static gboolean
may_be_placed (const DtlPlacer *self, uint32_t entry)
{
  const DtlLayout *layout = self->layout;
  int64_t x0_px, x1_px;

  if (dtl_chunk_has_placed (self->chunk, entry))
    return FALSE;
  if (self->lane->is_single_chunk || !dtl_layout_is_long (layout, self->lane, entry))
    return TRUE;
  x0_px = dtl_layout_entry_x0_px (layout, self->lane, entry);
  x1_px = dtl_layout_entry_x1_px (layout, self->lane, entry);
  return x0_px - layout->overhang_px >= self->x0_px && x1_px + layout->overhang_px <= self->x1_px;
}

static void
add_range (const DtlPlacer *self, uint32_t first, uint32_t end, GArray *candidates)
{
  for (uint32_t entry = first; entry < end; entry++)
    if (may_be_placed (self, entry))
      g_array_append_val (candidates, entry);
}

/* A mark of each of these would find a place if it were alone in its row; but most of the rows are filled with the
 * labels of what is important nearby. */
static guint
get_n_best (const DtlPlacer *self)
{
  return CLAMP (self->lane->n_item_rows * 2 / 5, 1, DTL_LANE_MAX_CHOSEN);
}

static void
add_best (const DtlPlacer *self, uint32_t first, uint32_t end, GArray *candidates)
{
  uint32_t chosen[DTL_LANE_MAX_CHOSEN];
  guint n = dtl_lane_rows_choose (self->lane->rows, &self->layout->lanes->roster->order, first, end, get_n_best (self),
                                  chosen);

  for (guint i = 0; i < n; i++)
    add_range (self, chosen[i], chosen[i] + 1, candidates);
}

static void
add_dense (const DtlPlacer *self, GArray *candidates)
{
  const DtlLayout *layout = self->layout;
  int bucket_px = MAX (layout->input.metrics.cluster_distance_px, layout->input.metrics.mark_size_px) + layout->gap_px;
  uint32_t end;

  for (uint32_t entry = self->chunk->first_entry; entry < self->chunk->end_entry; entry = end)
    {
      int64_t bucket = dtl_i64_floor_div (dtl_layout_entry_x0_px (layout, self->lane, entry), bucket_px);

      end =
          MIN (dtl_layout_find_entry_px (layout, self->lane, entry, (bucket + 1) * bucket_px), self->chunk->end_entry);
      if (end - entry <= get_n_best (self))
        add_range (self, entry, end, candidates);
      else
        add_best (self, entry, end, candidates);
    }
}

GArray *
dtl_placer_choose_candidates (DtlPlacer *self)
{
  const DtlChunk *chunk = self->chunk;
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (uint32_t));

  if (chunk->end_entry - chunk->first_entry > self->layout->limits.dense_entries)
    add_dense (self, candidates);
  else
    add_range (self, chunk->first_entry, chunk->end_entry, candidates);
  g_array_sort_with_data (candidates, compare_candidates, self);
  return candidates;
}
