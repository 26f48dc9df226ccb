/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-support.h"

#include <execinfo.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "service/dtl-export-worker.h"
#include "service/dtl-jobs.h"

/* A test that waits longer than this for something has failed; no test measures time. */
#define PATIENCE_SECONDS 30

static DtlApplication *application;
static char *folder;
static char *sample;

/* Where a crash comes from, for addr2line: what happens once in a hundred runs on another machine tells no more. */
static void
tell_crash (int signal_number)
{
  void *frames[64];

  backtrace_symbols_fd (frames, backtrace (frames, G_N_ELEMENTS (frames)), STDERR_FILENO);
  signal (signal_number, SIG_DFL);
  raise (signal_number);
}

static void
watch_crashes (void)
{
  void *frame;

  backtrace (&frame, 1); /* loads what it needs, which a handler may not */
  signal (SIGABRT, tell_crash);
#ifndef __SANITIZE_ADDRESS__
  signal (SIGSEGV, tell_crash); /* the sanitizer tells more */
#endif
}

/* Without a display there is nothing to test: the program ends as skipped. */
DtlApplication *
app_support_init (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;

  watch_crashes ();
  if (g_getenv ("DISPLAY") == NULL && g_getenv ("WAYLAND_DISPLAY") == NULL)
    exit (77);
  gtk_test_init (argc, argv, NULL);
  /* What is asked for is there at once, unless a test wants to see it come. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  folder = g_dir_make_tmp ("dateline-app-XXXXXX", &error);
  g_assert_no_error (error);
  sample = g_build_filename (folder, "sample.dateline", NULL);
  dtl_document_write_sample (sample, &error);
  g_assert_no_error (error);

  application = dtl_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

const char *
app_support_get_sample (void)
{
  return sample;
}

DtlSession *
app_support_new_session (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlDocument) document = dtl_document_open (sample, &error);

  g_assert_no_error (error);
  return dtl_session_new (document);
}

DtlId
app_support_find_event (DtlSession *session, const char *title_start)
{
  DtlDocument *document = dtl_session_get_document (session);
  DtlColumns *columns = dtl_document_get_columns (document);
  DtlTitleProvider *titles = dtl_document_get_titles (document);

  for (uint32_t row = 0; row < columns->n_events; row++)
    if (g_str_has_prefix (titles->get_title (titles, row), title_start))
      return columns->id[row];
  g_error ("The sample has no event “%s…”", title_start);
}

DtlId
app_support_find_actor (DtlSession *session, const char *name)
{
  DtlActorTable *actors = dtl_document_get_actors (dtl_session_get_document (session));
  int64_t index = dtl_actor_table_find_name (actors, name);

  g_assert_cmpint (index, >=, 0);
  return dtl_actor_table_get (actors, (uint32_t) index)->id;
}

static DtlId
put_source (DtlStore *store, const char *words)
{
  g_autoptr (DtlSource) source = dtl_source_new ();
  DtlSourceText *text = dtl_source_text_new ();

  source->exhibit = 1;
  source->title = g_strdup (words);
  source->publisher = g_strdup (words);
  source->issued_edtf = g_strdup ("2024-06");
  source->issued_basis = DTL_BASIS_STATED;
  text->kind = DTL_TEXT_FULL;
  text->text = g_strdup (words);
  text->is_present = TRUE;
  text->length_cp = g_utf8_strlen (words, -1);
  text->sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, words, -1);
  text->extractor = g_strdup ("text");
  text->extractor_version = g_strdup ("1");
  g_ptr_array_add (source->texts, text);
  g_assert_true (dtl_store_put_source (store, source, NULL));
  return source->id;
}

static DtlId
put_passage (DtlStore *store, DtlId source_id, const char *words)
{
  g_autoptr (GPtrArray) sources = dtl_store_get_sources (store, NULL);
  const DtlSource *source = g_ptr_array_index (sources, 0);
  const DtlSourceText *text = g_ptr_array_index (source->texts, 0);
  g_autoptr (DtlPassage) passage = dtl_passage_new ();
  DtlAnchor *anchor = dtl_anchor_new ();

  passage->source = source_id;
  anchor->text = text->id;
  anchor->end_cp = g_utf8_strlen (words, -1);
  anchor->exact = g_strdup (words);
  g_ptr_array_add (passage->anchors, anchor);
  g_assert_true (dtl_store_put_passage (store, passage, NULL));
  return passage->id;
}

static void
put_event (DtlStore *store, const char *words, DtlId actor, DtlId passage)
{
  g_autoptr (DtlEvent) event = dtl_event_new ();
  DtlClaim *claim = dtl_claim_new ();

  event->title = g_strdup (words);
  event->summary = g_strdup (words);
  claim->role = DTL_ROLE_OCCURRED;
  claim->edtf = g_strdup ("2024-06-20");
  claim->passage = passage;
  claim->reason = g_strdup (words);
  g_ptr_array_add (event->claims, claim);
  g_ptr_array_add (event->participations, dtl_participation_new (actor, words));
  g_ptr_array_add (event->evidence, dtl_evidence_new (passage, DTL_STANCE_SUPPORTS));
  g_assert_true (dtl_store_put_event (store, event, NULL));
}

/* A new case with one of everything, each of whose texts is @words. Returns: (transfer full): its path */
char *
app_support_make_case (const char *name, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlDocument) document = NULL;
  g_autoptr (DtlActor) actor = dtl_actor_new ();
  char *path = g_build_filename (folder, name, NULL);
  DtlStore *store;
  DtlId source;

  document = dtl_document_new_case (path, words, &error);
  g_assert_no_error (error);
  g_assert_true (dtl_document_ensure_working_copy (document, &error));
  store = dtl_document_get_store (document);
  g_assert_true (dtl_store_begin (store, words, "", 1, &error));
  actor->name = g_strdup (words);
  g_assert_true (dtl_store_put_actor (store, actor, &error));
  source = put_source (store, words);
  put_event (store, words, actor->id, put_passage (store, source, words));
  dtl_store_commit (store, &error);
  g_assert_no_error (error);
  dtl_document_publish (document, &error);
  g_assert_no_error (error);
  return path;
}

/* Runs what is due. */
void
app_support_settle (void)
{
  for (int i = 0; i < 50; i++)
    while (g_main_context_iteration (NULL, FALSE))
      ;
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Runs the main loop until @condition holds. */
void
app_support_wait_for (AppSupportCondition condition, gpointer data)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;
  guint wake = g_timeout_add (20, wake_cb, NULL);

  while (!condition (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (wake);
}

/* The first descendant of this type, with this style class if it is given, that is to be seen. */
GtkWidget *
app_support_find_widget (GtkWidget *root, GType type, const char *css_class)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (css_class == NULL || gtk_widget_has_css_class (root, css_class)))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = app_support_find_widget (child, type, css_class);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

int
app_support_finish (void)
{
  int status = g_test_run ();

  dtl_jobs_wait_all ();
  g_clear_object (&application);
  remove_folder ();
  g_free (folder);
  g_free (sample);
  return status;
}
