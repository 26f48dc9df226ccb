/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which actors have lanes, in which order, and in whose lane the events of the others stand. */
#include "config.h"

#include "layout/dtl-lanes-private.h"

static uint32_t
find_parent (const DtlActorTable *actors, uint32_t index)
{
  DtlId parent = dtl_actor_table_get (actors, index)->parent;
  int64_t found = parent == DTL_ID_NONE ? -1 : dtl_actor_table_find_id (actors, parent);

  /* The table cuts cycles: one that is cut does not count as belonging. */
  if (found < 0 || found == index || !dtl_actor_table_belongs_to (actors, index, (uint32_t) found))
    return DTL_LANE_NO_KEY;
  return (uint32_t) found;
}

/* The actor itself if it is on, else the nearest one that it belongs to and that is on. */
static uint32_t
find_lane (const DtlFilter *filter, const DtlActorTable *actors, uint32_t index)
{
  uint32_t n_actors = dtl_actor_table_get_size (actors);

  for (uint32_t steps = 0; index != DTL_LANE_NO_KEY && steps <= n_actors; steps++)
    {
      if (filter == NULL || dtl_filter_shows_lane (filter, actors, index))
        return index;
      index = find_parent (actors, index);
    }
  return DTL_LANE_NO_KEY;
}

uint32_t *
dtl_lanes_map_actors (const DtlFilter *filter, const DtlActorTable *actors)
{
  uint32_t n_actors = dtl_actor_table_get_size (actors);
  uint32_t *map = g_new (uint32_t, (gsize) n_actors + 1);

  for (uint32_t i = 0; i < n_actors; i++)
    map[i] = find_lane (filter, actors, i);
  return map;
}

/** Family: children of each actor as linked lists in table order. */
typedef struct
{
  uint32_t *first_child;
  uint32_t *next_sibling;
  uint32_t *order;
  uint32_t n_ordered;
} Family;

static void
append_with_people (Family *self, uint32_t index)
{
  self->order[self->n_ordered++] = index;
  for (uint32_t child = self->first_child[index]; child != DTL_LANE_NO_KEY; child = self->next_sibling[child])
    append_with_people (self, child);
}

/* Parents before their people, otherwise as in the table. */
uint32_t *
dtl_lanes_order_actors (const DtlActorTable *actors)
{
  uint32_t n_actors = dtl_actor_table_get_size (actors);
  g_autofree uint32_t *first_child = g_new (uint32_t, (gsize) n_actors + 1);
  g_autofree uint32_t *next_sibling = g_new (uint32_t, (gsize) n_actors + 1);
  Family family = { first_child, next_sibling, g_new (uint32_t, (gsize) n_actors + 1), 0 };
  uint32_t first_root = DTL_LANE_NO_KEY;

  for (uint32_t i = 0; i < n_actors; i++)
    first_child[i] = DTL_LANE_NO_KEY;
  for (uint32_t i = n_actors; i-- > 0;)
    {
      uint32_t parent = find_parent (actors, i);
      uint32_t *list = parent == DTL_LANE_NO_KEY ? &first_root : &first_child[parent];

      next_sibling[i] = *list;
      *list = i;
    }
  for (uint32_t i = first_root; i != DTL_LANE_NO_KEY; i = next_sibling[i])
    append_with_people (&family, i);
  g_assert (family.n_ordered == n_actors);
  return family.order;
}
