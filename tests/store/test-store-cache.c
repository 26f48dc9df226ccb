/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The caches for opening: they say what the tables say, and whoever writes into the file without us writes them off. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "model/dtl-columns-bytes.h"
#include "store-support.h"
#include "store/dtl-opening-cache-private.h"
#include "store/dtl-publish-private.h"
#include "store/dtl-store-scan-private.h"

/* The sample and some more events; published with caches. (transfer full): the path */
static char *
publish_filled (Fixture *self, Sample *sample)
{
  g_autoptr (GError) error = NULL;
  char *path = fixture_path (self, "case.dateline");
  DtlPublishing publishing = { .working_copy = self->path, .target = path, .cache_min_events = 1 };

  fill_case (self->store, sample);
  dtl_publish (&publishing, NULL, &error);
  g_assert_no_error (error);
  return path;
}

static gboolean
append_cb (const void *bytes, gsize n_bytes, gpointer user_data)
{
  g_byte_array_append (user_data, bytes, (guint) n_bytes);
  return TRUE;
}

static GByteArray *
as_bytes (const DtlColumns *columns)
{
  GByteArray *bytes = g_byte_array_new ();

  dtl_columns_write (columns, append_cb, bytes);
  return bytes;
}

static void
assert_same (const DtlColumns *a, const DtlColumns *b)
{
  g_autoptr (GByteArray) first = as_bytes (a);
  g_autoptr (GByteArray) second = as_bytes (b);

  g_assert_cmpmem (first->data, first->len, second->data, second->len);
}

static DtlStore *
open_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  DtlStore *store = dtl_store_open_file (path, &error);

  g_assert_no_error (error);
  return store;
}

/* The sample has two actors and one kind of its own. */
static DtlColumns *
read_cache (DtlStore *store)
{
  return dtl_opening_cache_read_columns (store, 2, 1);
}

static void
test_same (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Sample sample;
  g_autofree char *path = publish_filled (self, &sample);
  g_autoptr (DtlStore) file = open_file (path);
  g_autoptr (DtlColumns) kept = read_cache (file);
  g_autoptr (DtlColumns) scanned = dtl_store_scan_columns (file, &error);
  g_autoptr (DtlColumns) loaded = NULL;
  g_autoptr (DtlColumns) of_copy = NULL;
  g_autoptr (DtlActorTable) actors = NULL;
  g_autoptr (DtlActorTable) actors_of_copy = NULL;
  g_autofree char *hash = dtl_opening_cache_dup_content_hash (file);
  g_autofree char *computed = dtl_store_content_hash (self->store, &error);

  g_assert_no_error (error);
  g_assert_nonnull (kept);
  g_assert_cmpuint (kept->n_events, ==, 2);
  assert_same (kept, scanned);
  g_assert_cmpstr (hash, ==, computed);
  g_assert_true (dtl_store_verify_file (path, &error));
  /* And all the way, with the actors in their order. */
  dtl_store_load (file, &actors, &loaded, &error);
  dtl_store_load (self->store, &actors_of_copy, &of_copy, &error);
  g_assert_no_error (error);
  assert_same (loaded, of_copy);
}

/* A case of few events is the smaller without. */
static void
test_few (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fixture_path (self, "case.dateline");
  g_autofree char *n_rows = NULL;
  Sample sample;

  fill_case (self->store, &sample);
  dtl_store_publish (self->store, path, NULL, NULL, &error);
  g_assert_no_error (error);
  n_rows = ask_sql (path, "SELECT (SELECT count (*) FROM opening_cache) + (SELECT count (*) FROM columns_cache)");
  g_assert_cmpstr (n_rows, ==, "0");
}

/* What other programs may do to the file. */
static const char *const strangers[] = {
  "UPDATE participation SET actor_id = (SELECT max (id) FROM actor)",
  "UPDATE event_index SET importance = 1",
  "UPDATE mark_index SET start_earliest_seconds = start_earliest_seconds - 86400",
  "DELETE FROM link",
  "UPDATE event SET title = 'Another'",
  "UPDATE source SET publisher = NULL",
  "DELETE FROM event_index WHERE event_id = (SELECT max (event_id) FROM event_index)",
  "BEGIN; UPDATE event SET title = 'Another'; COMMIT; BEGIN; UPDATE event SET summary = NULL; COMMIT",
  "PRAGMA journal_mode = WAL; UPDATE event_index SET importance = 1; PRAGMA wal_checkpoint (TRUNCATE);"
  "PRAGMA journal_mode = DELETE",
  "UPDATE opening_cache SET content_sha256 = replace (content_sha256, '0', '1')",
  "VACUUM",
};

static void
test_stranger (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Sample sample;
  g_autofree char *path = publish_filled (self, &sample);
  g_autoptr (DtlStore) file = NULL;
  g_autoptr (DtlColumns) kept = NULL;
  g_autoptr (DtlColumns) loaded = NULL;
  g_autoptr (DtlActorTable) actors = NULL;
  g_autofree char *kept_hash = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *n_indexed = ask_sql (path, "SELECT count (*) FROM event_index");

  run_sql (path, data);
  file = open_file (path);
  kept = read_cache (file);
  g_assert_null (kept);
  kept_hash = dtl_opening_cache_dup_content_hash (file);
  g_assert_null (kept_hash);
  hash = dtl_store_content_hash (file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (hash), ==, 64);
  dtl_store_load (file, &actors, &loaded, &error);
  g_assert_no_error (error);
  g_free (n_indexed);
  n_indexed = ask_sql (path, "SELECT count (*) FROM event_index");
  g_assert_cmpuint (loaded->n_events, ==, (guint) g_ascii_strtoull (n_indexed, NULL, 10));
}

/* A file that is made anew of all rows counts its changes from the beginning, as the first one did. */
static void
test_made_anew (Fixture *self, gconstpointer data)
{
  Sample sample;
  g_autofree char *path = publish_filled (self, &sample);
  g_autofree char *anew = fixture_path (self, "anew.dateline");
  g_autofree char *sql = g_strdup_printf ("VACUUM INTO '%s'", anew);
  g_autofree char *n_pages = ask_sql (path, "PRAGMA page_count");
  g_autofree char *n_pages_anew = NULL;
  g_autoptr (DtlStore) file = NULL;
  g_autoptr (DtlColumns) kept = NULL;

  run_sql (path, sql);
  n_pages_anew = ask_sql (anew, "PRAGMA page_count");
  g_assert_cmpstr (n_pages, ==, n_pages_anew);
  file = open_file (anew);
  kept = read_cache (file);
  g_assert_null (kept);
}

static void
patch (const char *path, goffset offset, const void *bytes, gsize n_bytes)
{
  int fd = g_open (path, O_WRONLY, 0);

  g_assert_cmpint (pwrite (fd, bytes, n_bytes, offset), ==, n_bytes);
  close (fd);
}

/* Somebody who sets the counter back, too, can have what is kept say what he likes, but nothing that leads astray. */
static void
test_forged (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Sample sample;
  g_autofree char *path = publish_filled (self, &sample);
  g_autofree char *bytes = NULL;
  gsize n_bytes = 0;
  g_autoptr (DtlStore) file = NULL;
  g_autoptr (DtlColumns) kept = NULL;
  g_autoptr (DtlColumns) loaded = NULL;
  g_autoptr (DtlActorTable) actors = NULL;

  g_file_get_contents (path, &bytes, &n_bytes, &error);
  g_assert_no_error (error);
  run_sql (path, data);
  patch (path, 24, bytes + 24, 4);
  patch (path, 92, bytes + 92, 4);
  file = open_file (path);
  kept = read_cache (file);
  g_assert_null (kept);
  dtl_store_load (file, &actors, &loaded, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (loaded->n_events, ==, 2);
}

/* One who makes the hash say something else, too, is found out by who looks. */
static void
test_forged_hash (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Sample sample;
  g_autofree char *path = publish_filled (self, &sample);
  g_autofree char *bytes = NULL;
  gsize n_bytes = 0;

  g_assert_true (dtl_store_verify_file (path, &error));
  g_file_get_contents (path, &bytes, &n_bytes, &error);
  g_assert_no_error (error);
  run_sql (path, "UPDATE opening_cache SET content_sha256 = replace (content_sha256, '0', '1')");
  patch (path, 24, bytes + 24, 4);
  patch (path, 92, bytes + 92, 4);
  g_assert_false (dtl_store_verify_file (path, &error));
  g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_DAMAGED);
}

static const char *const forgeries[] = {
  "DELETE FROM columns_cache",
  "UPDATE columns_cache SET bytes = zeroblob (length (bytes))",
  "UPDATE columns_cache SET bytes = substr (bytes, 1, length (bytes) - 1)",
  "UPDATE columns_cache SET bytes = CAST (bytes || x'00' AS BLOB)",
  "UPDATE change SET hash = replace (hash, '0', '1')",
};

/* A working copy of such a file neither has nor uses them, and what is published from it has its own. */
static void
test_working_copy (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Sample sample;
  g_autofree char *path = publish_filled (self, &sample);
  g_autofree char *copy_path = fixture_path (self, "copy");
  g_autofree char *again_path = fixture_path (self, "again.dateline");
  g_autofree char *n_rows = NULL;
  g_autoptr (DtlStore) copy = dtl_store_checkout (path, copy_path, 12, &error);
  DtlPublishing publishing = { .working_copy = copy_path, .target = again_path, .cache_min_events = 1 };
  g_autoptr (DtlEvent) event = NULL;
  g_autoptr (DtlStore) again = NULL;
  g_autoptr (DtlColumns) kept = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *computed = NULL;

  g_assert_no_error (error);
  n_rows = ask_sql (copy_path, "SELECT count (*) FROM columns_cache");
  g_assert_cmpstr (n_rows, ==, "0");
  event = dtl_store_get_event (copy, sample.ban, &error);
  event->importance = 7;
  begin (copy, "Edit");
  dtl_store_put_event (copy, event, &error);
  commit (copy);
  computed = dtl_store_content_hash (copy, &error);
  dtl_publish (&publishing, NULL, &error);
  g_assert_no_error (error);
  again = open_file (again_path);
  kept = read_cache (again);
  g_assert_nonnull (kept);
  g_assert_cmpint (kept->importance[dtl_columns_find (kept, sample.ban)], ==, 7);
  hash = dtl_opening_cache_dup_content_hash (again);
  g_assert_cmpstr (hash, ==, computed);
}

static void
add_each (const char *name, const char *const *sql, guint n, void (*test) (Fixture *, gconstpointer))
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/cache/%s-%u", name, i + 1);

      g_test_add (path, Fixture, sql[i], fixture_set_up, test, fixture_tear_down);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/cache/same", Fixture, NULL, fixture_set_up, test_same, fixture_tear_down);
  g_test_add ("/store/cache/few", Fixture, NULL, fixture_set_up, test_few, fixture_tear_down);
  g_test_add ("/store/cache/made-anew", Fixture, NULL, fixture_set_up, test_made_anew, fixture_tear_down);
  g_test_add ("/store/cache/working-copy", Fixture, NULL, fixture_set_up, test_working_copy, fixture_tear_down);
  g_test_add ("/store/cache/forged-hash", Fixture, NULL, fixture_set_up, test_forged_hash, fixture_tear_down);
  add_each ("stranger", strangers, G_N_ELEMENTS (strangers), test_stranger);
  add_each ("forged", forgeries, G_N_ELEMENTS (forgeries), test_forged);
  return g_test_run ();
}
