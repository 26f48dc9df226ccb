/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing the picture of a case: PNG, PDF or SVG. */
#pragma once

#include "render/dtl-picture.h"
#include "service/dtl-import.h"

G_BEGIN_DECLS

/**
 * DtlExportOptions: zeroed means: whole case, by actor, print theme, default size.
 * @filter: (nullable)
 * @width_px, @height_px: 0 for the default (1600 wide, and as high as the content needs; A4 landscape for PDF)
 * @from_seconds, @to_seconds: the span, when @has_span
 * @dated: (nullable): EDTF day for the stamp instead of that of the last change
 * @stamp: whether the stamp is printed
 */
typedef struct
{
  DtlPictureFormat format;
  const DtlFilter *filter;
  DtlGrouping grouping;
  DtlThemeName theme;
  int width_px;
  int height_px;
  double scale; /* 0 means 1 */
  gboolean has_span;
  int64_t from_seconds;
  int64_t to_seconds;
  gboolean passages;
  gboolean sources;
  gboolean legend;
  gboolean stamp;
  const char *language;
  const char *dated;
} DtlExportOptions;

/* The defaults: print theme, legend and stamp on. */
void dtl_export_options_init (DtlExportOptions *self);
/* By the extension of @path; FALSE with DTL_SERVICE_ERROR_FORMAT that names the known ones. */
gboolean dtl_export_format_from_path (const char *path, DtlPictureFormat *format, GError **error);
/* "1600x900", "A4", "A3", "letter", "16:9"; FALSE with DTL_SERVICE_ERROR_ARGUMENT. */
gboolean dtl_export_parse_size (const char *text, int *width_px, int *height_px, GError **error);
/* The picture's bytes. (transfer full) (nullable) */
GBytes *
dtl_export_render (DtlDocument *document, const DtlExportOptions *options, GCancellable *cancellable, GError **error);
/* Rendered and written whole: a temporary beside @path, exchanged by rename. Existing files are replaced. */
gboolean dtl_export_to_path (DtlDocument *document,
                             const char *path,
                             const DtlExportOptions *options,
                             GCancellable *cancellable,
                             GError **error);
void dtl_export_to_path_async (DtlDocument *document,
                               const char *path,
                               const DtlExportOptions *options,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean dtl_export_to_path_finish (GAsyncResult *result, GError **error);

G_END_DECLS
