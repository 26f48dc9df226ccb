/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the window share: dtl-window.c builds it, dtl-window-actions.c has its actions,
 * dtl-window-document.c brings cases in. */
#pragma once

#include "app/dtl-session.h"
#include "app/dtl-shell.h"
#include "app/dtl-window.h"
#include "app/dtl-work-strip.h"
#include "app/find/dtl-filter-chips.h"
#include "app/find/dtl-find-bar.h"
#include "app/list/dtl-event-list.h"
#include "app/outline/dtl-filter-pane.h"
#include "app/source/dtl-evidence-pane.h"
#include "app/timeline/dtl-timeline-view.h"
#include "service/dtl-case-watch.h"

G_BEGIN_DECLS

/*
 * DtlWindow:
 * @session: (nullable): NULL while there is no case
 * @opening: (nullable): set while a case is being opened; cancels it
 * @opening_path: (nullable): which one
 * @banner: (nullable): NULL until it has something to say
 * @told: (nullable): what it says
 * @watch: (nullable): of the case that is shown
 * @watch_id: a source that begins watching
 * @recovery_strip: (nullable): while there is something recovered to decide about
 * @work_strip: what is being done to the case
 * @work_cancellable: (nullable): cancels that; NULL while nothing can be cancelled
 * @waiting_imports: paths of files
 * @present_id: a source that shows the window, which waits for its case
 */
struct _DtlWindow
{
  AdwApplicationWindow parent_instance;

  DtlShell *shell;
  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkStack *stack;
  GtkWidget *sidebar_button;
  GtkWidget *open_button;
  GtkWidget *new_button;
  GtkWidget *history_box;
  GtkWidget *zoom_box;
  GtkWidget *find_button;
  GtkWidget *export_button;
  GtkWidget *evidence_button;
  GtkMenuButton *menu_button;
  GMenu *folded_menu;
  AdwStatusPage *empty_page;
  AdwStatusPage *error_page;
  DtlFilterPane *filters;
  DtlFindBar *find_bar;
  DtlFilterChips *chips;
  GtkStack *views;
  GtkWidget *view_box;
  DtlTimelineView *timeline;
  DtlEventList *list;
  DtlEvidencePane *evidence;

  DtlSession *session;
  GCancellable *opening;
  char *opening_path;
  GtkWidget *banner;
  const char *told;
  DtlCaseWatch *watch;
  guint watch_id;
  GtkWidget *recovery_strip;
  DtlWorkStrip *work_strip;
  GCancellable *work_cancellable;
  GQueue waiting_imports;
  gboolean closes_when_done;
  guint present_id;
};

void dtl_window_actions_install (GtkWidgetClass *widget_class);
void dtl_window_update_actions (DtlWindow *self);

/* dtl-window-find.c */
void dtl_window_find_install (GtkWidgetClass *widget_class);
void dtl_window_find_init (DtlWindow *self);
void dtl_window_find_set_session (DtlWindow *self);
void dtl_window_find_update (DtlWindow *self);

/* dtl-window-present.c */
void dtl_window_opening_ended (DtlWindow *self);

/* dtl-window-folds.c */
void dtl_window_folds_install (GtkWidgetClass *widget_class);
void dtl_window_folds_init (DtlWindow *self);
void dtl_window_folds_update (DtlWindow *self);

/* dtl-window-toggles.c */
void dtl_window_toggles_init (DtlWindow *self);
void dtl_window_toggles_update (DtlWindow *self);

/* dtl-window-panes.c */
void dtl_window_panes_install (GtkWidgetClass *widget_class);

/* dtl-window-export.c */
void dtl_window_export_install (GtkWidgetClass *widget_class);

/* dtl-window-views.c */
void dtl_window_views_install (GtkWidgetClass *widget_class);
void dtl_window_views_init (DtlWindow *self);
void dtl_window_views_set_session (DtlWindow *self);
void dtl_window_views_update (DtlWindow *self);
void dtl_window_views_show (DtlWindow *self, const char *name);
void dtl_window_views_grab_focus (DtlWindow *self);

gboolean dtl_window_views_shows_line (DtlWindow *self);

/* dtl-window-presentation.c */
void dtl_window_presentation_install (GtkWidgetClass *widget_class);
void dtl_window_presentation_update (DtlWindow *self);

/* dtl-window-standing.c */
void dtl_window_standing_install (GtkWidgetClass *widget_class);
void dtl_window_standing_init (DtlWindow *self);
void dtl_window_standing_set_session (DtlWindow *self);
void dtl_window_standing_forget (DtlWindow *self);

/* dtl-window-line.c */
void dtl_window_line_install (GtkWidgetClass *widget_class);
void dtl_window_line_init (DtlWindow *self);
void dtl_window_line_update (DtlWindow *self);

/* dtl-window-event.c */
void dtl_window_event_install (GtkWidgetClass *widget_class);
void dtl_window_event_update (DtlWindow *self);

void dtl_window_set_document (DtlWindow *self, DtlDocument *document);
void dtl_window_open_sample (DtlWindow *self);
void dtl_window_create_case (DtlWindow *self, const char *path);

/* dtl-window-import.c */
void dtl_window_import (DtlWindow *self, const char *path);
void dtl_window_attach_original (DtlWindow *self, const char *path);

void dtl_window_update_title (DtlWindow *self);
void dtl_window_toast (DtlWindow *self, const char *text);

G_END_DECLS
