/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture as PDF: its pages one after the other, with outline, structure and metadata.
 *
 * The background of a page is painted first, before any tag: Cairo drops what was recorded below a paint that covers
 * the page, opening tags included, and then fails (or crashes) over the closing ones. */
#include "config.h"

#include <cairo-pdf.h>
#include <string.h>

#include "base/dtl-gettext.h"
#include "render/dtl-picture-private.h"

#define POINTS_PER_PX  0.75
#define MIN_LANES_PX   60
#define FALLBACK_DATED "1970-01-01"

/** PdfFile: the document being written. */
typedef struct
{
  DtlPicturePages *pages;
  cairo_surface_t *pdf;
  cairo_t *cr;
  DtlSurface *surface;
} PdfFile;

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
is_day (const char *text)
{
  static const char pattern[] = "dddd-dd-dd";

  if (text == NULL || strlen (text) != strlen (pattern))
    return FALSE;
  for (guint i = 0; pattern[i] != '\0'; i++)
    if (pattern[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != pattern[i])
      return FALSE;
  return TRUE;
}

static void
set_metadata (cairo_surface_t *pdf, const DtlPicture *picture)
{
  g_autofree char *date = g_strconcat (is_day (picture->dated) ? picture->dated : FALLBACK_DATED, "T00:00:00Z", NULL);

  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_CREATOR, "Dateline");
  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_MOD_DATE, date);
  if (picture->title != NULL)
    cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_TITLE, picture->title);
  if (picture->subtitle != NULL)
    cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_SUBJECT, picture->subtitle);
}

static void
write_page (PdfFile *self, guint number)
{
  DtlComposition *composition = &self->pages->composition;
  const DtlPicture *picture = composition->picture;

  if (number > 0)
    cairo_show_page (self->cr);
  dtl_composition_paint_background (composition, self->surface, picture->width_px, picture->height_px);
  /* The one root of the structure; it stays open over all pages. */
  if (number == 0)
    cairo_tag_begin (self->cr, "Document", NULL);
  dtl_surface_begin_group (self->surface, NULL, NULL);
  dtl_picture_pages_paint_page (self->pages, number, self->surface);
  dtl_surface_end_group (self->surface);
}

static void
add_outline (PdfFile *self)
{
  const DtlPicture *picture = self->pages->composition.picture;

  cairo_pdf_surface_add_outline (self->pdf, CAIRO_PDF_OUTLINE_ROOT, _ ("Timeline"), "dest='timeline'",
                                 CAIRO_PDF_OUTLINE_FLAG_OPEN);
  if (picture->passages != NULL && picture->passages->len > 0)
    cairo_pdf_surface_add_outline (self->pdf, CAIRO_PDF_OUTLINE_ROOT, _ ("Passages"), "dest='passages'", 0);
  if (picture->sources != NULL && picture->sources->len > 0)
    cairo_pdf_surface_add_outline (self->pdf, CAIRO_PDF_OUTLINE_ROOT, _ ("Sources"), "dest='sources'", 0);
}

/* A document that was stopped has links to places that never came; Cairo 1.18 aborts the program when it resolves them,
 * unless the surface had an error before. There is no call that says so, but a wrong one does. */
static void
abandon (PdfFile *self)
{
  cairo_pdf_surface_add_outline (self->pdf, CAIRO_PDF_OUTLINE_ROOT, "", "dest=", 0);
}

/* Links to places on pages that are not written would be an error. */
static void
write_pages (PdfFile *self, guint n_pages)
{
  DtlComposition *composition = &self->pages->composition;

  self->cr = cairo_create (self->pdf);
  cairo_scale (self->cr, POINTS_PER_PX, POINTS_PER_PX);
  self->surface = dtl_surface_new_cairo (self->cr, composition->text);
  set_metadata (self->pdf, composition->picture);
  for (guint i = 0; i < n_pages && dtl_composition_check (composition, NULL); i++)
    write_page (self, i);
  if (!dtl_composition_check (composition, NULL))
    abandon (self);
  cairo_tag_end (self->cr, "Document");
  dtl_surface_free (self->surface);
  cairo_show_page (self->cr);
  if (cairo_status (self->cr) == CAIRO_STATUS_SUCCESS && n_pages == self->pages->pages->len)
    add_outline (self);
  cairo_destroy (self->cr);
  cairo_surface_finish (self->pdf);
}

GBytes *
dtl_picture_write_pdf (DtlPicturePages *pages, guint n_pages, GError **error)
{
  const DtlPicture *picture = pages->composition.picture;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GBytes) plain = NULL;
  PdfFile self = { .pages = pages };
  cairo_status_t status;

  self.pdf = cairo_pdf_surface_create_for_stream (append_bytes, bytes, picture->width_px * POINTS_PER_PX,
                                                  picture->height_px * POINTS_PER_PX);
  /* Later versions have another kind of cross-reference table, see dtl-pdf-update.c. */
  cairo_pdf_surface_restrict_to_version (self.pdf, CAIRO_PDF_VERSION_1_4);
  write_pages (&self, n_pages);
  status = cairo_surface_status (self.pdf);
  cairo_surface_destroy (self.pdf);
  if (!dtl_composition_check (&pages->composition, error))
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, DTL_RENDER_ERROR, DTL_RENDER_ERROR_FAILED, "The PDF could not be drawn: %s",
                   cairo_status_to_string (status));
      return NULL;
    }
  plain = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  return dtl_pdf_update (plain, picture->language != NULL ? picture->language : "en");
}
