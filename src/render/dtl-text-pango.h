/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text measured and drawn with Pango: the measurer that layout asks, with a cache of shaped lines. */
#pragma once

#include <pango/pangocairo.h>

#include "layout/dtl-text-measure.h"

G_BEGIN_DECLS

typedef struct _DtlTextPango DtlTextPango;

/**
 * dtl_text_pango_new:
 * @context: (nullable): the widget's context, or NULL for one of our own with hinting off, for files
 * @font_family: (nullable): "Cantarell", or NULL for the context's family (for files: "Sans")
 * @scale: text size, 1 = normal; 2 = 200 % text
 */
DtlTextPango *dtl_text_pango_new (PangoContext *context, const char *font_family, double scale);
DtlTextPango *dtl_text_pango_ref (DtlTextPango *self);
void dtl_text_pango_unref (DtlTextPango *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlTextPango, dtl_text_pango_unref)

/* (transfer none): lives as long as @self */
DtlTextMeasure *dtl_text_pango_get_measure (DtlTextPango *self);
const PangoFontDescription *dtl_text_pango_get_font (DtlTextPango *self, DtlTextStyle style);
/* (transfer none): the shaped line, valid until the next call */
PangoLayout *dtl_text_pango_get_layout (DtlTextPango *self, DtlTextStyle style, const char *text);

G_END_DECLS
