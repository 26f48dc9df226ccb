/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Previews, files and pages to print off the main thread, for a dialog in which options are tried. A store belongs to
 * one thread at a time, and the window's to the window: the worker opens the case itself, once, at the first thing it
 * is asked for, and then does one thing after the other. Pictures are so of what was shown then, whatever happens
 * meanwhile. */
#pragma once

#include "service/dtl-export.h"

G_BEGIN_DECLS

#define DTL_TYPE_EXPORT_WORKER (dtl_export_worker_get_type ())
G_DECLARE_FINAL_TYPE (DtlExportWorker, dtl_export_worker, DTL, EXPORT_WORKER, GObject)

DtlExportWorker *dtl_export_worker_new (DtlDocument *document);

void dtl_export_worker_preview_async (DtlExportWorker *self,
                                      const DtlExportOptions *options,
                                      int max_width_px,
                                      int max_height_px,
                                      guint page,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
DtlExportPreview *dtl_export_worker_preview_finish (DtlExportWorker *self, GAsyncResult *result, GError **error);

void dtl_export_worker_write_async (DtlExportWorker *self,
                                    const char *path,
                                    const DtlExportOptions *options,
                                    DtlExportProgressFunc progress,
                                    gpointer progress_data,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean dtl_export_worker_write_finish (DtlExportWorker *self, GAsyncResult *result, GError **error);

void dtl_export_worker_record_async (DtlExportWorker *self,
                                     const DtlExportOptions *options,
                                     DtlExportProgressFunc progress,
                                     gpointer progress_data,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GPtrArray *dtl_export_worker_record_finish (DtlExportWorker *self, GAsyncResult *result, GError **error);

G_END_DECLS
