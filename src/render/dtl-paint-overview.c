/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-paint-overview.h. Heights are in proportion to the counts, so that twice as high is twice as many; but what
 * is there is seen, if it is one among thousands. */
#include "config.h"

#include "render/dtl-paint-overview.h"

#include <math.h>
#include <string.h>

#include "layout/dtl-ticks.h"
#include "render/dtl-painter-private.h"

#define TOP_PX      12 /* above the bars; the marks of hits and selection are there */
#define BARS_PX     34 /* the highest bar */
#define LEAST_PX    4  /* the lowest bar */
#define LASTING_PX  3
#define GAP_PX      2
#define BOTTOM_PX   5
#define FULL_EVENTS 3 /* so many are needed for the highest bar */
#define ZIGZAG_PX   3
#define HIT_PX      3
#define RADIUS_PX   4
#define HANDLE_W_PX 6
#define HANDLE_H_PX 24
/* A row of ticks with fewer labels than this leaves it open when something is. */
#define ENOUGH_LABELS 3

/* --- places ----------------------------------------------------------------------------------------------------- */

static int
get_label_height (DtlTextPango *text)
{
  DtlTextMeasure *measure = dtl_text_pango_get_measure (text);

  return measure->height_px (measure, DTL_TEXT_TICK);
}

/** dtl_overview_get_height_px: Returns: how high it is with text of this size */
int
dtl_overview_get_height_px (DtlTextPango *text)
{
  g_return_val_if_fail (text != NULL, 0);

  return TOP_PX + BARS_PX + GAP_PX + LASTING_PX + GAP_PX + get_label_height (text) + BOTTOM_PX;
}

/** dtl_overview_count_columns: Returns: how many columns of a DtlDensity the strip has room for, at least 1 */
int
dtl_overview_count_columns (const DtlStrip *strip)
{
  g_return_val_if_fail (strip != NULL, 1);

  return MAX ((int) strip->width_px / DTL_OVERVIEW_COLUMN_PX, 1);
}

static double
base_y (const DtlOverviewPicture *self)
{
  return self->height_px - BOTTOM_PX - get_label_height (self->text) - GAP_PX - LASTING_PX - GAP_PX;
}

static DtlColour
colour (const DtlOverviewPicture *self, DtlThemeColour name)
{
  return dtl_theme_get_colour (self->theme, name);
}

static void
fill (DtlSurface *surface, double x, double y, double width, double height, DtlColour with)
{
  DtlPaint paint = { .has_fill = TRUE, .fill = with };

  dtl_surface_rectangle (surface, x, y, width, height, 0, &paint);
}

/* --- ticks ------------------------------------------------------------------------------------------------------ */

static gboolean
is_on_strip (const DtlOverviewPicture *self, double x, double width)
{
  return x >= self->strip.x0_px && x + width <= self->strip.x0_px + self->strip.width_px;
}

static guint
count_labels (const DtlOverviewPicture *self, GArray *ticks)
{
  guint n = 0;

  for (guint i = 0; i < ticks->len; i++)
    {
      const DtlTick *tick = &g_array_index (ticks, DtlTick, i);

      n += tick->is_major && *tick->label != '\0' &&
           is_on_strip (self, dtl_strip_get_x (&self->strip, tick->seconds), 0);
    }
  return n;
}

/* Labels of one kind, where they run into none that is there. @taken: x pairs of those */
static void
paint_labels (const DtlOverviewPicture *self, DtlSurface *surface, GArray *ticks, gboolean major, GArray *taken)
{
  DtlTextMeasure *measure = dtl_text_pango_get_measure (self->text);
  double y = self->height_px - BOTTOM_PX - get_label_height (self->text);

  for (guint i = 0; i < ticks->len; i++)
    {
      const DtlTick *tick = &g_array_index (ticks, DtlTick, i);
      double x = dtl_strip_get_x (&self->strip, tick->seconds) + 4;
      double end = x + measure->width_px (measure, DTL_TEXT_TICK, tick->label);
      gboolean is_free = is_on_strip (self, x, end - x);

      if (tick->is_major != major || *tick->label == '\0')
        continue;
      for (guint k = 0; k + 1 < taken->len; k += 2)
        is_free &= end + 6 < g_array_index (taken, double, k) || x > g_array_index (taken, double, k + 1) + 6;
      if (!is_free)
        continue;
      dtl_surface_text (surface, DTL_TEXT_TICK, floor (x), y, DTL_ALIGN_START,
                        colour (self, major ? DTL_COLOUR_TEXT : DTL_COLOUR_TEXT_DIM), tick->label);
      g_array_append_val (taken, x);
      g_array_append_val (taken, end);
    }
}

static void
paint_tick_lines (const DtlOverviewPicture *self, DtlSurface *surface, GArray *ticks)
{
  double base = base_y (self);

  for (guint i = 0; i < ticks->len; i++)
    {
      const DtlTick *tick = &g_array_index (ticks, DtlTick, i);
      double x = floor (dtl_strip_get_x (&self->strip, tick->seconds));

      if (!is_on_strip (self, x, 1))
        continue;
      if (tick->is_major)
        fill (surface, x, TOP_PX, 1, self->height_px - TOP_PX - BOTTOM_PX, colour (self, DTL_COLOUR_SEPARATOR));
      else
        fill (surface, x, base - 6, 1, 6, colour (self, DTL_COLOUR_SEPARATOR));
    }
}

static GArray *
make_ticks (const DtlOverviewPicture *self)
{
  double days = ((double) self->strip.to_seconds - (double) self->strip.from_seconds) / DTL_SECONDS_PER_DAY;
  DtlTimeScale scale = { self->strip.width_px / days };
  int64_t x0 = dtl_time_scale_to_world_px (&scale, self->strip.from_seconds);

  return dtl_ticks_compute (&scale, x0, x0 + (int64_t) self->strip.width_px, dtl_text_pango_get_measure (self->text));
}

/* Whether minor labels are years, which need no decades beside them. */
static gboolean
has_minor_years (GArray *ticks)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      const DtlTick *tick = &g_array_index (ticks, DtlTick, i);

      if (!tick->is_major && *tick->label != '\0')
        return strlen (tick->label) >= 4 && strspn (tick->label, "0123456789") == strlen (tick->label);
    }
  return FALSE;
}

static void
paint_axis (const DtlOverviewPicture *self, DtlSurface *surface)
{
  g_autoptr (GArray) ticks = make_ticks (self);
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (double));
  gboolean has_enough = count_labels (self, ticks) >= ENOUGH_LABELS;

  paint_tick_lines (self, surface, ticks);
  if (has_enough || !has_minor_years (ticks))
    paint_labels (self, surface, ticks, TRUE, taken);
  if (!has_enough)
    paint_labels (self, surface, ticks, FALSE, taken);
}

/* --- folds ------------------------------------------------------------------------------------------------------ */

static void
paint_fold (const DtlOverviewPicture *self, DtlSurface *surface, const DtlFold *fold)
{
  double x0 = MAX (floor (dtl_strip_get_x (&self->strip, fold->from_seconds)) + 1, self->strip.x0_px);
  double x1 = MIN (floor (dtl_strip_get_x (&self->strip, fold->to_seconds)) - ZIGZAG_PX - 1,
                   self->strip.x0_px + self->strip.width_px);

  if (x1 - x0 >= 3 * ZIGZAG_PX)
    dtl_paint_torn_strip (surface, x0, x1, TOP_PX, base_y (self), ZIGZAG_PX, colour (self, DTL_COLOUR_GRID),
                          colour (self, DTL_COLOUR_NEUTRAL));
}

/* --- events ----------------------------------------------------------------------------------------------------- */

/* Columns are equal shares of the strip, so that they keep in step with the ticks; drawn on whole pixels. */
static double
column_x (const DtlOverviewPicture *self, const DtlDensity *density, int column)
{
  return floor (self->strip.x0_px + self->strip.width_px * column / density->n_columns);
}

static void
paint_bars (const DtlOverviewPicture *self, DtlSurface *surface)
{
  const DtlDensity *density = self->density;
  DtlColour with = dtl_theme_get_actor_outline (self->theme, -1);
  double base = base_y (self);
  double room = base - TOP_PX;

  for (int i = 0; i < density->n_columns; i++)
    {
      double x = column_x (self, density, i);
      double height = floor (room * density->n_events[i] / MAX (density->most_events, FULL_EVENTS));

      if (density->n_events[i] > 0)
        fill (surface, x, base - MAX (height, LEAST_PX), column_x (self, density, i + 1) - x - 1,
              MAX (height, LEAST_PX), with);
    }
}

/* Runs of columns in one piece each. */
static void
paint_lasting (const DtlOverviewPicture *self, DtlSurface *surface)
{
  const DtlDensity *density = self->density;
  DtlColour with = dtl_colour_mix (colour (self, DTL_COLOUR_NEUTRAL), colour (self, DTL_COLOUR_PANEL), 0.35);

  for (int i = 0, first; i < density->n_columns; i++)
    {
      if (density->n_lasting[i] == 0)
        continue;
      for (first = i; i + 1 < density->n_columns && density->n_lasting[i + 1] > 0;)
        i++;
      fill (surface, column_x (self, density, first), base_y (self) + GAP_PX,
            column_x (self, density, i + 1) - column_x (self, density, first) - 1, LASTING_PX, with);
    }
}

static void
paint_hits (const DtlOverviewPicture *self, DtlSurface *surface)
{
  DtlPaint paint = { .has_fill = TRUE, .fill = colour (self, DTL_COLOUR_WARNING) };

  for (int i = 0; i < self->hits->n_columns; i++)
    {
      double x = column_x (self, self->hits, i) + 1.5;
      double y = HIT_PX + 1;
      double points[] = { x - HIT_PX, y, x, y - HIT_PX, x + HIT_PX, y, x, y + HIT_PX };

      if (self->hits->n_events[i] == 0)
        continue;
      dtl_surface_polygon (surface, points, 4, TRUE, &paint);
      fill (surface, x - 0.5, TOP_PX, 1, base_y (self) - TOP_PX, dtl_colour_with_alpha (paint.fill, 0.5));
    }
}

/**
 * dtl_overview_paint:
 * @surface: where, from 0, 0
 *
 * Everything that stays the same while the view pans and zooms.
 */
void
dtl_overview_paint (const DtlOverviewPicture *picture, DtlSurface *surface)
{
  g_return_if_fail (picture != NULL && surface != NULL);

  fill (surface, 0, 0, picture->width_px, picture->height_px, colour (picture, DTL_COLOUR_PANEL));
  fill (surface, 0, 0, picture->width_px, 1, colour (picture, DTL_COLOUR_SEPARATOR));
  if (picture->density == NULL)
    return;
  for (guint i = 0; picture->folds != NULL && i < picture->folds->len; i++)
    paint_fold (picture, surface, &g_array_index (picture->folds, DtlFold, i));
  paint_axis (picture, surface);
  paint_bars (picture, surface);
  paint_lasting (picture, surface);
  fill (surface, picture->strip.x0_px, base_y (picture), picture->strip.width_px, 1,
        colour (picture, DTL_COLOUR_SEPARATOR));
  if (picture->hits != NULL)
    paint_hits (picture, surface);
}

/* --- the lens --------------------------------------------------------------------------------------------------- */

static void
paint_handle (const DtlOverviewPicture *self, DtlSurface *surface, double x, double edge_x, gboolean is_active)
{
  double middle_y = (TOP_PX + base_y (self) + LASTING_PX + GAP_PX) / 2;
  DtlColour accent = colour (self, DTL_COLOUR_ACCENT);
  double width = HANDLE_W_PX + (is_active ? 2 : 0);
  DtlPaint paint = {
    .has_fill = TRUE, .fill = accent, .has_stroke = TRUE, .stroke = colour (self, DTL_COLOUR_PANEL), .stroke_width = 1
  };

  if (fabs (x - edge_x) > 1)
    fill (surface, MIN (x, edge_x), floor (middle_y), fabs (x - edge_x), 2, accent);
  dtl_surface_rectangle (surface, floor (x - width / 2) + 0.5, floor (middle_y - HANDLE_H_PX / 2.0) + 0.5, width,
                         HANDLE_H_PX, width / 2, &paint);
}

/* What is not seen recedes. */
static void
paint_veil (const DtlOverviewPicture *self, DtlSurface *surface, double x0, double x1)
{
  DtlColour veil = dtl_colour_with_alpha (colour (self, DTL_COLOUR_PANEL), 0.5);
  double end = self->strip.x0_px + self->strip.width_px;
  double height = base_y (self) + GAP_PX + LASTING_PX - TOP_PX;

  if (x0 > self->strip.x0_px)
    fill (surface, self->strip.x0_px, TOP_PX, x0 - self->strip.x0_px, height, veil);
  if (x1 < end)
    fill (surface, x1, TOP_PX, end - x1, height, veil);
}

/* A flag on a pole, so that it is told from bars and hits by more than its colour. */
static void
paint_selected (const DtlOverviewPicture *self, DtlSurface *surface, int64_t civil_seconds)
{
  double x = floor (dtl_strip_get_x (&self->strip, civil_seconds));
  DtlColour accent = colour (self, DTL_COLOUR_ACCENT);
  double points[] = { x - 4, 1, x + 6, 1, x + 1, 9 };
  DtlPaint paint = {
    .has_fill = TRUE, .fill = accent, .has_stroke = TRUE, .stroke = colour (self, DTL_COLOUR_PANEL), .stroke_width = 1
  };

  if (!is_on_strip (self, x, 2))
    return;
  fill (surface, x, 8, 2, base_y (self) - 8, accent);
  dtl_surface_polygon (surface, points, 3, TRUE, &paint);
}

/* Short poles without a flag. */
static void
paint_chosen (const DtlOverviewPicture *self, DtlSurface *surface)
{
  DtlColour accent = colour (self, DTL_COLOUR_ACCENT);

  for (int i = 0; i < self->chosen->n_columns; i++)
    if (self->chosen->n_events[i] > 0)
      fill (surface, column_x (self, self->chosen, i), 2, 3, TOP_PX - 4, accent);
}

/**
 * dtl_overview_paint_lens:
 * @picture: for theme and places
 * @look: where the lens stands, and what is selected
 *
 * The light layer, painted again for every frame of a pan or a zoom.
 */
void
dtl_overview_paint_lens (const DtlOverviewPicture *picture, const DtlOverviewLook *look, DtlSurface *surface)
{
  DtlColour accent;
  DtlPaint paint = { .has_fill = TRUE, .has_stroke = TRUE, .stroke_width = 2 };
  double x0, x1;

  g_return_if_fail (picture != NULL && look != NULL && surface != NULL);

  accent = colour (picture, DTL_COLOUR_ACCENT);
  x0 = floor (look->lens.x0_px);
  x1 = MAX (ceil (look->lens.x1_px), x0 + 2);
  paint.fill = dtl_colour_with_alpha (accent, look->active == DTL_LENS_MIDDLE ? 0.14 : 0.09);
  paint.stroke = accent;
  paint_veil (picture, surface, x0, x1);
  dtl_surface_rectangle (surface, x0, TOP_PX - 3, x1 - x0, base_y (picture) + GAP_PX + LASTING_PX + 5 - TOP_PX,
                         MIN (RADIUS_PX, (x1 - x0) / 2), &paint);
  if (picture->chosen != NULL)
    paint_chosen (picture, surface);
  if (look->has_selected)
    paint_selected (picture, surface, look->selected_seconds);
  paint_handle (picture, surface, look->lens.left_px, x0, look->active == DTL_LENS_LEFT);
  paint_handle (picture, surface, look->lens.right_px, x1, look->active == DTL_LENS_RIGHT);
  if (look->has_focus)
    {
      DtlPaint ring = { .has_stroke = TRUE, .stroke = accent, .stroke_width = 2 };

      dtl_surface_rectangle (surface, 2, 2, picture->width_px - 4, picture->height_px - 4, 5, &ring);
    }
}
