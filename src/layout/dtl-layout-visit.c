/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walking over what a span shows of a lane. Chunks without entries are stepped over, so that a span of any length costs
 * no more than what is in it. */
#include "config.h"

#include "layout/dtl-layout-private.h"

typedef struct
{
  int64_t x0_px;
  int64_t x1_px;
  DtlItemVisitor visitor;
  gpointer user_data;
} Visit;

static void
visit_item (const Visit *self, DtlItem *item)
{
  if (self->visitor != NULL && item->x1_px >= self->x0_px && item->x0_px <= self->x1_px)
    self->visitor (item, self->user_data);
}

static void
visit_chunk (const Visit *self, DtlChunk *chunk)
{
  for (guint i = 0; i < chunk->items->len; i++)
    visit_item (self, &g_array_index (chunk->items, DtlItem, i));
}

/* A bar that starts in a chunk left of the span. One that found no row is in a cluster of its own chunk. */
static void
visit_bar (const Visit *self, DtlChunk *chunk, uint32_t row)
{
  for (guint i = 0; i < chunk->n_crossing; i++)
    {
      DtlItem *item = &g_array_index (chunk->items, DtlItem, i);

      if (item->row == row)
        visit_item (self, item);
    }
}

static void
visit_from_left (DtlLayout *layout, guint lane, const Visit *self, uint32_t end)
{
  DtlLaneState *state = &layout->states[lane];
  const DtlSpans *spans = &layout->lanes->spans;
  double reach_px = (double) (self->x0_px - layout->overhang_px - 2);
  int64_t seconds = dtl_time_scale_to_seconds (&layout->input.scale, reach_px);

  for (uint32_t entry = dtl_lane_rows_next_reaching (state->rows, spans, 0, end, seconds); entry < end;
       entry = dtl_lane_rows_next_reaching (state->rows, spans, entry + 1, end, seconds))
    {
      int64_t start_px = dtl_layout_entry_x0_px (layout, state, entry);

      if (dtl_layout_entry_x1_px (layout, state, entry) - start_px >= layout->long_px &&
          state->rows->bar_rows[entry] < state->n_item_rows)
        visit_bar (self, dtl_layout_get_chunk (layout, lane, dtl_layout_find_chunk_index (layout, state, start_px)),
                   state->rows->rows[entry]);
    }
}

void
dtl_layout_visit (DtlLayout *self, guint lane, int64_t x0_px, int64_t x1_px, DtlItemVisitor visitor, gpointer user_data)
{
  DtlLaneState *state = &self->states[lane];
  Visit visit = { CLAMP (x0_px, -DTL_WORLD_END_PX, DTL_WORLD_END_PX),
                  CLAMP (x1_px, -DTL_WORLD_END_PX, DTL_WORLD_END_PX), visitor, user_data };
  int reach_px = self->overhang_px + self->pad_px;
  int64_t first_px;
  uint32_t entry = 0;

  if (state->is_single_chunk)
    {
      visit_chunk (&visit, dtl_layout_get_chunk (self, lane, 0));
      return;
    }
  first_px = dtl_layout_find_chunk_index (self, state, visit.x0_px - reach_px);
  first_px = dtl_layout_find_cut_px (self, state, first_px) + self->pad_px;
  entry = dtl_lane_rows_find_px (state->rows, &self->lanes->spans, &self->input.scale, first_px);
  visit_from_left (self, lane, &visit, entry);
  while (entry < state->rows->n_rows)
    {
      int64_t index = dtl_layout_find_chunk_index (self, state, dtl_layout_entry_x0_px (self, state, entry));
      DtlChunk *chunk;

      if (dtl_layout_find_cut_px (self, state, index) > visit.x1_px + reach_px)
        break;
      chunk = dtl_layout_get_chunk (self, lane, index);
      visit_chunk (&visit, chunk);
      entry = chunk->end_entry;
    }
}
