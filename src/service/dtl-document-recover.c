/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking up what an earlier run left in the working copy. The window shows it at once and asks: it is published when
 * somebody goes on with it, or written to a case of its own. */
#include "config.h"

#include "service/dtl-document-parts-private.h"

#include "base/dtl-gettext.h"

void
dtl_recovery_free (DtlRecovery *self)
{
  g_free (self->label);
  g_free (self);
}

static gboolean
show_copy (DtlDocument *self, DtlWorkingCopy *copy, GError **error)
{
  DtlStore *file = self->store;

  self->store = dtl_working_copy_get_store (copy);
  if (!dtl_document_read (self, error))
    {
      self->store = file;
      dtl_working_copy_release (copy);
      return FALSE;
    }
  dtl_store_close (file);
  self->working_copy = copy;

  return TRUE;
}

/**
 * dtl_document_recover:
 * @self: a case that was opened by this thread and not edited
 *
 * Shows what an earlier run left, if it goes on from the file; see dtl_document_get_recovery().
 *
 * Returns: FALSE where something is left that cannot be looked at; the document then shows the file
 */
gboolean
dtl_document_recover (DtlDocument *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  DtlWorkingCopy *copy = dtl_working_copy_recover (self->path, self->info->uuid, &self->recovery, &local);

  if (copy != NULL && !show_copy (self, copy, &local))
    g_clear_pointer (&self->recovery, dtl_recovery_free);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

const DtlRecovery *
dtl_document_get_recovery (DtlDocument *self)
{
  g_return_val_if_fail (DTL_IS_DOCUMENT (self), NULL);

  return self->recovery;
}

/* What was recovered is the person's work like any other: it is to be published. */
void
dtl_document_keep_recovered (DtlDocument *self)
{
  g_return_if_fail (DTL_IS_DOCUMENT (self));

  g_clear_pointer (&self->recovery, dtl_recovery_free);
}

/* Shows the file again. */
static gboolean
show_file (DtlDocument *own, DtlStore *file, const struct stat *identity, GError **error)
{
  g_clear_pointer (&own->working_copy, dtl_working_copy_release);
  own->store = file;
  own->identity = *identity;

  return dtl_document_read (own, error);
}

static gboolean
set_shown_aside (DtlDocument *own, char **kept, GError **error)
{
  struct stat identity;
  DtlStore *file;

  dtl_document_look_at_file (own, &identity);
  file = dtl_store_open_file (own->path, error);
  if (file == NULL)
    return FALSE;
  *kept = dtl_working_copy_set_aside (own->working_copy, own->path, error);
  if (*kept == NULL)
    {
      dtl_store_close (file);
      return FALSE;
    }

  return show_file (own, file, &identity, error);
}

static gboolean
set_left_aside (DtlDocument *own, char **kept, GError **error)
{
  g_autoptr (DtlWorkingCopy) copy = dtl_working_copy_open_leftover (own->path, own->info->uuid, error);

  g_autofree char *name = g_filename_display_name (own->path);

  if (copy != NULL)
    *kept = dtl_working_copy_set_aside (copy, own->path, error);
  else if (error != NULL && *error == NULL)
    g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_NOT_FOUND,
                 _ ("“%s”: what an earlier run left is gone; open the case again"), name);

  return *kept != NULL;
}

static gboolean
set_aside (DtlDocument *own, GTask *task, gpointer data, GError **error)
{
  char **kept = data;

  return own->working_copy != NULL ? set_shown_aside (own, kept, error) : set_left_aside (own, kept, error);
}

static void
free_kept (gpointer kept)
{
  g_free (*(char **) kept);
  g_free (kept);
}

/**
 * dtl_document_set_recovered_aside_async:
 * @self: a case with a recovery
 * @callback: ends with dtl_document_set_recovered_aside_finish()
 *
 * Writes what was left to a case of its own, beside this one if that folder can be written, and shows the file.
 */
void
dtl_document_set_recovered_aside_async (DtlDocument *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (DTL_IS_DOCUMENT (self) && self->recovery != NULL);

  dtl_document_work_async (self, dtl_document_set_recovered_aside_async, set_aside, g_new0 (char *, 1), free_kept, NULL,
                           callback, user_data);
}

/* Returns: (transfer full) (nullable): the path of that case; NULL with error, and nothing has changed then */
char *
dtl_document_set_recovered_aside_finish (DtlDocument *self, GAsyncResult *result, GError **error)
{
  if (!dtl_document_work_finish (self, result, error))
    return NULL;
  g_clear_pointer (&self->recovery, dtl_recovery_free);

  return g_steal_pointer ((char **) dtl_document_work_get_data (result));
}
