/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The axis with its two rows of ticks, and the lines that they send into the plot. */
#include "config.h"

#include "render/dtl-painter-private.h"

#define LABEL_GAP_PX 5

static GArray *
get_ticks (const DtlPainter *self)
{
  int64_t x1_px;

  if (__builtin_add_overflow (self->offset_px, self->plot_width, &x1_px))
    x1_px = INT64_MAX;
  return dtl_ticks_compute (&self->options->viewport.scale, self->offset_px, x1_px, self->measure);
}

void
dtl_painter_paint_grid (const DtlPainter *self)
{
  g_autoptr (GArray) ticks = get_ticks (self);

  for (guint i = 0; i < ticks->len; i++)
    {
      const DtlTick *tick = &g_array_index (ticks, DtlTick, i);
      DtlColour colour = dtl_painter_colour (self, tick->is_major ? DTL_COLOUR_SEPARATOR : DTL_COLOUR_GRID);

      dtl_painter_fill (self, dtl_painter_x (self, tick->x_px), self->plot_y, 1, self->plot_height, colour);
    }
}

/* The label of a major tick stays in view while its span is, until the next one pushes it out. */
static void
paint_major_label (const DtlPainter *self, const DtlTick *tick, double next_x, double y)
{
  double x = MAX (dtl_painter_x (self, tick->x_px), self->plot_x) + LABEL_GAP_PX;
  int width_px = dtl_painter_width (self, DTL_TEXT_TICK_TOP, tick->label);

  x = MIN (x, next_x - width_px - LABEL_GAP_PX);
  dtl_surface_text (self->surface, DTL_TEXT_TICK_TOP, x, y, DTL_ALIGN_START, dtl_painter_colour (self, DTL_COLOUR_TEXT),
                    tick->label);
}

static double
next_major_x (const DtlPainter *self, GArray *ticks, guint from)
{
  for (guint i = from; i < ticks->len; i++)
    if (g_array_index (ticks, DtlTick, i).is_major)
      return dtl_painter_x (self, g_array_index (ticks, DtlTick, i).x_px);
  return self->plot_x + self->plot_width * 2.0;
}

static void
paint_tick (const DtlPainter *self, GArray *ticks, guint index, double top, double bottom)
{
  const DtlTick *tick = &g_array_index (ticks, DtlTick, index);
  double x = dtl_painter_x (self, tick->x_px);
  double minor_y = bottom - dtl_painter_line_height (self, DTL_TEXT_TICK) - 4;

  if (tick->is_major)
    {
      dtl_painter_fill (self, x, top + 6, 1, bottom - top - 6, dtl_painter_colour (self, DTL_COLOUR_NEUTRAL));
      if (tick->label != NULL)
        paint_major_label (self, tick, next_major_x (self, ticks, index + 1), top + 5);
      return;
    }
  dtl_painter_fill (self, x, minor_y + 1, 1, bottom - minor_y - 1, dtl_painter_colour (self, DTL_COLOUR_SEPARATOR));
  if (tick->label != NULL)
    dtl_surface_text (self->surface, DTL_TEXT_TICK, x + LABEL_GAP_PX, minor_y, DTL_ALIGN_START,
                      dtl_painter_colour (self, DTL_COLOUR_TEXT_DIM), tick->label);
}

void
dtl_painter_paint_axis (const DtlPainter *self)
{
  const DtlFrame *frame = &self->options->frame;
  g_autoptr (GArray) ticks = get_ticks (self);
  double top = frame->y_px;
  double bottom = top + frame->axis_height_px;

  dtl_painter_fill (self, frame->x_px, top, frame->width_px, frame->axis_height_px,
                    dtl_painter_colour (self, DTL_COLOUR_PANEL));
  dtl_surface_push_clip (self->surface, self->plot_x, top, self->plot_width, frame->axis_height_px);
  for (guint i = 0; i < ticks->len; i++)
    paint_tick (self, ticks, i, top, bottom);
  dtl_surface_pop_clip (self->surface);
  dtl_painter_fill (self, frame->x_px, bottom - 1, frame->width_px, 1, dtl_painter_colour (self, DTL_COLOUR_SEPARATOR));
}
