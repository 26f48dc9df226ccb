/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One picture being composed: the timeline placed in its width, the legend's entries, the columns of words and how high
 * each is. For this folder only. */
#pragma once

#include "render/dtl-flow-private.h"
#include "render/dtl-legend-private.h"
#include "render/dtl-picture.h"

G_BEGIN_DECLS

/** DtlNumberedMeasure: the measurer that layout is given: titles are wider by the room of a passage's number, so that
 * the number never runs into another label. */
typedef struct
{
  DtlTextMeasure measure;
  DtlTextMeasure *inner;
  int room_px;
  GCancellable *cancellable; /* (nullable): once it is cancelled nothing is measured, so that a layout soon ends */
} DtlNumberedMeasure;

/**
 * DtlComposition:
 * @margin_px: around everything
 * @content_px: width between the margins
 * @text: of the page; @plot_text: of the timeline, smaller in the later steps
 * @step: how the labels are set
 * @most_rows: of a lane; 0 for as many as usual
 * @head: title and subtitle; @body: passages and sources; @foot: stamp
 * @body_sources_line: the line in @body where the sources begin; the number of lines if there are none
 * @printed: set of passage numbers that are on the picture; marks lead to no other
 * @paint: for the painter; its frame's height and scroll are set for each page
 * @x0_px, @x1_px: the plot's span in world pixels
 * @n_layouts: how many were made so far
 */
typedef struct
{
  const DtlPicture *picture;
  DtlTextPango *text;
  DtlTextPango *plot_text;
  DtlFitStep step;
  int most_rows;
  const DtlTheme *theme;
  DtlNumberedMeasure numbered;
  DtlLayout *layout;
  DtlPaintOptions paint;
  int margin_px;
  int content_px;
  DtlFlow *head;
  DtlFlow *body;
  DtlFlow *foot;
  guint body_sources_line;
  guint32 legend;
  int legend_px;
  GHashTable *printed;
  int64_t x0_px;
  int64_t x1_px;
  guint n_layouts;
} DtlComposition;

/** DtlPicturePage: what stands on one page.
 * @has_timeline: lanes from @top_px to @bottom_px of the layout
 * @first_line, @n_lines: of the body
 */
typedef struct
{
  gboolean is_first;
  gboolean has_timeline;
  int top_px;
  int bottom_px;
  guint first_line;
  guint n_lines;
} DtlPicturePage;

struct _DtlPicturePages
{
  DtlComposition composition;
  GArray *pages; /* DtlPicturePage */
  DtlPictureFacts facts;
};

/* Reports, and says whether to go on. */
gboolean dtl_composition_go_on (const DtlComposition *self, DtlPicturePhase phase, double fraction);
/* FALSE with G_IO_ERROR_CANCELLED if it was stopped. */
gboolean dtl_composition_check (const DtlComposition *self, GError **error);

/* @self must not move in memory until it is cleared. FALSE if there is no room for a plot. */
gboolean dtl_composition_init (DtlComposition *self, const DtlPicture *picture, GError **error);
void dtl_composition_clear (DtlComposition *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DtlComposition, dtl_composition_clear)

/* Lays the timeline out so that the picture's span, labels included, fits the plot, and collects its legend; but not
 * that of very many events, which is to be collected once it is settled how these are laid out. @lane_extra_px is added
 * to the padding of every lane. */
void dtl_composition_place (DtlComposition *self, DtlFitStep step, int lane_extra_px);
void dtl_composition_collect_legend (DtlComposition *self);

/* dtl-picture-fit.c: places the timeline by the first step that fits the picture's height. @lanes_room_px gets the
 * height that lanes may take. Returns: whether they fit */
gboolean dtl_composition_fit (DtlComposition *self, int *lanes_room_px);
/* How high the plot is where all lanes are in @room_px: as high as that, unless it is hardly more than they need. */
int dtl_composition_extend_px (const DtlComposition *self, int room_px);
double dtl_fit_step_get_scale (DtlFitStep step);
gboolean dtl_fit_step_is_inline (DtlFitStep step);
/* Everything but lanes and body. */
int dtl_composition_get_frame_px (const DtlComposition *self);

/* The part of the layout that the picture shows: all lanes, or those that were asked for. */
void dtl_composition_get_lane_range (const DtlComposition *self, guint *first, guint *end);
int dtl_composition_get_lanes_top_px (const DtlComposition *self);
int dtl_composition_get_lanes_bottom_px (const DtlComposition *self);
int dtl_composition_get_lanes_px (const DtlComposition *self);

/* Heights of the parts, with the gap below each; 0 for what there is not. */
int dtl_composition_get_head_px (const DtlComposition *self);
int dtl_composition_get_foot_px (const DtlComposition *self);
int dtl_composition_get_fixed_px (const DtlComposition *self); /* axis and shelf */
int dtl_composition_get_body_px (const DtlComposition *self);
int dtl_composition_get_notes_px (const DtlComposition *self);
int dtl_composition_get_legend_px (const DtlComposition *self);

/* Where the lanes are best cut when @top_px is at the plot's top and @room_px is its height: between items, as far down
 * as there are any; between lanes where that hides none. Never beyond the last lane; always at least one pixel further
 * than @top_px. */
int dtl_composition_find_cut_px (DtlComposition *self, int top_px, int room_px);

/* Painting; y below what was painted is returned. */
void dtl_composition_paint_background (const DtlComposition *self, DtlSurface *surface, int width_px, int height_px);
int dtl_composition_paint_head (const DtlComposition *self, DtlSurface *surface, int y_px);
/* Lanes from @top_px to @bottom_px of the layout. */
int dtl_composition_paint_timeline (DtlComposition *self, DtlSurface *surface, int y_px, int top_px, int bottom_px);
int dtl_composition_paint_legend (const DtlComposition *self, DtlSurface *surface, int y_px);
/* One line of counts of what is not on the picture. */
int dtl_composition_paint_notes (DtlComposition *self, DtlSurface *surface, int y_px, const DtlPictureFacts *facts);
/* @page: from 1, or 0 for no number */
void dtl_composition_paint_foot (const DtlComposition *self, DtlSurface *surface, int height_px, guint page);

/* The body: passages and sources as lines. */
void dtl_composition_fill_body (DtlComposition *self);

/* dtl-picture-count.c: what is on the picture whose lanes end at @cut_px, with the body from @first_left_line left out.
 */
void dtl_composition_count (DtlComposition *self, int cut_px, guint first_left_line, DtlPictureFacts *facts);

/* dtl-picture-pages.c: cuts the picture into pages. */
gboolean dtl_picture_pages_plan (DtlPicturePages *self, GError **error);
void dtl_picture_pages_paint_page (DtlPicturePages *self, guint page, DtlSurface *surface);
/* Where the foot of a page begins. */
int dtl_composition_get_page_bottom_px (const DtlComposition *self);

/* A PDF of the first @n_pages pages. */
GBytes *dtl_picture_write_pdf (DtlPicturePages *self, guint n_pages, GError **error);

/* Adds text chunks (title, description) to a PNG. Both are (nullable) and in UTF-8. (transfer full) */
GBytes *dtl_png_add_texts (GBytes *png, const char *title, const char *description, const char *language);
/* Gives a PDF with a plain cross-reference table its language, and its dates the prefix that they need; a PDF of
 * another form comes back as it is. (transfer full) */
GBytes *dtl_pdf_update (GBytes *pdf, const char *language);

G_END_DECLS
