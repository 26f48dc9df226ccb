/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What palette and theme share; for this folder only. */
#pragma once

#include "render/dtl-theme.h"

G_BEGIN_DECLS

#define DTL_PALETTE_N_HUES   7
#define DTL_PALETTE_N_ACTORS (2 * DTL_PALETTE_N_HUES) /* each hue plain, then shifted away from the background */
#define DTL_N_THEMES         6                        /* three names, each plain and with high contrast */

/**
 * DtlPaletteTheme: one row of the palette.
 * @colours: 0xRRGGBB
 * @outline_contrast: ratio that outlines of marks reach against background and panel
 * @is_dark: outlines and shifted hues go towards white instead of black
 */
typedef struct
{
  guint32 colours[DTL_N_COLOURS];
  double outline_contrast;
  gboolean is_dark;
} DtlPaletteTheme;

/* @index: theme name, plus 3 for high contrast */
const DtlPaletteTheme *dtl_palette_get_theme (guint index);
guint32 dtl_palette_get_hue (guint index);

G_END_DECLS
