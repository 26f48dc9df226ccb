/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links between events: a line along the way that the layout found. Stroke and head of the arrow together say of which
 * type it is; the legend explains them.
 *
 *   part of       dotted, open        amends       dashed, open
 *   causes        solid, filled       implements   dashed, filled
 *   responds to   solid, open         supersedes   solid, filled, with a bar
 */
#include "config.h"

#include <math.h>

#include "render/dtl-link-words.h"
#include "render/dtl-painter-private.h"

#define RADIUS_PX 7
#define HEAD_PX   6
#define HALF_PX   3.5
#define STROKE_PX 1.25

/** LinkLook: how a type is told from others. @dash_px: 0 for none */
typedef struct
{
  double dash_px;
  gboolean is_filled;
  gboolean has_bar;
} LinkLook;

static const LinkLook looks[] = {
  [DTL_LINK_PART_OF] = { 1.5, FALSE, FALSE },   [DTL_LINK_CAUSES] = { 0, TRUE, FALSE },
  [DTL_LINK_RESPONDS_TO] = { 0, FALSE, FALSE }, [DTL_LINK_AMENDS] = { 5, FALSE, FALSE },
  [DTL_LINK_IMPLEMENTS] = { 5, TRUE, FALSE },   [DTL_LINK_SUPERSEDES] = { 0, TRUE, TRUE },
};

/* The arrow's head at the end of a line that comes in the direction @dx, @dy, of length 1. */
static void
paint_head (const DtlPainter *self, const LinkLook *look, const double *tip, double dx, double dy, DtlColour colour)
{
  double back[2] = { tip[0] - dx * HEAD_PX, tip[1] - dy * HEAD_PX };
  double points[] = { back[0] - dy * HALF_PX, back[1] + dx * HALF_PX, tip[0], tip[1],
                      back[0] + dy * HALF_PX, back[1] - dx * HALF_PX };
  double bar[] = { points[0], points[1], points[4], points[5] };
  DtlPaint paint = {
    .has_fill = look->is_filled, .fill = colour, .has_stroke = TRUE, .stroke = colour, .stroke_width = STROKE_PX
  };

  dtl_surface_polygon (self->surface, points, 3, look->is_filled, &paint);
  if (!look->has_bar)
    return;
  for (int i = 0; i < 4; i++)
    bar[i] -= (i % 2 == 0 ? dx : dy) * 3;
  dtl_surface_polygon (self->surface, bar, 2, FALSE, &paint);
}

void
dtl_painter_paint_link (const DtlPainter *self,
                        DtlLinkType type,
                        const double *points,
                        guint n_points,
                        DtlColour colour)
{
  const LinkLook *look = &looks[type];
  const double *tip = &points[(gsize) 2 * n_points - 2];
  double length = hypot (tip[0] - tip[-2], tip[1] - tip[-1]);
  DtlPaint paint = { .has_stroke = TRUE, .stroke = colour, .stroke_width = STROKE_PX, .dash_px = look->dash_px };

  dtl_surface_rounded_line (self->surface, points, n_points, RADIUS_PX, &paint);
  if (length > 0)
    paint_head (self, look, tip, (tip[0] - tip[-2]) / length, (tip[1] - tip[-1]) / length, colour);
}

/* Words of a file that tells nothing of what is not on it would tell of lanes that are left out. */
static char *
dup_words (const DtlPainter *self, const DtlPlacedLink *link)
{
  DtlTitleProvider *titles = self->options->has_no_ids ? NULL : self->options->titles;
  const char *from = titles != NULL ? titles->get_title (titles, link->from_row) : NULL;
  const char *to = titles != NULL ? titles->get_title (titles, link->to_row) : NULL;

  return from != NULL && to != NULL ? dtl_link_words (link->type, from, to) : NULL;
}

/** Placed: a link on the surface. @points: x, y pairs */
typedef struct
{
  const DtlPlacedLink *link;
  double points[2 * DTL_LINK_MAX_POINTS];
  DtlColour colour;
} Placed;

static void
paint_piece (const DtlPainter *self, double alpha, gpointer user_data)
{
  const Placed *placed = user_data;

  dtl_painter_paint_link (self, placed->link->type, placed->points, placed->link->n_points, placed->colour);
}

/* Whether it runs up or down within a break, where it could not be told by dots. */
static gboolean
turns_in_break (const DtlPainter *self, const DtlPlacedLink *link)
{
  for (guint i = 1; i < link->n_points; i++)
    {
      const DtlScaleFold *fold = dtl_painter_next_break (self, link->x_px[i], link->x_px[i] + 1);

      if (link->x_px[i] == link->x_px[i - 1] && fold != NULL && fold->x0_px < link->x_px[i])
        return TRUE;
    }
  return FALSE;
}

/* What is folded is passed in dots, as by what lasts through it. */
static void
paint_over_breaks (const DtlPainter *self, Placed *placed)
{
  const DtlPlacedLink *link = placed->link;
  int64_t x0_px = INT64_MAX;
  int64_t x1_px = INT64_MIN;

  for (guint i = 0; i < link->n_points; i++)
    {
      x0_px = MIN (x0_px, link->x_px[i]);
      x1_px = MAX (x1_px, link->x_px[i]);
    }
  if (turns_in_break (self, link))
    {
      paint_piece (self, 1, placed);
      return;
    }
  dtl_painter_paint_in_pieces (self, x0_px, x1_px, FALSE, paint_piece, placed);
  for (guint i = 1; i < link->n_points; i++)
    dtl_painter_paint_dots_in_breaks (self, MIN (link->x_px[i - 1], link->x_px[i]),
                                      MAX (link->x_px[i - 1], link->x_px[i]), placed->points[2 * i + 1],
                                      placed->colour);
}

static void
paint_placed (const DtlPainter *self, const DtlPlacedLink *link, DtlColour colour)
{
  g_autofree char *words = dup_words (self, link);
  Placed placed = { .link = link, .colour = colour };

  for (guint i = 0; i < link->n_points; i++)
    {
      placed.points[2 * i] = dtl_painter_x (self, link->x_px[i]) + 0.5;
      placed.points[2 * i + 1] = dtl_painter_y (self, link->y_px[i]) + 0.5;
    }
  dtl_surface_begin_group (self->surface, NULL, words);
  paint_over_breaks (self, &placed);
  dtl_surface_end_group (self->surface);
}

GArray *
dtl_painter_get_links (const DtlPainter *self, const GPtrArray *items, uint32_t selected_row, gboolean shows_all)
{
  int64_t x1_px;

  if (__builtin_add_overflow (self->offset_px, self->plot_width, &x1_px))
    x1_px = INT64_MAX;
  return dtl_layout_get_links (self->layout, items, self->offset_px, x1_px, selected_row, shows_all);
}

guint
dtl_painter_count_cut_links (const DtlPainter *self)
{
  g_autoptr (GPtrArray) items = NULL;
  int64_t x1_px;
  guint n_links;

  if (!self->options->show_links)
    return 0;
  if (__builtin_add_overflow (self->offset_px, self->plot_width, &x1_px))
    x1_px = INT64_MAX;
  items = dtl_painter_get_items (self);
  n_links = dtl_layout_count_links (self->layout, items, self->offset_px, x1_px);
  return n_links > DTL_LINKS_MOST ? n_links : 0;
}

void
dtl_painter_paint_links (const DtlPainter *self, const GPtrArray *items)
{
  g_autoptr (GArray) links = NULL;

  if (!self->options->show_links)
    return;
  links = dtl_painter_get_links (self, items, UINT32_MAX, TRUE);
  for (guint i = 0; i < links->len; i++)
    paint_placed (self, &g_array_index (links, DtlPlacedLink, i), dtl_painter_colour (self, DTL_COLOUR_TEXT_DIM));
}

void
dtl_painter_paint_selected_links (const DtlPainter *self, const GPtrArray *items)
{
  g_autoptr (GArray) links = dtl_painter_get_links (self, items, self->options->selected_row, FALSE);

  for (guint i = 0; i < links->len; i++)
    paint_placed (self, &g_array_index (links, DtlPlacedLink, i), dtl_painter_colour (self, DTL_COLOUR_ACCENT));
}

gboolean
dtl_painter_hit_link (const DtlPaintOptions *options, double x, double y, double slop_px, DtlPlacedLink *link)
{
  DtlPainter self;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GArray) links = NULL;
  double nearest_px = slop_px;
  gboolean is_hit = FALSE;

  g_return_val_if_fail (options != NULL && link != NULL, FALSE);

  dtl_painter_init (&self, options, NULL);
  if (x < self.plot_x || y < self.plot_y)
    return FALSE;
  items = dtl_painter_get_items (&self);
  links = dtl_painter_get_links (&self, items, options->selected_row, options->show_links);
  for (guint i = 0; i < links->len; i++)
    {
      const DtlPlacedLink *candidate = &g_array_index (links, DtlPlacedLink, i);
      double distance_px = dtl_placed_link_distance_px (candidate, (int64_t) x - self.plot_x + self.offset_px,
                                                        (int) y - self.plot_y + options->scroll_y_px);

      if (distance_px > nearest_px)
        continue;
      nearest_px = distance_px;
      *link = *candidate;
      is_hit = TRUE;
    }
  return is_hit;
}
