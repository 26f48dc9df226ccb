/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the canvas share: dtl-canvas.c is the widget, -view.c keeps view and layout, -draw.c draws,
 * -input.c hears pointer and touch, -keys.c the keyboard, -places.c lists what is in view, -children.c makes
 * items of it for screen readers, -words.c, -names.c and -tooltip.c speak, -debug.c tells tests where things stand. */
#pragma once

#include "app/timeline/dtl-canvas-item.h"
#include "app/timeline/dtl-canvas.h"
#include "render/dtl-painter.h"

G_BEGIN_DECLS

/*
 * DtlCanvas:
 * @font_key: font and resolution that @text was made for
 * @layout: (nullable): of the current scale, filter and case; NULL when it must be made anew
 * @layout_is_stale: only the scale changed since: the old layout lends what it measured
 * @view: where in time; its width is kept by the frame
 * @needs_fit: the whole case is shown as soon as there is a size
 * @is_fitted: the view is still as fitting left it, and goes along with the widget's size
 * @picture: (nullable): everything but hover and selection, kept as long as only those change
 * @selected_lane: in which of its lanes the selected event was chosen
 * @drag_start: view and scroll when a drag began, for Esc
 * @announces_view: the person moved the view: what it shows is said once it has settled
 * @settle_id: a source that fires when nothing moved for a while
 */
struct _DtlCanvas
{
  GtkWidget parent_instance;

  DtlSession *session;
  GtkAdjustment *vadjustment;
  DtlTextPango *text;
  char *font_key;
  const DtlTheme *theme;

  DtlLayout *layout;
  gboolean layout_is_stale;
  DtlFrame frame;
  DtlViewport view;
  gboolean needs_fit;
  gboolean is_fitted;
  GskRenderNode *picture;

  uint32_t hovered_row;
  uint32_t selected_lane;

  double pointer_x;
  double pointer_y;
  GtkGesture *drag;
  gboolean is_panning;
  DtlViewport drag_start;
  double drag_start_scroll;
  double pinch_scale;

  gboolean announces_view;
  guint settle_id;
};

/* dtl-canvas-view.c */
void dtl_canvas_drop_layout (DtlCanvas *self);
gboolean dtl_canvas_needs_layout_for (DtlCanvas *self, int width_px);
void dtl_canvas_drop_picture (DtlCanvas *self);
void dtl_canvas_update_frame (DtlCanvas *self);
void dtl_canvas_update_adjustment (DtlCanvas *self);
void dtl_canvas_restart_settling (DtlCanvas *self);
gboolean dtl_canvas_ensure_layout (DtlCanvas *self);
void dtl_canvas_init_options (DtlCanvas *self, DtlPaintOptions *options);
void dtl_canvas_view_changed (DtlCanvas *self, gboolean scale_changed);
void dtl_canvas_zoom_at (DtlCanvas *self, double factor, double widget_x);
void dtl_canvas_pan (DtlCanvas *self, double dx_px, double dy_px);
void dtl_canvas_show_span (DtlCanvas *self, int64_t from_seconds, int64_t to_seconds);
void dtl_canvas_reveal_row (DtlCanvas *self, uint32_t row);
const DtlItem *dtl_canvas_hit (DtlCanvas *self, double x, double y);
void dtl_canvas_select (DtlCanvas *self, uint32_t row, uint32_t lane);
double dtl_canvas_item_x (DtlCanvas *self, int64_t world_px);
double dtl_canvas_item_y (DtlCanvas *self, int y_px);

/* dtl-canvas.c */
gboolean dtl_canvas_grab_focus_self (DtlCanvas *self);

/* dtl-canvas-draw.c */
void dtl_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

/* dtl-canvas-input.c */
void dtl_canvas_input_init (DtlCanvas *self);
gboolean dtl_canvas_cancel_drag (DtlCanvas *self);
void dtl_canvas_update_hover (DtlCanvas *self);
void dtl_canvas_open_place (DtlCanvas *self, const DtlCanvasPlace *place);

/* dtl-canvas-places.c */
GPtrArray *dtl_canvas_collect_places (DtlCanvas *self);

/* dtl-canvas-children.c */
void dtl_canvas_update_children (DtlCanvas *self);
void dtl_canvas_update_selected_child (DtlCanvas *self);
void dtl_canvas_follow_selection (DtlCanvas *self);
DtlCanvasItem *dtl_canvas_get_focus_item (DtlCanvas *self);
DtlCanvasItem *dtl_canvas_get_selected_item (DtlCanvas *self);
gboolean dtl_canvas_has_focus_within (DtlCanvas *self);
gboolean dtl_canvas_focus (GtkWidget *widget, GtkDirectionType direction);
void dtl_canvas_allocate_children (DtlCanvas *self);
void dtl_canvas_drop_children (DtlCanvas *self);

/* dtl-canvas-keys.c */
void dtl_canvas_keys_install (GtkWidgetClass *widget_class);

/* dtl-canvas-menu.c */
void dtl_canvas_menu_install (GtkWidgetClass *widget_class);
void dtl_canvas_menu_init (DtlCanvas *self);

/* dtl-canvas-words.c */
void dtl_canvas_update_words (DtlCanvas *self);

/* dtl-canvas-tooltip.c */
gboolean dtl_canvas_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip);

/* dtl-canvas-names.c */
char *dtl_canvas_join_actors (DtlCanvas *self, uint32_t row);
char *dtl_canvas_name_event (DtlCanvas *self, uint32_t row, guint position, guint n_events);
char *dtl_canvas_name_cluster (const DtlCanvasPlace *place);
char *dtl_canvas_name_view (DtlCanvas *self);

/* dtl-canvas-debug.c */
void dtl_canvas_print_places (DtlCanvas *self);

G_END_DECLS
