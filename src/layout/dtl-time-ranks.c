/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dtl-time-ranks-private.h"

static uint32_t
n_blocks (uint32_t n)
{
  return n / DTL_RANK_BLOCK + (n % DTL_RANK_BLOCK != 0);
}

void
dtl_time_ranks_init (DtlTimeRanks *self, const int64_t *times, uint32_t n)
{
  self->times = times;
  self->n = n;
  self->least = g_new (int64_t, (gsize) n_blocks (n) + 1);
  self->largest = g_new (int64_t, (gsize) n_blocks (n) + 1);
  for (uint32_t row = 0; row < n; row++)
    {
      uint32_t block = row / DTL_RANK_BLOCK;

      if (row % DTL_RANK_BLOCK == 0)
        self->least[block] = self->largest[block] = times[row];
      self->least[block] = MIN (self->least[block], times[row]);
      self->largest[block] = MAX (self->largest[block], times[row]);
    }
}

void
dtl_time_ranks_clear (DtlTimeRanks *self)
{
  g_free (self->least);
  g_free (self->largest);
}

uint32_t *
dtl_time_ranks_count_blocks (const DtlBitset *visible, uint32_t n)
{
  uint32_t *counts = g_new (uint32_t, (gsize) n_blocks (n) + 1);

  for (uint32_t i = 0; i < n_blocks (n); i++)
    counts[i] = dtl_bitset_count_range (visible, i * DTL_RANK_BLOCK, MIN (n - i * DTL_RANK_BLOCK, DTL_RANK_BLOCK));
  return counts;
}

static uint32_t
count_in_block (const DtlTimeRanks *self, const DtlBitset *visible, uint32_t block, int64_t limit)
{
  uint32_t first = block * DTL_RANK_BLOCK;
  uint32_t end = first + MIN (self->n - first, DTL_RANK_BLOCK);
  uint32_t count = 0;

  for (uint32_t row = first; row < end; row++)
    count += self->times[row] < limit && dtl_bitset_get (visible, row);
  return count;
}

uint32_t
dtl_time_ranks_count_below (const DtlTimeRanks *self, const DtlBitset *visible, const uint32_t *counts, int64_t limit)
{
  uint32_t count = 0;

  for (uint32_t i = 0; i < n_blocks (self->n); i++)
    if (self->largest[i] < limit)
      count += counts[i];
    else if (self->least[i] < limit)
      count += count_in_block (self, visible, i, limit);
  return count;
}
