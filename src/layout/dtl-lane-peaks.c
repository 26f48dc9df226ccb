/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How crowded a lane is at its worst: what its height rests on where it is not placed as a whole. A small lane is
 * looked at exactly; of a large one the counts in buckets of powers of two are kept, made by halving them again and
 * again. */
#include "config.h"

#include "layout/dtl-lanes-private.h"

/* Up to so many entries are walked through at every zoom. */
#define FEW_ENTRIES 256

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

/* One bucket for each of the shortest lengths in which something starts. */
static uint32_t
gather_buckets (const DtlLaneRows *self, const DtlSpans *spans, int64_t *buckets, uint32_t *counts)
{
  uint32_t n = 0;

  for (uint32_t i = 0; i < self->n_rows; i++)
    {
      int64_t bucket = spans->from[self->rows[i]] >> (DTL_PEAK_FIRST - 1);

      if (n > 0 && buckets[n - 1] == bucket)
        counts[n - 1]++;
      else
        {
          buckets[n] = bucket;
          counts[n++] = 1;
        }
    }
  return n;
}

static void
count_peaks (DtlLaneRows *self, const DtlSpans *spans)
{
  g_autofree int64_t *buckets = g_new (int64_t, (gsize) self->n_rows + 1);
  g_autofree uint32_t *counts = g_new (uint32_t, (gsize) self->n_rows + 1);
  uint32_t n = gather_buckets (self, spans, buckets, counts);

  self->peaks = g_new0 (uint32_t, DTL_PEAK_LAST + 1);
  for (int level = DTL_PEAK_FIRST; level <= DTL_PEAK_LAST; level++)
    n = merge_buckets (buckets, counts, n, &self->peaks[level]);
}

/* The most entries that any window of this length holds. */
static uint32_t
slide_window (const DtlLaneRows *self, const DtlSpans *spans, double seconds)
{
  uint32_t most = 0;
  uint32_t first = 0;

  for (uint32_t i = 0; i < self->n_rows; i++)
    {
      double from = (double) spans->from[self->rows[i]];

      while (from - (double) spans->from[self->rows[first]] > seconds)
        first++;
      most = MAX (most, i - first + 1);
    }
  return most;
}

uint32_t
dtl_lane_rows_get_peak (DtlLaneRows *self, const DtlSpans *spans, double seconds)
{
  int level = DTL_PEAK_FIRST;

  if (self->n_rows <= FEW_ENTRIES)
    return slide_window (self, spans, seconds);
  if (self->peaks == NULL)
    count_peaks (self, spans);
  while (level < DTL_PEAK_LAST && (double) (INT64_C (1) << level) < seconds)
    level++;
  return MIN (self->peaks[level], G_MAXUINT32 / 2) * 2;
}
