/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One chunk of a lane: bars that cross its borders first, in the rows that they have everywhere; then its own events,
 * the important ones first; then clusters of those that found no place. Last, titles grow into what is still free. */
#include "config.h"

#include "layout/dtl-placer-private.h"

static gboolean
is_long (const DtlPlacer *self, uint32_t entry)
{
  return dtl_layout_entry_x1_px (self->layout, self->lane, entry) -
             dtl_layout_entry_x0_px (self->layout, self->lane, entry) >=
         self->layout->long_px;
}

static gboolean
has_bar_row (const DtlPlacer *self, uint32_t entry)
{
  return self->lane->rows->bar_rows[entry] < self->lane->n_item_rows;
}

/* Generously, and without looking at marks: any chunk that a bar touches must come to the same answer. */
static gboolean
reaches_beyond (const DtlPlacer *self, uint32_t entry)
{
  return dtl_layout_entry_x0_px (self->layout, self->lane, entry) - self->layout->overhang_px < self->x0_px ||
         dtl_layout_entry_x1_px (self->layout, self->lane, entry) + self->layout->overhang_px > self->x1_px;
}

static void
reserve (DtlPlacer *self, uint32_t entry)
{
  int overhang_px = self->layout->overhang_px;

  if (!is_long (self, entry) || !reaches_beyond (self, entry) || !has_bar_row (self, entry))
    return;
  dtl_rows_take (self->rows, self->lane->rows->bar_rows[entry],
                 dtl_layout_entry_x0_px (self->layout, self->lane, entry) - overhang_px,
                 dtl_layout_entry_x1_px (self->layout, self->lane, entry) + overhang_px);
}

static void
reserve_from_left (DtlPlacer *self)
{
  const DtlLaneRows *rows = self->lane->rows;
  const DtlSpans *spans = &self->layout->lanes->spans;
  double reach_px = (double) (self->x0_px - self->layout->overhang_px - 2);
  int64_t seconds = dtl_time_scale_to_seconds (&self->layout->input.scale, reach_px);
  uint32_t end = self->chunk->first_entry;

  for (uint32_t entry = dtl_lane_rows_next_reaching (rows, spans, 0, end, seconds); entry < end;
       entry = dtl_lane_rows_next_reaching (rows, spans, entry + 1, end, seconds))
    reserve (self, entry);
}

/* Bars of the next chunk whose open start reaches back into this one. */
static void
reserve_from_right (DtlPlacer *self)
{
  const DtlLaneRows *rows = self->lane->rows;

  for (uint32_t entry = self->chunk->end_entry;
       entry < rows->n_rows &&
       dtl_layout_entry_x0_px (self->layout, self->lane, entry) - self->layout->overhang_px < self->x1_px;
       entry++)
    reserve (self, entry);
}

/* What crosses the borders. Returns those that are this chunk's own and have their row, in order. */
static GArray *
place_crossing (DtlPlacer *self)
{
  DtlChunk *chunk = self->chunk;
  GArray *crossing = g_array_new (FALSE, FALSE, sizeof (uint32_t));

  if (self->lane->is_single_chunk)
    return crossing;
  reserve_from_left (self);
  reserve_from_right (self);
  for (uint32_t entry = chunk->first_entry; entry < chunk->end_entry; entry++)
    if (is_long (self, entry) && reaches_beyond (self, entry))
      {
        reserve (self, entry);
        if (has_bar_row (self, entry))
          dtl_placer_add_in_row (self, entry, self->lane->rows->bar_rows[entry]);
        else
          g_array_append_val (self->overflow, entry);
        g_array_append_val (crossing, entry);
      }
  chunk->n_crossing = chunk->items->len;
  return crossing;
}

static void
place_entries (DtlPlacer *self)
{
  g_autoptr (GArray) crossing = place_crossing (self);
  g_autoptr (GArray) candidates = dtl_placer_choose_candidates (self, crossing);

  for (guint i = 0; i < candidates->len; i++)
    dtl_placer_add (self, g_array_index (candidates, uint32_t, i));
  dtl_placer_add_clusters (self);
  dtl_placer_grow_labels (self);
}

static DtlChunk *
chunk_new (const DtlPlacer *placer, int64_t index)
{
  const DtlLayout *layout = placer->layout;
  const DtlLaneRows *rows = placer->lane->rows;
  DtlChunk *self = g_new0 (DtlChunk, 1);

  self->index = index;
  self->first_entry =
      dtl_lane_rows_find_px (rows, &layout->lanes->spans, &layout->input.scale, placer->x0_px + layout->pad_px);
  self->end_entry =
      dtl_lane_rows_find_px (rows, &layout->lanes->spans, &layout->input.scale, placer->x1_px + layout->pad_px);
  self->items = g_array_new (FALSE, FALSE, sizeof (DtlItem));
  return self;
}

void
dtl_chunk_free (gpointer chunk)
{
  DtlChunk *self = chunk;

  g_array_unref (self->items);
  g_free (self);
}

static void
place_chunk (DtlPlacer *self)
{
  g_autoptr (DtlRows) rows =
      dtl_rows_new (self->lane->n_item_rows + 1, self->layout->gap_px, self->x0_px, self->x1_px - self->layout->gap_px);
  g_autoptr (GArray) scratch = g_array_new (FALSE, FALSE, sizeof (DtlPlacedMark));
  g_autoptr (GArray) overflow = g_array_new (FALSE, FALSE, sizeof (uint32_t));

  self->rows = rows;
  self->scratch = scratch;
  self->overflow = overflow;
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
  DtlChunk *chunk = g_hash_table_lookup (state->chunks, &index);
  DtlPlacer placer = { .layout = self, .lane_index = lane, .lane = state };

  if (chunk != NULL)
    return chunk;
  placer.x0_px = dtl_layout_find_cut_px (self, state, index);
  placer.x1_px = dtl_layout_find_cut_px (self, state, index + 1);
  placer.chunk = chunk = chunk_new (&placer, index);
  place_chunk (&placer);
  g_hash_table_insert (state->chunks, &chunk->index, chunk);
  return chunk;
}
