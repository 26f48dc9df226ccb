/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the chunks of a lane meet. A border stands near every multiple of the nominal width, at the right end of the
 * widest gap within a quarter of it to both sides: there, labels of what is on the left have most room. It is found
 * from the lane's own starts alone, so that it is the same whoever asks and whatever was placed before.
 *
 *     k * chunk_px - 1/4          k * chunk_px           k * chunk_px + 1/4
 *           |   o   o o  o o            .     o  o    o       |
 *                            \__ gap __/ ^cut
 */
#include "config.h"

#include "layout/dtl-layout-private.h"

#include "base/dtl-arith.h"

/* Where so many things stand at one border, all of them are crowded, and it does not matter. */
#define MOST_CANDIDATES 1024

typedef struct
{
  int64_t right_px; /* of what is known so far */
  int64_t best_gap_px;
  int64_t cut_px;
} GapSearch;

static void
offer (GapSearch *self, int64_t left_px)
{
  if (left_px - self->right_px > self->best_gap_px)
    {
      self->best_gap_px = left_px - self->right_px;
      self->cut_px = left_px;
    }
}

static int64_t
search_gap (const DtlLayout *self, const DtlLaneState *lane, uint32_t first, uint32_t end, int64_t x0_px, int64_t x1_px)
{
  GapSearch search = { x0_px, 0, x0_px };
  int half_px = (self->input.metrics.mark_size_px + 1) / 2;

  for (uint32_t i = first; i < end; i++)
    {
      int64_t left_px = dtl_layout_entry_x0_px (self, lane, i);
      int64_t right_px = dtl_layout_entry_x1_px (self, lane, i);

      offer (&search, left_px - self->pad_px);
      /* Long bars may cross. */
      if (right_px - left_px < self->long_px)
        search.right_px = MAX (search.right_px, right_px + half_px);
    }
  offer (&search, x1_px);
  return search.cut_px;
}

static int64_t
search_cut (const DtlLayout *self, const DtlLaneState *lane, int64_t index)
{
  int64_t nominal_px = index * self->limits.chunk_px;
  int64_t x0_px = nominal_px - self->limits.chunk_px / 4;
  int64_t x1_px = nominal_px + self->limits.chunk_px / 4;
  uint32_t first = dtl_layout_find_entry_px (self, lane, 0, x0_px + self->pad_px);
  uint32_t end = dtl_layout_find_entry_px (self, lane, first, x1_px + self->pad_px);

  if (end - first > MOST_CANDIDATES)
    return nominal_px;
  return search_gap (self, lane, first, end, x0_px, x1_px);
}

/* Asked for again and again, while few are ever needed. */
int64_t
dtl_layout_find_cut_px (const DtlLayout *self, DtlLaneState *lane, int64_t index)
{
  DtlCut cut = { index, 0 };
  guint at = 0;

  if (lane->is_single_chunk)
    return index > 0 ? DTL_WORLD_END_PX : -DTL_WORLD_END_PX;
  if (lane->cuts == NULL)
    lane->cuts = g_array_new (FALSE, FALSE, sizeof (DtlCut));
  while (at < lane->cuts->len && g_array_index (lane->cuts, DtlCut, at).index < index)
    at++;
  if (at < lane->cuts->len && g_array_index (lane->cuts, DtlCut, at).index == index)
    return g_array_index (lane->cuts, DtlCut, at).x_px;
  cut.x_px = search_cut (self, lane, index);
  g_array_insert_val (lane->cuts, at, cut);
  return cut.x_px;
}

int64_t
dtl_layout_find_chunk_index (const DtlLayout *self, DtlLaneState *lane, int64_t x_px)
{
  int64_t index;

  if (lane->is_single_chunk)
    return 0;
  index = dtl_i64_floor_div (x_px, self->limits.chunk_px);
  if (x_px < dtl_layout_find_cut_px (self, lane, index) + self->pad_px)
    return index - 1;
  return x_px >= dtl_layout_find_cut_px (self, lane, index + 1) + self->pad_px ? index + 1 : index;
}
