/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files dropped into the window: a case is opened, anything else is brought into the case that is open. While files
 * hang over the window, a frame says what would happen. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/dtl-window-desktop-private.h"
#include "app/dtl-window-private.h"

#define MIME_TYPE "application/vnd.dateline+sqlite3"
#define FADE_MS   120

static gboolean
is_case (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GFileInfo) info = NULL;

  if (name != NULL && g_str_has_suffix (name, ".dateline"))
    return TRUE;
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  return info != NULL && g_strcmp0 (g_file_info_get_content_type (info), MIME_TYPE) == 0;
}

static gboolean
has_only_cases (GSList *files)
{
  for (GSList *l = files; l != NULL; l = l->next)
    if (!is_case (l->data))
      return FALSE;
  return TRUE;
}

/* What a drop would do. */
static const char *
describe (DtlWindow *self, GSList *files)
{
  if (has_only_cases (files))
    return _ ("Drop to Open");
  if (self->session != NULL)
    return _ ("Drop to Import");
  return _ ("Open a Case First");
}

static void
take_file (DtlWindow *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    dtl_window_toast (self, _ ("Dateline opens files of this computer only"));
  else if (is_case (file))
    dtl_application_open_path (DTL_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), path,
                               GTK_WINDOW (self));
  else if (self->session != NULL)
    dtl_window_import (self, path);
  else
    dtl_window_toast (self, _ ("Open a case first; texts and tables are imported into it"));
}

static gboolean
drop_cb (DtlWindow *self, const GValue *value)
{
  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    take_file (self, l->data);
  return TRUE;
}

/* The files are known a moment after they came over the window. */
static void
value_cb (GtkDropTarget *target, GParamSpec *pspec, DtlWindow *self)
{
  const GValue *value = gtk_drop_target_get_value (target);
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self->shell), GTK_TYPE_OVERLAY);
  GtkRevealer *revealer = g_object_get_data (G_OBJECT (overlay), "drop-frame");
  GtkLabel *label = g_object_get_data (G_OBJECT (overlay), "drop-label");

  if (value != NULL)
    gtk_label_set_label (label, describe (self, g_value_get_boxed (value)));
  gtk_revealer_set_reveal_child (revealer, value != NULL);
}

static GtkWidget *
make_frame (GtkLabel **label)
{
  GtkWidget *revealer = gtk_revealer_new ();
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *words = gtk_label_new (NULL);

  gtk_widget_add_css_class (frame, "drop-frame");
  gtk_widget_add_css_class (words, "drop-words");
  gtk_widget_add_css_class (words, "title-2");
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_justify (GTK_LABEL (words), GTK_JUSTIFY_CENTER);
  gtk_widget_set_halign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (words, TRUE);
  gtk_box_append (GTK_BOX (frame), words);
  gtk_revealer_set_transition_type (GTK_REVEALER (revealer), GTK_REVEALER_TRANSITION_TYPE_CROSSFADE);
  gtk_revealer_set_transition_duration (GTK_REVEALER (revealer), FADE_MS);
  gtk_revealer_set_child (GTK_REVEALER (revealer), frame);
  gtk_widget_set_can_target (revealer, FALSE);
  *label = GTK_LABEL (words);
  return revealer;
}

/* Lays the frame over the window's contents and listens. */
void
dtl_window_drop_init (DtlWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  GtkWidget *overlay = gtk_overlay_new ();
  g_autoptr (GtkWidget) shell = g_object_ref (GTK_WIDGET (self->shell));
  GtkLabel *label;
  GtkWidget *frame = make_frame (&label);

  adw_toast_overlay_set_child (self->toasts, NULL);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), shell);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), frame);
  g_object_set_data (G_OBJECT (overlay), "drop-frame", frame);
  g_object_set_data (G_OBJECT (overlay), "drop-label", label);
  adw_toast_overlay_set_child (self->toasts, overlay);

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "notify::value", G_CALLBACK (value_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
