/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-shortcuts.h. GTK 4.18 deprecates the window's class and has nothing in its stead yet, so only the file names
 * it.
 *
 * GTK would make this window for each window of the application, and keep it hidden. But of a hidden window that was
 * never shown it has nothing to tell a screen reader, and it does tell of the last window there is when it is asked for
 * one by a number that is no longer there, since a dialog was closed after they were counted: the program would end
 * there (4.8 to 4.18 at least). So there is no such window here. */
#include "app/compat/dtl-shortcuts.h"

#include "app/compat/dtl-names.h"

#define FILE_OF_WINDOW "/dateline/ui/help-overlay.ui"

/* Returns: (nullable) (transfer none): the window that stands over @parent already */
static GtkWindow *
find_window (GtkWindow *parent)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (window) == parent &&
          strcmp (G_OBJECT_TYPE_NAME (window), "GtkShortcutsWindow") == 0)
        return window;
    }
  return NULL;
}

static GtkWindow *
make_window (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (FILE_OF_WINDOW);
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (window, parent);
  gtk_window_set_destroy_with_parent (window, TRUE);
  dtl_names_complete (GTK_WIDGET (window));
  return window;
}

/**
 * dtl_shortcuts_show:
 * @parent: one of the application's windows
 *
 * Shows the table of keys over @parent. It is destroyed when it is closed.
 */
void
dtl_shortcuts_show (GtkWindow *parent)
{
  GtkWindow *window;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  window = find_window (parent);
  if (window == NULL)
    window = make_window (parent);
  gtk_window_present (window);
}
