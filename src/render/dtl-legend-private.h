/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The legend: what the shapes and signs in view mean, and no others. For this folder only. */
#pragma once

#include "render/dtl-painter-private.h"

G_BEGIN_DECLS

/** DtlLegendEntry: what a legend can explain, in the order in which it does. */
typedef enum
{
  DTL_LEGEND_CIRCLE,
  DTL_LEGEND_DIAMOND,
  DTL_LEGEND_SQUARE,
  DTL_LEGEND_BEGIN,
  DTL_LEGEND_END,
  DTL_LEGEND_PLANNED,
  DTL_LEGEND_BAND,
  DTL_LEGEND_BAR,
  DTL_LEGEND_FADE,
  DTL_LEGEND_SOFT,
  DTL_LEGEND_OPEN,
  DTL_LEGEND_UNKNOWN,
  DTL_LEGEND_DERIVED,
  DTL_LEGEND_COMPETING,
  DTL_LEGEND_ALLEGED,
  DTL_LEGEND_CLUSTER,
  DTL_N_LEGEND_ENTRIES,
} DtlLegendEntry;

/* The set of entries (bits) that the items between two world pixels need. */
guint32 dtl_legend_collect (DtlLayout *layout, int64_t x0_px, int64_t x1_px);
/* Height of the entries in rows of @width_px; 0 for none. */
int dtl_legend_get_height_px (DtlTextPango *text, guint32 entries, int width_px);
void dtl_legend_paint (const DtlPaintOptions *options,
                       DtlSurface *surface,
                       guint32 entries,
                       int x_px,
                       int y_px,
                       int width_px);

G_END_DECLS
