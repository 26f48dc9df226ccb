/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each restriction of a filter in a few words, for its chip. */
#pragma once

#include "app/dtl-session.h"

G_BEGIN_DECLS

/** DtlRestriction: what narrows the view and can be taken away one by one: parts of the filter, and before them the day
 * on which it was known. The last ones are DtlFacet's. */
typedef enum
{
  DTL_RESTRICTION_KNOWN_ON,
  DTL_RESTRICTION_ACTORS,
  DTL_RESTRICTION_NO_ACTOR, /* what has no actor is hidden */
  DTL_RESTRICTION_DATES,
  DTL_RESTRICTION_TEXT,
  DTL_RESTRICTION_EVENTS, /* nothing but chosen events */
  DTL_RESTRICTION_FIRST_FACET,
  DTL_N_RESTRICTIONS = DTL_RESTRICTION_FIRST_FACET + DTL_N_FACETS,
} DtlRestriction;

char *dtl_filter_words (DtlSession *session, DtlRestriction restriction);
void dtl_restriction_remove (DtlSession *session, DtlRestriction restriction);

G_END_DECLS
