/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's actions for cases opened before. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/dtl-window-desktop-private.h"
#include "app/dtl-window-private.h"
#include "app/recent/dtl-recent-cases.h"

static void
open_recent_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *path = g_filename_from_uri (g_variant_get_string (parameter, NULL), NULL, NULL);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (widget));

  if (path != NULL)
    dtl_application_open_path (DTL_APPLICATION (application), path, GTK_WINDOW (widget));
}

static void
clear_recent_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dtl_recent_cases_clear ();
}

static void
recent_changed_cb (DtlWindow *self)
{
  g_auto (GStrv) uris = dtl_recent_cases_get_uris (1);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.clear-recent", uris[0] != NULL);
}

/* The arrow of a split button has no name of its own, and its tooltip is none. */
static void
name_arrow (GtkWidget *widget, const char *name)
{
  if (GTK_IS_MENU_BUTTON (widget) || GTK_IS_TOGGLE_BUTTON (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_arrow (child, name);
}

void
dtl_window_recent_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-recent", "s", open_recent_action);
  gtk_widget_class_install_action (widget_class, "win.clear-recent", NULL, clear_recent_action);
}

void
dtl_window_recent_init (DtlWindow *self)
{
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (recent_changed_cb), self,
                           G_CONNECT_SWAPPED);
  recent_changed_cb (self);
  name_arrow (self->open_button, _ ("Recent Cases"));
}
