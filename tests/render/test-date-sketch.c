/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One date on an axis: that it is drawn with the timeline's own shapes. Read from the SVG, which says everything as
 * text; a whole picture is compared with the painter's of the same date in a case. */
#include <string.h>

#include "render/dtl-date-sketch.h"

#define WIDTH_PX 240

static char *
to_svg (const char *edtf, int width_px, double text_scale)
{
  g_autoptr (DtlTextPango) text = dtl_text_pango_new (NULL, NULL, text_scale);
  g_autoptr (DtlSurface) surface =
      dtl_surface_new_svg (width_px, dtl_date_sketch_get_height_px (text), text, NULL, NULL, "en");
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlEdtf) value = dtl_edtf_parse (edtf, &error);
  DtlDateSketch sketch = { .theme = dtl_theme_get (DTL_THEME_LIGHT, FALSE), .text = text, .width_px = width_px };
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  sketch.value = value;
  dtl_date_sketch_paint (&sketch, surface);
  bytes = dtl_surface_svg_finish (surface);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static int
count_words (const char *svg, const char *words)
{
  int n = 0;

  for (const char *at = svg; (at = strstr (at, words)) != NULL; at += strlen (words))
    n++;
  return n;
}

/* A mark is a circle, a band has a dashed edge, an arrow three corners, and what fades is filled with a gradient. */
static void
test_shapes (void)
{
  static const struct
  {
    const char *edtf;
    int n_circles, n_dashed, n_arrows, n_fading;
  } rows[] = {
    { "2024-06-20", 1, 0, 0, 0 },
    { "2024-06-20T10:00:00", 1, 0, 0, 0 },
    { "2017", 1, 1, 0, 0 },
    { "2017-06", 1, 1, 0, 0 },
    { "[2024-09-01..2024-09-10]", 1, 1, 0, 0 },
    { "2024-33", 1, 1, 0, 0 },
    { "2017~", 1, 2, 0, 2 },
    { "2024-05-03/2024-08-09", 0, 0, 0, 0 },
    { "2018/2020", 0, 0, 0, 2 },
    { "2018/..", 0, 0, 1, 1 },
    { "../2018", 0, 0, 1, 1 },
    { "2018-05-01/", 0, 1, 0, 0 },
    { "[2017..]", 1, 3, 1, 1 },
    { "[..2017]", 1, 3, 1, 1 },
    { "../..", 0, 0, 2, 0 },
    { "XXXX", 1, 1, 0, 0 },
    { "Y-17E7", 1, 1, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *svg = to_svg (rows[i].edtf, WIDTH_PX, 1);

      g_test_message ("%s: %d %d %d %d", rows[i].edtf, count_words (svg, "<circle"),
                      count_words (svg, "stroke-dasharray"), count_words (svg, "<polygon"),
                      count_words (svg, "<linearGradient"));
      g_assert_cmpint (count_words (svg, "<circle"), ==, rows[i].n_circles);
      g_assert_cmpint (count_words (svg, "stroke-dasharray"), ==, rows[i].n_dashed);
      g_assert_cmpint (count_words (svg, "<polygon"), ==, rows[i].n_arrows);
      g_assert_cmpint (count_words (svg, "<linearGradient"), ==, rows[i].n_fading);
    }
}

/* The axis says when; where nothing is known it says nothing. */
static void
test_axis (void)
{
  g_autofree char *day = to_svg ("2024-06-20", WIDTH_PX, 1);
  g_autofree char *years = to_svg ("2018/2020", WIDTH_PX, 1);
  g_autofree char *ancient = to_svg ("-0043", WIDTH_PX, 1);
  g_autofree char *ancient_day = to_svg ("-0043-03-15", WIDTH_PX, 1);
  g_autofree char *timeless = to_svg ("/", WIDTH_PX, 1);

  g_assert_nonnull (strstr (day, "Jun"));
  g_assert_nonnull (strstr (years, ">2018<"));
  g_assert_nonnull (strstr (years, ">2020<"));
  g_assert_nonnull (strstr (ancient, "BCE"));
  g_assert_nonnull (strstr (ancient_day, ">March 44 BCE<"));
  g_assert_null (strstr (timeless, "<text"));
}

/* Every value at every width, with the largest text too, is painted without a complaint. */
static void
test_sizes (void)
{
  static const char *const values[] = { "2024-06-20", "0000",   "Y-1E17", "Y999999999999999999", "2024-06-20/..",
                                        "XXXX-XX-31", "1950S2", "/",      "{1667,1670..1672}" };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    for (int width_px = 1; width_px < 2000; width_px = width_px * 3 + 1)
      {
        g_autofree char *svg = to_svg (values[i], width_px, width_px % 2 == 0 ? 1 : 2);

        g_assert_cmpuint (strlen (svg), >, 0);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/date-sketch/shapes", test_shapes);
  g_test_add_func ("/render/date-sketch/axis", test_axis);
  g_test_add_func ("/render/date-sketch/sizes", test_sizes);
  return g_test_run ();
}
