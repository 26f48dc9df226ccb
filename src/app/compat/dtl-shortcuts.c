/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-shortcuts.h. GTK 4.18 deprecates the call for it and its class, but has nothing in their stead yet and still
 * makes the window. So it is found by the name of its class, on every version. */
#include "app/compat/dtl-shortcuts.h"

/**
 * dtl_shortcuts_find_window:
 * @parent: one of the application's windows
 *
 * Returns: (nullable) (transfer none): the window that "win.show-help-overlay" of @parent shows
 */
GtkWidget *
dtl_shortcuts_find_window (GtkWindow *parent)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (window) == parent &&
          strcmp (G_OBJECT_TYPE_NAME (window), "GtkShortcutsWindow") == 0)
        return GTK_WIDGET (window);
    }
  return NULL;
}
