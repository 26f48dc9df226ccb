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
 * @rule: name of the rule in data/dates; not owned, lives for ever
 * @anchor: (nullable): for a length that is counted from an event ("30 days after publication"): the words of the event
 * @direction: "after", "before" or "within" where @anchor is there, else NULL; not owned
 * @boilerplate: (nullable): why it does not belong to the story: "about", "legal", "related", "page"; not owned
 * @reason: (nullable): why the value is vaguer than the words; not owned
 */
typedef struct
{
  gint64 start_cp;
  gint64 end_cp;
  DtlTimexType type;
  char *value;
  char *edtf;
  const char *rule;
  char *anchor;
  const char *direction;
  const char *boilerplate;
  const char *reason;
} DtlTimex;

void dtl_timex_free (DtlTimex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlTimex, dtl_timex_free)

/* "DATE", "TIME", "DURATION", "SET" */
const char *dtl_timex_type_name (DtlTimexType type);

GPtrArray *dtl_tagger_tag (const char *text, gsize n_bytes, DtlEdtf *issued, DtlTaggerMode mode, GError **error);

G_END_DECLS
