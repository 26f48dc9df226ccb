/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether columns that were read from bytes make sense: no index leads out of its array, all values are of their kinds.
 */
#include "config.h"

#include "date/dtl-edtf.h"
#include "model/dtl-columns-bytes-private.h"

/* Where each row's entries begin in an array of @n_entries. */
static gboolean
check_firsts (const uint32_t *first, uint32_t n_rows, uint32_t n_entries)
{
  gboolean is_good = first[0] == 0 && first[n_rows] == n_entries;

  for (uint32_t row = 0; row < n_rows; row++)
    is_good &= first[row] <= first[row + 1];
  return is_good;
}

/* That ids rise is enough: then each row is there once. */
static gboolean
check_ids (const DtlColumns *self)
{
  const uint32_t *rows = ((const DtlColumnsFull *) self)->rows_by_id;

  for (uint32_t i = 0; i < self->n_events; i++)
    if (rows[i] >= self->n_events || (i > 0 && self->id[rows[i - 1]] >= self->id[rows[i]]))
      return FALSE;
  return TRUE;
}

static gboolean
check_kinds (const DtlColumns *self, guint n_own_kinds)
{
  gboolean is_good = TRUE;

  for (uint32_t row = 0; row < self->n_events; row++)
    {
      uint8_t kind = self->kind[row];

      is_good &= kind <= DTL_EVENT_KIND_OTHER ||
                 (kind >= DTL_EVENT_KIND_FIRST_OWN && (guint) (kind - DTL_EVENT_KIND_FIRST_OWN) < n_own_kinds);
    }
  return is_good;
}

static gboolean
check_actors (const DtlColumns *self, uint32_t n_actors)
{
  if (!check_firsts (self->actor_first, self->n_events, self->n_participations))
    return FALSE;
  for (uint32_t row = 0; row < self->n_events; row++)
    for (uint32_t i = self->actor_first[row]; i < self->actor_first[row + 1]; i++)
      if (self->actor_index[i] >= n_actors ||
          (i > self->actor_first[row] && self->actor_index[i - 1] >= self->actor_index[i]))
        return FALSE;
  return TRUE;
}

static gboolean
check_mark (const DtlColumns *self, const DtlColumnsMark *mark)
{
  return (mark->form != DTL_MARK_FORM_OTHER || mark->reach < ((const DtlColumnsFull *) self)->n_other_bounds) &&
         mark->standing <= DTL_STANDING_COMPETING && mark->limit <= DTL_LIMIT_LAST_ALLOWED &&
         mark->precision <= DTL_PRECISION_SECOND;
}

static gboolean
check_other_bounds (const DtlColumns *self)
{
  for (uint32_t i = 0; i < ((const DtlColumnsFull *) self)->n_other_bounds; i++)
    {
      const DtlBounds *bounds = &self->other_bounds[i];

      if (bounds->start_earliest > bounds->start_latest || bounds->end_earliest > bounds->end_latest ||
          bounds->start_earliest > bounds->end_earliest || bounds->start_latest > bounds->end_latest)
        return FALSE;
    }
  return TRUE;
}

/* One main mark for each dated row, none for the others, and the rows by the start of these. */
static gboolean
check_marks (const DtlColumns *self)
{
  int64_t start = INT64_MIN;

  if (!check_firsts (self->mark_first, self->n_events, self->n_marks))
    return FALSE;
  for (uint32_t row = 0; row < self->n_events; row++)
    {
      guint n_main = 0;

      for (uint32_t i = self->mark_first[row]; i < self->mark_first[row + 1]; i++)
        {
          if (!check_mark (self, &self->marks[i]))
            return FALSE;
          if (self->marks[i].is_main)
            {
              int64_t before = start;

              n_main++;
              start = dtl_columns_get_bounds (self, i).start_earliest;
              if (start < before)
                return FALSE;
            }
        }
      if (n_main != (row < self->n_dated))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_anchors (const DtlColumns *self)
{
  for (uint32_t i = 0; i < self->n_anchors; i++)
    if (self->anchors[i].mark >= self->n_marks || (i > 0 && self->anchors[i - 1].mark >= self->anchors[i].mark) ||
        (self->anchors[i].anchor_mark >= self->n_marks && self->anchors[i].anchor_mark != DTL_NO_MARK))
      return FALSE;
  return TRUE;
}

static gboolean
check_links (const DtlColumns *self)
{
  for (uint32_t i = 0; i < self->n_links; i++)
    if (self->links[i].row >= self->n_events || self->links[i].other >= self->n_events ||
        self->links[i].row == self->links[i].other || self->links[i].type > DTL_LINK_SUPERSEDES ||
        (i > 0 && self->links[i - 1].row > self->links[i].row))
      return FALSE;
  return TRUE;
}

gboolean
dtl_columns_make_sense (const DtlColumns *self, const DtlColumnsLimits *limits)
{
  return check_ids (self) && check_kinds (self, limits->n_own_kinds) && check_other_bounds (self) &&
         check_marks (self) && check_actors (self, limits->n_actors) && check_anchors (self) && check_links (self);
}
