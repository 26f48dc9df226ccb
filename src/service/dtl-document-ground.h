/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What drawings need of all events of a document, already there where it was read in a thread. */
#pragma once

#include "layout/dtl-ground.h"
#include "service/dtl-document.h"

G_BEGIN_DECLS

/* @input: of the document, in lanes by actor. As dtl_layout_new(). */
DtlLayout *dtl_document_make_layout (DtlDocument *self, const DtlLayoutInput *input);
/* As dtl_layout_get_extent() and dtl_folds_find(). @visible: of the document's columns */
gboolean
dtl_document_get_extent (DtlDocument *self, const DtlBitset *visible, int64_t *from_seconds, int64_t *to_seconds);
GArray *dtl_document_find_folds (DtlDocument *self, const DtlBitset *visible);
/* Where its events stand. (transfer full) */
DtlPlaces *dtl_document_find_places (DtlDocument *self);

G_END_DECLS
