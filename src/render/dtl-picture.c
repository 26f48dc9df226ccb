/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture for a report, on one page (PNG, SVG) or handed on to dtl-picture-pdf.c.
 *
 * The words of a picture are English and its numbers plain, whatever the locale of the process: rendering runs in the
 * "C" locale for messages and numbers, for this thread only. */
#include "config.h"

#include "render/dtl-picture.h"

#include <math.h>

#include "base/dtl-language.h"
#include "render/dtl-picture-private.h"

#define MAX_IMAGE_PX 32767 /* Cairo's limit */
#define MIN_LANES_PX 60
#define BODY_GAP_PX  18

G_DEFINE_QUARK (dtl - render - error - quark, dtl_render_error)

/**
 * OnePage: how the height of a picture is shared out.
 * @cut_px: where the lanes end
 * @n_body_lines: how many lines of passages and sources are printed
 */
typedef struct
{
  int cut_px;
  guint n_body_lines;
} OnePage;

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

/* Marks lead only to passages that are printed. */
static void
forget_passages_from (DtlComposition *self, guint first_line)
{
  for (guint i = first_line; i < self->body->lines->len; i++)
    g_hash_table_remove (self->printed, GUINT_TO_POINTER (g_array_index (self->body->lines, DtlFlowLine, i).number));
}

/* Without words below it, the plot goes on to the foot of the page. */
static gboolean
share_out (DtlComposition *self, OnePage *page, GError **error)
{
  int room_px;
  int lanes_room_px;
  int lanes_px;

  dtl_composition_fit (self, &lanes_room_px);
  room_px = self->picture->height_px - dtl_composition_get_frame_px (self);
  lanes_px = dtl_layout_get_height_px (self->layout);
  if (lanes_room_px < MIN (MIN_LANES_PX, lanes_px))
    {
      g_set_error (error, DTL_RENDER_ERROR, DTL_RENDER_ERROR_SIZE,
                   "A picture %d pixels high has no room for a timeline; make it at least %d high",
                   self->picture->height_px, dtl_composition_get_frame_px (self) + MIN_LANES_PX);
      return FALSE;
    }
  page->cut_px = dtl_composition_find_cut_px (self, 0, lanes_room_px);
  if (self->body->lines->len == 0 && page->cut_px == lanes_px)
    page->cut_px = dtl_composition_extend_px (self, lanes_room_px);
  page->n_body_lines = dtl_flow_fit (self->body, 0, room_px - page->cut_px - BODY_GAP_PX, FALSE);
  forget_passages_from (self, page->n_body_lines);
  return TRUE;
}

static void
paint_page (DtlComposition *self, const OnePage *page, DtlSurface *surface)
{
  int y_px = self->margin_px;

  dtl_composition_paint_background (self, surface, self->picture->width_px, self->picture->height_px);
  y_px = dtl_composition_paint_head (self, surface, y_px);
  y_px = dtl_composition_paint_timeline (self, surface, y_px, 0, page->cut_px);
  y_px = dtl_composition_paint_notes (self, surface, y_px, page->cut_px, page->n_body_lines);
  y_px = dtl_composition_paint_legend (self, surface, y_px);
  dtl_flow_paint (self->body, surface, self->theme, self->margin_px, y_px + BODY_GAP_PX, 0, page->n_body_lines);
  dtl_composition_paint_foot (self, surface, self->picture->height_px, 0);
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
render_png (DtlComposition *self, const OnePage *page, GError **error)
{
  const DtlPicture *picture = self->picture;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GBytes) plain = NULL;
  cairo_surface_t *image =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) lround (picture->width_px * picture->scale),
                                  (int) lround (picture->height_px * picture->scale));
  cairo_t *cr = cairo_create (image);
  DtlSurface *surface = dtl_surface_new_cairo (cr, self->text);
  cairo_status_t status;

  cairo_scale (cr, picture->scale, picture->scale);
  paint_page (self, page, surface);
  dtl_surface_free (surface);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (image, append_bytes, bytes);
  cairo_surface_destroy (image);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, DTL_RENDER_ERROR, DTL_RENDER_ERROR_FAILED, "The picture could not be drawn: %s",
                   cairo_status_to_string (status));
      return NULL;
    }
  plain = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  return dtl_png_add_texts (plain, picture->title, picture->subtitle,
                            picture->language != NULL ? picture->language : "en");
}

static GBytes *
render_svg (DtlComposition *self, const OnePage *page)
{
  const DtlPicture *picture = self->picture;
  g_autoptr (DtlSurface) surface =
      dtl_surface_new_svg (picture->width_px, picture->height_px, self->text, picture->title,
                           picture->subtitle != NULL ? picture->subtitle : picture->stamp, picture->language);

  paint_page (self, page, surface);
  return dtl_surface_svg_finish (surface);
}

static GBytes *
render (const DtlPicture *picture, GError **error)
{
  g_auto (DtlComposition) composition = { 0 };
  OnePage page = { 0 };

  if (!check_size (picture, error) || !dtl_composition_init (&composition, picture, error))
    return NULL;
  if (picture->format == DTL_PICTURE_PDF)
    return dtl_picture_render_pdf (&composition, error);
  if (!share_out (&composition, &page, error))
    return NULL;
  return picture->format == DTL_PICTURE_PNG ? render_png (&composition, &page, error)
                                            : render_svg (&composition, &page);
}

GBytes *
dtl_picture_render (const DtlPicture *self, GError **error)
{
  DtlLanguage language;
  GBytes *bytes;

  g_return_val_if_fail (self != NULL && self->format <= DTL_PICTURE_SVG, NULL);
  dtl_language_enter (&language, self->language);
  bytes = render (self, error);
  dtl_language_leave (&language);
  return bytes;
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
    height_px = dtl_composition_get_frame_px (&composition) + dtl_layout_get_height_px (composition.layout) +
                dtl_composition_get_body_px (&composition);
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
