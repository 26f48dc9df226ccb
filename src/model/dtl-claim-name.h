/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a date of an event is called in a sentence. */
#pragma once

#include "model/dtl-terms.h"

G_BEGIN_DECLS

const char *dtl_claim_role_label (DtlClaimRole role);
char *dtl_claim_name (const char *title, DtlClaimRole role);

G_END_DECLS
