/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done to the case on a thread: telling how far it is, cancelling it, and closing the window meanwhile. Undo,
 * redo and publishing are here; importing has a file of its own. */
#include "config.h"

#include "app/dtl-window-work-private.h"

#include <glib/gi18n.h>

#include "app/dtl-message.h"
#include "app/dtl-window-private.h"

/* The clock is read here and nowhere deeper. */
int64_t
dtl_window_now_utc_seconds (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* Returns: whether something is done to the case of the window */
gboolean
dtl_window_is_working (DtlWindow *self)
{
  return self->session != NULL && dtl_document_is_working (dtl_session_get_document (self->session));
}

/* --- beginning and ending --------------------------------------------------------------------------------------- */

static void
update_cancel (DtlWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel-work", self->work_cancellable != NULL);
}

/**
 * dtl_window_work_begin:
 * @words: what is about to be done
 * @cancellable: (nullable) (transfer full): cancels it; NULL where that cannot be done
 */
void
dtl_window_work_begin (DtlWindow *self, const char *words, GCancellable *cancellable)
{
  g_clear_object (&self->work_cancellable);
  self->work_cancellable = cancellable;
  update_cancel (self);
  dtl_work_strip_begin (self->work_strip, words, cancellable != NULL ? "win.cancel-work" : NULL);
}

/* What is done is in the case, and the file is being written: it can no longer be cancelled. */
void
dtl_window_work_save (DtlWindow *self)
{
  g_clear_object (&self->work_cancellable);
  update_cancel (self);
  dtl_work_strip_set_words (self->work_strip, _ ("Saving the case…"), FALSE);
}

static gboolean
close_cb (gpointer user_data)
{
  gtk_window_close (user_data);
  return G_SOURCE_REMOVE;
}

static void
import_next (DtlWindow *self)
{
  g_autofree char *path = g_queue_pop_head (&self->waiting_imports);

  if (path != NULL)
    dtl_window_import (self, path);
}

/**
 * dtl_window_work_end:
 *
 * To be called when what dtl_window_work_begin() was told of has ended. Begins what waits for that.
 *
 * Returns: whether there is still somebody to be told what came of it
 */
gboolean
dtl_window_work_end (DtlWindow *self)
{
  if (self->session == NULL || gtk_widget_in_destruction (GTK_WIDGET (self)))
    return FALSE;
  g_clear_object (&self->work_cancellable);
  update_cancel (self);
  dtl_work_strip_end (self->work_strip);
  if (self->closes_when_done)
    g_idle_add_full (G_PRIORITY_DEFAULT, close_cb, g_object_ref (self), g_object_unref);
  else
    import_next (self);
  return !self->closes_when_done;
}

static void
cancel (DtlWindow *self)
{
  g_queue_clear_full (&self->waiting_imports, g_free);
  g_cancellable_cancel (self->work_cancellable);
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cancel (DTL_WINDOW (widget));
}

/* --- closing meanwhile ------------------------------------------------------------------------------------------ */

static void
stop_and_close_cb (GObject *owner, gboolean go_on, const char *detail)
{
  DtlWindow *self = DTL_WINDOW (owner);

  if (!go_on)
    return;
  cancel (self);
  self->closes_when_done = dtl_window_is_working (self);
  if (!self->closes_when_done)
    gtk_window_close (GTK_WINDOW (self));
}

/* What can be cancelled is asked about; what cannot is done soon, and the window closes then. */
static gboolean
close_request_cb (DtlWindow *self)
{
  if (!dtl_window_is_working (self))
    return FALSE;
  if (self->work_cancellable != NULL && !g_cancellable_is_cancelled (self->work_cancellable))
    {
      dtl_message_ask (GTK_WINDOW (self), _ ("Stop Importing?"),
                       _ ("A file is still being imported. If you close the window now, that stops, and the case stays "
                          "as it was before."),
                       _ ("_Stop and Close"), NULL, G_OBJECT (self), stop_and_close_cb);
      return TRUE;
    }
  self->closes_when_done = TRUE;
  dtl_work_strip_show (self->work_strip);
  return TRUE;
}

/* --- history ---------------------------------------------------------------------------------------------------- */

/** Step: undoing or redoing, and who waits for it. */
typedef struct
{
  DtlWindow *window;
  gboolean redo;
} Step;

static void
stepped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Step *step = user_data;
  g_autoptr (DtlWindow) self = step->window;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *words = NULL;

  if (dtl_document_step_history_finish (DTL_DOCUMENT (source), result, &label, &error) && label != NULL)
    words = g_strdup_printf (step->redo ? _ ("Redone: %s") : _ ("Undone: %s"), label);
  if (!dtl_window_work_end (self))
    return;
  if (error != NULL)
    dtl_message_show_error (GTK_WINDOW (self), step->redo ? _ ("Could Not Redo") : _ ("Could Not Undo"),
                            error->message);
  else if (words != NULL)
    dtl_window_toast (self, words);
}

/* Undoes or redoes one change and says which. */
void
dtl_window_step_history (DtlWindow *self, gboolean redo)
{
  Step *step;

  if (self->session == NULL || dtl_window_is_working (self))
    return;
  step = g_new0 (Step, 1);
  step->window = g_object_ref (self);
  step->redo = redo;
  dtl_window_work_begin (self, redo ? _ ("Redoing…") : _ ("Undoing…"), NULL);
  dtl_document_step_history_async (dtl_session_get_document (self->session), redo, dtl_window_now_utc_seconds (),
                                   stepped_cb, step);
}

/* --- publishing ------------------------------------------------------------------------------------------------- */

static void
published_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DtlWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_done = dtl_document_publish_finish (DTL_DOCUMENT (source), result, &error);

  if (!dtl_window_work_end (self))
    return;
  if (is_done)
    dtl_window_toast (self, _ ("The file was written"));
  else
    dtl_message_show_error (GTK_WINDOW (self), _ ("Could Not Write the File"), error->message);
}

/* Writes the case's file from the working copy. */
void
dtl_window_publish (DtlWindow *self)
{
  if (self->session == NULL || dtl_window_is_working (self))
    return;
  dtl_window_work_begin (self, _ ("Saving the case…"), NULL);
  dtl_document_publish_async (dtl_session_get_document (self->session), published_cb, g_object_ref (self));
}

/* --- the window ------------------------------------------------------------------------------------------------- */

void
dtl_window_work_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.cancel-work", NULL, cancel_action);
}

void
dtl_window_work_init (DtlWindow *self)
{
  g_queue_init (&self->waiting_imports);
  self->work_strip = DTL_WORK_STRIP (dtl_work_strip_new ());
  dtl_shell_add_banner (self->shell, GTK_WIDGET (self->work_strip));
  update_cancel (self);
  g_signal_connect (self, "close-request", G_CALLBACK (close_request_cb), NULL);
}

/* The window goes. What was begun and can still be cancelled is. */
void
dtl_window_work_forget (DtlWindow *self)
{
  cancel (self);
  g_clear_object (&self->work_cancellable);
}
