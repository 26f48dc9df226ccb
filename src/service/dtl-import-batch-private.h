/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events that may refer to each other, on their way into a case: all of a list, and the rows of a table that count
 * their dates from others. They are held together until the file is read, since an anchor may stand below what hangs on
 * it. */
#pragma once

#include "io/dtl-incoming.h"
#include "service/dtl-import-names-private.h"

G_BEGIN_DECLS

typedef struct _DtlImportBatch DtlImportBatch;

DtlImportBatch *dtl_import_batch_new (DtlImportJob *job, DtlImportNames *names);
void dtl_import_batch_free (DtlImportBatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlImportBatch, dtl_import_batch_free)

void dtl_import_batch_add (DtlImportBatch *self, DtlIncomingEvent *event);
void dtl_import_batch_note_stored (DtlImportBatch *self, const char *key, const DtlEvent *event);
gboolean dtl_import_batch_write (DtlImportBatch *self, GError **error);

G_END_DECLS
