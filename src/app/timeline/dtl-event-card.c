/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-event-card.h. */
#include "config.h"

#include "app/timeline/dtl-event-card.h"

#include <glib/gi18n.h>

#include "app/source/dtl-passage-words.h"
#include "model/dtl-derive.h"
#include "service/dtl-event-label.h"

#define WIDTH_CHARS 46
/* Of a passage: enough to know it again. */
#define MOST_CHARS 160

static GtkWidget *
add_label (GtkWidget *card, const char *text, const char *css_class)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return NULL;
  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (card), label);
  return label;
}

/* In words, and as it is written in the case. */
static char *
describe_date (const DtlEvent *event)
{
  const DtlClaim *start = dtl_event_get_start_claim (event);
  g_autofree char *date = dtl_event_date_label (event, DTL_DATE_LABEL_WEEKDAY);

  if (start == NULL || start->edtf == NULL)
    return g_steal_pointer (&date);
  return g_strdup_printf ("%s · \xe2\x81\xa6%s\xe2\x81\xa9", date, start->edtf);
}

/* How a computed date was counted; NULL for one that is stated. */
static char *
describe_counting (DtlDocument *document, const DtlEvent *event)
{
  const DtlClaim *start = dtl_event_get_start_claim (event);
  g_autofree char *anchor = NULL;

  if (start == NULL || !start->has_rule)
    return NULL;
  anchor = dtl_document_dup_anchor_edtf (document, &start->rule);
  return dtl_rule_describe_value (&start->rule, anchor, start->edtf);
}

static char *
join_actors (DtlDocument *document, const DtlEvent *event)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  for (guint i = 0; i < event->participations->len; i++)
    {
      const DtlParticipation *participation = g_ptr_array_index (event->participations, i);
      const DtlActor *actor = dtl_document_find_actor (document, participation->actor);

      if (actor != NULL)
        g_strv_builder_add (names, actor->name);
    }
  strv = g_strv_builder_end (names);
  /* Translators: between the names of actors */
  return g_strjoinv (C_ ("between names", ", "), strv);
}

static void
add_passage (GtkWidget *card, DtlDocument *document, const DtlEvent *event)
{
  const DtlEvidence *evidence = event->evidence->len > 0 ? g_ptr_array_index (event->evidence, 0) : NULL;
  g_autoptr (DtlPassage) passage =
      evidence != NULL ? dtl_store_get_passage (dtl_document_get_store (document), evidence->passage, NULL) : NULL;
  g_auto (DtlPassageWords) words = { NULL };

  if (passage == NULL)
    return;
  dtl_passage_words_read (document, passage, MOST_CHARS, &words);
  if (add_label (card, words.words, NULL) != NULL)
    gtk_widget_set_margin_top (gtk_widget_get_last_child (card), 6);
  add_label (card, words.origin, "caption");
}

/**
 * dtl_event_card_new:
 * @row: of the session's columns
 *
 * Returns: (transfer full) (nullable): NULL if there is no such event
 */
GtkWidget *
dtl_event_card_new (DtlSession *session, uint32_t row)
{
  DtlDocument *document;
  g_autoptr (DtlEvent) event = NULL;
  g_autofree char *date = NULL;
  g_autofree char *counting = NULL;
  g_autofree char *actors = NULL;
  GtkWidget *card;
  int width;

  g_return_val_if_fail (DTL_IS_SESSION (session), NULL);

  document = dtl_session_get_document (session);
  if (row >= dtl_document_get_columns (document)->n_events)
    return NULL;
  event = dtl_document_read_event (document, row, NULL);
  if (event == NULL)
    return NULL;
  date = describe_date (event);
  counting = describe_counting (document, event);
  actors = join_actors (document, event);
  card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_add_css_class (card, "event-card");
  add_label (card, event->title, "heading");
  add_label (card, date, NULL);
  add_label (card, counting, NULL);
  add_label (card, actors, NULL);
  add_passage (card, document, event);
  /* A popover would ask for a height at another width than it gives. */
  gtk_widget_measure (card, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_set_size_request (card, width, -1);
  return card;
}

/* Returns: (transfer full): what the card says, a line each */
char *
dtl_event_card_dup_text (GtkWidget *card)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (GTK_IS_WIDGET (card), NULL);

  for (GtkWidget *label = gtk_widget_get_first_child (card); label != NULL; label = gtk_widget_get_next_sibling (label))
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", gtk_label_get_text (GTK_LABEL (label)));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
