/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures out of the window, as files and on paper: the dialogs are asked with what the window shows, and what was
 * written can be found again. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/compat/dtl-announce.h"
#include "app/compat/dtl-launch.h"
#include "app/dtl-message.h"
#include "app/dtl-window-private.h"
#include "app/dtl-words.h"
#include "app/export/dtl-export-dialog.h"
#include "app/print/dtl-print.h"

/* Says where the picture is, for as long as the person may want to go there. */
static void
exported_cb (DtlExportDialog *dialog, const char *path, DtlWindow *self)
{
  g_autofree char *name = dtl_words_file_name (path);
  g_autofree char *words = g_strdup_printf (_ ("Exported to “%s”"), name);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  AdwToast *toast;

  if (self->toasts == NULL)
    return; /* closed meanwhile */
  toast = dtl_message_new_toast (words);
  adw_toast_set_button_label (toast, _ ("Show in Files"));
  adw_toast_set_action_name (toast, "win.show-in-files");
  adw_toast_set_action_target (toast, "s", uri);
  adw_toast_set_timeout (toast, 10);
  adw_toast_overlay_add_toast (self->toasts, toast);
  dtl_announce_toast (GTK_WIDGET (self), words);
}

static DtlExportView
get_view (DtlWindow *self)
{
  DtlExportView view = { .grouping = DTL_GROUP_ACTOR };
  DtlCanvas *canvas = dtl_timeline_view_get_canvas (self->timeline);
  const DtlViewport *viewport = dtl_canvas_get_view (canvas);

  view.from_seconds = dtl_viewport_seconds_at (viewport, 0);
  view.to_seconds = dtl_viewport_seconds_at (viewport, viewport->width_px);
  for (guint i = 0; i < viewport->scale.n_folds; i++)
    view.folds[i] = viewport->scale.folds[i].fold;
  view.n_folds = viewport->scale.n_folds;
  view.n_lanes = dtl_canvas_get_lanes_in_view (canvas, &view.first_lane);
  return view;
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DtlWindow *self = DTL_WINDOW (widget);
  DtlExportView view;
  GtkWidget *dialog;

  if (self->session == NULL)
    return;
  view = get_view (self);
  dialog = dtl_export_dialog_new (GTK_WINDOW (self), self->session, &view);
  g_signal_connect_object (dialog, "exported", G_CALLBACK (exported_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DtlWindow *self = DTL_WINDOW (widget);
  DtlExportView view;

  if (self->session == NULL)
    return;
  view = get_view (self);
  dtl_print_start (GTK_WINDOW (self), self->session, &view);
}

static void
show_in_files_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  dtl_launch_folder_of (widget, file);
}

void
dtl_window_export_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "win.show-in-files", "s", show_in_files_action);
}
