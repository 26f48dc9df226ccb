/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-evidence-pane.h. The pane follows the session's selection; which of the event's passages is shown is in the
 * session too, so that a click on a lit passage can lead to the same words of another event. */
#include "config.h"

#include "app/source/dtl-evidence-pane.h"

#include <glib/gi18n.h>

#include "app/dtl-shell.h"
#include "app/source/dtl-event-facts.h"
#include "app/source/dtl-evidence-layout.h"
#include "app/source/dtl-proof.h"
#include "service/dtl-term-label.h"

#define WIDTH_PX   360
#define MOST_SCALE 1.4 /* wider than this the line would have no room beside it */

struct _DtlEvidencePane
{
  GtkWidget parent_instance;
  GtkStack *stack;
  GtkLabel *error_label;
  GtkAdjustment *facts_adjustment;
  DtlEventFacts *facts;
  GtkWidget *facts_scroller;
  GtkWidget *passages_box;
  GtkLabel *position_label;
  GtkLabel *stance_label;
  GtkWidget *previous_button;
  GtkWidget *next_button;
  DtlSourceView *source_view;
  DtlSession *session;
  DtlProof *proof;
  guint shown;       /* which passage */
  DtlId lone_source; /* shown without an event, or DTL_ID_NONE */
};

G_DEFINE_FINAL_TYPE (DtlEvidencePane, dtl_evidence_pane, GTK_TYPE_WIDGET)

/* --- passages --------------------------------------------------------------------------------------------------- */

static char *
describe_stance (DtlDocument *document, const DtlProofPassage *passage)
{
  const DtlActor *speaker = dtl_document_find_actor (document, passage->passage->attributed_to);
  const char *stance = dtl_term_label (DTL_VOCABULARY_STANCE, passage->stance);

  if (speaker == NULL)
    return g_strdup (passage->stance == DTL_STANCE_SUPPORTS ? "" : stance);
  if (passage->stance == DTL_STANCE_SUPPORTS)
    return g_strdup_printf (_ ("says %s"), speaker->name);
  /* Translators: how a passage stands to its event ("disputes"), then who says so */
  return g_strdup_printf (C_ ("passage", "%s · says %s"), stance, speaker->name);
}

static void
mark_hits (DtlEvidencePane *self)
{
  dtl_source_view_mark (self->source_view, self->session != NULL ? dtl_session_get_places (self->session) : NULL);
}

static void
show_passage (DtlEvidencePane *self)
{
  const DtlProofPassage *passage = g_ptr_array_index (self->proof->passages, self->shown);
  DtlDocument *document = dtl_session_get_document (self->session);
  guint n_passages = self->proof->passages->len;
  g_autofree char *position = g_strdup_printf (C_ ("passage", "%1$u of %2$u"), self->shown + 1, n_passages);
  g_autofree char *stance = describe_stance (document, passage);

  gtk_label_set_text (self->position_label, position);
  gtk_label_set_text (self->stance_label, stance);
  gtk_widget_set_visible (GTK_WIDGET (self->stance_label), *stance != '\0');
  gtk_widget_set_sensitive (self->previous_button, self->shown > 0);
  gtk_widget_set_sensitive (self->next_button, self->shown + 1 < n_passages);
  if (passage->source != NULL)
    dtl_source_view_show (self->source_view, document, passage->source, passage->passage->id);
  gtk_widget_set_visible (GTK_WIDGET (self->source_view), passage->source != NULL);
  mark_hits (self);
}

static void
show_proof (DtlEvidencePane *self)
{
  DtlDocument *document = dtl_session_get_document (self->session);

  gtk_widget_set_visible (self->facts_scroller, TRUE);
  dtl_event_facts_set_proof (self->facts, self->proof, document);
  gtk_adjustment_set_value (self->facts_adjustment, 0);
  gtk_widget_set_visible (self->passages_box, self->proof->passages->len > 0);
  self->shown = 0;
  dtl_proof_find_passage (self->proof, dtl_session_get_selected_passage (self->session), &self->shown);
  if (self->proof->passages->len > 0)
    show_passage (self);
  gtk_stack_set_visible_child_name (self->stack, "event");
}

static void
show_error (DtlEvidencePane *self, const GError *error)
{
  gtk_label_set_text (self->error_label, error->message);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

/* --- the session ------------------------------------------------------------------------------------------------ */

static void
reload (DtlEvidencePane *self)
{
  g_autoptr (GError) error = NULL;
  DtlId selected = self->session != NULL ? dtl_session_get_selected (self->session) : DTL_ID_NONE;

  g_clear_pointer (&self->proof, dtl_proof_free);
  self->lone_source = DTL_ID_NONE;
  if (selected != DTL_ID_NONE)
    self->proof = dtl_proof_load (dtl_session_get_document (self->session), selected, &error);
  if (self->proof != NULL)
    show_proof (self);
  else if (error != NULL)
    show_error (self, error);
  else
    gtk_stack_set_visible_child_name (self->stack, "none");
}

static void
selection_changed_cb (DtlEvidencePane *self)
{
  DtlId passage = dtl_session_get_selected_passage (self->session);

  if (self->proof != NULL && self->proof->event->id == dtl_session_get_selected (self->session) &&
      dtl_proof_find_passage (self->proof, passage, &self->shown) != NULL)
    show_passage (self);
  else
    reload (self);
}

static void
case_changed_cb (DtlEvidencePane *self)
{
  dtl_source_view_forget (self->source_view);
  reload (self);
}

/* --- places outside of passages --------------------------------------------------------------------------------- */

/* A place that no passage has belongs to no event, so none stays selected. */
static void
show_source (DtlEvidencePane *self, const DtlSource *source)
{
  dtl_session_select (self->session, DTL_ID_NONE, DTL_ID_NONE);
  g_clear_pointer (&self->proof, dtl_proof_free);
  self->lone_source = source->id;
  gtk_widget_set_visible (self->facts_scroller, FALSE);
  gtk_widget_set_visible (self->passages_box, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->source_view), TRUE);
  gtk_label_set_text (self->position_label, "");
  gtk_label_set_text (self->stance_label, _ ("none with these words"));
  gtk_widget_set_visible (GTK_WIDGET (self->stance_label), TRUE);
  gtk_widget_set_sensitive (self->previous_button, FALSE);
  gtk_widget_set_sensitive (self->next_button, FALSE);
  dtl_source_view_show (self->source_view, dtl_session_get_document (self->session), source, DTL_ID_NONE);
  mark_hits (self);
  gtk_stack_set_visible_child_name (self->stack, "event");
}

/* A source that was shown for the words alone goes with them. */
static void
search_changed_cb (DtlEvidencePane *self)
{
  if (self->lone_source != DTL_ID_NONE && dtl_session_get_search_words (self->session) == NULL)
    reload (self);
  mark_hits (self);
}

/* The event stays where its own source is the one that has the place. */
static void
place_shown_cb (DtlEvidencePane *self)
{
  const DtlTextHit *place = dtl_session_get_place (self->session);
  const DtlSource *shown = dtl_evidence_pane_get_source (self);
  const DtlSource *source =
      place != NULL ? dtl_document_find_source (dtl_session_get_document (self->session), place->source) : NULL;

  if (source == NULL)
    return;
  if (shown != source)
    show_source (self, source);
  dtl_source_view_show_place (self->source_view, place->start_cp);
}

/* --- input ------------------------------------------------------------------------------------------------------ */

static void
passage_chosen_cb (DtlEvidencePane *self, gint64 passage)
{
  if (self->proof != NULL)
    dtl_session_select (self->session, self->proof->event->id, passage);
}

/* A link was followed. */
static void
event_chosen_cb (DtlEvidencePane *self, gint64 event)
{
  dtl_session_select (self->session, event, DTL_ID_NONE);
}

/* Of all events that these words prove, the one after the selected; a second click goes on to the next. Words that
 * prove the selected event alone become its current passage. */
static void
place_chosen_cb (DtlEvidencePane *self, GArray *passages)
{
  DtlStore *store = dtl_document_get_store (dtl_session_get_document (self->session));
  DtlId selected = dtl_session_get_selected (self->session);
  DtlId first_event = DTL_ID_NONE, first_passage = DTL_ID_NONE, own_passage = DTL_ID_NONE;
  gboolean take_next = FALSE;

  for (guint i = 0; i < passages->len; i++)
    {
      DtlId passage = g_array_index (passages, DtlId, i);
      g_autoptr (GArray) events = dtl_store_get_events_of_passage (store, passage, NULL);

      for (guint j = 0; events != NULL && j < events->len; j++)
        {
          DtlId event = g_array_index (events, DtlId, j);

          if (take_next && event != selected)
            {
              dtl_session_select (self->session, event, passage);
              return;
            }
          if (event == selected)
            {
              take_next = TRUE;
              own_passage = passage;
            }
          else if (first_event == DTL_ID_NONE)
            {
              first_event = event;
              first_passage = passage;
            }
        }
    }
  if (first_event != DTL_ID_NONE)
    dtl_session_select (self->session, first_event, first_passage);
  else if (own_passage != DTL_ID_NONE)
    dtl_session_select (self->session, selected, own_passage);
}

static void
previous_clicked_cb (DtlEvidencePane *self)
{
  dtl_evidence_pane_step_passage (self, -1);
}

static void
next_clicked_cb (DtlEvidencePane *self)
{
  dtl_evidence_pane_step_passage (self, 1);
}

/* --- the widget ------------------------------------------------------------------------------------------------- */

/* As wide as text of this size needs, whatever the event: a pane that moves with every click is hard to read. */
static void
dtl_evidence_pane_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  DtlEvidencePane *self = DTL_EVIDENCE_PANE (widget);

  gtk_widget_measure (GTK_WIDGET (self->stack), orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = MAX (*minimum, (int) (WIDTH_PX * MIN (dtl_shell_get_text_scale (widget), MOST_SCALE)));
      *minimum = MAX (*minimum, MIN (*natural, WIDTH_PX));
    }
  *minimum_baseline = *natural_baseline = -1;
}

static void
dtl_evidence_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (GTK_WIDGET (DTL_EVIDENCE_PANE (widget)->stack), width, height, baseline, NULL);
}

static void
dtl_evidence_pane_dispose (GObject *object)
{
  DtlEvidencePane *self = DTL_EVIDENCE_PANE (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->proof, dtl_proof_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), DTL_TYPE_EVIDENCE_PANE);
  G_OBJECT_CLASS (dtl_evidence_pane_parent_class)->dispose (object);
}

static void
dtl_evidence_pane_class_init (DtlEvidencePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_evidence_pane_dispose;
  g_type_ensure (DTL_TYPE_EVENT_FACTS);
  g_type_ensure (DTL_TYPE_EVIDENCE_LAYOUT);
  g_type_ensure (DTL_TYPE_SOURCE_VIEW);
  widget_class->measure = dtl_evidence_pane_measure;
  widget_class->size_allocate = dtl_evidence_pane_size_allocate;
  gtk_widget_class_set_template_from_resource (widget_class, "/dateline/ui/dtl-evidence-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, DtlEvidencePane, stack);
  gtk_widget_class_bind_template_child (widget_class, DtlEvidencePane, error_label);
  gtk_widget_class_bind_template_child (widget_class, DtlEvidencePane, facts_adjustment);
  gtk_widget_class_bind_template_child (widget_class, DtlEvidencePane, facts);
  gtk_widget_class_bind_template_child (widget_class, DtlEvidencePane, facts_scroller);
  gtk_widget_class_bind_template_child (widget_class, DtlEvidencePane, passages_box);
  gtk_widget_class_bind_template_child (widget_class, DtlEvidencePane, position_label);
  gtk_widget_class_bind_template_child (widget_class, DtlEvidencePane, stance_label);
  gtk_widget_class_bind_template_child (widget_class, DtlEvidencePane, previous_button);
  gtk_widget_class_bind_template_child (widget_class, DtlEvidencePane, next_button);
  gtk_widget_class_bind_template_child (widget_class, DtlEvidencePane, source_view);
  gtk_widget_class_bind_template_callback (widget_class, passage_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, event_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_chosen_cb);
}

static void
dtl_evidence_pane_init (DtlEvidencePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dtl_evidence_pane_set_session:
 * @session: (nullable): whose selection to show; kept referenced
 */
void
dtl_evidence_pane_set_session (DtlEvidencePane *self, DtlSession *session)
{
  g_return_if_fail (DTL_IS_EVIDENCE_PANE (self));

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (selection_changed_cb), self);
      g_signal_connect_swapped (session, "case-changed", G_CALLBACK (case_changed_cb), self);
      g_signal_connect_swapped (session, "search-changed", G_CALLBACK (search_changed_cb), self);
      g_signal_connect_swapped (session, "place-shown", G_CALLBACK (place_shown_cb), self);
    }
  case_changed_cb (self);
}

/* Shows the next (1) or previous (-1) passage of the selected event, as far as there is one. */
void
dtl_evidence_pane_step_passage (DtlEvidencePane *self, int step)
{
  int64_t wanted;

  g_return_if_fail (DTL_IS_EVIDENCE_PANE (self));

  wanted = (int64_t) self->shown + step;
  if (self->proof != NULL && wanted >= 0 && wanted < self->proof->passages->len)
    passage_chosen_cb (self, ((DtlProofPassage *) g_ptr_array_index (self->proof->passages, wanted))->passage->id);
}

/* Returns: (nullable) (transfer none): the source whose text is shown */
const DtlSource *
dtl_evidence_pane_get_source (DtlEvidencePane *self)
{
  g_return_val_if_fail (DTL_IS_EVIDENCE_PANE (self), NULL);

  if (self->lone_source != DTL_ID_NONE)
    return dtl_document_find_source (dtl_session_get_document (self->session), self->lone_source);
  if (self->proof == NULL || self->shown >= self->proof->passages->len)
    return NULL;
  return ((DtlProofPassage *) g_ptr_array_index (self->proof->passages, self->shown))->source;
}

/* Returns: (nullable) (transfer none): the title of the event that is shown */
const char *
dtl_evidence_pane_get_title (DtlEvidencePane *self)
{
  g_return_val_if_fail (DTL_IS_EVIDENCE_PANE (self), NULL);
  return self->proof != NULL ? dtl_event_facts_get_title (self->facts) : NULL;
}

/* Returns: (transfer none): which passage is shown, in words ("1 of 3") */
const char *
dtl_evidence_pane_get_position (DtlEvidencePane *self)
{
  g_return_val_if_fail (DTL_IS_EVIDENCE_PANE (self), NULL);
  return gtk_label_get_text (self->position_label);
}

/* Returns: (transfer none) */
DtlSourceView *
dtl_evidence_pane_get_source_view (DtlEvidencePane *self)
{
  g_return_val_if_fail (DTL_IS_EVIDENCE_PANE (self), NULL);
  return self->source_view;
}
