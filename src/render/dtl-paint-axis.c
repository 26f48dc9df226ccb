/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The axis with its two rows of ticks, and the lines that they send into the plot. */
#include "config.h"

#include "render/dtl-painter-private.h"

#define LABEL_GAP_PX 5

static GArray *
get_ticks (const DtlPainter *self)
{
  int64_t x1_px;

  if (self->options->is_timeless)
    return g_array_new (FALSE, FALSE, sizeof (DtlTick));
  if (__builtin_add_overflow (self->offset_px, self->plot_width, &x1_px))
    x1_px = INT64_MAX;
  return dtl_ticks_compute (&self->options->viewport.scale, self->offset_px, x1_px, self->measure);
}

void
dtl_painter_paint_grid (const DtlPainter *self)
{
  g_autoptr (GArray) ticks = get_ticks (self);
  DtlColour minor = dtl_painter_colour (self, DTL_COLOUR_GRID);
  DtlColour major = dtl_painter_colour (self, DTL_COLOUR_SEPARATOR);

  for (guint i = 0; i < ticks->len; i++)
    {
      const DtlTick *tick = &g_array_index (ticks, DtlTick, i);
      DtlColour colour;

      if (tick->is_continued)
        continue;
      colour = tick->is_major ? dtl_colour_mix (minor, major, 0.45) : minor;

      dtl_painter_fill (self, dtl_painter_x (self, tick->x_px), self->plot_y, 1, self->plot_height, colour);
    }
}

static double
next_major_x (const DtlPainter *self, GArray *ticks, guint from)
{
  for (guint i = from; i < ticks->len; i++)
    if (g_array_index (ticks, DtlTick, i).is_major)
      return dtl_painter_x (self, g_array_index (ticks, DtlTick, i).x_px);
  return self->plot_x + self->plot_width * 2.0;
}

/* Where the label of a tick must end. */
static double
find_label_end (const DtlPainter *self, GArray *ticks, guint index)
{
  int64_t from_px = g_array_index (ticks, DtlTick, index).x_px;
  const DtlScaleFold *fold = dtl_painter_next_break (self, from_px, INT64_MAX);
  double next_x = next_major_x (self, ticks, index + 1);

  return fold != NULL ? MIN (next_x, dtl_painter_x (self, fold->x0_px)) : next_x;
}

/* Whether the label of today covers what stands in the lower row between these. */
static gboolean
is_covered (const DtlPainter *self, double x0, double x1)
{
  double now_x0, now_x1;

  return dtl_painter_get_now_label_span (self, &now_x0, &now_x1) && x0 < now_x1 && x1 > now_x0;
}

/* A label is drawn whole or not at all. That of a major tick stays in view while there is room for it before the next
 * one; that of a minor tick gives way to the line of a major one. */
static void
paint_label (const DtlPainter *self, const DtlTick *tick, DtlTextStyle style, double next_x, double y)
{
  double x = dtl_painter_x (self, tick->x_px) + LABEL_GAP_PX;
  DtlColour colour = dtl_painter_colour (self, tick->is_major ? DTL_COLOUR_TEXT : DTL_COLOUR_TEXT_DIM);
  int width_px;

  if (tick->label == NULL)
    return;
  if (tick->is_major)
    x = MAX (x, self->plot_x + LABEL_GAP_PX);
  width_px = dtl_painter_width (self, style, tick->label);
  if (x < self->plot_x || x + width_px > self->plot_x + self->plot_width || x + width_px + 2 > next_x ||
      (!tick->is_major && is_covered (self, x, x + width_px)))
    return;
  dtl_surface_text (self->surface, style, x, y, DTL_ALIGN_START, colour, tick->label);
}

static void
paint_tick (const DtlPainter *self, GArray *ticks, guint index, double top, double bottom)
{
  const DtlTick *tick = &g_array_index (ticks, DtlTick, index);
  double x = dtl_painter_x (self, tick->x_px);
  double next_x = find_label_end (self, ticks, index);
  double minor_y = bottom - dtl_painter_line_height (self, DTL_TEXT_TICK) - 4;

  if (tick->is_major)
    {
      if (!tick->is_continued)
        dtl_painter_fill (self, x, top + 6, 1, bottom - top - 6, dtl_painter_colour (self, DTL_COLOUR_NEUTRAL));
      paint_label (self, tick, DTL_TEXT_TICK_TOP, next_x, top + 5);
      return;
    }
  dtl_painter_fill (self, x, minor_y + 1, 1, bottom - minor_y - 1, dtl_painter_colour (self, DTL_COLOUR_SEPARATOR));
  paint_label (self, tick, DTL_TEXT_TICK, next_x, minor_y);
}

void
dtl_painter_paint_axis (const DtlPainter *self)
{
  const DtlFrame *frame = &self->options->frame;
  g_autoptr (GArray) ticks = get_ticks (self);
  double top = frame->y_px;
  double bottom = top + frame->axis_height_px - frame->eras_height_px;

  dtl_painter_fill (self, frame->x_px, top, frame->width_px, frame->axis_height_px,
                    dtl_painter_colour (self, DTL_COLOUR_PANEL));
  dtl_surface_push_clip (self->surface, self->plot_x, top, self->plot_width, frame->axis_height_px);
  for (guint i = 0; i < ticks->len; i++)
    paint_tick (self, ticks, i, top, bottom);
  dtl_painter_paint_axis_folds (self, top, bottom);
  dtl_painter_paint_now_label (self);
  dtl_surface_pop_clip (self->surface);
  dtl_painter_paint_era_strip (self);
  dtl_painter_fill (self, frame->x_px, top + frame->axis_height_px - 1, frame->width_px, 1,
                    dtl_painter_colour (self, DTL_COLOUR_SEPARATOR));
}
