/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the canvas says in words: tooltips for who points, label and description for who listens. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/timeline/dtl-canvas-private.h"
#include "service/dtl-event-label.h"

/* --- tooltips --------------------------------------------------------------------------------------------------- */

/* Returns: (transfer full): the names of the event's actors; "" if it has none */
char *
dtl_canvas_join_actors (DtlCanvas *self, uint32_t row)
{
  DtlDocument *document = dtl_session_get_document (self->session);
  DtlColumns *columns = dtl_document_get_columns (document);
  DtlActorTable *actors = dtl_document_get_actors (document);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  for (uint32_t i = columns->actor_first[row]; i < columns->actor_first[row + 1]; i++)
    g_strv_builder_add (names, dtl_actor_table_get (actors, columns->actor_index[i])->name);
  strv = g_strv_builder_end (names);
  /* Translators: between the names of actors */
  return g_strjoinv (C_ ("between names", ", "), strv);
}

/* Returns: (transfer full) (nullable): title, date in words and as EDTF, actors; a line each */
char *
dtl_canvas_describe_row (DtlCanvas *self, uint32_t row)
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
  if (*actors != '\0')
    g_string_append_printf (text, "\n%s", actors);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
set_tip_area (GtkTooltip *tooltip, int x, int y)
{
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ x - 4, y - 4, 8, 8 });
}

/* The selected event, for a tooltip asked for with the keyboard. */
static gboolean
query_keyboard_tooltip (DtlCanvas *self, GtkTooltip *tooltip)
{
  g_autofree char *text = dtl_canvas_describe_row (self, dtl_session_get_selected_row (self->session));

  if (text != NULL)
    gtk_tooltip_set_text (tooltip, text);
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
    text = dtl_canvas_describe_row (self, self->hovered_row);
  if (text == NULL)
    return FALSE;
  set_tip_area (tooltip, x, y);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* --- label and description -------------------------------------------------------------------------------------- */

/* The day in words, as exactly as the mark at that end is known. */
static char *
describe_end (int64_t seconds, int precision)
{
  DtlCivilDay day = dtl_civil_from_day_number (dtl_civil_day_from_seconds (seconds));
  g_autofree char *edtf = NULL;
  g_autoptr (DtlEdtf) value = NULL;

  if (precision <= DTL_PRECISION_YEAR)
    edtf = g_strdup_printf ("%04" G_GINT64_FORMAT, day.year);
  else
    edtf = g_strdup_printf ("%04" G_GINT64_FORMAT "-%02d", day.year, day.month);
  value = dtl_edtf_parse (edtf, NULL);
  return value != NULL ? dtl_date_label (value, DTL_DATE_LABEL_LONG) : g_steal_pointer (&edtf);
}

static int
precision_at (DtlColumns *columns, DtlBitset *visible, int64_t seconds, gboolean at_start)
{
  for (uint32_t row = 0; row < columns->n_dated; row++)
    if (dtl_bitset_get (visible, row) && (at_start ? columns->start[row] : columns->end[row]) == seconds)
      return columns->marks[columns->main_mark[row]].precision;
  return DTL_PRECISION_MONTH;
}

static char *
describe_timeline (DtlCanvas *self)
{
  DtlColumns *columns = dtl_document_get_columns (dtl_session_get_document (self->session));
  DtlBitset *visible = dtl_session_get_visible (self->session);
  guint n_events = dtl_bitset_count (visible);
  g_autofree char *from_words = NULL;
  g_autofree char *to_words = NULL;
  int64_t from, to;

  if (!dtl_layout_get_extent (columns, visible, &from, &to))
    return g_strdup_printf (ngettext ("Timeline, %u event", "Timeline, %u events", n_events), n_events);
  from_words = describe_end (from, precision_at (columns, visible, from, TRUE));
  to_words = describe_end (to, precision_at (columns, visible, to, FALSE));
  return g_strdup_printf (
      /* Translators: number of events, then the first and the last date */
      ngettext ("Timeline, %1$u event from %2$s to %3$s", "Timeline, %1$u events from %2$s to %3$s", n_events),
      n_events, from_words, to_words);
}

/* What is hidden, and how to move. */
static char *
describe_use (DtlCanvas *self)
{
  guint n_hidden = dtl_session_get_n_hidden (self->session);
  const char *keys = _ ("Arrow keys move between events, Return opens the evidence, plus and minus zoom, F6 leaves.");

  if (n_hidden == 0)
    return g_strdup (keys);
  return g_strdup_printf (
      /* Translators: %2$s is the sentence on the keys of the timeline */
      ngettext ("%1$u event is hidden. %2$s", "%1$u events are hidden. %2$s", n_hidden), n_hidden, keys);
}

void
dtl_canvas_update_words (DtlCanvas *self)
{
  g_autofree char *label = NULL;
  g_autofree char *description = NULL;

  if (self->session == NULL)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Timeline"), -1);
      return;
    }
  label = describe_timeline (self);
  description = describe_use (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}
