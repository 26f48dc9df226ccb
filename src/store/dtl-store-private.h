/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a store, shared by the files of this folder: one for each group of tables. */
#pragma once

#include "store/dtl-sql-statement-private.h"
#include "store/dtl-store.h"

G_BEGIN_DECLS

/**
 * DtlStore:
 * @path: absolute
 * @is_live: read while somebody else may write it: only the connection that began sees what it saw
 * @lock_fd: holds the lock of a working copy; -1 for a file that is only read
 * @version: of the format of what was opened; a working copy always has the current one
 * @replica, @counter: where the next id comes from
 * @change: id of the open change, or DTL_ID_NONE
 * @bulk_first, @bulk_last: rows with these ids are logged as ranges, not one by one; the first is DTL_ID_NONE when
 *   there are none
 * @calendars: (nullable) (element-type int64 DtlOwnCalendar): as last read; NULL when they are to be read again
 */
struct _DtlStore
{
  DtlSqlConnection *db;
  char *path;
  GThread *owner;
  gboolean is_writable;
  gboolean is_live;
  int version;
  int lock_fd;
  uint32_t replica;
  uint32_t counter;
  DtlId change;
  gboolean is_bulk;
  DtlId bulk_first;
  DtlId bulk_last;
  GHashTable *calendars;
};

/* One thread owns a store. */
#define DTL_STORE_ASSERT_OWNER(self) g_assert ((self)->owner == g_thread_self ())

/* Whether a change is open; sets @error if not. */
gboolean dtl_store_require_change (DtlStore *self, GError **error);
/* Fills an id in where there is none. */
void dtl_store_ensure_id (DtlStore *self, DtlId *id);
/* The statement for a record: @insert where it has no id yet and gets one now, @upsert where a row may be there. The
 * two differ by their ON CONFLICT, which costs a fifth of a bulk load. */
DtlSqlStatement *
dtl_store_prepare_put (DtlStore *self, DtlId *id, const char *insert, const char *upsert, GError **error);
/* Deletes the row of a table. @table must be one of ours. */
gboolean dtl_store_delete_row (DtlStore *self, const char *table, DtlId id, GError **error);
/* The name of a value, or an error for one that the vocabulary does not have. */
const char *dtl_store_term (DtlVocabulary vocabulary, int value, GError **error);
/* The value of a name in the file, or an error that calls it damaged. */
gboolean
dtl_store_read_term (DtlSqlStatement *row, DtlStore *self, DtlVocabulary vocabulary, int *value, GError **error);
/* A number given once and never again: "exhibit", "colour". 0 with error. */
int64_t dtl_store_next_number (DtlStore *self, const char *counter, GError **error);
/* A number that was given from outside counts as given. */
gboolean dtl_store_note_number (DtlStore *self, const char *counter, int64_t number, GError **error);

/* Deletes those rows of @table with @owner in @owner_column whose id is not in @kept (set of int64). */
gboolean dtl_store_delete_others (DtlStore *self,
                                  const char *table,
                                  const char *owner_column,
                                  DtlId owner,
                                  GHashTable *kept,
                                  GError **error);

/* Full-text index. */
gboolean dtl_store_index_text (DtlStore *self, int64_t content, GError **error);
gboolean dtl_store_index_touched (DtlStore *self, GError **error);

/* Own kinds: from number to row and back. */
DtlId dtl_store_find_own_kind (DtlStore *self, int kind, GError **error);
GHashTable *dtl_store_map_own_kinds (DtlStore *self, GError **error);
/* The number of the own kind whose events are eras, DTL_NO_ERA_KIND if there is none. */
gboolean dtl_store_find_era_kind (DtlStore *self, int *kind, GError **error);

/* Reading of children, shared by single events and lists. */
typedef enum
{
  DTL_EVENT_SCOPE_ONE,    /* ?1 is the event */
  DTL_EVENT_SCOPE_REVIEW, /* ?1 is the review state's name */
  DTL_EVENT_SCOPE_SOME,   /* ?1 is a list of events as JSON */
} DtlEventScope;

/* A claim from a row of DTL_CLAIM_COLUMNS, or, of a file of version 1, DTL_CLAIM_COLUMNS_1. */
#define DTL_CLAIM_COLUMNS_1                                                                                            \
  "claim.id, claim.event_id, claim.role, COALESCE (claim.edtf, claim_value.edtf), claim.passage_id, claim.standing,"   \
  " claim.basis, claim.limiting, claim.reason, claim.rule_anchor_claim_id, claim.rule_anchor_source_id,"               \
  " claim.rule_comparator, claim.rule_amount, claim.rule_unit, claim.rule_counting"
#define DTL_CLAIM_COLUMNS DTL_CLAIM_COLUMNS_1 ", claim.rule_calendar, claim.rule_calendar_id, claim.rule_month_end"
#define DTL_CLAIM_TABLES  "claim LEFT JOIN claim_value ON claim_value.claim_id = claim.id"
DtlClaim *dtl_store_read_claim (DtlStore *self, DtlSqlStatement *row, GError **error);
/* One of the case's own calendars. (transfer none) (nullable): NULL with error where there is none with that id */
DtlOwnCalendar *dtl_store_find_calendar (DtlStore *self, DtlId id, GError **error);
void dtl_store_forget_calendars (DtlStore *self);

G_END_DECLS
