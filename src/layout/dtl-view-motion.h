/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way from one view to another, as a function of time. Where both views show some moment at the same place (the
 * pointer that was zoomed at), it stays there all the way. */
#pragma once

#include "layout/dtl-time-scale.h"

G_BEGIN_DECLS

double dtl_view_motion_ease (int64_t elapsed_us, int64_t duration_us);
void dtl_view_motion_get (const DtlViewport *from, const DtlViewport *to, double progress, DtlViewport *view);

G_END_DECLS
