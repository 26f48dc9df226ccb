/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain scans of the narrow tables into a builder of columns. Each fills a part of the builder of its own, so that
 * several may run side by side, each on its own connection. */
#pragma once

#include "store/dtl-store-private.h"

G_BEGIN_DECLS

/* @own_kinds: as dtl_store_map_own_kinds() tells */
gboolean
dtl_store_scan_events (DtlSqlConnection *db, GHashTable *own_kinds, DtlColumnsBuilder *builder, GError **error);
gboolean dtl_store_scan_marks (DtlSqlConnection *db, DtlColumnsBuilder *builder, GError **error);
/* @actor_ids: ascending; an actor's number in the builder is its place there */
gboolean dtl_store_scan_participations (DtlSqlConnection *db,
                                        const DtlId *actor_ids,
                                        guint n_actors,
                                        DtlColumnsBuilder *builder,
                                        GError **error);
gboolean dtl_store_scan_links (DtlSqlConnection *db, DtlColumnsBuilder *builder, GError **error);
/* The place of an id among ascending ones; @n if it is not there. */
guint dtl_store_find_place (const DtlId *ids, guint n, DtlId id);

/* All columns of a case, whatever its caches for opening say; an actor's number is its place by id. (transfer full)
 * (nullable) */
DtlColumns *dtl_store_scan_columns (DtlStore *self, GError **error);

/* All actors by id, without their numbers of events. (element-type DtlActor) (transfer full) (nullable) */
GPtrArray *dtl_store_read_actor_records (DtlStore *self, GError **error);

G_END_DECLS
