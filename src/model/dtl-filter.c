/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filter as data: which actors are on. Its other sets are in dtl-filter-facets.c, what it lets through in
 * dtl-filter-apply.c, how it is told in dtl-filter-describe.c. */
#include "config.h"

#include "model/dtl-filter.h"

/** dtl_filter_new: Returns: (transfer full): a filter that lets everything through */
DtlFilter *
dtl_filter_new (void)
{
  DtlFilter *self = g_new0 (DtlFilter, 1);

  self->all_actors = TRUE;
  self->actors_on = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->from = DTL_CIVIL_MIN;
  self->to = DTL_CIVIL_MAX;
  return self;
}

static void
switch_on (DtlFilter *self, DtlId actor)
{
  g_hash_table_add (self->actors_on, g_memdup2 (&actor, sizeof actor));
}

static GHashTable *
copy_values (GHashTable *values)
{
  GHashTable *copy;
  GHashTableIter iter;
  gpointer key;

  if (values == NULL)
    return NULL;
  copy = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (copy, g_memdup2 (key, sizeof (int64_t)));
  return copy;
}

/** dtl_filter_copy: Returns: (transfer full): the same filter, independent of @self */
DtlFilter *
dtl_filter_copy (const DtlFilter *self)
{
  DtlFilter *copy;
  GHashTableIter iter;
  gpointer key;

  g_return_val_if_fail (self != NULL, NULL);

  copy = dtl_filter_new ();
  copy->all_actors = self->all_actors;
  copy->hide_no_actor = self->hide_no_actor;
  copy->from = self->from;
  copy->to = self->to;
  copy->certain = self->certain;
  copy->text = g_strdup (self->text);
  g_hash_table_iter_init (&iter, self->actors_on);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    switch_on (copy, *(const DtlId *) key);
  if (self->only_events != NULL)
    copy->only_events = g_array_copy (self->only_events);
  for (int facet = 0; facet < DTL_N_FACETS; facet++)
    copy->facets[facet] = copy_values (self->facets[facet]);
  return copy;
}

/** dtl_filter_free: @self: (nullable): frees it */
void
dtl_filter_free (DtlFilter *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->actors_on);
  g_clear_pointer (&self->only_events, g_array_unref);
  for (int facet = 0; facet < DTL_N_FACETS; facet++)
    g_clear_pointer (&self->facets[facet], g_hash_table_unref);
  g_free (self->text);
  g_free (self);
}

static gboolean
are_all_on (const DtlFilter *self, const DtlActorTable *actors)
{
  for (uint32_t i = 0; i < dtl_actor_table_get_size (actors); i++)
    if (!g_hash_table_contains (self->actors_on, &dtl_actor_table_get (actors, i)->id))
      return FALSE;
  return TRUE;
}

static void
switch_people_on (DtlFilter *self, DtlId actor, const DtlActorTable *actors)
{
  int64_t index = dtl_actor_table_find_id (actors, actor);

  for (uint32_t i = 0; index >= 0 && i < dtl_actor_table_get_size (actors); i++)
    if (dtl_actor_table_belongs_to (actors, i, (uint32_t) index))
      switch_on (self, dtl_actor_table_get (actors, i)->id);
}

/**
 * dtl_filter_set_actor_on:
 * @self: the filter
 * @actor: which
 * @on: whether it is on from now on
 * @actors: all actors of the case
 *
 * Switching an actor on switches on those who belong to it, so that naming a department brings its secretary.
 * Switching off takes this one alone. To begin from "none", set @all_actors to FALSE first. When all are on again,
 * @all_actors is TRUE again, so that an actor who is added later is on too.
 */
void
dtl_filter_set_actor_on (DtlFilter *self, DtlId actor, gboolean on, const DtlActorTable *actors)
{
  g_return_if_fail (self != NULL && actors != NULL);

  if (self->all_actors && on)
    return;
  if (self->all_actors)
    {
      self->all_actors = FALSE;
      for (uint32_t i = 0; i < dtl_actor_table_get_size (actors); i++)
        switch_on (self, dtl_actor_table_get (actors, i)->id);
    }
  if (on)
    switch_people_on (self, actor, actors);
  else
    g_hash_table_remove (self->actors_on, &actor);
  if (are_all_on (self, actors))
    {
      self->all_actors = TRUE;
      g_hash_table_remove_all (self->actors_on);
    }
}

/** dtl_filter_is_actor_on: Returns: whether this actor is on */
gboolean
dtl_filter_is_actor_on (const DtlFilter *self, DtlId actor)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->all_actors || g_hash_table_contains (self->actors_on, &actor);
}

/** dtl_filter_is_empty: Returns: whether the filter lets everything through */
gboolean
dtl_filter_is_empty (const DtlFilter *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  for (int facet = 0; facet < DTL_N_FACETS; facet++)
    if (self->facets[facet] != NULL)
      return FALSE;
  return self->all_actors && !self->hide_no_actor && self->only_events == NULL && self->from == DTL_CIVIL_MIN &&
         self->to == DTL_CIVIL_MAX && (self->text == NULL || self->text[0] == '\0');
}

/** dtl_filter_reset_actors: all actors are on again */
void
dtl_filter_reset_actors (DtlFilter *self)
{
  g_return_if_fail (self != NULL);

  self->all_actors = TRUE;
  self->hide_no_actor = FALSE;
  g_hash_table_remove_all (self->actors_on);
}

gboolean
dtl_filter_shows_lane (const DtlFilter *self, const DtlActorTable *actors, uint32_t actor_index)
{
  g_return_val_if_fail (self != NULL && actors != NULL, TRUE);

  return dtl_filter_is_actor_on (self, dtl_actor_table_get (actors, actor_index)->id);
}

static int
compare_ids (const void *a, const void *b)
{
  DtlId first = *(const DtlId *) a;
  DtlId second = *(const DtlId *) b;

  return (first > second) - (first < second);
}

void
dtl_filter_set_only_events (DtlFilter *self, const DtlId *events, guint n_events)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->only_events, g_array_unref);
  if (events == NULL)
    return;
  self->only_events = g_array_sized_new (FALSE, FALSE, sizeof (DtlId), n_events);
  g_array_append_vals (self->only_events, events, n_events);
  g_array_sort (self->only_events, compare_ids);
}
