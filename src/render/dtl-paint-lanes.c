/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lanes: the lines between them, their stripes of colour and their names, which stay in view while their lane is. */
#include "config.h"

#include "render/dtl-painter-private.h"

#define NAME_X_PX 15

static gboolean
is_lane_in_view (const DtlPainter *self, const DtlLane *lane)
{
  int top_px = self->options->scroll_y_px;

  return lane->y_px + lane->height_px > top_px && lane->y_px < top_px + self->plot_height;
}

/* The lines between lanes, in the plot. */
void
dtl_painter_paint_lanes (const DtlPainter *self)
{
  guint n_lanes;
  const DtlLane *lanes = dtl_layout_get_lanes (self->layout, &n_lanes);

  for (guint i = 0; i < n_lanes; i++)
    if (is_lane_in_view (self, &lanes[i]))
      dtl_painter_fill (self, self->plot_x, dtl_painter_y (self, lanes[i].y_px + lanes[i].height_px) - 1,
                        self->plot_width, 1, dtl_painter_colour (self, DTL_COLOUR_SEPARATOR));
}

/* A name in at most two lines of @width_px, the second one cut short. (transfer full) */
static GStrv
break_name (const DtlPainter *self, const char *name, int width_px, gboolean may_wrap)
{
  g_auto (GStrv) lines = NULL;
  g_autoptr (GStrvBuilder) broken = g_strv_builder_new ();
  g_autofree char *cut = NULL;
  const char *last = name;

  if (may_wrap && dtl_painter_width (self, DTL_TEXT_LANE, name) > width_px)
    {
      lines = dtl_text_pango_wrap (self->text, DTL_TEXT_LANE, name, width_px);
      if (g_strv_length (lines) > 1)
        {
          g_strv_builder_add (broken, lines[0]);
          last = strstr (name, lines[0]) + strlen (lines[0]);
          last += strspn (last, " ");
        }
    }
  cut = dtl_text_measure_ellipsize (self->measure, DTL_TEXT_LANE, last, width_px);
  if (cut != NULL)
    g_strv_builder_add (broken, cut);
  return g_strv_builder_end (broken);
}

/* Above and below a name in the column of names. */
static int
get_name_pad_px (const DtlPainter *self, const DtlLane *lane)
{
  return MIN (8, MAX (0, (lane->height_px - dtl_painter_line_height (self, DTL_TEXT_LANE)) / 2));
}

/* Where a name of so many lines begins in that column: with its lane, but not above the plot. */
static double
find_name_top (const DtlPainter *self, const DtlLane *lane, guint n_lines)
{
  int pad_px = get_name_pad_px (self, lane);
  double bottom = dtl_painter_y (self, lane->y_px + lane->height_px) - pad_px;
  double y = MAX (dtl_painter_y (self, lane->y_px), self->plot_y) + pad_px;

  return MIN (y, bottom - (double) dtl_painter_line_height (self, DTL_TEXT_LANE) * n_lines);
}

static int
get_name_width_px (const DtlPainter *self)
{
  return self->options->frame.header_width_px - NAME_X_PX - 8;
}

/* A name in the column, as it stands there. (transfer full) */
static GStrv
break_lane_name (const DtlPainter *self, const DtlLane *lane)
{
  int line_px = dtl_painter_line_height (self, DTL_TEXT_LANE);
  gboolean may_wrap = lane->height_px >= 2 * line_px + 2 * get_name_pad_px (self, lane);

  return break_name (self, lane->name, get_name_width_px (self), may_wrap);
}

static gboolean
has_name_between (const DtlPainter *self, const DtlLane *lane, double y0, double y1)
{
  g_auto (GStrv) lines = NULL;
  double top;

  if (lane->name == NULL || !is_lane_in_view (self, lane))
    return FALSE;
  lines = break_lane_name (self, lane);
  top = find_name_top (self, lane, g_strv_length (lines));
  return top < y1 && top + (double) dtl_painter_line_height (self, DTL_TEXT_LANE) * g_strv_length (lines) > y0;
}

gboolean
dtl_painter_has_name_between (const DtlPainter *self, double y0, double y1)
{
  guint n_lanes;
  const DtlLane *lanes = dtl_layout_get_lanes (self->layout, &n_lanes);

  for (guint i = 0; i < n_lanes; i++)
    if (has_name_between (self, &lanes[i], y0, y1))
      return TRUE;
  return FALSE;
}

static void
paint_name (const DtlPainter *self, const DtlLane *lane, double x)
{
  int line_px = dtl_painter_line_height (self, DTL_TEXT_LANE);
  g_auto (GStrv) lines = break_lane_name (self, lane);
  double y = find_name_top (self, lane, g_strv_length (lines));

  for (guint i = 0; lines[i] != NULL; i++)
    dtl_surface_text (self->surface, DTL_TEXT_LANE, x, y + (double) i * line_px, DTL_ALIGN_START,
                      dtl_painter_colour (self, DTL_COLOUR_TEXT), lines[i]);
}

static int
get_name_ground_px (const DtlPainter *self)
{
  return dtl_painter_line_height (self, DTL_TEXT_LANE) + 3;
}

static double
find_name_y (const DtlPainter *self, const DtlLane *lane)
{
  double bottom = dtl_painter_y (self, lane->y_px + lane->height_px);

  return MIN (MAX (dtl_painter_y (self, lane->y_px), self->plot_y), bottom - get_name_ground_px (self) - 1);
}

int
dtl_painter_get_pinned_px (const DtlPainter *self)
{
  guint n_lanes;
  const DtlLane *lanes = dtl_layout_get_lanes (self->layout, &n_lanes);

  for (guint i = 0; i < n_lanes && !dtl_painter_has_header (self); i++)
    if (dtl_painter_y (self, lanes[i].y_px) < self->plot_y && is_lane_in_view (self, &lanes[i]))
      return (int) MAX (find_name_y (self, &lanes[i]) + get_name_ground_px (self) - self->plot_y, 0);
  return 0;
}

/* Where there is no column for names, the name stands in the lane's top padding, on a ground of its own. Once it stays
 * in view while the lane goes, that ground is as wide as the plot: labels go away below it, and not beside it. */
static void
paint_name_in_lane (const DtlPainter *self, const DtlLane *lane)
{
  int width_px = self->plot_width - 2 * NAME_X_PX;
  g_autofree char *name = dtl_text_measure_ellipsize (self->measure, DTL_TEXT_LANE, lane->name, width_px);
  gboolean is_pinned = dtl_painter_y (self, lane->y_px) < self->plot_y;
  double y = find_name_y (self, lane);
  double ground_px;

  if (name == NULL)
    return;
  ground_px = is_pinned ? self->plot_width : dtl_painter_width (self, DTL_TEXT_LANE, name) + NAME_X_PX;
  dtl_painter_fill (self, self->plot_x + DTL_PAINTER_STRIPE_PX, y, ground_px, get_name_ground_px (self),
                    dtl_colour_with_alpha (dtl_painter_colour (self, DTL_COLOUR_BACKGROUND), is_pinned ? 1 : 0.85));
  dtl_surface_text (self->surface, DTL_TEXT_LANE, self->plot_x + 8, y + 2, DTL_ALIGN_START,
                    dtl_painter_colour (self, DTL_COLOUR_TEXT), name);
}

static void
paint_header (const DtlPainter *self, const DtlLane *lane)
{
  int header_px = self->options->frame.header_width_px;
  double y = dtl_painter_y (self, lane->y_px);
  double x = self->options->frame.x_px;

  dtl_painter_fill (self, x, y, DTL_PAINTER_STRIPE_PX, lane->height_px,
                    dtl_theme_get_actor_colour (self->theme, lane->colour));
  dtl_painter_fill (self, x + DTL_PAINTER_STRIPE_PX, y + lane->height_px - 1, header_px - DTL_PAINTER_STRIPE_PX, 1,
                    dtl_painter_colour (self, DTL_COLOUR_SEPARATOR));
  if (lane->name == NULL)
    return;
  if (dtl_painter_has_header (self))
    paint_name (self, lane, x + NAME_X_PX);
  else
    paint_name_in_lane (self, lane);
}

void
dtl_painter_paint_lane_names (const DtlPainter *self)
{
  int header_px = self->options->frame.header_width_px;
  double x = self->options->frame.x_px;
  guint n_lanes;
  const DtlLane *lanes = dtl_layout_get_lanes (self->layout, &n_lanes);

  dtl_painter_fill (self, x, self->plot_y, header_px, self->plot_height, dtl_painter_colour (self, DTL_COLOUR_PANEL));
  dtl_surface_push_clip (self->surface, x, self->plot_y,
                         header_px + (dtl_painter_has_header (self) ? 0 : self->plot_width), self->plot_height);
  for (guint i = 0; i < n_lanes; i++)
    if (is_lane_in_view (self, &lanes[i]))
      paint_header (self, &lanes[i]);
  dtl_surface_pop_clip (self->surface);
  if (dtl_painter_has_header (self))
    dtl_painter_fill (self, self->plot_x - 1, self->plot_y, 1, self->plot_height,
                      dtl_painter_colour (self, DTL_COLOUR_SEPARATOR));
}
