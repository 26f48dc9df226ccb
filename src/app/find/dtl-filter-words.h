/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each restriction of a filter in a few words, for its chip. */
#pragma once

#include "app/dtl-session.h"

G_BEGIN_DECLS

/** DtlRestriction: the parts of a filter that can be taken away one by one. The last ones are DtlFacet's. */
typedef enum
{
  DTL_RESTRICTION_ACTORS,
  DTL_RESTRICTION_NO_ACTOR, /* what has no actor is hidden */
  DTL_RESTRICTION_DATES,
  DTL_RESTRICTION_TEXT,
  DTL_RESTRICTION_FIRST_FACET,
  DTL_N_RESTRICTIONS = DTL_RESTRICTION_FIRST_FACET + DTL_N_FACETS,
} DtlRestriction;

char *dtl_filter_words (DtlSession *session, DtlRestriction restriction);
void dtl_filter_drop (DtlFilter *filter, DtlRestriction restriction);

G_END_DECLS
