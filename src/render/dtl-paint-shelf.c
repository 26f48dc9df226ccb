/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shelf of undated events above the lanes, as pills, and which of them a point hits. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "render/dtl-painter-private.h"

#define NAME_X_PX 15
#define PAD_PX    8

/* Where there is no column for names, the shelf's name takes the start of the shelf itself. */
static int
get_start_px (const DtlPainter *self)
{
  if (dtl_painter_has_header (self))
    return self->plot_x + PAD_PX;
  return self->plot_x + NAME_X_PX + dtl_painter_width (self, DTL_TEXT_LANE, _ ("Undated")) + 2 * PAD_PX;
}

GArray *
dtl_painter_get_shelf (const DtlPainter *self, int *x_px, guint *n_more, int *more_x_px)
{
  *x_px = get_start_px (self);
  *n_more = 0;
  *more_x_px = 0;
  return dtl_layout_get_shelf (self->layout, MAX (self->plot_x + self->plot_width - PAD_PX - *x_px, 0), n_more,
                               more_x_px);
}

void
dtl_painter_get_shelf_rows (const DtlPainter *self, int *y_px, int *height_px)
{
  *height_px = dtl_painter_line_height (self, DTL_TEXT_DATE) + 8;
  *y_px = self->plot_y - self->options->frame.shelf_height_px + (self->options->frame.shelf_height_px - *height_px) / 2;
}

static char *
dup_more (guint n_more)
{
  return g_strdup_printf ("+%u", n_more);
}

int
dtl_painter_get_more_width (const DtlPainter *self, guint n_more)
{
  g_autofree char *text = dup_more (n_more);

  return dtl_painter_width (self, DTL_TEXT_DATE, text) + 20;
}

static void
paint_pill (const DtlPainter *self, double x, int width_px, DtlTextStyle style, const char *text)
{
  g_autofree char *fitting = dtl_text_measure_ellipsize (self->measure, style, text, width_px - 10);
  int y_px;
  int height_px;

  dtl_painter_get_shelf_rows (self, &y_px, &height_px);
  dtl_painter_pill (self, x, y_px, width_px, height_px, dtl_painter_colour (self, DTL_COLOUR_BACKGROUND),
                    dtl_painter_colour (self, DTL_COLOUR_NEUTRAL));
  if (fitting != NULL)
    dtl_surface_text (self->surface, style, x + width_px / 2,
                      y_px + (height_px - dtl_painter_line_height (self, style)) / 2, DTL_ALIGN_MIDDLE,
                      dtl_painter_colour (self, DTL_COLOUR_TEXT), fitting);
}

static void
paint_item (const DtlPainter *self, const DtlShelfItem *item, int x_px)
{
  const DtlPaintOptions *options = self->options;
  g_autofree char *id = g_strdup_printf ("event-%u", item->row);
  g_autofree char *destination =
      options->destination_of_row != NULL ? options->destination_of_row (item->row, options->user_data) : NULL;
  g_autofree char *uri =
      destination == NULL && options->uri_of_row != NULL ? options->uri_of_row (item->row, options->user_data) : NULL;
  int y_px;
  int height_px;

  dtl_surface_begin_group (self->surface, id, item->label);
  dtl_surface_begin_link (self->surface, uri, destination);
  paint_pill (self, (double) x_px + item->x_px, item->width_px, DTL_TEXT_DATE, item->label != NULL ? item->label : "");
  if (item->is_alleged)
    {
      dtl_painter_get_shelf_rows (self, &y_px, &height_px);
      dtl_painter_paint_alleged_sign (self, (double) x_px + item->x_px + 2, y_px + 2);
    }
  dtl_surface_end_link (self->surface);
  dtl_surface_end_group (self->surface);
}

static void
paint_items (const DtlPainter *self)
{
  int x_px;
  guint n_more;
  int more_x_px;
  g_autoptr (GArray) items = dtl_painter_get_shelf (self, &x_px, &n_more, &more_x_px);

  for (guint i = 0; i < items->len; i++)
    paint_item (self, &g_array_index (items, DtlShelfItem, i), x_px);
  if (n_more > 0)
    {
      g_autofree char *text = dup_more (n_more);

      paint_pill (self, (double) x_px + more_x_px, dtl_painter_get_more_width (self, n_more), DTL_TEXT_DATE, text);
    }
}

void
dtl_painter_paint_shelf (const DtlPainter *self)
{
  const DtlFrame *frame = &self->options->frame;
  double top = self->plot_y - frame->shelf_height_px;
  int line_px = dtl_painter_line_height (self, DTL_TEXT_LANE);

  if (frame->shelf_height_px == 0)
    return;
  dtl_painter_fill (self, frame->x_px, top, frame->width_px, frame->shelf_height_px,
                    dtl_painter_colour (self, DTL_COLOUR_PANEL));
  dtl_surface_text (self->surface, DTL_TEXT_LANE, frame->x_px + NAME_X_PX, top + (frame->shelf_height_px - line_px) / 2,
                    DTL_ALIGN_START, dtl_painter_colour (self, DTL_COLOUR_TEXT_DIM), _ ("Undated"));
  paint_items (self);
  dtl_painter_fill (self, frame->x_px, self->plot_y - 1, frame->width_px, 1,
                    dtl_painter_colour (self, DTL_COLOUR_SEPARATOR));
}
