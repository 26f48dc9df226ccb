/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dragging: the line goes along with pointer or finger, and slides on when it is let go. With Shift a box is drawn, and
 * what is in it selected; with Ctrl too, added to what is selected. Esc takes either back. */
#include <math.h>

#include "app/timeline/dtl-canvas-private.h"

#define DRAG_BEGINS_PX 6

static int64_t
get_time_us (GtkGesture *gesture)
{
  guint32 time_ms = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (gesture));

  return time_ms != GDK_CURRENT_TIME ? time_ms * INT64_C (1000) : g_get_monotonic_time ();
}

/* Whether pointer or fingers hold the view, so that nothing else may move it. */
gboolean
dtl_canvas_is_held (DtlCanvas *self)
{
  return self->is_panning || self->is_pinching || self->is_boxing;
}

/* A touch stops what slides, and is nothing more then. */
static void
begin_cb (DtlCanvas *self, double x, double y, GtkGesture *gesture)
{
  self->stopped_slide = dtl_canvas_stop (self);
  self->drag_start = self->view;
  self->drag_start_scroll = gtk_adjustment_get_value (self->vadjustment);
  self->drag_x_px = self->drag_y_px = 0;
  self->is_panning = self->is_boxing = FALSE;
  self->drag_from = GRAPHENE_POINT_INIT ((float) x, (float) y);
  self->drag_keys = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  dtl_speedometer_reset (&self->speedometer);
}

/* FALSE while it could still become a click. */
static gboolean
is_drag (DtlCanvas *self, double dx, double dy, GtkGesture *gesture)
{
  if (self->is_panning || self->is_boxing)
    return TRUE;
  if (hypot (dx, dy) < DRAG_BEGINS_PX || self->is_pinching)
    return FALSE;
  self->is_boxing = (self->drag_keys & GDK_SHIFT_MASK) != 0;
  self->is_panning = !self->is_boxing;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  dtl_canvas_update_hover (self);
  return TRUE;
}

static void
draw_box (DtlCanvas *self, double dx, double dy)
{
  graphene_rect_init (&self->box, self->drag_from.x, self->drag_from.y, (float) dx, (float) dy);
  graphene_rect_normalize (&self->box);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
update_cb (DtlCanvas *self, double dx, double dy, GtkGesture *gesture)
{
  if (self->session == NULL || !is_drag (self, dx, dy, gesture))
    return;
  if (self->is_boxing)
    {
      draw_box (self, dx, dy);
      return;
    }
  dtl_speedometer_add (&self->speedometer, get_time_us (gesture), self->drag_x_px - dx, self->drag_y_px - dy);
  self->drag_x_px = dx;
  self->drag_y_px = dy;
  self->view.offset_px = self->drag_start.offset_px;
  dtl_viewport_pan (&self->view, -dx);
  self->announces_view = TRUE;
  self->is_fitted = FALSE;
  gtk_adjustment_set_value (self->vadjustment, self->drag_start_scroll - dy);
  dtl_canvas_view_changed (self, FALSE);
}

static void
end_cb (DtlCanvas *self, double dx, double dy, GtkGesture *gesture)
{
  DtlKinetic speed = dtl_speedometer_get (&self->speedometer, get_time_us (gesture));

  gboolean was_boxing = self->is_boxing;

  if (self->is_panning)
    dtl_canvas_slide (self, &speed);
  self->is_panning = self->is_boxing = FALSE;
  if (was_boxing)
    dtl_canvas_select_box (self, &self->box, (self->drag_keys & GDK_CONTROL_MASK) != 0);
  dtl_canvas_update_hover (self);
}

/* Puts the view back where the drag began, or the box away. FALSE if there is no drag. */
gboolean
dtl_canvas_cancel_drag (DtlCanvas *self)
{
  if (!self->is_panning && !self->is_boxing)
    return FALSE;
  if (self->is_boxing)
    {
      self->is_boxing = FALSE;
      gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return TRUE;
    }
  self->view.offset_px = self->drag_start.offset_px;
  gtk_adjustment_set_value (self->vadjustment, self->drag_start_scroll);
  dtl_canvas_view_changed (self, FALSE);
  self->is_panning = FALSE;
  gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
  dtl_canvas_update_hover (self);
  return TRUE;
}

void
dtl_canvas_drag_init (DtlCanvas *self)
{
  self->drag = gtk_gesture_drag_new ();
  g_signal_connect_swapped (self->drag, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect_swapped (self->drag, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect_swapped (self->drag, "drag-end", G_CALLBACK (end_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->drag), GDK_BUTTON_PRIMARY);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag));
}
