/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The view on its way: flying to another one, or sliding on after it was let go. At most one of both; whatever else
 * moves the view ends it. On the frame clock, and not at all where the desktop wants no animations. The mathematics are
 * layout's (dtl-view-motion, dtl-kinetic). */
#include <adwaita.h>

#include "app/timeline/dtl-canvas-private.h"

/* Long enough to see where from and where to. */
#define FLIGHT_US (220 * INT64_C (1000))

static gboolean
may_animate (DtlCanvas *self)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self)) && adw_get_enable_animations (GTK_WIDGET (self));
}

static void
show_view (DtlCanvas *self, const DtlViewport *view)
{
  gboolean scale_changed = !dtl_time_scale_is_same (&view->scale, &self->view.scale);

  self->view.scale = view->scale;
  self->view.offset_px = view->offset_px;
  dtl_canvas_view_changed (self, scale_changed);
  if (scale_changed && dtl_canvas_ensure_layout (self))
    dtl_canvas_update_adjustment (self);
}

static void
end_motion (DtlCanvas *self)
{
  if (self->motion.tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->motion.tick_id);
  self->motion.tick_id = 0;
  self->motion.kind = DTL_CANVAS_MOTION_NONE;
}

static gboolean
fly (DtlCanvas *self, int64_t elapsed_us)
{
  double progress = dtl_view_motion_ease (elapsed_us, FLIGHT_US);
  DtlViewport view = self->view;

  dtl_view_motion_get (&self->motion.from, &self->motion.to, progress, &view);
  show_view (self, &view);
  return progress < 1;
}

/* Only what is new of the way is gone, so that the lanes stop at their end without pulling back. */
static gboolean
slide (DtlCanvas *self, int64_t elapsed_us)
{
  double x, y;

  dtl_kinetic_get_way (&self->motion.speed, elapsed_us, &x, &y);
  dtl_viewport_pan (&self->view, x - self->motion.gone_x_px);
  gtk_adjustment_set_value (self->vadjustment,
                            gtk_adjustment_get_value (self->vadjustment) + y - self->motion.gone_y_px);
  self->motion.gone_x_px = x;
  self->motion.gone_y_px = y;
  dtl_canvas_view_changed (self, FALSE);
  return !dtl_kinetic_is_over (&self->motion.speed, elapsed_us);
}

/* The filter may have changed on the way. And what shows everything keeps its labels within the view, which on the way
 * were laid out for no view in particular. */
static void
settle (DtlCanvas *self)
{
  dtl_canvas_settle_folds (self);
  dtl_canvas_restore_fit (self);
  dtl_canvas_update_hover (self);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  DtlCanvas *self = DTL_CANVAS (widget);
  int64_t now_us = gdk_frame_clock_get_frame_time (clock);
  gboolean goes_on;

  if (self->motion.start_us == 0)
    self->motion.start_us = now_us;
  goes_on = self->motion.kind == DTL_CANVAS_MOTION_FLIGHT ? fly (self, now_us - self->motion.start_us)
                                                          : slide (self, now_us - self->motion.start_us);
  if (goes_on)
    return G_SOURCE_CONTINUE;
  self->motion.tick_id = 0;
  self->motion.kind = DTL_CANVAS_MOTION_NONE;
  settle (self);
  return G_SOURCE_REMOVE;
}

static void
begin_motion (DtlCanvas *self, DtlCanvasMotionKind kind)
{
  end_motion (self);
  self->motion.kind = kind;
  self->motion.start_us = 0;
  self->motion.gone_x_px = self->motion.gone_y_px = 0;
  self->motion.tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/* Stops where it is, as under a hand, but for what opens or closes. Returns: whether it slid */
gboolean
dtl_canvas_stop (DtlCanvas *self)
{
  gboolean was_sliding = self->motion.kind == DTL_CANVAS_MOTION_SLIDE;
  gboolean was_flying = self->motion.kind == DTL_CANVAS_MOTION_FLIGHT;

  end_motion (self);
  if (was_flying)
    {
      self->is_fitted = FALSE;
      dtl_canvas_settle_folds (self);
    }
  return was_sliding;
}

/* The view that is flown to, or the one that is there. What is asked for relative to the view means that one. */
void
dtl_canvas_get_target (DtlCanvas *self, DtlViewport *view)
{
  *view = self->view;
  if (self->motion.kind != DTL_CANVAS_MOTION_FLIGHT)
    return;
  view->scale = self->motion.to.scale;
  view->offset_px = self->motion.to.offset_px;
}

/* Flies to a view, or shows it at once. */
void
dtl_canvas_fly_to (DtlCanvas *self, const DtlViewport *view)
{
  if (!may_animate (self))
    {
      end_motion (self);
      show_view (self, view);
      return;
    }
  self->motion.from = self->view;
  self->motion.to = *view;
  begin_motion (self, DTL_CANVAS_MOTION_FLIGHT);
}

/* For what changes the view at once: puts it where it is on its way to. @before: (out): where it is seen now */
void
dtl_canvas_depart (DtlCanvas *self, DtlViewport *before)
{
  DtlViewport target;
  gboolean was_moving = self->motion.kind == DTL_CANVAS_MOTION_FLIGHT;

  *before = self->view;
  dtl_canvas_get_target (self, &target);
  end_motion (self);
  if (was_moving)
    show_view (self, &target);
}

/* After it: flies there from where it was seen. */
void
dtl_canvas_arrive (DtlCanvas *self, const DtlViewport *before)
{
  DtlViewport target = self->view;

  if (!may_animate (self) ||
      (dtl_time_scale_is_same (&before->scale, &target.scale) && before->offset_px == target.offset_px))
    return;
  show_view (self, before);
  dtl_canvas_fly_to (self, &target);
}

/* Lets the view slide on; positive speeds show later times and lower lanes. */
void
dtl_canvas_slide (DtlCanvas *self, const DtlKinetic *speed)
{
  if (!dtl_kinetic_is_worth_it (speed) || !may_animate (self))
    return;
  self->motion.speed = *speed;
  begin_motion (self, DTL_CANVAS_MOTION_SLIDE);
}
