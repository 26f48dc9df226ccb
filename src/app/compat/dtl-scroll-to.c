/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-scroll-to.h. From GTK 4.12 on there is a call for this. Before, the list inside the column view has an action
 * that does it. */
#include "app/compat/dtl-scroll-to.h"

/**
 * dtl_scroll_to:
 * @view: a column view that has been given a size
 * @position: of the row in its model
 *
 * Scrolls no further than the row needs to be seen, and has the keyboard go on from it.
 */
#if GTK_CHECK_VERSION(4, 12, 0)

void
dtl_scroll_to (GtkColumnView *view, guint position)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  if (position < g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view))))
    gtk_column_view_scroll_to (view, position, NULL, GTK_LIST_SCROLL_FOCUS, NULL);
}

#else

void
dtl_scroll_to (GtkColumnView *view, guint position)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      gtk_widget_activate_action (child, "list.scroll-to-item", "u", position);
}

#endif
