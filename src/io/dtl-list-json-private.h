/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Things that stand both in lists of their own and inside events. */
#pragma once

#include "io/dtl-json-members.h"
#include "io/dtl-list-json.h"

G_BEGIN_DECLS

/* Each adds one object; a builder may be empty, or in an array. They do not end it, so that more members can follow. */
void dtl_list_json_begin_claim (JsonBuilder *builder, const DtlListContext *context, const DtlClaim *claim);
void dtl_list_json_begin_passage (JsonBuilder *builder, const DtlListContext *context, const DtlPassage *passage);

G_END_DECLS
