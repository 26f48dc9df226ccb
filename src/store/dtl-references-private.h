/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/dtl-store-private.h"

G_BEGIN_DECLS

/* Looks for a row that refers to one that is not there, and sets @error to DTL_STORE_ERROR_REFERENCE with its name.
 * Reads everything: for a change that has failed. Returns: whether there is one */
gboolean dtl_references_name_broken (DtlStore *self, GError **error);

G_END_DECLS
