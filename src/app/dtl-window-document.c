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
