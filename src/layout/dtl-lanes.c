/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorting the visible, dated events into lanes. */
#include "config.h"

#include "layout/dtl-lanes-private.h"

#include "base/dtl-gettext.h"

/** Gatherer: lanes by key while they fill; the last slot is the lane without a key. */
typedef struct
{
  const DtlLayoutInput *input;
  uint32_t n_keys;
  GArray **rows;       /* n_keys + 1, NULL where empty */
  uint32_t *actor_map; /* (nullable) */
} Gatherer;

static void
lane_rows_free (gpointer data)
{
  DtlLaneRows *self = data;

  g_free (self->rows);
  g_free (self->block_to);
  g_free (self->bar_rows);
  g_free (self->peaks);
  g_free (self);
}

static uint32_t
find_n_keys (const DtlLayoutInput *input)
{
  uint32_t n_keys = 0;

  switch (input->grouping)
    {
    case DTL_GROUP_ACTOR:
      return dtl_actor_table_get_size (input->actors);
    case DTL_GROUP_KIND:
      return G_MAXUINT8 + 1;
    case DTL_GROUP_SOURCE:
      for (uint32_t i = 0; i < input->columns->source_first[input->columns->n_events]; i++)
        n_keys = MAX (n_keys, input->columns->source_index[i] + 1);
      return n_keys;
    case DTL_GROUP_NONE:
    default:
      return 1;
    }
}

/* An event stands once in a lane, however many of its actors lead there: rows come in ascending order. */
static void
gather (Gatherer *self, uint32_t key, uint32_t row)
{
  uint32_t slot = key == DTL_LANE_NO_KEY ? self->n_keys : key;

  g_assert (slot <= self->n_keys);
  if (self->rows[slot] == NULL)
    self->rows[slot] = g_array_new (FALSE, FALSE, sizeof (uint32_t));
  else if (g_array_index (self->rows[slot], uint32_t, self->rows[slot]->len - 1) == row)
    return;
  g_array_append_val (self->rows[slot], row);
}

static void
gather_by_actor (Gatherer *self, uint32_t row)
{
  const DtlColumns *columns = self->input->columns;
  gboolean is_placed = FALSE;

  for (uint32_t i = columns->actor_first[row]; i < columns->actor_first[row + 1]; i++)
    {
      uint32_t actor = columns->actor_index[i];
      uint32_t key = actor < self->n_keys ? self->actor_map[actor] : DTL_LANE_NO_KEY;

      if (key == DTL_LANE_NO_KEY)
        continue;
      gather (self, key, row);
      is_placed = TRUE;
    }
  if (!is_placed)
    gather (self, DTL_LANE_NO_KEY, row);
}

static void
gather_by_source (Gatherer *self, uint32_t row)
{
  const DtlColumns *columns = self->input->columns;

  for (uint32_t i = columns->source_first[row]; i < columns->source_first[row + 1]; i++)
    gather (self, columns->source_index[i], row);
  if (columns->source_first[row] == columns->source_first[row + 1])
    gather (self, DTL_LANE_NO_KEY, row);
}

static void
gather_row (Gatherer *self, uint32_t row)
{
  switch (self->input->grouping)
    {
    case DTL_GROUP_ACTOR:
      gather_by_actor (self, row);
      break;
    case DTL_GROUP_KIND:
      gather (self, self->input->columns->kind[row], row);
      break;
    case DTL_GROUP_SOURCE:
      gather_by_source (self, row);
      break;
    case DTL_GROUP_NONE:
    default:
      gather (self, 0, row);
      break;
    }
}

static int
find_colour (const DtlLayoutInput *input, uint32_t key)
{
  if (key == DTL_LANE_NO_KEY || input->grouping == DTL_GROUP_NONE)
    return -1;
  return input->grouping == DTL_GROUP_ACTOR ? dtl_actor_table_get (input->actors, key)->colour : (int) key;
}

static const char *
find_name (const DtlLayoutInput *input, uint32_t key)
{
  const char *name = NULL;

  if (input->titles != NULL && input->titles->get_group_name != NULL)
    name = input->titles->get_group_name (input->titles, input->grouping, key);
  if (name != NULL || input->grouping == DTL_GROUP_NONE)
    return name;
  if (key == DTL_LANE_NO_KEY)
    return input->grouping == DTL_GROUP_ACTOR ? _ ("No actor") : _ ("No source");
  return input->grouping == DTL_GROUP_ACTOR ? dtl_actor_table_get (input->actors, key)->name : NULL;
}

static void
add_lane (DtlLanes *self, Gatherer *gatherer, uint32_t slot)
{
  DtlLaneRows *lane;
  gsize n_rows;

  if (gatherer->rows[slot] == NULL)
    return;
  lane = g_new0 (DtlLaneRows, 1);
  lane->key = slot == gatherer->n_keys ? DTL_LANE_NO_KEY : slot;
  lane->colour = find_colour (gatherer->input, lane->key);
  lane->name = find_name (gatherer->input, lane->key);
  lane->rows = g_array_steal (gatherer->rows[slot], &n_rows);
  lane->n_rows = (uint32_t) n_rows;
  g_array_unref (gatherer->rows[slot]);
  dtl_lane_rows_index (lane, &self->spans);
  self->n_entries += lane->n_rows;
  g_ptr_array_add (self->lanes, lane);
}

static void
add_lanes (DtlLanes *self, Gatherer *gatherer)
{
  g_autofree uint32_t *order = NULL;

  if (gatherer->input->grouping == DTL_GROUP_ACTOR)
    order = dtl_lanes_order_actors (gatherer->input->actors);
  for (uint32_t i = 0; i < gatherer->n_keys; i++)
    add_lane (self, gatherer, order != NULL ? order[i] : i);
  add_lane (self, gatherer, gatherer->n_keys);
}

/*
 * dtl_lanes_new:
 * @input: scale and measurer are not looked at
 *
 * Returns: (transfer full): the lanes
 */
DtlLanes *
dtl_lanes_new (const DtlLayoutInput *input)
{
  DtlLanes *self = g_new0 (DtlLanes, 1);
  Gatherer gatherer = { .input = input, .n_keys = find_n_keys (input) };

  g_atomic_ref_count_init (&self->ref_count);
  self->columns = dtl_columns_ref (input->columns);
  self->lanes = g_ptr_array_new_with_free_func (lane_rows_free);
  dtl_spans_init (&self->spans, input->columns);
  gatherer.rows = g_new0 (GArray *, (gsize) gatherer.n_keys + 1);
  if (input->grouping == DTL_GROUP_ACTOR)
    gatherer.actor_map = dtl_lanes_map_actors (input->filter, input->actors);
  for (uint32_t row = 0; row < input->columns->n_dated; row++)
    if (dtl_bitset_get (input->visible, row))
      {
        gather_row (&gatherer, row);
        self->n_visible++;
      }
  for (uint32_t row = input->columns->n_dated; row < input->columns->n_events; row++)
    self->n_undated += dtl_bitset_get (input->visible, row);
  add_lanes (self, &gatherer);
  g_free (gatherer.rows);
  g_free (gatherer.actor_map);
  return self;
}

DtlLanes *
dtl_lanes_ref (DtlLanes *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
dtl_lanes_unref (DtlLanes *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->lanes);
  dtl_spans_clear (&self->spans);
  dtl_columns_unref (self->columns);
  g_free (self->visible_from);
  g_free (self->visible_to);
  g_free (self);
}
