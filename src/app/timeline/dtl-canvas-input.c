/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is under the pointer, and what a click on it does.
 *
 *   click on a mark      select and open its evidence    click on "+n"            list what is in it
 *   click on nothing     deselect                        double click on "+n"     zoom into it
 *   Ctrl + click         one event more or less          click on a break         unfold it
 *
 * What moves the view is in dtl-canvas-drag.c and dtl-canvas-scroll.c. */
#include "app/timeline/dtl-canvas-private.h"
#include "layout/dtl-eras.h"

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
  DtlPainterHit hit = DTL_PAINTER_HIT_NONE;
  uint32_t row = DTL_NO_ROW;
  const DtlItem *item = NULL;
  const char *cursor = NULL;

  if (!self->is_panning && self->session != NULL && !hit_painter (self, self->pointer_x, self->pointer_y, &hit, &row))
    {
      item = dtl_canvas_hit (self, self->pointer_x, self->pointer_y);
      if (item != NULL && item->kind == DTL_ITEM_EVENT)
        row = item->row;
    }
  if (self->is_panning)
    cursor = "grabbing";
  else if (item != NULL || hit != DTL_PAINTER_HIT_NONE ||
           (self->session != NULL && dtl_canvas_hit_break (self, self->pointer_x, self->pointer_y) != NULL))
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

/* The eras in view whose names have no place: the next one after the selected, or the first again. */
static void
open_more_eras (DtlCanvas *self)
{
  int64_t left_px = (int64_t) self->view.offset_px;
  g_autoptr (GArray) eras = dtl_layout_get_eras (self->layout, left_px, left_px + self->view.width_px);
  uint32_t selected = dtl_session_get_selected_row (self->session);
  uint32_t first = DTL_NO_ROW;
  gboolean is_behind = FALSE;

  for (guint i = 0; i < eras->len; i++)
    {
      const DtlPlacedEra *era = &g_array_index (eras, DtlPlacedEra, i);

      if (era->strip != DTL_ERA_NO_STRIP)
        continue;
      if (first == DTL_NO_ROW || is_behind)
        first = era->row;
      if (is_behind)
        break;
      is_behind = era->row == selected;
    }
  if (first != DTL_NO_ROW)
    open_event (self, first, UINT32_MAX);
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
    case DTL_PAINTER_HIT_ERAS_MORE:
      open_more_eras (self);
      break;
    case DTL_PAINTER_HIT_NOTE_HIDDEN:
      dtl_session_show_all (self->session);
      break;
    case DTL_PAINTER_HIT_NOTE_BEFORE:
      dtl_canvas_pan_smoothly (self, -self->view.width_px * 0.8, 0);
      break;
    case DTL_PAINTER_HIT_NOTE_AFTER:
      dtl_canvas_pan_smoothly (self, self->view.width_px * 0.8, 0);
      break;
    case DTL_PAINTER_HIT_NOTE_ABOVE:
      dtl_canvas_pan_smoothly (self, 0, -page * 0.8);
      break;
    case DTL_PAINTER_HIT_NOTE_BELOW:
      dtl_canvas_pan_smoothly (self, 0, page * 0.8);
      break;
    case DTL_PAINTER_HIT_NOTE_LINKS:
    case DTL_PAINTER_HIT_NONE:
    default:
      break;
    }
}

/* What a screen reader's "activate" and Return do with an item. */
void
dtl_canvas_open_place (DtlCanvas *self, const DtlCanvasPlace *place)
{
  DtlColumns *columns = dtl_document_get_columns (dtl_session_get_document (self->session));
  gboolean is_of_case = place->kind == DTL_CANVAS_ITEM_EVENT || place->kind == DTL_CANVAS_ITEM_CLUSTER;
  int64_t row = is_of_case ? dtl_columns_find (columns, place->id) : -1;

  if (place->kind == DTL_CANVAS_ITEM_FOLD)
    dtl_canvas_unfold_at (self, place->from_seconds);
  else if (place->kind == DTL_CANVAS_ITEM_NOTE)
    click_painter_hit (self, (DtlPainterHit) place->id, DTL_NO_ROW);
  else if (row < 0)
    return;
  else if (place->kind == DTL_CANVAS_ITEM_EVENT)
    open_event (self, (uint32_t) row, place->lane);
  else
    dtl_canvas_list_cluster (self, place);
}

static void
click_cluster (DtlCanvas *self, const DtlItem *item, int n_press)
{
  DtlCanvasPlace place;

  dtl_canvas_init_place (self, item, &place);
  if (n_press == 2)
    dtl_canvas_zoom_to_cluster (self, &place);
  else if (n_press == 1)
    dtl_canvas_list_cluster (self, &place);
}

static void
press_cb (DtlCanvas *self)
{
  dtl_canvas_hide_card (self);
}

/* Takes what is at a point into the selection, or out of it. */
static void
toggle_at (DtlCanvas *self, double x, double y)
{
  DtlPainterHit hit;
  uint32_t row;
  const DtlItem *item = NULL;

  if (!hit_painter (self, x, y, &hit, &row) && (item = dtl_canvas_hit (self, x, y)) != NULL &&
      item->kind == DTL_ITEM_EVENT)
    row = item->row;
  if (row != DTL_NO_ROW)
    dtl_session_toggle_chosen (self->session, row);
}

static void
click_cb (DtlCanvas *self, int n_press, double x, double y)
{
  const DtlItem *item;
  const DtlScaleFold *fold;
  DtlPainterHit hit;
  uint32_t row;

  /* Not when it is pressed: GTK loses count of what is pressed where a popover goes away in the middle of that. */
  dtl_canvas_close_cluster (self);
  if (self->session == NULL || dtl_canvas_is_held (self) || self->stopped_slide)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->drag_keys & GDK_CONTROL_MASK)
    toggle_at (self, x, y);
  else if (hit_painter (self, x, y, &hit, &row))
    click_painter_hit (self, hit, row);
  else if ((item = dtl_canvas_hit (self, x, y)) == NULL && (fold = dtl_canvas_hit_break (self, x, y)) != NULL)
    dtl_canvas_unfold_at (self, fold->fold.from_seconds);
  else if (item == NULL)
    dtl_session_select (self->session, DTL_ID_NONE, DTL_ID_NONE);
  else if (item->kind == DTL_ITEM_CLUSTER)
    click_cluster (self, item, n_press);
  else
    open_event (self, item->row, item->lane);
}

static void
add_click (DtlCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (press_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (click_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

void
dtl_canvas_input_init (DtlCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  dtl_canvas_scroll_init (self);
  add_click (self);
  dtl_canvas_drag_init (self);
}
