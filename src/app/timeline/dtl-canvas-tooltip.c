/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card that shows an event whole: its title uncut, date in words and as EDTF, how it was counted, actors. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/timeline/dtl-canvas-private.h"
#include "model/dtl-derive.h"
#include "service/dtl-event-label.h"

#define WIDTH_CHARS 46

/* How a computed date was counted, as a line of its own. */
static void
append_counting (GString *text, DtlDocument *document, const DtlClaim *claim)
{
  g_autofree char *anchor = dtl_document_dup_anchor_edtf (document, &claim->rule);
  g_autofree char *words = dtl_rule_describe_value (&claim->rule, anchor, claim->edtf);

  g_string_append_printf (text, "\n%s", words);
}

/* Returns: (transfer full) (nullable): title, date in words and as EDTF, how it was counted, actors; a line each */
static char *
describe_row (DtlCanvas *self, uint32_t row)
{
  DtlDocument *document = dtl_session_get_document (self->session);
  DtlColumns *columns = dtl_document_get_columns (document);
  g_autoptr (DtlEvent) event = NULL;
  g_autofree char *date = NULL;
  g_autofree char *actors = NULL;
  g_autoptr (GString) text = NULL;
  const DtlClaim *start;

  if (row >= columns->n_events)
    return NULL;
  event = dtl_store_get_event (dtl_document_get_store (document), columns->id[row], NULL);
  if (event == NULL)
    return NULL;
  date = dtl_event_date_label (event, DTL_DATE_LABEL_WEEKDAY);
  start = dtl_event_get_start_claim (event);
  actors = dtl_canvas_join_actors (self, row);
  text = g_string_new (event->title);
  g_string_append_printf (text, "\n%s", date);
  if (start != NULL && start->edtf != NULL)
    g_string_append_printf (text, " · %s", start->edtf);
  if (start != NULL && start->has_rule)
    append_counting (text, document, start);
  if (*actors != '\0')
    g_string_append_printf (text, "\n%s", actors);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- the card --------------------------------------------------------------------------------------------------- */

static GtkWidget *
make_card (const char *text)
{
  GtkWidget *card = gtk_label_new (text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  const char *end = strchr (text, '\n');

  bold->end_index = end != NULL ? (guint) (end - text) : G_MAXUINT;
  pango_attr_list_insert (attributes, bold);
  gtk_label_set_attributes (GTK_LABEL (card), attributes);
  gtk_label_set_wrap (GTK_LABEL (card), TRUE);
  gtk_label_set_xalign (GTK_LABEL (card), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (card), WIDTH_CHARS);
  return card;
}

/* The selected event, for a tooltip asked for with the keyboard. */
static gboolean
query_keyboard_tooltip (DtlCanvas *self, GtkTooltip *tooltip)
{
  g_autofree char *text = describe_row (self, dtl_session_get_selected_row (self->session));

  if (text != NULL)
    gtk_tooltip_set_custom (tooltip, make_card (text));
  return text != NULL;
}

gboolean
dtl_canvas_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  DtlCanvas *self = DTL_CANVAS (widget);
  g_autofree char *text = NULL;
  const DtlItem *item;

  if (self->session == NULL || self->is_panning)
    return FALSE;
  if (keyboard)
    return query_keyboard_tooltip (self, tooltip);
  item = dtl_canvas_hit (self, x, y);
  if (item != NULL && item->kind == DTL_ITEM_CLUSTER)
    text = g_strdup_printf (
        ngettext ("%u event; click to zoom in", "%u events; click to zoom in", (gulong) item->n_events),
        item->n_events);
  else if (self->hovered_row != DTL_NO_ROW)
    text = describe_row (self, self->hovered_row);
  if (text == NULL)
    return FALSE;
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ x - 4, y - 4, 8, 8 });
  if (item != NULL && item->kind == DTL_ITEM_CLUSTER)
    gtk_tooltip_set_text (tooltip, text);
  else
    gtk_tooltip_set_custom (tooltip, make_card (text));
  return TRUE;
}
