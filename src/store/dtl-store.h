/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A case in SQLite: the one place that speaks SQL. A store is either a case file opened read-only and defensively, or a
 * working copy that can be written. One thread owns a store: the one that opened it; every call asserts that.
 *
 * Writing: every change of the case is made between dtl_store_begin() and dtl_store_commit(), which give it a label,
 * write one row of `change` and, by TEMP triggers, one of `change_row` for each row touched. Undo and redo go through
 * the same door.
 */
#pragma once

#include <gio/gio.h>

#include "model/dtl-actor-table.h"
#include "model/dtl-columns.h"
#include "model/dtl-filter.h"
#include "model/dtl-knowledge.h"
#include "model/dtl-records.h"

G_BEGIN_DECLS

#define DTL_STORE_ERROR (dtl_store_error_quark ())
GQuark dtl_store_error_quark (void);

/**
 * DtlStoreError: each message names the file, what is wrong and the way out.
 * @DTL_STORE_ERROR_NOT_FOUND: no such file
 * @DTL_STORE_ERROR_NOT_A_CASE: a directory, an empty file, not SQLite, or SQLite of another program
 * @DTL_STORE_ERROR_DAMAGED: ours, but truncated or failing its check
 * @DTL_STORE_ERROR_NEWER: written by a newer version; the message says which is needed
 * @DTL_STORE_ERROR_SCHEMA: application id is ours, but the tables are not (a trigger, a view, a foreign table)
 * @DTL_STORE_ERROR_READ_ONLY: the folder or file cannot be written
 * @DTL_STORE_ERROR_BUSY: another Dateline has the case open for writing
 * @DTL_STORE_ERROR_EXISTS: a file is there and would be overwritten
 * @DTL_STORE_ERROR_CONFLICT: the file was changed by somebody else since it was opened
 * @DTL_STORE_ERROR_REFERENCE: a row refers to one that is not there
 * @DTL_STORE_ERROR_SQL: anything else that SQLite says
 */
typedef enum
{
  DTL_STORE_ERROR_NOT_FOUND,
  DTL_STORE_ERROR_NOT_A_CASE,
  DTL_STORE_ERROR_DAMAGED,
  DTL_STORE_ERROR_NEWER,
  DTL_STORE_ERROR_SCHEMA,
  DTL_STORE_ERROR_READ_ONLY,
  DTL_STORE_ERROR_BUSY,
  DTL_STORE_ERROR_EXISTS,
  DTL_STORE_ERROR_CONFLICT,
  DTL_STORE_ERROR_REFERENCE,
  DTL_STORE_ERROR_SQL,
} DtlStoreError;

/** DTL_STORE_APPLICATION_ID: at byte 68 of the file, "DtL1"; the MIME magic has it too. */
#define DTL_STORE_APPLICATION_ID 0x44744C31
/** DTL_STORE_SCHEMA_VERSION: PRAGMA user_version of what this program writes. */
#define DTL_STORE_SCHEMA_VERSION 3

typedef struct _DtlStore DtlStore;

/* --- opening ---------------------------------------------------------------------------------------------------- */

/* Begins, on a thread of its own, what opening a case needs of this program alone. For whoever has something else to do
 * before a case is opened; nobody has to. */
void dtl_store_prepare (void);
/* Opens a case file for reading; the file, its times and its folder stay as they are. */
DtlStore *dtl_store_open_file (const char *path, GError **error);
/* Makes an empty working copy at @path (must not exist); @replica 1 to 2^31-1, or 0 for bundled data. */
DtlStore *
dtl_store_create (const char *path, uint32_t replica, const char *title, const char *language, GError **error);
/* Copies the case file @from into a new working copy at @path and opens it for writing. */
DtlStore *dtl_store_checkout (const char *from, const char *path, uint32_t replica, GError **error);
/* An existing working copy, for writing. */
DtlStore *dtl_store_open_working_copy (const char *path, GError **error);
/* A working copy as it is now, for reading, whatever is written to it meanwhile. */
DtlStore *dtl_store_open_snapshot (const char *path, GError **error);
void dtl_store_close (DtlStore *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlStore, dtl_store_close)
gboolean dtl_store_is_writable (DtlStore *self);
/* Makes the calling thread the owner: for a store that was opened in a task and handed over. The thread that had it
 * must not use it any more, and no change may be open. */
void dtl_store_take_over (DtlStore *self);
/* Schema comparison, PRAGMA quick_check and the chain of the change log over a whole file. */
gboolean dtl_store_verify_file (const char *path, GError **error);

/**
 * dtl_store_publish:
 * @self: a working copy
 * @target: absolute path of the person's file
 * @expected_sha256: (nullable): hash of the file as it was when opened (of its bytes), or NULL when there must be none
 * @sha256: (out) (optional): hash of what was written
 *
 * VACUUM INTO a temporary beside @target, reopened and checked, fsync, exchanged by rename; what came out is compared
 * with
 * @expected_sha256 and swapped back if somebody else had changed it. Symbolic links are followed, the mode is kept.
 */
gboolean
dtl_store_publish (DtlStore *self, const char *target, const char *expected_sha256, char **sha256, GError **error);
/* SHA-256 of a file's bytes, hex; NULL with error. */
char *dtl_store_hash_file (const char *path, GError **error);

/* --- writing ---------------------------------------------------------------------------------------------------- */

/* @who: the name that the person chose, "" for none; @when_utc_seconds: given, since the store has no clock. */
gboolean dtl_store_begin (DtlStore *self, const char *label, const char *who, int64_t when_utc_seconds, GError **error);
gboolean dtl_store_commit (DtlStore *self, GError **error);
void dtl_store_rollback (DtlStore *self);

/* Ids come from the working copy's replica part and counter. Each needs an open change. */
DtlId dtl_store_new_id (DtlStore *self);
/* put: inserts the record, or replaces the row with its id (only changed columns are logged). An id of DTL_ID_NONE is
 * filled in. dtl_store_put_event() and _source() write their children too (claims, participations, evidence, links,
 * texts). */
gboolean dtl_store_put_actor (DtlStore *self, DtlActor *actor, GError **error);
gboolean dtl_store_put_source (DtlStore *self, DtlSource *source, GError **error);
gboolean dtl_store_put_source_text (DtlStore *self, DtlSourceText *text, GError **error);
gboolean dtl_store_put_passage (DtlStore *self, DtlPassage *passage, GError **error);
gboolean dtl_store_put_event (DtlStore *self, DtlEvent *event, GError **error);
gboolean dtl_store_put_claim (DtlStore *self, DtlClaim *claim, GError **error);
/* Also its days. Derived claims that count by it are computed anew when the change is committed. */
gboolean dtl_store_put_calendar (DtlStore *self, DtlOwnCalendar *calendar, GError **error);
gboolean dtl_store_put_link (DtlStore *self, DtlLink *link, GError **error);
gboolean dtl_store_set_title (DtlStore *self, const char *title, GError **error);
gboolean dtl_store_delete_event (DtlStore *self, DtlId event, GError **error);
/* Recomputes the values of derived claims and the narrow tables; called by commit for what the change touched. */
gboolean dtl_store_refresh (DtlStore *self, GError **error);
/* For bulk loads of new events (imports), inside a change: skips reading back what cannot be there, and logs the new
 * rows as one range a table. FALSE ends the skipping; the ranges go on until the change is committed. */
void dtl_store_set_bulk (DtlStore *self, gboolean bulk);

/**
 * DtlImportRecord: what an import did, kept in the case.
 * @importer: what read the file ("text", "csv"), @importer_version: of the program
 */
typedef struct
{
  DtlId id;
  char *file_name;
  char *sha256;
  char *importer;
  char *importer_version;
  int64_t when_utc_seconds;
  int n_sources;
  int n_events;
  int n_passages;
  int n_skipped;
} DtlImportRecord;

void dtl_import_record_free (DtlImportRecord *self);
gboolean dtl_store_put_import_record (DtlStore *self, DtlImportRecord *record, GError **error);
/* (element-type DtlImportRecord) (transfer full): oldest first */
GPtrArray *dtl_store_get_import_records (DtlStore *self, GError **error);

/* Undo applies the inverse of the newest change that is not undone, as a new change; redo the original again.
 * @label: (out) (optional) (transfer full): of what was undone; NULL if there was nothing to do
 * Returns: FALSE with @error set; TRUE also when there was nothing to do */
gboolean dtl_store_undo (DtlStore *self, int64_t when_utc_seconds, char **label, GError **error);
gboolean dtl_store_redo (DtlStore *self, int64_t when_utc_seconds, char **label, GError **error);
/* (nullable) (transfer full): label of what undo or redo would do */
char *dtl_store_get_undo_label (DtlStore *self);
char *dtl_store_get_redo_label (DtlStore *self);

/* --- reading ---------------------------------------------------------------------------------------------------- */

/** DtlCaseInfo: what stands about the case as a whole. */
typedef struct
{
  char *uuid;
  char *title;
  char *language;
  int64_t last_change_utc_seconds; /* 0: never changed */
} DtlCaseInfo;

DtlCaseInfo *dtl_store_get_info (DtlStore *self, GError **error);
void dtl_case_info_free (DtlCaseInfo *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlCaseInfo, dtl_case_info_free)
/* SHA-256 over the case's content (not its log), in a fixed order: the same case gives the same hash in any file. */
char *dtl_store_content_hash (DtlStore *self, GError **error);

DtlActorTable *dtl_store_get_actors (DtlStore *self, GError **error);
/* (element-type DtlSource) (transfer full): by exhibit, with texts but without their words */
GPtrArray *dtl_store_get_sources (DtlStore *self, GError **error);
/* One of them. (transfer full) (nullable): NULL without error if there is none */
DtlSource *dtl_store_get_source (DtlStore *self, DtlId source, GError **error);
/* The sources that the passages of an event are in, by exhibit. (element-type DtlId) (transfer full) */
GArray *dtl_store_get_sources_of_event (DtlStore *self, DtlId event, GError **error);
/* @sources: as dtl_store_get_sources() gave them: which events have which of them, by place. (transfer full)
 * (element-type DtlColumnsSource) */
GArray *dtl_store_list_event_sources (DtlStore *self, const GPtrArray *sources, GError **error);
/* The same, filled in. */
gboolean dtl_store_add_sources (DtlStore *self, DtlColumns *columns, const GPtrArray *sources, GError **error);
/* Actors and columns together, as opening needs them: with several scans at a time where that may be done. The columns
 * have no sources yet; see dtl_store_add_sources(). */
gboolean dtl_store_load (DtlStore *self, DtlActorTable **actors, DtlColumns **columns, GError **error);
char *dtl_store_get_event_uri (DtlStore *self, DtlId event, GError **error);
uint32_t dtl_store_count_sources (DtlStore *self, uint32_t most, GError **error);
/* Rows of accepted events. @actors and @sources: tables whose order gives the indexes in the columns. */
DtlColumns *dtl_store_get_columns (DtlStore *self, DtlActorTable *actors, GPtrArray *sources, GError **error);
/* What had been published by @until_seconds (see dtl-knowledge.h), of accepted events. (transfer full) */
DtlKnowledge *dtl_store_get_knowledge (DtlStore *self,
                                       const GPtrArray *sources,
                                       int64_t until_seconds,
                                       gboolean may_be,
                                       GError **error);
/* (transfer full) (nullable): NULL without error if there is none */
DtlEvent *dtl_store_get_event (DtlStore *self, DtlId event, GError **error);
/* Those with these ids, in this order; what there is not is NULL. (element-type DtlEvent) (transfer full) */
GPtrArray *dtl_store_get_some_events (DtlStore *self, const DtlId *events, guint n_events, GError **error);
/* (element-type DtlEvent) (transfer full): all of one review state, ordered by start, undated last */
GPtrArray *dtl_store_get_events (DtlStore *self, DtlReview review, GError **error);
/* The date of a claim, stated or computed. (transfer full) (nullable): NULL without error where it has none, or there
 * is no such claim */
char *dtl_store_get_claim_edtf (DtlStore *self, DtlId claim, GError **error);
DtlPassage *dtl_store_get_passage (DtlStore *self, DtlId passage, GError **error);
/* (element-type DtlPassage) (transfer full): of one source, or all with DTL_ID_NONE; by source and start */
GPtrArray *dtl_store_get_passages (DtlStore *self, DtlId source, GError **error);
/* The words of a text. (transfer full) (nullable) */
char *dtl_store_get_text (DtlStore *self, DtlId text, GError **error);
/* Events that a passage belongs to. (element-type DtlId) (transfer full) */
GArray *dtl_store_get_events_of_passage (DtlStore *self, DtlId passage, GError **error);
char *dtl_store_get_event_title (DtlStore *self, DtlId event, GError **error);
/* Titles of many, in order; missing ones are NULL. (array zero-terminated=0 length=n) (transfer full) */
GPtrArray *dtl_store_get_titles (DtlStore *self, const DtlId *events, guint n_events, GError **error);
/** DtlLabelData: what an event's label is made of; any may be NULL. */
typedef struct
{
  char *title;
  char *start_edtf;
  char *end_edtf;
} DtlLabelData;

void dtl_label_data_clear (DtlLabelData *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DtlLabelData, dtl_label_data_clear)
/* An event's title and the dates of two of its claims (each may be DTL_ID_NONE), in one step. Without such an event the
 * title is NULL. */
gboolean dtl_store_get_label_data (DtlStore *self,
                                   DtlId event,
                                   DtlId start_claim,
                                   DtlId end_claim,
                                   DtlLabelData *label,
                                   GError **error);
/* Names of the case's own kinds, from DTL_EVENT_KIND_FIRST_OWN on. (transfer full) */
GPtrArray *dtl_store_get_own_kinds (DtlStore *self, GError **error);
int dtl_store_intern_kind (DtlStore *self, const char *name, GError **error);
/* The case's own calendars of business days, by name. (element-type DtlOwnCalendar) (transfer full) */
GPtrArray *dtl_store_get_calendars (DtlStore *self, GError **error);
/* Events that the full-text search finds (titles, summaries, source text through passages, actors and aliases).
 * (element-type DtlId) (transfer full) */
GArray *dtl_store_search (DtlStore *self, const char *words, GError **error);

/**
 * DtlTextHit: a place in a source's text where a word stands that was searched for.
 * @text: the one of the source's texts that is shown
 * @start_cp, @end_cp: code points in it, end exclusive
 * @is_in_passage: whether a passage has it, so that an event may have been found by it
 */
typedef struct
{
  DtlId source;
  DtlId text;
  int64_t start_cp;
  int64_t end_cp;
  gboolean is_in_passage;
} DtlTextHit;

GArray *dtl_store_find_text_hits (DtlStore *self, const char *words, GError **error);
/* Statements of @self end with G_IO_ERROR_CANCELLED once @cancellable (nullable) is cancelled, from any thread. Kept
 * referenced. */
void dtl_store_set_cancellable (DtlStore *self, GCancellable *cancellable);

/** DtlChangeKind: an edit by a person or program, or the undoing or redoing of one. */
typedef enum
{
  DTL_CHANGE_EDIT,
  DTL_CHANGE_UNDO,
  DTL_CHANGE_REDO,
} DtlChangeKind;

/** DtlChange: one user action in the log. @target: the edit that was undone or redone, else 0. */
typedef struct
{
  int64_t id;
  DtlChangeKind kind;
  int64_t target;
  int64_t when_utc_seconds;
  char *who;
  char *label;
  int64_t n_rows;
} DtlChange;

void dtl_change_free (DtlChange *self);
/* Id of the newest change in the log, DTL_ID_NONE if there is none. */
gboolean dtl_store_get_newest_change (DtlStore *self, DtlId *change, GError **error);
/* (element-type DtlChange) (transfer full): oldest first */
GPtrArray *dtl_store_get_history (DtlStore *self, GError **error);

G_END_DECLS
