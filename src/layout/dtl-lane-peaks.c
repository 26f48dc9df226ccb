/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How crowded a lane is at its worst: what its height rests on where it is not placed as a whole. A small lane is
 * looked at exactly; of a large one the counts in buckets of powers of two are kept, made by halving them again and
 * again. */
#include "config.h"

#include "layout/dtl-lanes-private.h"

/* Up to so many entries are looked at exactly. */
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

/* The shortest time in which so many entries start. */
static double
find_window (const DtlLaneRows *self, const DtlSpans *spans, uint32_t n)
{
  double shortest = G_MAXDOUBLE;

  for (uint32_t i = n - 1; i < self->n_rows; i++)
    shortest = MIN (shortest, (double) spans->from[self->rows[i]] - (double) spans->from[self->rows[i - (n - 1)]]);
  return shortest;
}

/* Asked at every zoom, so that the shortest times are kept, for as many entries as anybody wanted to know of: each is
 * as long as the one before it, or longer. */
static uint32_t
count_in_windows (DtlLaneRows *self, const DtlSpans *spans, double seconds, uint32_t most)
{
  uint32_t n = 0;

  if (self->windows == NULL)
    self->windows = g_array_new (FALSE, FALSE, sizeof (double));
  for (; n < MIN (most, self->n_rows); n++)
    {
      if (n == self->windows->len)
        {
          double window = find_window (self, spans, n + 1);

          g_array_append_val (self->windows, window);
        }
      if (g_array_index (self->windows, double, n) > seconds)
        break;
    }
  return n;
}

void
dtl_lane_rows_prepare_peaks (DtlLaneRows *self, const DtlSpans *spans)
{
  if (self->n_rows > FEW_ENTRIES && self->peaks == NULL)
    count_peaks (self, spans);
}

uint32_t
dtl_lane_rows_get_peak (DtlLaneRows *self, const DtlSpans *spans, double seconds, uint32_t most)
{
  int level = DTL_PEAK_FIRST;

  if (self->n_rows <= FEW_ENTRIES)
    return count_in_windows (self, spans, seconds, most);
  dtl_lane_rows_prepare_peaks (self, spans);
  while (level < DTL_PEAK_LAST && (double) (INT64_C (1) << level) < seconds)
    level++;
  return MIN (self->peaks[level], G_MAXUINT32 / 2) * 2;
}
