/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many of the rows that show have a time below a given one, without sorting them for every filter. Rows come almost
 * in the order of their times, so that a block of them is mostly below as a whole, or not at all: a block knows its
 * least and its largest time, whatever the filter, and for a filter how many of its rows show.
 */
#pragma once

#include "model/dtl-filter.h"

G_BEGIN_DECLS

#define DTL_RANK_BLOCK 4096

/** DtlTimeRanks: @times: by row, @n of them; not owned. @least, @largest: of each block */
typedef struct
{
  const int64_t *times;
  uint32_t n;
  int64_t *least;
  int64_t *largest;
} DtlTimeRanks;

void dtl_time_ranks_init (DtlTimeRanks *self, const int64_t *times, uint32_t n);
void dtl_time_ranks_clear (DtlTimeRanks *self);

/* For each block of @n rows, how many are visible: (transfer full) */
uint32_t *dtl_time_ranks_count_blocks (const DtlBitset *visible, uint32_t n);

/* How many visible rows have a time below @limit. @counts: of the same bits */
uint32_t
dtl_time_ranks_count_below (const DtlTimeRanks *self, const DtlBitset *visible, const uint32_t *counts, int64_t limit);

G_END_DECLS
