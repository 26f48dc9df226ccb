/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A section of the sidebar that opens: the kinds, statuses, assertions or sources that occur, each with a check. */
#pragma once

#include <gtk/gtk.h>

#include "app/dtl-session.h"

G_BEGIN_DECLS

#define DTL_TYPE_FACET_SECTION (dtl_facet_section_get_type ())
G_DECLARE_FINAL_TYPE (DtlFacetSection, dtl_facet_section, DTL, FACET_SECTION, GtkWidget)

GtkWidget *dtl_facet_section_new (DtlFacet facet);
void dtl_facet_section_set_session (DtlFacetSection *self, DtlSession *session);

G_END_DECLS
