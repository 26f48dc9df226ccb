/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is on a picture and what is not: for the line of notes below its timeline, and for whoever shows a preview. */
#include "config.h"

#include "render/dtl-picture-private.h"

static void
count_lanes (const DtlComposition *self, int cut_px, DtlPictureFacts *facts)
{
  guint n_lanes, first, end;
  const DtlLane *lanes = dtl_layout_get_lanes (self->layout, &n_lanes);

  dtl_composition_get_lane_range (self, &first, &end);
  facts->n_lanes = 0;
  for (guint i = first; i < end; i++)
    facts->n_lanes += lanes[i].y_px + lanes[i].height_px <= cut_px;
  facts->n_lanes_left = n_lanes - facts->n_lanes;
  facts->n_lanes_cut = end - first - facts->n_lanes;
}

static void
count_left_blocks (const DtlComposition *self, guint first_left_line, DtlPictureFacts *facts)
{
  facts->n_passages_left = facts->n_sources_left = 0;
  for (guint i = first_left_line; i < self->body->lines->len; i++)
    if (g_array_index (self->body->lines, DtlFlowLine, i).is_block_start)
      *(i < self->body_sources_line ? &facts->n_passages_left : &facts->n_sources_left) += 1;
}

/* An event in several lanes is one event. */
static guint
count_events (DtlComposition *self, guint n_rows, int cut_px)
{
  int top_px = dtl_composition_get_lanes_top_px (self);
  g_autoptr (GPtrArray) items = dtl_layout_get_items_in (self->layout, self->x0_px, self->x1_px, top_px, cut_px);
  g_autoptr (DtlBitset) rows = dtl_bitset_new (n_rows, FALSE);
  guint n_more = 0;
  int more_x_px = 0;
  g_autoptr (GArray) shelf = dtl_layout_get_shelf (self->layout, self->paint.viewport.width_px, &n_more, &more_x_px);

  for (guint i = 0; i < items->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (items, i);
      const uint32_t *members;

      if (item->y0_px < top_px || item->y1_px > cut_px)
        continue;
      members = dtl_layout_get_cluster_rows (self->layout, item);
      for (guint k = 0; k < MAX (item->n_events, 1); k++)
        dtl_bitset_set (rows, members[k], TRUE);
    }
  return dtl_bitset_count (rows) + shelf->len;
}

void
dtl_composition_count (DtlComposition *self, int cut_px, guint first_left_line, DtlPictureFacts *facts)
{
  DtlSpanCounts counts = { 0 };

  dtl_layout_count_span (self->layout, self->x0_px, self->x1_px, &counts);
  facts->n_before = counts.n_before;
  facts->n_after = counts.n_after;
  facts->n_events = count_events (self, counts.n_total, cut_px);
  count_lanes (self, cut_px, facts);
  count_left_blocks (self, first_left_line, facts);
}
