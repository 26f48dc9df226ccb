/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The objects of dtl-list-json.h as flat rows, for tables: the same names as headings, lists joined by "; ". */
#pragma once

#include "io/dtl-list-json.h"
#include "io/dtl-table-writer.h"

G_BEGIN_DECLS

/* The columns of a list: all keys for TSV and CSV, those that a person reads first for the aligned table.
 * @n_columns: (out). Returns: (transfer none) (array length=n_columns) */
const DtlTableColumn *dtl_list_rows_get_columns (DtlListKind kind, DtlTableFormat format, guint *n_columns);

/* The cells of one object in the order of @columns. Returns: (transfer full) (element-type utf8): of n_columns entries,
 * NULL where the object has nothing */
GPtrArray *dtl_list_rows_flatten (JsonObject *object, const DtlTableColumn *columns, guint n_columns);

G_END_DECLS
