/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a side of a surface implements, and what both sides share; for this folder only. */
#pragma once

#include "render/dtl-surface.h"

G_BEGIN_DECLS

/** DtlSurfaceClass: the operations of dtl-surface.h, with arguments already checked. Links, clips and groups come in
 * pairs. */
typedef struct
{
  void (*free) (DtlSurface *self);
  void (*rectangle) (DtlSurface *self, const cairo_rectangle_t *area, double radius, const DtlPaint *paint);
  void (*circle) (DtlSurface *self, double cx, double cy, double radius, const DtlPaint *paint);
  void (*polygon) (DtlSurface *self, const double *points, guint n_points, gboolean closed, const DtlPaint *paint);
  void (*curve) (DtlSurface *self, const double points[8], const DtlPaint *paint);
  void (*rounded_line) (DtlSurface *self, const double *points, guint n_points, double radius, const DtlPaint *paint);
  void (*gradient) (DtlSurface *self, const cairo_rectangle_t *area, DtlColour from, DtlColour to);
  void (*text) (DtlSurface *self,
                DtlTextStyle style,
                double x,
                double y,
                DtlTextAlign align,
                DtlColour colour,
                const char *text);
  void (*text_vertical) (DtlSurface *self, DtlTextStyle style, double x, double y, DtlColour colour, const char *text);
  void (*push_clip) (DtlSurface *self, const cairo_rectangle_t *area);
  void (*pop_clip) (DtlSurface *self);
  void (*begin_link) (DtlSurface *self, const char *uri, const char *destination);
  void (*end_link) (DtlSurface *self);
  void (*destination) (DtlSurface *self, const char *name, double x, double y);
  void (*begin_group) (DtlSurface *self, const char *id, const char *title);
  void (*end_group) (DtlSurface *self);
  gboolean names_groups; /* whether id and title of a group come to anything */
} DtlSurfaceClass;

/** DtlLinkState: links do not nest; one that leads nowhere is not begun, yet its end comes. */
typedef enum
{
  DTL_LINK_NONE,
  DTL_LINK_EMPTY,
  DTL_LINK_OPEN,
} DtlLinkState;

struct _DtlSurface
{
  const DtlSurfaceClass *class;
  DtlTextPango *text;
  int n_clips;
  int n_groups;
  DtlLinkState link;
};

/* @uri percent-encoded where it is not ASCII, or NULL if it is not one that a reader should be led to: only http,
 * https, ftp and mailto are. (transfer full) */
char *dtl_surface_dup_safe_uri (const char *uri);
/* The curve that rounds a corner of a line: begin, two controls, end. @corner: with a point before and behind it */
void dtl_surface_round_corner (const double *corner, double radius, double curve[8]);
/* @text as valid UTF-8 without control characters; tabs and line breaks become spaces. (transfer full) */
char *dtl_surface_dup_clean_text (const char *text);

G_END_DECLS
