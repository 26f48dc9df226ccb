/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns as they are read. How they come about is in dtl-columns-builder.c. */
#include "config.h"

#include "base/dtl-arith.h"
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
  self->era_kind = DTL_NO_ERA_KIND;
  self->id = g_new0 (DtlId, n_events);
  self->mark_first = g_new0 (uint32_t, (gsize) n_events + 1);
  self->importance = g_new0 (uint16_t, n_events);
  self->kind = g_new0 (uint8_t, n_events);
  self->status = g_new0 (uint8_t, n_events);
  self->assertion = g_new0 (uint8_t, n_events);
  self->flags = g_new0 (uint8_t, n_events);
  self->mark_claim = g_new0 (DtlId, n_marks);
  self->marks = g_new0 (DtlColumnsMark, n_marks);
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
  g_free (self->mark_claim);
  g_free (self->marks);
  g_free (self->other_bounds);
  g_free (self->anchors);
  g_free (self->links);
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

/* --- marks ------------------------------------------------------------------------------------------------------ */

static gboolean
is_moment (const DtlBounds *bounds)
{
  return bounds->start_earliest == bounds->end_earliest && bounds->start_latest == bounds->end_latest;
}

/* Whether the distance has a place in the columns. */
static gboolean
find_reach (int64_t from, int64_t to, uint32_t *reach)
{
  int64_t distance;

  if (__builtin_sub_overflow (to, from, &distance) || distance < 0 || distance > UINT32_MAX)
    return FALSE;
  *reach = (uint32_t) distance;
  return TRUE;
}

static gboolean
is_day (int64_t first, int64_t last)
{
  uint32_t reach;

  return first % DTL_SECONDS_PER_DAY == 0 && find_reach (first, last, &reach) && reach == DTL_SECONDS_PER_DAY - 1;
}

/* The day that a second is in; FALSE where its number is too large for the columns. */
static gboolean
find_day (int64_t civil_seconds, int32_t *day)
{
  int64_t number = dtl_i64_floor_div (civil_seconds, DTL_SECONDS_PER_DAY);

  *day = (int32_t) number;
  return number == *day;
}

/* The shortest form that gives exactly the same bounds. */
static DtlMarkForm
choose_form (const DtlBounds *bounds, int32_t *day, uint32_t *reach)
{
  int64_t first = bounds->start_earliest;

  if (bounds->flags > G_MAXUINT8 || !find_day (first, day))
    return DTL_MARK_FORM_OTHER;
  if (is_moment (bounds) && first % DTL_SECONDS_PER_DAY == 0 && find_reach (first, bounds->start_latest, reach))
    return DTL_MARK_FORM_SPAN;
  if (is_moment (bounds) && bounds->start_latest == first && find_reach (*day * DTL_SECONDS_PER_DAY, first, reach))
    return DTL_MARK_FORM_SECOND;
  if (is_day (first, bounds->start_latest) && is_day (bounds->end_earliest, bounds->end_latest) &&
      find_reach (*day, bounds->end_earliest / DTL_SECONDS_PER_DAY, reach))
    return DTL_MARK_FORM_DAYS;
  return DTL_MARK_FORM_OTHER;
}

void
dtl_columns_mark_pack (DtlColumnsMark *self, const DtlBounds *bounds, GArray *other_bounds)
{
  self->bound_flags = bounds->flags & G_MAXUINT8;
  self->form = choose_form (bounds, &self->day, &self->reach);
  if (self->form != DTL_MARK_FORM_OTHER)
    return;
  self->reach = other_bounds->len;
  g_array_append_val (other_bounds, *bounds);
}

uint32_t
dtl_columns_get_anchor (const DtlColumns *self, uint32_t mark)
{
  uint32_t low = 0;
  uint32_t high;

  g_return_val_if_fail (self != NULL && mark < self->n_marks, DTL_NO_MARK);

  high = self->n_anchors;
  while (low < high)
    {
      uint32_t middle = low + (high - low) / 2;

      if (self->anchors[middle].mark < mark)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->n_anchors && self->anchors[low].mark == mark ? self->anchors[low].anchor_mark : DTL_NO_MARK;
}

DtlMark
dtl_columns_get_mark (const DtlColumns *self, uint32_t mark)
{
  const DtlColumnsMark *packed;

  g_return_val_if_fail (self != NULL && mark < self->n_marks, (DtlMark){ 0 });

  packed = &self->marks[mark];
  return (DtlMark){ .claim = self->mark_claim[mark],
                    .bounds = dtl_columns_get_bounds (self, mark),
                    .role = packed->role,
                    .standing = packed->standing,
                    .limit = packed->limit,
                    .is_derived = packed->is_derived,
                    .is_stretch = packed->is_stretch,
                    .precision = packed->precision,
                    .is_supplied = packed->is_supplied,
                    .anchor_mark = dtl_columns_get_anchor (self, mark) };
}

void
dtl_columns_get_reach (const DtlColumns *self, uint32_t row, int64_t *start, int64_t *end)
{
  g_return_if_fail (self != NULL && row < self->n_events && start != NULL && end != NULL);

  *start = DTL_CIVIL_MAX;
  *end = DTL_CIVIL_MIN;
  for (uint32_t i = self->mark_first[row]; row < self->n_dated && i < self->mark_first[row + 1]; i++)
    {
      DtlBounds bounds = dtl_columns_get_bounds (self, i);

      *start = MIN (*start, bounds.start_earliest);
      *end = MAX (*end, bounds.end_latest);
    }
}

/* The mark of the first accepted claim with the role ended, or DTL_NO_MARK. */
static uint32_t
find_ended (const DtlColumns *self, uint32_t row)
{
  uint32_t found = DTL_NO_MARK;

  for (uint32_t i = self->mark_first[row]; i < self->mark_first[row + 1]; i++)
    if (self->marks[i].role == DTL_ROLE_ENDED && self->marks[i].standing == DTL_STANDING_ACCEPTED &&
        (found == DTL_NO_MARK || self->mark_claim[i] < self->mark_claim[found]))
      found = i;
  return found;
}

gboolean
dtl_columns_get_event_bounds (const DtlColumns *self, uint32_t row, DtlBounds *bounds)
{
  const uint32_t end_flags = DTL_BOUND_END_OPEN | DTL_BOUND_END_UNKNOWN;
  uint32_t main_mark;
  uint32_t ended_mark;
  DtlBounds ended;

  g_return_val_if_fail (self != NULL && row < self->n_events && bounds != NULL, FALSE);

  main_mark = dtl_columns_get_main_mark (self, row);
  if (main_mark == DTL_NO_MARK)
    return FALSE;
  *bounds = dtl_columns_get_bounds (self, main_mark);
  ended_mark = find_ended (self, row);
  if (ended_mark == DTL_NO_MARK)
    return TRUE;
  ended = dtl_columns_get_bounds (self, ended_mark);
  /* An end before the start is for the checker to tell; here it must not make the event vanish. */
  if (ended.end_latest >= bounds->start_earliest)
    {
      bounds->end_earliest = MAX (ended.end_earliest, bounds->start_earliest);
      bounds->end_latest = ended.end_latest;
      bounds->flags = (bounds->flags & ~end_flags) | (ended.flags & end_flags) | DTL_BOUND_LASTS;
    }
  return TRUE;
}
