/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-event-facts.h. Everything here is text of the case: labels are set as text, never as markup. */
#include "config.h"

#include "app/source/dtl-event-facts.h"

#include <glib/gi18n.h>

#include "app/dtl-mark-icon.h"
#include "app/dtl-palette-css.h"
#include "app/dtl-words.h"
#include "app/dtl-wrap-layout.h"
#include "app/source/dtl-claims-list.h"
#include "app/source/dtl-links-list.h"
#include "model/dtl-check.h"
#include "service/dtl-event-label.h"
#include "service/dtl-term-label.h"

struct _DtlEventFacts
{
  GtkWidget parent_instance;
  GtkWidget *box;
  DtlMarkIcon *icon;
  GtkLabel *title_label;
  GtkLabel *exhibit_label;
  GtkLabel *date_label;
  GtkLabel *edtf_label;
  DtlWrapBox *pills;
  GtkLabel *summary_label;
  DtlLinksList *links;
  GtkWidget *dates_heading;
  DtlClaimsList *claims;
  GtkWidget *findings;
};

G_DEFINE_FINAL_TYPE (DtlEventFacts, dtl_event_facts, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_PASSAGE_CHOSEN,
  SIGNAL_EVENT_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- pills ------------------------------------------------------------------------------------------------------ */

static void
append_pill (DtlEventFacts *self, const char *text, int colour, const char *tooltip)
{
  GtkWidget *pill = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (pill), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (pill, tooltip);
  gtk_widget_add_css_class (pill, "pill-label");
  dtl_palette_css_set_actor (pill, colour);
  dtl_wrap_box_append (self->pills, pill);
}

static void
append_actor_pill (DtlEventFacts *self, DtlDocument *document, const DtlParticipation *participation)
{
  const DtlActor *actor = dtl_document_find_actor (document, participation->actor);
  g_autofree char *words = NULL;

  if (actor == NULL)
    return;
  if (participation->role != NULL && *participation->role != '\0')
    /* Translators: name of an actor, then what it does in the event */
    words = g_strdup_printf (C_ ("actor", "%s: %s"), actor->name, participation->role);
  append_pill (self, actor->name, actor->colour, words != NULL ? words : actor->name);
}

static void
fill_pills (DtlEventFacts *self, const DtlEvent *event, DtlDocument *document)
{
  dtl_wrap_box_clear (self->pills);
  if (event->status != DTL_STATUS_UNKNOWN)
    append_pill (self, dtl_term_label (DTL_VOCABULARY_STATUS, event->status), -1, _ ("Status"));
  if (event->assertion != DTL_ASSERTION_FACT)
    append_pill (self, dtl_term_label (DTL_VOCABULARY_ASSERTION, event->assertion), -1, _ ("How It Is Asserted"));
  append_pill (self, dtl_words_kind (event), -1, _ ("Kind"));
  for (guint i = 0; i < event->participations->len; i++)
    append_actor_pill (self, document, g_ptr_array_index (event->participations, i));
}

/* --- title and date --------------------------------------------------------------------------------------------- */

static int
colour_of_event (const DtlEvent *event, DtlDocument *document)
{
  for (guint i = 0; i < event->participations->len; i++)
    {
      const DtlParticipation *participation = g_ptr_array_index (event->participations, i);
      const DtlActor *actor = dtl_document_find_actor (document, participation->actor);

      if (actor != NULL)
        return actor->colour;
    }
  return -1;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* Returns: (transfer full) (nullable): "Exhibit 4" or "Exhibits 1, 4" */
static char *
describe_exhibits (const DtlProof *proof)
{
  g_autoptr (GArray) exhibits = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GString) numbers = g_string_new (NULL);
  guint n_exhibits = 0;
  int last = 0;

  for (guint i = 0; i < proof->passages->len; i++)
    {
      const DtlProofPassage *passage = g_ptr_array_index (proof->passages, i);

      if (passage->source != NULL)
        g_array_append_val (exhibits, passage->source->exhibit);
    }
  g_array_sort (exhibits, compare_numbers);
  for (guint i = 0; i < exhibits->len; i++)
    {
      int exhibit = g_array_index (exhibits, int, i);

      if (exhibit == last)
        continue;
      if (n_exhibits++ > 0)
        g_string_append (numbers, C_ ("between numbers", ", "));
      g_string_append_printf (numbers, "%d", exhibit);
      last = exhibit;
    }
  if (n_exhibits == 0)
    return NULL;
  return g_strdup_printf (ngettext ("Exhibit %s", "Exhibits %s", n_exhibits), numbers->str);
}

static void
fill_title (DtlEventFacts *self, const DtlProof *proof, DtlDocument *document)
{
  const DtlEvent *event = proof->event;
  const DtlClaim *start = dtl_event_get_start_claim (event);
  g_autofree char *exhibits = describe_exhibits (proof);
  g_autofree char *date = dtl_event_date_label (event, DTL_DATE_LABEL_WEEKDAY);

  dtl_mark_icon_set_look (self->icon, start != NULL ? start->role : DTL_ROLE_OCCURRED,
                          event->status == DTL_STATUS_PLANNED, colour_of_event (event, document));
  gtk_label_set_text (self->title_label, event->title != NULL ? event->title : "");
  dtl_words_set_pill (self->exhibit_label, exhibits != NULL ? exhibits : _ ("No Evidence"));
  gtk_label_set_text (self->date_label, date);
  gtk_label_set_text (self->edtf_label, start != NULL && start->edtf != NULL ? start->edtf : "");
  gtk_widget_set_visible (GTK_WIDGET (self->edtf_label), start != NULL && start->edtf != NULL);
  gtk_label_set_text (self->summary_label, event->summary != NULL ? event->summary : "");
  gtk_widget_set_visible (GTK_WIDGET (self->summary_label), event->summary != NULL && *event->summary != '\0');
}

/* --- findings --------------------------------------------------------------------------------------------------- */

static const char *
grade_sign (DtlGrade grade)
{
  switch (grade)
    {
    case DTL_GRADE_AGREES:
      return "✓";
    case DTL_GRADE_DIFFERS:
      return "≈";
    case DTL_GRADE_CONTRADICTS:
      return "≠";
    case DTL_GRADE_WARNING:
    default:
      return "!";
    }
}

static void
append_finding (DtlEventFacts *self, const DtlFinding *finding)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *sign = gtk_label_new (grade_sign (finding->grade));
  GtkWidget *words = gtk_label_new (finding->message);

  gtk_widget_set_valign (sign, GTK_ALIGN_START);
  gtk_widget_add_css_class (sign, "heading");
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (words), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (row, "finding");
  gtk_widget_add_css_class (row, dtl_grade_name (finding->grade));
  gtk_box_append (GTK_BOX (row), sign);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (self->findings), row);
}

/* What the pane shows anyway need not be said again: that a passage stands in a summary is written above it. */
static gboolean
is_worth_a_line (const DtlFinding *finding)
{
  return g_strcmp0 (finding->rule, "only_summary_passages") != 0;
}

static void
fill_findings (DtlEventFacts *self, const DtlProof *proof)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->findings)) != NULL)
    gtk_box_remove (GTK_BOX (self->findings), child);
  for (guint i = 0; i < proof->findings->len; i++)
    if (is_worth_a_line (g_ptr_array_index (proof->findings, i)))
      append_finding (self, g_ptr_array_index (proof->findings, i));
  gtk_widget_set_visible (self->findings, gtk_widget_get_first_child (self->findings) != NULL);
}

/* --- the widget ------------------------------------------------------------------------------------------------- */

static void
passage_chosen_cb (DtlEventFacts *self, gint64 passage)
{
  g_signal_emit (self, signals[SIGNAL_PASSAGE_CHOSEN], 0, passage);
}

static void
event_chosen_cb (DtlEventFacts *self, gint64 event)
{
  g_signal_emit (self, signals[SIGNAL_EVENT_CHOSEN], 0, event);
}

static void
dtl_event_facts_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DTL_TYPE_EVENT_FACTS);
  G_OBJECT_CLASS (dtl_event_facts_parent_class)->dispose (object);
}

static void
dtl_event_facts_class_init (DtlEventFactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_event_facts_dispose;
  signals[SIGNAL_PASSAGE_CHOSEN] = g_signal_new ("passage-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_EVENT_CHOSEN] = g_signal_new ("event-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                               NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (DTL_TYPE_MARK_ICON);
  g_type_ensure (DTL_TYPE_WRAP_BOX);
  g_type_ensure (DTL_TYPE_CLAIMS_LIST);
  g_type_ensure (DTL_TYPE_LINKS_LIST);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/dateline/ui/dtl-event-facts.ui");
  gtk_widget_class_bind_template_child (widget_class, DtlEventFacts, box);
  gtk_widget_class_bind_template_child (widget_class, DtlEventFacts, icon);
  gtk_widget_class_bind_template_child (widget_class, DtlEventFacts, title_label);
  gtk_widget_class_bind_template_child (widget_class, DtlEventFacts, exhibit_label);
  gtk_widget_class_bind_template_child (widget_class, DtlEventFacts, date_label);
  gtk_widget_class_bind_template_child (widget_class, DtlEventFacts, edtf_label);
  gtk_widget_class_bind_template_child (widget_class, DtlEventFacts, pills);
  gtk_widget_class_bind_template_child (widget_class, DtlEventFacts, summary_label);
  gtk_widget_class_bind_template_child (widget_class, DtlEventFacts, links);
  gtk_widget_class_bind_template_child (widget_class, DtlEventFacts, dates_heading);
  gtk_widget_class_bind_template_child (widget_class, DtlEventFacts, claims);
  gtk_widget_class_bind_template_child (widget_class, DtlEventFacts, findings);
  gtk_widget_class_bind_template_callback (widget_class, passage_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, event_chosen_cb);
}

static void
dtl_event_facts_init (DtlEventFacts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Else the marks of "2017~" change sides among Arabic words. */
  gtk_widget_set_direction (GTK_WIDGET (self->edtf_label), GTK_TEXT_DIR_LTR);
}

/* Shows an event. @proof need not outlive the call. */
void
dtl_event_facts_set_proof (DtlEventFacts *self, const DtlProof *proof, DtlDocument *document)
{
  g_return_if_fail (DTL_IS_EVENT_FACTS (self));
  g_return_if_fail (proof != NULL);

  fill_title (self, proof, document);
  fill_pills (self, proof->event, document);
  dtl_links_list_set_event (self->links, proof->event->id, document);
  dtl_claims_list_set_proof (self->claims, proof, document);
  gtk_widget_set_visible (self->dates_heading, proof->event->claims->len > 0);
  fill_findings (self, proof);
}

/* Returns: (transfer none): the title that is shown */
const char *
dtl_event_facts_get_title (DtlEventFacts *self)
{
  g_return_val_if_fail (DTL_IS_EVENT_FACTS (self), NULL);
  return gtk_label_get_text (self->title_label);
}
