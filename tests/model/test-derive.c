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

static void
assert_derives (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  dtl_derive_claims (fixture->event->claims, fixture->sources, &error);
  g_assert_no_error (error);
}

static void
assert_refuses (Fixture *fixture, DtlModelError code, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (dtl_derive_claims (fixture->event->claims, fixture->sources, &error));
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
  assert_refuses (fixture, DTL_MODEL_ERROR_NO_ANCHOR, "Claim 2");
}

static void
test_cycle (Fixture *fixture, gconstpointer data)
{
  add_derived (fixture, 9, 1, 1, DTL_UNIT_DAYS); /* hangs on the circle, is not in it */
  add_derived (fixture, 1, 2, 1, DTL_UNIT_DAYS);
  add_derived (fixture, 2, 3, 1, DTL_UNIT_DAYS);
  add_derived (fixture, 3, 1, 1, DTL_UNIT_DAYS);
  assert_refuses (fixture, DTL_MODEL_ERROR_CYCLE, "claims 1 → 2 → 3 → 1.");
}

static void
test_self (Fixture *fixture, gconstpointer data)
{
  add_derived (fixture, 1, 1, 1, DTL_UNIT_DAYS);
  assert_refuses (fixture, DTL_MODEL_ERROR_CYCLE, "claims 1 → 1.");
}

static void
test_no_anchor (Fixture *fixture, gconstpointer data)
{
  add_derived (fixture, 1, 77, 1, DTL_UNIT_DAYS);
  assert_refuses (fixture, DTL_MODEL_ERROR_NO_ANCHOR, "Claim 1");
}

static void
test_bad_date (Fixture *fixture, gconstpointer data)
{
  add_claim (fixture->event, 1, DTL_ROLE_ANNOUNCED, "June", DTL_STANDING_ACCEPTED);
  add_derived (fixture, 2, 1, 1, DTL_UNIT_DAYS);
  assert_refuses (fixture, DTL_MODEL_ERROR_DATE, "“June”");
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
    { { 5, 0, DTL_COMPARATOR_BEFORE, 2, DTL_UNIT_YEARS, 0 }, NULL, "earlier than 2 years after an unknown date" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = dtl_rule_describe (&rows[i].rule, rows[i].anchor);

      g_assert_cmpstr (words, ==, rows[i].expected);
    }
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
  add ("/model/derive/bad-date", test_bad_date);
  add ("/model/derive/business-days", test_business_days);
  add ("/model/derive/long-chain", test_long_chain);
  g_test_add_func ("/model/derive/words", test_words);
  return g_test_run ();
}
