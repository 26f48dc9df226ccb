/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which stretches a view folds: the long empty ones that are worth it if it does so by itself, less those that a person
 * has opened, and those that a person has folded. What a person says is kept as a moment: whatever is empty around it,
 * as the filter changes, is meant; and nothing is, while there is something. */
#pragma once

#include "layout/dtl-folds.h"
#include "layout/dtl-layout.h"

G_BEGIN_DECLS

typedef struct _DtlFolding DtlFolding;

DtlFolding *dtl_folding_new (void);
void dtl_folding_free (DtlFolding *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlFolding, dtl_folding_free)

void dtl_folding_set_automatic (DtlFolding *self, gboolean is_automatic);
gboolean dtl_folding_is_automatic (const DtlFolding *self);
void dtl_folding_fold (DtlFolding *self, const DtlFold *fold);
void dtl_folding_unfold (DtlFolding *self, const DtlFold *fold);
void dtl_folding_unfold_all (DtlFolding *self);
void dtl_folding_forget (DtlFolding *self);
void dtl_folding_take_over (DtlFolding *self, const DtlFolding *other);

void dtl_folding_update (DtlFolding *self, const DtlColumns *columns, const DtlBitset *visible);
void dtl_folding_choose (DtlFolding *self, DtlLayout *layout, int width_px, int break_px);
const DtlFold *dtl_folding_get (const DtlFolding *self, guint *n_folds);

G_END_DECLS
