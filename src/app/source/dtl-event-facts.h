/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The upper half of the evidence pane: title, date, pills, dates, findings. */
#pragma once

#include <gtk/gtk.h>

#include "app/source/dtl-proof.h"

G_BEGIN_DECLS

#define DTL_TYPE_EVENT_FACTS (dtl_event_facts_get_type ())
G_DECLARE_FINAL_TYPE (DtlEventFacts, dtl_event_facts, DTL, EVENT_FACTS, GtkWidget)

/**
 * DtlEventFacts::event-chosen (gint64 event): the button of a linked event was clicked.
 * DtlEventFacts::passage-chosen (gint64 passage): the person asked for the passage that a date rests on.
 */

void dtl_event_facts_set_proof (DtlEventFacts *self, const DtlProof *proof, DtlDocument *document);
const char *dtl_event_facts_get_title (DtlEventFacts *self);

G_END_DECLS
