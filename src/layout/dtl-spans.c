/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finite spans of marks and events: see the header. */
#include "config.h"

#include "layout/dtl-spans-private.h"

static int64_t
first_finite (int64_t a, int64_t b, int64_t otherwise)
{
  if (dtl_civil_is_finite (a))
    return a;
  return dtl_civil_is_finite (b) ? b : otherwise;
}

gboolean
dtl_spans_of_bounds (const DtlSpans *self, const DtlBounds *bounds, int64_t *from, int64_t *to)
{
  gboolean lasts = (bounds->flags & DTL_BOUND_LASTS) != 0;
  gboolean known =
      dtl_civil_is_finite (bounds->start_earliest) || dtl_civil_is_finite (bounds->end_latest) ||
      (lasts && (dtl_civil_is_finite (bounds->start_latest) || dtl_civil_is_finite (bounds->end_earliest)));

  *from = self->horizon_from;
  *to = self->horizon_to;
  if (!known)
    return FALSE;
  if (!lasts)
    {
      *from = first_finite (bounds->start_earliest, bounds->end_latest, *from);
      *to = first_finite (bounds->end_latest, bounds->start_earliest, *to);
    }
  else
    {
      if (!(bounds->flags & DTL_BOUND_START_OPEN))
        *from = first_finite (bounds->start_earliest, bounds->end_earliest, *from);
      if (!(bounds->flags & DTL_BOUND_END_OPEN))
        *to = first_finite (bounds->end_latest, bounds->start_latest, *to);
    }
  *to = MAX (*to, *from);
  return TRUE;
}

static void
extend_horizon (DtlSpans *self, int64_t civil_seconds, gboolean *is_set)
{
  if (!dtl_civil_is_finite (civil_seconds))
    return;
  self->horizon_from = *is_set ? MIN (self->horizon_from, civil_seconds) : civil_seconds;
  self->horizon_to = *is_set ? MAX (self->horizon_to, civil_seconds) : civil_seconds;
  *is_set = TRUE;
}

static void
find_horizon (DtlSpans *self, const DtlColumns *columns)
{
  gboolean is_set = FALSE;

  for (uint32_t i = 0; i < columns->n_marks; i++)
    {
      DtlBounds bounds = dtl_columns_get_bounds (columns, i);

      extend_horizon (self, bounds.start_earliest, &is_set);
      extend_horizon (self, bounds.end_latest, &is_set);
      /* What lies between two ends that are known adds nothing. */
      if (dtl_civil_is_finite (bounds.start_earliest) && dtl_civil_is_finite (bounds.end_latest))
        continue;
      extend_horizon (self, bounds.start_latest, &is_set);
      extend_horizon (self, bounds.end_earliest, &is_set);
    }
}

static gboolean
has_stub (const DtlBounds *bounds)
{
  return (bounds->flags & DTL_BOUND_ANY_STUB) != 0 || !dtl_civil_is_finite (bounds->start_earliest) ||
         !dtl_civil_is_finite (bounds->end_latest);
}

static void
fill_row (DtlSpans *self, const DtlColumns *columns, uint32_t row)
{
  gboolean is_set = FALSE;

  self->from[row] = self->horizon_from;
  self->to[row] = self->horizon_to;
  for (uint32_t i = columns->mark_first[row]; i < columns->mark_first[row + 1]; i++)
    {
      DtlBounds bounds = dtl_columns_get_bounds (columns, i);
      int64_t from;
      int64_t to;

      dtl_spans_of_bounds (self, &bounds, &from, &to);
      self->from[row] = is_set ? MIN (self->from[row], from) : from;
      self->to[row] = is_set ? MAX (self->to[row], to) : to;
      self->has_stub[row] |= has_stub (&bounds);
      is_set = TRUE;
    }
}

/* dtl_spans_init: one pass over the marks; @self is cleared with dtl_spans_clear() */
void
dtl_spans_init (DtlSpans *self, const DtlColumns *columns)
{
  *self = (DtlSpans){ 0 };
  self->from = g_new (int64_t, (size_t) columns->n_dated + 1);
  self->to = g_new (int64_t, (size_t) columns->n_dated + 1);
  self->has_stub = g_new0 (uint8_t, (size_t) columns->n_dated + 1);
  find_horizon (self, columns);
  for (uint32_t row = 0; row < columns->n_dated; row++)
    fill_row (self, columns, row);
}

void
dtl_spans_clear (DtlSpans *self)
{
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->to, g_free);
  g_clear_pointer (&self->has_stub, g_free);
}
