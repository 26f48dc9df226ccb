/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filter of a case of many events, of which a thread finds what it lets through. */
#include "app-support.h"

#include "app/dtl-session-private.h"
#include "service/dtl-document-private.h"

static void
count_cb (int *count)
{
  (*count)++;
}

static gboolean
has_filtered_cb (gpointer session)
{
  return !dtl_session_is_filtering (session);
}

/* A session of a case that counts as one of many events. */
static DtlSession *
new_session_of_many (void)
{
  DtlSession *session = app_support_new_session ();

  dtl_document_prepare (dtl_session_get_document (session));
  session->many_events = 1;
  return session;
}

static void
assert_same (DtlSession *session, DtlSession *other)
{
  DtlBitset *visible = dtl_session_get_visible (session);

  g_assert_cmpuint (dtl_bitset_count (visible), ==, dtl_bitset_count (dtl_session_get_visible (other)));
  g_assert_cmpuint (dtl_bitset_count_both (visible, dtl_session_get_visible (other)), ==, dtl_bitset_count (visible));
}

/* Nothing of another filter shows before all of it does. */
static void
test_filter_of_many (void)
{
  g_autoptr (DtlSession) session = new_session_of_many ();
  g_autoptr (DtlSession) plain = app_support_new_session ();
  DtlId kaspersky = app_support_find_actor (session, "Kaspersky");
  int n_changes = 0;

  g_signal_connect_swapped (session, "filter-changed", G_CALLBACK (count_cb), &n_changes);
  dtl_session_set_actor_on (session, kaspersky, FALSE);
  dtl_session_set_actor_on (plain, kaspersky, FALSE);
  g_assert_true (dtl_session_is_filtering (session));
  g_assert_false (dtl_session_is_actor_on (session, kaspersky));
  g_assert_true (dtl_filter_is_actor_on (dtl_session_get_filter (session), kaspersky));
  g_assert_cmpuint (dtl_session_get_n_hidden (session), ==, 0);
  g_assert_cmpint (n_changes, ==, 0);
  app_support_wait_for (has_filtered_cb, session);
  g_assert_cmpint (n_changes, ==, 1);
  g_assert_nonnull (dtl_session_get_lanes (session));
  g_assert_false (dtl_filter_is_actor_on (dtl_session_get_filter (session), kaspersky));
  assert_same (session, plain);
  g_assert_cmpuint (dtl_session_get_n_hidden (session), >, 0);
  dtl_session_show_all (session);
  dtl_session_show_all (session);
  app_support_wait_for (has_filtered_cb, session);
  g_assert_cmpint (n_changes, ==, 2);
  g_assert_cmpuint (dtl_session_get_n_hidden (session), ==, 0);
}

/* By the seed: whoever switches faster than the thread answers loses no switch, and sees what the last one leaves. */
static void
test_quick_switches (void)
{
  g_autoptr (DtlSession) session = new_session_of_many ();
  g_autoptr (DtlSession) plain = app_support_new_session ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  DtlActorTable *actors = dtl_document_get_actors (dtl_session_get_document (session));
  gint32 n_actors = (gint32) dtl_actor_table_get_size (actors);

  for (int round = 0; round < 12; round++)
    {
      for (int i = 0; i < 8; i++)
        {
          DtlId actor = dtl_actor_table_get (actors, (uint32_t) g_rand_int_range (rand, 0, n_actors))->id;
          gboolean is_on = !dtl_session_is_actor_on (plain, actor);

          dtl_session_set_actor_on (session, actor, is_on);
          dtl_session_set_actor_on (plain, actor, is_on);
          /* Sometimes an answer is there between two of them. */
          if (g_rand_boolean (rand))
            g_main_context_iteration (NULL, FALSE);
        }
      app_support_wait_for (has_filtered_cb, session);
      assert_same (session, plain);
    }
}

/* What was being found in columns that show no longer is not taken; the filter holds for the new ones at once. */
static void
test_filter_of_other_case (void)
{
  g_autoptr (DtlSession) session = new_session_of_many ();
  g_autoptr (DtlSession) plain = app_support_new_session ();
  DtlId kaspersky = app_support_find_actor (session, "Kaspersky");
  int n_changes = 0;

  dtl_session_set_known_on (plain, "2024-07-01", FALSE);
  dtl_session_set_actor_on (plain, kaspersky, FALSE);
  g_signal_connect_swapped (session, "filter-changed", G_CALLBACK (count_cb), &n_changes);
  dtl_session_set_actor_on (session, kaspersky, FALSE);
  dtl_session_set_known_on (session, "2024-07-01", FALSE);
  g_assert_false (dtl_session_is_filtering (session));
  g_assert_cmpint (n_changes, ==, 1);
  g_assert_null (dtl_session_get_lanes (session));
  assert_same (session, plain);
  app_support_settle ();
  g_assert_cmpint (n_changes, ==, 1);
  assert_same (session, plain);
}

/* Words that nobody searched for are asked for in the thread. */
static void
test_filter_by_words (void)
{
  g_autoptr (DtlSession) session = new_session_of_many ();
  g_autoptr (DtlSession) plain = app_support_new_session ();
  g_autoptr (DtlFilter) filter = dtl_filter_new ();

  filter->text = g_strdup ("ban");
  dtl_session_set_filter (session, filter);
  dtl_session_set_filter (plain, filter);
  g_assert_cmpuint (dtl_session_get_n_hidden (session), ==, 0);
  app_support_wait_for (has_filtered_cb, session);
  assert_same (session, plain);
  g_assert_cmpuint (dtl_session_get_n_hidden (session), >, 0);
}

/* A second session shows the same at once, whatever is still being found. */
static void
test_filter_of_session (void)
{
  g_autoptr (DtlSession) session = app_support_new_session ();
  g_autoptr (DtlSession) other = dtl_session_new (dtl_session_get_document (session));

  other->many_events = 1;
  dtl_session_set_actor_on (session, app_support_find_actor (session, "Kaspersky"), FALSE);
  dtl_session_set_actor_on (other, app_support_find_actor (session, "Best Buy"), FALSE);
  dtl_session_set_filter_of (other, session);
  g_assert_false (dtl_session_is_filtering (other));
  app_support_settle ();
  assert_same (other, session);
}

static void
test_dropped_filter (void)
{
  DtlSession *session = new_session_of_many ();

  dtl_session_set_actor_on (session, app_support_find_actor (session, "Kaspersky"), FALSE);
  g_object_unref (session);
  app_support_settle ();
}

/* What another filter hides is no longer among several that are selected. */
static void
test_chosen_of_many (void)
{
  g_autoptr (DtlSession) session = new_session_of_many ();
  guint n_chosen;

  dtl_session_choose_all (session);
  n_chosen = dtl_session_get_n_chosen (session);
  dtl_session_set_actor_on (session, app_support_find_actor (session, "Kaspersky"), FALSE);
  g_assert_cmpuint (dtl_session_get_n_chosen (session), ==, n_chosen);
  app_support_wait_for (has_filtered_cb, session);
  g_assert_cmpuint (dtl_session_get_n_chosen (session), ==, n_chosen - dtl_session_get_n_hidden (session));
  g_assert_cmpuint (dtl_session_get_n_hidden (session), >, 0);
}

int
main (int argc, char **argv)
{
  app_support_init (&argc, &argv);
  g_test_add_func ("/session-filter/filter-of-many", test_filter_of_many);
  g_test_add_func ("/session-filter/quick-switches", test_quick_switches);
  g_test_add_func ("/session-filter/filter-of-other-case", test_filter_of_other_case);
  g_test_add_func ("/session-filter/filter-by-words", test_filter_by_words);
  g_test_add_func ("/session-filter/filter-of-session", test_filter_of_session);
  g_test_add_func ("/session-filter/dropped-filter", test_dropped_filter);
  g_test_add_func ("/session-filter/chosen-of-many", test_chosen_of_many);
  return app_support_finish ();
}
