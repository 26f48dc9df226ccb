/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the painter puts things of its own, which no layout knows: for what is to be clicked, walked through or read
 * aloud. */
#pragma once

#include "render/dtl-painter.h"

G_BEGIN_DECLS

/* The least height of what is to be clicked. */
#define DTL_PAINTER_TARGET_PX 24

/**
 * DtlPainterPlace: something of the painter's own on the surface.
 * @row: the shelf item's row in columns, else UINT32_MAX
 * @n_events: for "+n" how many events it stands for
 * @text: (nullable): a note's words
 * @box: on the surface
 */
typedef struct
{
  DtlPainterHit hit;
  uint32_t row;
  guint n_events;
  char *text;
  cairo_rectangle_t box;
} DtlPainterPlace;

/* What can be clicked of the painter's own: shelf items, "+n", notes. @options: as given to dtl_painter_paint().
 * (element-type DtlPainterPlace) (transfer full) */
GArray *dtl_painter_get_places (const DtlPaintOptions *options);

G_END_DECLS
