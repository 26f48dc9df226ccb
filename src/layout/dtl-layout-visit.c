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

/** BarVisit: bars that cross borders. */
typedef struct
{
  const Visit *visit;
  DtlLayout *layout;
  guint lane;
} BarVisit;

static void
visit_bar (uint32_t entry, uint8_t row, gpointer user_data)
{
  BarVisit *self = user_data;
  DtlItem *item = dtl_layout_get_crossing (self->layout, self->lane, entry);

  if (item != NULL)
    visit_item (self->visit, item);
}

void
dtl_layout_visit (DtlLayout *self, guint lane, int64_t x0_px, int64_t x1_px, DtlItemVisitor visitor, gpointer user_data)
{
  DtlLaneState *state = &self->states[lane];
  Visit visit = { CLAMP (x0_px, -DTL_WORLD_END_PX, DTL_WORLD_END_PX),
                  CLAMP (x1_px, -DTL_WORLD_END_PX, DTL_WORLD_END_PX), visitor, user_data };
  BarVisit bars = { &visit, self, lane };
  int reach_px = self->overhang_px + self->pad_px;
  int64_t first_px;
  uint32_t entry = 0;

  if (state->is_single_chunk)
    {
      visit_chunk (&visit, dtl_layout_get_chunk (self, lane, 0));
      return;
    }
  dtl_layout_ensure_bars (self, state);
  dtl_layout_visit_bars (self, state, visit.x0_px - reach_px, visit.x1_px + reach_px, visit_bar, &bars);
  first_px = dtl_layout_find_chunk_index (self, state, visit.x0_px - reach_px);
  first_px = dtl_layout_find_cut_px (self, state, first_px) + self->pad_px;
  entry = dtl_layout_find_entry_px (self, state, 0, first_px);
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
