/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-names.h. Only widgets that no template of ours can reach are named here. */
#include "config.h"

#include "app/compat/dtl-names.h"

#include <glib/gi18n.h>

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Returns: (transfer full): a label without the underlines of its keys, which are no part of a name */
static char *
without_mnemonic (const char *label)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);

  return g_strjoinv ("", parts);
}

static void
page_title_changed_cb (AdwStatusPage *page, GParamSpec *pspec, GtkWidget *widget)
{
  set_name (widget, adw_status_page_get_title (page));
}

/* From 4.10 on they are of no kind, and what is of no kind has no name. */
static void
make_group (GtkWidget *widget)
{
#if GTK_CHECK_VERSION(4, 10, 0)
  g_object_set (widget, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
#endif
}

/* Scrolled windows take the focus, to be scrolled with keys: they are called like what they scroll. The main window
 * names its own. */
static void
name_scrolled_window (GtkWidget *widget)
{
  GtkWidget *page = gtk_widget_get_ancestor (widget, ADW_TYPE_STATUS_PAGE);
  GtkRoot *root = gtk_widget_get_root (widget);

  make_group (widget);
  if (page != NULL)
    {
      page_title_changed_cb (ADW_STATUS_PAGE (page), NULL, widget);
      g_signal_connect_object (page, "notify::title", G_CALLBACK (page_title_changed_cb), widget, 0);
    }
  else if (gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER_MENU) != NULL)
    set_name (widget, _ ("Menu"));
  else if (GTK_IS_WINDOW (root) && !GTK_IS_APPLICATION_WINDOW (root) &&
           gtk_window_get_title (GTK_WINDOW (root)) != NULL)
    set_name (widget, gtk_window_get_title (GTK_WINDOW (root)));
}

static void
name_list (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_COMBO_ROW);
  g_autofree char *name = NULL;

  if (gtk_widget_get_ancestor (widget, GTK_TYPE_COLUMN_VIEW) != NULL)
    set_name (widget, C_ ("of a table", "Rows"));
  if (row == NULL)
    return;
  name = without_mnemonic (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  set_name (widget, name);
}

static void
name_menu_button (GtkWidget *widget)
{
  GtkWidget *button = gtk_widget_get_ancestor (widget, ADW_TYPE_SPLIT_BUTTON);

  if (button != NULL)
    set_name (widget, adw_split_button_get_dropdown_tooltip (ADW_SPLIT_BUTTON (button)));
}

/* GTK 4.8 takes the label twice, once with the underline, where it names the button's key. */
static void
name_after_label (GtkButton *button)
{
  g_autofree char *name = without_mnemonic (gtk_button_get_label (button));

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  set_name (GTK_WIDGET (button), name);
}

/* Buttons with a picture and nothing else, or with a key, in windows and bars that are the library's. */
static void
name_button (GtkWidget *widget)
{
  if (gtk_button_get_use_underline (GTK_BUTTON (widget)) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    name_after_label (GTK_BUTTON (widget));
  if (!GTK_IS_IMAGE (gtk_widget_get_first_child (widget)))
    return;
  if (gtk_widget_get_ancestor (widget, GTK_TYPE_SHORTCUTS_WINDOW) != NULL && GTK_IS_TOGGLE_BUTTON (widget))
    set_name (widget, _ ("Search Shortcuts"));
  else if (gtk_widget_get_ancestor (widget, GTK_TYPE_SEARCH_BAR) != NULL && gtk_widget_has_css_class (widget, "close"))
    set_name (widget, _ ("Close Search"));
}

/* GTK 4.18 does not find the label that an item of a menu is named after. */
static void
name_menu_item (GtkWidget *widget)
{
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  g_object_get (widget, "text", &text, NULL);
  if (text == NULL)
    return;
  name = without_mnemonic (text);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  set_name (widget, name);
}

/* The class of items is GTK's own. A menu is filled anew when what it shows changes, so this is for each time it opens.
 */
static void
name_menu_items (GtkWidget *root)
{
  if (strcmp (G_OBJECT_TYPE_NAME (root), "GtkModelButton") == 0)
    name_menu_item (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_menu_items (child);
}

static void
name_menu (GtkWidget *menu)
{
  g_signal_handlers_disconnect_by_func (menu, name_menu_items, NULL);
  g_signal_connect (menu, "map", G_CALLBACK (name_menu_items), NULL);
}

/**
 * dtl_names_complete:
 * @root: a window or a part of one, built as it will be; those with status pages once only
 *
 * Names the nameless in @root, and below.
 */
void
dtl_names_complete (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (GTK_IS_SCROLLED_WINDOW (root))
    name_scrolled_window (root);
  else if (GTK_IS_LIST_VIEW (root))
    name_list (root);
  else if (GTK_IS_MENU_BUTTON (root))
    name_menu_button (root);
  else if (GTK_IS_BUTTON (root))
    name_button (root);
  else if (GTK_IS_POPOVER_MENU (root))
    name_menu (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    dtl_names_complete (child);
}
