/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the panes share: filter, selection and their signals; and the small helpers that know no widget. */
#include "app-support.h"

#include <glib/gstdio.h>

#include "app/dtl-file-dialog.h"
#include "app/dtl-words.h"

static void
count_cb (int *count)
{
  (*count)++;
}

static void
test_filter (void)
{
  g_autoptr (DtlSession) session = app_support_new_session ();
  DtlId best_buy = app_support_find_actor (session, "Best Buy");
  int n_changes = 0;

  g_signal_connect_swapped (session, "filter-changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_true (dtl_session_has_all_actors (session));
  g_assert_cmpuint (dtl_session_get_n_hidden (session), ==, 0);

  dtl_session_set_actor_on (session, best_buy, TRUE);
  g_assert_cmpint (n_changes, ==, 0);
  dtl_session_set_actor_on (session, best_buy, FALSE);
  g_assert_cmpint (n_changes, ==, 1);
  g_assert_false (dtl_session_is_actor_on (session, best_buy));
  g_assert_false (dtl_session_has_all_actors (session));

  dtl_session_show_all (session);
  g_assert_cmpint (n_changes, ==, 2);
  g_assert_true (dtl_session_has_all_actors (session));
  dtl_session_show_all (session);
  g_assert_cmpint (n_changes, ==, 2);
}

/* An event hides only when the last of its actors is off. */
static void
test_last_actor (void)
{
  g_autoptr (DtlSession) session = app_support_new_session ();
  DtlActorTable *actors = dtl_document_get_actors (dtl_session_get_document (session));
  DtlId kaspersky = app_support_find_actor (session, "Kaspersky");
  guint n_events = dtl_document_get_columns (dtl_session_get_document (session))->n_events;

  for (uint32_t i = 0; i < dtl_actor_table_get_size (actors); i++)
    if (dtl_actor_table_get (actors, i)->id != kaspersky)
      dtl_session_set_actor_on (session, dtl_actor_table_get (actors, i)->id, FALSE);
  g_assert_cmpuint (dtl_session_get_n_hidden (session), >, 0);
  g_assert_cmpuint (dtl_session_get_n_hidden (session), <, n_events / 2);
  dtl_session_set_actor_on (session, kaspersky, FALSE);
  g_assert_cmpuint (dtl_session_get_n_hidden (session), >, n_events / 2);
}

static void
test_selection (void)
{
  g_autoptr (DtlSession) session = app_support_new_session ();
  DtlId event = app_support_find_event (session, "Ban on US sales");
  int n_changes = 0;

  g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_cmpuint (dtl_session_get_selected_row (session), ==, DTL_NO_ROW);
  dtl_session_select (session, event, DTL_ID_NONE);
  g_assert_cmpint (n_changes, ==, 1);
  g_assert_cmpint (dtl_session_get_selected (session), ==, event);
  g_assert_cmpuint (dtl_session_get_selected_row (session), !=, DTL_NO_ROW);
  dtl_session_select_row (session, dtl_session_get_selected_row (session));
  g_assert_cmpint (n_changes, ==, 1);
  dtl_session_select (session, event, 12345);
  g_assert_cmpint (n_changes, ==, 2);
  g_assert_cmpint (dtl_session_get_selected_passage (session), ==, 12345);
  dtl_session_select_row (session, DTL_NO_ROW);
  g_assert_cmpint (dtl_session_get_selected (session), ==, DTL_ID_NONE);
  g_assert_cmpint (n_changes, ==, 3);
}

/* When the case changes the selection stays with its event, and goes when the event is gone. */
static void
test_case_changed (void)
{
  g_autofree char *path = app_support_make_case ("changing.dateline", "Changing");
  g_autoptr (DtlDocument) document = dtl_document_open (path, NULL);
  g_autoptr (DtlSession) session = dtl_session_new (document);
  g_autoptr (GError) error = NULL;
  DtlId event = dtl_document_get_columns (document)->id[0];
  int n_changes = 0;

  g_signal_connect_swapped (session, "case-changed", G_CALLBACK (count_cb), &n_changes);
  dtl_session_select (session, event, DTL_ID_NONE);
  dtl_document_ensure_working_copy (document, &error);
  g_assert_no_error (error);
  dtl_store_begin (dtl_document_get_store (document), "Rename", "", 2, &error);
  dtl_store_set_title (dtl_document_get_store (document), "Renamed", &error);
  dtl_store_commit (dtl_document_get_store (document), &error);
  dtl_document_publish (document, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n_changes, >=, 1);
  g_assert_cmpint (dtl_session_get_selected (session), ==, event);

  dtl_store_begin (dtl_document_get_store (document), "Delete", "", 3, &error);
  dtl_store_delete_event (dtl_document_get_store (document), event, &error);
  dtl_store_commit (dtl_document_get_store (document), &error);
  dtl_document_publish (document, &error);
  g_assert_no_error (error);
  g_assert_cmpint (dtl_session_get_selected (session), ==, DTL_ID_NONE);
  g_assert_cmpuint (dtl_session_get_visible (session)->n_bits, ==, 0);
}

/* --- search ----------------------------------------------------------------------------------------------------- */

static gboolean
has_answer_cb (gpointer session)
{
  return !dtl_session_is_searching (session);
}

static void
search (DtlSession *session, const char *words)
{
  dtl_session_search (session, words);
  app_support_wait_for (has_answer_cb, session);
}

static void
test_search (void)
{
  g_autoptr (DtlSession) session = app_support_new_session ();
  uint32_t ban = 0;
  int n_changes = 0;

  g_signal_connect_swapped (session, "search-changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_null (dtl_session_get_hits (session));
  g_assert_cmpuint (dtl_session_get_n_hits (session), ==, 0);
  g_assert_false (dtl_session_step_hit (session, 1));

  g_assert_true (dtl_session_search (session, "  ban "));
  g_assert_cmpint (n_changes, ==, 1);
  g_assert_true (dtl_session_is_searching (session));
  g_assert_cmpstr (dtl_session_get_search_words (session), ==, "ban");
  app_support_wait_for (has_answer_cb, session);
  g_assert_cmpint (n_changes, ==, 2);
  dtl_session_select (session, app_support_find_event (session, "Ban on US sales"), DTL_ID_NONE);
  ban = dtl_session_get_selected_row (session);
  g_assert_true (dtl_bitset_get (dtl_session_get_hits (session), ban));
  g_assert_cmpuint (dtl_session_get_n_hits (session), >, 1);
  g_assert_cmpuint (dtl_session_get_n_hits (session), <, dtl_session_get_visible (session)->n_bits);
  g_assert_cmpuint (dtl_session_get_hit_position (session), >=, 1);
  g_assert_false (dtl_session_search (session, "ban"));
  g_assert_cmpint (n_changes, ==, 2);

  dtl_session_search (session, " ");
  g_assert_cmpint (n_changes, ==, 3);
  g_assert_null (dtl_session_get_search_words (session));
  g_assert_null (dtl_session_get_hits (session));
  g_assert_false (dtl_session_is_searching (session));
}

/* Whoever types faster than the store answers gets the answer to the last words alone. */
static void
test_older_searches (void)
{
  g_autoptr (DtlSession) session = app_support_new_session ();
  int n_changes = 0;

  g_signal_connect_swapped (session, "search-changed", G_CALLBACK (count_cb), &n_changes);
  for (int i = 0; i < 20; i++)
    dtl_session_search (session, i % 2 == 0 ? "ban" : "kaspersky");
  search (session, "nobodysword");
  app_support_settle ();
  g_assert_cmpint (n_changes, ==, 22);
  g_assert_cmpuint (dtl_session_get_n_hits (session), ==, 0);
  g_assert_cmpuint (dtl_bitset_count (dtl_session_get_hits (session)), ==, 0);
}

static void
test_dropped_search (void)
{
  DtlSession *session = app_support_new_session ();

  dtl_session_search (session, "ban");
  g_object_unref (session);
  app_support_settle ();
}

static void
test_stepping (void)
{
  g_autoptr (DtlSession) session = app_support_new_session ();
  uint32_t before = 0;
  guint n_hits;

  search (session, "ban");
  n_hits = dtl_session_get_n_hits (session);
  for (guint i = 1; i <= n_hits; i++)
    {
      g_assert_true (dtl_session_step_hit (session, 1));
      g_assert_cmpuint (dtl_session_get_hit_position (session), ==, i);
      g_assert_true (i == 1 || dtl_session_get_selected_row (session) > before);
      before = dtl_session_get_selected_row (session);
    }
  g_assert_true (dtl_session_step_hit (session, 1));
  g_assert_cmpuint (dtl_session_get_hit_position (session), ==, 1);
  g_assert_true (dtl_session_step_hit (session, -1));
  g_assert_cmpuint (dtl_session_get_hit_position (session), ==, n_hits);
  dtl_session_select_row (session, DTL_NO_ROW);
  g_assert_true (dtl_session_step_hit (session, -1));
  g_assert_cmpuint (dtl_session_get_hit_position (session), ==, n_hits);
}

/* What the filter hides is found all the same, and told apart; words that hide need no second search. */
static void
test_hits_and_filter (void)
{
  g_autoptr (DtlSession) session = app_support_new_session ();
  g_autoptr (DtlFilter) filter = dtl_filter_new ();
  guint n_hits, n_all;

  search (session, "ban");
  n_all = dtl_session_get_n_hits (session);
  g_assert_cmpuint (dtl_session_get_n_hidden_hits (session), ==, 0);
  dtl_session_set_actor_on (session, app_support_find_actor (session, "Department of Commerce"), FALSE);
  dtl_session_set_actor_on (session, app_support_find_actor (session, "Kaspersky"), FALSE);
  n_hits = dtl_session_get_n_hits (session);
  g_assert_cmpuint (n_hits, <, n_all);
  g_assert_cmpuint (dtl_session_get_n_hidden_hits (session), ==, n_all - n_hits);

  filter->text = g_strdup ("ban");
  dtl_session_set_filter (session, filter);
  g_assert_cmpuint (dtl_bitset_count (dtl_session_get_visible (session)), ==, n_all);
  dtl_session_search (session, "kaspersky");
  g_assert_cmpuint (dtl_bitset_count (dtl_session_get_visible (session)), ==, n_all);
}

/* The words of a passage lead to that passage. */
static void
test_hit_in_a_passage (void)
{
  g_autoptr (DtlSession) session = app_support_new_session ();
  DtlStore *store = dtl_document_get_store (dtl_session_get_document (session));
  gboolean was_inside = FALSE;

  search (session, "ban");
  for (guint i = 0; i < dtl_session_get_n_hits (session); i++)
    {
      g_autoptr (DtlPassage) passage = NULL;
      const DtlAnchor *anchor = NULL;

      dtl_session_step_hit (session, 1);
      if (dtl_session_get_selected_passage (session) == DTL_ID_NONE)
        continue;
      passage = dtl_store_get_passage (store, dtl_session_get_selected_passage (session), NULL);
      for (guint j = 0; j < dtl_session_get_places (session)->len; j++)
        {
          const DtlTextHit *place = &g_array_index (dtl_session_get_places (session), DtlTextHit, j);

          anchor = place->source == passage->source ? dtl_passage_get_anchor (passage, place->text) : NULL;
          was_inside |= anchor != NULL && place->is_in_passage && anchor->start_cp <= place->start_cp &&
                        place->end_cp <= anchor->end_cp;
        }
    }
  g_assert_true (was_inside);
}

static void
test_places_outside (void)
{
  g_autoptr (DtlSession) session = app_support_new_session ();
  guint n_outside;
  int n_shown = 0;

  g_signal_connect_swapped (session, "place-shown", G_CALLBACK (count_cb), &n_shown);
  g_assert_false (dtl_session_step_outside (session, 1));
  search (session, "the");
  n_outside = dtl_session_get_n_outside (session);
  g_assert_cmpuint (n_outside, >, 1);
  g_assert_cmpuint (dtl_session_get_outside_position (session), ==, 0);
  g_assert_null (dtl_session_get_place (session));
  for (guint i = 1; i <= n_outside; i++)
    {
      g_assert_true (dtl_session_step_outside (session, 1));
      g_assert_cmpuint (dtl_session_get_outside_position (session), ==, i);
      g_assert_false (dtl_session_get_place (session)->is_in_passage);
    }
  g_assert_cmpint (n_shown, ==, (int) n_outside);
  dtl_session_step_outside (session, 1);
  g_assert_cmpuint (dtl_session_get_outside_position (session), ==, 1);
  dtl_session_step_outside (session, -1);
  g_assert_cmpuint (dtl_session_get_outside_position (session), ==, n_outside);
}

/* A case whose file is gone is searched all the same. */
static void
test_search_without_file (void)
{
  g_autofree char *path = app_support_make_case ("gone.dateline", "Gone");
  g_autoptr (DtlDocument) document = dtl_document_open (path, NULL);
  g_autoptr (DtlSession) session = dtl_session_new (document);

  g_remove (path);
  search (session, "gone");
  g_assert_cmpuint (dtl_session_get_n_hits (session), >, 0);
}

static void
test_extension (void)
{
  static const struct
  {
    const char *path;
    const char *expected;
  } rows[] = {
    { "/a/b", "/a/b.png" },         { "/a/b.pdf", "/a/b.pdf" },   { "/a.b/c", "/a.b/c.png" },
    { "/a/.b", "/a/.b.png" },       { "/a/b.", "/a/b..png" },     { "/a/Vol. 2 done", "/a/Vol. 2 done.png" },
    { "/a/b.c.svg", "/a/b.c.svg" }, { "/a/b.webp", "/a/b.webp" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = dtl_file_dialog_with_extension (rows[i].path, "png");

      g_assert_cmpstr (path, ==, rows[i].expected);
    }
}

static void
test_issued (void)
{
  static const struct
  {
    const char *edtf;
    DtlBasis basis;
    const char *expected;
  } rows[] = {
    { "2024-06-20", DTL_BASIS_STATED, "20 June 2024" },
    { "2024-06-20", DTL_BASIS_SUPPLIED, "[20 June 2024]" },
    { NULL, DTL_BASIS_STATED, "undated" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DtlSource) source = dtl_source_new ();
      g_autofree char *words = NULL;

      source->issued_edtf = g_strdup (rows[i].edtf);
      source->issued_basis = rows[i].basis;
      words = dtl_words_issued (source);
      g_assert_cmpstr (words, ==, rows[i].expected);
    }
}

static void
count_selection_cb (guint *n)
{
  (*n)++;
}

/* Several events are a set with one that leads; the filter takes events out of it, and one alone is no set. */
static void
test_chosen (void)
{
  g_autoptr (DtlSession) session = app_support_new_session ();
  DtlBitset *visible = dtl_session_get_visible (session);
  g_autoptr (DtlBitset) rows = dtl_bitset_new (visible->n_bits, FALSE);
  g_autoptr (DtlFilter) filter = dtl_filter_new ();
  DtlColumns *columns = dtl_document_get_columns (dtl_session_get_document (session));
  guint n_signals = 0;

  g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (count_selection_cb), &n_signals);
  for (uint32_t row = 2; row < 6; row++)
    dtl_bitset_set (rows, row, TRUE);
  dtl_session_choose (session, rows, 4);
  g_assert_cmpuint (n_signals, ==, 1);
  g_assert_cmpuint (dtl_session_get_n_chosen (session), ==, 4);
  g_assert_cmpuint (dtl_session_get_selected_row (session), ==, 4);
  dtl_session_toggle_chosen (session, 4);
  g_assert_cmpuint (dtl_session_get_n_chosen (session), ==, 3);
  g_assert_cmpuint (dtl_session_get_selected_row (session), ==, 2);
  dtl_session_toggle_chosen (session, 7);
  g_assert_cmpuint (dtl_session_get_selected_row (session), ==, 7);
  g_assert_true (dtl_session_is_chosen (session, 7));
  g_assert_false (dtl_session_is_chosen (session, 4));
  /* Only some of them show. */
  dtl_filter_set_only_events (filter, (DtlId[]){ columns->id[5], columns->id[3] }, 2);
  dtl_session_set_filter (session, filter);
  g_assert_cmpuint (dtl_bitset_count (dtl_session_get_visible (session)), ==, 2);
  g_assert_cmpuint (dtl_session_get_n_chosen (session), ==, 2);
  dtl_session_show_all (session);
  g_assert_cmpuint (dtl_session_get_n_chosen (session), ==, 2);
  /* Selecting one event ends the set, also one of it. */
  dtl_session_select_row (session, 5);
  g_assert_null (dtl_session_get_chosen (session));
  g_assert_cmpuint (dtl_session_get_n_chosen (session), ==, 1);
  dtl_session_choose_all (session);
  g_assert_cmpuint (dtl_session_get_n_chosen (session), ==, columns->n_events);
  dtl_session_select (session, DTL_ID_NONE, DTL_ID_NONE);
  g_assert_cmpuint (dtl_session_get_n_chosen (session), ==, 0);
}

int
main (int argc, char **argv)
{
  app_support_init (&argc, &argv);
  g_test_add_func ("/session/chosen", test_chosen);
  g_test_add_func ("/session/filter", test_filter);
  g_test_add_func ("/session/last-actor", test_last_actor);
  g_test_add_func ("/session/selection", test_selection);
  g_test_add_func ("/session/case-changed", test_case_changed);
  g_test_add_func ("/session/search", test_search);
  g_test_add_func ("/session/older-searches", test_older_searches);
  g_test_add_func ("/session/dropped-search", test_dropped_search);
  g_test_add_func ("/session/stepping", test_stepping);
  g_test_add_func ("/session/hits-and-filter", test_hits_and_filter);
  g_test_add_func ("/session/hit-in-a-passage", test_hit_in_a_passage);
  g_test_add_func ("/session/places-outside", test_places_outside);
  g_test_add_func ("/session/search-without-file", test_search_without_file);
  g_test_add_func ("/words/extension", test_extension);
  g_test_add_func ("/words/issued", test_issued);
  return app_support_finish ();
}
