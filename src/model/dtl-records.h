/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The things of a case as plain values, one struct for each word of the trade. They are read and written whole by the
 * store, hold no behaviour, own their strings and arrays, and are freed by their own free function.
 * NULL strings mean "not known". Ids are DTL_ID_NONE where there is nothing. */
#pragma once

#include <glib.h>

#include "base/dtl-id.h"
#include "date/dtl-date-math.h"
#include "model/dtl-own-calendar.h"
#include "model/dtl-terms.h"

G_BEGIN_DECLS

/**
 * DtlActor:
 * @aliases: (array zero-terminated=1): other names, never NULL after dtl_actor_new()
 * @parent: the actor that this one belongs to (Raimondo: Department of Commerce)
 * @colour: index into the categorical palette, given once, so that an actor keeps its colour
 * @n_events: how many accepted events it takes part in, its people's not counted; filled in when listed
 */
typedef struct
{
  DtlId id;
  char *name;
  DtlActorKind kind;
  GStrv aliases;
  DtlId parent;
  int colour;
  int n_events;
} DtlActor;

/**
 * DtlSourceText:
 * @length_cp: code points
 * @sha256: of the UTF-8 text
 * @text: (nullable): the words; NULL where the text is not in the case, or was not asked for
 * @is_present: whether the case has the words
 */
typedef struct
{
  DtlId id;
  DtlId source;
  DtlTextKind kind;
  char *extractor;
  char *extractor_version;
  char *sha256;
  int64_t length_cp;
  gboolean is_present;
  char *text;
} DtlSourceText;

/**
 * DtlSource:
 * @exhibit: number given once, never reused, from 1
 * @issued_edtf: (nullable): the date of publication as a claim
 * @relayed_from: (nullable): the origin that a relayed source names
 * @file_name, @file_size_bytes, @media_type, @file_sha256: the bytes as received, or as expected; NULL and -1 if
 * unknown
 * @texts: (element-type DtlSourceText): owned
 */
typedef struct
{
  DtlId id;
  int exhibit;
  char *title;
  char *publisher;
  char *author;
  char *accessed;
  char *url;
  char *archive_url;
  char *language;
  DtlTier tier;
  char *relayed_from;
  char *issued_edtf;
  DtlBasis issued_basis;
  char *issued_reason;
  char *file_name;
  int64_t file_size_bytes;
  char *media_type;
  char *file_sha256;
  GPtrArray *texts;
} DtlSource;

/**
 * DtlAnchor: where a passage stands in one text.
 * @start_cp, @end_cp: code points in the text, end exclusive
 * @exact, @prefix, @suffix: (nullable): the W3C quote, prefix and suffix of at most 32 code points; NULL while the text
 * is absent
 */
typedef struct
{
  DtlId id;
  DtlId passage;
  DtlId text;
  int64_t start_cp;
  int64_t end_cp;
  char *exact;
  char *prefix;
  char *suffix;
} DtlAnchor;

/**
 * DtlPassage: one piece of evidence in a source.
 * @page, @paragraph, @line: from 1, 0 where unknown
 * @attributed_to: the actor who says so, DTL_ID_NONE if the source itself
 * @anchors: (element-type DtlAnchor): one for each text, owned
 */
typedef struct
{
  DtlId id;
  DtlId source;
  int page;
  int paragraph;
  int line;
  DtlId attributed_to;
  GPtrArray *anchors;
} DtlPassage;

/**
 * DtlRule: how a derived claim is computed.
 * @anchor_claim: the claim counted from, or DTL_ID_NONE when it is a source's issued claim
 * @anchor_source: that source, or DTL_ID_NONE
 * @comparator, @amount, @unit, @counting, @month_end: as in DtlDateShift
 * @calendar: for business days
 * @own_calendar: (nullable): the calendar of the kind own, a reference that the claim holds
 */
typedef struct
{
  DtlId anchor_claim;
  DtlId anchor_source;
  DtlComparator comparator;
  int64_t amount;
  DtlTimeUnit unit;
  DtlCounting counting;
  DtlMonthEnd month_end;
  DtlCalendarKind calendar;
  DtlOwnCalendar *own_calendar;
} DtlRule;

/**
 * DtlClaim: one statement of a date for an event.
 * @edtf: as stated; for a derived claim as computed (a cache, recomputed when the anchor moves), NULL where it cannot
 * be computed (dtl_rule_explain_missing() says why)
 * @has_rule: whether @rule counts
 */
typedef struct
{
  DtlId id;
  DtlId event;
  DtlClaimRole role;
  char *edtf;
  DtlId passage;
  DtlStanding standing;
  DtlBasis basis;
  DtlLimit limit;
  char *reason;
  gboolean has_rule;
  DtlRule rule;
} DtlClaim;

typedef struct
{
  DtlId id;
  DtlId actor;
  char *role;
} DtlParticipation;

/** DtlEvidence: a passage as it stands to an event. */
typedef struct
{
  DtlId id;
  DtlId passage;
  DtlStance stance;
} DtlEvidence;

typedef struct
{
  DtlId id;
  DtlLinkType type;
  DtlId from;
  DtlId to;
} DtlLink;

/**
 * DtlEvent:
 * @kind: DtlEventKind or an own kind's number
 * @kind_name: stable name of the kind
 * @importance: 0 to 1000
 * @main_role: the role that rules the start, or -1 for the kind's default
 * @status_passage, @status_as_of: (nullable) where and as of when the status is told
 * @participations: (element-type DtlParticipation), @evidence: (element-type DtlEvidence),
 * @claims: (element-type DtlClaim), @links: (element-type DtlLink) from this event; all owned, never NULL
 */
typedef struct
{
  DtlId id;
  char *title;
  char *summary;
  int kind;
  char *kind_name;
  DtlStatus status;
  DtlId status_passage;
  char *status_as_of;
  DtlAssertion assertion;
  int importance;
  DtlReview review;
  int main_role;
  GStrv tags;
  GPtrArray *participations;
  GPtrArray *evidence;
  GPtrArray *claims;
  GPtrArray *links;
} DtlEvent;

DtlActor *dtl_actor_new (void);
void dtl_actor_free (DtlActor *self);
DtlSourceText *dtl_source_text_new (void);
void dtl_source_text_free (DtlSourceText *self);
DtlSource *dtl_source_new (void);
void dtl_source_free (DtlSource *self);
DtlAnchor *dtl_anchor_new (void);
void dtl_anchor_free (DtlAnchor *self);
DtlPassage *dtl_passage_new (void);
void dtl_passage_free (DtlPassage *self);
DtlClaim *dtl_claim_new (void);
void dtl_claim_free (DtlClaim *self);
DtlParticipation *dtl_participation_new (DtlId actor, const char *role);
void dtl_participation_free (DtlParticipation *self);
DtlEvidence *dtl_evidence_new (DtlId passage, DtlStance stance);
void dtl_evidence_free (DtlEvidence *self);
DtlLink *dtl_link_new (void);
void dtl_link_free (DtlLink *self);
DtlEvent *dtl_event_new (void);
void dtl_event_free (DtlEvent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlActor, dtl_actor_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlSourceText, dtl_source_text_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlSource, dtl_source_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlAnchor, dtl_anchor_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlPassage, dtl_passage_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlClaim, dtl_claim_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlEvent, dtl_event_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlLink, dtl_link_free)

/* The claim that is an event's start: the accepted one of @main_role, else of the first role that has one; NULL if
 * undated. */
const DtlClaim *dtl_event_get_start_claim (const DtlEvent *self);
/* The accepted claim of the role ended, or NULL. */
const DtlClaim *dtl_event_get_end_claim (const DtlEvent *self);
gboolean dtl_event_is_undated (const DtlEvent *self);

/* The text to show for a source: the full one if the case has it, else the summary; NULL if there is none. */
const DtlSourceText *dtl_source_get_best_text (const DtlSource *self);
/* The anchor of @self in @text, or NULL. */
const DtlAnchor *dtl_passage_get_anchor (const DtlPassage *self, DtlId text);
/* How a source is named where space is short: publisher, else author, else title; in [brackets] where its issued date
 * is supplied. */
char *dtl_source_dup_label (const DtlSource *self);

G_END_DECLS
