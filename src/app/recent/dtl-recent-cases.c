/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-recent-cases.h. The list is the desktop's own (GtkRecentManager), so that file manager and file chooser show
 * the same, and so that who turned it off for the desktop turned it off here. */
#include "config.h"

#include "app/recent/dtl-recent-cases.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/dtl-words.h"

#define MIME_TYPE "application/vnd.dateline+sqlite3"
#define SUFFIX    ".dateline"

/**
 * dtl_recent_cases_add:
 * @path: absolute path of a case that was opened
 *
 * Puts it at the top of the list.
 */
void
dtl_recent_cases_add (const char *path)
{
  g_autofree char *uri = NULL;
  GtkRecentData data = { .mime_type = (char *) MIME_TYPE,
                         .app_name = (char *) g_get_application_name (),
                         .app_exec = (char *) "dateline %u" };

  g_return_if_fail (path != NULL);

  uri = g_filename_to_uri (path, NULL, NULL);
  if (uri != NULL)
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static gboolean
is_case (GtkRecentInfo *info)
{
  return g_strcmp0 (gtk_recent_info_get_mime_type (info), MIME_TYPE) == 0 && gtk_recent_info_is_local (info);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified (*(GtkRecentInfo *const *) b),
                              gtk_recent_info_get_modified (*(GtkRecentInfo *const *) a));
}

/* Returns: (transfer full): of GtkRecentInfo, newest first */
static GPtrArray *
get_infos (void)
{
  GPtrArray *infos = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  for (GList *l = items; l != NULL; l = l->next)
    {
      if (is_case (l->data))
        g_ptr_array_add (infos, l->data);
      else
        gtk_recent_info_unref (l->data);
    }
  g_list_free (items);
  g_ptr_array_sort (infos, compare_newest_first);
  return infos;
}

/**
 * dtl_recent_cases_get_uris:
 * @max: how many at most
 *
 * Returns: (transfer full): local cases that are still there, the one opened last first. As addresses, since the path
 * of a file need not be UTF-8, and an action's target must
 */
GStrv
dtl_recent_cases_get_uris (guint max)
{
  g_autoptr (GPtrArray) infos = get_infos ();
  g_autoptr (GStrvBuilder) uris = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; i < infos->len && n < max; i++)
    {
      g_autofree char *path = g_filename_from_uri (gtk_recent_info_get_uri (infos->pdata[i]), NULL, NULL);

      if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      g_strv_builder_add (uris, gtk_recent_info_get_uri (infos->pdata[i]));
      n++;
    }
  return g_strv_builder_end (uris);
}

/* Takes all cases off the list, those too that are not offered. The files stay. */
void
dtl_recent_cases_clear (void)
{
  g_autoptr (GPtrArray) infos = get_infos ();

  for (guint i = 0; i < infos->len; i++)
    gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), gtk_recent_info_get_uri (infos->pdata[i]), NULL);
}

/* Returns: (transfer full): where the case lies, in words, "~/Documents" */
char *
dtl_recent_cases_describe_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *display = g_filename_display_name (folder);
  g_autofree char *home = g_filename_display_name (g_get_home_dir ());
  size_t length = strlen (home);

  if (length > 1 && strncmp (display, home, length) == 0 && (display[length] == '/' || display[length] == '\0'))
    return g_strconcat ("~", display + length, NULL);
  return g_steal_pointer (&display);
}

/* Returns: (transfer full): the file's name without its extension */
char *
dtl_recent_cases_name (const char *path)
{
  char *name = dtl_words_file_name (path);

  if (g_str_has_suffix (name, SUFFIX) && strlen (name) > strlen (SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  return name;
}

static void
fill_menu (GMenu *menu)
{
  g_auto (GStrv) uris = dtl_recent_cases_get_uris (DTL_RECENT_CASES_MAX);
  GMenu *cases = g_menu_new ();
  GMenu *rest = g_menu_new ();

  g_menu_remove_all (menu);
  for (guint i = 0; uris[i] != NULL; i++)
    {
      g_autofree char *path = g_filename_from_uri (uris[i], NULL, NULL);
      g_autofree char *name = dtl_recent_cases_name (path);
      g_auto (GStrv) parts = g_strsplit (name, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.open-recent", "s", uris[i]);
      g_menu_append_item (cases, item);
    }
  g_menu_append (rest, _ ("_Clear List"), "win.clear-recent");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (cases));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  g_object_unref (cases);
  g_object_unref (rest);
}

/**
 * dtl_recent_cases_get_menu:
 *
 * Returns: (transfer none): the cases as a menu that keeps itself true, for the main menu where the header is too
 *   narrow for its button
 */
GMenuModel *
dtl_recent_cases_get_menu (void)
{
  static GMenu *menu = NULL;

  if (menu == NULL)
    {
      menu = g_menu_new ();
      g_signal_connect_swapped (gtk_recent_manager_get_default (), "changed", G_CALLBACK (fill_menu), menu);
      fill_menu (menu);
    }
  return G_MENU_MODEL (menu);
}
