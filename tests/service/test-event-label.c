/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates of events in words: start, end, unknown days, nothing. */
#include "service/dtl-event-label.h"

static void
add_claim (DtlEvent *event, DtlClaimRole role, const char *edtf)
{
  DtlClaim *claim = dtl_claim_new ();

  claim->role = role;
  claim->edtf = g_strdup (edtf);
  claim->standing = DTL_STANDING_ACCEPTED;
  g_ptr_array_add (event->claims, claim);
}

static void
test_dates (void)
{
  static const struct
  {
    const char *start, *end, *expected;
  } rows[] = {
    { "2024-06-20", NULL, "20 June 2024" },
    { "2017", NULL, "some day in 2017" },
    { "2024-07-20", "2024-09-29", "20 July 2024 to 29 September 2024" },
    { "2018", "2020", "2018 to 2020" },
    { "[2024-09-21..2024-09-30]", NULL, "late September 2024" },
    { NULL, "2024-09-29", "ended 29 September 2024" },
    { NULL, NULL, "Undated" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DtlEvent) event = dtl_event_new ();
      g_autofree char *label = NULL;

      if (rows[i].start != NULL)
        add_claim (event, DTL_ROLE_OCCURRED, rows[i].start);
      if (rows[i].end != NULL)
        add_claim (event, DTL_ROLE_ENDED, rows[i].end);
      label = dtl_event_date_label (event, DTL_DATE_LABEL_LONG);
      g_assert_cmpstr (label, ==, rows[i].expected);
    }
}

/* One event with one mark, as the line shows it. */
static char *
label_on_line (DtlAssertion assertion, DtlStatus status, int flags, gboolean is_supplied)
{
  g_autoptr (DtlColumnsBuilder) builder = dtl_columns_builder_new ();
  g_autoptr (DtlColumns) columns = NULL;
  DtlColumnsEvent row = { .id = 1, .kind = DTL_EVENT_KIND_OTHER, .main_role = -1, .flags = flags };
  DtlMark mark = {
    .claim = 2, .role = DTL_ROLE_OCCURRED, .standing = DTL_STANDING_ACCEPTED, .anchor_mark = DTL_NO_MARK
  };

  row.assertion = assertion;
  row.status = status;
  mark.is_supplied = is_supplied;
  dtl_columns_builder_add_event (builder, &row);
  dtl_columns_builder_add_mark (builder, 1, &mark, DTL_ID_NONE);
  columns = dtl_columns_builder_finish (builder);

  return dtl_date_label_for_line ("2024-06-20", NULL, columns, 0);
}

static void
test_remarks (void)
{
  static const struct
  {
    DtlAssertion assertion;
    DtlStatus status;
    int flags;
    gboolean is_supplied;
    const char *expected;
  } rows[] = {
    { DTL_ASSERTION_FACT, DTL_STATUS_DONE, 0, FALSE, "20 Jun 2024" },
    { DTL_ASSERTION_FACT, DTL_STATUS_DONE, 0, TRUE, "[20 Jun 2024]" },
    { DTL_ASSERTION_FACT, DTL_STATUS_PLANNED, 0, FALSE, "20 Jun 2024 · planned" },
    { DTL_ASSERTION_FACT, DTL_STATUS_PLANNED, DTL_EVENT_HAS_COMPETING, FALSE, "20 Jun 2024 · sources differ" },
    { DTL_ASSERTION_ALLEGED, DTL_STATUS_PLANNED, DTL_EVENT_HAS_COMPETING, TRUE, "[20 Jun 2024] · alleged" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *label = label_on_line (rows[i].assertion, rows[i].status, rows[i].flags, rows[i].is_supplied);

      g_assert_cmpstr (label, ==, rows[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/service/event-label/dates", test_dates);
  g_test_add_func ("/service/event-label/remarks", test_remarks);
  return g_test_run ();
}
