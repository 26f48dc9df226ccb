/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was known on a day: which sources had been published by then, and what of the case rests on them.
 *
 * A source counts when the latest day on which it can have been published is not after the day; in the reading
 * "may have been known" the earliest one is enough. What rests on no source always counts.
 *
 *   passage    counts when its source does
 *   claim      counts when its passage does, and the claim or the source that it is derived from
 *   event      counts when one of its passages does, as evidence or of a claim
 *
 * Where the accepted claim of a role was not known yet, the newest known one of that role stands: the competing one
 * from the source published last, of two from one day the one that was entered last. A role in which nothing was ever
 * accepted stays as it is. A rejected claim never stands: that
 * it is wrong is a person's decision and no question of time.
 *
 * Filled by the store, finished once, then read-only.
 */
#pragma once

#include "model/dtl-columns.h"
#include "model/dtl-records.h"

G_BEGIN_DECLS

typedef struct _DtlKnowledge DtlKnowledge;

/**
 * dtl_knowledge_new:
 * @sources: (element-type DtlSource): all of the case; read, not kept
 * @until_seconds: civil second, inclusive: the last one of the day in question
 * @may_be: TRUE for what may have been known, FALSE for what was known in any case
 *
 * Returns: (transfer full): to be filled, then dtl_knowledge_finish()
 */
DtlKnowledge *dtl_knowledge_new (const GPtrArray *sources, int64_t until_seconds, gboolean may_be);
void dtl_knowledge_free (DtlKnowledge *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlKnowledge, dtl_knowledge_free)

/* Each in any order within its kind: passages first, then claims and evidence. DTL_ID_NONE where there is none. */
void dtl_knowledge_add_passage (DtlKnowledge *self, DtlId passage, DtlId source);
void dtl_knowledge_add_claim (DtlKnowledge *self,
                              DtlId claim,
                              DtlId event,
                              DtlId passage,
                              DtlId anchor_claim,
                              DtlId anchor_source);
void dtl_knowledge_add_evidence (DtlKnowledge *self, DtlId event, DtlId passage);
/* @passage: where the status of @event is told. */
void dtl_knowledge_add_status (DtlKnowledge *self, DtlId event, DtlId passage);
void dtl_knowledge_finish (DtlKnowledge *self);

gboolean dtl_knowledge_has_source (const DtlKnowledge *self, DtlId source);
gboolean dtl_knowledge_has_passage (const DtlKnowledge *self, DtlId passage);
gboolean dtl_knowledge_has_claim (const DtlKnowledge *self, DtlId claim);
gboolean dtl_knowledge_has_event (const DtlKnowledge *self, DtlId event);
gboolean dtl_knowledge_has_status (const DtlKnowledge *self, DtlId event);
/* How many events that rest on sources rest on none that counts. Proposals and rejected ones are among them if they
 * were added. */
guint dtl_knowledge_count_hidden_events (const DtlKnowledge *self);

/**
 * DtlKnownDay: a day on which sources came out.
 * @until_seconds: the last second of the day, for dtl_knowledge_new()
 * @n_sources: how many came out on it
 * @first_source: index of the first of them
 */
typedef struct
{
  int64_t until_seconds;
  guint n_sources;
  guint first_source;
} DtlKnownDay;

/* The days on which something becomes known, ascending; sources without a day of publication have none.
 * @sources: (element-type DtlSource). Returns: (transfer full) (element-type DtlKnownDay) */
GArray *dtl_knowledge_list_days (const GPtrArray *sources, gboolean may_be);

/**
 * DtlKnownClaim: a claim among those of one event.
 * @standing: as decided; dtl_knowledge_settle() makes it accepted where the claim stands in for one that was not known
 */
typedef struct
{
  DtlId claim;
  uint8_t role;     /* DtlClaimRole */
  uint8_t standing; /* DtlStanding */
} DtlKnownClaim;

/* @claims: all accepted and competing ones of one event, those that were not known too. */
void dtl_knowledge_settle (const DtlKnowledge *self, DtlKnownClaim *claims, guint n_claims);

/* Takes from an event what was not known: claims, evidence, a status told later; and settles its claims. */
void dtl_knowledge_limit_event (const DtlKnowledge *self, DtlEvent *event);

/**
 * dtl_knowledge_limit_columns:
 * @columns: of the whole case
 * @sources: (element-type DtlSource): as the columns were made from
 *
 * Returns: (transfer full): the columns of what was known. Rows are others than in @columns, since events are missing
 * and may start elsewhere; indexes of actors and sources are the same
 */
DtlColumns *dtl_knowledge_limit_columns (const DtlKnowledge *self, const DtlColumns *columns, const GPtrArray *sources);

G_END_DECLS
