/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture has the words of its own language, whatever language the program speaks, and off the main thread it is the
 * same. */
#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "service/dtl-export-worker.h"

typedef struct
{
  char *folder;
  char *path;
  DtlDocument *document;
} Fixture;

static void
setup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("dateline-export-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "case.dateline", NULL);
  g_assert_true (dtl_document_write_sample (fixture->path, &error));
  fixture->document = dtl_document_open (fixture->path, &error);
  g_assert_no_error (error);
}

static void
teardown (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->document);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static char *
render (DtlDocument *document)
{
  DtlExportOptions options;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  dtl_export_options_init (&options);
  options.format = DTL_PICTURE_SVG;
  options.passages = options.sources = TRUE;
  bytes = dtl_export_render (document, &options, NULL, &error);
  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* A catalogue with one message (the GNU MO format: magic, version, count, two tables of length and offset). */
static void
write_catalogue (const char *path, const char *message, const char *translation)
{
  guint32 head[11] = { 0x950412de, 0, 1, 28, 36, 0, 0, 0, 0, 0, 0 };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *folder = g_path_get_dirname (path);

  head[7] = (guint32) strlen (message);
  head[8] = sizeof head;
  head[9] = (guint32) strlen (translation);
  head[10] = head[8] + head[7] + 1;
  g_byte_array_append (bytes, (const guint8 *) head, sizeof head);
  g_byte_array_append (bytes, (const guint8 *) message, head[7] + 1);
  g_byte_array_append (bytes, (const guint8 *) translation, head[9] + 1);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, (const char *) bytes->data, bytes->len, NULL));
}

static void
test_words_of_another_language (Fixture *fixture, gconstpointer data)
{
  g_autofree char *catalogue = g_build_filename (fixture->folder, "xx", "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
  g_autofree char *messages = g_path_get_dirname (catalogue);
  g_autofree char *language = g_path_get_dirname (messages);
  g_autofree char *before = render (fixture->document);
  g_autofree char *after = NULL;

  write_catalogue (catalogue, "No filter", "Kein Filter");
  bindtextdomain (GETTEXT_PACKAGE, fixture->folder);
  textdomain (GETTEXT_PACKAGE);
  g_setenv ("LANGUAGE", "xx", TRUE);
  if (setlocale (LC_ALL, "C.UTF-8") == NULL || !g_str_equal (gettext ("No filter"), "Kein Filter"))
    g_test_skip ("this system's gettext takes no language in C.UTF-8");
  else
    {
      after = render (fixture->document);
      g_assert_nonnull (strstr (before, "No filter"));
      g_assert_cmpstr (after, ==, before);
      /* Only the picture is exempt. */
      g_assert_cmpstr (gettext ("No filter"), ==, "Kein Filter");
    }
  g_unsetenv ("LANGUAGE");
  g_unlink (catalogue);
  g_rmdir (messages);
  g_rmdir (language);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (dtl_export_worker_write_finish (DTL_EXPORT_WORKER (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* The options are the caller's again as soon as the call returns, and what is zero in them means the default. */
static void
test_in_a_thread (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.svg", NULL);
  g_autofree char *same = g_build_filename (fixture->folder, "b.svg", NULL);
  g_autoptr (DtlExportWorker) worker = dtl_export_worker_new (fixture->document);
  g_autofree char *dated = g_strdup ("2021-05-03");
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;
  DtlFilter *filter = dtl_filter_new ();
  DtlExportOptions options = {
    .format = DTL_PICTURE_SVG, .filter = filter, .stamp = DTL_EXPORT_STAMP_FULL, .dated = dated
  };
  gboolean is_done = FALSE;

  filter->text = g_strdup ("ban");
  g_assert_true (dtl_export_to_path (fixture->document, same, &options, NULL, NULL));
  dtl_export_worker_write_async (worker, path, &options, NULL, NULL, NULL, exported_cb, &is_done);
  dtl_filter_free (filter);
  memset (dated, 'x', strlen (dated));
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (g_file_get_contents (path, &one, NULL, NULL));
  g_assert_true (g_file_get_contents (same, &other, NULL, NULL));
  g_assert_cmpstr (one, ==, other);
  g_assert_nonnull (strstr (one, "3 May 2021"));
  g_unlink (path);
  g_unlink (same);
}

static void
failed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_assert_false (dtl_export_worker_write_finish (DTL_EXPORT_WORKER (source), result, user_data));
}

static void
test_failing_in_a_thread (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.svg", NULL);
  g_autoptr (DtlExportWorker) worker = dtl_export_worker_new (fixture->document);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  DtlExportOptions options = { .format = DTL_PICTURE_SVG };

  g_cancellable_cancel (cancelled);
  dtl_export_worker_write_async (worker, path, &options, NULL, NULL, cancelled, failed_cb, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  g_clear_error (&error);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  dtl_export_worker_write_async (worker, path, &options, NULL, NULL, NULL, failed_cb, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/service/export/language", Fixture, NULL, setup, test_words_of_another_language, teardown);
  g_test_add ("/service/export/thread", Fixture, NULL, setup, test_in_a_thread, teardown);
  g_test_add ("/service/export/thread-fails", Fixture, NULL, setup, test_failing_in_a_thread, teardown);
  return g_test_run ();
}
