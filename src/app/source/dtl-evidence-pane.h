/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The proof of the selected event: what it is, its dates and what was decided about them, and the words in the sources
 * that it rests on. */
#pragma once

#include <gtk/gtk.h>

#include "app/dtl-session.h"
#include "app/source/dtl-source-view.h"

G_BEGIN_DECLS

#define DTL_TYPE_EVIDENCE_PANE (dtl_evidence_pane_get_type ())
G_DECLARE_FINAL_TYPE (DtlEvidencePane, dtl_evidence_pane, DTL, EVIDENCE_PANE, GtkWidget)

void dtl_evidence_pane_set_session (DtlEvidencePane *self, DtlSession *session);
void dtl_evidence_pane_step_passage (DtlEvidencePane *self, int step);
const DtlSource *dtl_evidence_pane_get_source (DtlEvidencePane *self);
const char *dtl_evidence_pane_get_title (DtlEvidencePane *self);
const char *dtl_evidence_pane_get_position (DtlEvidencePane *self);
DtlSourceView *dtl_evidence_pane_get_source_view (DtlEvidencePane *self);

G_END_DECLS
