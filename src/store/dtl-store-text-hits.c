/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where words stand in the texts of sources, inside of passages and outside: for the reader of a text, who wants to see
 * all of them, and for who wonders why an event was not found. Events are found in dtl-store-search.c. */
#include "config.h"

#include "store/dtl-store-search-private.h"

/* Texts in which some of the words are found: hash to spans. Those in which the next word is not are dropped. */
static gboolean
find_word (DtlStore *self, const char *pattern, GHashTable **texts, GError **error)
{
  g_autoptr (GHashTable) found =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  g_autoptr (DtlSqlStatement) row = dtl_sql_prepare (self->db, DTL_SEARCH_TEXTS_SQL, error);
  char *sha256;
  GArray *spans;

  if (row == NULL)
    return FALSE;
  dtl_sql_add_text (row, pattern);
  while (dtl_search_next_text (row, &sha256, &spans, error))
    {
      GArray *before = *texts != NULL ? g_hash_table_lookup (*texts, sha256) : NULL;

      if (before != NULL)
        g_array_append_vals (spans, before->data, before->len);
      if (before != NULL || *texts == NULL)
        g_hash_table_insert (found, sha256, spans);
      else
        {
          g_free (sha256);
          g_array_unref (spans);
        }
    }
  if (dtl_sql_has_failed (row))
    return FALSE;
  g_clear_pointer (texts, g_hash_table_unref);
  *texts = g_steal_pointer (&found);
  return TRUE;
}

static int
compare_spans (const void *a, const void *b)
{
  const DtlMarkedSpan *first = a;
  const DtlMarkedSpan *second = b;

  if (first->start_cp != second->start_cp)
    return first->start_cp < second->start_cp ? -1 : 1;
  return (first->end_cp > second->end_cp) - (first->end_cp < second->end_cp);
}

/* The anchors of a text, as spans. */
static GArray *
read_anchors (DtlStore *self, DtlId text, GError **error)
{
  g_autoptr (GArray) anchors = g_array_new (FALSE, FALSE, sizeof (DtlMarkedSpan));
  g_autoptr (DtlSqlStatement) row =
      dtl_sql_prepare (self->db, "SELECT start_cp, end_cp FROM anchor WHERE text_id = ?1", error);

  if (row == NULL)
    return NULL;
  dtl_sql_add_int (row, text);
  while (dtl_sql_next (row, error))
    {
      DtlMarkedSpan span = { 0, 0 };

      span.start_cp = dtl_sql_read_int (row);
      span.end_cp = dtl_sql_read_int (row);
      g_array_append_val (anchors, span);
    }
  return dtl_sql_has_failed (row) ? NULL : g_steal_pointer (&anchors);
}

static gboolean
is_inside_one (const GArray *anchors, const DtlMarkedSpan *span)
{
  for (guint i = 0; i < anchors->len; i++)
    {
      const DtlMarkedSpan *anchor = &g_array_index (anchors, DtlMarkedSpan, i);

      if (anchor->start_cp <= span->start_cp && span->end_cp <= anchor->end_cp)
        return TRUE;
    }
  return FALSE;
}

/* Two words can be found in the same place ("ban" and "bans"); it is one place. */
static gboolean
add_hits (DtlStore *self, DtlId source, DtlId text, GArray *spans, GArray *hits, GError **error)
{
  g_autoptr (GArray) anchors = read_anchors (self, text, error);
  int64_t reached_cp = -1;

  if (anchors == NULL)
    return FALSE;
  g_array_sort (spans, compare_spans);
  for (guint i = 0; i < spans->len; i++)
    {
      const DtlMarkedSpan *span = &g_array_index (spans, DtlMarkedSpan, i);
      DtlTextHit hit = { source, text, span->start_cp, span->end_cp, is_inside_one (anchors, span) };

      if (span->start_cp >= reached_cp)
        g_array_append_val (hits, hit);
      reached_cp = MAX (reached_cp, span->end_cp);
    }
  return TRUE;
}

/* The texts that are shown, as dtl_source_get_best_text() chooses. */
#define SHOWN_TEXTS_SQL                                                                                                \
  "SELECT source.id, source_text.id, source_text.sha256 FROM source JOIN source_text ON source_text.id ="              \
  " (SELECT id FROM source_text WHERE source_id = source.id AND is_present ORDER BY kind <> 'full', id LIMIT 1)"       \
  " ORDER BY source.exhibit, source.id"

static GArray *
collect_hits (DtlStore *self, GHashTable *texts, GError **error)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (DtlTextHit));
  g_autoptr (DtlSqlStatement) row = dtl_sql_prepare (self->db, SHOWN_TEXTS_SQL, error);

  if (row == NULL)
    return NULL;
  while (dtl_sql_next (row, error))
    {
      DtlId source = dtl_sql_read_int (row);
      DtlId text = dtl_sql_read_int (row);
      const char *sha256 = dtl_sql_peek_text (row);
      GArray *spans = sha256 != NULL ? g_hash_table_lookup (texts, sha256) : NULL;

      if (spans != NULL && !add_hits (self, source, text, spans, hits, error))
        return NULL;
    }
  return dtl_sql_has_failed (row) ? NULL : g_steal_pointer (&hits);
}

/**
 * dtl_store_find_text_hits:
 * @self: a store
 * @words: valid UTF-8, as for dtl_store_search()
 * @error: DTL_STORE_ERROR
 *
 * Every place of each of the words, in the texts of sources that have all of them. Of a source's texts only the one
 * that is shown is looked at.
 *
 * Returns: (transfer full) (nullable) (element-type DtlTextHit): by exhibit, then place
 */
GArray *
dtl_store_find_text_hits (DtlStore *self, const char *words, GError **error)
{
  g_autoptr (GHashTable) texts = NULL;
  g_auto (GStrv) patterns = NULL;

  g_return_val_if_fail (self != NULL && words != NULL && g_utf8_validate (words, -1, NULL), NULL);
  DTL_STORE_ASSERT_OWNER (self);

  patterns = dtl_search_make_patterns (words);
  for (size_t i = 0; patterns[i] != NULL; i++)
    if (!find_word (self, patterns[i], &texts, error))
      return NULL;
  if (texts == NULL)
    return g_array_new (FALSE, FALSE, sizeof (DtlTextHit));
  return collect_hits (self, texts, error);
}
