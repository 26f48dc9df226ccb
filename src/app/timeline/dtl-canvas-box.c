/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A box that is drawn over the line selects what stands in it: events by their marks, bars and bands, not by their
 * labels; clusters by their pill, with all that is in them. */
#include "app/timeline/dtl-canvas-private.h"
#include "render/dtl-painter-places.h"

/* The box in the coordinates of the layout. */
typedef struct
{
  int64_t x0_px;
  int64_t x1_px;
  int y0_px;
  int y1_px;
} LayoutBox;

static gboolean
mark_is_in (const LayoutBox *box, const DtlPlacedMark *mark)
{
  if (mark->x_px >= box->x0_px && mark->x_px <= box->x1_px)
    return TRUE;
  return mark->band_x1_px > mark->band_x0_px && mark->band_x0_px <= box->x1_px && mark->band_x1_px >= box->x0_px;
}

static gboolean
event_is_in (DtlCanvas *self, const LayoutBox *box, const DtlItem *item)
{
  const DtlPlacedMark *marks = dtl_layout_get_item_marks (self->layout, item);

  if (item->axis_y_px < box->y0_px || item->axis_y_px > box->y1_px)
    return FALSE;
  for (guint i = 0; i < item->n_marks; i++)
    if (mark_is_in (box, &marks[i]))
      return TRUE;
  return FALSE;
}

static void
add_item (DtlCanvas *self, const LayoutBox *box, const DtlItem *item, DtlBitset *rows)
{
  const uint32_t *members;

  if (item->kind == DTL_ITEM_EVENT)
    {
      if (event_is_in (self, box, item))
        dtl_bitset_set (rows, item->row, TRUE);
      return;
    }
  if (item->x0_px > box->x1_px || item->x1_px < box->x0_px || item->y0_px > box->y1_px || item->y1_px < box->y0_px)
    return;
  members = dtl_layout_get_cluster_rows (self->layout, item);
  for (guint i = 0; i < item->n_events; i++)
    dtl_bitset_set (rows, members[i], TRUE);
}

/* The shelf does not scroll with the plot. */
static void
add_from_shelf (DtlCanvas *self, const graphene_rect_t *box, DtlBitset *rows)
{
  DtlPaintOptions options;
  g_autoptr (GArray) places = NULL;

  dtl_canvas_init_options (self, &options);
  places = dtl_painter_get_places (&options);
  for (guint i = 0; i < places->len; i++)
    {
      const DtlPainterPlace *place = &g_array_index (places, DtlPainterPlace, i);
      graphene_rect_t at = GRAPHENE_RECT_INIT ((float) place->box.x, (float) place->box.y, (float) place->box.width,
                                               (float) place->box.height);

      if (place->hit == DTL_PAINTER_HIT_SHELF_ITEM && graphene_rect_intersection (box, &at, NULL))
        dtl_bitset_set (rows, place->row, TRUE);
    }
}

/**
 * dtl_canvas_select_box:
 * @box: in the canvas
 * @adds: what is selected stays so
 */
void
dtl_canvas_select_box (DtlCanvas *self, const graphene_rect_t *box, gboolean adds)
{
  double top = self->frame.axis_height_px + self->frame.shelf_height_px;
  double y0 = MAX (box->origin.y, top) - top + gtk_adjustment_get_value (self->vadjustment);
  double y1 = box->origin.y + box->size.height - top + gtk_adjustment_get_value (self->vadjustment);
  double x0 = MAX (box->origin.x - self->frame.header_width_px, 0) + self->view.offset_px;
  double x1 =
      MIN (box->origin.x + box->size.width - self->frame.header_width_px, self->view.width_px) + self->view.offset_px;
  LayoutBox layout_box = { (int64_t) x0, (int64_t) x1, (int) y0, (int) y1 };
  g_autoptr (DtlBitset) rows = NULL;

  if (!dtl_canvas_ensure_layout (self))
    return;
  rows = dtl_bitset_new (dtl_session_get_visible (self->session)->n_bits, FALSE);
  if (box->origin.y + box->size.height > top)
    {
      g_autoptr (GPtrArray) items = dtl_layout_get_items_in (self->layout, layout_box.x0_px, layout_box.x1_px + 1,
                                                             layout_box.y0_px, layout_box.y1_px + 1);

      for (guint i = 0; i < items->len; i++)
        add_item (self, &layout_box, g_ptr_array_index (items, i), rows);
    }
  add_from_shelf (self, box, rows);
  for (uint32_t row = 0; adds && row < rows->n_bits; row++)
    if (dtl_session_is_chosen (self->session, row))
      dtl_bitset_set (rows, row, TRUE);
  dtl_session_choose (self->session, rows, DTL_NO_ROW);
}

/* The box that is being drawn, above everything. */
void
dtl_canvas_snapshot_box (DtlCanvas *self, GtkSnapshot *snapshot)
{
  DtlColour accent = dtl_theme_get_colour (self->theme, DTL_COLOUR_ACCENT);
  GdkRGBA line = { (float) accent.red, (float) accent.green, (float) accent.blue, 1 };
  GdkRGBA fill = { line.red, line.green, line.blue, 0.15F };
  GskRoundedRect outline;

  if (!self->is_boxing)
    return;
  gtk_snapshot_append_color (snapshot, &fill, &self->box);
  gsk_rounded_rect_init_from_rect (&outline, &self->box, 0);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 1, 1, 1, 1 }, (GdkRGBA[4]){ line, line, line, line });
}
