/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a search found, in the light layer: a dashed frame within the one of the selection, so that a match that is
 * selected shows both. The rest is not dimmed, since its words would be too faint to read. */
#include "config.h"

#include "render/dtl-painter-private.h"

#define MARGIN_X_PX 2
#define MARGIN_Y_PX 1
#define RADIUS_PX   5
#define DASH_PX     4

/* A cluster is marked by the first match in it, however many events it has. */
static gboolean
has_hit (const DtlPainter *self, const DtlItem *item)
{
  return dtl_layout_item_count_rows (self->layout, item, self->options->hits, 1) > 0;
}

static void
paint_frame (const DtlPainter *self, double x, double y, double width, double height, double radius)
{
  DtlColour colour = dtl_painter_colour (self, DTL_COLOUR_HIT);
  DtlPaint paint = { .has_fill = TRUE,
                     .fill = dtl_colour_with_alpha (colour, 0.12),
                     .has_stroke = TRUE,
                     .stroke = colour,
                     .stroke_width = 2,
                     .dash_px = DASH_PX };

  dtl_surface_rectangle (self->surface, x, y, width, height, radius, &paint);
}

static void
paint_item (const DtlPainter *self, const DtlItem *item)
{
  double x0 = MAX (dtl_painter_x (self, item->x0_px) - MARGIN_X_PX, self->plot_x - 2 * RADIUS_PX);
  double x1 = MIN (dtl_painter_x (self, item->x1_px) + MARGIN_X_PX, self->plot_x + self->plot_width + 2 * RADIUS_PX);
  double y0 = dtl_painter_y (self, item->y0_px) - MARGIN_Y_PX;
  double y1 = dtl_painter_y (self, item->y1_px) + MARGIN_Y_PX;

  paint_frame (self, x0, y0, x1 - x0, y1 - y0, RADIUS_PX);
}

static void
paint_shelf (const DtlPainter *self)
{
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

      if (item->row < self->options->hits->n_bits && dtl_bitset_get (self->options->hits, item->row))
        paint_frame (self, (double) x_px + item->x_px + 1, y_px + 1, item->width_px - 2, height_px - 2,
                     height_px / 2.0);
    }
}

void
dtl_painter_paint_hits (const DtlPainter *self, GPtrArray *items)
{
  if (self->options->hits == NULL)
    return;
  dtl_surface_push_clip (self->surface, self->plot_x, self->seen_y, self->plot_width, self->seen_height);
  for (guint i = 0; i < items->len; i++)
    if (has_hit (self, g_ptr_array_index (items, i)))
      paint_item (self, g_ptr_array_index (items, i));
  dtl_surface_pop_clip (self->surface);
  paint_shelf (self);
}
