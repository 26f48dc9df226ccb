/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Derived claims in a case: chains and diamonds that follow their anchor in one change, also back and forth; circles
 * and deletions that are refused; dates that cannot be computed; calendars of the case's own. */
#include "model/dtl-derive.h"

#include "store-support.h"

#include <string.h>

static DtlId
put_event (DtlStore *store, const char *title, DtlClaim *claim)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlEvent) event = dtl_event_new ();

  event->title = g_strdup (title);
  claim->role = DTL_ROLE_EFFECTIVE;
  event->main_role = DTL_ROLE_EFFECTIVE;
  g_ptr_array_add (event->claims, claim);
  dtl_store_put_event (store, event, &error);
  g_assert_no_error (error);
  return claim->id;
}

static DtlId
put_stated (DtlStore *store, const char *title, const char *edtf)
{
  DtlClaim *claim = dtl_claim_new ();

  claim->edtf = g_strdup (edtf);
  return put_event (store, title, claim);
}

static DtlId
put_derived (DtlStore *store, const char *title, DtlId anchor, int64_t amount)
{
  DtlClaim *claim = dtl_claim_new ();

  claim->has_rule = TRUE;
  claim->basis = DTL_BASIS_DERIVED;
  claim->rule.anchor_claim = anchor;
  claim->rule.amount = amount;
  return put_event (store, title, claim);
}

static DtlClaim *
find_claim (GPtrArray *events, DtlId id)
{
  for (guint i = 0; i < events->len; i++)
    {
      const DtlEvent *event = g_ptr_array_index (events, i);

      for (guint j = 0; j < event->claims->len; j++)
        if (((DtlClaim *) g_ptr_array_index (event->claims, j))->id == id)
          return g_ptr_array_index (event->claims, j);
    }
  return NULL;
}

static GPtrArray *
get_events (DtlStore *store)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *events = dtl_store_get_events (store, DTL_REVIEW_ACCEPTED, &error);

  g_assert_no_error (error);
  return events;
}

static char *
get_date (DtlStore *store, DtlId claim)
{
  g_autoptr (GPtrArray) events = get_events (store);

  return g_strdup (find_claim (events, claim)->edtf);
}

static void
assert_date (DtlStore *store, DtlId claim, const char *expected)
{
  g_autofree char *date = get_date (store, claim);

  g_assert_cmpstr (date, ==, expected);
}

/* Rewrites the claim as one action of its own. */
static gboolean
put_claim (DtlStore *store, DtlClaim *claim, const char *label, GError **error)
{
  begin (store, label);
  return dtl_store_put_claim (store, claim, error) && dtl_store_commit (store, error);
}

static void
move (DtlStore *store, DtlId id, const char *edtf)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = get_events (store);
  DtlClaim *claim = find_claim (events, id);

  g_free (claim->edtf);
  claim->edtf = g_strdup (edtf);
  g_assert_true (put_claim (store, claim, "Move", &error));
  g_assert_no_error (error);
}

/* The first second of every event's main mark in memory, by event id. */
static int64_t
latest_start (DtlStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlActorTable) actors = dtl_store_get_actors (store, &error);
  g_autoptr (GPtrArray) sources = dtl_store_get_sources (store, &error);
  g_autoptr (DtlColumns) columns = dtl_store_get_columns (store, actors, sources, &error);
  int64_t latest = INT64_MIN;

  g_assert_no_error (error);
  for (uint32_t row = 0; row < columns->n_events; row++)
    latest = MAX (latest, dtl_columns_get_bounds (columns, dtl_columns_get_main_mark (columns, row)).start_earliest);
  return latest;
}

static int64_t
second_of (int64_t year, int month, int day)
{
  return dtl_civil_day_number (year, month, day) * 86400;
}

static guint
count_history (DtlStore *store, int64_t *n_rows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = dtl_store_get_history (store, &error);

  g_assert_no_error (error);
  *n_rows = ((DtlChange *) g_ptr_array_index (history, history->len - 1))->n_rows;
  return history->len;
}

/* A thousand dates, each a day after the one before, given from the end: they follow in the change that moves the
 * first, which logs that one row; and so they do when it is undone and redone, and after a restart. */
static void
test_chain (Fixture *self, gconstpointer data)
{
  const guint n = 1000;
  g_autoptr (GError) error = NULL;
  DtlId first, last = DTL_ID_NONE;
  int64_t n_rows = 0;
  guint n_changes;

  begin (self->store, "Fill");
  first = put_stated (self->store, "First", "2024-01-01");
  last = first;
  for (guint i = 0; i < n; i++)
    last = put_derived (self->store, "Next", last, 1);
  commit (self->store);
  assert_date (self->store, last, "2026-09-27");
  g_assert_cmpint (latest_start (self->store), ==, second_of (2026, 9, 27));

  n_changes = count_history (self->store, &n_rows);
  move (self->store, first, "2024-02-01");
  assert_date (self->store, last, "2026-10-28");
  g_assert_cmpint (latest_start (self->store), ==, second_of (2026, 10, 28));
  g_assert_cmpuint (count_history (self->store, &n_rows), ==, n_changes + 1);
  g_assert_cmpint (n_rows, ==, 1);

  g_assert_true (dtl_store_undo (self->store, TEST_NOW, NULL, &error));
  assert_date (self->store, last, "2026-09-27");
  g_assert_cmpint (latest_start (self->store), ==, second_of (2026, 9, 27));
  fixture_reopen (self);
  g_assert_true (dtl_store_redo (self->store, TEST_NOW, NULL, &error));
  assert_date (self->store, last, "2026-10-28");
  g_assert_cmpint (latest_start (self->store), ==, second_of (2026, 10, 28));
}

/* Twelve layers of eight, each date on one of the layer before: a walk along every way would never end. */
static void
test_fan (Fixture *self, gconstpointer data)
{
  enum
  {
    N_LAYERS = 12,
    N_WIDE = 8
  };
  DtlId layer[N_WIDE], first;

  begin (self->store, "Fill");
  first = put_stated (self->store, "First", "2024-01-01");
  for (int i = 0; i < N_WIDE; i++)
    layer[i] = put_derived (self->store, "Root", first, 1);
  for (int n = 1; n < N_LAYERS; n++)
    {
      DtlId next[N_WIDE];

      for (int i = 0; i < N_WIDE; i++)
        next[i] = put_derived (self->store, "Layer", layer[(i * 3 + n) % N_WIDE], i == 0 ? 2 : 1);
      memcpy (layer, next, sizeof next);
    }
  commit (self->store);
  move (self->store, first, "2025-01-01");
  for (int i = 0; i < N_WIDE; i++)
    {
      g_autofree char *date = get_date (self->store, layer[i]);

      g_assert_cmpstr (date, >=, "2025-01-13");
      g_assert_cmpstr (date, <, "2025-02-01");
    }
}

/* How many marks in memory rest on what a person supplied. */
static guint
count_supplied (DtlStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlActorTable) actors = dtl_store_get_actors (store, &error);
  g_autoptr (GPtrArray) sources = dtl_store_get_sources (store, &error);
  g_autoptr (DtlColumns) columns = dtl_store_get_columns (store, actors, sources, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (uint32_t row = 0; row < columns->n_events; row++)
    n += columns->marks[dtl_columns_get_main_mark (columns, row)].is_supplied;
  return n;
}

/* All of a chain rest on its root, and stop to when that is a source's own word; a walk from each would not end. */
static void
test_supplied (Fixture *self, gconstpointer data)
{
  const guint n = 20000;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = NULL;
  DtlId first, last;
  DtlClaim *claim;

  begin (self->store, "Fill");
  dtl_store_set_bulk (self->store, TRUE);
  last = first = put_stated (self->store, "First", "2024-01-01");
  for (guint i = 0; i < n; i++)
    last = put_derived (self->store, "Next", last, 1);
  commit (self->store);
  g_assert_cmpuint (count_supplied (self->store), ==, 0);
  events = get_events (self->store);
  claim = find_claim (events, first);
  claim->basis = DTL_BASIS_SUPPLIED;
  g_assert_true (put_claim (self->store, claim, "Supply", &error));
  g_assert_cmpuint (count_supplied (self->store), ==, n + 1);
  claim = find_claim (events, last);
  g_assert_true (put_claim (self->store, claim, "Nothing", &error));
  g_assert_true (dtl_store_undo (self->store, TEST_NOW, NULL, &error));
  g_assert_cmpuint (count_supplied (self->store), ==, 0);
}

static void
test_cycle (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  DtlId first, second, third;
  DtlClaim *claim;

  begin (self->store, "Fill");
  first = put_stated (self->store, "Sales stop", "2024-01-01");
  second = put_derived (self->store, "Updates end", first, 10);
  third = put_derived (self->store, "Review", second, 10);
  commit (self->store);
  before = dtl_store_content_hash (self->store, &error);
  events = get_events (self->store);
  claim = find_claim (events, first);
  claim->has_rule = TRUE;
  claim->rule.anchor_claim = third;
  g_assert_false (put_claim (self->store, claim, "Turn in a circle", &error));
  g_assert_error (error, DTL_MODEL_ERROR, DTL_MODEL_ERROR_CYCLE);
  g_assert_nonnull (strstr (error->message, "“Sales stop” (effective) → “Review” (effective) → “Updates end” "
                                            "(effective) → “Sales stop” (effective)"));
  g_clear_error (&error);
  after = dtl_store_content_hash (self->store, &error);
  g_assert_cmpstr (before, ==, after);
  assert_date (self->store, third, "2024-01-21");
}

static void
test_delete_anchor (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = NULL;
  DtlId first, second;

  begin (self->store, "Fill");
  first = put_stated (self->store, "Sales stop", "2024-01-01");
  second = put_derived (self->store, "Updates end", first, 10);
  commit (self->store);
  events = get_events (self->store);
  begin (self->store, "Delete");
  g_assert_true (dtl_store_delete_event (self->store, find_claim (events, first)->event, &error));
  g_assert_false (dtl_store_commit (self->store, &error));
  g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_REFERENCE);
  g_assert_nonnull (strstr (error->message, "“Updates end” (effective) is counted from a date that would be gone"));
  assert_date (self->store, second, "2024-01-11");
}

/* Nothing is lost because a source has no date yet: the date comes when it has, and goes with it. */
static void
test_undated_source (Fixture *self, gconstpointer data)
{
  static const char *const issued[] = { NULL, "2024-06-20", "../2024", NULL, "2024-06-21" };
  static const char *const expected[] = { NULL, "2024-07-20", NULL, NULL, "2024-07-21" };
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlSource) source = dtl_source_new ();
  DtlClaim *claim = dtl_claim_new ();
  DtlId derived, last;

  source->title = g_strdup ("Notice");
  begin (self->store, "Fill");
  dtl_store_put_source (self->store, source, &error);
  claim->has_rule = TRUE;
  claim->rule.anchor_source = source->id;
  claim->rule.amount = 30;
  derived = put_event (self->store, "Effective", claim);
  last = put_derived (self->store, "Then", derived, 1);
  commit (self->store);
  for (guint i = 0; i < G_N_ELEMENTS (issued); i++)
    {
      g_autoptr (GPtrArray) events = NULL;

      g_free (source->issued_edtf);
      source->issued_edtf = g_strdup (issued[i]);
      begin (self->store, "Date the source");
      dtl_store_put_source (self->store, source, &error);
      commit (self->store);
      g_assert_no_error (error);
      assert_date (self->store, derived, expected[i]);
      events = get_events (self->store);
      g_assert_cmpuint (events->len, ==, 2);
      g_assert_true ((find_claim (events, last)->edtf == NULL) == (expected[i] == NULL));
      g_assert_true (dtl_event_is_undated (events->pdata[0]) == (expected[i] == NULL));
    }
}

static DtlId
put_office_rule (DtlStore *store, DtlId anchor, DtlOwnCalendar *calendar)
{
  DtlClaim *claim = dtl_claim_new ();

  claim->has_rule = TRUE;
  claim->rule.anchor_claim = anchor;
  claim->rule.amount = 2;
  claim->rule.unit = DTL_UNIT_BUSINESS_DAYS;
  claim->rule.calendar = DTL_CALENDAR_OWN;
  claim->rule.own_calendar = dtl_own_calendar_ref (calendar);
  return put_event (store, "Answer", claim);
}

/* A list of one's own is read back with the rule, also from a published file, and moves the date when it changes. */
static void
test_own_calendar (Fixture *self, gconstpointer data)
{
  const int64_t friday = dtl_civil_day_number (2024, 6, 21), monday = friday + 3, days[] = { monday, friday, monday };
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlOwnCalendar) calendar = dtl_own_calendar_new ("Office", days, 2);
  g_autoptr (DtlOwnCalendar) more = dtl_own_calendar_new ("Office", days, 3);
  g_autoptr (DtlOwnCalendar) fewer = dtl_own_calendar_new ("Office", days, 1);
  g_autoptr (DtlStore) published = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GPtrArray) calendars = NULL;
  g_autofree char *path = fixture_path (self, "case.dateline");
  DtlId anchor, derived;
  DtlClaim *claim;

  begin (self->store, "Fill");
  g_assert_true (dtl_store_put_calendar (self->store, calendar, &error));
  anchor = put_stated (self->store, "Question", "2024-06-20");
  derived = put_office_rule (self->store, anchor, calendar);
  commit (self->store);
  assert_date (self->store, derived, "2024-06-26");

  more->id = fewer->id = calendar->id;
  begin (self->store, "Close one day less");
  dtl_store_put_calendar (self->store, fewer, &error);
  commit (self->store);
  assert_date (self->store, derived, "2024-06-25");
  g_assert_true (dtl_store_undo (self->store, TEST_NOW, NULL, &error));
  assert_date (self->store, derived, "2024-06-26");
  begin (self->store, "The same twice");
  dtl_store_put_calendar (self->store, more, &error);
  commit (self->store);
  assert_date (self->store, derived, "2024-06-26");

  g_assert_true (dtl_store_publish (self->store, path, NULL, NULL, &error));
  published = dtl_store_open_file (path, &error);
  g_assert_no_error (error);
  events = get_events (published);
  claim = find_claim (events, derived);
  g_assert_cmpstr (claim->edtf, ==, "2024-06-26");
  g_assert_cmpint (claim->rule.calendar, ==, DTL_CALENDAR_OWN);
  g_assert_true (dtl_own_calendar_equals (claim->rule.own_calendar, calendar));
  calendars = dtl_store_get_calendars (published, &error);
  g_assert_cmpuint (calendars->len, ==, 1);
}

static void
test_calendar_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree int64_t *days = g_new0 (int64_t, DTL_OWN_CALENDAR_MAX_DAYS + 1);
  g_autoptr (DtlOwnCalendar) nameless = dtl_own_calendar_new ("", NULL, 0);
  g_autoptr (DtlOwnCalendar) taken = dtl_own_calendar_new ("target", NULL, 0);
  g_autoptr (DtlOwnCalendar) large = dtl_own_calendar_new ("Large", days, DTL_OWN_CALENDAR_MAX_DAYS + 1);
  DtlOwnCalendar *const refused[] = { nameless, taken, large };
  DtlClaim *claim = dtl_claim_new ();
  g_autoptr (DtlEvent) event = dtl_event_new ();

  begin (self->store, "Fill");
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_assert_false (dtl_store_put_calendar (self->store, refused[i], &error));
      g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_SQL);
      g_clear_error (&error);
    }
  event->title = g_strdup ("Counts by a calendar that is not stored");
  g_ptr_array_add (event->claims, claim);
  claim->has_rule = TRUE;
  claim->rule.unit = DTL_UNIT_BUSINESS_DAYS;
  claim->rule.calendar = DTL_CALENDAR_OWN;
  claim->rule.own_calendar = dtl_own_calendar_ref (nameless);
  g_assert_false (dtl_store_put_event (self->store, event, &error));
  g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_REFERENCE);
  dtl_store_rollback (self->store);
}

/* A stated date where a rule was, and a rule where a date was: nothing of the other is left. */
static void
test_changes_kind (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autofree char *values = NULL;
  DtlId first, second;
  DtlClaim *claim;

  begin (self->store, "Fill");
  first = put_stated (self->store, "First", "2024-01-01");
  second = put_derived (self->store, "Second", first, 10);
  commit (self->store);
  events = get_events (self->store);
  claim = find_claim (events, second);
  claim->has_rule = FALSE;
  g_free (claim->edtf);
  claim->edtf = g_strdup ("2024-03-03");
  g_assert_true (put_claim (self->store, claim, "State", &error));
  move (self->store, first, "2024-01-02");
  assert_date (self->store, second, "2024-03-03");
  values = ask_sql (self->path, "SELECT count (*) FROM claim_value");
  g_assert_cmpstr (values, ==, "0");
  claim->has_rule = TRUE;
  g_assert_true (put_claim (self->store, claim, "Derive", &error));
  assert_date (self->store, second, "2024-01-12");
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/store/derived/", name, NULL);

  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("chain", test_chain);
  add ("fan", test_fan);
  add ("supplied", test_supplied);
  add ("cycle", test_cycle);
  add ("delete-anchor", test_delete_anchor);
  add ("undated-source", test_undated_source);
  add ("own-calendar", test_own_calendar);
  add ("calendar-refused", test_calendar_refused);
  add ("changes-kind", test_changes_kind);
  return g_test_run ();
}
