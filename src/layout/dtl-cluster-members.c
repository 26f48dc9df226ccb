/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is in a cluster: what lies between two entries of a lane and has no place of its own. Nobody is listed before
 * somebody asks. */
#include "config.h"

#include "layout/dtl-layout-private.h"

/* Where @entry is among those placed, or belongs. */
static guint
find_placed (const DtlChunk *self, uint32_t entry)
{
  guint low = 0;
  guint high = self->placed->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->placed, uint32_t, middle) < entry)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

guint
dtl_chunk_count_placed (const DtlChunk *self, uint32_t first, uint32_t end)
{
  return find_placed (self, end) - find_placed (self, first);
}

uint32_t
dtl_chunk_next_unplaced (const DtlChunk *self, uint32_t entry)
{
  for (guint i = find_placed (self, entry); i < self->placed->len && g_array_index (self->placed, uint32_t, i) == entry;
       i++)
    entry++;
  return entry;
}

gboolean
dtl_chunk_has_placed (const DtlChunk *self, uint32_t entry)
{
  guint at = find_placed (self, entry);

  return at < self->placed->len && g_array_index (self->placed, uint32_t, at) == entry;
}

static const DtlChunk *
get_chunk (DtlLayout *self, const DtlItem *item)
{
  return dtl_layout_get_chunk (self, item->lane, item->chunk);
}

const uint32_t *
dtl_layout_get_cluster_rows (DtlLayout *self, const DtlItem *item)
{
  const DtlChunk *chunk;
  const uint32_t *rows;

  g_return_val_if_fail (self != NULL && item != NULL, NULL);

  if (item->kind != DTL_ITEM_CLUSTER)
    return &item->row;
  chunk = get_chunk (self, item);
  rows = self->states[item->lane].rows->rows;
  g_array_set_size (self->cluster_rows, 0);
  for (uint32_t entry = dtl_chunk_next_unplaced (chunk, item->entry); entry < item->end_entry;
       entry = dtl_chunk_next_unplaced (chunk, entry + 1))
    g_array_append_val (self->cluster_rows, rows[entry]);
  g_assert (self->cluster_rows->len == item->n_events);
  return (const uint32_t *) (const void *) self->cluster_rows->data;
}

uint32_t
dtl_layout_get_first_row (DtlLayout *self, const DtlItem *item)
{
  g_return_val_if_fail (self != NULL && item != NULL, 0);

  return item->kind == DTL_ITEM_CLUSTER ? self->states[item->lane].rows->rows[item->entry] : item->row;
}

gboolean
dtl_layout_item_has_row (DtlLayout *self, const DtlItem *item, uint32_t row)
{
  uint32_t entry;

  g_return_val_if_fail (self != NULL && item != NULL, FALSE);

  if (item->kind != DTL_ITEM_CLUSTER || row >= self->input.columns->n_dated)
    return item->row == row;
  entry = dtl_lane_rows_find_row (self->states[item->lane].rows, self->spans, row);
  return entry != DTL_NO_ENTRY && entry >= item->entry && entry < item->end_entry &&
         !dtl_chunk_has_placed (get_chunk (self, item), entry);
}

static gboolean
is_in_set (const DtlBitset *rows, uint32_t row)
{
  return row < rows->n_bits && dtl_bitset_get (rows, row);
}

uint32_t
dtl_layout_item_count_rows (DtlLayout *self, const DtlItem *item, const DtlBitset *rows, uint32_t most)
{
  const DtlChunk *chunk;
  const uint32_t *all;
  uint32_t count = 0;

  g_return_val_if_fail (self != NULL && item != NULL && rows != NULL, 0);

  if (item->kind != DTL_ITEM_CLUSTER)
    return most > 0 && is_in_set (rows, item->row);
  chunk = get_chunk (self, item);
  all = self->states[item->lane].rows->rows;
  for (uint32_t entry = item->entry; entry < item->end_entry && count < most; entry++)
    count += is_in_set (rows, all[entry]) && !dtl_chunk_has_placed (chunk, entry);
  return count;
}
