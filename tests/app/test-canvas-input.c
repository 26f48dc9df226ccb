/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wheel, touchpad, pinch and drag on the canvas, by the signals of its controllers. What GTK would tell of the event
 * behind a signal is told by this file, whose functions stand before those of the library. */
#include "app-support.h"

#include <math.h>

#include "app/timeline/dtl-canvas.h"

#define WIDTH_PX  900
#define HEIGHT_PX 420 /* not all lanes fit */
#define POINTER_X 500
#define POINTER_Y 300

/* --- the events behind the signals ------------------------------------------------------------------------------ */

static GdkScrollUnit event_unit;
static GdkModifierType event_state;
static guint32 event_time_ms;

GdkScrollUnit
gtk_event_controller_scroll_get_unit (GtkEventControllerScroll *scroll)
{
  return event_unit;
}

GdkModifierType
gtk_event_controller_get_current_event_state (GtkEventController *controller)
{
  return event_state;
}

guint32
gtk_event_controller_get_current_event_time (GtkEventController *controller)
{
  return event_time_ms;
}

/* The fingers of a pinch are about the pointer. */
gboolean
gtk_gesture_get_bounding_box_center (GtkGesture *gesture, double *x, double *y)
{
  *x = POINTER_X;
  *y = POINTER_Y;
  return TRUE;
}

/* --- fixture ---------------------------------------------------------------------------------------------------- */

typedef struct
{
  DtlSession *session;
  DtlCanvas *canvas;
  GtkWidget *window;
  GtkEventController *scroll;
  GtkEventController *motion;
  GtkEventController *drag;
  GtkEventController *pinch;
  double pointer_x;
  DtlViewport before;
  double settled_at_px;
} Fixture;

static gboolean
has_size (gpointer canvas)
{
  return gtk_widget_get_width (canvas) > 0 && dtl_canvas_get_px_per_day (canvas) != 1;
}

static GtkEventController *
find_controller (DtlCanvas *canvas, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (canvas));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type)
        return controller; /* the widget keeps it */
    }
  g_assert_not_reached ();
}

/* GTK's own handler comes last and would ask for the fingers, of which there are none. */
static void
stop_cb (GtkGesture *gesture)
{
  g_signal_stop_emission_by_name (gesture, "begin");
}

static void
set_animations (gboolean on)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", on, NULL);
}

static void
setup (Fixture *self, gconstpointer data)
{
  event_unit = GDK_SCROLL_UNIT_WHEEL;
  event_state = 0;
  event_time_ms = 10000;
  set_animations (FALSE);
  self->session = app_support_new_session ();
  self->canvas = DTL_CANVAS (dtl_canvas_new ());
  self->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (self->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH_PX, HEIGHT_PX);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->canvas));
  dtl_canvas_set_session (self->canvas, self->session);
  gtk_window_present (GTK_WINDOW (self->window));
  app_support_wait_for (has_size, self->canvas);
  self->scroll = find_controller (self->canvas, GTK_TYPE_EVENT_CONTROLLER_SCROLL);
  self->motion = find_controller (self->canvas, GTK_TYPE_EVENT_CONTROLLER_MOTION);
  self->drag = find_controller (self->canvas, GTK_TYPE_GESTURE_DRAG);
  self->pinch = find_controller (self->canvas, GTK_TYPE_GESTURE_ZOOM);
  g_signal_connect (self->pinch, "begin", G_CALLBACK (stop_cb), NULL);
  self->pointer_x = POINTER_X;
  self->before = *dtl_canvas_get_view (self->canvas);
}

static void
teardown (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->session);
}

static void
scroll_by (Fixture *self, double dx, double dy)
{
  gboolean handled;

  event_time_ms += 10;
  /* The pointer of the display may be over the window too. */
  g_signal_emit_by_name (self->motion, "motion", self->pointer_x, (double) POINTER_Y);
  g_signal_emit_by_name (self->scroll, "scroll", dx, dy, &handled);
  g_assert_true (handled);
}

static const DtlViewport *
view_of (Fixture *self)
{
  return dtl_canvas_get_view (self->canvas);
}

static double
get_factor (Fixture *self)
{
  return view_of (self)->scale.px_per_day / self->before.scale.px_per_day;
}

static double
get_pan_px (Fixture *self)
{
  g_assert_cmpfloat (get_factor (self), ==, 1);
  return view_of (self)->offset_px - self->before.offset_px;
}

static double
get_scroll_px (Fixture *self)
{
  return gtk_adjustment_get_value (dtl_canvas_get_vadjustment (self->canvas));
}

/* Whether the moment under the pointer is still there. */
static void
assert_zoomed_at_pointer (Fixture *self, double factor)
{
  double x = POINTER_X - (WIDTH_PX - self->before.width_px);
  double was = (self->before.offset_px + x) / self->before.scale.px_per_day;
  double is = (view_of (self)->offset_px + x) / view_of (self)->scale.px_per_day;

  g_assert_cmpfloat_with_epsilon (get_factor (self), factor, 1e-9);
  g_assert_cmpfloat (fabs (is - was) * view_of (self)->scale.px_per_day, <, 0.01);
}

/* --- wheel ------------------------------------------------------------------------------------------------------ */

static void
test_wheel (Fixture *self, gconstpointer data)
{
  scroll_by (self, 0, -1);
  assert_zoomed_at_pointer (self, 1.25);
  scroll_by (self, 0, -0.5); /* half a click of a fine wheel */
  assert_zoomed_at_pointer (self, pow (1.25, 1.5));
  scroll_by (self, 0, 1.5);
  assert_zoomed_at_pointer (self, 1);
}

static void
test_wheel_with_keys (Fixture *self, gconstpointer data)
{
  event_state = GDK_SHIFT_MASK;
  scroll_by (self, 0, 1);
  g_assert_cmpfloat_with_epsilon (get_pan_px (self), 80, 1e-9);
  /* It goes on as it began, until the wheel rests. */
  event_state = 0;
  scroll_by (self, 0, 1);
  g_assert_cmpfloat_with_epsilon (get_pan_px (self), 160, 1e-9);
  event_time_ms += 1000;
  scroll_by (self, 0, 1);
  g_assert_cmpfloat_with_epsilon (get_factor (self), 1 / 1.25, 1e-9);
  event_time_ms += 1000;
  event_state = GDK_CONTROL_MASK | GDK_SHIFT_MASK;
  scroll_by (self, 0, -1);
  g_assert_cmpfloat_with_epsilon (get_factor (self), 1, 1e-9);
}

static void
test_wheel_over_names (Fixture *self, gconstpointer data)
{
  self->pointer_x = 20;
  scroll_by (self, 0, 1);
  g_assert_cmpfloat (get_pan_px (self), ==, 0);
  g_assert_cmpfloat (get_scroll_px (self), ==, 80);
}

/* From centuries to seconds and back, to the ends and no further. */
static void
test_limits (Fixture *self, gconstpointer data)
{
  for (int i = 0; i < 200; i++)
    scroll_by (self, 0, -1);
  g_assert_cmpfloat (view_of (self)->scale.px_per_day, ==, DTL_SCALE_MAX_PX_PER_DAY);
  self->before = *view_of (self);
  scroll_by (self, 0, -1);
  g_assert_cmpfloat (get_pan_px (self), ==, 0);
  for (int i = 0; i < 300; i++)
    scroll_by (self, 0, 1);
  g_assert_cmpfloat (view_of (self)->scale.px_per_day, ==, DTL_SCALE_MIN_PX_PER_DAY);
  self->before = *view_of (self);
  scroll_by (self, 0, 1);
  g_assert_cmpfloat (get_pan_px (self), ==, 0);
}

/* --- touchpad --------------------------------------------------------------------------------------------------- */

static void
test_touchpad (Fixture *self, gconstpointer data)
{
  event_unit = GDK_SCROLL_UNIT_SURFACE;
  g_signal_emit_by_name (self->scroll, "scroll-begin");
  scroll_by (self, 7.25, 3.5);
  g_assert_cmpfloat_with_epsilon (get_pan_px (self), 7.25, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_scroll_px (self), 3.5, 1e-9);
  /* A key that is pressed now makes it no zoom. */
  event_state = GDK_CONTROL_MASK;
  scroll_by (self, 0.25, -3.5);
  g_assert_cmpfloat_with_epsilon (get_pan_px (self), 7.5, 1e-9);
  g_signal_emit_by_name (self->scroll, "scroll-end");
  self->before = *view_of (self);
  g_signal_emit_by_name (self->scroll, "scroll-begin");
  scroll_by (self, 0, -10);
  assert_zoomed_at_pointer (self, pow (1.01, 10));
  event_state = 0;
  scroll_by (self, 5, -10);
  assert_zoomed_at_pointer (self, pow (1.01, 20));
}

static void
fling (Fixture *self)
{
  event_unit = GDK_SCROLL_UNIT_SURFACE;
  g_signal_emit_by_name (self->scroll, "scroll-begin");
  for (int i = 0; i < 10; i++)
    scroll_by (self, 12, 0);
  g_signal_emit_by_name (self->scroll, "scroll-end");
}

static gboolean
has_slid (gpointer fixture)
{
  return get_pan_px (fixture) > 150;
}

static gboolean
has_come_to_rest (gpointer fixture)
{
  Fixture *self = fixture;

  return get_pan_px (self) > 120 + 120 / 0.166 / 4 - 1;
}

static void
test_slide (Fixture *self, gconstpointer data)
{
  set_animations (TRUE);
  fling (self);
  g_assert_cmpfloat_with_epsilon (get_pan_px (self), 120, 1e-9);
  app_support_wait_for (has_come_to_rest, self);
  g_assert_cmpfloat (get_pan_px (self), <, 120 + 12 * 10 / 0.1 / 4);
}

/* A touch stops it. */
static void
test_slide_stops (Fixture *self, gconstpointer data)
{
  set_animations (TRUE);
  fling (self);
  app_support_wait_for (has_slid, self);
  g_signal_emit_by_name (self->drag, "drag-begin", 100.0, 100.0);
  self->settled_at_px = get_pan_px (self);
  g_signal_emit_by_name (self->drag, "drag-end", 0.0, 0.0);
  app_support_settle ();
  g_assert_cmpfloat (get_pan_px (self), ==, self->settled_at_px);
}

static void
test_no_slide (Fixture *self, gconstpointer data)
{
  fling (self);
  app_support_settle ();
  g_assert_cmpfloat_with_epsilon (get_pan_px (self), 120, 1e-9);
}

/* --- flights ---------------------------------------------------------------------------------------------------- */

static gboolean
is_zoomed_twice (gpointer fixture)
{
  return fabs (get_factor (fixture) - 1.25 * 1.25) < 1e-9;
}

/* Steps are flown, and one that comes during the flight is added to where that goes. */
static void
test_flight (Fixture *self, gconstpointer data)
{
  set_animations (TRUE);
  scroll_by (self, 0, -1);
  g_assert_cmpfloat (get_factor (self), ==, 1);
  scroll_by (self, 0, -1);
  app_support_wait_for (is_zoomed_twice, self);
  assert_zoomed_at_pointer (self, 1.25 * 1.25);
}

/* --- pinch and drag --------------------------------------------------------------------------------------------- */

static void
test_pinch (Fixture *self, gconstpointer data)
{
  g_signal_emit_by_name (self->pinch, "begin", NULL);
  g_signal_emit_by_name (self->pinch, "scale-changed", 1.1);
  assert_zoomed_at_pointer (self, 1.1);
  g_signal_emit_by_name (self->pinch, "scale-changed", 2.0);
  assert_zoomed_at_pointer (self, 2);
  /* It stays a pinch: neither wheel nor drag comes between. */
  scroll_by (self, 0, -1);
  g_signal_emit_by_name (self->drag, "drag-begin", 100.0, 100.0);
  g_signal_emit_by_name (self->drag, "drag-update", -50.0, 0.0);
  assert_zoomed_at_pointer (self, 2);
  g_signal_emit_by_name (self->pinch, "scale-changed", 0.5);
  assert_zoomed_at_pointer (self, 0.5);
  g_signal_emit_by_name (self->pinch, "end", NULL);
  scroll_by (self, 0, -1);
  assert_zoomed_at_pointer (self, 0.625);
}

static void
test_drag (Fixture *self, gconstpointer data)
{
  g_signal_emit_by_name (self->drag, "drag-begin", 400.0, 200.0);
  g_signal_emit_by_name (self->drag, "drag-update", -4.0, -2.0); /* could be a click */
  g_assert_cmpfloat (get_pan_px (self), ==, 0);
  g_signal_emit_by_name (self->drag, "drag-update", -40.0, -20.0);
  g_assert_cmpfloat_with_epsilon (get_pan_px (self), 40, 1e-9);
  g_assert_cmpfloat (get_scroll_px (self), ==, 20);
  /* It stays a drag. */
  scroll_by (self, 0, -1);
  g_signal_emit_by_name (self->pinch, "begin", NULL);
  g_signal_emit_by_name (self->pinch, "scale-changed", 3.0);
  g_assert_cmpfloat_with_epsilon (get_pan_px (self), 40, 1e-9);
  g_signal_emit_by_name (self->drag, "drag-update", -30.0, -10.0);
  g_assert_cmpfloat_with_epsilon (get_pan_px (self), 30, 1e-9);
  g_signal_emit_by_name (self->drag, "drag-end", -30.0, -10.0);
  g_assert_cmpfloat_with_epsilon (get_pan_px (self), 30, 1e-9);
}

static gboolean
has_slid_left (gpointer fixture)
{
  return get_pan_px (fixture) < -70;
}

static void
test_drag_slides (Fixture *self, gconstpointer data)
{
  set_animations (TRUE);
  g_signal_emit_by_name (self->drag, "drag-begin", 400.0, 200.0);
  for (int i = 1; i <= 6; i++)
    {
      event_time_ms += 16;
      g_signal_emit_by_name (self->drag, "drag-update", i * 10.0, 0.0);
    }
  g_signal_emit_by_name (self->drag, "drag-end", 60.0, 0.0);
  app_support_wait_for (has_slid_left, self);
}

/* --- selecting several ------------------------------------------------------------------------------------------ */

static void
drag_box (Fixture *self, double x0, double y0, double x1, double y1)
{
  g_signal_emit_by_name (self->drag, "drag-begin", x0, y0);
  g_signal_emit_by_name (self->drag, "drag-update", x1 - x0, y1 - y0);
  g_signal_emit_by_name (self->drag, "drag-end", x1 - x0, y1 - y0);
}

static uint32_t
find_place (Fixture *self, const char *title, double *x, double *y)
{
  int64_t row = dtl_columns_find (dtl_document_get_columns (dtl_session_get_document (self->session)),
                                  app_support_find_event (self->session, title));

  g_assert_true (dtl_canvas_get_mark_place (self->canvas, (uint32_t) row, x, y));
  return (uint32_t) row;
}

/* A box with Shift selects what has a mark in it, and moves nothing; one with Ctrl too adds. */
static void
test_box (Fixture *self, gconstpointer data)
{
  double x, y;
  uint32_t row = find_place (self, "Best Buy takes", &x, &y);
  guint n_all;

  event_state = GDK_SHIFT_MASK;
  drag_box (self, x - 8, y - 8, x + 8, y + 8);
  g_assert_cmpuint (dtl_session_get_selected_row (self->session), ==, row);
  g_assert_cmpuint (dtl_session_get_n_chosen (self->session), ==, 1);
  g_assert_null (dtl_session_get_chosen (self->session));
  drag_box (self, WIDTH_PX - 1, HEIGHT_PX - 1, 190, 80);
  n_all = dtl_session_get_n_chosen (self->session);
  g_assert_cmpuint (n_all, >, 4);
  g_assert_true (dtl_session_is_chosen (self->session, row));
  g_assert_cmpuint (dtl_session_get_selected_row (self->session), ==, row);
  g_assert_cmpfloat (get_pan_px (self), ==, 0);
  drag_box (self, x - 8, y - 8, x + 8, y + 8);
  g_assert_cmpuint (dtl_session_get_n_chosen (self->session), ==, 1);
  event_state = GDK_SHIFT_MASK | GDK_CONTROL_MASK;
  drag_box (self, WIDTH_PX - 1, HEIGHT_PX - 1, 190, 80);
  g_assert_cmpuint (dtl_session_get_n_chosen (self->session), ==, n_all);
  /* An empty one selects nothing. */
  event_state = GDK_SHIFT_MASK;
  drag_box (self, 20, 200, 60, 240);
  g_assert_cmpuint (dtl_session_get_n_chosen (self->session), ==, 0);
}

/* Zooming to what is selected brings all of it into view. */
static void
test_zoom_to_chosen (Fixture *self, gconstpointer data)
{
  static const char *const titles[] = { "Three Kaspersky units", "Updates, resale" };
  double x, y;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    dtl_session_toggle_chosen (self->session, find_place (self, titles[i], &x, &y));
  g_assert_cmpuint (dtl_session_get_n_chosen (self->session), ==, 2);
  dtl_canvas_zoom_to_selected (self->canvas);
  g_assert_cmpfloat (get_factor (self), >, 2);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      find_place (self, titles[i], &x, &y);
      g_assert_cmpfloat (x, >, WIDTH_PX - self->before.width_px);
      g_assert_cmpfloat (x, <, WIDTH_PX);
    }
}

/* --- history ---------------------------------------------------------------------------------------------------- */

static gboolean
has_noted (gpointer canvas)
{
  return dtl_canvas_can_go (canvas, 0);
}

static gboolean
can_go_back (gpointer canvas)
{
  return dtl_canvas_can_go (canvas, -1);
}

static void
test_back_and_forward (Fixture *self, gconstpointer data)
{
  app_support_wait_for (has_noted, self->canvas);
  g_assert_false (dtl_canvas_can_go (self->canvas, -1));
  scroll_by (self, 0, -1);
  scroll_by (self, 0, -1);
  app_support_wait_for (can_go_back, self->canvas);
  dtl_canvas_go (self->canvas, -1);
  assert_zoomed_at_pointer (self, 1);
  g_assert_cmpfloat_with_epsilon (get_pan_px (self), 0, 1e-6);
  g_assert_false (dtl_canvas_can_go (self->canvas, -1));
  g_assert_true (dtl_canvas_can_go (self->canvas, 1));
  dtl_canvas_go (self->canvas, -1);
  assert_zoomed_at_pointer (self, 1);
  dtl_canvas_go (self->canvas, 1);
  assert_zoomed_at_pointer (self, 1.25 * 1.25);
  g_assert_false (dtl_canvas_can_go (self->canvas, 1));
  /* Another case has other views. */
  dtl_canvas_set_session (self->canvas, self->session);
  g_assert_false (dtl_canvas_can_go (self->canvas, -1));
}

/* What was not noted yet, because nothing settled, can be gone back from all the same. */
static void
test_back_at_once (Fixture *self, gconstpointer data)
{
  app_support_wait_for (has_noted, self->canvas);
  scroll_by (self, 0, -1);
  dtl_canvas_go (self->canvas, -1);
  g_assert_cmpfloat (get_factor (self), ==, 1);
}

int
main (int argc, char **argv)
{
  app_support_init (&argc, &argv);
#define add(path, func) g_test_add ("/canvas-input/" path, Fixture, NULL, setup, func, teardown)
  add ("wheel", test_wheel);
  add ("wheel-with-keys", test_wheel_with_keys);
  add ("wheel-over-names", test_wheel_over_names);
  add ("limits", test_limits);
  add ("touchpad", test_touchpad);
  add ("slide", test_slide);
  add ("slide-stops", test_slide_stops);
  add ("no-slide", test_no_slide);
  add ("flight", test_flight);
  add ("pinch", test_pinch);
  add ("drag", test_drag);
  add ("drag-slides", test_drag_slides);
  add ("box", test_box);
  add ("zoom-to-chosen", test_zoom_to_chosen);
  add ("back-and-forward", test_back_and_forward);
  add ("back-at-once", test_back_at_once);
  return app_support_finish ();
}
