/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strip below the timeline: the whole time of the case, how many events stand where, and a lens on what the canvas
 * shows. Dragging the lens pans the canvas, dragging its ends zooms; what the canvas does moves the lens. It has no
 * state of its own beside a drag: the view is the canvas', filter, search and selection are the session's. */
#pragma once

#include "app/timeline/dtl-canvas.h"

G_BEGIN_DECLS

#define DTL_TYPE_OVERVIEW (dtl_overview_get_type ())
G_DECLARE_FINAL_TYPE (DtlOverview, dtl_overview, DTL, OVERVIEW, GtkWidget)

void dtl_overview_set_canvas (DtlOverview *self, DtlCanvas *canvas);
void dtl_overview_set_session (DtlOverview *self, DtlSession *session);

G_END_DECLS
