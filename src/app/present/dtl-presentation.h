/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The case as a talk: full screen, one event after the other in the order of time, undated ones last; beside the line,
 * which goes to it, its title, dates, actors and the words that prove it. It has a session of its own, so that nothing
 * changes in the window behind it. */
#pragma once

#include <adwaita.h>

#include "app/timeline/dtl-canvas.h"

G_BEGIN_DECLS

#define DTL_TYPE_PRESENTATION (dtl_presentation_get_type ())
G_DECLARE_FINAL_TYPE (DtlPresentation, dtl_presentation, DTL, PRESENTATION, AdwWindow)

/**
 * DtlPresentation::left: the person has left it; dtl_presentation_get_event() is where.
 */

GtkWidget *dtl_presentation_new (GtkWindow *parent, DtlCanvas *canvas);
void dtl_presentation_step (DtlPresentation *self, int step);
DtlId dtl_presentation_get_event (DtlPresentation *self);

G_END_DECLS
