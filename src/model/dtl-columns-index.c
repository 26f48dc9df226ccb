/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of small numbers a row (actors, sources) in one array, with where each row's begin. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "model/dtl-columns-private.h"

static int
compare_indexes (const void *a, const void *b)
{
  uint32_t first = *(const uint32_t *) a;
  uint32_t second = *(const uint32_t *) b;

  return (first > second) - (first < second);
}

/**
 * dtl_columns_find_slot:
 * @events: (element-type DtlPendingEvent): sorted by id
 * @id: which
 * @hint: (inout): the slot that was found before; what is added usually comes event by event
 *
 * Returns: the event's place among the ids, or G_MAXUINT32
 */
uint32_t
dtl_columns_find_slot (const GArray *events, DtlId id, uint32_t *hint)
{
  const DtlPendingEvent *event = (const DtlPendingEvent *) (const void *) events->data;
  uint32_t low = 0;
  uint32_t high = events->len;

  for (uint32_t near = *hint; near < MIN ((guint64) *hint + 2, events->len); near++)
    if (event[near].id == id)
      return *hint = near;
  while (low < high)
    {
      uint32_t middle = low + (high - low) / 2;

      if (event[middle].id < id)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == events->len || event[low].id != id)
    return G_MAXUINT32;
  return *hint = low;
}

/* Sorts the values of each row and keeps each once, closing the gaps. */
static uint32_t
sort_and_compact (uint32_t *first, uint32_t *values, uint32_t n_rows)
{
  uint32_t kept = 0;

  for (uint32_t row = 0; row < n_rows; row++)
    {
      uint32_t begin = first[row];
      uint32_t end = first[row + 1];

      if (end - begin > 1)
        qsort (values + begin, end - begin, sizeof *values, compare_indexes);
      first[row] = kept;
      for (uint32_t i = begin; i < end; i++)
        if (i == begin || values[i] != values[i - 1])
          values[kept++] = values[i];
    }
  first[n_rows] = kept;
  return kept;
}

/**
 * dtl_columns_fill_indexes:
 * @columns: columns whose rows are in place
 * @events: (element-type DtlPendingEvent): sorted by id
 * @pending_array: (element-type DtlPendingIndex): pairs of event and value, in any order
 * @first_out: (out) (transfer full): where each row's values begin, n_events + 1
 * @values_out: (out) (transfer full): the values, ascending in each row and each once
 *
 * Puts actors or sources in place by a counting sort.
 *
 * Returns: how many values there are
 */
uint32_t
dtl_columns_fill_indexes (const DtlColumns *columns,
                          const GArray *events,
                          const GArray *pending_array,
                          uint32_t **first_out,
                          uint32_t **values_out)
{
  const DtlPendingIndex *pending = (const DtlPendingIndex *) (const void *) pending_array->data;
  const uint32_t *rows_by_id = ((const DtlColumnsFull *) columns)->rows_by_id;
  g_autofree uint32_t *rows = g_new (uint32_t, (gsize) pending_array->len + 1);
  g_autofree uint32_t *next = g_new (uint32_t, (gsize) columns->n_events + 1);
  uint32_t *first = g_new0 (uint32_t, (gsize) columns->n_events + 1);
  uint32_t *values = g_new0 (uint32_t, (gsize) pending_array->len + 1);
  uint32_t hint = 0;

  *first_out = first;
  *values_out = values;
  if (pending_array->len == 0)
    return 0;
  for (guint i = 0; i < pending_array->len; i++)
    {
      uint32_t slot = dtl_columns_find_slot (events, pending[i].event, &hint);

      rows[i] = slot != G_MAXUINT32 ? rows_by_id[slot] : G_MAXUINT32;
      if (slot != G_MAXUINT32)
        first[rows[i] + 1]++;
    }
  for (uint32_t row = 0; row < columns->n_events; row++)
    first[row + 1] += first[row];
  memcpy (next, first, sizeof (uint32_t) * ((gsize) columns->n_events + 1));
  for (guint i = 0; i < pending_array->len; i++)
    if (rows[i] != G_MAXUINT32)
      values[next[rows[i]]++] = pending[i].value;
  return sort_and_compact (first, values, columns->n_events);
}

void
dtl_columns_renumber_actors (DtlColumns *self, const uint32_t *map)
{
  g_return_if_fail (self != NULL && map != NULL);

  for (uint32_t row = 0; row < self->n_events; row++)
    {
      uint32_t begin = self->actor_first[row];
      uint32_t end = self->actor_first[row + 1];

      for (uint32_t i = begin; i < end; i++)
        self->actor_index[i] = map[self->actor_index[i]];
      if (end - begin > 1)
        qsort (self->actor_index + begin, end - begin, sizeof (uint32_t), compare_indexes);
    }
}

/* The row of each pair's event, or G_MAXUINT32; the next event is mostly the next by id. */
static uint32_t *
find_rows (const DtlColumns *self, const DtlColumnsSource *sources, guint n_sources)
{
  const uint32_t *rows_by_id = ((const DtlColumnsFull *) self)->rows_by_id;
  uint32_t *rows = g_new (uint32_t, (gsize) n_sources + 1);
  uint32_t slot = 0;

  for (guint i = 0; i < n_sources; i++)
    {
      int64_t row = -1;

      while (slot < self->n_events && self->id[rows_by_id[slot]] < sources[i].event && slot + 1 < self->n_events &&
             self->id[rows_by_id[slot + 1]] <= sources[i].event)
        slot++;
      if (slot < self->n_events && self->id[rows_by_id[slot]] == sources[i].event)
        row = rows_by_id[slot];
      else
        row = dtl_columns_find (self, sources[i].event);
      rows[i] = sources[i].source >= 0 && row >= 0 ? (uint32_t) row : G_MAXUINT32;
    }
  return rows;
}

void
dtl_columns_set_sources (DtlColumns *self, const DtlColumnsSource *sources, guint n_sources)
{
  g_autofree uint32_t *rows = NULL;
  g_autofree uint32_t *next = NULL;

  g_return_if_fail (self != NULL && (sources != NULL || n_sources == 0));

  rows = find_rows (self, sources, n_sources);
  g_free (self->source_first);
  g_free (self->source_index);
  self->source_first = g_new0 (uint32_t, (gsize) self->n_events + 1);
  self->source_index = g_new0 (uint32_t, (gsize) n_sources + 1);
  for (guint i = 0; i < n_sources; i++)
    if (rows[i] != G_MAXUINT32)
      self->source_first[rows[i] + 1]++;
  for (uint32_t row = 0; row < self->n_events; row++)
    self->source_first[row + 1] += self->source_first[row];
  next = g_memdup2 (self->source_first, sizeof (uint32_t) * ((gsize) self->n_events + 1));
  for (guint i = 0; i < n_sources; i++)
    if (rows[i] != G_MAXUINT32)
      self->source_index[next[rows[i]]++] = (uint32_t) sources[i].source;
  sort_and_compact (self->source_first, self->source_index, self->n_events);
}
