/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparing with golden files, and leaving what is needed to see why they differ. */
#include "golden.h"

#include <string.h>

static gboolean
is_updating (void)
{
  return g_strcmp0 (g_getenv ("DTL_UPDATE_GOLDENS"), "1") == 0;
}

static char *
golden_path (const char *name, const char *suffix)
{
  g_autofree char *file = g_strconcat (name, suffix, NULL);

  return g_test_build_filename (G_TEST_DIST, "render", "golden", file, NULL);
}

static char *
left_path (const char *name, const char *suffix)
{
  g_autofree char *file = g_strconcat (name, suffix, NULL);

  return g_test_build_filename (G_TEST_BUILT, "render", file, NULL);
}

static guint32
pixel_at (cairo_surface_t *image, int x, int y)
{
  const unsigned char *row = cairo_image_surface_get_data (image) + (gsize) y * cairo_image_surface_get_stride (image);
  guint32 pixel;

  memcpy (&pixel, row + 4 * (gsize) x, sizeof pixel);
  /* The golden file is opaque and comes back without alpha. */
  return pixel & 0xffffff;
}

static cairo_surface_t *
make_diff (cairo_surface_t *image, cairo_surface_t *ref, guint *n_different)
{
  int width = cairo_image_surface_get_width (image);
  int height = cairo_image_surface_get_height (image);
  cairo_surface_t *diff = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (pixel_at (image, x, y) != pixel_at (ref, x, y))
        {
          guint32 red = 0xff0000;

          memcpy (cairo_image_surface_get_data (diff) + (gsize) y * cairo_image_surface_get_stride (diff) +
                      4 * (gsize) x,
                  &red, sizeof red);
          (*n_different)++;
        }
  cairo_surface_mark_dirty (diff);
  return diff;
}

static void
leave (cairo_surface_t *image, const char *name, const char *suffix)
{
  g_autofree char *path = left_path (name, suffix);

  cairo_surface_write_to_png (image, path);
  g_test_message ("see %s", path);
}

void
golden_compare_image (cairo_surface_t *image, const char *name)
{
  g_autofree char *path = golden_path (name, ".png");
  cairo_surface_t *ref;
  guint n_different = 0;

  cairo_surface_flush (image);
  if (is_updating ())
    {
      g_assert_cmpint (cairo_surface_write_to_png (image, path), ==, CAIRO_STATUS_SUCCESS);
      return;
    }
  ref = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (ref), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (image), ==, cairo_image_surface_get_width (ref));
  g_assert_cmpint (cairo_image_surface_get_height (image), ==, cairo_image_surface_get_height (ref));
  {
    cairo_surface_t *diff = make_diff (image, ref, &n_different);

    if (n_different > 0)
      {
        leave (image, name, ".out.png");
        leave (ref, name, ".ref.png");
        leave (diff, name, ".diff.png");
      }
    cairo_surface_destroy (diff);
  }
  cairo_surface_destroy (ref);
  g_assert_cmpuint (n_different, ==, 0);
}

void
golden_compare_text (const char *text, const char *name)
{
  g_autofree char *path = golden_path (name, "");
  g_autofree char *out_path = left_path (name, ".out");
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (is_updating ())
    {
      g_file_set_contents (path, text, -1, &error);
      g_assert_no_error (error);
      return;
    }
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  if (strcmp (text, expected) != 0)
    {
      g_file_set_contents (out_path, text, -1, NULL);
      g_test_message ("diff -u %s %s", path, out_path);
    }
  g_assert_cmpstr (text, ==, expected);
}

char *
golden_dup_svg_without_fonts (GBytes *svg)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  g_autoptr (GRegex) widths = g_regex_new (" textLength=\"[^\"]*\" lengthAdjust=\"[^\"]*\"", 0, 0, NULL);
  g_autoptr (GRegex) baselines = g_regex_new ("(<text[^>]*) y=\"[^\"]*\"", 0, 0, NULL);
  g_autoptr (GRegex) turned = g_regex_new ("translate\\([0-9.]* ", 0, 0, NULL);
  g_autofree char *without_widths = g_regex_replace_literal (widths, text, -1, 0, "", 0, NULL);
  g_autofree char *without_turned = g_regex_replace_literal (turned, without_widths, -1, 0, "translate(", 0, NULL);

  return g_regex_replace (baselines, without_turned, -1, 0, "\\1", 0, NULL);
}
