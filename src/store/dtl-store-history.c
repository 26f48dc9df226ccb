/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of the case as a whole: its name, its log, its imports. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "store/dtl-store-private.h"

/** dtl_case_info_free: @self: (nullable): frees it */
void
dtl_case_info_free (DtlCaseInfo *self)
{
  if (self == NULL)
    return;
  g_free (self->uuid);
  g_free (self->title);
  g_free (self->language);
  g_free (self);
}

/** dtl_store_get_info: Returns: (transfer full) (nullable): what stands about the case as a whole */
DtlCaseInfo *
dtl_store_get_info (DtlStore *self, GError **error)
{
  g_autoptr (DtlSqlStatement) row = NULL;
  DtlCaseInfo *info;

  g_return_val_if_fail (self != NULL, NULL);
  DTL_STORE_ASSERT_OWNER (self);

  row = dtl_sql_prepare (self->db,
                         "SELECT uuid, title, language,"
                         " (SELECT when_utc_seconds FROM change ORDER BY seq DESC LIMIT 1)"
                         " FROM case_info WHERE id = 1",
                         error);
  if (row == NULL)
    return NULL;
  if (!dtl_sql_next (row, error))
    {
      if (!dtl_sql_has_failed (row))
        g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_DAMAGED,
                     _ ("“%s” is damaged: it does not say which case it is. Open an older copy."),
                     dtl_sql_connection_get_name (self->db));
      return NULL;
    }
  info = g_new0 (DtlCaseInfo, 1);
  info->uuid = dtl_sql_read_text (row);
  info->title = dtl_sql_read_text (row);
  info->language = dtl_sql_read_text (row);
  info->last_change_utc_seconds = dtl_sql_read_int (row);
  return info;
}

/** dtl_store_set_title: Returns: whether the case has @title now; needs an open change */
gboolean
dtl_store_set_title (DtlStore *self, const char *title, GError **error)
{
  g_autoptr (DtlSqlStatement) row = NULL;

  g_return_val_if_fail (self != NULL && title != NULL, FALSE);

  if (!dtl_store_require_change (self, error))
    return FALSE;
  row = dtl_sql_prepare (self->db, "UPDATE case_info SET title = ?1 WHERE id = 1", error);
  if (row == NULL)
    return FALSE;
  dtl_sql_add_text (row, title);
  return dtl_sql_run (row, error);
}

/** dtl_change_free: @self: (nullable): frees it */
void
dtl_change_free (DtlChange *self)
{
  if (self == NULL)
    return;
  g_free (self->who);
  g_free (self->label);
  g_free (self);
}

GPtrArray *
dtl_store_get_history (DtlStore *self, GError **error)
{
  g_autoptr (GPtrArray) history = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_change_free);
  g_autoptr (DtlSqlStatement) row = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  DTL_STORE_ASSERT_OWNER (self);

  row = dtl_sql_prepare (
      self->db, "SELECT id, kind, target_id, when_utc_seconds, who, label, n_rows FROM change ORDER BY seq", error);
  if (row == NULL)
    return NULL;
  while (dtl_sql_next (row, error))
    {
      DtlChange *change = g_new0 (DtlChange, 1);
      const char *kind;

      g_ptr_array_add (history, change);
      change->id = dtl_sql_read_int (row);
      kind = dtl_sql_peek_text (row);
      change->kind = g_strcmp0 (kind, "undo") == 0   ? DTL_CHANGE_UNDO
                     : g_strcmp0 (kind, "redo") == 0 ? DTL_CHANGE_REDO
                                                     : DTL_CHANGE_EDIT;
      change->target = dtl_sql_read_int (row);
      change->when_utc_seconds = dtl_sql_read_int (row);
      change->who = dtl_sql_read_text (row);
      change->label = dtl_sql_read_text (row);
      change->n_rows = dtl_sql_read_int (row);
    }
  return dtl_sql_has_failed (row) ? NULL : g_steal_pointer (&history);
}

/**
 * dtl_store_get_newest_change:
 * @self: a store
 * @change: (out): id of the newest change, DTL_ID_NONE if there is none
 * @error: DTL_STORE_ERROR
 *
 * Two stores of one case whose newest change is the same hold the same.
 *
 * Returns: whether @change was set
 */
gboolean
dtl_store_get_newest_change (DtlStore *self, DtlId *change, GError **error)
{
  g_return_val_if_fail (self != NULL && change != NULL, FALSE);
  DTL_STORE_ASSERT_OWNER (self);

  return dtl_sql_query_int (self->db, "SELECT COALESCE ((SELECT id FROM change ORDER BY seq DESC LIMIT 1), 0)", change,
                            error);
}

/* --- imports ---------------------------------------------------------------------------------------------------- */

/** dtl_import_record_free: @self: (nullable): frees it */
void
dtl_import_record_free (DtlImportRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->file_name);
  g_free (self->sha256);
  g_free (self->importer);
  g_free (self->importer_version);
  g_free (self);
}

/**
 * dtl_store_put_import_record:
 * @self: a working copy with an open change, which should be the import's own
 * @record: what was imported; gets an id if it has none
 * @error: DTL_STORE_ERROR
 *
 * Returns: whether it was written
 */
gboolean
dtl_store_put_import_record (DtlStore *self, DtlImportRecord *record, GError **error)
{
  g_autoptr (DtlSqlStatement) row = NULL;

  g_return_val_if_fail (self != NULL && record != NULL, FALSE);

  if (!dtl_store_require_change (self, error))
    return FALSE;
  row =
      dtl_sql_prepare (self->db,
                       "INSERT INTO import_report (id, file_name, sha256, importer, importer_version, when_utc_seconds,"
                       " n_sources, n_events, n_passages, n_skipped) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                       error);
  if (row == NULL)
    return FALSE;
  dtl_store_ensure_id (self, &record->id);
  dtl_sql_add_int (row, record->id);
  dtl_sql_add_text (row, record->file_name);
  dtl_sql_add_text (row, record->sha256);
  dtl_sql_add_text (row, record->importer);
  dtl_sql_add_text (row, record->importer_version);
  dtl_sql_add_int (row, record->when_utc_seconds);
  dtl_sql_add_int (row, record->n_sources);
  dtl_sql_add_int (row, record->n_events);
  dtl_sql_add_int (row, record->n_passages);
  dtl_sql_add_int (row, record->n_skipped);
  return dtl_sql_run (row, error);
}

GPtrArray *
dtl_store_get_import_records (DtlStore *self, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_import_record_free);
  g_autoptr (DtlSqlStatement) row = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  DTL_STORE_ASSERT_OWNER (self);

  row = dtl_sql_prepare (
      self->db,
      "SELECT id, file_name, sha256, importer, importer_version, when_utc_seconds, n_sources, n_events,"
      " n_passages, n_skipped FROM import_report ORDER BY when_utc_seconds, id",
      error);
  if (row == NULL)
    return NULL;
  while (dtl_sql_next (row, error))
    {
      DtlImportRecord *record = g_new0 (DtlImportRecord, 1);

      g_ptr_array_add (records, record);
      record->id = dtl_sql_read_int (row);
      record->file_name = dtl_sql_read_text (row);
      record->sha256 = dtl_sql_read_text (row);
      record->importer = dtl_sql_read_text (row);
      record->importer_version = dtl_sql_read_text (row);
      record->when_utc_seconds = dtl_sql_read_int (row);
      record->n_sources = (int) dtl_sql_read_int (row);
      record->n_events = (int) dtl_sql_read_int (row);
      record->n_passages = (int) dtl_sql_read_int (row);
      record->n_skipped = (int) dtl_sql_read_int (row);
    }
  return dtl_sql_has_failed (row) ? NULL : g_steal_pointer (&records);
}
