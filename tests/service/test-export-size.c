/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person may write for a size and which endings name a format. */
#include "service/dtl-export.h"

static void
test_sizes (void)
{
  static const struct
  {
    const char *text;
    int width_px, height_px; /* 0: refused */
  } rows[] = {
    { "1600x900", 1600, 900 },
    { "1600X900", 1600, 900 },
    { "A4", 1123, 794 },
    { "a3", 1587, 1123 },
    { "letter", 1056, 816 },
    { "16:9", 1600, 900 },
    { "200x200", 200, 200 },
    { "32767x200", 32767, 200 },
    { "199x500", 0, 0 },
    { "32768x500", 0, 0 },
    { "1600", 0, 0 },
    { "1600x", 0, 0 },
    { "x900", 0, 0 },
    { "1600x900x2", 0, 0 },
    { "-1600x900", 0, 0 },
    { "", 0, 0 },
    { "A5", 0, 0 },
    { "1600 x 900", 0, 0 },
    { "9999999999999x900", 0, 0 },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      int width_px = 0, height_px = 0;
      gboolean read = dtl_export_parse_size (rows[i].text, &width_px, &height_px, &error);

      g_test_message ("%s", rows[i].text);
      if (rows[i].width_px == 0)
        {
          g_assert_false (read);
          g_assert_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_ARGUMENT);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpint (width_px, ==, rows[i].width_px);
      g_assert_cmpint (height_px, ==, rows[i].height_px);
    }
}

static void
test_formats (void)
{
  static const struct
  {
    const char *path;
    int format; /* -1: refused */
  } rows[] = {
    { "a.png", DTL_PICTURE_PNG },
    { "/b/c.PDF", DTL_PICTURE_PDF },
    { "x.y.svg", DTL_PICTURE_SVG },
    { "a.bmp", -1 },
    { "png", -1 },
    { "a.png.txt", -1 },
    { "", -1 },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      DtlPictureFormat format = DTL_PICTURE_PNG;
      gboolean known = dtl_export_format_from_path (rows[i].path, &format, &error);

      g_assert_cmpint (known, ==, rows[i].format >= 0);
      if (known)
        g_assert_cmpint (format, ==, rows[i].format);
      else
        g_assert_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_FORMAT);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/service/export/sizes", test_sizes);
  g_test_add_func ("/service/export/formats", test_formats);
  return g_test_run ();
}
