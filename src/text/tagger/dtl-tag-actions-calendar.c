/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions of the rules: days, months, years, clock times, as the calendar names them. */
#include "config.h"

#include "text/tagger/dtl-tag-actions-private.h"

#include <stdlib.h>
#include <string.h>

gboolean
dtl_tag_act_reject (DtlTagMatch *match)
{
  /* The words are taken, and nothing is told of them. */
  (void) match;
  return TRUE;
}

static const char *
token_text (const DtlTagMatch *match, const DtlTagToken *token)
{
  return match->context->text + token->start;
}

/* "MAR 10", "Sat nav": a short form in capitals, or without its point, that is also another word. */
gboolean
dtl_tag_is_other_word (const DtlTagMatch *match, const DtlTagToken *token)
{
  const char *text = token_text (match, token);

  if (!(token->flags & DTL_TAG_IS_DOUBTFUL))
    return FALSE;
  if (token->end - token->start <= 3 && token->flags & (DTL_TAG_IS_MABBR | DTL_TAG_IS_WABBR))
    return g_ascii_isupper (text[1]) || token->flags & DTL_TAG_IS_WABBR;
  return FALSE;
}

void
dtl_tag_decorate (const DtlTagMatch *match, DtlTagDate *date)
{
  int approx = dtl_tag_get (match, 'a', 0);

  date->edge = dtl_tag_get (match, 'e', 0);
  /* "later this month": what is left of it, more or less. */
  if (dtl_tag_has (match, 'e') && DTL_TAG_WITHIN (match, 0, "later", "earlier") && date->grain >= DTL_TAG_YEAR &&
      date->grain <= DTL_TAG_MONTH)
    {
      date->edge = 0;
      date->approx = TRUE;
    }
  date->part = dtl_tag_get (match, 'p', 0);
  date->approx |= approx == ((('A' << 8) | 'P') << 8 | 'X');
}

static gboolean
set_day_checked (DtlTagDate *date, int year, int month, int day)
{
  if (month < 1 || month > 12 || day < 1 || day > 31)
    return FALSE;
  if (day > dtl_civil_days_in_month (year != DTL_TAG_UNKNOWN_YEAR ? year : 2000, month))
    return FALSE;
  dtl_tag_date_init (date, DTL_TAG_DAY, year, month, day);
  return TRUE;
}

/* 2026-02-06, 02/20/2026, 28.03.2018. What may be either is month first, with both readings in the reason. */
static gboolean
numeric (const DtlTagMatch *match, const DtlTagToken *token, DtlTagDate *date)
{
  const char *text = token_text (match, token);
  char *end;
  int parts[3], order = match->context->slash_order;
  gboolean ambiguous;

  /* "version 2.1.2020" */
  if (token->word != DTL_TAG_SHAPE_ISO && dtl_tag_beside (match, -1) != NULL &&
      dtl_tag_beside (match, -1)->flags & DTL_TAG_IS_NAMED)
    return FALSE;
  for (int i = 0; i < 3; i++, text = end + 1)
    parts[i] = (int) CLAMP (strtol (text, &end, 10), 0, 9999);
  if (token->word == DTL_TAG_SHAPE_ISO)
    return set_day_checked (date, parts[0], parts[1], parts[2]);
  if (parts[2] < 100)
    parts[2] += parts[2] < 50 ? 2000 : 1900;
  ambiguous = parts[0] <= 12 && parts[1] <= 12 && parts[0] != parts[1] && order == 0;
  if (parts[0] > 12 || (order == 1 && parts[1] <= 12))
    return set_day_checked (date, parts[2], parts[1], parts[0]);
  if (!set_day_checked (date, parts[2], parts[0], parts[1]))
    return FALSE;
  if (ambiguous)
    {
      date->reason = "day and month may be the other way round";
      date->two_ways = TRUE;
    }
  return TRUE;
}

/* The date that the slots name: i (figures), or m, d, y; w and the rest are for the caller. */
gboolean
dtl_tag_read_day (const DtlTagMatch *match, DtlTagDate *date)
{
  const DtlTagToken *figures = dtl_tag_slot_token (match, 'i');
  const DtlTagToken *month = dtl_tag_slot_token (match, 'm');

  if (figures != NULL)
    return numeric (match, figures, date);
  if (month == NULL || dtl_tag_is_other_word (match, month))
    return FALSE;
  if (!set_day_checked (date, dtl_tag_get (match, 'y', DTL_TAG_UNKNOWN_YEAR), dtl_tag_get (match, 'm', 0),
                        dtl_tag_get (match, 'd', 1)))
    return FALSE;
  if (!dtl_tag_has (match, 'd'))
    {
      date->grain = DTL_TAG_MONTH;
      date->day = 0;
    }
  return TRUE;
}

/* "September 29 this year": the year is told in another way. */
static void
relative_year (const DtlTagMatch *match, DtlTagDate *date)
{
  DtlTagDate year = dtl_tag_base (match->context);

  if (year.grain < DTL_TAG_YEAR)
    return;
  dtl_tag_date_coarsen (&year, DTL_TAG_YEAR);
  date->year = year.year + dtl_tag_get (match, 'r', 0);
}

/* "29 February 2025" is told as it stands, and not as the 29 February of another year. */
static gboolean
emit_no_such_day (DtlTagMatch *match)
{
  const DtlTagToken *month = dtl_tag_slot_token (match, 'm');
  int year = dtl_tag_get (match, 'y', 0), number = dtl_tag_get (match, 'm', 0), day = dtl_tag_get (match, 'd', 0);
  DtlTagDate date;

  if (month == NULL || dtl_tag_is_other_word (match, month) || year < 1 || number < 1 || number > 12 || day < 29 ||
      day > 31)
    return FALSE;
  dtl_tag_date_init (&date, DTL_TAG_DAY, year, number, day);
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

gboolean
dtl_tag_act_calendar (DtlTagMatch *match)
{
  DtlTagDate date;

  if (!dtl_tag_read_day (match, &date))
    return emit_no_such_day (match);
  if (dtl_tag_has (match, 'u') && dtl_tag_get (match, 'u', 0) != 'Y')
    return FALSE;
  /* "20 May 30" is no year; "12 March 30 people" is none either. */
  if (date.year == DTL_TAG_UNKNOWN_YEAR)
    {
      if (dtl_tag_has (match, 'r'))
        relative_year (match, &date);
      else
        dtl_tag_nearest (match, &date);
      if (DTL_TAG_IS_ONE_OF (match, -1, "ended") && match->context->issued.grain == DTL_TAG_DAY &&
          !match->context->narrative && dtl_tag_date_first (&date) > dtl_tag_date_first (&match->context->issued))
        date.year--;
    }
  dtl_tag_decorate (match, &date);
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

gboolean
dtl_tag_act_isomonth (DtlTagMatch *match)
{
  (void) match;
  return FALSE;
}

/* "20 and 22 June": two dates. */
gboolean
dtl_tag_act_days (DtlTagMatch *match)
{
  DtlTagDate first, second;
  guint d = 0, f = 0;

  for (guint i = 0; i < match->length; i++)
    {
      if (match->slots[i].slot == 'd')
        d = i;
      if (match->slots[i].slot == 'f')
        f = i;
    }
  if (!dtl_tag_read_day (match, &first))
    return FALSE;
  if (first.year == DTL_TAG_UNKNOWN_YEAR)
    dtl_tag_nearest (match, &first);
  second = first;
  second.day = dtl_tag_get (match, 'f', 1);
  if (second.day <= first.day || second.day > dtl_civil_days_in_month (2000, first.sub))
    return FALSE;
  if (match->slots[0].slot == 'd')
    {
      dtl_tag_emit_date_part (match, d, d + 1, &first);
      dtl_tag_emit_date_part (match, f, match->length, &second);
    }
  else
    {
      dtl_tag_emit_date_part (match, 0, d + 1, &first);
      dtl_tag_emit_date_part (match, f, match->length, &second);
    }
  return TRUE;
}

/* "Jan Ruel", "June Allard" are persons; "Jan. 3" is none. */
static gboolean
is_name (const DtlTagMatch *match, const DtlTagToken *month)
{
  const DtlTagToken *after = dtl_tag_beside (match, 1);

  /* "In April Smith resigned", "in August I" */
  if (dtl_tag_has (match, 'e') || DTL_TAG_IS_ONE_OF (match, -1, "in", "since", "until", "during") ||
      (after != NULL && after->end - after->start == 1))
    return FALSE;
  return after != NULL && after->capital && after->is_word && after->kind == 0 &&
         (month->end - month->start == 3 || month->flags & DTL_TAG_IS_DOUBTFUL) &&
         DTL_TAG_WITHIN (match, match->length - 1, "jan", "may", "june", "april", "august");
}

/* Words that are months only where a preposition or a fellow stands before them. */
static gboolean
is_month_here (const DtlTagMatch *match, const DtlTagToken *month)
{
  const DtlTagToken *before = dtl_tag_beside (match, -1), *after = dtl_tag_beside (match, 1);

  if (dtl_tag_is_other_word (match, month) || is_name (match, month))
    return FALSE;
  if (!(month->flags & DTL_TAG_IS_DOUBTFUL) || dtl_tag_has (match, 'e') || dtl_tag_has (match, 'r') ||
      DTL_TAG_WITHIN (match, 0, "the"))
    return TRUE;
  if (before == NULL)
    return FALSE;
  if (match->context->last_token + 1 == match->first &&
      DTL_TAG_IS_ONE_OF (match, -1, "and", "or", "to", ",", "-", "through", "until"))
    return TRUE;
  if (DTL_TAG_IS_ONE_OF (match, -1, "to"))
    return DTL_TAG_IS_ONE_OF (match, -2, "extended", "postponed", "delayed", "moved", "deferred");
  /* "the March contract" */
  if (DTL_TAG_IS_ONE_OF (match, -1, "the", "a", "an", "its", "their", "his", "her") && after != NULL &&
      after->is_word && !after->capital && !(after->flags & (DTL_TAG_IS_PAST | DTL_TAG_IS_FUTURE)))
    return TRUE;
  if (!(before->flags & DTL_TAG_IS_PREP) &&
      !DTL_TAG_IS_ONE_OF (match, -1, "as", "and", "coldest", "hottest", "wettest", "driest", "warmest", "cool", "hot",
                          "wet", "dry", "warm", "mild", "month"))
    return FALSE;
  return after == NULL || !(after->capital && after->is_word && after->joined);
}

/* "Corn for delivery in December fell", "the March contract": what is traded now is delivered later. */
static gboolean
is_delivery (const DtlTagMatch *match)
{
  return DTL_TAG_IS_ONE_OF (match, 1, "delivery", "contract", "contracts", "futures", "corn", "wheat", "soybeans",
                            "cotton", "sugar", "coffee", "cocoa", "gold", "silver", "copper", "crude", "cattle") ||
         (DTL_TAG_IS_ONE_OF (match, -2, "delivery") && DTL_TAG_IS_ONE_OF (match, -1, "in"));
}

/* "a forecast for May", "October's figure is due tomorrow": the verb does not say when that month is. */
static gboolean
is_of_no_verb (const DtlTagMatch *match)
{
  return DTL_TAG_IS_ONE_OF (match, -1, "for") || DTL_TAG_WITHIN (match, match->length - 1, "'s");
}

gboolean
dtl_tag_act_month (DtlTagMatch *match)
{
  const DtlTagToken *month = dtl_tag_slot_token (match, 'm');
  DtlTagDate date, base = dtl_tag_base (match->context);
  DtlTagTense tense;

  if (!is_month_here (match, month))
    return FALSE;
  dtl_tag_date_init (&date, DTL_TAG_MONTH, DTL_TAG_UNKNOWN_YEAR, dtl_tag_get (match, 'm', 1), 0);
  if (dtl_tag_has (match, 'r'))
    {
      int relation = dtl_tag_get (match, 'r', 0);

      dtl_tag_nearest (match, &date);
      if (base.grain >= DTL_TAG_MONTH)
        {
          DtlTagDate now = base;

          dtl_tag_date_coarsen (&now, DTL_TAG_MONTH);
          date.year = now.year;
          if (relation < 0 && date.sub >= now.sub)
            date.year--;
          else if (relation > 0 && date.sub <= now.sub)
            date.year++;
        }
    }
  else
    {
      dtl_tag_nearest (match, &date);
      tense = is_delivery (match)     ? DTL_TAG_TENSE_FUTURE
              : is_of_no_verb (match) ? DTL_TAG_TENSE_NONE
                                      : dtl_tag_tense (match);
      if (base.grain >= DTL_TAG_MONTH && !match->context->narrative && !dtl_tag_told_year (match, &date))
        {
          DtlTagDate now = base;

          dtl_tag_date_coarsen (&now, DTL_TAG_MONTH);
          if (tense == DTL_TAG_TENSE_PAST)
            date.year = now.year - (date.sub > now.sub);
          else if (tense == DTL_TAG_TENSE_FUTURE)
            date.year = now.year + (date.sub < now.sub);
        }
    }
  dtl_tag_decorate (match, &date);
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

gboolean
dtl_tag_act_monthrel (DtlTagMatch *match)
{
  DtlTagDate date;

  dtl_tag_date_init (&date, DTL_TAG_MONTH, DTL_TAG_UNKNOWN_YEAR, dtl_tag_get (match, 'm', 1), 0);
  relative_year (match, &date);
  dtl_tag_decorate (match, &date);
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

/* "the month of May", "the month of May 1990" */
gboolean
dtl_tag_act_monthof (DtlTagMatch *match)
{
  DtlTagDate date;

  if (!dtl_tag_has (match, 'y'))
    return dtl_tag_act_month (match);
  dtl_tag_date_init (&date, DTL_TAG_MONTH, dtl_tag_get (match, 'y', 0), dtl_tag_get (match, 'm', 1), 0);
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

/* "the week of Nov. 6" */
gboolean
dtl_tag_act_weekof (DtlTagMatch *match)
{
  DtlTagDate date;

  if (!dtl_tag_read_day (match, &date))
    return FALSE;
  if (date.year == DTL_TAG_UNKNOWN_YEAR)
    dtl_tag_nearest (match, &date);
  if (date.year == DTL_TAG_UNKNOWN_YEAR)
    return FALSE;
  dtl_tag_date_coarsen (&date, DTL_TAG_WEEK);
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

/* "said that June had", where June is somebody */
static gboolean
is_person_here (const DtlTagMatch *match)
{
  const DtlTagToken *after = dtl_tag_beside (match, 1);

  return dtl_tag_slot_token (match, 'm')->flags & DTL_TAG_IS_DOUBTFUL && after != NULL &&
         (after->past || after->flags & (DTL_TAG_IS_PAST | DTL_TAG_IS_FUTURE));
}

/* "that June", "the following January": from the date told last. */
gboolean
dtl_tag_act_monthcont (DtlTagMatch *match)
{
  const DtlTagDate *last = match->context->last.grain != DTL_TAG_NONE ? &match->context->last : &match->context->issued;
  int relation = dtl_tag_get (match, 'r', 0);
  DtlTagDate date;

  if (last->grain < DTL_TAG_YEAR || is_person_here (match))
    return FALSE;
  dtl_tag_date_init (&date, DTL_TAG_MONTH, last->year, dtl_tag_get (match, 'm', 1), 0);
  if (relation > 0 && dtl_tag_date_first (&date) <= dtl_tag_date_first (last))
    date.year++;
  else if (relation < 0 && dtl_tag_date_first (&date) >= dtl_tag_date_first (last))
    date.year--;
  dtl_tag_decorate (match, &date);
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

/* "the 26th", "the 20th of that month": in the month told last. */
gboolean
dtl_tag_act_daycont (DtlTagMatch *match)
{
  const DtlTagDate *last = dtl_tag_last (match->context, DTL_TAG_MONTH);
  const DtlTagToken *before = dtl_tag_beside (match, -1), *after = dtl_tag_beside (match, 1);
  DtlTagDate date = last != NULL ? *last : match->context->issued;

  if (date.grain < DTL_TAG_MONTH || before == NULL || !(before->flags & DTL_TAG_IS_PREP))
    return FALSE;
  /* "for the 14th month" */
  if (match->length == 2 && after != NULL && after->flags & (DTL_TAG_IS_UNIT | DTL_TAG_IS_UNITS))
    return FALSE;
  if (match->length == 2 && after != NULL && after->is_word && after->kind == 0 && match->context->tokens->len > 0 &&
      g_ascii_isalpha (*token_text (match, after)) && DTL_TAG_IS_ONE_OF (match, -1, "in", "of", "for", "at", "than"))
    return FALSE;
  dtl_tag_date_coarsen (&date, DTL_TAG_MONTH);
  if (!set_day_checked (&date, date.year, date.sub, dtl_tag_get (match, 'd', 0)))
    return FALSE;
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

gboolean
dtl_tag_act_lastday (DtlTagMatch *match)
{
  DtlTagDate date;

  if (dtl_tag_has (match, 'm'))
    {
      dtl_tag_date_init (&date, DTL_TAG_MONTH, dtl_tag_get (match, 'y', DTL_TAG_UNKNOWN_YEAR),
                         dtl_tag_get (match, 'm', 1), 0);
      if (date.year == DTL_TAG_UNKNOWN_YEAR)
        dtl_tag_nearest (match, &date);
      if (date.year == DTL_TAG_UNKNOWN_YEAR)
        return FALSE;
    }
  else
    dtl_tag_date_init (&date, DTL_TAG_YEAR, dtl_tag_get (match, 'y', 0), 0, 0);
  dtl_tag_date_set_day (&date, dtl_tag_date_last (&date));
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

gboolean
dtl_tag_act_firstday (DtlTagMatch *match)
{
  DtlTagDate date;

  dtl_tag_date_init (&date, DTL_TAG_DAY, dtl_tag_get (match, 'y', DTL_TAG_UNKNOWN_YEAR), dtl_tag_get (match, 'm', 1),
                     dtl_tag_get (match, 'o', 1));
  if (date.year == DTL_TAG_UNKNOWN_YEAR)
    dtl_tag_nearest (match, &date);
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

/* The nearest such month, on the side of the day of issue to which the verb looks. */
static void
nearest_by_tense (const DtlTagMatch *match, DtlTagDate *date)
{
  const DtlTagDate *issued = &match->context->issued;
  DtlTagTense tense = dtl_tag_tense (match);

  dtl_tag_nearest (match, date);
  if (issued->grain != DTL_TAG_DAY || match->context->narrative || date->year == DTL_TAG_UNKNOWN_YEAR)
    return;
  if (tense == DTL_TAG_TENSE_PAST && dtl_tag_date_first (date) > dtl_tag_date_first (issued))
    date->year--;
  else if (tense == DTL_TAG_TENSE_FUTURE && dtl_tag_date_last (date) < dtl_tag_date_first (issued))
    date->year++;
}

/* "the first week of January", "the last week of June": one is of the month that has most of its days. */
gboolean
dtl_tag_act_nthweek (DtlTagMatch *match)
{
  DtlTagDate date;
  int n = dtl_tag_get (match, 'o', 1);

  dtl_tag_date_init (&date, DTL_TAG_MONTH, dtl_tag_get (match, 'y', DTL_TAG_UNKNOWN_YEAR), dtl_tag_get (match, 'm', 1),
                     0);
  if (date.year == DTL_TAG_UNKNOWN_YEAR)
    nearest_by_tense (match, &date);
  if (date.year == DTL_TAG_UNKNOWN_YEAR)
    return FALSE;
  dtl_tag_date_set_day (&date, n > 0 ? dtl_tag_date_first (&date) + 3 + 7 * (n - 1) : dtl_tag_date_last (&date) - 3);
  dtl_tag_date_coarsen (&date, DTL_TAG_WEEK);
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

/* "the first Monday of May 2027" */
gboolean
dtl_tag_act_nthweekday (DtlTagMatch *match)
{
  DtlTagDate date;
  int n = dtl_tag_get (match, 'o', 1), weekday = dtl_tag_get (match, 'w', 1);
  int64_t day;

  dtl_tag_date_init (&date, DTL_TAG_MONTH, dtl_tag_get (match, 'y', DTL_TAG_UNKNOWN_YEAR), dtl_tag_get (match, 'm', 1),
                     0);
  if (date.year == DTL_TAG_UNKNOWN_YEAR)
    dtl_tag_nearest (match, &date);
  if (date.year == DTL_TAG_UNKNOWN_YEAR)
    return FALSE;
  if (n > 0)
    {
      day = dtl_tag_date_first (&date);
      day += (weekday - dtl_civil_weekday (day) + 7) % 7 + 7 * (n - 1);
    }
  else
    {
      day = dtl_tag_date_last (&date);
      day -= (dtl_civil_weekday (day) - weekday + 7) % 7;
    }
  dtl_tag_date_set_day (&date, day);
  dtl_tag_emit_date (match, &date);
  return TRUE;
}
