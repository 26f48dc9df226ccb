/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a layout: the items of a span in drawing order, their marks and members, and where an event stands. */
#include "config.h"

#include "layout/dtl-layout-private.h"

static void
collect (DtlItem *item, gpointer items)
{
  g_ptr_array_add (items, item);
}

/* Bars, then marks, then clusters. */
static int
drawing_level (const DtlItem *item)
{
  if (item->kind == DTL_ITEM_CLUSTER)
    return 2;
  return item->label_above ? 0 : 1;
}

static int
compare_items (const void *a, const void *b, void *user_data)
{
  const DtlItem *first = *(DtlItem *const *) a;
  const DtlItem *second = *(DtlItem *const *) b;
  const uint16_t *importance = ((const DtlLayout *) user_data)->input.columns->importance;

  if (drawing_level (first) != drawing_level (second))
    return drawing_level (first) - drawing_level (second);
  if (importance[first->row] != importance[second->row])
    return (int) importance[first->row] - (int) importance[second->row];
  if (first->lane != second->lane)
    return first->lane < second->lane ? -1 : 1;
  if (first->x0_px != second->x0_px)
    return first->x0_px < second->x0_px ? -1 : 1;
  if (first->y0_px != second->y0_px)
    return first->y0_px - second->y0_px;
  return (first->row > second->row) - (first->row < second->row);
}

GPtrArray *
dtl_layout_get_items (DtlLayout *self, int64_t x0_px, int64_t x1_px)
{
  return dtl_layout_get_items_in (self, x0_px, x1_px, G_MININT, G_MAXINT);
}

GPtrArray *
dtl_layout_get_items_in (DtlLayout *self, int64_t x0_px, int64_t x1_px, int y0_px, int y1_px)
{
  GPtrArray *items;

  g_return_val_if_fail (self != NULL, NULL);

  items = g_ptr_array_new ();
  for (guint i = 0; i < self->n_lanes; i++)
    if (self->lane_infos[i].y_px <= y1_px && self->lane_infos[i].y_px + self->lane_infos[i].height_px >= y0_px)
      dtl_layout_visit (self, i, x0_px, x1_px, collect, items);
  g_ptr_array_sort_with_data (items, compare_items, self);
  return items;
}

const DtlPlacedMark *
dtl_layout_get_marks (DtlLayout *self, guint *n_marks)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (n_marks != NULL)
    *n_marks = self->marks->len;
  return (const DtlPlacedMark *) (const void *) self->marks->data;
}

const DtlPlacedMark *
dtl_layout_get_item_marks (DtlLayout *self, const DtlItem *item)
{
  g_return_val_if_fail (self != NULL && item != NULL, NULL);

  return item->n_marks > 0 ? &g_array_index (self->marks, DtlPlacedMark, item->first_mark) : NULL;
}

/* The item of an entry: the bar that crosses borders, or what its chunk has. */
static const DtlItem *
find_entry (DtlLayout *self, guint lane, uint32_t entry)
{
  DtlLaneState *state = &self->states[lane];
  uint32_t row = state->rows->rows[entry];
  DtlChunk *chunk;

  dtl_layout_ensure_bars (self, state);
  if (!state->is_single_chunk && dtl_layout_is_long (self, state, entry) && dtl_layout_has_bar_row (state, entry))
    {
      const DtlItem *bar = dtl_layout_get_crossing (self, lane, entry);

      if (bar != NULL)
        return bar;
    }
  chunk = dtl_layout_get_chunk (self, lane,
                                dtl_layout_find_chunk_index (self, state, dtl_layout_entry_x0_px (self, state, entry)));
  for (guint i = 0; i < chunk->items->len; i++)
    if (dtl_layout_item_has_row (self, &g_array_index (chunk->items, DtlItem, i), row))
      return &g_array_index (chunk->items, DtlItem, i);
  return NULL;
}

const DtlItem *
dtl_layout_find_in_lane (DtlLayout *self, guint lane, uint32_t row)
{
  uint32_t entry = dtl_lane_rows_find_row (self->states[lane].rows, self->spans, row);

  return entry != DTL_NO_ENTRY ? find_entry (self, lane, entry) : NULL;
}

const DtlItem *
dtl_layout_find_row (DtlLayout *self, uint32_t row)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (row >= self->input.columns->n_dated || !dtl_bitset_get (self->input.visible, row))
    return NULL;
  for (guint i = 0; i < self->n_lanes; i++)
    {
      const DtlItem *item = dtl_layout_find_in_lane (self, i, row);

      if (item != NULL)
        return item;
    }
  return NULL;
}
