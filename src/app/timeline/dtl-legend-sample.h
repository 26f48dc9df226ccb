/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One sample of a legend as a small widget without a name of its own: the words beside it say what it means. */
#pragma once

#include <gtk/gtk.h>

#include "render/dtl-legend.h"

G_BEGIN_DECLS

#define DTL_TYPE_LEGEND_SAMPLE (dtl_legend_sample_get_type ())
G_DECLARE_FINAL_TYPE (DtlLegendSample, dtl_legend_sample, DTL, LEGEND_SAMPLE, GtkWidget)

GtkWidget *dtl_legend_sample_new (DtlLegendEntry entry);

G_END_DECLS
