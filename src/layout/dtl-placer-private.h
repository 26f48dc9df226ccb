/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Placing one chunk: where an event goes in its rows, and what becomes of those for which there is no place. */
#pragma once

#include "layout/dtl-layout-private.h"
#include "layout/dtl-rows-private.h"

G_BEGIN_DECLS

/**
 * DtlPlacer: lives while a chunk is placed.
 * @x0_px, @x1_px: the chunk's region
 * @chunk: (nullable): NULL for a bar that crosses borders, and then @rows and @below as well
 * @rows: the lane's item rows, and the row of clusters below them
 * @scratch: of DtlPlacedMark: those of the event in hand
 * @below: of uint32_t: entries that were placed in the row of clusters
 * @n_put_off: how many titles were put off before the chunk's own
 */
typedef struct
{
  DtlLayout *layout;
  guint lane_index;
  DtlLaneState *lane;
  DtlChunk *chunk;
  int64_t x0_px;
  int64_t x1_px;
  DtlRows *rows;
  GArray *scratch;
  GArray *below;
  guint n_put_off;
} DtlPlacer;

/* Places an event where it fits best, or leaves it for a cluster. */
void dtl_placer_add (DtlPlacer *self, uint32_t entry);
/* Places a long bar that crosses borders in the row that is its own, without a chunk. */
void dtl_placer_place_crossing (DtlLayout *layout, guint lane, uint32_t entry, DtlItem *item);
/* How far its marks, bars and bands reach. */
void dtl_placer_measure (DtlPlacer *self, uint32_t entry, int64_t *x0_px, int64_t *x1_px);
/* What a label may take of a room: see DtlLayoutInput. */
void dtl_placer_clip_to_labels (const DtlPlacer *self, int64_t *x0_px, int64_t *x1_px);
/* Places an event in the row of clusters between @x0_px and @x1_px, where its marks must fit, with what fits of its
 * label. Returns: its right end */
int64_t dtl_placer_add_below (DtlPlacer *self, uint32_t entry, int64_t x0_px, int64_t x1_px);

/* dtl-cluster.c: turns what has no place into clusters. */
void dtl_placer_add_clusters (DtlPlacer *self);

/* dtl-cluster-label.c: how wide a pill is that has but the count of so many events; one that has a title beside that;
 * and what stands in a pill that may reach from @x0_px to @end_px, of an item that has its row and number of events. */
int dtl_cluster_measure_count (const DtlPlacer *self, guint n_events);
int dtl_cluster_measure_title_slot (const DtlPlacer *self, int count_slot_px);
void dtl_cluster_set_label (const DtlPlacer *self, int64_t x0_px, int64_t end_px, DtlItem *item);

/* dtl-grow.c: lets titles that were cut grow into what is free of their rows; that of a crossing bar within it. */
void dtl_placer_grow_labels (DtlPlacer *self);
void dtl_placer_grow_crossing (DtlPlacer *self, DtlItem *item);

/* dtl-candidates.c: which entries of the chunk are offered a place of their own, in the order in which they choose;
 * those that are placed already are not among them. (element-type uint32_t) (transfer full) */
GArray *dtl_placer_choose_candidates (DtlPlacer *self);

static inline const DtlRowShape *
dtl_placer_get_shape (const DtlPlacer *self)
{
  return &self->layout->shapes[self->lane->has_bands ? 1 : 0];
}

/* A label left of its mark keeps twice the gap from what is left of it, so that it is not read as that one's. */
static inline int
dtl_item_extra_gap_px (const DtlLayout *layout, const DtlItem *item)
{
  return item->label != NULL && item->label_end && !item->label_above ? layout->gap_px : 0;
}

/* The top of a row. */
static inline int
dtl_placer_get_row_y_px (const DtlPlacer *self, guint row)
{
  return self->lane->y_px +
         (int) row * (dtl_placer_get_shape (self)->height_px + self->layout->input.metrics.row_gap_px);
}

G_END_DECLS
