/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sources. Their texts are in dtl-store-texts.c. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "date/dtl-edtf.h"
#include "store/dtl-store-private.h"
#include "store/dtl-store-texts-private.h"

static gboolean
check_issued (const DtlSource *source, GError **error)
{
  g_autoptr (DtlEdtf) value = NULL;

  if (source->issued_edtf == NULL)
    return TRUE;
  value = dtl_edtf_parse (source->issued_edtf, error);
  if (value == NULL)
    g_prefix_error (error, _ ("The date of publication of “%s”: "), source->title != NULL ? source->title : "");
  return value != NULL;
}

static gboolean
settle_exhibit (DtlStore *self, DtlSource *source, GError **error)
{
  if (source->exhibit > 0)
    return dtl_store_note_number (self, "exhibit", source->exhibit, error);
  source->exhibit = (int) dtl_store_next_number (self, "exhibit", error);
  return source->exhibit > 0;
}

#define PUT_SQL                                                                                                        \
  "INSERT INTO source (id, exhibit, title, publisher, author, accessed, url, archive_url, language, tier,"             \
  " relayed_from, issued_edtf, issued_basis, issued_reason, file_name, file_size_bytes, media_type, file_sha256)"      \
  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)"                          \
  " ON CONFLICT (id) DO UPDATE SET exhibit = excluded.exhibit, title = excluded.title,"                                \
  " publisher = excluded.publisher, author = excluded.author, accessed = excluded.accessed, url = excluded.url,"       \
  " archive_url = excluded.archive_url, language = excluded.language, tier = excluded.tier,"                           \
  " relayed_from = excluded.relayed_from, issued_edtf = excluded.issued_edtf, issued_basis = excluded.issued_basis,"   \
  " issued_reason = excluded.issued_reason, file_name = excluded.file_name,"                                           \
  " file_size_bytes = excluded.file_size_bytes, media_type = excluded.media_type, file_sha256 = excluded.file_sha256"

static void
add_columns (DtlSqlStatement *row, const DtlSource *source, const char *tier, const char *basis)
{
  dtl_sql_add_int (row, source->id);
  dtl_sql_add_int (row, source->exhibit);
  dtl_sql_add_text (row, source->title);
  dtl_sql_add_text (row, source->publisher);
  dtl_sql_add_text (row, source->author);
  dtl_sql_add_text (row, source->accessed);
  dtl_sql_add_text (row, source->url);
  dtl_sql_add_text (row, source->archive_url);
  dtl_sql_add_text (row, source->language);
  dtl_sql_add_text (row, tier);
  dtl_sql_add_text (row, source->relayed_from);
  dtl_sql_add_text (row, source->issued_edtf);
  dtl_sql_add_text (row, basis);
  dtl_sql_add_text (row, source->issued_reason);
  dtl_sql_add_text (row, source->file_name);
  if (source->file_size_bytes >= 0)
    dtl_sql_add_int (row, source->file_size_bytes);
  else
    dtl_sql_add_null (row);
  dtl_sql_add_text (row, source->media_type);
  dtl_sql_add_text (row, source->file_sha256);
}

static gboolean
put_row (DtlStore *self, const DtlSource *source, GError **error)
{
  const char *tier = dtl_store_term (DTL_VOCABULARY_TIER, source->tier, error);
  const char *basis = tier != NULL ? dtl_store_term (DTL_VOCABULARY_BASIS, source->issued_basis, error) : NULL;
  g_autoptr (DtlSqlStatement) row = basis != NULL ? dtl_sql_prepare (self->db, PUT_SQL, error) : NULL;

  if (row == NULL)
    return FALSE;
  add_columns (row, source, tier, basis);
  return dtl_sql_run (row, error);
}

static gboolean
put_texts (DtlStore *self, DtlSource *source, GError **error)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < source->texts->len; i++)
    {
      DtlSourceText *text = g_ptr_array_index (source->texts, i);

      text->source = source->id;
      if (!dtl_store_put_source_text (self, text, error))
        return FALSE;
      g_hash_table_add (kept, &text->id);
    }
  return self->is_bulk || dtl_store_delete_others (self, "source_text", "source_id", source->id, kept, error);
}

/**
 * dtl_store_put_source:
 * @self: a working copy with an open change
 * @source: written with its texts; texts that it has no more are taken away. Without an id it gets one, and without an
 *   exhibit number the next one that was never given
 * @error: DTL_STORE_ERROR; DTL_DATE_ERROR for a date of publication that cannot be read
 *
 * Returns: whether it was written
 */
gboolean
dtl_store_put_source (DtlStore *self, DtlSource *source, GError **error)
{
  g_return_val_if_fail (self != NULL && source != NULL, FALSE);

  if (!dtl_store_require_change (self, error) || !check_issued (source, error) || !settle_exhibit (self, source, error))
    return FALSE;
  dtl_store_ensure_id (self, &source->id);
  return put_row (self, source, error) && put_texts (self, source, error);
}

static DtlSource *
read_row (DtlStore *self, DtlSqlStatement *row, GError **error)
{
  g_autoptr (DtlSource) source = dtl_source_new ();
  int tier = 0;
  int basis = 0;

  source->id = dtl_sql_read_int (row);
  source->exhibit = (int) dtl_sql_read_int (row);
  source->title = dtl_sql_read_text (row);
  source->publisher = dtl_sql_read_text (row);
  source->author = dtl_sql_read_text (row);
  source->accessed = dtl_sql_read_text (row);
  source->url = dtl_sql_read_text (row);
  source->archive_url = dtl_sql_read_text (row);
  source->language = dtl_sql_read_text (row);
  source->relayed_from = dtl_sql_read_text (row);
  source->issued_edtf = dtl_sql_read_text (row);
  source->issued_reason = dtl_sql_read_text (row);
  source->file_name = dtl_sql_read_text (row);
  source->file_size_bytes = dtl_sql_read_int_or (row, -1);
  source->media_type = dtl_sql_read_text (row);
  source->file_sha256 = dtl_sql_read_text (row);
  if (!dtl_store_read_term (row, self, DTL_VOCABULARY_TIER, &tier, error) ||
      !dtl_store_read_term (row, self, DTL_VOCABULARY_BASIS, &basis, error))
    return NULL;
  source->tier = tier;
  source->issued_basis = basis;
  return g_steal_pointer (&source);
}

#define SOURCES_SQL(where)                                                                                             \
  "SELECT id, exhibit, title, publisher, author, accessed, url, archive_url, language, relayed_from, issued_edtf,"     \
  " issued_reason, file_name, file_size_bytes, media_type, file_sha256, tier, issued_basis FROM source" where          \
  " ORDER BY exhibit"

/* All, or the one that is named. */
static gboolean
read_sources (DtlStore *self, GPtrArray *sources, DtlId source_id, GError **error)
{
  g_autoptr (DtlSqlStatement) row =
      dtl_sql_prepare (self->db, source_id != DTL_ID_NONE ? SOURCES_SQL (" WHERE id = ?1") : SOURCES_SQL (""), error);

  if (row == NULL)
    return FALSE;
  if (source_id != DTL_ID_NONE)
    dtl_sql_add_int (row, source_id);
  while (dtl_sql_next (row, error))
    {
      DtlSource *source = read_row (self, row, error);

      if (source == NULL)
        return FALSE;
      g_ptr_array_add (sources, source);
    }
  return !dtl_sql_has_failed (row);
}

GPtrArray *
dtl_store_get_sources (DtlStore *self, GError **error)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_source_free);

  g_return_val_if_fail (self != NULL, NULL);
  DTL_STORE_ASSERT_OWNER (self);

  if (!read_sources (self, sources, DTL_ID_NONE, error) || !dtl_store_read_texts (self, sources, DTL_ID_NONE, error))
    return NULL;
  return g_steal_pointer (&sources);
}

/** dtl_store_get_source: Returns: (transfer full) (nullable): with its texts, but without their words */
DtlSource *
dtl_store_get_source (DtlStore *self, DtlId source, GError **error)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_source_free);

  g_return_val_if_fail (self != NULL && source != DTL_ID_NONE, NULL);
  DTL_STORE_ASSERT_OWNER (self);

  if (!read_sources (self, sources, source, error) || !dtl_store_read_texts (self, sources, source, error))
    return NULL;
  return sources->len > 0 ? g_ptr_array_steal_index (sources, 0) : NULL;
}

GArray *
dtl_store_get_sources_of_event (DtlStore *self, DtlId event, GError **error)
{
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (DtlId));
  g_autoptr (DtlSqlStatement) row = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  DTL_STORE_ASSERT_OWNER (self);

  row = dtl_sql_prepare (self->db,
                         "SELECT id FROM source WHERE id IN (SELECT passage.source_id FROM evidence"
                         " JOIN passage ON passage.id = evidence.passage_id WHERE evidence.event_id = ?1)"
                         " ORDER BY exhibit",
                         error);
  if (row == NULL)
    return NULL;
  dtl_sql_add_int (row, event);
  while (dtl_sql_next (row, error))
    {
      DtlId id = dtl_sql_read_int (row);

      g_array_append_val (sources, id);
    }
  return dtl_sql_has_failed (row) ? NULL : g_steal_pointer (&sources);
}

/**
 * dtl_store_get_event_uri:
 * @event: an event
 *
 * Returns: (transfer full) (nullable): where the first by exhibit of its sources that is on the web is to be found;
 * NULL also with an error
 */
char *
dtl_store_get_event_uri (DtlStore *self, DtlId event, GError **error)
{
  g_autoptr (DtlSqlStatement) row = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  DTL_STORE_ASSERT_OWNER (self);

  row = dtl_sql_prepare (self->db,
                         "SELECT url FROM evidence JOIN passage ON passage.id = passage_id"
                         " JOIN source ON source.id = source_id WHERE event_id = ?1"
                         " AND (url GLOB 'https://*' OR url GLOB 'http://*') ORDER BY exhibit LIMIT 1",
                         error);
  if (row == NULL)
    return NULL;
  dtl_sql_add_int (row, event);
  return dtl_sql_next (row, error) ? dtl_sql_read_text (row) : NULL;
}

/**
 * dtl_store_count_sources:
 * @most: it is not counted any further; to count a million takes a while
 *
 * Returns: how many there are; 0 also with an error
 */
uint32_t
dtl_store_count_sources (DtlStore *self, uint32_t most, GError **error)
{
  g_autoptr (DtlSqlStatement) row = NULL;

  g_return_val_if_fail (self != NULL, 0);
  DTL_STORE_ASSERT_OWNER (self);

  row = dtl_sql_prepare (self->db, "SELECT count (*) FROM (SELECT 1 FROM source LIMIT ?1)", error);
  if (row == NULL)
    return 0;
  dtl_sql_add_int (row, most);
  return dtl_sql_next (row, error) ? (uint32_t) dtl_sql_read_int (row) : 0;
}
