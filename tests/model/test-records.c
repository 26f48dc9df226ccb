/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the records say together: an event's start and end, a source's text and name. */
#include "model-fixture.h"

static void
test_start_follows_main_role (void)
{
  static const struct
  {
    int kind, main_role;
    DtlId expected;
  } rows[] = {
    { DTL_EVENT_KIND_PROHIBITION, -1, 2 },                 /* announced */
    { DTL_EVENT_KIND_EFFECTIVE_DATE, -1, 3 },              /* effective */
    { DTL_EVENT_KIND_PROHIBITION, DTL_ROLE_EFFECTIVE, 3 }, /* chosen */
    { DTL_EVENT_KIND_STATEMENT, -1, 2 },                   /* no occurred: announced is next in the order */
    { DTL_EVENT_KIND_CLOSURE, DTL_ROLE_ENDED, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DtlEvent) event = dtl_event_new ();

      event->kind = rows[i].kind;
      event->main_role = rows[i].main_role;
      add_claim (event, 5, DTL_ROLE_REPORTED, "2023", DTL_STANDING_ACCEPTED);
      add_claim (event, 4, DTL_ROLE_ENDED, "2025", DTL_STANDING_ACCEPTED);
      add_claim (event, 3, DTL_ROLE_EFFECTIVE, "2024-09-29", DTL_STANDING_ACCEPTED);
      add_claim (event, 2, DTL_ROLE_ANNOUNCED, "2024-06-20", DTL_STANDING_ACCEPTED);
      add_claim (event, 1, DTL_ROLE_OCCURRED, "2020", DTL_STANDING_COMPETING);
      g_assert_cmpint (dtl_event_get_start_claim (event)->id, ==, rows[i].expected);
      g_assert_cmpint (dtl_event_get_end_claim (event)->id, ==, 4);
    }
}

static void
test_undated (void)
{
  g_autoptr (DtlEvent) event = dtl_event_new ();

  g_assert_true (dtl_event_is_undated (event));
  add_claim (event, 1, DTL_ROLE_OCCURRED, "2020", DTL_STANDING_COMPETING);
  add_claim (event, 2, DTL_ROLE_OCCURRED, NULL, DTL_STANDING_ACCEPTED);
  add_claim (event, 3, DTL_ROLE_ENDED, "2020", DTL_STANDING_ACCEPTED);
  g_assert_true (dtl_event_is_undated (event));
  add_claim (event, 4, DTL_ROLE_REPORTED, "2020", DTL_STANDING_ACCEPTED);
  g_assert_false (dtl_event_is_undated (event));
}

static DtlSourceText *
add_text (DtlSource *source, DtlId id, DtlTextKind kind, gboolean is_present)
{
  DtlSourceText *text = dtl_source_text_new ();

  text->id = id;
  text->kind = kind;
  text->is_present = is_present;
  g_ptr_array_add (source->texts, text);
  return text;
}

static void
test_best_text (void)
{
  g_autoptr (DtlSource) source = dtl_source_new ();
  DtlSourceText *full;

  g_assert_null (dtl_source_get_best_text (source));
  full = add_text (source, 1, DTL_TEXT_FULL, FALSE);
  g_assert_null (dtl_source_get_best_text (source));
  add_text (source, 2, DTL_TEXT_SUMMARY, TRUE);
  g_assert_cmpint (dtl_source_get_best_text (source)->id, ==, 2);
  full->is_present = TRUE;
  g_assert_cmpint (dtl_source_get_best_text (source)->id, ==, 1);
}

static void
test_anchor (void)
{
  g_autoptr (DtlPassage) passage = dtl_passage_new ();
  DtlAnchor *anchor = dtl_anchor_new ();

  anchor->text = 7;
  g_ptr_array_add (passage->anchors, anchor);
  g_assert_true (dtl_passage_get_anchor (passage, 7) == anchor);
  g_assert_null (dtl_passage_get_anchor (passage, 8));
}

static void
assert_label (const DtlSource *source, const char *expected)
{
  g_autofree char *label = dtl_source_dup_label (source);

  g_assert_cmpstr (label, ==, expected);
}

static void
test_label (void)
{
  g_autoptr (DtlSource) source = dtl_source_new ();

  source->exhibit = 3;
  assert_label (source, "Exhibit 3");
  source->title = g_strdup ("A ban");
  assert_label (source, "A ban");
  source->author = g_strdup ("A. Writer");
  assert_label (source, "A. Writer");
  source->publisher = g_strdup ("The Paper");
  assert_label (source, "The Paper");
  source->issued_basis = DTL_BASIS_SUPPLIED;
  assert_label (source, "The Paper");
  source->issued_edtf = g_strdup ("2024");
  assert_label (source, "[The Paper]");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/records/start-follows-main-role", test_start_follows_main_role);
  g_test_add_func ("/model/records/undated", test_undated);
  g_test_add_func ("/model/records/best-text", test_best_text);
  g_test_add_func ("/model/records/anchor", test_anchor);
  g_test_add_func ("/model/records/label", test_label);
  return g_test_run ();
}
