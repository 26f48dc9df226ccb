/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From what is asked of the overview to a view of the canvas, and the keys that ask for it:
 *
 *   Left, Right          pan by a tenth of what is seen     Page Up, Page Down   pan by nine tenths
 *   Shift + Left, Right  move the start of what is seen     Home, End            to the first or the last event
 *   Ctrl + Left, Right   move its end                       +, -                 zoom about the middle
 *   0                    everything                         Esc                  take a drag back
 *
 * Left is earlier in every language, as time is drawn. */
#include "app/timeline/dtl-overview-private.h"

#define ARROW_SHARE 0.1
#define PAGE_SHARE  0.9
#define ZOOM_STEP   1.5

/* --- views ------------------------------------------------------------------------------------------------------ */

/* A drag of @part that begins at @x, with what is seen now. */
void
dtl_overview_init_grip (DtlOverview *self, DtlLensDrag *grip, DtlLensPart part, double x)
{
  const DtlViewport *view = dtl_canvas_get_view (self->canvas);

  *grip = (DtlLensDrag){
    .part = part,
    .start_x_px = x,
    .least_seconds = (int64_t) (view->width_px / DTL_SCALE_MAX_PX_PER_DAY * DTL_SECONDS_PER_DAY),
    .most_seconds = (int64_t) (view->width_px / DTL_SCALE_MIN_PX_PER_DAY * DTL_SECONDS_PER_DAY),
  };
  dtl_overview_get_view_span (self, &grip->from_seconds, &grip->to_seconds);
}

/* Shows a span, as dragging @part made it: one that was only moved keeps its scale to the last digit. */
void
dtl_overview_move_span (DtlOverview *self, DtlLensPart part, int64_t from_seconds, int64_t to_seconds)
{
  DtlViewport view = *dtl_canvas_get_view (self->canvas);

  if (part == DTL_LENS_MIDDLE)
    view.offset_px =
        dtl_time_scale_from_line_px (&view.scale, (double) from_seconds / DTL_SECONDS_PER_DAY * view.scale.px_per_day);
  else
    dtl_viewport_fit (&view, from_seconds, to_seconds, 0);
  dtl_canvas_set_view (self->canvas, &view);
}

/* Pans so that the moment at @x is in the middle. */
void
dtl_overview_center_on (DtlOverview *self, double x)
{
  DtlLensDrag grip;
  int64_t from, to;
  double middle;

  if (!dtl_overview_ensure_span (self))
    return;
  dtl_overview_init_grip (self, &grip, DTL_LENS_MIDDLE, 0);
  middle = (dtl_strip_get_x (&self->strip, grip.from_seconds) + dtl_strip_get_x (&self->strip, grip.to_seconds)) / 2;
  dtl_lens_drag_to (&grip, &self->strip, x - middle, &from, &to);
  dtl_overview_move_span (self, DTL_LENS_MIDDLE, from, to);
}

/* Zooms so that the moment at @x stays where the canvas has it; about an edge if that is nearest. */
void
dtl_overview_zoom_at (DtlOverview *self, double factor, double x)
{
  DtlViewport view;

  if (!dtl_overview_ensure_span (self))
    return;
  view = *dtl_canvas_get_view (self->canvas);
  dtl_viewport_zoom_at (&view, factor,
                        CLAMP (dtl_viewport_x_at (&view, dtl_strip_get_seconds (&self->strip, x)), 0, view.width_px));
  dtl_canvas_set_view (self->canvas, &view);
}

/* Moves @part of the lens by a share of what is seen. */
static void
move_by_share (DtlOverview *self, DtlLensPart part, double share)
{
  DtlLensDrag grip;
  int64_t from, to;
  double width;

  dtl_overview_init_grip (self, &grip, part, 0);
  width = dtl_strip_get_x (&self->strip, grip.to_seconds) - dtl_strip_get_x (&self->strip, grip.from_seconds);
  dtl_lens_drag_to (&grip, &self->strip, width * share, &from, &to);
  dtl_overview_move_span (self, part, from, to);
}

/* Pans by pixels of the strip. */
void
dtl_overview_pan_by (DtlOverview *self, double dx_px)
{
  DtlLensDrag grip;
  int64_t from, to;

  if (!dtl_overview_ensure_span (self))
    return;
  dtl_overview_init_grip (self, &grip, DTL_LENS_MIDDLE, 0);
  dtl_lens_drag_to (&grip, &self->strip, dx_px, &from, &to);
  dtl_overview_move_span (self, DTL_LENS_MIDDLE, from, to);
}

/* The view begins or ends with the strip. */
static void
go_to_end (DtlOverview *self, gboolean last)
{
  int64_t from, to;
  double by;

  dtl_overview_get_view_span (self, &from, &to);
  by = last ? (double) self->strip.to_seconds - (double) to : (double) self->strip.from_seconds - (double) from;
  dtl_overview_move_span (self, DTL_LENS_MIDDLE, (int64_t) ((double) from + by), (int64_t) ((double) to + by));
}

/* --- keys ------------------------------------------------------------------------------------------------------- */

typedef enum
{
  KEY_PAN,
  KEY_MOVE_START,
  KEY_MOVE_END,
  KEY_PAGE,
  KEY_GO_TO_END,
  KEY_ZOOM,
  KEY_FIT,
  KEY_ESCAPE,
} KeyCommand;

typedef struct
{
  guint key;
  GdkModifierType modifiers;
  KeyCommand command;
  int step; /* -1 for earlier or out, 1 for later or in */
} KeyBinding;

static const KeyBinding bindings[] = {
  { GDK_KEY_Left, 0, KEY_PAN, -1 },
  { GDK_KEY_Right, 0, KEY_PAN, 1 },
  { GDK_KEY_Left, GDK_SHIFT_MASK, KEY_MOVE_START, -1 },
  { GDK_KEY_Right, GDK_SHIFT_MASK, KEY_MOVE_START, 1 },
  { GDK_KEY_Left, GDK_CONTROL_MASK, KEY_MOVE_END, -1 },
  { GDK_KEY_Right, GDK_CONTROL_MASK, KEY_MOVE_END, 1 },
  { GDK_KEY_Page_Up, 0, KEY_PAGE, -1 },
  { GDK_KEY_Page_Down, 0, KEY_PAGE, 1 },
  { GDK_KEY_Home, 0, KEY_GO_TO_END, -1 },
  { GDK_KEY_End, 0, KEY_GO_TO_END, 1 },
  { GDK_KEY_plus, 0, KEY_ZOOM, 1 },
  { GDK_KEY_plus, GDK_SHIFT_MASK, KEY_ZOOM, 1 },
  { GDK_KEY_equal, 0, KEY_ZOOM, 1 },
  { GDK_KEY_KP_Add, 0, KEY_ZOOM, 1 },
  { GDK_KEY_minus, 0, KEY_ZOOM, -1 },
  { GDK_KEY_KP_Subtract, 0, KEY_ZOOM, -1 },
  { GDK_KEY_0, 0, KEY_FIT, 0 },
  { GDK_KEY_KP_0, 0, KEY_FIT, 0 },
  { GDK_KEY_Escape, 0, KEY_ESCAPE, 0 },
};

static void
run_command (DtlOverview *self, KeyCommand command, int step)
{
  switch (command)
    {
    case KEY_PAN:
      move_by_share (self, DTL_LENS_MIDDLE, step * ARROW_SHARE);
      break;
    case KEY_MOVE_START:
      move_by_share (self, DTL_LENS_LEFT, step * ARROW_SHARE);
      break;
    case KEY_MOVE_END:
      move_by_share (self, DTL_LENS_RIGHT, step * ARROW_SHARE);
      break;
    case KEY_PAGE:
      move_by_share (self, DTL_LENS_MIDDLE, step * PAGE_SHARE);
      break;
    case KEY_GO_TO_END:
      go_to_end (self, step > 0);
      break;
    case KEY_ZOOM:
      {
        int64_t from, to;

        dtl_overview_get_view_span (self, &from, &to);
        dtl_overview_zoom_at (self, step > 0 ? ZOOM_STEP : 1 / ZOOM_STEP,
                              (dtl_strip_get_x (&self->strip, from) + dtl_strip_get_x (&self->strip, to)) / 2);
        break;
      }
    case KEY_FIT:
      dtl_canvas_fit (self->canvas);
      break;
    case KEY_ESCAPE:
    default:
      break;
    }
}

/* While the pointer holds the lens no key moves it; Esc takes it back. */
static gboolean
key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  DtlOverview *self = DTL_OVERVIEW (widget);
  int command, step;

  g_variant_get (arguments, "(ii)", &command, &step);
  if (command == KEY_ESCAPE)
    return dtl_overview_cancel_drag (self);
  if (self->is_held || !dtl_overview_ensure_span (self))
    return FALSE;
  self->was_key = TRUE;
  run_command (self, (KeyCommand) command, step);
  return TRUE;
}

void
dtl_overview_keys_install (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    gtk_widget_class_add_binding (widget_class, bindings[i].key, bindings[i].modifiers, key_cb, "(ii)",
                                  (int) bindings[i].command, bindings[i].step);
}
