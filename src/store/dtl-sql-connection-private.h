/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One SQLite connection: opened the one way that its use allows, every setting checked, SQLite's errors turned into
 * ours. It knows nothing of cases. Used by one thread at a time. */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>
#include <stdint.h>

G_BEGIN_DECLS

typedef struct _DtlSqlConnection DtlSqlConnection;

/**
 * DtlSqlMode:
 * @DTL_SQL_MODE_READ_FILE: a person's file, taken as unchanging: no locks, no journal, nothing appears beside it
 * @DTL_SQL_MODE_WORK: a working copy of ours, which must exist
 * @DTL_SQL_MODE_READ_WORK: a working copy that somebody else may be writing, for reading
 * @DTL_SQL_MODE_MEMORY: an empty database in memory
 */
typedef enum
{
  DTL_SQL_MODE_READ_FILE,
  DTL_SQL_MODE_WORK,
  DTL_SQL_MODE_READ_WORK,
  DTL_SQL_MODE_MEMORY,
} DtlSqlMode;

/**
 * dtl_sql_connection_open:
 * @path: (nullable): absolute path in the file system's encoding; NULL for DTL_SQL_MODE_MEMORY
 * @error: DTL_STORE_ERROR
 *
 * Defensive in every mode: no trusted schema, no views, no triggers but temporary ones, no extensions, no memory map,
 * lowered limits, and a limit on the steps of one statement where a file of somebody else is read.
 */
DtlSqlConnection *dtl_sql_connection_open (DtlSqlMode mode, const char *path, GError **error);
void dtl_sql_connection_close (DtlSqlConnection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlSqlConnection, dtl_sql_connection_close)

sqlite3 *dtl_sql_connection_get_handle (DtlSqlConnection *self);
/* What the person calls the file. (transfer none) */
const char *dtl_sql_connection_get_name (DtlSqlConnection *self);

/* How many steps of SQLite's machine one statement may take, in thousands; 0 for no limit. */
void dtl_sql_connection_set_step_limit (DtlSqlConnection *self, uint64_t thousands);
/* Statements are interrupted, with G_IO_ERROR_CANCELLED, once @cancellable (nullable) is cancelled. */
void dtl_sql_connection_set_cancellable (DtlSqlConnection *self, GCancellable *cancellable);
/* Called where a statement begins, so that each has the whole limit. */
void dtl_sql_connection_restart_steps (DtlSqlConnection *self);

/* Runs statements that give no rows. */
gboolean dtl_sql_exec (DtlSqlConnection *self, const char *sql, GError **error);
/* First value of the first row; FALSE with error when there is no row. */
gboolean dtl_sql_query_int (DtlSqlConnection *self, const char *sql, int64_t *value, GError **error);
char *dtl_sql_query_text (DtlSqlConnection *self, const char *sql, GError **error);

/* Sets @error from what the connection says went wrong with @code. Returns FALSE, to be returned on. */
gboolean dtl_sql_fail (DtlSqlConnection *self, int code, GError **error);

/* The cache of prepared statements, for dtl-sql-statement.c: SQL text to statement. */
GHashTable *dtl_sql_connection_get_statements (DtlSqlConnection *self);

G_END_DECLS
