/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One date as the timeline would draw it, on a little axis of its own: for the place where it is typed. */
#pragma once

#include "date/dtl-edtf.h"
#include "render/dtl-surface.h"

G_BEGIN_DECLS

/**
 * DtlDateSketch:
 * @value: the date
 * @theme: colours
 * @text: type; the surface's
 * @width_px: of the picture, at least 1
 * @first_weekday: 1 Monday to 7 Sunday, with which weeks begin on the axis; 0 is Monday
 */
typedef struct
{
  const DtlEdtf *value;
  const DtlTheme *theme;
  DtlTextPango *text;
  int width_px;
  int first_weekday;
} DtlDateSketch;

/* Pixels, the same for every date. */
int dtl_date_sketch_get_height_px (DtlTextPango *text);
void dtl_date_sketch_paint (const DtlDateSketch *self, DtlSurface *surface);

G_END_DECLS
