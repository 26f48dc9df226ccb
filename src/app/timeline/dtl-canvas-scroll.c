/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wheel, touchpad and pinch.
 *
 *   wheel                  zoom at the pointer      two fingers on a touchpad   pan both ways, and slide on
 *   Shift + wheel          pan in time              Ctrl + two fingers          zoom at the pointer
 *   wheel over the lanes'  scroll the lanes         pinch                       zoom at its middle
 *   names
 *
 * A wheel's clicks are steps that are flown, also those of fine wheels, which are fractions; a touchpad's pixels are
 * taken as they come. What began as one of these stays that until the fingers are lifted or the wheel rests, whatever
 * keys are pressed or released meanwhile; and while one goes on, no other begins. */
#include <math.h>

#include "app/timeline/dtl-canvas-private.h"

#define WHEEL_ZOOM    1.25
#define WHEEL_PAN_PX  80
#define TOUCHPAD_ZOOM 1.01
/* A wheel that rests longer than this begins anew. */
#define WHEEL_PAUSE_US (250 * INT64_C (1000))

static int64_t
get_time_us (GtkEventController *controller)
{
  guint32 time_ms = gtk_event_controller_get_current_event_time (controller);

  return time_ms != GDK_CURRENT_TIME ? time_ms * INT64_C (1000) : g_get_monotonic_time ();
}

/* --- wheel ------------------------------------------------------------------------------------------------------ */

static DtlCanvasScroll
choose_for_wheel (DtlCanvas *self, GdkModifierType state, double dx)
{
  if (state & GDK_CONTROL_MASK)
    return DTL_CANVAS_SCROLL_ZOOM;
  if ((state & GDK_SHIFT_MASK) != 0 || dx != 0)
    return DTL_CANVAS_SCROLL_PAN;
  return self->pointer_x < self->frame.header_width_px ? DTL_CANVAS_SCROLL_LANES : DTL_CANVAS_SCROLL_ZOOM;
}

static void
turn_wheel (DtlCanvas *self, double dx, double dy)
{
  DtlViewport target;

  switch (self->scroll)
    {
    case DTL_CANVAS_SCROLL_ZOOM:
      dtl_canvas_zoom_step (self, pow (WHEEL_ZOOM, -dy), self->pointer_x);
      break;
    case DTL_CANVAS_SCROLL_LANES:
      dtl_canvas_pan (self, 0, dy * WHEEL_PAN_PX);
      break;
    case DTL_CANVAS_SCROLL_PAN:
      dtl_canvas_get_target (self, &target);
      dtl_viewport_pan (&target, (dx + dy) * WHEEL_PAN_PX);
      self->announces_view = TRUE;
      self->is_fitted = FALSE;
      dtl_canvas_fly_to (self, &target);
      break;
    case DTL_CANVAS_SCROLL_NONE:
    default:
      break;
    }
}

/* --- touchpad --------------------------------------------------------------------------------------------------- */

static void
begin_cb (DtlCanvas *self)
{
  dtl_canvas_stop (self);
  self->scroll = DTL_CANVAS_SCROLL_NONE;
  dtl_speedometer_reset (&self->speedometer);
}

static void
move_fingers (DtlCanvas *self, double dx, double dy, int64_t time_us)
{
  if (self->scroll == DTL_CANVAS_SCROLL_ZOOM)
    {
      dtl_canvas_zoom_at (self, pow (TOUCHPAD_ZOOM, -dy), self->pointer_x);
      return;
    }
  dtl_speedometer_add (&self->speedometer, time_us, dx, dy);
  dtl_canvas_pan (self, dx, dy);
}

static void
end_cb (DtlCanvas *self, GtkEventController *controller)
{
  DtlKinetic speed = dtl_speedometer_get (&self->speedometer, get_time_us (controller));

  if (self->scroll == DTL_CANVAS_SCROLL_PAN)
    dtl_canvas_slide (self, &speed);
  self->scroll = DTL_CANVAS_SCROLL_NONE;
  dtl_speedometer_reset (&self->speedometer);
}

static gboolean
scroll_cb (DtlCanvas *self, double dx, double dy, GtkEventControllerScroll *scroll)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (scroll);
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);
  gboolean is_wheel = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL;
  int64_t now_us = get_time_us (controller);

  if (self->session == NULL)
    return GDK_EVENT_PROPAGATE;
  if (dtl_canvas_is_held (self) || (dx == 0 && dy == 0))
    return GDK_EVENT_STOP;
  if (is_wheel && now_us - self->scrolled_us > WHEEL_PAUSE_US)
    self->scroll = DTL_CANVAS_SCROLL_NONE;
  self->scrolled_us = now_us;
  if (self->scroll == DTL_CANVAS_SCROLL_NONE && is_wheel)
    self->scroll = choose_for_wheel (self, state, dx);
  else if (self->scroll == DTL_CANVAS_SCROLL_NONE)
    self->scroll = (state & GDK_CONTROL_MASK) != 0 ? DTL_CANVAS_SCROLL_ZOOM : DTL_CANVAS_SCROLL_PAN;
  if (is_wheel)
    turn_wheel (self, dx, dy);
  else
    move_fingers (self, dx, dy, now_us);
  dtl_canvas_update_hover (self);
  return GDK_EVENT_STOP;
}

/* --- pinch ------------------------------------------------------------------------------------------------------ */

/* Two fingers that come down while one drags already are let be. */
static void
pinch_begin_cb (DtlCanvas *self, GdkEventSequence *sequence, GtkGesture *gesture)
{
  if (dtl_canvas_is_held (self))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  dtl_canvas_stop (self);
  self->pinch_scale = 1;
  self->is_pinching = TRUE;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pinch_cb (DtlCanvas *self, double scale, GtkGesture *gesture)
{
  double x, y;

  if (self->session == NULL || !self->is_pinching || scale <= 0)
    return;
  if (!gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    x = self->pointer_x;
  dtl_canvas_zoom_at (self, scale / self->pinch_scale, x);
  self->pinch_scale = scale;
}

static void
pinch_end_cb (DtlCanvas *self)
{
  self->is_pinching = FALSE;
}

void
dtl_canvas_scroll_init (DtlCanvas *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *zoom = gtk_gesture_zoom_new ();

  g_signal_connect_swapped (scroll, "scroll-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (scroll, "scroll-end", G_CALLBACK (end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect_swapped (zoom, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (zoom, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect_swapped (zoom, "end", G_CALLBACK (pinch_end_cb), self);
  g_signal_connect_swapped (zoom, "cancel", G_CALLBACK (pinch_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (zoom));
}
