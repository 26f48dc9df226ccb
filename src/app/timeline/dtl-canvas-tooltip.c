/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card of an event, or what a line between two says: as a tooltip under the pointer, and by Ctrl+F1 for the event
 * that the keyboard is on. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/compat/dtl-announce.h"
#include "app/timeline/dtl-canvas-private.h"
#include "app/timeline/dtl-event-card.h"
#include "render/dtl-link-words.h"

/* How far from the line between two events still counts as on it. */
#define LINK_SLOP_PX 4

/* What a line between two events says; (transfer full) (nullable) */
static char *
dup_link_words (DtlCanvas *self, int x, int y)
{
  DtlTitleProvider *titles = dtl_document_get_titles (dtl_session_get_document (self->session));
  DtlPaintOptions options;
  DtlPlacedLink link;
  const char *from;
  const char *to;

  dtl_canvas_init_options (self, &options);
  if (!dtl_painter_hit_link (&options, x, y, LINK_SLOP_PX, &link))
    return NULL;
  from = titles->get_title (titles, link.from_row);
  to = titles->get_title (titles, link.to_row);
  return from != NULL && to != NULL ? dtl_link_words (link.type, from, to) : NULL;
}

/* Its most important title, and what can be done with it. */
static char *
dup_cluster_words (DtlCanvas *self, const DtlItem *item)
{
  DtlTitleProvider *titles = dtl_document_get_titles (dtl_session_get_document (self->session));
  const char *title = titles->get_title (titles, item->row);
  g_autofree char *words =
      g_strdup_printf (ngettext ("%u event; click to list it, double click to zoom in",
                                 "%u events; click to list them, double click to zoom in", (gulong) item->n_events),
                       item->n_events);

  return title != NULL && *title != '\0' ? g_strdup_printf ("%s\n%s", title, words) : g_steal_pointer (&words);
}

gboolean
dtl_canvas_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  DtlCanvas *self = DTL_CANVAS (widget);
  g_autofree char *text = NULL;
  GtkWidget *card = NULL;
  const DtlItem *item;
  const DtlScaleFold *fold;

  if (self->session == NULL || keyboard || dtl_canvas_is_held (self))
    return FALSE;
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ x - 4, y - 4, 8, 8 });
  item = dtl_canvas_hit (self, x, y);
  if (item != NULL && item->kind == DTL_ITEM_CLUSTER)
    {
      text = dup_cluster_words (self, item);
      gtk_tooltip_set_text (tooltip, text);
      return TRUE;
    }
  fold = item == NULL ? dtl_canvas_hit_break (self, x, y) : NULL;
  if (fold != NULL)
    {
      g_autofree char *words = dtl_fold_describe (&fold->fold);

      /* Translators: after "Nothing starts or ends for 5 years 4 months" */
      text = g_strdup_printf (_ ("%s; click to unfold"), words);
      gtk_tooltip_set_text (tooltip, text);
      return TRUE;
    }
  card = self->hovered_row != DTL_NO_ROW ? dtl_event_card_new (self->session, self->hovered_row) : NULL;
  if (card != NULL)
    gtk_tooltip_set_custom (tooltip, card);
  else if (item == NULL && self->layout != NULL && (text = dup_link_words (self, x, y)) != NULL)
    gtk_tooltip_set_text (tooltip, text);
  return card != NULL || text != NULL;
}

/* --- by keyboard ------------------------------------------------------------------------------------------------ */

/* Puts a card away that a key has brought. Returns: whether there was one */
gboolean
dtl_canvas_hide_card (DtlCanvas *self)
{
  GtkWidget *popover = g_steal_pointer (&self->card);

  if (popover == NULL)
    return FALSE;
  gtk_widget_unparent (popover);
  g_object_unref (popover);
  return TRUE;
}

static void
show_card (DtlCanvas *self, uint32_t row)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *card = dtl_event_card_new (self->session, row);
  g_autofree char *text = NULL;
  graphene_point_t at;
  double x, y;

  if (card == NULL)
    return;
  dtl_canvas_get_menu_place (self, row, &x, &y);
  self->card = g_object_ref_sink (gtk_popover_new ());
  gtk_popover_set_child (GTK_POPOVER (self->card), card);
  gtk_popover_set_autohide (GTK_POPOVER (self->card), FALSE);
  gtk_widget_set_can_focus (self->card, FALSE);
  gtk_widget_set_parent (self->card, parent);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (dtl_canvas_hide_card), self, G_CONNECT_SWAPPED);
  if (gtk_widget_compute_point (GTK_WIDGET (self), parent, &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->card), &(GdkRectangle){ (int) at.x - 6, (int) at.y - 6, 12, 12 });
  text = dtl_event_card_dup_text (card);
  gtk_popover_popup (GTK_POPOVER (self->card));
  dtl_announce (GTK_WIDGET (self), text);
}

/* The key that brought it takes it away again. */
static gboolean
card_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  DtlCanvas *self = DTL_CANVAS (widget);
  uint32_t row = self->session != NULL ? dtl_session_get_selected_row (self->session) : DTL_NO_ROW;

  if (!dtl_canvas_hide_card (self) && row != DTL_NO_ROW)
    show_card (self, row);
  return TRUE;
}

void
dtl_canvas_tooltip_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F1, GDK_CONTROL_MASK, card_key_cb, NULL);
}
