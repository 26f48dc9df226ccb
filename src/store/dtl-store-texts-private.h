/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/dtl-store-private.h"

G_BEGIN_DECLS

/* Adds their texts, without the words, to @sources (element-type DtlSource): of the one of these that is named, or with
 * DTL_ID_NONE of all. */
gboolean dtl_store_read_texts (DtlStore *self, GPtrArray *sources, DtlId source, GError **error);

G_END_DECLS
