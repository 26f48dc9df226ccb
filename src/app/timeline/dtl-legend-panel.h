/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The legend over a corner of the line: explains what is in view and nothing else, and goes along with the view. */
#pragma once

#include "app/timeline/dtl-canvas.h"

G_BEGIN_DECLS

#define DTL_TYPE_LEGEND_PANEL (dtl_legend_panel_get_type ())
G_DECLARE_FINAL_TYPE (DtlLegendPanel, dtl_legend_panel, DTL, LEGEND_PANEL, GtkWidget)

void dtl_legend_panel_set_canvas (DtlLegendPanel *self, DtlCanvas *canvas);

G_END_DECLS
