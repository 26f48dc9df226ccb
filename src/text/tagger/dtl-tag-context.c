/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands around an expression: tense, and the dates told before. Closed lists of words do it; nothing here parses
 * English. */
#include "config.h"

#include "text/tagger/dtl-tag-private.h"

#include <string.h>

#define TENSE_REACH 14

static const DtlTagToken *
token_at (const DtlTagContext *context, guint index)
{
  return &g_array_index (context->tokens, DtlTagToken, index);
}

static gboolean
is_quote (const DtlTagContext *context, const DtlTagToken *token)
{
  return context->text[token->start] == '"' || (unsigned char) context->text[token->start] == 0xe2;
}

static DtlTagTense
token_tense (const DtlTagToken *token)
{
  if (token->flags & DTL_TAG_IS_MONTH && token->capital)
    return DTL_TAG_TENSE_NONE;
  if (token->flags & DTL_TAG_IS_FUTURE)
    return DTL_TAG_TENSE_FUTURE;
  return token->flags & DTL_TAG_IS_PAST || token->past ? DTL_TAG_TENSE_PAST : DTL_TAG_TENSE_NONE;
}

/* "was expected", "is to be held", "had been due to run": what follows the auxiliary decides. */
static DtlTagTense
tense_before (const DtlTagMatch *match)
{
  const DtlTagContext *context = match->context;
  guint reach = MIN (match->first, TENSE_REACH);

  for (guint i = 1; i <= reach; i++)
    {
      const DtlTagToken *token = token_at (context, match->first - i);
      DtlTagTense tense;

      if (is_quote (context, token) && !token->joined)
        break;
      tense = token_tense (token);
      if (tense == DTL_TAG_TENSE_NONE)
        continue;
      /* "will be held", "is to be sold", "are to be": an auxiliary further back turns a participle. */
      if (tense == DTL_TAG_TENSE_PAST && match->first - i >= 1)
        for (guint back = 1; back <= 4 && back <= match->first - i; back++)
          {
            const DtlTagToken *before = token_at (context, match->first - i - back);

            if (dtl_tag_token_is (context, before,
                                  (const char *const[]){ "will", "shall", "be", "to", "is", "are", "stay", "stays",
                                                         "remain", "remains", "may", "must", "can", "would", "should",
                                                         "could", "might", NULL }))
              return DTL_TAG_TENSE_FUTURE;
            if (token_tense (before) == DTL_TAG_TENSE_PAST || before->end - before->start == 1)
              break;
          }
      return tense;
    }
  return DTL_TAG_TENSE_NONE;
}

static DtlTagTense
tense_after (const DtlTagMatch *match)
{
  const DtlTagContext *context = match->context;

  for (guint i = match->first + match->length; i < MIN (context->n_tokens, match->first + match->length + 10); i++)
    {
      const DtlTagToken *token = token_at (context, i);
      DtlTagTense tense = token_tense (token);

      if (is_quote (context, token))
        break;
      if (tense != DTL_TAG_TENSE_NONE)
        return tense;
    }
  return DTL_TAG_TENSE_NONE;
}

/*
 * dtl_tag_tense:
 *
 * The nearest verb before the expression decides; where there is none, the first behind it; a preposition that looks
 * ahead ("until", "by", "from") decides where no verb is in the past.
 *
 * Returns: what they suggest
 */
DtlTagTense
dtl_tag_tense (const DtlTagMatch *match)
{
  const DtlTagToken *before = dtl_tag_beside (match, -1), *after = dtl_tag_beside (match, 1);
  DtlTagTense tense;

  if (before != NULL && before->flags & DTL_TAG_IS_PASTPREP)
    return DTL_TAG_TENSE_PAST;
  if (after != NULL && token_tense (after) != DTL_TAG_TENSE_NONE && !DTL_TAG_WITHIN (match, match->length - 1, "'s"))
    return token_tense (after);
  if (before != NULL && before->flags & DTL_TAG_IS_AHEADPREP && tense_after (match) == DTL_TAG_TENSE_FUTURE)
    return DTL_TAG_TENSE_FUTURE;
  tense = tense_before (match);
  if (tense == DTL_TAG_TENSE_NONE)
    tense = tense_after (match);
  if (tense == DTL_TAG_TENSE_NONE && before != NULL && before->flags & DTL_TAG_IS_AHEADPREP)
    tense = DTL_TAG_TENSE_FUTURE;
  return tense;
}

/* What a date is counted from: the date of issue, or in a narrative the date told last. */
DtlTagDate
dtl_tag_base (const DtlTagContext *context)
{
  if (context->narrative && context->last.grain != DTL_TAG_NONE)
    return context->last;
  return context->issued;
}

/* The last date that was told at least as finely as @grain; NULL for none. */
const DtlTagDate *
dtl_tag_last (const DtlTagContext *context, DtlTagGrain grain)
{
  const DtlTagDate *date = grain >= DTL_TAG_WEEK    ? &context->last_day
                           : grain >= DTL_TAG_MONTH ? &context->last_month
                                                    : &context->last_year;

  return date->grain != DTL_TAG_NONE ? date : NULL;
}

void
dtl_tag_remember (DtlTagContext *context, const DtlTagDate *date)
{
  if (date->grain == DTL_TAG_NONE || date->year == DTL_TAG_UNKNOWN_YEAR)
    return;
  if (date->grain == DTL_TAG_DAY && (date->sub == 0 || date->day == 0))
    return;
  context->last = context->sentence_date = *date;
  if (date->grain >= DTL_TAG_YEAR)
    context->last_year = *date;
  if (date->grain >= DTL_TAG_MONTH)
    context->last_month = *date;
  if (date->grain >= DTL_TAG_WEEK)
    context->last_day = *date;
  if (date->grain == DTL_TAG_DAY)
    context->sentence_day = *date;
}

static int64_t
middle (const DtlTagDate *date)
{
  return (dtl_tag_date_first (date) + dtl_tag_date_last (date)) / 2;
}

/*
 * dtl_tag_nearest:
 * @date: everything but its year; gets the year in which it lies nearest to the date of issue, or in a narrative the
 * first behind the date told last. Where neither is known the year stays unknown, with the reason
 */
void
dtl_tag_nearest (const DtlTagMatch *match, DtlTagDate *date)
{
  DtlTagDate base = dtl_tag_base (match->context);
  int best;

  if (base.grain == DTL_TAG_NONE || base.year == DTL_TAG_UNKNOWN_YEAR)
    {
      date->year = DTL_TAG_UNKNOWN_YEAR;
      date->reason = "the text names no year, and its date of issue is not known";
      return;
    }
  if (base.grain < DTL_TAG_YEAR)
    return;
  best = base.year;
  if (date->grain == DTL_TAG_DAY && date->sub == 2 && date->day == 29)
    {
      date->year = dtl_civil_is_leap_year (base.year) ? base.year : base.year + 4 - base.year % 4;
      return;
    }
  date->approx |= base.approx;
  if (base.grain == DTL_TAG_YEAR)
    {
      date->year = best;
      return;
    }
  if (match->context->narrative)
    {
      date->year = best;
      if (dtl_tag_date_last (date) < dtl_tag_date_first (&base))
        date->year++;
      return;
    }
  for (int year = base.year - 1; year <= base.year + 1; year++)
    {
      DtlTagDate a = *date, b = *date;

      a.year = best;
      b.year = year;
      if (ABS (middle (&b) - middle (&base)) < ABS (middle (&a) - middle (&base)))
        best = year;
    }
  date->year = best;
}
