/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a layout, for this folder: lanes at one zoom, cut into chunks that are placed when they are needed.
 *
 * A chunk of a lane holds the entries whose span starts in it, and places them without knowing what its neighbours
 * hold. For that,
 *   - labels and short things end before the chunk's right border, which is put where the lane has its widest gap;
 *   - long bars that cross a border have their rows from dtl_lane_bars_ensure(), and are no part of any chunk;
 *   - everything else that crosses a border joins a cluster.
 * Small lanes are one chunk, and have none of this.
 *
 *        cut k                         cut k+1                  cut = border of the region in which a chunk places;
 *          |  o Label   o Label         |  o Label              an entry belongs to chunk k if its start lies from
 *          |   |==========================================|     cut k + pad to cut k+1 + pad, so that a mark's left
 *          |        o Label             |                       half is inside, too
 */
#pragma once

#include "layout/dtl-labels-private.h"
#include "layout/dtl-lanes-private.h"
#include "layout/dtl-layout.h"
#include "layout/dtl-marks-private.h"

G_BEGIN_DECLS

/* Between a bar and the lines of its label, above and below. */
#define DTL_ABOVE_GAP_PX 2

/* Left and right of everything. */
#define DTL_WORLD_END_PX (INT64_C (1) << 61)

/**
 * DtlLayoutLimits: where the large case begins; tests make them small.
 * @chunk_px: nominal width of a chunk; a border may move by a quarter of it
 * @single_chunk_entries: lanes with up to so many entries are one chunk
 * @exact_entries: up to so many entries over all lanes, lanes are as high as what is in them; above it, the large ones
 * are as high as they could get
 * @dense_entries: chunks with more entries than this offer only the most important ones of every few pixels a row
 */
typedef struct
{
  int chunk_px;
  uint32_t single_chunk_entries;
  uint32_t exact_entries;
  uint32_t dense_entries;
} DtlLayoutLimits;

/**
 * DtlChunk: a placed part of a lane.
 * @items: of DtlItem; does not grow after placing
 * @placed: of uint32_t: the entries that have a place of their own, in order, those that cross a border included;
 * whatever else is between @first_entry and @end_entry is in a cluster
 */
typedef struct
{
  int64_t index;
  uint32_t first_entry;
  uint32_t end_entry;
  GArray *items;
  GArray *placed;
} DtlChunk;

/** DtlCut: where a chunk begins. */
typedef struct
{
  int64_t index;
  int64_t x_px;
} DtlCut;

/**
 * DtlLaneState: one lane at this zoom.
 * @n_item_rows: rows for events; clusters have one below
 * @n_rows_used: so many have something in them, as far as placed
 * @has_bands: whether rows leave room for titles above bars
 */
typedef struct
{
  DtlLaneRows *rows;
  gboolean is_single_chunk;
  gboolean is_exact;
  gboolean has_bands;
  gboolean has_bars; /* their rows are settled for this zoom */
  guint n_item_rows;
  guint n_rows_used;
  int y_px;           /* of the first row, once heights are known */
  GHashTable *chunks; /* (nullable): index -> DtlChunk */
  GArray *cuts;       /* (nullable): of DtlCut, those that were found, by index */
  GPtrArray *bars;    /* (nullable): of DtlItem, bars that cross a border, as far as they were asked for, by entry */
} DtlLaneState;

/**
 * DtlPutOff: what was placed without all of its titles: a chunk, or a bar that crosses borders.
 * @chunk: its index; @entry: that of the bar, DTL_NO_ENTRY for a chunk
 * @x0_px, @x1_px: what it takes of its lane
 * @first_row, @n_rows: whose titles, among the layout's @put_off_rows
 */
typedef struct
{
  guint lane;
  int64_t chunk;
  uint32_t entry;
  int64_t x0_px;
  int64_t x1_px;
  guint first_row;
  guint n_rows;
} DtlPutOff;

/** DtlRowShape: how high rows are and what stands where in them, in pixels from the row's top. */
typedef struct
{
  int height_px;
  int axis_px;
  int title_px; /* height of a title's line */
  int date_px;
  int bar_px; /* height of marks and bars */
  int cluster_px;
} DtlRowShape;

struct _DtlLayout
{
  gatomicrefcount ref_count;
  DtlLayoutInput input;
  DtlFilter *filter;
  DtlLayoutLimits limits;
  DtlLanes *lanes;
  const DtlSpans *spans; /* the roster's */
  DtlLabels *labels;
  GArray *put_off;      /* of DtlPutOff, in the order in which they were placed */
  GArray *put_off_rows; /* of uint32_t */
  DtlMarkMaker maker;
  int gap_px;                 /* between two things in a row */
  int overhang_px;            /* how far marks and stubs may reach beyond a span */
  int pad_px;                 /* from a cut to the first start that belongs to the chunk */
  int64_t long_px;            /* bars that may cross borders */
  int64_t least_long_seconds; /* what is shorter is no such bar */
  DtlRowShape shapes[2];      /* without and with bands */
  DtlLaneState *states;
  DtlLane *lane_infos;
  guint n_lanes;
  int height_px;
  GArray *marks;        /* of DtlPlacedMark */
  GArray *cluster_rows; /* of uint32_t: those of the cluster that was asked for last */
  GHashTable *links;    /* of DtlPlacedLink: ways of links that were asked for */
};

/* For tests; @limits: (nullable) */
DtlLayout *dtl_layout_new_with_limits (const DtlLayoutInput *input, const DtlLayoutLimits *limits);

/* As dtl_layout_new_scaled(), with labels that keep between two world pixels; equal for none. (transfer full) */
DtlLayout *dtl_layout_new_within (DtlLayout *self, DtlTimeScale scale, int64_t label_x0_px, int64_t label_x1_px);

static inline int64_t
dtl_layout_entry_x0_px (const DtlLayout *self, const DtlLaneState *lane, uint32_t entry)
{
  return dtl_time_scale_to_world_px (&self->input.scale, self->spans->from[lane->rows->rows[entry]]);
}

static inline int64_t
dtl_layout_entry_x1_px (const DtlLayout *self, const DtlLaneState *lane, uint32_t entry)
{
  int64_t to = self->spans->to[lane->rows->rows[entry]];

  return dtl_time_scale_to_world_px (&self->input.scale, to < INT64_MAX ? to + 1 : to);
}

/* dtl-chunk-cuts.c: where chunk @index begins, and which chunk owns a start at @x_px. */
int64_t dtl_layout_find_cut_px (const DtlLayout *self, DtlLaneState *lane, int64_t index);
int64_t dtl_layout_find_chunk_index (const DtlLayout *self, DtlLaneState *lane, int64_t x_px);

static inline uint32_t
dtl_layout_find_entry_px (const DtlLayout *self, const DtlLaneState *lane, uint32_t first, int64_t x_px)
{
  return dtl_lane_rows_find_px (lane->rows, self->spans, &self->input.scale, first, x_px);
}

/* From a label to the break of a fold. */
#define DTL_BREAK_GAP_PX 4

/* dtl-breaks.c: narrows a room about @x_px to what is free of the breaks of folds, and of a little beside these. */
void dtl_layout_clip_to_breaks (const DtlLayout *self, int64_t x_px, int64_t *x0_px, int64_t *x1_px);

/* --- dtl-crossing.c: long bars that cross the border of a chunk --- */

/* To be called before the others: settles the rows of what is long at this zoom. */
void dtl_layout_ensure_bars (const DtlLayout *self, DtlLaneState *lane);
/* The power of two seconds from which on spans may be long bars, and how many rows a lane has for events at most. */
int dtl_layout_get_bar_class (const DtlLayout *self);
guint dtl_layout_get_most_rows (const DtlLayout *self);
/* Whether an entry is so long that it may cross borders, and has a row for that. */
gboolean dtl_layout_is_long (const DtlLayout *self, const DtlLaneState *lane, uint32_t entry);
gboolean dtl_layout_has_bar_row (const DtlLaneState *lane, uint32_t entry);

/* Called for each entry of a bar row that is long and touches a span. */
typedef void (*DtlBarVisitor) (uint32_t entry, uint8_t row, gpointer user_data);
void dtl_layout_visit_bars (const DtlLayout *self,
                            const DtlLaneState *lane,
                            int64_t x0_px,
                            int64_t x1_px,
                            DtlBarVisitor visitor,
                            gpointer user_data);
/* The item of a bar that crosses a border, placed at the first call; NULL for one that does not, and is its chunk's. */
DtlItem *dtl_layout_get_crossing (DtlLayout *self, guint lane, uint32_t entry);
/* The same, placed anew. */
void dtl_layout_replace_crossing (DtlLayout *self, guint lane, uint32_t entry);

/* --- dtl-cluster-members.c --- */

/* How many entries of @first to before @end are placed themselves, and the first that is not, from @entry on. */
guint dtl_chunk_count_placed (const DtlChunk *self, uint32_t first, uint32_t end);
uint32_t dtl_chunk_next_unplaced (const DtlChunk *self, uint32_t entry);
gboolean dtl_chunk_has_placed (const DtlChunk *self, uint32_t entry);

/* dtl-layout-items.c: what stands for an event in a lane, placing it; NULL if it is not in there. */
const DtlItem *dtl_layout_find_in_lane (DtlLayout *self, guint lane, uint32_t row);

/* dtl-links.c: for @links of a layout. */
GHashTable *dtl_links_new_cache (void);

/* dtl-layout-titles.c: remembers what was placed without all of its titles; @n_put_off: how many rows the labels had
 * put off before that. */
void dtl_layout_note_put_off (DtlLayout *self, DtlPutOff put_off, guint n_put_off);

/* dtl-chunk.c: places what is not placed; (transfer none). */
DtlChunk *dtl_layout_get_chunk (DtlLayout *self, guint lane, int64_t index);
/* Places it anew. */
void dtl_layout_replace_chunk (DtlLayout *self, guint lane, int64_t index);
void dtl_chunk_free (gpointer chunk);

/** DtlItemVisitor: called for each item. */
typedef void (*DtlItemVisitor) (DtlItem *item, gpointer user_data);

/* dtl-layout-visit.c: every item of a lane that touches the span, placing what is needed; @visitor: (nullable). */
void dtl_layout_visit (DtlLayout *self,
                       guint lane,
                       int64_t x0_px,
                       int64_t x1_px,
                       DtlItemVisitor visitor,
                       gpointer user_data);

/* dtl-layout-fit.c: how many pixels of labels of a span's events are shown. */
int64_t dtl_layout_measure_shown (DtlLayout *self, int64_t from_seconds, int64_t to_seconds);

/* dtl-layout.c: a layout in two steps, of which the first needs neither filter nor zoom. */
DtlRoster *dtl_layout_make_roster (const DtlLayoutInput *input, const DtlLayoutLimits *limits);
DtlLayout *dtl_layout_new_with_roster (const DtlLayoutInput *input, const DtlLayoutLimits *limits, DtlRoster *roster);

G_END_DECLS
