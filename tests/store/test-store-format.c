/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The format: its document and the program say the same, every word of a vocabulary can be stored, and the examples of
 * released versions can be read. */
#include <glib/gstdio.h>

#include "store-support.h"

#define SCHEMA_SQL                                                                                                     \
  "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB '*_search_*' ORDER BY type DESC, name"

/* The statements in the ```sql blocks of a document, in their order. */
static char *
extract_sql (const char *document)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (document, "\n", -1);
  gboolean is_inside = FALSE;

  for (size_t i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "```"))
        is_inside = g_strcmp0 (lines[i], "```sql") == 0;
      else if (is_inside)
        g_string_append_printf (sql, "%s\n", lines[i]);
    }
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static void
test_document (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *document_path = g_build_filename (g_test_get_dir (G_TEST_DIST), "..", "docs", "format.md", NULL);
  g_autofree char *described_path = fixture_path (self, "described");
  g_autofree char *published_path = fixture_path (self, "case.dateline");
  g_autofree char *document = NULL;
  g_autofree char *sql = NULL;
  g_autofree char *described = NULL;
  g_autofree char *written = NULL;

  g_file_get_contents (document_path, &document, NULL, &error);
  g_assert_no_error (error);
  sql = extract_sql (document);
  run_sql (described_path, sql);
  described = ask_sql (described_path, SCHEMA_SQL);
  dtl_store_publish (self->store, published_path, NULL, NULL, &error);
  g_assert_no_error (error);
  written = ask_sql (published_path, SCHEMA_SQL);
  g_assert_cmpuint (strlen (written), >, 10000);
  g_assert_cmpstr (described, ==, written);
}

static void
put_terms (DtlStore *store, int value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlActor) actor = dtl_actor_new ();
  g_autoptr (DtlSource) source = dtl_source_new ();
  g_autoptr (DtlPassage) passage = dtl_passage_new ();
  g_autoptr (DtlEvent) event = dtl_event_new ();
  g_autoptr (DtlEvent) other = dtl_event_new ();
  DtlSourceText *text = dtl_source_text_new ();
  DtlClaim *claim = dtl_claim_new ();
  DtlClaim *derived = dtl_claim_new ();
  DtlEvidence *evidence;
  DtlLink *link = dtl_link_new ();

  actor->name = g_strdup_printf ("Actor %d", value);
  actor->kind = MIN (value, DTL_ACTOR_COUNTRY);
  dtl_store_put_actor (store, actor, &error);
  g_assert_no_error (error);
  source->tier = MIN (value, DTL_TIER_RELAYED);
  source->issued_basis = MIN (value, DTL_BASIS_DERIVED);
  source->issued_edtf = g_strdup ("2024");
  text->kind = MIN (value, DTL_TEXT_SUMMARY);
  text->text = g_strdup_printf ("Words %d", value);
  g_ptr_array_add (source->texts, text);
  dtl_store_put_source (store, source, &error);
  g_assert_no_error (error);
  passage->source = source->id;
  dtl_store_put_passage (store, passage, &error);
  g_assert_no_error (error);

  other->title = g_strdup ("Other");
  dtl_store_put_event (store, other, &error);
  g_assert_no_error (error);
  event->title = g_strdup ("Event");
  event->kind = MIN (value, DTL_EVENT_KIND_OTHER);
  event->status = MIN (value, DTL_STATUS_WITHDRAWN);
  event->assertion = MIN (value, DTL_ASSERTION_INTENTION);
  event->review = MIN (value, DTL_REVIEW_REJECTED);
  event->main_role = MIN (value, DTL_N_ROLES - 1);
  evidence = dtl_evidence_new (passage->id, MIN (value, DTL_STANCE_MENTIONS));
  g_ptr_array_add (event->evidence, evidence);
  claim->role = MIN (value, DTL_N_ROLES - 1);
  claim->standing = MIN (value, DTL_STANDING_REJECTED);
  claim->basis = MIN (value, DTL_BASIS_DERIVED);
  claim->limit = MIN (value, DTL_LIMIT_LAST_ALLOWED);
  claim->edtf = g_strdup ("2024-02");
  g_ptr_array_add (event->claims, claim);
  link->type = MIN (value, DTL_LINK_SUPERSEDES);
  link->to = other->id;
  g_ptr_array_add (event->links, link);
  dtl_store_put_event (store, event, &error);
  g_assert_no_error (error);

  derived->event = other->id;
  derived->has_rule = TRUE;
  derived->rule.anchor_source = source->id;
  derived->rule.comparator = MIN (value, DTL_COMPARATOR_AFTER);
  derived->rule.counting = MIN (value, DTL_COUNTING_ANCHOR_COUNTED);
  derived->rule.amount = 2;
  derived->rule.unit = MIN (value, DTL_UNIT_YEARS);
  dtl_store_put_claim (store, derived, &error);
  g_assert_no_error (error);
  dtl_claim_free (derived);
}

static void
test_vocabularies (Fixture *self, gconstpointer data)
{
  for (int value = 0; value <= DTL_EVENT_KIND_OTHER; value++)
    {
      begin (self->store, "Put");
      put_terms (self->store, value);
      commit (self->store);
    }
}

typedef struct
{
  const char *file;
  int version;
  guint n_claims, n_changes;
} Example;

static const Example examples[] = {
  { "example-v1.dateline", 1, 3, 3 },
  { "example-v2.dateline", 2, 5, 4 },
  { "example-v3.dateline", 3, 5, 4 },
};

/* Every claim with all that it says, a line each. */
static char *
describe_claims (GPtrArray *events, guint *n_claims)
{
  g_autoptr (GString) text = g_string_new (NULL);

  *n_claims = 0;
  for (guint i = 0; i < events->len; i++)
    {
      const DtlEvent *event = g_ptr_array_index (events, i);

      for (guint j = 0; j < event->claims->len; j++, ++*n_claims)
        {
          const DtlClaim *claim = g_ptr_array_index (event->claims, j);
          const DtlRule *rule = &claim->rule;

          g_string_append_printf (text, "%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d %d %d %d %s %d", event->title,
                                  claim->id, claim->passage, claim->role, claim->standing, claim->basis, claim->limit,
                                  claim->edtf, claim->has_rule);
          g_string_append_printf (text,
                                  " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d %" G_GINT64_FORMAT " %d %d %d %d",
                                  rule->anchor_claim, rule->anchor_source, rule->comparator, rule->amount, rule->unit,
                                  rule->counting, rule->month_end, rule->calendar);
          g_string_append_printf (text, " %s %s\n", rule->own_calendar != NULL ? rule->own_calendar->name : "",
                                  claim->reason);
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_example (Fixture *self, gconstpointer data)
{
  const Example *example = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_test_get_dir (G_TEST_DIST), "store", "data", example->file, NULL);
  g_autofree char *copy_path = fixture_path (self, "copy");
  g_autofree char *version = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *copy_hash = NULL;
  g_autoptr (DtlStore) store = NULL;
  g_autoptr (DtlStore) copy = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GPtrArray) copied = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autofree char *claims = NULL;
  g_autofree char *copied_claims = NULL;
  guint n_claims;

  g_assert_true (dtl_store_verify_file (path, &error));
  g_assert_no_error (error);
  store = dtl_store_open_file (path, &error);
  g_assert_no_error (error);
  events = dtl_store_get_events (store, DTL_REVIEW_ACCEPTED, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (events->len, ==, 2);
  g_assert_cmpstr (((DtlEvent *) events->pdata[1])->title, ==, "No new business");
  g_assert_cmpstr (((DtlClaim *) ((DtlEvent *) events->pdata[1])->claims->pdata[0])->edtf, ==, "2024-07-20");
  history = dtl_store_get_history (store, &error);
  g_assert_cmpuint (history->len, ==, example->n_changes);
  claims = describe_claims (events, &n_claims);
  g_assert_cmpuint (n_claims, ==, example->n_claims);
  hash = dtl_store_content_hash (store, &error);

  copy = dtl_store_checkout (path, copy_path, 12, &error);
  g_assert_no_error (error);
  copy_hash = dtl_store_content_hash (copy, &error);
  g_assert_cmpstr (hash, ==, copy_hash);
  copied = dtl_store_get_events (copy, DTL_REVIEW_ACCEPTED, &error);
  copied_claims = describe_claims (copied, &n_claims);
  g_assert_cmpstr (claims, ==, copied_claims);
  g_clear_pointer (&copy, dtl_store_close);
  version = ask_sql (copy_path, "PRAGMA user_version");
  g_assert_cmpstr (version, ==, "3");
}

/* The date of the ban once more, counted in months and in days of an office, so that the example has these too. */
static void
put_countings (DtlStore *store, const Sample *sample)
{
  const int64_t closed[] = { dtl_civil_day_number (2024, 7, 5), dtl_civil_day_number (2024, 7, 4) };
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlOwnCalendar) office = dtl_own_calendar_new ("Office", closed, G_N_ELEMENTS (closed));
  g_autoptr (DtlEvent) event = dtl_store_get_event (store, sample->ban, &error);

  dtl_store_put_calendar (store, office, &error);
  for (int i = 0; i < 2; i++)
    {
      DtlClaim *claim = dtl_claim_new ();

      claim->role = DTL_ROLE_EFFECTIVE;
      claim->standing = DTL_STANDING_COMPETING;
      claim->basis = DTL_BASIS_DERIVED;
      claim->limit = DTL_LIMIT_LAST_ALLOWED;
      claim->has_rule = TRUE;
      claim->rule.anchor_claim = sample->announced_claim;
      claim->rule.amount = i == 0 ? 1 : 20;
      claim->rule.unit = i == 0 ? DTL_UNIT_MONTHS : DTL_UNIT_BUSINESS_DAYS;
      claim->rule.month_end = i == 0 ? DTL_MONTH_END_OVERFLOW : DTL_MONTH_END_LAST_DAY;
      claim->rule.calendar = i == 0 ? DTL_CALENDAR_NONE : DTL_CALENDAR_OWN;
      claim->rule.own_calendar = i == 0 ? NULL : dtl_own_calendar_ref (office);
      g_ptr_array_add (event->claims, claim);
    }
  dtl_store_put_event (store, event, &error);
  g_assert_no_error (error);
}

/* In version 1 a period of months was the same whether its first day was counted or not. What was counted then stays
 * what it was, also when its anchor moves. */
static void
test_counted_months (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *example = g_build_filename (g_test_get_dir (G_TEST_DIST), "store", "data", examples[0].file, NULL);
  g_autofree char *path = fixture_path (self, "counted.dateline");
  g_autofree char *copy_path = fixture_path (self, "copy");
  g_autofree char *bytes = NULL;
  gsize n_bytes = 0;
  g_autofree char *month_end = NULL;
  g_autofree char *counting = NULL;
  g_autofree char *value = NULL;
  g_autoptr (DtlStore) file = NULL;
  g_autoptr (DtlStore) copy = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (DtlEvent) event = NULL;

  g_file_get_contents (example, &bytes, &n_bytes, &error);
  g_file_set_contents (path, bytes, (gssize) n_bytes, &error);
  g_assert_no_error (error);
  run_sql (path, "UPDATE claim SET rule_unit = 'months', rule_amount = 1, rule_counting = 'anchor_counted'"
                 " WHERE rule_unit = 'days'");
  file = dtl_store_open_file (path, &error);
  g_assert_no_error (error);
  before = dtl_store_get_events (file, DTL_REVIEW_ACCEPTED, &error);
  g_assert_cmpint (((DtlClaim *) ((DtlEvent *) before->pdata[1])->claims->pdata[0])->rule.counting, ==,
                   DTL_COUNTING_ANCHOR_NOT_COUNTED);
  copy = dtl_store_checkout (path, copy_path, 12, &error);
  g_assert_no_error (error);
  event = dtl_store_get_event (copy, ((DtlEvent *) before->pdata[0])->id, &error);
  g_free (((DtlClaim *) event->claims->pdata[0])->edtf);
  ((DtlClaim *) event->claims->pdata[0])->edtf = g_strdup ("2024-06-25");
  begin (copy, "Move");
  dtl_store_put_event (copy, event, &error);
  commit (copy);
  g_clear_pointer (&copy, dtl_store_close);
  value = ask_sql (copy_path, "SELECT edtf FROM claim_value");
  g_assert_cmpstr (value, ==, "2024-07-25");
  counting = ask_sql (copy_path, "SELECT rule_counting FROM claim WHERE rule_unit = 'months'");
  g_assert_cmpstr (counting, ==, "anchor_not_counted");
  month_end = ask_sql (copy_path, "SELECT rule_month_end FROM claim WHERE rule_unit = 'months'");
  g_assert_cmpstr (month_end, ==, "last_day");
}

/* Not a test: writes the example of the current version, for whoever makes a new one. */
static int
write_example (const char *path)
{
  g_autoptr (GError) error = NULL;
  Fixture fixture = { NULL };
  Sample sample;

  fixture_set_up (&fixture, NULL);
  fill_case (fixture.store, &sample);
  begin (fixture.store, "Count in other ways");
  put_countings (fixture.store, &sample);
  commit (fixture.store);
  begin (fixture.store, "Rename the case");
  dtl_store_set_title (fixture.store, "An example", &error);
  commit (fixture.store);
  dtl_store_undo (fixture.store, TEST_NOW, NULL, &error);
  dtl_store_publish (fixture.store, path, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture_tear_down (&fixture, NULL);
  return 0;
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_strcmp0 (argv[1], "--write-example") == 0)
    return write_example (argv[2]);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/format/document", Fixture, NULL, fixture_set_up, test_document, fixture_tear_down);
  g_test_add ("/store/format/vocabularies", Fixture, NULL, fixture_set_up, test_vocabularies, fixture_tear_down);
  g_test_add ("/store/format/counted-months", Fixture, NULL, fixture_set_up, test_counted_months, fixture_tear_down);
  for (size_t i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *name = g_strdup_printf ("/store/format/example-%d", examples[i].version);

      g_test_add (name, Fixture, &examples[i], fixture_set_up, test_example, fixture_tear_down);
    }
  return g_test_run ();
}
