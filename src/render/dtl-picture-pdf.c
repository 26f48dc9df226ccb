/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture as PDF: the timeline on as many pages as its lanes need, with the axis on each, then passages and sources.
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

/** PdfPages: the document being written. */
typedef struct
{
  DtlComposition *composition;
  cairo_surface_t *pdf;
  cairo_t *cr;
  DtlSurface *surface;
  guint page;
  int width_px;
  int height_px;
  int bottom_px; /* where the foot begins */
} PdfPages;

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
begin_page (PdfPages *self)
{
  if (self->page > 0)
    cairo_show_page (self->cr);
  self->page++;
  dtl_composition_paint_background (self->composition, self->surface, self->width_px, self->height_px);
  /* The one root of the structure; it stays open over all pages. */
  if (self->page == 1)
    cairo_tag_begin (self->cr, "Document", NULL);
  dtl_surface_begin_group (self->surface, NULL, NULL);
}

static void
end_page (PdfPages *self)
{
  dtl_composition_paint_foot (self->composition, self->surface, self->height_px, self->page);
  dtl_surface_end_group (self->surface);
}

static void
paint_timeline_pages (PdfPages *self)
{
  DtlComposition *composition = self->composition;
  int fixed_px = dtl_composition_get_fixed_px (composition);
  int height_px = dtl_layout_get_height_px (composition->layout);
  int top_px = 0;

  do
    {
      gboolean is_first = self->page == 0;
      int y_px = composition->margin_px;
      int room_px;
      int cut_px;

      begin_page (self);
      if (is_first)
        {
          dtl_surface_destination (self->surface, "timeline", 0, 0);
          y_px = dtl_composition_paint_head (composition, self->surface, y_px);
        }
      room_px = self->bottom_px - y_px - fixed_px;
      if (is_first)
        room_px -= dtl_composition_get_legend_px (composition) + dtl_composition_get_notes_px (composition);
      cut_px = dtl_composition_find_cut_px (composition, top_px, MAX (room_px, MIN_LANES_PX));
      /* A timeline on one page goes on to its foot. */
      if (is_first && cut_px == height_px)
        cut_px = dtl_composition_extend_px (composition, room_px);
      y_px = dtl_composition_paint_timeline (composition, self->surface, y_px, top_px, cut_px);
      if (is_first)
        {
          /* Lanes go on behind, so none is counted as left out. */
          y_px =
              dtl_composition_paint_notes (composition, self->surface, y_px, height_px, composition->body->lines->len);
          dtl_composition_paint_legend (composition, self->surface, y_px);
        }
      end_page (self);
      top_px = cut_px;
    }
  while (top_px < height_px);
}

static void
paint_body_pages (PdfPages *self)
{
  const DtlComposition *composition = self->composition;
  guint n_lines = composition->body->lines->len;
  guint line = 0;

  while (line < n_lines)
    {
      guint fitting = dtl_flow_fit (composition->body, line, self->bottom_px - composition->margin_px, TRUE);

      begin_page (self);
      dtl_flow_paint (composition->body, self->surface, composition->theme, composition->margin_px,
                      composition->margin_px, line, fitting);
      end_page (self);
      line += fitting;
    }
}

static void
add_outline (PdfPages *self)
{
  const DtlPicture *picture = self->composition->picture;

  cairo_pdf_surface_add_outline (self->pdf, CAIRO_PDF_OUTLINE_ROOT, _ ("Timeline"), "dest='timeline'",
                                 CAIRO_PDF_OUTLINE_FLAG_OPEN);
  if (picture->passages != NULL && picture->passages->len > 0)
    cairo_pdf_surface_add_outline (self->pdf, CAIRO_PDF_OUTLINE_ROOT, _ ("Passages"), "dest='passages'", 0);
  if (picture->sources != NULL && picture->sources->len > 0)
    cairo_pdf_surface_add_outline (self->pdf, CAIRO_PDF_OUTLINE_ROOT, _ ("Sources"), "dest='sources'", 0);
}

static gboolean
check_height (const PdfPages *self, GError **error)
{
  const DtlComposition *composition = self->composition;
  int needed_px = composition->margin_px + dtl_composition_get_head_px (composition) +
                  dtl_composition_get_fixed_px (composition) + MIN_LANES_PX +
                  dtl_composition_get_notes_px (composition) + dtl_composition_get_legend_px (composition);

  if (needed_px <= self->bottom_px)
    return TRUE;
  g_set_error (error, DTL_RENDER_ERROR, DTL_RENDER_ERROR_SIZE,
               "A page %d pixels high has no room for a timeline; make it at least %d high", self->height_px,
               needed_px + self->height_px - self->bottom_px);
  return FALSE;
}

static void
write_pages (PdfPages *self)
{
  self->cr = cairo_create (self->pdf);
  cairo_scale (self->cr, POINTS_PER_PX, POINTS_PER_PX);
  self->surface = dtl_surface_new_cairo (self->cr, self->composition->text);
  set_metadata (self->pdf, self->composition->picture);
  paint_timeline_pages (self);
  paint_body_pages (self);
  cairo_tag_end (self->cr, "Document");
  dtl_surface_free (self->surface);
  cairo_show_page (self->cr);
  if (cairo_status (self->cr) == CAIRO_STATUS_SUCCESS)
    add_outline (self);
  cairo_destroy (self->cr);
  cairo_surface_finish (self->pdf);
}

GBytes *
dtl_picture_render_pdf (DtlComposition *composition, GError **error)
{
  const DtlPicture *picture = composition->picture;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GBytes) plain = NULL;
  PdfPages self = { .composition = composition, .width_px = picture->width_px, .height_px = picture->height_px };
  cairo_status_t status;
  int lanes_room_px;

  self.bottom_px = self.height_px - composition->margin_px / 2 - dtl_composition_get_foot_px (composition);
  if (!check_height (&self, error))
    return NULL;
  dtl_composition_fit (composition, &lanes_room_px);
  self.pdf = cairo_pdf_surface_create_for_stream (append_bytes, bytes, self.width_px * POINTS_PER_PX,
                                                  self.height_px * POINTS_PER_PX);
  /* Later versions have another kind of cross-reference table, see dtl-pdf-update.c. */
  cairo_pdf_surface_restrict_to_version (self.pdf, CAIRO_PDF_VERSION_1_4);
  write_pages (&self);
  status = cairo_surface_status (self.pdf);
  cairo_surface_destroy (self.pdf);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, DTL_RENDER_ERROR, DTL_RENDER_ERROR_FAILED, "The PDF could not be drawn: %s",
                   cairo_status_to_string (status));
      return NULL;
    }
  plain = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  return dtl_pdf_update (plain, picture->language != NULL ? picture->language : "en");
}
