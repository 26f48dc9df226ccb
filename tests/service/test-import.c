/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that a case waits for: known by the hash of their words, or of their file alone. */
#include <glib/gstdio.h>
#include <string.h>

#include "base/dtl-hash.h"
#include "service/dtl-import.h"

#define WORDS "The fees rise.\n"
#define BYTES "The fees rise.\r\n"

typedef struct
{
  char *folder;
  char *text_path;
  DtlDocument *document;
} Fixture;

static void
setup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("dateline-import-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "case.dateline", NULL);
  fixture->text_path = g_build_filename (fixture->folder, "fees.txt", NULL);
  g_assert_true (g_file_set_contents (fixture->text_path, BYTES, -1, NULL));
  fixture->document = dtl_document_new_case (path, "Port Fees", NULL);
  g_assert_nonnull (fixture->document);
}

static void
teardown (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strdup (dtl_document_get_path (fixture->document));

  g_object_unref (fixture->document);
  g_unlink (path);
  g_unlink (fixture->text_path);
  g_rmdir (fixture->folder);
  g_free (fixture->text_path);
  g_free (fixture->folder);
}

/* A source whose original is not here; of its text the hash is known if @with_text. No passage stands in it. */
static void
put_waiting_source (Fixture *fixture, gboolean with_text)
{
  DtlStore *store;
  g_autoptr (DtlSource) source = dtl_source_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (dtl_document_ensure_working_copy (fixture->document, &error));
  store = dtl_document_get_store (fixture->document);
  source->title = g_strdup ("Fees");
  source->file_name = g_strdup ("original.txt");
  source->file_sha256 = dtl_sha256_hex (BYTES, strlen (BYTES));
  if (with_text)
    {
      DtlSourceText *text = dtl_source_text_new ();

      text->kind = DTL_TEXT_FULL;
      text->sha256 = dtl_sha256_hex (WORDS, strlen (WORDS));
      text->length_cp = (int64_t) strlen (WORDS);
      g_ptr_array_add (source->texts, text);
    }
  g_assert_true (dtl_store_begin (store, "Add", "", 1000, &error));
  g_assert_true (dtl_store_put_source (store, source, &error));
  g_assert_true (dtl_store_commit (store, &error));
  g_assert_true (dtl_document_publish (fixture->document, &error));
  g_assert_no_error (error);
}

static DtlImportReport *
import (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  DtlImportReport *report = dtl_import_file (fixture->document, fixture->text_path, NULL, "", 2000, NULL, &error);

  g_assert_no_error (error);

  return report;
}

static void
test_a_waiting_source_gets_its_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DtlImportReport) report = NULL;
  g_autoptr (DtlImportReport) again = NULL;
  const DtlSource *source;
  const DtlSourceText *text;

  put_waiting_source (fixture, GPOINTER_TO_INT (data));
  report = import (fixture);
  g_assert_true (report->recognised);
  g_assert_false (report->is_known);
  g_assert_cmpint (report->n_anchored, ==, 0);

  g_assert_cmpuint (dtl_document_get_sources (fixture->document)->len, ==, 1);
  source = g_ptr_array_index (dtl_document_get_sources (fixture->document), 0);
  text = dtl_source_get_best_text (source);
  g_assert_nonnull (text);
  g_assert_cmpint (text->kind, ==, DTL_TEXT_FULL);
  g_assert_cmpint (text->length_cp, ==, strlen (WORDS));

  again = import (fixture);
  g_assert_true (again->is_known);
  g_assert_false (again->recognised);
  g_assert_cmpuint (dtl_document_get_sources (fixture->document)->len, ==, 1);
}

static void
test_formats (void)
{
  static const struct
  {
    const char *path;
    const char *format;
    gboolean is_known;
  } cases[] = {
    { "a.txt", NULL, TRUE },  { "a.MD", NULL, TRUE },    { "a.csv", NULL, TRUE },    { "a.tab", NULL, TRUE },
    { "a.doc", NULL, FALSE }, { "a", NULL, FALSE },      { "txt", NULL, FALSE },     { "dir.txt/a", NULL, FALSE },
    { "a.doc", "csv", TRUE }, { "a.csv", "text", TRUE }, { "a.csv", "word", FALSE }, { "a.csv", "", FALSE },
    { ".txt", NULL, TRUE },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (dtl_import_check_format (cases[i].path, cases[i].format, &error) == cases[i].is_known);
      g_assert_true ((error == NULL) == cases[i].is_known);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/service/import/known-text", Fixture, GINT_TO_POINTER (TRUE), setup, test_a_waiting_source_gets_its_text,
              teardown);
  g_test_add ("/service/import/known-file", Fixture, GINT_TO_POINTER (FALSE), setup,
              test_a_waiting_source_gets_its_text, teardown);
  g_test_add_func ("/service/import/formats", test_formats);
  return g_test_run ();
}
