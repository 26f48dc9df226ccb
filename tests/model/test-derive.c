/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Derived claims: chains in any order, anchors in a source, circles, anchors that are not there; rules in words. */
#include "model/dtl-derive.h"

#include "model-fixture.h"

#include <string.h>

typedef struct
{
  DtlEvent *event;
  GPtrArray *sources;
} Fixture;

static void
setup (Fixture *fixture, gconstpointer data)
{
  DtlSource *source = dtl_source_new ();

  fixture->event = dtl_event_new ();
  fixture->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_source_free);
  source->id = 50;
  source->issued_edtf = g_strdup ("2024-06-20");
  g_ptr_array_add (fixture->sources, source);
}

static void
teardown (Fixture *fixture, gconstpointer data)
{
  dtl_event_free (fixture->event);
  g_ptr_array_unref (fixture->sources);
}

static DtlClaim *
add_derived (Fixture *fixture, DtlId id, DtlId anchor, int64_t amount, DtlTimeUnit unit)
{
  DtlClaim *claim = add_claim (fixture->event, id, DTL_ROLE_EFFECTIVE, NULL, DTL_STANDING_ACCEPTED);

  set_rule (claim, anchor, amount, unit);
  return claim;
}

static char *
name_claim (const DtlClaim *claim, gpointer user_data)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, claim->id);
}

static void
assert_derives (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  dtl_derive_claims (fixture->event->claims, NULL, fixture->sources, name_claim, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_refuses (Fixture *fixture, DtlModelError code, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (dtl_derive_claims (fixture->event->claims, NULL, fixture->sources, name_claim, NULL, &error));
  g_assert_error (error, DTL_MODEL_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, words));
}

/* 4 hangs on 3 hangs on 2 hangs on 1, given from the end. */
static void
test_chain (Fixture *fixture, gconstpointer data)
{
  DtlClaim *last = add_derived (fixture, 4, 3, -1, DTL_UNIT_YEARS);
  DtlClaim *middle = add_derived (fixture, 3, 2, 2, DTL_UNIT_WEEKS);
  DtlClaim *first = add_derived (fixture, 2, 1, 30, DTL_UNIT_DAYS);

  add_claim (fixture->event, 1, DTL_ROLE_ANNOUNCED, "2024-06-20", DTL_STANDING_ACCEPTED);
  assert_derives (fixture);
  g_assert_cmpstr (first->edtf, ==, "2024-07-20");
  g_assert_cmpstr (middle->edtf, ==, "2024-08-03");
  g_assert_cmpstr (last->edtf, ==, "2023-08-03");
}

static void
test_anchor_moves (Fixture *fixture, gconstpointer data)
{
  DtlClaim *anchor = add_claim (fixture->event, 1, DTL_ROLE_ANNOUNCED, "2024-06-20", DTL_STANDING_ACCEPTED);
  DtlClaim *derived = add_derived (fixture, 2, 1, 100, DTL_UNIT_DAYS);

  assert_derives (fixture);
  g_assert_cmpstr (derived->edtf, ==, "2024-09-28");
  g_free (anchor->edtf);
  anchor->edtf = g_strdup ("2024-06-21");
  assert_derives (fixture);
  g_assert_cmpstr (derived->edtf, ==, "2024-09-29");
}

static void
test_issued (Fixture *fixture, gconstpointer data)
{
  DtlClaim *derived = add_derived (fixture, 2, DTL_ID_NONE, 0, DTL_UNIT_DAYS);

  derived->rule.anchor_source = 50;
  assert_derives (fixture);
  g_assert_cmpstr (derived->edtf, ==, "2024-06-20");
  derived->rule.anchor_source = 51;
  assert_refuses (fixture, DTL_MODEL_ERROR_NO_ANCHOR, "2 is counted from the publication");
}

static void
test_cycle (Fixture *fixture, gconstpointer data)
{
  add_derived (fixture, 9, 1, 1, DTL_UNIT_DAYS); /* hangs on the circle, is not in it */
  add_derived (fixture, 1, 2, 1, DTL_UNIT_DAYS);
  add_derived (fixture, 2, 3, 1, DTL_UNIT_DAYS);
  add_derived (fixture, 3, 1, 1, DTL_UNIT_DAYS);
  assert_refuses (fixture, DTL_MODEL_ERROR_CYCLE, ": 1 → 2 → 3 → 1.");
}

static void
test_self (Fixture *fixture, gconstpointer data)
{
  add_derived (fixture, 1, 1, 1, DTL_UNIT_DAYS);
  assert_refuses (fixture, DTL_MODEL_ERROR_CYCLE, ": 1 → 1.");
}

static void
test_no_anchor (Fixture *fixture, gconstpointer data)
{
  add_derived (fixture, 1, 77, 1, DTL_UNIT_DAYS);
  assert_refuses (fixture, DTL_MODEL_ERROR_NO_ANCHOR, "1 is counted from a date");
}

/* What hangs on a date that is not there, or that nothing can be counted from, has none, and says why. */
static void
test_no_date (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *anchor, *reason;
  } rows[] = {
    { "June", "“June”, cannot be read" },
    { "../2024-06", "open or unknown" },
    { "{2024-06-20,2024-06-22}", "several dates" },
    { "9999-12-31", "9999" },
  };
  DtlClaim *anchor = add_claim (fixture->event, 1, DTL_ROLE_ANNOUNCED, NULL, DTL_STANDING_ACCEPTED);
  DtlClaim *derived = add_derived (fixture, 2, 1, 1, DTL_UNIT_DAYS);
  DtlClaim *last = add_derived (fixture, 3, 2, 1, DTL_UNIT_DAYS);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = NULL;

      g_free (anchor->edtf);
      anchor->edtf = g_strdup (rows[i].anchor);
      derived->edtf = g_strdup ("2000");
      last->edtf = g_strdup ("2001");
      assert_derives (fixture);
      g_assert_null (derived->edtf);
      g_assert_null (last->edtf);
      words = dtl_rule_describe_value (&derived->rule, anchor->edtf, derived->edtf);
      g_assert_nonnull (strstr (words, rows[i].reason));
    }
}

static void
test_undated_source (Fixture *fixture, gconstpointer data)
{
  DtlClaim *derived = add_derived (fixture, 2, DTL_ID_NONE, 30, DTL_UNIT_DAYS);
  DtlSource *source = g_ptr_array_index (fixture->sources, 0);
  g_autofree char *words = NULL;

  derived->rule.anchor_source = 50;
  g_clear_pointer (&source->issued_edtf, g_free);
  assert_derives (fixture);
  g_assert_null (derived->edtf);
  words = dtl_rule_describe_value (&derived->rule, NULL, NULL);
  g_assert_cmpstr (words, ==,
                   "30 days after the date of publication, that day not counted: no date, because the source has no "
                   "date of publication");
}

static void
test_business_days (Fixture *fixture, gconstpointer data)
{
  DtlClaim *derived = add_derived (fixture, 2, 1, 2, DTL_UNIT_BUSINESS_DAYS);

  add_claim (fixture->event, 1, DTL_ROLE_ANNOUNCED, "2024-06-20", DTL_STANDING_ACCEPTED);
  assert_derives (fixture);
  g_assert_cmpstr (derived->edtf, ==, "2024-06-24");
}

/* A long chain must not eat the stack. */
static void
test_long_chain (Fixture *fixture, gconstpointer data)
{
  const DtlId n = 50000;
  DtlClaim *last = NULL;

  for (DtlId id = n; id > 1; id--)
    {
      DtlClaim *claim = add_derived (fixture, id, id - 1, 1, DTL_UNIT_DAYS);

      last = last != NULL ? last : claim;
    }
  add_claim (fixture->event, 1, DTL_ROLE_ANNOUNCED, "2000-01-01", DTL_STANDING_ACCEPTED);
  assert_derives (fixture);
  g_assert_cmpstr (last->edtf, ==, "2136-11-22");
}

/* Anchors keep their values, also where they have a rule whose own anchor is not given. */
static void
test_anchors (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DtlEvent) others = dtl_event_new ();
  g_autoptr (GError) error = NULL;
  DtlClaim *anchor = add_claim (others, 1, DTL_ROLE_EFFECTIVE, "2024-06-20", DTL_STANDING_ACCEPTED);
  DtlClaim *derived = add_derived (fixture, 2, 1, 1, DTL_UNIT_DAYS);

  set_rule (anchor, 99, 1, DTL_UNIT_DAYS);
  dtl_derive_claims (fixture->event->claims, others->claims, fixture->sources, name_claim, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (derived->edtf, ==, "2024-06-21");
  g_assert_cmpstr (anchor->edtf, ==, "2024-06-20");
}

/* Every layer hangs on one claim of the layer before: as many ways to the root as claims, and each is gone once. */
static void
test_diamonds (Fixture *fixture, gconstpointer data)
{
  const DtlId n_layers = 500, n_wide = 8;

  add_claim (fixture->event, 1, DTL_ROLE_ANNOUNCED, "2000-01-01", DTL_STANDING_ACCEPTED);
  for (DtlId layer = n_layers; layer > 0; layer--)
    for (DtlId i = 0; i < n_wide; i++)
      add_derived (fixture, layer * 100 + i, layer > 1 ? (layer - 1) * 100 + (i * 3 + 1) % n_wide : 1, 1,
                   DTL_UNIT_DAYS);
  assert_derives (fixture);
  for (guint i = 1; i < fixture->event->claims->len; i++)
    {
      const DtlClaim *claim = g_ptr_array_index (fixture->event->claims, i);
      g_autofree char *expected =
          dtl_own_calendar_write_day (dtl_civil_day_number (2000, 1, 1) + (int64_t) (claim->id / 100));

      g_assert_cmpstr (claim->edtf, ==, expected);
    }
}

/* A circle of a thousand is told in a line that can be read. */
static void
test_long_cycle (Fixture *fixture, gconstpointer data)
{
  for (DtlId id = 1; id <= 1000; id++)
    add_derived (fixture, id, id < 1000 ? id + 1 : 1, 1, DTL_UNIT_DAYS);
  assert_refuses (fixture, DTL_MODEL_ERROR_CYCLE, ": 1 → 2 → 3 → 4 → 5 → 6 → 7 → 8 → 9 → 10 → 11 → 12 → … → 1.");
}

static void
test_words (void)
{
  static const struct
  {
    DtlRule rule;
    const char *anchor, *expected;
  } rows[] = {
    { { 1, 0, DTL_COMPARATOR_EQUAL, 30, DTL_UNIT_DAYS, DTL_COUNTING_ANCHOR_NOT_COUNTED },
      "2024-06-20",
      "30 days after 20 June 2024, that day not counted" },
    { { 1, 0, DTL_COMPARATOR_AT_LEAST, 1, DTL_UNIT_WEEKS, DTL_COUNTING_ANCHOR_COUNTED },
      "2024-06-20",
      "at least 1 week after 20 June 2024, that day counted" },
    { { 1, 0, DTL_COMPARATOR_EQUAL, -1, DTL_UNIT_MONTHS, 0 }, "2024-07", "1 month before July 2024" },
    { { 1, 0, DTL_COMPARATOR_EQUAL, 0, DTL_UNIT_DAYS, 0 }, "2024-06-20", "the same date as 20 June 2024" },
    { { 0, 5, DTL_COMPARATOR_EQUAL, 0, DTL_UNIT_DAYS, 0 }, NULL, "the date of publication" },
    { { 1, 0, DTL_COMPARATOR_ABOUT, 0, DTL_UNIT_YEARS, 0 }, "2024-06-20", "about the same time as 20 June 2024" },
    { { 0, 5, DTL_COMPARATOR_ABOUT, 0, DTL_UNIT_DAYS, 0 }, NULL, "about the same time as the date of publication" },
    { { 0, 5, DTL_COMPARATOR_ABOUT, 2, DTL_UNIT_YEARS, 0 }, NULL, "about 2 years after the date of publication" },
    { { 1, 0, DTL_COMPARATOR_EQUAL, 10, DTL_UNIT_BUSINESS_DAYS },
      "2024-06-20",
      "10 business days after 20 June 2024, that day not counted, Saturdays and Sundays left out" },
    { { 1, 0, DTL_COMPARATOR_AT_MOST, 10, DTL_UNIT_BUSINESS_DAYS, .calendar = DTL_CALENDAR_US_FEDERAL },
      "2024-06-20",
      "within 10 business days after 20 June 2024, that day not counted, US federal holidays left out" },
    { { 1, 0, DTL_COMPARATOR_EQUAL, -1, DTL_UNIT_BUSINESS_DAYS, 1, .calendar = DTL_CALENDAR_TARGET },
      "2024-06-20",
      "1 business day before 20 June 2024, that day counted, closing days of TARGET left out" },
    { { 1, 0, DTL_COMPARATOR_EQUAL, 1, DTL_UNIT_MONTHS, 0 },
      "2024-06-20",
      "1 month after 20 June 2024, that day not counted" },
    { { 1, 0, DTL_COMPARATOR_EQUAL, 1, DTL_UNIT_MONTHS, 1 },
      "2024-06-20",
      "1 month after 20 June 2024, that day counted" },
    { { 1, 0, DTL_COMPARATOR_EQUAL, 1, DTL_UNIT_MONTHS, 0 },
      "2024-01-31",
      "1 month after 31 January 2024, that day not counted, on the last day where a month is too short" },
    { { 1, 0, DTL_COMPARATOR_EQUAL, 1, DTL_UNIT_YEARS, 0, DTL_MONTH_END_OVERFLOW },
      "2024-02-29",
      "1 year after 29 February 2024, that day not counted, and on into the next month where a month is too short" },
    { { 5, 0, DTL_COMPARATOR_BEFORE, 2, DTL_UNIT_YEARS, 0 }, NULL, "earlier than 2 years after an unknown date" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = dtl_rule_describe (&rows[i].rule, rows[i].anchor);

      g_assert_cmpstr (words, ==, rows[i].expected);
    }
}

static void
test_value_words (void)
{
  g_autoptr (DtlOwnCalendar) own = dtl_own_calendar_new ("Office", NULL, 0);
  DtlRule rule = { 1, 0, DTL_COMPARATOR_EQUAL, 30, DTL_UNIT_DAYS };
  g_autofree char *days = dtl_rule_describe_value (&rule, "2024-06-20", "2024-07-20");
  g_autofree char *same = NULL;
  g_autofree char *office = NULL;

  g_assert_cmpstr (days, ==, "30 days after 20 June 2024, that day not counted: 20 July 2024");
  rule.amount = 0;
  same = dtl_rule_describe_value (&rule, "2024-06-20", "2024-06-20");
  g_assert_cmpstr (same, ==, "the same date as 20 June 2024");
  rule.amount = 30;
  rule.unit = DTL_UNIT_BUSINESS_DAYS;
  rule.calendar = DTL_CALENDAR_OWN;
  rule.own_calendar = own;
  office = dtl_rule_describe_value (&rule, "2024-06-20", "2024-08-01");
  g_assert_cmpstr (office, ==,
                   "30 business days after 20 June 2024, that day not counted, closed days of “Office” left out: "
                   "1 August 2024");
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
  add ("/model/derive/chain", test_chain);
  add ("/model/derive/anchor-moves", test_anchor_moves);
  add ("/model/derive/issued", test_issued);
  add ("/model/derive/cycle", test_cycle);
  add ("/model/derive/self", test_self);
  add ("/model/derive/no-anchor", test_no_anchor);
  add ("/model/derive/no-date", test_no_date);
  add ("/model/derive/undated-source", test_undated_source);
  add ("/model/derive/anchors", test_anchors);
  add ("/model/derive/diamonds", test_diamonds);
  add ("/model/derive/long-cycle", test_long_cycle);
  add ("/model/derive/business-days", test_business_days);
  add ("/model/derive/long-chain", test_long_chain);
  g_test_add_func ("/model/derive/words", test_words);
  g_test_add_func ("/model/derive/value-words", test_value_words);
  return g_test_run ();
}
