/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of words that belong to a row: aliases of an actor, tags of an event. Their order counts. */
#pragma once

#include "store/dtl-store-private.h"

G_BEGIN_DECLS

/** DtlWordTable: a table (id, @owner_column, ordinal, name). */
typedef struct
{
  const char *name;
  const char *owner_column;
} DtlWordTable;

extern const DtlWordTable dtl_actor_alias_table;
extern const DtlWordTable dtl_tag_table;

/* Makes the words of @owner these. @words: (nullable) (array zero-terminated=1) */
gboolean dtl_store_put_words (DtlStore *store, const DtlWordTable *table, DtlId owner, GStrv words, GError **error);

/* From rows of (owner, word) in order, the words of each owner: int64 to GStrv. (transfer full) (nullable) */
GHashTable *dtl_store_collect_words (DtlSqlStatement *row, GError **error);
/* Takes the words of @owner out of such a table; never NULL. (transfer full) */
GStrv dtl_store_take_words (GHashTable *words, DtlId owner);

G_END_DECLS
