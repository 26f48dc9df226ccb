/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of the closed vocabularies: one array of names each, indexed by the enumeration. */
#include "config.h"

#include "model/dtl-terms.h"

#include "date/dtl-date-math.h"

static const char *const actor_kinds[] = {
  [DTL_ACTOR_PERSON] = "person",
  [DTL_ACTOR_ORGANISATION] = "organisation",
  [DTL_ACTOR_GOVERNMENT] = "government",
  [DTL_ACTOR_COUNTRY] = "country",
};

static const char *const event_kinds[] = {
  [DTL_EVENT_KIND_PROPOSAL] = "proposal",
  [DTL_EVENT_KIND_ANNOUNCEMENT] = "announcement",
  [DTL_EVENT_KIND_PROHIBITION] = "prohibition",
  [DTL_EVENT_KIND_LISTING] = "listing",
  [DTL_EVENT_KIND_EFFECTIVE_DATE] = "effective_date",
  [DTL_EVENT_KIND_DEADLINE] = "deadline",
  [DTL_EVENT_KIND_STATEMENT] = "statement",
  [DTL_EVENT_KIND_RELOCATION] = "relocation",
  [DTL_EVENT_KIND_CLOSURE] = "closure",
  [DTL_EVENT_KIND_LITIGATION] = "litigation",
  [DTL_EVENT_KIND_OTHER] = "other",
};

static const char *const statuses[] = {
  [DTL_STATUS_UNKNOWN] = "unknown", [DTL_STATUS_PLANNED] = "planned", [DTL_STATUS_IN_FORCE] = "in_force",
  [DTL_STATUS_DONE] = "done",       [DTL_STATUS_EXPIRED] = "expired", [DTL_STATUS_WITHDRAWN] = "withdrawn",
};

static const char *const assertions[] = {
  [DTL_ASSERTION_FACT] = "fact",       [DTL_ASSERTION_ALLEGED] = "alleged",     [DTL_ASSERTION_DENIED] = "denied",
  [DTL_ASSERTION_OPINION] = "opinion", [DTL_ASSERTION_INTENTION] = "intention",
};

static const char *const reviews[] = {
  [DTL_REVIEW_ACCEPTED] = "accepted",
  [DTL_REVIEW_PROPOSED] = "proposed",
  [DTL_REVIEW_REJECTED] = "rejected",
};

static const char *const roles[] = {
  [DTL_ROLE_OCCURRED] = "occurred", [DTL_ROLE_BEGAN] = "began",         [DTL_ROLE_ANNOUNCED] = "announced",
  [DTL_ROLE_SIGNED] = "signed",     [DTL_ROLE_EFFECTIVE] = "effective", [DTL_ROLE_DEADLINE] = "deadline",
  [DTL_ROLE_REPORTED] = "reported", [DTL_ROLE_ENDED] = "ended",
};
G_STATIC_ASSERT (G_N_ELEMENTS (roles) == DTL_N_ROLES);

static const char *const standings[] = {
  [DTL_STANDING_ACCEPTED] = "accepted",
  [DTL_STANDING_COMPETING] = "competing",
  [DTL_STANDING_REJECTED] = "rejected",
};

static const char *const bases[] = {
  [DTL_BASIS_STATED] = "stated",
  [DTL_BASIS_METADATA] = "metadata",
  [DTL_BASIS_SUPPLIED] = "supplied",
  [DTL_BASIS_DERIVED] = "derived",
};

static const char *const limits[] = {
  [DTL_LIMIT_NONE] = "none",
  [DTL_LIMIT_FIRST_IN_FORCE] = "first_in_force",
  [DTL_LIMIT_LAST_ALLOWED] = "last_allowed",
};

static const char *const stances[] = {
  [DTL_STANCE_SUPPORTS] = "supports",
  [DTL_STANCE_DISPUTES] = "disputes",
  [DTL_STANCE_MENTIONS] = "mentions",
};

static const char *const tiers[] = {
  [DTL_TIER_PRIMARY] = "primary",
  [DTL_TIER_REPORT] = "report",
  [DTL_TIER_RELAYED] = "relayed",
};

static const char *const text_kinds[] = {
  [DTL_TEXT_FULL] = "full",
  [DTL_TEXT_SUMMARY] = "summary",
};

static const char *const link_types[] = {
  [DTL_LINK_PART_OF] = "part_of", [DTL_LINK_CAUSES] = "causes",         [DTL_LINK_RESPONDS_TO] = "responds_to",
  [DTL_LINK_AMENDS] = "amends",   [DTL_LINK_IMPLEMENTS] = "implements", [DTL_LINK_SUPERSEDES] = "supersedes",
};

static const char *const comparators[] = {
  [DTL_COMPARATOR_EQUAL] = "=",     [DTL_COMPARATOR_AT_LEAST] = "at_least", [DTL_COMPARATOR_AT_MOST] = "at_most",
  [DTL_COMPARATOR_ABOUT] = "about", [DTL_COMPARATOR_BEFORE] = "before",     [DTL_COMPARATOR_AFTER] = "after",
};

static const char *const units[] = {
  [DTL_UNIT_DAYS] = "days",   [DTL_UNIT_BUSINESS_DAYS] = "business_days",
  [DTL_UNIT_WEEKS] = "weeks", [DTL_UNIT_MONTHS] = "months",
  [DTL_UNIT_YEARS] = "years",
};

static const char *const countings[] = {
  [DTL_COUNTING_ANCHOR_NOT_COUNTED] = "anchor_not_counted",
  [DTL_COUNTING_ANCHOR_COUNTED] = "anchor_counted",
};

static const char *const calendars[] = {
  [DTL_CALENDAR_NONE] = "none",
  [DTL_CALENDAR_US_FEDERAL] = "us_federal",
  [DTL_CALENDAR_TARGET] = "target",
  [DTL_CALENDAR_OWN] = "own",
};

static const char *const month_ends[] = {
  [DTL_MONTH_END_LAST_DAY] = "last_day",
  [DTL_MONTH_END_OVERFLOW] = "overflow",
};

typedef struct
{
  const char *const *names;
  guint n_names;
} Vocabulary;

#define VOCABULARY(array)                                                                                              \
  {                                                                                                                    \
    (array), G_N_ELEMENTS ((array)),                                                                                   \
  }

static const Vocabulary vocabularies[] = {
  [DTL_VOCABULARY_ACTOR_KIND] = VOCABULARY (actor_kinds),
  [DTL_VOCABULARY_EVENT_KIND] = VOCABULARY (event_kinds),
  [DTL_VOCABULARY_STATUS] = VOCABULARY (statuses),
  [DTL_VOCABULARY_ASSERTION] = VOCABULARY (assertions),
  [DTL_VOCABULARY_REVIEW] = VOCABULARY (reviews),
  [DTL_VOCABULARY_ROLE] = VOCABULARY (roles),
  [DTL_VOCABULARY_STANDING] = VOCABULARY (standings),
  [DTL_VOCABULARY_BASIS] = VOCABULARY (bases),
  [DTL_VOCABULARY_LIMIT] = VOCABULARY (limits),
  [DTL_VOCABULARY_STANCE] = VOCABULARY (stances),
  [DTL_VOCABULARY_TIER] = VOCABULARY (tiers),
  [DTL_VOCABULARY_TEXT_KIND] = VOCABULARY (text_kinds),
  [DTL_VOCABULARY_LINK_TYPE] = VOCABULARY (link_types),
  [DTL_VOCABULARY_COMPARATOR] = VOCABULARY (comparators),
  [DTL_VOCABULARY_UNIT] = VOCABULARY (units),
  [DTL_VOCABULARY_COUNTING] = VOCABULARY (countings),
  [DTL_VOCABULARY_CALENDAR] = VOCABULARY (calendars),
  [DTL_VOCABULARY_MONTH_END] = VOCABULARY (month_ends),
};

const char *
dtl_term_name (DtlVocabulary vocabulary, int value)
{
  g_return_val_if_fail ((guint) vocabulary < G_N_ELEMENTS (vocabularies), NULL);

  if (value < 0 || (guint) value >= vocabularies[vocabulary].n_names)
    return NULL;
  return vocabularies[vocabulary].names[value];
}

int
dtl_term_value (DtlVocabulary vocabulary, const char *name)
{
  g_return_val_if_fail ((guint) vocabulary < G_N_ELEMENTS (vocabularies), -1);

  if (name == NULL)
    return -1;
  for (guint i = 0; i < vocabularies[vocabulary].n_names; i++)
    if (g_str_equal (vocabularies[vocabulary].names[i], name))
      return (int) i;
  return -1;
}

/**
 * dtl_event_kind_main_role:
 * @kind: a DtlEventKind, or an own kind's number, which counts as an act that occurred
 *
 * Returns: the role that rules the start of such an event
 */
DtlClaimRole
dtl_event_kind_main_role (int kind)
{
  switch (kind)
    {
    case DTL_EVENT_KIND_PROPOSAL:
    case DTL_EVENT_KIND_ANNOUNCEMENT:
    case DTL_EVENT_KIND_PROHIBITION:
    case DTL_EVENT_KIND_LISTING:
      return DTL_ROLE_ANNOUNCED;
    case DTL_EVENT_KIND_EFFECTIVE_DATE:
      return DTL_ROLE_EFFECTIVE;
    case DTL_EVENT_KIND_DEADLINE:
      return DTL_ROLE_DEADLINE;
    case DTL_EVENT_KIND_RELOCATION:
    case DTL_EVENT_KIND_CLOSURE:
    case DTL_EVENT_KIND_LITIGATION:
      return DTL_ROLE_BEGAN;
    default:
      return DTL_ROLE_OCCURRED;
    }
}
