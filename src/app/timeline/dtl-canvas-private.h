/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the canvas share: dtl-canvas.c is the widget, -view.c keeps view and layout, -draw.c draws,
 * -now.c knows the day, -motion.c has it fly and slide, -folds.c folds what is empty, -history.c goes back and forward,
 * -input.c hears clicks, -drag.c dragging, -scroll.c wheel and fingers, -keys.c the keyboard, -cluster.c opens
 * clusters, -places.c lists what is in view, -children.c makes items of it for screen readers, -words.c, -names.c and
 * -tooltip.c speak, -debug.c tells tests where things stand. */
#pragma once

#include "app/timeline/dtl-canvas-item.h"
#include "app/timeline/dtl-canvas.h"
#include "layout/dtl-folding.h"
#include "layout/dtl-kinetic.h"
#include "layout/dtl-view-history.h"
#include "layout/dtl-view-motion.h"
#include "render/dtl-painter.h"

G_BEGIN_DECLS

typedef enum
{
  DTL_CANVAS_MOTION_NONE,
  DTL_CANVAS_MOTION_FLIGHT, /* to another view */
  DTL_CANVAS_MOTION_SLIDE,  /* on, after it was let go */
} DtlCanvasMotionKind;

/*
 * DtlCanvasMotion:
 * @start_us: of the frame clock; 0 before its first frame
 * @from, @to: the ends of a flight
 * @speed: with which a slide began
 * @gone_x_px, @gone_y_px: how much of the slide is gone
 */
typedef struct
{
  DtlCanvasMotionKind kind;
  guint tick_id;
  int64_t start_us;
  DtlViewport from;
  DtlViewport to;
  DtlKinetic speed;
  double gone_x_px;
  double gone_y_px;
} DtlCanvasMotion;

/* What wheel or fingers do until they rest. */
typedef enum
{
  DTL_CANVAS_SCROLL_NONE, /* not decided */
  DTL_CANVAS_SCROLL_PAN,
  DTL_CANVAS_SCROLL_ZOOM,
  DTL_CANVAS_SCROLL_LANES,
} DtlCanvasScroll;

/*
 * DtlCanvas:
 * @sprites: (nullable): marks and pills as they were drawn before, for a device of @sprites_scale
 * @font_key: font and resolution that @text was made for
 * @layout: (nullable): of the current scale, filter and case; NULL when it must be made anew
 * @old_layout: (nullable): of another filter or width, until @layout is there, to lend the order of all events
 * @layout_is_stale: only the scale changed since: the old layout lends what it measured
 * @view: where in time; its width is kept by the frame
 * @folding: what is to be folded, and by hand
 * @folds_are_stale: filter, case or text are others since it was asked what that comes to
 * @needs_fit: the whole case is shown as soon as there is a size
 * @is_fitted: the view is still as fitting left it, and goes along with the widget's size
 * @has_new_fonts: whether nothing was painted yet with @text
 * @picture: (nullable): everything but hover and selection, kept as long as only those change
 * @selected_lane: in which of its lanes the selected event was chosen
 * @has_jumped: what moved the view last was a command that is a step of its own to go back from
 * @stopped_slide: the press that is down or was last only stopped what slid
 * @drag_start: view and scroll when a drag began, for Esc
 * @drag_x_px, @drag_y_px: how far it is dragged
 * @cluster_popover: (nullable): the list of a cluster that is open, and of which lane and seconds it is
 * @card: (nullable): the card of an event that a key has brought
 * @drag_keys: held when it began
 * @is_boxing, @box: the drag draws a box that selects
 * @scrolled_us: when the wheel turned last
 * @words_of: (nullable): the rows that the words of the timeline tell of
 * @announces_view: the person moved the view: what it shows is said once it has settled
 * @settle_id: a source that fires when nothing moved for a while
 * @today: number of the day at which a line stands, until @today_id looks again
 */
struct _DtlCanvas
{
  GtkWidget parent_instance;

  DtlSession *session;
  GtkAdjustment *vadjustment;
  DtlTextPango *text;
  gboolean has_new_fonts;
  char *font_key;
  const DtlTheme *theme;

  DtlSprites *sprites;
  double sprites_scale;

  DtlLayout *layout;
  DtlLayout *old_layout;
  gboolean layout_is_stale;
  DtlFrame frame;
  DtlViewport view;
  DtlFolding *folding;
  gboolean folds_are_stale;
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
  double drag_x_px;
  double drag_y_px;
  gboolean stopped_slide;
  GdkModifierType drag_keys;
  graphene_point_t drag_from;
  gboolean is_boxing;
  graphene_rect_t box;
  gboolean is_pinching;
  double pinch_scale;
  DtlCanvasScroll scroll;
  int64_t scrolled_us;
  DtlSpeedometer speedometer;

  GtkWidget *cluster_popover;
  uint32_t cluster_lane;
  int64_t cluster_from;
  int64_t cluster_to;
  GtkWidget *card;

  DtlCanvasMotion motion;
  DtlViewHistory *history;
  gboolean has_jumped;

  DtlBitset *words_of;
  gboolean announces_view;
  guint settle_id;

  int64_t today;
  guint today_id;
};

/* dtl-canvas-view.c */
void dtl_canvas_drop_layout (DtlCanvas *self);
void dtl_canvas_set_layout_aside (DtlCanvas *self);
gboolean dtl_canvas_needs_layout_for (DtlCanvas *self, int width_px);
void dtl_canvas_drop_picture (DtlCanvas *self);
void dtl_canvas_update_frame (DtlCanvas *self);
void dtl_canvas_update_adjustment (DtlCanvas *self);
void dtl_canvas_restart_settling (DtlCanvas *self);
gboolean dtl_canvas_ensure_layout (DtlCanvas *self);
gboolean dtl_canvas_add_titles (DtlCanvas *self);
gboolean dtl_canvas_has_titles (DtlCanvas *self);
void dtl_canvas_init_options (DtlCanvas *self, DtlPaintOptions *options);
void dtl_canvas_view_changed (DtlCanvas *self, gboolean scale_changed);
void dtl_canvas_zoom_at (DtlCanvas *self, double factor, double widget_x);
void dtl_canvas_zoom_step (DtlCanvas *self, double factor, double widget_x);
void dtl_canvas_pan (DtlCanvas *self, double dx_px, double dy_px);
void dtl_canvas_pan_smoothly (DtlCanvas *self, double dx_px, double dy_px);
void dtl_canvas_fit_at_once (DtlCanvas *self);
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

/* dtl-canvas-now.c */
void dtl_canvas_now_init (DtlCanvas *self);
void dtl_canvas_now_stop (DtlCanvas *self);
void dtl_canvas_set_now (DtlCanvas *self, DtlPaintOptions *options);
/* For tests: what tells the time in place of the system. */
void dtl_canvas_now_set_clock (GDateTime *(*clock) (void) );

/* dtl-canvas-motion.c */
gboolean dtl_canvas_stop (DtlCanvas *self);
void dtl_canvas_get_target (DtlCanvas *self, DtlViewport *view);
void dtl_canvas_fly_to (DtlCanvas *self, const DtlViewport *view);
void dtl_canvas_depart (DtlCanvas *self, DtlViewport *before);
void dtl_canvas_arrive (DtlCanvas *self, const DtlViewport *before);
void dtl_canvas_slide (DtlCanvas *self, const DtlKinetic *speed);

/* dtl-canvas-folds.c */
void dtl_canvas_ensure_folds (DtlCanvas *self);
void dtl_canvas_restore_fit (DtlCanvas *self);
void dtl_canvas_settle_folds (DtlCanvas *self);
const DtlScaleFold *dtl_canvas_hit_break (DtlCanvas *self, double x, double y);

/* dtl-canvas-history.c */
void dtl_canvas_history_init (DtlCanvas *self);
void dtl_canvas_note_view (DtlCanvas *self);
void dtl_canvas_forget_views (DtlCanvas *self);

/* dtl-canvas-drag.c */
void dtl_canvas_drag_init (DtlCanvas *self);
gboolean dtl_canvas_is_held (DtlCanvas *self);
gboolean dtl_canvas_cancel_drag (DtlCanvas *self);

/* dtl-canvas-box.c */
void dtl_canvas_select_box (DtlCanvas *self, const graphene_rect_t *box, gboolean adds);
void dtl_canvas_snapshot_box (DtlCanvas *self, GtkSnapshot *snapshot);

/* dtl-canvas-scroll.c */
void dtl_canvas_scroll_init (DtlCanvas *self);

/* dtl-canvas-input.c */
void dtl_canvas_input_init (DtlCanvas *self);
void dtl_canvas_update_hover (DtlCanvas *self);
void dtl_canvas_open_place (DtlCanvas *self, const DtlCanvasPlace *place);

/* dtl-canvas-cluster.c */
void dtl_canvas_list_cluster (DtlCanvas *self, const DtlCanvasPlace *place);
void dtl_canvas_zoom_to_cluster (DtlCanvas *self, const DtlCanvasPlace *place);
void dtl_canvas_close_cluster (DtlCanvas *self);

/* dtl-canvas-places.c */
void dtl_canvas_init_place (DtlCanvas *self, const DtlItem *item, DtlCanvasPlace *place);
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
void dtl_canvas_get_menu_place (DtlCanvas *self, uint32_t row, double *x, double *y);

/* dtl-canvas-words.c */
void dtl_canvas_update_words (DtlCanvas *self);

/* dtl-canvas-tooltip.c */
gboolean dtl_canvas_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip);
gboolean dtl_canvas_hide_card (DtlCanvas *self);
void dtl_canvas_tooltip_install (GtkWidgetClass *widget_class);

/* dtl-canvas-names.c */
char *dtl_canvas_join_actors (DtlCanvas *self, uint32_t row);
char *dtl_canvas_name_event (DtlCanvas *self, uint32_t row, guint position, guint n_events);
char *dtl_canvas_name_cluster (const DtlCanvasPlace *place);
char *dtl_canvas_name_view (DtlCanvas *self);

/* dtl-canvas-debug.c */
void dtl_canvas_print_places (DtlCanvas *self);

G_END_DECLS
