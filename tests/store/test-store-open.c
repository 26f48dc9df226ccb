/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening: what is not a sound case is refused with the way out; what is one is left as it is; and every protection is
 * on. */
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store-support.h"
#include "store/dtl-store-private.h"

/* A sound case file to spoil. */
static char *
publish (Fixture *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  char *path = fixture_path (self, name);
  g_autoptr (GPtrArray) history = dtl_store_get_history (self->store, &error);
  Sample sample;

  if (history->len == 0)
    fill_case (self->store, &sample);
  dtl_store_publish (self->store, path, NULL, NULL, &error);
  g_assert_no_error (error);
  return path;
}

static void
write_bytes (const char *path, const void *bytes, gssize n_bytes)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, n_bytes, &error);
  g_assert_no_error (error);
}

static void
patch (const char *path, goffset offset, const void *bytes, size_t n_bytes)
{
  int fd = g_open (path, O_WRONLY, 0);

  g_assert_cmpint (pwrite (fd, bytes, n_bytes, offset), ==, n_bytes);
  close (fd);
}

static void
make_missing (Fixture *self, const char *path)
{
}

static void
make_folder (Fixture *self, const char *path)
{
  g_mkdir (path, 0700);
}

static void
make_fifo (Fixture *self, const char *path)
{
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
}

static void
make_empty (Fixture *self, const char *path)
{
  write_bytes (path, "", 0);
}

static void
make_png (Fixture *self, const char *path)
{
  static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0\x1f\x15\xc4\x89";

  write_bytes (path, png, sizeof png);
}

static void
make_short (Fixture *self, const char *path)
{
  write_bytes (path, "SQLite format 3", 16);
}

static void
make_foreign (Fixture *self, const char *path)
{
  run_sql (path, "CREATE TABLE t (a)");
}

static void
cut_file (Fixture *self, const char *path)
{
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpint (truncate (path, status.st_size - 4096 * 20), ==, 0);
}

/* Cut off with a header that says so: only the pages tell. */
static void
cut_file_and_count (Fixture *self, const char *path)
{
  static const unsigned char n_pages[] = { 0, 0, 0, 60 };

  g_assert_cmpint (truncate (path, 4096 * 60), ==, 0);
  patch (path, 28, n_pages, sizeof n_pages);
}

static void
spoil_page (Fixture *self, const char *path)
{
  char noise[512];

  memset (noise, 0x5a, sizeof noise);
  patch (path, 4096 * 7, noise, sizeof noise);
}

static void
make_newer (Fixture *self, const char *path)
{
  run_sql (path, "PRAGMA user_version = 4");
}

static void
make_versionless (Fixture *self, const char *path)
{
  run_sql (path, "PRAGMA user_version = 0");
}

static void
add_trigger (Fixture *self, const char *path)
{
  run_sql (path, "CREATE TRIGGER tr AFTER INSERT ON event BEGIN DELETE FROM event; END");
}

static void
add_view (Fixture *self, const char *path)
{
  run_sql (path, "CREATE VIEW v AS SELECT * FROM event");
}

static void
add_table (Fixture *self, const char *path)
{
  run_sql (path, "CREATE TABLE extra (a)");
}

static void
add_virtual_table (Fixture *self, const char *path)
{
  run_sql (path, "CREATE VIRTUAL TABLE extra USING fts5 (a)");
}

static void
add_index (Fixture *self, const char *path)
{
  run_sql (path, "CREATE INDEX extra ON event (title)");
}

static void
add_generated_column (Fixture *self, const char *path)
{
  run_sql (path, "ALTER TABLE event ADD COLUMN g TEXT AS (upper (title))");
}

static void
drop_index (Fixture *self, const char *path)
{
  run_sql (path, "DROP INDEX tag_by_event");
}

static void
run_analyze (Fixture *self, const char *path)
{
  run_sql (path, "ANALYZE");
}

static void
break_check (Fixture *self, const char *path)
{
  run_sql (path, "PRAGMA ignore_check_constraints = ON; UPDATE event SET status = 'rumoured'");
}

static void
remove_case_info (Fixture *self, const char *path)
{
  run_sql (path, "DELETE FROM case_info");
}

static void
add_journal (Fixture *self, const char *path)
{
  static const unsigned char magic[] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7, 0, 0, 0, 1 };
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  write_bytes (journal, magic, sizeof magic);
}

static void
add_wal (Fixture *self, const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);

  write_bytes (wal, "x", 1);
}

/** BadInput: @is_case: spoil a sound case; @hint: what the message must say beside the name. */
typedef struct
{
  const char *name;
  gboolean is_case;
  void (*make) (Fixture *self, const char *path);
  DtlStoreError code;
  const char *hint;
} BadInput;

static const BadInput bad_inputs[] = {
  { "missing", FALSE, make_missing, DTL_STORE_ERROR_NOT_FOUND, "does not exist" },
  { "folder", FALSE, make_folder, DTL_STORE_ERROR_NOT_A_CASE, "is a folder" },
  { "fifo", FALSE, make_fifo, DTL_STORE_ERROR_NOT_A_CASE, "not an ordinary file" },
  { "empty", FALSE, make_empty, DTL_STORE_ERROR_NOT_A_CASE, "is empty" },
  { "png", FALSE, make_png, DTL_STORE_ERROR_NOT_A_CASE, "whatever its name says" },
  { "short", FALSE, make_short, DTL_STORE_ERROR_DAMAGED, "only its beginning" },
  { "foreign", FALSE, make_foreign, DTL_STORE_ERROR_NOT_A_CASE, "another program" },
  { "truncated", TRUE, cut_file, DTL_STORE_ERROR_DAMAGED, "is cut off after" },
  { "truncated-counted", TRUE, cut_file_and_count, DTL_STORE_ERROR_DAMAGED, "is damaged" },
  { "page", TRUE, spoil_page, DTL_STORE_ERROR_DAMAGED, "is damaged" },
  { "newer", TRUE, make_newer, DTL_STORE_ERROR_NEWER, "needs Dateline of format 4 or later" },
  { "versionless", TRUE, make_versionless, DTL_STORE_ERROR_SCHEMA, "no format version" },
  { "trigger", TRUE, add_trigger, DTL_STORE_ERROR_SCHEMA, "trigger “tr”" },
  { "view", TRUE, add_view, DTL_STORE_ERROR_SCHEMA, "view “v”" },
  { "table", TRUE, add_table, DTL_STORE_ERROR_SCHEMA, "table “extra”" },
  { "virtual-table", TRUE, add_virtual_table, DTL_STORE_ERROR_SCHEMA, "table “extra”" },
  { "index", TRUE, add_index, DTL_STORE_ERROR_SCHEMA, "index “extra”" },
  { "generated-column", TRUE, add_generated_column, DTL_STORE_ERROR_SCHEMA, "table “event”" },
  { "no-index", TRUE, drop_index, DTL_STORE_ERROR_SCHEMA, "index “tag_by_event”" },
  { "statistics", TRUE, run_analyze, DTL_STORE_ERROR_SCHEMA, "table “sqlite_stat" },
  { "journal", TRUE, add_journal, DTL_STORE_ERROR_DAMAGED, "journal beside it" },
  { "wal", TRUE, add_wal, DTL_STORE_ERROR_DAMAGED, "journal beside it" },
};

static void
test_bad_input (Fixture *self, gconstpointer data)
{
  const BadInput *input = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = input->is_case ? publish (self, "bad.dateline") : fixture_path (self, "bad.dateline");
  g_autofree char *copy = fixture_path (self, "copy");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  input->make (self, path);
  before = list_folder (self->folder);
  g_assert_null (dtl_store_open_file (path, &error));
  g_assert_error (error, DTL_STORE_ERROR, (int) input->code);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strstr (error->message, input->hint));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_cmpint (error->message[strlen (error->message) - 1], ==, '.');
  g_clear_error (&error);

  g_assert_null (dtl_store_checkout (path, copy, 9, &error));
  g_assert_error (error, DTL_STORE_ERROR, (int) input->code);
  g_clear_error (&error);
  g_assert_false (dtl_store_verify_file (path, &error));
  g_assert_error (error, DTL_STORE_ERROR, (int) input->code);
  after = list_folder (self->folder);
  g_assert_cmpstr (before, ==, after);
}

static void
test_no_case_info (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = publish (self, "case.dateline");
  g_autoptr (DtlStore) store = NULL;

  remove_case_info (self, path);
  store = dtl_store_open_file (path, &error);
  g_assert_no_error (error);
  g_assert_null (dtl_store_get_info (store, &error));
  g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_DAMAGED);
}

/* SQLite forgets the CHECKs of a file that is only read, so words are looked at as they are read. */
static void
test_broken_check (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = publish (self, "case.dateline");
  g_autofree char *copy = fixture_path (self, "copy");
  g_autoptr (DtlStore) store = NULL;

  break_check (self, path);
  store = dtl_store_open_file (path, &error);
  g_assert_no_error (error);
  g_assert_null (dtl_store_get_events (store, DTL_REVIEW_ACCEPTED, &error));
  g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_null (dtl_store_checkout (path, copy, 9, &error));
  g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_DAMAGED);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
}

static const char *const bad_caches[] = {
  "UPDATE event_index SET kind = 12",
  "UPDATE event_index SET status = -1",
  "UPDATE event_index SET assertion = 260",
  "UPDATE event_index SET main_role = 8",
  "UPDATE event_index SET own_kind_id = 99",
  "UPDATE mark_index SET role = 8",
  "UPDATE mark_index SET standing = 3",
  "UPDATE mark_index SET limiting = 256",
  "UPDATE mark_index SET date_precision = 5",
  "UPDATE mark_index SET start_earliest_seconds = start_latest_seconds + 1",
  "UPDATE mark_index SET end_latest_seconds = end_earliest_seconds - 1",
  "UPDATE mark_index SET end_earliest_seconds = start_earliest_seconds - 1",
  "UPDATE mark_index SET start_latest_seconds = end_latest_seconds + 1",
  "UPDATE mark_index SET start_earliest_seconds = 5, start_latest_seconds = 3, end_earliest_seconds = 6,"
  " end_latest_seconds = 7",
};

static void
test_bad_cache (Fixture *self, gconstpointer data)
{
  const char *sql = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = publish (self, "case.dateline");
  g_autoptr (DtlStore) store = NULL;
  g_autoptr (DtlActorTable) actors = NULL;
  g_autoptr (GPtrArray) sources = NULL;

  run_sql (path, sql);
  store = dtl_store_open_file (path, &error);
  actors = dtl_store_get_actors (store, &error);
  sources = dtl_store_get_sources (store, &error);
  g_assert_no_error (error);
  g_assert_null (dtl_store_get_columns (store, actors, sources, &error));
  g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_DAMAGED);
}

/* --- left as it is ---------------------------------------------------------------------------------------------- */

static void
read_everything (DtlStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlActorTable) actors = dtl_store_get_actors (store, &error);
  g_autoptr (GPtrArray) sources = dtl_store_get_sources (store, &error);
  g_autoptr (DtlColumns) columns = dtl_store_get_columns (store, actors, sources, &error);
  g_autoptr (GPtrArray) events = dtl_store_get_events (store, DTL_REVIEW_ACCEPTED, &error);
  g_autoptr (GPtrArray) passages = dtl_store_get_passages (store, DTL_ID_NONE, &error);
  g_autoptr (GPtrArray) history = dtl_store_get_history (store, &error);
  g_autoptr (GArray) found = dtl_store_search (store, "ban", &error);
  g_autofree char *hash = dtl_store_content_hash (store, &error);
  g_autofree char *label = dtl_store_get_undo_label (store);

  g_assert_no_error (error);
  g_assert_cmpuint (columns->n_events, ==, 2);
  g_assert_cmpuint (events->len, ==, 2);
  g_assert_cmpuint (passages->len, ==, 1);
  g_assert_cmpuint (history->len, ==, 1);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_nonnull (hash);
  g_assert_cmpstr (label, ==, "Fill the case");
}

static void
test_untouched (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = fixture_path (self, "shelf");
  g_autofree char *path = fixture_path (self, "shelf/case.dateline");
  g_autofree char *published = publish (self, "published");
  g_autofree char *sha256 = NULL;
  g_autofree char *sha256_after = NULL;
  g_autofree char *names = NULL;
  struct stat before;
  struct stat after;

  g_mkdir (folder, 0700);
  g_assert_cmpint (g_rename (published, path), ==, 0);
  sha256 = dtl_store_hash_file (path, &error);
  g_assert_cmpint (stat (path, &before), ==, 0);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (DtlStore) store = dtl_store_open_file (path, &error);

      g_assert_no_error (error);
      g_assert_false (dtl_store_is_writable (store));
      read_everything (store);
      names = list_folder (folder);
      g_assert_cmpstr (names, ==, "case.dateline");
      g_clear_pointer (&names, g_free);
      g_assert_false (dtl_store_begin (store, "Write", "", 0, &error));
      g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_READ_ONLY);
      g_clear_error (&error);
    }
  names = list_folder (folder);
  sha256_after = dtl_store_hash_file (path, &error);
  g_assert_cmpint (stat (path, &after), ==, 0);
  g_assert_cmpstr (names, ==, "case.dateline");
  g_assert_cmpstr (sha256, ==, sha256_after);
  g_assert_cmpint (before.st_mtim.tv_sec, ==, after.st_mtim.tv_sec);
  g_assert_cmpint (before.st_mtim.tv_nsec, ==, after.st_mtim.tv_nsec);
  g_assert_cmpint (before.st_ino, ==, after.st_ino);
}

/* A working copy that somebody copied by hand says in its header that it wants a log beside it. */
static void
test_wal_mode (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = publish (self, "case.dateline");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (DtlStore) store = NULL;

  run_sql (path, "PRAGMA journal_mode = WAL");
  before = list_folder (self->folder);
  store = dtl_store_open_file (path, &error);
  g_assert_no_error (error);
  read_everything (store);
  after = list_folder (self->folder);
  g_assert_cmpstr (before, ==, after);
}

/* A zeroed or empty journal is a finished one. */
static void
test_finished_journal (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = publish (self, "case.dateline");
  g_autofree char *journal = fixture_path (self, "case.dateline-journal");
  g_autoptr (DtlStore) store = NULL;

  write_bytes (journal, "\0\0\0\0\0\0\0\0\0\0\0\0", 12);
  store = dtl_store_open_file (path, &error);
  g_assert_no_error (error);
  read_everything (store);
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
}

static const char *const odd_names[] = {
  "file:x?mode=memory",    "file:///etc/passwd", "a%41b?cache=shared#frag.dateline",
  "ünï \"code\".dateline", "-journal",           "new\nline",
};

static void
test_odd_name (Fixture *self, gconstpointer data)
{
  const char *name = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *here = g_get_current_dir ();
  g_autofree char *published = publish (self, "published");
  g_autofree char *flat = g_strdelimit (g_strdup (name), "/", '_');
  g_autofree char *work = g_strconcat (flat, ".work", NULL);
  g_autofree char *path = fixture_path (self, flat);
  g_autoptr (DtlStore) store = NULL;
  g_autoptr (DtlStore) copy = NULL;

  g_assert_cmpint (g_rename (published, path), ==, 0);
  g_assert_cmpint (g_chdir (self->folder), ==, 0);
  store = dtl_store_open_file (flat, &error);
  g_assert_no_error (error);
  read_everything (store);
  copy = dtl_store_checkout (flat, work, 3, &error);
  g_assert_no_error (error);
  read_everything (copy);
  g_assert_true (g_file_test (work, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpint (g_chdir (here), ==, 0);
}

static void
test_symbolic_link (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = publish (self, "case.dateline");
  g_autofree char *link_path = fixture_path (self, "link.dateline");
  g_autoptr (DtlStore) store = NULL;

  g_assert_cmpint (symlink (path, link_path), ==, 0);
  store = dtl_store_open_file (link_path, &error);
  g_assert_no_error (error);
  read_everything (store);
}

/* --- protections ------------------------------------------------------------------------------------------------ */

static void
check_option (sqlite3 *handle, int option, int wanted)
{
  int value = -1;

  g_assert_cmpint (sqlite3_db_config (handle, option, -1, &value), ==, SQLITE_OK);
  g_assert_cmpint (value, ==, wanted);
}

static void
check_protections (DtlStore *store)
{
  sqlite3 *handle = dtl_sql_connection_get_handle (store->db);
  g_autoptr (GError) error = NULL;
  int64_t value = -1;

  check_option (handle, SQLITE_DBCONFIG_DEFENSIVE, 1);
  check_option (handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
  check_option (handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0);
  check_option (handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0);
  check_option (handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0);
  check_option (handle, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0);
  g_assert_cmpint (sqlite3_limit (handle, SQLITE_LIMIT_LENGTH, -1), ==, 256 * 1024 * 1024);
  g_assert_cmpint (sqlite3_limit (handle, SQLITE_LIMIT_SQL_LENGTH, -1), ==, 100000);
  g_assert_cmpint (sqlite3_limit (handle, SQLITE_LIMIT_COLUMN, -1), ==, 100);
  g_assert_cmpint (sqlite3_limit (handle, SQLITE_LIMIT_EXPR_DEPTH, -1), ==, 100);
  g_assert_cmpint (sqlite3_limit (handle, SQLITE_LIMIT_VDBE_OP, -1), ==, 25000);
  g_assert_cmpint (sqlite3_limit (handle, SQLITE_LIMIT_ATTACHED, -1), ==, 1);
  g_assert_cmpint (sqlite3_limit (handle, SQLITE_LIMIT_TRIGGER_DEPTH, -1), ==, 10);
  dtl_sql_query_int (store->db, "PRAGMA cell_size_check", &value, &error);
  g_assert_no_error (error);
  g_assert_cmpint (value, ==, 1);
  dtl_sql_query_int (store->db, "PRAGMA trusted_schema", &value, &error);
  g_assert_cmpint (value, ==, 0);
  dtl_sql_query_int (store->db, "PRAGMA mmap_size", &value, &error);
  g_assert_no_error (error);
  g_assert_cmpint (value, ==, 0);
}

static void
test_reader_settings (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = publish (self, "case.dateline");
  g_autoptr (DtlStore) store = dtl_store_open_file (path, &error);

  g_assert_no_error (error);
  check_protections (store);
  g_assert_cmpint (sqlite3_db_readonly (dtl_sql_connection_get_handle (store->db), "main"), ==, 1);
  g_assert_false (dtl_sql_exec (store->db, "UPDATE event SET title = 'x'", &error));
  g_assert_nonnull (error);
}

static void
test_writer_settings (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *mode = dtl_sql_query_text (self->store->db, "PRAGMA journal_mode", &error);
  int64_t value = -1;

  check_protections (self->store);
  g_assert_cmpstr (mode, ==, "wal");
  dtl_sql_query_int (self->store->db, "PRAGMA synchronous", &value, &error);
  g_assert_cmpint (value, ==, 1);
  dtl_sql_query_int (self->store->db, "PRAGMA foreign_keys", &value, &error);
  g_assert_cmpint (value, ==, 1);
  g_assert_no_error (error);
}

static void
test_step_limit (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = publish (self, "case.dateline");
  g_autoptr (DtlStore) store = dtl_store_open_file (path, &error);
  int64_t value = 0;

  g_assert_no_error (error);
  dtl_sql_connection_set_step_limit (store->db, 10);
  g_assert_false (dtl_sql_query_int (
      store->db, "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT max (x) FROM c", &value,
      &error));
  g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_SQL);
  g_assert_nonnull (strstr (error->message, "was stopped"));
  g_clear_error (&error);
  g_assert_true (dtl_sql_query_int (store->db, "SELECT count (*) FROM event", &value, &error));
  g_assert_cmpint (value, ==, 2);
}

/* --- working copies --------------------------------------------------------------------------------------------- */

static void
test_create_refuses (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *nowhere = fixture_path (self, "no/such/folder");
  g_autofree char *before = list_folder (self->folder);
  g_autofree char *after = NULL;

  g_assert_null (dtl_store_create (self->path, 8, "Another", "en", &error));
  g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_null (dtl_store_create (nowhere, 8, "Another", "en", &error));
  g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_READ_ONLY);
  after = list_folder (self->folder);
  g_assert_cmpstr (before, ==, after);
}

/* Somebody has the lock of what is not there yet: nothing is left behind, and the lock is still theirs. */
static void
test_create_locked (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fixture_path (self, "new");
  g_autofree char *lock_path = fixture_path (self, "new.lock");
  int fd = g_open (lock_path, O_RDWR | O_CREAT, 0600);

  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);
  g_assert_null (dtl_store_create (path, 8, "Another", "en", &error));
  g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_BUSY);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (lock_path, G_FILE_TEST_EXISTS));
  close (fd);
}

static void
test_lock (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *missing = fixture_path (self, "missing");

  g_assert_null (dtl_store_open_working_copy (self->path, &error));
  g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_BUSY);
  g_clear_error (&error);
  fixture_reopen (self);
  g_assert_null (dtl_store_open_working_copy (missing, &error));
  g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_NOT_FOUND);
}

/** BadCopy: what somebody did to a working copy. */
typedef struct
{
  const char *sql;
  DtlStoreError code;
} BadCopy;

static const BadCopy bad_copies[] = {
  { "PRAGMA application_id = 7", DTL_STORE_ERROR_NOT_A_CASE },
  { "PRAGMA user_version = 4", DTL_STORE_ERROR_NEWER },
  { "CREATE TRIGGER tr AFTER INSERT ON event BEGIN DELETE FROM event; END", DTL_STORE_ERROR_SCHEMA },
};

static void
test_bad_copy (Fixture *self, gconstpointer data)
{
  const BadCopy *bad = data;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->store, dtl_store_close);
  run_sql (self->path, bad->sql);
  g_assert_null (dtl_store_open_working_copy (self->path, &error));
  g_assert_error (error, DTL_STORE_ERROR, (int) bad->code);
  g_assert_nonnull (strstr (error->message, self->path));
}

static void
test_checkout (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = publish (self, "case.dateline");
  g_autofree char *copy_path = fixture_path (self, "copy");
  g_autofree char *sha256 = dtl_store_hash_file (path, &error);
  g_autofree char *sha256_after = NULL;
  g_autoptr (DtlStore) copy = dtl_store_checkout (path, copy_path, 4711, &error);
  DtlId id;

  g_assert_no_error (error);
  g_assert_true (dtl_store_is_writable (copy));
  read_everything (copy);
  begin (copy, "Rename");
  id = dtl_store_new_id (copy);
  g_assert_cmpint (id >> 32, ==, 4711);
  dtl_store_set_title (copy, "Renamed", &error);
  commit (copy);
  sha256_after = dtl_store_hash_file (path, &error);
  g_assert_cmpstr (sha256, ==, sha256_after);
  g_assert_null (dtl_store_checkout (path, copy_path, 4712, &error));
  g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_BUSY);
  g_clear_error (&error);

  g_clear_pointer (&copy, dtl_store_close);
  g_assert_null (dtl_store_checkout (path, copy_path, 4712, &error));
  g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  copy = dtl_store_open_working_copy (copy_path, &error);
  g_assert_no_error (error);
  g_assert_true (dtl_store_is_writable (copy));
}

/* What processes that were killed left under names that belong to no copy any more. */
static void
test_checkout_over_remains (Fixture *self, gconstpointer data)
{
  static const char *const suffixes[] = { ".part", "-wal", "-shm", "-journal", ".lock" };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = publish (self, "case.dateline");
  g_autofree char *copy_path = fixture_path (self, "copy");
  g_autofree char *part = g_strconcat (copy_path, ".part", NULL);
  g_autofree char *remains = g_strnfill (100000, 'x');
  g_autoptr (DtlStore) copy = NULL;

  for (size_t i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *left = g_strconcat (copy_path, suffixes[i], NULL);

      write_bytes (left, remains, -1);
    }
  copy = dtl_store_checkout (path, copy_path, 4711, &error);
  g_assert_no_error (error);
  read_everything (copy);
  g_assert_false (g_file_test (part, G_FILE_TEST_EXISTS));
}

static gpointer
use_cb (gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlCaseInfo) info = NULL;

  dtl_store_take_over (data);
  info = dtl_store_get_info (data, &error);
  g_assert_no_error (error);
  return NULL;
}

static void
test_take_over (Fixture *self, gconstpointer data)
{
  g_thread_join (g_thread_new ("other", use_cb, self->store));
  dtl_store_take_over (self->store);
  g_assert_true (dtl_store_is_writable (self->store));
}

static void
add (const char *name, gconstpointer data, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/store/open/", name, NULL);

  g_test_add (path, Fixture, data, fixture_set_up, test, fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (size_t i = 0; i < G_N_ELEMENTS (bad_inputs); i++)
    {
      g_autofree char *name = g_strconcat ("bad/", bad_inputs[i].name, NULL);

      add (name, &bad_inputs[i], test_bad_input);
    }
  for (size_t i = 0; i < G_N_ELEMENTS (odd_names); i++)
    {
      g_autofree char *name = g_strdup_printf ("odd-name/%zu", i);

      add (name, odd_names[i], test_odd_name);
    }
  for (size_t i = 0; i < G_N_ELEMENTS (bad_caches); i++)
    {
      g_autofree char *name = g_strdup_printf ("bad-cache/%zu", i);

      add (name, bad_caches[i], test_bad_cache);
    }
  for (size_t i = 0; i < G_N_ELEMENTS (bad_copies); i++)
    {
      g_autofree char *name = g_strdup_printf ("bad-copy/%zu", i);

      add (name, &bad_copies[i], test_bad_copy);
    }
  add ("wal-mode", NULL, test_wal_mode);
  add ("broken-check", NULL, test_broken_check);
  add ("no-case-info", NULL, test_no_case_info);
  add ("untouched", NULL, test_untouched);
  add ("finished-journal", NULL, test_finished_journal);
  add ("symbolic-link", NULL, test_symbolic_link);
  add ("reader-settings", NULL, test_reader_settings);
  add ("writer-settings", NULL, test_writer_settings);
  add ("step-limit", NULL, test_step_limit);
  add ("create-refuses", NULL, test_create_refuses);
  add ("create-locked", NULL, test_create_locked);
  add ("lock", NULL, test_lock);
  add ("checkout", NULL, test_checkout);
  add ("checkout-over-remains", NULL, test_checkout_over_remains);
  add ("take-over", NULL, test_take_over);
  return g_test_run ();
}
