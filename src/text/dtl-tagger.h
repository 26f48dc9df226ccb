/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the expressions of time in English text and says which time they mean: TIMEX3 values and EDTF. Words and rules
 * are data (data/dates). No clock: what "today" is comes from the caller, as the date on which the text was issued. */
#pragma once

#include "date/dtl-edtf.h"
#include "text/dtl-text-error.h"

G_BEGIN_DECLS

/** DtlTimexType: the four types of TIMEX3. */
typedef enum
{
  DTL_TIMEX_DATE,
  DTL_TIMEX_TIME,
  DTL_TIMEX_DURATION,
  DTL_TIMEX_SET,
} DtlTimexType;

/**
 * DtlTaggerMode: what a date without a year is counted from.
 * @DTL_TAGGER_AUTO: one of the two, as the beginning of the text suggests
 * @DTL_TAGGER_NEWS: the date of issue
 * @DTL_TAGGER_NARRATIVE: the date told last, as in a history
 */
typedef enum
{
  DTL_TAGGER_AUTO,
  DTL_TAGGER_NEWS,
  DTL_TAGGER_NARRATIVE,
} DtlTaggerMode;

/**
 * DtlTimex: one expression.
 * @start_cp: its first code point
 * @end_cp: the one behind its last
 * @type: DATE, TIME, DURATION or SET
 * @value: TIMEX3 value; `XXXX-06-20` where a part cannot be known
 * @edtf: the same as EDTF, "" where it is no date
 * @also: (nullable): another reading that the words allow as well, as EDTF: 01/02/2026 is `2026-02-01`, too
 * @rule: name of the rule in data/dates; not owned, lives for ever
 * @role: (nullable): what the words beside it say happened then: the name of a claim's role ("effective")
 * @cue: (nullable): the words that say so; not owned
 * @clause: (nullable): "sunset" or "review"
 * @bound: (nullable): "first_day" where something holds from then on, "last_day" where it is allowed or holds until
 * then
 * @inclusive: whether that day is one of them: "yes", "no" or "unstated"; NULL without @bound
 * @limit: (nullable): with @bound: the interval, as EDTF: `../2026-03-01`; NULL where the day is not known
 * @until: (nullable): the words that leave the end open: "until further notice"; not owned
 * @anchor: (nullable): for what is counted from an event ("30 days after publication"), or is one ("the date of
 * enactment"): the words of the event
 * @direction: "after", "before" or "within" where @anchor is there, "after" also for what counts from the day of issue
 * ("expires in 90 days"), else NULL; not owned
 * @comparator, @unit, @counting: the names of a derived claim's ("=", "at_most"; "business_days";
 * "anchor_not_counted"), NULL where nothing can be counted; not owned
 * @amount: how many units, negative before the anchor; 0 without @unit
 * @anchor_edtf: (nullable): when the anchor was, where the text tells
 * @derived: (nullable): what that gives, as EDTF
 * @stated: (nullable): the day that the text gives for what was derived, as EDTF, to compare
 * @fiscal: (nullable): whose fiscal year it is: "us", "uk", "jp", "in" or "au"; not owned
 * @boilerplate: (nullable): why it does not belong to the story: "about", "advertisement", "biography", "byline",
 * "copyright", "legal", "page", "reading_time", "related", "statistics"; not owned
 * @reason: (nullable): why the value is vaguer than the words, or nothing is derived; not owned
 */
typedef struct
{
  gint64 start_cp;
  gint64 end_cp;
  DtlTimexType type;
  char *value;
  char *edtf;
  char *also;
  const char *rule;
  const char *role;
  const char *cue;
  const char *clause;
  const char *bound;
  const char *inclusive;
  char *limit;
  const char *until;
  char *anchor;
  const char *direction;
  const char *comparator;
  int64_t amount;
  const char *unit;
  const char *counting;
  char *anchor_edtf;
  char *derived;
  char *stated;
  const char *fiscal;
  const char *boilerplate;
  const char *reason;
} DtlTimex;

void dtl_timex_free (DtlTimex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlTimex, dtl_timex_free)

/* "DATE", "TIME", "DURATION", "SET" */
const char *dtl_timex_type_name (DtlTimexType type);

/**
 * DtlTaggerOrder: how figures with strokes or points are read, 01/02/2026.
 * @DTL_TAGGER_ORDER_UNKNOWN: as other such dates of the text show; where none does, both readings are told
 * @DTL_TAGGER_ORDER_DAY_FIRST: 1 February
 * @DTL_TAGGER_ORDER_MONTH_FIRST: January 2
 */
typedef enum
{
  DTL_TAGGER_ORDER_UNKNOWN,
  DTL_TAGGER_ORDER_DAY_FIRST,
  DTL_TAGGER_ORDER_MONTH_FIRST,
} DtlTaggerOrder;

GPtrArray *dtl_tagger_tag (const char *text,
                           gsize n_bytes,
                           DtlEdtf *issued,
                           DtlTaggerMode mode,
                           DtlTaggerOrder order,
                           GError **error);

G_END_DECLS
