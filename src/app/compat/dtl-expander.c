/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-expander.h. A closed expander takes its child out of the window, and GTK 4.18 looks for the focus in it all
 * the same when Shift+Tab comes by, which is a critical warning. A child that is not visible is passed over. */
#include "app/compat/dtl-expander.h"

/**
 * dtl_expander_guard:
 * @expander: with its child, which is visible from now on while it is open
 */
void
dtl_expander_guard (GtkExpander *expander)
{
  g_return_if_fail (GTK_IS_EXPANDER (expander) && gtk_expander_get_child (expander) != NULL);

  g_object_bind_property (expander, "expanded", gtk_expander_get_child (expander), "visible", G_BINDING_SYNC_CREATE);
}
