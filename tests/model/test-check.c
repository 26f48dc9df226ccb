/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checker, rule by rule: what is found, of which grade, and what is left in peace. */
#include "model/dtl-check.h"

#include "model-fixture.h"

#include <string.h>

typedef struct
{
  DtlEvent *event;
  GHashTable *claims;
  GPtrArray *findings;
} Fixture;

static void
setup (Fixture *fixture, gconstpointer data)
{
  fixture->event = dtl_event_new ();
  fixture->event->id = 7;
  fixture->event->title = g_strdup ("Updates end");
  g_ptr_array_add (fixture->event->evidence, dtl_evidence_new (3, DTL_STANCE_SUPPORTS));
  fixture->claims = g_hash_table_new (g_int64_hash, g_int64_equal);
  fixture->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_finding_free);
}

static void
teardown (Fixture *fixture, gconstpointer data)
{
  g_hash_table_unref (fixture->claims);
  g_ptr_array_unref (fixture->findings);
  dtl_event_free (fixture->event);
}

static DtlClaim *
claim (Fixture *fixture, DtlId id, DtlClaimRole role, const char *edtf, DtlStanding standing, DtlLimit limit)
{
  DtlClaim *added = add_claim (fixture->event, id, role, edtf, standing);

  added->limit = limit;
  g_hash_table_insert (fixture->claims, &added->id, added);
  return added;
}

/* @expected: "rule:grade rule:grade", in the order found. */
static void
assert_finds (Fixture *fixture, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  g_ptr_array_set_size (fixture->findings, 0);
  dtl_check_event (fixture->event, fixture->claims, fixture->findings);
  for (guint i = 0; i < fixture->findings->len; i++)
    {
      const DtlFinding *finding = g_ptr_array_index (fixture->findings, i);

      g_string_append_printf (found, "%s%s:%s", i > 0 ? " " : "", finding->rule, dtl_grade_name (finding->grade));
      g_assert_cmpint (finding->event, ==, 7);
      g_assert_true (g_utf8_validate (finding->message, -1, NULL));
      g_assert_nonnull (strstr (finding->message, fixture->event->title));
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_no_passage (Fixture *fixture, gconstpointer data)
{
  assert_finds (fixture, "");
  g_ptr_array_set_size (fixture->event->evidence, 0);
  assert_finds (fixture, "no_passage:warning");
  claim (fixture, 1, DTL_ROLE_OCCURRED, "2024", DTL_STANDING_ACCEPTED, DTL_LIMIT_NONE)->passage = 3;
  assert_finds (fixture, "");
}

static void
test_end_before_start (void)
{
  static const struct
  {
    const char *start, *end, *expected;
  } rows[] = {
    { "2018", "[2020..2024]", "" },
    { "2018", "2017", "end_before_start:contradicts" },
    { "2018", "2018", "" },
    { "2018-06", "2018", "" },
    { "2018-06-02", "2018-06-01", "end_before_start:contradicts" },
    { "2018/..", "2019", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Fixture fixture;

      setup (&fixture, NULL);
      claim (&fixture, 1, DTL_ROLE_BEGAN, rows[i].start, DTL_STANDING_ACCEPTED, DTL_LIMIT_NONE);
      claim (&fixture, 2, DTL_ROLE_ENDED, rows[i].end, DTL_STANDING_ACCEPTED, DTL_LIMIT_NONE);
      assert_finds (&fixture, rows[i].expected);
      teardown (&fixture, NULL);
    }
}

/* Two stated claims of one role. */
static void
test_stated (void)
{
  static const struct
  {
    const char *first;
    DtlLimit first_limit;
    const char *second;
    DtlLimit second_limit;
    DtlStanding second_standing;
    const char *expected;
  } rows[] = {
    { "2024-09-29", 0, "[2024-09-21..2024-09-30]", 0, DTL_STANDING_COMPETING, "" },
    { "2024-09-29", 0, "2024-09-30", 0, DTL_STANDING_COMPETING, "sources_contradict:contradicts" },
    { "2024-09-29", 0, "[2024-09-30..]", 0, DTL_STANDING_COMPETING, "sources_contradict:contradicts" },
    { "2024-09-29", 0, "2024-09-30", 0, DTL_STANDING_REJECTED, "" },
    { "2024-09-29", 0, "2024-09-30", 0, DTL_STANDING_ACCEPTED, "accepted_exclude:contradicts" },
    { "2024-09-29", 0, "2024-09", 0, DTL_STANDING_ACCEPTED, "" },
    { "2024-09-29", DTL_LIMIT_FIRST_IN_FORCE, "2024-09-29", DTL_LIMIT_LAST_ALLOWED, DTL_STANDING_COMPETING,
      "sources_contradict:contradicts" },
    { "2024-09-29", DTL_LIMIT_FIRST_IN_FORCE, "2024-09-28", DTL_LIMIT_LAST_ALLOWED, DTL_STANDING_COMPETING,
      "sources_differ:differs" },
    { "2024-09-29", DTL_LIMIT_LAST_ALLOWED, "2024-09-29", DTL_LIMIT_LAST_ALLOWED, DTL_STANDING_COMPETING, "" },
    { "2024-09-29", DTL_LIMIT_FIRST_IN_FORCE, "2024-09-29", DTL_LIMIT_NONE, DTL_STANDING_COMPETING, "" },
    { "2024-09-29", 0, "never", 0, DTL_STANDING_COMPETING, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Fixture fixture;

      setup (&fixture, NULL);
      claim (&fixture, 1, DTL_ROLE_EFFECTIVE, rows[i].first, DTL_STANDING_ACCEPTED, rows[i].first_limit);
      claim (&fixture, 2, DTL_ROLE_EFFECTIVE, rows[i].second, rows[i].second_standing, rows[i].second_limit);
      claim (&fixture, 3, DTL_ROLE_ANNOUNCED, "1999", DTL_STANDING_ACCEPTED, 0);
      assert_finds (&fixture, rows[i].expected);
      teardown (&fixture, NULL);
    }
}

/* 100 days after 20 June compute to 28 September. */
static void
test_derived (void)
{
  static const struct
  {
    const char *stated, *expected;
  } rows[] = {
    { "2024-09-28", "derived_agrees:agrees" },           { "[2024-09-21..2024-09-30]", "derived_agrees:agrees" },
    { "2024-09-29", "derived_differs:differs" },         { "2024-09-27", "derived_differs:differs" },
    { "2024-09-30", "derived_contradicts:contradicts" }, { "[2024-09-30..]", "derived_contradicts:contradicts" },
    { "2024-09-26", "derived_contradicts:contradicts" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Fixture fixture;
      DtlClaim *derived;

      setup (&fixture, NULL);
      claim (&fixture, 1, DTL_ROLE_ANNOUNCED, "2024-06-20", DTL_STANDING_ACCEPTED, DTL_LIMIT_NONE);
      claim (&fixture, 2, DTL_ROLE_EFFECTIVE, rows[i].stated, DTL_STANDING_ACCEPTED, DTL_LIMIT_FIRST_IN_FORCE);
      derived = claim (&fixture, 3, DTL_ROLE_EFFECTIVE, "2024-09-28", DTL_STANDING_COMPETING, DTL_LIMIT_NONE);
      set_rule (derived, 1, 100, DTL_UNIT_DAYS);
      assert_finds (&fixture, rows[i].expected);
      g_assert_nonnull (strstr (((DtlFinding *) fixture.findings->pdata[0])->message, "100 days after 20 June 2024"));
      teardown (&fixture, NULL);
    }
}

static void
test_claims_named (Fixture *fixture, gconstpointer data)
{
  const DtlFinding *finding;

  claim (fixture, 4, DTL_ROLE_OCCURRED, "2024", DTL_STANDING_ACCEPTED, DTL_LIMIT_NONE);
  claim (fixture, 5, DTL_ROLE_OCCURRED, "2025", DTL_STANDING_COMPETING, DTL_LIMIT_NONE);
  assert_finds (fixture, "sources_contradict:contradicts");
  finding = g_ptr_array_index (fixture->findings, 0);
  g_assert_cmpuint (finding->claims->len, ==, 2);
  g_assert_cmpint (g_array_index (finding->claims, DtlId, 0), ==, 4);
  g_assert_cmpint (g_array_index (finding->claims, DtlId, 1), ==, 5);
}

/* The same day told twice is no contradiction, unless the message says what the day means. */
static void
test_limits_told (Fixture *fixture, gconstpointer data)
{
  const char *message;

  claim (fixture, 4, DTL_ROLE_EFFECTIVE, "2024-09-29", DTL_STANDING_ACCEPTED, DTL_LIMIT_FIRST_IN_FORCE);
  claim (fixture, 5, DTL_ROLE_EFFECTIVE, "2024-09-29", DTL_STANDING_COMPETING, DTL_LIMIT_LAST_ALLOWED);
  assert_finds (fixture, "sources_contradict:contradicts");
  message = ((DtlFinding *) fixture->findings->pdata[0])->message;
  g_assert_nonnull (strstr (message, "29 September 2024 (first day in force)"));
  g_assert_nonnull (strstr (message, "29 September 2024 (last day allowed)"));
}

static void
test_title (void)
{
  static const struct
  {
    const char *title;
    DtlAssertion assertion;
    const char *expected;
  } rows[] = {
    { "Russia reads the servers", DTL_ASSERTION_FACT, "" },
    { "Russia reads the servers", DTL_ASSERTION_ALLEGED, "title_asserts:warning" },
    { "Russia said to read the servers", DTL_ASSERTION_ALLEGED, "" },
    { "Reading of servers (Alleged)", DTL_ASSERTION_ALLEGED, "" },
    { "Senator accuses Russia", DTL_ASSERTION_ALLEGED, "" },
    { "Denmark reads the servers", DTL_ASSERTION_ALLEGED, "title_asserts:warning" },
    { "Россия читает", DTL_ASSERTION_ALLEGED, "title_asserts:warning" },
    { "Россия, по словам сенатора, читает", DTL_ASSERTION_ALLEGED, "" },
    { "Russland liest die Server", DTL_ASSERTION_ALLEGED, "title_asserts:warning" },
    { "Russland soll die Server lesen", DTL_ASSERTION_ALLEGED, "" },
    { "La Russie lit les serveurs", DTL_ASSERTION_ALLEGED, "title_asserts:warning" },
    { "La Russie lirait les serveurs, alléguait-elle", DTL_ASSERTION_ALLEGED, "" },
    { "ロシアが読む", DTL_ASSERTION_ALLEGED, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Fixture fixture;

      setup (&fixture, NULL);
      g_free (fixture.event->title);
      fixture.event->title = g_strdup (rows[i].title);
      fixture.event->assertion = rows[i].assertion;
      assert_finds (&fixture, rows[i].expected);
      teardown (&fixture, NULL);
    }
}

static void
assert_finds_in_sources (Fixture *fixture, GHashTable *sources, GHashTable *passages, const char *expected)
{
  g_ptr_array_set_size (fixture->findings, 0);
  dtl_check_event_sources (fixture->event, fixture->claims, sources, passages, fixture->findings);
  if (expected == NULL)
    g_assert_cmpuint (fixture->findings->len, ==, 0);
  else
    {
      g_assert_cmpuint (fixture->findings->len, ==, 1);
      g_assert_cmpstr (((DtlFinding *) fixture->findings->pdata[0])->rule, ==, expected);
    }
}

static void
test_supplied_issued (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) sources = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (DtlSource) source = dtl_source_new ();
  DtlClaim *first = claim (fixture, 1, DTL_ROLE_ANNOUNCED, "2024", DTL_STANDING_ACCEPTED, DTL_LIMIT_NONE);

  source->id = 50;
  source->issued_edtf = g_strdup ("2024");
  source->issued_basis = DTL_BASIS_SUPPLIED;
  g_hash_table_insert (sources, &source->id, source);
  assert_finds_in_sources (fixture, sources, NULL, NULL);
  set_rule (first, DTL_ID_NONE, 0, DTL_UNIT_YEARS);
  first->rule.anchor_source = 50;
  assert_finds_in_sources (fixture, sources, NULL, "supplied_issued");
  source->issued_basis = DTL_BASIS_STATED;
  assert_finds_in_sources (fixture, sources, NULL, NULL);
}

static void
test_only_summaries (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) sources = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) passages = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (DtlSource) source = dtl_source_new ();
  g_autoptr (DtlPassage) passage = dtl_passage_new ();
  DtlSourceText *text = dtl_source_text_new ();
  DtlAnchor *anchor = dtl_anchor_new ();

  source->id = 50;
  text->id = 60;
  text->kind = DTL_TEXT_FULL;
  g_ptr_array_add (source->texts, text);
  passage->id = 3;
  passage->source = 50;
  anchor->text = 60;
  g_ptr_array_add (passage->anchors, anchor);
  g_hash_table_insert (sources, &source->id, source);
  g_hash_table_insert (passages, &passage->id, passage);
  assert_finds_in_sources (fixture, sources, passages, "only_summary_passages");
  text->is_present = TRUE;
  assert_finds_in_sources (fixture, sources, passages, NULL);
}

/* A line of a table can be looked up; a source alone cannot. */
static void
test_no_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) sources = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) passages = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (DtlPassage) passage = dtl_passage_new ();

  passage->id = 3;
  g_hash_table_insert (passages, &passage->id, passage);
  assert_finds_in_sources (fixture, sources, passages, "passage_without_words");
  passage->line = 7;
  assert_finds_in_sources (fixture, sources, passages, NULL);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, setup, test, teardown);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/model/check/no-passage", test_no_passage);
  g_test_add_func ("/model/check/end-before-start", test_end_before_start);
  g_test_add_func ("/model/check/stated", test_stated);
  g_test_add_func ("/model/check/derived", test_derived);
  add ("/model/check/claims-named", test_claims_named);
  add ("/model/check/limits-told", test_limits_told);
  g_test_add_func ("/model/check/title", test_title);
  add ("/model/check/supplied-issued", test_supplied_issued);
  add ("/model/check/only-summaries", test_only_summaries);
  add ("/model/check/no-words", test_no_words);
  return g_test_run ();
}
