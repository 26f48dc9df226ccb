/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All actors of a case in a fixed order (most events first, then name), with who belongs to whom. Immutable, shared by
 * reference. */
#pragma once

#include "model/dtl-records.h"

G_BEGIN_DECLS

typedef struct _DtlActorTable DtlActorTable;

/* Takes the array (element-type DtlActor, owned by it). A cycle of parents is cut at its smallest id. */
DtlActorTable *dtl_actor_table_new (GPtrArray *actors);
DtlActorTable *dtl_actor_table_ref (DtlActorTable *self);
void dtl_actor_table_unref (DtlActorTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlActorTable, dtl_actor_table_unref)

uint32_t dtl_actor_table_get_size (const DtlActorTable *self);
const DtlActor *dtl_actor_table_get (const DtlActorTable *self, uint32_t index);
/* -1 if there is none. */
int64_t dtl_actor_table_find_id (const DtlActorTable *self, DtlId id);
/* By name or alias, case-folded; -1 if there is none. */
int64_t dtl_actor_table_find_name (const DtlActorTable *self, const char *name);
/* Whether @index is @ancestor, or belongs to it directly or through others. */
gboolean dtl_actor_table_belongs_to (const DtlActorTable *self, uint32_t index, uint32_t ancestor);

G_END_DECLS
