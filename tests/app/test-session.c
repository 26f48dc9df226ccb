/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the panes share: filter, selection and their signals; and the small helpers that know no widget. */
#include "app-support.h"

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

int
main (int argc, char **argv)
{
  app_support_init (&argc, &argv);
  g_test_add_func ("/session/filter", test_filter);
  g_test_add_func ("/session/last-actor", test_last_actor);
  g_test_add_func ("/session/selection", test_selection);
  g_test_add_func ("/session/case-changed", test_case_changed);
  g_test_add_func ("/words/extension", test_extension);
  g_test_add_func ("/words/issued", test_issued);
  return app_support_finish ();
}
