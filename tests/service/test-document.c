/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A case from making to editing, publishing and undoing, and what two at once do to each other. */
#include <glib/gstdio.h>
#include <string.h>

#include "service/dtl-document-ground.h"
#include "service/dtl-document-private.h"
#include "service/dtl-import.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
setup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlDocument) document = NULL;

  fixture->folder = g_dir_make_tmp ("dateline-document-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "case.dateline", NULL);
  document = dtl_document_new_case (fixture->path, "Port Fees", &error);
  g_assert_no_error (error);
  g_assert_nonnull (document);
}

static void
teardown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static char *
write_text (Fixture *fixture, const char *words)
{
  char *path = g_build_filename (fixture->folder, "note.txt", NULL);

  g_assert_true (g_file_set_contents (path, words, -1, NULL));

  return path;
}

static void
import (DtlDocument *document, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlImportReport) report = dtl_import_file (document, path, NULL, "", 1000, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (report);
}

static void
count_cb (DtlDocument *document, gpointer user_data)
{
  ++*(int *) user_data;
}

static void
test_import_publishes_and_tells (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DtlDocument) document = dtl_document_open (fixture->path, NULL);
  g_autoptr (DtlDocument) again = NULL;
  g_autofree char *text = write_text (fixture, "The fees rise.\n");
  int n_changes = 0;

  g_signal_connect (document, "changed", G_CALLBACK (count_cb), &n_changes);
  import (document, text);
  g_assert_cmpint (n_changes, ==, 1);
  g_assert_cmpuint (dtl_document_get_sources (document)->len, ==, 1);

  again = dtl_document_open (fixture->path, NULL);
  g_assert_cmpuint (dtl_document_get_sources (again)->len, ==, 1);
}

static void
test_undo_after_reopening (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = write_text (fixture, "The fees rise.\n");
  g_autofree char *label = NULL;
  DtlDocument *document = dtl_document_open (fixture->path, NULL);

  import (document, text);
  g_object_unref (document);

  document = dtl_document_open (fixture->path, NULL);
  g_assert_true (dtl_document_ensure_working_copy (document, &error));
  g_assert_no_error (error);
  g_assert_true (dtl_store_undo (dtl_document_get_store (document), 2000, &label, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Import note.txt");
  g_assert_true (dtl_document_publish (document, &error));
  g_assert_cmpuint (dtl_document_get_sources (document)->len, ==, 0);
  g_assert_true (dtl_store_redo (dtl_document_get_store (document), 3000, NULL, &error));
  g_assert_true (dtl_document_publish (document, &error));
  g_assert_cmpuint (dtl_document_get_sources (document)->len, ==, 1);
  g_object_unref (document);
}

/* Undoing the making of bundled data would leave an empty case. */
static void
test_sample_is_not_undone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "sample.dateline", NULL);
  g_autofree char *label = NULL;
  g_autoptr (DtlDocument) document = NULL;

  g_assert_true (dtl_document_write_sample (path, &error));
  g_assert_no_error (error);
  document = dtl_document_open (path, &error);
  g_assert_no_error (error);
  label = dtl_store_get_undo_label (dtl_document_get_store (document));
  g_assert_null (label);
}

static void
test_one_editor_at_a_time (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DtlDocument) first = dtl_document_open (fixture->path, NULL);
  g_autoptr (DtlDocument) second = dtl_document_open (fixture->path, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (dtl_document_ensure_working_copy (first, NULL));
  g_assert_false (dtl_document_ensure_working_copy (second, &error));
  g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_BUSY);
  g_clear_object (&first);
  g_assert_true (dtl_document_ensure_working_copy (second, NULL));
}

static void
test_changed_by_somebody_else (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DtlDocument) document = dtl_document_open (fixture->path, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *other = g_build_filename (fixture->folder, "other.dateline", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_object_unref (dtl_document_new_case (other, "Another", NULL));
  g_assert_true (dtl_document_ensure_working_copy (document, NULL));
  g_assert_cmpint (g_rename (other, fixture->path), ==, 0);
  before = dtl_store_hash_file (fixture->path, NULL);
  g_assert_false (dtl_document_publish (document, &error));
  g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_CONFLICT);
  after = dtl_store_hash_file (fixture->path, NULL);
  g_assert_cmpstr (before, ==, after);
}

static void
change_title (DtlDocument *document, const char *title)
{
  g_autoptr (GError) error = NULL;
  DtlStore *store;

  g_assert_true (dtl_document_ensure_working_copy (document, &error));
  store = dtl_document_get_store (document);
  g_assert_true (dtl_store_begin (store, "Rename", "", 1000, &error));
  g_assert_true (dtl_store_set_title (store, title, &error));
  g_assert_true (dtl_store_commit (store, &error));
  g_assert_no_error (error);
}

/* Two that were opened at the same time: the second knows what the first has published before it writes. */
static void
test_catches_up (Fixture *fixture, gconstpointer data)
{
  DtlDocument *first = dtl_document_open (fixture->path, NULL);
  g_autoptr (DtlDocument) second = dtl_document_open (fixture->path, NULL);
  g_autofree char *text = write_text (fixture, "The fees rise.\n");
  g_autoptr (DtlImportReport) report = NULL;
  int n_changes = 0;

  import (first, text);
  g_object_unref (first);
  g_assert_cmpuint (dtl_document_get_sources (second)->len, ==, 0);

  g_signal_connect (second, "changed", G_CALLBACK (count_cb), &n_changes);
  report = dtl_import_file (second, text, NULL, "", 2000, NULL, NULL);
  g_assert_true (report->is_known);
  g_assert_cmpint (n_changes, ==, 1);
  g_assert_cmpuint (dtl_document_get_sources (second)->len, ==, 1);
}

static void
test_another_case_in_its_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DtlDocument) document = dtl_document_open (fixture->path, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *edits = NULL;

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_object_unref (dtl_document_new_case (fixture->path, "Another", NULL));
  g_assert_false (dtl_document_ensure_working_copy (document, &error));
  g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_CONFLICT);
  edits = dtl_document_find_edits (document);
  g_assert_null (edits);
}

/* What was changed and never published stays, and is not written over. */
static void
test_unpublished_changes_stay (Fixture *fixture, gconstpointer data)
{
  DtlDocument *document = dtl_document_open (fixture->path, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlDocument) kept = NULL;
  g_autofree char *edits = NULL;

  change_title (document, "Harbour Fees");
  g_object_unref (document);

  document = dtl_document_open (fixture->path, NULL);
  g_assert_cmpstr (dtl_document_get_title (document), ==, "Port Fees");
  edits = dtl_document_find_edits (document);
  g_assert_nonnull (edits);
  g_assert_false (dtl_document_ensure_working_copy (document, &error));
  g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, edits));

  kept = dtl_document_open (edits, NULL);
  g_assert_cmpstr (dtl_document_get_title (kept), ==, "Harbour Fees");
  g_assert_cmpint (g_unlink (edits), ==, 0);
  g_assert_true (dtl_document_ensure_working_copy (document, NULL));
  g_object_unref (document);
}

static void
test_published_changes_leave_nothing (Fixture *fixture, gconstpointer data)
{
  DtlDocument *document = dtl_document_open (fixture->path, NULL);
  g_autofree char *edits = NULL;

  change_title (document, "Harbour Fees");
  g_assert_true (dtl_document_publish (document, NULL));
  g_object_unref (document);

  document = dtl_document_open (fixture->path, NULL);
  g_assert_cmpstr (dtl_document_get_title (document), ==, "Harbour Fees");
  edits = dtl_document_find_edits (document);
  g_assert_null (edits);
  g_object_unref (document);
}

static void
open_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(DtlDocument **) user_data = dtl_document_open_finish (result, &error);
  g_assert_no_error (error);
}

/* What was opened in a thread belongs to the caller's afterwards. */
static void
test_open_async (Fixture *fixture, gconstpointer data)
{
  DtlDocument *document = NULL;
  g_autofree char *text = write_text (fixture, "The fees rise.\n");

  dtl_document_open_async (fixture->path, NULL, open_cb, &document);
  while (document == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (dtl_document_get_title (document), ==, "Port Fees");
  import (document, text);
  g_object_unref (document);
}

static DtlBitset *
check_extent (DtlDocument *document, DtlBitset *visible)
{
  int64_t from = 0, to = 0, expected_from = 0, expected_to = 0;
  gboolean has_dates = dtl_document_get_extent (document, visible, &from, &to);

  g_assert_cmpint (has_dates, ==,
                   dtl_layout_get_extent (dtl_document_get_columns (document), visible, &expected_from, &expected_to));
  g_assert_cmpint (from, ==, expected_from);
  g_assert_cmpint (to, ==, expected_to);
  return visible;
}

/* What was made in the thread, of all events, is not taken for what shows, nor for what is there after a change or was
 * known on a day. */
static void
test_ground (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "sample.dateline", NULL);
  g_autofree char *text = write_text (fixture, "On 3 May 2031 the fees rise.\n");
  DtlDocument *document = NULL;
  g_autoptr (DtlBitset) visible = NULL;

  g_assert_true (dtl_document_write_sample (path, NULL));
  dtl_document_open_async (path, NULL, open_cb, &document);
  while (document == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (dtl_document_get_ground (document));
  visible = check_extent (document, dtl_bitset_new (dtl_document_get_columns (document)->n_events, TRUE));
  dtl_bitset_set (visible, 0, FALSE);
  check_extent (document, visible);

  g_assert_true (dtl_document_set_known_on (document, "2018", FALSE, NULL));
  g_assert_null (dtl_document_get_ground (document));
  g_clear_pointer (&visible, dtl_bitset_unref);
  visible = check_extent (document, dtl_bitset_new (dtl_document_get_columns (document)->n_events, TRUE));
  g_assert_true (dtl_document_set_known_on (document, NULL, FALSE, NULL));
  g_assert_nonnull (dtl_document_get_ground (document));
  import (document, text);
  g_assert_null (dtl_document_get_ground (document));
  g_object_unref (document);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/service/document/import", Fixture, NULL, setup, test_import_publishes_and_tells, teardown);
  g_test_add ("/service/document/undo", Fixture, NULL, setup, test_undo_after_reopening, teardown);
  g_test_add ("/service/document/sample-undo", Fixture, NULL, setup, test_sample_is_not_undone, teardown);
  g_test_add ("/service/document/one-editor", Fixture, NULL, setup, test_one_editor_at_a_time, teardown);
  g_test_add ("/service/document/conflict", Fixture, NULL, setup, test_changed_by_somebody_else, teardown);
  g_test_add ("/service/document/catches-up", Fixture, NULL, setup, test_catches_up, teardown);
  g_test_add ("/service/document/another-case", Fixture, NULL, setup, test_another_case_in_its_place, teardown);
  g_test_add ("/service/document/unpublished", Fixture, NULL, setup, test_unpublished_changes_stay, teardown);
  g_test_add ("/service/document/published", Fixture, NULL, setup, test_published_changes_leave_nothing, teardown);
  g_test_add ("/service/document/ground", Fixture, NULL, setup, test_ground, teardown);
  g_test_add ("/service/document/open-async", Fixture, NULL, setup, test_open_async, teardown);
  return g_test_run ();
}
