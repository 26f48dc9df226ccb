/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two panes beside the line: checks follow the filter and turn it; the evidence is what the case says. */
#include "app-support.h"

#include <string.h>

#include "app/outline/dtl-actors-pane.h"
#include "app/outline/dtl-facet-section.h"
#include "app/source/dtl-evidence-pane.h"

static GtkWidget *
show_in_window (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 400, 700);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* --- actors ----------------------------------------------------------------------------------------------------- */

static void
test_actor_checks (void)
{
  g_autoptr (DtlSession) session = app_support_new_session ();
  DtlActorsPane *pane = g_object_new (DTL_TYPE_ACTORS_PANE, NULL);
  GtkWidget *window = show_in_window (GTK_WIDGET (pane));
  DtlId best_buy = app_support_find_actor (session, "Best Buy");
  DtlId raimondo = app_support_find_actor (session, "Gina Raimondo");
  GtkWidget *all = app_support_find_widget (GTK_WIDGET (pane), GTK_TYPE_BUTTON, "link-button");
  GtkCheckButton *check;

  dtl_actors_pane_set_session (pane, session);
  check = dtl_actors_pane_get_check (pane, best_buy);
  g_assert_nonnull (check);
  g_assert_true (gtk_check_button_get_active (check));
  g_assert_false (gtk_widget_get_sensitive (all));

  gtk_check_button_set_active (check, FALSE);
  g_assert_false (dtl_session_is_actor_on (session, best_buy));
  g_assert_true (dtl_session_is_actor_on (session, raimondo));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (check), "off"));
  g_assert_true (gtk_widget_get_sensitive (all));

  g_signal_emit_by_name (all, "clicked");
  g_assert_true (gtk_check_button_get_active (check));
  g_assert_true (dtl_session_has_all_actors (session));

  dtl_session_set_actor_on (session, raimondo, FALSE);
  g_assert_false (gtk_check_button_get_active (dtl_actors_pane_get_check (pane, raimondo)));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* People stand indented below what they belong to. */
static void
test_actor_families (void)
{
  g_autoptr (DtlSession) session = app_support_new_session ();
  DtlActorsPane *pane = g_object_new (DTL_TYPE_ACTORS_PANE, NULL);
  GtkWidget *window = show_in_window (GTK_WIDGET (pane));
  GtkWidget *commerce, *raimondo;

  dtl_actors_pane_set_session (pane, session);
  commerce = GTK_WIDGET (dtl_actors_pane_get_check (pane, app_support_find_actor (session, "Department of Commerce")));
  raimondo = GTK_WIDGET (dtl_actors_pane_get_check (pane, app_support_find_actor (session, "Gina Raimondo")));
  g_assert_true (gtk_widget_get_next_sibling (commerce) == raimondo);
  g_assert_cmpint (gtk_widget_get_margin_start (raimondo), >, gtk_widget_get_margin_start (commerce));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_actor_names (void)
{
  g_autoptr (DtlSession) session = app_support_new_session ();
  DtlActorsPane *pane = g_object_new (DTL_TYPE_ACTORS_PANE, NULL);
  GtkWidget *window = show_in_window (GTK_WIDGET (pane));
  GtkCheckButton *check;

  dtl_actors_pane_set_session (pane, session);
  check = dtl_actors_pane_get_check (pane, app_support_find_actor (session, "Best Buy"));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_ROLE_CHECKBOX);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, "Best Buy, 1 event");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

#define MANY_ACTORS 100

static DtlSession *
new_session_of_many_actors (void)
{
  g_autofree char *path = app_support_make_case ("actors.dateline", "Fees");
  g_autoptr (DtlDocument) document = dtl_document_open (path, NULL);
  DtlStore *store;

  g_assert_true (dtl_document_ensure_working_copy (document, NULL));
  store = dtl_document_get_store (document);
  g_assert_true (dtl_store_begin (store, "Add", "", 1, NULL));
  for (int i = 0; i < MANY_ACTORS; i++)
    {
      g_autoptr (DtlActor) actor = dtl_actor_new ();

      actor->name = g_strdup_printf ("Actor %02d", i);
      g_assert_true (dtl_store_put_actor (store, actor, NULL));
    }
  g_assert_true (dtl_store_commit (store, NULL));
  g_assert_true (dtl_document_publish (document, NULL));
  return dtl_session_new (document);
}

typedef struct
{
  DtlActorsPane *pane;
  DtlId actor;
} ActorQuestion;

static gboolean
has_check (gpointer data)
{
  ActorQuestion *question = data;

  return dtl_actors_pane_get_check (question->pane, question->actor) != NULL;
}

/* Very many come a few at a time; each once, in order, and as the filter is by then. */
static void
test_many_actors (void)
{
  g_autoptr (DtlSession) session = new_session_of_many_actors ();
  DtlActorsPane *pane = g_object_new (DTL_TYPE_ACTORS_PANE, NULL);
  GtkWidget *window = show_in_window (GTK_WIDGET (pane));
  ActorQuestion last = { pane, app_support_find_actor (session, "Actor 99") };
  GtkWidget *check;

  dtl_actors_pane_set_session (pane, session);
  g_assert_false (has_check (&last));
  dtl_session_set_actor_on (session, last.actor, FALSE);
  g_signal_emit_by_name (session, "case-changed");
  app_support_wait_for (has_check, &last);
  check = GTK_WIDGET (dtl_actors_pane_get_check (pane, last.actor));
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  for (int i = MANY_ACTORS - 2; i >= 0; i--)
    {
      g_autofree char *name = g_strdup_printf ("Actor %02d", i);

      check = gtk_widget_get_prev_sibling (check);
      g_assert_true (check == GTK_WIDGET (dtl_actors_pane_get_check (pane, app_support_find_actor (session, name))));
    }
  /* The window may go before all are there. */
  g_signal_emit_by_name (session, "case-changed");
  gtk_window_destroy (GTK_WINDOW (window));
  app_support_settle ();
}

/* --- sources ---------------------------------------------------------------------------------------------------- */

/* One more than are read with the rest of a case; so many of them have an event. */
#define MANY_SOURCES 20001
#define FEW_EVENTS   30

static void
put_gazette (DtlStore *store, int number)
{
  g_autoptr (DtlSource) source = dtl_source_new ();
  g_autoptr (DtlPassage) passage = dtl_passage_new ();
  g_autoptr (DtlEvent) event = dtl_event_new ();

  source->publisher = g_strdup_printf ("Gazette %d", number);
  g_assert_true (dtl_store_put_source (store, source, NULL));
  if (number > FEW_EVENTS)
    return;
  passage->source = source->id;
  g_assert_true (dtl_store_put_passage (store, passage, NULL));
  event->title = g_strdup_printf ("Event %d", number);
  g_ptr_array_add (event->evidence, dtl_evidence_new (passage->id, DTL_STANCE_SUPPORTS));
  g_assert_true (dtl_store_put_event (store, event, NULL));
}

static DtlSession *
new_session_of_many (void)
{
  g_autofree char *path = app_support_make_case ("many.dateline", "Fees");
  g_autoptr (DtlDocument) writer = dtl_document_open (path, NULL);
  g_autoptr (DtlDocument) document = NULL;
  DtlStore *store;

  g_assert_true (dtl_document_ensure_working_copy (writer, NULL));
  store = dtl_document_get_store (writer);
  g_assert_true (dtl_store_begin (store, "Add", "", 1, NULL));
  for (int i = 1; i <= MANY_SOURCES; i++)
    put_gazette (store, i);
  g_assert_true (dtl_store_commit (store, NULL));
  g_assert_true (dtl_document_publish (writer, NULL));
  document = dtl_document_open (path, NULL);
  g_assert_false (dtl_document_has_sources (document));
  return dtl_session_new (document);
}

typedef struct
{
  GtkWidget *section;
  const char *words;
} ListQuestion;

static GtkWidget *
find_row (GtkWidget *widget, const char *name)
{
  GtkWidget *found = NULL;

  if (GTK_IS_CHECK_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), name) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, name);
  return found;
}

static gboolean
is_listed (gpointer data)
{
  ListQuestion *question = data;

  return find_row (question->section, question->words) != NULL;
}

static gboolean
is_not_listed (gpointer data)
{
  return !is_listed (data);
}

static gboolean
has_remark (gpointer data)
{
  ListQuestion *question = data;
  GtkWidget *remark = app_support_find_widget (question->section, GTK_TYPE_LABEL, "remark");

  return remark != NULL && strcmp (gtk_label_get_text (GTK_LABEL (remark)), question->words) == 0;
}

/* Very many sources come when the section is opened, and words find one among them. */
static void
test_many_sources (void)
{
  g_autoptr (DtlSession) session = new_session_of_many ();
  GtkWidget *section = dtl_facet_section_new (DTL_FACET_SOURCE);
  GtkWidget *window = show_in_window (section);
  GtkWidget *entry;
  ListQuestion seven = { section, "Gazette 7" };
  ListQuestion eight = { section, "Gazette 8" };
  ListQuestion reading = { section, "Reading the sources…" };
  ListQuestion nothing = { section, "Nothing found" };

  dtl_facet_section_set_session (DTL_FACET_SECTION (section), session);
  g_assert_true (gtk_widget_get_visible (section));
  gtk_expander_set_expanded (GTK_EXPANDER (app_support_find_widget (window, GTK_TYPE_EXPANDER, NULL)), TRUE);
  g_assert_true (has_remark (&reading));
  app_support_wait_for (is_listed, &seven);
  g_assert_true (is_listed (&eight));
  entry = app_support_find_widget (window, GTK_TYPE_SEARCH_ENTRY, NULL);
  g_assert_true (gtk_widget_get_visible (entry));

  gtk_editable_set_text (GTK_EDITABLE (entry), "gazette 7");
  app_support_wait_for (is_not_listed, &eight);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_row (section, "Gazette 7")), FALSE);
  g_assert_cmpuint (dtl_session_get_n_hidden (session), ==, 1);

  gtk_editable_set_text (GTK_EDITABLE (entry), "Żadna");
  app_support_wait_for (has_remark, &nothing);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- evidence --------------------------------------------------------------------------------------------------- */

typedef struct
{
  DtlSession *session;
  DtlEvidencePane *pane;
  GtkWidget *window;
} Evidence;

static void
evidence_setup (Evidence *self, gconstpointer data)
{
  self->session = app_support_new_session ();
  self->pane = g_object_new (DTL_TYPE_EVIDENCE_PANE, NULL);
  self->window = show_in_window (GTK_WIDGET (self->pane));
  dtl_evidence_pane_set_session (self->pane, self->session);
}

static void
evidence_teardown (Evidence *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->session);
}

static GtkTextBuffer *
get_buffer (Evidence *self)
{
  return gtk_text_view_get_buffer (dtl_source_view_get_text_view (dtl_evidence_pane_get_source_view (self->pane)));
}

/* What is lit as the current passage: the topmost of the tags where the cursor stands, in a colour of its own. */
static char *
get_lit (Evidence *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  g_autoptr (GSList) tags = NULL;
  g_autoptr (GdkRGBA) colour = NULL;
  g_autoptr (GdkRGBA) other_colour = NULL;
  GtkTextIter start, end, other;
  GtkTextTag *tag;

  gtk_text_buffer_get_iter_at_mark (buffer, &start, gtk_text_buffer_get_insert (buffer));
  tags = gtk_text_iter_get_tags (&start);
  g_assert_nonnull (tags);
  tag = g_slist_last (tags)->data;
  g_assert_true (gtk_text_iter_starts_tag (&start, tag));
  end = start;
  gtk_text_iter_forward_to_tag_toggle (&end, tag);
  gtk_text_buffer_get_start_iter (buffer, &other);
  while (gtk_text_iter_has_tag (&other, tag) || !gtk_text_iter_starts_tag (&other, NULL))
    g_assert_true (gtk_text_iter_forward_to_tag_toggle (&other, NULL));
  g_object_get (tag, "background-rgba", &colour, NULL);
  g_slist_free (tags);
  tags = gtk_text_iter_get_tags (&other);
  g_object_get (tags->data, "background-rgba", &other_colour, NULL);
  g_assert_false (gdk_rgba_equal (colour, other_colour));
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* The words between an anchor's code points, taken from the stored text. */
static char *
get_anchored (Evidence *self, DtlId event_id, guint index)
{
  DtlDocument *document = dtl_session_get_document (self->session);
  DtlStore *store = dtl_document_get_store (document);
  g_autoptr (DtlEvent) event = dtl_store_get_event (store, event_id, NULL);
  const DtlEvidence *evidence = g_ptr_array_index (event->evidence, index);
  g_autoptr (DtlPassage) passage = dtl_store_get_passage (store, evidence->passage, NULL);
  const DtlSourceText *text = dtl_source_get_best_text (dtl_document_find_source (document, passage->source));
  const DtlAnchor *anchor = dtl_passage_get_anchor (passage, text->id);
  g_autofree char *words = dtl_store_get_text (store, text->id, NULL);

  return g_utf8_substring (words, anchor->start_cp, anchor->end_cp);
}

static void
test_nothing_selected (Evidence *self, gconstpointer data)
{
  g_assert_null (dtl_evidence_pane_get_title (self->pane));
  g_assert_null (dtl_evidence_pane_get_source (self->pane));
  dtl_evidence_pane_step_passage (self->pane, 1);
}

static void
test_lit_passages (Evidence *self, gconstpointer data)
{
  DtlId event = app_support_find_event (self->session, "Updates, resale");

  dtl_session_select (self->session, event, DTL_ID_NONE);
  g_assert_cmpstr (dtl_evidence_pane_get_title (self->pane), ==, "Updates, resale and licensing to end");
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *lit = get_lit (self);
      g_autofree char *wanted = get_anchored (self, event, i);

      g_assert_cmpstr (lit, ==, wanted);
      g_assert_cmpint (dtl_evidence_pane_get_position (self->pane)[0], ==, (char) ('1' + i));
      dtl_evidence_pane_step_passage (self->pane, 1);
    }
}

/* Beyond the first and the last passage there is none. */
static void
test_passage_ends (Evidence *self, gconstpointer data)
{
  g_autofree char *first = NULL;

  dtl_session_select (self->session, app_support_find_event (self->session, "Updates, resale"), DTL_ID_NONE);
  dtl_evidence_pane_step_passage (self->pane, -1);
  first = g_strdup (dtl_evidence_pane_get_position (self->pane));
  g_assert_true (g_str_has_prefix (first, "1 of "));
  for (int i = 0; i < 40; i++)
    dtl_evidence_pane_step_passage (self->pane, 1);
  g_assert_cmpint (atoi (dtl_evidence_pane_get_position (self->pane)), ==, atoi (first + strlen ("1 of ")));
}

/* The words of a summary are ours, and the pane says so above, beside and below them. */
static void
test_summary_look (Evidence *self, gconstpointer data)
{
  DtlSourceView *view = dtl_evidence_pane_get_source_view (self->pane);
  GtkTextView *text_view = dtl_source_view_get_text_view (view);
  GtkWidget *banner, *label;

  dtl_session_select (self->session, app_support_find_event (self->session, "Ban on US sales"), DTL_ID_NONE);
  banner = app_support_find_widget (GTK_WIDGET (view), GTK_TYPE_WIDGET, "summary-banner");
  label = app_support_find_widget (banner, GTK_TYPE_LABEL, NULL);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (text_view), "summary"));
  g_assert_true (gtk_widget_get_visible (banner));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "Our summary, not the words of InfotechLead");
  g_assert_true (
      gtk_widget_get_visible (app_support_find_widget (GTK_WIDGET (view), GTK_TYPE_LABEL, "summary-heading")));
}

/* A click on words that prove several events goes round them all. */
static void
test_place_chosen (Evidence *self, gconstpointer data)
{
  DtlDocument *document = dtl_session_get_document (self->session);
  DtlId event = app_support_find_event (self->session, "Updates, resale");
  DtlId other = app_support_find_event (self->session, "Kaspersky rejects the ban");
  g_autoptr (DtlEvent) record = dtl_store_get_event (dtl_document_get_store (document), other, NULL);
  const DtlEvidence *evidence = g_ptr_array_index (record->evidence, 0);
  g_autoptr (GArray) passages = g_array_new (FALSE, FALSE, sizeof (DtlId));

  dtl_session_select (self->session, event, DTL_ID_NONE);
  g_array_append_val (passages, evidence->passage);
  g_signal_emit_by_name (dtl_evidence_pane_get_source_view (self->pane), "place-chosen", passages);
  g_assert_cmpint (dtl_session_get_selected (self->session), !=, event);
  g_assert_cmpint (dtl_session_get_selected_passage (self->session), ==, evidence->passage);
}

static void
test_undated (Evidence *self, gconstpointer data)
{
  GtkWidget *label;

  dtl_session_select (self->session, app_support_find_event (self->session, "Documents said"), DTL_ID_NONE);
  label = app_support_find_widget (GTK_WIDGET (self->pane), GTK_TYPE_LABEL, "edtf");
  g_assert_nonnull (dtl_evidence_pane_get_title (self->pane));
  g_assert_false (gtk_widget_get_visible (label));
}

/* --- heights ---------------------------------------------------------------------------------------------------- */

static gboolean
has_heights (gpointer data)
{
  return gtk_widget_get_height (app_support_find_widget (data, GTK_TYPE_SCROLLED_WINDOW, "facts")) > 1;
}

static GtkWidget *
settle_facts (Evidence *self)
{
  app_support_wait_for (has_heights, self->pane);
  app_support_settle ();
  return app_support_find_widget (GTK_WIDGET (self->pane), GTK_TYPE_SCROLLED_WINDOW, "facts");
}

static gboolean
is_cut (GtkWidget *scroller)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  return gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment);
}

static void
check_heights (Evidence *self, const char *title, int least_facts_percent)
{
  GtkWidget *facts, *bar;
  int height, words;

  dtl_session_select (self->session, app_support_find_event (self->session, title), DTL_ID_NONE);
  facts = settle_facts (self);
  height = gtk_widget_get_height (GTK_WIDGET (self->pane));
  words = gtk_widget_get_height (GTK_WIDGET (dtl_evidence_pane_get_source_view (self->pane)));
  bar = gtk_scrolled_window_get_vscrollbar (GTK_SCROLLED_WINDOW (facts));
  g_test_message ("%s: %d of %d px, words %d px", title, gtk_widget_get_height (facts), height, words);
  g_assert_cmpint (100 * gtk_widget_get_height (facts), >=, least_facts_percent * height);
  g_assert_cmpint (100 * gtk_widget_get_height (facts), <=, 65 * height);
  g_assert_cmpint (3 * words, >=, height);
  /* What is cut is seen to go on, whether or not somebody points at it. */
  g_assert_true (is_cut (facts) == gtk_widget_get_child_visible (bar));
  g_assert_false (gtk_scrolled_window_get_overlay_scrolling (GTK_SCROLLED_WINDOW (facts)));
}

/* Whether a date is halved by the end of what is seen of the facts. */
static gboolean
halves_date (GtkWidget *facts)
{
  GtkWidget *list = app_support_find_widget (facts, GTK_TYPE_LIST_BOX, "claims");
  int height = gtk_widget_get_height (facts);

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      graphene_rect_t box;

      g_assert_true (gtk_widget_compute_bounds (row, facts, &box));
      if (box.origin.y < height - 2 && box.origin.y + box.size.height > height + 2)
        return TRUE;
    }
  return FALSE;
}

/* Many dates get about half of the pane, none of them is halved, and the words to read keep a third of it. */
static void
test_heights (Evidence *self, gconstpointer data)
{
  static const char *const titles[] = { "Ban on US sales", "Updates, resale" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      check_heights (self, titles[i], 44);
      g_assert_false (halves_date (settle_facts (self)));
    }
}

/* Few facts take no more than they need. */
static void
test_heights_roomy (Evidence *self, gconstpointer data)
{
  GtkWidget *facts;

  gtk_widget_set_size_request (GTK_WIDGET (self->pane), -1, 1800);
  check_heights (self, "Kaspersky rejects the ban", 1);
  facts = settle_facts (self);
  g_assert_false (is_cut (facts));
  g_assert_cmpint (2 * gtk_widget_get_height (facts), <, gtk_widget_get_height (GTK_WIDGET (self->pane)));
}

int
main (int argc, char **argv)
{
  app_support_init (&argc, &argv);
  g_test_add_func ("/actors/checks", test_actor_checks);
  g_test_add_func ("/actors/families", test_actor_families);
  g_test_add_func ("/actors/names", test_actor_names);
  g_test_add_func ("/actors/many", test_many_actors);
  g_test_add_func ("/sources/many", test_many_sources);
#define add(path, func) g_test_add (path, Evidence, NULL, evidence_setup, func, evidence_teardown)
  add ("/evidence/nothing-selected", test_nothing_selected);
  add ("/evidence/lit-passages", test_lit_passages);
  add ("/evidence/passage-ends", test_passage_ends);
  add ("/evidence/summary-look", test_summary_look);
  add ("/evidence/place-chosen", test_place_chosen);
  add ("/evidence/undated", test_undated);
  add ("/evidence/heights", test_heights);
  add ("/evidence/heights-roomy", test_heights_roomy);
  return app_support_finish ();
}
