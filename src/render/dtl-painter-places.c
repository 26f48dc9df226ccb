/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the painter itself puts on the plot beside the layout's items, and where: for pointers that hit it and for who
 * has it read aloud. */
#include "config.h"

#include "render/dtl-painter-places.h"
#include "render/dtl-painter-private.h"

static void
clear_place (gpointer data)
{
  g_free (((DtlPainterPlace *) data)->text);
}

static void
add_shelf (const DtlPainter *self, GArray *places)
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
      DtlPainterPlace place = { DTL_PAINTER_HIT_SHELF_ITEM, item->row, 1, NULL, { 0 } };

      place.box = (cairo_rectangle_t){ x_px + item->x_px, y_px, item->width_px, height_px };
      g_array_append_val (places, place);
    }
  if (n_more > 0)
    {
      DtlPainterPlace place = { DTL_PAINTER_HIT_SHELF_MORE, UINT32_MAX, n_more, NULL, { 0 } };

      place.box = (cairo_rectangle_t){ x_px + more_x_px, y_px, dtl_painter_get_more_width (self, n_more), height_px };
      g_array_append_val (places, place);
    }
}

static void
add_eras (const DtlPainter *self, GArray *places)
{
  g_autoptr (GArray) names = dtl_painter_get_era_names (self);
  cairo_rectangle_t more;
  guint n_more = dtl_painter_get_more_eras (self, &more);

  for (guint i = 0; i < names->len; i++)
    {
      const DtlEraName *name = &g_array_index (names, DtlEraName, i);
      DtlPainterPlace place = { DTL_PAINTER_HIT_SHELF_ITEM, name->row, 1, NULL, name->box };

      g_array_append_val (places, place);
    }
  if (n_more > 0)
    {
      DtlPainterPlace place = { DTL_PAINTER_HIT_ERAS_MORE, UINT32_MAX, n_more, NULL, more };

      g_array_append_val (places, place);
    }
}

static void
add_notes (const DtlPainter *self, GArray *places)
{
  g_autoptr (GArray) notes = dtl_painter_get_notes (self);

  for (guint i = 0; i < notes->len; i++)
    {
      DtlNote *note = &g_array_index (notes, DtlNote, i);
      DtlPainterPlace place = { note->hit, UINT32_MAX, 1, g_steal_pointer (&note->text), { 0 } };

      place.box = (cairo_rectangle_t){ note->x_px, note->y_px, note->width_px, note->height_px };
      g_array_append_val (places, place);
    }
}

/* What is drawn lower than a finger or an unsteady hand hits can still be hit above and below. */
static void
enlarge (DtlPainterPlace *place)
{
  double more_px = MAX (DTL_PAINTER_TARGET_PX - place->box.height, 0);

  place->box.y -= more_px / 2;
  place->box.height += more_px;
}

GArray *
dtl_painter_get_places (const DtlPaintOptions *options)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (DtlPainterPlace));
  DtlPainter self;

  g_array_set_clear_func (places, clear_place);
  g_return_val_if_fail (options != NULL, places);
  dtl_painter_init (&self, options, NULL);
  if (options->frame.eras_height_px > 0)
    add_eras (&self, places);
  add_shelf (&self, places);
  if (options->show_notes)
    add_notes (&self, places);
  for (guint i = 0; i < places->len; i++)
    enlarge (&g_array_index (places, DtlPainterPlace, i));
  return places;
}

DtlPainterHit
dtl_painter_hit (const DtlPaintOptions *options, double x, double y, uint32_t *row)
{
  g_autoptr (GArray) places = dtl_painter_get_places (options);

  if (row != NULL)
    *row = UINT32_MAX;
  for (guint i = 0; i < places->len; i++)
    {
      const DtlPainterPlace *place = &g_array_index (places, DtlPainterPlace, i);
      const cairo_rectangle_t *box = &place->box;

      if (x < box->x || x >= box->x + box->width || y < box->y || y >= box->y + box->height)
        continue;
      if (row != NULL)
        *row = place->row;
      return place->hit;
    }
  return DTL_PAINTER_HIT_NONE;
}

uint32_t
dtl_painter_hit_shelf (const DtlPaintOptions *options, double x, double y)
{
  uint32_t row;

  dtl_painter_hit (options, x, y, &row);
  return row;
}
