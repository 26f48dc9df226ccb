/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas' view and layout: when which is made anew. A pan keeps both layout and measured titles, a zoom step keeps
 * the titles, a filter or another case keeps nothing. */
#include "app/timeline/dtl-canvas-private.h"

#include <math.h>

#include "app/compat/dtl-announce.h"
#include "app/dtl-shell.h"
#include "app/settings/dtl-settings.h"
#include "layout/dtl-eras.h"
#include "render/dtl-title-time.h"
#include "service/dtl-document-ground.h"

#define SPAN_MARGIN_PX 96
#define SETTLE_MS      150
/* Between one try and the next, where not all titles are there by then. */
#define TITLES_MS 16
/* How far a mark that is brought into view stays from its edges. */
#define REVEAL_MARGIN_PX 12
#define HIT_SLOP_PX      5

/* Whether the layout must be made anew for a widget as wide as this: titles are as long as the width lets them, but in
 * a case of many events these are not worth it while the width changes. */
gboolean
dtl_canvas_needs_layout_for (DtlCanvas *self, int width_px)
{
  if (self->session == NULL || self->text == NULL || width_px == self->frame.width_px)
    return FALSE;
  return dtl_painter_is_narrow (self->text, self->frame.width_px) != dtl_painter_is_narrow (self->text, width_px) ||
         !dtl_layout_is_crowd (dtl_document_get_columns (dtl_session_get_document (self->session)));
}

/* @old: (nullable): a layout of the same case, which may be of another filter, or of another width */
static DtlLayout *
make_layout (DtlCanvas *self, DtlLayout *old)
{
  DtlDocument *document = dtl_session_get_document (self->session);
  DtlLayoutInput input = {
    .columns = dtl_document_get_columns (document),
    .actors = dtl_document_get_actors (document),
    .filter = dtl_session_get_filter (self->session),
    .visible = dtl_session_get_visible (self->session),
    .lanes = dtl_session_get_lanes (self->session),
    .grouping = DTL_GROUP_ACTOR,
    .scale = self->view.scale,
    .titles = dtl_document_get_titles (document),
    .measure = dtl_text_pango_get_measure (self->text),
  };

  dtl_painter_init_metrics (&input.metrics, self->text, gtk_widget_get_width (GTK_WIDGET (self)));
  if (dtl_layout_is_crowd (input.columns))
    input.label_side_px = DTL_CROWD_SIDE_PX;
  if (old != NULL && dtl_layout_is_of (old, &input))
    return dtl_layout_new_filtered (old, &input);
  return dtl_document_make_layout (document, &input);
}

static void
renew_layout (DtlCanvas *self)
{
  g_autoptr (DtlLayout) old = g_steal_pointer (&self->layout);

  if (old != NULL && self->layout_is_stale)
    self->layout = dtl_layout_new_scaled (old, self->view.scale);
  else
    self->layout = make_layout (self, self->old_layout);
  self->layout_is_stale = FALSE;
  g_clear_pointer (&self->old_layout, dtl_layout_unref);
}

static void
renew_layout_at_scale (DtlCanvas *self)
{
  self->layout_is_stale = TRUE;
  renew_layout (self);
}

/* Tells the scrollbar how high the lanes are, with room for the notes below them, which then cover no label. */
void
dtl_canvas_update_adjustment (DtlCanvas *self)
{
  int page = MAX (self->frame.height_px - self->frame.axis_height_px - self->frame.shelf_height_px, 1);
  int height = MAX (dtl_layout_get_height_px (self->layout) + dtl_painter_get_note_line_px (self->text), page);

  gtk_adjustment_configure (self->vadjustment, CLAMP (gtk_adjustment_get_value (self->vadjustment), 0, height - page),
                            0, height, 40, page * 0.9, page);
}

/* Shows a span with room at both ends for the labels that stand outside of it. */
static void
fit_span (DtlCanvas *self, int64_t from, int64_t to)
{
  DtlColumns *columns = dtl_document_get_columns (dtl_session_get_document (self->session));
  g_autoptr (DtlLayout) old = NULL;

  if (dtl_layout_is_crowd (columns))
    {
      dtl_viewport_fit (&self->view, from, to, DTL_CROWD_SIDE_PX);
      renew_layout_at_scale (self);
      return;
    }
  old = g_steal_pointer (&self->layout);
  self->layout = dtl_layout_fit (old, from, to, &self->view);
  self->layout_is_stale = FALSE;
}

static void
fit_view (DtlCanvas *self)
{
  int64_t from, to;

  if (dtl_document_get_extent (dtl_session_get_document (self->session), dtl_session_get_visible (self->session), &from,
                               &to))
    fit_span (self, from, to);
  self->is_fitted = TRUE;
}

/* Takes the widget's size over. */
void
dtl_canvas_update_frame (DtlCanvas *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  dtl_painter_init_frame (&self->frame, self->layout, self->text, width, height);
  self->view.width_px = MAX (width - self->frame.header_width_px, 1);
}

static void
ensure_layout_and_frame (DtlCanvas *self)
{
  if (self->layout != NULL && !self->layout_is_stale)
    return;
  renew_layout (self);
  dtl_canvas_update_frame (self);
}

/* Brings layout, frame and view up to date. FALSE while there is nothing to lay out. */
gboolean
dtl_canvas_ensure_layout (DtlCanvas *self)
{
  if (self->session == NULL || gtk_widget_get_width (GTK_WIDGET (self)) <= 0)
    return FALSE;
  if (self->text == NULL)
    {
      self->text = dtl_text_pango_new (gtk_widget_get_pango_context (GTK_WIDGET (self)), NULL,
                                       dtl_shell_get_text_scale (GTK_WIDGET (self)));
      self->has_new_fonts = TRUE;
    }
  ensure_layout_and_frame (self);
  dtl_canvas_ensure_folds (self);
  ensure_layout_and_frame (self);
  if (self->needs_fit)
    {
      self->needs_fit = FALSE;
      fit_view (self);
      dtl_canvas_update_frame (self);
    }
  return TRUE;
}

/** Part: of the layout that is in view. */
typedef struct
{
  int64_t x0_px;
  int64_t x1_px;
  int y0_px;
  int y1_px;
} Part;

static Part
get_part (DtlCanvas *self)
{
  int64_t x0_px = (int64_t) floor (CLAMP (self->view.offset_px, -9.0e18, 9.0e18) + 0.5);
  int y0_px = (int) gtk_adjustment_get_value (self->vadjustment);

  return (Part){ x0_px, x0_px + self->view.width_px, y0_px, y0_px + self->frame.height_px };
}

/* Places anew what of the view has no titles yet, as far as there is time. The layout must be there. Returns: whether
 * there was something */
gboolean
dtl_canvas_add_titles (DtlCanvas *self)
{
  Part part = get_part (self);

  return dtl_layout_add_titles (self->layout, part.x0_px, part.x1_px, part.y0_px, part.y1_px);
}

/* Whether what the view shows has its titles, as far as these are to be had. The layout must be there. */
gboolean
dtl_canvas_has_titles (DtlCanvas *self)
{
  Part part = get_part (self);

  return dtl_layout_is_whole (self->layout, part.x0_px, part.x1_px, part.y0_px, part.y1_px);
}

/* What the painter is told; the layout must be there. */
void
dtl_canvas_init_options (DtlCanvas *self, DtlPaintOptions *options)
{
  *options = (DtlPaintOptions){
    .layout = self->layout,
    .viewport = self->view,
    .scroll_y_px = (int) gtk_adjustment_get_value (self->vadjustment),
    .theme = self->theme,
    .text = self->text,
    .frame = self->frame,
    .selected_row = dtl_session_get_selected_row (self->session),
    .chosen = dtl_session_get_chosen (self->session),
    .hits = dtl_session_get_hits (self->session),
    .show_links = g_settings_get_boolean (dtl_settings_get (), "show-links"),
    .show_notes = TRUE,
    .is_interactive = TRUE,
  };
  options->viewport.scale.first_weekday = dtl_settings_get_first_weekday ();
  dtl_canvas_set_now (self, options);
}

/* Everything is painted anew. */
void
dtl_canvas_drop_picture (DtlCanvas *self)
{
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
announce_view (DtlCanvas *self)
{
  g_autofree char *words = self->announces_view ? dtl_canvas_name_view (self) : NULL;

  self->announces_view = FALSE;
  if (words != NULL)
    dtl_announce (GTK_WIDGET (self), words);
}

/* A few, as a frame does: where nothing is painted, nobody else asks for them. Returns: whether all are there */
static gboolean
add_titles_in_time (DtlCanvas *self)
{
  DtlTitleTime time;

  if (dtl_canvas_has_titles (self))
    return TRUE;
  dtl_title_time_init (&time, g_get_monotonic_time ());
  dtl_layout_set_title_budget (self->layout, dtl_title_time_ask, &time);
  if (dtl_canvas_add_titles (self))
    dtl_canvas_drop_picture (self);
  dtl_layout_set_title_budget (self->layout, NULL, NULL);
  return dtl_canvas_has_titles (self);
}

static gboolean
settled_cb (gpointer user_data)
{
  DtlCanvas *self = user_data;

  self->settle_id = 0;
  if (self->layout_is_stale)
    dtl_canvas_drop_picture (self);
  if (dtl_canvas_ensure_layout (self))
    {
      if (!add_titles_in_time (self))
        {
          self->settle_id = g_timeout_add (TITLES_MS, settled_cb, self);
          return G_SOURCE_REMOVE;
        }
      dtl_canvas_update_words (self);
      dtl_canvas_update_children (self);
      announce_view (self);
      dtl_canvas_note_view (self);
      dtl_canvas_print_places (self);
    }
  return G_SOURCE_REMOVE;
}

/* Once nothing has moved for a while, words and places are told anew. */
void
dtl_canvas_restart_settling (DtlCanvas *self)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_MS, settled_cb, self);
}

/* To be called after the view or the scroll position moved. */
void
dtl_canvas_view_changed (DtlCanvas *self, gboolean scale_changed)
{
  if (scale_changed)
    self->layout_is_stale = TRUE;
  dtl_canvas_drop_picture (self);
  dtl_canvas_restart_settling (self);
  g_signal_emit_by_name (self, "view-changed");
}

/* The layout must be made anew, and may take over what filter and width do not change. */
void
dtl_canvas_set_layout_aside (DtlCanvas *self)
{
  if (self->layout == NULL)
    return;
  g_clear_pointer (&self->old_layout, dtl_layout_unref);
  self->old_layout = g_steal_pointer (&self->layout);
}

/* Lanes or events are others. */
void
dtl_canvas_drop_layout (DtlCanvas *self)
{
  dtl_canvas_set_layout_aside (self);
  self->hovered_row = DTL_NO_ROW;
  if (self->session != NULL && dtl_canvas_ensure_layout (self))
    dtl_canvas_update_adjustment (self);
  dtl_canvas_view_changed (self, FALSE);
}

static double
plot_x (DtlCanvas *self, double widget_x)
{
  return CLAMP (widget_x - self->frame.header_width_px, 0, self->view.width_px);
}

/* Zooms so that the time under @widget_x stays there, at once: for what is itself continuous. */
void
dtl_canvas_zoom_at (DtlCanvas *self, double factor, double widget_x)
{
  double before;

  if (!dtl_canvas_ensure_layout (self))
    return;
  dtl_canvas_stop (self);
  before = self->view.scale.px_per_day;
  dtl_viewport_zoom_at (&self->view, factor, plot_x (self, widget_x));
  if (self->view.scale.px_per_day == before)
    return;
  self->announces_view = TRUE;
  self->is_fitted = FALSE;
  dtl_canvas_view_changed (self, TRUE);
  if (dtl_canvas_ensure_layout (self))
    dtl_canvas_update_adjustment (self);
}

/* The same as a step: flown to, and added to the steps before that have not arrived yet. */
void
dtl_canvas_zoom_step (DtlCanvas *self, double factor, double widget_x)
{
  DtlViewport target;
  double before;

  if (!dtl_canvas_ensure_layout (self))
    return;
  dtl_canvas_get_target (self, &target);
  before = target.scale.px_per_day;
  dtl_viewport_zoom_at (&target, factor, plot_x (self, widget_x));
  if (target.scale.px_per_day == before)
    return;
  self->announces_view = TRUE;
  self->is_fitted = FALSE;
  dtl_canvas_fly_to (self, &target);
}

/* Positive @dx_px shows later times, positive @dy_px lower lanes. */
void
dtl_canvas_pan (DtlCanvas *self, double dx_px, double dy_px)
{
  dtl_canvas_stop (self);
  if (dx_px != 0)
    {
      dtl_viewport_pan (&self->view, dx_px);
      self->announces_view = TRUE;
      self->is_fitted = FALSE;
    }
  if (dy_px != 0)
    gtk_adjustment_set_value (self->vadjustment, gtk_adjustment_get_value (self->vadjustment) + dy_px);
  dtl_canvas_view_changed (self, FALSE);
}

/* The same as a step. */
void
dtl_canvas_pan_smoothly (DtlCanvas *self, double dx_px, double dy_px)
{
  DtlViewport before;

  dtl_canvas_depart (self, &before);
  dtl_canvas_pan (self, dx_px, dy_px);
  dtl_canvas_arrive (self, &before);
}

/* Shows a span of time, wherever the view was. */
void
dtl_canvas_show_span (DtlCanvas *self, int64_t from_seconds, int64_t to_seconds)
{
  if (!dtl_canvas_ensure_layout (self))
    return;
  dtl_canvas_stop (self);
  self->has_jumped = TRUE;
  self->announces_view = TRUE;
  self->is_fitted = FALSE;
  dtl_viewport_fit (&self->view, from_seconds, to_seconds, MIN (SPAN_MARGIN_PX, self->view.width_px / 4));
  dtl_canvas_view_changed (self, TRUE);
  if (dtl_canvas_ensure_layout (self))
    dtl_canvas_update_adjustment (self);
}

double
dtl_canvas_item_x (DtlCanvas *self, int64_t world_px)
{
  return self->frame.header_width_px + (double) world_px - floor (self->view.offset_px + 0.5);
}

double
dtl_canvas_item_y (DtlCanvas *self, int y_px)
{
  return self->frame.axis_height_px + self->frame.shelf_height_px + y_px -
         (int) gtk_adjustment_get_value (self->vadjustment);
}

static const DtlItem *
find_item (DtlCanvas *self, uint32_t row)
{
  return row == DTL_NO_ROW ? NULL : dtl_layout_find_row (self->layout, row);
}

static int64_t
item_mark_x (DtlCanvas *self, const DtlItem *item)
{
  const DtlPlacedMark *marks = dtl_layout_get_item_marks (self->layout, item);
  DtlColumns *columns = dtl_document_get_columns (dtl_session_get_document (self->session));

  for (guint i = 0; i < item->n_marks; i++)
    if (marks[i].mark == dtl_columns_get_main_mark (columns, item->row))
      return marks[i].x_px;
  return item->n_marks > 0 ? marks[0].x_px : (item->x0_px + item->x1_px) / 2;
}

/* An era that is out of view comes into it with its beginning, or with its end where it has none. */
static void
reveal_era (DtlCanvas *self, uint32_t row)
{
  g_autoptr (GArray) eras = dtl_layout_get_eras (self->layout, INT64_MIN, INT64_MAX);
  int64_t left_px = (int64_t) self->view.offset_px;

  for (guint i = 0; i < eras->len; i++)
    {
      const DtlPlacedEra *era = &g_array_index (eras, DtlPlacedEra, i);

      if (era->row != row)
        continue;
      if (era->x0_px > left_px + self->view.width_px)
        dtl_canvas_pan (self, (double) (era->x0_px - left_px) - self->view.width_px / 2.0, 0);
      else if (era->x1_px < left_px)
        dtl_canvas_pan (self, (double) (era->x1_px - left_px) - self->view.width_px / 2.0, 0);
    }
}

/* Pans and scrolls just as far as the event needs to be seen; not at all if it is. */
void
dtl_canvas_reveal_row (DtlCanvas *self, uint32_t row)
{
  const DtlItem *item;
  double x, y, dx = 0, dy = 0;
  double left, right, top, bottom;
  gboolean announces = self->announces_view;

  if (!dtl_canvas_ensure_layout (self))
    return;
  item = find_item (self, row);
  if (item == NULL)
    {
      reveal_era (self, row);
      return;
    }
  left = self->frame.header_width_px + MIN (REVEAL_MARGIN_PX, self->view.width_px / 4);
  right = self->frame.width_px - MIN (REVEAL_MARGIN_PX, self->view.width_px / 4);
  top = self->frame.axis_height_px + self->frame.shelf_height_px;
  bottom = self->frame.height_px;
  x = dtl_canvas_item_x (self, item_mark_x (self, item));
  y = dtl_canvas_item_y (self, item->y0_px);
  if (x < left || x > right)
    dx = x - (left + right) / 2;
  if (y < top)
    dy = y - top - 8;
  else if (y + (item->y1_px - item->y0_px) > bottom)
    dy = y + (item->y1_px - item->y0_px) - bottom + 8;
  if (dx == 0 && dy == 0)
    return;
  dtl_canvas_pan (self, dx, dy);
  self->announces_view = announces;
}

/* Returns: (nullable) (transfer none): what stands in the plot under a point of the widget */
const DtlItem *
dtl_canvas_hit (DtlCanvas *self, double x, double y)
{
  double plot_x = x - self->frame.header_width_px;
  double plot_y = y - self->frame.axis_height_px - self->frame.shelf_height_px;

  if (!dtl_canvas_ensure_layout (self) || plot_x < 0 || plot_y < 0)
    return NULL;
  return dtl_layout_hit (self->layout, (int64_t) floor (floor (self->view.offset_px + 0.5) + plot_x),
                         (int) (plot_y + gtk_adjustment_get_value (self->vadjustment)), HIT_SLOP_PX, NULL);
}

/* Selects an event as chosen in one of its lanes. */
void
dtl_canvas_select (DtlCanvas *self, uint32_t row, uint32_t lane)
{
  self->selected_lane = lane;
  dtl_session_select_row (self->session, row);
}

/* Zooms about the selected event where it is in view, else about the middle. @factor above 1 zooms in. */
void
dtl_canvas_zoom_by (DtlCanvas *self, double factor)
{
  double x, y;

  g_return_if_fail (DTL_IS_CANVAS (self));

  if (!dtl_canvas_ensure_layout (self))
    return;
  if (!dtl_canvas_get_mark_place (self, dtl_session_get_selected_row (self->session), &x, &y) ||
      x < self->frame.header_width_px || x > self->frame.width_px)
    x = self->frame.header_width_px + self->view.width_px / 2.0;
  dtl_canvas_zoom_step (self, factor, x);
}

/* Shows everything that the filter lets through. */
void
dtl_canvas_fit (DtlCanvas *self)
{
  DtlViewport before;

  g_return_if_fail (DTL_IS_CANVAS (self));

  dtl_canvas_depart (self, &before);
  dtl_canvas_fit_at_once (self);
  dtl_canvas_arrive (self, &before);
}

void
dtl_canvas_fit_at_once (DtlCanvas *self)
{
  self->announces_view = TRUE;
  self->has_jumped = TRUE;
  self->needs_fit = TRUE;
  if (dtl_canvas_ensure_layout (self))
    dtl_canvas_update_adjustment (self);
  dtl_canvas_view_changed (self, FALSE);
}

/* After a flight: a view that shows everything is laid out as fitting does it. */
void
dtl_canvas_restore_fit (DtlCanvas *self)
{
  if (!self->is_fitted)
    return;
  self->needs_fit = TRUE;
  if (dtl_canvas_ensure_layout (self))
    dtl_canvas_update_adjustment (self);
  dtl_canvas_view_changed (self, FALSE);
}

/* Returns: (transfer none): what of time the plot shows; its width is 0 before the canvas has a size */
const DtlViewport *
dtl_canvas_get_view (DtlCanvas *self)
{
  g_return_val_if_fail (DTL_IS_CANVAS (self), NULL);
  return &self->view;
}

/**
 * dtl_canvas_set_view:
 * @view: scale and place to show; neither its width nor what it folds is looked at
 */
void
dtl_canvas_set_view (DtlCanvas *self, const DtlViewport *view)
{
  gboolean scale_changed;

  g_return_if_fail (DTL_IS_CANVAS (self));
  g_return_if_fail (view != NULL && view->scale.px_per_day > 0);

  if (!dtl_canvas_ensure_layout (self))
    return;
  dtl_canvas_stop (self);
  scale_changed = !dtl_time_scale_is_same (&view->scale, &self->view.scale);
  self->view.scale = view->scale;
  self->view.offset_px = view->offset_px;
  dtl_canvas_settle_folds (self);
  self->is_fitted = FALSE;
  dtl_canvas_view_changed (self, scale_changed);
  if (scale_changed && dtl_canvas_ensure_layout (self))
    dtl_canvas_update_adjustment (self);
}

double
dtl_canvas_get_px_per_day (DtlCanvas *self)
{
  g_return_val_if_fail (DTL_IS_CANVAS (self), 0);
  return self->view.scale.px_per_day;
}

/* Returns: civil seconds at the plot's left edge */
int64_t
dtl_canvas_get_left_seconds (DtlCanvas *self)
{
  g_return_val_if_fail (DTL_IS_CANVAS (self), 0);
  return dtl_viewport_seconds_at (&self->view, 0);
}

/**
 * dtl_canvas_get_mark_place:
 * @x, @y: (out): the middle of the event's main mark, in the widget, also when that is out of view
 *
 * Returns: FALSE if the event has no mark of its own here: undated, hidden, or in a cluster
 */
gboolean
dtl_canvas_get_mark_place (DtlCanvas *self, uint32_t row, double *x, double *y)
{
  const DtlItem *item;

  g_return_val_if_fail (DTL_IS_CANVAS (self), FALSE);

  if (!dtl_canvas_ensure_layout (self) || (item = find_item (self, row)) == NULL || item->kind != DTL_ITEM_EVENT)
    return FALSE;
  *x = dtl_canvas_item_x (self, item_mark_x (self, item));
  *y = dtl_canvas_item_y (self, item->axis_y_px);
  return TRUE;
}
