/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bars (what lasts) and bands (an unknown day in a stretch), and how they end:
 *
 *   hard   #######|      soft   ######:.      fade   ####::...      open   ######>      unknown   ###. . .
 *
 * A bar is filled, a band hollow with a dashed edge, so that the one is never taken for the other. */
#include "config.h"

#include "render/dtl-painter-private.h"

#define BAND_DASH_PX  3
#define BAND_ALPHA    0.16
#define SOFT_PX       10
#define ARROW_PX      7
#define BAR_RADIUS_PX 3
#define DOT_PX        3

static void
paint_arrow (const DtlPainter *self, DtlColour colour, double tip_x, double y, double reach, int side)
{
  DtlPaint paint = { .has_fill = TRUE, .fill = colour };
  double points[] = { tip_x, y, tip_x - side * ARROW_PX, y - reach, tip_x - side * ARROW_PX, y + reach };

  dtl_surface_polygon (self->surface, points, 3, TRUE, &paint);
}

static void
paint_dots (const DtlPainter *self, DtlColour colour, double x0, double x1, double y)
{
  DtlPaint paint = { .has_stroke = TRUE, .stroke = colour, .stroke_width = DOT_PX, .dash_px = DOT_PX };
  double points[] = { x0, y, x1, y };

  if (x1 > x0)
    dtl_surface_polygon (self->surface, points, 2, FALSE, &paint);
}

/* One end of a bar, from the edge of the solid part (@solid_x) to its outermost point (@x). */
static void
paint_bar_end (const DtlPainter *self, DtlColour colour, DtlEndStyle style, double solid_x, double x, double y)
{
  double half = self->metrics.bar_height_px / 2.0;
  DtlColour clear = dtl_colour_with_alpha (colour, 0);
  double left = MIN (solid_x, x);
  double width = MAX (solid_x, x) - left;

  switch (style)
    {
    case DTL_END_SOFT:
    case DTL_END_FADE:
      dtl_surface_gradient (self->surface, left, y - half, width, 2 * half, x < solid_x ? clear : colour,
                            x < solid_x ? colour : clear);
      break;
    case DTL_END_UNKNOWN:
      paint_dots (self, colour, left, left + width, y);
      break;
    case DTL_END_OPEN:
    case DTL_END_HARD:
    default:
      dtl_painter_fill (self, left, y - half, width, 2 * half, colour);
      break;
    }
}

void
dtl_painter_paint_bar (const DtlPainter *self,
                       const DtlItemLook *look,
                       const DtlPlacedMark *mark,
                       double x0,
                       double solid_x0,
                       double solid_x1,
                       double x1,
                       double y)
{
  double half = self->metrics.bar_height_px / 2.0;
  double left = self->plot_x + 2;
  double right = self->plot_x + self->plot_width - 2;
  DtlColour colour = mark->is_hollow ? dtl_colour_with_alpha (look->outline, 0.3) : look->outline;
  gboolean is_hard = mark->start_style == DTL_END_HARD && mark->end_style == DTL_END_HARD;
  DtlPaint paint = {
    .has_fill = TRUE, .fill = colour, .has_stroke = mark->is_hollow, .stroke = look->outline, .stroke_width = 1
  };

  /* An arrow stands where the bar leaves the view, or where it ends when that is nearer. */
  if (mark->end_style == DTL_END_OPEN)
    solid_x1 = x1 = MIN (x1, right) - ARROW_PX;
  if (mark->start_style == DTL_END_OPEN)
    solid_x0 = x0 = MAX (x0, left) + ARROW_PX;
  dtl_surface_rectangle (self->surface, solid_x0, y - half, solid_x1 - solid_x0, 2 * half, is_hard ? BAR_RADIUS_PX : 0,
                         &paint);
  if (solid_x0 > x0)
    paint_bar_end (self, colour, mark->start_style, solid_x0, x0, y);
  if (solid_x1 < x1)
    paint_bar_end (self, colour, mark->end_style, solid_x1, x1, y);
  if (mark->start_style == DTL_END_OPEN)
    paint_arrow (self, look->outline, x0 - ARROW_PX, y, half + 2, -1);
  if (mark->end_style == DTL_END_OPEN)
    paint_arrow (self, look->outline, x1 + ARROW_PX, y, half + 2, 1);
}

static void
paint_dashed_line (const DtlPainter *self, DtlColour colour, double x0, double y0, double x1, double y1)
{
  DtlPaint paint = { .has_stroke = TRUE, .stroke = colour, .stroke_width = 1, .dash_px = BAND_DASH_PX };
  double points[] = { x0, y0, x1, y1 };

  if (x1 > x0 || y1 > y0)
    dtl_surface_polygon (self->surface, points, 2, FALSE, &paint);
}

/* One end of a band that has no closed edge, @width wide; @outer is where it ends. */
static void
paint_band_end (const DtlPainter *self,
                const DtlItemLook *look,
                DtlEndStyle style,
                double outer,
                double inner,
                double y,
                double half)
{
  DtlColour light = dtl_colour_with_alpha (look->outline, BAND_ALPHA);
  DtlColour clear = dtl_colour_with_alpha (look->outline, 0);
  double left = MIN (outer, inner);
  gboolean at_start = outer < inner;

  dtl_surface_gradient (self->surface, left, y - half, MAX (outer, inner) - left, 2 * half, at_start ? clear : light,
                        at_start ? light : clear);
  if (style == DTL_END_OPEN)
    paint_arrow (self, look->outline, outer, y, half - 1, at_start ? -1 : 1);
  else if (style == DTL_END_UNKNOWN)
    paint_dots (self, look->outline, left, MAX (outer, inner), y);
}

static void
paint_closed_band (const DtlPainter *self, const DtlItemLook *look, double x0, double x1, double y, double half)
{
  DtlPaint paint = { .has_fill = TRUE,
                     .fill = dtl_colour_with_alpha (look->outline, BAND_ALPHA),
                     .has_stroke = TRUE,
                     .stroke = look->outline,
                     .stroke_width = 1,
                     .dash_px = BAND_DASH_PX };

  dtl_surface_rectangle (self->surface, x0 + 0.5, y - half + 0.5, x1 - x0 - 1, 2 * half - 1, 4, &paint);
}

void
dtl_painter_paint_band (const DtlPainter *self,
                        const DtlItemLook *look,
                        const DtlPlacedMark *mark,
                        double x0,
                        double x1,
                        double y)
{
  double half = self->metrics.bar_height_px / 2.0 + 1;
  double reach = MIN (SOFT_PX * 2, (x1 - x0) / 3);
  double inner_x0 = mark->start_style == DTL_END_HARD ? x0 : x0 + reach;
  double inner_x1 = mark->end_style == DTL_END_HARD ? x1 : x1 - reach;

  if (mark->start_style == DTL_END_HARD && mark->end_style == DTL_END_HARD)
    {
      paint_closed_band (self, look, x0, x1, y, half);
      return;
    }
  dtl_painter_fill (self, inner_x0, y - half, inner_x1 - inner_x0, 2 * half,
                    dtl_colour_with_alpha (look->outline, BAND_ALPHA));
  paint_dashed_line (self, look->outline, inner_x0, y - half + 0.5, inner_x1, y - half + 0.5);
  paint_dashed_line (self, look->outline, inner_x0, y + half - 0.5, inner_x1, y + half - 0.5);
  if (mark->start_style == DTL_END_HARD)
    paint_dashed_line (self, look->outline, x0 + 0.5, y - half, x0 + 0.5, y + half);
  else
    paint_band_end (self, look, mark->start_style, x0, inner_x0, y, half);
  if (mark->end_style == DTL_END_HARD)
    paint_dashed_line (self, look->outline, x1 - 0.5, y - half, x1 - 0.5, y + half);
  else
    paint_band_end (self, look, mark->end_style, x1, inner_x1, y, half);
}
