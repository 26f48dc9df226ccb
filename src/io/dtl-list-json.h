/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What `dateline list` prints, thing by thing, as JSON with the stable keys of the command line (see its man page): ids
 * as strings, what is not known left out. One object at a time, so that a million events need not be held at once;
 * dtl-list-writer.h puts them together. */
#pragma once

#include <json-glib/json-glib.h>

#include "model/dtl-actor-table.h"
#include "model/dtl-check.h"
#include "model/dtl-records.h"

G_BEGIN_DECLS

/** DtlListKind: the lists, in the order of the command line's help. */
typedef enum
{
  DTL_LIST_EVENTS,
  DTL_LIST_PROPOSALS,
  DTL_LIST_ACTORS,
  DTL_LIST_SOURCES,
  DTL_LIST_PASSAGES,
  DTL_LIST_CLAIMS,
  DTL_LIST_FINDINGS,
  DTL_LIST_HISTORY,
} DtlListKind;

/** DtlListSuggestion: what is known of a proposal beside the event. @confidence: 0 to 1, negative if unknown. */
typedef struct
{
  double confidence;
  char *rule;
} DtlListSuggestion;

/**
 * DtlListContext: where ids are looked up; nothing of it is owned.
 * @actors: (nullable): names of actors
 * @sources: (nullable) (element-type int64 DtlSource): with their texts
 * @passages: (nullable) (element-type int64 DtlPassage): with their anchors
 * @suggestions: (nullable) (element-type int64 DtlListSuggestion): by event, for proposals
 * @dup_anchor_edtf: (nullable): answers with the date that a rule counts from, NULL where it has none; without it, how
 * a date was counted is not told in words ("counted"), which depend on the language
 * @user_data: for @dup_anchor_edtf
 */
typedef struct
{
  DtlActorTable *actors;
  GHashTable *sources;
  GHashTable *passages;
  GHashTable *suggestions;
  char *(*dup_anchor_edtf) (const DtlRule *rule, gpointer user_data);
  gpointer user_data;
} DtlListContext;

/* "events", "proposals"...; -1 for a name that is no list. */
const char *dtl_list_kind_name (DtlListKind kind);
int dtl_list_kind_from_name (const char *name);

/* Each returns (transfer full) an object. An event is printed with confidence and rule where @context has them. */
JsonNode *dtl_list_json_event (const DtlListContext *context, const DtlEvent *event);
JsonNode *dtl_list_json_actor (const DtlActor *actor);
JsonNode *dtl_list_json_source (const DtlSource *source);
JsonNode *dtl_list_json_passage (const DtlListContext *context, const DtlPassage *passage);
JsonNode *dtl_list_json_claim (const DtlListContext *context, const DtlClaim *claim);
JsonNode *dtl_list_json_finding (const DtlFinding *finding);
/* @who, @label: (nullable); "" counts as not known. @n_rows: rows of the case that the change touched */
JsonNode *
dtl_list_json_change (int64_t id, int64_t when_utc_seconds, const char *who, const char *label, int64_t n_rows);

G_END_DECLS
