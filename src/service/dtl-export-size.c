/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person writes for a format or a size of a picture. Paper at 96 px an inch, lying. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "service/dtl-export-private.h"

static const struct
{
  const char *name;
  int width_px;
  int height_px;
} sizes[] = {
  { "A4", 1123, 794 },
  { "A3", 1587, 1123 },
  { "letter", 1056, 816 },
  { "16:9", 1600, 900 },
};

gboolean
dtl_export_format_from_path (const char *path, DtlPictureFormat *format, GError **error)
{
  static const struct
  {
    const char *extension;
    DtlPictureFormat format;
  } formats[] = { { ".png", DTL_PICTURE_PNG }, { ".pdf", DTL_PICTURE_PDF }, { ".svg", DTL_PICTURE_SVG } };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (size_t i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (!g_str_has_suffix (lower, formats[i].extension))
        continue;
      *format = formats[i].format;
      return TRUE;
    }

  g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_FORMAT,
               _ ("%s: the extension is not known; give the picture a name that ends in .png, .pdf or .svg"), path);

  return FALSE;
}

gboolean
dtl_export_stamp_from_string (const char *text, DtlExportStamp *stamp)
{
  static const char *const names[] = {
    [DTL_EXPORT_STAMP_NONE] = "none", [DTL_EXPORT_STAMP_FULL] = "full", [DTL_EXPORT_STAMP_NEUTRAL] = "neutral"
  };

  g_return_val_if_fail (text != NULL && stamp != NULL, FALSE);

  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (!g_str_equal (text, names[i]))
        continue;
      *stamp = (DtlExportStamp) i;
      return TRUE;
    }

  return FALSE;
}

static gboolean
parse_side (const char *text, char **end, int *side_px)
{
  gint64 value;

  if (!g_ascii_isdigit (*text))
    return FALSE;
  value = g_ascii_strtoll (text, end, 10);
  if (value < DTL_EXPORT_MIN_SIDE_PX || value > DTL_EXPORT_MAX_SIDE_PX)
    return FALSE;
  *side_px = (int) value;

  return TRUE;
}

static gboolean
parse_pixels (const char *text, int *width_px, int *height_px)
{
  char *end = NULL;

  return parse_side (text, &end, width_px) && (*end == 'x' || *end == 'X') && parse_side (end + 1, &end, height_px) &&
         *end == '\0';
}

gboolean
dtl_export_parse_size (const char *text, int *width_px, int *height_px, GError **error)
{
  g_return_val_if_fail (text != NULL && width_px != NULL && height_px != NULL, FALSE);

  for (size_t i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      if (g_ascii_strcasecmp (text, sizes[i].name) != 0)
        continue;
      *width_px = sizes[i].width_px;
      *height_px = sizes[i].height_px;
      return TRUE;
    }
  if (parse_pixels (text, width_px, height_px))
    return TRUE;

  g_set_error (error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_ARGUMENT,
               _ ("--size %s: write WIDTHxHEIGHT with 200 to 32767 pixels a side, or A4, A3, letter, 16:9"), text);

  return FALSE;
}
