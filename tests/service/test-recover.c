/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a run that was killed left behind: the next opening shows it, and neither way to go on from there loses
 * anything. The run is a process that is really killed. */
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "service/dtl-import.h"

typedef struct
{
  char *folder;
  char *path;
  DtlDocument *document;
} Fixture;

static char *
name_file (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
setup (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("dateline-recover-XXXXXX", NULL);
  fixture->path = name_file (fixture, "case.dateline");
  g_object_unref (dtl_document_new_case (fixture->path, "Port Fees", NULL));
}

static void
teardown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_clear_object (&fixture->document);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = name_file (fixture, name);
      g_unlink (path);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
change_title (DtlDocument *document, const char *title, gboolean commit)
{
  DtlStore *store;

  g_assert_true (dtl_document_ensure_working_copy (document, NULL));
  store = dtl_document_get_store (document);
  g_assert_true (dtl_store_begin (store, "Rename", "", 1000, NULL));
  g_assert_true (dtl_store_set_title (store, title, NULL));
  if (commit)
    g_assert_true (dtl_store_commit (store, NULL));
}

/* A run that changes the title and is killed before the file is written. */
static void
run_and_kill (Fixture *fixture, const char *title, gboolean commit)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      change_title (dtl_document_open (fixture->path, NULL), title, commit);
      kill (getpid (), SIGKILL);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
}

/** Wait: for what ends in a callback. */
typedef struct
{
  Fixture *fixture;
  gboolean is_ended;
  char *kept;
  GError *error;
} Wait;

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Wait *self = user_data;

  self->fixture->document = dtl_document_open_finish (result, &self->error);
  self->is_ended = TRUE;
}

static void
published_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Wait *self = user_data;

  dtl_document_publish_finish (self->fixture->document, result, &self->error);
  self->is_ended = TRUE;
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Wait *self = user_data;

  dtl_import_report_free (dtl_import_file_finish (self->fixture->document, result, &self->error));
  self->is_ended = TRUE;
}

static void
set_aside_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Wait *self = user_data;

  self->kept = dtl_document_set_recovered_aside_finish (self->fixture->document, result, &self->error);
  self->is_ended = TRUE;
}

static void
end (Wait *self)
{
  while (!self->is_ended)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (self->error);
}

static void
open_at (Fixture *fixture, const char *path)
{
  Wait wait = { fixture };

  g_clear_object (&fixture->document);
  dtl_document_open_async (path, NULL, opened_cb, &wait);
  end (&wait);
}

static void
publish (Fixture *fixture)
{
  Wait wait = { fixture };

  dtl_document_publish_async (fixture->document, published_cb, &wait);
  end (&wait);
}

static char *
set_aside (Fixture *fixture)
{
  Wait wait = { fixture };

  dtl_document_set_recovered_aside_async (fixture->document, set_aside_cb, &wait);
  end (&wait);
  return wait.kept;
}

static void
assert_title (const char *path, const char *title)
{
  g_autoptr (DtlDocument) document = dtl_document_open (path, NULL);

  g_assert_nonnull (document);
  g_assert_cmpstr (dtl_document_get_title (document), ==, title);
}

static void
assert_shown (Fixture *fixture, const char *title)
{
  g_assert_cmpstr (dtl_document_get_title (fixture->document), ==, title);
}

/* Nothing is left for the next run. */
static void
assert_settled (Fixture *fixture)
{
  open_at (fixture, fixture->path);
  g_assert_null (dtl_document_get_recovery (fixture->document));
  g_assert_null (dtl_document_find_edits (fixture->document));
}

static void
test_keep (Fixture *fixture, gconstpointer data)
{
  const DtlRecovery *recovery;

  run_and_kill (fixture, "Harbour Fees", TRUE);
  open_at (fixture, fixture->path);
  recovery = dtl_document_get_recovery (fixture->document);
  g_assert_nonnull (recovery);
  g_assert_cmpuint (recovery->n_changes, ==, 1);
  g_assert_cmpstr (recovery->label, ==, "Rename");
  g_assert_cmpint (recovery->when_utc_seconds, ==, 1000);
  g_assert_false (recovery->is_apart);
  assert_shown (fixture, "Harbour Fees");
  assert_title (fixture->path, "Port Fees");

  dtl_document_keep_recovered (fixture->document);
  g_assert_null (dtl_document_get_recovery (fixture->document));
  publish (fixture);
  assert_title (fixture->path, "Harbour Fees");
  assert_settled (fixture);
  assert_shown (fixture, "Harbour Fees");
}

static void
test_set_aside (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "case (recovered).dateline", "case (recovered 2).dateline" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *expected = name_file (fixture, names[i]);
      g_autofree char *kept = NULL;

      run_and_kill (fixture, "Harbour Fees", TRUE);
      open_at (fixture, fixture->path);
      assert_shown (fixture, "Harbour Fees");
      kept = set_aside (fixture);
      g_assert_cmpstr (kept, ==, expected);
      g_assert_null (dtl_document_get_recovery (fixture->document));
      assert_shown (fixture, "Port Fees");
      assert_title (fixture->path, "Port Fees");
      assert_title (kept, "Harbour Fees");
      assert_settled (fixture);
      g_clear_object (&fixture->document);
    }
}

/* Nobody decided: it is there again the next time. */
static void
test_undecided (Fixture *fixture, gconstpointer data)
{
  run_and_kill (fixture, "Harbour Fees", TRUE);
  for (int i = 0; i < 3; i++)
    {
      open_at (fixture, fixture->path);
      g_assert_nonnull (dtl_document_get_recovery (fixture->document));
      assert_shown (fixture, "Harbour Fees");
    }
  assert_title (fixture->path, "Port Fees");
}

/* Half a change is none. */
static void
test_killed_in_a_change (Fixture *fixture, gconstpointer data)
{
  run_and_kill (fixture, "Harbour Fees", FALSE);
  assert_settled (fixture);
  assert_shown (fixture, "Port Fees");
}

static void
test_change_goes_on (Fixture *fixture, gconstpointer data)
{
  g_autofree char *note = name_file (fixture, "note.txt");
  Wait wait = { fixture };

  g_assert_true (g_file_set_contents (note, "The fees rise.\n", -1, NULL));
  run_and_kill (fixture, "Harbour Fees", TRUE);
  open_at (fixture, fixture->path);
  dtl_import_file_async (fixture->document, note, "", 2000, NULL, NULL, NULL, imported_cb, &wait);
  end (&wait);
  g_assert_null (dtl_document_get_recovery (fixture->document));
  assert_title (fixture->path, "Harbour Fees");
  assert_settled (fixture);
  g_assert_cmpuint (dtl_document_get_sources (fixture->document)->len, ==, 1);
}

static void
copy (const char *from, const char *to)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (to, bytes, (gssize) length, NULL));
}

/* The file was changed too, by somebody who did not know: both are kept. */
static void
test_apart (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = name_file (fixture, "first");
  g_autofree char *other = name_file (fixture, "other");
  g_autofree char *kept = NULL;
  DtlDocument *document = dtl_document_open (fixture->path, NULL);

  copy (fixture->path, first);
  change_title (document, "Dock Fees", TRUE);
  g_assert_true (dtl_document_publish (document, NULL));
  g_object_unref (document);
  copy (fixture->path, other);
  copy (first, fixture->path);
  run_and_kill (fixture, "Harbour Fees", TRUE);
  copy (other, fixture->path);

  open_at (fixture, fixture->path);
  g_assert_true (dtl_document_get_recovery (fixture->document)->is_apart);
  assert_shown (fixture, "Dock Fees");
  kept = set_aside (fixture);
  assert_title (kept, "Harbour Fees");
  assert_title (fixture->path, "Dock Fees");
  assert_settled (fixture);
  change_title (fixture->document, "Quay Fees", TRUE);
  publish (fixture);
  assert_title (fixture->path, "Quay Fees");
}

/* A copy of a case is told from it by its path alone. */
static void
test_copy_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autofree char *elsewhere = name_file (fixture, "elsewhere.dateline");

  copy (fixture->path, elsewhere);
  run_and_kill (fixture, "Harbour Fees", TRUE);
  open_at (fixture, elsewhere);
  g_assert_null (dtl_document_get_recovery (fixture->document));
  assert_shown (fixture, "Port Fees");
  open_at (fixture, fixture->path);
  g_assert_nonnull (dtl_document_get_recovery (fixture->document));
}

/* Another process that has the working copy is no accident. */
static void
test_open_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DtlDocument) other = dtl_document_open (fixture->path, NULL);

  change_title (other, "Harbour Fees", TRUE);
  open_at (fixture, fixture->path);
  g_assert_null (dtl_document_get_recovery (fixture->document));
  assert_shown (fixture, "Port Fees");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/service/recover/keep", test_keep },
    { "/service/recover/set-aside", test_set_aside },
    { "/service/recover/undecided", test_undecided },
    { "/service/recover/killed-in-a-change", test_killed_in_a_change },
    { "/service/recover/change-goes-on", test_change_goes_on },
    { "/service/recover/apart", test_apart },
    { "/service/recover/copy-elsewhere", test_copy_elsewhere },
    { "/service/recover/open-elsewhere", test_open_elsewhere },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, setup, tests[i].func, teardown);
  return g_test_run ();
}
