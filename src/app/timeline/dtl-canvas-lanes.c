/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which lanes are in view: what a picture of the view has to show. */
#include "app/timeline/dtl-canvas-private.h"

/* Of a lane's padding alone nobody would say that the lane is seen. */
#define MIN_SEEN_PX 12

static gboolean
is_seen (const DtlLane *lane, int top_px, int bottom_px)
{
  int seen_px = MIN (lane->y_px + lane->height_px, bottom_px) - MAX (lane->y_px, top_px);

  return seen_px >= MIN (MIN_SEEN_PX, lane->height_px);
}

/**
 * dtl_canvas_get_lanes_in_view:
 * @first: (out): the index of the topmost lane in view
 *
 * Returns: how many lanes are in view, from @first on; 0 if all are, or there are none
 */
guint
dtl_canvas_get_lanes_in_view (DtlCanvas *self, guint *first)
{
  const DtlLane *lanes;
  guint n_lanes;
  guint n_seen = 0;
  int top_px, bottom_px;

  g_return_val_if_fail (DTL_IS_CANVAS (self), 0);
  g_return_val_if_fail (first != NULL, 0);

  *first = 0;
  if (!dtl_canvas_ensure_layout (self))
    return 0;
  lanes = dtl_layout_get_lanes (self->layout, &n_lanes);
  top_px = (int) gtk_adjustment_get_value (self->vadjustment);
  bottom_px = top_px + self->frame.height_px - self->frame.axis_height_px - self->frame.shelf_height_px;
  for (guint i = 0; i < n_lanes; i++)
    {
      if (!is_seen (&lanes[i], top_px, bottom_px))
        continue;
      if (n_seen++ == 0)
        *first = i;
    }
  return n_seen < n_lanes ? n_seen : 0;
}
