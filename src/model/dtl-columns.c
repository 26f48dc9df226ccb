/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns as they are read. How they come about is in dtl-columns-builder.c. */
#include "config.h"

#include "model/dtl-columns-private.h"

/**
 * dtl_columns_alloc:
 * @n_events: rows
 * @n_marks: marks
 *
 * Returns: (transfer full): columns with arrays of that size, zeroed; actor_index and source_index are still to be made
 */
DtlColumns *
dtl_columns_alloc (uint32_t n_events, uint32_t n_marks)
{
  DtlColumnsFull *full = g_new0 (DtlColumnsFull, 1);
  DtlColumns *self = &full->columns;

  g_atomic_ref_count_init (&self->ref_count);
  self->n_events = n_events;
  self->n_marks = n_marks;
  self->id = g_new0 (DtlId, n_events);
  self->start = g_new0 (int64_t, n_events);
  self->end = g_new0 (int64_t, n_events);
  self->main_mark = g_new0 (uint32_t, n_events);
  self->mark_first = g_new0 (uint32_t, (gsize) n_events + 1);
  self->importance = g_new0 (uint16_t, n_events);
  self->kind = g_new0 (uint8_t, n_events);
  self->status = g_new0 (uint8_t, n_events);
  self->assertion = g_new0 (uint8_t, n_events);
  self->flags = g_new0 (uint8_t, n_events);
  self->marks = g_new0 (DtlMark, n_marks);
  full->rows_by_id = g_new0 (uint32_t, n_events);
  return self;
}

/** dtl_columns_ref: Returns: (transfer full): @self */
DtlColumns *
dtl_columns_ref (DtlColumns *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/** dtl_columns_unref: @self: (transfer full) (nullable): frees it when it was the last reference */
void
dtl_columns_unref (DtlColumns *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->id);
  g_free (self->start);
  g_free (self->end);
  g_free (self->main_mark);
  g_free (self->mark_first);
  g_free (self->actor_first);
  g_free (self->source_first);
  g_free (self->actor_index);
  g_free (self->source_index);
  g_free (self->importance);
  g_free (self->kind);
  g_free (self->status);
  g_free (self->assertion);
  g_free (self->flags);
  g_free (self->marks);
  g_free (((DtlColumnsFull *) self)->rows_by_id);
  g_free (self);
}

int64_t
dtl_columns_find (const DtlColumns *self, DtlId event)
{
  const uint32_t *rows_by_id;
  uint32_t low = 0;
  uint32_t high;

  g_return_val_if_fail (self != NULL, -1);

  rows_by_id = ((const DtlColumnsFull *) self)->rows_by_id;
  high = self->n_events;
  while (low < high)
    {
      uint32_t middle = low + (high - low) / 2;

      if (self->id[rows_by_id[middle]] < event)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == self->n_events || self->id[rows_by_id[low]] != event)
    return -1;
  return rows_by_id[low];
}

static const DtlMark *
find_ended (const DtlColumns *self, uint32_t row)
{
  const DtlMark *found = NULL;

  for (uint32_t i = self->mark_first[row]; i < self->mark_first[row + 1]; i++)
    {
      const DtlMark *mark = &self->marks[i];

      if (mark->role == DTL_ROLE_ENDED && mark->standing == DTL_STANDING_ACCEPTED &&
          (found == NULL || mark->claim < found->claim))
        found = mark;
    }
  return found;
}

gboolean
dtl_columns_get_event_bounds (const DtlColumns *self, uint32_t row, DtlBounds *bounds)
{
  const uint32_t end_flags = DTL_BOUND_END_OPEN | DTL_BOUND_END_UNKNOWN;
  const DtlMark *ended;

  g_return_val_if_fail (self != NULL && row < self->n_events && bounds != NULL, FALSE);

  if (self->main_mark[row] == DTL_NO_MARK)
    return FALSE;
  *bounds = self->marks[self->main_mark[row]].bounds;
  ended = find_ended (self, row);
  /* An end before the start is for the checker to tell; here it must not make the event vanish. */
  if (ended != NULL && ended->bounds.end_latest >= bounds->start_earliest)
    {
      bounds->end_earliest = MAX (ended->bounds.end_earliest, bounds->start_earliest);
      bounds->end_latest = ended->bounds.end_latest;
      bounds->flags = (bounds->flags & ~end_flags) | (ended->bounds.flags & end_flags) | DTL_BOUND_LASTS;
    }
  return TRUE;
}
