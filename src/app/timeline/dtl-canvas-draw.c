/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing: one cairo node for everything, kept as the same object while only hover, selection or focus change, and a
 * second one above it for those. The renderer keeps what it made of a node that it has seen before. */
#include "app/timeline/dtl-canvas-private.h"
#include "render/dtl-legend.h"
#include "render/dtl-title-time.h"

#define LETTERS_PX 16

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

static gboolean
add_titles_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  dtl_canvas_drop_picture (DTL_CANVAS (widget));
  return G_SOURCE_REMOVE;
}

/* Titles that were put off come in the next frames. Who asks for something in between gets what is there. */
static void
paint_frame (DtlCanvas *self, const DtlPaintOptions *options, int64_t begin_us)
{
  DtlTitleTime time;

  dtl_title_time_init (&time, begin_us);
  dtl_layout_set_title_budget (self->layout, dtl_title_time_ask, &time);
  dtl_canvas_add_titles (self);
  self->picture = make_picture (self, options);
  dtl_layout_set_title_budget (self->layout, NULL, NULL);
  if (!dtl_canvas_has_titles (self))
    gtk_widget_add_tick_callback (GTK_WIDGET (self), add_titles_cb, NULL, NULL);
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

/* Below the first picture, whose ground covers it: see dtl_text_pango_show_letters(). */
static void
append_letters (DtlCanvas *self, GtkSnapshot *snapshot)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, LETTERS_PX, LETTERS_PX));

  dtl_text_pango_show_letters (self->text, cr, 0, LETTERS_PX);
  cairo_destroy (cr);
}

void
dtl_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DtlCanvas *self = DTL_CANVAS (widget);
  int64_t begin_us = g_get_monotonic_time ();
  DtlPaintOptions options;

  if (!dtl_canvas_ensure_layout (self))
    return;
  dtl_canvas_init_options (self, &options);
  if (self->picture == NULL)
    paint_frame (self, &options, begin_us);
  if (self->has_new_fonts)
    append_letters (self, snapshot);
  self->has_new_fonts = FALSE;
  if (self->picture != NULL)
    gtk_snapshot_append_node (snapshot, self->picture);
  append_overlay (self, snapshot, &options);
  append_focus_of_item (self, snapshot);
  dtl_canvas_snapshot_box (self, snapshot);
}

/* Returns: the set of DtlLegendEntry, a bit each, that explains what is in view; empty while nothing is laid out */
guint32
dtl_canvas_get_legend (DtlCanvas *self)
{
  DtlPaintOptions options;

  g_return_val_if_fail (DTL_IS_CANVAS (self), 0);

  if (!dtl_canvas_ensure_layout (self))
    return 0;
  dtl_canvas_init_options (self, &options);
  return dtl_legend_collect_view (&options);
}
