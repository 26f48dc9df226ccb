/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actor rule, the two readings of dates, full-text hits, and the filter in words. */
#include "model/dtl-filter.h"

#include "date/dtl-civil.h"
#include "model-fixture.h"

enum
{
  COMMERCE = 1,
  RAIMONDO,
  KASPERSKY,
  BEST_BUY,
};

/* The third source proves nothing. */
enum
{
  CNN = 101,
  WIRED,
  UNUSED,
  OWN_KIND = DTL_EVENT_KIND_FIRST_OWN + 3,
};

typedef struct
{
  DtlActorTable *actors;
  GPtrArray *sources;
  DtlColumns *columns;
  DtlFilter *filter;
} Fixture;

/* Events by their actors: 1 C, 2 R, 3 K, 4 C and K, 5 none, 6 B and undated. Days 10, 20 to 29, 30, 40 to 60, 50. */
static void
setup (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    DtlId event;
    int64_t first_day, last_day;
    DtlId actors[2];
    int kind;
    DtlStatus status;
    DtlAssertion assertion;
    DtlId sources[2];
  } rows[] = {
    { 1, 10, 10, { COMMERCE }, DTL_EVENT_KIND_STATEMENT, DTL_STATUS_DONE, DTL_ASSERTION_FACT, { CNN } },
    { 2, 20, 29, { RAIMONDO }, DTL_EVENT_KIND_STATEMENT, DTL_STATUS_PLANNED, DTL_ASSERTION_OPINION, { CNN } },
    { 3, 30, 30, { KASPERSKY }, DTL_EVENT_KIND_OTHER, DTL_STATUS_UNKNOWN, DTL_ASSERTION_DENIED, { WIRED } },
    { 4, 40, 60, { COMMERCE, KASPERSKY }, OWN_KIND, DTL_STATUS_DONE, DTL_ASSERTION_FACT, { CNN, WIRED } },
    { 5, 50, 50, { 0 }, DTL_EVENT_KIND_OTHER, DTL_STATUS_DONE, DTL_ASSERTION_FACT, { 0 } },
    { 6, 0, -1, { BEST_BUY }, DTL_EVENT_KIND_CLOSURE, DTL_STATUS_EXPIRED, DTL_ASSERTION_ALLEGED, { WIRED } },
  };
  GPtrArray *actors = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_actor_free);
  g_autoptr (DtlColumnsBuilder) builder = dtl_columns_builder_new ();

  g_ptr_array_add (actors, new_actor (COMMERCE, "Department of Commerce", DTL_ID_NONE, 2));
  g_ptr_array_add (actors, new_actor (RAIMONDO, "Raimondo", COMMERCE, 1));
  g_ptr_array_add (actors, new_actor (KASPERSKY, "Kaspersky", DTL_ID_NONE, 2));
  g_ptr_array_add (actors, new_actor (BEST_BUY, "Best Buy", DTL_ID_NONE, 1));
  fixture->actors = dtl_actor_table_new (actors);
  fixture->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_source_free);
  for (DtlId id = CNN; id <= UNUSED; id++)
    {
      g_ptr_array_add (fixture->sources, dtl_source_new ());
      ((DtlSource *) g_ptr_array_index (fixture->sources, id - CNN))->id = id;
    }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DtlColumnsEvent event = { .id = rows[i].event,
                                .kind = rows[i].kind,
                                .status = rows[i].status,
                                .assertion = rows[i].assertion,
                                .main_role = -1 };
      DtlMark mark = new_mark (i + 1, DTL_ROLE_OCCURRED, DTL_STANDING_ACCEPTED, rows[i].first_day, rows[i].last_day);

      dtl_columns_builder_add_event (builder, &event);
      if (rows[i].last_day >= 0)
        dtl_columns_builder_add_mark (builder, rows[i].event, &mark, DTL_ID_NONE);
      for (guint j = 0; j < 2 && rows[i].actors[j] != 0; j++)
        dtl_columns_builder_add_actor (builder, rows[i].event,
                                       (uint32_t) dtl_actor_table_find_id (fixture->actors, rows[i].actors[j]));
      for (guint j = 0; j < 2 && rows[i].sources[j] != 0; j++)
        dtl_columns_builder_add_source (builder, rows[i].event, (uint32_t) (rows[i].sources[j] - CNN));
    }
  fixture->columns = dtl_columns_builder_finish (builder);
  fixture->filter = dtl_filter_new ();
}

static void
teardown (Fixture *fixture, gconstpointer data)
{
  dtl_actor_table_unref (fixture->actors);
  g_ptr_array_unref (fixture->sources);
  dtl_columns_unref (fixture->columns);
  dtl_filter_free (fixture->filter);
}

/* @expected: the ids that show, in order of rows. */
static void
assert_shows_hits (Fixture *fixture, const DtlBitset *hits, const char *expected)
{
  g_autoptr (DtlBitset) shown =
      dtl_filter_apply (fixture->filter, fixture->columns, fixture->actors, fixture->sources, hits);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (uint32_t row = 0; row < shown->n_bits; row++)
    if (dtl_bitset_get (shown, row))
      g_string_append_printf (ids, "%s%d", ids->len > 0 ? " " : "", (int) fixture->columns->id[row]);
  g_assert_cmpstr (ids->str, ==, expected);
  g_assert_cmpuint (dtl_bitset_count (shown), ==, (ids->len + 1) / 2);
}

static void
assert_shows (Fixture *fixture, const char *expected)
{
  assert_shows_hits (fixture, NULL, expected);
}

static void
set_on (Fixture *fixture, DtlId actor, gboolean on)
{
  dtl_filter_set_actor_on (fixture->filter, actor, on, fixture->actors);
}

static void
test_all (Fixture *fixture, gconstpointer data)
{
  assert_shows (fixture, "1 2 3 4 5 6");
  g_assert_true (dtl_filter_is_empty (fixture->filter));
}

static void
test_switching_off (Fixture *fixture, gconstpointer data)
{
  set_on (fixture, COMMERCE, FALSE);
  assert_shows (fixture, "2 3 4 5 6");
  g_assert_false (dtl_filter_shows_lane (fixture->filter, fixture->actors,
                                         (uint32_t) dtl_actor_table_find_id (fixture->actors, COMMERCE)));
  set_on (fixture, KASPERSKY, FALSE);
  assert_shows (fixture, "2 5 6");
  set_on (fixture, RAIMONDO, FALSE);
  set_on (fixture, BEST_BUY, FALSE);
  assert_shows (fixture, "5");
  g_assert_false (dtl_filter_is_empty (fixture->filter));
}

static void
test_naming (Fixture *fixture, gconstpointer data)
{
  fixture->filter->all_actors = FALSE;
  set_on (fixture, COMMERCE, TRUE);
  assert_shows (fixture, "1 2 4 5");
  g_assert_true (dtl_filter_is_actor_on (fixture->filter, RAIMONDO));
  set_on (fixture, BEST_BUY, TRUE);
  assert_shows (fixture, "1 2 4 5 6");
  set_on (fixture, KASPERSKY, TRUE);
  g_assert_true (fixture->filter->all_actors);
  g_assert_true (dtl_filter_is_empty (fixture->filter));
}

/* Whoever names actors does not ask for what nobody did. */
static void
test_hiding_no_actor (Fixture *fixture, gconstpointer data)
{
  fixture->filter->hide_no_actor = TRUE;
  assert_shows (fixture, "1 2 3 4 6");
  g_assert_false (dtl_filter_is_empty (fixture->filter));
  fixture->filter->all_actors = FALSE;
  set_on (fixture, COMMERCE, TRUE);
  assert_shows (fixture, "1 2 4");
}

static void
test_naming_a_person (Fixture *fixture, gconstpointer data)
{
  fixture->filter->all_actors = FALSE;
  set_on (fixture, RAIMONDO, TRUE);
  assert_shows (fixture, "2 5");
}

static void
test_dates (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    int64_t from_day, to_day;
    gboolean certain;
    const char *expected;
  } rows[] = {
    { 10, 29, TRUE, "1 2" },    { 10, 25, TRUE, "1" }, { 10, 25, FALSE, "1 2 6" },
    { 30, 45, FALSE, "3 4 6" }, { 30, 45, TRUE, "3" }, { 61, 70, FALSE, "6" },
    { 29, 29, FALSE, "2 6" },   { 29, 29, TRUE, "" },  { 40, 60, TRUE, "4 5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      fixture->filter->from = rows[i].from_day * DTL_SECONDS_PER_DAY;
      fixture->filter->to = (rows[i].to_day + 1) * DTL_SECONDS_PER_DAY - 1;
      fixture->filter->certain = rows[i].certain;
      assert_shows (fixture, rows[i].expected);
    }
}

static void
test_hits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DtlBitset) hits = dtl_bitset_new (6, FALSE);

  dtl_bitset_set (hits, 0, TRUE);
  dtl_bitset_set (hits, 2, TRUE);
  set_on (fixture, COMMERCE, FALSE);
  assert_shows_hits (fixture, hits, "3");
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DtlFilter) copy = NULL;

  set_on (fixture, COMMERCE, FALSE);
  fixture->filter->certain = TRUE;
  fixture->filter->from = 5;
  fixture->filter->text = g_strdup ("ban");
  copy = dtl_filter_copy (fixture->filter);
  set_on (fixture, KASPERSKY, FALSE);
  g_assert_false (dtl_filter_is_actor_on (copy, COMMERCE));
  g_assert_true (dtl_filter_is_actor_on (copy, KASPERSKY));
  g_assert_true (copy->certain);
  g_assert_cmpint (copy->from, ==, 5);
  g_assert_cmpstr (copy->text, ==, "ban");
}

static int64_t
seconds (int64_t year, int month, int day)
{
  return dtl_civil_seconds_from_day (dtl_civil_day_number (year, month, day));
}

static void
assert_description (Fixture *fixture, const char *expected)
{
  g_autofree char *text = dtl_filter_describe (fixture->filter, fixture->actors, NULL, NULL);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_description (Fixture *fixture, gconstpointer data)
{
  assert_description (fixture, NULL);
  fixture->filter->from = seconds (2017, 1, 1);
  fixture->filter->to = seconds (2025, 1, 1) - 1;
  assert_description (fixture, "from 2017 to 2024 (may fall inside)");
  fixture->filter->certain = TRUE;
  fixture->filter->from = seconds (2017, 2, 1);
  fixture->filter->to = seconds (2024, 3, 1) - 1;
  assert_description (fixture, "from 2017-02 to 2024-02 (falls inside)");
  fixture->filter->from = DTL_CIVIL_MIN;
  fixture->filter->to = seconds (2024, 6, 21) - 1;
  assert_description (fixture, "to 2024-06-20 (falls inside)");
  fixture->filter->to = DTL_CIVIL_MAX;
  fixture->filter->all_actors = FALSE;
  assert_description (fixture, "no actors");
  set_on (fixture, COMMERCE, TRUE);
  assert_description (fixture, "actor: Department of Commerce");
  set_on (fixture, BEST_BUY, TRUE);
  fixture->filter->text = g_strdup ("ban");
  assert_description (fixture, "actors: Department of Commerce, Best Buy; words: “ban”");
}

/* All actors on, and what has none is hidden: something is filtered, so something is told. */
static void
test_description_of_any_actor (Fixture *fixture, gconstpointer data)
{
  fixture->filter->hide_no_actor = TRUE;
  assert_description (fixture, "actors: Department of Commerce, Kaspersky, Best Buy");
}

/* --- facets ----------------------------------------------------------------------------------------------------- */

static GArray *
list_values (Fixture *fixture, DtlFacet facet)
{
  return dtl_facet_list_values (facet, fixture->columns, fixture->sources);
}

static void
switch_value (Fixture *fixture, DtlFacet facet, int64_t value, gboolean on)
{
  g_autoptr (GArray) values = list_values (fixture, facet);

  dtl_filter_set_value_on (fixture->filter, facet, value, on, values);
}

static void
test_facet_values (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    DtlFacet facet;
    const char *expected; /* value:events */
  } rows[] = {
    { DTL_FACET_KIND, "6:2 10:2 8:1 35:1" },
    { DTL_FACET_STATUS, "3:3 0:1 1:1 4:1" },
    { DTL_FACET_ASSERTION, "0:3 1:1 2:1 3:1" },
    { DTL_FACET_SOURCE, "101:3 102:3 0:1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) values = list_values (fixture, rows[i].facet);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < values->len; j++)
        {
          const DtlFacetValue *value = &g_array_index (values, DtlFacetValue, j);

          g_string_append_printf (text, "%s%d:%u", j > 0 ? " " : "", (int) value->value, value->n_events);
        }
      g_assert_cmpstr (text->str, ==, rows[i].expected);
    }
}

/* One value off, then another facet's too. */
static void
test_facets (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    DtlFacet facet;
    int64_t value;
    const char *without; /* what shows without it */
    const char *alone;   /* what shows when it alone is on */
  } rows[] = {
    { DTL_FACET_KIND, DTL_EVENT_KIND_STATEMENT, "3 4 5 6", "1 2" },
    { DTL_FACET_KIND, OWN_KIND, "1 2 3 5 6", "4" },
    { DTL_FACET_STATUS, DTL_STATUS_DONE, "2 3 6", "1 4 5" },
    { DTL_FACET_STATUS, DTL_STATUS_UNKNOWN, "1 2 4 5 6", "3" },
    { DTL_FACET_ASSERTION, DTL_ASSERTION_FACT, "2 3 6", "1 4 5" },
    { DTL_FACET_SOURCE, CNN, "3 4 5 6", "1 2 4" },
    { DTL_FACET_SOURCE, WIRED, "1 2 4 5", "3 4 6" },
    { DTL_FACET_SOURCE, DTL_ID_NONE, "1 2 3 4 6", "5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) values = list_values (fixture, rows[i].facet);

      switch_value (fixture, rows[i].facet, rows[i].value, FALSE);
      g_assert_true (dtl_filter_has_facet (fixture->filter, rows[i].facet));
      g_assert_false (dtl_filter_is_empty (fixture->filter));
      assert_shows (fixture, rows[i].without);
      for (guint j = 0; j < values->len; j++)
        switch_value (fixture, rows[i].facet, g_array_index (values, DtlFacetValue, j).value, FALSE);
      assert_shows (fixture, "");
      switch_value (fixture, rows[i].facet, rows[i].value, TRUE);
      assert_shows (fixture, rows[i].alone);
      dtl_filter_reset_facet (fixture->filter, rows[i].facet);
      assert_shows (fixture, "1 2 3 4 5 6");
      g_assert_true (dtl_filter_is_empty (fixture->filter));
    }
}

/* All on again is no filter: what the case gets later shows. */
static void
test_facet_all_again (Fixture *fixture, gconstpointer data)
{
  switch_value (fixture, DTL_FACET_STATUS, DTL_STATUS_DONE, FALSE);
  switch_value (fixture, DTL_FACET_STATUS, DTL_STATUS_PLANNED, FALSE);
  switch_value (fixture, DTL_FACET_STATUS, DTL_STATUS_DONE, TRUE);
  assert_shows (fixture, "1 3 4 5 6");
  switch_value (fixture, DTL_FACET_STATUS, DTL_STATUS_PLANNED, TRUE);
  g_assert_false (dtl_filter_has_facet (fixture->filter, DTL_FACET_STATUS));
  g_assert_true (dtl_filter_is_value_on (fixture->filter, DTL_FACET_STATUS, DTL_STATUS_WITHDRAWN));
}

static void
test_facets_together (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DtlFilter) copy = NULL;

  switch_value (fixture, DTL_FACET_ASSERTION, DTL_ASSERTION_OPINION, FALSE);
  switch_value (fixture, DTL_FACET_SOURCE, DTL_ID_NONE, FALSE);
  set_on (fixture, BEST_BUY, FALSE);
  assert_shows (fixture, "1 3 4");
  copy = dtl_filter_copy (fixture->filter);
  switch_value (fixture, DTL_FACET_SOURCE, CNN, FALSE);
  g_assert_true (dtl_filter_is_value_on (copy, DTL_FACET_SOURCE, CNN));
  g_assert_false (dtl_filter_is_value_on (copy, DTL_FACET_SOURCE, DTL_ID_NONE));
  g_assert_false (dtl_filter_has_facet (copy, DTL_FACET_KIND));
  dtl_filter_reset_actors (fixture->filter);
  assert_shows (fixture, "3 4 6");
}

static char *
shout_cb (DtlFacet facet, int64_t value, gpointer user_data)
{
  return g_strdup_printf ("%s%d", (const char *) user_data, (int) value);
}

static void
test_description_of_facets (Fixture *fixture, gconstpointer data)
{
  g_autofree char *named = NULL;

  switch_value (fixture, DTL_FACET_STATUS, DTL_STATUS_DONE, FALSE);
  assert_description (fixture, "status: unknown, planned, expired");
  switch_value (fixture, DTL_FACET_SOURCE, CNN, FALSE);
  switch_value (fixture, DTL_FACET_SOURCE, DTL_ID_NONE, FALSE);
  named = dtl_filter_describe (fixture->filter, fixture->actors, shout_cb, (gpointer) "n");
  g_assert_cmpstr (named, ==, "status: n0, n1, n4; source: n102");
  switch_value (fixture, DTL_FACET_SOURCE, WIRED, FALSE);
  assert_description (fixture, "status: unknown, planned, expired; no sources");
}

static void
test_span_as_edtf (Fixture *fixture, gconstpointer data)
{
  g_autofree char *none = dtl_filter_format_from (fixture->filter);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_assert_null (none);
  fixture->filter->from = seconds (2017, 1, 1);
  fixture->filter->to = seconds (2024, 3, 1) - 1;
  from = dtl_filter_format_from (fixture->filter);
  to = dtl_filter_format_to (fixture->filter);
  g_assert_cmpstr (from, ==, "2017");
  g_assert_cmpstr (to, ==, "2024-02");
}

static void
test_bitset (void)
{
  static const uint32_t sizes[] = { 0, 1, 63, 64, 65, 1000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (DtlBitset) all = dtl_bitset_new (sizes[i], TRUE);
      g_autoptr (DtlBitset) none = dtl_bitset_new (sizes[i], FALSE);

      g_assert_cmpuint (dtl_bitset_count (all), ==, sizes[i]);
      g_assert_cmpuint (dtl_bitset_count (none), ==, 0);
      if (sizes[i] > 0)
        {
          dtl_bitset_set (all, sizes[i] - 1, FALSE);
          dtl_bitset_set (none, sizes[i] - 1, TRUE);
          g_assert_false (dtl_bitset_get (all, sizes[i] - 1));
          g_assert_cmpuint (dtl_bitset_count (none), ==, 1);
        }
      dtl_bitset_and (all, none);
      g_assert_cmpuint (dtl_bitset_count (all), ==, 0);
    }
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, setup, test, teardown);
}

static void
test_count_range (void)
{
  g_autoptr (DtlBitset) bits = dtl_bitset_new (300, FALSE);

  for (uint32_t i = 0; i < 300; i++)
    dtl_bitset_set (bits, i, i % 3 == 0 || i / 64 == 2);
  for (uint32_t first = 0; first <= 300; first += 7)
    for (uint32_t n = 0; n <= 300 - first; n += 11)
      {
        uint32_t wanted = 0;

        for (uint32_t i = first; i < first + n; i++)
          wanted += dtl_bitset_get (bits, i);
        g_assert_cmpuint (dtl_bitset_count_range (bits, first, n), ==, wanted);
      }
}

/* Named events alone show, also after a copy; what the case does not have is no error. */
static void
test_only_events (Fixture *fixture, gconstpointer data)
{
  static const DtlId events[] = { 5, 999, 2 };
  g_autoptr (DtlFilter) copy = NULL;
  g_autoptr (DtlBitset) shown = NULL;
  g_autofree char *words = NULL;

  dtl_filter_set_only_events (fixture->filter, events, G_N_ELEMENTS (events));
  g_assert_false (dtl_filter_is_empty (fixture->filter));
  copy = dtl_filter_copy (fixture->filter);
  dtl_filter_set_only_events (fixture->filter, NULL, 0);
  g_assert_true (dtl_filter_is_empty (fixture->filter));
  shown = dtl_filter_apply (copy, fixture->columns, fixture->actors, fixture->sources, NULL);
  for (uint32_t row = 0; row < fixture->columns->n_events; row++)
    g_assert_cmpint (dtl_bitset_get (shown, row), ==, fixture->columns->id[row] == 5 || fixture->columns->id[row] == 2);
  words = dtl_filter_describe (copy, fixture->actors, NULL, NULL);
  g_assert_cmpstr (words, ==, "3 chosen events");
}

/* Two sets of bits with stretches of neither, one and both of them, against what single bits say. */
static void
test_both (void)
{
  g_autoptr (DtlBitset) first = dtl_bitset_new (300, FALSE);
  g_autoptr (DtlBitset) second = dtl_bitset_new (300, FALSE);
  g_autoptr (DtlBitset) copy = NULL;
  uint32_t n_both = 0;

  for (uint32_t i = 0; i < 300; i++)
    {
      dtl_bitset_set (first, i, i % 7 == 0 && i / 64 != 2);
      dtl_bitset_set (second, i, i % 3 == 0);
      n_both += dtl_bitset_get (first, i) && dtl_bitset_get (second, i);
    }
  copy = dtl_bitset_copy (first);
  g_assert_cmpuint (dtl_bitset_count_both (first, second), ==, n_both);
  for (uint32_t i = 0; i <= 310; i++)
    {
      uint32_t wanted = i;

      while (wanted < 300 && !dtl_bitset_get (copy, wanted))
        wanted++;
      g_assert_cmpuint (dtl_bitset_find_next (first, i), ==, MIN (wanted, 300));
    }
}

static void
test_find_rows (Fixture *fixture, gconstpointer data)
{
  static const DtlId ids[] = { 5, 999, 2 };
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (DtlId));
  g_autoptr (DtlBitset) rows = NULL;
  g_autoptr (DtlBitset) none = dtl_filter_find_rows (fixture->columns, NULL);

  g_array_append_vals (events, ids, G_N_ELEMENTS (ids));
  rows = dtl_filter_find_rows (fixture->columns, events);
  g_assert_cmpuint (dtl_bitset_count (none), ==, 0);
  for (uint32_t row = 0; row < fixture->columns->n_events; row++)
    g_assert_cmpint (dtl_bitset_get (rows, row), ==, fixture->columns->id[row] == 5 || fixture->columns->id[row] == 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/model/filter/all", test_all);
  add ("/model/filter/switching-off", test_switching_off);
  add ("/model/filter/naming", test_naming);
  add ("/model/filter/naming-a-person", test_naming_a_person);
  add ("/model/filter/hiding-no-actor", test_hiding_no_actor);
  add ("/model/filter/dates", test_dates);
  add ("/model/filter/hits", test_hits);
  add ("/model/filter/copy", test_copy);
  add ("/model/filter/only-events", test_only_events);
  add ("/model/filter/description", test_description);
  add ("/model/filter/description-of-any-actor", test_description_of_any_actor);
  add ("/model/filter/facet-values", test_facet_values);
  add ("/model/filter/facets", test_facets);
  add ("/model/filter/facet-all-again", test_facet_all_again);
  add ("/model/filter/facets-together", test_facets_together);
  add ("/model/filter/description-of-facets", test_description_of_facets);
  add ("/model/filter/span-as-edtf", test_span_as_edtf);
  add ("/model/filter/find-rows", test_find_rows);
  g_test_add_func ("/model/filter/both", test_both);
  g_test_add_func ("/model/filter/bitset", test_bitset);
  g_test_add_func ("/model/filter/count-range", test_count_range);
  return g_test_run ();
}
