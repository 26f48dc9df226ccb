/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's actions: each does its work elsewhere; here is only who is asked, and when an action is possible at
 * all. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/dtl-file-dialog.h"
#include "app/dtl-window-desktop-private.h"
#include "app/dtl-window-private.h"
#include "app/dtl-window-work-private.h"

static void
open_chosen (GObject *owner, const char *path)
{
  dtl_application_open_path (DTL_APPLICATION (gtk_window_get_application (GTK_WINDOW (owner))), path,
                             GTK_WINDOW (owner));
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dtl_file_dialog_show (GTK_WINDOW (widget), DTL_FILE_DIALOG_OPEN_CASE, NULL, G_OBJECT (widget), open_chosen);
}

static void
create_chosen (GObject *owner, const char *path)
{
  dtl_window_create_case (DTL_WINDOW (owner), path);
}

static void
new_case_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dtl_file_dialog_show (GTK_WINDOW (widget), DTL_FILE_DIALOG_NEW_CASE, _ ("New Case.dateline"), G_OBJECT (widget),
                        create_chosen);
}

static void
open_sample_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dtl_window_open_sample (DTL_WINDOW (widget));
}

static void
import_chosen (GObject *owner, const char *path)
{
  dtl_window_import (DTL_WINDOW (owner), path);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dtl_file_dialog_show (GTK_WINDOW (widget), DTL_FILE_DIALOG_IMPORT, NULL, G_OBJECT (widget), import_chosen);
}

static void
original_chosen (GObject *owner, const char *path)
{
  dtl_window_attach_original (DTL_WINDOW (owner), path);
}

static void
attach_original_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dtl_file_dialog_show (GTK_WINDOW (widget), DTL_FILE_DIALOG_ORIGINAL, NULL, G_OBJECT (widget), original_chosen);
}

static void
history_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dtl_window_step_history (DTL_WINDOW (widget), g_strcmp0 (name, "win.redo") == 0);
}

static void
toggle_sidebar_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DtlWindow *self = DTL_WINDOW (widget);

  dtl_shell_set_show_sidebar (self->shell, !dtl_shell_get_show_sidebar (self->shell));
  dtl_window_state_keep_panes (self);
}

static void
toggle_evidence_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DtlWindow *self = DTL_WINDOW (widget);

  dtl_shell_set_show_evidence (self->shell, !dtl_shell_get_show_evidence (self->shell));
  dtl_window_state_keep_panes (self);
}

static void
passage_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dtl_evidence_pane_step_passage (DTL_WINDOW (widget)->evidence, g_strcmp0 (name, "win.next-passage") == 0 ? 1 : -1);
}

static void
show_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DtlWindow *self = DTL_WINDOW (widget);

  if (self->session != NULL)
    dtl_session_show_all (self->session);
}

static gboolean
has_label (char *(*get_label) (DtlStore *), DtlStore *store)
{
  g_autofree char *label = get_label (store);

  return label != NULL;
}

/* What cannot be done now is insensitive instead of failing. */
void
dtl_window_update_actions (DtlWindow *self)
{
  static const char *const need_case[] = { "win.export",           "win.print",
                                           "win.import",           "win.next-passage",
                                           "win.previous-passage", "win.toggle-sidebar",
                                           "win.toggle-evidence",  "win.attach-original" };
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_case = self->session != NULL;
  gboolean is_idle = has_case && !dtl_window_is_working (self);
  DtlStore *store = has_case ? dtl_document_get_store (dtl_session_get_document (self->session)) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (need_case); i++)
    gtk_widget_action_set_enabled (widget, need_case[i], has_case);
  gtk_widget_action_set_enabled (widget, "win.undo", is_idle && has_label (dtl_store_get_undo_label, store));
  gtk_widget_action_set_enabled (widget, "win.redo", is_idle && has_label (dtl_store_get_redo_label, store));
  gtk_widget_action_set_enabled (widget, "win.show-all", has_case && dtl_session_is_narrowed (self->session));
  dtl_window_find_update (self);
  dtl_window_views_update (self);
  dtl_window_event_update (self);
  dtl_window_toggles_update (self);
  dtl_window_presentation_update (self);
  dtl_window_recovery_update (self);
  gtk_widget_set_sensitive (self->sidebar_button, has_case);
  gtk_widget_set_sensitive (self->evidence_button, has_case);
}

void
dtl_window_actions_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.new-case", NULL, new_case_action);
  gtk_widget_class_install_action (widget_class, "win.open-sample", NULL, open_sample_action);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.attach-original", NULL, attach_original_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, toggle_sidebar_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-evidence", NULL, toggle_evidence_action);
  gtk_widget_class_install_action (widget_class, "win.next-passage", NULL, passage_action);
  gtk_widget_class_install_action (widget_class, "win.previous-passage", NULL, passage_action);
  gtk_widget_class_install_action (widget_class, "win.show-all", NULL, show_all_action);
}
