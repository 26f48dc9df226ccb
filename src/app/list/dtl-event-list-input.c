/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pointer, touch and keyboard in the list, as far as the column view does not hear them itself: the context menu, Esc
 * to select nothing, Ctrl+C. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/dtl-event-menu.h"
#include "app/list/dtl-event-list-private.h"

/* Where in the cell of the row the menu comes up that a key asked for. */
#define MENU_X_PX 24

static void
activate_cb (DtlEventList *self, guint position)
{
  dtl_session_select_row (self->session, dtl_event_model_get_row (self->model, position));
  g_signal_emit_by_name (self, "event-opened");
}

static void
popup_menu (DtlEventList *self, GtkWidget *from, double x, double y)
{
  graphene_point_t at;

  if (gtk_widget_compute_point (from, self->rows_box, &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    dtl_event_menu_popup (self->rows_box, C_ ("menu", "Event"), self->menu, at.x, at.y);
}

static void
secondary_pressed_cb (DtlEventList *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  DtlEventCell *cell = dtl_event_cell_find (picked);

  if (cell == NULL || dtl_event_cell_get_row (cell) == NULL)
    return;
  if (!dtl_session_is_chosen (self->session, dtl_event_row_get_row (dtl_event_cell_get_row (cell))))
    dtl_session_select_row (self->session, dtl_event_row_get_row (dtl_event_cell_get_row (cell)));
  popup_menu (self, GTK_WIDGET (self->view), x, y);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  DtlEventList *self = DTL_EVENT_LIST (widget);
  GtkWidget *cell;

  if (self->session == NULL)
    return FALSE;
  dtl_event_list_reveal_selected (self);
  cell = dtl_event_list_find_cell (self, dtl_session_get_selected_row (self->session));
  if (cell == NULL)
    return FALSE;
  popup_menu (self, cell, MENU_X_PX, gtk_widget_get_height (cell));
  return TRUE;
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  DtlEventList *self = DTL_EVENT_LIST (widget);

  if (self->session == NULL || dtl_session_get_selected (self->session) == DTL_ID_NONE)
    return FALSE;
  dtl_session_select (self->session, DTL_ID_NONE, DTL_ID_NONE);
  return TRUE;
}

static void
long_pressed_cb (DtlEventList *self, double x, double y, GtkGesture *gesture)
{
  secondary_pressed_cb (self, 1, x, y, gesture);
}

static void
add_gesture (DtlEventList *self, GtkGesture *gesture, GCallback pressed_cb)
{
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (gesture, "pressed", pressed_cb, self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (gesture));
}

void
dtl_event_list_input_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "win.copy-event", NULL);
}

void
dtl_event_list_input_init (DtlEventList *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  add_gesture (self, click, G_CALLBACK (secondary_pressed_cb));
  add_gesture (self, press, G_CALLBACK (long_pressed_cb));
}
