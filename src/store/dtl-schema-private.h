/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a case file consists of, version by version, and whether a given database is exactly that. */
#pragma once

#include "store/dtl-sql-connection-private.h"

G_BEGIN_DECLS

/* The SQL that makes an empty case of this version, or NULL for a version that there never was. */
const char *dtl_schema_get_sql (int version);

/* Whether the tables, indexes, triggers and views are exactly those of @version: DTL_STORE_ERROR_SCHEMA names the first
 * one that is not. To be called before anything else is read from a file of somebody else. */
gboolean dtl_schema_check (DtlSqlConnection *connection, int version, GError **error);

/* application_id and user_version: that it is ours and of a version that is known. (out) @version */
gboolean dtl_schema_check_identity (DtlSqlConnection *connection, int *version, GError **error);

/* Names of the tables whose rows are logged, merged and undone, parents before children. NULL-terminated. */
const char *const *dtl_schema_get_logged_tables (void);
gboolean dtl_schema_is_logged_table (const char *name);
/* Columns of a logged table without id, in their order. (transfer full) */
GStrv dtl_schema_get_columns (DtlSqlConnection *connection, const char *table, GError **error);

G_END_DECLS
