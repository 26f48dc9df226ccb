/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The palette: every colour that the timeline is drawn in, and no other file has one.
 *
 * Hues of actors are those of Okabe and Ito ("Color Universal Design", 2008), which people with any of the usual colour
 * vision deficiencies tell apart, without their black, which is the text's. What is derived from them (outlines, the
 * second round of hues, light fills) is computed in dtl-theme.c, and tests/render checks the contrasts of all themes.
 */
#include "config.h"

#include "render/dtl-theme-private.h"

static const guint32 hues[DTL_PALETTE_N_HUES] = {
  0xd55e00, /* vermilion */
  0x0072b2, /* blue */
  0x009e73, /* bluish green */
  0xe69f00, /* orange */
  0x56b4e9, /* sky blue */
  0xcc79a7, /* reddish purple */
  0xf0e442, /* yellow */
};

/* background, panel, text, dim text, grid, separator, accent, accent background, neutral, warning, hit */
static const DtlPaletteTheme themes[DTL_N_THEMES] = {
  [DTL_THEME_LIGHT] = { { 0xffffff, 0xfafafa, 0x241f31, 0x5e5c64, 0xededee, 0xd6d5d8, 0x1c71d8, 0xd9e7f9, 0x77767b,
                          0x9c5300, 0x813d9c },
                        3.0,
                        FALSE },
  [DTL_THEME_DARK] = { { 0x1e1e20, 0x28282b, 0xf6f5f4, 0xb8b6bd, 0x2e2e31, 0x46464b, 0x78aeed, 0x2b3a4f, 0x9a9996,
                         0xf8c471, 0xdc8add },
                       3.0,
                       TRUE },
  [DTL_THEME_PRINT] = { { 0xffffff, 0xffffff, 0x000000, 0x454545, 0xe4e4e4, 0xb0b0b0, 0x0b5cad, 0xe0ebf7, 0x6b6b6b,
                          0x7a4100, 0x813d9c },
                        3.5,
                        FALSE },
  [3 + DTL_THEME_LIGHT] = { { 0xffffff, 0xffffff, 0x000000, 0x2b2b2b, 0xc4c4c4, 0x5e5e5e, 0x0a3f8f, 0xc9dcf5, 0x4a4a4a,
                              0x6b3500, 0x61207a },
                            4.5,
                            FALSE },
  [3 + DTL_THEME_DARK] = { { 0x000000, 0x000000, 0xffffff, 0xe0e0e0, 0x4a4a4a, 0xa0a0a0, 0x99c1f1, 0x22384f, 0xc8c8c8,
                             0xffd68a, 0xf0b7f2 },
                           4.5,
                           TRUE },
  [3 + DTL_THEME_PRINT] = { { 0xffffff, 0xffffff, 0x000000, 0x2b2b2b, 0xc4c4c4, 0x5e5e5e, 0x0a3f8f, 0xc9dcf5, 0x4a4a4a,
                              0x6b3500, 0x61207a },
                            4.5,
                            FALSE },
};

const DtlPaletteTheme *
dtl_palette_get_theme (guint index)
{
  g_assert (index < DTL_N_THEMES);
  return &themes[index];
}

guint32
dtl_palette_get_hue (guint index)
{
  g_assert (index < DTL_PALETTE_N_HUES);
  return hues[index];
}
