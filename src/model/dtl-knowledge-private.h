/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dtl-knowledge.h"

G_BEGIN_DECLS

/* When a source was published: at the latest, or at the earliest where @may_be; DTL_CIVIL_MAX or DTL_CIVIL_MIN for one
 * that says nothing of it. */
int64_t dtl_knowledge_published_seconds (const DtlSource *source, gboolean may_be);

G_END_DECLS
