/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-application.h. Resources are registered by hand: this room is a static library, and the linker drops an
 * object that only registers itself. Their path does not have the application id in it, which stands in the root
 * meson.build alone. */
#include "config.h"

#include "app/dtl-application.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "app/compat/dtl-about.h"
#include "app/compat/dtl-bounds.h"
#include "app/compat/dtl-close.h"
#include "app/compat/dtl-shortcuts.h"
#include "app/dtl-accels.h"
#include "app/dtl-application-help.h"
#include "app/dtl-message.h"
#include "app/dtl-palette-css.h"
#include "app/dtl-window.h"
#include "app/preferences/dtl-preferences-window.h"
#include "service/dtl-jobs.h"
#include "store/dtl-store.h"

extern GResource *dtl_get_resource (void);

struct _DtlApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (DtlApplication, dtl_application, ADW_TYPE_APPLICATION)

/* The case's window used last; NULL when none is open. The others are dialogs. */
static DtlWindow *
get_last_window (DtlApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (DTL_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

/* Whether both lead to one file, as they do through a link or another way to its folder. */
static gboolean
is_same_file (const char *path, const char *other)
{
  GStatBuf own_stat;
  GStatBuf other_stat;

  if (g_str_equal (path, other))
    return TRUE;
  return g_stat (path, &own_stat) == 0 && g_stat (other, &other_stat) == 0 && own_stat.st_dev == other_stat.st_dev &&
         own_stat.st_ino == other_stat.st_ino;
}

static DtlWindow *
find_window (DtlApplication *self, const char *path)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      const char *open_path = DTL_IS_WINDOW (l->data) ? dtl_window_get_path (l->data) : NULL;

      if (open_path != NULL && is_same_file (open_path, path))
        return l->data;
    }
  return NULL;
}

/**
 * dtl_application_open_path:
 * @path: absolute path of a case
 * @from: (nullable): the window that asked; used when it is still without a case
 *
 * A case that is open in a window comes to the front instead of being opened twice.
 */
void
dtl_application_open_path (DtlApplication *self, const char *path, GtkWindow *from)
{
  DtlWindow *window;

  g_return_if_fail (DTL_IS_APPLICATION (self));
  g_return_if_fail (path != NULL);

  window = find_window (self, path);
  if (window == NULL)
    {
      if (DTL_IS_WINDOW (from) && dtl_window_is_free (DTL_WINDOW (from)))
        dtl_window_open_path (window = DTL_WINDOW (from), path);
      else
        window = dtl_window_new_for_path (self, path);
    }
  dtl_window_present_soon (window);
}

static void
new_window_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (dtl_window_new (user_data)));
}

static gpointer
copy_ref (gconstpointer object, gpointer user_data)
{
  return g_object_ref ((gpointer) object);
}

/* A window takes its dialogs along, so each is held until all had their turn. */
static void
quit_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autolist (GtkWindow) windows = g_list_copy_deep (gtk_application_get_windows (user_data), copy_ref, NULL);

  for (GList *l = windows; l != NULL; l = l->next)
    dtl_close_window (l->data);
}

static void
shortcuts_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  DtlWindow *window = get_last_window (user_data);

  if (window != NULL)
    dtl_shortcuts_show (GTK_WINDOW (window));
}

static void
preferences_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  dtl_preferences_window_show (GTK_WINDOW (get_last_window (user_data)));
}

static void
help_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  DtlWindow *window = get_last_window (user_data);

  if (window != NULL)
    dtl_application_show_guide (GTK_WINDOW (window));
}

static void
about_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  dtl_application_show_about (GTK_WINDOW (get_last_window (user_data)));
}

static const GActionEntry actions[] = {
  { "new-window", new_window_activated, NULL, NULL, NULL, { 0 } },
  { "quit", quit_activated, NULL, NULL, NULL, { 0 } },
  { "preferences", preferences_activated, NULL, NULL, NULL, { 0 } },
  { "help", help_activated, NULL, NULL, NULL, { 0 } },
  { "shortcuts", shortcuts_activated, NULL, NULL, NULL, { 0 } },
  { "about", about_activated, NULL, NULL, NULL, { 0 } },
};

static void
dtl_application_startup (GApplication *application)
{
  dtl_store_prepare ();
  dtl_bounds_correct ();
  G_APPLICATION_CLASS (dtl_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  dtl_accels_install (GTK_APPLICATION (application));
  gtk_window_set_default_icon_name (APPLICATION_ID);
  dtl_palette_css_install (gdk_display_get_default ());
}

static void
dtl_application_shutdown (GApplication *application)
{
  G_APPLICATION_CLASS (dtl_application_parent_class)->shutdown (application);
  dtl_jobs_wait_all ();
}

static void
dtl_application_activate (GApplication *application)
{
  DtlWindow *window = get_last_window (DTL_APPLICATION (application));

  if (window == NULL)
    window = dtl_window_new (DTL_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (window));
}

/* A file that is nowhere in the file system, such as one on a web server. */
static void
refuse_remote (DtlApplication *self, GFile *file)
{
  DtlWindow *window = get_last_window (self);
  g_autofree char *name = g_file_get_parse_name (file);

  if (window == NULL)
    window = dtl_window_new (self);
  gtk_window_present (GTK_WINDOW (window));
  dtl_message_show_error (GTK_WINDOW (window), _ ("Dateline Opens Files of This Computer Only"), name);
}

static void
dtl_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  DtlApplication *self = DTL_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      DtlWindow *last = get_last_window (self);
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL)
        dtl_application_open_path (self, path, GTK_WINDOW (last));
      else
        refuse_remote (self, files[i]);
    }
}

/* For desktops that start a program by its command line; the others activate the action over D-Bus. */
static int
dtl_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  g_autoptr (GError) error = NULL;

  if (!g_variant_dict_contains (options, "new-window"))
    return -1;
  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("dateline: %s\n", error->message);
      return 3;
    }
  if (!g_application_get_is_remote (application))
    return -1;
  g_action_group_activate_action (G_ACTION_GROUP (application), "new-window", NULL);
  return 0;
}

static void
dtl_application_class_init (DtlApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = dtl_application_startup;
  application_class->shutdown = dtl_application_shutdown;
  application_class->activate = dtl_application_activate;
  application_class->open = dtl_application_open;
  application_class->handle_local_options = dtl_application_handle_local_options;
}

static void
dtl_application_init (DtlApplication *self)
{
  g_resources_register (dtl_get_resource ());
  g_application_add_main_option (G_APPLICATION (self), "new-window", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE,
                                 _ ("Open a new window"), NULL);
}

DtlApplication *
dtl_application_new (void)
{
  g_set_application_name (_ ("Dateline"));
  return g_object_new (DTL_TYPE_APPLICATION, "application-id", APPLICATION_ID, "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/dateline", NULL);
}
