/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One chunk of a lane: bars that cross its borders take their rows; then its own events choose, the important ones
 * first; then clusters of those that found no place. Last, titles grow into what is still free. */
#include "config.h"

#include "layout/dtl-placer-private.h"

/* What bars take that cross the borders of this chunk, or come near it. Those that start in it count as placed. */
static void
reserve (uint32_t entry, uint8_t row, gpointer user_data)
{
  DtlPlacer *self = user_data;
  DtlLayout *layout = self->layout;

  if (dtl_layout_get_crossing (layout, self->lane_index, entry) == NULL)
    return;
  dtl_rows_take (self->rows, row, dtl_layout_entry_x0_px (layout, self->lane, entry) - layout->overhang_px,
                 dtl_layout_entry_x1_px (layout, self->lane, entry) + layout->overhang_px);
  if (entry >= self->chunk->first_entry && entry < self->chunk->end_entry)
    g_array_append_val (self->chunk->placed, entry);
}

static int
compare_entries (const void *a, const void *b)
{
  uint32_t first = *(const uint32_t *) a;
  uint32_t second = *(const uint32_t *) b;

  return (first > second) - (first < second);
}

static void
place_entries (DtlPlacer *self)
{
  int overhang_px = self->layout->overhang_px;
  g_autoptr (GArray) candidates = NULL;

  if (!self->lane->is_single_chunk)
    dtl_layout_visit_bars (self->layout, self->lane, self->x0_px - overhang_px - 1, self->x1_px + overhang_px, reserve,
                           self);
  self->n_put_off = dtl_labels_count_put_off (self->layout->labels);
  g_array_sort (self->chunk->placed, compare_entries);
  candidates = dtl_placer_choose_candidates (self);
  for (guint i = 0; i < candidates->len; i++)
    dtl_placer_add (self, g_array_index (candidates, uint32_t, i));
  g_array_sort (self->chunk->placed, compare_entries);
  dtl_placer_add_clusters (self);
  g_array_append_vals (self->chunk->placed, self->below->data, self->below->len);
  g_array_sort (self->chunk->placed, compare_entries);
  dtl_placer_grow_labels (self);
}

static DtlChunk *
chunk_new (const DtlPlacer *placer, int64_t index)
{
  const DtlLayout *layout = placer->layout;
  DtlChunk *self = g_new0 (DtlChunk, 1);

  self->index = index;
  self->first_entry = dtl_layout_find_entry_px (layout, placer->lane, 0, placer->x0_px + layout->pad_px);
  self->end_entry = dtl_layout_find_entry_px (layout, placer->lane, self->first_entry, placer->x1_px + layout->pad_px);
  self->items = g_array_new (FALSE, FALSE, sizeof (DtlItem));
  self->placed = g_array_new (FALSE, FALSE, sizeof (uint32_t));
  return self;
}

void
dtl_chunk_free (gpointer chunk)
{
  DtlChunk *self = chunk;

  g_array_unref (self->items);
  g_array_unref (self->placed);
  g_free (self);
}

static void
place_chunk (DtlPlacer *self)
{
  g_autoptr (DtlRows) rows =
      dtl_rows_new (self->lane->n_item_rows + 1, self->layout->gap_px, self->x0_px, self->x1_px - self->layout->gap_px);
  g_autoptr (GArray) scratch = g_array_new (FALSE, FALSE, sizeof (DtlPlacedMark));
  g_autoptr (GArray) below = g_array_new (FALSE, FALSE, sizeof (uint32_t));

  self->rows = rows;
  self->scratch = scratch;
  self->below = below;
  place_entries (self);
}

/*
 * dtl_layout_get_chunk:
 * @lane: which lane
 * @index: which chunk of it, from minus to plus infinity
 *
 * Returns: (transfer none): the chunk, placed
 */
DtlChunk *
dtl_layout_get_chunk (DtlLayout *self, guint lane, int64_t index)
{
  DtlLaneState *state = &self->states[lane];
  DtlChunk *chunk = state->chunks != NULL ? g_hash_table_lookup (state->chunks, &index) : NULL;
  DtlPlacer placer = { .layout = self, .lane_index = lane, .lane = state };

  if (chunk != NULL)
    return chunk;
  dtl_layout_ensure_bars (self, state);
  if (state->chunks == NULL)
    state->chunks = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, dtl_chunk_free);
  placer.x0_px = dtl_layout_find_cut_px (self, state, index);
  placer.x1_px = dtl_layout_find_cut_px (self, state, index + 1);
  placer.chunk = chunk = chunk_new (&placer, index);
  place_chunk (&placer);
  dtl_layout_note_put_off (self, (DtlPutOff){ lane, index, DTL_NO_ENTRY, placer.x0_px, placer.x1_px, 0, 0 },
                           placer.n_put_off);
  g_hash_table_insert (state->chunks, &chunk->index, chunk);
  return chunk;
}

void
dtl_layout_replace_chunk (DtlLayout *self, guint lane, int64_t index)
{
  g_hash_table_remove (self->states[lane].chunks, &index);
  dtl_layout_get_chunk (self, lane, index);
}
