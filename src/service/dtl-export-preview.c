/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a picture will look like. A PNG is made and read again: what is shown are its very pixels. A page of a PDF or an
 * SVG is painted on an image from the layout that the file is written from. What would take as long as the export
 * itself is only estimated: the size of very large PNGs, and of PDFs with many pages. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "service/dtl-export-private.h"

/* Up to so many pixels a PNG is really made. */
#define MAX_PNG_PX 12e6
/* From so many pages the size of a PDF is concluded. */
#define MAX_PDF_PAGES 12
/* A page of paper has 96 pixels an inch; twice that is sharp enough to copy. */
#define COPY_SCALE 2
/* Flat ground packs well: a larger PNG grows with about this power of its scale. */
#define PNG_GROWTH 1.25

typedef struct
{
  const guint8 *data;
  gsize n_left;
} Reader;

static cairo_status_t
read_bytes (void *closure, unsigned char *data, unsigned int length)
{
  Reader *self = closure;

  if (length > self->n_left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, self->data, length);
  self->data += length;
  self->n_left -= length;

  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
count_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  *(gsize *) closure += length;

  return CAIRO_STATUS_SUCCESS;
}

/* How many pixels of the image there are for each of a picture of this size. */
static double
find_scale (int width_px, int height_px, int max_width_px, int max_height_px, double most)
{
  if (max_width_px <= 0 || max_height_px <= 0)
    return most;

  return MIN (most, MIN ((double) max_width_px / width_px, (double) max_height_px / height_px));
}

/* Takes @image. */
static cairo_surface_t *
shrink (cairo_surface_t *image, double scale)
{
  int width_px = cairo_image_surface_get_width (image);
  int height_px = cairo_image_surface_get_height (image);
  cairo_surface_t *small = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (1, (int) lround (width_px * scale)),
                                                       MAX (1, (int) lround (height_px * scale)));
  cairo_t *cr = cairo_create (small);

  cairo_scale (cr, (double) cairo_image_surface_get_width (small) / width_px,
               (double) cairo_image_surface_get_height (small) / height_px);
  cairo_set_source_surface (cr, image, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (image);

  return small;
}

static cairo_surface_t *
decode (GBytes *bytes, double scale)
{
  Reader reader = { 0 };

  reader.data = g_bytes_get_data (bytes, &reader.n_left);

  return shrink (cairo_image_surface_create_from_png_stream (read_bytes, &reader), scale);
}

static gboolean
preview_png (DtlExportPreview *self, DtlPicturePages *pages, int max_width_px, int max_height_px, GError **error)
{
  g_autoptr (GBytes) bytes = dtl_picture_pages_write (pages, 0, error);

  if (bytes == NULL)
    return FALSE;
  self->n_bytes = g_bytes_get_size (bytes);
  self->image =
      decode (bytes, find_scale (self->facts.width_px, self->facts.height_px, max_width_px, max_height_px, 1));

  return TRUE;
}

/* @scale: pixels of the file for each px */
static gboolean
preview_large_png (DtlExportPreview *self,
                   DtlPicturePages *pages,
                   double scale,
                   int max_width_px,
                   int max_height_px,
                   GError **error)
{
  int width_px = (int) lround (self->facts.width_px / scale);
  int height_px = (int) lround (self->facts.height_px / scale);
  double enough = MIN (scale, sqrt (MAX_PNG_PX / ((double) width_px * height_px)));
  double shown = find_scale (width_px, height_px, max_width_px, max_height_px, enough);
  gsize n_bytes = 0;

  self->image = dtl_picture_pages_paint (pages, 0, shown, error);
  if (self->image == NULL)
    return FALSE;
  cairo_surface_write_to_png_stream (self->image, count_bytes, &n_bytes);
  self->n_bytes = (gsize) ((double) n_bytes * pow (scale / shown, PNG_GROWTH));
  self->is_estimate = TRUE;

  return TRUE;
}

static gboolean
preview_drawing (DtlExportPreview *self, DtlPicturePages *pages, int max_width_px, int max_height_px, GError **error)
{
  const DtlPictureFacts *facts = &self->facts;
  guint n_pages = MIN (facts->n_pages, MAX_PDF_PAGES);
  g_autoptr (GBytes) bytes = dtl_picture_pages_write (pages, n_pages, error);

  if (bytes == NULL)
    return FALSE;
  self->n_bytes = g_bytes_get_size (bytes) / n_pages * facts->n_pages;
  if (n_pages == facts->n_pages)
    self->n_bytes = g_bytes_get_size (bytes);
  self->is_estimate = n_pages < facts->n_pages;
  self->image = dtl_picture_pages_paint (
      pages, self->page, find_scale (facts->width_px, facts->height_px, max_width_px, max_height_px, COPY_SCALE),
      error);

  return self->image != NULL;
}

static gboolean
fill (DtlExportPreview *self,
      DtlExportDrawing *drawing,
      int max_width_px,
      int max_height_px,
      guint page,
      GError **error)
{
  const DtlPicture *picture = &drawing->picture;
  g_autoptr (DtlPicturePages) pages = dtl_picture_lay_out (picture, error);

  if (pages == NULL)
    return FALSE;
  self->facts = *dtl_picture_pages_get_facts (pages);
  self->page = MIN (page, self->facts.n_pages - 1);
  self->n_hidden = picture->input.columns->n_events - dtl_bitset_count (drawing->visible);
  if (picture->format != DTL_PICTURE_PNG)
    return preview_drawing (self, pages, max_width_px, max_height_px, error);
  if ((double) self->facts.width_px * self->facts.height_px > MAX_PNG_PX)
    return preview_large_png (self, pages, picture->scale, max_width_px, max_height_px, error);

  return preview_png (self, pages, max_width_px, max_height_px, error);
}

DtlExportPreview *
dtl_export_preview (DtlDocument *document,
                    const DtlExportOptions *options,
                    int max_width_px,
                    int max_height_px,
                    guint page,
                    const DtlExportRun *run,
                    GError **error)
{
  g_autoptr (DtlExportPreview) self = g_new0 (DtlExportPreview, 1);
  g_auto (DtlExportDrawing) drawing = { 0 };
  DtlLanguage language;
  gboolean is_filled;

  g_return_val_if_fail (DTL_IS_DOCUMENT (document) && options != NULL, NULL);

  dtl_export_enter_language (&language, document, options);
  is_filled = dtl_export_drawing_init (&drawing, document, options, run, error) &&
              fill (self, &drawing, max_width_px, max_height_px, page, error);
  dtl_language_leave (&language);
  if (!is_filled || !dtl_export_drawing_check (&drawing, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
dtl_export_preview_free (DtlExportPreview *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->image, cairo_surface_destroy);
  g_free (self);
}
