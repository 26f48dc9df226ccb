/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture for a report: title, timeline, legend, numbered passages, sources, stamp; as PNG, PDF or SVG bytes.
 * Reproducible: no clock, no locale, no environment; the same arguments give the same bytes on the same machine and
 * fonts. */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "layout/dtl-layout.h"
#include "render/dtl-theme.h"

G_BEGIN_DECLS

#define DTL_RENDER_ERROR (dtl_render_error_quark ())
GQuark dtl_render_error_quark (void);

/**
 * DtlRenderError:
 * @DTL_RENDER_ERROR_SIZE: a size that cannot be drawn (PNG above 32,767 pixels, or nothing left for the plot)
 * @DTL_RENDER_ERROR_FAILED: Cairo reports an error
 */
typedef enum
{
  DTL_RENDER_ERROR_SIZE,
  DTL_RENDER_ERROR_FAILED,
} DtlRenderError;

typedef enum
{
  DTL_PICTURE_PNG,
  DTL_PICTURE_PDF,
  DTL_PICTURE_SVG,
} DtlPictureFormat;

/** DtlFitStep: how labels are set so that a timeline fits a given height, from the best to the smallest. */
typedef enum
{
  DTL_FIT_TWO_LINES,   /* title, and the date below it */
  DTL_FIT_ONE_LINE,    /* title, and the date behind it */
  DTL_FIT_ONE_LINE_85, /* the same with text and marks at 85 % */
  DTL_FIT_ONE_LINE_70, /* at 70 %; no text gets smaller than DTL_TEXT_MIN_PX */
  DTL_N_FIT_STEPS,
} DtlFitStep;

/** DtlPicturePhase: what rendering is at. */
typedef enum
{
  DTL_PICTURE_PHASE_LAYOUT,
  DTL_PICTURE_PHASE_PAINTING,
} DtlPicturePhase;

/**
 * DtlPictureRun: how whoever waits for a picture hears of it and stops it; all (nullable).
 * @cancellable: looked at between layouts, lanes' items, passages and pages; rendering then fails with
 * G_IO_ERROR_CANCELLED
 * @progress: called on the rendering thread; @fraction, 0 to 1, is that of @phase
 */
typedef struct
{
  GCancellable *cancellable;
  void (*progress) (DtlPicturePhase phase, double fraction, gpointer user_data);
  gpointer user_data;
} DtlPictureRun;

/**
 * DtlPictureFacts: what a picture has on it, and what it has not.
 * @width_px, @height_px: pixels of a PNG; px of an SVG or of a page of a PDF
 * @n_events: events with a place on the picture, also within clusters and on the shelf
 * @n_before, @n_after: events outside of the span
 * @n_lanes: lanes that are whole; @n_lanes_left: lanes that are not, or not there at all; @n_lanes_cut: those of them
 * for which there was no room
 * @n_passages_left, @n_sources_left: for which there was no room
 */
typedef struct
{
  int width_px;
  int height_px;
  guint n_pages;
  guint n_events;
  guint n_before;
  guint n_after;
  guint n_lanes;
  guint n_lanes_left;
  guint n_lanes_cut;
  guint n_passages_left;
  guint n_sources_left;
} DtlPictureFacts;

/** DtlPicturePassage: one numbered passage below or behind the timeline. */
typedef struct
{
  guint number;        /* printed beside the marks that it proves */
  char *text;          /* the words, or our summary's words */
  gboolean is_summary; /* printed as "Our summary, not the words of X", never like a quotation */
  gboolean is_place;   /* the text is nobody's words: it says where the passage stands */
  char *source_label;  /* "[The Register], exhibit 1" */
  char *attributed_to; /* (nullable) */
  char *uri;           /* (nullable): the source's */
} DtlPicturePassage;

/** DtlPictureSource: one line of the list of sources. */
typedef struct
{
  int exhibit;
  char *text; /* author, title, publisher, issued in [brackets] where supplied */
  char *uri;  /* (nullable) */
} DtlPictureSource;

/**
 * DtlPicture:
 * @input: what to lay out; scale and measure are filled in by the renderer
 * @from_seconds, @to_seconds: the span to show; where the first is greater nothing has a date, and the axis stays empty
 * @is_exact: the plot shows this span and nothing beside it, instead of making room for labels at both ends
 * @folds: (nullable): which stretches are folded, by time
 * @chooses_folds: only those of @folds are folded that are worth it on a picture of this width
 * @first_lane, @n_lanes: which lanes are shown, by their index in the layout; 0 lanes for all
 * @is_discreet: the file says nothing of events that are not on the picture: neither their number nor, in the ids of an
 * SVG, that there are any
 * @width_px, @height_px: of the picture at scale 1; a PDF page of 1 px = 0.75 pt
 * @scale: pixels of a PNG for each px
 * @show_links: whether links between events are drawn
 * @now_label: (nullable): of a line at @now_seconds, the day that it is for whoever wants one
 * @passages: (element-type DtlPicturePassage) (nullable), @sources: (element-type DtlPictureSource) (nullable)
 * @number_of_row: as in DtlPaintOptions; numbers lead to the passages
 * @first_uri_of_row: (nullable): where a mark leads when there are no passages on the page; (transfer full)
 * @stamp: (nullable): lines at the foot: filter, hidden count, case hash, day
 * @language: BCP 47 of the picture's words
 * @dated: (nullable): "YYYY-MM-DD" for the metadata; the day of the case's last change
 * @run: (nullable): for progress and stopping
 */
typedef struct
{
  DtlLayoutInput input;
  DtlPictureFormat format;
  DtlThemeName theme;
  int64_t from_seconds;
  int64_t to_seconds;
  gboolean is_exact;
  const DtlFold *folds;
  guint n_folds;
  gboolean chooses_folds;
  guint first_lane;
  guint n_lanes;
  gboolean is_discreet;
  int width_px;
  int height_px;
  double scale;
  const char *title;
  const char *subtitle;
  gboolean show_legend;
  gboolean show_links;
  const char *now_label;
  int64_t now_seconds;
  GPtrArray *passages;
  GPtrArray *sources;
  guint (*number_of_row) (uint32_t row, gpointer user_data);
  char *(*first_uri_of_row) (uint32_t row, gpointer user_data);
  gpointer user_data;
  const char *stamp;
  const char *language;
  const char *dated;
  const DtlPictureRun *run;
} DtlPicture;

void dtl_picture_passage_free (DtlPicturePassage *self);
void dtl_picture_source_free (DtlPictureSource *self);

/* The height at which nothing is left out: all lanes, passages and sources on one page. @self->height_px is not looked
 * at. For a picture too narrow to be drawn it is 1, and rendering says why. */
int dtl_picture_natural_height_px (const DtlPicture *self);

/* The step by which dtl_picture_render() sets the labels. @is_whole: (out) (optional): whether all lanes fit (for a
 * PDF: on its first page). */
DtlFitStep dtl_picture_find_step (const DtlPicture *self, gboolean *is_whole);

/**
 * dtl_picture_render:
 * @self: what to draw
 * @error: DTL_RENDER_ERROR
 *
 * A PNG has exactly @width_px x @scale by @height_px x @scale pixels. Labels are set by the first step of DtlFitStep
 * with which all lanes fit. Passages and sources stand on further pages of a PDF of the same size, and so do the lanes
 * that fit on the first by no step; in PNG and SVG below the timeline within the height, the timeline taking what they
 * leave. What does not fit there is counted on the picture.
 *
 * Returns: (transfer full) (nullable): the file's bytes
 */
GBytes *dtl_picture_render (const DtlPicture *self, GError **error);

/** DtlPicturePages: a picture laid out and cut into pages (one for PNG and SVG), from which its bytes are made and
 * pages are painted to be looked at. */
typedef struct _DtlPicturePages DtlPicturePages;

/* @self and what it points to must outlive the pages. DTL_RENDER_ERROR. (transfer full) (nullable) */
DtlPicturePages *dtl_picture_lay_out (const DtlPicture *self, GError **error);
void dtl_picture_pages_free (DtlPicturePages *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlPicturePages, dtl_picture_pages_free)
const DtlPictureFacts *dtl_picture_pages_get_facts (const DtlPicturePages *self);

/**
 * dtl_picture_pages_write:
 * @n_pages: a PDF ends after so many; 0 for no limit
 *
 * Returns: (transfer full) (nullable): the file's bytes, as dtl_picture_render() gives them
 */
GBytes *dtl_picture_pages_write (DtlPicturePages *self, guint n_pages, GError **error);

/**
 * dtl_picture_pages_paint:
 * @page: from 0
 * @scale: pixels of the image for each px
 *
 * Returns: (transfer full) (nullable): a page as an opaque ARGB32 image
 */
cairo_surface_t *dtl_picture_pages_paint (DtlPicturePages *self, guint page, double scale, GError **error);

/**
 * dtl_picture_pages_record:
 * @page: from 0
 *
 * Returns: (transfer full) (nullable): a page as a recording surface in px, to be played on any other one, in any
 * thread; without links
 */
cairo_surface_t *dtl_picture_pages_record (DtlPicturePages *self, guint page, GError **error);

G_END_DECLS
