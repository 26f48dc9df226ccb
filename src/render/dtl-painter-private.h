/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the painter share: one picture being painted, places on it, and small strokes. For this folder
 * only. */
#pragma once

#include "render/dtl-painter.h"

G_BEGIN_DECLS

/* The stripe of a lane's colour at its left; a header no wider than this has no names. */
#define DTL_PAINTER_STRIPE_PX 5

/**
 * DtlPainter: one picture while it is painted, on the stack.
 * @offset_px: world pixel at the plot's left edge, whole
 * @plot_x, @plot_y: the plot's top left on the surface; @plot_width, @plot_height: its size
 */
typedef struct
{
  const DtlPaintOptions *options;
  DtlSurface *surface; /* NULL while only places are asked for */
  DtlLayout *layout;
  const DtlTheme *theme;
  DtlTextPango *text;
  DtlTextMeasure *measure;
  DtlLayoutMetrics metrics;
  int64_t offset_px;
  int plot_x;
  int plot_y;
  int plot_width;
  int plot_height;
  int seen_y; /* what of the plot is not covered by names and notes that stand over it */
  int seen_height;
} DtlPainter;

/** DtlItemLook: the colours of one item, from its lane. */
typedef struct
{
  DtlColour fill;
  DtlColour outline;
  DtlColour background;
} DtlItemLook;

/** DtlNote: a count of what is not seen, as a pill on the plot. */
typedef struct
{
  DtlPainterHit hit;
  char *text;
  int x_px;
  int y_px;
  int width_px;
  int height_px;
} DtlNote;

void dtl_painter_init (DtlPainter *self, const DtlPaintOptions *options, DtlSurface *surface);

/* World pixels to the surface; far outside the plot they stop, so that nothing overflows. */
double dtl_painter_x (const DtlPainter *self, int64_t world_px);
double dtl_painter_y (const DtlPainter *self, int y_px);
int dtl_painter_width (const DtlPainter *self, DtlTextStyle style, const char *text);
int dtl_painter_line_height (const DtlPainter *self, DtlTextStyle style);
gboolean dtl_painter_has_header (const DtlPainter *self);
/* Pixels kept free behind a title for the number of its passage. */
int dtl_painter_get_number_room (DtlTextPango *text);
DtlColour dtl_painter_colour (const DtlPainter *self, DtlThemeColour colour);

/* Strokes. Lines one pixel thick are filled rectangles, so that they are sharp. */
void dtl_painter_fill (const DtlPainter *self, double x, double y, double width, double height, DtlColour colour);
void dtl_painter_pill (const DtlPainter *self,
                       double x,
                       double y,
                       double width,
                       double height,
                       DtlColour fill,
                       DtlColour stroke);
DtlColour dtl_colour_with_alpha (DtlColour colour, double alpha);
/* @share_of_b: 0 to 1 */
DtlColour dtl_colour_mix (DtlColour a, DtlColour b, double share_of_b);

/* Parts of the picture. */
void dtl_painter_paint_axis (const DtlPainter *self);
void dtl_painter_paint_grid (const DtlPainter *self);
/* Bands of eras, behind everything in the plot, and the strip with their names, in the axis. */
void dtl_painter_paint_era_bands (const DtlPainter *self);
void dtl_painter_paint_era_strip (const DtlPainter *self);
/* How high the strip is for so many rows. */
int dtl_painter_get_era_strip_px (DtlTextMeasure *measure, int n_strips);
/** DtlEraName: a name in the strip. */
typedef struct
{
  uint32_t row;
  cairo_rectangle_t box;
} DtlEraName;
/* (element-type DtlEraName) (transfer full) */
GArray *dtl_painter_get_era_names (const DtlPainter *self);
/* The "+n" of eras in view whose names have no place. Returns: how many; @box: (out): where, if there are any */
guint dtl_painter_get_more_eras (const DtlPainter *self, cairo_rectangle_t *box);
/* A band as the legend shows it. */
void dtl_painter_paint_era_sample (const DtlPainter *self, double x, double y, double width, double height);
/* The line at the day it is: in the plot, and its label in the axis. */
void dtl_painter_paint_now_line (const DtlPainter *self);
gboolean dtl_painter_get_now_label_span (const DtlPainter *self, double *x0, double *x1);
void dtl_painter_paint_now_label (const DtlPainter *self);
void dtl_painter_paint_shelf (const DtlPainter *self);
void dtl_painter_paint_lanes (const DtlPainter *self);
void dtl_painter_paint_lane_names (const DtlPainter *self);
void dtl_painter_paint_item (const DtlPainter *self, const DtlItem *item);
void dtl_painter_paint_ties (const DtlPainter *self, GPtrArray *items, uint32_t selected_row);
/* Whether the picture has ties without anything being selected. */
gboolean dtl_painter_has_ties (const DtlPainter *self, GPtrArray *items);
/* Links of all items in view, where they are wanted; and in the overlay those of the selected event. */
void dtl_painter_paint_links (const DtlPainter *self, const GPtrArray *items);
void dtl_painter_paint_selected_links (const DtlPainter *self, const GPtrArray *items);
/* A link as a line with the arrow's head at its end. @points: x, y pairs on the surface, at least two */
void dtl_painter_paint_link (const DtlPainter *self,
                             DtlLinkType type,
                             const double *points,
                             guint n_points,
                             DtlColour colour);
/* (element-type DtlPlacedLink) (transfer full) */
GArray *
dtl_painter_get_links (const DtlPainter *self, const GPtrArray *items, uint32_t selected_row, gboolean shows_all);
/* How many links there are of what is in view; 0 where all are drawn that are wanted. */
guint dtl_painter_count_cut_links (const DtlPainter *self);
void dtl_painter_paint_notes (const DtlPainter *self);

/* --- dtl-paint-folds.c: the breaks of folds --- */

/* The first break right of @from_px that begins before @to_px and is in view; world pixels. (nullable) */
const DtlScaleFold *dtl_painter_next_break (const DtlPainter *self, int64_t from_px, int64_t to_px);
/* A strip with edges like torn paper; @x1 is where its right edge begins, @step_px how far edges go out and in. */
void dtl_paint_torn_strip (DtlSurface *surface,
                           double x0,
                           double x1,
                           double top,
                           double bottom,
                           int step_px,
                           DtlColour body,
                           DtlColour edge);
void dtl_painter_paint_axis_folds (const DtlPainter *self, double top, double bottom);
/* Strips through the plot, with words where none of @items goes through. */
void dtl_painter_paint_folds (const DtlPainter *self, GPtrArray *items);
/* @alpha: how opaque, 1 but in breaks */
typedef void (*DtlPieceFunc) (const DtlPainter *self, double alpha, gpointer user_data);
/* Has something painted that reaches from @x0_px to @x1_px: clipped to what is between the breaks, and if wanted once
 * more in these. */
void dtl_painter_paint_in_pieces (const DtlPainter *self,
                                  int64_t x0_px,
                                  int64_t x1_px,
                                  gboolean is_faint_between,
                                  DtlPieceFunc paint,
                                  gpointer user_data);
/* The dotted line in the breaks for what goes through them. */
void
dtl_painter_paint_dots_in_breaks (const DtlPainter *self, int64_t x0_px, int64_t x1_px, double y, DtlColour colour);

/* Items that can be seen: those of the plot's span whose y touches the plot. (transfer container) */
GPtrArray *dtl_painter_get_items (const DtlPainter *self);
/* How an item or a mark of this palette index looks. */
void dtl_painter_get_look (const DtlPainter *self, int colour, DtlItemLook *look);

/* Shapes, also used by the legend; @x, @y is the middle. */
void dtl_painter_paint_mark (const DtlPainter *self,
                             const DtlItemLook *look,
                             DtlMarkShape shape,
                             gboolean is_hollow,
                             double x,
                             double y);
/* The hollow band of an unknown day, and a bar; @mark says how they end, @x0 to @x1 is their place on the surface, @y
 * their middle. */
void dtl_painter_paint_band (const DtlPainter *self,
                             const DtlItemLook *look,
                             const DtlPlacedMark *mark,
                             double x0,
                             double x1,
                             double y);
void dtl_painter_paint_bar (const DtlPainter *self,
                            const DtlItemLook *look,
                            const DtlPlacedMark *mark,
                            double x0,
                            double solid_x0,
                            double solid_x1,
                            double x1,
                            double y);
void dtl_painter_paint_competing_sign (const DtlPainter *self, double x, double y, gboolean is_beside);
void dtl_painter_paint_alleged_sign (const DtlPainter *self, double x, double y);

/* What a search found, above the picture. @items: those in view. */
void dtl_painter_paint_hits (const DtlPainter *self, GPtrArray *items);

/* The shelf's items and where they start on the surface. (element-type DtlShelfItem) (transfer full) */
GArray *dtl_painter_get_shelf (const DtlPainter *self, int *x_px, guint *n_more, int *more_x_px);
int dtl_painter_get_more_width (const DtlPainter *self, guint n_more);
void dtl_painter_get_shelf_rows (const DtlPainter *self, int *y_px, int *height_px);

/* Whether the column of names has a part of one between two heights on the surface. */
gboolean dtl_painter_has_name_between (const DtlPainter *self, double y0, double y1);

/* (element-type DtlNote) (transfer full) */
GArray *dtl_painter_get_notes (const DtlPainter *self);
/* How high the strip of notes is; 0 where they stand on the plot. */
int dtl_painter_get_strip_px (const DtlPainter *self);
/* How far the name of a lane that stays in view reaches into the plot; 0 where it has a column, or stands in its place.
 */
int dtl_painter_get_pinned_px (const DtlPainter *self);

G_END_DECLS
