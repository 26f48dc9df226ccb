/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline as a widget: shows a session's case, zooms, pans, selects. What is where is layout's, what it looks like
 * is render's business; here are the view, the input and the frame that is kept. */
#pragma once

#include <gtk/gtk.h>

#include "app/dtl-session.h"

G_BEGIN_DECLS

#define DTL_TYPE_CANVAS (dtl_canvas_get_type ())
G_DECLARE_FINAL_TYPE (DtlCanvas, dtl_canvas, DTL, CANVAS, GtkWidget)

/**
 * DtlCanvas::event-opened: the person asked for the evidence of the selected event, by a click or with Return.
 * DtlCanvas::view-changed: another span of time may be in view, or the same one elsewhere on the screen.
 * DtlCanvas::history-changed: dtl_canvas_can_go() may say something else.
 * DtlCanvas::folds-changed: something was folded or unfolded.
 */

GtkWidget *dtl_canvas_new (void);
void dtl_canvas_set_session (DtlCanvas *self, DtlSession *session);
DtlSession *dtl_canvas_get_session (DtlCanvas *self);
GtkAdjustment *dtl_canvas_get_vadjustment (DtlCanvas *self);
void dtl_canvas_zoom_by (DtlCanvas *self, double factor);
void dtl_canvas_fit (DtlCanvas *self);
void dtl_canvas_zoom_to_selected (DtlCanvas *self);
gboolean dtl_canvas_can_go (DtlCanvas *self, int by);
void dtl_canvas_go (DtlCanvas *self, int by);
const DtlViewport *dtl_canvas_get_view (DtlCanvas *self);
void dtl_canvas_set_view (DtlCanvas *self, const DtlViewport *view);
guint dtl_canvas_get_lanes_in_view (DtlCanvas *self, guint *first);
void dtl_canvas_set_fold_empty (DtlCanvas *self, gboolean fold_empty);
gboolean dtl_canvas_can_fold_at (DtlCanvas *self, int64_t civil_seconds);
void dtl_canvas_fold_at (DtlCanvas *self, int64_t civil_seconds);
void dtl_canvas_unfold_at (DtlCanvas *self, int64_t civil_seconds);
gboolean dtl_canvas_fold_selected (DtlCanvas *self);
void dtl_canvas_unfold_all (DtlCanvas *self);
void dtl_canvas_fold_like (DtlCanvas *self, DtlCanvas *other);
const DtlFold *dtl_canvas_get_folds (DtlCanvas *self, guint *n_folds);
double dtl_canvas_get_px_per_day (DtlCanvas *self);
int64_t dtl_canvas_get_left_seconds (DtlCanvas *self);
guint32 dtl_canvas_get_legend (DtlCanvas *self);
gboolean dtl_canvas_get_mark_place (DtlCanvas *self, uint32_t row, double *x, double *y);

G_END_DECLS
