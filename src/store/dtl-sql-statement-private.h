/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A prepared statement, kept by its connection and lent out. Parameters are added and columns read in their order, so
 * that no index is counted by hand. A failure while adding is told by the next step. */
#pragma once

#include "base/dtl-id.h"
#include "store/dtl-sql-connection-private.h"

G_BEGIN_DECLS

typedef struct _DtlSqlStatement DtlSqlStatement;

/* Lends out the statement of @sql, which must be a string that outlives the connection or was prepared before under
 * the same text. Lent twice at once, the second one is made anew. */
DtlSqlStatement *dtl_sql_prepare (DtlSqlConnection *connection, const char *sql, GError **error);
/* Gives it back, reset and without parameters. */
void dtl_sql_statement_release (DtlSqlStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlSqlStatement, dtl_sql_statement_release)
/* For the connection's cache alone. */
void dtl_sql_statement_finalize (DtlSqlStatement *self);

void dtl_sql_add_int (DtlSqlStatement *self, int64_t value);
/* DTL_ID_NONE, and a page that is not known, are NULL. */
void dtl_sql_add_id (DtlSqlStatement *self, int64_t value);
/* @value: (nullable): must stay as it is until the statement has run */
void dtl_sql_add_text (DtlSqlStatement *self, const char *value);
void dtl_sql_add_bytes (DtlSqlStatement *self, const void *data, size_t n_bytes);
void dtl_sql_add_null (DtlSqlStatement *self);

/* Steps to the next row: TRUE if there is one. FALSE at the end, or with @error set; then the statement is ready for
 * new parameters. */
gboolean dtl_sql_next (DtlSqlStatement *self, GError **error);
/* Whether the last dtl_sql_next() ended with an error. */
gboolean dtl_sql_has_failed (DtlSqlStatement *self);
/* Runs to the end. */
gboolean dtl_sql_run (DtlSqlStatement *self, GError **error);

/** DtlSqlValue: of a column of any type but REAL. @text: (nullable): NULL where it is a number; until the next step,
 * not checked for UTF-8 and with @n_bytes that may have a NUL among them */
typedef struct
{
  gboolean is_null;
  int64_t number;
  const char *text;
  size_t n_bytes;
} DtlSqlValue;

/* Of the current row, the next column. NULL reads as 0, or as NULL. */
int64_t dtl_sql_read_int (DtlSqlStatement *self);
int64_t dtl_sql_read_int_or (DtlSqlStatement *self, int64_t if_null);
/* (transfer none): until the next step; not checked for UTF-8 */
const char *dtl_sql_peek_text (DtlSqlStatement *self);
/* (transfer full) (nullable): valid UTF-8 whatever the file has */
char *dtl_sql_read_text (DtlSqlStatement *self);
void dtl_sql_read_value (DtlSqlStatement *self, DtlSqlValue *value);
/* Passes over columns. */
void dtl_sql_skip (DtlSqlStatement *self, int n_columns);
const void *dtl_sql_peek_bytes (DtlSqlStatement *self, size_t *n_bytes);

G_END_DECLS
