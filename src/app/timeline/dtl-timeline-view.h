/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The middle of the window: the canvas with its scrollbar, or what to do when the case has no events yet. */
#pragma once

#include "app/timeline/dtl-canvas.h"

G_BEGIN_DECLS

#define DTL_TYPE_TIMELINE_VIEW (dtl_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (DtlTimelineView, dtl_timeline_view, DTL, TIMELINE_VIEW, GtkWidget)

/**
 * DtlTimelineView::event-opened: as DtlCanvas::event-opened.
 */

void dtl_timeline_view_set_session (DtlTimelineView *self, DtlSession *session);
DtlCanvas *dtl_timeline_view_get_canvas (DtlTimelineView *self);

G_END_DECLS
