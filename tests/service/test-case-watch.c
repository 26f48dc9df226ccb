/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an open case hears of its file, with another writer that is real: it knows nothing of the document. */
#include <glib/gstdio.h>
#include <unistd.h>

#include "service/dtl-case-watch.h"

typedef struct
{
  char *folder;
  char *path;
  char *other; /* another version of the same case */
  DtlDocument *document;
  DtlCaseWatch *watch;
  int n_told;
  gboolean is_read;
} Fixture;

static void
change_title (DtlDocument *document, const char *title)
{
  g_autoptr (GError) error = NULL;
  DtlStore *store;

  g_assert_true (dtl_document_ensure_working_copy (document, &error));
  g_assert_no_error (error);
  store = dtl_document_get_store (document);
  g_assert_true (dtl_store_begin (store, "Rename", "", 1000, &error));
  g_assert_true (dtl_store_set_title (store, title, &error));
  g_assert_true (dtl_store_commit (store, &error));
  g_assert_no_error (error);
}

static void
copy (const char *from, const char *to)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (to, bytes, (gssize) length, NULL));
}

static void
make_files (Fixture *fixture)
{
  g_autofree char *first = g_build_filename (fixture->folder, "first.dateline", NULL);
  g_autoptr (DtlDocument) document = dtl_document_new_case (fixture->path, "Port Fees", NULL);

  copy (fixture->path, first);
  change_title (document, "Harbour Fees");
  g_assert_true (dtl_document_publish (document, NULL));
  g_assert_cmpint (g_rename (fixture->path, fixture->other), ==, 0);
  g_assert_cmpint (g_rename (first, fixture->path), ==, 0);
}

static void
told_cb (Fixture *fixture)
{
  fixture->n_told += 1;
}

static void
setup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("dateline-watch-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "case.dateline", NULL);
  fixture->other = g_build_filename (fixture->folder, "other.dateline", NULL);
  make_files (fixture);
  fixture->document = dtl_document_open (fixture->path, &error);
  g_assert_no_error (error);
  fixture->watch = dtl_case_watch_new (fixture->document);
  g_signal_connect_swapped (fixture->watch, "changed", G_CALLBACK (told_cb), fixture);
}

static void
teardown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_clear_object (&fixture->watch);
  g_clear_object (&fixture->document);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->other);
}

static void
wait_for (Fixture *fixture, DtlFileStanding standing)
{
  while (dtl_case_watch_get_standing (fixture->watch) != standing)
    g_main_context_iteration (NULL, TRUE);
}

static void
reread_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->is_read = TRUE;
  g_assert_true (dtl_document_reread_finish (fixture->document, result, NULL));
}

static void
refused_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (GError) error = NULL;

  fixture->is_read = TRUE;
  g_assert_false (dtl_document_reread_finish (fixture->document, result, &error));
  g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_CONFLICT);
}

static void
reread (Fixture *fixture, GAsyncReadyCallback callback)
{
  dtl_document_reread_async (fixture->document, callback, fixture);
  while (!fixture->is_read)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  wait_for (fixture, 0);
  copy (fixture->other, fixture->path);
  wait_for (fixture, DTL_FILE_STANDING_CHANGED);
  g_assert_cmpint (fixture->n_told, ==, 1);
  g_assert_cmpstr (dtl_document_get_title (fixture->document), ==, "Port Fees");

  reread (fixture, reread_cb);
  g_assert_cmpstr (dtl_document_get_title (fixture->document), ==, "Harbour Fees");
  g_assert_cmpint (dtl_case_watch_get_standing (fixture->watch), ==, 0);
  change_title (fixture->document, "Dock Fees");
  g_assert_true (dtl_document_publish (fixture->document, NULL));
}

/* A day as of which the case is looked at stays. */
static void
test_changed_as_known_on (Fixture *fixture, gconstpointer data)
{
  g_assert_true (dtl_document_set_known_on (fixture->document, "2024-06-20", FALSE, NULL));
  copy (fixture->other, fixture->path);
  reread (fixture, reread_cb);
  g_assert_cmpstr (dtl_document_get_known_on (fixture->document), ==, "2024-06-20");
  g_assert_nonnull (dtl_document_get_knowledge (fixture->document));
}

static void
test_moved_away_and_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *away = g_build_filename (fixture->folder, "away", NULL);

  g_assert_cmpint (g_rename (fixture->path, away), ==, 0);
  wait_for (fixture, DTL_FILE_STANDING_GONE);
  g_assert_cmpint (g_rename (away, fixture->path), ==, 0);
  wait_for (fixture, 0);
}

static void
test_deleted (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  wait_for (fixture, DTL_FILE_STANDING_GONE);
}

/* What we publish ourselves is no change by others. */
static void
test_own (Fixture *fixture, gconstpointer data)
{
  change_title (fixture->document, "Dock Fees");
  g_assert_true (dtl_document_publish (fixture->document, NULL));
  for (int i = 0; i < 100; i++)
    g_main_context_iteration (NULL, FALSE);
  dtl_case_watch_check (fixture->watch);
  g_assert_cmpint (fixture->n_told, ==, 0);
}

/* What could not be published shows, and is not read over. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  change_title (fixture->document, "Dock Fees");
  copy (fixture->other, fixture->path);
  g_assert_false (dtl_document_publish (fixture->document, NULL));
  g_assert_cmpint (dtl_case_watch_get_standing (fixture->watch), ==,
                   DTL_FILE_STANDING_CHANGED | DTL_FILE_STANDING_KEPT);
  g_assert_cmpstr (dtl_document_get_title (fixture->document), ==, "Dock Fees");
  reread (fixture, refused_cb);
  g_assert_cmpstr (dtl_document_get_title (fixture->document), ==, "Dock Fees");
}

/* Where the superuser may do everything, no folder is closed. */
static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  if (g_access (fixture->folder, W_OK) == 0)
    g_test_skip ("every folder can be written");
  else
    {
      dtl_case_watch_check (fixture->watch);
      g_assert_cmpint (dtl_case_watch_get_standing (fixture->watch), ==, DTL_FILE_STANDING_READ_ONLY);
    }
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
}

/* The file that a link leads to is the one that others write. */
static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("dateline-watch-XXXXXX", NULL);
  g_autofree char *link = g_build_filename (folder, "link.dateline", NULL);

  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  g_clear_object (&fixture->watch);
  g_clear_object (&fixture->document);
  fixture->document = dtl_document_open (link, NULL);
  fixture->watch = dtl_case_watch_new (fixture->document);
  copy (fixture->other, fixture->path);
  wait_for (fixture, DTL_FILE_STANDING_CHANGED);
  g_unlink (link);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/service/case-watch/changed", test_changed },
    { "/service/case-watch/changed-as-known-on", test_changed_as_known_on },
    { "/service/case-watch/moved-away-and-back", test_moved_away_and_back },
    { "/service/case-watch/deleted", test_deleted },
    { "/service/case-watch/own", test_own },
    { "/service/case-watch/kept", test_kept },
    { "/service/case-watch/read-only", test_read_only },
    { "/service/case-watch/link", test_link },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, setup, tests[i].func, teardown);
  return g_test_run ();
}
