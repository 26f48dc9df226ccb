/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The change log: what it says of each write, that it is chained, and that nothing gets past it. */
#include <glib/gstdio.h>

#include "store-support.h"
#include "store/dtl-change-log-private.h"

/* What the log has since @after, one row a line. */
static char *
read_log (Fixture *self, int64_t after)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT table_name || ' ' || op || ' ' || COALESCE (old_values, '-') || ' ' || COALESCE (new_values, '-')"
      " FROM change_row WHERE id > %d ORDER BY id",
      (int) after);

  return ask_sql (self->path, sql);
}

static int64_t
last_row (Fixture *self)
{
  g_autofree char *text = ask_sql (self->path, "SELECT COALESCE (max (id), 0) FROM change_row");

  return g_ascii_strtoll (text, NULL, 10);
}

static char *
ask (Fixture *self, const char *sql)
{
  return ask_sql (self->path, sql);
}

static void
test_rows (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlActor) actor = dtl_actor_new ();
  g_autofree char *inserted = NULL;
  g_autofree char *updated = NULL;
  g_autofree char *same = NULL;
  g_autofree char *title = NULL;
  int64_t mark;

  actor->name = g_strdup ("A \"quoted\"\n имя");
  begin (self->store, "Add");
  dtl_store_put_actor (self->store, actor, &error);
  commit (self->store);
  inserted = read_log (self, 0);
  g_assert_cmpstr (
      inserted, ==,
      "actor insert - {\"name\":\"A \\\"quoted\\\"\\n имя\",\"kind\":\"person\",\"parent_id\":null,\"colour\":0}");

  mark = last_row (self);
  actor->kind = DTL_ACTOR_COUNTRY;
  g_strfreev (actor->aliases);
  actor->aliases = g_strsplit ("x", "|", -1);
  begin (self->store, "Change");
  dtl_store_put_actor (self->store, actor, &error);
  commit (self->store);
  updated = read_log (self, mark);
  g_assert_true (g_str_has_prefix (updated, "actor update {\"kind\":\"person\"} {\"kind\":\"country\"}\n"
                                            "actor_alias insert - {\"actor_id\":"));

  /* Putting the same again is no change at all. */
  mark = last_row (self);
  begin (self->store, "Nothing");
  dtl_store_put_actor (self->store, actor, &error);
  commit (self->store);
  g_assert_cmpint (last_row (self), ==, mark);
  same = ask (self, "SELECT count (*) FROM change");
  g_assert_cmpstr (same, ==, "2");

  begin (self->store, "Rename");
  dtl_store_set_title (self->store, "B", &error);
  commit (self->store);
  title = read_log (self, mark);
  g_assert_cmpstr (title, ==, "case_info update {\"title\":\"A case\"} {\"title\":\"B\"}");
  g_assert_no_error (error);
}

static void
test_delete (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *tables = NULL;
  g_autofree char *sql = NULL;
  Sample sample;

  fill_case (self->store, &sample);
  sql = g_strdup_printf ("SELECT table_name FROM change_row WHERE op = 'delete' AND id > %d ORDER BY id",
                         (int) last_row (self));
  begin (self->store, "Delete");
  dtl_store_delete_event (self->store, sample.ban, &error);
  commit (self->store);
  g_assert_no_error (error);
  tables = ask (self, sql);
  g_assert_cmpstr (tables, ==, "link\nclaim\nevent");
}

/* Every logged table has its triggers: a row of each is written and taken away in plain SQL. */
static void
test_every_table (Fixture *self, gconstpointer data)
{
  static const char *const writes[] = {
    "INSERT INTO kind (id, name) VALUES (900, 'k')",
    "INSERT INTO view (id, name, filter, grouping, folds, viewport) VALUES (901, 'v', '{}', 'actor', '{}', '{}')",
    "INSERT INTO finding_decision (id, rule, event_id, claims, decision) SELECT 902, 'r', min (id), '[]', 'open' FROM event",
    "INSERT INTO conflict (id, table_name, row_id, field, winner, is_decided) VALUES (903, 't', 1, 'f', 'ours', 0)",
    "INSERT INTO import_report (id, file_name, sha256, importer, importer_version, when_utc_seconds, n_sources, n_events,"
    " n_passages, n_skipped) VALUES (904, 'f', printf ('%064d', 0), 'csv', '1', 0, 0, 0, 0, 0)",
    "UPDATE case_info SET title = 'T'",
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *logged = NULL;
  Sample sample;

  fill_case (self->store, &sample);
  begin (self->store, "Write");
  for (size_t i = 0; i < G_N_ELEMENTS (writes); i++)
    {
      dtl_sql_exec (self->store->db, writes[i], &error);
      g_assert_no_error (error);
    }
  commit (self->store);
  logged = ask (self, "SELECT DISTINCT table_name FROM change_row ORDER BY table_name");
  g_assert_cmpstr (logged, ==,
                   "actor\nactor_alias\nanchor\ncase_info\nclaim\nconflict\nevent\nevidence\nfinding_decision\n"
                   "import_report\nkind\nlink\nparticipation\npassage\nsource\nsource_text\ntag\nview");
}

static void
test_no_change_open (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlActor) actor = dtl_actor_new ();

  actor->name = g_strdup ("A");
  g_assert_false (dtl_store_put_actor (self->store, actor, &error));
  g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_SQL);
  g_clear_error (&error);
  g_assert_false (dtl_sql_exec (self->store->db, "UPDATE case_info SET title = 'x'", &error));
  g_assert_nonnull (strstr (error->message, "no change is open"));
}

static void
test_rollback (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (DtlCaseInfo) info = NULL;

  begin (self->store, "Rename");
  dtl_store_set_title (self->store, "B", &error);
  dtl_store_rollback (self->store);
  dtl_store_rollback (self->store);
  history = dtl_store_get_history (self->store, &error);
  info = dtl_store_get_info (self->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 0);
  g_assert_cmpstr (info->title, ==, "A case");
}

/* A change that is open when the program ends has never been. */
static void
test_close_rolls_back (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlCaseInfo) info = NULL;

  begin (self->store, "Rename");
  dtl_store_set_title (self->store, "B", &error);
  fixture_reopen (self);
  info = dtl_store_get_info (self->store, &error);
  g_assert_cmpstr (info->title, ==, "A case");
}

static void
test_history (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = NULL;
  const DtlChange *change;
  Sample sample;

  fill_case (self->store, &sample);
  dtl_store_undo (self->store, TEST_NOW + 5, NULL, &error);
  history = dtl_store_get_history (self->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 2);
  change = g_ptr_array_index (history, 0);
  g_assert_cmpstr (change->label, ==, "Fill the case");
  g_assert_cmpstr (change->who, ==, "Ann Alyst");
  g_assert_cmpint (change->kind, ==, DTL_CHANGE_EDIT);
  g_assert_cmpint (change->when_utc_seconds, ==, TEST_NOW);
  g_assert_cmpint (change->n_rows, ==, 22);
  change = g_ptr_array_index (history, 1);
  g_assert_cmpint (change->kind, ==, DTL_CHANGE_UNDO);
  g_assert_cmpint (change->target, ==, ((DtlChange *) history->pdata[0])->id);
  g_assert_cmpint (change->when_utc_seconds, ==, TEST_NOW + 5);
  g_assert_cmpint (change->n_rows, ==, 22);
}

/* --- the chain -------------------------------------------------------------------------------------------------- */

static char *
make_chain (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  char *path = fixture_path (self, "case.dateline");
  Sample sample;

  fill_case (self->store, &sample);
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %d", i);

      begin (self->store, "Rename");
      dtl_store_set_title (self->store, title, &error);
      commit (self->store);
    }
  dtl_store_publish (self->store, path, NULL, NULL, &error);
  g_assert_no_error (error);
  return path;
}

/* What is hashed, built here once more from the document's words. */
static void
test_hash_value (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *stored = NULL;
  g_autofree char *id = NULL;
  g_autofree char *fields = NULL;
  g_autofree char *wanted = NULL;

  begin (self->store, "R");
  dtl_store_set_title (self->store, "B", &error);
  commit (self->store);
  stored = ask (self, "SELECT hash FROM change");
  id = ask (self, "SELECT id FROM change");
  fields = g_strdup_printf ("0:,%zu:%s,1:1,4:edit,-,1:R,9:Ann Alyst,10:1718841600,1:1,"
                            "9:case_info,1:1,-,6:update,18:{\"title\":\"A case\"},13:{\"title\":\"B\"},",
                            strlen (id), id);
  wanted = g_compute_checksum_for_string (G_CHECKSUM_SHA256, fields, -1);
  g_assert_cmpstr (stored, ==, wanted);
}

static const char *const tamperings[] = {
  "UPDATE change_row SET new_values = '{\"title\":\"Lie\"}' WHERE new_values LIKE '%Title 1%'",
  "UPDATE change SET who = 'Somebody else' WHERE seq = 2",
  "UPDATE change SET when_utc_seconds = 1 WHERE seq = 1",
  "DELETE FROM change_row WHERE change_id = (SELECT id FROM change WHERE seq = 3)",
  "DELETE FROM change_row WHERE change_id = (SELECT id FROM change WHERE seq = 2);"
  "DELETE FROM change WHERE seq = 2",
  "UPDATE change SET hash = printf ('%064d', 0) WHERE seq = 4",
};

static void
test_tampering (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = make_chain (self);

  g_assert_true (dtl_store_verify_file (path, &error));
  g_assert_no_error (error);
  run_sql (path, data);
  g_assert_false (dtl_store_verify_file (path, &error));
  g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "was altered"));
}

/* --- ids and numbers -------------------------------------------------------------------------------------------- */

static void
test_ids (Fixture *self, gconstpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (int round = 0; round < 4; round++)
    {
      begin (self->store, "Give");
      for (int i = 0; i < 5; i++)
        {
          DtlId id = dtl_store_new_id (self->store);

          g_assert_cmpint (id >> 32, ==, TEST_REPLICA);
          g_assert_true (g_hash_table_add (seen, g_memdup2 (&id, sizeof id)));
        }
      dtl_store_set_title (self->store, round % 2 ? "odd" : "even", NULL);
      commit (self->store);
      fixture_reopen (self);
    }
}

static int
put_source (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlSource) source = dtl_source_new ();

  begin (self->store, "Add source");
  dtl_store_put_source (self->store, source, &error);
  commit (self->store);
  g_assert_no_error (error);
  return source->exhibit;
}

static void
test_exhibits (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlSource) source = dtl_source_new ();

  g_assert_cmpint (put_source (self), ==, 1);
  g_assert_cmpint (put_source (self), ==, 2);
  dtl_store_undo (self->store, TEST_NOW, NULL, &error);
  g_assert_cmpint (put_source (self), ==, 3);
  fixture_reopen (self);
  g_assert_cmpint (put_source (self), ==, 4);
  /* One that comes with its number counts as given. */
  source->exhibit = 9;
  begin (self->store, "Numbered");
  dtl_store_put_source (self->store, source, &error);
  g_assert_no_error (error);
  commit (self->store);
  g_assert_cmpint (put_source (self), ==, 10);
}

/* --- references ------------------------------------------------------------------------------------------------- */

static void
check_refused (Fixture *self, const char *hint)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = NULL;

  g_assert_false (dtl_store_commit (self->store, &error));
  g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_REFERENCE);
  g_assert_nonnull (strstr (error->message, hint));
  g_clear_error (&error);
  history = dtl_store_get_history (self->store, &error);
  g_assert_cmpuint (history->len, ==, 1);
  /* The store goes on. */
  begin (self->store, "Rename");
  dtl_store_set_title (self->store, "B", &error);
  commit (self->store);
}

static void
test_dangling (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlEvent) event = NULL;
  Sample sample;

  fill_case (self->store, &sample);
  event = dtl_store_get_event (self->store, sample.ban, &error);
  g_ptr_array_add (event->participations, dtl_participation_new (4242, NULL));
  begin (self->store, "Dangle");
  dtl_store_put_event (self->store, event, &error);
  g_assert_no_error (error);
  check_refused (self, "refers to a row of actor");
}

static void
test_delete_anchor (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Sample sample;

  fill_case (self->store, &sample);
  begin (self->store, "Delete");
  dtl_store_delete_event (self->store, sample.announcement, &error);
  g_assert_no_error (error);
  check_refused (self, "“No new business” (effective) is counted from a date that would be gone");
}

/* Rows may come in any order within a change. */
static void
test_any_order (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlActor) child = dtl_actor_new ();
  g_autoptr (DtlActor) parent = dtl_actor_new ();

  begin (self->store, "Add");
  parent->id = dtl_store_new_id (self->store);
  parent->name = g_strdup ("Parent");
  child->name = g_strdup ("Child");
  child->parent = parent->id;
  dtl_store_put_actor (self->store, child, &error);
  dtl_store_put_actor (self->store, parent, &error);
  g_assert_no_error (error);
  commit (self->store);
}

/* --- imports ---------------------------------------------------------------------------------------------------- */

static void
test_import_record (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "x", -1);
  g_autofree char *before = dtl_store_content_hash (self->store, &error);
  g_autofree char *after = NULL;
  DtlImportRecord record = { .file_name = (char *) "events.csv",
                             .sha256 = sha256,
                             .importer = (char *) "csv",
                             .importer_version = (char *) "0.1",
                             .when_utc_seconds = 99,
                             .n_sources = 1,
                             .n_events = 2,
                             .n_passages = 3,
                             .n_skipped = 4 };
  const DtlImportRecord *read;

  begin (self->store, "Import");
  dtl_store_put_import_record (self->store, &record, &error);
  commit (self->store);
  records = dtl_store_get_import_records (self->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, 1);
  read = g_ptr_array_index (records, 0);
  g_assert_cmpint (read->id, ==, record.id);
  g_assert_cmpstr (read->file_name, ==, "events.csv");
  g_assert_cmpstr (read->sha256, ==, sha256);
  g_assert_cmpstr (read->importer, ==, "csv");
  g_assert_cmpstr (read->importer_version, ==, "0.1");
  g_assert_cmpint (read->when_utc_seconds, ==, 99);
  g_assert_cmpint (read->n_sources, ==, 1);
  g_assert_cmpint (read->n_events, ==, 2);
  g_assert_cmpint (read->n_passages, ==, 3);
  g_assert_cmpint (read->n_skipped, ==, 4);
  after = dtl_store_content_hash (self->store, &error);
  g_assert_cmpstr (before, ==, after);
}

static void
add (const char *name, gconstpointer data, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/store/log/", name, NULL);

  g_test_add (path, Fixture, data, fixture_set_up, test, fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("rows", NULL, test_rows);
  add ("delete", NULL, test_delete);
  add ("every-table", NULL, test_every_table);
  add ("no-change-open", NULL, test_no_change_open);
  add ("rollback", NULL, test_rollback);
  add ("close-rolls-back", NULL, test_close_rolls_back);
  add ("history", NULL, test_history);
  add ("hash-value", NULL, test_hash_value);
  for (size_t i = 0; i < G_N_ELEMENTS (tamperings); i++)
    {
      g_autofree char *name = g_strdup_printf ("tampering/%zu", i);

      add (name, tamperings[i], test_tampering);
    }
  add ("ids", NULL, test_ids);
  add ("exhibits", NULL, test_exhibits);
  add ("dangling", NULL, test_dangling);
  add ("delete-anchor", NULL, test_delete_anchor);
  add ("any-order", NULL, test_any_order);
  add ("import-record", NULL, test_import_record);
  return g_test_run ();
}
