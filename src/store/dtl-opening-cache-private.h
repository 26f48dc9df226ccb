/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What opening a large case would have to make anew each time, kept in its file: the columns, and the hash of the
 * content. It is written once the file is otherwise done, and is good for that state of the file alone. */
#pragma once

#include "store/dtl-store-private.h"

G_BEGIN_DECLS

/* In a case of fewer events all of it is made in no time, and the file is the smaller without. */
#define DTL_OPENING_CACHE_MIN_EVENTS 5000

/* Fills the caches of a new file that nobody else knows yet, if it has at least @min_events events. DTL_STORE_ERROR. */
gboolean dtl_opening_cache_write (const char *path, int64_t min_events, GError **error);

/* Where they are there and fit the file; else NULL, and so in working copies. @n_actors, @n_own_kinds: of the case.
 * Actors are numbered by their ids. (transfer full) (nullable) */
DtlColumns *dtl_opening_cache_read_columns (DtlStore *self, uint32_t n_actors, guint n_own_kinds);
/* (transfer full) (nullable): 64 hex digits */
char *dtl_opening_cache_dup_content_hash (DtlStore *self);

G_END_DECLS
