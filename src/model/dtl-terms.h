/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The closed vocabularies of a case, with the names under which they are stored, printed and imported.
 * Names are stable: they stand in files and in the output of the command line. They are never translated here. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DTL_ACTOR_PERSON,
  DTL_ACTOR_ORGANISATION,
  DTL_ACTOR_GOVERNMENT,
  DTL_ACTOR_COUNTRY,
} DtlActorKind;

/** DtlEventKind: the built-in kinds; a user's own kinds follow from DTL_EVENT_KIND_FIRST_OWN on, in the order of the
 * case's table. */
typedef enum
{
  DTL_EVENT_KIND_PROPOSAL,
  DTL_EVENT_KIND_ANNOUNCEMENT,
  DTL_EVENT_KIND_PROHIBITION,
  DTL_EVENT_KIND_LISTING,
  DTL_EVENT_KIND_EFFECTIVE_DATE,
  DTL_EVENT_KIND_DEADLINE,
  DTL_EVENT_KIND_STATEMENT,
  DTL_EVENT_KIND_RELOCATION,
  DTL_EVENT_KIND_CLOSURE,
  DTL_EVENT_KIND_LITIGATION,
  DTL_EVENT_KIND_OTHER,
  DTL_EVENT_KIND_FIRST_OWN = 32,
} DtlEventKind;

typedef enum
{
  DTL_STATUS_UNKNOWN,
  DTL_STATUS_PLANNED,
  DTL_STATUS_IN_FORCE,
  DTL_STATUS_DONE,
  DTL_STATUS_EXPIRED,
  DTL_STATUS_WITHDRAWN,
} DtlStatus;

typedef enum
{
  DTL_ASSERTION_FACT,
  DTL_ASSERTION_ALLEGED,
  DTL_ASSERTION_DENIED,
  DTL_ASSERTION_OPINION,
  DTL_ASSERTION_INTENTION,
} DtlAssertion;

typedef enum
{
  DTL_REVIEW_ACCEPTED,
  DTL_REVIEW_PROPOSED,
  DTL_REVIEW_REJECTED,
} DtlReview;

/** DtlClaimRole: ordered as an event's start looks for its first accepted claim (occurred first). */
typedef enum
{
  DTL_ROLE_OCCURRED,
  DTL_ROLE_BEGAN,
  DTL_ROLE_ANNOUNCED,
  DTL_ROLE_SIGNED,
  DTL_ROLE_EFFECTIVE,
  DTL_ROLE_DEADLINE,
  DTL_ROLE_REPORTED,
  DTL_ROLE_ENDED,
  DTL_N_ROLES,
} DtlClaimRole;

typedef enum
{
  DTL_STANDING_ACCEPTED,
  DTL_STANDING_COMPETING,
  DTL_STANDING_REJECTED,
} DtlStanding;

/** DtlBasis: where a claim's or an issued date's value comes from. */
typedef enum
{
  DTL_BASIS_STATED,   /* in the text */
  DTL_BASIS_METADATA, /* in the data around the text */
  DTL_BASIS_SUPPLIED, /* by a person; shown and printed in [brackets] */
  DTL_BASIS_DERIVED,  /* computed by a rule */
} DtlBasis;

/** DtlLimit: what a limiting day means. */
typedef enum
{
  DTL_LIMIT_NONE,
  DTL_LIMIT_FIRST_IN_FORCE,
  DTL_LIMIT_LAST_ALLOWED,
} DtlLimit;

typedef enum
{
  DTL_STANCE_SUPPORTS,
  DTL_STANCE_DISPUTES,
  DTL_STANCE_MENTIONS,
} DtlStance;

typedef enum
{
  DTL_TIER_PRIMARY,
  DTL_TIER_REPORT,
  DTL_TIER_RELAYED,
} DtlTier;

typedef enum
{
  DTL_TEXT_FULL,
  DTL_TEXT_SUMMARY,
} DtlTextKind;

typedef enum
{
  DTL_LINK_PART_OF,
  DTL_LINK_CAUSES,
  DTL_LINK_RESPONDS_TO,
  DTL_LINK_AMENDS,
  DTL_LINK_IMPLEMENTS,
  DTL_LINK_SUPERSEDES,
} DtlLinkType;

/** DtlVocabulary: which of the enumerations a name belongs to. */
typedef enum
{
  DTL_VOCABULARY_ACTOR_KIND,
  DTL_VOCABULARY_EVENT_KIND,
  DTL_VOCABULARY_STATUS,
  DTL_VOCABULARY_ASSERTION,
  DTL_VOCABULARY_REVIEW,
  DTL_VOCABULARY_ROLE,
  DTL_VOCABULARY_STANDING,
  DTL_VOCABULARY_BASIS,
  DTL_VOCABULARY_LIMIT,
  DTL_VOCABULARY_STANCE,
  DTL_VOCABULARY_TIER,
  DTL_VOCABULARY_TEXT_KIND,
  DTL_VOCABULARY_LINK_TYPE,
  DTL_VOCABULARY_COMPARATOR,
  DTL_VOCABULARY_UNIT,
  DTL_VOCABULARY_COUNTING,
  DTL_VOCABULARY_CALENDAR,
  DTL_VOCABULARY_MONTH_END,
} DtlVocabulary;

/**
 * dtl_term_name:
 * @vocabulary: which enumeration
 * @value: one of its values (a built-in one for event kinds)
 *
 * Returns: the stable name ("in_force", "effective_date", "part_of"), or NULL for a value that the vocabulary does not
 * have
 */
const char *dtl_term_name (DtlVocabulary vocabulary, int value);

/**
 * dtl_term_value:
 * @vocabulary: which enumeration
 * @name: (nullable): a stable name
 *
 * Returns: the value, or -1 for a name that the vocabulary does not have
 */
int dtl_term_value (DtlVocabulary vocabulary, const char *name);

/** The role whose accepted claim is the start of an event of this kind, unless the event says otherwise. */
DtlClaimRole dtl_event_kind_main_role (int kind);

G_END_DECLS
