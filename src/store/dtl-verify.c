/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/dtl-verify-private.h"

#include "base/dtl-gettext.h"
#include "store/dtl-case-file-private.h"
#include "store/dtl-change-log-private.h"
#include "store/dtl-content-hash-private.h"
#include "store/dtl-opening-cache-private.h"
#include "store/dtl-schema-private.h"
#include "store/dtl-sql-statement-private.h"

/* Pages of 4096 bytes: 16 MiB are checked in about a tenth of a second. */
#define SMALL_PAGES 4096

static gboolean
check_pages (DtlSqlConnection *db, GError **error)
{
  g_autofree char *answer = dtl_sql_query_text (db, "PRAGMA quick_check (1)", error);

  if (answer == NULL)
    return FALSE;
  if (g_strcmp0 (answer, "ok") == 0)
    return TRUE;
  /* An error is one line. */
  g_strdelimit (answer, "\n", ' ');
  g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_DAMAGED,
               _ ("“%s” is damaged (%s). Open an older copy of it, and keep this one for repair."),
               dtl_sql_connection_get_name (db), answer);
  return FALSE;
}

gboolean
dtl_verify_case (DtlSqlConnection *db, DtlVerifyDepth depth, GError **error)
{
  int64_t n_pages = 0;
  int version = 0;

  if (!dtl_schema_check_identity (db, &version, error) || !dtl_schema_check (db, version, error))
    return FALSE;
  if (depth == DTL_VERIFY_IF_SMALL && !dtl_sql_query_int (db, "PRAGMA page_count", &n_pages, error))
    return FALSE;
  return n_pages > SMALL_PAGES || check_pages (db, error);
}

/* Whether what the file carries for opening it is what its tables say. */
static gboolean
check_caches (const char *path, GError **error)
{
  g_autoptr (DtlStore) store = dtl_store_open_file (path, error);
  g_autofree char *kept = store != NULL ? dtl_opening_cache_dup_content_hash (store) : NULL;
  g_autofree char *computed = kept != NULL ? dtl_content_hash_compute (store, error) : NULL;
  g_autofree char *name = g_filename_display_name (path);

  if (store == NULL || (kept != NULL && computed == NULL))
    return FALSE;
  if (g_strcmp0 (kept, computed) == 0)
    return TRUE;
  g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_DAMAGED,
               _ ("“%s” is damaged: what it keeps for drawing makes no sense. Open an older copy."), name);
  return FALSE;
}

/**
 * dtl_store_verify_file:
 * @path: a case file
 * @error: DTL_STORE_ERROR
 *
 * The schema, every page, the chain of the change log, and the content's hash that the file carries.
 *
 * Returns: whether the file is sound
 */
gboolean
dtl_store_verify_file (const char *path, GError **error)
{
  g_autofree char *resolved = NULL;
  g_autoptr (DtlSqlConnection) db = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  resolved = dtl_case_file_resolve (path);
  if (!dtl_case_file_judge (resolved, error))
    return FALSE;
  db = dtl_sql_connection_open (DTL_SQL_MODE_READ_FILE, resolved, error);
  return db != NULL && dtl_verify_case (db, DTL_VERIFY_PAGES, error) && dtl_change_log_verify (db, error) &&
         check_caches (resolved, error);
}
