/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actor table: sorted once, with indexes for ids, names and parents. */
#include "config.h"

#include "model/dtl-actor-table.h"

#define NO_PARENT UINT32_MAX

struct _DtlActorTable
{
  gatomicrefcount ref_count;
  GPtrArray *actors;
  uint32_t *parent_index;
  GHashTable *index_by_id;   /* int64 in the actor -> index */
  GHashTable *index_by_name; /* folded name -> index */
};

typedef struct
{
  DtlActor *actor;
  char *folded_name;
} SortEntry;

/* Names that a person would call the same: canonically equivalent, whatever their case. */
static char *
fold (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal, -1);
}

/* By code point rather than by collation, so that the order is the same in every locale. */
static int
compare_entries (const void *a, const void *b)
{
  const SortEntry *first = a;
  const SortEntry *second = b;
  int order;

  if (first->actor->n_events != second->actor->n_events)
    return first->actor->n_events > second->actor->n_events ? -1 : 1;
  order = g_strcmp0 (first->folded_name, second->folded_name);
  if (order != 0)
    return order;
  return (first->actor->id > second->actor->id) - (first->actor->id < second->actor->id);
}

static void
sort_actors (GPtrArray *actors)
{
  SortEntry *entries = g_new0 (SortEntry, actors->len + 1);

  for (guint i = 0; i < actors->len; i++)
    {
      entries[i].actor = g_ptr_array_index (actors, i);
      entries[i].folded_name = fold (entries[i].actor->name != NULL ? entries[i].actor->name : "");
    }
  qsort (entries, actors->len, sizeof *entries, compare_entries);
  for (guint i = 0; i < actors->len; i++)
    {
      actors->pdata[i] = entries[i].actor;
      g_free (entries[i].folded_name);
    }
  g_free (entries);
}

static void
add_name (DtlActorTable *self, const char *name, uint32_t index)
{
  g_autofree char *folded = name != NULL ? fold (name) : NULL;

  if (folded != NULL && folded[0] != '\0' && !g_hash_table_contains (self->index_by_name, folded))
    g_hash_table_insert (self->index_by_name, g_steal_pointer (&folded), GUINT_TO_POINTER (index));
}

/* Names before aliases: somebody's alias never hides another's own name. */
static void
index_actors (DtlActorTable *self)
{
  for (uint32_t i = 0; i < self->actors->len; i++)
    {
      DtlActor *actor = g_ptr_array_index (self->actors, i);

      g_hash_table_insert (self->index_by_id, &actor->id, GUINT_TO_POINTER (i));
      add_name (self, actor->name, i);
    }
  for (uint32_t i = 0; i < self->actors->len; i++)
    {
      const DtlActor *actor = g_ptr_array_index (self->actors, i);

      for (guint j = 0; actor->aliases != NULL && actor->aliases[j] != NULL; j++)
        add_name (self, actor->aliases[j], i);
    }
}

static uint32_t
smallest_id_of_cycle (const DtlActorTable *self, uint32_t member)
{
  uint32_t smallest = member;

  for (uint32_t i = self->parent_index[member]; i != member; i = self->parent_index[i])
    {
      const DtlActor *a = g_ptr_array_index (self->actors, i);
      const DtlActor *b = g_ptr_array_index (self->actors, smallest);

      if (a->id < b->id)
        smallest = i;
    }
  return smallest;
}

/* Every actor has one parent at most, so a walk that meets its own trace has found a cycle. */
static void
cut_cycles (DtlActorTable *self)
{
  g_autofree uint32_t *trace_of = g_new0 (uint32_t, self->actors->len + 1);

  for (uint32_t i = 0; i < self->actors->len; i++)
    {
      uint32_t at = i;

      while (at != NO_PARENT && trace_of[at] == 0)
        {
          trace_of[at] = i + 1;
          at = self->parent_index[at];
        }
      if (at != NO_PARENT && trace_of[at] == i + 1)
        self->parent_index[smallest_id_of_cycle (self, at)] = NO_PARENT;
    }
}

static void
index_parents (DtlActorTable *self)
{
  self->parent_index = g_new (uint32_t, self->actors->len + 1);
  for (uint32_t i = 0; i < self->actors->len; i++)
    {
      const DtlActor *actor = g_ptr_array_index (self->actors, i);
      int64_t parent = actor->parent != DTL_ID_NONE ? dtl_actor_table_find_id (self, actor->parent) : -1;

      self->parent_index[i] = parent >= 0 ? (uint32_t) parent : NO_PARENT;
    }
  cut_cycles (self);
}

/**
 * dtl_actor_table_new:
 * @actors: (transfer full) (element-type DtlActor): the actors, freed with the array; ids unique
 *
 * Returns: (transfer full): the table
 */
DtlActorTable *
dtl_actor_table_new (GPtrArray *actors)
{
  DtlActorTable *self;

  g_return_val_if_fail (actors != NULL, NULL);

  self = g_new0 (DtlActorTable, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->actors = actors;
  self->index_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->index_by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sort_actors (actors);
  index_actors (self);
  index_parents (self);
  return self;
}

/** dtl_actor_table_ref: Returns: (transfer full): @self */
DtlActorTable *
dtl_actor_table_ref (DtlActorTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/** dtl_actor_table_unref: @self: (transfer full) (nullable): frees it with its actors when it was the last reference */
void
dtl_actor_table_unref (DtlActorTable *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->index_by_id);
  g_hash_table_unref (self->index_by_name);
  g_free (self->parent_index);
  g_ptr_array_unref (self->actors);
  g_free (self);
}

/** dtl_actor_table_get_size: Returns: how many actors there are */
uint32_t
dtl_actor_table_get_size (const DtlActorTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->actors->len;
}

/** dtl_actor_table_get: Returns: (transfer none): the actor at @index, which must be below the size */
const DtlActor *
dtl_actor_table_get (const DtlActorTable *self, uint32_t index)
{
  g_return_val_if_fail (self != NULL && index < self->actors->len, NULL);

  return g_ptr_array_index (self->actors, index);
}

int64_t
dtl_actor_table_find_id (const DtlActorTable *self, DtlId id)
{
  gpointer index;

  g_return_val_if_fail (self != NULL, -1);

  if (!g_hash_table_lookup_extended (self->index_by_id, &id, NULL, &index))
    return -1;
  return GPOINTER_TO_UINT (index);
}

int64_t
dtl_actor_table_find_name (const DtlActorTable *self, const char *name)
{
  g_autofree char *folded = NULL;
  gpointer index;

  g_return_val_if_fail (self != NULL && name != NULL, -1);

  folded = fold (name);
  if (!g_hash_table_lookup_extended (self->index_by_name, folded, NULL, &index))
    return -1;
  return GPOINTER_TO_UINT (index);
}

gboolean
dtl_actor_table_belongs_to (const DtlActorTable *self, uint32_t index, uint32_t ancestor)
{
  g_return_val_if_fail (self != NULL && index < self->actors->len && ancestor < self->actors->len, FALSE);

  while (index != NO_PARENT && index != ancestor)
    index = self->parent_index[index];
  return index == ancestor;
}
