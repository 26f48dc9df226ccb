/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window put together: template, panes, title, width. See dtl-window-private.h for its other files. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/compat/dtl-announce.h"
#include "app/compat/dtl-names.h"
#include "app/dtl-announcer.h"
#include "app/dtl-frame-report.h"
#include "app/dtl-message.h"
#include "app/dtl-start-report.h"
#include "app/dtl-window-desktop-private.h"
#include "app/dtl-window-private.h"
#include "app/dtl-window-work-private.h"
#include "app/dtl-words.h"
#include "app/recent/dtl-recent-cases.h"
#include "app/recent/dtl-recent-list.h"

G_DEFINE_FINAL_TYPE (DtlWindow, dtl_window, ADW_TYPE_APPLICATION_WINDOW)

/* Buttons that leave a narrow header stay in the menu. */
static void
fill_folded_menu (DtlWindow *self, DtlWidthClass width)
{
  g_autoptr (GMenu) files = g_menu_new ();
  g_autoptr (GMenu) panes = g_menu_new ();
  g_autoptr (GMenu) views = g_menu_new ();
  g_autoptr (GMenu) history = g_menu_new ();
  g_autoptr (GMenu) zoom = g_menu_new ();

  g_menu_remove_all (self->folded_menu);
  if (width == DTL_WIDTH_WIDE)
    return;
  if (width <= DTL_WIDTH_NARROW)
    {
      g_menu_append (files, _ ("_Open…"), "win.open");
      g_menu_append_submenu (files, _ ("_Recent Cases"), dtl_recent_cases_get_menu ());
      g_menu_append (files, _ ("_Export…"), "win.export");
    }
  g_menu_append (files, _ ("New _Case…"), "win.new-case");
  if (width < DTL_WIDTH_HALF)
    {
      g_menu_append (views, C_ ("view", "_Timeline"), "win.view::timeline");
      g_menu_append (views, C_ ("view", "_List"), "win.view::list");
    }
  if (width == DTL_WIDTH_TINY)
    {
      g_menu_append (panes, _ ("_Find…"), "win.find");
      g_menu_append (panes, _ ("Show E_vidence"), "win.toggle-evidence");
    }
  g_menu_append (history, _ ("_Undo"), "win.undo");
  g_menu_append (history, _ ("_Redo"), "win.redo");
  g_menu_append (zoom, _ ("Zoom _In"), "win.zoom-in");
  g_menu_append (zoom, _ ("Zoom O_ut"), "win.zoom-out");
  g_menu_append (zoom, _ ("_Fit"), "win.zoom-fit");
  g_menu_append (zoom, _ ("_Back"), "win.view-back");
  g_menu_append (zoom, _ ("For_ward"), "win.view-forward");
  g_menu_append_section (self->folded_menu, NULL, G_MENU_MODEL (files));
  g_menu_append_section (self->folded_menu, NULL, G_MENU_MODEL (views));
  g_menu_append_section (self->folded_menu, NULL, G_MENU_MODEL (panes));
  g_menu_append_section (self->folded_menu, NULL, G_MENU_MODEL (history));
  g_menu_append_section (self->folded_menu, NULL, G_MENU_MODEL (zoom));
}

/* A popover keeps the pages of submenus that its model has lost, and complains when they come back: it is made anew. */
static void
renew_menu (DtlWindow *self, DtlWidthClass width)
{
  g_autoptr (GMenuModel) menu = g_object_ref (gtk_menu_button_get_menu_model (self->menu_button));

  gtk_menu_button_set_menu_model (self->menu_button, NULL);
  fill_folded_menu (self, width);
  gtk_menu_button_set_menu_model (self->menu_button, menu);
  dtl_names_complete (GTK_WIDGET (self->menu_button));
}

static void
width_class_cb (DtlWindow *self)
{
  DtlWidthClass width = dtl_shell_get_width_class (self->shell);

  gtk_widget_set_visible (self->open_button, width >= DTL_WIDTH_MEDIUM);
  gtk_widget_set_visible (self->export_button, width >= DTL_WIDTH_MEDIUM);
  gtk_widget_set_visible (self->evidence_button, width != DTL_WIDTH_TINY);
  gtk_widget_set_visible (self->find_button, width != DTL_WIDTH_TINY);
  gtk_widget_set_visible (self->view_box, width >= DTL_WIDTH_HALF);
  gtk_widget_set_visible (self->new_button, width == DTL_WIDTH_WIDE);
  gtk_widget_set_visible (self->history_box, width == DTL_WIDTH_WIDE);
  gtk_widget_set_visible (self->zoom_box, width == DTL_WIDTH_WIDE);
  renew_menu (self, width);
}

static void
selection_changed_cb (DtlWindow *self)
{
  dtl_window_update_actions (self);
}

/* A click on a mark asks for its proof, wherever the pane was. */
static void
event_opened_cb (DtlWindow *self)
{
  dtl_shell_set_show_evidence (self->shell, TRUE);
}

static char *
count_words (DtlDocument *document)
{
  guint n_events = dtl_document_get_columns (document)->n_events;
  guint n_sources = dtl_document_count_sources (document, G_MAXUINT);
  g_autofree char *events = g_strdup_printf (ngettext ("%u event", "%u events", n_events), n_events);
  g_autofree char *sources = g_strdup_printf (ngettext ("%u source", "%u sources", n_sources), n_sources);
  g_autofree char *name = dtl_words_file_name (dtl_document_get_path (document));

  /* Translators: number of events, number of sources, name of the file */
  return g_strdup_printf (C_ ("below a window's title", "%s · %s · %s"), events, sources, name);
}

/* Title and subtitle from the case; also the name that the desktop shows. */
void
dtl_window_update_title (DtlWindow *self)
{
  DtlDocument *document = self->session != NULL ? dtl_session_get_document (self->session) : NULL;
  g_autofree char *counts = document != NULL ? count_words (document) : NULL;
  const char *title = document != NULL ? dtl_document_get_title (document) : NULL;

  if (title == NULL || *title == '\0')
    title = _ ("Dateline");
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, counts != NULL ? counts : "");
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* Says something in passing. */
void
dtl_window_toast (DtlWindow *self, const char *text)
{
  adw_toast_overlay_add_toast (self->toasts, dtl_message_new_toast (text));
  dtl_announce_toast (GTK_WIDGET (self), text);
}

static void
case_changed_cb (DtlWindow *self)
{
  dtl_window_update_title (self);
  dtl_window_update_actions (self);
}

/**
 * dtl_window_set_document:
 * @document: the case that the window shows from now on; kept referenced
 */
void
dtl_window_set_document (DtlWindow *self, DtlDocument *document)
{
  g_clear_object (&self->session);
  self->session = dtl_session_new (document);
  g_signal_connect_object (self->session, "case-changed", G_CALLBACK (case_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "filter-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "working-changed", G_CALLBACK (dtl_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  dtl_window_find_set_session (self);
  dtl_announcer_watch (GTK_WIDGET (self), self->session);
  dtl_timeline_view_set_session (self->timeline, self->session);
  dtl_window_views_set_session (self);
  dtl_evidence_pane_set_session (self->evidence, self->session);
  dtl_window_standing_set_session (self);
  dtl_shell_set_panes_visible (self->shell, TRUE);
  dtl_window_state_show_panes (self);
  dtl_recent_cases_add (dtl_document_get_path (document));
  case_changed_cb (self);
  dtl_window_views_grab_focus (self);
  dtl_start_report_watch (GTK_WIDGET (dtl_timeline_view_get_canvas (self->timeline)));
}

static void
dtl_window_dispose (GObject *object)
{
  DtlWindow *self = DTL_WINDOW (object);

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_pointer (&self->opening_path, g_free);
  g_clear_handle_id (&self->present_id, g_source_remove);
  dtl_window_standing_forget (self);
  dtl_window_work_forget (self);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), DTL_TYPE_WINDOW);
  G_OBJECT_CLASS (dtl_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, shell);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, title);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, new_button);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, history_box);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, zoom_box);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, evidence_button);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, folded_menu);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, empty_page);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, timeline);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, evidence);
}

static void
dtl_window_class_init (DtlWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_window_dispose;
  g_type_ensure (DTL_TYPE_SHELL);
  g_type_ensure (DTL_TYPE_TIMELINE_VIEW);
  g_type_ensure (DTL_TYPE_EVIDENCE_PANE);
  g_type_ensure (DTL_TYPE_RECENT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/dateline/ui/dtl-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, width_class_cb);
  gtk_widget_class_bind_template_callback (widget_class, event_opened_cb);
  dtl_window_actions_install (widget_class);
  dtl_window_export_install (widget_class);
  dtl_window_recent_install (widget_class);
  dtl_window_find_install (widget_class);
  dtl_window_panes_install (widget_class);
  dtl_window_views_install (widget_class);
  dtl_window_line_install (widget_class);
  dtl_window_folds_install (widget_class);
  dtl_window_presentation_install (widget_class);
  dtl_window_event_install (widget_class);
  dtl_window_standing_install (widget_class);
  dtl_window_work_install (widget_class);
  dtl_window_recovery_install (widget_class);
}

static void
dtl_window_init (DtlWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self->shell, "show-sidebar", self->sidebar_button, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->shell, "show-evidence", self->evidence_button, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  dtl_window_find_init (self);
  dtl_window_views_init (self);
  dtl_window_line_init (self);
  dtl_window_folds_init (self);
  dtl_window_toggles_init (self);
  dtl_window_recent_init (self);
  dtl_window_drop_init (self);
  dtl_window_state_init (self);
  dtl_window_standing_init (self);
  dtl_window_work_init (self);
  dtl_names_complete (GTK_WIDGET (self));
  adw_status_page_set_icon_name (self->empty_page, APPLICATION_ID);
  width_class_cb (self);
  dtl_window_update_title (self);
  dtl_window_update_actions (self);
  dtl_frame_report_watch (GTK_WIDGET (self));
}

DtlWindow *
dtl_window_new (DtlApplication *application)
{
  return g_object_new (DTL_TYPE_WINDOW, "application", application, NULL);
}

/* Returns: (nullable) (transfer none): the file of the case that is shown or being opened */
const char *
dtl_window_get_path (DtlWindow *self)
{
  g_return_val_if_fail (DTL_IS_WINDOW (self), NULL);

  if (self->opening_path != NULL)
    return self->opening_path;
  return self->session != NULL ? dtl_document_get_path (dtl_session_get_document (self->session)) : NULL;
}

/* Whether a case can be opened here without another one making room. */
gboolean
dtl_window_is_free (DtlWindow *self)
{
  g_return_val_if_fail (DTL_IS_WINDOW (self), FALSE);
  return self->session == NULL && self->opening == NULL;
}
