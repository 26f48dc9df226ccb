/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-slide.h. */
#include "config.h"

#include "app/present/dtl-slide.h"

#include <glib/gi18n.h>

#include "app/source/dtl-passage-words.h"
#include "service/dtl-event-label.h"
#include "service/dtl-term-label.h"

/* More passages than these nobody reads in a talk; the evidence has them. */
#define MOST_PASSAGES 3

struct _DtlSlide
{
  GtkWidget parent_instance;
  GtkScrolledWindow *scroller;
  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (DtlSlide, dtl_slide, GTK_TYPE_WIDGET)

static GtkWidget *
add_label (DtlSlide *self, const char *text, const char *css_class)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return NULL;
  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (self->box, label);
  return label;
}

/* Each date that counts or is still in question, with what it is the date of. */
static void
add_dates (DtlSlide *self, const DtlEvent *event)
{
  for (guint i = 0; i < event->claims->len; i++)
    {
      const DtlClaim *claim = g_ptr_array_index (event->claims, i);
      g_autofree char *date = dtl_claim_date_label (claim, DTL_DATE_LABEL_WEEKDAY);
      const char *role = dtl_term_label (DTL_VOCABULARY_ROLE, (int) claim->role);
      g_autofree char *line = NULL;

      if (claim->standing == DTL_STANDING_REJECTED || *date == '\0')
        continue;
      if (claim->standing == DTL_STANDING_ACCEPTED)
        /* Translators: what a date is the date of ("effective"), then the date */
        line = g_strdup_printf (C_ ("presented date", "%1$s: %2$s"), role, date);
      else
        line = g_strdup_printf (
            /* Translators: what a date is the date of, the date, and how it stands to others ("competing") */
            C_ ("presented date", "%1$s: %2$s (%3$s)"), role, date,
            dtl_term_label (DTL_VOCABULARY_STANDING, (int) claim->standing));
      add_label (self, line, "slide-date");
    }
  if (event->claims->len == 0)
    add_label (self, _ ("Undated"), "slide-date");
}

static void
add_actors (DtlSlide *self, DtlDocument *document, const DtlEvent *event)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;
  g_autofree char *joined = NULL;

  for (guint i = 0; i < event->participations->len; i++)
    {
      const DtlParticipation *participation = g_ptr_array_index (event->participations, i);
      const DtlActor *actor = dtl_document_find_actor (document, participation->actor);

      if (actor != NULL)
        g_strv_builder_add (names, actor->name);
    }
  strv = g_strv_builder_end (names);
  /* Translators: between the names of actors */
  joined = g_strjoinv (C_ ("between names", ", "), strv);
  add_label (self, joined, "slide-actors");
}

static void
add_passage (DtlSlide *self, DtlDocument *document, DtlId id)
{
  g_autoptr (DtlPassage) passage = dtl_store_get_passage (dtl_document_get_store (document), id, NULL);
  g_auto (DtlPassageWords) words = { NULL };

  if (passage == NULL)
    return;
  dtl_passage_words_read (document, passage, 0, &words);
  add_label (self, words.words, words.is_summary ? "slide-summary" : "slide-quotation");
  add_label (self, words.origin, "slide-origin");
}

/**
 * dtl_slide_set_event:
 * @document: whose event it is
 * @event: what to show; need not outlive the call
 */
void
dtl_slide_set_event (DtlSlide *self, DtlDocument *document, const DtlEvent *event)
{
  GtkWidget *child;

  g_return_if_fail (DTL_IS_SLIDE (self));
  g_return_if_fail (DTL_IS_DOCUMENT (document));
  g_return_if_fail (event != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  add_label (self, event->title, "slide-title");
  add_dates (self, event);
  add_actors (self, document, event);
  for (guint i = 0; i < MIN (event->evidence->len, MOST_PASSAGES); i++)
    add_passage (self, document, ((const DtlEvidence *) g_ptr_array_index (event->evidence, i))->passage);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
dtl_slide_dispose (GObject *object)
{
  DtlSlide *self = DTL_SLIDE (object);

  if (self->scroller != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->scroller));
  self->scroller = NULL;
  G_OBJECT_CLASS (dtl_slide_parent_class)->dispose (object);
}

static void
dtl_slide_class_init (DtlSlideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_slide_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "slide");
}

static void
dtl_slide_init (DtlSlide *self)
{
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_set_valign (GTK_WIDGET (self->box), GTK_ALIGN_CENTER);
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->box));
  gtk_widget_set_focusable (GTK_WIDGET (self->scroller), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->scroller), GTK_WIDGET (self));
}
