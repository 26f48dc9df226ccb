/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-about.h. A window of its own before libadwaita 1.5, a dialog within the parent from then on. Their properties
 * have the same names. */
#include "app/compat/dtl-about.h"

/**
 * dtl_about_show:
 * @parent: (nullable): the window that asks
 * @first_property: the first of pairs of a property of AdwAboutWindow ("application-name", "version", "comments" …) and
 *   its value, ended by NULL
 */
void
dtl_about_show (GtkWindow *parent, const char *first_property, ...)
{
  va_list properties;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));

  va_start (properties, first_property);
#if ADW_CHECK_VERSION(1, 5, 0)
  adw_dialog_present (ADW_DIALOG (g_object_new_valist (ADW_TYPE_ABOUT_DIALOG, first_property, properties)),
                      GTK_WIDGET (parent));
#else
  {
    GtkWindow *window = GTK_WINDOW (g_object_new_valist (ADW_TYPE_ABOUT_WINDOW, first_property, properties));

    gtk_window_set_transient_for (window, parent);
    gtk_window_set_modal (window, parent != NULL);
    gtk_window_present (window);
  }
#endif
  va_end (properties);
}
