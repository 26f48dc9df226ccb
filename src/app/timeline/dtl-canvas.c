/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widget itself: what it is told by session, style and size, and what that makes stale. */
#include "app/timeline/dtl-canvas-private.h"

#include "app/dtl-palette-css.h"
#include "app/dtl-shell.h"
#include "app/settings/dtl-settings.h"

G_DEFINE_FINAL_TYPE (DtlCanvas, dtl_canvas, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_EVENT_OPENED,
  SIGNAL_VIEW_CHANGED,
  SIGNAL_HISTORY_CHANGED,
  SIGNAL_FOLDS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- the session ------------------------------------------------------------------------------------------------ */

static void
selection_changed_cb (DtlCanvas *self)
{
  DtlViewport before;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  dtl_canvas_depart (self, &before);
  dtl_canvas_reveal_row (self, dtl_session_get_selected_row (self->session));
  dtl_canvas_arrive (self, &before);
  dtl_canvas_follow_selection (self);
}

/* Marks come and go in the overlay; the report of places has them too. */
static void
search_changed_cb (DtlCanvas *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  dtl_canvas_restart_settling (self);
}

static void
filter_changed_cb (DtlCanvas *self)
{
  self->folds_are_stale = TRUE;
  dtl_canvas_close_cluster (self);
  dtl_canvas_drop_layout (self);
}

static void
case_changed_cb (DtlCanvas *self)
{
  self->folds_are_stale = TRUE;
  dtl_canvas_close_cluster (self);
  dtl_canvas_drop_layout (self);
  dtl_canvas_update_words (self);
}

/* A legend beside the line hears of it too. */
static void
links_changed_cb (DtlCanvas *self)
{
  dtl_canvas_drop_picture (self);
  g_signal_emit (self, signals[SIGNAL_VIEW_CHANGED], 0);
}

static void
theme_changed_cb (DtlCanvas *self)
{
  self->theme = dtl_palette_css_get_theme ();
  dtl_canvas_drop_picture (self);
}

/* --- the widget ------------------------------------------------------------------------------------------------- */

static void
dtl_canvas_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 600 : 400;
  *minimum_baseline = *natural_baseline = -1;
}

/* A wider view shows more time at the same scale, unless it shows the whole time anyway; below a certain width the
 * metrics are others. */
static void
dtl_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DtlCanvas *self = DTL_CANVAS (widget);
  gboolean was_bare = self->layout == NULL && self->needs_fit;

  dtl_canvas_allocate_children (self);
  if (width == self->frame.width_px && height == self->frame.height_px)
    return;
  /* Where everything is flown to, it is another view now. */
  if (self->is_fitted)
    dtl_canvas_stop (self);
  if (dtl_canvas_needs_layout_for (self, width))
    dtl_canvas_set_layout_aside (self);
  if (dtl_canvas_ensure_layout (self))
    {
      /* The first layout is made for this very size. */
      if (!was_bare)
        {
          dtl_canvas_update_frame (self);
          self->needs_fit = self->is_fitted;
          dtl_canvas_ensure_layout (self);
        }
      dtl_canvas_update_adjustment (self);
    }
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  dtl_canvas_restart_settling (self);
  g_signal_emit (self, signals[SIGNAL_VIEW_CHANGED], 0);
}

/* Styles change with every focus; only another font or size of text concerns what was measured. */
static void
check_font (DtlCanvas *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  g_autofree char *font = pango_font_description_to_string (pango_context_get_font_description (context));
  g_autofree char *key = g_strdup_printf ("%s@%.2f", font, dtl_shell_get_text_scale (GTK_WIDGET (self)));

  if (g_strcmp0 (key, self->font_key) == 0)
    return;
  g_free (self->font_key);
  self->font_key = g_steal_pointer (&key);
  g_clear_pointer (&self->layout, dtl_layout_unref);
  g_clear_pointer (&self->old_layout, dtl_layout_unref);
  g_clear_pointer (&self->text, dtl_text_pango_unref);
  self->folds_are_stale = TRUE;
  dtl_canvas_drop_layout (self);
}

static void
dtl_canvas_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (dtl_canvas_parent_class)->css_changed (widget, change);
  check_font (DTL_CANVAS (widget));
}

static void
dtl_canvas_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (dtl_canvas_parent_class)->system_setting_changed (widget, setting);
  check_font (DTL_CANVAS (widget));
}

static void
dtl_canvas_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  GTK_WIDGET_CLASS (dtl_canvas_parent_class)->state_flags_changed (widget, previous);
  gtk_widget_queue_draw (widget);
}

gboolean
dtl_canvas_grab_focus_self (DtlCanvas *self)
{
  return GTK_WIDGET_CLASS (dtl_canvas_parent_class)->grab_focus (GTK_WIDGET (self));
}

/* On the item of the selected event, else on the canvas. */
static gboolean
dtl_canvas_grab_focus (GtkWidget *widget)
{
  DtlCanvas *self = DTL_CANVAS (widget);
  DtlCanvasItem *item = dtl_canvas_get_selected_item (self);

  return item != NULL ? gtk_widget_grab_focus (GTK_WIDGET (item)) : dtl_canvas_grab_focus_self (self);
}

static void
dtl_canvas_dispose (GObject *object)
{
  DtlCanvas *self = DTL_CANVAS (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  dtl_canvas_now_stop (self);
  dtl_canvas_stop (self);
  dtl_canvas_hide_card (self);
  dtl_canvas_close_cluster (self);
  g_clear_object (&self->cluster_popover);
  dtl_canvas_set_session (self, NULL);
  dtl_canvas_drop_children (self);
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  g_clear_pointer (&self->layout, dtl_layout_unref);
  g_clear_pointer (&self->old_layout, dtl_layout_unref);
  g_clear_pointer (&self->text, dtl_text_pango_unref);
  g_clear_pointer (&self->font_key, g_free);
  g_clear_pointer (&self->words_of, dtl_bitset_unref);
  g_clear_pointer (&self->history, dtl_view_history_free);
  g_clear_pointer (&self->sprites, dtl_sprites_free);
  g_clear_object (&self->vadjustment);
  G_OBJECT_CLASS (dtl_canvas_parent_class)->dispose (object);
}

static void
dtl_canvas_finalize (GObject *object)
{
  dtl_folding_free (DTL_CANVAS (object)->folding);
  G_OBJECT_CLASS (dtl_canvas_parent_class)->finalize (object);
}

static void
dtl_canvas_class_init (DtlCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_canvas_dispose;
  G_OBJECT_CLASS (klass)->finalize = dtl_canvas_finalize;
  widget_class->measure = dtl_canvas_measure;
  widget_class->size_allocate = dtl_canvas_size_allocate;
  widget_class->snapshot = dtl_canvas_snapshot;
  widget_class->css_changed = dtl_canvas_css_changed;
  widget_class->system_setting_changed = dtl_canvas_system_setting_changed;
  widget_class->state_flags_changed = dtl_canvas_state_flags_changed;
  widget_class->focus = dtl_canvas_focus;
  widget_class->grab_focus = dtl_canvas_grab_focus;
  widget_class->query_tooltip = dtl_canvas_query_tooltip;
  signals[SIGNAL_EVENT_OPENED] =
      g_signal_new ("event-opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_VIEW_CHANGED] =
      g_signal_new ("view-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_HISTORY_CHANGED] = g_signal_new ("history-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FOLDS_CHANGED] =
      g_signal_new ("folds-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  dtl_canvas_keys_install (widget_class);
  dtl_canvas_menu_install (widget_class);
  dtl_canvas_tooltip_install (widget_class);
}

static void
scrolled_cb (DtlCanvas *self)
{
  dtl_canvas_view_changed (self, FALSE);
}

static void
dtl_canvas_init (DtlCanvas *self)
{
  /* Time runs from left to right in every language; the panes around change sides. */
  gtk_widget_set_direction (GTK_WIDGET (self), GTK_TEXT_DIR_LTR);
  self->hovered_row = DTL_NO_ROW;
  self->selected_lane = UINT32_MAX;
  self->view.scale.px_per_day = 1;
  self->folding = dtl_folding_new ();
  self->theme = dtl_palette_css_get_theme ();
  self->vadjustment = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (self->vadjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dtl_settings_get (), "changed::first-day-of-week", G_CALLBACK (dtl_canvas_drop_picture),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dtl_settings_get (), "changed::show-links", G_CALLBACK (links_changed_cb), self,
                           G_CONNECT_SWAPPED);
  dtl_palette_css_watch (self, G_CALLBACK (theme_changed_cb));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  dtl_canvas_history_init (self);
  dtl_canvas_input_init (self);
  dtl_canvas_menu_init (self);
  dtl_canvas_now_init (self);
  dtl_canvas_update_words (self);
}

GtkWidget *
dtl_canvas_new (void)
{
  return g_object_new (DTL_TYPE_CANVAS, NULL);
}

/**
 * dtl_canvas_set_session:
 * @session: (nullable): what to show, from its first event to its last; kept referenced
 */
void
dtl_canvas_set_session (DtlCanvas *self, DtlSession *session)
{
  g_return_if_fail (DTL_IS_CANVAS (self));

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  g_clear_pointer (&self->layout, dtl_layout_unref);
  g_clear_pointer (&self->old_layout, dtl_layout_unref);
  if (session == NULL)
    return;
  g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  g_signal_connect_swapped (session, "filter-changed", G_CALLBACK (filter_changed_cb), self);
  g_signal_connect_swapped (session, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (session, "case-changed", G_CALLBACK (case_changed_cb), self);
  dtl_canvas_stop (self);
  dtl_canvas_forget_views (self);
  dtl_folding_forget (self->folding);
  self->needs_fit = TRUE;
  case_changed_cb (self);
}

/* Returns: (nullable) (transfer none) */
DtlSession *
dtl_canvas_get_session (DtlCanvas *self)
{
  g_return_val_if_fail (DTL_IS_CANVAS (self), NULL);
  return self->session;
}

/* Returns: (transfer none): how far the lanes are scrolled, in pixels */
GtkAdjustment *
dtl_canvas_get_vadjustment (DtlCanvas *self)
{
  g_return_val_if_fail (DTL_IS_CANVAS (self), NULL);
  return self->vadjustment;
}
