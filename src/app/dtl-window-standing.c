/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lasts between a case and its file, told by a banner: the file was changed or is gone, it could not be written,
 * or cannot be. Of several the gravest is told. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/compat/dtl-announce.h"
#include "app/compat/dtl-banner.h"
#include "app/dtl-message.h"
#include "app/dtl-window-private.h"
#include "app/dtl-window-work-private.h"
#include "service/dtl-case-watch.h"

/** Notice: a line for each state, the gravest first; the first that has all of @standing is told. */
typedef struct
{
  DtlFileStanding standing;
  const char *words;
  const char *button;
  const char *action;
} Notice;

static const Notice notices[] = {
  { DTL_FILE_STANDING_GONE | DTL_FILE_STANDING_KEPT,
    N_ ("The file was moved or deleted. Your changes are kept in a working copy."), NULL, NULL },
  { DTL_FILE_STANDING_GONE, N_ ("The file was moved or deleted. You still see what was in it."), NULL, NULL },
  { DTL_FILE_STANDING_CHANGED | DTL_FILE_STANDING_KEPT,
    N_ ("Another program has changed the file. Your changes are kept in a working copy."), NULL, NULL },
  { DTL_FILE_STANDING_CHANGED, N_ ("Another program has changed the file."), N_ ("Reload"), "win.reload" },
  { DTL_FILE_STANDING_KEPT, N_ ("The file could not be written. Your changes are kept in a working copy."),
    N_ ("Try Again"), "win.publish" },
  { DTL_FILE_STANDING_READ_ONLY, N_ ("The folder cannot be written. Changes will be kept in a working copy."), NULL,
    NULL },
};

/* What was recovered is told elsewhere. */
static const Notice *
find_notice (DtlWindow *self)
{
  DtlFileStanding standing = dtl_case_watch_get_standing (self->watch);

  if (dtl_document_get_recovery (dtl_session_get_document (self->session)) != NULL &&
      standing == DTL_FILE_STANDING_KEPT)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (notices); i++)
    if ((standing & notices[i].standing) == notices[i].standing)
      return &notices[i];
  return NULL;
}

static void
tell (DtlWindow *self, const Notice *notice)
{
  if (self->banner == NULL)
    {
      self->banner = dtl_banner_new ();
      dtl_shell_add_banner (self->shell, self->banner);
    }
  dtl_banner_show (self->banner, _ (notice->words), notice->button != NULL ? _ (notice->button) : NULL, notice->action);
  dtl_announce (GTK_WIDGET (self), _ (notice->words));
}

static void
update_actions (DtlWindow *self, const Notice *notice)
{
  const char *action = notice != NULL && !dtl_window_is_working (self) ? notice->action : NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.reload", g_strcmp0 (action, "win.reload") == 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.publish", g_strcmp0 (action, "win.publish") == 0);
}

static void
standing_changed_cb (DtlWindow *self)
{
  const Notice *notice = find_notice (self);

  update_actions (self, notice);
  if (self->told == (notice != NULL ? notice->words : NULL))
    return;
  self->told = notice != NULL ? notice->words : NULL;
  if (notice != NULL)
    tell (self, notice);
  else if (self->banner != NULL)
    dtl_banner_hide (self->banner);
}

static void
working_changed_cb (DtlWindow *self)
{
  if (self->watch == NULL)
    return;
  if (dtl_window_is_working (self))
    update_actions (self, NULL);
  else
    standing_changed_cb (self);
}

/** Reread: a document that is read again, and the window that asked; the one may have left the other meanwhile. */
typedef struct
{
  DtlWindow *window;
  DtlDocument *document;
} Reread;

static void
reread_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Reread *reread = user_data;
  g_autoptr (DtlWindow) self = reread->window;
  g_autoptr (DtlDocument) document = reread->document;
  g_autoptr (GError) error = NULL;

  if (dtl_document_reread_finish (document, result, &error))
    dtl_window_toast (self, _ ("The file was read again"));
  else if (!gtk_widget_in_destruction (GTK_WIDGET (self)))
    dtl_message_show_error (GTK_WINDOW (self), _ ("Could Not Read the File Again"), error->message);
}

static void
reload_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DtlWindow *self = DTL_WINDOW (widget);
  Reread *reread = g_new0 (Reread, 1);

  reread->window = g_object_ref (self);
  reread->document = g_object_ref (dtl_session_get_document (self->session));
  dtl_document_reread_async (reread->document, reread_cb, reread);
}

static void
publish_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dtl_window_publish (DTL_WINDOW (widget));
}

/* Once the case is on the screen: to watch a folder takes a while. */
static gboolean
watch_cb (gpointer user_data)
{
  DtlWindow *self = user_data;

  self->watch_id = 0;
  self->watch = dtl_case_watch_new (dtl_session_get_document (self->session));
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (standing_changed_cb), self, G_CONNECT_SWAPPED);
  standing_changed_cb (self);
  return G_SOURCE_REMOVE;
}

void
dtl_window_standing_set_session (DtlWindow *self)
{
  dtl_window_standing_forget (self);
  update_actions (self, NULL);
  self->told = NULL;
  if (self->banner != NULL)
    dtl_banner_hide (self->banner);
  g_signal_connect_object (dtl_session_get_document (self->session), "working-changed", G_CALLBACK (working_changed_cb),
                           self, G_CONNECT_SWAPPED);
  self->watch_id = g_idle_add_full (G_PRIORITY_LOW, watch_cb, self, NULL);
}

void
dtl_window_standing_forget (DtlWindow *self)
{
  g_clear_handle_id (&self->watch_id, g_source_remove);
  g_clear_object (&self->watch);
}

/* Where nobody tells of files that change, who comes back to the window looks at them. */
static void
is_active_cb (DtlWindow *self)
{
  if (self->watch != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    dtl_case_watch_check (self->watch);
}

void
dtl_window_standing_init (DtlWindow *self)
{
  g_signal_connect (self, "notify::is-active", G_CALLBACK (is_active_cb), NULL);
  update_actions (self, NULL);
}

void
dtl_window_standing_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.reload", NULL, reload_action);
  gtk_widget_class_install_action (widget_class, "win.publish", NULL, publish_action);
}
