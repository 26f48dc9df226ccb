/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All events of a case by the keys of a grouping: a counting sort over rows that are in the order of their starts. */
#include "config.h"

#include "layout/dtl-lanes-private.h"

#include <string.h>

#include "base/dtl-sort.h"

static int
compare_rows (const void *a, const void *b, gpointer user_data)
{
  const DtlSpans *spans = user_data;
  uint32_t first = *(const uint32_t *) a;
  uint32_t second = *(const uint32_t *) b;

  if (spans->from[first] != spans->from[second])
    return spans->from[first] < spans->from[second] ? -1 : 1;
  return (first > second) - (first < second);
}

/* The rows by start; NULL where the columns, which are ordered by the main mark, have them so already, as is usual. */
static uint32_t *
order_rows (const DtlRoster *self)
{
  uint32_t n_rows = self->columns->n_dated;
  const int64_t *from = self->spans.from;
  gboolean is_sorted = TRUE;
  uint32_t *order;

  for (uint32_t row = 1; is_sorted && row < n_rows; row++)
    is_sorted = from[row - 1] <= from[row];
  if (is_sorted)
    return NULL;
  order = g_new (uint32_t, n_rows);
  for (uint32_t row = 0; row < n_rows; row++)
    order[row] = row;
  dtl_sort (order, n_rows, sizeof *order, compare_rows, (gpointer) &self->spans);
  return order;
}

/* The keys of a row: an array of @n, or @single. An actor or source that nobody knows counts as none. */
static const uint32_t *
get_keys (const DtlRoster *self, uint32_t row, uint32_t *single, uint32_t *n)
{
  const DtlColumns *columns = self->columns;

  *n = 1;
  switch (self->grouping)
    {
    case DTL_GROUP_ACTOR:
      *n = columns->actor_first[row + 1] - columns->actor_first[row];
      return &columns->actor_index[columns->actor_first[row]];
    case DTL_GROUP_KIND:
      *single = columns->kind[row];
      return single;
    case DTL_GROUP_SOURCE:
      *n = columns->source_first[row + 1] - columns->source_first[row];
      return &columns->source_index[columns->source_first[row]];
    case DTL_GROUP_NONE:
    default:
      *single = 0;
      return single;
    }
}

static void
count_row (DtlRoster *self, uint32_t row)
{
  uint32_t single, n;
  const uint32_t *keys = get_keys (self, row, &single, &n);

  for (uint32_t i = 0; i < n; i++)
    self->first[MIN (keys[i], self->n_keys) + 1]++;
  if (n == 0)
    self->first[self->n_keys + 1]++;
}

static void
put_row (DtlRoster *self, uint32_t *next, uint32_t row)
{
  uint32_t single, n;
  const uint32_t *keys = get_keys (self, row, &single, &n);

  for (uint32_t i = 0; i < n; i++)
    self->rows[next[MIN (keys[i], self->n_keys)]++] = row;
  if (n == 0)
    self->rows[next[self->n_keys]++] = row;
}

static void
fill (DtlRoster *self)
{
  g_autofree uint32_t *order = order_rows (self);
  g_autofree uint32_t *next = NULL;

  for (uint32_t row = 0; row < self->columns->n_dated; row++)
    if (!dtl_columns_is_era (self->columns, row))
      count_row (self, row);
  for (uint32_t slot = 0; slot <= self->n_keys; slot++)
    self->first[slot + 1] += self->first[slot];
  self->rows = g_new (uint32_t, (gsize) self->first[self->n_keys + 1] + 1);
  next = g_memdup2 (self->first, sizeof (uint32_t) * ((gsize) self->n_keys + 1));
  for (uint32_t i = 0; i < self->columns->n_dated; i++)
    {
      uint32_t row = order != NULL ? order[i] : i;

      if (dtl_columns_is_era (self->columns, row))
        g_array_append_val (self->eras, row);
      else
        put_row (self, next, row);
    }
}

/*
 * dtl_roster_new:
 * @n_keys: how many keys the grouping has
 * @small_entries: see the header
 *
 * Returns: (transfer full)
 */
DtlRoster *
dtl_roster_new (DtlColumns *columns, DtlGrouping grouping, uint32_t n_keys, uint32_t small_entries)
{
  DtlRoster *self = g_new0 (DtlRoster, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->columns = dtl_columns_ref (columns);
  self->grouping = grouping;
  self->n_keys = n_keys;
  self->first = g_new0 (uint32_t, (gsize) n_keys + 2);
  self->lanes = g_new0 (DtlLaneRows *, (gsize) n_keys + 1);
  self->eras = g_array_new (FALSE, FALSE, sizeof (uint32_t));
  dtl_spans_init (&self->spans, columns);
  dtl_time_ranks_init (&self->from_ranks, self->spans.from, columns->n_dated);
  dtl_time_ranks_init (&self->to_ranks, self->spans.to, columns->n_dated);
  fill (self);
  self->order = (DtlRowOrder){ columns, self->first[n_keys + 1] > small_entries };
  return self;
}

DtlRoster *
dtl_roster_ref (DtlRoster *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
dtl_roster_unref (DtlRoster *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (uint32_t slot = 0; slot <= self->n_keys; slot++)
    g_clear_pointer (&self->lanes[slot], dtl_lane_rows_free);
  g_mutex_clear (&self->lock);
  g_free (self->lanes);
  g_free (self->first);
  g_free (self->rows);
  g_array_unref (self->eras);
  dtl_time_ranks_clear (&self->from_ranks);
  dtl_time_ranks_clear (&self->to_ranks);
  dtl_spans_clear (&self->spans);
  dtl_columns_unref (self->columns);
  g_free (self);
}

DtlLaneRows *
dtl_roster_get_lane (DtlRoster *self, uint32_t slot)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (self->lanes[slot] == NULL)
    {
      self->lanes[slot] = dtl_lane_rows_new (self->rows + self->first[slot], self->first[slot + 1] - self->first[slot],
                                             FALSE, &self->order, &self->spans);
      dtl_lane_rows_prepare_peaks (self->lanes[slot], &self->spans);
    }
  return self->lanes[slot];
}
