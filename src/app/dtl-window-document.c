/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cases in: what the window asks the service room for, and what it says when that fails. The window stays
 * usable whatever happens. */
#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>

#include "app/dtl-message.h"
#include "app/dtl-window-private.h"
#include "app/dtl-words.h"
#include "app/settings/dtl-settings.h"
#include "service/dtl-import.h"

/* The clock is read here and nowhere deeper. */
static int64_t
now_utc_seconds (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* --- opening ---------------------------------------------------------------------------------------------------- */

/* A window without a case has room for the whole story; one with a case must not lose it. */
static void
show_open_error (DtlWindow *self, const char *path, const GError *error)
{
  g_autofree char *name = dtl_words_file_name (path);
  g_autofree char *heading = g_strdup_printf (_ ("Could Not Open “%s”"), name);
  g_autofree char *escaped = NULL;

  if (self->session != NULL)
    {
      dtl_message_show_error (GTK_WINDOW (self), heading, error->message);
      return;
    }
  escaped = g_markup_escape_text (error->message, -1);
  adw_status_page_set_title (self->error_page, heading);
  adw_status_page_set_description (self->error_page, escaped);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

/** Opening: a case on its way; its window may still be in the making. */
typedef struct
{
  DtlWindow *window;
  GCancellable *cancellable;
} Opening;

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Opening *opening = user_data;
  g_autoptr (DtlWindow) self = opening->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlDocument) document = dtl_document_open_finish (result, &error);
  g_autofree char *path = g_steal_pointer (&self->opening_path);

  g_clear_object (&self->opening);
  if (document != NULL)
    dtl_window_set_document (self, document);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_open_error (self, path, error);
  dtl_window_opening_ended (self);
}

/* Begins, off the main thread. Nothing comes of it before the main loop runs, and by then it has a window. */
static Opening *
begin_opening (const char *path)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->cancellable = g_cancellable_new ();
  dtl_document_open_async (path, opening->cancellable, opened_cb, opening);
  return opening;
}

static void
give_window (Opening *opening, DtlWindow *self, const char *path)
{
  opening->window = g_object_ref (self);
  self->opening = opening->cancellable;
  self->opening_path = g_strdup (path);
  gtk_stack_set_visible_child_name (self->stack, "opening");
}

/* Opens a case in this window, off the main thread. */
void
dtl_window_open_path (DtlWindow *self, const char *path)
{
  g_return_if_fail (DTL_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  if (self->opening == NULL)
    give_window (begin_opening (path), self, path);
}

/**
 * dtl_window_new_for_path:
 * @path: absolute path of a case
 *
 * The case is read while the window is made.
 *
 * Returns: (transfer none): a new window that opens it
 */
DtlWindow *
dtl_window_new_for_path (DtlApplication *application, const char *path)
{
  Opening *opening;
  DtlWindow *self;

  g_return_val_if_fail (DTL_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  opening = begin_opening (path);
  self = dtl_window_new (application);
  give_window (opening, self, path);
  return self;
}

static void
go_to_path (DtlWindow *self, const char *path)
{
  dtl_application_open_path (DTL_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), path, GTK_WINDOW (self));
}

/* Makes a new case and opens it. The file's name is its first title. */
void
dtl_window_create_case (DtlWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlDocument) document = NULL;
  g_autofree char *title = dtl_words_file_name (path);
  g_autofree char *heading = NULL;

  if (g_str_has_suffix (title, ".dateline"))
    title[strlen (title) - strlen (".dateline")] = '\0';
  document = dtl_document_new_case (path, title, &error);
  if (document != NULL)
    {
      g_clear_object (&document);
      go_to_path (self, path);
      return;
    }
  heading = g_strdup_printf (_ ("Could Not Create “%s”"), title);
  dtl_message_show_error (GTK_WINDOW (self), heading, error->message);
}

/* The sample is a case like any other: a copy in the person's own data folder. One that is still whole is used again;
 * one that is damaged is left alone and a new one written beside it. */
static char *
find_sample (GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "dateline", NULL);
  g_autofree char *title = dtl_document_dup_sample_title ();

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                   _ ("The folder “%s” cannot be made. Check its permissions, or set XDG_DATA_HOME to another one."),
                   folder);
      return NULL;
    }
  for (int i = 1; i < 100; i++)
    {
      g_autofree char *name =
          i == 1 ? g_strdup_printf ("%s.dateline", title) : g_strdup_printf ("%s %d.dateline", title, i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS) ? dtl_store_verify_file (path, NULL)
                                                 : dtl_document_write_sample (path, error))
        return g_steal_pointer (&path);
      if (*error != NULL)
        return NULL;
    }
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST, _ ("The folder “%s” is full of damaged samples. Delete some."),
               folder);
  return NULL;
}

/* Opens the bundled sample case. */
void
dtl_window_open_sample (DtlWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = find_sample (&error);

  if (path != NULL)
    go_to_path (self, path);
  else
    dtl_message_show_error (GTK_WINDOW (self), _ ("Could Not Write the Sample"), error->message);
}

/* --- importing -------------------------------------------------------------------------------------------------- */

static char *
describe_import (const DtlImportReport *report)
{
  if (report->is_known)
    return g_strdup (_ ("This file is in the case already"));
  if (report->recognised)
    return g_strdup_printf (ngettext ("Original recognised: %d passage now stands in its words",
                                      "Original recognised: %d passages now stand in their words", report->n_anchored),
                            report->n_anchored);
  if (report->n_events > 0)
    return g_strdup_printf (ngettext ("Imported %d event", "Imported %d events", report->n_events), report->n_events);
  return g_strdup_printf (ngettext ("Imported %d source", "Imported %d sources", report->n_sources), report->n_sources);
}

static void
show_skipped (DtlWindow *self, const DtlImportReport *report)
{
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;

  heading =
      g_strdup_printf (ngettext ("%d Row Was Skipped", "%d Rows Were Skipped", report->n_skipped), report->n_skipped);
  body = report->skipped != NULL ? g_strjoinv ("\n", report->skipped) : g_strdup ("");
  if (strlen (body) > 1000)
    strcpy (g_utf8_find_prev_char (body, body + 996), "…");
  dtl_message_show_error (GTK_WINDOW (self), heading, body);
}

/* Imports a file as what it is: an original that the case knows, a table of events, or a new source. */
void
dtl_window_import (DtlWindow *self, const char *path)
{
  DtlImportOptions options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlImportReport) report = NULL;
  g_autofree char *words = NULL;
  g_autofree char *who = g_settings_get_string (dtl_settings_get (), "author-name");

  if (self->session == NULL)
    return;
  report =
      dtl_import_file (dtl_session_get_document (self->session), path, &options, who, now_utc_seconds (), NULL, &error);
  if (report == NULL)
    {
      dtl_message_show_error (GTK_WINDOW (self), _ ("Could Not Import the File"), error->message);
      return;
    }
  words = describe_import (report);
  dtl_window_toast (self, words);
  if (report->n_skipped > 0)
    show_skipped (self, report);
}

static void
import_anyway_cb (GObject *owner, gboolean go_on, const char *path)
{
  if (go_on)
    dtl_window_import (DTL_WINDOW (owner), path);
}

/* Adds the original of the source that the evidence pane shows. Another file would silently become a source of its own,
 * so that is asked first. */
void
dtl_window_attach_original (DtlWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = NULL;
  const DtlSource *source;

  if (self->session == NULL)
    return;
  sha256 = dtl_store_hash_file (path, &error);
  source = dtl_evidence_pane_get_source (self->evidence);
  if (sha256 == NULL)
    dtl_message_show_error (GTK_WINDOW (self), _ ("Could Not Read the File"), error->message);
  else if (source == NULL || source->file_sha256 == NULL || strcmp (sha256, source->file_sha256) == 0)
    dtl_window_import (self, path);
  else
    dtl_message_ask (GTK_WINDOW (self), _ ("Another File"),
                     _ ("This is not the file that the case was made from: its contents differ. It can be added as "
                        "another original or as a source of its own; the passages stay as they are."),
                     _ ("_Import It"), path, G_OBJECT (self), import_anyway_cb);
}

/* --- history ---------------------------------------------------------------------------------------------------- */

/* Undoes or redoes one change and says which. */
void
dtl_window_step_history (DtlWindow *self, gboolean redo)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *words = NULL;
  DtlDocument *document;
  gboolean done;

  if (self->session == NULL)
    return;
  document = dtl_session_get_document (self->session);
  done = dtl_document_ensure_working_copy (document, &error) &&
         (redo ? dtl_store_redo : dtl_store_undo) (dtl_document_get_store (document), now_utc_seconds (), &label,
                                                   &error) &&
         dtl_document_publish (document, &error);
  dtl_window_update_actions (self);
  if (!done && error != NULL)
    dtl_message_show_error (GTK_WINDOW (self), redo ? _ ("Could Not Redo") : _ ("Could Not Undo"), error->message);
  if (!done)
    return;
  words = g_strdup_printf (redo ? _ ("Redone: %s") : _ ("Undone: %s"), label != NULL ? label : "");
  dtl_window_toast (self, words);
}
