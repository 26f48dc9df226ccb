/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-about.h. A window of its own before libadwaita 1.5, a dialog within the parent from then on. Their properties
 * have the same names. */
#include "app/compat/dtl-about.h"

#include "app/compat/dtl-names.h"

static const char *
find_text (GtkWidget *widget)
{
  const char *text = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && text == NULL;
       child = gtk_widget_get_next_sibling (child))
    text = find_text (child);
  return text;
}

/* What takes the focus and is of no kind; newer dialogs have it inside. What is of no kind has no name. */
static gboolean
is_nothing (GtkWidget *widget)
{
#if GTK_CHECK_VERSION(4, 10, 0)
  return gtk_widget_get_focusable (widget) &&
         gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_GENERIC;
#else
  return FALSE;
#endif
}

/* Lists and what scrolls are called like the whole, and the button of the version like its words, which it does not
 * tell by itself. */
static void
name_contents (GtkWidget *widget, const char *title)
{
  const char *name = GTK_IS_LIST_BOX (widget) || GTK_IS_SCROLLED_WINDOW (widget) ? title : NULL;

  if (is_nothing (widget))
    {
      g_object_set (widget, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
      name = title;
    }
  if (GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "app-version"))
    name = find_text (widget);
  if (GTK_IS_LIST_BOX (widget)) /* named after the title of its group, which has none */
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  if (name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_contents (child, title);
}

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
  {
    AdwDialog *dialog = ADW_DIALOG (g_object_new_valist (ADW_TYPE_ABOUT_DIALOG, first_property, properties));

    adw_dialog_present (dialog, GTK_WIDGET (parent));
    dtl_names_complete (GTK_WIDGET (dialog));
    name_contents (GTK_WIDGET (dialog), adw_dialog_get_title (dialog));
  }
#else
  {
    GtkWindow *window = GTK_WINDOW (g_object_new_valist (ADW_TYPE_ABOUT_WINDOW, first_property, properties));

    gtk_window_set_transient_for (window, parent);
    gtk_window_set_modal (window, parent != NULL);
    dtl_names_complete (GTK_WIDGET (window));
    name_contents (GTK_WIDGET (window), gtk_window_get_title (window));
    gtk_window_present (window);
  }
#endif
  va_end (properties);
}
