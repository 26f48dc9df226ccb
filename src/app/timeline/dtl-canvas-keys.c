/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyboard inside the canvas. With an event selected the arrows walk along the line; with none, or with Ctrl, they
 * pan. Keys of the whole window are in app/dtl-accels.c. */
#include "app/timeline/dtl-canvas-private.h"

#define PAN_SHARE 0.15
#define ZOOM_STEP 1.5

typedef enum
{
  KEY_LEFT,
  KEY_RIGHT,
  KEY_UP,
  KEY_DOWN,
  KEY_EXTEND_LEFT,
  KEY_EXTEND_RIGHT,
  KEY_ALL,
  KEY_PAN_LEFT,
  KEY_PAN_RIGHT,
  KEY_PAN_UP,
  KEY_PAN_DOWN,
  KEY_PAGE_UP,
  KEY_PAGE_DOWN,
  KEY_HOME,
  KEY_END,
  KEY_ZOOM_IN,
  KEY_ZOOM_OUT,
  KEY_FIT,
  KEY_FOCUS,
  KEY_OPEN,
  KEY_ESCAPE,
} KeyCommand;

typedef struct
{
  guint key;
  GdkModifierType modifiers;
  KeyCommand command;
} KeyBinding;

static const KeyBinding bindings[] = {
  { GDK_KEY_Left, 0, KEY_LEFT },
  { GDK_KEY_Right, 0, KEY_RIGHT },
  { GDK_KEY_Up, 0, KEY_UP },
  { GDK_KEY_Down, 0, KEY_DOWN },
  { GDK_KEY_Left, GDK_SHIFT_MASK, KEY_EXTEND_LEFT },
  { GDK_KEY_Right, GDK_SHIFT_MASK, KEY_EXTEND_RIGHT },
  { GDK_KEY_a, GDK_CONTROL_MASK, KEY_ALL },
  { GDK_KEY_Left, GDK_CONTROL_MASK, KEY_PAN_LEFT },
  { GDK_KEY_Right, GDK_CONTROL_MASK, KEY_PAN_RIGHT },
  { GDK_KEY_Up, GDK_CONTROL_MASK, KEY_PAN_UP },
  { GDK_KEY_Down, GDK_CONTROL_MASK, KEY_PAN_DOWN },
  { GDK_KEY_Page_Up, 0, KEY_PAGE_UP },
  { GDK_KEY_Page_Down, 0, KEY_PAGE_DOWN },
  { GDK_KEY_Home, 0, KEY_HOME },
  { GDK_KEY_End, 0, KEY_END },
  { GDK_KEY_plus, 0, KEY_ZOOM_IN },
  { GDK_KEY_plus, GDK_SHIFT_MASK, KEY_ZOOM_IN },
  { GDK_KEY_equal, 0, KEY_ZOOM_IN },
  { GDK_KEY_KP_Add, 0, KEY_ZOOM_IN },
  { GDK_KEY_minus, 0, KEY_ZOOM_OUT },
  { GDK_KEY_KP_Subtract, 0, KEY_ZOOM_OUT },
  { GDK_KEY_0, 0, KEY_FIT },
  { GDK_KEY_KP_0, 0, KEY_FIT },
  { GDK_KEY_f, 0, KEY_FOCUS },
  { GDK_KEY_Return, 0, KEY_OPEN },
  { GDK_KEY_KP_Enter, 0, KEY_OPEN },
  { GDK_KEY_space, 0, KEY_OPEN },
  { GDK_KEY_Escape, 0, KEY_ESCAPE },
  { GDK_KEY_Escape, GDK_SHIFT_MASK, KEY_ESCAPE }, /* these are held while a box is drawn */
  { GDK_KEY_Escape, GDK_SHIFT_MASK | GDK_CONTROL_MASK, KEY_ESCAPE },
};

/* --- walking ---------------------------------------------------------------------------------------------------- */

/* The next row after @row that shows, in the order of time; DTL_NO_ROW if there is none. @step: 1 or -1 */
static uint32_t
next_visible (DtlCanvas *self, int64_t row, int step)
{
  DtlBitset *visible = dtl_session_get_visible (self->session);

  for (row += step; row >= 0 && row < visible->n_bits; row += step)
    if (dtl_bitset_get (visible, (uint32_t) row))
      return (uint32_t) row;
  return DTL_NO_ROW;
}

/* Left of the first and right of the last there is nothing more to see, but the event stays in view. */
static void
walk (DtlCanvas *self, int step)
{
  uint32_t next = next_visible (self, dtl_session_get_selected_row (self->session), step);

  if (next == DTL_NO_ROW)
    dtl_canvas_reveal_row (self, dtl_session_get_selected_row (self->session));
  else
    dtl_canvas_select (self, next, UINT32_MAX);
}

/* Takes the next event into the selection; where that has it already, goes on from it. */
static void
extend (DtlCanvas *self, int step)
{
  uint32_t selected = dtl_session_get_selected_row (self->session);
  uint32_t next = next_visible (self, selected, step);
  g_autoptr (DtlBitset) rows = NULL;

  if (selected == DTL_NO_ROW || next == DTL_NO_ROW)
    return;
  rows = dtl_bitset_new (dtl_session_get_visible (self->session)->n_bits, FALSE);
  for (uint32_t row = 0; row < rows->n_bits; row++)
    if (dtl_session_is_chosen (self->session, row))
      dtl_bitset_set (rows, row, TRUE);
  dtl_bitset_set (rows, next, TRUE);
  self->selected_lane = UINT32_MAX;
  dtl_session_choose (self->session, rows, next);
}

static void
walk_to_edge (DtlCanvas *self, gboolean last)
{
  DtlBitset *visible = dtl_session_get_visible (self->session);
  uint32_t row = last ? next_visible (self, visible->n_bits, -1) : next_visible (self, -1, 1);

  if (row != DTL_NO_ROW)
    dtl_canvas_select (self, row, UINT32_MAX);
}

static int64_t
distance (int64_t a, int64_t b)
{
  return a > b ? a - b : b - a;
}

/* The selected event as it stands in the lane where it was chosen. */
static const DtlItem *
find_selected (DtlCanvas *self, GPtrArray *items, uint32_t row)
{
  for (guint i = 0; i < items->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (items, i);

      if (item->row == row && item->lane == self->selected_lane && item->kind == DTL_ITEM_EVENT)
        return item;
    }
  return dtl_layout_find_row (self->layout, row);
}

/* The item nearest in time in the nearest lane above or below, among those in view. Another lane of the same event is
 * no other event. */
static const DtlItem *
find_in_other_lane (GPtrArray *items, const DtlItem *from, int step)
{
  const DtlItem *best = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (items, i);
      int64_t lanes = ((int64_t) item->lane - from->lane) * step;
      int64_t best_lanes = best != NULL ? ((int64_t) best->lane - from->lane) * step : INT64_MAX;

      if (lanes <= 0 || item->kind != DTL_ITEM_EVENT || item->row == from->row)
        continue;
      if (lanes < best_lanes ||
          (lanes == best_lanes && distance (item->x0_px, from->x0_px) < distance (best->x0_px, from->x0_px)))
        best = item;
    }
  return best;
}

static void
walk_lanes (DtlCanvas *self, int step)
{
  uint32_t row = dtl_session_get_selected_row (self->session);
  int64_t left = (int64_t) self->view.offset_px;
  g_autoptr (GPtrArray) items = NULL;
  const DtlItem *from, *to;

  if (!dtl_canvas_ensure_layout (self))
    return;
  dtl_layout_ensure (self->layout, left, left + self->view.width_px);
  items = dtl_layout_get_items (self->layout, left, left + self->view.width_px);
  from = find_selected (self, items, row);
  to = from != NULL ? find_in_other_lane (items, from, step) : NULL;
  if (to != NULL)
    dtl_canvas_select (self, to->row, to->lane);
}

/* --- commands --------------------------------------------------------------------------------------------------- */

static void
pan (DtlCanvas *self, int x_step, int y_step)
{
  dtl_canvas_pan_smoothly (self, x_step * self->view.width_px * PAN_SHARE,
                           y_step * gtk_adjustment_get_page_size (self->vadjustment) * PAN_SHARE);
}

static void
arrow (DtlCanvas *self, int x_step, int y_step)
{
  if (dtl_session_get_selected_row (self->session) == DTL_NO_ROW)
    pan (self, x_step, y_step);
  else if (x_step != 0)
    walk (self, x_step);
  else
    walk_lanes (self, y_step);
}

static gboolean
ends_before (const DtlColumns *columns, uint32_t row, int64_t seconds)
{
  int64_t start, end;

  dtl_columns_get_reach (columns, row, &start, &end);
  return end < seconds;
}

/* Without a selection Return chooses the first event that is in view, so that the keyboard has a way in. */
static void
open_selected (DtlCanvas *self)
{
  DtlColumns *columns = dtl_document_get_columns (dtl_session_get_document (self->session));
  int64_t left = dtl_viewport_seconds_at (&self->view, 0);
  uint32_t row = dtl_session_get_selected_row (self->session);
  DtlCanvasItem *focus = dtl_canvas_get_focus_item (self);

  if (focus != NULL && dtl_canvas_item_get_place (focus)->kind != DTL_CANVAS_ITEM_EVENT)
    {
      dtl_canvas_open_place (self, dtl_canvas_item_get_place (focus));
      return;
    }
  if (row == DTL_NO_ROW)
    {
      row = next_visible (self, -1, 1);
      while (row != DTL_NO_ROW && row < columns->n_dated && ends_before (columns, row, left))
        row = next_visible (self, row, 1);
      if (row == DTL_NO_ROW)
        return;
      dtl_canvas_select (self, row, UINT32_MAX);
    }
  g_signal_emit_by_name (self, "event-opened");
}

/* Where several are selected, these are shown. FALSE if they are not, or none of them has a date. */
static gboolean
zoom_to_chosen (DtlCanvas *self, DtlColumns *columns)
{
  DtlBitset *chosen = dtl_session_get_chosen (self->session);
  DtlViewport before;
  int64_t from, to;

  if (chosen == NULL || !dtl_layout_get_extent (columns, chosen, &from, &to))
    return FALSE;
  dtl_canvas_depart (self, &before);
  dtl_canvas_show_span (self, from, to);
  dtl_canvas_arrive (self, &before);
  return TRUE;
}

/* Shows the selected events; a single one with a month before it and a month after it. */
void
dtl_canvas_zoom_to_selected (DtlCanvas *self)
{
  DtlColumns *columns;
  uint32_t row;
  DtlBounds bounds;
  DtlViewport before;
  double x, y;

  g_return_if_fail (DTL_IS_CANVAS (self));

  if (self->session == NULL)
    return;
  columns = dtl_document_get_columns (dtl_session_get_document (self->session));
  if (zoom_to_chosen (self, columns))
    return;
  row = dtl_session_get_selected_row (self->session);
  if (row == DTL_NO_ROW || row >= columns->n_dated || !dtl_columns_get_event_bounds (columns, row, &bounds))
    return;
  dtl_canvas_depart (self, &before);
  dtl_canvas_reveal_row (self, row);
  if (bounds.start_earliest > DTL_CIVIL_MIN && bounds.end_latest < DTL_CIVIL_MAX)
    dtl_canvas_show_span (self, bounds.start_earliest - 30 * DTL_SECONDS_PER_DAY,
                          bounds.end_latest + 30 * DTL_SECONDS_PER_DAY);
  else if (dtl_canvas_get_mark_place (self, row, &x, &y))
    dtl_canvas_pan (self, x - self->frame.header_width_px - self->view.width_px / 2.0, 0);
  dtl_canvas_reveal_row (self, row);
  dtl_canvas_arrive (self, &before);
}

static gboolean
escape (DtlCanvas *self)
{
  if (dtl_canvas_cancel_drag (self))
    return TRUE;
  if (dtl_session_get_selected (self->session) == DTL_ID_NONE)
    return FALSE;
  dtl_session_select (self->session, DTL_ID_NONE, DTL_ID_NONE);
  return TRUE;
}

static gboolean
run_command (DtlCanvas *self, KeyCommand command)
{
  switch (command)
    {
    case KEY_LEFT:
      arrow (self, -1, 0);
      return TRUE;
    case KEY_RIGHT:
      arrow (self, 1, 0);
      return TRUE;
    case KEY_UP:
      arrow (self, 0, -1);
      return TRUE;
    case KEY_DOWN:
      arrow (self, 0, 1);
      return TRUE;
    case KEY_EXTEND_LEFT:
      extend (self, -1);
      return TRUE;
    case KEY_EXTEND_RIGHT:
      extend (self, 1);
      return TRUE;
    case KEY_ALL:
      dtl_session_choose_all (self->session);
      return TRUE;
    case KEY_PAN_LEFT:
      pan (self, -1, 0);
      return TRUE;
    case KEY_PAN_RIGHT:
      pan (self, 1, 0);
      return TRUE;
    case KEY_PAN_UP:
      pan (self, 0, -1);
      return TRUE;
    case KEY_PAN_DOWN:
      pan (self, 0, 1);
      return TRUE;
    case KEY_PAGE_UP:
      dtl_canvas_pan (self, 0, -gtk_adjustment_get_page_increment (self->vadjustment));
      return TRUE;
    case KEY_PAGE_DOWN:
      dtl_canvas_pan (self, 0, gtk_adjustment_get_page_increment (self->vadjustment));
      return TRUE;
    case KEY_HOME:
      walk_to_edge (self, FALSE);
      return TRUE;
    case KEY_END:
      walk_to_edge (self, TRUE);
      return TRUE;
    case KEY_ZOOM_IN:
      dtl_canvas_zoom_by (self, ZOOM_STEP);
      return TRUE;
    case KEY_ZOOM_OUT:
      dtl_canvas_zoom_by (self, 1 / ZOOM_STEP);
      return TRUE;
    case KEY_FIT:
      dtl_canvas_fit (self);
      return TRUE;
    case KEY_FOCUS:
      dtl_canvas_zoom_to_selected (self);
      return TRUE;
    case KEY_OPEN:
      open_selected (self);
      return TRUE;
    case KEY_ESCAPE:
      return escape (self);
    default:
      return FALSE;
    }
}

static gboolean
key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  DtlCanvas *self = DTL_CANVAS (widget);
  KeyCommand command = (KeyCommand) g_variant_get_int32 (arguments);

  if (self->session == NULL)
    return FALSE;
  /* While pointer or fingers hold the view no key moves it; Esc takes it back. */
  if (dtl_canvas_is_held (self) && command != KEY_ESCAPE)
    return TRUE;
  if (dtl_canvas_hide_card (self) && command == KEY_ESCAPE)
    return TRUE;
  return run_command (self, command);
}

void
dtl_canvas_keys_install (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    gtk_widget_class_add_binding (widget_class, bindings[i].key, bindings[i].modifiers, key_cb, "i",
                                  (int) bindings[i].command);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_slash, 0, "win.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Divide, 0, "win.find", NULL);
}
