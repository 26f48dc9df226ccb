/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-export-dialog.h. What the dialog has the worker do: previews after each choice, the file, the clipboard. */
#include "config.h"

#include "app/export/dtl-export-dialog-private.h"

#include <glib/gi18n.h>

#include "app/compat/dtl-announce.h"
#include "app/dtl-file-dialog.h"
#include "app/dtl-message.h"
#include "app/dtl-words.h"
#include "app/settings/dtl-settings.h"

/* Somebody who types is not done yet. */
#define WAIT_MS 200
/* What is done sooner need not be shown as work. */
#define BUSY_MS     250
#define PROGRESS_MS 300

static gboolean
make_options (DtlExportDialog *self, DtlExportOptions *options)
{
  return dtl_export_choices_make_options (&self->choices, &self->view, self->filter, self->language, options);
}

static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Says what did not work, above everything else; NULL takes it away. */
void
dtl_export_dialog_set_message (DtlExportDialog *self, const char *message)
{
  if (message != NULL)
    {
      gtk_label_set_text (self->message, message);
      dtl_announce (GTK_WIDGET (self), message);
    }
  gtk_revealer_set_reveal_child (self->message_revealer, message != NULL);
}

/* --- preview ---------------------------------------------------------------------------------------------------- */

static gboolean
busy_cb (gpointer user_data)
{
  DtlExportDialog *self = user_data;

  self->busy_id = 0;
  dtl_export_preview_pane_set_busy (self->preview, TRUE);
  return G_SOURCE_REMOVE;
}

static void
end_preview (DtlExportDialog *self)
{
  g_clear_handle_id (&self->busy_id, g_source_remove);
  g_clear_object (&self->preview_cancellable);
  dtl_export_preview_pane_set_busy (self->preview, FALSE);
}

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DtlExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlExportPreview) preview = dtl_export_worker_preview_finish (DTL_EXPORT_WORKER (source), result, &error);

  /* Another choice was made meanwhile, and another preview is on its way. */
  if (is_cancelled (error) || g_task_get_cancellable (G_TASK (result)) != self->preview_cancellable)
    return;
  end_preview (self);
  if (preview != NULL)
    dtl_export_preview_pane_show (self->preview, preview, self->choices.format);
  else
    dtl_export_preview_pane_show_error (self->preview, error->message);
  self->is_impossible = error != NULL && error->domain == DTL_RENDER_ERROR;
  dtl_export_dialog_update_actions (self);
}

static gboolean
start_preview (gpointer user_data)
{
  DtlExportDialog *self = user_data;
  DtlExportOptions options;
  int width_px, height_px;

  self->wait_id = 0;
  dtl_export_preview_pane_get_box (self->preview, &width_px, &height_px);
  if (!make_options (self, &options) || width_px == 0)
    return G_SOURCE_REMOVE;
  self->preview_cancellable = g_cancellable_new ();
  self->busy_id = g_timeout_add (BUSY_MS, busy_cb, self);
  dtl_export_worker_preview_async (self->worker, &options, width_px, height_px,
                                   dtl_export_preview_pane_get_page (self->preview), self->preview_cancellable,
                                   previewed_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
stop_preview (DtlExportDialog *self)
{
  g_clear_handle_id (&self->wait_id, g_source_remove);
  g_cancellable_cancel (self->preview_cancellable);
  g_clear_handle_id (&self->busy_id, g_source_remove);
  g_clear_object (&self->preview_cancellable);
}

/* Makes another preview, once no other choice was made for a moment. */
void
dtl_export_dialog_queue_preview (DtlExportDialog *self)
{
  stop_preview (self);
  self->is_impossible = FALSE;
  self->wait_id = g_timeout_add (WAIT_MS, start_preview, self);
}

/* --- the file --------------------------------------------------------------------------------------------------- */

static const char *
describe_phase (DtlExportPhase phase)
{
  switch (phase)
    {
    case DTL_EXPORT_PHASE_READING:
      return _ ("Reading the case");
    case DTL_EXPORT_PHASE_LAYOUT:
      return _ ("Placing the events");
    case DTL_EXPORT_PHASE_PAINTING:
      return _ ("Drawing");
    case DTL_EXPORT_PHASE_WRITING:
    default:
      return _ ("Writing the file");
    }
}

static void
progress_cb (DtlExportPhase phase, double fraction, gpointer user_data)
{
  DtlExportDialog *self = user_data;

  if (self->write_cancellable == NULL)
    return; /* the dialog was closed */
  gtk_progress_bar_set_fraction (self->progress, fraction);
  gtk_progress_bar_set_text (self->progress, describe_phase (phase));
}

static gboolean
show_progress_cb (gpointer user_data)
{
  DtlExportDialog *self = user_data;

  self->progress_id = 0;
  gtk_revealer_set_reveal_child (self->progress_revealer, TRUE);
  return G_SOURCE_REMOVE;
}

static void
end_writing (DtlExportDialog *self)
{
  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_clear_object (&self->write_cancellable);
  gtk_revealer_set_reveal_child (self->progress_revealer, FALSE);
  dtl_export_dialog_update_actions (self);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DtlExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_steal_pointer (&self->write_path);
  gboolean is_written = dtl_export_worker_write_finish (DTL_EXPORT_WORKER (source), result, &error);

  if (self->write_cancellable == NULL)
    return; /* the dialog was closed */
  end_writing (self);
  if (is_written)
    {
      g_signal_emit_by_name (self, "exported", path);
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (is_cancelled (error))
    dtl_announce (GTK_WIDGET (self), _ ("Export cancelled"));
  else
    dtl_export_dialog_set_message (self, error->message);
}

/* A name that says one format for a file of another would fool whoever opens it. */
static gboolean
check_extension (DtlExportDialog *self, const char *path)
{
  DtlPictureFormat format = self->choices.format;
  g_autofree char *name = dtl_words_file_name (path);
  g_autofree char *message = NULL;

  if (dtl_export_format_from_path (path, &format, NULL) && format == self->choices.format)
    return TRUE;
  message = g_strdup_printf (_ ("“%1$s” does not end in .%2$s. Choose such a name, or another format."), name,
                             dtl_export_choices_get_extension (&self->choices));
  dtl_export_dialog_set_message (self, message);
  return FALSE;
}

/**
 * dtl_export_dialog_write:
 * @path: the file, whose extension must be that of the chosen format; it is replaced if there is one
 *
 * Writes the picture as it is chosen, and closes the dialog when it is done.
 */
void
dtl_export_dialog_write (DtlExportDialog *self, const char *path)
{
  DtlExportOptions options;

  g_return_if_fail (DTL_IS_EXPORT_DIALOG (self) && path != NULL);

  if (self->write_cancellable != NULL || !check_extension (self, path) || !make_options (self, &options))
    return;
  dtl_export_dialog_set_message (self, NULL);
  dtl_export_choices_save (&self->choices, dtl_settings_get ());
  self->write_path = g_strdup (path);
  self->write_cancellable = g_cancellable_new ();
  self->progress_id = g_timeout_add (PROGRESS_MS, show_progress_cb, self);
  progress_cb (DTL_EXPORT_PHASE_READING, 0, self);
  dtl_export_dialog_update_actions (self);
  dtl_export_worker_write_async (self->worker, path, &options, progress_cb, self, self->write_cancellable, written_cb,
                                 g_object_ref (self));
}

static void
file_chosen (GObject *owner, const char *path)
{
  dtl_export_dialog_write (DTL_EXPORT_DIALOG (owner), path);
}

/* Asks for the file's name. */
void
dtl_export_dialog_choose_file (DtlExportDialog *self)
{
  g_autofree char *name = dtl_export_choices_suggest_name (&self->choices);

  dtl_file_dialog_show (GTK_WINDOW (self), DTL_FILE_DIALOG_EXPORT, name, G_OBJECT (self), file_chosen);
}

/* --- the clipboard ---------------------------------------------------------------------------------------------- */

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DtlExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (DtlExportPreview) preview = dtl_export_worker_preview_finish (DTL_EXPORT_WORKER (source), result, &error);

  if (self->worker == NULL)
    return; /* closed meanwhile */
  if (preview == NULL)
    {
      dtl_export_dialog_set_message (self, error->message);
      return;
    }
  texture = dtl_export_preview_pane_make_texture (preview->image);
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (self)), texture);
  adw_toast_overlay_add_toast (self->toasts, dtl_message_new_toast (_ ("Picture copied")));
}

/* Copies what the preview shows, as large as the picture is. */
void
dtl_export_dialog_copy (DtlExportDialog *self)
{
  DtlExportOptions options;

  if (make_options (self, &options))
    dtl_export_worker_preview_async (self->worker, &options, 0, 0, dtl_export_preview_pane_get_page (self->preview),
                                     NULL, copied_cb, g_object_ref (self));
}

/* Ends everything that is going on; nothing of it is shown any more. */
void
dtl_export_dialog_stop (DtlExportDialog *self)
{
  stop_preview (self);
  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_cancellable_cancel (self->write_cancellable);
  g_clear_object (&self->write_cancellable);
}
