/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks and their signs. The shape says the role, hollow says planned; a sign of strokes, not colour, says that claims
 * compete or that something is only alleged. */
#include "config.h"

#include "render/dtl-painter-private.h"

#define OUTLINE_PX 1.5

void
dtl_painter_get_look (const DtlPainter *self, int colour, DtlItemLook *look)
{
  look->fill = dtl_theme_get_actor_colour (self->theme, colour);
  look->outline = dtl_theme_get_actor_outline (self->theme, colour);
  look->background = dtl_painter_colour (self, DTL_COLOUR_BACKGROUND);
}

/* "[" or "]" for a start or end without a bar; @side is -1 or 1. */
static void
paint_bracket (const DtlPainter *self, const DtlItemLook *look, double x, double y, double half, int side)
{
  DtlPaint paint = { .has_stroke = TRUE, .stroke = look->outline, .stroke_width = 2 };
  double foot = half * 0.6;
  double points[] = { x - side * foot,       y - half, x + side * foot * 0.4, y - half,
                      x + side * foot * 0.4, y + half, x - side * foot,       y + half };

  dtl_surface_polygon (self->surface, points, 4, FALSE, &paint);
}

void
dtl_painter_paint_mark (const DtlPainter *self,
                        const DtlItemLook *look,
                        DtlMarkShape shape,
                        gboolean is_hollow,
                        double x,
                        double y)
{
  double half = self->metrics.mark_size_px / 2.0;
  DtlPaint paint = { .has_fill = TRUE,
                     .fill = is_hollow ? look->background : look->fill,
                     .has_stroke = TRUE,
                     .stroke = look->outline,
                     .stroke_width = is_hollow ? OUTLINE_PX + 0.5 : OUTLINE_PX };

  switch (shape)
    {
    case DTL_SHAPE_DIAMOND:
      {
        double reach = half + 1;
        double points[] = { x, y - reach, x + reach, y, x, y + reach, x - reach, y };

        dtl_surface_polygon (self->surface, points, 4, TRUE, &paint);
        break;
      }
    case DTL_SHAPE_SQUARE:
      dtl_surface_rectangle (self->surface, x - half + 0.5, y - half + 0.5, 2 * half - 1, 2 * half - 1, 1.5, &paint);
      break;
    case DTL_SHAPE_BAR_START:
      paint_bracket (self, look, x, y, half, -1);
      break;
    case DTL_SHAPE_BAR_END:
      paint_bracket (self, look, x, y, half, 1);
      break;
    case DTL_SHAPE_CIRCLE:
    default:
      dtl_surface_circle (self->surface, x, y, half - 0.25, &paint);
      break;
    }
}

/* Signs grow with the marks. */
static double
sign_scale (const DtlPainter *self)
{
  return self->metrics.mark_size_px / 12.0;
}

/* "≠", as strokes: sources differ. @x, @y is its middle; @is_beside: larger, on a ground of its own. */
void
dtl_painter_paint_competing_sign (const DtlPainter *self, double x, double y, gboolean is_beside)
{
  DtlPaint ground = { .has_fill = TRUE, .fill = dtl_painter_colour (self, DTL_COLOUR_BACKGROUND) };
  DtlPaint paint = { .has_stroke = TRUE,
                     .stroke = dtl_painter_colour (self, DTL_COLOUR_WARNING),
                     .stroke_width = 1.25 };
  double half = sign_scale (self) * (is_beside ? 3.5 : 2.75);
  double apart = sign_scale (self) * (is_beside ? 1.75 : 1.25);
  double upper[] = { x - half, y - apart, x + half, y - apart };
  double lower[] = { x - half, y + apart, x + half, y + apart };
  double slash[] = { x - half * 0.55, y + half, x + half * 0.55, y - half };

  if (is_beside)
    dtl_surface_circle (self->surface, x, y, half + 2, &ground);
  dtl_surface_polygon (self->surface, upper, 2, FALSE, &paint);
  dtl_surface_polygon (self->surface, lower, 2, FALSE, &paint);
  dtl_surface_polygon (self->surface, slash, 2, FALSE, &paint);
}

/* A small speech bubble with two strokes for words: somebody says so. @x, @y is its middle. */
void
dtl_painter_paint_alleged_sign (const DtlPainter *self, double x, double y)
{
  static const double outline[] = { -5, -4, 5, -4, 5, 2.5, -0.5, 2.5, -3.5, 5, -3.5, 2.5, -5, 2.5 };
  double scale = sign_scale (self);
  DtlPaint paint = { .has_fill = TRUE,
                     .fill = dtl_painter_colour (self, DTL_COLOUR_BACKGROUND),
                     .has_stroke = TRUE,
                     .stroke = dtl_painter_colour (self, DTL_COLOUR_TEXT_DIM),
                     .stroke_width = 1 };
  double points[G_N_ELEMENTS (outline)];

  for (guint i = 0; i < G_N_ELEMENTS (outline); i++)
    points[i] = (i % 2 == 0 ? x : y) + scale * outline[i];
  dtl_surface_polygon (self->surface, points, G_N_ELEMENTS (outline) / 2, TRUE, &paint);
  dtl_painter_fill (self, x - 2.5 * scale, y - 2 * scale, 1.5 * scale, 2.5 * scale, paint.stroke);
  dtl_painter_fill (self, x + 1 * scale, y - 2 * scale, 1.5 * scale, 2.5 * scale, paint.stroke);
}
