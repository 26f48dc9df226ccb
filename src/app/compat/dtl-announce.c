/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-announce.h. From GTK 4.14 on there is a call for this. Before, screen readers speak a widget whose role is
 * STATUS when its name changes; each window gets one that is never drawn, when it first has something to say. */
#include "app/compat/dtl-announce.h"

#include <adwaita.h>

#if GTK_CHECK_VERSION(4, 14, 0)

/**
 * dtl_announce:
 * @widget: whom the message concerns
 * @message: a sentence or a part of one, in the person's language
 *
 * Has a screen reader speak @message once it is done with what it says now. Nothing happens while @widget is in no
 * window.
 */
void
dtl_announce (GtkWidget *widget, const char *message)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (message != NULL);

  if (gtk_widget_get_root (widget) != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (widget), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
dtl_announce_toast (GtkWidget *widget, const char *message)
{
}

void
dtl_announce_prepare (GtkWidget *window)
{
}

#else

#define STATUS_KEY "dtl-announcements"

static void
window_destroyed_cb (GtkWidget *window, GtkWidget *status)
{
  g_object_set_data (G_OBJECT (window), STATUS_KEY, NULL);
  gtk_widget_unparent (status);
}

static GtkWidget *
ensure_status (GtkWidget *window)
{
  GtkWidget *status = g_object_get_data (G_OBJECT (window), STATUS_KEY);

  if (status != NULL)
    return status;
  status = g_object_new (ADW_TYPE_BIN, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_widget_set_child_visible (status, FALSE);
  gtk_widget_set_parent (status, window);
  g_object_set_data (G_OBJECT (window), STATUS_KEY, status);
  g_signal_connect_object (window, "destroy", G_CALLBACK (window_destroyed_cb), status, 0);
  return status;
}

void
dtl_announce (GtkWidget *widget, const char *message)
{
  GtkRoot *root;
  GtkWidget *status;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (message != NULL);

  root = gtk_widget_get_root (widget);
  if (!GTK_IS_WINDOW (root) || gtk_widget_in_destruction (GTK_WIDGET (root)))
    return;
  status = ensure_status (GTK_WIDGET (root));
  /* The same words twice are no change, but are to be spoken twice. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (status), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (status), GTK_ACCESSIBLE_PROPERTY_LABEL, message, -1);
}

void
dtl_announce_toast (GtkWidget *widget, const char *message)
{
  dtl_announce (widget, message);
}

void
dtl_announce_prepare (GtkWidget *window)
{
  g_return_if_fail (GTK_IS_WINDOW (window));

  ensure_status (window);
}

#endif
