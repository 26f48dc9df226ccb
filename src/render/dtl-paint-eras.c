/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Eras: bands so light that everything stands on them as on the ground, with lines where they are known to begin and
 * end, and a strip in the axis that has their names. */
#include "config.h"

#include <math.h>

#include "base/dtl-gettext.h"
#include "layout/dtl-eras.h"
#include "render/dtl-painter-private.h"

#define STRIP_PAD_PX  3
#define STRIP_GAP_PX  2
#define NAME_PAD_PX   6
#define NAME_X_PX     15
#define LEAST_NAME_PX 20
#define BAND_ALPHA    0.09
#define NAME_ALPHA    0.22
#define EDGE_ALPHA    0.5

static GArray *
get_eras (const DtlPainter *self)
{
  int64_t x1_px;

  if (__builtin_add_overflow (self->offset_px, self->plot_width, &x1_px))
    x1_px = INT64_MAX;
  return dtl_layout_get_eras (self->layout, self->offset_px, x1_px);
}

static DtlColour
colour_with_alpha (const DtlPainter *self, double alpha)
{
  return dtl_colour_with_alpha (dtl_painter_colour (self, DTL_COLOUR_NEUTRAL), alpha);
}

/* Full where it is certain, fading to its ends. */
static void
paint_stretch (const DtlPainter *self, const double x[4], double y, double height, double alpha)
{
  DtlColour full = colour_with_alpha (self, alpha);
  DtlColour none = colour_with_alpha (self, 0);

  if (x[1] > x[0])
    dtl_surface_gradient (self->surface, x[0], y, x[1] - x[0], height, none, full);
  if (x[2] > x[1])
    dtl_painter_fill (self, x[1], y, x[2] - x[1], height, full);
  if (x[3] > x[2])
    dtl_surface_gradient (self->surface, x[2], y, x[3] - x[2], height, full, none);
}

static void
get_edges (const DtlPainter *self, const DtlPlacedEra *era, double x[4])
{
  x[0] = dtl_painter_x (self, era->x0_px);
  x[1] = dtl_painter_x (self, era->solid_x0_px);
  x[2] = dtl_painter_x (self, era->solid_x1_px);
  x[3] = dtl_painter_x (self, era->x1_px);
}

static void
paint_band (const DtlPainter *self, const DtlPlacedEra *era)
{
  double x[4];

  get_edges (self, era, x);
  paint_stretch (self, x, self->plot_y, self->plot_height, BAND_ALPHA);
  if (x[0] == x[1])
    dtl_painter_fill (self, x[0], self->plot_y, 1, self->plot_height, colour_with_alpha (self, EDGE_ALPHA));
  if (x[2] == x[3])
    dtl_painter_fill (self, x[3] - 1, self->plot_y, 1, self->plot_height, colour_with_alpha (self, EDGE_ALPHA));
}

void
dtl_painter_paint_era_bands (const DtlPainter *self)
{
  g_autoptr (GArray) eras = get_eras (self);

  for (guint i = 0; i < eras->len; i++)
    paint_band (self, &g_array_index (eras, DtlPlacedEra, i));
}

void
dtl_painter_paint_era_sample (const DtlPainter *self, double x, double y, double width, double height)
{
  const double edges[4] = { x, x, x + width, x + width };

  paint_stretch (self, edges, y, height, NAME_ALPHA);
  dtl_painter_fill (self, x, y, 1, height, colour_with_alpha (self, EDGE_ALPHA));
  dtl_painter_fill (self, x + width - 1, y, 1, height, colour_with_alpha (self, EDGE_ALPHA));
}

/* --- the strip -------------------------------------------------------------------------------------------------- */

static int
row_px (DtlTextMeasure *measure)
{
  return measure->height_px (measure, DTL_TEXT_DATE) + 2 * STRIP_PAD_PX;
}

int
dtl_painter_get_era_strip_px (DtlTextMeasure *measure, int n_strips)
{
  return n_strips > 0 ? n_strips * (row_px (measure) + STRIP_GAP_PX) + STRIP_GAP_PX : 0;
}

static double
strip_y (const DtlPainter *self, int strip)
{
  const DtlFrame *frame = &self->options->frame;

  return frame->y_px + frame->axis_height_px - frame->eras_height_px + STRIP_GAP_PX +
         strip * (row_px (self->measure) + STRIP_GAP_PX);
}

static char *
format_more (guint n_more)
{
  /* Translators: so many more eras than have their names in a strip above the timeline */
  return g_strdup_printf (C_ ("eras", "+%u"), n_more);
}

guint
dtl_painter_get_more_eras (const DtlPainter *self, cairo_rectangle_t *box)
{
  g_autoptr (GArray) eras = get_eras (self);
  g_autofree char *words = NULL;
  guint n_more = 0;
  double width;

  for (guint i = 0; i < eras->len; i++)
    n_more += g_array_index (eras, DtlPlacedEra, i).strip == DTL_ERA_NO_STRIP;
  words = format_more (n_more);
  width = dtl_painter_width (self, DTL_TEXT_DATE, words) + 2 * NAME_PAD_PX;
  *box = (cairo_rectangle_t){ self->plot_x + self->plot_width - width - STRIP_GAP_PX,
                              strip_y (self, DTL_ERA_MOST_STRIPS - 1), width, row_px (self->measure) };
  return n_more;
}

/* The part of an era that is in view, in its row; @end_x: how far that reaches. */
static void
get_box (const DtlPainter *self, const DtlPlacedEra *era, double end_x, cairo_rectangle_t *box)
{
  double x0 = MAX (dtl_painter_x (self, era->x0_px), self->plot_x);
  double x1 = MIN (dtl_painter_x (self, era->x1_px), end_x);

  *box = (cairo_rectangle_t){ x0, strip_y (self, era->strip), MAX (x1 - x0, 1), row_px (self->measure) };
}

/* Where the rows end: the last one before the "+n". @ends: of DTL_ERA_MOST_STRIPS */
static void
get_strip_ends (const DtlPainter *self, double *ends)
{
  cairo_rectangle_t more;

  for (int i = 0; i < DTL_ERA_MOST_STRIPS; i++)
    ends[i] = self->plot_x + self->plot_width;
  if (dtl_painter_get_more_eras (self, &more) > 0)
    ends[DTL_ERA_MOST_STRIPS - 1] = more.x - STRIP_GAP_PX;
}

GArray *
dtl_painter_get_era_names (const DtlPainter *self)
{
  g_autoptr (GArray) eras = get_eras (self);
  GArray *names = g_array_new (FALSE, FALSE, sizeof (DtlEraName));
  double ends[DTL_ERA_MOST_STRIPS];

  get_strip_ends (self, ends);
  for (guint i = 0; i < eras->len; i++)
    {
      const DtlPlacedEra *era = &g_array_index (eras, DtlPlacedEra, i);
      DtlEraName name = { .row = era->row };

      if (era->strip == DTL_ERA_NO_STRIP || dtl_painter_x (self, era->x0_px) >= ends[era->strip])
        continue;
      get_box (self, era, ends[era->strip], &name.box);
      g_array_append_val (names, name);
    }
  return names;
}

static void
paint_name (const DtlPainter *self, const DtlPlacedEra *era, double end_x)
{
  cairo_rectangle_t box;
  int width_px;
  double edges[4];
  g_autofree char *id = self->options->has_no_ids ? NULL : g_strdup_printf ("era-%u", era->row);
  g_autofree char *name = NULL;

  get_box (self, era, end_x, &box);
  get_edges (self, era, edges);
  width_px = (int) box.width - 2 * NAME_PAD_PX;
  if (era->title != NULL && width_px >= LEAST_NAME_PX)
    name = dtl_text_measure_ellipsize (self->measure, DTL_TEXT_DATE, era->title, width_px);
  dtl_surface_begin_group (self->surface, id, era->title);
  dtl_surface_push_clip (self->surface, box.x, box.y, box.width, box.height);
  paint_stretch (self, edges, box.y, box.height, NAME_ALPHA);
  dtl_surface_pop_clip (self->surface);
  if (name != NULL)
    dtl_surface_text (self->surface, DTL_TEXT_DATE, box.x + NAME_PAD_PX, box.y + STRIP_PAD_PX, DTL_ALIGN_START,
                      dtl_painter_colour (self, DTL_COLOUR_TEXT), name);
  dtl_surface_end_group (self->surface);
}

static void
paint_more (const DtlPainter *self)
{
  cairo_rectangle_t box;
  guint n_more = dtl_painter_get_more_eras (self, &box);
  g_autofree char *words = format_more (n_more);

  if (n_more == 0)
    return;
  dtl_painter_pill (self, box.x, box.y, box.width, box.height, dtl_painter_colour (self, DTL_COLOUR_BACKGROUND),
                    dtl_painter_colour (self, DTL_COLOUR_NEUTRAL));
  dtl_surface_text (self->surface, DTL_TEXT_DATE, box.x + NAME_PAD_PX, box.y + STRIP_PAD_PX, DTL_ALIGN_START,
                    dtl_painter_colour (self, DTL_COLOUR_TEXT), words);
}

void
dtl_painter_paint_era_strip (const DtlPainter *self)
{
  const DtlFrame *frame = &self->options->frame;
  g_autoptr (GArray) eras = NULL;
  double top = frame->y_px + frame->axis_height_px - frame->eras_height_px;
  double ends[DTL_ERA_MOST_STRIPS];

  if (frame->eras_height_px == 0)
    return;
  eras = get_eras (self);
  dtl_painter_fill (self, frame->x_px, top - 1, frame->width_px, 1, dtl_painter_colour (self, DTL_COLOUR_SEPARATOR));
  if (dtl_painter_has_header (self))
    dtl_surface_text (
        self->surface, DTL_TEXT_LANE, frame->x_px + NAME_X_PX,
        top + (row_px (self->measure) + 2 * STRIP_GAP_PX - dtl_painter_line_height (self, DTL_TEXT_LANE)) / 2,
        DTL_ALIGN_START, dtl_painter_colour (self, DTL_COLOUR_TEXT_DIM), _ ("Eras"));
  dtl_surface_push_clip (self->surface, self->plot_x, top, self->plot_width, frame->eras_height_px);
  get_strip_ends (self, ends);
  for (guint i = 0; i < eras->len; i++)
    {
      const DtlPlacedEra *era = &g_array_index (eras, DtlPlacedEra, i);

      if (era->strip != DTL_ERA_NO_STRIP)
        paint_name (self, era, ends[era->strip]);
    }
  paint_more (self);
  dtl_surface_pop_clip (self->surface);
}
