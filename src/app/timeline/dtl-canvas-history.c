/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Back and forward through the views that were looked at (layout/dtl-view-history): one is noted whenever the view has
 * settled. */
#include "app/timeline/dtl-canvas-private.h"

/* Notes what is seen now, unless it is on its way. */
void
dtl_canvas_note_view (DtlCanvas *self)
{
  DtlViewStep step = { self->view, gtk_adjustment_get_value (self->vadjustment), self->is_fitted };
  gboolean changed;

  if (self->motion.kind != DTL_CANVAS_MOTION_NONE || dtl_canvas_is_held (self))
    return;
  changed = dtl_view_history_visit (self->history, &step, g_get_monotonic_time (), self->has_jumped);
  self->has_jumped = FALSE;
  if (changed)
    g_signal_emit_by_name (self, "history-changed");
}

void
dtl_canvas_forget_views (DtlCanvas *self)
{
  dtl_view_history_clear (self->history);
  self->has_jumped = TRUE;
  g_signal_emit_by_name (self, "history-changed");
}

/* Returns: whether there is a view to go back (@by -1) or forward (1) to; with 0, whether one was noted at all */
gboolean
dtl_canvas_can_go (DtlCanvas *self, int by)
{
  g_return_val_if_fail (DTL_IS_CANVAS (self), FALSE);
  return dtl_view_history_can_go (self->history, by);
}

static void
show_step (DtlCanvas *self, const DtlViewStep *step)
{
  if (step->is_fitted)
    dtl_canvas_fit_at_once (self);
  else
    dtl_canvas_set_view (self, &step->view);
  gtk_adjustment_set_value (self->vadjustment, step->scroll_px);
  self->announces_view = TRUE;
}

/* Goes back (@by -1) or forward (1), if there is something there. */
void
dtl_canvas_go (DtlCanvas *self, int by)
{
  const DtlViewStep *step;
  DtlViewport before;

  g_return_if_fail (DTL_IS_CANVAS (self));

  if (!dtl_canvas_ensure_layout (self) || dtl_canvas_is_held (self))
    return;
  dtl_canvas_depart (self, &before);
  dtl_canvas_note_view (self);
  step = dtl_view_history_go (self->history, by);
  if (step != NULL)
    show_step (self, step);
  dtl_canvas_arrive (self, &before);
  if (step != NULL)
    g_signal_emit_by_name (self, "history-changed");
}

static void
back_pressed_cb (DtlCanvas *self)
{
  dtl_canvas_go (self, -1);
}

static void
forward_pressed_cb (DtlCanvas *self)
{
  dtl_canvas_go (self, 1);
}

/* The two buttons at the side of a mouse. */
static void
add_button (DtlCanvas *self, guint button, GCallback pressed_cb)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), button);
  g_signal_connect_swapped (click, "pressed", pressed_cb, self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

void
dtl_canvas_history_init (DtlCanvas *self)
{
  self->history = dtl_view_history_new ();
  add_button (self, 8, G_CALLBACK (back_pressed_cb));
  add_button (self, 9, G_CALLBACK (forward_pressed_cb));
}
