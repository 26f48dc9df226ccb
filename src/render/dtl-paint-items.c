/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One placed thing: its bars and bands, marks with their signs, label; or a cluster as a pill with its count
 * and its most important title. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "layout/dtl-signs.h"
#include "render/dtl-painter-private.h"

#define NUMBER_OFFSET_PX   7
#define JOIN_PX            1.5
#define HALO_PX            2
#define HALO_ALPHA         0.85
#define HALO_ALPHA_ON_ERAS 0.5 /* where the plot's ground has bands, a box of it is seen */

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
  look->fill = dtl_colour_mix (look->fill, look->background, 0.75);
}

/** Stretch: a bar or band being painted. */
typedef struct
{
  const DtlItemLook *look;
  const DtlPlacedMark *mark;
  double y;
} Stretch;

static void
paint_stretch_piece (const DtlPainter *self, double alpha, gpointer user_data)
{
  const Stretch *stretch = user_data;
  const DtlPlacedMark *mark = stretch->mark;
  double x0 = dtl_painter_x (self, mark->band_x0_px);
  double x1 = dtl_painter_x (self, mark->band_x1_px);

  if (mark->is_bar)
    dtl_painter_paint_bar (self, stretch->look, mark, x0, dtl_painter_x (self, mark->solid_x0_px),
                           dtl_painter_x (self, mark->solid_x1_px), x1, stretch->y);
  else
    dtl_painter_paint_band (self, stretch->look, mark, x0, x1, stretch->y);
}

static void
paint_stretch (const DtlPainter *self, const DtlItemLook *look, const DtlPlacedMark *mark, double y)
{
  Stretch stretch = { look, mark, y };

  if (mark->band_x1_px <= mark->band_x0_px)
    return;
  dtl_painter_paint_in_pieces (self, mark->band_x0_px, mark->band_x1_px, FALSE, paint_stretch_piece, &stretch);
  dtl_painter_paint_dots_in_breaks (self, mark->band_x0_px, mark->band_x1_px, y, look->outline);
}

static void
paint_placed_mark (const DtlPainter *self, const DtlItemLook *item_look, const DtlPlacedMark *mark, double y)
{
  DtlItemLook look = *item_look;

  if (mark->is_competing)
    soften (&look);
  paint_stretch (self, &look, mark, y);
  if (dtl_signs_is_mark_drawn (mark))
    dtl_painter_paint_mark (self, &look, mark->shape, mark->is_hollow, dtl_painter_x (self, mark->x_px), y);
}

/* Where the sign of a mark stands: away from the label, within the row where room was kept there, or in the band where
 * the label stands above it. @index counts the signs at one mark. */
static void
sign_place (const DtlPainter *self, const DtlItem *item, guint index, double *x, double *y)
{
  double step = self->metrics.mark_size_px / 2.0 + 8;
  const DtlPlacedMark *marks = dtl_layout_get_item_marks (self->layout, item);
  int side = item->label_above || item->label_end ? 1 : -1;

  if (item->label_above || item->signs_x0_px < item->signs_x1_px)
    *x += side * dtl_signs_offset_px (marks, item->n_marks, self->metrics.mark_size_px, side, index);
  else
    {
      *x += (item->label_end ? 1 : -1) * (step - 5);
      *y += (step - 6) * (index == 0 ? -1 : 1);
    }
}

/* The sign of a competing claim stands in its mark; where the accepted one covers that, beside it, and then once. */
static void
paint_signs (const DtlPainter *self, const DtlItem *item, const DtlPlacedMark *marks)
{
  double axis_y = dtl_painter_y (self, item->axis_y_px);
  double main_x = dtl_painter_x (self, dtl_signs_find_main_mark (marks, item->n_marks)->x_px);
  double x = main_x;
  double y = axis_y;
  guint n_beside = 0;

  for (guint i = 0; i < item->n_marks; i++)
    {
      if (!marks[i].is_competing)
        continue;
      if (dtl_signs_is_in_mark (marks, item->n_marks, i, self->metrics.mark_size_px))
        dtl_painter_paint_competing_sign (self, dtl_painter_x (self, marks[i].x_px), axis_y, FALSE);
      else if (n_beside == 0)
        {
          sign_place (self, item, n_beside++, &x, &y);
          dtl_painter_paint_competing_sign (self, x, y, TRUE);
        }
    }
  if (item->is_alleged)
    {
      x = main_x;
      y = axis_y;
      sign_place (self, item, n_beside, &x, &y);
      dtl_painter_paint_alleged_sign (self, x, y);
    }
}

/** Line: a joining line being painted. */
typedef struct
{
  double x0;
  double x1;
  double y;
  DtlColour colour;
} Line;

static void
paint_line_piece (const DtlPainter *self, double alpha, gpointer user_data)
{
  const Line *line = user_data;

  dtl_painter_fill (self, line->x0, line->y - JOIN_PX / 2, line->x1 - line->x0, JOIN_PX, line->colour);
}

/* The thin line between the accepted marks of one event. */
static void
paint_joins (const DtlPainter *self, const DtlItem *item, const DtlItemLook *look)
{
  g_autoptr (GArray) joins = NULL;
  double y = dtl_painter_y (self, item->axis_y_px);

  if (item->n_marks < 2)
    return;
  joins = dtl_layout_get_item_joins (self->layout, item);
  for (guint i = 0; i < joins->len; i++)
    {
      const DtlJoin *join = &g_array_index (joins, DtlJoin, i);
      Line line = { dtl_painter_x (self, join->x0_px), dtl_painter_x (self, join->x1_px), y, look->outline };

      dtl_painter_paint_in_pieces (self, join->x0_px, join->x1_px, FALSE, paint_line_piece, &line);
      dtl_painter_paint_dots_in_breaks (self, join->x0_px, join->x1_px, y, look->outline);
    }
}

static void
paint_marks (const DtlPainter *self, const DtlItem *item, const DtlItemLook *look)
{
  const DtlPlacedMark *marks = dtl_layout_get_item_marks (self->layout, item);
  double y = dtl_painter_y (self, item->axis_y_px);

  if (item->n_marks == 0)
    return;
  paint_joins (self, item, look);
  /* Accepted claims stand above competing ones where they touch. */
  for (guint i = 0; i < item->n_marks; i++)
    if (marks[i].is_competing)
      paint_placed_mark (self, look, &marks[i], y);
  for (guint i = 0; i < item->n_marks; i++)
    if (!marks[i].is_competing)
      paint_placed_mark (self, look, &marks[i], y);
  paint_signs (self, item, marks);
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

/* The plot's own ground behind a line of text, so that ties and grid end there. */
static void
paint_halo (const DtlPainter *self, DtlTextStyle style, double x, double y, DtlTextAlign align, const char *text)
{
  int width_px = dtl_painter_width (self, style, text);
  double alpha = self->options->frame.eras_height_px > 0 ? HALO_ALPHA_ON_ERAS : HALO_ALPHA;
  DtlColour ground = dtl_colour_with_alpha (dtl_painter_colour (self, DTL_COLOUR_BACKGROUND), alpha);

  if (align == DTL_ALIGN_END)
    x -= width_px;
  dtl_painter_fill (self, x - HALO_PX, y, width_px + 2 * HALO_PX, dtl_painter_line_height (self, style), ground);
}

static void
paint_words (const DtlPainter *self,
             DtlTextStyle style,
             double x,
             double y,
             DtlTextAlign align,
             DtlThemeColour colour,
             const char *text)
{
  paint_halo (self, style, x, y, align, text);
  dtl_surface_text (self->surface, style, x, y, align, dtl_painter_colour (self, colour), text);
}

static void
paint_label (const DtlPainter *self, const DtlItem *item)
{
  DtlTextStyle style = item->is_alleged ? DTL_TEXT_ALLEGED : DTL_TEXT_TITLE;
  gboolean is_end = item->label_end && item->date_dx_px == 0;
  DtlTextAlign align = is_end ? DTL_ALIGN_END : DTL_ALIGN_START;
  int64_t slid_px = dtl_layout_slide_label_px (self->layout, item, self->offset_px, self->offset_px + self->plot_width);
  double x = dtl_painter_x (self, slid_px) + (is_end ? item->label_width_px : 0);
  double y = dtl_painter_y (self, item->label_y_px);
  double title_x = x;

  /* The number stands behind the title, in the room that the label's width has for it. */
  if (is_end && self->options->number_of_row != NULL)
    title_x -= dtl_painter_get_number_room (self->text);
  paint_words (self, style, title_x, y, align, DTL_COLOUR_TEXT, item->label);
  if (self->options->number_of_row != NULL)
    paint_number (self, item, title_x + (is_end ? 0 : dtl_painter_width (self, style, item->label)) + 2, y);
  if (item->date_label != NULL)
    paint_words (self, DTL_TEXT_DATE, x + item->date_dx_px, dtl_painter_y (self, item->date_y_px), align,
                 DTL_COLOUR_TEXT_DIM, item->date_label);
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
                  dtl_painter_x (self, dtl_layout_get_item_marks (self->layout, item)[0].x_px) + NUMBER_OFFSET_PX,
                  dtl_painter_y (self, item->axis_y_px) - 2 * NUMBER_OFFSET_PX);
}

static void
paint_cluster (const DtlPainter *self, const DtlItem *item)
{
  double x0 = dtl_painter_x (self, item->x0_px);
  double width = dtl_painter_x (self, item->x1_px) - x0;
  double y0 = dtl_painter_y (self, item->y0_px);
  double height = item->y1_px - item->y0_px;
  DtlItemLook look;
  DtlPaint paint = { .has_fill = TRUE, .has_stroke = TRUE, .stroke_width = 1.5 };

  dtl_painter_get_look (self, lane_colour (self, item), &look);
  paint.fill = look.background;
  paint.stroke = look.outline;
  dtl_surface_rectangle (self->surface, x0 + 0.75, y0 + 0.75, width - 1.5, height - 1.5, height / 2, &paint);
  if (item->label != NULL)
    dtl_surface_text (self->surface, DTL_TEXT_CLUSTER, dtl_painter_x (self, item->label_x_px),
                      dtl_painter_y (self, item->label_y_px), DTL_ALIGN_START,
                      dtl_painter_colour (self, DTL_COLOUR_TEXT), item->label);
  if (item->cluster_title != NULL)
    dtl_surface_text (self->surface, item->is_alleged ? DTL_TEXT_CLUSTER_ALLEGED : DTL_TEXT_CLUSTER_TITLE,
                      dtl_painter_x (self, item->label_x_px + item->cluster_title_dx_px),
                      dtl_painter_y (self, item->label_y_px), DTL_ALIGN_START,
                      dtl_painter_colour (self, DTL_COLOUR_TEXT), item->cluster_title);
}

/* What is read out for a cluster. */
static char *
dup_cluster_title (const DtlItem *item)
{
  return g_strdup_printf (ngettext ("%u event", "%u events", item->n_events), item->n_events);
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
  gboolean is_named = dtl_surface_names_groups (self->surface);
  g_autofree char *id = NULL;
  g_autofree char *title = NULL;
  g_autofree char *destination = NULL;
  g_autofree char *uri = NULL;

  if (is_named && !options->has_no_ids)
    id = g_strdup_printf (is_cluster ? "cluster-%u" : "event-%u", item->row);
  if (is_named)
    title = is_cluster ? dup_cluster_title (item) : dup_item_title (item);
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
