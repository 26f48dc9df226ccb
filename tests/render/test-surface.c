/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Both sides of a surface on one drawing: golden SVG, golden pixels of shapes, and what must never get into a file. */
#include <cairo-pdf.h>
#include <glib.h>
#include <locale.h>
#include <string.h>

#include "golden.h"
#include "render/dtl-surface.h"

static const DtlColour blue = { 0, 0x72 / 255.0, 0xb2 / 255.0, 1 };
static const DtlColour pale = { 0, 0x72 / 255.0, 0xb2 / 255.0, 0.25 };
static const DtlColour clear = { 0, 0x72 / 255.0, 0xb2 / 255.0, 0 };
static const DtlColour ink = { 0, 0, 0, 1 };

static void
draw_shapes (DtlSurface *surface)
{
  DtlPaint filled = { TRUE, pale, TRUE, blue, 1.5, 0 };
  DtlPaint dashed = { FALSE, pale, TRUE, blue, 1, 3 };
  double diamond[] = { 60, 10, 70, 20, 60, 30, 50, 20 };
  double line[] = { 10, 50.5, 110, 50.5 };

  dtl_surface_rectangle (surface, 0.5, 0.5, 119, 79, 0, &dashed);
  dtl_surface_rectangle (surface, 80, 10, 30, 20, 4, &filled);
  dtl_surface_circle (surface, 20, 20, 17.0 / 3, &filled);
  dtl_surface_polygon (surface, diamond, 4, TRUE, &filled);
  dtl_surface_polygon (surface, line, 2, FALSE, &dashed);
  dtl_surface_push_clip (surface, 10, 55, 60, 20);
  dtl_surface_gradient (surface, 20, 58, 80, 8, blue, clear);
  dtl_surface_curve (surface, 20, 70, 40, 40, 60, 90, 80, 70, &dashed);
  dtl_surface_pop_clip (surface);
}

static void
draw_text (DtlSurface *surface)
{
  dtl_surface_begin_group (surface, "event-1", "A <title> & more");
  dtl_surface_begin_link (surface, NULL, "passage-1");
  dtl_surface_text (surface, DTL_TEXT_TITLE, 10, 10, DTL_ALIGN_START, ink, "Ban & \"sale\" <2024>\x01");
  dtl_surface_end_link (surface);
  dtl_surface_end_group (surface);
  dtl_surface_begin_link (surface, "https://example.org/a'b?c=1&d=ü", NULL);
  dtl_surface_text (surface, DTL_TEXT_LANE, 60, 30, DTL_ALIGN_MIDDLE, blue, "Commerce");
  dtl_surface_end_link (surface);
  dtl_surface_begin_link (surface, "javascript:alert(1)", NULL);
  dtl_surface_text (surface, DTL_TEXT_DATE, 110, 50, DTL_ALIGN_END, pale, "20 Jun 2024");
  dtl_surface_end_link (surface);
  dtl_surface_text_vertical (surface, DTL_TEXT_NOTE, 2, 70, ink, "upwards");
  dtl_surface_destination (surface, "passage-1", 10, 60);
  dtl_surface_begin_group (surface, "event-1", NULL);
  dtl_surface_end_group (surface);
}

static GBytes *
make_svg (void)
{
  g_autoptr (DtlTextPango) text = dtl_text_pango_new (NULL, NULL, 1);
  g_autoptr (DtlSurface) surface = dtl_surface_new_svg (120, 80, text, "A title", "What is seen", "en");

  draw_shapes (surface);
  draw_text (surface);
  return dtl_surface_svg_finish (surface);
}

static void
test_svg_golden (void)
{
  g_autoptr (GBytes) svg = make_svg ();
  g_autofree char *text = golden_dup_svg_without_fonts (svg);

  golden_compare_text (text, "surface.svg");
}

static void
test_svg_is_safe (void)
{
  g_autoptr (GBytes) svg = make_svg ();
  g_autofree char *text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));

  g_assert_null (strstr (text, "javascript"));
  g_assert_null (strstr (text, "<script"));
  g_assert_null (strchr (text, '\x01'));
  g_assert_nonnull (strstr (text, "Ban &amp; &quot;sale&quot; &lt;2024&gt;</text>"));
  g_assert_nonnull (strstr (text, "xlink:href=\"https://example.org/a&apos;b?c=1&amp;d=%C3%BC\""));
  g_assert_nonnull (strstr (text, "id=\"event-1-2\""));
}

/* A locale with a decimal comma, where the machine has one. */
static void
test_svg_locale (void)
{
  static const char *const locales[] = { "de_DE.UTF-8", "fr_FR.UTF-8", "de_DE", NULL };
  g_autoptr (GBytes) before = make_svg ();
  g_autoptr (GBytes) after = NULL;
  const char *found = NULL;

  for (guint i = 0; locales[i] != NULL && found == NULL; i++)
    found = setlocale (LC_ALL, locales[i]);
  after = make_svg ();
  setlocale (LC_ALL, "C.UTF-8");
  g_assert_true (g_bytes_equal (before, after));
  if (found == NULL)
    g_test_skip ("no locale with a decimal comma on this machine");
}

static void
test_shapes_golden (void)
{
  g_autoptr (DtlTextPango) text = dtl_text_pango_new (NULL, NULL, 1);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 120, 80);
  cairo_t *cr = cairo_create (image);
  DtlSurface *surface = dtl_surface_new_cairo (cr, text);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  draw_shapes (surface);
  dtl_surface_free (surface);
  cairo_destroy (cr);
  golden_compare_image (image, "surface-shapes");
  cairo_surface_destroy (image);
}

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
test_pdf_links (void)
{
  g_autoptr (DtlTextPango) text = dtl_text_pango_new (NULL, NULL, 1);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *pdf = cairo_pdf_surface_create_for_stream (append, bytes, 120, 80);
  cairo_t *cr = cairo_create (pdf);
  DtlSurface *surface = dtl_surface_new_cairo (cr, text);

  /* From 1.5 on objects are packed together, where they cannot be seen from outside. */
  cairo_pdf_surface_restrict_to_version (pdf, CAIRO_PDF_VERSION_1_4);
  draw_shapes (surface);
  draw_text (surface);
  dtl_surface_free (surface);
  cairo_destroy (cr);
  cairo_surface_finish (pdf);
  g_assert_cmpint (cairo_surface_status (pdf), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (pdf);
  g_assert_nonnull (memmem (bytes->data, bytes->len, "/URI (https://example.org/a'b?c=1&d=%C3%BC)", 43));
  g_assert_nonnull (memmem (bytes->data, bytes->len, "/Dest (passage-1)", 17));
  g_assert_null (memmem (bytes->data, bytes->len, "javascript", 10));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/surface/svg/golden", test_svg_golden);
  g_test_add_func ("/surface/svg/safe", test_svg_is_safe);
  g_test_add_func ("/surface/svg/locale", test_svg_locale);
  g_test_add_func ("/surface/cairo/shapes-golden", test_shapes_golden);
  g_test_add_func ("/surface/cairo/pdf-links", test_pdf_links);
  return g_test_run ();
}
