/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-launch.h. GTK has launchers from 4.10 on. Before, there is gtk_show_uri(), and a file manager is asked over
 * the session bus to show a file; where none answers, the folder is opened. */
#include "app/compat/dtl-launch.h"

static GtkWindow *
window_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

#if GTK_CHECK_VERSION(4, 10, 0)

static void
uri_launched_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (object), result, &error))
    g_message ("%s", error->message);
}

/**
 * dtl_launch_uri:
 * @widget: who asks; its window will be the parent of what the desktop may ask in turn
 * @uri: what to open
 *
 * Opens @uri with the program that the person chose for it. A failure is only logged.
 */
void
dtl_launch_uri (GtkWidget *widget, const char *uri)
{
  g_autoptr (GtkUriLauncher) launcher = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (uri != NULL);

  launcher = gtk_uri_launcher_new (uri);
  gtk_uri_launcher_launch (launcher, window_of (widget), NULL, uri_launched_cb, NULL);
}

static void
folder_opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_open_containing_folder_finish (GTK_FILE_LAUNCHER (object), result, &error))
    g_message ("%s", error->message);
}

/**
 * dtl_launch_folder_of:
 * @widget: who asks
 * @file: a file that is there
 *
 * Opens the folder of @file in the file manager, with @file selected where the file manager can. A failure is only
 * logged.
 */
void
dtl_launch_folder_of (GtkWidget *widget, GFile *file)
{
  g_autoptr (GtkFileLauncher) launcher = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (G_IS_FILE (file));

  launcher = gtk_file_launcher_new (file);
  gtk_file_launcher_open_containing_folder (launcher, window_of (widget), NULL, folder_opened_cb, NULL);
}

#else

void
dtl_launch_uri (GtkWidget *widget, const char *uri)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (uri != NULL);

  gtk_show_uri (window_of (widget), uri, GDK_CURRENT_TIME);
}

typedef struct
{
  GWeakRef widget;
  GFile *file;
} FolderRequest;

static void
items_shown_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  FolderRequest *request = user_data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&request->widget);
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, NULL);

  if (answer == NULL && widget != NULL)
    {
      g_autoptr (GFile) folder = g_file_get_parent (request->file);
      g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

      if (uri != NULL)
        dtl_launch_uri (widget, uri);
    }
  g_weak_ref_clear (&request->widget);
  g_object_unref (request->file);
  g_free (request);
}

void
dtl_launch_folder_of (GtkWidget *widget, GFile *file)
{
  g_autoptr (GDBusConnection) bus = NULL;
  g_autofree char *uri = NULL;
  const char *uris[2] = { NULL, NULL };
  FolderRequest *request;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (G_IS_FILE (file));

  bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  if (bus == NULL)
    return;
  uri = g_file_get_uri (file);
  uris[0] = uri;
  request = g_new0 (FolderRequest, 1);
  g_weak_ref_init (&request->widget, widget);
  request->file = g_object_ref (file);
  g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                          "org.freedesktop.FileManager1", "ShowItems", g_variant_new ("(^ass)", uris, ""), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, items_shown_cb, request);
}

#endif
