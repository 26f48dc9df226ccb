/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lanes of a filter: of each slot of the roster, what shows. A slot of which everything shows is taken as it is;
 * and an actor that is switched changes no lane but its own, since whatever shares an event with one that is on shows.
 */
#include "config.h"

#include "layout/dtl-lanes-private.h"

#include <stdlib.h>
#include <string.h>

#include "base/dtl-gettext.h"
#include "base/dtl-sort.h"

/** Gatherer: @map: (nullable): for actors, the slot in whose lane the events of each stand, or DTL_LANE_NO_KEY */
typedef struct
{
  DtlLanes *lanes;
  const DtlLayoutInput *input;
  DtlRoster *roster;
  uint32_t *map;
  uint8_t *n_joined; /* for each slot, how many others join it: 0, 1, or 2 for more */
} Gatherer;

/** Size: of the lane of a slot. @place: where it stands in the order of lanes */
typedef struct
{
  uint32_t slot;
  uint32_t place;
  uint32_t n;
} Size;

uint32_t
dtl_lanes_count_keys (const DtlLayoutInput *input)
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

/* --- the rows of a lane ----------------------------------------------------------------------------------------- */

static uint32_t
count_visible (const Gatherer *self, uint32_t slot)
{
  const DtlRoster *roster = self->roster;
  uint32_t n = 0;

  for (uint32_t i = roster->first[slot]; i < roster->first[slot + 1]; i++)
    n += dtl_bitset_get (self->input->visible, roster->rows[i]);
  return n;
}

/* Those of a slot that show. @n: how many these are */
static uint32_t *
pick_visible (const Gatherer *self, uint32_t slot, uint32_t n)
{
  const DtlRoster *roster = self->roster;
  uint32_t *rows = g_new (uint32_t, (gsize) n + 1);
  uint32_t n_picked = 0;

  for (uint32_t i = roster->first[slot]; i < roster->first[slot + 1]; i++)
    {
      /* Written in any case, and kept if it counts. */
      rows[n_picked] = roster->rows[i];
      n_picked += dtl_bitset_get (self->input->visible, roster->rows[i]);
    }
  return rows;
}

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

/* The rows of a set, by start. */
static uint32_t *
list_set (const Gatherer *self, const DtlBitset *set, uint32_t *n_rows)
{
  const DtlSpans *spans = &self->roster->spans;
  uint32_t *rows = g_new (uint32_t, (gsize) dtl_bitset_count (set) + 1);
  gboolean is_sorted = TRUE;
  uint32_t n = 0;

  for (uint32_t row = 0; row < set->n_bits; row++)
    if (dtl_bitset_get (set, row))
      {
        is_sorted = is_sorted && (n == 0 || spans->from[rows[n - 1]] <= spans->from[row]);
        rows[n++] = row;
      }
  if (!is_sorted)
    dtl_sort (rows, n, sizeof *rows, compare_rows, (gpointer) spans);
  *n_rows = n;
  return rows;
}

static void
add_to_set (const Gatherer *self, uint32_t slot, DtlBitset *set)
{
  for (uint32_t i = self->roster->first[slot]; i < self->roster->first[slot + 1]; i++)
    if (dtl_bitset_get (self->input->visible, self->roster->rows[i]))
      dtl_bitset_set (set, self->roster->rows[i], TRUE);
}

static DtlLaneRows *
own_lane (const Gatherer *self, uint32_t *rows, uint32_t n_rows)
{
  return dtl_lane_rows_new (rows, n_rows, TRUE, &self->roster->order, &self->roster->spans);
}

/* Events of several actors stand in the lane of one that they all belong to, each once. */
static DtlLaneRows *
make_joined (const Gatherer *self, uint32_t slot)
{
  g_autoptr (DtlBitset) set = dtl_bitset_new (self->input->columns->n_events, FALSE);
  uint32_t n_rows;
  uint32_t *rows;

  for (uint32_t i = 0; i < self->roster->n_keys; i++)
    if (self->map[i] == slot)
      add_to_set (self, i, set);
  rows = list_set (self, set, &n_rows);
  return own_lane (self, rows, n_rows);
}

static gboolean
has_lane (const Gatherer *self, uint32_t row)
{
  const DtlColumns *columns = self->input->columns;

  for (uint32_t i = columns->actor_first[row]; i < columns->actor_first[row + 1]; i++)
    if (columns->actor_index[i] < self->roster->n_keys && self->map[columns->actor_index[i]] != DTL_LANE_NO_KEY)
      return TRUE;
  return FALSE;
}

/* What shows and has no actor with a lane: NULL where that is only what has no actor at all. */
static DtlLaneRows *
make_without_lane (const Gatherer *self)
{
  const DtlRoster *roster = self->roster;
  g_autoptr (DtlBitset) set = dtl_bitset_new (self->input->columns->n_events, FALSE);
  gboolean has_found = FALSE;
  uint32_t n_rows;
  uint32_t *rows;

  for (uint32_t slot = 0; slot < roster->n_keys; slot++)
    for (uint32_t i = roster->first[slot]; self->map[slot] == DTL_LANE_NO_KEY && i < roster->first[slot + 1]; i++)
      if (dtl_bitset_get (self->input->visible, roster->rows[i]) && !has_lane (self, roster->rows[i]))
        {
          dtl_bitset_set (set, roster->rows[i], TRUE);
          has_found = TRUE;
        }
  if (!has_found)
    return NULL;
  add_to_set (self, roster->n_keys, set);
  rows = list_set (self, set, &n_rows);
  return own_lane (self, rows, n_rows);
}

/* Fills in the rows of a lane; those of an empty one stay NULL. */
static void
fill_lane (const Gatherer *self, uint32_t slot, DtlLaneHead *head)
{
  uint32_t n_visible;

  if (self->map != NULL && slot < self->roster->n_keys && self->n_joined[slot] == 0)
    return;
  if (self->map != NULL && slot < self->roster->n_keys && (self->n_joined[slot] > 1 || self->map[slot] != slot))
    head->own = make_joined (self, slot);
  else if (self->map != NULL && slot == self->roster->n_keys)
    head->own = make_without_lane (self);
  if (head->own != NULL)
    {
      head->rows = head->own;
      return;
    }
  n_visible = count_visible (self, slot);
  if (n_visible == 0)
    return;
  if (n_visible == self->roster->first[slot + 1] - self->roster->first[slot])
    head->rows = dtl_roster_get_lane (self->roster, slot);
  else
    head->rows = head->own = own_lane (self, pick_visible (self, slot, n_visible), n_visible);
}

/* --- the lanes -------------------------------------------------------------------------------------------------- */

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
add_lane (Gatherer *self, uint32_t slot)
{
  DtlLaneHead head = { .key = slot == self->roster->n_keys ? DTL_LANE_NO_KEY : slot };

  fill_lane (self, slot, &head);
  if (head.rows == NULL || head.rows->n_rows == 0)
    {
      g_clear_pointer (&head.own, dtl_lane_rows_free);
      return;
    }
  head.colour = find_colour (self->input, head.key);
  self->lanes->n_entries += head.rows->n_rows;
  g_array_append_val (self->lanes->heads, head);
}

/* --- very many lanes -------------------------------------------------------------------------------------------- */

/* The largest first, then in the order of lanes. */
static int
compare_sizes (const void *a, const void *b)
{
  const Size *first = a;
  const Size *second = b;

  if (first->n != second->n)
    return first->n > second->n ? -1 : 1;
  return (first->place > second->place) - (first->place < second->place);
}

/* How many events a lane has, or a few more where several actors share it. */
static uint32_t
estimate_size (const Gatherer *self, uint32_t slot)
{
  uint32_t n = 0;

  if (self->map == NULL)
    return count_visible (self, slot);
  for (uint32_t i = 0; self->n_joined[slot] > 0 && i < self->roster->n_keys; i++)
    if (self->map[i] == slot)
      n += count_visible (self, i);
  return n;
}

/* The lanes that are not empty, the largest first; NULL where no more than there may be. */
static GArray *
list_sizes (const Gatherer *self, const uint32_t *order)
{
  g_autoptr (GArray) sizes = NULL;

  if (self->roster->n_keys <= DTL_LANES_MOST)
    return NULL;
  sizes = g_array_new (FALSE, FALSE, sizeof (Size));
  for (uint32_t i = 0; i < self->roster->n_keys; i++)
    {
      Size size = { order != NULL ? order[i] : i, i, 0 };

      size.n = estimate_size (self, size.slot);
      if (size.n > 0)
        g_array_append_val (sizes, size);
    }
  if (sizes->len <= DTL_LANES_MOST)
    return NULL;
  g_array_sort (sizes, compare_sizes);
  return g_steal_pointer (&sizes);
}

static void
add_lane_to_set (const Gatherer *self, uint32_t slot, DtlBitset *set)
{
  if (self->map == NULL)
    add_to_set (self, slot, set);
  for (uint32_t i = 0; self->map != NULL && i < self->roster->n_keys; i++)
    if (self->map[i] == slot)
      add_to_set (self, i, set);
}

/* One lane for the smallest, from the @first on of @sizes. */
static void
add_others (Gatherer *self, const GArray *sizes, guint first)
{
  g_autoptr (DtlBitset) set = dtl_bitset_new (self->input->columns->n_events, FALSE);
  DtlLaneHead head = { .key = DTL_LANE_OTHERS, .colour = -1 };
  uint32_t *rows;
  uint32_t n_rows;

  for (guint i = first; i < sizes->len; i++)
    add_lane_to_set (self, g_array_index (sizes, Size, i).slot, set);
  rows = list_set (self, set, &n_rows);
  head.rows = head.own = own_lane (self, rows, n_rows);
  /* Translators: name of the lane for the events of the smallest of very many lanes; the number of these lanes */
  head.own_name = g_strdup_printf (_ ("Others (%u)"), sizes->len - first);
  self->lanes->n_entries += n_rows;
  g_array_append_val (self->lanes->heads, head);
}

static int
compare_places (const void *a, const void *b)
{
  uint32_t first = ((const Size *) a)->place;
  uint32_t second = ((const Size *) b)->place;

  return (first > second) - (first < second);
}

/* The largest as they are, in their order, and the others together. */
static void
add_largest (Gatherer *self, GArray *sizes)
{
  guint n_kept = DTL_LANES_MOST - 1;

  qsort (sizes->data, n_kept, sizeof (Size), compare_places);
  for (guint i = 0; i < n_kept; i++)
    add_lane (self, g_array_index (sizes, Size, i).slot);
  add_others (self, sizes, n_kept);
}

/* --- all of them ------------------------------------------------------------------------------------------------ */

static void
map_actors (Gatherer *self)
{
  self->map = dtl_lanes_map_actors (self->input->filter, self->input->actors);
  self->n_joined = g_new0 (uint8_t, (gsize) self->roster->n_keys + 1);
  for (uint32_t i = 0; i < self->roster->n_keys; i++)
    if (self->map[i] != DTL_LANE_NO_KEY)
      self->n_joined[self->map[i]] = MIN (self->n_joined[self->map[i]] + 1, 2);
}

static void
add_lanes (Gatherer *self)
{
  g_autofree uint32_t *order = NULL;
  g_autoptr (GArray) sizes = NULL;

  if (self->input->grouping == DTL_GROUP_ACTOR)
    {
      map_actors (self);
      order = dtl_lanes_order_actors (self->input->actors);
    }
  sizes = list_sizes (self, order);
  if (sizes != NULL)
    add_largest (self, sizes);
  for (uint32_t i = 0; sizes == NULL && i < self->roster->n_keys; i++)
    add_lane (self, order != NULL ? order[i] : i);
  add_lane (self, self->roster->n_keys);
  g_free (self->map);
  g_free (self->n_joined);
}

static void
clear_head (gpointer data)
{
  DtlLaneHead *self = data;

  g_clear_pointer (&self->own, dtl_lane_rows_free);
  g_free (self->own_name);
}

/* Whoever provides titles answers in the thread that lays out alone. */
static void
name_lanes (DtlLanes *self, const DtlLayoutInput *input)
{
  for (guint i = 0; i < self->heads->len; i++)
    {
      DtlLaneHead *head = &g_array_index (self->heads, DtlLaneHead, i);

      head->name = head->own_name != NULL ? head->own_name : find_name (input, head->key);
    }
}

static DtlLanes *
make_lanes (const DtlLayoutInput *input, DtlRoster *roster)
{
  DtlLanes *self = g_new0 (DtlLanes, 1);
  Gatherer gatherer = { .lanes = self, .input = input, .roster = roster };
  const DtlColumns *columns = input->columns;

  g_assert (roster->columns == columns && roster->grouping == input->grouping);
  g_atomic_ref_count_init (&self->ref_count);
  self->roster = dtl_roster_ref (roster);
  self->visible = dtl_bitset_ref (input->visible);
  self->heads = g_array_new (FALSE, FALSE, sizeof (DtlLaneHead));
  g_array_set_clear_func (self->heads, clear_head);
  self->n_visible = dtl_bitset_count_range (input->visible, 0, columns->n_dated);
  self->n_undated = dtl_bitset_count_range (input->visible, columns->n_dated, columns->n_events - columns->n_dated);
  self->block_counts = dtl_time_ranks_count_blocks (input->visible, columns->n_dated);
  add_lanes (&gatherer);
  dtl_lanes_init_eras (self, input->visible);
  return self;
}

/**
 * dtl_lanes_prepare:
 * @roster: by actor; see dtl_ground_get_roster()
 * @actors: of the same case
 * @filter: what shows; only its actors are looked at
 * @visible: the same as rows; kept referenced
 *
 * In any thread: what it is given does not change meanwhile.
 *
 * Returns: (transfer full): lanes for a DtlLayoutInput with just this @visible
 */
DtlLanes *
dtl_lanes_prepare (DtlRoster *roster, DtlActorTable *actors, const DtlFilter *filter, DtlBitset *visible)
{
  DtlLayoutInput input = { .actors = actors, .filter = filter, .visible = visible, .grouping = DTL_GROUP_ACTOR };
  DtlLanes *self;

  g_return_val_if_fail (roster != NULL && roster->grouping == DTL_GROUP_ACTOR, NULL);
  g_return_val_if_fail (actors != NULL && filter != NULL, NULL);
  g_return_val_if_fail (visible != NULL && visible->n_bits == roster->columns->n_events, NULL);

  input.columns = roster->columns;
  self = make_lanes (&input, roster);
  for (guint i = 0; i < self->heads->len; i++)
    dtl_lane_rows_prepare_peaks (g_array_index (self->heads, DtlLaneHead, i).rows, &roster->spans);
  return self;
}

/*
 * dtl_lanes_new:
 * @input: scale and measurer are not looked at
 *
 * Returns: (transfer full): the lanes
 */
DtlLanes *
dtl_lanes_new (const DtlLayoutInput *input, DtlRoster *roster)
{
  DtlLanes *prepared = input->lanes;
  gboolean fits = prepared != NULL && prepared->roster == roster && prepared->visible == input->visible;
  DtlLanes *self = fits ? dtl_lanes_ref (prepared) : make_lanes (input, roster);

  name_lanes (self, input);
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
  g_array_unref (self->heads);
  g_array_unref (self->eras);
  g_clear_pointer (&self->shelf, g_array_unref);
  dtl_roster_unref (self->roster);
  dtl_bitset_unref (self->visible);
  g_free (self->block_counts);
  g_free (self);
}
