/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The painter's frame and the order of painting. What is painted, and how, is in dtl-paint-*.c. */
#include "config.h"

#include <math.h>

#include "layout/dtl-eras.h"
#include "render/dtl-painter-private.h"

#define SMALL_WIDTH_PX          900
#define ITEMS_BETWEEN_QUESTIONS 64
#define FAR_PX                  4000 /* how far outside the plot coordinates still tell apart */
#define INLINE_ROW_GAP_PX       3
#define INLINE_LESS_PADDING_PX  4
#define HEADER_PAD_PX           14
#define HEADER_MIN_PX           96
#define HEADER_MAX_SHARE        0.24

/* What larger text leaves of a width, in pixels of text at its usual size. Smaller text, which pictures are set in to
 * fit, does not make them wide. */
static double
get_room_px (DtlTextPango *text, int width_px)
{
  return width_px / MAX (dtl_text_pango_get_scale (text), 1.0);
}

gboolean
dtl_painter_is_narrow (DtlTextPango *text, int width_px)
{
  return get_room_px (text, width_px) < DTL_PAINTER_NARROW_PX;
}

void
dtl_painter_init_metrics (DtlLayoutMetrics *metrics, DtlTextPango *text, int width_px)
{
  DtlTextMeasure *measure;
  double scale;
  gboolean is_narrow;

  g_return_if_fail (metrics != NULL && text != NULL);
  dtl_layout_metrics_init (metrics);
  measure = dtl_text_pango_get_measure (text);
  is_narrow = dtl_painter_is_narrow (text, width_px);
  scale = dtl_text_pango_get_scale (text);
  metrics->mark_size_px = (int) lround (metrics->mark_size_px * sqrt (scale));
  metrics->bar_height_px = (int) lround (metrics->bar_height_px * sqrt (scale));
  metrics->label_max_width_px = (int) lround (metrics->label_max_width_px * scale);
  /* In a small view a shorter title beside its mark beats a whole one that the view's edge cuts. */
  if (!is_narrow && get_room_px (text, width_px) < SMALL_WIDTH_PX)
    metrics->label_max_width_px =
        MIN (metrics->label_max_width_px, (int) lround (MAX (width_px / MAX (scale, 1.0) / 5, 120) * scale));
  /* Two of them and their marks stand side by side on a phone. */
  if (is_narrow)
    {
      metrics->lane_padding_px += measure->height_px (measure, DTL_TEXT_LANE);
      metrics->label_max_width_px = MIN (metrics->label_max_width_px, MAX (width_px * 3 / 8, 60));
    }
  metrics->label_grow_width_px =
      MAX (metrics->label_max_width_px, MIN ((int) lround (metrics->label_grow_width_px * scale), width_px / 2));
  metrics->lane_min_height_px = (int) lround (metrics->lane_min_height_px * scale);
}

void
dtl_painter_set_inline_dates (DtlLayoutMetrics *metrics, DtlTextPango *text)
{
  DtlTextMeasure *measure;

  g_return_if_fail (metrics != NULL && text != NULL);
  measure = dtl_text_pango_get_measure (text);
  metrics->inline_dates = TRUE;
  /* Title and date share it. */
  metrics->label_grow_width_px += metrics->label_max_width_px / 2;
  metrics->row_gap_px = INLINE_ROW_GAP_PX;
  metrics->lane_padding_px -= INLINE_LESS_PADDING_PX;
  metrics->lane_min_height_px = measure->height_px (measure, DTL_TEXT_LANE) + 2 * metrics->lane_padding_px;
}

static int
compute_header_width_px (DtlLayout *layout, DtlTextPango *text, int width_px)
{
  DtlTextMeasure *measure = dtl_text_pango_get_measure (text);
  double scale = dtl_text_pango_get_scale (text);
  guint n_lanes;
  const DtlLane *lanes = dtl_layout_get_lanes (layout, &n_lanes);
  int widest = 0;

  if (dtl_painter_is_narrow (text, width_px) || n_lanes == 0)
    return DTL_PAINTER_STRIPE_PX;
  for (guint i = 0; i < n_lanes; i++)
    if (lanes[i].name != NULL)
      widest = MAX (widest, measure->width_px (measure, DTL_TEXT_LANE, lanes[i].name));
  return CLAMP (widest + 2 * HEADER_PAD_PX, HEADER_MIN_PX,
                MAX (HEADER_MIN_PX, (int) (width_px * HEADER_MAX_SHARE * MIN (scale, 1.5))));
}

void
dtl_painter_init_frame (DtlFrame *frame, DtlLayout *layout, DtlTextPango *text, int width_px, int height_px)
{
  DtlTextMeasure *measure;
  g_autoptr (GArray) shelf = NULL;
  guint n_more = 0;
  int more_x_px = 0;

  g_return_if_fail (frame != NULL && layout != NULL && text != NULL && width_px > 0);
  measure = dtl_text_pango_get_measure (text);
  shelf = dtl_layout_get_shelf (layout, width_px, &n_more, &more_x_px);
  frame->x_px = 0;
  frame->y_px = 0;
  frame->width_px = width_px;
  frame->height_px = height_px;
  frame->header_width_px = compute_header_width_px (layout, text, width_px);
  frame->eras_height_px = dtl_painter_get_era_strip_px (measure, dtl_layout_get_era_strips (layout));
  frame->axis_height_px = measure->height_px (measure, DTL_TEXT_TICK_TOP) +
                          measure->height_px (measure, DTL_TEXT_TICK) + 14 + frame->eras_height_px;
  frame->shelf_height_px = shelf->len > 0 || n_more > 0 ? measure->height_px (measure, DTL_TEXT_DATE) + 18 : 0;
}

void
dtl_painter_init (DtlPainter *self, const DtlPaintOptions *options, DtlSurface *surface)
{
  const DtlFrame *frame = &options->frame;

  self->options = options;
  self->surface = surface;
  self->layout = options->layout;
  self->theme = options->theme;
  self->text = options->text;
  self->measure = dtl_text_pango_get_measure (options->text);
  dtl_painter_init_metrics (&self->metrics, options->text, frame->width_px);
  self->offset_px = (int64_t) floor (CLAMP (options->viewport.offset_px, -9.0e18, 9.0e18) + 0.5);
  self->plot_x = frame->x_px + frame->header_width_px;
  self->plot_y = frame->y_px + frame->axis_height_px + frame->shelf_height_px;
  self->plot_width = MAX (frame->width_px - frame->header_width_px, 0);
  self->plot_height = MAX (frame->height_px - frame->axis_height_px - frame->shelf_height_px, 0);
  self->seen_y = self->plot_y;
  self->seen_height = self->plot_height;
}

gboolean
dtl_painter_has_header (const DtlPainter *self)
{
  return self->options->frame.header_width_px > DTL_PAINTER_STRIPE_PX;
}

double
dtl_painter_x (const DtlPainter *self, int64_t world_px)
{
  int64_t x_px;

  if (__builtin_sub_overflow (world_px, self->offset_px, &x_px))
    x_px = world_px < self->offset_px ? -FAR_PX : self->plot_width + FAR_PX;
  return self->plot_x + (double) CLAMP (x_px, -FAR_PX, self->plot_width + FAR_PX);
}

double
dtl_painter_y (const DtlPainter *self, int y_px)
{
  return (double) self->plot_y + y_px - self->options->scroll_y_px;
}

int
dtl_painter_width (const DtlPainter *self, DtlTextStyle style, const char *text)
{
  return self->measure->width_px (self->measure, style, text);
}

int
dtl_painter_line_height (const DtlPainter *self, DtlTextStyle style)
{
  return self->measure->height_px (self->measure, style);
}

DtlColour
dtl_painter_colour (const DtlPainter *self, DtlThemeColour colour)
{
  return dtl_theme_get_colour (self->theme, colour);
}

DtlColour
dtl_colour_with_alpha (DtlColour colour, double alpha)
{
  colour.alpha = alpha;
  return colour;
}

DtlColour
dtl_colour_mix (DtlColour a, DtlColour b, double share_of_b)
{
  return (DtlColour){ a.red + (b.red - a.red) * share_of_b, a.green + (b.green - a.green) * share_of_b,
                      a.blue + (b.blue - a.blue) * share_of_b, a.alpha + (b.alpha - a.alpha) * share_of_b };
}

void
dtl_painter_fill (const DtlPainter *self, double x, double y, double width, double height, DtlColour colour)
{
  DtlPaint paint = { .has_fill = TRUE, .fill = colour };

  dtl_surface_rectangle (self->surface, x, y, width, height, 0, &paint);
}

void
dtl_painter_pill (const DtlPainter *self,
                  double x,
                  double y,
                  double width,
                  double height,
                  DtlColour fill,
                  DtlColour stroke)
{
  DtlPaint paint = { .has_fill = TRUE, .fill = fill, .has_stroke = TRUE, .stroke = stroke, .stroke_width = 1 };

  dtl_surface_rectangle (self->surface, x + 0.5, y + 0.5, width - 1, height - 1, height / 2, &paint);
}

GPtrArray *
dtl_painter_get_items (const DtlPainter *self)
{
  int top_px = self->options->scroll_y_px;
  int64_t x1_px;
  GPtrArray *items;
  guint n_kept = 0;

  if (__builtin_add_overflow (self->offset_px, self->plot_width, &x1_px))
    x1_px = INT64_MAX;
  items = dtl_layout_get_items_in (self->layout, self->offset_px, x1_px, top_px, top_px + self->plot_height);
  for (guint i = 0; i < items->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (items, i);

      if (item->y1_px >= top_px && item->y0_px <= top_px + self->plot_height)
        items->pdata[n_kept++] = items->pdata[i];
    }
  g_ptr_array_set_size (items, (int) n_kept);
  return items;
}

static gboolean
goes_on (const DtlPainter *self, guint n_done, guint n_items)
{
  const DtlPaintOptions *options = self->options;

  return options->go_on == NULL || n_done % ITEMS_BETWEEN_QUESTIONS != 0 ||
         options->go_on ((double) n_done / n_items, options->user_data);
}

static void
paint_plot (const DtlPainter *self)
{
  g_autoptr (GPtrArray) items = dtl_painter_get_items (self);

  dtl_surface_push_clip (self->surface, self->plot_x, self->plot_y, self->plot_width, self->plot_height);
  dtl_painter_paint_era_bands (self);
  dtl_painter_paint_grid (self);
  dtl_painter_paint_lanes (self);
  dtl_painter_paint_now_line (self);
  dtl_painter_paint_folds (self, items);
  dtl_painter_paint_links (self, items);
  dtl_painter_paint_ties (self, items, UINT32_MAX);
  for (guint i = 0; i < items->len && goes_on (self, i, items->len); i++)
    dtl_painter_paint_item (self, g_ptr_array_index (items, i));
  dtl_surface_pop_clip (self->surface);
}

void
dtl_painter_paint (const DtlPaintOptions *options, DtlSurface *surface)
{
  DtlPainter self;
  const DtlFrame *frame;

  g_return_if_fail (options != NULL && surface != NULL);
  dtl_painter_init (&self, options, surface);
  frame = &options->frame;
  dtl_painter_fill (&self, frame->x_px, frame->y_px, frame->width_px, frame->height_px,
                    dtl_painter_colour (&self, DTL_COLOUR_BACKGROUND));
  dtl_surface_push_clip (surface, frame->x_px, frame->y_px, frame->width_px, frame->height_px);
  paint_plot (&self);
  dtl_painter_paint_lane_names (&self);
  dtl_painter_paint_axis (&self);
  dtl_painter_paint_shelf (&self);
  if (options->show_notes)
    dtl_painter_paint_notes (&self);
  dtl_surface_pop_clip (surface);
}
