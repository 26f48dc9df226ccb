/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of this room share behind the document. */
#pragma once

#include "layout/dtl-ground.h"
#include "service/dtl-document.h"
#include "service/dtl-import.h"

G_BEGIN_DECLS

/** DtlKnownOn: as of when a document is looked at. @edtf: (nullable): NULL for all that there is. */
typedef struct
{
  char *edtf;
  gboolean may_be;
  DtlKnowledge *knowledge; /* NULL where @edtf is */
} DtlKnownOn;

void dtl_known_on_clear (DtlKnownOn *self);
gboolean dtl_known_on_read (DtlKnownOn *self, DtlStore *store, const GPtrArray *sources, GError **error);
gboolean dtl_known_on_set (DtlKnownOn *self, const char *edtf, gboolean may_be, GError **error);

/* Titles and date labels of a document's rows, asked from the store once each and kept. */
typedef struct _DtlTitleCache DtlTitleCache;

DtlTitleCache *dtl_title_cache_new (DtlDocument *document);
void dtl_title_cache_free (DtlTitleCache *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlTitleCache, dtl_title_cache_free)
DtlTitleProvider *dtl_title_cache_get_provider (DtlTitleCache *self);
gboolean dtl_title_cache_check (DtlTitleCache *self, GError **error);

/* A working copy in the person's state folder, with its lock. One process holds it at a time. */
typedef struct _DtlWorkingCopy DtlWorkingCopy;

/* A case is filled by this before it is published for the first time, inside one change. */
typedef gboolean (*DtlFillFunc) (DtlStore *store, gpointer user_data, GError **error);

DtlWorkingCopy *dtl_working_copy_checkout (const char *path, const char *uuid, GError **error);
DtlStore *dtl_working_copy_get_store (DtlWorkingCopy *self);
const char *dtl_working_copy_get_path (DtlWorkingCopy *self);
gboolean dtl_working_copy_publish (DtlWorkingCopy *self, const char *path, GError **error);
gboolean dtl_working_copy_has_unpublished (DtlWorkingCopy *self);
void dtl_working_copy_release (DtlWorkingCopy *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlWorkingCopy, dtl_working_copy_release)
char *dtl_working_copy_find (const char *uuid);

/* What an earlier run left: see dtl-document-recover.c. */
void dtl_recovery_free (DtlRecovery *self);
DtlWorkingCopy *dtl_working_copy_recover (const char *path, const char *uuid, DtlRecovery **recovery, GError **error);
DtlWorkingCopy *dtl_working_copy_open_leftover (const char *path, const char *uuid, GError **error);
char *dtl_working_copy_set_aside (DtlWorkingCopy *self, const char *path, GError **error);

/* Writes a new case to @path (which must not exist); @replica 0 with @fill for bundled data. */
gboolean dtl_working_copy_write_new (const char *path,
                                     const char *title,
                                     const char *language,
                                     DtlFillFunc fill,
                                     gpointer user_data,
                                     GError **error);

/** DtlPlace: where a thread of its own reads what a document shows: in the case's file, or in the working copy while
 * that has what the file has not. */
typedef struct
{
  char *path;
  gboolean is_working_copy;
} DtlPlace;

void dtl_place_init (DtlPlace *self, DtlDocument *document);
void dtl_place_clear (DtlPlace *self);
DtlStore *dtl_place_open (const DtlPlace *self, GError **error);
DtlDocument *dtl_document_open_at (const char *path, const DtlPlace *place, GError **error);

/* Work on a thread, on a document of the thread's own that has the working copy of the one that is shown. */
typedef gboolean (*DtlWorkFunc) (DtlDocument *own, GTask *task, gpointer data, GError **error);
void dtl_document_work_async (DtlDocument *self,
                              gpointer tag,
                              DtlWorkFunc func,
                              gpointer data,
                              GDestroyNotify free_data,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean dtl_document_work_finish (DtlDocument *self, GAsyncResult *result, GError **error);
gpointer dtl_document_work_get_data (GAsyncResult *result);

/* What takes a while and only windows need: in the thread that opened the document. */
void dtl_document_prepare (DtlDocument *self);
/* (transfer none) (nullable): of what the document shows; NULL where that was not prepared */
DtlGround *dtl_document_get_ground (DtlDocument *self);

gboolean dtl_document_recover (DtlDocument *self, GError **error);
int64_t dtl_document_get_last_change (DtlDocument *self);
void dtl_document_take_sources (DtlDocument *self, GPtrArray *sources, const GArray *having);
gboolean dtl_document_is_file_same (DtlDocument *self, gboolean *is_there);
gboolean dtl_document_has_unpublished (DtlDocument *self);
gboolean dtl_document_take_over (DtlDocument *self, DtlDocument *fresh, GError **error);

G_END_DECLS
