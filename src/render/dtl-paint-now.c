/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line at the day it is, which the caller knows: nothing here reads a clock. Its label stands in the axis, where it
 * covers no event. */
#include "config.h"

#include "render/dtl-painter-private.h"

#define LABEL_PAD_PX 5
#define LINE_ALPHA   0.7

/* Where the line stands on the surface; FALSE while that is out of view. */
static gboolean
get_x (const DtlPainter *self, double *x)
{
  const DtlPaintOptions *options = self->options;

  if (options->now_label == NULL || options->is_timeless)
    return FALSE;
  *x = dtl_painter_x (self, dtl_time_scale_to_world_px (&options->viewport.scale, options->now_seconds));
  return *x >= self->plot_x && *x < self->plot_x + self->plot_width;
}

void
dtl_painter_paint_now_line (const DtlPainter *self)
{
  double x;

  if (get_x (self, &x))
    dtl_painter_fill (self, x, self->plot_y, 1, self->plot_height,
                      dtl_colour_with_alpha (dtl_painter_colour (self, DTL_COLOUR_TEXT), LINE_ALPHA));
}

/* Where the label stands, right of the line, or left of it where there is more room. FALSE where there is none. */
gboolean
dtl_painter_get_now_label_span (const DtlPainter *self, double *x0, double *x1)
{
  double x, width;

  if (!get_x (self, &x))
    return FALSE;
  width = dtl_painter_width (self, DTL_TEXT_DATE, self->options->now_label) + 2 * LABEL_PAD_PX;
  *x0 = x + width <= self->plot_x + self->plot_width ? x : x + 1 - width;
  *x1 = *x0 + width;
  return TRUE;
}

/* Light on dark, so that it is no tick's label; those that it would cover are left out. */
void
dtl_painter_paint_now_label (const DtlPainter *self)
{
  const DtlFrame *frame = &self->options->frame;
  int line_px = dtl_painter_line_height (self, DTL_TEXT_DATE);
  double bottom = frame->y_px + frame->axis_height_px - frame->eras_height_px;
  DtlPaint ground = { .has_fill = TRUE, .fill = dtl_painter_colour (self, DTL_COLOUR_TEXT) };
  double x, left, right;

  if (!get_x (self, &x) || !dtl_painter_get_now_label_span (self, &left, &right))
    return;
  dtl_surface_begin_group (self->surface, NULL, self->options->now_label);
  dtl_painter_fill (self, x, bottom - line_px - 4, 1, line_px + 4 + frame->eras_height_px,
                    dtl_painter_colour (self, DTL_COLOUR_TEXT));
  dtl_surface_rectangle (self->surface, left, bottom - line_px - 5, right - left, line_px + 2, 3, &ground);
  dtl_surface_text (self->surface, DTL_TEXT_DATE, left + LABEL_PAD_PX, bottom - line_px - 4, DTL_ALIGN_START,
                    dtl_painter_colour (self, DTL_COLOUR_BACKGROUND), self->options->now_label);
  dtl_surface_end_group (self->surface);
}
