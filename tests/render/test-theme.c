/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contrasts that the palette promises, computed for every theme. */
#include <glib.h>

#include "render/dtl-theme.h"

#define N_ACTOR_COLOURS 14

typedef struct
{
  const char *name;
  DtlThemeName theme;
  gboolean high_contrast;
} Case;

static const Case cases[] = {
  { "light", DTL_THEME_LIGHT, FALSE }, { "light-hc", DTL_THEME_LIGHT, TRUE }, { "dark", DTL_THEME_DARK, FALSE },
  { "dark-hc", DTL_THEME_DARK, TRUE }, { "print", DTL_THEME_PRINT, FALSE },   { "print-hc", DTL_THEME_PRINT, TRUE },
};

static void
assert_contrast (const DtlTheme *theme, DtlColour colour, double at_least)
{
  g_assert_cmpfloat (dtl_colour_contrast (colour, dtl_theme_get_colour (theme, DTL_COLOUR_BACKGROUND)), >=, at_least);
  g_assert_cmpfloat (dtl_colour_contrast (colour, dtl_theme_get_colour (theme, DTL_COLOUR_PANEL)), >=, at_least);
}

static void
test_text (gconstpointer data)
{
  const Case *c = data;
  const DtlTheme *theme = dtl_theme_get (c->theme, c->high_contrast);
  double small_text = c->high_contrast ? 7.0 : 4.5;
  DtlColour text = dtl_theme_get_colour (theme, DTL_COLOUR_TEXT);

  assert_contrast (theme, text, 7.0);
  assert_contrast (theme, dtl_theme_get_colour (theme, DTL_COLOUR_TEXT_DIM), small_text);
  assert_contrast (theme, dtl_theme_get_colour (theme, DTL_COLOUR_WARNING), 4.5);
  /* The words of a selected event stand on the accent's background. */
  g_assert_cmpfloat (dtl_colour_contrast (text, dtl_theme_get_colour (theme, DTL_COLOUR_ACCENT_BACKGROUND)), >=, 7.0);
}

static void
test_marks (gconstpointer data)
{
  const Case *c = data;
  const DtlTheme *theme = dtl_theme_get (c->theme, c->high_contrast);
  double least = c->high_contrast ? 4.5 : 3.0;

  assert_contrast (theme, dtl_theme_get_colour (theme, DTL_COLOUR_ACCENT), 3.0);
  assert_contrast (theme, dtl_theme_get_colour (theme, DTL_COLOUR_HIT), least);
  for (int i = -1; i < N_ACTOR_COLOURS; i++)
    assert_contrast (theme, dtl_theme_get_actor_outline (theme, i), least);
}

static double
distance (DtlColour a, DtlColour b)
{
  return ABS (a.red - b.red) + ABS (a.green - b.green) + ABS (a.blue - b.blue);
}

static void
test_actors_differ (gconstpointer data)
{
  const Case *c = data;
  const DtlTheme *theme = dtl_theme_get (c->theme, c->high_contrast);

  for (int i = 0; i < N_ACTOR_COLOURS; i++)
    for (int j = i + 1; j < N_ACTOR_COLOURS; j++)
      g_assert_cmpfloat (distance (dtl_theme_get_actor_colour (theme, i), dtl_theme_get_actor_colour (theme, j)), >,
                         0.15);
}

static void
test_index_wraps (void)
{
  const DtlTheme *theme = dtl_theme_get (DTL_THEME_LIGHT, FALSE);
  DtlColour first = dtl_theme_get_actor_colour (theme, 0);
  DtlColour again = dtl_theme_get_actor_colour (theme, N_ACTOR_COLOURS);
  DtlColour neutral = dtl_theme_get_actor_colour (theme, -1);

  g_assert_cmpfloat (distance (first, again), ==, 0);
  g_assert_cmpfloat (distance (neutral, dtl_theme_get_colour (theme, DTL_COLOUR_NEUTRAL)), ==, 0);
}

static void
test_names (void)
{
  g_assert_cmpint (dtl_theme_name_from_string ("light"), ==, DTL_THEME_LIGHT);
  g_assert_cmpint (dtl_theme_name_from_string ("dark"), ==, DTL_THEME_DARK);
  g_assert_cmpint (dtl_theme_name_from_string ("print"), ==, DTL_THEME_PRINT);
  g_assert_cmpint (dtl_theme_name_from_string ("Dark"), ==, -1);
  g_assert_cmpint (dtl_theme_name_from_string (""), ==, -1);
}

/* The two ends of the scale of WCAG 2.1, and a grey whose ratio to white its documents give. */
static void
test_contrast_formula (void)
{
  DtlColour black = { 0, 0, 0, 1 };
  DtlColour white = { 1, 1, 1, 1 };
  DtlColour grey = { 0x76 / 255.0, 0x76 / 255.0, 0x76 / 255.0, 1 };

  g_assert_cmpfloat_with_epsilon (dtl_colour_contrast (black, white), 21.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (dtl_colour_contrast (white, white), 1.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (dtl_colour_contrast (grey, white), 4.54, 0.01);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat ("/theme/text/", cases[i].name, NULL);
      g_autofree char *marks = g_strconcat ("/theme/marks/", cases[i].name, NULL);
      g_autofree char *actors = g_strconcat ("/theme/actors-differ/", cases[i].name, NULL);

      g_test_add_data_func (text, &cases[i], test_text);
      g_test_add_data_func (marks, &cases[i], test_marks);
      g_test_add_data_func (actors, &cases[i], test_actors_differ);
    }
  g_test_add_func ("/theme/index-wraps", test_index_wraps);
  g_test_add_func ("/theme/names", test_names);
  g_test_add_func ("/theme/contrast-formula", test_contrast_formula);
  return g_test_run ();
}
