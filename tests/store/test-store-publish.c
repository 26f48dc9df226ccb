/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Publishing: the person's file is the old or the new one, whole, whatever happens on the way. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store-support.h"
#include "store/dtl-publish-private.h"

static void
rename_case (Fixture *self, const char *title)
{
  g_autoptr (GError) error = NULL;

  begin (self->store, "Rename");
  dtl_store_set_title (self->store, title, &error);
  commit (self->store);
}

static char *
title_of (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlStore) store = dtl_store_open_file (path, &error);
  g_autoptr (DtlCaseInfo) info = NULL;

  g_assert_no_error (error);
  info = dtl_store_get_info (store, &error);
  g_assert_no_error (error);
  return g_strdup (info->title);
}

static void
check_title (const char *path, const char *wanted)
{
  g_autofree char *title = title_of (path);

  g_assert_cmpstr (title, ==, wanted);
}

/* A folder of its own for the person's file, so that what is left behind shows. */
static char *
shelf_path (Fixture *self, const char *name)
{
  g_autofree char *shelf = fixture_path (self, "shelf");

  g_mkdir (shelf, 0755);
  return g_build_filename (shelf, name, NULL);
}

static void
check_shelf (Fixture *self, const char *wanted)
{
  g_autofree char *shelf = fixture_path (self, "shelf");
  g_autofree char *names = list_folder (shelf);

  g_assert_cmpstr (names, ==, wanted);
}

static void
test_new_and_again (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = shelf_path (self, "case.dateline");
  g_autofree char *sha256 = NULL;
  g_autofree char *again = NULL;
  g_autofree char *real = NULL;
  g_autofree char *bytes = NULL;
  gsize n_bytes = 0;

  g_assert_true (dtl_store_publish (self->store, path, NULL, &sha256, &error));
  g_assert_no_error (error);
  check_shelf (self, "case.dateline");
  real = dtl_store_hash_file (path, &error);
  g_assert_cmpstr (sha256, ==, real);
  g_file_get_contents (path, &bytes, &n_bytes, &error);
  g_assert_cmpmem (bytes, 16, "SQLite format 3", 16);
  g_assert_cmpmem (bytes + 18, 2, "\1\1", 2);
  g_assert_cmpmem (bytes + 60, 4, "\0\0\0\3", 4);
  g_assert_cmpmem (bytes + 68, 4, "DtL1", 4);
  g_assert_true (dtl_store_verify_file (path, &error));
  g_assert_no_error (error);

  rename_case (self, "Second");
  g_assert_true (dtl_store_publish (self->store, path, sha256, &again, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (sha256, !=, again);
  check_title (path, "Second");
  check_shelf (self, "case.dateline");
}

/* The bundled case has no random and no clock in it. */
static void
test_reproducible (Fixture *self, gconstpointer data)
{
  g_autofree char *first = NULL;

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *work = g_strdup_printf ("%s/bundled-%d", self->folder, i);
      g_autofree char *path = g_strdup_printf ("%s/bundled-%d.dateline", self->folder, i);
      g_autofree char *sha256 = NULL;
      g_autoptr (DtlStore) store = dtl_store_create (work, 0, "Bundled", "en", &error);
      Sample sample;

      g_assert_no_error (error);
      fill_case (store, &sample);
      g_assert_cmpint (sample.department, <, 1000);
      dtl_store_publish (store, path, NULL, &sha256, &error);
      g_assert_no_error (error);
      if (first == NULL)
        first = g_steal_pointer (&sha256);
      else
        g_assert_cmpstr (first, ==, sha256);
    }
}

static void
test_modes (Fixture *self, gconstpointer data)
{
  static const mode_t modes[] = { 0600, 0644, 0664, 0400 };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = shelf_path (self, "case.dateline");
  g_autofree char *sha256 = NULL;
  mode_t mask = umask (027);
  struct stat status;

  dtl_store_publish (self->store, path, NULL, &sha256, &error);
  g_assert_no_error (error);
  umask (mask);
  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0640);
  for (size_t i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autofree char *expected = g_steal_pointer (&sha256);

      g_chmod (path, modes[i]);
      dtl_store_publish (self->store, path, expected, &sha256, &error);
      g_assert_no_error (error);
      g_assert_cmpint (stat (path, &status), ==, 0);
      g_assert_cmpint (status.st_mode & 07777, ==, modes[i]);
    }
}

static void
test_symbolic_link (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = shelf_path (self, "case.dateline");
  g_autofree char *first = fixture_path (self, "first.dateline");
  g_autofree char *second = fixture_path (self, "second.dateline");
  g_autofree char *sha256 = NULL;
  g_autofree char *leads_to = NULL;

  g_assert_cmpint (symlink ("shelf/case.dateline", first), ==, 0);
  g_assert_cmpint (symlink (first, second), ==, 0);
  dtl_store_publish (self->store, second, NULL, &sha256, &error);
  g_assert_no_error (error);
  check_title (path, "A case");
  rename_case (self, "Linked");
  dtl_store_publish (self->store, second, sha256, NULL, &error);
  g_assert_no_error (error);
  check_title (path, "Linked");
  leads_to = g_file_read_link (first, &error);
  g_assert_cmpstr (leads_to, ==, "shelf/case.dateline");
  check_shelf (self, "case.dateline");
}

/* --- refusals --------------------------------------------------------------------------------------------------- */

static void
test_exists (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = shelf_path (self, "case.dateline");
  g_autofree char *contents = NULL;

  g_file_set_contents (path, "mine", -1, &error);
  g_assert_false (dtl_store_publish (self->store, path, NULL, NULL, &error));
  g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_cmpstr (contents, ==, "mine");
  check_shelf (self, "case.dateline");
}

/** BadTarget: where nothing can be written. */
typedef struct
{
  const char *name;
  const char *target;
} BadTarget;

static const BadTarget bad_targets[] = {
  { "missing-folder", "nowhere/case.dateline" },
  { "below-a-file", "file/case.dateline" },
  { "folder", "shelf" },
};

static void
test_bad_target (Fixture *self, gconstpointer data)
{
  const BadTarget *bad = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *shelf = shelf_path (self, "");
  g_autofree char *file = fixture_path (self, "file");
  g_autofree char *path = fixture_path (self, bad->target);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_file_set_contents (file, "x", -1, &error);
  before = list_folder (self->folder);
  g_assert_false (dtl_store_publish (self->store, path, NULL, NULL, &error));
  g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strstr (error->message, self->path));
  after = list_folder (self->folder);
  g_assert_cmpstr (before, ==, after);
}

/* --- somebody else ---------------------------------------------------------------------------------------------- */

/** Meddling: what the hook does before a step, and how the file system is. */
typedef struct
{
  const char *name;
  DtlPublishStep step;
  gboolean no_exchange;
  gboolean fails;  /* the step fails, as a full disk would make it */
  gboolean writes; /* somebody else writes the target */
  gboolean removes;
  DtlStoreError code;
  const char *left; /* what stands in the folder afterwards */
} Meddling;

static const Meddling meddlings[] = {
  { "write-fails", DTL_PUBLISH_WRITE, FALSE, TRUE, FALSE, FALSE, DTL_STORE_ERROR_READ_ONLY, "case.dateline" },
  { "cache-fails", DTL_PUBLISH_CACHE, FALSE, TRUE, FALSE, FALSE, DTL_STORE_ERROR_READ_ONLY, "case.dateline" },
  { "check-fails", DTL_PUBLISH_CHECK, FALSE, TRUE, FALSE, FALSE, DTL_STORE_ERROR_READ_ONLY, "case.dateline" },
  { "sync-fails", DTL_PUBLISH_SYNC, FALSE, TRUE, FALSE, FALSE, DTL_STORE_ERROR_READ_ONLY, "case.dateline" },
  { "exchange-fails", DTL_PUBLISH_EXCHANGE, FALSE, TRUE, FALSE, FALSE, DTL_STORE_ERROR_READ_ONLY, "case.dateline" },
  { "compare-fails", DTL_PUBLISH_COMPARE, FALSE, TRUE, FALSE, FALSE, DTL_STORE_ERROR_READ_ONLY, "case.dateline" },
  { "written-early", DTL_PUBLISH_WRITE, FALSE, FALSE, TRUE, FALSE, DTL_STORE_ERROR_CONFLICT, "case.dateline" },
  { "written-late", DTL_PUBLISH_EXCHANGE, FALSE, FALSE, TRUE, FALSE, DTL_STORE_ERROR_CONFLICT, "case.dateline" },
  { "written-late-plain", DTL_PUBLISH_EXCHANGE, TRUE, FALSE, TRUE, FALSE, DTL_STORE_ERROR_CONFLICT, "case.dateline" },
  { "removed", DTL_PUBLISH_EXCHANGE, FALSE, FALSE, FALSE, TRUE, DTL_STORE_ERROR_CONFLICT, "" },
  { "removed-plain", DTL_PUBLISH_EXCHANGE, TRUE, FALSE, FALSE, TRUE, DTL_STORE_ERROR_CONFLICT, "" },
};

typedef struct
{
  const Meddling *meddling;
  const char *target;
  guint n_steps;
} MeddlingRun;

static gboolean
meddle_cb (DtlPublishStep step, const char *temporary, gpointer data)
{
  MeddlingRun *run = data;
  g_autoptr (GError) error = NULL;

  run->n_steps++;
  g_assert_true (g_file_test (temporary, G_FILE_TEST_EXISTS));
  if (run->meddling == NULL || step != run->meddling->step)
    return TRUE;
  if (run->meddling->writes)
    g_file_set_contents (run->target, "somebody else's", -1, &error);
  if (run->meddling->removes)
    g_unlink (run->target);
  return !run->meddling->fails;
}

static void
test_meddling (Fixture *self, gconstpointer data)
{
  const Meddling *meddling = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = shelf_path (self, "case.dateline");
  g_autofree char *sha256 = NULL;
  MeddlingRun run = { meddling, path, 0 };
  DtlPublishing publishing = { .working_copy = self->path,
                               .target = path,
                               .hook = meddle_cb,
                               .hook_data = &run,
                               .no_exchange = meddling->no_exchange };

  dtl_store_publish (self->store, path, NULL, &sha256, &error);
  g_assert_no_error (error);
  publishing.expected_sha256 = sha256;
  rename_case (self, "Mine");
  g_assert_false (dtl_publish (&publishing, NULL, &error));
  g_assert_error (error, DTL_STORE_ERROR, (int) meddling->code);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strstr (error->message, self->path));
  check_shelf (self, meddling->left);
  if (meddling->writes)
    {
      g_autofree char *contents = NULL;

      g_clear_error (&error);
      g_file_get_contents (path, &contents, NULL, &error);
      g_assert_cmpstr (contents, ==, "somebody else's");
    }
  else if (!meddling->removes)
    check_title (path, "A case");
  g_assert_cmpuint (run.n_steps, >, 0);
}

/* Damage on the way to the disk is found before the file is put in place. */
static gboolean
spoil_cb (DtlPublishStep step, const char *temporary, gpointer data)
{
  char noise[4096];
  int fd;

  if (step != DTL_PUBLISH_CHECK)
    return TRUE;
  memset (noise, 0x5a, sizeof noise);
  fd = g_open (temporary, O_WRONLY, 0);
  g_assert_cmpint (pwrite (fd, noise, sizeof noise, 4096 * 7), ==, sizeof noise);
  close (fd);
  return TRUE;
}

static void
test_spoilt (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = shelf_path (self, "case.dateline");
  DtlPublishing publishing = { .working_copy = self->path, .target = path, .hook = spoil_cb };

  g_assert_false (dtl_publish (&publishing, NULL, &error));
  g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_DAMAGED);
  check_shelf (self, "");
}

static void
test_every_step_is_taken (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = shelf_path (self, "case.dateline");
  g_autofree char *sha256 = NULL;
  MeddlingRun run = { NULL, path, 0 };
  DtlPublishing publishing = {
    .working_copy = self->path, .target = path, .hook = meddle_cb, .hook_data = &run, .no_exchange = data != NULL
  };

  dtl_publish (&publishing, &sha256, &error);
  g_assert_no_error (error);
  check_title (path, "A case");
  g_assert_cmpuint (run.n_steps, ==, DTL_PUBLISH_N_STEPS - 1);
  run.n_steps = 0;
  publishing.expected_sha256 = sha256;
  rename_case (self, "Mine");
  dtl_publish (&publishing, NULL, &error);
  g_assert_no_error (error);
  check_title (path, "Mine");
  check_shelf (self, "case.dateline");
  g_assert_cmpuint (run.n_steps, ==, DTL_PUBLISH_N_STEPS - (data != NULL ? 1 : 0));
}

/* Publishing has its own connection: what is not committed is not in it, and any thread may do it. */
static gpointer
publish_cb (gpointer data)
{
  Fixture *self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = shelf_path (self, "case.dateline");

  dtl_store_publish (self->store, path, NULL, NULL, &error);
  g_assert_no_error (error);
  return NULL;
}

static void
test_in_a_thread (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = shelf_path (self, "case.dateline");

  begin (self->store, "Rename");
  dtl_store_set_title (self->store, "Not yet", &error);
  g_thread_join (g_thread_new ("publisher", publish_cb, self));
  check_title (path, "A case");
  commit (self->store);
}

static void
add (const char *name, gconstpointer data, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/store/publish/", name, NULL);

  g_test_add (path, Fixture, data, fixture_set_up, test, fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("new-and-again", NULL, test_new_and_again);
  add ("reproducible", NULL, test_reproducible);
  add ("modes", NULL, test_modes);
  add ("symbolic-link", NULL, test_symbolic_link);
  add ("exists", NULL, test_exists);
  for (size_t i = 0; i < G_N_ELEMENTS (bad_targets); i++)
    {
      g_autofree char *name = g_strconcat ("bad-target/", bad_targets[i].name, NULL);

      add (name, &bad_targets[i], test_bad_target);
    }
  for (size_t i = 0; i < G_N_ELEMENTS (meddlings); i++)
    {
      g_autofree char *name = g_strconcat ("meddling/", meddlings[i].name, NULL);

      add (name, &meddlings[i], test_meddling);
    }
  add ("spoilt", NULL, test_spoilt);
  add ("every-step/exchange", NULL, test_every_step_is_taken);
  add ("every-step/plain", "plain", test_every_step_is_taken);
  add ("in-a-thread", NULL, test_in_a_thread);
  return g_test_run ();
}
