/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document that is edited: its working copy, publishing, and what stands in the file meanwhile. */
#include "config.h"

#include "service/dtl-document-parts-private.h"

#include "base/dtl-gettext.h"

/* Publishing gives a file another number; whatever else changes it moves its time or size. */
static gboolean
is_same_file (const struct stat *a, const struct stat *b)
{
  return a->st_dev == b->st_dev && a->st_ino == b->st_ino && a->st_size == b->st_size &&
         a->st_mtim.tv_sec == b->st_mtim.tv_sec && a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

/* The file may be another one by now, even another case, whose working copy is not the one that was locked. */
static gboolean
check_uuid (DtlDocument *self, DtlStore *store, GError **error)
{
  g_autoptr (DtlCaseInfo) info = dtl_store_get_info (store, error);
  g_autofree char *name = g_filename_display_name (self->path);

  if (info == NULL)
    return FALSE;
  if (g_strcmp0 (info->uuid, self->info->uuid) == 0)
    return TRUE;
  g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_CONFLICT,
               _ ("“%s” is another case than it was when it was opened; open it again"), name);

  return FALSE;
}

/* Somebody else may have published since this document was read: what is written must rest on what is there now. */
static gboolean
catch_up (DtlDocument *self, const struct stat *identity, GError **error)
{
  if (is_same_file (identity, &self->identity))
    return TRUE;
  if (!dtl_document_read (self, error))
    return FALSE;
  self->identity = *identity;
  dtl_document_emit_changed (self);

  return TRUE;
}

/* Whether no thread works on the case. */
gboolean
dtl_document_check_idle (DtlDocument *self, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);

  if (!self->is_working)
    return TRUE;
  g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_BUSY,
               _ ("“%s” is being changed; wait until that is done, or cancel it"), name);

  return FALSE;
}

gboolean
dtl_document_ensure_working_copy (DtlDocument *self, GError **error)
{
  g_autoptr (DtlWorkingCopy) copy = NULL;
  struct stat identity;

  g_return_val_if_fail (DTL_IS_DOCUMENT (self), FALSE);

  if (!dtl_document_check_idle (self, error))
    return FALSE;
  if (self->working_copy != NULL)
    return TRUE;

  dtl_document_look_at_file (self, &identity);
  copy = dtl_working_copy_checkout (self->path, self->info->uuid, error);
  if (copy == NULL || !check_uuid (self, dtl_working_copy_get_store (copy), error))
    return FALSE;

  dtl_store_close (self->store);
  self->store = dtl_working_copy_get_store (copy);
  self->working_copy = g_steal_pointer (&copy);

  return catch_up (self, &identity, error);
}

gboolean
dtl_document_publish (DtlDocument *self, GError **error)
{
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (DTL_IS_DOCUMENT (self), FALSE);

  if (!dtl_document_check_idle (self, error))
    return FALSE;
  g_return_val_if_fail (self->working_copy != NULL, FALSE);

  if (dtl_working_copy_publish (self->working_copy, self->path, &local))
    dtl_document_look_at_file (self, &self->identity);
  /* What was done shows, whether or not the file could be written. */
  if (dtl_document_read (self, local == NULL ? &local : NULL))
    dtl_document_emit_changed (self);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

/**
 * dtl_document_is_file_same:
 * @is_there: (out): whether there is a file at the case's path
 *
 * Returns: whether it is the one that was read or published last
 */
gboolean
dtl_document_is_file_same (DtlDocument *self, gboolean *is_there)
{
  struct stat identity;

  dtl_document_look_at_file (self, &identity);
  *is_there = S_ISREG (identity.st_mode);

  return is_same_file (&identity, &self->identity);
}

/* Whether something was done that is in the working copy alone. */
gboolean
dtl_document_has_unpublished (DtlDocument *self)
{
  if (self->is_working)
    return self->was_unpublished;
  return self->working_copy != NULL && dtl_working_copy_has_unpublished (self->working_copy);
}

/* Has @fresh's content and store, which must be the calling thread's. */
void
dtl_document_take_content (DtlDocument *self, DtlDocument *fresh)
{
  g_autoptr (GError) error = NULL;

  dtl_document_forget (self);
  self->store = g_steal_pointer (&fresh->store);
  self->identity = fresh->identity;
  self->info = g_steal_pointer (&fresh->info);
  self->actors = g_steal_pointer (&fresh->actors);
  self->sources = g_steal_pointer (&fresh->sources);
  self->source_index = g_steal_pointer (&fresh->source_index);
  self->n_sources = fresh->n_sources;
  self->ground = g_steal_pointer (&fresh->ground);
  self->all_columns = g_steal_pointer (&fresh->all_columns);
  if (self->known_on.edtf != NULL)
    dtl_document_ensure_sources (self);
  if (!dtl_known_on_read (&self->known_on, self->store, self->sources, &error))
    {
      g_info ("What was known on the day could not be read again: %s", error->message);
      dtl_known_on_clear (&self->known_on);
    }
  dtl_document_show_columns (self);
}

/**
 * dtl_document_take_over:
 * @fresh: the same path, read later; of no use afterwards
 * @error: DTL_STORE_ERROR_CONFLICT where something was done that is in no file; nothing has changed then
 *
 * Shows what @fresh has; emits ::changed.
 */
gboolean
dtl_document_take_over (DtlDocument *self, DtlDocument *fresh, GError **error)
{
  if (!dtl_document_check_idle (self, error))
    return FALSE;
  if (dtl_document_has_unpublished (self))
    {
      g_autofree char *name = g_filename_display_name (self->path);
      g_autofree char *kept = dtl_working_copy_find (self->info->uuid);

      g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_CONFLICT,
                   _ ("“%s” cannot be read again: it lacks changes that were made here and are kept in “%s”."), name,
                   kept != NULL ? kept : "");
      return FALSE;
    }
  if (self->working_copy == NULL)
    dtl_store_close (self->store);
  g_clear_pointer (&self->working_copy, dtl_working_copy_release);
  dtl_document_take_content (self, fresh);
  dtl_document_emit_changed (self);

  return TRUE;
}

/**
 * dtl_document_find_edits:
 *
 * Returns: (transfer full) (nullable): the path of a working copy of this case that is not this document's own: another
 * process edits it, or an earlier run left it behind, and it may hold what is not in the case's file
 */
char *
dtl_document_find_edits (DtlDocument *self)
{
  g_return_val_if_fail (DTL_IS_DOCUMENT (self), NULL);

  return self->working_copy == NULL ? dtl_working_copy_find (self->info->uuid) : NULL;
}
