/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where drawing goes: an interface of few operations, with a Cairo and an SVG side, so that one painter makes them all.
 * Coordinates are pixels of the picture (72 a inch on paper at scale 0.75). Every operation is complete in itself. */
#pragma once

#include <cairo.h>

#include "render/dtl-text-pango.h"
#include "render/dtl-theme.h"

G_BEGIN_DECLS

typedef struct _DtlSurface DtlSurface;

/** DtlTextAlign: where @x stands in a text. */
typedef enum
{
  DTL_ALIGN_START,
  DTL_ALIGN_MIDDLE,
  DTL_ALIGN_END,
} DtlTextAlign;

typedef struct
{
  gboolean has_fill;
  DtlColour fill;
  gboolean has_stroke;
  DtlColour stroke;
  double stroke_width;
  double dash_px; /* 0: solid */
} DtlPaint;

/* Small shapes that were drawn before, kept from frame to frame. @scale: pixels of the device a pixel. */
typedef struct _DtlSprites DtlSprites;
DtlSprites *dtl_sprites_new (double scale);
void dtl_sprites_free (DtlSprites *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlSprites, dtl_sprites_free)

/* On Cairo. @cr is kept referenced; @text makes and keeps the layouts. */
DtlSurface *dtl_surface_new_cairo (cairo_t *cr, DtlTextPango *text);
/* The same for a screen, where the same shapes come again and again. @sprites: borrowed */
DtlSurface *dtl_surface_new_cairo_with_sprites (cairo_t *cr, DtlTextPango *text, DtlSprites *sprites);
/* As SVG 1.1 with real text. The document is got with dtl_surface_svg_finish(). @title, @description: (nullable) */
DtlSurface *dtl_surface_new_svg (double width,
                                 double height,
                                 DtlTextPango *text,
                                 const char *title,
                                 const char *description,
                                 const char *language);
/* Text is set with @text from here on: another size on the same page. It must be one of the same context. */
void dtl_surface_set_text (DtlSurface *self, DtlTextPango *text);
void dtl_surface_free (DtlSurface *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlSurface, dtl_surface_free)
GBytes *dtl_surface_svg_finish (DtlSurface *self);

void dtl_surface_rectangle (DtlSurface *self,
                            double x,
                            double y,
                            double width,
                            double height,
                            double radius,
                            const DtlPaint *paint);
void dtl_surface_circle (DtlSurface *self, double cx, double cy, double radius, const DtlPaint *paint);
/* @points: x, y pairs */
void
dtl_surface_polygon (DtlSurface *self, const double *points, guint n_points, gboolean closed, const DtlPaint *paint);
void dtl_surface_curve (DtlSurface *self,
                        double x0,
                        double y0,
                        double x1,
                        double y1,
                        double x2,
                        double y2,
                        double x3,
                        double y3,
                        const DtlPaint *paint);
/* A line with round corners. @points: x, y pairs, at least two; @radius: of the corners, less where there is no room */
void
dtl_surface_rounded_line (DtlSurface *self, const double *points, guint n_points, double radius, const DtlPaint *paint);
/* A bar whose colour fades from @from (at x) to @to (at x + width). */
void
dtl_surface_gradient (DtlSurface *self, double x, double y, double width, double height, DtlColour from, DtlColour to);
/* @y is the top of the line. */
void dtl_surface_text (DtlSurface *self,
                       DtlTextStyle style,
                       double x,
                       double y,
                       DtlTextAlign align,
                       DtlColour colour,
                       const char *text);
/* The same, turned by 90 degrees against the clock, from bottom to top. */
void dtl_surface_text_vertical (DtlSurface *self,
                                DtlTextStyle style,
                                double x,
                                double y,
                                DtlColour colour,
                                const char *text);
void dtl_surface_push_clip (DtlSurface *self, double x, double y, double width, double height);
void dtl_surface_pop_clip (DtlSurface *self);
/* A link around what is drawn until end: @uri, or @destination within the document (marks to their numbered passages).
 */
void dtl_surface_begin_link (DtlSurface *self, const char *uri, const char *destination);
void dtl_surface_end_link (DtlSurface *self);
/* Names the place for links: on Cairo PDF a destination, in SVG an id. */
void dtl_surface_destination (DtlSurface *self, const char *name, double x, double y);
/* Groups what belongs together with a title for those who hover or listen (SVG <g><title>; structure in a PDF, where
 * links must stand in a group). */
void dtl_surface_begin_group (DtlSurface *self, const char *id, const char *title);
/* Whether id and title of a group come to anything here, and are worth making. */
gboolean dtl_surface_names_groups (const DtlSurface *self);
void dtl_surface_end_group (DtlSurface *self);

G_END_DECLS
