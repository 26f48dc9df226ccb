/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Surface that writes SVG 1.1, since Cairo's has no text: real <text>, links, titles; no script, no style sheet,
 * nothing from outside. Numbers have at most two decimals and a point whatever the locale. Clips and fades are numbered
 * from 1 in each document, so that the same picture is the same bytes. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "render/dtl-surface-private.h"

typedef struct
{
  DtlSurface surface;
  GString *body;
  double width;
  double height;
  char *title;
  char *description;
  char *language;
  GHashTable *ids; /* set of char*, those that are taken */
  guint n_clips;
  guint n_fades;
  gboolean has_links;
} DtlSurfaceSvg;

static DtlSurfaceSvg *
svg (DtlSurface *surface)
{
  return (DtlSurfaceSvg *) surface;
}

static void
add_number (GString *out, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", value);
  end = buffer + strlen (buffer);
  while (end[-1] == '0')
    *--end = '\0';
  if (end[-1] == '.')
    *--end = '\0';
  g_string_append (out, strcmp (buffer, "-0") == 0 ? "0" : buffer);
}

static void
add_number_attribute (GString *out, const char *name, double value)
{
  g_string_append_printf (out, " %s=\"", name);
  add_number (out, value);
  g_string_append_c (out, '"');
}

static void
add_escaped (GString *out, const char *text)
{
  g_autofree char *clean = dtl_surface_dup_clean_text (text);
  g_autofree char *escaped = g_markup_escape_text (clean, -1);

  g_string_append (out, escaped);
}

static void
add_text_attribute (GString *out, const char *name, const char *value)
{
  g_string_append_printf (out, " %s=\"", name);
  add_escaped (out, value);
  g_string_append_c (out, '"');
}

static void
add_element (GString *out, const char *name, const char *text)
{
  g_string_append_printf (out, "<%s>", name);
  add_escaped (out, text);
  g_string_append_printf (out, "</%s>\n", name);
}

/* "fill" and "fill-opacity", "stop-color" and "stop-opacity"... */
static void
add_colour (GString *out, const char *name, const char *opacity_name, DtlColour colour)
{
  g_string_append_printf (out, " %s=\"#%02x%02x%02x\"", name, (guint) lround (colour.red * 255),
                          (guint) lround (colour.green * 255), (guint) lround (colour.blue * 255));
  if (colour.alpha < 1)
    add_number_attribute (out, opacity_name, colour.alpha);
}

static void
end_shape (GString *out, const DtlPaint *paint)
{
  if (paint->has_fill)
    add_colour (out, "fill", "fill-opacity", paint->fill);
  else
    g_string_append (out, " fill=\"none\"");
  if (paint->has_stroke)
    {
      add_colour (out, "stroke", "stroke-opacity", paint->stroke);
      add_number_attribute (out, "stroke-width", paint->stroke_width);
      if (paint->dash_px > 0)
        add_number_attribute (out, "stroke-dasharray", paint->dash_px);
    }
  g_string_append (out, "/>\n");
}

static void
add_area (GString *out, const cairo_rectangle_t *area)
{
  add_number_attribute (out, "x", area->x);
  add_number_attribute (out, "y", area->y);
  add_number_attribute (out, "width", area->width);
  add_number_attribute (out, "height", area->height);
}

static void
svg_side_rectangle (DtlSurface *surface, const cairo_rectangle_t *area, double radius, const DtlPaint *paint)
{
  GString *out = svg (surface)->body;

  g_string_append (out, "<rect");
  add_area (out, area);
  if (radius > 0)
    add_number_attribute (out, "rx", radius);
  end_shape (out, paint);
}

static void
svg_side_circle (DtlSurface *surface, double cx, double cy, double radius, const DtlPaint *paint)
{
  GString *out = svg (surface)->body;

  g_string_append (out, "<circle");
  add_number_attribute (out, "cx", cx);
  add_number_attribute (out, "cy", cy);
  add_number_attribute (out, "r", radius);
  end_shape (out, paint);
}

static void
add_points (GString *out, const double *points, guint n_points)
{
  for (guint i = 0; i < 2 * n_points; i++)
    {
      if (i > 0)
        g_string_append_c (out, i % 2 == 1 ? ',' : ' ');
      add_number (out, points[i]);
    }
}

static void
svg_side_polygon (DtlSurface *surface, const double *points, guint n_points, gboolean closed, const DtlPaint *paint)
{
  GString *out = svg (surface)->body;

  g_string_append (out, closed ? "<polygon points=\"" : "<polyline points=\"");
  add_points (out, points, n_points);
  g_string_append_c (out, '"');
  end_shape (out, paint);
}

static void
svg_side_curve (DtlSurface *surface, const double points[8], const DtlPaint *paint)
{
  GString *out = svg (surface)->body;

  g_string_append (out, "<path d=\"M");
  add_points (out, points, 1);
  g_string_append_c (out, 'C');
  add_points (out, points + 2, 3);
  g_string_append_c (out, '"');
  end_shape (out, paint);
}

static void
svg_side_rounded_line (DtlSurface *surface, const double *points, guint n_points, double radius, const DtlPaint *paint)
{
  GString *out = svg (surface)->body;

  g_string_append (out, "<path d=\"M");
  add_points (out, points, 1);
  for (guint i = 1; i + 1 < n_points; i++)
    {
      double curve[8];

      dtl_surface_round_corner (&points[(gsize) 2 * i], radius, curve);
      g_string_append_c (out, 'L');
      add_points (out, curve, 1);
      g_string_append_c (out, 'C');
      add_points (out, curve + 2, 3);
    }
  g_string_append_c (out, 'L');
  add_points (out, &points[(gsize) 2 * n_points - 2], 1);
  g_string_append_c (out, '"');
  end_shape (out, paint);
}

static void
add_stop (GString *out, const char *offset, DtlColour colour)
{
  g_string_append_printf (out, "<stop offset=\"%s\"", offset);
  add_colour (out, "stop-color", "stop-opacity", colour);
  g_string_append (out, "/>");
}

static void
svg_side_gradient (DtlSurface *surface, const cairo_rectangle_t *area, DtlColour from, DtlColour to)
{
  DtlSurfaceSvg *self = svg (surface);
  GString *out = self->body;

  g_string_append_printf (out, "<linearGradient id=\"fade-%u\">", ++self->n_fades);
  add_stop (out, "0", from);
  add_stop (out, "1", to);
  g_string_append (out, "</linearGradient>\n<rect");
  add_area (out, area);
  g_string_append_printf (out, " fill=\"url(#fade-%u)\"/>\n", self->n_fades);
}

static void
add_font (GString *out, const PangoFontDescription *font)
{
  add_number_attribute (out, "font-size", (double) pango_font_description_get_size (font) / PANGO_SCALE);
  if (pango_font_description_get_weight (font) >= PANGO_WEIGHT_BOLD)
    g_string_append (out, " font-weight=\"bold\"");
  if (pango_font_description_get_style (font) != PANGO_STYLE_NORMAL)
    g_string_append (out, " font-style=\"italic\"");
}

/* The width is told too, so that labels keep clear of each other where the font is another. */
static void
end_text (DtlSurfaceSvg *self, DtlTextStyle style, DtlColour colour, const char *text)
{
  g_autofree char *clean = dtl_surface_dup_clean_text (text);
  const DtlTextLine *line = dtl_text_pango_get_line (self->surface.text, style, clean);
  GString *out = self->body;

  add_font (out, dtl_text_pango_get_font (self->surface.text, style));
  add_number_attribute (out, "textLength", (double) dtl_text_line_get_width (line) / PANGO_SCALE);
  g_string_append (out, " lengthAdjust=\"spacingAndGlyphs\"");
  add_colour (out, "fill", "fill-opacity", colour);
  g_string_append_c (out, '>');
  add_escaped (out, text);
  g_string_append (out, "</text>\n");
}

static void
svg_side_text (DtlSurface *surface,
               DtlTextStyle style,
               double x,
               double y,
               DtlTextAlign align,
               DtlColour colour,
               const char *text)
{
  static const char *const anchors[] = { "", " text-anchor=\"middle\"", " text-anchor=\"end\"" };
  GString *out = svg (surface)->body;

  g_string_append (out, "<text");
  add_number_attribute (out, "x", x);
  add_number_attribute (out, "y", y + dtl_text_pango_get_baseline_px (surface->text, style));
  g_string_append (out, anchors[align]);
  end_text (svg (surface), style, colour, text);
}

static void
svg_side_text_vertical (DtlSurface *surface, DtlTextStyle style, double x, double y, DtlColour colour, const char *text)
{
  GString *out = svg (surface)->body;

  g_string_append (out, "<text transform=\"translate(");
  add_number (out, x + dtl_text_pango_get_baseline_px (surface->text, style));
  g_string_append_c (out, ' ');
  add_number (out, y);
  g_string_append (out, ") rotate(-90)\"");
  end_text (svg (surface), style, colour, text);
}

static void
svg_side_push_clip (DtlSurface *surface, const cairo_rectangle_t *area)
{
  DtlSurfaceSvg *self = svg (surface);

  g_string_append_printf (self->body, "<clipPath id=\"clip-%u\"><rect", ++self->n_clips);
  add_area (self->body, area);
  g_string_append_printf (self->body, "/></clipPath>\n<g clip-path=\"url(#clip-%u)\">\n", self->n_clips);
}

static void
svg_side_end_g (DtlSurface *surface)
{
  g_string_append (svg (surface)->body, "</g>\n");
}

static void
svg_side_begin_link (DtlSurface *surface, const char *uri, const char *destination)
{
  DtlSurfaceSvg *self = svg (surface);
  g_autofree char *fragment = destination != NULL ? g_strconcat ("#", destination, NULL) : NULL;

  self->has_links = TRUE;
  g_string_append (self->body, "<a");
  add_text_attribute (self->body, "xlink:href", fragment != NULL ? fragment : uri);
  g_string_append (self->body, ">\n");
}

static void
svg_side_end_link (DtlSurface *surface)
{
  g_string_append (svg (surface)->body, "</a>\n");
}

/* An id that no other element has: the wanted one, else numbered. */
static void
add_id (DtlSurfaceSvg *self, const char *wanted)
{
  g_autofree char *id = g_strdup (wanted);

  for (guint i = 2; g_hash_table_contains (self->ids, id); i++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", wanted, i);
    }
  add_text_attribute (self->body, "id", id);
  g_hash_table_add (self->ids, g_steal_pointer (&id));
}

static void
svg_side_destination (DtlSurface *surface, const char *name, double x, double y)
{
  DtlSurfaceSvg *self = svg (surface);

  g_string_append (self->body, "<rect");
  add_id (self, name);
  add_number_attribute (self->body, "x", x);
  add_number_attribute (self->body, "y", y);
  g_string_append (self->body, " width=\"1\" height=\"1\" fill=\"none\"/>\n");
}

static void
svg_side_begin_group (DtlSurface *surface, const char *id, const char *title)
{
  DtlSurfaceSvg *self = svg (surface);

  g_string_append (self->body, "<g");
  if (id != NULL)
    add_id (self, id);
  g_string_append (self->body, ">\n");
  if (title != NULL)
    add_element (self->body, "title", title);
}

static void
svg_side_free (DtlSurface *surface)
{
  DtlSurfaceSvg *self = svg (surface);

  g_string_free (self->body, TRUE);
  g_hash_table_unref (self->ids);
  g_free (self->title);
  g_free (self->description);
  g_free (self->language);
  dtl_text_pango_unref (surface->text);
  g_free (self);
}

static const DtlSurfaceClass svg_class = {
  .names_groups = TRUE,
  .free = svg_side_free,
  .rectangle = svg_side_rectangle,
  .circle = svg_side_circle,
  .polygon = svg_side_polygon,
  .curve = svg_side_curve,
  .rounded_line = svg_side_rounded_line,
  .gradient = svg_side_gradient,
  .text = svg_side_text,
  .text_vertical = svg_side_text_vertical,
  .push_clip = svg_side_push_clip,
  .pop_clip = svg_side_end_g,
  .begin_link = svg_side_begin_link,
  .end_link = svg_side_end_link,
  .destination = svg_side_destination,
  .begin_group = svg_side_begin_group,
  .end_group = svg_side_end_g,
};

DtlSurface *
dtl_surface_new_svg (double width,
                     double height,
                     DtlTextPango *text,
                     const char *title,
                     const char *description,
                     const char *language)
{
  DtlSurfaceSvg *self;

  g_return_val_if_fail (width > 0 && height > 0 && text != NULL, NULL);
  self = g_new0 (DtlSurfaceSvg, 1);
  self->surface.class = &svg_class;
  self->surface.text = dtl_text_pango_ref (text);
  self->body = g_string_new (NULL);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->width = width;
  self->height = height;
  self->title = g_strdup (title);
  self->description = g_strdup (description);
  self->language = g_strdup (language != NULL ? language : "en");
  return &self->surface;
}

static void
add_viewbox (GString *out, double width, double height)
{
  g_string_append (out, " viewBox=\"0 0 ");
  add_number (out, width);
  g_string_append_c (out, ' ');
  add_number (out, height);
  g_string_append_c (out, '"');
}

/* "img" hides what is inside from those who listen, so a picture with links is a document. */
static void
add_head (DtlSurfaceSvg *self, GString *out)
{
  const PangoFontDescription *font = dtl_text_pango_get_font (self->surface.text, DTL_TEXT_TITLE);
  const char *family = pango_font_description_get_family (font);
  g_autofree char *families = g_strconcat (family != NULL ? family : "Sans", ", sans-serif", NULL);

  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\""
                        " xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\"");
  add_number_attribute (out, "width", self->width);
  add_number_attribute (out, "height", self->height);
  add_viewbox (out, self->width, self->height);
  add_text_attribute (out, "xml:lang", self->language);
  add_text_attribute (out, "role", self->has_links ? "graphics-document document" : "img");
  add_text_attribute (out, "font-family", families);
  g_string_append (out, ">\n");
  if (self->title != NULL)
    add_element (out, "title", self->title);
  if (self->description != NULL)
    add_element (out, "desc", self->description);
}

GBytes *
dtl_surface_svg_finish (DtlSurface *surface)
{
  DtlSurfaceSvg *self = svg (surface);
  GString *out;

  g_return_val_if_fail (surface != NULL && surface->class == &svg_class, NULL);
  g_return_val_if_fail (surface->n_clips == 0 && surface->n_groups == 0 && surface->link == DTL_LINK_NONE, NULL);
  out = g_string_sized_new (self->body->len + 1024);
  add_head (self, out);
  g_string_append_len (out, self->body->str, (gssize) self->body->len);
  g_string_append (out, "</svg>\n");
  return g_string_free_to_bytes (out);
}
