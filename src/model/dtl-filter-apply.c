/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a filter lets through: one pass over the columns. */
#include "config.h"

#include "model/dtl-filter.h"

static gboolean
passes_actors (const DtlFilter *self, const DtlColumns *columns, uint32_t row, const DtlBitset *actors_on)
{
  uint32_t begin = columns->actor_first[row];
  uint32_t end = columns->actor_first[row + 1];

  if (begin == end)
    return !self->hide_no_actor;
  if (actors_on == NULL)
    return TRUE;
  for (uint32_t i = begin; i < end; i++)
    if (columns->actor_index[i] < actors_on->n_bits && dtl_bitset_get (actors_on, columns->actor_index[i]))
      return TRUE;
  return FALSE;
}

static gboolean
passes_dates (const DtlFilter *self, const DtlColumns *columns, uint32_t row)
{
  DtlBounds bounds;

  if (self->from == DTL_CIVIL_MIN && self->to == DTL_CIVIL_MAX)
    return TRUE;
  if (!dtl_columns_get_event_bounds (columns, row, &bounds))
    return !self->certain;
  return self->certain ? dtl_bounds_falls_inside (&bounds, self->from, self->to)
                       : dtl_bounds_may_fall_inside (&bounds, self->from, self->to);
}

/* Hash look-ups once an actor rather than once a participation. */
static DtlBitset *
index_actors_on (const DtlFilter *self, const DtlActorTable *actors)
{
  DtlBitset *on;

  if (self->all_actors)
    return NULL;
  on = dtl_bitset_new (dtl_actor_table_get_size (actors), FALSE);
  for (uint32_t i = 0; i < on->n_bits; i++)
    dtl_bitset_set (on, i, dtl_filter_shows_lane (self, actors, i));
  return on;
}

DtlBitset *
dtl_filter_apply (const DtlFilter *self, const DtlColumns *columns, const DtlActorTable *actors, const DtlBitset *hits)
{
  g_autoptr (DtlBitset) actors_on = NULL;
  DtlBitset *shown;

  g_return_val_if_fail (self != NULL && columns != NULL && actors != NULL, NULL);
  g_return_val_if_fail (hits == NULL || hits->n_bits == columns->n_events, NULL);

  shown = dtl_bitset_new (columns->n_events, FALSE);
  actors_on = index_actors_on (self, actors);
  for (uint32_t row = 0; row < columns->n_events; row++)
    if (passes_actors (self, columns, row, actors_on) && passes_dates (self, columns, row))
      dtl_bitset_set (shown, row, TRUE);
  if (hits != NULL)
    dtl_bitset_and (shown, hits);
  return shown;
}
