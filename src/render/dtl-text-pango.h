/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text measured and drawn with Pango: the measurer that layout asks, with a cache of shaped lines. */
#pragma once

#include <pango/pangocairo.h>

#include "layout/dtl-text-measure.h"
#include "render/dtl-text-line.h"

G_BEGIN_DECLS

typedef struct _DtlTextPango DtlTextPango;

/* No text is set smaller than this. */
#define DTL_TEXT_MIN_PX 8

/* Styles of a page around a timeline; layout does not know them. They go wherever a DtlTextStyle goes. */
#define DTL_TEXT_ALLEGED         ((DtlTextStyle) (DTL_N_TEXT_STYLES + 0)) /* title of what is only alleged, slanted */
#define DTL_TEXT_NUMBER          ((DtlTextStyle) (DTL_N_TEXT_STYLES + 1)) /* number of a passage beside a mark */
#define DTL_TEXT_PAGE_TITLE      ((DtlTextStyle) (DTL_N_TEXT_STYLES + 2))
#define DTL_TEXT_SUBTITLE        ((DtlTextStyle) (DTL_N_TEXT_STYLES + 3))
#define DTL_TEXT_HEADING         ((DtlTextStyle) (DTL_N_TEXT_STYLES + 4))
#define DTL_TEXT_BODY            ((DtlTextStyle) (DTL_N_TEXT_STYLES + 5))
#define DTL_TEXT_SMALL           ((DtlTextStyle) (DTL_N_TEXT_STYLES + 6))
#define DTL_TEXT_CLUSTER_ALLEGED ((DtlTextStyle) (DTL_N_TEXT_STYLES + 7)) /* the same in a cluster */
#define DTL_N_ALL_TEXT_STYLES    (DTL_N_TEXT_STYLES + 8)

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

/* BCP 47 language of the words, for shaping and the choice of fonts; "en" unless set. Empties the cache. */
void dtl_text_pango_set_language (DtlTextPango *self, const char *language);
double dtl_text_pango_get_scale (DtlTextPango *self);
/* Whether it is one of our own for files (hinting off, positions not rounded). */
gboolean dtl_text_pango_is_for_files (DtlTextPango *self);

/* (transfer none): lives as long as @self */
DtlTextMeasure *dtl_text_pango_get_measure (DtlTextPango *self);
const PangoFontDescription *dtl_text_pango_get_font (DtlTextPango *self, DtlTextStyle style);
/* (transfer none): the shaped line, valid until the next call */
DtlTextLine *dtl_text_pango_get_line (DtlTextPango *self, DtlTextStyle style, const char *text);
/* The same if it is there already, else NULL; none that has control characters in it. */
DtlTextLine *dtl_text_pango_find_line (DtlTextPango *self, DtlTextStyle style, const char *text);
/* Whole pixels from the top of a line to its baseline, the same for every text of a style. */
int dtl_text_pango_get_baseline_px (DtlTextPango *self, DtlTextStyle style);
/* Shows each letter of the lines that are there, one over the other, all of a font at once. Cairo loads what it shows
 * for the first time in two sizes, and a font with hints costs as much as dozens of letters whenever its size changes.
 * So the first picture is painted faster above this than with text after text. */
void dtl_text_pango_show_letters (DtlTextPango *self, cairo_t *cr, double x, double baseline);
/* Cuts text into lines of at most @width_px, at words where possible; a line break stays one. (transfer full) */
GStrv dtl_text_pango_wrap (DtlTextPango *self, DtlTextStyle style, const char *text, int width_px);

G_END_DECLS
