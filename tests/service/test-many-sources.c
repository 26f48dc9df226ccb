/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A case with so many sources that they are not read with the rest: single ones can be had all the same, and all of
 * them come when they are wanted. */
#include <glib/gstdio.h>

#include "service/dtl-document.h"
#include "service/dtl-findings.h"

/* One more than are read with the rest. */
#define N_SOURCES 20001

typedef struct
{
  char *folder;
  char *path;
  DtlId proof; /* the source that the only event has a passage in */
} Case;

static DtlId
put_source (DtlStore *store, int number)
{
  g_autoptr (DtlSource) source = dtl_source_new ();

  source->exhibit = number;
  source->publisher = g_strdup_printf ("Gazette %d", number);
  source->issued_edtf = g_strdup ("2024-06-20");
  source->issued_basis = DTL_BASIS_STATED;
  g_assert_true (dtl_store_put_source (store, source, NULL));
  return source->id;
}

static void
put_event (DtlStore *store, DtlId source)
{
  g_autoptr (DtlPassage) passage = dtl_passage_new ();
  g_autoptr (DtlEvent) event = dtl_event_new ();
  DtlClaim *claim = dtl_claim_new ();

  passage->source = source;
  g_assert_true (dtl_store_put_passage (store, passage, NULL));
  event->title = g_strdup ("The fees rise");
  claim->role = DTL_ROLE_OCCURRED;
  claim->edtf = g_strdup ("2024-06-20");
  g_ptr_array_add (event->claims, claim);
  g_ptr_array_add (event->evidence, dtl_evidence_new (passage->id, DTL_STANCE_SUPPORTS));
  g_assert_true (dtl_store_put_event (store, event, NULL));
}

static void
setup (Case *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlDocument) document = NULL;
  DtlStore *store;

  self->folder = g_dir_make_tmp ("dateline-sources-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "case.dateline", NULL);
  document = dtl_document_new_case (self->path, "Port Fees", &error);
  g_assert_no_error (error);
  g_assert_true (dtl_document_ensure_working_copy (document, &error));
  store = dtl_document_get_store (document);
  g_assert_true (dtl_store_begin (store, "Add", "", 1, &error));
  for (int i = 1; i <= N_SOURCES; i++)
    self->proof = put_source (store, i);
  put_event (store, self->proof);
  g_assert_true (dtl_store_commit (store, &error));
  g_assert_true (dtl_document_publish (document, &error));
  g_assert_no_error (error);
}

static void
teardown (Case *self)
{
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

static void
check_proof (Case *self, DtlDocument *document)
{
  g_autoptr (GPtrArray) sources = dtl_document_list_event_sources (document, 0);
  const DtlSource *source = dtl_document_find_source (document, self->proof);

  g_assert_nonnull (source);
  g_assert_cmpint (source->exhibit, ==, N_SOURCES);
  g_assert_cmpuint (sources->len, ==, 1);
  g_assert_cmpint (((DtlSource *) g_ptr_array_index (sources, 0))->id, ==, self->proof);
}

static void
read_cb (DtlDocument *document, gpointer user_data)
{
  *(int *) user_data += 1;
}

static void
check_one_by_one (Case *self, DtlDocument *document)
{
  g_autoptr (DtlEvent) event = dtl_document_read_event (document, 0, NULL);
  g_autoptr (GPtrArray) findings = dtl_document_check_event (document, event, NULL);

  check_proof (self, document);
  g_assert_nonnull (findings);
  g_assert_null (dtl_document_find_source (document, DTL_ID_NONE));
  g_assert_null (dtl_document_find_source (document, 12345));
  g_assert_cmpuint (dtl_document_count_sources (document, G_MAXUINT), ==, N_SOURCES);
  g_assert_false (dtl_document_has_sources (document));
}

static void
check_all (Case *self, DtlDocument *document)
{
  DtlColumns *columns = dtl_document_get_columns (document);
  g_autoptr (GArray) values = dtl_facet_list_values (DTL_FACET_SOURCE, columns, dtl_document_get_sources (document));

  check_proof (self, document);
  g_assert_cmpuint (columns->source_first[1], ==, 1);
  g_assert_cmpuint (values->len, ==, 1);
  g_assert_cmpint (g_array_index (values, DtlFacetValue, 0).value, ==, self->proof);
}

static void
test_wanted (void)
{
  Case self = { NULL };
  g_autoptr (DtlDocument) document = NULL;
  int n_read = 0;

  setup (&self);
  document = dtl_document_open (self.path, NULL);
  g_signal_connect (document, "sources-read", G_CALLBACK (read_cb), &n_read);
  check_one_by_one (&self, document);
  dtl_document_want_sources (document);
  dtl_document_want_sources (document);
  while (n_read == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (dtl_document_has_sources (document));
  check_all (&self, document);
  dtl_document_want_sources (document);
  g_assert_cmpint (n_read, ==, 1);
  g_clear_object (&document);

  /* A file that is no longer what was read is not asked. */
  document = dtl_document_open (self.path, NULL);
  n_read = 0;
  g_signal_connect (document, "sources-read", G_CALLBACK (read_cb), &n_read);
  g_unlink (self.path);
  dtl_document_want_sources (document);
  while (n_read == 0)
    g_main_context_iteration (NULL, TRUE);
  check_all (&self, document);
  teardown (&self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/service/many-sources/wanted", test_wanted);
  return g_test_run ();
}
