/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checker, rule by rule: what is found, of which grade, and what is left in peace. */
#include "model/dtl-check.h"
#include "model/dtl-derive.h"

#include "model-fixture.h"

#include <string.h>

typedef struct
{
  DtlEvent *event;
  GHashTable *claims;
  GHashTable *sources; /* NULL but where a rule counts from one */
  GPtrArray *findings;
} Fixture;

static void
setup (Fixture *fixture, gconstpointer data)
{
  fixture->event = dtl_event_new ();
  fixture->event->id = 7;
  fixture->event->title = g_strdup ("Updates end");
  g_ptr_array_add (fixture->event->evidence, dtl_evidence_new (3, DTL_STANCE_SUPPORTS));
  fixture->sources = NULL;
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
  dtl_check_event (fixture->event, fixture->claims, fixture->sources, fixture->findings);
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

/* Each row: a rule from an anchor, which must give @computed, beside what is told; the grade, and words of the message
 * that name what explains the difference. */
static void
test_countings (void)
{
  enum
  {
    NOT = DTL_COUNTING_ANCHOR_NOT_COUNTED,
    COUNTED = DTL_COUNTING_ANCHOR_COUNTED,
    LAST = DTL_LIMIT_LAST_ALLOWED,
    FIRST = DTL_LIMIT_FIRST_IN_FORCE
  };
  static const struct
  {
    const char *anchor;
    int amount;
    DtlTimeUnit unit;
    int counting;
    DtlMonthEnd month_end;
    DtlCalendarKind calendar;
    int limit;
    const char *computed;
    const char *told;
    int told_limit;
    DtlGrade grade;
    const char *words;
  } rows[] = {
    /* The same day, and what has room for it. */
    { "2024-06-20", 30, DTL_UNIT_DAYS, NOT, 0, 0, 0, "2024-07-20", "2024-07-20", 0, DTL_GRADE_AGREES, "agrees with" },
    { "2024-06-20", 30, DTL_UNIT_DAYS, NOT, 0, 0, 0, "2024-07-20", "2024-07", 0, DTL_GRADE_AGREES, "July 2024" },
    { "2024-06-20", 30, DTL_UNIT_DAYS, NOT, 0, 0, 0, "2024-07-20", "2024", 0, DTL_GRADE_AGREES, "2024" },
    { "2024-06-20", 30, DTL_UNIT_DAYS, NOT, 0, 0, 0, "2024-07-20", "2024-07-20?", 0, DTL_GRADE_AGREES, "agrees" },
    { "2024-06-20", 30, DTL_UNIT_DAYS, NOT, 0, 0, 0, "2024-07-20", "2024-07-20~", 0, DTL_GRADE_AGREES, "agrees" },
    { "2024-06-20", 30, DTL_UNIT_DAYS, NOT, 0, 0, 0, "2024-07-20", "[2024-07-11..2024-07-20]", 0, DTL_GRADE_AGREES,
      "agrees" },
    { "2024-06-20", 30, DTL_UNIT_DAYS, NOT, 0, 0, 0, "2024-07-20", "2024-07-15/2024-08-01", 0, DTL_GRADE_AGREES,
      "agrees" },
    { "2024-06-20", 30, DTL_UNIT_DAYS, NOT, 0, 0, 0, "2024-07-20", "../2024-07-20", 0, DTL_GRADE_AGREES, "agrees" },
    { "2024-06-20", 30, DTL_UNIT_DAYS, NOT, 0, 0, 0, "2024-07-20", "[2024-07-01..]", 0, DTL_GRADE_AGREES, "agrees" },
    { "2024-06", 30, DTL_UNIT_DAYS, NOT, 0, 0, 0, "[2024-07-01..2024-07-30]", "2024-07-20", 0, DTL_GRADE_AGREES,
      "agrees" },
    { "2024-06-20", 30, DTL_UNIT_DAYS, NOT, 0, 0, LAST, "2024-07-20", "2024-07-20", LAST, DTL_GRADE_AGREES, "agrees" },
    /* Whether the first day counts. */
    { "2024-06-20", 30, DTL_UNIT_DAYS, NOT, 0, 0, 0, "2024-07-20", "2024-07-19", 0, DTL_GRADE_DIFFERS,
      "that day counted: 19 July 2024" },
    { "2024-06-20", 30, DTL_UNIT_DAYS, COUNTED, 0, 0, 0, "2024-07-19", "2024-07-20", 0, DTL_GRADE_DIFFERS,
      "that day not counted: 20 July 2024" },
    { "2024-06-20", 4, DTL_UNIT_WEEKS, NOT, 0, 0, 0, "2024-07-18", "2024-07-17", 0, DTL_GRADE_DIFFERS,
      "Whether the first day counts" },
    { "2024-06-20", -30, DTL_UNIT_DAYS, NOT, 0, 0, 0, "2024-05-21", "2024-05-22", 0, DTL_GRADE_DIFFERS,
      "30 days before 20 June 2024, that day counted" },
    { "2024-01-01", 3, DTL_UNIT_MONTHS, NOT, 0, 0, 0, "2024-04-01", "2024-03-31", 0, DTL_GRADE_DIFFERS,
      "that day counted: 31 March 2024" },
    { "2024-06-20", 10, DTL_UNIT_BUSINESS_DAYS, NOT, 0, 0, 0, "2024-07-04", "2024-07-03", 0, DTL_GRADE_DIFFERS,
      "Whether the first day counts" },
    { "2024-06-20", 30, DTL_UNIT_DAYS, COUNTED, 0, 0, 0, "2024-07-19", "2024-07-18", 0, DTL_GRADE_CONTRADICTS,
      "No way of counting" },
    /* The last day of a period, and the first after it. */
    { "2024-06-20", 100, DTL_UNIT_DAYS, NOT, 0, 0, 0, "2024-09-28", "2024-09-29", FIRST, DTL_GRADE_DIFFERS,
      "the last day of a period" },
    { "2024-06-20", 100, DTL_UNIT_DAYS, NOT, 0, 0, 0, "2024-09-28", "2024-09-29", 0, DTL_GRADE_DIFFERS,
      "the first day after it" },
    { "2024-06-20", 100, DTL_UNIT_DAYS, NOT, 0, 0, LAST, "2024-09-28", "2024-09-29", FIRST, DTL_GRADE_DIFFERS,
      "28 September 2024 (last day allowed) (100 days after" },
    { "2024-06-20", 1, DTL_UNIT_MONTHS, NOT, 0, 0, 0, "2024-07-20", "2024-07-21", 0, DTL_GRADE_DIFFERS,
      "the first day after it" },
    { "2024-06-20", 100, DTL_UNIT_DAYS, COUNTED, 0, 0, FIRST, "2024-09-27", "2024-09-26", LAST, DTL_GRADE_DIFFERS,
      "the last day of a period" },
    { "2024-06-20", 100, DTL_UNIT_DAYS, NOT, 0, 0, FIRST, "2024-09-28", "2024-09-28", LAST, DTL_GRADE_CONTRADICTS,
      "28 September 2024 (first day in force)" },
    { "2024-06-20", 100, DTL_UNIT_DAYS, NOT, 0, 0, 0, "2024-09-28", "2024-09-30", 0, DTL_GRADE_CONTRADICTS,
      "No way of counting" },
    { "2024-06-20", 100, DTL_UNIT_DAYS, NOT, 0, 0, 0, "2024-09-28", "2024-10", 0, DTL_GRADE_CONTRADICTS, "October" },
    { "2024-06-20", 100, DTL_UNIT_DAYS, NOT, 0, 0, 0, "2024-09-28", "[2024-09-30..]", 0, DTL_GRADE_CONTRADICTS, "No" },
    { "2024-06-20", 100, DTL_UNIT_DAYS, NOT, 0, 0, 0, "2024-09-28", "../2024-09-26", 0, DTL_GRADE_CONTRADICTS, "No" },
    /* The end of a month. */
    { "2023-01-31", 1, DTL_UNIT_MONTHS, NOT, DTL_MONTH_END_LAST_DAY, 0, 0, "2023-02-28", "2023-03-03", 0,
      DTL_GRADE_DIFFERS, "on into the next month where a month is too short: 3 March 2023" },
    { "2024-02-29", 1, DTL_UNIT_YEARS, NOT, DTL_MONTH_END_OVERFLOW, 0, 0, "2025-03-01", "2025-02-28", 0,
      DTL_GRADE_DIFFERS, "February 2025" },
    { "2023-01-30", 1, DTL_UNIT_MONTHS, NOT, DTL_MONTH_END_LAST_DAY, 0, 0, "2023-02-28", "2023-03-05", 0,
      DTL_GRADE_CONTRADICTS, "No way of counting" },
    /* Days and business days, with holidays and without. */
    { "2024-06-20", 10, DTL_UNIT_DAYS, NOT, 0, 0, 0, "2024-06-30", "2024-07-04", 0, DTL_GRADE_DIFFERS,
      "10 business days after 20 June 2024" },
    { "2024-06-20", 10, DTL_UNIT_DAYS, NOT, 0, 0, 0, "2024-06-30", "2024-07-05", 0, DTL_GRADE_DIFFERS,
      "US federal holidays left out: 5 July 2024" },
    { "2024-06-20", 10, DTL_UNIT_BUSINESS_DAYS, NOT, 0, 0, 0, "2024-07-04", "2024-06-30", 0, DTL_GRADE_DIFFERS,
      "10 days after 20 June 2024" },
    { "2024-06-20", 10, DTL_UNIT_BUSINESS_DAYS, NOT, 0, DTL_CALENDAR_US_FEDERAL, 0, "2024-07-05", "2024-07-04", 0,
      DTL_GRADE_DIFFERS, "Which holidays are left out" },
    { "2024-03-27", 3, DTL_UNIT_BUSINESS_DAYS, NOT, 0, 0, 0, "2024-04-01", "2024-04-03", 0, DTL_GRADE_DIFFERS,
      "closing days of TARGET left out: 3 April 2024" },
    { "2024-06-20", 10, DTL_UNIT_BUSINESS_DAYS, NOT, 0, 0, 0, "2024-07-04", "2024-07-10", 0, DTL_GRADE_CONTRADICTS,
      "10 business days after 20 June 2024" },
    { "2024-06-20", 10, DTL_UNIT_DAYS, NOT, 0, 0, 0, "2024-06-30", "[2024-07-02..]", 0, DTL_GRADE_CONTRADICTS, "No" },
    /* What is told on one day of June cannot be one that is counted from all of it. */
    { "2024-06", 30, DTL_UNIT_DAYS, NOT, 0, 0, 0, "[2024-07-01..2024-07-30]", "2024-06-29", 0, DTL_GRADE_CONTRADICTS,
      "30 days after June 2024" },
  };
  static const char *const names[] = { [DTL_GRADE_AGREES] = "derived_agrees:agrees",
                                       [DTL_GRADE_DIFFERS] = "derived_differs:differs",
                                       [DTL_GRADE_CONTRADICTS] = "derived_contradicts:contradicts" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DtlRule rule = { 1,
                       DTL_ID_NONE,
                       DTL_COMPARATOR_EQUAL,
                       rows[i].amount,
                       rows[i].unit,
                       (DtlCounting) rows[i].counting,
                       rows[i].month_end,
                       rows[i].calendar,
                       NULL };
      g_autofree char *computed = dtl_rule_compute (&rule, rows[i].anchor, NULL);
      Fixture fixture;
      DtlClaim *derived;

      g_assert_cmpstr (computed, ==, rows[i].computed);
      setup (&fixture, NULL);
      claim (&fixture, 1, DTL_ROLE_ANNOUNCED, rows[i].anchor, DTL_STANDING_ACCEPTED, DTL_LIMIT_NONE);
      claim (&fixture, 2, DTL_ROLE_EFFECTIVE, rows[i].told, DTL_STANDING_ACCEPTED, (DtlLimit) rows[i].told_limit);
      derived =
          claim (&fixture, 3, DTL_ROLE_EFFECTIVE, rows[i].computed, DTL_STANDING_COMPETING, (DtlLimit) rows[i].limit);
      derived->has_rule = TRUE;
      derived->rule = rule;
      assert_finds (&fixture, names[rows[i].grade]);
      if (strstr (((DtlFinding *) fixture.findings->pdata[0])->message, rows[i].words) == NULL)
        g_error ("row %u: %s", i, ((DtlFinding *) fixture.findings->pdata[0])->message);
      teardown (&fixture, NULL);
    }
}

/* A rule that counts from a publication, and one without a date at all. */
static void
test_derived_from_source (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) sources = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (DtlSource) source = dtl_source_new ();
  DtlClaim *derived = claim (fixture, 3, DTL_ROLE_EFFECTIVE, "2024-07-20", DTL_STANDING_COMPETING, DTL_LIMIT_NONE);

  source->id = 50;
  source->issued_edtf = g_strdup ("2024-06-20");
  g_hash_table_insert (sources, &source->id, source);
  fixture->sources = sources;
  claim (fixture, 2, DTL_ROLE_EFFECTIVE, "2024-07-19", DTL_STANDING_ACCEPTED, DTL_LIMIT_NONE);
  set_rule (derived, DTL_ID_NONE, 30, DTL_UNIT_DAYS);
  derived->rule.anchor_source = 50;
  assert_finds (fixture, "derived_differs:differs");
  g_clear_pointer (&source->issued_edtf, g_free);
  g_clear_pointer (&derived->edtf, g_free);
  assert_finds (fixture, "derived_without_date:warning");
  g_assert_nonnull (
      strstr (((DtlFinding *) fixture->findings->pdata[0])->message, "the source has no date of publication"));
  derived->standing = DTL_STANDING_REJECTED;
  assert_finds (fixture, "");
}

/* Two rules: either may be the one that is counted in another way. */
static void
test_two_rules (Fixture *fixture, gconstpointer data)
{
  DtlClaim *days, *months;
  const char *message;

  claim (fixture, 1, DTL_ROLE_ANNOUNCED, "2024-06-20", DTL_STANDING_ACCEPTED, DTL_LIMIT_NONE);
  months = claim (fixture, 2, DTL_ROLE_EFFECTIVE, "2024-07-20", DTL_STANDING_ACCEPTED, DTL_LIMIT_NONE);
  days = claim (fixture, 3, DTL_ROLE_EFFECTIVE, "2024-07-21", DTL_STANDING_COMPETING, DTL_LIMIT_NONE);
  set_rule (months, 1, 1, DTL_UNIT_MONTHS);
  set_rule (days, 1, 31, DTL_UNIT_DAYS);
  assert_finds (fixture, "derived_differs:differs");
  message = ((DtlFinding *) fixture->findings->pdata[0])->message;
  g_assert_nonnull (strstr (message, "20 July 2024 (1 month after 20 June 2024, that day not counted)"));
  g_assert_nonnull (strstr (message, "21 July 2024 (31 days after 20 June 2024, that day not counted)"));
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
  g_test_add_func ("/model/check/countings", test_countings);
  g_test_add ("/model/check/derived-from-source", Fixture, NULL, setup, test_derived_from_source, teardown);
  g_test_add ("/model/check/two-rules", Fixture, NULL, setup, test_two_rules, teardown);
  return g_test_run ();
}
