/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The TEMP triggers of a working connection, which write the log and note what the caches must be made anew for. */
#pragma once

#include "store/dtl-store-private.h"

G_BEGIN_DECLS

gboolean dtl_log_triggers_create (DtlStore *self, GError **error);

/* Notes what the rows of @table with these ids concern: for rows that no trigger sees, those of a bulk. */
gboolean dtl_log_triggers_touch_range (DtlStore *self, const char *table, DtlId first, DtlId last, GError **error);

/* Empties the lists of what was touched. */
gboolean dtl_log_triggers_forget_touched (DtlStore *self, GError **error);

G_END_DECLS
