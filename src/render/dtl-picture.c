/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture for a report: laid out, cut into pages (dtl-picture-pages.c), and made bytes or images of.
 *
 * The words of a picture are English and its numbers plain, whatever the locale of the process: rendering runs in the
 * "C" locale for messages and numbers, for this thread only. */
#include "config.h"

#include "render/dtl-picture.h"

#include <math.h>

#include "base/dtl-language.h"
#include "render/dtl-picture-private.h"

#define MAX_IMAGE_PX 32767 /* Cairo's limit */

G_DEFINE_QUARK (dtl - render - error - quark, dtl_render_error)

static gboolean
check_size (const DtlPicture *picture, GError **error)
{
  double scale = picture->format == DTL_PICTURE_PNG ? picture->scale : 1;
  double longest = MAX (picture->width_px, picture->height_px) * scale;

  if (picture->width_px > 0 && picture->height_px > 0 && scale > 0 && longest < MAX_IMAGE_PX + 0.5)
    return TRUE;
  g_set_error (error, DTL_RENDER_ERROR, DTL_RENDER_ERROR_SIZE,
               "A picture of %d × %d pixels at scale %g cannot be drawn; each side must be between 1 and %d pixels",
               picture->width_px, picture->height_px, scale, MAX_IMAGE_PX);
  return FALSE;
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_status (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, DTL_RENDER_ERROR, DTL_RENDER_ERROR_FAILED, "The picture could not be drawn: %s",
               cairo_status_to_string (status));
  return FALSE;
}

/* Takes @target. Returns: (transfer full) (nullable): the same, with a page on it */
static cairo_surface_t *
paint_on (DtlPicturePages *self, guint page, double scale, cairo_surface_t *target, GError **error)
{
  const DtlPicture *picture = self->composition.picture;
  cairo_t *cr = cairo_create (target);
  DtlSurface *surface = dtl_surface_new_cairo (cr, self->composition.text);
  gboolean is_painted;

  cairo_scale (cr, scale, scale);
  dtl_composition_paint_background (&self->composition, surface, picture->width_px, picture->height_px);
  dtl_picture_pages_paint_page (self, page, surface);
  dtl_surface_free (surface);
  is_painted = check_status (cairo_status (cr), error) && dtl_composition_check (&self->composition, error);
  cairo_destroy (cr);
  if (!is_painted)
    g_clear_pointer (&target, cairo_surface_destroy);
  return target;
}

/* Returns: (transfer full) (nullable) */
static cairo_surface_t *
paint_image (DtlPicturePages *self, guint page, double scale, cairo_format_t format, GError **error)
{
  const DtlPicture *picture = self->composition.picture;

  return paint_on (self, page, scale,
                   cairo_image_surface_create (format, (int) lround (picture->width_px * scale),
                                               (int) lround (picture->height_px * scale)),
                   error);
}

static GBytes *
write_png (DtlPicturePages *self, GError **error)
{
  const DtlPicture *picture = self->composition.picture;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GBytes) plain = NULL;
  cairo_surface_t *image = paint_image (self, 0, picture->scale, CAIRO_FORMAT_RGB24, error);
  cairo_status_t status;

  if (image == NULL)
    return NULL;
  status = cairo_surface_write_to_png_stream (image, append_bytes, bytes);
  cairo_surface_destroy (image);
  if (!check_status (status, error))
    return NULL;
  plain = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  return dtl_png_add_texts (plain, picture->title, picture->subtitle,
                            picture->language != NULL ? picture->language : "en");
}

static GBytes *
write_svg (DtlPicturePages *self, GError **error)
{
  DtlComposition *composition = &self->composition;
  const DtlPicture *picture = composition->picture;
  g_autoptr (DtlSurface) surface =
      dtl_surface_new_svg (picture->width_px, picture->height_px, composition->text, picture->title,
                           picture->subtitle != NULL ? picture->subtitle : picture->stamp, picture->language);

  dtl_composition_paint_background (composition, surface, picture->width_px, picture->height_px);
  dtl_picture_pages_paint_page (self, 0, surface);
  return dtl_composition_check (composition, error) ? dtl_surface_svg_finish (surface) : NULL;
}

static void
set_file_size (DtlPicturePages *self, const DtlPicture *picture)
{
  double scale = picture->format == DTL_PICTURE_PNG ? picture->scale : 1;

  self->facts.width_px = (int) lround (picture->width_px * scale);
  self->facts.height_px = (int) lround (picture->height_px * scale);
}

static DtlPicturePages *
lay_out (const DtlPicture *picture, GError **error)
{
  g_autoptr (DtlPicturePages) self = g_new0 (DtlPicturePages, 1);

  self->pages = g_array_new (FALSE, FALSE, sizeof (DtlPicturePage));
  if (!check_size (picture, error) || !dtl_composition_init (&self->composition, picture, error) ||
      !dtl_picture_pages_plan (self, error))
    return NULL;
  set_file_size (self, picture);
  return g_steal_pointer (&self);
}

DtlPicturePages *
dtl_picture_lay_out (const DtlPicture *self, GError **error)
{
  DtlPicturePages *pages;
  DtlPlainLocale locale;

  g_return_val_if_fail (self != NULL && self->format <= DTL_PICTURE_SVG, NULL);
  dtl_plain_locale_enter (&locale);
  pages = lay_out (self, error);
  dtl_plain_locale_leave (&locale);
  return pages;
}

void
dtl_picture_pages_free (DtlPicturePages *self)
{
  if (self == NULL)
    return;
  dtl_composition_clear (&self->composition);
  g_array_unref (self->pages);
  g_free (self);
}

const DtlPictureFacts *
dtl_picture_pages_get_facts (const DtlPicturePages *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return &self->facts;
}

static GBytes *
write_bytes (DtlPicturePages *self, guint n_pages, GError **error)
{
  switch (self->composition.picture->format)
    {
    case DTL_PICTURE_PDF:
      return dtl_picture_write_pdf (self, n_pages > 0 ? MIN (n_pages, self->pages->len) : self->pages->len, error);
    case DTL_PICTURE_SVG:
      return write_svg (self, error);
    case DTL_PICTURE_PNG:
    default:
      return write_png (self, error);
    }
}

GBytes *
dtl_picture_pages_write (DtlPicturePages *self, guint n_pages, GError **error)
{
  GBytes *bytes;
  DtlPlainLocale locale;

  g_return_val_if_fail (self != NULL, NULL);
  dtl_plain_locale_enter (&locale);
  bytes = write_bytes (self, n_pages, error);
  dtl_plain_locale_leave (&locale);
  return bytes;
}

cairo_surface_t *
dtl_picture_pages_paint (DtlPicturePages *self, guint page, double scale, GError **error)
{
  cairo_surface_t *image;
  DtlPlainLocale locale;

  g_return_val_if_fail (self != NULL && page < self->pages->len && scale > 0, NULL);
  dtl_plain_locale_enter (&locale);
  image = paint_image (self, page, scale, CAIRO_FORMAT_ARGB32, error);
  dtl_plain_locale_leave (&locale);
  return image;
}

cairo_surface_t *
dtl_picture_pages_record (DtlPicturePages *self, guint page, GError **error)
{
  cairo_rectangle_t extents = { 0 };
  cairo_surface_t *record;
  DtlPlainLocale locale;

  g_return_val_if_fail (self != NULL && page < self->pages->len, NULL);
  extents.width = self->composition.picture->width_px;
  extents.height = self->composition.picture->height_px;
  dtl_plain_locale_enter (&locale);
  record = paint_on (self, page, 1, cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents), error);
  dtl_plain_locale_leave (&locale);
  return record;
}

GBytes *
dtl_picture_render (const DtlPicture *self, GError **error)
{
  g_autoptr (DtlPicturePages) pages = dtl_picture_lay_out (self, error);

  return pages != NULL ? dtl_picture_pages_write (pages, 0, error) : NULL;
}

int
dtl_picture_natural_height_px (const DtlPicture *self)
{
  g_auto (DtlComposition) composition = { 0 };
  DtlLanguage language;
  int height_px = 1;

  g_return_val_if_fail (self != NULL, 1);
  dtl_language_enter (&language, self->language);
  if (dtl_composition_init (&composition, self, NULL))
    {
      dtl_composition_collect_legend (&composition);
      height_px = dtl_composition_get_frame_px (&composition) + dtl_composition_get_lanes_px (&composition) +
                  dtl_composition_get_body_px (&composition);
    }
  dtl_language_leave (&language);
  return height_px;
}

DtlFitStep
dtl_picture_find_step (const DtlPicture *self, gboolean *is_whole)
{
  g_auto (DtlComposition) composition = { 0 };
  DtlFitStep step = DTL_FIT_TWO_LINES;
  gboolean fits = FALSE;
  DtlLanguage language;
  int room_px;

  g_return_val_if_fail (self != NULL, step);
  dtl_language_enter (&language, self->language);
  if (dtl_composition_init (&composition, self, NULL))
    {
      fits = dtl_composition_fit (&composition, &room_px);
      step = composition.step;
    }
  dtl_language_leave (&language);
  if (is_whole != NULL)
    *is_whole = fits;
  return step;
}
