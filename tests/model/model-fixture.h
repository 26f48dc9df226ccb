/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records for the tests of the model, in one line each. */
#pragma once

#include "model/dtl-columns.h"
#include "model/dtl-records.h"

DtlActor *new_actor (DtlId id, const char *name, DtlId parent, int n_events);
DtlClaim *add_claim (DtlEvent *event, DtlId id, DtlClaimRole role, const char *edtf, DtlStanding standing);
void set_rule (DtlClaim *claim, DtlId anchor_claim, int64_t amount, DtlTimeUnit unit);
DtlMark new_mark (DtlId claim, DtlClaimRole role, DtlStanding standing, int64_t first_day, int64_t last_day);
