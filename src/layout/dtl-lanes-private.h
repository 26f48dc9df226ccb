/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is in which lane, and how a lane of a million events is asked about a few pixels of it.
 *
 *   roster   made once for a grouping of a case, whatever the filter: for each key (actor, kind, source) the rows of
 *            all its events, by the start of their span
 *   lanes    made for each filter: a lane of which everything shows is the roster's own; of any other the rows that
 *            show are picked out, in their order. So switching an actor costs a look at bits, and no sorting
 *   layout   made for each zoom, with chunks that are placed when they are seen
 *
 * Within a lane, an index into its rows is called an entry. Since entries are sorted by start, the events of any span
 * of time, or of any pixels at any zoom, are entries first to before end, found by binary search: how many there are
 * needs no counting. Above the entries stands a pyramid: each block of DTL_LANE_FAN entries has its latest end and its
 * most important entry, each block of so many blocks as well, and so on. With that
 *   - ranges that began far to the left are found without looking at what lies between,
 *   - the few most important of any span are found without looking at the others,
 *   - a cluster knows its count, its most important event and its end, and lists its events only when it is opened.
 *
 *   level 1                  [      to, best      ][ ...
 *   level 0   [ to, best ][ to, best ] ... 16 of them
 *   entries   16 each, by start
 */
#pragma once

#include "layout/dtl-lanes.h"
#include "layout/dtl-layout.h"
#include "layout/dtl-spans-private.h"
#include "layout/dtl-time-ranks-private.h"

G_BEGIN_DECLS

#define DTL_LANE_FAN        16
#define DTL_LANE_MAX_LEVELS 8

/* Powers of two seconds, from which to which buckets are counted: 17 minutes to 17 million years. */
#define DTL_PEAK_FIRST 10
#define DTL_PEAK_LAST  49

/* No row in the lane for a long bar. */
#define DTL_NO_BAR_ROW UINT8_MAX

#define DTL_NO_ENTRY UINT32_MAX

typedef struct _DtlLaneBars DtlLaneBars;

/**
 * DtlRowOrder: who goes before whom. The more important first; of equally important ones the earlier in a small case.
 * In a large one, where most are equal and few can show, an order by a hash of the id: then those that show at one zoom
 * are mostly those that show at the next.
 */
typedef struct
{
  const DtlColumns *columns;
  gboolean is_hashed;
} DtlRowOrder;

static inline uint64_t
dtl_row_order_get_priority (const DtlRowOrder *self, uint32_t row)
{
  uint64_t importance = (uint64_t) self->columns->importance[row] << 32;

  if (!self->is_hashed)
    return importance;
  return importance | (((uint64_t) self->columns->id[row] * UINT64_C (0x9e3779b97f4a7c15)) >> 32);
}

/**
 * DtlLaneRows: the events of one lane.
 * @rows: rows in columns, by span start, then row; the roster's or @own_rows
 * @to: of each level of the pyramid: the latest second of each block
 * @best: the most important entry of each block, of equal ones the first
 * @priority: of that entry
 * @starts: of each lowest block: the start of its first entry
 * @ranks: of each lowest block: its entries from the best to the least, as places in it of 4 bits each; 0 where nobody
 * asked yet
 * @longest_seconds: of the spans
 * @has_stub: whether any mark in it reaches beyond its span
 * @n_of_class: how many spans have a length of each power of two seconds
 * @peaks: (nullable): for each power of two seconds, the most entries that start in one bucket of that length
 * @windows: (nullable): of double: the shortest time in which one entry starts, two, and so on
 * @bars: (nullable): see dtl_lane_bars_ensure()
 */
typedef struct
{
  const uint32_t *rows;
  uint32_t *own_rows;
  uint32_t n_rows;
  int n_levels;
  int64_t *to[DTL_LANE_MAX_LEVELS];
  uint32_t *best[DTL_LANE_MAX_LEVELS];
  uint64_t *priority[DTL_LANE_MAX_LEVELS];
  int64_t *starts;
  uint64_t *ranks;
  int64_t longest_seconds;
  gboolean has_stub;
  uint32_t n_of_class[64];
  uint32_t *peaks;
  GArray *windows;
  DtlLaneBars *bars;
} DtlLaneRows;

/** DtlRoster: all events of a case by key. Threads share it: only @lanes are made later, under @lock. */
struct _DtlRoster
{
  gatomicrefcount ref_count;
  DtlColumns *columns;
  DtlGrouping grouping;
  DtlSpans spans;
  DtlRowOrder order;
  DtlTimeRanks from_ranks;
  DtlTimeRanks to_ranks;
  uint32_t n_keys;
  uint32_t *first; /* n_keys + 2; the last slot has the events without a key */
  uint32_t *rows;  /* slot by slot, by span start, then row */
  GArray *eras;    /* of uint32_t: rows of eras, which are in no slot, by span start, then row */
  GMutex lock;
  DtlLaneRows **lanes; /* n_keys + 1, NULL where nobody asked yet */
};

/* @small_entries: up to so many entries it is a small case (see DtlRowOrder) */
DtlRoster *dtl_roster_new (DtlColumns *columns, DtlGrouping grouping, uint32_t n_keys, uint32_t small_entries);
/* The lane of all events of a slot, whether they show or not; (transfer none). In any thread; what a lane keeps of
 * questions about it (windows, bars) belongs to the thread that lays out. */
DtlLaneRows *dtl_roster_get_lane (DtlRoster *self, uint32_t slot);

/** DtlLaneHead: a lane among the others. @name: (nullable): not owned, or @own_name. @own: @rows where they are not the
 * roster's */
typedef struct
{
  uint32_t key;
  int colour;
  const char *name;
  char *own_name;
  DtlLaneRows *rows;
  DtlLaneRows *own;
} DtlLaneHead;

/** DtlEraRow: an era and in which row of the strip its name stands; DTL_ERA_NO_STRIP where all rows are taken. */
typedef struct
{
  uint32_t row;
  int strip;
} DtlEraRow;

/** DtlLanes: all lanes with at least one visible dated event, top to bottom. @visible: of which filter they are */
struct _DtlLanes
{
  gatomicrefcount ref_count;
  DtlRoster *roster;
  DtlBitset *visible;
  GArray *heads;      /* of DtlLaneHead */
  uint32_t n_entries; /* over all lanes */
  GArray *eras;       /* of DtlEraRow: those that show, by span start */
  int n_era_strips;
  GArray
      *shelf; /* (nullable): of uint32_t: undated rows that show, in the order of the shelf, once they were asked for */
  uint32_t *block_counts; /* of visible rows; see dtl-time-ranks-private.h */
  uint32_t n_visible;     /* dated ones */
  uint32_t n_undated;     /* visible ones */
};

/* dtl-eras.c: fills in what of the roster's eras shows, and how many rows their names take. */
void dtl_lanes_init_eras (DtlLanes *self, const DtlBitset *visible);

/* The lanes that @input has, where these are of its filter; else new ones. @roster: of the same columns and grouping;
 * (transfer none) */
DtlLanes *dtl_lanes_new (const DtlLayoutInput *input, DtlRoster *roster);
/* How many keys the grouping has. */
uint32_t dtl_lanes_count_keys (const DtlLayoutInput *input);

static inline const DtlLaneHead *
dtl_lanes_get (const DtlLanes *self, uint32_t lane)
{
  return &g_array_index (self->heads, DtlLaneHead, lane);
}

/* For each actor, the actor in whose lane its events stand, or DTL_LANE_NO_KEY; and all actors in the order of their
 * lanes. (transfer full): g_free() */
uint32_t *dtl_lanes_map_actors (const DtlFilter *filter, const DtlActorTable *actors);
uint32_t *dtl_lanes_order_actors (const DtlActorTable *actors);

/* --- dtl-lane-index.c ------------------------------------------------------------------------------------------- */

/* @rows: sorted; kept, and freed with the lane if @is_owned. (transfer full) */
DtlLaneRows *
dtl_lane_rows_new (uint32_t *rows, uint32_t n_rows, gboolean is_owned, const DtlRowOrder *order, const DtlSpans *spans);
void dtl_lane_rows_free (DtlLaneRows *self);

/* The first entry from @first on whose span starts at or right of @world_px. */
uint32_t dtl_lane_rows_find_px (const DtlLaneRows *self,
                                const DtlSpans *spans,
                                const DtlTimeScale *scale,
                                uint32_t first,
                                int64_t world_px);
/* The entry of a row, or DTL_NO_ENTRY. */
uint32_t dtl_lane_rows_find_row (const DtlLaneRows *self, const DtlSpans *spans, uint32_t row);

/** DtlLaneSummary: of some entries. @best: the most important, DTL_NO_ENTRY for none, with its @priority.
 * @to: INT64_MIN for none */
typedef struct
{
  uint32_t best;
  uint64_t priority;
  int64_t to;
} DtlLaneSummary;

/* Adds what is in entries @first to before @end. */
void dtl_lane_rows_summarize (const DtlLaneRows *self,
                              const DtlRowOrder *order,
                              const DtlSpans *spans,
                              uint32_t first,
                              uint32_t end,
                              DtlLaneSummary *summary);
/* Where a walk over @first to before @end, standing at @entry, goes next: the level of the largest block that begins
 * there and lies within, -1 for the entry alone. @size: (out): how many entries that has */
int dtl_lane_rows_find_level (const DtlLaneRows *self, uint32_t entry, uint32_t end, uint32_t *size);
/* Whether entry @a goes before @b. */
static inline gboolean
dtl_lane_is_better (uint64_t priority_a, uint32_t a, uint64_t priority_b, uint32_t b)
{
  return priority_a != priority_b ? priority_a > priority_b : a < b;
}

/* --- dtl-lane-choice.c ------------------------------------------------------------------------------------------ */

/* The most important entries of @first to before @end, the best first. @n: how many at most, DTL_LANE_MAX_CHOSEN of
 * them at most. Returns: how many */
#define DTL_LANE_MAX_CHOSEN 32
guint dtl_lane_rows_choose (const DtlLaneRows *self,
                            const DtlRowOrder *order,
                            uint32_t first,
                            uint32_t end,
                            guint n,
                            uint32_t *chosen);

/* --- dtl-lane-peaks.c ------------------------------------------------------------------------------------------- */

/* Counts what dtl_lane_rows_get_peak() would count at its first call for a large lane; before others have the lane. */
void dtl_lane_rows_prepare_peaks (DtlLaneRows *self, const DtlSpans *spans);
/* The most entries that start within @seconds anywhere in the lane, or up to twice as many in a large lane; @most is as
 * good as more. */
uint32_t dtl_lane_rows_get_peak (DtlLaneRows *self, const DtlSpans *spans, double seconds, uint32_t most);

/* --- dtl-bar-rows.c --------------------------------------------------------------------------------------------- */

/* Settles the rows, out of @n_rows, of all spans of at least 2^@length_class seconds. */
void dtl_lane_bars_ensure (DtlLaneRows *lane, const DtlSpans *spans, uint8_t n_rows, int length_class);
/* Begins with what a closer zoom will ask for, down to that class, or goes on with it: at most @n_most spans look for a
 * row. After dtl_lane_bars_ensure(). */
void dtl_lane_bars_go_ahead (DtlLaneRows *lane, const DtlSpans *spans, int length_class, uint32_t n_most);
void dtl_lane_bars_free (DtlLaneBars *self);
/* The row of an entry, DTL_NO_BAR_ROW where there is none, or where it is too short for one. */
uint8_t dtl_lane_bars_get_row (const DtlLaneRows *lane, uint32_t entry);
/* How many rows the spans of at least that length take. */
uint8_t dtl_lane_bars_get_top (const DtlLaneRows *lane, int length_class);
/* The entries of a class in a row, ascending; in a row none touches another. */
const uint32_t *dtl_lane_bars_get_entries (const DtlLaneRows *lane, uint8_t row, int length_class, guint *n_entries);
/* The power of two seconds that a length has. */
static inline int
dtl_length_class (int64_t length_seconds)
{
  return 63 - __builtin_clzll ((unsigned long long) MAX (length_seconds, 1));
}

G_END_DECLS
