/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-banner.h. From libadwaita 1.3 on there is a widget for this. Before, it is a revealer with a label and a
 * button, which style.css makes look like it. */
#include "app/compat/dtl-banner.h"

#if ADW_CHECK_VERSION(1, 3, 0)

/* Returns: (transfer floating): a banner that is not seen yet */
GtkWidget *
dtl_banner_new (void)
{
  GtkWidget *banner = adw_banner_new ("");

  adw_banner_set_use_markup (ADW_BANNER (banner), FALSE);
  return banner;
}

/**
 * dtl_banner_show:
 * @words: what lasts; plain text
 * @button: (nullable): what to do about it; NULL where nothing can be done here
 * @action: (nullable): the name of the action behind @button
 */
void
dtl_banner_show (GtkWidget *banner, const char *words, const char *button, const char *action)
{
  g_return_if_fail (ADW_IS_BANNER (banner) && words != NULL);

  adw_banner_set_title (ADW_BANNER (banner), words);
  adw_banner_set_button_label (ADW_BANNER (banner), button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (banner), action);
  adw_banner_set_revealed (ADW_BANNER (banner), TRUE);
}

void
dtl_banner_hide (GtkWidget *banner)
{
  g_return_if_fail (ADW_IS_BANNER (banner));

  adw_banner_set_revealed (ADW_BANNER (banner), FALSE);
}

#else

static GtkWidget *
new_label (void)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

GtkWidget *
dtl_banner_new (void)
{
  GtkWidget *revealer = gtk_revealer_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (revealer, "banner");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), new_label ());
  gtk_box_append (GTK_BOX (box), button);
  gtk_revealer_set_child (GTK_REVEALER (revealer), box);
  gtk_widget_set_visible (revealer, FALSE);
  /* What slid away takes no room and no focus. */
  g_object_bind_property (revealer, "child-revealed", revealer, "visible", G_BINDING_DEFAULT);
  return revealer;
}

void
dtl_banner_show (GtkWidget *banner, const char *words, const char *button, const char *action)
{
  GtkWidget *label;
  GtkWidget *presser;

  g_return_if_fail (GTK_IS_REVEALER (banner) && words != NULL);

  label = gtk_widget_get_first_child (gtk_revealer_get_child (GTK_REVEALER (banner)));
  presser = gtk_widget_get_next_sibling (label);
  gtk_label_set_label (GTK_LABEL (label), words);
  gtk_button_set_label (GTK_BUTTON (presser), button != NULL ? button : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (presser), action);
  gtk_widget_set_visible (presser, button != NULL);
  gtk_widget_set_visible (banner, TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (banner), TRUE);
}

void
dtl_banner_hide (GtkWidget *banner)
{
  g_return_if_fail (GTK_IS_REVEALER (banner));

  gtk_revealer_set_reveal_child (GTK_REVEALER (banner), FALSE);
}

#endif
