/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pointer and touch.
 *
 *   wheel                 zoom at the pointer            two fingers on a touchpad   pan both ways
 *   Shift + wheel         pan in time                    Ctrl + two fingers          zoom at the pointer
 *   drag                  pan both ways, Esc takes back  pinch                       zoom at its middle
 *   click on a mark       select and open its evidence   click on "+n"               zoom into it
 *   click on nothing      deselect
 *
 * A wheel's steps and a touchpad's pixels arrive through one controller; the unit tells them apart. */
#include <math.h>

#include "app/timeline/dtl-canvas-private.h"

#define WHEEL_ZOOM     1.25
#define WHEEL_PAN_PX   80
#define TOUCHPAD_ZOOM  1.01
#define DRAG_BEGINS_PX 6
/* A cluster whose span cannot be spread further than this is chosen by its first event instead. */
#define LEAST_OPENING 1.05

/* --- hover ------------------------------------------------------------------------------------------------------ */

static gboolean
hit_painter (DtlCanvas *self, double x, double y, DtlPainterHit *hit, uint32_t *row)
{
  DtlPaintOptions options;

  *hit = DTL_PAINTER_HIT_NONE;
  *row = DTL_NO_ROW;
  if (!dtl_canvas_ensure_layout (self))
    return FALSE;
  dtl_canvas_init_options (self, &options);
  *hit = dtl_painter_hit (&options, x, y, row);
  return *hit != DTL_PAINTER_HIT_NONE;
}

/* What is under the pointer now, since the view may have moved below it. */
void
dtl_canvas_update_hover (DtlCanvas *self)
{
  DtlPainterHit hit;
  uint32_t row = DTL_NO_ROW;
  const DtlItem *item = NULL;
  const char *cursor = NULL;

  if (!self->is_panning && !hit_painter (self, self->pointer_x, self->pointer_y, &hit, &row))
    {
      item = dtl_canvas_hit (self, self->pointer_x, self->pointer_y);
      if (item != NULL && item->kind == DTL_ITEM_EVENT)
        row = item->row;
    }
  if (self->is_panning)
    cursor = "grabbing";
  else if (item != NULL || hit != DTL_PAINTER_HIT_NONE)
    cursor = "pointer";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
  if (row != self->hovered_row)
    {
      self->hovered_row = row;
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
}

static void
motion_cb (DtlCanvas *self, double x, double y)
{
  self->pointer_x = x;
  self->pointer_y = y;
  dtl_canvas_update_hover (self);
}

static void
leave_cb (DtlCanvas *self)
{
  self->hovered_row = DTL_NO_ROW;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- click ------------------------------------------------------------------------------------------------------ */

static void
open_cluster (DtlCanvas *self, int64_t from, int64_t to, uint32_t row, uint32_t lane)
{
  double before = self->view.scale.px_per_day;

  dtl_canvas_show_span (self, from, to);
  if (self->view.scale.px_per_day < before * LEAST_OPENING)
    {
      dtl_canvas_select (self, row, lane);
      g_signal_emit_by_name (self, "event-opened");
    }
}

static void
open_event (DtlCanvas *self, uint32_t row, uint32_t lane)
{
  dtl_canvas_select (self, row, lane);
  g_signal_emit_by_name (self, "event-opened");
}

/* The undated events that have no room: the next one after the last that shows, or the first again. */
static void
open_more_undated (DtlCanvas *self)
{
  DtlColumns *columns = dtl_document_get_columns (dtl_session_get_document (self->session));
  DtlBitset *visible = dtl_session_get_visible (self->session);
  guint n_more;
  int more_x;
  g_autoptr (GArray) shelf = dtl_layout_get_shelf (self->layout, self->view.width_px, &n_more, &more_x);
  uint32_t selected = dtl_session_get_selected_row (self->session);
  uint32_t first = columns->n_dated;

  if (shelf->len > 0)
    first = g_array_index (shelf, DtlShelfItem, shelf->len - 1).row + 1;
  if (selected != DTL_NO_ROW && selected >= first)
    first = selected + 1;
  for (uint32_t row = first; row < columns->n_events; row++)
    if (dtl_bitset_get (visible, row))
      {
        open_event (self, row, UINT32_MAX);
        return;
      }
}

static void
click_painter_hit (DtlCanvas *self, DtlPainterHit hit, uint32_t row)
{
  double page = gtk_adjustment_get_page_size (self->vadjustment);

  switch (hit)
    {
    case DTL_PAINTER_HIT_SHELF_ITEM:
      open_event (self, row, UINT32_MAX);
      break;
    case DTL_PAINTER_HIT_SHELF_MORE:
      open_more_undated (self);
      break;
    case DTL_PAINTER_HIT_NOTE_HIDDEN:
      dtl_session_show_all (self->session);
      break;
    case DTL_PAINTER_HIT_NOTE_BEFORE:
      dtl_canvas_pan (self, -self->view.width_px * 0.8, 0);
      break;
    case DTL_PAINTER_HIT_NOTE_AFTER:
      dtl_canvas_pan (self, self->view.width_px * 0.8, 0);
      break;
    case DTL_PAINTER_HIT_NOTE_ABOVE:
      dtl_canvas_pan (self, 0, -page * 0.8);
      break;
    case DTL_PAINTER_HIT_NOTE_BELOW:
      dtl_canvas_pan (self, 0, page * 0.8);
      break;
    case DTL_PAINTER_HIT_NONE:
    default:
      break;
    }
}

/* What a screen reader's "activate" and Return do with an item. Who has no pointer goes on at the first event of a
 * cluster that opened. */
void
dtl_canvas_open_place (DtlCanvas *self, const DtlCanvasPlace *place)
{
  DtlColumns *columns = dtl_document_get_columns (dtl_session_get_document (self->session));
  int64_t row = place->kind == DTL_CANVAS_ITEM_NOTE ? -1 : dtl_columns_find (columns, place->id);
  uint32_t lane = place->lane;

  if (place->kind == DTL_CANVAS_ITEM_NOTE)
    click_painter_hit (self, (DtlPainterHit) place->id, DTL_NO_ROW);
  else if (row < 0)
    return;
  else if (place->kind == DTL_CANVAS_ITEM_EVENT)
    open_event (self, (uint32_t) row, lane);
  else
    {
      open_cluster (self, place->from_seconds, place->to_seconds, (uint32_t) row, lane);
      dtl_canvas_select (self, (uint32_t) row, lane);
    }
}

static void
click_cb (DtlCanvas *self, int n_press, double x, double y)
{
  const DtlItem *item;
  DtlPainterHit hit;
  uint32_t row;

  if (self->session == NULL || self->is_panning)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (hit_painter (self, x, y, &hit, &row))
    click_painter_hit (self, hit, row);
  else if ((item = dtl_canvas_hit (self, x, y)) == NULL)
    dtl_session_select (self->session, DTL_ID_NONE, DTL_ID_NONE);
  else if (item->kind == DTL_ITEM_CLUSTER)
    open_cluster (self, item->from_seconds, item->to_seconds, item->row, item->lane);
  else
    open_event (self, item->row, item->lane);
}

/* --- drag ------------------------------------------------------------------------------------------------------- */

static void
drag_begin_cb (DtlCanvas *self, double x, double y)
{
  self->drag_start = self->view;
  self->drag_start_scroll = gtk_adjustment_get_value (self->vadjustment);
  self->is_panning = FALSE;
}

static void
drag_update_cb (DtlCanvas *self, double dx, double dy, GtkGesture *gesture)
{
  if (self->session == NULL)
    return;
  if (!self->is_panning)
    {
      if (hypot (dx, dy) < DRAG_BEGINS_PX)
        return;
      self->is_panning = TRUE;
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_grab_focus (GTK_WIDGET (self));
      dtl_canvas_update_hover (self);
    }
  self->view.offset_px = self->drag_start.offset_px;
  dtl_viewport_pan (&self->view, -dx);
  self->announces_view = TRUE;
  self->is_fitted = FALSE;
  gtk_adjustment_set_value (self->vadjustment, self->drag_start_scroll - dy);
  dtl_canvas_view_changed (self, FALSE);
}

static void
drag_end_cb (DtlCanvas *self)
{
  self->is_panning = FALSE;
  dtl_canvas_update_hover (self);
}

/* Puts the view back where the drag began. FALSE if there is no drag. */
gboolean
dtl_canvas_cancel_drag (DtlCanvas *self)
{
  if (!self->is_panning)
    return FALSE;
  self->view.offset_px = self->drag_start.offset_px;
  gtk_adjustment_set_value (self->vadjustment, self->drag_start_scroll);
  dtl_canvas_view_changed (self, FALSE);
  gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
  self->is_panning = FALSE;
  dtl_canvas_update_hover (self);
  return TRUE;
}

/* --- wheel, touchpad, pinch ------------------------------------------------------------------------------------- */

static gboolean
scroll_cb (DtlCanvas *self, double dx, double dy, GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean is_wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;
  gboolean zooms = (state & GDK_CONTROL_MASK) != 0 || (is_wheel && (state & GDK_SHIFT_MASK) == 0 && dx == 0);

  if (self->session == NULL)
    return GDK_EVENT_PROPAGATE;
  if (zooms)
    dtl_canvas_zoom_at (self, pow (is_wheel ? WHEEL_ZOOM : TOUCHPAD_ZOOM, -dy), self->pointer_x);
  else if (is_wheel)
    dtl_canvas_pan (self, (dx + dy) * WHEEL_PAN_PX, 0);
  else
    dtl_canvas_pan (self, dx, dy);
  dtl_canvas_update_hover (self);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (DtlCanvas *self, GdkEventSequence *sequence, GtkGesture *gesture)
{
  self->pinch_scale = 1;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pinch_cb (DtlCanvas *self, double scale, GtkGesture *gesture)
{
  double x, y;

  if (self->session == NULL || scale <= 0 || self->pinch_scale <= 0)
    return;
  if (!gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    x = self->pointer_x;
  dtl_canvas_zoom_at (self, scale / self->pinch_scale, x);
  self->pinch_scale = scale;
}

static void
add_scroll (DtlCanvas *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

static void
add_gestures (DtlCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *zoom = gtk_gesture_zoom_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (click_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  self->drag = gtk_gesture_drag_new ();
  g_signal_connect_swapped (self->drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (self->drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (self->drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->drag), GDK_BUTTON_PRIMARY);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag));

  g_signal_connect_swapped (zoom, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (zoom, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (zoom));
}

void
dtl_canvas_input_init (DtlCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  add_scroll (self);
  add_gestures (self);
}
