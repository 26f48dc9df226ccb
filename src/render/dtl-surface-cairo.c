/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Surface on Cairo: screen, PNG and PDF. Links and destinations become tags on PDF and nothing elsewhere.
 *
 * Text for a picture of pixels is filled as outlines: Cairo sets glyphs on whole pixels there, and with positions that
 * are not rounded (as files have them) the letters would stand unevenly. On screen positions are rounded, and on PDF
 * the text must stay text. */
#include "config.h"

#include <cairo-pdf.h>
#include <math.h>
#include <string.h>

#include "render/dtl-sprites-private.h"
#include "render/dtl-surface-private.h"

typedef struct
{
  DtlSurface surface;
  cairo_t *cr;
  gboolean has_tags;
  gboolean fills_outlines;
  DtlSprites *sprites; /* (nullable): borrowed */
} DtlSurfaceCairo;

static cairo_t *
get_cr (DtlSurface *surface)
{
  return ((DtlSurfaceCairo *) surface)->cr;
}

static void
set_colour (cairo_t *cr, DtlColour colour)
{
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha);
}

static void
paint_path (cairo_t *cr, const DtlPaint *paint)
{
  if (paint->has_fill)
    {
      set_colour (cr, paint->fill);
      cairo_fill_preserve (cr);
    }
  if (paint->has_stroke)
    {
      set_colour (cr, paint->stroke);
      cairo_set_line_width (cr, paint->stroke_width);
      cairo_set_dash (cr, &paint->dash_px, paint->dash_px > 0 ? 1 : 0, 0);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

static void
add_rounded_rectangle (cairo_t *cr, const cairo_rectangle_t *area, double radius)
{
  double right = area->x + area->width;
  double bottom = area->y + area->height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, area->y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, area->x + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, area->x + radius, area->y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

#define MAX_POINTS 8

/** Shape: one that may become a sprite; the key of it as well, so that all of it is set. @points: x, y pairs. A corner
 * radius for rectangles, the radius for circles */
typedef struct
{
  int kind;
  int n_points;
  double radius;
  double points[2 * MAX_POINTS];
  DtlPaint paint;
} Shape;

enum
{
  SHAPE_RECTANGLE, /* its corners top left and bottom right */
  SHAPE_CIRCLE,    /* its middle */
  SHAPE_POLYGON,   /* closed */
};

static void
add_polygon (cairo_t *cr, const double *points, guint n_points, gboolean closed)
{
  cairo_move_to (cr, points[0], points[1]);
  for (guint i = 1; i < n_points; i++)
    cairo_line_to (cr, points[2 * i], points[2 * i + 1]);
  if (closed)
    cairo_close_path (cr);
}

static void
draw_shape (cairo_t *cr, gpointer user_data)
{
  const Shape *shape = user_data;
  const double *p = shape->points;

  if (shape->kind == SHAPE_POLYGON)
    add_polygon (cr, p, (guint) shape->n_points, TRUE);
  else if (shape->kind == SHAPE_CIRCLE)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, p[0], p[1], shape->radius, 0, 2 * G_PI);
      cairo_close_path (cr);
    }
  else
    add_rounded_rectangle (cr, &(cairo_rectangle_t){ p[0], p[1], p[2] - p[0], p[3] - p[1] }, shape->radius);
  paint_path (cr, &shape->paint);
}

/* What it covers: its points, its radius, half of its stroke, and the corners of that. */
static void
find_area (const Shape *shape, cairo_rectangle_t *area)
{
  double x0 = shape->points[0], y0 = shape->points[1];
  double x1 = x0, y1 = y0;
  double reach = (shape->kind == SHAPE_CIRCLE ? shape->radius : 0) +
                 (shape->paint.has_stroke ? shape->paint.stroke_width * (shape->kind == SHAPE_POLYGON ? 1.5 : 0.5) : 0);

  for (int i = 1; i < shape->n_points; i++)
    {
      x0 = MIN (x0, shape->points[2 * i]);
      x1 = MAX (x1, shape->points[2 * i]);
      y0 = MIN (y0, shape->points[2 * i + 1]);
      y1 = MAX (y1, shape->points[2 * i + 1]);
    }
  *area = (cairo_rectangle_t){ x0 - reach, y0 - reach, x1 - x0 + 2 * reach, y1 - y0 + 2 * reach };
}

/* As a sprite where the surface has such, else as it is. */
static void
paint_shape (DtlSurface *surface, Shape *shape, const DtlPaint *paint)
{
  DtlSurfaceCairo *self = (DtlSurfaceCairo *) surface;
  cairo_rectangle_t area;
  Shape key;

  memcpy (&shape->paint, paint, sizeof *paint);
  find_area (shape, &area);
  if (self->sprites != NULL)
    {
      memcpy (&key, shape, sizeof key);
      for (int i = 0; i < 2 * key.n_points; i++)
        key.points[i] -= i % 2 == 0 ? area.x : area.y;
      if (dtl_sprites_paint (self->sprites, self->cr, &area, &key, sizeof key, draw_shape, shape))
        return;
    }
  draw_shape (self->cr, shape);
}

static void
cairo_side_rectangle (DtlSurface *surface, const cairo_rectangle_t *area, double radius, const DtlPaint *paint)
{
  cairo_t *cr = get_cr (surface);
  Shape shape;

  if (radius <= 0)
    {
      cairo_rectangle (cr, area->x, area->y, area->width, area->height);
      paint_path (cr, paint);
      return;
    }
  memset (&shape, 0, sizeof shape);
  shape.kind = SHAPE_RECTANGLE;
  shape.n_points = 2;
  shape.radius = radius;
  shape.points[0] = area->x;
  shape.points[1] = area->y;
  shape.points[2] = area->x + area->width;
  shape.points[3] = area->y + area->height;
  paint_shape (surface, &shape, paint);
}

static void
cairo_side_circle (DtlSurface *surface, double cx, double cy, double radius, const DtlPaint *paint)
{
  Shape shape;

  memset (&shape, 0, sizeof shape);
  shape.kind = SHAPE_CIRCLE;
  shape.n_points = 1;
  shape.radius = radius;
  shape.points[0] = cx;
  shape.points[1] = cy;
  paint_shape (surface, &shape, paint);
}

static void
cairo_side_polygon (DtlSurface *surface, const double *points, guint n_points, gboolean closed, const DtlPaint *paint)
{
  cairo_t *cr = get_cr (surface);
  Shape shape;

  if (!closed || n_points > MAX_POINTS)
    {
      add_polygon (cr, points, n_points, closed);
      paint_path (cr, paint);
      return;
    }
  memset (&shape, 0, sizeof shape);
  shape.kind = SHAPE_POLYGON;
  shape.n_points = (int) n_points;
  memcpy (shape.points, points, 2 * n_points * sizeof *points);
  paint_shape (surface, &shape, paint);
}

static void
cairo_side_curve (DtlSurface *surface, const double points[8], const DtlPaint *paint)
{
  cairo_t *cr = get_cr (surface);

  cairo_move_to (cr, points[0], points[1]);
  cairo_curve_to (cr, points[2], points[3], points[4], points[5], points[6], points[7]);
  paint_path (cr, paint);
}

static void
cairo_side_rounded_line (DtlSurface *surface,
                         const double *points,
                         guint n_points,
                         double radius,
                         const DtlPaint *paint)
{
  cairo_t *cr = get_cr (surface);

  cairo_move_to (cr, points[0], points[1]);
  for (guint i = 1; i + 1 < n_points; i++)
    {
      double curve[8];

      dtl_surface_round_corner (&points[(gsize) 2 * i], radius, curve);
      cairo_line_to (cr, curve[0], curve[1]);
      cairo_curve_to (cr, curve[2], curve[3], curve[4], curve[5], curve[6], curve[7]);
    }
  cairo_line_to (cr, points[(gsize) 2 * n_points - 2], points[(gsize) 2 * n_points - 1]);
  paint_path (cr, paint);
}

static void
cairo_side_gradient (DtlSurface *surface, const cairo_rectangle_t *area, DtlColour from, DtlColour to)
{
  cairo_t *cr = get_cr (surface);
  cairo_pattern_t *pattern = cairo_pattern_create_linear (area->x, 0, area->x + area->width, 0);

  cairo_pattern_add_color_stop_rgba (pattern, 0, from.red, from.green, from.blue, from.alpha);
  cairo_pattern_add_color_stop_rgba (pattern, 1, to.red, to.green, to.blue, to.alpha);
  cairo_set_source (cr, pattern);
  cairo_pattern_destroy (pattern);
  cairo_rectangle (cr, area->x, area->y, area->width, area->height);
  cairo_fill (cr);
}

static void
show_line (DtlSurfaceCairo *self, DtlTextLine *line, double x, double baseline, DtlColour colour)
{
  set_colour (self->cr, colour);
  cairo_move_to (self->cr, x, baseline);
  if (self->fills_outlines)
    {
      dtl_text_line_add_path (line, self->cr);
      cairo_fill (self->cr);
    }
  else
    dtl_text_line_show (line, self->cr);
  cairo_new_path (self->cr);
}

static DtlTextLine *
get_line (DtlSurface *surface, DtlTextStyle style, const char *text)
{
  DtlTextLine *line = dtl_text_pango_find_line (surface->text, style, text);
  g_autofree char *clean = NULL;

  /* What has a line was clean. */
  if (line != NULL)
    return line;
  clean = dtl_surface_dup_clean_text (text);
  return dtl_text_pango_get_line (surface->text, style, clean);
}

static void
cairo_side_text (DtlSurface *surface,
                 DtlTextStyle style,
                 double x,
                 double y,
                 DtlTextAlign align,
                 DtlColour colour,
                 const char *text)
{
  DtlTextLine *line = get_line (surface, style, text);
  double width_px = (double) dtl_text_line_get_width (line) / PANGO_SCALE;

  if (align == DTL_ALIGN_MIDDLE)
    x = round (x - width_px / 2);
  else if (align == DTL_ALIGN_END)
    x = round (x - width_px);
  show_line ((DtlSurfaceCairo *) surface, line, x, y + dtl_text_pango_get_baseline_px (surface->text, style), colour);
}

static void
cairo_side_text_vertical (DtlSurface *surface,
                          DtlTextStyle style,
                          double x,
                          double y,
                          DtlColour colour,
                          const char *text)
{
  DtlTextLine *line = get_line (surface, style, text);
  cairo_t *cr = get_cr (surface);

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_rotate (cr, -G_PI_2);
  show_line ((DtlSurfaceCairo *) surface, line, 0, dtl_text_pango_get_baseline_px (surface->text, style), colour);
  cairo_restore (cr);
}

static void
cairo_side_push_clip (DtlSurface *surface, const cairo_rectangle_t *area)
{
  cairo_t *cr = get_cr (surface);

  cairo_save (cr);
  cairo_rectangle (cr, area->x, area->y, area->width, area->height);
  cairo_clip (cr);
}

static void
cairo_side_pop_clip (DtlSurface *surface)
{
  cairo_restore (get_cr (surface));
}

/* A string as it stands between ' in the attributes of a tag. */
static char *
quote_attribute (const char *value)
{
  GString *quoted = g_string_new (NULL);

  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '\'' || *p == '\\')
        g_string_append_c (quoted, '\\');
      g_string_append_c (quoted, *p);
    }
  return g_string_free (quoted, FALSE);
}

static void
cairo_side_begin_link (DtlSurface *surface, const char *uri, const char *destination)
{
  DtlSurfaceCairo *self = (DtlSurfaceCairo *) surface;
  g_autofree char *quoted = quote_attribute (destination != NULL ? destination : uri);
  g_autofree char *attributes = g_strdup_printf (destination != NULL ? "dest='%s'" : "uri='%s'", quoted);

  if (self->has_tags)
    cairo_tag_begin (self->cr, CAIRO_TAG_LINK, attributes);
}

static void
cairo_side_end_link (DtlSurface *surface)
{
  DtlSurfaceCairo *self = (DtlSurfaceCairo *) surface;

  if (self->has_tags)
    cairo_tag_end (self->cr, CAIRO_TAG_LINK);
}

static void
cairo_side_destination (DtlSurface *surface, const char *name, double x, double y)
{
  DtlSurfaceCairo *self = (DtlSurfaceCairo *) surface;
  g_autofree char *quoted = quote_attribute (name);
  g_autofree char *attributes = NULL;
  char x_text[G_ASCII_DTOSTR_BUF_SIZE];
  char y_text[G_ASCII_DTOSTR_BUF_SIZE];

  if (!self->has_tags)
    return;
  /* Attributes are in the units of the page, not of the user. */
  cairo_user_to_device (self->cr, &x, &y);
  attributes = g_strdup_printf ("name='%s' x=%s y=%s", quoted, g_ascii_formatd (x_text, sizeof x_text, "%.2f", x),
                                g_ascii_formatd (y_text, sizeof y_text, "%.2f", y));
  cairo_tag_begin (self->cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (self->cr, CAIRO_TAG_DEST);
}

/* Groups are the structure of a PDF. Without any, Cairo 1.16 refers from links to a structure that it does not write.
 */
static void
cairo_side_begin_group (DtlSurface *surface, const char *id, const char *title)
{
  DtlSurfaceCairo *self = (DtlSurfaceCairo *) surface;

  if (self->has_tags)
    cairo_tag_begin (self->cr, "Div", NULL);
}

static void
cairo_side_end_group (DtlSurface *surface)
{
  DtlSurfaceCairo *self = (DtlSurfaceCairo *) surface;

  if (self->has_tags)
    cairo_tag_end (self->cr, "Div");
}

static void
cairo_side_free (DtlSurface *surface)
{
  dtl_text_pango_unref (surface->text);
  cairo_destroy (get_cr (surface));
  g_free (surface);
}

static const DtlSurfaceClass cairo_class = {
  .free = cairo_side_free,
  .rectangle = cairo_side_rectangle,
  .circle = cairo_side_circle,
  .polygon = cairo_side_polygon,
  .curve = cairo_side_curve,
  .rounded_line = cairo_side_rounded_line,
  .gradient = cairo_side_gradient,
  .text = cairo_side_text,
  .text_vertical = cairo_side_text_vertical,
  .push_clip = cairo_side_push_clip,
  .pop_clip = cairo_side_pop_clip,
  .begin_link = cairo_side_begin_link,
  .end_link = cairo_side_end_link,
  .destination = cairo_side_destination,
  .begin_group = cairo_side_begin_group,
  .end_group = cairo_side_end_group,
};

DtlSurface *
dtl_surface_new_cairo (cairo_t *cr, DtlTextPango *text)
{
  DtlSurfaceCairo *self;
  cairo_surface_type_t type;

  g_return_val_if_fail (cr != NULL && text != NULL, NULL);
  self = g_new0 (DtlSurfaceCairo, 1);
  type = cairo_surface_get_type (cairo_get_target (cr));
  self->surface.class = &cairo_class;
  self->surface.text = dtl_text_pango_ref (text);
  self->cr = cairo_reference (cr);
  self->has_tags = type == CAIRO_SURFACE_TYPE_PDF;
  self->fills_outlines = type == CAIRO_SURFACE_TYPE_IMAGE && dtl_text_pango_is_for_files (text);
  return &self->surface;
}

DtlSurface *
dtl_surface_new_cairo_with_sprites (cairo_t *cr, DtlTextPango *text, DtlSprites *sprites)
{
  DtlSurface *self = dtl_surface_new_cairo (cr, text);

  ((DtlSurfaceCairo *) self)->sprites = sprites;
  return self;
}
