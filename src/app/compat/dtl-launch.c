/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-launch.h. GTK has launchers from 4.10 on, which ask the desktop's portal; where there is none, newer ones
 * warn of that (4.18) and then do what is done here without them: a viewer is started, and a file manager is asked over
 * the session bus to show a file; where none answers, the folder is opened. */
#include "app/compat/dtl-launch.h"

#define PORTAL_VERSION 3 /* the one that opens folders */

/** Request: @uri: of what is to be opened. @file: (nullable): to be shown in its folder, which is then opened */
typedef struct
{
  GWeakRef widget;
  char *uri;
  GFile *file;
} Request;

static Request *
request_new (GtkWidget *widget, const char *uri, GFile *file)
{
  Request *self = g_new0 (Request, 1);

  g_weak_ref_init (&self->widget, widget);
  self->uri = g_strdup (uri);
  g_set_object (&self->file, file);
  return self;
}

static void
request_free (Request *self)
{
  g_weak_ref_clear (&self->widget);
  g_free (self->uri);
  g_clear_object (&self->file);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static GtkWindow *
window_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* --- without a portal ------------------------------------------------------------------------------------------- */

#if GTK_CHECK_VERSION(4, 10, 0)

static void
viewer_started_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    g_message ("%s", error->message);
}

static void
start_viewer (GtkWidget *widget, const char *uri)
{
  g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (gtk_widget_get_display (widget));

  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, viewer_started_cb, NULL);
}

#else

static void
start_viewer (GtkWidget *widget, const char *uri)
{
  gtk_show_uri (window_of (widget), uri, GDK_CURRENT_TIME);
}

#endif

static void
items_shown_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&request->widget);
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, NULL);

  if (answer == NULL && widget != NULL)
    {
      g_autoptr (GFile) folder = g_file_get_parent (request->file);
      g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

      if (uri != NULL)
        start_viewer (widget, uri);
    }
}

/* @request: (transfer full) */
static void
show_items (GDBusConnection *bus, Request *request)
{
  const char *uris[2] = { request->uri, NULL };

  g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                          "org.freedesktop.FileManager1", "ShowItems", g_variant_new ("(^ass)", uris, ""), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, items_shown_cb, request);
}

/* --- with one --------------------------------------------------------------------------------------------------- */

#if GTK_CHECK_VERSION(4, 10, 0)

static void
uri_launched_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (object), result, &error))
    g_message ("%s", error->message);
}

static void
folder_opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_open_containing_folder_finish (GTK_FILE_LAUNCHER (object), result, &error))
    g_message ("%s", error->message);
}

static void
ask_portal (GtkWidget *widget, const Request *request)
{
  if (request->file != NULL)
    {
      g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (request->file);

      gtk_file_launcher_open_containing_folder (launcher, window_of (widget), NULL, folder_opened_cb, NULL);
    }
  else
    {
      g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (request->uri);

      gtk_uri_launcher_launch (launcher, window_of (widget), NULL, uri_launched_cb, NULL);
    }
}

static gboolean
is_portal (GVariant *answer)
{
  g_autoptr (GVariant) version = NULL;

  if (answer == NULL)
    return FALSE;
  g_variant_get (answer, "(v)", &version);
  return g_variant_is_of_type (version, G_VARIANT_TYPE_UINT32) && g_variant_get_uint32 (version) >= PORTAL_VERSION;
}

static void
version_told_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&request->widget);
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, NULL);

  if (widget == NULL)
    return;
  if (is_portal (answer))
    ask_portal (widget, request);
  else if (request->file != NULL)
    show_items (G_DBUS_CONNECTION (object), g_steal_pointer (&request));
  else
    start_viewer (widget, request->uri);
}

#endif

/* @request: (transfer full) */
static void
launch (GtkWidget *widget, Request *request)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (Request) owned = request;

  if (bus == NULL)
    {
      if (owned->file == NULL)
        start_viewer (widget, owned->uri);
      return;
    }
#if GTK_CHECK_VERSION(4, 10, 0)
  g_dbus_connection_call (bus, "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop",
                          "org.freedesktop.DBus.Properties", "Get",
                          g_variant_new ("(ss)", "org.freedesktop.portal.OpenURI", "version"), G_VARIANT_TYPE ("(v)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, version_told_cb, g_steal_pointer (&owned));
#else
  if (owned->file != NULL)
    show_items (bus, g_steal_pointer (&owned));
  else
    start_viewer (widget, owned->uri);
#endif
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
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (uri != NULL);

  launch (widget, request_new (widget, uri, NULL));
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
  g_autofree char *uri = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (G_IS_FILE (file));

  uri = g_file_get_uri (file);
  launch (widget, request_new (widget, uri, file));
}
