/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture as it will be, with its size, its pages and what has no room on it. Shows what it is given; knows neither
 * options nor threads. */
#pragma once

#include <adwaita.h>

#include "service/dtl-export.h"

G_BEGIN_DECLS

#define DTL_TYPE_EXPORT_PREVIEW_PANE (dtl_export_preview_pane_get_type ())
G_DECLARE_FINAL_TYPE (DtlExportPreviewPane, dtl_export_preview_pane, DTL, EXPORT_PREVIEW_PANE, GtkWidget)

/**
 * DtlExportPreviewPane::page-changed: the person turned to another page.
 */

void
dtl_export_preview_pane_show (DtlExportPreviewPane *self, const DtlExportPreview *preview, DtlPictureFormat format);
void dtl_export_preview_pane_show_error (DtlExportPreviewPane *self, const char *message);
void dtl_export_preview_pane_set_busy (DtlExportPreviewPane *self, gboolean is_busy);
guint dtl_export_preview_pane_get_page (DtlExportPreviewPane *self);
void dtl_export_preview_pane_get_box (DtlExportPreviewPane *self, int *width_px, int *height_px);

GdkTexture *dtl_export_preview_pane_make_texture (cairo_surface_t *image);

G_END_DECLS
