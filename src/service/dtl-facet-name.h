/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the values are called that a filter restricts to, and such a filter in words. */
#pragma once

#include "service/dtl-document.h"

G_BEGIN_DECLS

char *dtl_facet_name (DtlDocument *document, DtlFacet facet, int64_t value);
char *dtl_document_describe_filter (DtlDocument *document, const DtlFilter *filter);

G_END_DECLS
