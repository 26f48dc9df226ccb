/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contrasts of what is coloured in the window beside the timeline: checks and pills of actors, and passages that
 * are lit. Ratios are those of WCAG 2.1: 4.5 for text, 3 for what has to be told apart. */
#include "config.h"

#include "app-support.h"

#include "app/dtl-palette-css.h"

#define N_COLOURS 14

/** Look: backgrounds and text of libadwaita 1.2; newer ones differ by less than a hundredth. */
typedef struct
{
  const char *name;
  DtlThemeName theme;
  gboolean high_contrast;
  const char *background;
  const char *text;
  const char *current_passage; /* as in the style sheets, with the opacity of them */
  const char *other_passage;
} Look;

static const Look looks[] = {
  { "light", DTL_THEME_LIGHT, FALSE, "#fafafa", "rgba(0,0,0,0.8)", "rgba(248,228,92,0.75)", "rgba(153,193,241,0.35)" },
  { "light-hc", DTL_THEME_LIGHT, TRUE, "#fafafa", "rgba(0,0,0,0.8)", "rgba(248,228,92,0.75)",
    "rgba(153,193,241,0.35)" },
  { "dark", DTL_THEME_DARK, FALSE, "#242424", "#ffffff", "rgba(229,165,10,0.5)", "rgba(26,95,180,0.45)" },
  { "dark-hc", DTL_THEME_DARK, TRUE, "#242424", "#ffffff", "rgba(229,165,10,0.5)", "rgba(26,95,180,0.45)" },
};

static DtlColour
parse (const char *text)
{
  GdkRGBA rgba;

  g_assert_true (gdk_rgba_parse (&rgba, text));
  return (DtlColour){ (double) rgba.red, (double) rgba.green, (double) rgba.blue, (double) rgba.alpha };
}

static DtlColour
over (DtlColour front, DtlColour back)
{
  double a = front.alpha;

  return (DtlColour){ front.red * a + back.red * (1 - a), front.green * a + back.green * (1 - a),
                      front.blue * a + back.blue * (1 - a), 1 };
}

static void
assert_contrast (const char *what, int index, DtlColour a, DtlColour b, double least)
{
  double contrast = dtl_colour_contrast (a, b);

  if (contrast < least)
    {
      g_test_message ("%s of colour %d has %.2f, less than %.1f", what, index, contrast, least);
      g_test_fail ();
    }
}

static void
test_actors (gconstpointer data)
{
  const Look *look = data;
  const DtlTheme *theme = dtl_theme_get (look->theme, look->high_contrast);
  DtlColour background = parse (look->background);

  for (int i = 0; i < N_COLOURS; i++)
    {
      DtlActorStyle style;
      DtlColour pill;

      dtl_palette_css_get_style (theme, i, &style);
      pill = over (style.pill, background);
      assert_contrast ("the text on the pill", i, over (parse (look->text), pill), pill, 4.5);
      assert_contrast ("the edge of the pill", i, over (style.pill_edge, background), background, 3);
      assert_contrast ("the edge of the check", i, style.check_edge, background, 3);
      assert_contrast ("the sign in the check", i, style.check_sign, style.check, 4.5);
    }
}

static void
test_passages (gconstpointer data)
{
  const Look *look = data;
  DtlColour background = parse (look->background);
  DtlColour current = over (parse (look->current_passage), background);
  DtlColour other = over (parse (look->other_passage), background);

  assert_contrast ("the text of the current passage", 0, over (parse (look->text), current), current, 4.5);
  assert_contrast ("the text of another passage", 0, over (parse (look->text), other), other, 4.5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *actors = g_strconcat ("/contrast/actors/", looks[i].name, NULL);
      g_autofree char *passages = g_strconcat ("/contrast/passages/", looks[i].name, NULL);

      g_test_add_data_func (actors, &looks[i], test_actors);
      g_test_add_data_func (passages, &looks[i], test_passages);
    }
  return g_test_run ();
}
