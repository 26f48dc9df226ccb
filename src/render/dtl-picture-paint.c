/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Painting the parts of a composition, top to bottom: head, timeline, notes, legend, body, foot. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "render/dtl-picture-private.h"

#define HEAD_GAP_PX   14
#define LEGEND_GAP_PX 10
#define BODY_GAP_PX   18
#define FOOT_GAP_PX   8
#define FOOT_ABOVE_PX 10
#define NOTES_GAP_PX  6

static int
line_height_px (const DtlComposition *self, DtlTextStyle style)
{
  DtlTextMeasure *measure = dtl_text_pango_get_measure (self->text);

  return measure->height_px (measure, style);
}

int
dtl_composition_get_head_px (const DtlComposition *self)
{
  return self->head->lines->len == 0 ? 0 : dtl_flow_get_height_px (self->head, 0) + HEAD_GAP_PX;
}

int
dtl_composition_get_foot_px (const DtlComposition *self)
{
  return MAX (dtl_flow_get_height_px (self->foot, 0), line_height_px (self, DTL_TEXT_SMALL)) + 2 * FOOT_GAP_PX +
         FOOT_ABOVE_PX;
}

int
dtl_composition_get_fixed_px (const DtlComposition *self)
{
  return self->paint.frame.axis_height_px + self->paint.frame.shelf_height_px;
}

int
dtl_composition_get_body_px (const DtlComposition *self)
{
  return self->body->lines->len == 0 ? 0 : dtl_flow_get_height_px (self->body, 0) + BODY_GAP_PX;
}

int
dtl_composition_get_notes_px (const DtlComposition *self)
{
  return line_height_px (self, DTL_TEXT_NOTE) + NOTES_GAP_PX;
}

int
dtl_composition_get_legend_px (const DtlComposition *self)
{
  return self->legend_px == 0 ? 0 : self->legend_px + LEGEND_GAP_PX;
}

void
dtl_composition_paint_background (const DtlComposition *self, DtlSurface *surface, int width_px, int height_px)
{
  DtlPaint paint = { .has_fill = TRUE, .fill = dtl_theme_get_colour (self->theme, DTL_COLOUR_BACKGROUND) };

  dtl_surface_rectangle (surface, 0, 0, width_px, height_px, 0, &paint);
}

int
dtl_composition_paint_head (const DtlComposition *self, DtlSurface *surface, int y_px)
{
  if (self->head->lines->len == 0)
    return y_px;
  return dtl_flow_paint (self->head, surface, self->theme, self->margin_px, y_px, 0, self->head->lines->len) +
         HEAD_GAP_PX;
}

int
dtl_composition_paint_timeline (DtlComposition *self, DtlSurface *surface, int y_px, int top_px, int bottom_px)
{
  DtlFrame *frame = &self->paint.frame;
  DtlPaint border = { .has_stroke = TRUE,
                      .stroke = dtl_theme_get_colour (self->theme, DTL_COLOUR_SEPARATOR),
                      .stroke_width = 1 };

  frame->x_px = self->margin_px;
  frame->y_px = y_px;
  frame->height_px = dtl_composition_get_fixed_px (self) + bottom_px - top_px;
  self->paint.scroll_y_px = top_px;
  dtl_surface_begin_group (surface, "timeline", self->picture->title);
  dtl_surface_set_text (surface, self->plot_text);
  dtl_painter_paint (&self->paint, surface);
  dtl_surface_set_text (surface, self->text);
  dtl_surface_rectangle (surface, frame->x_px - 0.5, frame->y_px - 0.5, frame->width_px + 1, frame->height_px + 1, 0,
                         &border);
  dtl_surface_end_group (surface);
  return y_px + frame->height_px;
}

int
dtl_composition_paint_legend (const DtlComposition *self, DtlSurface *surface, int y_px)
{
  DtlPaintOptions paint = self->paint;

  if (self->legend_px == 0)
    return y_px;
  paint.text = self->text;
  dtl_legend_paint (&paint, surface, self->legend, self->margin_px, y_px + LEGEND_GAP_PX, self->content_px);
  return y_px + LEGEND_GAP_PX + self->legend_px;
}

static void
add_count (GString *line, const char *format, guint n)
{
  if (n == 0)
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append_printf (line, format, n);
}

/* Lanes that were not asked for, and lanes for which there is no room. */
static void
add_lanes (const DtlComposition *self, GString *line, const DtlPictureFacts *facts)
{
  guint n_cut = facts->n_lanes_cut;
  guint n_outside = facts->n_lanes_left - n_cut;

  if (!self->picture->is_discreet)
    add_count (line, ngettext ("%u lane not shown", "%u lanes not shown", n_outside), n_outside);
  add_count (line, ngettext ("%u lane below not shown whole", "%u lanes below not shown whole", n_cut), n_cut);
}

static void
add_events (const DtlComposition *self, GString *line, const DtlPictureFacts *facts)
{
  DtlSpanCounts counts = { 0 };

  if (self->picture->is_discreet)
    return;
  dtl_layout_count_span (self->layout, self->x0_px, self->x1_px, &counts);
  add_count (line, ngettext ("%u event before", "%u events before", facts->n_before), facts->n_before);
  add_count (line, ngettext ("%u event after", "%u events after", facts->n_after), facts->n_after);
  add_count (line, ngettext ("%u event hidden by the filter", "%u events hidden by the filter", counts.n_filtered),
             counts.n_filtered);
}

int
dtl_composition_paint_notes (DtlComposition *self, DtlSurface *surface, int y_px, const DtlPictureFacts *facts)
{
  g_autoptr (GString) line = g_string_new (NULL);
  guint n_passages = facts->n_passages_left;
  guint n_sources = facts->n_sources_left;

  add_events (self, line, facts);
  add_lanes (self, line, facts);
  add_count (line, ngettext ("no room for %u passage", "no room for %u passages", n_passages), n_passages);
  add_count (line, ngettext ("no room for %u source", "no room for %u sources", n_sources), n_sources);
  if (line->len == 0)
    return y_px;
  dtl_surface_text (surface, DTL_TEXT_NOTE, self->margin_px, y_px + NOTES_GAP_PX, DTL_ALIGN_START,
                    dtl_theme_get_colour (self->theme, DTL_COLOUR_TEXT_DIM), line->str);
  return y_px + dtl_composition_get_notes_px (self);
}

void
dtl_composition_paint_foot (const DtlComposition *self, DtlSurface *surface, int height_px, guint page)
{
  int right_px = self->margin_px + self->content_px;
  int y_px = height_px - self->margin_px / 2 - dtl_composition_get_foot_px (self) + FOOT_ABOVE_PX + FOOT_GAP_PX;
  DtlPaint line = { .has_fill = TRUE, .fill = dtl_theme_get_colour (self->theme, DTL_COLOUR_SEPARATOR) };
  g_autofree char *number = page > 0 ? g_strdup_printf ("%u", page) : NULL;

  if (self->foot->lines->len == 0 && page == 0)
    return;
  dtl_surface_rectangle (surface, self->margin_px, y_px - 1, self->content_px, 1, 0, &line);
  dtl_flow_paint (self->foot, surface, self->theme, self->margin_px, y_px + FOOT_GAP_PX, 0, self->foot->lines->len);
  if (number != NULL)
    dtl_surface_text (surface, DTL_TEXT_SMALL, right_px, y_px + FOOT_GAP_PX, DTL_ALIGN_END,
                      dtl_theme_get_colour (self->theme, DTL_COLOUR_TEXT_DIM), number);
}
