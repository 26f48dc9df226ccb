/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is in which lane: what depends on columns, filter and grouping, and not on the zoom. Made once for each of them
 * and shared by the layouts of all zoom steps.
 *
 * Each lane has its rows ordered by the start of their span, and, for each block of DTL_LANE_BLOCK of them, the latest
 * end: that is how a range that began far to the left is found without looking at what lies between.
 */
#pragma once

#include "layout/dtl-layout.h"
#include "layout/dtl-spans-private.h"

G_BEGIN_DECLS

#define DTL_LANE_BLOCK 64

/* Powers of two seconds, from which to which buckets are counted: 17 minutes to 17 million years. */
#define DTL_PEAK_FIRST 10
#define DTL_PEAK_LAST  49

/* No row in the lane for a long bar. */
#define DTL_NO_BAR_ROW UINT8_MAX

/**
 * DtlLaneRows: the events of one lane.
 * @name: (nullable): not owned
 * @rows: rows in columns, by span start, then row; an index into it is called an entry
 * @block_to: latest second of each block of entries
 * @longest_seconds: of the spans
 * @has_stub: whether any mark in it reaches beyond its span
 * @bar_rows: (nullable): see dtl_lane_rows_assign_bars()
 * @bar_top: for each power of two seconds, how many rows the bars of that length or more need
 * @peaks: (nullable): for each power of two seconds, the most entries that start in one bucket of that length
 */
typedef struct
{
  uint32_t key;
  int colour;
  const char *name;
  uint32_t *rows;
  uint32_t n_rows;
  int64_t *block_to;
  int64_t longest_seconds;
  gboolean has_stub;
  uint8_t *bar_rows;
  uint8_t bar_top[64];
  uint32_t *peaks;
} DtlLaneRows;

/** DtlLanes: all lanes with at least one visible dated event, top to bottom. */
typedef struct
{
  gatomicrefcount ref_count;
  DtlColumns *columns;
  DtlSpans spans;
  GPtrArray *lanes;      /* of DtlLaneRows, owned */
  uint32_t n_entries;    /* over all lanes */
  int64_t *visible_from; /* (nullable): sorted, of the visible dated events; see dtl_lanes_ensure_counts() */
  int64_t *visible_to;   /* (nullable): sorted */
  uint32_t n_visible;    /* dated ones */
  uint32_t n_undated;    /* visible ones */
} DtlLanes;

DtlLanes *dtl_lanes_new (const DtlLayoutInput *input);
DtlLanes *dtl_lanes_ref (DtlLanes *self);
void dtl_lanes_unref (DtlLanes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlLanes, dtl_lanes_unref)

static inline DtlLaneRows *
dtl_lanes_get (const DtlLanes *self, uint32_t lane)
{
  return g_ptr_array_index (self->lanes, lane);
}

/* For each actor, the actor in whose lane its events stand, or DTL_LANE_NO_KEY; and all actors in the order of their
 * lanes. (transfer full): g_free() */
uint32_t *dtl_lanes_map_actors (const DtlFilter *filter, const DtlActorTable *actors);
uint32_t *dtl_lanes_order_actors (const DtlActorTable *actors);

/* Sorts what dtl_lanes_new() has gathered and builds the blocks. */
void dtl_lane_rows_index (DtlLaneRows *self, const DtlSpans *spans);
/* The first entry whose span starts at or right of @world_px. */
uint32_t
dtl_lane_rows_find_px (const DtlLaneRows *self, const DtlSpans *spans, const DtlTimeScale *scale, int64_t world_px);
/* The first entry from @entry on, and before @end, whose span ends at or after @civil_seconds; @end if there is none.
 */
uint32_t dtl_lane_rows_next_reaching (const DtlLaneRows *self,
                                      const DtlSpans *spans,
                                      uint32_t entry,
                                      uint32_t end,
                                      int64_t civil_seconds);
/* Fills @bar_rows: rows of the lane, up to @n_rows, for spans of any length, such that of the spans that are long at a
 * zoom none touches another in its row. Independent of the zoom; longest first. */
void dtl_lane_rows_assign_bars (DtlLaneRows *self, const DtlSpans *spans, uint8_t n_rows);
/* The most entries that start within @seconds anywhere in the lane, or up to twice as many. */
uint32_t dtl_lane_rows_get_peak (DtlLaneRows *self, const DtlSpans *spans, double seconds);

/* Fills visible_from and visible_to. */
void dtl_lanes_ensure_counts (DtlLanes *self, const DtlBitset *visible);

G_END_DECLS
