/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/dtl-term-label.h"

#include "base/dtl-gettext.h"
#include "model/dtl-claim-name.h"

typedef struct
{
  DtlVocabulary vocabulary;
  int value;
  const char *context;
  const char *label;
} TermLabel;

static const TermLabel labels[] = {
  { DTL_VOCABULARY_ACTOR_KIND, DTL_ACTOR_PERSON, "actor kind", NC_ ("actor kind", "person") },
  { DTL_VOCABULARY_ACTOR_KIND, DTL_ACTOR_ORGANISATION, "actor kind", NC_ ("actor kind", "organisation") },
  { DTL_VOCABULARY_ACTOR_KIND, DTL_ACTOR_GOVERNMENT, "actor kind", NC_ ("actor kind", "government body") },
  { DTL_VOCABULARY_ACTOR_KIND, DTL_ACTOR_COUNTRY, "actor kind", NC_ ("actor kind", "country") },
  { DTL_VOCABULARY_EVENT_KIND, DTL_EVENT_KIND_PROPOSAL, "event kind", NC_ ("event kind", "proposal") },
  { DTL_VOCABULARY_EVENT_KIND, DTL_EVENT_KIND_ANNOUNCEMENT, "event kind", NC_ ("event kind", "announcement") },
  { DTL_VOCABULARY_EVENT_KIND, DTL_EVENT_KIND_PROHIBITION, "event kind", NC_ ("event kind", "prohibition") },
  { DTL_VOCABULARY_EVENT_KIND, DTL_EVENT_KIND_LISTING, "event kind", NC_ ("event kind", "listing") },
  { DTL_VOCABULARY_EVENT_KIND, DTL_EVENT_KIND_EFFECTIVE_DATE, "event kind", NC_ ("event kind", "effective date") },
  { DTL_VOCABULARY_EVENT_KIND, DTL_EVENT_KIND_DEADLINE, "event kind", NC_ ("event kind", "deadline") },
  { DTL_VOCABULARY_EVENT_KIND, DTL_EVENT_KIND_STATEMENT, "event kind", NC_ ("event kind", "statement") },
  { DTL_VOCABULARY_EVENT_KIND, DTL_EVENT_KIND_RELOCATION, "event kind", NC_ ("event kind", "relocation") },
  { DTL_VOCABULARY_EVENT_KIND, DTL_EVENT_KIND_CLOSURE, "event kind", NC_ ("event kind", "closure") },
  { DTL_VOCABULARY_EVENT_KIND, DTL_EVENT_KIND_LITIGATION, "event kind", NC_ ("event kind", "litigation") },
  { DTL_VOCABULARY_EVENT_KIND, DTL_EVENT_KIND_OTHER, "event kind", NC_ ("event kind", "other") },
  { DTL_VOCABULARY_STATUS, DTL_STATUS_UNKNOWN, "status", NC_ ("status", "status unknown") },
  { DTL_VOCABULARY_STATUS, DTL_STATUS_PLANNED, "status", NC_ ("status", "planned") },
  { DTL_VOCABULARY_STATUS, DTL_STATUS_IN_FORCE, "status", NC_ ("status", "in force") },
  { DTL_VOCABULARY_STATUS, DTL_STATUS_DONE, "status", NC_ ("status", "done") },
  { DTL_VOCABULARY_STATUS, DTL_STATUS_EXPIRED, "status", NC_ ("status", "expired") },
  { DTL_VOCABULARY_STATUS, DTL_STATUS_WITHDRAWN, "status", NC_ ("status", "withdrawn") },
  { DTL_VOCABULARY_ASSERTION, DTL_ASSERTION_FACT, "assertion", NC_ ("assertion", "fact") },
  { DTL_VOCABULARY_ASSERTION, DTL_ASSERTION_ALLEGED, "assertion", NC_ ("assertion", "alleged") },
  { DTL_VOCABULARY_ASSERTION, DTL_ASSERTION_DENIED, "assertion", NC_ ("assertion", "denied") },
  { DTL_VOCABULARY_ASSERTION, DTL_ASSERTION_OPINION, "assertion", NC_ ("assertion", "opinion") },
  { DTL_VOCABULARY_ASSERTION, DTL_ASSERTION_INTENTION, "assertion", NC_ ("assertion", "intention") },
  { DTL_VOCABULARY_REVIEW, DTL_REVIEW_ACCEPTED, "review", NC_ ("review", "accepted") },
  { DTL_VOCABULARY_REVIEW, DTL_REVIEW_PROPOSED, "review", NC_ ("review", "suggested") },
  { DTL_VOCABULARY_REVIEW, DTL_REVIEW_REJECTED, "review", NC_ ("review", "rejected") },
  { DTL_VOCABULARY_STANDING, DTL_STANDING_ACCEPTED, "decision", NC_ ("decision", "accepted") },
  { DTL_VOCABULARY_STANDING, DTL_STANDING_COMPETING, "decision", NC_ ("decision", "competing") },
  { DTL_VOCABULARY_STANDING, DTL_STANDING_REJECTED, "decision", NC_ ("decision", "rejected") },
  { DTL_VOCABULARY_BASIS, DTL_BASIS_STATED, "basis", NC_ ("basis", "in the text") },
  { DTL_VOCABULARY_BASIS, DTL_BASIS_METADATA, "basis", NC_ ("basis", "in the metadata") },
  { DTL_VOCABULARY_BASIS, DTL_BASIS_SUPPLIED, "basis", NC_ ("basis", "supplied by a person") },
  { DTL_VOCABULARY_BASIS, DTL_BASIS_DERIVED, "basis", NC_ ("basis", "computed") },
  { DTL_VOCABULARY_LIMIT, DTL_LIMIT_FIRST_IN_FORCE, "limit", NC_ ("limit", "first day in force") },
  { DTL_VOCABULARY_LIMIT, DTL_LIMIT_LAST_ALLOWED, "limit", NC_ ("limit", "last day allowed") },
  { DTL_VOCABULARY_STANCE, DTL_STANCE_SUPPORTS, "stance", NC_ ("stance", "supports") },
  { DTL_VOCABULARY_STANCE, DTL_STANCE_DISPUTES, "stance", NC_ ("stance", "disputes") },
  { DTL_VOCABULARY_STANCE, DTL_STANCE_MENTIONS, "stance", NC_ ("stance", "mentions") },
  { DTL_VOCABULARY_TIER, DTL_TIER_PRIMARY, "tier", NC_ ("tier", "primary") },
  { DTL_VOCABULARY_TIER, DTL_TIER_REPORT, "tier", NC_ ("tier", "report") },
  { DTL_VOCABULARY_TIER, DTL_TIER_RELAYED, "tier", NC_ ("tier", "relayed") },
  { DTL_VOCABULARY_TEXT_KIND, DTL_TEXT_FULL, "text kind", NC_ ("text kind", "full text") },
  { DTL_VOCABULARY_TEXT_KIND, DTL_TEXT_SUMMARY, "text kind", NC_ ("text kind", "our summary") },
  { DTL_VOCABULARY_LINK_TYPE, DTL_LINK_PART_OF, "link", NC_ ("link", "part of") },
  { DTL_VOCABULARY_LINK_TYPE, DTL_LINK_CAUSES, "link", NC_ ("link", "causes") },
  { DTL_VOCABULARY_LINK_TYPE, DTL_LINK_RESPONDS_TO, "link", NC_ ("link", "responds to") },
  { DTL_VOCABULARY_LINK_TYPE, DTL_LINK_AMENDS, "link", NC_ ("link", "amends") },
  { DTL_VOCABULARY_LINK_TYPE, DTL_LINK_IMPLEMENTS, "link", NC_ ("link", "implements") },
  { DTL_VOCABULARY_LINK_TYPE, DTL_LINK_SUPERSEDES, "link", NC_ ("link", "supersedes") },
};

const char *
dtl_term_label (DtlVocabulary vocabulary, int value)
{
  if (vocabulary == DTL_VOCABULARY_ROLE)
    return dtl_claim_role_label ((DtlClaimRole) value);
  for (size_t i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      if (labels[i].vocabulary == vocabulary && labels[i].value == value)
        return dtl_pgettext_dynamic (labels[i].context, labels[i].label);
    }

  return "";
}
