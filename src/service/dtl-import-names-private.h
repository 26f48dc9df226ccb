/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names in a table and what they stand for: actors, sources and kinds that the case has, or that are made when a
 * row needs them. */
#pragma once

#include "service/dtl-import-private.h"

G_BEGIN_DECLS

typedef struct _DtlImportNames DtlImportNames;

DtlImportNames *dtl_import_names_new (DtlImportJob *job);
void dtl_import_names_free (DtlImportNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlImportNames, dtl_import_names_free)

/* The actor who is called so, whatever the case of the letters; DTL_ID_NONE with @error. */
DtlId dtl_import_names_find_actor (DtlImportNames *self, const char *name, GError **error);
/* The source with this address or title; for "" the table itself, and then @is_table. DTL_ID_NONE with @error. */
DtlId dtl_import_names_find_source (DtlImportNames *self, const char *name, gboolean *is_table, GError **error);
/* "Effective date" and "effective_date" are the same kind; "" is "other"; what there is not becomes one of the case's
 * own. -1 with @error. */
int dtl_import_names_find_kind (DtlImportNames *self, const char *name, GError **error);

G_END_DECLS
