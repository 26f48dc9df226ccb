/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The log: TEMP triggers that write it, the row of an open change, and the chain of hashes. */
#pragma once

#include "store/dtl-store-private.h"

G_BEGIN_DECLS

/* Makes the functions, the temporary tables and the triggers of a working connection. */
gboolean dtl_change_log_attach (DtlStore *self, GError **error);

/* Opens the transaction and the change. @target: the edit that an undo or redo is about, else DTL_ID_NONE. */
gboolean dtl_change_log_begin (DtlStore *self,
                               DtlChangeKind kind,
                               DtlId target,
                               const char *label,
                               const char *who,
                               int64_t when_utc_seconds,
                               GError **error);

/* The hash that a change must have: SHA-256 over the hash before it, its own row and its rows, each field as decimal
 * length, colon, bytes, comma; NULL is "-,". (transfer full) */
char *dtl_change_log_compute_hash (DtlSqlConnection *db, DtlId change, GError **error);

/* Whether the whole chain is as it was written; DTL_STORE_ERROR_DAMAGED names the first change that is not. */
gboolean dtl_change_log_verify (DtlSqlConnection *db, GError **error);

G_END_DECLS
