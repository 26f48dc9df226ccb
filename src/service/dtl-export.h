/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture of a case as PNG, PDF or SVG: its bytes, its file, and a preview of it.
 *
 * The stamp at the foot has three kinds. A *full* one lets a reader come back to the case and check: it names the case,
 * the filter, how many events that hides, the hash of the case's content and the day of its last change. Who publishes
 * a picture may owe it to somebody that just this is not told: a case's title can be the name of a source or of an
 * inquiry that is not public, a filter names who is looked at, a count says that more is known, and a hash proves who
 * has the case. A *neutral* stamp says what is to be seen and of which day, and goes for the whole file:
 *
 *   - no title of the case unless it is printed above the timeline, and no filter, hash, or number of events that are
 *     not on the picture, also in its notes
 *   - no name of a file: a passage of a table stands in "line 2 of exhibit 1", a source without a title is that exhibit
 *   - nothing in the file that is not to be seen on it: marks lead to addresses of sources only where passages or
 *     sources are printed, and an SVG has no ids that are row numbers of the case
 *
 * What a person wrote, titles of events and passages, stays as it is: that is theirs to read in the preview. *None*
 * leaves the stamp out, and with it the day in the metadata; the picture still counts what is not on it, since nothing
 * else would say so. */
#pragma once

#include "render/dtl-picture.h"
#include "service/dtl-document.h"
#include "service/dtl-import.h"

G_BEGIN_DECLS

/* What Cairo can draw, and the least in which there is room for a timeline, for each side at scale 1. */
#define DTL_EXPORT_MAX_SIDE_PX 32767
#define DTL_EXPORT_MIN_SIDE_PX 200
#define DTL_EXPORT_MIN_SCALE   0.25
#define DTL_EXPORT_MAX_SCALE   16

/** DtlExportStamp: what the line at the foot says; see above. */
typedef enum
{
  DTL_EXPORT_STAMP_NONE,
  DTL_EXPORT_STAMP_FULL,
  DTL_EXPORT_STAMP_NEUTRAL,
} DtlExportStamp;

/**
 * DtlExportOptions: zeroed means: whole case, by actor, light theme, default size, nothing beside the timeline.
 * @filter: (nullable)
 * @title: (nullable): printed above the timeline instead of the case's; "" for none
 * @width_px, @height_px: 0 for the default (1600 wide, and as high as the content needs; A4 landscape for PDF)
 * @from_seconds, @to_seconds: the span, when @has_span
 * @is_exact: the span goes from edge to edge of the plot, as in a window, without room for labels at its ends
 * @folds_empty: stretches in which nothing starts or ends are folded
 * @folds: (nullable): just these stretches are folded, by time, rather than all that are found
 * @first_lane, @n_lanes: only these lanes, counted from the top; 0 lanes for all
 * @dated: (nullable): EDTF day for the stamp instead of that of the last change
 * @now: (nullable): EDTF date at which a line stands; its first second counts
 * @language: (nullable): BCP 47, instead of that of the case
 */
typedef struct
{
  DtlPictureFormat format;
  const DtlFilter *filter;
  const char *title;
  DtlGrouping grouping;
  DtlThemeName theme;
  int width_px;
  int height_px;
  double scale; /* 0 means 1 */
  gboolean has_span;
  int64_t from_seconds;
  int64_t to_seconds;
  gboolean is_exact;
  gboolean folds_empty;
  const DtlFold *folds;
  guint n_folds;
  guint first_lane;
  guint n_lanes;
  gboolean passages;
  gboolean sources;
  gboolean legend;
  gboolean links;
  const char *now;
  DtlExportStamp stamp;
  const char *language;
  const char *dated;
} DtlExportOptions;

/** DtlExportPhase: what an export is at. */
typedef enum
{
  DTL_EXPORT_PHASE_READING,
  DTL_EXPORT_PHASE_LAYOUT,
  DTL_EXPORT_PHASE_PAINTING,
  DTL_EXPORT_PHASE_WRITING,
} DtlExportPhase;

/* @fraction: 0 to 1, of the whole export; an estimate, which only grows */
typedef void (*DtlExportProgressFunc) (DtlExportPhase phase, double fraction, gpointer user_data);

/**
 * DtlExportRun: how whoever waits hears of it and stops it.
 * @cancellable: (nullable): ends the work at the next event, lane, passage or page; no file is then written or changed
 * @progress: (nullable): called on the thread that does the work
 */
typedef struct
{
  GCancellable *cancellable;
  DtlExportProgressFunc progress;
  gpointer user_data;
} DtlExportRun;

/* The defaults: print theme, legend and full stamp. */
void dtl_export_options_init (DtlExportOptions *self);
/* "full", "neutral", "none"; FALSE for anything else. */
gboolean dtl_export_stamp_from_string (const char *text, DtlExportStamp *stamp);
/* By the extension of @path; FALSE with DTL_SERVICE_ERROR_FORMAT that names the known ones. */
gboolean dtl_export_format_from_path (const char *path, DtlPictureFormat *format, GError **error);
/* "1600x900", "A4", "A3", "letter", "16:9"; FALSE with DTL_SERVICE_ERROR_ARGUMENT. */
gboolean dtl_export_parse_size (const char *text, int *width_px, int *height_px, GError **error);
/* The picture's bytes; @run: (nullable). (transfer full) (nullable) */
GBytes *
dtl_export_render (DtlDocument *document, const DtlExportOptions *options, const DtlExportRun *run, GError **error);
/* Rendered and written whole: a temporary beside @path, exchanged by rename. Existing files are replaced. */
gboolean dtl_export_to_path (DtlDocument *document,
                             const char *path,
                             const DtlExportOptions *options,
                             const DtlExportRun *run,
                             GError **error);

/**
 * DtlExportPreview: one page of a picture, to be looked at before it is written.
 * @image: opaque ARGB32; of a PNG its own pixels, made smaller where it is larger than the box
 * @facts: what the picture has and has not
 * @page: which one, from 0
 * @n_bytes: of the file; @is_estimate: whether that is a guess
 * @n_hidden: events that the filter hides
 */
typedef struct
{
  cairo_surface_t *image;
  DtlPictureFacts facts;
  guint page;
  gsize n_bytes;
  gboolean is_estimate;
  guint n_hidden;
} DtlExportPreview;

/**
 * dtl_export_preview:
 * @max_width_px, @max_height_px: the box that the image fits into; 0 for as large as the picture is
 * @page: from 0; the last one where there are not so many
 * @run: (nullable)
 *
 * Returns: (transfer full) (nullable)
 */
DtlExportPreview *dtl_export_preview (DtlDocument *document,
                                      const DtlExportOptions *options,
                                      int max_width_px,
                                      int max_height_px,
                                      guint page,
                                      const DtlExportRun *run,
                                      GError **error);
void dtl_export_preview_free (DtlExportPreview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlExportPreview, dtl_export_preview_free)

/**
 * dtl_export_record:
 * @options: of a PDF; its size is that of a sheet
 * @run: (nullable)
 *
 * The pages that the PDF would have, to be printed.
 *
 * Returns: (transfer full) (nullable) (element-type cairo_surface_t): recording surfaces in px, 96 an inch
 */
GPtrArray *
dtl_export_record (DtlDocument *document, const DtlExportOptions *options, const DtlExportRun *run, GError **error);

G_END_DECLS
