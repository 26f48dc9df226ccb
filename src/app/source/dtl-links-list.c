/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-links-list.h. Links are read in both directions, each in words of its own. */
#include "config.h"

#include "app/source/dtl-links-list.h"

#include <glib/gi18n.h>

struct _DtlLinksList
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (DtlLinksList, dtl_links_list, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_EVENT_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* From this event to the other. */
static const char *
get_format_from (DtlLinkType type)
{
  switch (type)
    {
    case DTL_LINK_PART_OF:
      return C_ ("link", "Part of: %s");
    case DTL_LINK_CAUSES:
      return C_ ("link", "Causes: %s");
    case DTL_LINK_RESPONDS_TO:
      return C_ ("link", "Responds to: %s");
    case DTL_LINK_AMENDS:
      return C_ ("link", "Amends: %s");
    case DTL_LINK_IMPLEMENTS:
      return C_ ("link", "Implements: %s");
    case DTL_LINK_SUPERSEDES:
    default:
      return C_ ("link", "Supersedes: %s");
    }
}

/* From the other event to this one. */
static const char *
get_format_to (DtlLinkType type)
{
  switch (type)
    {
    case DTL_LINK_PART_OF:
      return C_ ("link", "Has as a part: %s");
    case DTL_LINK_CAUSES:
      return C_ ("link", "Caused by: %s");
    case DTL_LINK_RESPONDS_TO:
      return C_ ("link", "Answered by: %s");
    case DTL_LINK_AMENDS:
      return C_ ("link", "Amended by: %s");
    case DTL_LINK_IMPLEMENTS:
      return C_ ("link", "Implemented by: %s");
    case DTL_LINK_SUPERSEDES:
    default:
      return C_ ("link", "Superseded by: %s");
    }
}

static void
clicked_cb (DtlLinksList *self, GtkWidget *button)
{
  DtlId *event = g_object_get_data (G_OBJECT (button), "dtl-event");

  g_signal_emit (self, signals[SIGNAL_EVENT_CHOSEN], 0, *event);
}

static void
append_link (DtlLinksList *self, const DtlColumnsLink *link, DtlDocument *document)
{
  DtlTitleProvider *titles = dtl_document_get_titles (document);
  const char *title = titles->get_title (titles, link->other);
  const char *format = link->is_from ? get_format_from (link->type) : get_format_to (link->type);
  g_autofree char *words = g_strdup_printf (format, title != NULL ? title : "");
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "link-button");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (button), "dtl-event",
                          g_memdup2 (&dtl_document_get_columns (document)->id[link->other], sizeof (DtlId)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

static void
clear (DtlLinksList *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
dtl_links_list_dispose (GObject *object)
{
  clear (DTL_LINKS_LIST (object));
  G_OBJECT_CLASS (dtl_links_list_parent_class)->dispose (object);
}

static void
dtl_links_list_class_init (DtlLinksListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_links_list_dispose;
  signals[SIGNAL_EVENT_CHOSEN] = g_signal_new ("event-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                               NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dtl_links_list_init (DtlLinksList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Links"), -1);
}

/**
 * dtl_links_list_set_event:
 * @event: whose links are shown; without any, the widget hides
 *
 * Whoever followed a link by keyboard can go back the same way.
 */
void
dtl_links_list_set_event (DtlLinksList *self, DtlId event, DtlDocument *document)
{
  gboolean had_focus;
  const DtlColumnsLink *links = NULL;
  uint32_t n_links = 0;
  int64_t row;

  g_return_if_fail (DTL_IS_LINKS_LIST (self));
  g_return_if_fail (DTL_IS_DOCUMENT (document));

  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  clear (self);
  row = dtl_columns_find (dtl_document_get_columns (document), event);
  if (row >= 0)
    links = dtl_columns_get_links (dtl_document_get_columns (document), (uint32_t) row, &n_links);
  for (uint32_t i = 0; i < n_links; i++)
    append_link (self, &links[i], document);
  gtk_widget_set_visible (GTK_WIDGET (self), n_links > 0);
  if (had_focus && n_links > 0)
    gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (self)));
}
