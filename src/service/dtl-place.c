/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where others read what a document shows. A store belongs to one thread, so each opens one of its own. */
#include "config.h"

#include "service/dtl-document-parts-private.h"

/* As the document stands now. */
void
dtl_place_init (DtlPlace *self, DtlDocument *document)
{
  char *copy = dtl_document_has_unpublished (document) ? dtl_working_copy_find (document->info->uuid) : NULL;

  self->is_working_copy = copy != NULL;
  self->path = copy != NULL ? copy : g_strdup (document->path);
}

void
dtl_place_clear (DtlPlace *self)
{
  g_clear_pointer (&self->path, g_free);
}

/* Returns: (transfer full) (nullable): a store of the calling thread, for reading */
DtlStore *
dtl_place_open (const DtlPlace *self, GError **error)
{
  return self->is_working_copy ? dtl_store_open_snapshot (self->path, error) : dtl_store_open_file (self->path, error);
}

/**
 * dtl_document_open_at:
 * @path: the case's file
 * @place: where it is read
 *
 * Returns: (transfer full) (nullable): the case as it was shown when @place was made, or newer, for reading
 */
DtlDocument *
dtl_document_open_at (const char *path, const DtlPlace *place, GError **error)
{
  g_autoptr (DtlDocument) self = g_object_new (DTL_TYPE_DOCUMENT, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  /* Before it is opened: a file that is exchanged meanwhile then looks changed later, not unchanged. */
  dtl_document_look_at_file (self, &self->identity);
  self->store = dtl_place_open (place, error);
  if (self->store == NULL || !dtl_document_read (self, error))
    return NULL;

  return g_steal_pointer (&self);
}
