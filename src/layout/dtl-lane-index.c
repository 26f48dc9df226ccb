/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding entries of a lane by time: binary search by start, a block index for what reaches in from the left, and how
 * crowded the lane is at its worst. */
#include "config.h"

#include "layout/dtl-lanes-private.h"

#include <stdlib.h>
#include <string.h>

static int
compare_entries (const void *a, const void *b, void *user_data)
{
  const DtlSpans *spans = user_data;
  uint32_t first = *(const uint32_t *) a;
  uint32_t second = *(const uint32_t *) b;

  if (spans->from[first] != spans->from[second])
    return spans->from[first] < spans->from[second] ? -1 : 1;
  return (first > second) - (first < second);
}

/* The columns are ordered by the main mark, so that most lanes come sorted. */
static void
sort_rows (DtlLaneRows *self, const DtlSpans *spans)
{
  gboolean is_sorted = TRUE;

  for (uint32_t i = 1; is_sorted && i < self->n_rows; i++)
    is_sorted = spans->from[self->rows[i - 1]] <= spans->from[self->rows[i]];
  if (!is_sorted)
    qsort_r (self->rows, self->n_rows, sizeof *self->rows, compare_entries, (void *) spans);
}

void
dtl_lane_rows_index (DtlLaneRows *self, const DtlSpans *spans)
{
  sort_rows (self, spans);
  self->block_to = g_new (int64_t, self->n_rows / DTL_LANE_BLOCK + 1);
  for (uint32_t i = 0; i < self->n_rows; i++)
    {
      uint32_t row = self->rows[i];
      uint32_t block = i / DTL_LANE_BLOCK;

      if (i % DTL_LANE_BLOCK == 0 || spans->to[row] > self->block_to[block])
        self->block_to[block] = spans->to[row];
      self->longest_seconds = MAX (self->longest_seconds, dtl_spans_length (spans, row));
      self->has_stub = self->has_stub || spans->has_stub[row];
    }
}

uint32_t
dtl_lane_rows_find_px (const DtlLaneRows *self, const DtlSpans *spans, const DtlTimeScale *scale, int64_t world_px)
{
  uint32_t low = 0;
  uint32_t high = self->n_rows;

  while (low < high)
    {
      uint32_t middle = low + (high - low) / 2;

      if (dtl_time_scale_to_world_px (scale, spans->from[self->rows[middle]]) < world_px)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

uint32_t
dtl_lane_rows_next_reaching (const DtlLaneRows *self,
                             const DtlSpans *spans,
                             uint32_t entry,
                             uint32_t end,
                             int64_t civil_seconds)
{
  while (entry < end)
    if (self->block_to[entry / DTL_LANE_BLOCK] < civil_seconds)
      entry = (entry / DTL_LANE_BLOCK + 1) * DTL_LANE_BLOCK;
    else if (spans->to[self->rows[entry]] < civil_seconds)
      entry++;
    else
      return entry;
  return end;
}

/* Buckets of twice the length, in place. Returns how many are left. */
static uint32_t
merge_buckets (int64_t *buckets, uint32_t *counts, uint32_t n, uint32_t *most)
{
  uint32_t n_merged = 0;

  *most = 0;
  for (uint32_t i = 0; i < n; i++)
    {
      int64_t bucket = buckets[i] >> 1;

      if (n_merged > 0 && buckets[n_merged - 1] == bucket)
        counts[n_merged - 1] += counts[i];
      else
        {
          buckets[n_merged] = bucket;
          counts[n_merged] = counts[i];
          n_merged++;
        }
      *most = MAX (*most, counts[n_merged - 1]);
    }
  return n_merged;
}

static void
count_peaks (DtlLaneRows *self, const DtlSpans *spans)
{
  g_autofree int64_t *buckets = g_new (int64_t, (gsize) self->n_rows + 1);
  g_autofree uint32_t *counts = g_new (uint32_t, (gsize) self->n_rows + 1);
  uint32_t n = self->n_rows;

  self->peaks = g_new0 (uint32_t, DTL_PEAK_LAST + 1);
  for (uint32_t i = 0; i < n; i++)
    {
      buckets[i] = spans->from[self->rows[i]] >> (DTL_PEAK_FIRST - 1);
      counts[i] = 1;
    }
  for (int level = DTL_PEAK_FIRST; level <= DTL_PEAK_LAST; level++)
    n = merge_buckets (buckets, counts, n, &self->peaks[level]);
}

uint32_t
dtl_lane_rows_get_peak (DtlLaneRows *self, const DtlSpans *spans, double seconds)
{
  int level = DTL_PEAK_FIRST;

  if (self->peaks == NULL)
    count_peaks (self, spans);
  while (level < DTL_PEAK_LAST && (double) (INT64_C (1) << level) < seconds)
    level++;
  return MIN (self->peaks[level], G_MAXUINT32 / 2) * 2;
}

static int
compare_seconds (const void *a, const void *b)
{
  int64_t first = *(const int64_t *) a;
  int64_t second = *(const int64_t *) b;

  return (first > second) - (first < second);
}

void
dtl_lanes_ensure_counts (DtlLanes *self, const DtlBitset *visible)
{
  uint32_t n = 0;

  if (self->visible_from != NULL)
    return;
  self->visible_from = g_new (int64_t, (gsize) self->n_visible + 1);
  self->visible_to = g_new (int64_t, (gsize) self->n_visible + 1);
  for (uint32_t row = 0; row < self->columns->n_dated; row++)
    if (dtl_bitset_get (visible, row))
      {
        self->visible_from[n] = self->spans.from[row];
        self->visible_to[n++] = self->spans.to[row];
      }
  g_assert (n == self->n_visible);
  qsort (self->visible_from, n, sizeof *self->visible_from, compare_seconds);
  qsort (self->visible_to, n, sizeof *self->visible_to, compare_seconds);
}
