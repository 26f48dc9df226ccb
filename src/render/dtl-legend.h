/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be explained of a timeline, in words and samples: for legends that stand beside it. Pictures have theirs
 * from dtl-picture.h. */
#pragma once

#include "render/dtl-painter.h"

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
  DTL_LEGEND_LINK_PART_OF, /* as DtlLinkType, in its order */
  DTL_LEGEND_LINK_CAUSES,
  DTL_LEGEND_LINK_RESPONDS_TO,
  DTL_LEGEND_LINK_AMENDS,
  DTL_LEGEND_LINK_IMPLEMENTS,
  DTL_LEGEND_LINK_SUPERSEDES,
  DTL_LEGEND_ERA,
  DTL_LEGEND_FOLD,
  DTL_LEGEND_CLUSTER,
  DTL_N_LEGEND_ENTRIES,
} DtlLegendEntry;

/* The set of entries, a bit each, that explain what dtl_painter_paint() shows in the plot with these options. */
guint32 dtl_legend_collect_view (const DtlPaintOptions *options);
/* What an entry means, in the language of the thread; (transfer none). */
const char *dtl_legend_get_text (DtlLegendEntry entry);
/* How wide a sample is with this size of text. */
int dtl_legend_get_sample_px (DtlTextPango *text);

/**
 * dtl_legend_paint_sample:
 * @theme, @text: how
 * @surface: what to paint on, and nothing else is painted
 * @x_px, @y_px: the left end of the sample, and its middle
 */
void dtl_legend_paint_sample (DtlLegendEntry entry,
                              const DtlTheme *theme,
                              DtlTextPango *text,
                              DtlSurface *surface,
                              int x_px,
                              int y_px);

G_END_DECLS
