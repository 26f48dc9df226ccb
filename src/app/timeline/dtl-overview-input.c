/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pointer and touch.
 *
 *   drag inside the lens    pan                      drag one of its ends      zoom
 *   drag outside            draw a new span          Esc while dragging        as it was
 *   click outside           put the lens there       double click              everything
 *   wheel                   zoom at the pointer      Shift + wheel             pan
 */
#include "app/timeline/dtl-overview-private.h"

#include <math.h>

#define WHEEL_ZOOM      1.25
#define TOUCHPAD_ZOOM   1.01
#define WHEEL_PAN_PX    16
#define TOUCH_TARGET_PX 44
/* A press outside that moves no further is a click. */
#define DRAG_BEGINS_PX 4

/* --- hover ------------------------------------------------------------------------------------------------------ */

static DtlLensPart
hit (DtlOverview *self, double x, double target_px)
{
  DtlLens lens;

  if (!dtl_overview_ensure_span (self))
    return DTL_LENS_OUTSIDE;
  dtl_overview_get_lens (self, &lens);
  return dtl_lens_hit (&lens, x, target_px);
}

static const char *
get_cursor (DtlOverview *self)
{
  switch (self->active)
    {
    case DTL_LENS_LEFT:
    case DTL_LENS_RIGHT:
      return "ew-resize";
    case DTL_LENS_MIDDLE:
      return self->is_held ? "grabbing" : "grab";
    case DTL_LENS_OUTSIDE:
    default:
      return self->has_preview ? "ew-resize" : NULL;
    }
}

static void
set_active (DtlOverview *self, DtlLensPart part)
{
  if (part != self->active)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  self->active = part;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), get_cursor (self));
}

static void
motion_cb (DtlOverview *self, double x, double y)
{
  self->pointer_x = x;
  if (!self->is_held)
    set_active (self, hit (self, x, DTL_LENS_TARGET_PX));
}

static void
leave_cb (DtlOverview *self)
{
  if (!self->is_held)
    set_active (self, DTL_LENS_OUTSIDE);
}

/* --- drag ------------------------------------------------------------------------------------------------------- */

static double
get_target (GtkGesture *gesture)
{
  GdkEvent *event =
      gtk_gesture_get_last_event (gesture, gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture)));
  GdkDevice *device = event != NULL ? gdk_event_get_device (event) : NULL;

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN ? TOUCH_TARGET_PX
                                                                                    : DTL_LENS_TARGET_PX;
}

/* Claimed at once: a pane that folds would take a drag to the side for a swipe. */
static void
drag_begin_cb (DtlOverview *self, double x, double y, GtkGesture *gesture)
{
  DtlLensPart part;

  if (!dtl_overview_ensure_span (self))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  part = hit (self, x, get_target (gesture));
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  dtl_overview_init_grip (self, &self->grip, part, x);
  self->drag_view = *dtl_canvas_get_view (self->canvas);
  self->is_held = TRUE;
  self->is_dragging = FALSE;
  set_active (self, part);
}

static void
drag_update_cb (DtlOverview *self, double dx, double dy)
{
  int64_t from, to;

  if (!self->is_held || !dtl_overview_ensure_span (self))
    return;
  if (!self->is_dragging && fabs (dx) < (self->grip.part == DTL_LENS_OUTSIDE ? DRAG_BEGINS_PX : 1))
    return;
  self->is_dragging = TRUE;
  dtl_lens_drag_to (&self->grip, &self->strip, self->grip.start_x_px + dx, &from, &to);
  if (self->grip.part != DTL_LENS_OUTSIDE)
    {
      dtl_overview_move_span (self, self->grip.part, from, to);
      return;
    }
  self->has_preview = TRUE;
  self->preview_from = from;
  self->preview_to = to;
  set_active (self, DTL_LENS_OUTSIDE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
let_go (DtlOverview *self)
{
  self->is_held = self->is_dragging = self->has_preview = FALSE;
  set_active (self, hit (self, self->pointer_x, DTL_LENS_TARGET_PX));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_end_cb (DtlOverview *self, double dx, double dy)
{
  if (!self->is_held)
    return;
  if (self->has_preview)
    dtl_overview_move_span (self, DTL_LENS_OUTSIDE, self->preview_from, self->preview_to);
  else if (!self->is_dragging && !self->was_double && self->grip.part == DTL_LENS_OUTSIDE)
    dtl_overview_center_on (self, self->grip.start_x_px);
  let_go (self);
}

/* Puts the view back where the drag began. FALSE if there is no drag. */
gboolean
dtl_overview_cancel_drag (DtlOverview *self)
{
  if (!self->is_held)
    return FALSE;
  if (self->is_dragging)
    dtl_canvas_set_view (self->canvas, &self->drag_view);
  let_go (self);
  gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
  return TRUE;
}

static void
drag_cancel_cb (DtlOverview *self)
{
  dtl_overview_cancel_drag (self);
}

static void
pressed_cb (DtlOverview *self, int n_press)
{
  self->was_double = n_press == 2;
  if (self->was_double && dtl_overview_ensure_span (self))
    dtl_canvas_fit (self->canvas);
}

/* --- wheel and touchpad ----------------------------------------------------------------------------------------- */

static gboolean
scroll_cb (DtlOverview *self, double dx, double dy, GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean is_wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;
  gboolean zooms = (state & GDK_CONTROL_MASK) != 0 || (is_wheel && (state & GDK_SHIFT_MASK) == 0 && dx == 0);

  if (self->is_held)
    return GDK_EVENT_STOP;
  if (zooms)
    dtl_overview_zoom_at (self, pow (is_wheel ? WHEEL_ZOOM : TOUCHPAD_ZOOM, -dy), self->pointer_x);
  else
    dtl_overview_pan_by (self, (dx + dy) * (is_wheel ? WHEEL_PAN_PX : 1));
  set_active (self, hit (self, self->pointer_x, DTL_LENS_TARGET_PX));
  return GDK_EVENT_STOP;
}

static void
add_drag (DtlOverview *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->drag = gtk_gesture_drag_new ();
  g_signal_connect_swapped (self->drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (self->drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (self->drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (self->drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->drag), GDK_BUTTON_PRIMARY);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag));

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_group (self->drag, click);
}

void
dtl_overview_input_init (DtlOverview *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  add_drag (self);
}
