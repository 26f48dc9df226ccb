/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ties: a dashed curve from an anchor to the mark that is derived from it, a thin line between the places of one event
 * in several lanes. */
#include "config.h"

#include "render/dtl-painter-private.h"

#define MAX_BULGE_PX 34

/* Where a tie meets an item: the named mark, else the item's first one. */
static void
tie_point (const DtlPainter *self, const DtlItem *item, uint32_t mark, double *x, double *y)
{
  const DtlPlacedMark *marks = dtl_layout_get_item_marks (self->layout, item);
  guint index = mark != DTL_NO_MARK && mark >= item->first_mark && mark < item->first_mark + item->n_marks
                    ? mark - item->first_mark
                    : 0;

  *x = item->n_marks > 0 ? dtl_painter_x (self, marks[index].x_px)
                         : (dtl_painter_x (self, item->x0_px) + dtl_painter_x (self, item->x1_px)) / 2;
  *y = dtl_painter_y (self, item->axis_y_px);
}

/* Between two marks of one row the tie goes over their titles. Else it leaves the anchor on the left, where labels
 * hardly ever stand, and comes in from the left; to a mark that is far to the left it comes in from the right. */
static void
paint_derived (const DtlPainter *self, DtlColour colour, double x0, double y0, double x1, double y1)
{
  DtlPaint paint = { .has_stroke = TRUE, .stroke = colour, .stroke_width = 1.25, .dash_px = 3 };
  double gap = self->metrics.mark_size_px / 2.0 + 2;
  double over = 2.6 * dtl_painter_line_height (self, DTL_TEXT_TITLE);
  double bulge = CLAMP (ABS (y1 - y0) * 0.3, 1.5 * gap, MAX_BULGE_PX);
  int side = x1 < x0 - MAX_BULGE_PX ? 1 : -1;

  if (y0 == y1)
    dtl_surface_curve (self->surface, x0, y0 - gap, x0, y0 - over, x1, y1 - over, x1, y1 - gap, &paint);
  else
    dtl_surface_curve (self->surface, x0 - gap, y0, x0 - gap - bulge, y0 + (y1 - y0) * 0.3,
                       side > 0 ? x1 + gap + bulge : MIN (x0, x1) - gap - bulge, y1, x1 + side * gap, y1, &paint);
}

/* One event in two lanes: a thin line with a dot at each end, so that it is not taken for a line of the grid. */
static void
paint_same_event (const DtlPainter *self, double x0, double y0, double x1, double y1)
{
  DtlColour colour = dtl_colour_with_alpha (dtl_painter_colour (self, DTL_COLOUR_NEUTRAL), 0.45);
  DtlPaint line = { .has_stroke = TRUE, .stroke = colour, .stroke_width = 1 };
  DtlPaint dot = { .has_fill = TRUE, .fill = dtl_painter_colour (self, DTL_COLOUR_NEUTRAL) };
  double points[] = { x0 + 0.5, y0, x1 + 0.5, y1 };

  dtl_surface_polygon (self->surface, points, 2, FALSE, &line);
  dtl_surface_circle (self->surface, x0 + 0.5, y0, 2.5, &dot);
  dtl_surface_circle (self->surface, x1 + 0.5, y1, 2.5, &dot);
}

/** Tie: one being painted. */
typedef struct
{
  const DtlTie *tie;
  const DtlItem *from;
  const DtlItem *to;
} Tie;

static void
paint_tie_piece (const DtlPainter *self, double alpha, gpointer user_data)
{
  const DtlTie *tie = ((const Tie *) user_data)->tie;
  const DtlItem *from = ((const Tie *) user_data)->from;
  const DtlItem *to = ((const Tie *) user_data)->to;
  guint n_lanes;
  const DtlLane *lanes = dtl_layout_get_lanes (self->layout, &n_lanes);
  DtlItemLook look;
  double x0, y0, x1, y1;

  tie_point (self, from, tie->from_mark, &x0, &y0);
  tie_point (self, to, tie->to_mark, &x1, &y1);
  dtl_painter_get_look (self, to->lane < n_lanes ? lanes[to->lane].colour : -1, &look);
  if (tie->is_derived)
    paint_derived (self, alpha < 1 ? dtl_colour_with_alpha (look.outline, alpha) : look.outline, x0, y0, x1, y1);
  else
    paint_same_event (self, x0, y0, x1, y1);
}

static void
paint_tie (const DtlPainter *self, GPtrArray *items, const DtlTie *tie)
{
  Tie painted = { tie, g_ptr_array_index (items, tie->from_item), g_ptr_array_index (items, tie->to_item) };

  dtl_painter_paint_in_pieces (self, MIN (painted.from->x0_px, painted.to->x0_px),
                               MAX (painted.from->x1_px, painted.to->x1_px), TRUE, paint_tie_piece, &painted);
}

void
dtl_painter_paint_ties (const DtlPainter *self, GPtrArray *items, uint32_t selected_row)
{
  g_autoptr (GArray) ties = dtl_layout_get_ties (self->layout, items, selected_row);

  for (guint i = 0; i < ties->len; i++)
    {
      const DtlTie *tie = &g_array_index (ties, DtlTie, i);

      if (tie->from_item < items->len && tie->to_item < items->len)
        paint_tie (self, items, tie);
    }
}

gboolean
dtl_painter_has_ties (const DtlPainter *self, GPtrArray *items)
{
  g_autoptr (GArray) ties = dtl_layout_get_ties (self->layout, items, UINT32_MAX);

  return ties->len > 0;
}
