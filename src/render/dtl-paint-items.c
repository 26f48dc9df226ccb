/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One placed thing: its bars and bands, marks with their signs, label; or a cluster as a pill with its count. */
#include "config.h"

#include <glib/gi18n.h>

#include "render/dtl-painter-private.h"

#define LABEL_INSET_PX 6
#define SIGN_OFFSET_PX 7

static int
lane_colour (const DtlPainter *self, const DtlItem *item)
{
  guint n_lanes;
  const DtlLane *lanes = dtl_layout_get_lanes (self->layout, &n_lanes);

  return item->lane < n_lanes ? lanes[item->lane].colour : -1;
}

/* A competing claim is lighter than the accepted one, yet its outline is still seen. */
static void
soften (DtlItemLook *look)
{
  look->fill = dtl_colour_mix (look->fill, look->background, 0.6);
}

static void
paint_stretch (const DtlPainter *self, const DtlItemLook *look, const DtlPlacedMark *mark, double y)
{
  double x0 = dtl_painter_x (self, mark->band_x0_px);
  double x1 = dtl_painter_x (self, mark->band_x1_px);

  if (mark->band_x1_px <= mark->band_x0_px)
    return;
  if (mark->is_bar)
    dtl_painter_paint_bar (self, look, mark, x0, dtl_painter_x (self, mark->solid_x0_px),
                           dtl_painter_x (self, mark->solid_x1_px), x1, y);
  else
    dtl_painter_paint_band (self, look, mark, x0, x1, y);
}

static gboolean
has_own_mark (const DtlPlacedMark *mark)
{
  return !mark->is_bar || (mark->shape != DTL_SHAPE_BAR_START && mark->shape != DTL_SHAPE_BAR_END);
}

static void
paint_placed_mark (const DtlPainter *self, const DtlItemLook *item_look, const DtlPlacedMark *mark, double y)
{
  DtlItemLook look = *item_look;
  double x = dtl_painter_x (self, mark->x_px);

  if (mark->is_competing)
    soften (&look);
  paint_stretch (self, &look, mark, y);
  if (has_own_mark (mark))
    dtl_painter_paint_mark (self, &look, mark->shape, mark->is_hollow, x, y);
  if (mark->is_competing)
    dtl_painter_paint_competing_sign (self, x + SIGN_OFFSET_PX, y - SIGN_OFFSET_PX - 1);
}

static void
paint_marks (const DtlPainter *self, const DtlItem *item, const DtlItemLook *look)
{
  const DtlPlacedMark *marks = dtl_layout_get_item_marks (self->layout, item);
  double y = dtl_painter_y (self, item->axis_y_px);

  /* Accepted claims stand above competing ones where they touch. */
  for (guint i = 0; i < item->n_marks; i++)
    if (marks[i].is_competing)
      paint_placed_mark (self, look, &marks[i], y);
  for (guint i = 0; i < item->n_marks; i++)
    if (!marks[i].is_competing)
      paint_placed_mark (self, look, &marks[i], y);
  if (item->is_alleged && item->n_marks > 0)
    dtl_painter_paint_alleged_sign (self, dtl_painter_x (self, marks[0].x_px) - SIGN_OFFSET_PX - 1,
                                    y - SIGN_OFFSET_PX - 1);
}

/* The bar that the view's left edge cuts, if its label may slide along it: right edge in @bar_end. */
static gboolean
find_cut_bar (const DtlPainter *self, const DtlItem *item, double *bar_end)
{
  const DtlPlacedMark *marks = dtl_layout_get_item_marks (self->layout, item);

  for (guint i = 0; i < item->n_marks; i++)
    if (marks[i].is_bar && marks[i].band_x0_px < self->offset_px && marks[i].band_x1_px > self->offset_px)
      {
        *bar_end = dtl_painter_x (self, marks[i].band_x1_px);
        return TRUE;
      }
  return FALSE;
}

static double
label_x (const DtlPainter *self, const DtlItem *item)
{
  double x = dtl_painter_x (self, item->label_x_px);
  double inset = self->plot_x + LABEL_INSET_PX;
  double bar_end;

  if (x >= inset || item->label_end || !find_cut_bar (self, item, &bar_end))
    return x;
  return MAX (x, MIN (inset, bar_end - item->label_width_px));
}

int
dtl_painter_get_number_room (DtlTextPango *text)
{
  DtlTextMeasure *measure = dtl_text_pango_get_measure (text);

  return measure->width_px (measure, DTL_TEXT_NUMBER, "88") + 2;
}

static void
paint_number (const DtlPainter *self, const DtlItem *item, double x, double y)
{
  const DtlPaintOptions *options = self->options;
  guint number = options->number_of_row != NULL ? options->number_of_row (item->row, options->user_data) : 0;
  g_autofree char *text = number > 0 ? g_strdup_printf ("%u", number) : NULL;

  if (text != NULL)
    dtl_surface_text (self->surface, DTL_TEXT_NUMBER, x, y, DTL_ALIGN_START,
                      dtl_painter_colour (self, DTL_COLOUR_ACCENT), text);
}

static void
paint_label (const DtlPainter *self, const DtlItem *item)
{
  DtlTextStyle style = item->is_alleged ? DTL_TEXT_ALLEGED : DTL_TEXT_TITLE;
  DtlTextAlign align = item->label_end ? DTL_ALIGN_END : DTL_ALIGN_START;
  double x = label_x (self, item) + (item->label_end ? item->label_width_px : 0);
  double y = dtl_painter_y (self, item->label_y_px);
  int width_px = dtl_painter_width (self, style, item->label);
  double number_x = item->label_end ? x : x + width_px;

  /* The room for the number is in the label's width, see dtl-picture-layout.c; without one there is none. */
  if (item->label_end && self->options->number_of_row != NULL)
    {
      x -= dtl_painter_get_number_room (self->text);
      number_x = x;
    }
  dtl_surface_text (self->surface, style, x, y, align, dtl_painter_colour (self, DTL_COLOUR_TEXT), item->label);
  if (item->date_label != NULL)
    dtl_surface_text (self->surface, DTL_TEXT_DATE, x, y + dtl_painter_line_height (self, DTL_TEXT_TITLE), align,
                      dtl_painter_colour (self, DTL_COLOUR_TEXT_DIM), item->date_label);
  paint_number (self, item, number_x + 2, y);
}

static void
paint_event (const DtlPainter *self, const DtlItem *item)
{
  DtlItemLook look;

  dtl_painter_get_look (self, lane_colour (self, item), &look);
  paint_marks (self, item, &look);
  if (item->label != NULL)
    paint_label (self, item);
  else if (item->n_marks > 0)
    paint_number (self, item,
                  dtl_painter_x (self, dtl_layout_get_item_marks (self->layout, item)[0].x_px) + SIGN_OFFSET_PX,
                  dtl_painter_y (self, item->axis_y_px) - 2 * SIGN_OFFSET_PX);
}

static void
paint_cluster (const DtlPainter *self, const DtlItem *item)
{
  /* Translators: a pill on the line that stands for several events. */
  const char *format = ngettext ("+%u event", "+%u events", item->n_events);
  g_autofree char *full = g_strdup_printf (format, item->n_events);
  g_autofree char *brief = g_strdup_printf ("+%u", item->n_events);
  double room = (double) (item->x1_px - item->x0_px) - 16;
  const char *text = dtl_painter_width (self, DTL_TEXT_CLUSTER, full) <= room ? full : brief;
  int width_px = dtl_painter_width (self, DTL_TEXT_CLUSTER, text) + 16;
  int line_px = dtl_painter_line_height (self, DTL_TEXT_CLUSTER);
  int height_px = line_px + 6;
  double middle = (dtl_painter_x (self, item->x0_px) + dtl_painter_x (self, item->x1_px)) / 2;
  double y = dtl_painter_y (self, item->axis_y_px) - height_px / 2;
  DtlItemLook look;
  DtlPaint paint = { .has_fill = TRUE, .has_stroke = TRUE, .stroke_width = 1.5 };

  dtl_painter_get_look (self, lane_colour (self, item), &look);
  paint.fill = look.background;
  paint.stroke = look.outline;
  dtl_surface_rectangle (self->surface, (int) (middle - width_px / 2.0) + 0.75, y + 0.75, width_px - 1.5,
                         height_px - 1.5, height_px / 2.0, &paint);
  dtl_surface_text (self->surface, DTL_TEXT_CLUSTER, (int) middle, y + 3, DTL_ALIGN_MIDDLE,
                    dtl_painter_colour (self, DTL_COLOUR_TEXT), text);
}

/* What is read out for the item: title and date. */
static char *
dup_item_title (const DtlItem *item)
{
  if (item->label == NULL)
    return NULL;
  if (item->date_label == NULL)
    return g_strdup (item->label);
  return g_strdup_printf ("%s, %s", item->label, item->date_label);
}

void
dtl_painter_paint_item (const DtlPainter *self, const DtlItem *item)
{
  const DtlPaintOptions *options = self->options;
  gboolean is_cluster = item->kind == DTL_ITEM_CLUSTER;
  g_autofree char *id = g_strdup_printf (is_cluster ? "cluster-%u" : "event-%u", item->row);
  g_autofree char *title = is_cluster ? NULL : dup_item_title (item);
  g_autofree char *destination = NULL;
  g_autofree char *uri = NULL;

  if (!is_cluster && options->destination_of_row != NULL)
    destination = options->destination_of_row (item->row, options->user_data);
  if (!is_cluster && destination == NULL && options->uri_of_row != NULL)
    uri = options->uri_of_row (item->row, options->user_data);
  dtl_surface_begin_group (self->surface, id, title);
  dtl_surface_begin_link (self->surface, uri, destination);
  if (is_cluster)
    paint_cluster (self, item);
  else
    paint_event (self, item);
  dtl_surface_end_link (self->surface);
  dtl_surface_end_group (self->surface);
}
