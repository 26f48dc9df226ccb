/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An open case as window and command line see it: the store behind it, the tables and columns in memory, the working
 * copy once something is edited, and publishing. No GTK. Used from one thread. */
#pragma once

#include <gio/gio.h>

#include "layout/dtl-layout.h"
#include "store/dtl-store.h"

G_BEGIN_DECLS

#define DTL_TYPE_DOCUMENT (dtl_document_get_type ())
G_DECLARE_FINAL_TYPE (DtlDocument, dtl_document, DTL, DOCUMENT, GObject)

/**
 * DtlDocument::changed: the case has other content: tables and columns were made anew. Read them again.
 * DtlDocument::working-changed: a thread began to work on the case, or has ended; see dtl_document_is_working().
 * DtlDocument::sources-read: the sources are there that were not read before; the columns are the same, but tell now
 * which of them events have.
 */

/* Opens a case file for reading. The file stays as it is. DTL_STORE_ERROR. */
DtlDocument *dtl_document_open (const char *path, GError **error);
/* Makes a new, empty case at @path (DTL_STORE_ERROR_EXISTS if there is a file). */
DtlDocument *dtl_document_new_case (const char *path, const char *title, GError **error);
/* Writes the bundled sample case to @path, in the user's language or another. Refuses to overwrite. */
gboolean dtl_document_write_sample (const char *path, GError **error);
gboolean dtl_document_write_sample_in (const char *path, const char *language, GError **error);
char *dtl_document_dup_sample_title (void);
char *dtl_document_match_sample_language (const char *language);
GStrv dtl_document_list_sample_languages (void);

/* Long opening off the main thread for the window. */
void
dtl_document_open_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
DtlDocument *dtl_document_open_finish (GAsyncResult *result, GError **error);

/* Reads the file again, off the main thread, where another program has written it; ::changed. */
void dtl_document_reread_async (DtlDocument *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean dtl_document_reread_finish (DtlDocument *self, GAsyncResult *result, GError **error);

const char *dtl_document_get_path (DtlDocument *self);
const char *dtl_document_get_title (DtlDocument *self);
const char *dtl_document_get_language (DtlDocument *self);
DtlStore *dtl_document_get_store (DtlDocument *self);
DtlActorTable *dtl_document_get_actors (DtlDocument *self);
GPtrArray *dtl_document_get_sources (DtlDocument *self);
guint dtl_document_count_sources (DtlDocument *self, guint most);
/* Very many sources are read when somebody asks for them. Where that is for a whole window, not here and now: whether
 * they were read, and having that done off the main thread; ::sources-read tells when. */
gboolean dtl_document_has_sources (DtlDocument *self);
void dtl_document_want_sources (DtlDocument *self);
DtlColumns *dtl_document_get_columns (DtlDocument *self);
/* (transfer none): titles and labels for layouts, answered from the store with a cache; lives until the next ::changed
 */
DtlTitleProvider *dtl_document_get_titles (DtlDocument *self);

/* The source with this id, (transfer none) (nullable). */
const DtlSource *dtl_document_find_source (DtlDocument *self, DtlId source);
GPtrArray *dtl_document_list_event_sources (DtlDocument *self, uint32_t row);
/* All of them by id: (element-type int64 DtlSource) (transfer none), until the next ::changed. */
GHashTable *dtl_document_get_source_index (DtlDocument *self);
/* The date that a rule counts from. (transfer full) (nullable): NULL where it has none */
char *dtl_document_dup_anchor_edtf (DtlDocument *self, const DtlRule *rule);
const DtlActor *dtl_document_find_actor (DtlDocument *self, DtlId actor);

/* The event of a row of the columns, whole. (transfer full) (nullable): NULL always with an error */
DtlEvent *dtl_document_read_event (DtlDocument *self, uint32_t row, GError **error);

/* The events of rows of the columns, whole, in their order. (transfer full) (nullable) (element-type DtlEvent): NULL
 * always with an error */
GPtrArray *dtl_document_read_events (DtlDocument *self, const uint32_t *rows, guint n_rows, GError **error);

/* The same by id. (transfer full) (nullable): NULL without error if there is none, or none known on the day */
DtlEvent *dtl_document_find_event (DtlDocument *self, DtlId event, GError **error);

/* Shows the case as it was known on a day (see model/dtl-knowledge.h): columns and events then have what had been
 * published by then. The store and the tables of actors and sources still have everything. */
gboolean dtl_document_set_known_on (DtlDocument *self, const char *edtf, gboolean may_be, GError **error);
const char *dtl_document_get_known_on (DtlDocument *self);
gboolean dtl_document_get_known_may_be (DtlDocument *self);
const DtlKnowledge *dtl_document_get_knowledge (DtlDocument *self);

/* Applies a filter, asking the store for its words. (transfer full) */
DtlBitset *dtl_document_apply_filter (DtlDocument *self, const DtlFilter *filter, GError **error);

/* Starts editing: makes the working copy at the first call, and catches up with what others have published since the
 * case was opened (::changed). Then dtl_store_begin() … commit() on the store, then dtl_document_publish(), which also
 * reads everything anew and emits ::changed, also where the file cannot be written: the working copy then has it. */
gboolean dtl_document_ensure_working_copy (DtlDocument *self, GError **error);
gboolean dtl_document_publish (DtlDocument *self, GError **error);

/* The same for a window, which must not wait: a thread has the working copy meanwhile, and the document shows what it
 * showed. Only one thing is done at a time; see also dtl_import_file_async(). */
gboolean dtl_document_is_working (DtlDocument *self);
void dtl_document_publish_async (DtlDocument *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean dtl_document_publish_finish (DtlDocument *self, GAsyncResult *result, GError **error);
void dtl_document_step_history_async (DtlDocument *self,
                                      gboolean redo,
                                      int64_t when_utc_seconds,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean dtl_document_step_history_finish (DtlDocument *self, GAsyncResult *result, char **label, GError **error);

/**
 * DtlRecovery: what an earlier run, which ended badly or could not write the file, left in the working copy.
 * @n_changes: how many changes the file lacks
 * @label: of the last of them
 * @when_utc_seconds: of the last of them
 * @is_apart: the file has changes too that these do not have: it is shown as it is, and they stay where they are
 */
typedef struct
{
  guint n_changes;
  char *label;
  int64_t when_utc_seconds;
  gboolean is_apart;
} DtlRecovery;

/* (transfer none) (nullable): NULL where there is none, or somebody has decided about it: by writing the file, by any
 * change, or by one of these. */
const DtlRecovery *dtl_document_get_recovery (DtlDocument *self);
void dtl_document_keep_recovered (DtlDocument *self);
void dtl_document_set_recovered_aside_async (DtlDocument *self, GAsyncReadyCallback callback, gpointer user_data);
char *dtl_document_set_recovered_aside_finish (DtlDocument *self, GAsyncResult *result, GError **error);
char *dtl_document_find_edits (DtlDocument *self);

G_END_DECLS
