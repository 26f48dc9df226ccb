/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The views that were looked at, for going back and forward as in a browser. What is moved without a pause is one step;
 * who goes on from a view in the middle loses those that came after it. */
#pragma once

#include "layout/dtl-time-scale.h"

G_BEGIN_DECLS

/**
 * DtlViewStep: a view to come back to.
 * @view: its scale and offset; the width is that of then
 * @scroll_px: how far down
 * @is_fitted: whether it showed everything, in whatever width
 */
typedef struct
{
  DtlViewport view;
  double scroll_px;
  gboolean is_fitted;
} DtlViewStep;

typedef struct _DtlViewHistory DtlViewHistory;

DtlViewHistory *dtl_view_history_new (void);
void dtl_view_history_free (DtlViewHistory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlViewHistory, dtl_view_history_free)

void dtl_view_history_clear (DtlViewHistory *self);
gboolean dtl_view_history_visit (DtlViewHistory *self, const DtlViewStep *step, int64_t time_us, gboolean is_jump);
gboolean dtl_view_history_can_go (const DtlViewHistory *self, int by);
const DtlViewStep *dtl_view_history_go (DtlViewHistory *self, int by);

G_END_DECLS
