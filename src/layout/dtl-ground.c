/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dtl-ground.h"

#include "layout/dtl-layout-private.h"

/* A lane of fewer events is indexed when it is asked for, in no time. */
#define MANY_ROWS 256

/**
 * DtlGround:
 * @roster: of the lanes by actor
 * @places: (nullable): until somebody took them
 * @from_seconds, @to_seconds: from the first to the last date of all events; where @has_dates
 * @folds: (element-type DtlFold): of all events
 */
struct _DtlGround
{
  DtlColumns *columns;
  DtlRoster *roster;
  DtlPlaces *places;
  gboolean has_dates;
  int64_t from_seconds;
  int64_t to_seconds;
  GArray *folds;
};

static void
index_lanes (DtlRoster *roster)
{
  for (uint32_t slot = 0; slot <= roster->n_keys; slot++)
    if (roster->first[slot + 1] - roster->first[slot] > MANY_ROWS)
      dtl_roster_get_lane (roster, slot);
}

/**
 * dtl_ground_new:
 * @columns: of a case
 * @actors: of the same case
 *
 * Some passes over all events.
 *
 * Returns: (transfer full)
 */
DtlGround *
dtl_ground_new (DtlColumns *columns, DtlActorTable *actors)
{
  DtlLayoutInput input = { .columns = columns, .actors = actors, .grouping = DTL_GROUP_ACTOR };
  g_autoptr (DtlBitset) everything = NULL;
  DtlGround *self;

  g_return_val_if_fail (columns != NULL && actors != NULL, NULL);

  self = g_new0 (DtlGround, 1);
  self->columns = dtl_columns_ref (columns);
  self->roster = dtl_layout_make_roster (&input, NULL);
  index_lanes (self->roster);
  self->places = dtl_places_new (columns);
  everything = dtl_bitset_new (columns->n_events, TRUE);
  self->has_dates = dtl_layout_get_extent (columns, everything, &self->from_seconds, &self->to_seconds);
  self->folds = dtl_folds_find (columns, everything, NULL);
  return self;
}

/** dtl_ground_free: @self: (nullable): frees it; layouts made on it keep what they need */
void
dtl_ground_free (DtlGround *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->folds);
  g_clear_pointer (&self->places, dtl_places_unref);
  dtl_roster_unref (self->roster);
  dtl_columns_unref (self->columns);
  g_free (self);
}

/** dtl_ground_is_of: Returns: whether it was made of just these columns */
gboolean
dtl_ground_is_of (const DtlGround *self, const DtlColumns *columns)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->columns == columns;
}

/**
 * dtl_ground_make_layout:
 * @input: of the same columns and actors, in lanes by actor; else as dtl_layout_new() wants it
 *
 * Returns: (transfer full): what dtl_layout_new() makes
 */
DtlLayout *
dtl_ground_make_layout (DtlGround *self, const DtlLayoutInput *input)
{
  g_return_val_if_fail (self != NULL && input != NULL, NULL);
  g_return_val_if_fail (input->columns == self->columns && input->grouping == self->roster->grouping, NULL);

  return dtl_layout_new_with_roster (input, NULL, self->roster);
}

/** dtl_ground_get_roster: Returns: (transfer none): the events by actor, for dtl_lanes_prepare() in another thread */
DtlRoster *
dtl_ground_get_roster (DtlGround *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->roster;
}

/** dtl_ground_take_places: Returns: (transfer full) (nullable): the places; NULL where somebody took them before */
DtlPlaces *
dtl_ground_take_places (DtlGround *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_steal_pointer (&self->places);
}

/** dtl_ground_get_extent: Returns: whether any event has a date; then the extent is that of all of them */
gboolean
dtl_ground_get_extent (const DtlGround *self, int64_t *from_seconds, int64_t *to_seconds)
{
  g_return_val_if_fail (self != NULL && from_seconds != NULL && to_seconds != NULL, FALSE);

  *from_seconds = self->from_seconds;
  *to_seconds = self->to_seconds;
  return self->has_dates;
}

/** dtl_ground_dup_folds: Returns: (transfer full) (element-type DtlFold): what dtl_folds_find() finds for all events */
GArray *
dtl_ground_dup_folds (const DtlGround *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_array_copy (self->folds);
}
