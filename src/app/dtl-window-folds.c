/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions that fold the line. Whether empty stretches are folded by themselves is a setting, the same in every
 * window and the next time, whose action is in dtl-window-toggles.c; what is folded or opened by hand is this window's,
 * for as long as it is open. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/dtl-window-private.h"
#include "app/settings/dtl-settings.h"

#define KEY "fold-empty"

static DtlCanvas *
get_canvas (DtlWindow *self)
{
  return dtl_timeline_view_get_canvas (self->timeline);
}

static void
setting_changed_cb (DtlWindow *self)
{
  gboolean folds = g_settings_get_boolean (dtl_settings_get (), KEY);
  guint n_folds;

  if (self->timeline == NULL)
    return;
  dtl_canvas_set_fold_empty (get_canvas (self), folds);
  dtl_canvas_get_folds (get_canvas (self), &n_folds);
  if (folds && n_folds == 0 && self->session != NULL && dtl_window_views_shows_line (self))
    dtl_window_toast (self, _ ("Folding gains nothing here"));
}

static void
fold_at_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dtl_canvas_fold_at (get_canvas (DTL_WINDOW (widget)), g_variant_get_int64 (parameter));
}

static void
unfold_at_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dtl_canvas_unfold_at (get_canvas (DTL_WINDOW (widget)), g_variant_get_int64 (parameter));
}

static void
fold_selected_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!dtl_canvas_fold_selected (get_canvas (DTL_WINDOW (widget))))
    dtl_window_toast (DTL_WINDOW (widget), _ ("No empty stretch is between these events"));
}

/* The canvas first, so that it is one move. */
static void
unfold_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dtl_canvas_unfold_all (get_canvas (DTL_WINDOW (widget)));
  g_settings_set_boolean (dtl_settings_get (), KEY, FALSE);
}

/* To be called when case, view, selection or folds are others. */
void
dtl_window_folds_update (DtlWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean shows_line = self->session != NULL && dtl_window_views_shows_line (self);
  gboolean is_automatic = g_settings_get_boolean (dtl_settings_get (), KEY);
  guint n_folds;

  dtl_canvas_get_folds (get_canvas (self), &n_folds);
  gtk_widget_action_set_enabled (widget, "win.fold-at", shows_line);
  gtk_widget_action_set_enabled (widget, "win.unfold-at", shows_line);
  gtk_widget_action_set_enabled (widget, "win.fold-selected",
                                 shows_line && dtl_session_get_chosen (self->session) != NULL);
  gtk_widget_action_set_enabled (widget, "win.unfold-all", shows_line && (n_folds > 0 || is_automatic));
}

void
dtl_window_folds_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.fold-at", "x", fold_at_action);
  gtk_widget_class_install_action (widget_class, "win.unfold-at", "x", unfold_at_action);
  gtk_widget_class_install_action (widget_class, "win.fold-selected", NULL, fold_selected_action);
  gtk_widget_class_install_action (widget_class, "win.unfold-all", NULL, unfold_all_action);
}

void
dtl_window_folds_init (DtlWindow *self)
{
  g_signal_connect_object (dtl_settings_get (), "changed::" KEY, G_CALLBACK (setting_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_canvas (self), "folds-changed", G_CALLBACK (dtl_window_folds_update), self,
                           G_CONNECT_SWAPPED);
  setting_changed_cb (self);
}
