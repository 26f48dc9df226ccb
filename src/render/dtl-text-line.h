/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of text, shaped. A PangoLayout measures its height as well, and for that loads a whole alphabet of each
 * font; so the usual line, which is one run of one font, script and direction, does without. Any other has a layout. */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef struct _DtlTextLine DtlTextLine;

/* @attributes: the font, and what else shapes the text */
DtlTextLine *dtl_text_line_new (PangoContext *context, PangoAttrList *attributes, const char *text);
void dtl_text_line_free (DtlTextLine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlTextLine, dtl_text_line_free)

/* In Pango's units. */
int dtl_text_line_get_width (const DtlTextLine *self);
/* In whole pixels, rounded up. */
int dtl_text_line_get_width_px (const DtlTextLine *self);
/* (nullable) (transfer none): the run, where the line is one of plain letters */
const PangoGlyphItem *dtl_text_line_get_run (const DtlTextLine *self);
const char *dtl_text_line_get_text (const DtlTextLine *self);
/* Both with the start of its baseline at the current point. */
void dtl_text_line_show (const DtlTextLine *self, cairo_t *cr);
void dtl_text_line_add_path (const DtlTextLine *self, cairo_t *cr);

G_END_DECLS
