/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window does to a case on a thread: the case shows what it showed meanwhile, and then all or nothing. */
#include <glib/gstdio.h>
#include <string.h>

#include "service/dtl-case-watch.h"
#include "service/dtl-export-worker.h"
#include "service/dtl-import.h"
#include "service/dtl-jobs.h"
#include "service/dtl-search.h"

#define MANY 2000
/* More than are imported while a test takes a step. */
#define VERY_MANY 20000

typedef struct
{
  char *folder;
  char *path;
  DtlDocument *document;
  int n_changed;
  int n_working_changed;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changed += 1;
}

static void
working_changed_cb (Fixture *fixture)
{
  fixture->n_working_changed += 1;
}

static void
open_case (Fixture *fixture)
{
  fixture->document = dtl_document_open (fixture->path, NULL);
  fixture->n_changed = fixture->n_working_changed = 0;
  g_signal_connect_swapped (fixture->document, "changed", G_CALLBACK (changed_cb), fixture);
  g_signal_connect_swapped (fixture->document, "working-changed", G_CALLBACK (working_changed_cb), fixture);
}

static void
setup (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("dateline-work-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "case.dateline", NULL);
  g_object_unref (dtl_document_new_case (fixture->path, "Port Fees", NULL));
  open_case (fixture);
}

static void
teardown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_clear_object (&fixture->document);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_unlink (path);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static char *
write_table (Fixture *fixture, const char *name, int n_rows)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GString) rows = g_string_new ("title,start,actors\n");

  for (int i = 0; i < n_rows; i++)
    g_string_append_printf (rows, "%s %d,%d,Port Union\n", name, i, 1900 + i % 100);
  g_assert_true (g_file_set_contents (path, rows->str, -1, NULL));
  return path;
}

/** Import: one under way. @cancel_in: a fraction above which it is cancelled, 2 for never. */
typedef struct
{
  Fixture *fixture;
  GCancellable *cancellable;
  double cancel_in;
  int n_told;
  DtlImportPhase phase;
  double fraction;
  gboolean is_ended;
  DtlImportReport *report;
  GError *error;
} Import;

static void
progress_cb (DtlImportPhase phase, double fraction, gpointer user_data)
{
  Import *self = user_data;

  g_assert_false (self->is_ended);
  g_assert_cmpfloat (fraction, >, self->fraction);
  g_assert_cmpint (phase, >=, self->phase);
  self->n_told += 1;
  self->phase = phase;
  self->fraction = fraction;
  if (fraction > self->cancel_in)
    g_cancellable_cancel (self->cancellable);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Import *self = user_data;

  g_assert_true (source == G_OBJECT (self->fixture->document));
  self->report = dtl_import_file_finish (self->fixture->document, result, &self->error);
  self->is_ended = TRUE;
}

static void
begin (Import *self, Fixture *fixture, const char *path)
{
  self->fixture = fixture;
  self->cancellable = g_cancellable_new ();
  dtl_import_file_async (fixture->document, path, "", 1000, progress_cb, self, self->cancellable, imported_cb, self);
}

static void
end (Import *self)
{
  while (!self->is_ended)
    g_main_context_iteration (NULL, TRUE);
}

static void
import_clear (Import *self)
{
  g_clear_pointer (&self->report, dtl_import_report_free);
  g_clear_error (&self->error);
  g_clear_object (&self->cancellable);
}

static void
import_now (Fixture *fixture, const char *path)
{
  Import import = { .cancel_in = 2 };

  begin (&import, fixture, path);
  end (&import);
  g_assert_no_error (import.error);
  import_clear (&import);
}

static guint
count_events (Fixture *fixture)
{
  return dtl_document_get_columns (fixture->document)->n_events;
}

static guint
count_in_file (Fixture *fixture)
{
  g_autoptr (DtlDocument) again = dtl_document_open (fixture->path, NULL);

  return dtl_document_get_columns (again)->n_events;
}

static char *
hash_file (Fixture *fixture)
{
  return dtl_store_hash_file (fixture->path, NULL);
}

static char *
get_undo_label (Fixture *fixture)
{
  return dtl_store_get_undo_label (dtl_document_get_store (fixture->document));
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  g_autofree char *table = write_table (fixture, "acts.csv", MANY);
  Import import = { .cancel_in = 2 };

  begin (&import, fixture, table);
  g_assert_true (dtl_document_is_working (fixture->document));
  g_assert_cmpuint (count_events (fixture), ==, 0);
  end (&import);
  g_assert_no_error (import.error);
  g_assert_cmpint (import.report->n_events, ==, MANY);
  g_assert_cmpint (import.n_told, >, 10);
  g_assert_cmpint (import.phase, ==, DTL_IMPORT_PHASE_SAVE);
  g_assert_false (dtl_document_is_working (fixture->document));
  g_assert_cmpint (fixture->n_changed, ==, 1);
  g_assert_cmpint (fixture->n_working_changed, ==, 2);
  g_assert_cmpuint (count_events (fixture), ==, MANY);
  g_assert_cmpuint (count_in_file (fixture), ==, MANY);
  import_clear (&import);
}

/* What the window asks for while a thread has the working copy. */
static void
read_meanwhile (Fixture *fixture, guint n_events)
{
  g_autofree char *label = get_undo_label (fixture);
  g_autoptr (DtlEvent) event = NULL;

  g_assert_cmpuint (count_events (fixture), ==, n_events);
  event = dtl_document_read_event (fixture->document, n_events - 1, NULL);
  g_assert_nonnull (event);
  g_assert_cmpstr (label, ==, "Import first.csv");
}

static void
test_read_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = write_table (fixture, "first.csv", 10);
  g_autofree char *second = write_table (fixture, "second.csv", MANY);
  Import import = { .cancel_in = 2 };
  int n_read = 0;

  import_now (fixture, first);
  begin (&import, fixture, second);
  for (; !import.is_ended; n_read++)
    {
      if (dtl_document_is_working (fixture->document))
        read_meanwhile (fixture, 10);
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpint (n_read, >, 10);
  g_assert_cmpuint (count_events (fixture), ==, MANY + 10);
  g_assert_cmpuint (count_in_file (fixture), ==, MANY + 10);
  import_clear (&import);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  static const double moments[] = { -1, 0.1, 0.39 };
  g_autofree char *before = hash_file (fixture);
  g_autofree char *table = write_table (fixture, "acts.csv", VERY_MANY);

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      Import import = { .cancel_in = moments[i] };
      g_autofree char *after = NULL;
      g_autofree char *left = NULL;

      begin (&import, fixture, table);
      end (&import);
      g_assert_error (import.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_null (import.report);
      g_assert_cmpint (fixture->n_changed, ==, 0);
      after = hash_file (fixture);
      g_assert_cmpstr (after, ==, before);
      left = dtl_document_find_edits (fixture->document);
      g_assert_null (left);
      import_clear (&import);
    }
  import_now (fixture, table);
  g_assert_cmpuint (count_in_file (fixture), ==, VERY_MANY);
}

/* The same where the case was edited before, and has a working copy. */
static void
test_cancel_after_edit (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = write_table (fixture, "first.csv", 10);
  g_autofree char *second = write_table (fixture, "second.csv", VERY_MANY);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  Import import = { .cancel_in = 0.3 };

  import_now (fixture, first);
  before = hash_file (fixture);
  fixture->n_changed = 0;
  begin (&import, fixture, second);
  end (&import);
  g_assert_error (import.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (fixture->n_changed, ==, 0);
  read_meanwhile (fixture, 10);
  after = hash_file (fixture);
  g_assert_cmpstr (after, ==, before);
  import_clear (&import);
  import_now (fixture, second);
  g_assert_cmpuint (count_in_file (fixture), ==, VERY_MANY + 10);
}

/* It is in the case by then. */
static void
test_cancel_too_late (Fixture *fixture, gconstpointer data)
{
  g_autofree char *table = write_table (fixture, "acts.csv", 20);
  Import import = { .cancel_in = 0.79 };

  begin (&import, fixture, table);
  end (&import);
  g_assert_no_error (import.error);
  g_assert_cmpuint (count_in_file (fixture), ==, 20);
  import_clear (&import);
}

static void
test_one_at_a_time (Fixture *fixture, gconstpointer data)
{
  g_autofree char *table = write_table (fixture, "acts.csv", MANY);
  g_autoptr (GError) error = NULL;
  Import first = { .cancel_in = 2 };
  Import second = { .cancel_in = 2 };

  begin (&first, fixture, table);
  begin (&second, fixture, table);
  g_assert_false (dtl_document_ensure_working_copy (fixture->document, &error));
  g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_BUSY);
  end (&second);
  g_assert_error (second.error, DTL_STORE_ERROR, DTL_STORE_ERROR_BUSY);
  end (&first);
  g_assert_no_error (first.error);
  g_assert_cmpuint (count_in_file (fixture), ==, MANY);
  import_clear (&first);
  import_clear (&second);
}

static void
test_no_such_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "away.csv", NULL);
  Import import = { .cancel_in = 2 };

  begin (&import, fixture, path);
  end (&import);
  g_assert_error (import.error, DTL_SERVICE_ERROR, DTL_SERVICE_ERROR_READ);
  g_assert_nonnull (strstr (import.error->message, path));
  g_assert_cmpint (fixture->n_changed, ==, 0);
  import_clear (&import);
}

/* What the file cannot take shows all the same, and stays in the working copy until it can. */
static void
test_file_was_changed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = write_table (fixture, "first.csv", 10);
  g_autofree char *second = write_table (fixture, "second.csv", 10);
  g_autofree char *bytes = NULL;
  gsize n_bytes;
  Import import = { .cancel_in = 2 };

  g_assert_true (g_file_get_contents (fixture->path, &bytes, &n_bytes, NULL));
  import_now (fixture, first);
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) n_bytes, NULL));
  begin (&import, fixture, second);
  end (&import);
  g_assert_error (import.error, DTL_STORE_ERROR, DTL_STORE_ERROR_CONFLICT);
  g_assert_cmpuint (count_events (fixture), ==, 20);
  g_assert_cmpuint (count_in_file (fixture), ==, 0);
  import_clear (&import);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(DtlSearchResult **) user_data = dtl_search_finish (result, NULL);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_assert_true (dtl_export_worker_write_finish (DTL_EXPORT_WORKER (source), result, NULL));
  *(gboolean *) user_data = TRUE;
}

/* What is not in the file yet is found and exported all the same, since it is what shows. */
static void
test_read_what_shows (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = write_table (fixture, "first.csv", 1);
  g_autofree char *older = g_build_filename (fixture->folder, "older", NULL);
  g_autofree char *picture = g_build_filename (fixture->folder, "picture.svg", NULL);
  g_autofree char *svg = NULL;
  g_autoptr (DtlExportWorker) worker = NULL;
  DtlExportOptions options = { .format = DTL_PICTURE_SVG };
  DtlSearchResult *found = NULL;
  gboolean is_exported = FALSE;

  import_now (fixture, first);
  g_assert_cmpint (g_rename (fixture->path, older), ==, 0);
  g_assert_true (dtl_document_ensure_working_copy (fixture->document, NULL));
  g_assert_true (dtl_store_begin (dtl_document_get_store (fixture->document), "Rename", "", 2000, NULL));
  g_assert_true (dtl_store_set_title (dtl_document_get_store (fixture->document), "Quay Fees", NULL));
  g_assert_true (dtl_store_commit (dtl_document_get_store (fixture->document), NULL));
  g_assert_false (dtl_document_publish (fixture->document, NULL));

  dtl_search_async (fixture->document, "first", NULL, found_cb, &found);
  worker = dtl_export_worker_new (fixture->document);
  dtl_export_worker_write_async (worker, picture, &options, NULL, NULL, NULL, exported_cb, &is_exported);
  while (found == NULL || !is_exported)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (found->columns == dtl_document_get_columns (fixture->document));
  g_assert_cmpuint (dtl_bitset_count (found->rows), ==, 1);
  g_assert_true (g_file_get_contents (picture, &svg, NULL, NULL));
  g_assert_nonnull (strstr (svg, "Quay Fees"));
  dtl_search_result_free (found);
  g_assert_cmpint (g_rename (older, fixture->path), ==, 0);
}

/* The document lives on until the thread has done what it began. */
static void
test_let_go (Fixture *fixture, gconstpointer data)
{
  g_autofree char *table = write_table (fixture, "acts.csv", MANY);

  dtl_import_file_async (fixture->document, table, "", 1000, NULL, NULL, NULL, NULL, NULL);
  g_object_add_weak_pointer (G_OBJECT (fixture->document), (gpointer *) &fixture->document);
  g_object_unref (fixture->document);
  while (fixture->document != NULL)
    g_main_context_iteration (NULL, TRUE);
  dtl_jobs_wait_all ();
  g_assert_cmpuint (count_in_file (fixture), ==, MANY);
}

/** Step: undo or redo. */
typedef struct
{
  Fixture *fixture;
  gboolean is_ended;
  char *label;
} Step;

static void
stepped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Step *self = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_true (dtl_document_step_history_finish (self->fixture->document, result, &self->label, &error));
  g_assert_no_error (error);
  self->is_ended = TRUE;
}

static char *
step (Fixture *fixture, gboolean redo)
{
  Step self = { fixture, FALSE, NULL };

  dtl_document_step_history_async (fixture->document, redo, 2000, stepped_cb, &self);
  while (!self.is_ended)
    g_main_context_iteration (NULL, TRUE);
  return self.label;
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  g_autofree char *table = write_table (fixture, "acts.csv", 10);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *none = NULL;

  import_now (fixture, table);
  undone = step (fixture, FALSE);
  g_assert_cmpstr (undone, ==, "Import acts.csv");
  g_assert_cmpuint (count_in_file (fixture), ==, 0);
  redone = step (fixture, TRUE);
  g_assert_cmpstr (redone, ==, "Import acts.csv");
  g_assert_cmpuint (count_in_file (fixture), ==, 10);
  none = step (fixture, TRUE);
  g_assert_null (none);
  g_assert_cmpint (fixture->n_changed, ==, 3);
}

static void
count_standing_cb (int *n_told)
{
  *n_told += 1;
}

/* The file is exchanged a moment before the document knows of it; that is no change by others. */
static void
test_watched (Fixture *fixture, gconstpointer data)
{
  g_autofree char *table = write_table (fixture, "acts.csv", MANY);
  g_autoptr (DtlCaseWatch) watch = dtl_case_watch_new (fixture->document);
  Import import = { .cancel_in = 2 };
  int n_told = 0;

  g_signal_connect_swapped (watch, "changed", G_CALLBACK (count_standing_cb), &n_told);
  begin (&import, fixture, table);
  while (!import.is_ended)
    {
      dtl_case_watch_check (watch);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpint (n_told, ==, 0);
  g_assert_cmpint (dtl_case_watch_get_standing (watch), ==, 0);
  import_clear (&import);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/service/document-work/import", test_import },
    { "/service/document-work/read-meanwhile", test_read_meanwhile },
    { "/service/document-work/cancel", test_cancel },
    { "/service/document-work/cancel-after-edit", test_cancel_after_edit },
    { "/service/document-work/cancel-too-late", test_cancel_too_late },
    { "/service/document-work/one-at-a-time", test_one_at_a_time },
    { "/service/document-work/no-such-file", test_no_such_file },
    { "/service/document-work/file-was-changed", test_file_was_changed },
    { "/service/document-work/read-what-shows", test_read_what_shows },
    { "/service/document-work/let-go", test_let_go },
    { "/service/document-work/history", test_history },
    { "/service/document-work/watched", test_watched },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, setup, tests[i].func, teardown);
  return g_test_run ();
}
