/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns: order of rows, marks of a row, spans, anchors; and the same result whatever the order of adding. */
#include "model/dtl-columns.h"

#include "model-fixture.h"

#define DAY(n) ((n) *DTL_SECONDS_PER_DAY)

static void
add_event (DtlColumnsBuilder *builder, DtlId id, int kind)
{
  DtlColumnsEvent event = { .id = id, .importance = 500, .kind = kind, .main_role = -1 };

  dtl_columns_builder_add_event (builder, &event);
}

static void
add_mark (DtlColumnsBuilder *builder, DtlId event, DtlId claim, DtlClaimRole role, int64_t first_day, int64_t last_day)
{
  DtlMark mark = new_mark (claim, role, DTL_STANDING_ACCEPTED, first_day, last_day);

  dtl_columns_builder_add_mark (builder, event, &mark, DTL_ID_NONE);
}

static void
test_order (void)
{
  static const DtlId expected[] = { 40, 30, 10, 50, 20, 60 };
  g_autoptr (DtlColumnsBuilder) builder = dtl_columns_builder_new ();
  g_autoptr (DtlColumns) columns = NULL;
  int64_t start, end;

  for (DtlId id = 60; id >= 10; id -= 10)
    add_event (builder, id, DTL_EVENT_KIND_OTHER);
  add_mark (builder, 10, 1, DTL_ROLE_OCCURRED, 100, 130);
  add_mark (builder, 50, 2, DTL_ROLE_OCCURRED, 100, 130); /* as event 10: by id */
  add_mark (builder, 30, 3, DTL_ROLE_OCCURRED, 100, 100); /* known more closely: before them */
  add_mark (builder, 40, 4, DTL_ROLE_OCCURRED, 99, 200);
  add_mark (builder, 20, 5, DTL_ROLE_ENDED, 1, 1); /* an end alone is no start */
  columns = dtl_columns_builder_finish (builder);

  g_assert_cmpuint (columns->n_events, ==, 6);
  g_assert_cmpuint (columns->n_dated, ==, 4);
  for (uint32_t row = 0; row < 6; row++)
    {
      g_assert_cmpint (columns->id[row], ==, expected[row]);
      g_assert_cmpint (dtl_columns_find (columns, expected[row]), ==, row);
    }
  g_assert_cmpint (dtl_columns_find (columns, 15), ==, -1);
  g_assert_cmpint (dtl_columns_find (columns, 99), ==, -1);
  g_assert_cmpuint (dtl_columns_get_main_mark (columns, 4), ==, DTL_NO_MARK);
  dtl_columns_get_reach (columns, 4, &start, &end);
  g_assert_cmpint (start, ==, DTL_CIVIL_MAX);
  g_assert_cmpint (end, ==, DTL_CIVIL_MIN);
}

static void
test_marks_of_a_row (void)
{
  g_autoptr (DtlColumnsBuilder) builder = dtl_columns_builder_new ();
  g_autoptr (DtlColumns) columns = NULL;
  int64_t start, end;
  DtlMark competing = new_mark (3, DTL_ROLE_ANNOUNCED, DTL_STANDING_COMPETING, 90, 90);
  DtlMark rejected = new_mark (4, DTL_ROLE_ANNOUNCED, DTL_STANDING_REJECTED, 1, 1);
  DtlMark derived = new_mark (5, DTL_ROLE_EFFECTIVE, DTL_STANDING_ACCEPTED, 130, 130);
  DtlMark lost = new_mark (6, DTL_ROLE_EFFECTIVE, DTL_STANDING_COMPETING, 131, 131);

  dtl_columns_builder_add_mark (builder, 1, &lost, 999);
  dtl_columns_builder_add_mark (builder, 1, &derived, 2);
  add_mark (builder, 1, 2, DTL_ROLE_ANNOUNCED, 100, 100);
  dtl_columns_builder_add_mark (builder, 1, &competing, DTL_ID_NONE);
  dtl_columns_builder_add_mark (builder, 1, &rejected, DTL_ID_NONE);
  add_mark (builder, 77, 8, DTL_ROLE_OCCURRED, 5, 5);
  add_event (builder, 1, DTL_EVENT_KIND_PROHIBITION);
  columns = dtl_columns_builder_finish (builder);

  g_assert_cmpuint (columns->n_marks, ==, 4);
  g_assert_cmpuint (columns->mark_first[1], ==, 4);
  g_assert_cmpint (columns->mark_claim[0], ==, 3);
  g_assert_cmpint (columns->mark_claim[1], ==, 2);
  g_assert_cmpint (columns->mark_claim[2], ==, 5);
  g_assert_cmpuint (dtl_columns_get_main_mark (columns, 0), ==, 1);
  g_assert_cmpuint (dtl_columns_get_anchor (columns, 2), ==, 1);
  g_assert_cmpuint (dtl_columns_get_anchor (columns, 3), ==, DTL_NO_MARK);
  dtl_columns_get_reach (columns, 0, &start, &end);
  g_assert_cmpint (start, ==, DAY (90));
  g_assert_cmpint (end, ==, DAY (132) - 1);
  g_assert_cmpuint (columns->flags[0] & DTL_EVENT_HAS_COMPETING, !=, 0);
}

static void
test_main_mark (void)
{
  static const struct
  {
    int kind, main_role;
    DtlId expected;
  } rows[] = {
    { DTL_EVENT_KIND_PROHIBITION, -1, 2 },       { DTL_EVENT_KIND_EFFECTIVE_DATE, -1, 3 },
    { DTL_EVENT_KIND_STATEMENT, -1, 2 },         { DTL_EVENT_KIND_OTHER, DTL_ROLE_REPORTED, 4 },
    { DTL_EVENT_KIND_OTHER, DTL_ROLE_ENDED, 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DtlColumnsBuilder) builder = dtl_columns_builder_new ();
      g_autoptr (DtlColumns) columns = NULL;
      DtlColumnsEvent event = { .id = 1, .kind = rows[i].kind, .main_role = rows[i].main_role };

      dtl_columns_builder_add_event (builder, &event);
      add_mark (builder, 1, 5, DTL_ROLE_ENDED, 60, 60);
      add_mark (builder, 1, 4, DTL_ROLE_REPORTED, 10, 10);
      add_mark (builder, 1, 3, DTL_ROLE_EFFECTIVE, 50, 50);
      add_mark (builder, 1, 2, DTL_ROLE_ANNOUNCED, 40, 40);
      columns = dtl_columns_builder_finish (builder);
      g_assert_cmpint (columns->mark_claim[dtl_columns_get_main_mark (columns, 0)], ==, rows[i].expected);
    }
}

static void
test_actors_and_sources (void)
{
  g_autoptr (DtlColumnsBuilder) builder = dtl_columns_builder_new ();
  g_autoptr (DtlColumns) columns = NULL;

  add_event (builder, 1, DTL_EVENT_KIND_OTHER);
  add_event (builder, 2, DTL_EVENT_KIND_OTHER);
  add_event (builder, 3, DTL_EVENT_KIND_OTHER);
  add_mark (builder, 3, 9, DTL_ROLE_OCCURRED, 1, 1); /* so that rows are 3, 1, 2 */
  dtl_columns_builder_add_actor (builder, 2, 7);
  dtl_columns_builder_add_actor (builder, 3, 5);
  dtl_columns_builder_add_actor (builder, 3, 4);
  dtl_columns_builder_add_actor (builder, 3, 5);
  dtl_columns_builder_add_actor (builder, 88, 5);
  dtl_columns_builder_add_source (builder, 1, 0);
  columns = dtl_columns_builder_finish (builder);

  g_assert_cmpuint (columns->n_participations, ==, 3);
  g_assert_cmpuint (columns->actor_first[1], ==, 2);
  g_assert_cmpuint (columns->actor_first[2], ==, 2);
  g_assert_cmpuint (columns->actor_first[3], ==, 3);
  g_assert_cmpuint (columns->actor_index[0], ==, 4);
  g_assert_cmpuint (columns->actor_index[1], ==, 5);
  g_assert_cmpuint (columns->actor_index[2], ==, 7);
  g_assert_cmpuint (columns->source_first[1], ==, 0);
  g_assert_cmpuint (columns->source_first[3], ==, 1);
}

/* Each link is at both its ends; one whose other end is not there is left out. */
static void
test_links (void)
{
  g_autoptr (DtlColumnsBuilder) builder = dtl_columns_builder_new ();
  g_autoptr (DtlColumns) columns = NULL;
  const DtlColumnsLink *links;
  uint32_t n_links;

  for (DtlId id = 1; id <= 3; id++)
    {
      add_event (builder, id, DTL_EVENT_KIND_OTHER);
      add_mark (builder, id, id, DTL_ROLE_OCCURRED, 10 * id, 10 * id);
    }
  dtl_columns_builder_add_link (builder, 3, 1, DTL_LINK_AMENDS);
  dtl_columns_builder_add_link (builder, 2, 1, DTL_LINK_CAUSES);
  dtl_columns_builder_add_link (builder, 2, 99, DTL_LINK_CAUSES);
  columns = dtl_columns_builder_finish (builder);

  g_assert_cmpuint (columns->n_links, ==, 4);
  links = dtl_columns_get_links (columns, 0, &n_links);
  g_assert_cmpuint (n_links, ==, 2);
  g_assert_cmpuint (links[0].other, ==, 1);
  g_assert_cmpuint (links[0].type, ==, DTL_LINK_CAUSES);
  g_assert_false (links[0].is_from);
  g_assert_cmpuint (links[1].other, ==, 2);
  links = dtl_columns_get_links (columns, 2, &n_links);
  g_assert_cmpuint (n_links, ==, 1);
  g_assert_true (links[0].is_from);
  g_assert_cmpuint (links[0].other, ==, 0);
}

static void
test_empty (void)
{
  g_autoptr (DtlColumnsBuilder) builder = dtl_columns_builder_new ();
  g_autoptr (DtlColumns) columns = dtl_columns_builder_finish (builder);

  g_assert_cmpuint (columns->n_events, ==, 0);
  g_assert_cmpuint (columns->mark_first[0], ==, 0);
  g_assert_cmpuint (columns->actor_first[0], ==, 0);
  g_assert_cmpint (dtl_columns_find (columns, 1), ==, -1);
}

static void
test_event_bounds (void)
{
  g_autoptr (DtlColumnsBuilder) builder = dtl_columns_builder_new ();
  g_autoptr (DtlColumns) columns = NULL;
  DtlBounds bounds;

  add_event (builder, 1, DTL_EVENT_KIND_OTHER);
  add_mark (builder, 1, 1, DTL_ROLE_OCCURRED, 10, 19);
  add_mark (builder, 1, 2, DTL_ROLE_ENDED, 30, 39);
  add_mark (builder, 1, 3, DTL_ROLE_REPORTED, 90, 90);
  add_event (builder, 2, DTL_EVENT_KIND_OTHER);
  add_mark (builder, 2, 4, DTL_ROLE_OCCURRED, 50, 59);
  add_mark (builder, 2, 5, DTL_ROLE_ENDED, 40, 41); /* before the start: not heeded */
  add_event (builder, 3, DTL_EVENT_KIND_OTHER);
  columns = dtl_columns_builder_finish (builder);

  g_assert_true (dtl_columns_get_event_bounds (columns, 0, &bounds));
  g_assert_cmpint (bounds.start_latest, ==, DAY (20) - 1);
  g_assert_cmpint (bounds.end_earliest, ==, DAY (30));
  g_assert_cmpint (bounds.end_latest, ==, DAY (40) - 1);
  g_assert_true (bounds.flags & DTL_BOUND_LASTS);
  g_assert_true (dtl_columns_get_event_bounds (columns, 1, &bounds));
  g_assert_cmpint (bounds.end_latest, ==, DAY (60) - 1);
  g_assert_false (dtl_columns_get_event_bounds (columns, 2, &bounds));
}

/* In whatever form bounds stand in the columns, they come out as they went in; most in one that takes no more room. */
static void
test_forms (void)
{
  static const struct
  {
    DtlMarkForm form;
    DtlBounds bounds;
  } rows[] = {
    { DTL_MARK_FORM_SPAN, { DAY (5), DAY (6) - 1, DAY (5), DAY (6) - 1, 0 } },
    { DTL_MARK_FORM_SPAN, { DAY (-400000), DAY (-399000) - 1, DAY (-400000), DAY (-399000) - 1, 0xe0 } },
    { DTL_MARK_FORM_SPAN, { 0, UINT32_MAX, 0, UINT32_MAX, 0 } },
    { DTL_MARK_FORM_OTHER, { 0, INT64_C (1) << 32, 0, INT64_C (1) << 32, 0 } },
    { DTL_MARK_FORM_SECOND, { DAY (5) + 17, DAY (5) + 17, DAY (5) + 17, DAY (5) + 17, DTL_BOUND_HAS_TIME } },
    { DTL_MARK_FORM_SECOND, { DAY (-5) + 17, DAY (-5) + 17, DAY (-5) + 17, DAY (-5) + 17, DTL_BOUND_HAS_TIME } },
    { DTL_MARK_FORM_OTHER, { DAY (5) + 17, DAY (5) + 18, DAY (5) + 17, DAY (5) + 18, 0 } },
    { DTL_MARK_FORM_DAYS, { DAY (5), DAY (6) - 1, DAY (9), DAY (10) - 1, DTL_BOUND_LASTS } },
    { DTL_MARK_FORM_OTHER, { DAY (5), DAY (6) - 1, DAY (3), DAY (4) - 1, DTL_BOUND_LASTS } },
    { DTL_MARK_FORM_OTHER, { DAY (5), DAY (7) - 1, DAY (9), DAY (10) - 1, DTL_BOUND_LASTS } },
    { DTL_MARK_FORM_OTHER, { DAY (5), DAY (6) - 1, DAY (9), DAY (10), DTL_BOUND_LASTS } },
    { DTL_MARK_FORM_OTHER, { DAY (5), DAY (6) - 1, DTL_CIVIL_MAX, DTL_CIVIL_MAX, DTL_BOUND_END_OPEN } },
    { DTL_MARK_FORM_OTHER, { DTL_CIVIL_MIN, DTL_CIVIL_MAX, DTL_CIVIL_MIN, DTL_CIVIL_MAX, 0 } },
    { DTL_MARK_FORM_OTHER, { DAY (-9), DTL_CIVIL_MAX, DAY (-9), DTL_CIVIL_MAX, DTL_BOUND_LASTS } },
    { DTL_MARK_FORM_OTHER,
      { DAY (INT64_C (1) << 31), DAY (INT64_C (1) << 31), DAY (INT64_C (1) << 31), DAY (INT64_C (1) << 31), 0 } },
    { DTL_MARK_FORM_OTHER, { 0, 0, 0, 0, 256 } },
  };
  g_autoptr (DtlColumnsBuilder) builder = dtl_columns_builder_new ();
  g_autoptr (DtlColumns) columns = NULL;

  add_event (builder, 1, DTL_EVENT_KIND_OTHER);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DtlMark mark = new_mark (100 + i, DTL_ROLE_OCCURRED, DTL_STANDING_ACCEPTED, 0, 0);

      mark.bounds = rows[i].bounds;
      dtl_columns_builder_add_mark (builder, 1, &mark, DTL_ID_NONE);
    }
  columns = dtl_columns_builder_finish (builder);
  for (uint32_t i = 0; i < columns->n_marks; i++)
    {
      guint row = (guint) (columns->mark_claim[i] - 100);
      DtlBounds found = dtl_columns_get_bounds (columns, i);

      g_test_message ("row %u", row);
      g_assert_cmpint (columns->marks[i].form, ==, rows[row].form);
      g_assert_cmpint (found.start_earliest, ==, rows[row].bounds.start_earliest);
      g_assert_cmpint (found.start_latest, ==, rows[row].bounds.start_latest);
      g_assert_cmpint (found.end_earliest, ==, rows[row].bounds.end_earliest);
      g_assert_cmpint (found.end_latest, ==, rows[row].bounds.end_latest);
      g_assert_cmpuint (found.flags, ==, rows[row].bounds.flags);
    }
}

/* A hundred thousand events in a scrambled order: every row in order, every look-up right. */
static void
test_many (void)
{
  const uint32_t n = 100003; /* prime, so that the steps below visit every id once */
  g_autoptr (DtlColumnsBuilder) builder = dtl_columns_builder_new ();
  g_autoptr (DtlColumns) columns = NULL;
  int64_t last_start = DTL_CIVIL_MIN;
  int64_t start, end;

  for (uint32_t i = 0; i < n; i++)
    {
      DtlId id = 1 + (DtlId) ((uint64_t) i * 7919 % n);

      add_event (builder, id, DTL_EVENT_KIND_OTHER);
      add_mark (builder, id, id * 2, DTL_ROLE_OCCURRED, (int64_t) ((uint64_t) id * 31 % 1009), 2000);
      dtl_columns_builder_add_actor (builder, id, (uint32_t) (id % 50));
    }
  columns = dtl_columns_builder_finish (builder);
  g_assert_cmpuint (columns->n_dated, ==, n);
  for (uint32_t row = 0; row < n; row++)
    {
      g_assert_cmpint (columns->mark_claim[dtl_columns_get_main_mark (columns, row)], ==, columns->id[row] * 2);
      g_assert_cmpuint (columns->actor_index[columns->actor_first[row]], ==, (uint32_t) (columns->id[row] % 50));
      g_assert_cmpint (dtl_columns_find (columns, columns->id[row]), ==, row);
      dtl_columns_get_reach (columns, row, &start, &end);
      g_assert_true (row == 0 || last_start < start ||
                     (last_start == start && columns->id[row - 1] < columns->id[row]));
      last_start = start;
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/columns/order", test_order);
  g_test_add_func ("/model/columns/marks-of-a-row", test_marks_of_a_row);
  g_test_add_func ("/model/columns/main-mark", test_main_mark);
  g_test_add_func ("/model/columns/actors-and-sources", test_actors_and_sources);
  g_test_add_func ("/model/columns/links", test_links);
  g_test_add_func ("/model/columns/empty", test_empty);
  g_test_add_func ("/model/columns/event-bounds", test_event_bounds);
  g_test_add_func ("/model/columns/forms", test_forms);
  g_test_add_func ("/model/columns/many", test_many);
  return g_test_run ();
}
