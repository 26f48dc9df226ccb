/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of logged tables as JSON objects (column to value, without id) and back, as the log keeps them. */
#pragma once

#include "store/dtl-store-private.h"

G_BEGIN_DECLS

/* A statement that gives (id, JSON) for the rows with ids from ?1 to ?2, by id. */
DtlSqlStatement *dtl_row_json_select (DtlStore *self, const char *table, GError **error);
/* A statement that inserts a row from ?1 id and ?2 JSON, for many rows. */
DtlSqlStatement *dtl_row_json_prepare_insert (DtlStore *self, const char *table, GError **error);
/* Inserts a row; columns that @json does not have are NULL. */
gboolean dtl_row_json_insert (DtlStore *self, const char *table, DtlId id, const char *json, GError **error);
/* Sets the columns that @json has. */
gboolean dtl_row_json_update (DtlStore *self, const char *table, DtlId id, const char *json, GError **error);

G_END_DECLS
