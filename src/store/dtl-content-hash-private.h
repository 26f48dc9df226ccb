/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/dtl-store-private.h"

G_BEGIN_DECLS

/* dtl_store_content_hash() from the rows, whatever the file carries. (transfer full) (nullable) */
char *dtl_content_hash_compute (DtlStore *self, GError **error);

G_END_DECLS
