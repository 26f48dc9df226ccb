/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The interface of a surface: checks, pairing of links, clips and groups, and what both sides do to their words. The
 * drawing is in dtl-surface-cairo.c and dtl-surface-svg.c. */
#include "config.h"

#include "render/dtl-surface.h"

#include <math.h>
#include <string.h>

#include "render/dtl-surface-private.h"

void
dtl_surface_free (DtlSurface *self)
{
  if (self != NULL)
    self->class->free (self);
}

void
dtl_surface_set_text (DtlSurface *self, DtlTextPango *text)
{
  g_return_if_fail (self != NULL && text != NULL);
  dtl_text_pango_ref (text);
  dtl_text_pango_unref (self->text);
  self->text = text;
}

void
dtl_surface_rectangle (DtlSurface *self,
                       double x,
                       double y,
                       double width,
                       double height,
                       double radius,
                       const DtlPaint *paint)
{
  cairo_rectangle_t area = { x, y, width, height };

  g_return_if_fail (self != NULL && paint != NULL);
  if (width <= 0 || height <= 0)
    return;
  self->class->rectangle (self, &area, MIN (radius, MIN (width, height) / 2), paint);
}

void
dtl_surface_circle (DtlSurface *self, double cx, double cy, double radius, const DtlPaint *paint)
{
  g_return_if_fail (self != NULL && paint != NULL && radius > 0);
  self->class->circle (self, cx, cy, radius, paint);
}

void
dtl_surface_polygon (DtlSurface *self, const double *points, guint n_points, gboolean closed, const DtlPaint *paint)
{
  g_return_if_fail (self != NULL && points != NULL && n_points >= 2 && paint != NULL);
  self->class->polygon (self, points, n_points, closed, paint);
}

void
dtl_surface_curve (DtlSurface *self,
                   double x0,
                   double y0,
                   double x1,
                   double y1,
                   double x2,
                   double y2,
                   double x3,
                   double y3,
                   const DtlPaint *paint)
{
  double points[8] = { x0, y0, x1, y1, x2, y2, x3, y3 };

  g_return_if_fail (self != NULL && paint != NULL);
  self->class->curve (self, points, paint);
}

void
dtl_surface_rounded_line (DtlSurface *self, const double *points, guint n_points, double radius, const DtlPaint *paint)
{
  g_return_if_fail (self != NULL && points != NULL && n_points > 1 && paint != NULL);
  self->class->rounded_line (self, points, n_points, radius, paint);
}

/* The point at @corner that is @radius away from it on the way to @other, or half way where that is nearer. */
static void
step_from_corner (const double *corner, const double *other, double radius, double *point)
{
  double length = hypot (other[0] - corner[0], other[1] - corner[1]);
  double share = length > 0 ? MIN (radius / length, 0.5) : 0;

  point[0] = corner[0] + (other[0] - corner[0]) * share;
  point[1] = corner[1] + (other[1] - corner[1]) * share;
}

void
dtl_surface_round_corner (const double *corner, double radius, double curve[8])
{
  step_from_corner (corner, corner - 2, radius, curve);
  step_from_corner (corner, corner + 2, radius, curve + 6);
  for (int i = 0; i < 2; i++)
    {
      /* A cubic with the weight of a quarter of a circle. */
      curve[2 + i] = curve[i] + (corner[i] - curve[i]) * 0.55;
      curve[4 + i] = curve[6 + i] + (corner[i] - curve[6 + i]) * 0.55;
    }
}

void
dtl_surface_gradient (DtlSurface *self, double x, double y, double width, double height, DtlColour from, DtlColour to)
{
  cairo_rectangle_t area = { x, y, width, height };

  g_return_if_fail (self != NULL);
  if (width > 0 && height > 0)
    self->class->gradient (self, &area, from, to);
}

void
dtl_surface_text (DtlSurface *self,
                  DtlTextStyle style,
                  double x,
                  double y,
                  DtlTextAlign align,
                  DtlColour colour,
                  const char *text)
{
  g_return_if_fail (self != NULL && text != NULL);
  if (*text != '\0')
    self->class->text (self, style, x, y, align, colour, text);
}

void
dtl_surface_text_vertical (DtlSurface *self, DtlTextStyle style, double x, double y, DtlColour colour, const char *text)
{
  g_return_if_fail (self != NULL && text != NULL);
  if (*text != '\0')
    self->class->text_vertical (self, style, x, y, colour, text);
}

void
dtl_surface_push_clip (DtlSurface *self, double x, double y, double width, double height)
{
  cairo_rectangle_t area = { x, y, MAX (width, 0), MAX (height, 0) };

  g_return_if_fail (self != NULL);
  self->n_clips++;
  self->class->push_clip (self, &area);
}

void
dtl_surface_pop_clip (DtlSurface *self)
{
  g_return_if_fail (self != NULL && self->n_clips > 0);
  self->n_clips--;
  self->class->pop_clip (self);
}

void
dtl_surface_begin_link (DtlSurface *self, const char *uri, const char *destination)
{
  g_autofree char *safe_uri = NULL;

  g_return_if_fail (self != NULL && self->link == DTL_LINK_NONE);
  self->link = DTL_LINK_EMPTY;
  if (destination == NULL && uri != NULL)
    safe_uri = dtl_surface_dup_safe_uri (uri);
  if (destination == NULL && safe_uri == NULL)
    return;
  self->link = DTL_LINK_OPEN;
  self->class->begin_link (self, safe_uri, destination);
}

void
dtl_surface_end_link (DtlSurface *self)
{
  g_return_if_fail (self != NULL && self->link != DTL_LINK_NONE);
  if (self->link == DTL_LINK_OPEN)
    self->class->end_link (self);
  self->link = DTL_LINK_NONE;
}

void
dtl_surface_destination (DtlSurface *self, const char *name, double x, double y)
{
  g_return_if_fail (self != NULL && name != NULL);
  self->class->destination (self, name, x, y);
}

void
dtl_surface_begin_group (DtlSurface *self, const char *id, const char *title)
{
  g_return_if_fail (self != NULL);
  self->n_groups++;
  self->class->begin_group (self, id, title);
}

gboolean
dtl_surface_names_groups (const DtlSurface *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->class->names_groups;
}

void
dtl_surface_end_group (DtlSurface *self)
{
  g_return_if_fail (self != NULL && self->n_groups > 0);
  self->n_groups--;
  self->class->end_group (self);
}

char *
dtl_surface_dup_safe_uri (const char *uri)
{
  static const char *const schemes[] = { "http", "https", "ftp", "mailto" };
  g_autofree char *scheme = g_uri_parse_scheme (uri);

  for (guint i = 0; scheme != NULL && i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strcasecmp (scheme, schemes[i]) == 0)
      /* '%' is kept: what is encoded already stays so. */
      return g_uri_escape_string (uri, "%:/?#[]@!$&'()*+,;=", FALSE);
  return NULL;
}

char *
dtl_surface_dup_clean_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\t' || c == '\n' || c == '\r')
        g_string_append_c (clean, ' ');
      else if (c >= 0x20 && !(c >= 0x7f && c < 0xa0) && (c & 0xfffe) != 0xfffe)
        g_string_append_unichar (clean, c);
    }
  return g_string_free (clean, FALSE);
}
