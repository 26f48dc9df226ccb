/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bulk loads in the log: one row a table for all rows from one id to another, instead of one for each. */
#pragma once

#include "store/dtl-store-private.h"

G_BEGIN_DECLS

/** DtlLogRange: @change_row: the log's row that says so; ids are inclusive. */
typedef struct
{
  DtlId change_row;
  const char *table;
  DtlId first;
  DtlId last;
} DtlLogRange;

/* Logs what the open change has inserted in bulk. */
gboolean dtl_log_ranges_write (DtlStore *self, GError **error);

/* Takes the rows of a range away, having kept them compressed under @range->change_row. */
gboolean dtl_log_ranges_remove (DtlStore *self, const DtlLogRange *range, GError **error);
/* Puts the kept rows of a range back. */
gboolean dtl_log_ranges_restore (DtlStore *self, const DtlLogRange *range, GError **error);

G_END_DECLS
