/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions of the rules: seasons, quarters, halves, fiscal years, and the period that a text reports. */
#include "config.h"

#include "text/tagger/dtl-tag-actions-private.h"

#include <stdlib.h>

static gboolean
is_ahead (const DtlTagContext *context, const DtlTagDate *date)
{
  return context->issued.grain != DTL_TAG_NONE && dtl_tag_date_first (date) > dtl_tag_date_last (&context->issued);
}

/* What "the quarter" and "a year earlier" mean from now on. A period that is still to come is a forecast. */
static void
report (DtlTagMatch *match, const DtlTagDate *date)
{
  DtlTagContext *context = match->context;

  if (date->year == DTL_TAG_UNKNOWN_YEAR)
    return;
  if (context->period.grain == DTL_TAG_NONE || (is_ahead (context, &context->period) && !is_ahead (context, date)) ||
      (context->issued.grain != DTL_TAG_NONE && dtl_tag_date_last (date) < dtl_tag_date_first (&context->issued) &&
       dtl_tag_date_first (date) >= dtl_tag_date_first (&context->period)))
    context->period = *date;
}

/* "the first half of the year", "last year's third quarter": the year is one of those around. */
static gboolean
names_a_year (const DtlTagMatch *match)
{
  if (match->slots[match->length - 1].slot == 0 && DTL_TAG_WITHIN (match, match->length - 1, "year"))
    return TRUE;
  return match->slots[0].slot == 'r' && (DTL_TAG_WITHIN (match, 1, "year") || DTL_TAG_WITHIN (match, 2, "year"));
}

static int
year_of (const DtlTagMatch *match)
{
  DtlTagDate base = dtl_tag_base (match->context);

  if (dtl_tag_has (match, 'y'))
    return dtl_tag_get (match, 'y', 0);
  return base.grain >= DTL_TAG_YEAR && names_a_year (match) ? base.year + dtl_tag_get (match, 'r', 0)
                                                            : DTL_TAG_UNKNOWN_YEAR;
}

/* A half or quarter of a game, or of a month. */
static gboolean
is_of_another_thing (const DtlTagMatch *match)
{
  if (dtl_tag_has (match, 'y'))
    return FALSE;
  if (DTL_TAG_IS_ONE_OF (match, 1, "of") && dtl_tag_beside (match, 2) != NULL &&
      dtl_tag_beside (match, 2)->flags & DTL_TAG_IS_MONTH && dtl_tag_beside (match, 2)->capital)
    return TRUE;
  if (DTL_TAG_IS_ONE_OF (match, 1, "of") &&
      DTL_TAG_IS_ONE_OF (match, DTL_TAG_IS_ONE_OF (match, 2, "the") ? 3 : 2, "season", "game", "match", "final"))
    return TRUE;
  for (guint i = 0; i < match->context->n_tokens; i++)
    if (g_array_index (match->context->tokens, DtlTagToken, i).flags & DTL_TAG_IS_SPORT)
      return TRUE;
  return FALSE;
}

/* "It lost $3 million in the first quarter", after the third was told: none that is yet to begin. */
static gboolean
has_been (const DtlTagMatch *match, const DtlTagDate *date)
{
  const DtlTagDate *issued = &match->context->issued, *period = &match->context->period;

  return issued->grain == DTL_TAG_DAY && period->grain == DTL_TAG_QUARTER && !match->context->fiscal &&
         dtl_tag_date_last (period) < dtl_tag_date_first (issued) && !match->context->narrative &&
         date->year != DTL_TAG_UNKNOWN_YEAR && dtl_tag_date_first (date) > dtl_tag_date_first (issued) &&
         dtl_tag_tense (match) == DTL_TAG_TENSE_PAST;
}

/* "had a profit in the first half": none that is yet to begin. */
static gboolean
has_been_half (const DtlTagMatch *match, const DtlTagDate *date)
{
  const DtlTagDate *issued = &match->context->issued;

  return date->grain == DTL_TAG_HALF && issued->grain == DTL_TAG_DAY && !match->context->narrative &&
         dtl_tag_date_first (date) > dtl_tag_date_first (issued) && dtl_tag_tense (match) == DTL_TAG_TENSE_PAST;
}

static gboolean
emit_part (DtlTagMatch *match, DtlTagGrain grain, int number, int year)
{
  DtlTagDate date;

  dtl_tag_date_init (&date, grain, year, number, 0);
  if (year == DTL_TAG_UNKNOWN_YEAR)
    {
      dtl_tag_nearest (match, &date);
      if (date.year != DTL_TAG_UNKNOWN_YEAR && (has_been (match, &date) || has_been_half (match, &date)))
        date.year--;
    }
  if (dtl_tag_has (match, 'e'))
    dtl_tag_decorate (match, &date);
  for (guint i = 0; i < match->length; i++)
    match->context->fiscal |= DTL_TAG_WITHIN (match, i, "fiscal");
  report (match, &date);
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

DTL_TAG_ACTION (quarter)
{
  int number = dtl_tag_get (match, 'o', 1);

  if (number < 1 || number > 4 || is_of_another_thing (match) || DTL_TAG_IS_ONE_OF (match, 3, "row") ||
      DTL_TAG_IS_ONE_OF (match, 1, "running"))
    return FALSE;
  return emit_part (match, DTL_TAG_QUARTER, number, year_of (match));
}

/* "the year-ago third quarter" */
DTL_TAG_ACTION (quarterago)
{
  DtlTagDate date;

  dtl_tag_date_init (&date, DTL_TAG_QUARTER, DTL_TAG_UNKNOWN_YEAR, dtl_tag_get (match, 'o', 1), 0);
  dtl_tag_nearest (match, &date);
  if (date.year == DTL_TAG_UNKNOWN_YEAR)
    return FALSE;
  date.year--;
  dtl_tag_emit_compared (match, &date);
  return TRUE;
}

DTL_TAG_ACTION (quarterfinal) { return emit_part (match, DTL_TAG_QUARTER, 4, year_of (match)); }

/* "the fourth", after "the third quarter" in the same sentence */
DTL_TAG_ACTION (quarterellipsis)
{
  const DtlTagToken *after = dtl_tag_beside (match, 1);

  if (match->context->sentence_date.grain != DTL_TAG_QUARTER || (after != NULL && after->is_word && after->kind == 0) ||
      DTL_TAG_IS_ONE_OF (match, 1, "full", "straight", "consecutive"))
    return FALSE;
  return emit_part (match, DTL_TAG_QUARTER, dtl_tag_get (match, 'o', 1), DTL_TAG_UNKNOWN_YEAR);
}

static int
figure_in (const DtlTagMatch *match, char slot, int skip)
{
  const DtlTagToken *token = dtl_tag_slot_token (match, slot);
  const char *text = match->context->text + token->start;

  for (guint i = 0; i < token->end - token->start; i++)
    if (g_ascii_isdigit (text[i]) && skip-- == 0)
      return atoi (text + i);
  return 0;
}

DTL_TAG_ACTION (quartercode)
{
  int number = figure_in (match, 'q', 0);

  return number >= 1 && number <= 4 && emit_part (match, DTL_TAG_QUARTER, number, year_of (match));
}

DTL_TAG_ACTION (quarteryear)
{
  int number = figure_in (match, 'q', 0), year = figure_in (match, 'q', 1);

  return number >= 1 && number <= 4 && emit_part (match, DTL_TAG_QUARTER, number, 2000 + year);
}

DTL_TAG_ACTION (halfcode)
{
  int number = figure_in (match, 'q', 0);

  return number >= 1 && number <= 2 && emit_part (match, DTL_TAG_HALF, number, year_of (match));
}

DTL_TAG_ACTION (half)
{
  int number = dtl_tag_get (match, 'o', 0);

  if (number < 1 || number > 2 || is_of_another_thing (match) ||
      (match->length == 2 && match->slots[0].slot == 'o' && !DTL_TAG_WITHIN (match, 1, "-")))
    return FALSE;
  return emit_part (match, DTL_TAG_HALF, number, year_of (match));
}

DTL_TAG_ACTION (quartermonth)
{
  int month = dtl_tag_get (match, 'm', 3), year = DTL_TAG_UNKNOWN_YEAR;

  const DtlTagDate *issued = &match->context->issued;

  if (dtl_tag_has (match, 'f') && dtl_tag_get (match, 'f', 1) != month - 2)
    return FALSE;

  /* A quarter that is named by its month has been counted already. */
  if (issued->grain >= DTL_TAG_MONTH && dtl_tag_tense (match) != DTL_TAG_TENSE_FUTURE)
    year = issued->year - (month > issued->sub);
  /* "the March quarter looks weak", said in it */
  if (issued->grain >= DTL_TAG_MONTH && (month - 1) / 3 == (issued->sub - 1) / 3 &&
      dtl_tag_tense (match) == DTL_TAG_TENSE_NONE)
    year = issued->year;
  return month % 3 == 0 && emit_part (match, DTL_TAG_QUARTER, month / 3, year);
}

static DtlTagDate
reported (const DtlTagContext *context)
{
  DtlTagDate date = context->period;

  if (date.grain != DTL_TAG_NONE || context->issued.grain < DTL_TAG_MONTH)
    return date;
  date = context->issued;
  dtl_tag_date_coarsen (&date, DTL_TAG_QUARTER);
  dtl_tag_date_shift (&date, -1);
  return date;
}

/* "the quarter ended March 31" says which one, unless a company counts its own years: then it has named it before. */
static gboolean
ended_quarter (const DtlTagMatch *match, DtlTagDate *date)
{
  const DtlTagDate *period = &match->context->period;
  guint next = match->first + match->length;
  const DtlTagToken *month;
  guint skip = DTL_TAG_IS_ONE_OF (match, 1, "that", "which") ? 2 : 1;

  if (!DTL_TAG_IS_ONE_OF (match, (int) skip, "ended", "ending") || next + skip >= match->context->n_tokens)
    return FALSE;
  month = &g_array_index (match->context->tokens, DtlTagToken, next + skip);
  if (!(month->flags & DTL_TAG_IS_MONTH) || !month->capital || match->context->issued.grain < DTL_TAG_MONTH)
    return FALSE;
  dtl_tag_date_init (date, DTL_TAG_MONTH, match->context->issued.year, dtl_tag_word_value (month, DTL_TAG_CLASS_MONTH),
                     0);
  if (DTL_TAG_IS_ONE_OF (match, (int) skip, "ended") && date->sub > match->context->issued.sub)
    date->year--;
  if (period->grain == DTL_TAG_QUARTER && ABS (period->year - date->year) <= 1 &&
      (match->context->fiscal || dtl_tag_date_last (period) >= dtl_tag_date_first (&match->context->issued)))
    return FALSE;
  dtl_tag_date_coarsen (date, DTL_TAG_QUARTER);
  return TRUE;
}

DTL_TAG_ACTION (reported)
{
  DtlTagDate date = reported (match->context), ended;

  if (match->length < 2 || !DTL_TAG_WITHIN (match, 0, "the") || date.grain == DTL_TAG_NONE)
    return FALSE;
  if (DTL_TAG_WITHIN (match, match->length - 1, "period") && match->context->period.grain == DTL_TAG_NONE)
    return FALSE;
  if (DTL_TAG_WITHIN (match, match->length - 1, "quarter") && ended_quarter (match, &ended))
    {
      report (match, &ended);
      date = ended;
    }
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

/* "the same period last year", "the same quarter of 2007" */
DTL_TAG_ACTION (sameperiod)
{
  DtlTagDate date = reported (match->context);

  if (date.grain == DTL_TAG_NONE)
    return FALSE;
  if (dtl_tag_has (match, 'y'))
    date.year = dtl_tag_get (match, 'y', 0);
  else
    date.year--;
  dtl_tag_emit_compared (match, &date);
  return TRUE;
}

DTL_TAG_ACTION (yearago)
{
  DtlTagDate date = reported (match->context);

  if (date.grain == DTL_TAG_NONE || (!dtl_tag_has (match, 'z') && !DTL_TAG_WITHIN (match, match->length - 2, "-")))
    return FALSE;
  date.year--;
  dtl_tag_emit_compared (match, &date);
  return TRUE;
}

DTL_TAG_ACTION (relquarter)
{
  int relation = dtl_tag_get (match, 'r', 0);
  DtlTagDate date = match->context->issued;
  gboolean from_period =
      DTL_TAG_WITHIN (match, 0, "the") && relation != 0 && match->context->period.grain == DTL_TAG_QUARTER;

  if (from_period)
    date = match->context->period;
  if (date.grain < DTL_TAG_QUARTER)
    return dtl_tag_emit_vague (match, &date, DTL_TAG_QUARTER, relation, 0);
  dtl_tag_date_coarsen (&date, DTL_TAG_QUARTER);
  dtl_tag_date_shift (&date, relation);
  dtl_tag_decorate (match, &date);
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

DTL_TAG_ACTION (relone)
{
  DtlTagDate date = match->context->sentence_date;

  if (date.grain < DTL_TAG_HALF || !DTL_TAG_WITHIN (match, 1, "previous", "preceding"))
    return FALSE;
  dtl_tag_date_shift (&date, dtl_tag_get (match, 'r', 0));
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

static gboolean
emit_year (DtlTagMatch *match, int offset)
{
  DtlTagDate date = dtl_tag_base (match->context);

  if (date.grain < DTL_TAG_YEAR)
    return dtl_tag_emit_vague (match, &date, DTL_TAG_YEAR, offset, 0);
  dtl_tag_date_coarsen (&date, DTL_TAG_YEAR);
  dtl_tag_date_shift (&date, offset);
  dtl_tag_decorate (match, &date);
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

DTL_TAG_ACTION (fiscalyear) { return emit_year (match, dtl_tag_get (match, 'r', 0)); }

/* "the full year"; "the first full year" is no calendar's. */
DTL_TAG_ACTION (fullyear)
{
  const DtlTagToken *before = dtl_tag_beside (match, -1);

  if (before != NULL && before->flags & DTL_TAG_IS_ORD)
    return FALSE;
  return dtl_tag_has (match, 'y') ? dtl_tag_act_yearedge (match) : emit_year (match, 0);
}

/* "the new year", "the first of the year": in news from autumn on, the next. */
DTL_TAG_ACTION (newyear)
{
  DtlTagDate date = match->context->issued;

  if (date.grain < DTL_TAG_MONTH || dtl_tag_slot_token (match, 'r') != NULL)
    return FALSE;
  if (DTL_TAG_WITHIN (match, match->length - 1, "year") && dtl_tag_beside (match, 0)->capital)
    return FALSE;
  dtl_tag_date_init (&date, DTL_TAG_YEAR, date.year + (date.sub >= 8), 0, 0);
  if (DTL_TAG_WITHIN (match, 1, "first"))
    dtl_tag_date_set_day (&date, dtl_tag_date_first (&date));
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

/* "midyear", "mid-week" */
DTL_TAG_ACTION (midunit)
{
  DtlTagGrain grain = dtl_tag_unit_grain (dtl_tag_get (match, 'u', 'Y'));
  DtlTagDate date = dtl_tag_base (match->context);

  if (date.grain < grain)
    return FALSE;
  dtl_tag_date_coarsen (&date, grain);
  date.edge = 'M';
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

/* "by year-end": at the end of December, more or less. */
DTL_TAG_ACTION (yearend)
{
  DtlTagDate date = dtl_tag_base (match->context);

  if (date.grain < DTL_TAG_YEAR)
    return dtl_tag_emit_vague (match, &date, DTL_TAG_YEAR, 0, 0);
  dtl_tag_date_coarsen (&date, DTL_TAG_YEAR);
  dtl_tag_date_shift (&date, DTL_TAG_WITHIN (match, 0, "next") ? 1 : DTL_TAG_WITHIN (match, 0, "last") ? -1 : 0);
  date.about_month = 12;
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

/* "spring", "the summer of 1988", "last fall": the one that began last, is on, or comes next. */
DTL_TAG_ACTION (season)
{
  DtlTagDate date, base = match->context->issued;
  const DtlTagDate *last = dtl_tag_last (match->context, DTL_TAG_YEAR);
  int relation = dtl_tag_get (match, 'r', 0);

  dtl_tag_date_init (&date, DTL_TAG_SEASON, dtl_tag_get (match, 'y', DTL_TAG_UNKNOWN_YEAR), dtl_tag_get (match, 's', 0),
                     0);
  if (dtl_tag_has (match, 'v') && last != NULL)
    date.year = last->year;
  else if (date.year == DTL_TAG_UNKNOWN_YEAR)
    {
      if (base.grain < DTL_TAG_YEAR)
        date.reason = "the text names no year, and its date of issue is not known";
      else
        date.year = base.year;
      if (date.year == DTL_TAG_UNKNOWN_YEAR)
        ;
      else if (relation == 0 && !dtl_tag_has (match, 'v') && dtl_tag_get (match, 's', 0) != DTL_TAG_2 ('W', 'I') &&
               dtl_tag_tense (match) != DTL_TAG_TENSE_PAST)
        ;
      else if (relation == 0)
        dtl_tag_nearest (match, &date);
      else if (relation < 0 && dtl_tag_date_last (&date) >= dtl_tag_date_first (&base))
        date.year--;
      else if (relation > 0 && dtl_tag_date_first (&date) <= dtl_tag_date_first (&base))
        date.year++;
    }
  dtl_tag_decorate (match, &date);
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

/* "the spring of last year" */
DTL_TAG_ACTION (seasonyear)
{
  DtlTagDate date, base = match->context->issued;

  if (base.grain < DTL_TAG_YEAR)
    return FALSE;
  dtl_tag_date_init (&date, DTL_TAG_SEASON, base.year + dtl_tag_get (match, 'r', 0), dtl_tag_get (match, 's', 0), 0);
  dtl_tag_decorate (match, &date);
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

DTL_TAG_ACTION (seasonbare)
{
  DtlTagDate date;
  const DtlTagToken *before = dtl_tag_beside (match, -1);

  if (before == NULL || !(before->flags & DTL_TAG_IS_PREP) || DTL_TAG_IS_ONE_OF (match, 1, "of", "in"))
    return FALSE;
  dtl_tag_date_init (&date, DTL_TAG_SEASON, DTL_TAG_UNKNOWN_YEAR, dtl_tag_get (match, 's', 0), 0);
  dtl_tag_nearest (match, &date);
  if (date.year == DTL_TAG_UNKNOWN_YEAR)
    {
      dtl_tag_emit_date (match, &date);
      return TRUE;
    }
  if ((before->flags & DTL_TAG_IS_AHEADPREP || DTL_TAG_IS_ONE_OF (match, -1, "to")) &&
      match->context->issued.grain != DTL_TAG_NONE && !match->context->narrative &&
      dtl_tag_date_last (&date) < dtl_tag_date_first (&match->context->issued))
    date.year++;
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

DTL_TAG_ACTION (seasoncont)
{
  const DtlTagDate *last = dtl_tag_last (match->context, DTL_TAG_YEAR);
  DtlTagDate date;

  if (last == NULL)
    return FALSE;
  dtl_tag_date_init (&date, DTL_TAG_SEASON, last->year, dtl_tag_get (match, 's', 0), 0);
  if (dtl_tag_get (match, 'r', 0) > 0 && dtl_tag_date_first (&date) <= dtl_tag_date_first (last))
    date.year++;
  dtl_tag_emit_date (match, &date);
  return TRUE;
}
