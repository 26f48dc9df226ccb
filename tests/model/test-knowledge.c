/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was known on a day: sources with exact, vague and missing days of publication; claims that stand in for those
 * not known yet; chains of derived claims; the same answer for records and for columns. */
#include "model/dtl-knowledge.h"

#include "date/dtl-civil.h"
#include "date/dtl-edtf.h"
#include "model-fixture.h"

/* Sources 1 to 4, a passage 10 times its source's number in each. */
enum
{
  FIRST = 1,   /* 2024-06-20 */
  SECOND = 2,  /* 2024-06-21 */
  VAGUE = 3,   /* 2024-07 */
  UNDATED = 4, /* says nothing of it */
};

#define IN(source) ((source) *10)

static void
add_source (GPtrArray *sources, DtlId id, const char *issued)
{
  DtlSource *source = dtl_source_new ();

  source->id = id;
  source->issued_edtf = g_strdup (issued);
  g_ptr_array_add (sources, source);
}

static GPtrArray *
new_sources (void)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_source_free);

  add_source (sources, FIRST, "2024-06-20");
  add_source (sources, SECOND, "2024-06-21");
  add_source (sources, VAGUE, "2024-07");
  add_source (sources, UNDATED, NULL);
  return sources;
}

static DtlKnowledge *
new_knowledge (const GPtrArray *sources, const char *day, gboolean may_be)
{
  g_autoptr (DtlEdtf) edtf = dtl_edtf_parse (day, NULL);
  DtlKnowledge *knowledge = dtl_knowledge_new (sources, dtl_edtf_get_bounds (edtf)->end_latest, may_be);

  for (DtlId source = FIRST; source <= UNDATED; source++)
    dtl_knowledge_add_passage (knowledge, IN (source), source);
  return knowledge;
}

/* Which sources count on which day, in both readings: a letter each, "-" for one that does not. */
static const struct
{
  const char *day;
  const char *known;
  const char *may_be_known;
} days[] = {
  { "2024-06-19", "----", "---4" }, { "2024-06-20", "1---", "1--4" }, { "2024-06-21", "12--", "12-4" },
  { "2024-07-01", "12--", "1234" }, { "2024-07-30", "12--", "1234" }, { "2024-07-31", "123-", "1234" },
  { "2024-06", "12--", "12-4" },    { "2025", "123-", "1234" },
};

static char *
list_sources (const DtlKnowledge *knowledge)
{
  GString *list = g_string_new (NULL);

  for (DtlId source = FIRST; source <= UNDATED; source++)
    g_string_append_c (list, dtl_knowledge_has_source (knowledge, source) ? (char) ('0' + source) : '-');
  return g_string_free (list, FALSE);
}

static void
test_sources (void)
{
  g_autoptr (GPtrArray) sources = new_sources ();

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (DtlKnowledge) known = new_knowledge (sources, days[i].day, FALSE);
      g_autoptr (DtlKnowledge) may_be = new_knowledge (sources, days[i].day, TRUE);
      g_autofree char *known_list = list_sources (known);
      g_autofree char *may_be_list = list_sources (may_be);

      g_test_message ("%s", days[i].day);
      g_assert_cmpstr (known_list, ==, days[i].known);
      g_assert_cmpstr (may_be_list, ==, days[i].may_be_known);
    }
}

/* Days of sources in any order; two of one day are one, and a source without a day has none. */
static void
test_days (void)
{
  g_autoptr (GPtrArray) sources = new_sources ();
  g_autoptr (GArray) known = NULL;
  g_autoptr (GArray) may_be = NULL;
  static const char *const last_days[] = { "2024-06-20", "2024-06-21", "2024-07-31" };

  add_source (sources, 5, "2024-06-20T10:00:00");
  known = dtl_knowledge_list_days (sources, FALSE);
  may_be = dtl_knowledge_list_days (sources, TRUE);
  g_assert_cmpuint (known->len, ==, G_N_ELEMENTS (last_days));
  for (guint i = 0; i < known->len; i++)
    {
      const DtlKnownDay *day = &g_array_index (known, DtlKnownDay, i);
      g_autofree char *words = dtl_civil_format_day (dtl_civil_day_from_seconds (day->until_seconds));

      g_assert_cmpstr (words, ==, last_days[i]);
      g_assert_cmpuint (day->n_sources, ==, i == 0 ? 2 : 1);
      g_assert_cmpuint (day->first_source, ==, i);
    }
  g_assert_cmpint (dtl_civil_day_from_seconds (g_array_index (may_be, DtlKnownDay, 2).until_seconds), ==,
                   dtl_civil_day_from_seconds (g_array_index (known, DtlKnownDay, 1).until_seconds) + 10);
}

/* One passage that counts is enough; none at all always counts. */
static void
test_events (void)
{
  g_autoptr (GPtrArray) sources = new_sources ();
  g_autoptr (DtlKnowledge) knowledge = new_knowledge (sources, "2024-06-20", FALSE);

  dtl_knowledge_add_evidence (knowledge, 100, IN (FIRST));
  dtl_knowledge_add_evidence (knowledge, 100, IN (VAGUE));
  dtl_knowledge_add_evidence (knowledge, 101, IN (VAGUE));
  dtl_knowledge_add_evidence (knowledge, 101, IN (SECOND));
  dtl_knowledge_add_claim (knowledge, 1, 102, IN (SECOND), DTL_ID_NONE, DTL_ID_NONE);
  dtl_knowledge_add_claim (knowledge, 2, 103, DTL_ID_NONE, DTL_ID_NONE, DTL_ID_NONE);
  dtl_knowledge_finish (knowledge);
  g_assert_true (dtl_knowledge_has_event (knowledge, 100));
  g_assert_false (dtl_knowledge_has_event (knowledge, 101));
  g_assert_false (dtl_knowledge_has_event (knowledge, 102));
  g_assert_true (dtl_knowledge_has_event (knowledge, 103));
  g_assert_true (dtl_knowledge_has_event (knowledge, 104));
  g_assert_cmpuint (dtl_knowledge_count_hidden_events (knowledge), ==, 2);
}

/* 4 hangs on 3 hangs on 2 hangs on 1, which is in a source of the 21st; 5 hangs on what a source says of itself. */
static void
test_chain (void)
{
  g_autoptr (GPtrArray) sources = new_sources ();
  static const struct
  {
    const char *day;
    gboolean known;
  } rows[] = { { "2024-06-20", FALSE }, { "2024-06-21", TRUE } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DtlKnowledge) knowledge = new_knowledge (sources, rows[i].day, FALSE);

      for (DtlId claim = 4; claim >= 2; claim--)
        dtl_knowledge_add_claim (knowledge, claim, 100, IN (FIRST), claim - 1, DTL_ID_NONE);
      dtl_knowledge_add_claim (knowledge, 1, 100, IN (SECOND), DTL_ID_NONE, DTL_ID_NONE);
      dtl_knowledge_add_claim (knowledge, 5, 100, IN (FIRST), DTL_ID_NONE, SECOND);
      dtl_knowledge_finish (knowledge);
      for (DtlId claim = 1; claim <= 5; claim++)
        g_assert_cmpint (dtl_knowledge_has_claim (knowledge, claim), ==, rows[i].known);
    }
}

/* Nobody can store a circle, but a hand-made file may hold one: it must end. */
static void
test_circle (void)
{
  g_autoptr (GPtrArray) sources = new_sources ();
  g_autoptr (DtlKnowledge) knowledge = new_knowledge (sources, "2024-06-20", FALSE);

  dtl_knowledge_add_claim (knowledge, 1, 100, DTL_ID_NONE, 2, DTL_ID_NONE);
  dtl_knowledge_add_claim (knowledge, 2, 100, DTL_ID_NONE, 1, DTL_ID_NONE);
  dtl_knowledge_finish (knowledge);
  g_assert_true (dtl_knowledge_has_claim (knowledge, 1));
}

/* --- which claim stands: records and columns say the same --------------------------------------------------------- */

typedef struct
{
  DtlClaimRole role;
  const char *edtf;
  DtlStanding standing;
  DtlId source; /* DTL_ID_NONE for none */
} ClaimRow;

#define ACC DTL_STANDING_ACCEPTED
#define COM DTL_STANDING_COMPETING
#define REJ DTL_STANDING_REJECTED

/* @start: what the event then starts with; NULL: undated */
static const struct
{
  const char *name;
  const char *day;
  ClaimRow claims[4];
  guint n_claims;
  const char *start;
  guint n_left;
} settlings[] = {
  { "known", "2024-06-21", { { DTL_ROLE_ANNOUNCED, "2024-06-20", ACC, FIRST } }, 1, "2024-06-20", 1 },
  { "stands in",
    "2024-06-21",
    { { DTL_ROLE_EFFECTIVE, "2024-09-29", ACC, VAGUE }, { DTL_ROLE_EFFECTIVE, "2024-10", COM, FIRST } },
    2,
    "2024-10",
    1 },
  { "the newest stands in",
    "2024-06-21",
    { { DTL_ROLE_EFFECTIVE, "2024-09-29", ACC, VAGUE },
      { DTL_ROLE_EFFECTIVE, "2024-09", COM, SECOND },
      { DTL_ROLE_EFFECTIVE, "2024-10", COM, FIRST } },
    3,
    "2024-09",
    2 },
  { "later both",
    "2024-08",
    { { DTL_ROLE_EFFECTIVE, "2024-09-29", ACC, VAGUE }, { DTL_ROLE_EFFECTIVE, "2024-10", COM, FIRST } },
    2,
    "2024-09-29",
    2 },
  { "rejected never stands",
    "2024-06-21",
    { { DTL_ROLE_EFFECTIVE, "2024-09-29", ACC, VAGUE }, { DTL_ROLE_EFFECTIVE, "2024-10", REJ, FIRST } },
    2,
    NULL,
    0 },
  { "never accepted stays so", "2024-06-21", { { DTL_ROLE_EFFECTIVE, "2024-10", COM, FIRST } }, 1, NULL, 1 },
  { "another role is the start",
    "2024-06-21",
    { { DTL_ROLE_OCCURRED, "2024-09-29", ACC, VAGUE }, { DTL_ROLE_ANNOUNCED, "2024-06-20", ACC, FIRST } },
    2,
    "2024-06-20",
    1 },
  { "without a source",
    "2024-06-19",
    { { DTL_ROLE_OCCURRED, "2017", ACC, DTL_ID_NONE }, { DTL_ROLE_ENDED, "2024", ACC, SECOND } },
    2,
    "2017",
    1 },
};

static DtlEvent *
new_event (const ClaimRow *rows, guint n_rows)
{
  DtlEvent *event = dtl_event_new ();

  event->id = 100;
  event->main_role = -1;
  for (guint i = 0; i < n_rows; i++)
    add_claim (event, i + 1, rows[i].role, rows[i].edtf, rows[i].standing)->passage = IN (rows[i].source);
  return event;
}

static DtlMark
new_dated_mark (const DtlClaim *claim)
{
  g_autoptr (DtlEdtf) edtf = dtl_edtf_parse (claim->edtf, NULL);
  DtlMark mark = new_mark (claim->id, claim->role, claim->standing, 0, 0);

  mark.bounds = *dtl_edtf_get_bounds (edtf);
  return mark;
}

static DtlColumns *
new_columns (const DtlEvent *event)
{
  g_autoptr (DtlColumnsBuilder) builder = dtl_columns_builder_new ();
  DtlColumnsEvent row = { .id = event->id, .main_role = event->main_role, .kind = event->kind };

  dtl_columns_builder_add_event (builder, &row);
  for (guint i = 0; i < event->claims->len; i++)
    {
      const DtlClaim *claim = g_ptr_array_index (event->claims, i);
      DtlMark mark = new_dated_mark (claim);

      if (claim->standing != DTL_STANDING_REJECTED)
        dtl_columns_builder_add_mark (builder, event->id, &mark, DTL_ID_NONE);
    }
  return dtl_columns_builder_finish (builder);
}

static void
assert_columns_start (const DtlColumns *columns, const char *start)
{
  g_autoptr (DtlEdtf) edtf = start != NULL ? dtl_edtf_parse (start, NULL) : NULL;
  DtlBounds bounds;

  g_assert_cmpuint (columns->n_events, ==, 1);
  g_assert_cmpint (dtl_columns_get_event_bounds (columns, 0, &bounds), ==, start != NULL);
  if (start != NULL)
    g_assert_cmpint (bounds.start_earliest, ==, dtl_edtf_get_bounds (edtf)->start_earliest);
}

static void
test_settle (void)
{
  g_autoptr (GPtrArray) sources = new_sources ();

  for (gsize i = 0; i < G_N_ELEMENTS (settlings); i++)
    {
      g_autoptr (DtlKnowledge) knowledge = new_knowledge (sources, settlings[i].day, FALSE);
      g_autoptr (DtlEvent) event = new_event (settlings[i].claims, settlings[i].n_claims);
      g_autoptr (DtlColumns) columns = new_columns (event);
      g_autoptr (DtlColumns) limited = NULL;
      const DtlClaim *start;
      guint n_marks = 0;

      g_test_message ("%s", settlings[i].name);
      dtl_knowledge_add_evidence (knowledge, event->id, IN (0)); /* of no source: the event always counts */
      for (guint k = 0; k < settlings[i].n_claims; k++)
        dtl_knowledge_add_claim (knowledge, k + 1, event->id, IN (settlings[i].claims[k].source), DTL_ID_NONE,
                                 DTL_ID_NONE);
      dtl_knowledge_finish (knowledge);
      limited = dtl_knowledge_limit_columns (knowledge, columns, sources);
      assert_columns_start (limited, settlings[i].start);

      dtl_knowledge_limit_event (knowledge, event);
      start = dtl_event_get_start_claim (event);
      g_assert_cmpstr (start != NULL ? start->edtf : NULL, ==, settlings[i].start);
      for (guint k = 0; k < event->claims->len; k++)
        n_marks += ((DtlClaim *) g_ptr_array_index (event->claims, k))->standing != REJ;
      g_assert_cmpuint (n_marks, ==, settlings[i].n_left);
      g_assert_cmpuint (limited->n_marks, ==, settlings[i].n_left);
    }
}

/* What else a record has: evidence and a status told later. */
static void
test_record (void)
{
  g_autoptr (GPtrArray) sources = new_sources ();
  g_autoptr (DtlKnowledge) knowledge = new_knowledge (sources, "2024-06-20", FALSE);
  g_autoptr (DtlEvent) event = new_event (NULL, 0);

  g_ptr_array_add (event->evidence, dtl_evidence_new (IN (FIRST), DTL_STANCE_SUPPORTS));
  g_ptr_array_add (event->evidence, dtl_evidence_new (IN (SECOND), DTL_STANCE_DISPUTES));
  event->status = DTL_STATUS_IN_FORCE;
  event->status_passage = IN (SECOND);
  event->status_as_of = g_strdup ("2024-06-21");
  dtl_knowledge_add_status (knowledge, event->id, event->status_passage);
  dtl_knowledge_finish (knowledge);
  g_assert_false (dtl_knowledge_has_status (knowledge, event->id));
  dtl_knowledge_limit_event (knowledge, event);
  g_assert_cmpuint (event->evidence->len, ==, 1);
  g_assert_cmpint (event->status, ==, DTL_STATUS_UNKNOWN);
  g_assert_null (event->status_as_of);
}

/* What stays of an event's row: actors, the sources that count, ties to anchors, and the sign that sources differ. */
static void
test_row (void)
{
  g_autoptr (GPtrArray) sources = new_sources ();
  g_autoptr (DtlKnowledge) knowledge = new_knowledge (sources, "2024-06-20", FALSE);
  g_autoptr (DtlColumnsBuilder) builder = dtl_columns_builder_new ();
  DtlColumnsEvent row = { .id = 100, .main_role = -1, .importance = 700, .flags = DTL_EVENT_HAS_COMPETING };
  DtlMark announced = new_mark (1, DTL_ROLE_ANNOUNCED, ACC, 10, 10);
  DtlMark effective = new_mark (2, DTL_ROLE_EFFECTIVE, ACC, 40, 40);
  DtlMark late = new_mark (3, DTL_ROLE_EFFECTIVE, COM, 41, 41);
  g_autoptr (DtlColumns) columns = NULL;
  g_autoptr (DtlColumns) limited = NULL;

  dtl_columns_builder_add_event (builder, &row);
  dtl_columns_builder_add_mark (builder, 100, &announced, DTL_ID_NONE);
  dtl_columns_builder_add_mark (builder, 100, &effective, 1);
  dtl_columns_builder_add_mark (builder, 100, &late, DTL_ID_NONE);
  dtl_columns_builder_add_actor (builder, 100, 7);
  dtl_columns_builder_add_source (builder, 100, FIRST - 1);
  dtl_columns_builder_add_source (builder, 100, SECOND - 1);
  columns = dtl_columns_builder_finish (builder);
  dtl_knowledge_add_claim (knowledge, 1, 100, IN (FIRST), DTL_ID_NONE, DTL_ID_NONE);
  dtl_knowledge_add_claim (knowledge, 2, 100, IN (FIRST), 1, DTL_ID_NONE);
  dtl_knowledge_add_claim (knowledge, 3, 100, IN (SECOND), DTL_ID_NONE, DTL_ID_NONE);
  dtl_knowledge_finish (knowledge);

  limited = dtl_knowledge_limit_columns (knowledge, columns, sources);
  g_assert_cmpuint (limited->n_marks, ==, 2);
  g_assert_cmpuint (dtl_columns_get_anchor (limited, 1), ==, 0);
  g_assert_cmpuint (limited->n_participations, ==, 1);
  g_assert_cmpuint (limited->source_first[1], ==, 1);
  g_assert_cmpuint (limited->importance[0], ==, 700);
  g_assert_cmpint (limited->flags[0] & DTL_EVENT_HAS_COMPETING, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/knowledge/sources", test_sources);
  g_test_add_func ("/knowledge/days", test_days);
  g_test_add_func ("/knowledge/events", test_events);
  g_test_add_func ("/knowledge/chain", test_chain);
  g_test_add_func ("/knowledge/circle", test_circle);
  g_test_add_func ("/knowledge/settle", test_settle);
  g_test_add_func ("/knowledge/record", test_record);
  g_test_add_func ("/knowledge/row", test_row);
  return g_test_run ();
}
