/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "frames-view.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "render/dtl-title-time.h"
#include "service/dtl-document-ground.h"
#include "service/dtl-document-private.h"

/* Fonts as a screen has them: positions are rounded to whole pixels. */
static DtlTextPango *
make_text (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  DtlTextPango *text;

  pango_cairo_context_set_resolution (context, 96);
  pango_context_set_round_glyph_positions (context, TRUE);
  text = dtl_text_pango_new (context, "Cantarell, Sans", 1);
  g_object_unref (context);
  return text;
}

View *
view_new (void)
{
  View *self = g_new0 (View, 1);

  self->text = make_text ();
  self->sprites = dtl_sprites_new (1);
  self->filter = dtl_filter_new ();
  self->image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, VIEW_WIDTH_PX, VIEW_HEIGHT_PX);
  /* The image is no part of what a case takes. */
  memset (cairo_image_surface_get_data (self->image), 0xff,
          (size_t) VIEW_HEIGHT_PX * (size_t) cairo_image_surface_get_stride (self->image));
  cairo_surface_mark_dirty (self->image);
  /* The first letter loads the font, whatever the case. */
  dtl_text_pango_get_measure (self->text)->width_px (dtl_text_pango_get_measure (self->text), DTL_TEXT_TITLE, "a");
  return self;
}

void
view_free (View *self)
{
  g_clear_pointer (&self->layout, dtl_layout_unref);
  g_clear_pointer (&self->visible, dtl_bitset_unref);
  g_clear_pointer (&self->lanes, dtl_lanes_unref);
  g_clear_pointer (&self->hits, dtl_bitset_unref);
  g_clear_object (&self->document);
  dtl_filter_free (self->filter);
  dtl_sprites_free (self->sprites);
  dtl_text_pango_unref (self->text);
  cairo_surface_destroy (self->image);
  g_free (self);
}

static DtlLayout *
make_layout (View *self, DtlLayout *old)
{
  DtlLayoutInput input = {
    .columns = dtl_document_get_columns (self->document),
    .actors = dtl_document_get_actors (self->document),
    .filter = self->filter,
    .visible = self->visible,
    .lanes = self->lanes,
    .grouping = DTL_GROUP_ACTOR,
    .scale = self->viewport.scale,
    .titles = dtl_document_get_titles (self->document),
    .measure = dtl_text_pango_get_measure (self->text),
  };

  dtl_painter_init_metrics (&input.metrics, self->text, VIEW_WIDTH_PX);
  if (dtl_layout_is_crowd (input.columns))
    input.label_side_px = DTL_CROWD_SIDE_PX;
  return old != NULL ? dtl_layout_new_filtered (old, &input) : dtl_document_make_layout (self->document, &input);
}

static void
ensure_layout (View *self)
{
  g_autoptr (DtlLayout) old = g_steal_pointer (&self->layout);

  if (old == NULL || self->has_other_filter)
    self->layout = make_layout (self, old);
  else if (self->px_per_day != self->viewport.scale.px_per_day)
    self->layout = dtl_layout_new_scaled (old, self->viewport.scale);
  else
    {
      self->layout = g_steal_pointer (&old);
      return;
    }
  self->has_other_filter = FALSE;
  self->px_per_day = self->viewport.scale.px_per_day;
  dtl_painter_init_frame (&self->frame, self->layout, self->text, VIEW_WIDTH_PX, VIEW_HEIGHT_PX);
  self->viewport.width_px = VIEW_WIDTH_PX - self->frame.header_width_px;
}

static int64_t
get_left_px (const View *self)
{
  return (int64_t) floor (self->viewport.offset_px + 0.5);
}

guint
view_count_marks (View *self)
{
  int64_t left_px = get_left_px (self);
  g_autoptr (GPtrArray) items = dtl_layout_get_items_in (self->layout, left_px, left_px + self->viewport.width_px,
                                                         self->scroll_y_px, self->scroll_y_px + VIEW_HEIGHT_PX);

  return items->len;
}

gboolean
view_has_titles (View *self)
{
  int64_t left_px = get_left_px (self);

  return dtl_layout_is_whole (self->layout, left_px, left_px + self->viewport.width_px, self->scroll_y_px,
                              self->scroll_y_px + VIEW_HEIGHT_PX);
}

void
view_paint (View *self)
{
  cairo_t *cr = cairo_create (self->image);
  DtlSurface *surface = dtl_surface_new_cairo_with_sprites (cr, self->text, self->sprites);
  DtlPaintOptions options = { .theme = dtl_theme_get (DTL_THEME_LIGHT, FALSE), .text = self->text };
  DtlTitleTime time;
  int64_t left_px = get_left_px (self);

  dtl_title_time_init (&time, g_get_monotonic_time ());
  ensure_layout (self);
  if (self->is_in_time)
    dtl_layout_set_title_budget (self->layout, dtl_title_time_ask, &time);
  dtl_layout_add_titles (self->layout, left_px, left_px + self->viewport.width_px, self->scroll_y_px,
                         self->scroll_y_px + VIEW_HEIGHT_PX);
  options.layout = self->layout;
  options.viewport = self->viewport;
  options.scroll_y_px = self->scroll_y_px;
  options.frame = self->frame;
  options.selected_row = UINT32_MAX;
  options.hits = self->hits;
  options.show_notes = options.is_interactive = TRUE;
  dtl_painter_paint (&options, surface);
  dtl_layout_set_title_budget (self->layout, NULL, NULL);
  if (self->hits != NULL)
    dtl_painter_paint_overlay (&options, surface, UINT32_MAX, FALSE);
  dtl_surface_free (surface);
  cairo_destroy (cr);
}

void
view_fit (View *self)
{
  int64_t from_seconds;
  int64_t to_seconds;

  if (self->viewport.width_px == 0)
    self->viewport.width_px = VIEW_WIDTH_PX - 150;
  if (dtl_layout_get_extent (dtl_document_get_columns (self->document), self->visible, &from_seconds, &to_seconds))
    dtl_viewport_fit (&self->viewport, from_seconds, to_seconds, DTL_CROWD_SIDE_PX);
}

void
view_refilter (View *self)
{
  g_autoptr (GError) error = NULL;

  self->has_other_filter = TRUE;
  g_clear_pointer (&self->lanes, dtl_lanes_unref);
  g_clear_pointer (&self->visible, dtl_bitset_unref);
  self->visible = dtl_document_apply_filter (self->document, self->filter, &error);
  if (self->visible == NULL)
    g_error ("%s", error->message);
}

void
view_take_shown (View *self, const DtlShown *shown)
{
  self->has_other_filter = TRUE;
  g_clear_pointer (&self->lanes, dtl_lanes_unref);
  g_clear_pointer (&self->visible, dtl_bitset_unref);
  self->visible = dtl_bitset_ref (shown->visible);
  self->lanes = shown->lanes != NULL ? dtl_lanes_ref (shown->lanes) : NULL;
}

void
view_prepare (View *self)
{
  dtl_document_prepare (self->document);
  g_clear_pointer (&self->layout, dtl_layout_unref);
}

gboolean
view_open (View *self, const char *path)
{
  g_autoptr (GError) error = NULL;

  self->document = dtl_document_open (path, &error);
  if (self->document == NULL)
    {
      fprintf (stderr, "frames: %s\n", error->message);
      return FALSE;
    }
  view_refilter (self);
  view_fit (self);
  view_paint (self);
  return TRUE;
}
