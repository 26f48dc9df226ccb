/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measuring and wrapping with Pango, whatever the fonts are; and the cache below it. */
#include <glib.h>

#include "render/dtl-line-cache-private.h"
#include "render/dtl-text-pango.h"

static int
width_px (DtlTextPango *text, DtlTextStyle style, const char *words)
{
  DtlTextMeasure *measure = dtl_text_pango_get_measure (text);

  return measure->width_px (measure, style, words);
}

static void
test_measure (void)
{
  g_autoptr (DtlTextPango) text = dtl_text_pango_new (NULL, NULL, 1);
  DtlTextMeasure *measure = dtl_text_pango_get_measure (text);

  g_assert_cmpint (width_px (text, DTL_TEXT_TITLE, ""), ==, 0);
  g_assert_cmpint (width_px (text, DTL_TEXT_TITLE, "ab"), >, width_px (text, DTL_TEXT_TITLE, "a"));
  g_assert_cmpint (width_px (text, DTL_TEXT_TITLE, "ab"), ==, width_px (text, DTL_TEXT_TITLE, "ab"));
  g_assert_cmpint (width_px (text, DTL_TEXT_LANE, "Commerce"), >, width_px (text, DTL_TEXT_TITLE, "Commerce"));
  for (guint i = 0; i < DTL_N_TEXT_STYLES; i++)
    {
      g_assert_cmpint (measure->height_px (measure, i), >, 8);
      g_assert_cmpint (dtl_text_pango_get_baseline_px (text, i), <, measure->height_px (measure, i));
    }
}

/* Widths grow with the scale, without the steps of hinting. */
static void
test_scale (void)
{
  g_autoptr (DtlTextPango) once = dtl_text_pango_new (NULL, NULL, 1);
  g_autoptr (DtlTextPango) twice = dtl_text_pango_new (NULL, NULL, 2);
  const char *words = "Best Buy drops products";
  int small = width_px (once, DTL_TEXT_TITLE, words);
  int large = width_px (twice, DTL_TEXT_TITLE, words);

  g_assert_cmpint (ABS (2 * small - large), <=, 2);
}

static void
assert_height_as_pango (DtlTextPango *text, PangoContext *context, DtlTextStyle style)
{
  DtlTextMeasure *measure = dtl_text_pango_get_measure (text);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, dtl_text_pango_get_font (text, style), NULL);
  int ascent = pango_font_metrics_get_ascent (metrics);
  int descent = pango_font_metrics_get_descent (metrics);

  g_assert_cmpint (dtl_text_pango_get_baseline_px (text, style), ==, PANGO_PIXELS_CEIL (ascent));
  g_assert_cmpint (measure->height_px (measure, style), ==, PANGO_PIXELS_CEIL (ascent + descent));
  pango_font_metrics_unref (metrics);
}

static void
assert_width_as_pango (DtlTextPango *text, PangoContext *context, DtlTextStyle style, const char *words)
{
  g_autoptr (GObject) owner = G_OBJECT (pango_layout_new (context));
  PangoLayout *layout = PANGO_LAYOUT (owner);
  PangoRectangle logical;

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_font_description (layout, dtl_text_pango_get_font (text, style));
  pango_layout_set_text (layout, words, -1);
  pango_layout_get_extents (layout, NULL, &logical);
  g_assert_cmpint (dtl_text_line_get_width (dtl_text_pango_get_line (text, style, words)), ==, logical.width);
}

/* What is asked of Pango piece by piece, for speed, is what it answers as a whole. */
static void
test_as_pango (void)
{
  static const char *const lines[] = { "",     "Best Buy drops products", "AV\tfi ", "שלום 2017 world", "2017",
                                       "שלום", "日本 → x\u0301" };
  static const char *const languages[] = { "en", "ru", "ar" };
  g_autoptr (GObject) owner = G_OBJECT (pango_font_map_create_context (pango_cairo_font_map_get_default ()));
  PangoContext *context = PANGO_CONTEXT (owner);

  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    for (guint style = 0; style < DTL_N_ALL_TEXT_STYLES; style++)
      {
        g_autoptr (DtlTextPango) text = dtl_text_pango_new (context, NULL, 1);

        dtl_text_pango_set_language (text, languages[l]);
        assert_height_as_pango (text, context, style);
        for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
          assert_width_as_pango (text, context, style, lines[i]);
      }
}

static void
test_line_is_kept (void)
{
  g_autoptr (DtlTextPango) text = dtl_text_pango_new (NULL, NULL, 1);
  DtlTextLine *first = dtl_text_pango_get_line (text, DTL_TEXT_TITLE, "one");

  g_assert_true (dtl_text_pango_get_line (text, DTL_TEXT_TITLE, "one") == first);
  g_assert_true (dtl_text_pango_get_line (text, DTL_TEXT_DATE, "one") != first);
  g_assert_null (dtl_text_pango_find_line (text, DTL_TEXT_TITLE, "measured"));
  width_px (text, DTL_TEXT_TITLE, "measured");
  g_assert_nonnull (dtl_text_pango_find_line (text, DTL_TEXT_TITLE, "measured"));
  width_px (text, DTL_TEXT_TITLE, "un\tclean");
  g_assert_null (dtl_text_pango_find_line (text, DTL_TEXT_TITLE, "un\tclean"));
}

static gboolean
shows_letters (DtlTextPango *text)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 32, 32);
  cairo_t *cr = cairo_create (surface);
  const unsigned char *pixels;
  gboolean has_ink = FALSE;

  dtl_text_pango_show_letters (text, cr, 4, 24);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  for (int i = 0; i < 32 * cairo_image_surface_get_stride (surface); i++)
    has_ink = has_ink || pixels[i] != 0;
  cairo_surface_destroy (surface);
  return has_ink;
}

/* Those of all lines that were measured. */
static void
test_letters (void)
{
  g_autoptr (DtlTextPango) text = dtl_text_pango_new (NULL, NULL, 1);

  g_assert_false (shows_letters (text));
  width_px (text, DTL_TEXT_TITLE, " ");
  g_assert_false (shows_letters (text));
  width_px (text, DTL_TEXT_DATE, "a");
  g_assert_true (shows_letters (text));
}

static void
test_wrap (void)
{
  g_autoptr (DtlTextPango) text = dtl_text_pango_new (NULL, NULL, 1);
  const char *words = "one two three four five six seven eight nine ten\nand a second line";
  g_auto (GStrv) lines = dtl_text_pango_wrap (text, DTL_TEXT_BODY, words, 90);
  g_autofree char *joined = g_strjoinv (" ", lines);

  g_assert_cmpuint (g_strv_length (lines), >, 4);
  g_assert_cmpstr (joined, ==, "one two three four five six seven eight nine ten and a second line");
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_cmpint (width_px (text, DTL_TEXT_BODY, lines[i]), <=, 90);
}

static void
test_cache_is_bounded (void)
{
  DtlLineCache *cache = dtl_line_cache_new (2, g_free);
  gpointer value = NULL;

  dtl_line_cache_insert (cache, 0, "a", g_strdup ("A"));
  dtl_line_cache_insert (cache, 1, "a", g_strdup ("A1"));
  g_assert_true (dtl_line_cache_lookup (cache, 0, "a", &value));
  g_assert_cmpstr (value, ==, "A");
  dtl_line_cache_insert (cache, 0, "b", g_strdup ("B"));
  /* "a" was used later than its sister in style 1. */
  g_assert_true (dtl_line_cache_lookup (cache, 0, "a", &value));
  g_assert_false (dtl_line_cache_lookup (cache, 1, "a", &value));
  g_assert_true (dtl_line_cache_lookup (cache, 0, "b", &value));
  dtl_line_cache_free (cache);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-pango/measure", test_measure);
  g_test_add_func ("/text-pango/scale", test_scale);
  g_test_add_func ("/text-pango/as-pango", test_as_pango);
  g_test_add_func ("/text-pango/line-is-kept", test_line_is_kept);
  g_test_add_func ("/text-pango/letters", test_letters);
  g_test_add_func ("/text-pango/wrap", test_wrap);
  g_test_add_func ("/text-pango/cache-is-bounded", test_cache_is_bounded);
  return g_test_run ();
}
