/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The light layer above the picture: what is found, selected, hovered and focused. Translucent, so that it needs
 * nothing of what is below it. */
#include "config.h"

#include "render/dtl-painter-private.h"

#define MARGIN_X_PX 5
#define MARGIN_Y_PX 3
#define RADIUS_PX   7

#define BRACKET_Y_PX    4
#define BRACKET_SIDE_PX 8

/** Emphasis: how strongly something is lit. */
typedef enum
{
  EMPHASIS_HOVERED,
  EMPHASIS_SELECTED,
  EMPHASIS_FOCUSED,
} Emphasis;

static void
paint_box (const DtlPainter *self, const cairo_rectangle_t *box, double radius, Emphasis emphasis)
{
  DtlColour accent = dtl_painter_colour (self, DTL_COLOUR_ACCENT);
  DtlPaint paint = { .has_fill = TRUE,
                     .fill = dtl_colour_with_alpha (accent, emphasis == EMPHASIS_HOVERED ? 0.08 : 0.15),
                     .has_stroke = TRUE,
                     .stroke = dtl_colour_with_alpha (accent, emphasis == EMPHASIS_HOVERED ? 0.4 : 1),
                     .stroke_width = emphasis == EMPHASIS_HOVERED ? 1 : 2 };

  dtl_surface_rectangle (self->surface, box->x, box->y, box->width, box->height, radius, &paint);
  if (emphasis == EMPHASIS_FOCUSED)
    {
      paint.has_fill = FALSE;
      paint.stroke = accent;
      paint.stroke_width = 2;
      dtl_surface_rectangle (self->surface, box->x - 3.5, box->y - 3.5, box->width + 7, box->height + 7, radius + 3,
                             &paint);
    }
}

static void
paint_item_box (const DtlPainter *self, const DtlItem *item, Emphasis emphasis)
{
  double x0 = MAX (dtl_painter_x (self, item->x0_px) - MARGIN_X_PX, self->plot_x - 2 * RADIUS_PX);
  double x1 = MIN (dtl_painter_x (self, item->x1_px) + MARGIN_X_PX, self->plot_x + self->plot_width + 2 * RADIUS_PX);
  double y0 = dtl_painter_y (self, item->y0_px) - MARGIN_Y_PX;
  double y1 = dtl_painter_y (self, item->y1_px) + MARGIN_Y_PX;
  cairo_rectangle_t box = { x0, y0, x1 - x0, y1 - y0 };

  paint_box (self, &box, RADIUS_PX, emphasis);
}

/* The items on the shelf that are @row, or where that is UINT32_MAX, those chosen besides the selected one. */
static void
paint_shelf_box (const DtlPainter *self, uint32_t row, Emphasis emphasis)
{
  const DtlBitset *chosen = row == UINT32_MAX ? self->options->chosen : NULL;
  int x_px, more_x_px, y_px, height_px;
  guint n_more;
  g_autoptr (GArray) shelf = NULL;

  if (self->options->frame.shelf_height_px == 0)
    return;
  shelf = dtl_painter_get_shelf (self, &x_px, &n_more, &more_x_px);
  dtl_painter_get_shelf_rows (self, &y_px, &height_px);
  for (guint i = 0; i < shelf->len; i++)
    {
      const DtlShelfItem *item = &g_array_index (shelf, DtlShelfItem, i);
      cairo_rectangle_t box = { x_px + item->x_px, y_px, item->width_px, height_px };

      if (item->row == row ||
          (chosen != NULL && item->row != self->options->selected_row && dtl_bitset_get (chosen, item->row)))
        paint_box (self, &box, height_px / 2.0, emphasis);
    }
}

/* The name of an era in its strip. */
static void
paint_era_box (const DtlPainter *self, uint32_t row, Emphasis emphasis)
{
  g_autoptr (GArray) names = NULL;

  if (self->options->frame.eras_height_px == 0)
    return;
  names = dtl_painter_get_era_names (self);
  for (guint i = 0; i < names->len; i++)
    if (g_array_index (names, DtlEraName, i).row == row)
      paint_box (self, &g_array_index (names, DtlEraName, i).box, 4, emphasis);
}

static void
paint_row (const DtlPainter *self, GPtrArray *items, uint32_t row, Emphasis emphasis)
{
  if (row == UINT32_MAX)
    return;
  dtl_surface_push_clip (self->surface, self->plot_x, self->seen_y, self->plot_width, self->seen_height);
  for (guint i = 0; i < items->len; i++)
    if (dtl_layout_item_has_row (self->layout, g_ptr_array_index (items, i), row))
      paint_item_box (self, g_ptr_array_index (items, i), emphasis);
  dtl_surface_pop_clip (self->surface);
  paint_shelf_box (self, row, emphasis);
  paint_era_box (self, row, emphasis);
}

/* Where several are selected, all but the one that has a frame of its own anyway. */
static void
paint_chosen (const DtlPainter *self, GPtrArray *items)
{
  const DtlBitset *chosen = self->options->chosen;
  uint32_t selected = self->options->selected_row;

  if (chosen == NULL)
    return;
  dtl_surface_push_clip (self->surface, self->plot_x, self->plot_y, self->plot_width, self->plot_height);
  for (guint i = 0; i < items->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (items, i);

      if (dtl_layout_item_count_rows (self->layout, item, chosen, 1) > 0 &&
          !dtl_layout_item_has_row (self->layout, item, selected))
        paint_item_box (self, item, EMPHASIS_SELECTED);
    }
  dtl_surface_pop_clip (self->surface);
  paint_shelf_box (self, UINT32_MAX, EMPHASIS_SELECTED);
}

/* Along the upper edge of the plot, between the events between which an undated one lies; open and dashed on a side of
 * which nothing is known. */
static void
paint_bracket (const DtlPainter *self, uint32_t row)
{
  DtlPaint line = { .has_stroke = TRUE, .stroke = dtl_painter_colour (self, DTL_COLOUR_ACCENT), .stroke_width = 2 };
  double x0 = self->plot_x, x1 = self->plot_x + self->plot_width, y = self->plot_y + BRACKET_Y_PX;
  DtlBracket bracket;

  if (!dtl_layout_get_bracket (self->layout, row, &bracket))
    return;
  if (bracket.after_row != UINT32_MAX)
    x0 = dtl_painter_x (self, bracket.after_px);
  if (bracket.before_row != UINT32_MAX)
    x1 = dtl_painter_x (self, bracket.before_px);
  line.dash_px = bracket.after_row == UINT32_MAX || bracket.before_row == UINT32_MAX ? 4 : 0;
  dtl_surface_push_clip (self->surface, self->plot_x, self->plot_y, self->plot_width, self->plot_height);
  dtl_surface_polygon (self->surface, (double[]){ x0, y, x1, y }, 2, FALSE, &line);
  if (bracket.after_row != UINT32_MAX)
    dtl_painter_fill (self, x0 - 1, y - 1, 2, BRACKET_SIDE_PX, line.stroke);
  if (bracket.before_row != UINT32_MAX)
    dtl_painter_fill (self, x1 - 1, y - 1, 2, BRACKET_SIDE_PX, line.stroke);
  dtl_surface_pop_clip (self->surface);
}

static void
paint_focus_of_plot (const DtlPainter *self)
{
  const DtlFrame *frame = &self->options->frame;
  DtlPaint paint = { .has_stroke = TRUE, .stroke = dtl_painter_colour (self, DTL_COLOUR_ACCENT), .stroke_width = 2 };

  dtl_surface_rectangle (self->surface, frame->x_px + 1, frame->y_px + 1, frame->width_px - 2, frame->height_px - 2, 4,
                         &paint);
}

void
dtl_painter_paint_overlay (const DtlPaintOptions *options,
                           DtlSurface *surface,
                           uint32_t hovered_row,
                           gboolean has_focus)
{
  DtlPainter self;
  g_autoptr (GPtrArray) items = NULL;

  g_return_if_fail (options != NULL && surface != NULL);
  dtl_painter_init (&self, options, surface);
  self.seen_y += dtl_painter_get_pinned_px (&self);
  self.seen_height = MAX (self.plot_y + self.plot_height - dtl_painter_get_strip_px (&self) - self.seen_y, 0);
  items = dtl_painter_get_items (&self);
  /* Where few ties are in view, they are in the picture below. */
  if (options->selected_row != UINT32_MAX && !dtl_painter_has_ties (&self, items))
    {
      dtl_surface_push_clip (surface, self.plot_x, self.seen_y, self.plot_width, self.seen_height);
      dtl_painter_paint_ties (&self, items, options->selected_row);
      dtl_surface_pop_clip (surface);
    }
  if (options->selected_row != UINT32_MAX)
    {
      dtl_surface_push_clip (surface, self.plot_x, self.seen_y, self.plot_width, self.seen_height);
      dtl_painter_paint_selected_links (&self, items);
      dtl_surface_pop_clip (surface);
      paint_bracket (&self, options->selected_row);
    }
  dtl_painter_paint_hits (&self, items);
  paint_chosen (&self, items);
  if (hovered_row != options->selected_row)
    paint_row (&self, items, hovered_row, EMPHASIS_HOVERED);
  paint_row (&self, items, options->selected_row, has_focus ? EMPHASIS_FOCUSED : EMPHASIS_SELECTED);
  if (has_focus && options->selected_row == UINT32_MAX)
    paint_focus_of_plot (&self);
}
