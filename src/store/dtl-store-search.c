/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The full-text index. It is written by statements in the transaction of the change, many rows by one statement.
 *
 * Every word that is asked for must be found in an event, and may be found in different places of it: title or summary,
 * an actor's name or alias, or the words of a passage. A word may be the beginning of a longer one. Words of a source
 * outside of an event's passages do not count, since nearly every event of a source would be found by them. */
#include "config.h"

#include <string.h>

#include "store/dtl-store-search-private.h"

/* --- writing ---------------------------------------------------------------------------------------------------- */

gboolean
dtl_store_index_text (DtlStore *self, int64_t content, GError **error)
{
  g_autoptr (DtlSqlStatement) row = dtl_sql_prepare (
      self->db, "INSERT INTO text_search (rowid, words) SELECT id, words FROM source_text_content WHERE id = ?1",
      error);

  if (row == NULL)
    return FALSE;
  dtl_sql_add_int (row, content);
  return dtl_sql_run (row, error);
}

/* Run before the narrow tables are made anew, so that event_index still says which events were indexed. */
#define INDEX_SQL                                                                                                      \
  "DELETE FROM event_search WHERE rowid IN"                                                                            \
  " (SELECT id FROM temp.touched_event WHERE id IN (SELECT event_id FROM event_index));"                               \
  "INSERT INTO event_search (rowid, title, summary) SELECT event.id, event.title, event.summary"                       \
  " FROM temp.touched_event CROSS JOIN event USING (id) ORDER BY event.id;"                                            \
  "DELETE FROM actor_search WHERE rowid IN (SELECT id FROM temp.touched_actor);"                                       \
  "INSERT INTO actor_search (rowid, names) SELECT actor.id, actor.name || COALESCE ((SELECT char (10) ||"              \
  " group_concat (name, char (10)) FROM actor_alias WHERE actor_id = actor.id), '')"                                   \
  " FROM temp.touched_actor CROSS JOIN actor USING (id) ORDER BY actor.id;"

gboolean
dtl_store_index_touched (DtlStore *self, GError **error)
{
  return dtl_sql_exec (self->db, INDEX_SQL, error);
}

/* --- asking ----------------------------------------------------------------------------------------------------- */

static void
add_event (GHashTable *found, DtlId event)
{
  if (!g_hash_table_contains (found, &event))
    g_hash_table_add (found, g_memdup2 (&event, sizeof event));
}

static gboolean
find_by (DtlStore *self, const char *sql, const char *pattern, GHashTable *found, GError **error)
{
  g_autoptr (DtlSqlStatement) row = dtl_sql_prepare (self->db, sql, error);

  if (row == NULL)
    return FALSE;
  dtl_sql_add_text (row, pattern);
  while (dtl_sql_next (row, error))
    add_event (found, dtl_sql_read_int (row));
  return !dtl_sql_has_failed (row);
}

/* SQLite marks the hits with the control characters 1 and 2, which the words themselves do not count for. A text that
 * has these characters of its own gives hits that no passage proves; nothing worse. */
static GArray *
find_spans (const char *marked)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (DtlMarkedSpan));
  DtlMarkedSpan hit = { 0, 0 };
  int64_t at_cp = 0;

  for (const char *p = marked; *p != '\0'; p++)
    {
      if (*p == 1)
        hit.start_cp = at_cp;
      else if (*p == 2)
        {
          hit.end_cp = at_cp;
          g_array_append_val (hits, hit);
        }
      else if ((*p & 0xc0) != 0x80)
        at_cp++;
    }
  return hits;
}

static gboolean
has_hit_inside (GArray *hits, int64_t start_cp, int64_t end_cp)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const DtlMarkedSpan *hit = &g_array_index (hits, DtlMarkedSpan, i);

      if (hit->start_cp >= start_cp && hit->end_cp <= end_cp)
        return TRUE;
    }
  return FALSE;
}

#define ANCHORS_SQL                                                                                                    \
  "SELECT evidence.event_id, anchor.start_cp, anchor.end_cp FROM source_text"                                          \
  " JOIN anchor ON anchor.text_id = source_text.id JOIN evidence ON evidence.passage_id = anchor.passage_id"           \
  " WHERE source_text.sha256 = ?1 AND source_text.is_present"

static gboolean
add_events_of_hits (DtlStore *self, const char *sha256, GArray *hits, GHashTable *found, GError **error)
{
  g_autoptr (DtlSqlStatement) row = dtl_sql_prepare (self->db, ANCHORS_SQL, error);

  if (row == NULL)
    return FALSE;
  dtl_sql_add_text (row, sha256);
  while (dtl_sql_next (row, error))
    {
      DtlId event = dtl_sql_read_int (row);
      int64_t start_cp = dtl_sql_read_int (row);
      int64_t end_cp = dtl_sql_read_int (row);

      if (has_hit_inside (hits, start_cp, end_cp))
        add_event (found, event);
    }
  return !dtl_sql_has_failed (row);
}

gboolean
dtl_search_next_text (DtlSqlStatement *row, char **sha256, GArray **spans, GError **error)
{
  const char *marked;

  if (!dtl_sql_next (row, error))
    return FALSE;
  *sha256 = dtl_sql_read_text (row);
  marked = dtl_sql_peek_text (row);
  *spans = find_spans (marked != NULL ? marked : "");
  return TRUE;
}

static gboolean
find_in_passages (DtlStore *self, const char *pattern, GHashTable *found, GError **error)
{
  g_autoptr (DtlSqlStatement) row = dtl_sql_prepare (self->db, DTL_SEARCH_TEXTS_SQL, error);
  char *next_sha256;
  GArray *next_hits;

  if (row == NULL)
    return FALSE;
  dtl_sql_add_text (row, pattern);
  while (dtl_search_next_text (row, &next_sha256, &next_hits, error))
    {
      g_autofree char *sha256 = next_sha256;
      g_autoptr (GArray) hits = next_hits;

      if (!add_events_of_hits (self, sha256, hits, found, error))
        return FALSE;
    }
  return !dtl_sql_has_failed (row);
}

/* All events in which one word is found. */
static GHashTable *
find_word (DtlStore *self, const char *pattern, GError **error)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (find_by (self, "SELECT rowid FROM event_search WHERE event_search MATCH ?1", pattern, found, error) &&
      find_by (self,
               "SELECT participation.event_id FROM actor_search JOIN participation"
               " ON participation.actor_id = actor_search.rowid WHERE actor_search MATCH ?1",
               pattern, found, error) &&
      find_in_passages (self, pattern, found, error))
    return g_steal_pointer (&found);
  return NULL;
}

static gboolean
is_missing_in_cb (gpointer key, gpointer value, gpointer other)
{
  return !g_hash_table_contains (other, key);
}

static int
compare_ids (const void *a, const void *b)
{
  DtlId first = *(const DtlId *) a;
  DtlId second = *(const DtlId *) b;

  return (first > second) - (first < second);
}

static GArray *
to_sorted_array (GHashTable *found)
{
  GArray *events = g_array_sized_new (FALSE, FALSE, sizeof (DtlId), found != NULL ? g_hash_table_size (found) : 0);
  GHashTableIter iter;
  gpointer key;

  if (found != NULL)
    {
      g_hash_table_iter_init (&iter, found);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        g_array_append_vals (events, key, 1);
    }
  g_array_sort (events, compare_ids);
  return events;
}

/* Punctuation alone is no word to look for. */
static gboolean
has_letter (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_isalnum (g_utf8_get_char (p)))
        return TRUE;
    }
  return FALSE;
}

/* Quoted, so that nothing is an operator, and as the beginning of a word. */
static char *
make_pattern (const char *word)
{
  g_auto (GStrv) parts = g_strsplit (word, "\"", -1);
  g_autofree char *quoted = g_strjoinv ("\"\"", parts);

  return g_strdup_printf ("\"%s\"*", quoted);
}

GStrv
dtl_search_make_patterns (const char *words)
{
  g_auto (GStrv) each = g_strsplit_set (words, " \t\n\r", -1);
  g_autoptr (GStrvBuilder) patterns = g_strv_builder_new ();

  for (size_t i = 0; each[i] != NULL; i++)
    {
      g_autofree char *pattern = has_letter (each[i]) ? make_pattern (each[i]) : NULL;

      if (pattern != NULL)
        g_strv_builder_add (patterns, pattern);
    }
  return g_strv_builder_end (patterns);
}

/**
 * dtl_store_search:
 * @self: a store
 * @words: valid UTF-8, as a person types it; separated by spaces, each must be found; no operators
 * @error: DTL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type DtlId): events of any review state, by id; none where @words has no
 *   letter or digit
 */
GArray *
dtl_store_search (DtlStore *self, const char *words, GError **error)
{
  g_autoptr (GHashTable) found = NULL;
  g_auto (GStrv) patterns = NULL;

  g_return_val_if_fail (self != NULL && words != NULL && g_utf8_validate (words, -1, NULL), NULL);
  DTL_STORE_ASSERT_OWNER (self);

  patterns = dtl_search_make_patterns (words);
  for (size_t i = 0; patterns[i] != NULL; i++)
    {
      g_autoptr (GHashTable) of_word = find_word (self, patterns[i], error);

      if (of_word == NULL)
        return NULL;
      if (found == NULL)
        found = g_steal_pointer (&of_word);
      else
        g_hash_table_foreach_remove (found, is_missing_in_cb, of_word);
    }
  return to_sorted_array (found);
}
