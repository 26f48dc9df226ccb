/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The evidence pane from top to bottom: what the case says of an event, a line, the words that prove it. The facts have
 * the height they want, up to a little more than half of the pane, where they scroll; the words have the rest. Where
 * one of the two is not shown, the other has all of it. The widget has these three children. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DTL_TYPE_EVIDENCE_LAYOUT (dtl_evidence_layout_get_type ())
G_DECLARE_FINAL_TYPE (DtlEvidenceLayout, dtl_evidence_layout, DTL, EVIDENCE_LAYOUT, GtkLayoutManager)

G_END_DECLS
