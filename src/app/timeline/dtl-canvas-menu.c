/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The context menu of what is on the line, and of a stretch of time where nothing is: by the pointer's second button,
 * by a long press, and by the Menu key for the selected event. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/dtl-event-menu.h"
#include "app/timeline/dtl-canvas-private.h"

/* Selects what is under the point. Returns: whether it is an event */
static gboolean
select_at (DtlCanvas *self, double x, double y)
{
  DtlPaintOptions options;
  uint32_t row = DTL_NO_ROW;
  const DtlItem *item;

  if (self->session == NULL || !dtl_canvas_ensure_layout (self))
    return FALSE;
  dtl_canvas_init_options (self, &options);
  switch (dtl_painter_hit (&options, x, y, &row))
    {
    case DTL_PAINTER_HIT_SHELF_ITEM:
      if (!dtl_session_is_chosen (self->session, row))
        dtl_canvas_select (self, row, UINT32_MAX);
      return TRUE;
    case DTL_PAINTER_HIT_NONE:
      item = dtl_canvas_hit (self, x, y);
      if (item == NULL || item->kind != DTL_ITEM_EVENT)
        return FALSE;
      if (!dtl_session_is_chosen (self->session, item->row))
        dtl_canvas_select (self, item->row, item->lane);
      return TRUE;
    default:
      return FALSE;
    }
}

/* The canvas places its children itself; what comes up over it belongs to the box around it. */
static void
popup (DtlCanvas *self, const char *name, GMenuModel *menu, double x, double y)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  graphene_point_t at;

  if (gtk_widget_compute_point (GTK_WIDGET (self), parent, &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    dtl_event_menu_popup (parent, name, menu, at.x, at.y);
}

static void
popup_for_event (DtlCanvas *self, double x, double y)
{
  g_autoptr (GMenuModel) menu = dtl_event_menu_new (DTL_EVENT_MENU_ON_LINE);

  popup (self, C_ ("menu", "Event"), menu, x, y);
}

static void
append_at (GMenu *menu, const char *label, const char *action, int64_t seconds)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", seconds);
  g_menu_append_item (menu, item);
}

/* What can be done with a stretch of time, where nothing else is. FALSE beside the plot and its axis */
static gboolean
popup_for_stretch (DtlCanvas *self, double x, double y)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) one = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();
  const DtlScaleFold *fold = dtl_canvas_hit_break (self, x, y);
  int64_t seconds = dtl_viewport_seconds_at (&self->view, x - self->frame.header_width_px);

  if (self->session == NULL || self->layout == NULL || x < self->frame.header_width_px)
    return FALSE;
  if (fold != NULL)
    append_at (one, _ ("_Unfold This Stretch"), "win.unfold-at", fold->fold.from_seconds);
  else if (dtl_canvas_can_fold_at (self, seconds))
    append_at (one, _ ("_Fold This Stretch"), "win.fold-at", seconds);
  g_menu_append (all, _ ("Fold Empt_y Stretches"), "win.fold-empty");
  g_menu_append (all, _ ("Unfo_ld All"), "win.unfold-all");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (one));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  popup (self, C_ ("menu", "Time"), G_MENU_MODEL (menu), x, y);
  return TRUE;
}

static gboolean
is_on_nothing (DtlCanvas *self, double x, double y)
{
  DtlPaintOptions options;

  if (self->session == NULL || !dtl_canvas_ensure_layout (self))
    return FALSE;
  dtl_canvas_init_options (self, &options);
  return dtl_painter_hit (&options, x, y, NULL) == DTL_PAINTER_HIT_NONE && dtl_canvas_hit (self, x, y) == NULL;
}

static void
pressed_cb (DtlCanvas *self, int n_press, double x, double y, GtkGesture *gesture)
{
  gboolean is_event = select_at (self, x, y);

  if (!is_event && !is_on_nothing (self, x, y))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (is_event)
    popup_for_event (self, x, y);
  else if (!popup_for_stretch (self, x, y))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
long_pressed_cb (DtlCanvas *self, double x, double y, GtkGesture *gesture)
{
  pressed_cb (self, 1, x, y, gesture);
}

/* Where something comes up that a key asked for: at the event's mark, if that is in view; else in the corner. */
void
dtl_canvas_get_menu_place (DtlCanvas *self, uint32_t row, double *x, double *y)
{
  dtl_canvas_reveal_row (self, row);
  if (!dtl_canvas_get_mark_place (self, row, x, y))
    {
      *x = self->frame.header_width_px;
      *y = self->frame.axis_height_px;
    }
  *x = CLAMP (*x, 0, self->frame.width_px);
  *y = CLAMP (*y, 0, self->frame.height_px);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  DtlCanvas *self = DTL_CANVAS (widget);
  uint32_t row = self->session != NULL ? dtl_session_get_selected_row (self->session) : DTL_NO_ROW;
  double x, y;

  if (row == DTL_NO_ROW)
    return FALSE;
  dtl_canvas_get_menu_place (self, row, &x, &y);
  popup_for_event (self, x, y);
  return TRUE;
}

void
dtl_canvas_menu_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "win.copy-event", NULL);
}

void
dtl_canvas_menu_init (DtlCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}
