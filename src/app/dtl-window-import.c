/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files brought into the case, one after the other, on a thread. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/dtl-message.h"
#include "app/dtl-window-private.h"
#include "app/dtl-window-work-private.h"
#include "app/dtl-words.h"
#include "app/settings/dtl-settings.h"
#include "service/dtl-import.h"

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

static void
show_outcome (DtlWindow *self, const DtlImportReport *report, const GError *error)
{
  g_autofree char *words = report != NULL ? describe_import (report) : NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    dtl_window_toast (self, _ ("Import cancelled; the case is as it was"));
  else if (report == NULL)
    dtl_message_show_error (GTK_WINDOW (self), _ ("Could Not Import the File"), error->message);
  else
    dtl_window_toast (self, words);
  if (report != NULL && report->n_skipped > 0)
    show_skipped (self, report);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DtlWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlImportReport) report = dtl_import_file_finish (DTL_DOCUMENT (source), result, &error);

  if (dtl_window_work_end (self))
    show_outcome (self, report, error);
}

static void
progress_cb (DtlImportPhase phase, double fraction, gpointer user_data)
{
  DtlWindow *self = user_data;

  /* The window may have been closed. */
  if (self->session == NULL)
    return;
  if (phase == DTL_IMPORT_PHASE_SAVE)
    dtl_window_work_save (self);
  dtl_work_strip_set_fraction (self->work_strip, fraction);
}

static void
start (DtlWindow *self, const char *path)
{
  g_autofree char *who = g_settings_get_string (dtl_settings_get (), "author-name");
  g_autofree char *name = dtl_words_file_name (path);
  /* Translators: the name of a file */
  g_autofree char *words = g_strdup_printf (_ ("Importing “%s”…"), name);
  GCancellable *cancellable = g_cancellable_new ();

  dtl_window_work_begin (self, words, cancellable);
  dtl_import_file_async (dtl_session_get_document (self->session), path, who, dtl_window_now_utc_seconds (),
                         progress_cb, self, cancellable, imported_cb, g_object_ref (self));
}

/* Imports a file as what it is: an original that the case knows, a table of events, or a new source. While something
 * else is done to the case, it waits. */
void
dtl_window_import (DtlWindow *self, const char *path)
{
  if (self->session == NULL)
    return;
  if (dtl_window_is_working (self))
    g_queue_push_tail (&self->waiting_imports, g_strdup (path));
  else
    start (self, path);
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
