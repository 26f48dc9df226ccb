/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-event-menu.h. */
#include "config.h"

#include "app/dtl-event-menu.h"

#include <glib/gi18n.h>

#include "app/compat/dtl-names.h"
#include "app/list/dtl-event-columns.h"

static void
append_section (GMenu *menu, GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/**
 * dtl_event_menu_new_sorting:
 *
 * Returns: (transfer full): how the list is sorted; for a widget inside the list
 */
GMenuModel *
dtl_event_menu_new_sorting (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) by = g_menu_new ();
  g_autoptr (GMenu) direction = g_menu_new ();

  for (int i = 0; i < DTL_N_EVENT_COLUMNS; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (dtl_event_column_get_title ((DtlEventColumn) i), NULL);

      g_menu_item_set_action_and_target (item, "event-list.sort", "s", dtl_event_column_get_name ((DtlEventColumn) i));
      g_menu_append_item (by, item);
    }
  g_menu_append (direction, _ ("_Last to First"), "event-list.descending");
  append_section (menu, by);
  append_section (menu, direction);
  return G_MENU_MODEL (menu);
}

/**
 * dtl_event_menu_new:
 * @place: in which view
 *
 * Returns: (transfer full)
 */
GMenuModel *
dtl_event_menu_new (DtlEventMenuPlace place)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) go = g_menu_new ();
  g_autoptr (GMenu) copy = g_menu_new ();
  g_autoptr (GMenu) filter = g_menu_new ();

  g_menu_append (go, _ ("Show _Evidence"), "win.open-evidence");
  if (place == DTL_EVENT_MENU_ON_LINE)
    {
      g_menu_append (go, _ ("_Zoom to Event"), "win.zoom-to-event");
      g_menu_append (go, _ ("Show in _List"), "win.show-list");
      g_menu_append (go, _ ("_Fold Between These Events"), "win.fold-selected");
    }
  else
    g_menu_append (go, _ ("Show on the _Timeline"), "win.zoom-to-event");
  g_menu_append (copy, _ ("_Copy"), "win.copy-event");
  g_menu_append (copy, _ ("Copy T_itle"), "win.copy-title");
  g_menu_append (copy, _ ("Copy _Date as EDTF"), "win.copy-date");
  g_menu_append (filter, _ ("Only _Selected Events"), "win.show-only-selected");
  g_menu_append (filter, _ ("_Only This Event’s Actors"), "win.show-only-actors");
  g_menu_append (filter, _ ("Show _All Events"), "win.show-all");
  append_section (menu, go);
  append_section (menu, copy);
  append_section (menu, filter);
  if (place == DTL_EVENT_MENU_IN_LIST)
    {
      g_autoptr (GMenuModel) sorting = dtl_event_menu_new_sorting ();
      g_autoptr (GMenu) list = g_menu_new ();

      g_menu_append_submenu (list, _ ("_Sort By"), sorting);
      append_section (menu, list);
    }
  return G_MENU_MODEL (menu);
}

static gboolean
unparent_cb (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* What was chosen runs after the menu has closed. */
static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

/**
 * dtl_event_menu_popup:
 * @parent: a widget with a layout manager, below which the menu's actions are known
 * @name: what it is about, for who cannot see it
 * @menu: what to offer
 * @x, @y: where, in @parent
 */
void
dtl_event_menu_popup (GtkWidget *parent, const char *name, GMenuModel *menu, double x, double y)
{
  GtkWidget *popover;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (G_IS_MENU_MODEL (menu));

  popover = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_widget_set_parent (popover, parent);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (unparent_cb), popover, G_CONNECT_SWAPPED);
  dtl_names_complete (popover);
  gtk_popover_popup (GTK_POPOVER (popover));
}
