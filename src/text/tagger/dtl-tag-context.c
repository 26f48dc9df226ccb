/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dates told before an expression, and what is counted from them. */
#include "config.h"

#include "text/tagger/dtl-tag-private.h"

#define FAR_DAYS 150

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
  const DtlTagDate *date = grain >= DTL_TAG_DAY     ? &context->last_day
                           : grain >= DTL_TAG_WEEK  ? &context->last_week
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
  if (date->grain == DTL_TAG_MONTH)
    context->bare_month = *date;
  if (date->grain >= DTL_TAG_WEEK)
    context->last_week = *date;
  if (date->grain >= DTL_TAG_DAY)
    {
      context->last_day = *date;
      context->day_age = 0;
    }
  if (date->grain == DTL_TAG_DAY)
    context->sentence_day = *date;
}

static int64_t
middle (const DtlTagDate *date)
{
  return (dtl_tag_date_first (date) + dtl_tag_date_last (date)) / 2;
}

/*
 * dtl_tag_told_year:
 * @date: a day or month without a year
 *
 * "In 1985 he resigned. In June he was tried": gives it the year told in the sentence, or, at the
 * beginning of the next, in the one before, if the sentence looks back.
 *
 * Returns: whether there was one
 */
gboolean
dtl_tag_told_year (const DtlTagMatch *match, DtlTagDate *date)
{
  const DtlTagContext *context = match->context;
  const DtlTagDate *told = &context->told_year;

  if (told->grain == DTL_TAG_NONE || context->told_age > (match->first <= 1 ? 1 : 0) || date->grain < DTL_TAG_MONTH ||
      told->year > context->issued.year - 2 || context->last.year != told->year ||
      dtl_tag_tense (match) != DTL_TAG_TENSE_PAST)
    return FALSE;
  date->year = told->year;
  if (told->grain >= DTL_TAG_MONTH && dtl_tag_date_last (date) < dtl_tag_date_first (told))
    date->year++;
  return TRUE;
}

/* Five months away or more, a day is about as near in one year as in the other: then the verb decides. */
static void
decide_far_day (const DtlTagMatch *match, DtlTagDate *date, const DtlTagDate *base)
{
  int64_t ahead = dtl_tag_date_first (date) - dtl_tag_date_first (base);
  DtlTagTense tense;

  if (ABS (ahead) < FAR_DAYS || base->grain != DTL_TAG_DAY)
    return;
  tense = dtl_tag_tense (match);
  if (ahead > 0 && tense == DTL_TAG_TENSE_PAST)
    date->year--;
  else if (ahead < 0 && tense == DTL_TAG_TENSE_FUTURE)
    date->year++;
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
    {
      date->reason = "the text names no year, and its date of issue is not known closely enough";
      return;
    }
  best = base.year;
  if (date->grain == DTL_TAG_DAY && date->sub == 2 && date->day == 29)
    {
      date->year = dtl_civil_is_leap_year (base.year) ? base.year : base.year + 4 - base.year % 4;
      return;
    }
  date->approx |= base.approx;
  date->doubtful |= base.doubtful;
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
  if (dtl_tag_told_year (match, date))
    return;
  for (int year = base.year - 1; year <= base.year + 1; year++)
    {
      DtlTagDate a = *date, b = *date;

      a.year = best;
      b.year = year;
      if (ABS (middle (&b) - middle (&base)) < ABS (middle (&a) - middle (&base)))
        best = year;
    }
  date->year = best;
  if (date->grain == DTL_TAG_DAY)
    decide_far_day (match, date, &base);
}
