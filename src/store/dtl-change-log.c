/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An open change is a transaction with its row already in `change`, hash and count still empty; committing fills them
 * in. Its rows come from the triggers (dtl-log-triggers.c). */
#include "config.h"

#include "store/dtl-change-log-private.h"

#include <inttypes.h>

#include "base/dtl-gettext.h"
#include "model/dtl-derive.h"
#include "store/dtl-log-ranges-private.h"
#include "store/dtl-log-triggers-private.h"
#include "store/dtl-references-private.h"

static const char *const kind_names[] = { "edit", "undo", "redo" };

gboolean
dtl_change_log_attach (DtlStore *self, GError **error)
{
  return dtl_log_triggers_create (self, error);
}

/* --- the chain of hashes ---------------------------------------------------------------------------------------- */

/* One field as "length:bytes,", which no other sequence of fields can give. */
static void
hash_field (GChecksum *checksum, const char *field)
{
  g_autofree char *length = NULL;

  if (field == NULL)
    {
      g_checksum_update (checksum, (const guchar *) "-,", 2);
      return;
    }
  length = g_strdup_printf ("%zu:", strlen (field));
  g_checksum_update (checksum, (const guchar *) length, -1);
  g_checksum_update (checksum, (const guchar *) field, -1);
  g_checksum_update (checksum, (const guchar *) ",", 1);
}

static gboolean
hash_rows (GChecksum *checksum, DtlSqlConnection *db, const char *sql, int n_columns, DtlId change, GError **error)
{
  g_autoptr (DtlSqlStatement) row = dtl_sql_prepare (db, sql, error);

  if (row == NULL)
    return FALSE;
  dtl_sql_add_int (row, change);
  while (dtl_sql_next (row, error))
    {
      for (int i = 0; i < n_columns; i++)
        hash_field (checksum, dtl_sql_peek_text (row));
    }
  return !dtl_sql_has_failed (row);
}

char *
dtl_change_log_compute_hash (DtlSqlConnection *db, DtlId change, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  if (!hash_rows (checksum, db,
                  "SELECT previous_hash, id, seq, kind, target_id, label, who, when_utc_seconds, n_rows"
                  " FROM change WHERE id = ?1",
                  9, change, error) ||
      !hash_rows (checksum, db,
                  "SELECT table_name, row_id, last_row_id, op, old_values, new_values FROM change_row"
                  " WHERE change_id = ?1 ORDER BY id",
                  6, change, error))
    return NULL;
  return g_strdup (g_checksum_get_string (checksum));
}

static gboolean
verify_change (DtlSqlConnection *db, DtlSqlStatement *row, char **previous, GError **error)
{
  DtlId id = dtl_sql_read_int (row);
  int64_t seq = dtl_sql_read_int (row);
  g_autofree char *said_previous = dtl_sql_read_text (row);
  g_autofree char *said = dtl_sql_read_text (row);
  g_autofree char *computed = dtl_change_log_compute_hash (db, id, error);

  if (computed == NULL)
    return FALSE;
  if (g_strcmp0 (said_previous, *previous) != 0 || g_strcmp0 (said, computed) != 0)
    {
      g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_DAMAGED,
                   _ ("The change log of “%s” was altered: change %" PRId64
                      " is not as it was written. Compare the case "
                      "with an older copy."),
                   dtl_sql_connection_get_name (db), seq);
      return FALSE;
    }
  g_free (*previous);
  *previous = g_steal_pointer (&said);
  return TRUE;
}

gboolean
dtl_change_log_verify (DtlSqlConnection *db, GError **error)
{
  g_autofree char *previous = g_strdup ("");
  g_autoptr (DtlSqlStatement) row =
      dtl_sql_prepare (db, "SELECT id, seq, previous_hash, hash FROM change ORDER BY seq", error);

  if (row == NULL)
    return FALSE;
  while (dtl_sql_next (row, error))
    {
      if (!verify_change (db, row, &previous, error))
        return FALSE;
    }
  return !dtl_sql_has_failed (row);
}

/* --- one change ------------------------------------------------------------------------------------------------- */

static gboolean
insert_change (DtlStore *self,
               DtlChangeKind kind,
               DtlId target,
               const char *label,
               const char *who,
               int64_t when_utc_seconds,
               GError **error)
{
  g_autoptr (DtlSqlStatement) row = dtl_sql_prepare (
      self->db,
      "INSERT INTO change (id, seq, kind, target_id, label, who, when_utc_seconds, n_rows, previous_hash, hash)"
      " SELECT ?1, COALESCE ((SELECT max (seq) FROM change), 0) + 1, ?2, ?3, ?4, ?5, ?6, 0,"
      "        COALESCE ((SELECT hash FROM change ORDER BY seq DESC LIMIT 1), ''), ''",
      error);

  if (row == NULL)
    return FALSE;
  dtl_sql_add_int (row, self->change);
  dtl_sql_add_text (row, kind_names[kind]);
  dtl_sql_add_id (row, target);
  dtl_sql_add_text (row, label);
  dtl_sql_add_text (row, who);
  dtl_sql_add_int (row, when_utc_seconds);
  return dtl_sql_run (row, error);
}

gboolean
dtl_change_log_begin (DtlStore *self,
                      DtlChangeKind kind,
                      DtlId target,
                      const char *label,
                      const char *who,
                      int64_t when_utc_seconds,
                      GError **error)
{
  if (!self->is_writable)
    {
      g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_READ_ONLY,
                   _ ("“%s” is open for reading only. Make a working copy of it to change it."),
                   dtl_sql_connection_get_name (self->db));
      return FALSE;
    }
  g_assert (self->change == DTL_ID_NONE);
  if (!dtl_sql_exec (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  self->change = dtl_id_make (self->replica, ++self->counter);
  if (insert_change (self, kind, target, label, who, when_utc_seconds, error) &&
      dtl_log_triggers_forget_touched (self, error))
    return TRUE;
  dtl_store_rollback (self);
  return FALSE;
}

/**
 * dtl_store_begin:
 * @self: a working copy without an open change
 * @label: what the person does, in their language; stands in the history and beside Undo
 * @who: the name that the person chose, "" for none
 * @when_utc_seconds: seconds since 1970 UTC
 * @error: DTL_STORE_ERROR_READ_ONLY, _BUSY, _SQL
 *
 * Returns: whether the change is open
 */
gboolean
dtl_store_begin (DtlStore *self, const char *label, const char *who, int64_t when_utc_seconds, GError **error)
{
  g_return_val_if_fail (self != NULL && label != NULL && who != NULL, FALSE);
  DTL_STORE_ASSERT_OWNER (self);
  g_return_val_if_fail (self->change == DTL_ID_NONE, FALSE);

  return dtl_change_log_begin (self, DTL_CHANGE_EDIT, DTL_ID_NONE, label, who, when_utc_seconds, error);
}

static void
forget_change (DtlStore *self)
{
  dtl_store_forget_calendars (self);
  self->change = DTL_ID_NONE;
  self->is_bulk = FALSE;
  self->bulk_first = DTL_ID_NONE;
}

/** dtl_store_rollback: @self: a working copy; its open change, if any, is as if it had never begun */
void
dtl_store_rollback (DtlStore *self)
{
  g_return_if_fail (self != NULL);
  DTL_STORE_ASSERT_OWNER (self);

  if (self->change == DTL_ID_NONE)
    return;
  dtl_sql_exec (self->db, "ROLLBACK", NULL);
  forget_change (self);
}

/* How many rows the change touched, those of ranges counted one by one. */
static gboolean
count_rows (DtlStore *self, int64_t *n_rows, GError **error)
{
  g_autoptr (DtlSqlStatement) row =
      dtl_sql_prepare (self->db,
                       "SELECT COALESCE (sum (CASE WHEN last_row_id IS NULL THEN 1"
                       "  ELSE json_extract (COALESCE (new_values, old_values), '$.n_rows') END), 0)"
                       " FROM change_row WHERE change_id = ?1",
                       error);

  if (row == NULL)
    return FALSE;
  dtl_sql_add_int (row, self->change);
  if (dtl_sql_next (row, error))
    *n_rows = dtl_sql_read_int (row);
  return !dtl_sql_has_failed (row);
}

static gboolean
write_count (DtlStore *self, int64_t n_rows, GError **error)
{
  g_autoptr (DtlSqlStatement) row = dtl_sql_prepare (self->db, "UPDATE change SET n_rows = ?2 WHERE id = ?1", error);

  if (row == NULL)
    return FALSE;
  dtl_sql_add_int (row, self->change);
  dtl_sql_add_int (row, n_rows);
  return dtl_sql_run (row, error);
}

static gboolean
write_hash (DtlStore *self, GError **error)
{
  g_autofree char *hash = dtl_change_log_compute_hash (self->db, self->change, error);
  g_autoptr (DtlSqlStatement) row =
      hash != NULL ? dtl_sql_prepare (self->db, "UPDATE change SET hash = ?2 WHERE id = ?1", error) : NULL;

  if (row == NULL)
    return FALSE;
  dtl_sql_add_int (row, self->change);
  dtl_sql_add_text (row, hash);
  return dtl_sql_run (row, error);
}

static gboolean
write_counter (DtlStore *self, GError **error)
{
  g_autoptr (DtlSqlStatement) row =
      dtl_sql_prepare (self->db, "UPDATE replica SET last_counter = ?2 WHERE replica = ?1", error);

  if (row == NULL)
    return FALSE;
  dtl_sql_add_int (row, self->replica);
  dtl_sql_add_int (row, self->counter);
  return dtl_sql_run (row, error);
}

/* References are checked when a change ends, so that its rows may come in any order. */
static gboolean
end_transaction (DtlStore *self, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (dtl_sql_exec (self->db, "COMMIT", &local))
    return TRUE;
  if (!g_error_matches (local, DTL_STORE_ERROR, DTL_STORE_ERROR_REFERENCE) || !dtl_references_name_broken (self, error))
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* A rule whose anchor is gone is a broken reference, and is told as one. */
static gboolean
refresh (DtlStore *self, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (dtl_store_refresh (self, &local))
    return TRUE;
  if (!g_error_matches (local, DTL_MODEL_ERROR, DTL_MODEL_ERROR_NO_ANCHOR) || !dtl_references_name_broken (self, error))
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
finish_change (DtlStore *self, gboolean *is_empty, GError **error)
{
  int64_t n_rows = 0;

  if (!dtl_log_ranges_write (self, error) || !count_rows (self, &n_rows, error))
    return FALSE;
  *is_empty = n_rows == 0;
  return *is_empty || (refresh (self, error) && write_count (self, n_rows, error) && write_hash (self, error) &&
                       write_counter (self, error) && end_transaction (self, error));
}

/**
 * dtl_store_commit:
 * @self: a working copy with an open change
 * @error: DTL_STORE_ERROR_REFERENCE where a row refers to one that is not there; DTL_MODEL_ERROR where derived claims
 *   hang on each other or a date cannot be read; DTL_STORE_ERROR otherwise
 *
 * A change that changed nothing leaves no trace. On failure everything of the change is rolled back.
 *
 * Returns: whether the change stands
 */
gboolean
dtl_store_commit (DtlStore *self, GError **error)
{
  gboolean is_empty = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);
  DTL_STORE_ASSERT_OWNER (self);
  g_return_val_if_fail (self->change != DTL_ID_NONE, FALSE);

  if (!finish_change (self, &is_empty, error))
    {
      dtl_store_rollback (self);
      return FALSE;
    }
  if (is_empty)
    dtl_store_rollback (self);
  else
    forget_change (self);
  return TRUE;
}

DtlId
dtl_store_new_id (DtlStore *self)
{
  g_return_val_if_fail (self != NULL, DTL_ID_NONE);
  DTL_STORE_ASSERT_OWNER (self);
  g_return_val_if_fail (self->change != DTL_ID_NONE && self->counter < UINT32_MAX, DTL_ID_NONE);

  return dtl_id_make (self->replica, ++self->counter);
}

void
dtl_store_set_bulk (DtlStore *self, gboolean bulk)
{
  g_return_if_fail (self != NULL);
  DTL_STORE_ASSERT_OWNER (self);
  g_return_if_fail (self->change != DTL_ID_NONE);

  self->is_bulk = bulk;
  if (bulk && self->bulk_first == DTL_ID_NONE)
    {
      self->bulk_first = dtl_id_make (self->replica, self->counter + 1);
      self->bulk_last = dtl_id_make (self->replica, UINT32_MAX);
    }
}
