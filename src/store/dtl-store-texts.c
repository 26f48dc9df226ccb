/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts of sources. The words stand in a table of their own, found by their hash and never changed: the log says
 * which text a source has, and need not repeat the words. Words that no text has any more stay for redo, until they are
 * purged. */
#include "config.h"

#include "store/dtl-store-texts-private.h"

#include "base/dtl-gettext.h"
#include "base/dtl-hash.h"

/* Words that are given must be those that the hash and length speak of; these are filled in where they are missing. */
static gboolean
settle_words (DtlSourceText *text, GError **error)
{
  g_autofree char *sha256 = NULL;

  if (text->text == NULL)
    return TRUE;
  sha256 = dtl_sha256_hex (text->text, strlen (text->text));
  if (text->sha256 != NULL && g_strcmp0 (text->sha256, sha256) != 0)
    {
      g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_SQL,
                   _ ("Nothing was stored: the words are not those that the hash %.12s… belongs to."), text->sha256);
      return FALSE;
    }
  g_free (text->sha256);
  text->sha256 = g_steal_pointer (&sha256);
  text->length_cp = g_utf8_strlen (text->text, -1);
  text->is_present = TRUE;
  return TRUE;
}

static gboolean
has_content (DtlStore *self, const char *sha256, gboolean *has, GError **error)
{
  g_autoptr (DtlSqlStatement) row =
      dtl_sql_prepare (self->db, "SELECT 1 FROM source_text_content WHERE sha256 = ?1", error);

  if (row == NULL)
    return FALSE;
  dtl_sql_add_text (row, sha256);
  *has = dtl_sql_next (row, error);
  return !dtl_sql_has_failed (row);
}

static gboolean
insert_content (DtlStore *self, const DtlSourceText *text, GError **error)
{
  g_autoptr (DtlSqlStatement) row =
      dtl_sql_prepare (self->db, "INSERT INTO source_text_content (sha256, words) VALUES (?1, ?2)", error);

  if (row == NULL)
    return FALSE;
  dtl_sql_add_text (row, text->sha256);
  dtl_sql_add_text (row, text->text);
  return dtl_sql_run (row, error) &&
         dtl_store_index_text (self, sqlite3_last_insert_rowid (dtl_sql_connection_get_handle (self->db)), error);
}

/* A text is present when its words are, whoever brought them. */
static gboolean
put_content (DtlStore *self, DtlSourceText *text, GError **error)
{
  gboolean has = FALSE;

  if (!has_content (self, text->sha256, &has, error))
    return FALSE;
  if (!has && text->text != NULL)
    return insert_content (self, text, error);
  if (!has)
    text->is_present = FALSE;
  return TRUE;
}

static gboolean
put_row (DtlStore *self, const DtlSourceText *text, GError **error)
{
  const char *kind = dtl_store_term (DTL_VOCABULARY_TEXT_KIND, text->kind, error);
  g_autoptr (DtlSqlStatement) row =
      kind == NULL
          ? NULL
          : dtl_sql_prepare (self->db,
                             "INSERT INTO source_text (id, source_id, kind, extractor, extractor_version, sha256,"
                             " length_cp, is_present) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
                             " ON CONFLICT (id) DO UPDATE SET source_id = excluded.source_id, kind = excluded.kind,"
                             " extractor = excluded.extractor, extractor_version = excluded.extractor_version,"
                             " sha256 = excluded.sha256, length_cp = excluded.length_cp,"
                             " is_present = excluded.is_present",
                             error);

  if (row == NULL)
    return FALSE;
  dtl_sql_add_int (row, text->id);
  dtl_sql_add_int (row, text->source);
  dtl_sql_add_text (row, kind);
  dtl_sql_add_text (row, text->extractor);
  dtl_sql_add_text (row, text->extractor_version);
  dtl_sql_add_text (row, text->sha256);
  dtl_sql_add_int (row, text->length_cp);
  dtl_sql_add_int (row, text->is_present);
  return dtl_sql_run (row, error);
}

/**
 * dtl_store_put_source_text:
 * @self: a working copy with an open change
 * @text: with its words, or without: then they stay as they are in the case, or absent. @sha256, @length_cp and
 *   @is_present are set from the words where these are given
 * @error: DTL_STORE_ERROR
 *
 * Returns: whether it was written
 */
gboolean
dtl_store_put_source_text (DtlStore *self, DtlSourceText *text, GError **error)
{
  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  if (!dtl_store_require_change (self, error) || !settle_words (text, error) || !put_content (self, text, error))
    return FALSE;
  dtl_store_ensure_id (self, &text->id);
  return put_row (self, text, error);
}

static DtlSourceText *
read_row (DtlStore *self, DtlSqlStatement *row, GError **error)
{
  g_autoptr (DtlSourceText) text = dtl_source_text_new ();
  int kind = 0;

  text->source = dtl_sql_read_int (row);
  text->id = dtl_sql_read_int (row);
  text->extractor = dtl_sql_read_text (row);
  text->extractor_version = dtl_sql_read_text (row);
  text->sha256 = dtl_sql_read_text (row);
  text->length_cp = dtl_sql_read_int (row);
  text->is_present = dtl_sql_read_int (row) != 0;
  if (!dtl_store_read_term (row, self, DTL_VOCABULARY_TEXT_KIND, &kind, error))
    return NULL;
  text->kind = kind;
  return g_steal_pointer (&text);
}

static GHashTable *
index_sources (GPtrArray *sources)
{
  GHashTable *by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < sources->len; i++)
    {
      DtlSource *source = g_ptr_array_index (sources, i);

      g_hash_table_insert (by_id, &source->id, source);
    }
  return by_id;
}

#define TEXTS_SQL(where)                                                                                               \
  "SELECT source_id, id, extractor, extractor_version, sha256, length_cp, is_present, kind FROM source_text" where     \
  " ORDER BY source_id, id"

gboolean
dtl_store_read_texts (DtlStore *self, GPtrArray *sources, DtlId source_id, GError **error)
{
  g_autoptr (GHashTable) by_id = index_sources (sources);
  g_autoptr (DtlSqlStatement) row = dtl_sql_prepare (
      self->db, source_id != DTL_ID_NONE ? TEXTS_SQL (" WHERE source_id = ?1") : TEXTS_SQL (""), error);

  if (row == NULL)
    return FALSE;
  if (source_id != DTL_ID_NONE)
    dtl_sql_add_int (row, source_id);
  while (dtl_sql_next (row, error))
    {
      g_autoptr (DtlSourceText) text = read_row (self, row, error);
      DtlSource *source;

      if (text == NULL)
        return FALSE;
      source = g_hash_table_lookup (by_id, &text->source);
      if (source != NULL)
        g_ptr_array_add (source->texts, g_steal_pointer (&text));
    }
  return !dtl_sql_has_failed (row);
}

/** dtl_store_get_text: Returns: (transfer full) (nullable): the words of a text; NULL without error if they are absent
 */
char *
dtl_store_get_text (DtlStore *self, DtlId text, GError **error)
{
  g_autoptr (DtlSqlStatement) row = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  DTL_STORE_ASSERT_OWNER (self);

  row = dtl_sql_prepare (self->db,
                         "SELECT source_text_content.words FROM source_text JOIN source_text_content USING (sha256)"
                         " WHERE source_text.id = ?1 AND source_text.is_present",
                         error);
  if (row == NULL)
    return NULL;
  dtl_sql_add_int (row, text);
  return dtl_sql_next (row, error) ? dtl_sql_read_text (row) : NULL;
}
