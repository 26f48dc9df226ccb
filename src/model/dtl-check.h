/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checker: what does not hold together in a case, graded. Pure: it is given the records and gives findings. */
#pragma once

#include "model/dtl-records.h"

G_BEGIN_DECLS

/** DtlGrade: from harmless to grave. A contradiction makes `dateline check` answer no. */
typedef enum
{
  DTL_GRADE_AGREES,
  DTL_GRADE_DIFFERS, /* differs, but explained by how the days are counted */
  DTL_GRADE_CONTRADICTS,
  DTL_GRADE_WARNING, /* no passage, title asserts what is only alleged, supplied date... */
} DtlGrade;

const char *dtl_grade_name (DtlGrade grade); /* "agrees", "differs", "contradicts", "warning" */

/**
 * DtlFinding:
 * @rule: stable name of what was checked: "no_passage", "end_before_start", "accepted_exclude", "derived_agrees",
 *   "derived_differs", "derived_contradicts", "derived_without_date", "sources_differ", "sources_contradict",
 * "title_asserts", "only_summary_passages", "passage_without_words", "supplied_issued"
 * @event: DTL_ID_NONE where the finding is about a source
 * @claims: (element-type DtlId as int64 in a GArray): the claims that it is about, may be empty
 * @message: one sentence for a person, translated
 */
typedef struct
{
  DtlGrade grade;
  const char *rule;
  DtlId event;
  GArray *claims;
  char *message;
} DtlFinding;

void dtl_finding_free (DtlFinding *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlFinding, dtl_finding_free)

/**
 * dtl_check_event:
 * @event: an event with its claims and evidence
 * @claims_by_id: (element-type int64 DtlClaim): for the anchors of rules
 * @sources_by_id: (nullable) (element-type int64 DtlSource): for the anchors of rules, too
 * @findings: (element-type DtlFinding): what is found is appended
 *
 * A date that a rule gives beside one that is stated agrees; differs, where another way of counting gives the stated
 * one, which is then named; or contradicts it. Ways of counting are: with or without the first day, the last day of a
 * period or the first after it, the end of a month, days or business days, with one calendar or another. A time zone is
 * none of them: where dates have no time of day, nothing says which it was.
 */
void dtl_check_event (const DtlEvent *event, GHashTable *claims_by_id, GHashTable *sources_by_id, GPtrArray *findings);

/**
 * dtl_check_event_sources:
 * @event: an event with its claims and evidence
 * @claims_by_id: (element-type int64 DtlClaim): for the anchors of rules
 * @sources_by_id: (element-type int64 DtlSource): with their texts
 * @passages_by_id: (nullable) (element-type int64 DtlPassage): with their anchors; NULL leaves out
 * "only_summary_passages" and "passage_without_words"
 * @findings: (element-type DtlFinding): what is found is appended
 *
 * What can only be told with the sources at hand: dates that rest on a supplied date of publication, and events whose
 * evidence is in our summaries alone, or has no words at all.
 */
void dtl_check_event_sources (const DtlEvent *event,
                              GHashTable *claims_by_id,
                              GHashTable *sources_by_id,
                              GHashTable *passages_by_id,
                              GPtrArray *findings);

G_END_DECLS
