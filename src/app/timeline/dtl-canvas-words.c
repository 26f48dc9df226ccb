/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Label and description of the canvas as a whole, for who listens. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/timeline/dtl-canvas-private.h"
#include "date/dtl-date-label.h"
#include "service/dtl-document-ground.h"

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

/* How exactly the mark is known with which everything starts or ends. Rows are by start, so that what starts first is
 * among the first, and what ends last mostly among the last. */
static int
precision_at (DtlColumns *columns, DtlBitset *visible, int64_t seconds, gboolean at_start)
{
  for (uint32_t i = 0; i < columns->n_dated; i++)
    {
      uint32_t row = at_start ? i : columns->n_dated - 1 - i;
      int64_t start, end;

      if (!dtl_bitset_get (visible, row))
        continue;
      dtl_columns_get_reach (columns, row, &start, &end);
      if ((at_start ? start : end) == seconds)
        return columns->marks[dtl_columns_get_main_mark (columns, row)].precision;
    }
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

  if (!dtl_document_get_extent (dtl_session_get_document (self->session), visible, &from, &to))
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

/* A pass over all events is not for every rest of the view. Rows are never changed, so that the same are the same. */
static gboolean
has_words_of (DtlCanvas *self, DtlBitset *visible)
{
  if (self->words_of == visible)
    return TRUE;
  g_clear_pointer (&self->words_of, dtl_bitset_unref);
  self->words_of = visible != NULL ? dtl_bitset_ref (visible) : NULL;
  return FALSE;
}

void
dtl_canvas_update_words (DtlCanvas *self)
{
  g_autofree char *label = NULL;
  g_autofree char *description = NULL;

  if (self->session != NULL && has_words_of (self, dtl_session_get_visible (self->session)))
    return;
  if (self->session == NULL)
    {
      has_words_of (self, NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Timeline"), -1);
      return;
    }
  label = describe_timeline (self);
  description = describe_use (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}
