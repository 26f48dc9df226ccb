/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking a lane: binary search by start, and the pyramid for ends and for what is most important. See the header. */
#include "config.h"

#include "layout/dtl-lanes-private.h"

static uint32_t
n_blocks (uint32_t n)
{
  return n / DTL_LANE_FAN + (n % DTL_LANE_FAN != 0);
}

static uint64_t
get_priority (const DtlLaneRows *self, const DtlRowOrder *order, uint32_t entry)
{
  return dtl_row_order_get_priority (order, self->rows[entry]);
}

/* --- making ----------------------------------------------------------------------------------------------------- */

static void
add_level (DtlLaneRows *self, uint32_t n)
{
  self->to[self->n_levels] = g_new (int64_t, n);
  self->best[self->n_levels] = g_new (uint32_t, n);
  self->priority[self->n_levels] = g_new (uint64_t, n);
  self->n_levels++;
}

/* Adds to a block; @is_first: it is empty so far. */
static void
add_to_block (DtlLaneRows *self,
              int level,
              uint32_t block,
              gboolean is_first,
              int64_t to,
              uint64_t priority,
              uint32_t entry)
{
  if (is_first || to > self->to[level][block])
    self->to[level][block] = to;
  if (!is_first && !dtl_lane_is_better (priority, entry, self->priority[level][block], self->best[level][block]))
    return;
  self->best[level][block] = entry;
  self->priority[level][block] = priority;
}

static void
index_entries (DtlLaneRows *self, const DtlRowOrder *order, const DtlSpans *spans)
{
  for (uint32_t entry = 0; entry < self->n_rows; entry++)
    {
      uint32_t row = self->rows[entry];
      int64_t length = dtl_spans_length (spans, row);

      if (entry % DTL_LANE_FAN == 0)
        self->starts[entry / DTL_LANE_FAN] = spans->from[row];
      add_to_block (self, 0, entry / DTL_LANE_FAN, entry % DTL_LANE_FAN == 0, spans->to[row],
                    dtl_row_order_get_priority (order, row), entry);
      self->longest_seconds = MAX (self->longest_seconds, length);
      self->n_of_class[dtl_length_class (length)]++;
      self->has_stub = self->has_stub || spans->has_stub[row];
    }
}

static void
index_blocks (DtlLaneRows *self, int level, uint32_t n_below)
{
  for (uint32_t i = 0; i < n_below; i++)
    add_to_block (self, level, i / DTL_LANE_FAN, i % DTL_LANE_FAN == 0, self->to[level - 1][i],
                  self->priority[level - 1][i], self->best[level - 1][i]);
}

DtlLaneRows *
dtl_lane_rows_new (uint32_t *rows, uint32_t n_rows, gboolean is_owned, const DtlRowOrder *order, const DtlSpans *spans)
{
  DtlLaneRows *self = g_new0 (DtlLaneRows, 1);
  uint32_t n = n_blocks (n_rows);

  self->rows = rows;
  self->own_rows = is_owned ? rows : NULL;
  self->n_rows = n_rows;
  if (n_rows == 0)
    return self;
  self->starts = g_new (int64_t, n);
  self->ranks = g_new0 (uint64_t, n);
  add_level (self, n);
  index_entries (self, order, spans);
  while (n > 1)
    {
      add_level (self, n_blocks (n));
      index_blocks (self, self->n_levels - 1, n);
      n = n_blocks (n);
    }
  return self;
}

void
dtl_lane_rows_free (DtlLaneRows *self)
{
  for (int level = 0; level < self->n_levels; level++)
    {
      g_free (self->to[level]);
      g_free (self->best[level]);
      g_free (self->priority[level]);
    }
  g_free (self->starts);
  g_free (self->ranks);
  g_free (self->own_rows);
  g_free (self->peaks);
  g_clear_pointer (&self->windows, g_array_unref);
  g_clear_pointer (&self->bars, dtl_lane_bars_free);
  g_free (self);
}

/* --- searching -------------------------------------------------------------------------------------------------- */

/* The first block from @first on whose first entry does not start before @world_px. */
static uint32_t
find_block_px (const DtlLaneRows *self, const DtlTimeScale *scale, uint32_t first, int64_t world_px)
{
  uint32_t n = n_blocks (self->n_rows);
  uint32_t low = first;
  uint32_t high = first;
  uint32_t step = 1;

  /* In growing steps from @first on: what is looked for is often near. */
  while (high < n && dtl_time_scale_to_world_px (scale, self->starts[high]) < world_px)
    {
      low = high + 1;
      high = step < n - high ? high + step : n;
      step = MIN (step * 4, UINT32_MAX / 8);
    }
  while (low < high)
    {
      uint32_t middle = low + (high - low) / 2;

      if (dtl_time_scale_to_world_px (scale, self->starts[middle]) < world_px)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

uint32_t
dtl_lane_rows_find_px (const DtlLaneRows *self,
                       const DtlSpans *spans,
                       const DtlTimeScale *scale,
                       uint32_t first,
                       int64_t world_px)
{
  uint32_t block = first / DTL_LANE_FAN + 1;
  uint32_t low = first;
  uint32_t high;

  if (first >= self->n_rows)
    return first;
  block = find_block_px (self, scale, block, world_px);
  /* In the block before that. */
  low = MAX (first, (block - 1) * DTL_LANE_FAN);
  high = MIN (block * DTL_LANE_FAN, self->n_rows);
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
dtl_lane_rows_find_row (const DtlLaneRows *self, const DtlSpans *spans, uint32_t row)
{
  uint32_t low = 0;
  uint32_t high = self->n_rows;

  while (low < high)
    {
      uint32_t middle = low + (high - low) / 2;
      uint32_t other = self->rows[middle];

      if (spans->from[other] < spans->from[row] || (spans->from[other] == spans->from[row] && other < row))
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->n_rows && self->rows[low] == row ? low : DTL_NO_ENTRY;
}

/* --- the pyramid ------------------------------------------------------------------------------------------------ */

static void
add_to_summary (DtlLaneSummary *summary, uint64_t priority, uint32_t best, int64_t to)
{
  summary->to = MAX (summary->to, to);
  if (summary->best != DTL_NO_ENTRY && !dtl_lane_is_better (priority, best, summary->priority, summary->best))
    return;
  summary->best = best;
  summary->priority = priority;
}

int
dtl_lane_rows_find_level (const DtlLaneRows *self, uint32_t entry, uint32_t end, uint32_t *size)
{
  int level = -1;

  *size = 1;
  while (level + 1 < self->n_levels && entry % (*size * DTL_LANE_FAN) == 0 && end - entry >= *size * DTL_LANE_FAN)
    {
      *size *= DTL_LANE_FAN;
      level++;
    }
  return level;
}

void
dtl_lane_rows_summarize (const DtlLaneRows *self,
                         const DtlRowOrder *order,
                         const DtlSpans *spans,
                         uint32_t first,
                         uint32_t end,
                         DtlLaneSummary *summary)
{
  uint32_t size;

  for (uint32_t entry = first; entry < end; entry += size)
    {
      int level = dtl_lane_rows_find_level (self, entry, end, &size);

      if (level < 0)
        add_to_summary (summary, get_priority (self, order, entry), entry, spans->to[self->rows[entry]]);
      else
        add_to_summary (summary, self->priority[level][entry / size], self->best[level][entry / size],
                        self->to[level][entry / size]);
    }
}
