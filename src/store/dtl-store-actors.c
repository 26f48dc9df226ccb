/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actors and their aliases. */
#include "config.h"

#include "store/dtl-store-scan-private.h"
#include "store/dtl-store-words-private.h"

/* A colour is given once: a new actor gets the next one, whatever it says; an old one keeps what it is given. */
static gboolean
settle_colour (DtlStore *self, DtlActor *actor, GError **error)
{
  int64_t number;

  if (actor->id != DTL_ID_NONE || actor->colour > 0)
    return dtl_store_note_number (self, "colour", actor->colour + 1, error);
  number = dtl_store_next_number (self, "colour", error);
  actor->colour = (int) number - 1;
  return number > 0;
}

static gboolean
put_row (DtlStore *self, const DtlActor *actor, GError **error)
{
  const char *kind = dtl_store_term (DTL_VOCABULARY_ACTOR_KIND, actor->kind, error);
  g_autoptr (DtlSqlStatement) row =
      kind == NULL
          ? NULL
          : dtl_sql_prepare (self->db,
                             "INSERT INTO actor (id, name, kind, parent_id, colour) VALUES (?1, ?2, ?3, ?4, ?5)"
                             " ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind,"
                             " parent_id = excluded.parent_id, colour = excluded.colour",
                             error);

  if (row == NULL)
    return FALSE;
  dtl_sql_add_int (row, actor->id);
  dtl_sql_add_text (row, actor->name);
  dtl_sql_add_text (row, kind);
  dtl_sql_add_id (row, actor->parent);
  dtl_sql_add_int (row, actor->colour);
  return dtl_sql_run (row, error);
}

/**
 * dtl_store_put_actor:
 * @self: a working copy with an open change
 * @actor: written with its aliases; without an id it gets one, and the next free colour unless it has one above 0
 * @error: DTL_STORE_ERROR
 *
 * Returns: whether it was written
 */
gboolean
dtl_store_put_actor (DtlStore *self, DtlActor *actor, GError **error)
{
  g_return_val_if_fail (self != NULL && actor != NULL, FALSE);

  if (!dtl_store_require_change (self, error) || !settle_colour (self, actor, error))
    return FALSE;
  dtl_store_ensure_id (self, &actor->id);
  return put_row (self, actor, error) &&
         dtl_store_put_words (self, &dtl_actor_alias_table, actor->id, actor->aliases, error);
}

static DtlActor *
read_row (DtlStore *self, DtlSqlStatement *row, GHashTable *aliases, GError **error)
{
  g_autoptr (DtlActor) actor = dtl_actor_new ();
  int kind = 0;

  actor->id = dtl_sql_read_int (row);
  actor->name = dtl_sql_read_text (row);
  if (!dtl_store_read_term (row, self, DTL_VOCABULARY_ACTOR_KIND, &kind, error))
    return NULL;
  actor->kind = kind;
  actor->parent = dtl_sql_read_int (row);
  actor->colour = (int) dtl_sql_read_int (row);
  actor->n_events = (int) dtl_sql_read_int (row);
  g_strfreev (actor->aliases);
  actor->aliases = dtl_store_take_words (aliases, actor->id);
  return g_steal_pointer (&actor);
}

static GHashTable *
read_aliases (DtlStore *self, GError **error)
{
  g_autoptr (DtlSqlStatement) row =
      dtl_sql_prepare (self->db, "SELECT actor_id, name FROM actor_alias ORDER BY actor_id, ordinal, id", error);

  return row != NULL ? dtl_store_collect_words (row, error) : NULL;
}

/* Who takes part twice in an event, in two roles, is counted once. */
#define ACTORS_SQL                                                                                                     \
  "SELECT actor.id, actor.name, actor.kind, actor.parent_id, actor.colour, COALESCE (counted.n, 0) FROM actor"         \
  " LEFT JOIN (SELECT actor_id, count (DISTINCT event_id) AS n FROM participation"                                     \
  "  WHERE event_id NOT IN (SELECT event_id FROM event_index WHERE review <> 0) GROUP BY actor_id) AS counted"         \
  " ON counted.actor_id = actor.id ORDER BY actor.id"

#define RECORDS_SQL "SELECT id, name, kind, parent_id, colour, 0 FROM actor ORDER BY id"

/* The actors that a query tells, with their aliases. */
static GPtrArray *
read_actors (DtlStore *self, const char *sql, GError **error)
{
  g_autoptr (GPtrArray) actors = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_actor_free);
  g_autoptr (GHashTable) aliases = read_aliases (self, error);
  g_autoptr (DtlSqlStatement) row = aliases != NULL ? dtl_sql_prepare (self->db, sql, error) : NULL;

  if (row == NULL)
    return NULL;
  while (dtl_sql_next (row, error))
    {
      DtlActor *actor = read_row (self, row, aliases, error);

      if (actor == NULL)
        return NULL;
      g_ptr_array_add (actors, actor);
    }
  return dtl_sql_has_failed (row) ? NULL : g_steal_pointer (&actors);
}

GPtrArray *
dtl_store_read_actor_records (DtlStore *self, GError **error)
{
  return read_actors (self, RECORDS_SQL, error);
}

/** dtl_store_get_actors: Returns: (transfer full) (nullable): all actors, with aliases and counts of accepted events */
DtlActorTable *
dtl_store_get_actors (DtlStore *self, GError **error)
{
  GPtrArray *actors;

  g_return_val_if_fail (self != NULL, NULL);
  DTL_STORE_ASSERT_OWNER (self);

  actors = read_actors (self, ACTORS_SQL, error);
  return actors != NULL ? dtl_actor_table_new (actors) : NULL;
}
