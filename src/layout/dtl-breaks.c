/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is read keeps out of the breaks of folds: labels and clusters stand on one side of each, as if it were the edge
 * of a page. */
#include "config.h"

#include "layout/dtl-layout-private.h"

/* From the view's left edge to a label that slides. */
#define SLIDE_MARGIN_PX 4

void
dtl_layout_clip_to_breaks (const DtlLayout *self, int64_t x_px, int64_t *x0_px, int64_t *x1_px)
{
  const DtlScaleFold *before = dtl_time_scale_previous_break (&self->input.scale, x_px);
  const DtlScaleFold *after = dtl_time_scale_next_break (&self->input.scale, x_px);

  if (before != NULL)
    *x0_px = MAX (*x0_px, before->x1_px + DTL_BREAK_GAP_PX);
  if (after != NULL)
    *x1_px = MIN (*x1_px, after->x0_px - DTL_BREAK_GAP_PX);
}

static gboolean
runs_into (const DtlScaleFold *fold, int64_t x_px, int width_px)
{
  return fold != NULL && x_px + width_px + DTL_BREAK_GAP_PX > fold->x0_px;
}

/* Where a label of this width stands right before a break; @home_px where another break, or the start of its bar, is in
 * the way. */
static int64_t
step_back (const DtlLayout *self, const DtlScaleFold *fold, int width_px, int64_t home_px)
{
  const DtlScaleFold *before = dtl_time_scale_previous_break (&self->input.scale, fold->x0_px);
  int64_t x_px = fold->x0_px - DTL_BREAK_GAP_PX - width_px;

  return x_px < home_px || (before != NULL && x_px < before->x1_px + DTL_BREAK_GAP_PX) ? home_px : x_px;
}

/* Where a label of this width may stand nearest to @x_px: there, or else behind the breaks that it would run into, or
 * before them if the bar ends sooner. */
static int64_t
step_over_breaks (const DtlLayout *self, int64_t x_px, int width_px, int64_t home_px, int64_t end_px)
{
  const DtlScaleFold *first = dtl_time_scale_next_break (&self->input.scale, x_px - DTL_BREAK_GAP_PX);
  const DtlScaleFold *fold = first;

  for (; runs_into (fold, x_px, width_px); fold = dtl_time_scale_next_break (&self->input.scale, fold->x1_px))
    x_px = fold->x1_px + DTL_BREAK_GAP_PX;
  return fold == first || x_px + width_px <= end_px ? x_px : step_back (self, first, width_px, home_px);
}

int64_t
dtl_layout_slide_label_px (DtlLayout *self, const DtlItem *item, int64_t view_x0_px, int64_t view_x1_px)
{
  int64_t wanted_px;

  g_return_val_if_fail (self != NULL && item != NULL, 0);

  wanted_px = view_x0_px + SLIDE_MARGIN_PX;
  if (!item->label_above || item->label_x_px >= wanted_px || view_x1_px <= view_x0_px)
    return item->label_x_px;
  wanted_px = CLAMP (wanted_px, item->label_x_px, item->slide_x1_px - item->label_width_px);
  return step_over_breaks (self, wanted_px, item->label_width_px, item->label_x_px, item->slide_x1_px);
}
