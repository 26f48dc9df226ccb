/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing: one cairo node for everything, kept as the same object while only hover, selection or focus change, and a
 * second one above it for those. The renderer keeps what it made of a node that it has seen before. */
#include "app/timeline/dtl-canvas-private.h"

static DtlSprites *
ensure_sprites (DtlCanvas *self)
{
  double scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (self->sprites != NULL && self->sprites_scale != scale)
    g_clear_pointer (&self->sprites, dtl_sprites_free);
  if (self->sprites == NULL)
    self->sprites = dtl_sprites_new (scale);
  self->sprites_scale = scale;
  return self->sprites;
}

static DtlSurface *
begin_surface (DtlCanvas *self, GtkSnapshot *snapshot, cairo_t **cr)
{
  *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, self->frame.width_px, self->frame.height_px));
  return dtl_surface_new_cairo_with_sprites (*cr, self->text, ensure_sprites (self));
}

static GskRenderNode *
make_picture (DtlCanvas *self, const DtlPaintOptions *options)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr;
  DtlSurface *surface = begin_surface (self, snapshot, &cr);

  dtl_painter_paint (options, surface);
  dtl_surface_free (surface);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (snapshot);
}

/* Whether the painter is to show the focus: on the selected event, or on the whole canvas. */
static gboolean
paints_focus (DtlCanvas *self)
{
  DtlCanvasItem *item = dtl_canvas_get_focus_item (self);

  if (item == NULL)
    return gtk_widget_has_visible_focus (GTK_WIDGET (self));
  return dtl_canvas_item_get_place (item)->kind == DTL_CANVAS_ITEM_EVENT &&
         gtk_widget_has_visible_focus (GTK_WIDGET (item));
}

/* Clusters and notes are never selected; their ring is that of any widget. */
static void
append_focus_of_item (DtlCanvas *self, GtkSnapshot *snapshot)
{
  DtlCanvasItem *item = dtl_canvas_get_focus_item (self);

  if (item != NULL && dtl_canvas_item_get_place (item)->kind != DTL_CANVAS_ITEM_EVENT)
    gtk_widget_snapshot_child (GTK_WIDGET (self), GTK_WIDGET (item), snapshot);
}

static void
append_overlay (DtlCanvas *self, GtkSnapshot *snapshot, const DtlPaintOptions *options)
{
  gboolean has_focus = paints_focus (self);
  cairo_t *cr;
  DtlSurface *surface;

  if (options->selected_row == DTL_NO_ROW && options->chosen == NULL && options->hits == NULL &&
      self->hovered_row == DTL_NO_ROW && !has_focus)
    return;
  surface = begin_surface (self, snapshot, &cr);
  dtl_painter_paint_overlay (options, surface, self->hovered_row, has_focus);
  dtl_surface_free (surface);
  cairo_destroy (cr);
}

void
dtl_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DtlCanvas *self = DTL_CANVAS (widget);
  DtlPaintOptions options;

  if (!dtl_canvas_ensure_layout (self))
    return;
  dtl_canvas_init_options (self, &options);
  if (self->picture == NULL)
    self->picture = make_picture (self, &options);
  if (self->picture != NULL)
    gtk_snapshot_append_node (snapshot, self->picture);
  append_overlay (self, snapshot, &options);
  append_focus_of_item (self, snapshot);
  dtl_canvas_snapshot_box (self, snapshot);
}
