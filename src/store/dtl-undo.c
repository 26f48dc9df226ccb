/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo. Both are changes like any other, with rows of their own in the log; they name the edit that they are
 * about, and so everything there is to know stands in the log and survives a restart.
 *
 *   edit 1 · edit 2 · undo 2 · undo 1 · redo 1        undo is: edit 1; redo is: edit 2
 *   edit 1 · edit 2 · undo 2 · edit 3                 undo is: edit 3, then edit 1; nothing to redo
 *
 * An edit is undone when the last change that names it is an undo. What can be undone is the newest edit that is not.
 * What can be redone is the oldest edit that was undone after the newest edit of all.
 *
 * The state before an undo is exactly the state after its edit, since whatever came between is undone itself. So the
 * rows are put back without asking whether somebody else touched them. References are checked when it is all done. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "store/dtl-change-log-private.h"
#include "store/dtl-log-ranges-private.h"
#include "store/dtl-row-json-private.h"
#include "store/dtl-schema-private.h"

#define LAST_KIND "(SELECT last.kind FROM change AS last WHERE last.target_id = edit.id ORDER BY last.seq DESC LIMIT 1)"

/* Bundled data is made under the replica part 0, so that its ids are just the counter. Making it was not the person's
 * action, and undoing it would leave an empty case. */
#define IS_THE_PERSONS "edit.id > 4294967295"

#define UNDO_SQL                                                                                                       \
  "SELECT edit.id, edit.label FROM change AS edit WHERE edit.kind = 'edit' AND " IS_THE_PERSONS " AND " LAST_KIND      \
  " IS NOT 'undo' ORDER BY edit.seq DESC LIMIT 1"

#define REDO_SQL                                                                                                       \
  "SELECT edit.id, edit.label FROM change AS edit WHERE edit.kind = 'edit' AND " LAST_KIND " IS 'undo'"                \
  " AND (SELECT max (last.seq) FROM change AS last WHERE last.target_id = edit.id)"                                    \
  "   > (SELECT max (seq) FROM change WHERE kind = 'edit')"                                                            \
  " ORDER BY edit.seq LIMIT 1"

/** LogRow: a row of the log; strings are owned. */
typedef struct
{
  DtlId id;
  char *table;
  DtlId row;
  DtlId last_row;
  char *operation;
  char *old_values;
  char *new_values;
} LogRow;

static void
log_row_free (LogRow *self)
{
  g_free (self->table);
  g_free (self->operation);
  g_free (self->old_values);
  g_free (self->new_values);
  g_free (self);
}

static LogRow *
read_log_row (DtlSqlStatement *row)
{
  LogRow *self = g_new0 (LogRow, 1);

  self->id = dtl_sql_read_int (row);
  self->table = dtl_sql_read_text (row);
  self->row = dtl_sql_read_int (row);
  self->last_row = dtl_sql_read_int (row);
  self->operation = dtl_sql_read_text (row);
  self->old_values = dtl_sql_read_text (row);
  self->new_values = dtl_sql_read_text (row);
  return self;
}

/* All rows of an edit, in the order in which they were touched. Single rows of a bulk are in ranges, so these are few.
 */
static GPtrArray *
read_log_rows (DtlStore *self, DtlId edit, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) log_row_free);
  g_autoptr (DtlSqlStatement) row =
      dtl_sql_prepare (self->db,
                       "SELECT id, table_name, row_id, last_row_id, op, old_values, new_values FROM change_row"
                       " WHERE change_id = ?1 ORDER BY id",
                       error);

  if (row == NULL)
    return NULL;
  dtl_sql_add_int (row, edit);
  while (dtl_sql_next (row, error))
    g_ptr_array_add (rows, read_log_row (row));
  return dtl_sql_has_failed (row) ? NULL : g_steal_pointer (&rows);
}

static gboolean
check_table (DtlStore *self, const LogRow *row, GError **error)
{
  if (row->table != NULL && dtl_schema_is_logged_table (row->table))
    return TRUE;
  g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_DAMAGED,
               _ ("The change log of “%s” is damaged: it names a table that there is not. Open an older copy."),
               dtl_sql_connection_get_name (self->db));
  return FALSE;
}

static gboolean
apply_range (DtlStore *self, const LogRow *row, gboolean is_insert, GError **error)
{
  DtlLogRange range = { .change_row = row->id, .table = row->table, .first = row->row, .last = row->last_row };

  return is_insert ? dtl_log_ranges_restore (self, &range, error) : dtl_log_ranges_remove (self, &range, error);
}

/* Does what a row of the log says, or, backwards, the opposite. Edits have no other ranges than inserted ones. */
static gboolean
apply_row (DtlStore *self, const LogRow *row, gboolean is_backwards, GError **error)
{
  if (!check_table (self, row, error))
    return FALSE;
  if (g_strcmp0 (row->operation, "update") == 0)
    return dtl_row_json_update (self, row->table, row->row, is_backwards ? row->old_values : row->new_values, error);
  if (g_strcmp0 (row->operation, "insert_range") == 0)
    return apply_range (self, row, !is_backwards, error);
  if (g_strcmp0 (row->operation, is_backwards ? "insert" : "delete") == 0)
    return dtl_store_delete_row (self, row->table, row->row, error);
  return dtl_row_json_insert (self, row->table, row->row, is_backwards ? row->old_values : row->new_values, error);
}

static gboolean
apply_edit (DtlStore *self, DtlId edit, gboolean is_backwards, GError **error)
{
  g_autoptr (GPtrArray) rows = read_log_rows (self, edit, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      if (!apply_row (self, g_ptr_array_index (rows, is_backwards ? rows->len - 1 - i : i), is_backwards, error))
        return FALSE;
    }
  return TRUE;
}

/* The edit that @sql finds and its label; DTL_ID_NONE without error when there is none. */
static DtlId
find_edit (DtlStore *self, const char *sql, char **label, GError **error)
{
  g_autoptr (DtlSqlStatement) row = dtl_sql_prepare (self->db, sql, error);
  DtlId edit;

  *label = NULL;
  if (row == NULL || !dtl_sql_next (row, error))
    return DTL_ID_NONE;
  edit = dtl_sql_read_int (row);
  *label = dtl_sql_read_text (row);
  return edit;
}

static gboolean
run (DtlStore *self, DtlChangeKind kind, int64_t when_utc_seconds, char **label, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *found = NULL;
  DtlId edit = find_edit (self, kind == DTL_CHANGE_UNDO ? UNDO_SQL : REDO_SQL, &found, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (edit == DTL_ID_NONE)
    return TRUE;
  if (!dtl_change_log_begin (self, kind, edit, found, "", when_utc_seconds, error))
    return FALSE;
  if (!apply_edit (self, edit, kind == DTL_CHANGE_UNDO, error))
    {
      dtl_store_rollback (self);
      return FALSE;
    }
  if (!dtl_store_commit (self, error))
    return FALSE;
  if (label != NULL)
    *label = g_steal_pointer (&found);
  return TRUE;
}

gboolean
dtl_store_undo (DtlStore *self, int64_t when_utc_seconds, char **label, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  DTL_STORE_ASSERT_OWNER (self);
  g_return_val_if_fail (self->change == DTL_ID_NONE, FALSE);

  if (label != NULL)
    *label = NULL;
  return run (self, DTL_CHANGE_UNDO, when_utc_seconds, label, error);
}

gboolean
dtl_store_redo (DtlStore *self, int64_t when_utc_seconds, char **label, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  DTL_STORE_ASSERT_OWNER (self);
  g_return_val_if_fail (self->change == DTL_ID_NONE, FALSE);

  if (label != NULL)
    *label = NULL;
  return run (self, DTL_CHANGE_REDO, when_utc_seconds, label, error);
}

char *
dtl_store_get_undo_label (DtlStore *self)
{
  char *label = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  DTL_STORE_ASSERT_OWNER (self);

  find_edit (self, UNDO_SQL, &label, NULL);
  return label;
}

char *
dtl_store_get_redo_label (DtlStore *self)
{
  char *label = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  DTL_STORE_ASSERT_OWNER (self);

  find_edit (self, REDO_SQL, &label, NULL);
  return label;
}
