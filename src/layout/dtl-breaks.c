/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clusters keep out of the breaks of folds, since what they stand for is on one side of them. Labels do not: they run
 * over what is folded as they do over what is empty, or folding would take their room away instead of giving some. */
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

int64_t
dtl_layout_slide_label_px (DtlLayout *self, const DtlItem *item, int64_t view_x0_px, int64_t view_x1_px)
{
  int64_t wanted_px;

  g_return_val_if_fail (self != NULL && item != NULL, 0);

  wanted_px = view_x0_px + SLIDE_MARGIN_PX;
  if (!item->label_above || item->label_x_px >= wanted_px || view_x1_px <= view_x0_px)
    return item->label_x_px;
  return CLAMP (wanted_px, item->label_x_px, item->slide_x1_px - item->label_width_px);
}
