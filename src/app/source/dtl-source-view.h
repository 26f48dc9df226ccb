/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A source: who wrote it and when, and its text with the passages lit and what was searched for marked. A summary of
 * ours looks like one. */
#pragma once

#include <gtk/gtk.h>

#include "app/source/dtl-proof.h"

G_BEGIN_DECLS

#define DTL_TYPE_SOURCE_VIEW (dtl_source_view_get_type ())
G_DECLARE_FINAL_TYPE (DtlSourceView, dtl_source_view, DTL, SOURCE_VIEW, GtkWidget)

/**
 * DtlSourceView::place-chosen (GArray of DtlId): the person clicked where these passages are lit.
 */

void dtl_source_view_show (DtlSourceView *self, DtlDocument *document, const DtlSource *source, DtlId passage);
void dtl_source_view_mark (DtlSourceView *self, const GArray *places);
void dtl_source_view_show_place (DtlSourceView *self, int64_t start_cp);
void dtl_source_view_forget (DtlSourceView *self);
GtkTextView *dtl_source_view_get_text_view (DtlSourceView *self);

G_END_DECLS
