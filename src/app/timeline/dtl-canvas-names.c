/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the canvas names what is on it, and the span that it shows, for who listens. Whole words where the picture has
 * signs. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/timeline/dtl-canvas-private.h"
#include "service/dtl-event-label.h"
#include "service/dtl-term-label.h"

/* Spans longer than this are told in years, shorter than this in days, others in months. */
#define YEARS_FROM_DAYS (60 * 365.0)
#define DAYS_UP_TO_DAYS 92.0

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

static void
add_word (GStrvBuilder *parts, const char *word)
{
  if (word != NULL && *word != '\0')
    g_strv_builder_add (parts, word);
}

/* What the line says by hollow marks, italics and signs. */
static void
add_remarks (DtlColumns *columns, uint32_t row, GStrvBuilder *parts)
{
  if (columns->status[row] != DTL_STATUS_UNKNOWN)
    add_word (parts, dtl_term_label (DTL_VOCABULARY_STATUS, columns->status[row]));
  if (columns->assertion[row] != DTL_ASSERTION_FACT)
    add_word (parts, dtl_term_label (DTL_VOCABULARY_ASSERTION, columns->assertion[row]));
  if (columns->flags[row] & DTL_EVENT_HAS_COMPETING)
    add_word (parts, _ ("sources differ"));
}

/* Returns: (transfer full): title, date, actors, what is known of it, and which of how many it is. @position: from 1 */
char *
dtl_canvas_name_event (DtlCanvas *self, uint32_t row, guint position, guint n_events)
{
  DtlDocument *document = dtl_session_get_document (self->session);
  DtlColumns *columns = dtl_document_get_columns (document);
  g_autoptr (DtlEvent) event = dtl_document_find_event (document, columns->id[row], NULL);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autofree char *date = event != NULL ? dtl_event_date_label (event, DTL_DATE_LABEL_LONG) : NULL;
  g_autofree char *actors = dtl_canvas_join_actors (self, row);
  g_autofree char *place = self->layout != NULL ? dtl_layout_dup_place (self->layout, row) : NULL;
  /* Translators: which of how many events */
  g_autofree char *count = g_strdup_printf (C_ ("position", "%1$u of %2$u"), position, n_events);
  g_auto (GStrv) words = NULL;

  add_word (parts, event != NULL ? event->title : NULL);
  add_word (parts, date);
  add_word (parts, place);
  add_word (parts, actors);
  add_remarks (columns, row, parts);
  add_word (parts, count);
  words = g_strv_builder_end (parts);
  /* Translators: between what is said of an event: its title, its date, its actors */
  return g_strjoinv (C_ ("between parts of a description", "; "), words);
}

/* A second of civil time as a year, a month or a day. */
static char *
name_time (int64_t seconds, int precision)
{
  DtlCivilDay day = dtl_civil_from_day_number (dtl_civil_day_from_seconds (seconds));
  g_autofree char *edtf = NULL;
  g_autoptr (DtlEdtf) value = NULL;

  if (precision == DTL_PRECISION_YEAR)
    edtf = g_strdup_printf ("%04" G_GINT64_FORMAT, day.year);
  else if (precision == DTL_PRECISION_MONTH)
    edtf = g_strdup_printf ("%04" G_GINT64_FORMAT "-%02d", day.year, day.month);
  else
    edtf = g_strdup_printf ("%04" G_GINT64_FORMAT "-%02d-%02d", day.year, day.month, day.day);
  value = dtl_edtf_parse (edtf, NULL);
  return value != NULL ? dtl_date_label (value, DTL_DATE_LABEL_LONG) : g_steal_pointer (&edtf);
}

static char *
name_span (int64_t from_seconds, int64_t to_seconds)
{
  double days = ((double) to_seconds - (double) from_seconds) / DTL_SECONDS_PER_DAY;
  int precision = days > YEARS_FROM_DAYS   ? DTL_PRECISION_YEAR
                  : days > DAYS_UP_TO_DAYS ? DTL_PRECISION_MONTH
                                           : DTL_PRECISION_DAY;
  g_autofree char *from = name_time (from_seconds, precision);
  g_autofree char *to = name_time (to_seconds, precision);

  if (g_strcmp0 (from, to) == 0)
    return g_steal_pointer (&from);
  /* Translators: from one date to another */
  return g_strdup_printf (C_ ("span", "%1$s to %2$s"), from, to);
}

/* Returns: (transfer full): how many events fall together, and when */
char *
dtl_canvas_name_cluster (const DtlCanvasPlace *place)
{
  g_autofree char *span = name_span (place->from_seconds, place->to_seconds);

  /* Translators: a number of events, then a span of time */
  return g_strdup_printf (ngettext ("%1$u event, %2$s", "%1$u events, %2$s", place->n_events), place->n_events, span);
}

/* Returns: (transfer full): the span that the view shows, and how many events are in it */
char *
dtl_canvas_name_view (DtlCanvas *self)
{
  int64_t left = (int64_t) self->view.offset_px;
  g_autofree char *span =
      name_span (dtl_viewport_seconds_at (&self->view, 0), dtl_viewport_seconds_at (&self->view, self->view.width_px));
  DtlSpanCounts counts = { 0 };
  guint n_events;

  dtl_layout_count_span (self->layout, left, left + self->view.width_px, &counts);
  n_events =
      dtl_bitset_count (dtl_session_get_visible (self->session)) - counts.n_undated - counts.n_before - counts.n_after;
  /* Translators: a span of time, then a number of events */
  return g_strdup_printf (ngettext ("%1$s, %2$u event", "%1$s, %2$u events", n_events), span, n_events);
}
