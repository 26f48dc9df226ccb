/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-announce.h. From GTK 4.14 on there is a call for this. Before, screen readers speak a label whose role is
 * STATUS when its text changes; each window gets one that is never drawn, when it first has something to say. */
#include "app/compat/dtl-announce.h"

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

#else

#define LABEL_KEY "dtl-announcements"

static void
window_destroyed_cb (GtkWidget *window, GtkWidget *label)
{
  g_object_set_data (G_OBJECT (window), LABEL_KEY, NULL);
  gtk_widget_unparent (label);
}

static GtkLabel *
ensure_label (GtkWidget *window)
{
  GtkWidget *label = g_object_get_data (G_OBJECT (window), LABEL_KEY);

  if (label != NULL)
    return GTK_LABEL (label);
  label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_widget_set_child_visible (label, FALSE);
  gtk_widget_set_parent (label, window);
  g_object_set_data (G_OBJECT (window), LABEL_KEY, label);
  g_signal_connect_object (window, "destroy", G_CALLBACK (window_destroyed_cb), label, 0);
  return GTK_LABEL (label);
}

void
dtl_announce (GtkWidget *widget, const char *message)
{
  GtkRoot *root;
  GtkLabel *label;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (message != NULL);

  root = gtk_widget_get_root (widget);
  if (!GTK_IS_WINDOW (root) || gtk_widget_in_destruction (GTK_WIDGET (root)))
    return;
  label = ensure_label (GTK_WIDGET (root));
  /* The same words twice are no change, but are to be spoken twice. */
  gtk_label_set_text (label, "");
  gtk_label_set_text (label, message);
}

void
dtl_announce_toast (GtkWidget *widget, const char *message)
{
  dtl_announce (widget, message);
}

#endif
