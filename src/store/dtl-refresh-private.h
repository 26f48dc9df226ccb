/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/dtl-store-private.h"

G_BEGIN_DECLS

/* Recomputes the values of all derived claims, where the open change touched what some of them hang on, and touches the
 * events whose values are others now. DTL_MODEL_ERROR on a cycle. */
gboolean dtl_refresh_derived (DtlStore *self, GError **error);

/* Makes the narrow tables anew for the touched events. */
gboolean dtl_refresh_index (DtlStore *self, GError **error);

G_END_DECLS
