/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The legend of a picture: what the shapes and signs on it mean, and no others. For this folder only. */
#pragma once

#include "render/dtl-legend.h"
#include "render/dtl-painter-private.h"

G_BEGIN_DECLS

/* The set of entries (bits) that the items and folds between two world pixels of a scale, which is the layout's, need,
 * and their links where these are shown. */
guint32
dtl_legend_collect (DtlLayout *layout, const DtlTimeScale *scale, int64_t x0_px, int64_t x1_px, gboolean show_links);
/* Height of the entries in rows of @width_px; 0 for none. */
int dtl_legend_get_height_px (DtlTextPango *text, guint32 entries, int width_px);
void dtl_legend_paint (const DtlPaintOptions *options,
                       DtlSurface *surface,
                       guint32 entries,
                       int x_px,
                       int y_px,
                       int width_px);

G_END_DECLS
