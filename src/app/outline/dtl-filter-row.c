/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-filter-row.h. A check button over the whole width, so that a click anywhere on the row, Space and a screen
 * reader all meet the same thing. */
#include "config.h"

#include "app/outline/dtl-filter-row.h"

#include <glib/gi18n.h>

static GtkWidget *
make_child (const char *name, guint n_events)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);
  g_autofree char *count = g_strdup_printf ("%u", n_events);
  GtkWidget *number = gtk_label_new (count);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_add_css_class (number, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), number);
  return box;
}

/**
 * dtl_filter_row_new:
 * @name: plain text; where it is too long, a tooltip has all of it
 * @n_events: in how many events it occurs
 *
 * Returns: (transfer floating): a GtkCheckButton
 */
GtkWidget *
dtl_filter_row_new (const char *name, guint n_events)
{
  GtkWidget *row = gtk_check_button_new ();
  g_autofree char *label = g_strdup_printf (
      /* Translators: what can be filtered by (an actor, a kind, a source), then in how many events it occurs */
      ngettext ("%s, %u event", "%s, %u events", n_events), name, n_events);

  gtk_check_button_set_child (GTK_CHECK_BUTTON (row), make_child (name, n_events));
  /* What shows asks where the pointer is when it gets a tooltip, which takes its time for hundreds of rows. */
  gtk_widget_set_visible (row, FALSE);
  gtk_widget_set_tooltip_text (row, name);
  gtk_widget_set_visible (row, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (row, "actor-row");
  return row;
}

/* Shows whether it is on; what is off steps back. */
void
dtl_filter_row_set_on (GtkWidget *row, gboolean on)
{
  g_return_if_fail (GTK_IS_CHECK_BUTTON (row));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (row), on);
  if (on)
    gtk_widget_remove_css_class (row, "off");
  else
    gtk_widget_add_css_class (row, "off");
}
