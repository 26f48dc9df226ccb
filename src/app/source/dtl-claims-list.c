/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-claims-list.h. A decision is a sign and a word, never a colour alone; a row is read out as one sentence. */
#include "config.h"

#include "app/source/dtl-claims-list.h"

#include <glib/gi18n.h>

#include "app/dtl-words.h"
#include "model/dtl-derive.h"
#include "service/dtl-event-label.h"
#include "service/dtl-term-label.h"

/* Code points of a day. */
#define SHORT_EDTF 10

struct _DtlClaimsList
{
  GtkWidget parent_instance;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (DtlClaimsList, dtl_claims_list, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_PASSAGE_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
row_activated_cb (DtlClaimsList *self, GtkListBoxRow *row)
{
  DtlId *passage = g_object_get_data (G_OBJECT (row), "dtl-passage");

  if (passage != NULL)
    g_signal_emit (self, signals[SIGNAL_PASSAGE_CHOSEN], 0, *passage);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static char *
join_parts (GPtrArray *parts)
{
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/* What the date rests on: source, limit, rule, reason; those that there are. */
static char *
describe_basis (const DtlProof *proof, DtlDocument *document, const DtlClaim *claim)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const DtlProofPassage *passage = dtl_proof_find_passage (proof, claim->passage, NULL);
  const char *limit = dtl_term_label (DTL_VOCABULARY_LIMIT, claim->limit);

  if (passage != NULL && passage->source != NULL)
    g_ptr_array_add (parts, dtl_source_dup_label (passage->source));
  else if (claim->basis == DTL_BASIS_SUPPLIED || claim->basis == DTL_BASIS_METADATA)
    g_ptr_array_add (parts, g_strdup (dtl_term_label (DTL_VOCABULARY_BASIS, claim->basis)));
  if (*limit != '\0')
    g_ptr_array_add (parts, g_strdup (limit));
  if (claim->has_rule)
    {
      g_autofree char *anchor = dtl_document_dup_anchor_edtf (document, &claim->rule);

      g_ptr_array_add (parts, dtl_rule_describe_value (&claim->rule, anchor, claim->edtf));
    }
  if (claim->reason != NULL && *claim->reason != '\0')
    g_ptr_array_add (parts, g_strdup (claim->reason));
  return join_parts (parts);
}

static GtkWidget *
make_decision (DtlStanding standing)
{
  const char *word = dtl_term_label (DTL_VOCABULARY_STANDING, standing);
  GtkWidget *sign = gtk_label_new (dtl_words_standing_sign (standing));

  gtk_widget_set_tooltip_text (sign, word);
  gtk_widget_set_valign (sign, GTK_ALIGN_START);
  gtk_widget_add_css_class (sign, "decision");
  gtk_widget_add_css_class (sign, dtl_term_name (DTL_VOCABULARY_STANDING, standing));
  gtk_accessible_update_property (GTK_ACCESSIBLE (sign), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
  return sign;
}

/* A stretch written in EDTF is too long to stand beside its words. */
static void
attach_edtf (GtkGrid *grid, const char *edtf)
{
  GtkWidget *label = make_label (edtf, "edtf");

  /* Else the marks of "2017~" change sides among Arabic words. */
  gtk_widget_set_direction (label, GTK_TEXT_DIR_LTR);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  if (g_utf8_strlen (edtf, -1) <= SHORT_EDTF)
    gtk_grid_attach (grid, label, 2, 0, 1, 1);
  else
    gtk_grid_attach (grid, label, 1, 1, 3, 1);
}

static GtkWidget *
make_row_child (const DtlClaim *claim, const char *date, const char *basis)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *role = make_label (dtl_term_label (DTL_VOCABULARY_ROLE, claim->role), "dim-label");
  GtkWidget *when = make_label (date, "heading");

  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 2);
  gtk_widget_set_size_request (role, 76, -1);
  gtk_label_set_wrap (GTK_LABEL (role), FALSE);
  gtk_widget_set_valign (role, GTK_ALIGN_START);
  gtk_widget_set_hexpand (when, TRUE);
  gtk_grid_attach (GTK_GRID (grid), role, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), when, 1, 0, 1, 1);
  if (claim->edtf != NULL)
    attach_edtf (GTK_GRID (grid), claim->edtf);
  gtk_grid_attach (GTK_GRID (grid), make_decision (claim->standing), 3, 0, 1, 1);
  if (*basis != '\0')
    {
      GtkWidget *words = make_label (basis, "caption");

      gtk_widget_add_css_class (words, "dim-label");
      gtk_grid_attach (GTK_GRID (grid), words, 0, 2, 4, 1);
    }
  return grid;
}

static void
append_claim (DtlClaimsList *self, const DtlProof *proof, DtlDocument *document, const DtlClaim *claim)
{
  g_autofree char *date = dtl_claim_date_label (claim, DTL_DATE_LABEL_LONG);
  g_autofree char *short_date = dtl_claim_date_label (claim, DTL_DATE_LABEL_SHORT);
  g_autofree char *basis = describe_basis (proof, document, claim);
  g_autofree char *words = NULL;
  gboolean has_passage = dtl_proof_find_passage (proof, claim->passage, NULL) != NULL;
  GtkWidget *row = gtk_list_box_row_new ();

  words = g_strdup_printf (
      /* Translators: a date read out: its role, the date in words, as EDTF, the decision, what it rests on */
      C_ ("stated date", "%1$s: %2$s, %3$s, %4$s. %5$s"), dtl_term_label (DTL_VOCABULARY_ROLE, claim->role), date,
      claim->edtf != NULL ? claim->edtf : "", dtl_term_label (DTL_VOCABULARY_STANDING, claim->standing), basis);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), make_row_child (claim, short_date, basis));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), has_passage);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_add_css_class (row, dtl_term_name (DTL_VOCABULARY_STANDING, claim->standing));
  if (has_passage)
    {
      gtk_widget_set_tooltip_text (row, _ ("Show the Passage"));
      g_object_set_data_full (G_OBJECT (row), "dtl-passage", g_memdup2 (&claim->passage, sizeof claim->passage),
                              g_free);
    }
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
dtl_claims_list_dispose (GObject *object)
{
  g_clear_pointer (&DTL_CLAIMS_LIST (object)->list, gtk_widget_unparent);
  G_OBJECT_CLASS (dtl_claims_list_parent_class)->dispose (object);
}

static void
dtl_claims_list_class_init (DtlClaimsListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_claims_list_dispose;
  signals[SIGNAL_PASSAGE_CHOSEN] = g_signal_new ("passage-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
dtl_claims_list_init (DtlClaimsList *self)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "claims");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Dates"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

/* Fills the list anew; an event without claims leaves it empty and unseen. */
void
dtl_claims_list_set_proof (DtlClaimsList *self, const DtlProof *proof, DtlDocument *document)
{
  GtkWidget *child;

  g_return_if_fail (DTL_IS_CLAIMS_LIST (self));
  g_return_if_fail (proof != NULL);

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; i < proof->event->claims->len; i++)
    append_claim (self, proof, document, g_ptr_array_index (proof->event->claims, i));
  gtk_widget_set_visible (GTK_WIDGET (self), proof->event->claims->len > 0);
}
