/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How wide text is, as an interface: layout knows no fonts. Render implements it with Pango; tests with a fixed width.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** DtlTextStyle: the few styles that a timeline is set in; what they look like is the theme's business. */
typedef enum
{
  DTL_TEXT_TITLE,         /* an event's title */
  DTL_TEXT_DATE,          /* the date below it, smaller and lighter */
  DTL_TEXT_LANE,          /* a lane's name, bold */
  DTL_TEXT_TICK,          /* minor ticks */
  DTL_TEXT_TICK_TOP,      /* major ticks, bold */
  DTL_TEXT_CLUSTER,       /* the count in a cluster */
  DTL_TEXT_CLUSTER_TITLE, /* the title beside that */
  DTL_TEXT_NOTE,          /* counts of what is not seen, the fold's words */
  DTL_N_TEXT_STYLES,
} DtlTextStyle;

typedef struct _DtlTextMeasure DtlTextMeasure;

/**
 * DtlTextMeasure:
 * @width_px: width of @text in whole pixels, rounded up
 * @height_px: line height of @style in whole pixels
 * @prefix_bytes: (nullable): how long a start of @text is, in bytes, that is at most @width_px wide where it stands in
 * the whole: by itself it may be a pixel wider. Saves measuring one start after the other
 */
struct _DtlTextMeasure
{
  int (*width_px) (DtlTextMeasure *self, DtlTextStyle style, const char *text);
  int (*height_px) (DtlTextMeasure *self, DtlTextStyle style);
  gsize (*prefix_bytes) (DtlTextMeasure *self, DtlTextStyle style, const char *text, int width_px);
};

/* A measurer with a fixed width per code point, for tests. (transfer full): g_free() */
DtlTextMeasure *dtl_text_measure_new_fixed (int char_width_px, int line_height_px);

/* The longest start of @text that fits into @width_px with "…", cut at a word's end where one is near.
 * Returns: (transfer full) (nullable): NULL when not even one letter and the ellipsis fit */
char *dtl_text_measure_ellipsize (DtlTextMeasure *self, DtlTextStyle style, const char *text, int width_px);
/* The same where the measurer knows the places of letters: @text cut at @n_bytes or a little before, with "…".
 * Returns: (transfer full) (nullable): NULL when nothing is left before the ellipsis */
char *dtl_text_measure_cut (const char *text, gsize n_bytes);
/* What stands for what was cut off. */
#define DTL_TEXT_ELLIPSIS "…"

G_END_DECLS
