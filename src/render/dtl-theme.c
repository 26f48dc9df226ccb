/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Themes made once from the palette: named colours, hues of actors, and outlines strong enough to be seen. */
#include "config.h"

#include "render/dtl-theme.h"

#include <math.h>

#include "render/dtl-theme-private.h"

struct _DtlTheme
{
  DtlColour colours[DTL_N_COLOURS];
  DtlColour actors[DTL_PALETTE_N_ACTORS];
  DtlColour outlines[DTL_PALETTE_N_ACTORS];
  DtlColour neutral_outline;
};

static DtlColour
colour_from_hex (guint32 hex)
{
  return (DtlColour){ (hex >> 16 & 0xff) / 255.0, (hex >> 8 & 0xff) / 255.0, (hex & 0xff) / 255.0, 1.0 };
}

static DtlColour
mix (DtlColour a, DtlColour b, double share_of_b)
{
  return (DtlColour){ a.red + (b.red - a.red) * share_of_b, a.green + (b.green - a.green) * share_of_b,
                      a.blue + (b.blue - a.blue) * share_of_b, a.alpha };
}

static double
linear_channel (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

/* Relative luminance of WCAG 2.1. */
static double
luminance (DtlColour colour)
{
  return 0.2126 * linear_channel (colour.red) + 0.7152 * linear_channel (colour.green) +
         0.0722 * linear_channel (colour.blue);
}

double
dtl_colour_contrast (DtlColour a, DtlColour b)
{
  double first = luminance (a);
  double second = luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

/* Moves a colour away from background and panel until both are far enough. */
static DtlColour
strengthen (const DtlTheme *self, DtlColour colour, const DtlPaletteTheme *palette)
{
  DtlColour far_end = colour_from_hex (palette->is_dark ? 0xffffff : 0x000000);

  for (int step = 0; step < 100; step++)
    {
      DtlColour tried = mix (colour, far_end, step / 100.0);

      if (dtl_colour_contrast (tried, self->colours[DTL_COLOUR_BACKGROUND]) >= palette->outline_contrast &&
          dtl_colour_contrast (tried, self->colours[DTL_COLOUR_PANEL]) >= palette->outline_contrast)
        return tried;
    }
  return far_end;
}

static void
fill_theme (DtlTheme *self, const DtlPaletteTheme *palette)
{
  DtlColour far_end = colour_from_hex (palette->is_dark ? 0xffffff : 0x000000);

  for (int i = 0; i < DTL_N_COLOURS; i++)
    self->colours[i] = colour_from_hex (palette->colours[i]);
  for (int i = 0; i < DTL_PALETTE_N_ACTORS; i++)
    {
      DtlColour hue = colour_from_hex (dtl_palette_get_hue (i % DTL_PALETTE_N_HUES));

      self->actors[i] = i < DTL_PALETTE_N_HUES ? hue : mix (hue, far_end, 0.4);
      /* A little beyond the fill even where the fill would do, so that the edge of a mark is seen. */
      self->outlines[i] = strengthen (self, mix (self->actors[i], far_end, 0.12), palette);
    }
  self->neutral_outline = strengthen (self, self->colours[DTL_COLOUR_NEUTRAL], palette);
}

const DtlTheme *
dtl_theme_get (DtlThemeName name, gboolean high_contrast)
{
  static DtlTheme themes[DTL_N_THEMES];
  static gsize made;

  g_return_val_if_fail (name <= DTL_THEME_PRINT, NULL);
  if (g_once_init_enter (&made))
    {
      for (guint i = 0; i < DTL_N_THEMES; i++)
        fill_theme (&themes[i], dtl_palette_get_theme (i));
      g_once_init_leave (&made, 1);
    }
  return &themes[name + (high_contrast ? 3 : 0)];
}

int
dtl_theme_name_from_string (const char *name)
{
  static const char *const names[] = { "light", "dark", "print" };

  g_return_val_if_fail (name != NULL, -1);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (name, names[i]) == 0)
      return (int) i;
  return -1;
}

DtlColour
dtl_theme_get_colour (const DtlTheme *self, DtlThemeColour colour)
{
  g_assert (self != NULL && colour < DTL_N_COLOURS);
  return self->colours[colour];
}

DtlColour
dtl_theme_get_actor_colour (const DtlTheme *self, int index)
{
  g_assert (self != NULL);
  return index < 0 ? self->colours[DTL_COLOUR_NEUTRAL] : self->actors[index % DTL_PALETTE_N_ACTORS];
}

DtlColour
dtl_theme_get_actor_outline (const DtlTheme *self, int index)
{
  g_assert (self != NULL);
  return index < 0 ? self->neutral_outline : self->outlines[index % DTL_PALETTE_N_ACTORS];
}
