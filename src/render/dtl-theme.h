/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Colours and type of the timeline: light, dark, high contrast and print. The one palette file of the drawing. */
#pragma once

#include "layout/dtl-text-measure.h"

G_BEGIN_DECLS

typedef enum
{
  DTL_THEME_LIGHT,
  DTL_THEME_DARK,
  DTL_THEME_PRINT,
} DtlThemeName;

typedef struct
{
  double red, green, blue, alpha;
} DtlColour;

/** DtlThemeColour: the named colours that are no actor's. */
typedef enum
{
  DTL_COLOUR_BACKGROUND,
  DTL_COLOUR_PANEL,    /* axis, lane headers, shelf */
  DTL_COLOUR_TEXT,     /* contrast at least 7:1 on background */
  DTL_COLOUR_TEXT_DIM, /* dates, notes; at least 4.5:1 */
  DTL_COLOUR_GRID,
  DTL_COLOUR_SEPARATOR,
  DTL_COLOUR_ACCENT, /* selection */
  DTL_COLOUR_ACCENT_BACKGROUND,
  DTL_COLOUR_NEUTRAL, /* marks of lanes without a colour */
  DTL_COLOUR_WARNING, /* competing claims */
  DTL_COLOUR_HIT,     /* what a search found; at least 3:1 on background and panel */
  DTL_N_COLOURS,
} DtlThemeColour;

typedef struct _DtlTheme DtlTheme;

/* Themes are static and never freed. */
const DtlTheme *dtl_theme_get (DtlThemeName name, gboolean high_contrast);
/* By the name that the command line takes ("light", "dark", "print"); -1 if there is none. */
int dtl_theme_name_from_string (const char *name);
DtlColour dtl_theme_get_colour (const DtlTheme *self, DtlThemeColour colour);
/* Okabe-Ito based; @index as DtlLane.colour (any integer, taken modulo the palette; negative: neutral). */
DtlColour dtl_theme_get_actor_colour (const DtlTheme *self, int index);
/* The same, darkened or lightened until it reaches 3:1 against the background: outlines, hollow marks. */
DtlColour dtl_theme_get_actor_outline (const DtlTheme *self, int index);
/* WCAG 2 contrast ratio of two opaque colours, 1 to 21. */
double dtl_colour_contrast (DtlColour a, DtlColour b);

G_END_DECLS
