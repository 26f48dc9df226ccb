/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture cut into pages, and the painting of one of them: for the file and for the preview alike, so that the two
 * cannot differ. A PDF has the timeline on as many pages as its lanes need, with the axis on each, then passages and
 * sources; PNG and SVG have one page, on which passages and sources stand below the timeline. */
#include "config.h"

#include "render/dtl-picture-private.h"

#define MIN_LANES_PX 60
#define BODY_GAP_PX  18

int
dtl_composition_get_page_bottom_px (const DtlComposition *self)
{
  return self->picture->height_px - self->margin_px / 2 - dtl_composition_get_foot_px (self);
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
plan_one_page (DtlPicturePages *self, GError **error)
{
  DtlComposition *composition = &self->composition;
  DtlPicturePage page = { .is_first = TRUE, .has_timeline = TRUE };
  int height_px = composition->picture->height_px;
  int room_px;
  int lanes_room_px = 0;
  int lanes_px;

  dtl_composition_fit (composition, &lanes_room_px);
  room_px = height_px - dtl_composition_get_frame_px (composition);
  lanes_px = dtl_composition_get_lanes_px (composition);
  if (lanes_room_px < MIN (MIN_LANES_PX, lanes_px))
    {
      g_set_error (error, DTL_RENDER_ERROR, DTL_RENDER_ERROR_SIZE,
                   "A picture %d pixels high has no room for a timeline; make it at least %d high", height_px,
                   dtl_composition_get_frame_px (composition) + MIN_LANES_PX);
      return FALSE;
    }
  page.top_px = dtl_composition_get_lanes_top_px (composition);
  page.bottom_px = dtl_composition_find_cut_px (composition, page.top_px, lanes_room_px);
  if (composition->body->lines->len == 0 && page.bottom_px == page.top_px + lanes_px)
    page.bottom_px = page.top_px + dtl_composition_extend_px (composition, lanes_room_px);
  page.n_lines = dtl_flow_fit (composition->body, 0, room_px - (page.bottom_px - page.top_px) - BODY_GAP_PX, FALSE);
  forget_passages_from (composition, page.n_lines);
  g_array_append_val (self->pages, page);
  return TRUE;
}

static void
plan_timeline_pages (DtlPicturePages *self)
{
  DtlComposition *composition = &self->composition;
  int end_px = dtl_composition_get_lanes_bottom_px (composition);
  int top_px = dtl_composition_get_lanes_top_px (composition);
  int first_px = top_px;

  do
    {
      DtlPicturePage page = { .is_first = self->pages->len == 0, .has_timeline = TRUE, .top_px = top_px };
      int room_px = dtl_composition_get_page_bottom_px (composition) - composition->margin_px -
                    dtl_composition_get_fixed_px (composition);

      if (page.is_first)
        room_px -= dtl_composition_get_head_px (composition) + dtl_composition_get_legend_px (composition) +
                   dtl_composition_get_notes_px (composition);
      page.bottom_px = dtl_composition_find_cut_px (composition, top_px, MAX (room_px, MIN_LANES_PX));
      top_px = page.bottom_px;
      /* A timeline on one page goes on to its foot. */
      if (page.is_first && page.bottom_px == end_px)
        page.bottom_px = first_px + dtl_composition_extend_px (composition, room_px);
      g_array_append_val (self->pages, page);
    }
  while (top_px < end_px && dtl_composition_check (composition, NULL));
}

static void
plan_body_pages (DtlPicturePages *self)
{
  const DtlComposition *composition = &self->composition;
  int room_px = dtl_composition_get_page_bottom_px (composition) - composition->margin_px;
  guint n_lines = composition->body->lines->len;
  guint line = 0;

  while (line < n_lines)
    {
      DtlPicturePage page = { .first_line = line };

      page.n_lines = dtl_flow_fit (composition->body, line, room_px, TRUE);
      line += page.n_lines;
      g_array_append_val (self->pages, page);
    }
}

static gboolean
plan_pdf (DtlPicturePages *self, GError **error)
{
  DtlComposition *composition = &self->composition;
  int bottom_px = dtl_composition_get_page_bottom_px (composition);
  int height_px = composition->picture->height_px;
  int needed_px = composition->margin_px + dtl_composition_get_head_px (composition) +
                  dtl_composition_get_fixed_px (composition) + MIN_LANES_PX +
                  dtl_composition_get_notes_px (composition) + dtl_composition_get_legend_px (composition);
  int lanes_room_px;

  if (needed_px > bottom_px)
    {
      g_set_error (error, DTL_RENDER_ERROR, DTL_RENDER_ERROR_SIZE,
                   "A page %d pixels high has no room for a timeline; make it at least %d high", height_px,
                   needed_px + height_px - bottom_px);
      return FALSE;
    }
  dtl_composition_fit (composition, &lanes_room_px);
  plan_timeline_pages (self);
  plan_body_pages (self);
  return TRUE;
}

/* The last pixel of the lanes that is on any page, and the first line of the body that is on none. */
static void
count (DtlPicturePages *self)
{
  int cut_px = 0;
  guint line = 0;

  for (guint i = 0; i < self->pages->len; i++)
    {
      const DtlPicturePage *page = &g_array_index (self->pages, DtlPicturePage, i);

      cut_px = MAX (cut_px, page->bottom_px);
      line = MAX (line, page->first_line + page->n_lines);
    }
  dtl_composition_count (&self->composition, cut_px, line, &self->facts);
  self->facts.n_pages = self->pages->len;
}

gboolean
dtl_picture_pages_plan (DtlPicturePages *self, GError **error)
{
  gboolean is_pdf = self->composition.picture->format == DTL_PICTURE_PDF;

  if (!(is_pdf ? plan_pdf : plan_one_page) (self, error) || !dtl_composition_check (&self->composition, error))
    return FALSE;
  count (self);
  return TRUE;
}

/* Everything but the background. */
void
dtl_picture_pages_paint_page (DtlPicturePages *self, guint number, DtlSurface *surface)
{
  DtlComposition *composition = &self->composition;
  const DtlPicturePage *page = &g_array_index (self->pages, DtlPicturePage, number);
  gboolean is_pdf = composition->picture->format == DTL_PICTURE_PDF;
  int y_px = composition->margin_px;

  if (page->is_first && is_pdf)
    dtl_surface_destination (surface, "timeline", 0, 0);
  if (page->is_first)
    y_px = dtl_composition_paint_head (composition, surface, y_px);
  if (page->has_timeline)
    y_px = dtl_composition_paint_timeline (composition, surface, y_px, page->top_px, page->bottom_px);
  if (page->is_first)
    {
      y_px = dtl_composition_paint_notes (composition, surface, y_px, &self->facts);
      y_px = dtl_composition_paint_legend (composition, surface, y_px) + BODY_GAP_PX;
    }
  dtl_flow_paint (composition->body, surface, composition->theme, composition->margin_px, y_px, page->first_line,
                  page->n_lines);
  dtl_composition_paint_foot (composition, surface, composition->picture->height_px, is_pdf ? number + 1 : 0);
  dtl_composition_go_on (composition, DTL_PICTURE_PHASE_PAINTING, (number + 1.0) / self->pages->len);
}
