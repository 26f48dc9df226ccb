/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions of the rules: this, last, next, that, ago, earlier, later. */
#include "config.h"

#include "text/tagger/dtl-tag-actions-private.h"

#include <string.h>

static gboolean
emit_moved (DtlTagMatch *match, DtlTagDate date, DtlTagGrain grain, int amount)
{
  if (grain == DTL_TAG_NONE)
    return FALSE;
  if (date.grain < grain || date.year == DTL_TAG_UNKNOWN_YEAR)
    return dtl_tag_emit_vague (match, &date, grain, amount, 0);
  dtl_tag_date_coarsen (&date, grain);
  dtl_tag_date_shift (&date, amount);
  dtl_tag_decorate (match, &date);
  date.part = 0;
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

/* "the past decade", "the next century" are lengths; "this decade" and "the last century" are not. */
static gboolean
is_long_span (const DtlTagMatch *match, int unit)
{
  if (!DTL_TAG_WITHIN (match, 0, "the") || dtl_tag_get (match, 'r', 0) == 0)
    return FALSE;
  return unit == DTL_TAG_2 ('D', 'E') ||
         (unit == DTL_TAG_2 ('C', 'E') && DTL_TAG_WITHIN (match, 1, "past", "next", "coming"));
}

/* "the previous month" is the one before the month told last, if that was a month. */
static DtlTagDate
base_of_previous (const DtlTagMatch *match, DtlTagGrain grain)
{
  const DtlTagContext *context = match->context;

  if (context->last.grain == grain && context->issued.grain != DTL_TAG_NONE &&
      dtl_tag_date_first (&context->last) <= dtl_tag_date_first (&context->issued) &&
      DTL_TAG_WITHIN (match, match->length > 1 ? 1 : 0, "previous", "preceding"))
    return context->last;
  return dtl_tag_base (context);
}

DTL_TAG_ACTION (relunit)
{
  int unit = dtl_tag_get (match, 'u', DTL_TAG_2 ('C', 'E'));
  DtlTagGrain grain = dtl_tag_unit_grain (unit);

  /* "the year's last week" */
  if (DTL_TAG_IS_ONE_OF (match, -1, "'s"))
    return FALSE;
  if (is_long_span (match, unit))
    {
      dtl_tag_emit_duration (match, dtl_tag_duration (1, unit));
      return TRUE;
    }
  return emit_moved (match, base_of_previous (match, grain), grain, dtl_tag_get (match, 'r', 0));
}

/* "the week ended Friday", "the year to March", "the month after the vote": as long as it says. */
static gboolean
is_length (const DtlTagMatch *match, int unit)
{
  /* "the first months of the year before the vote" */
  if (DTL_TAG_IS_ONE_OF (match, -1, "of") && dtl_tag_beside (match, -2) != NULL &&
      dtl_tag_beside (match, -2)->flags & DTL_TAG_IS_UNITS)
    return FALSE;
  if (DTL_TAG_IS_ONE_OF (match, 1, "ended", "ending", "before", "after", "ahead"))
    return TRUE;
  if ((unit == 'Y' || unit == DTL_TAG_2 ('D', 'E')) && DTL_TAG_IS_ONE_OF (match, 1, "to", "through"))
    return dtl_tag_beside (match, 2) != NULL && dtl_tag_beside (match, 2)->flags & (DTL_TAG_IS_MONTH | DTL_TAG_IS_YEAR);
  return unit == 'W' && DTL_TAG_IS_ONE_OF (match, 1, "that", "to", "through");
}

/* In the first months of a year, "for the year" is of the one that the text reports. */
static gboolean
reports_last_year (const DtlTagMatch *match)
{
  const DtlTagContext *context = match->context;

  return context->issued.grain >= DTL_TAG_MONTH && context->issued.sub <= 3 && context->period.grain != DTL_TAG_NONE &&
         context->period.year == context->issued.year - 1 &&
         dtl_tag_date_last (&context->period) == dtl_civil_day_number (context->issued.year, 1, 1) - 1 &&
         DTL_TAG_IS_ONE_OF (match, -1, "for", "in") && dtl_tag_tense (match) != DTL_TAG_TENSE_FUTURE;
}

/* What "the year", "the month" mean: the one told last in the sentence, or just before, else the present one. */
static DtlTagDate
base_of_the_unit (const DtlTagMatch *match, DtlTagGrain grain)
{
  const DtlTagContext *context = match->context;
  DtlTagDate date = dtl_tag_base (context);

  if (context->narrative || date.grain < grain)
    return date;
  if ((grain == DTL_TAG_MONTH || grain == DTL_TAG_WEEK) && context->last.grain == grain &&
      dtl_tag_date_first (&context->last) <= dtl_tag_date_first (&date))
    return context->last;
  if (grain == DTL_TAG_YEAR && reports_last_year (match))
    return context->period;
  return date;
}

/* "stood at $3 million at the end of the month": of the month told before; "by the end of the month" is of this one. */
DTL_TAG_ACTION (edgeof)
{
  DtlTagGrain grain = dtl_tag_unit_grain (dtl_tag_get (match, 'u', 'Y'));
  gboolean looks_back =
      DTL_TAG_IS_ONE_OF (match, -1, "at", "from", "since") && dtl_tag_tense (match) == DTL_TAG_TENSE_PAST;

  return emit_moved (
      match, looks_back && grain == DTL_TAG_MONTH ? base_of_the_unit (match, grain) : dtl_tag_base (match->context),
      grain, 0);
}

/* "the latest week": the one told last, else the one that ended last. */
DTL_TAG_ACTION (latestunit)
{
  const DtlTagContext *context = match->context;
  DtlTagGrain grain = dtl_tag_unit_grain (dtl_tag_get (match, 'u', 'Y'));
  gboolean told = context->last.grain == grain && context->issued.grain != DTL_TAG_NONE &&
                  dtl_tag_date_first (&context->last) <= dtl_tag_date_first (&context->issued);

  if (grain >= DTL_TAG_DAY || grain < DTL_TAG_YEAR)
    return FALSE;
  return emit_moved (match, told ? context->last : dtl_tag_base (context), grain, told ? 0 : -1);
}

DTL_TAG_ACTION (theunit)
{
  int unit = dtl_tag_get (match, 'u', 'Y');
  DtlTagGrain grain = dtl_tag_unit_grain (unit);

  /* "Man of the Year", "the year-to-date total" */
  if (dtl_tag_slot_token (match, 'u')->capital || DTL_TAG_IS_ONE_OF (match, 1, "-"))
    return FALSE;
  if (is_length (match, unit))
    {
      dtl_tag_emit_duration (match, dtl_tag_duration (1, unit));
      return TRUE;
    }
  return emit_moved (match, base_of_the_unit (match, grain), grain, 0);
}

static gboolean
is_the_day_here (const DtlTagMatch *match)
{
  const DtlTagToken *after = dtl_tag_beside (match, 1);

  if (match->length > 2)
    return TRUE;
  if (DTL_TAG_IS_ONE_OF (match, -1, "ended", "ends", "ending", "finished", "closed", "started", "began"))
    return TRUE;
  if (DTL_TAG_IS_ONE_OF (match, -1, "of"))
    return DTL_TAG_IS_ONE_OF (match, -2, "end", "start", "rest", "most", "much", "part", "course", "all", "close",
                              "low", "high", "lows", "highs");
  return DTL_TAG_IS_ONE_OF (match, -1, "on", "for", "in", "during", "through", "throughout") &&
         (after == NULL || !after->is_word || after->flags & DTL_TAG_IS_PREP ||
          DTL_TAG_IS_ONE_OF (match, 1, "and", "as")) &&
         !DTL_TAG_IS_ONE_OF (match, 1, "of");
}

/* "the day": the one told last, if it is not long past, else that of issue. */
DTL_TAG_ACTION (theday)
{
  const DtlTagContext *context = match->context;
  const DtlTagDate *last = dtl_tag_last (context, DTL_TAG_DAY);
  DtlTagDate date = context->issued;

  if (DTL_TAG_IS_ONE_OF (match, 1, "before", "after") && match->length == 2)
    {
      dtl_tag_emit_duration (match, g_strdup ("P1D"));
      return TRUE;
    }
  if (date.grain != DTL_TAG_DAY || !is_the_day_here (match))
    return FALSE;
  if (context->sentence_day.grain == DTL_TAG_DAY)
    date = context->sentence_day;
  else if (last != NULL && last->grain == DTL_TAG_DAY && dtl_tag_date_first (last) <= dtl_tag_date_first (&date) &&
           dtl_tag_date_first (last) >= dtl_tag_date_first (&date) - 3)
    date = *last;
  return emit_moved (match, date, DTL_TAG_DAY, 0);
}

/* "the day after tomorrow" */
DTL_TAG_ACTION (dayafter)
{
  int offset = dtl_tag_get (match, 't', 0);

  return offset != 0 && emit_moved (match, match->context->issued, DTL_TAG_DAY, 2 * offset);
}

/* Whether the sentence goes on after "the day before" with the event that it stands before. */
static gboolean
event_follows (const DtlTagMatch *match)
{
  const DtlTagToken *after = dtl_tag_beside (match, 1);

  return after != NULL && after->is_word && !(after->flags & (DTL_TAG_IS_PAST | DTL_TAG_IS_FUTURE)) &&
         !DTL_TAG_IS_ONE_OF (match, 1, "and", "or", "but", "in", "at", "to", "on", "when");
}

/* "the same year", "that month", "the next day", "the year after": from the date told last. */
DTL_TAG_ACTION (unitcont)
{
  DtlTagGrain grain = dtl_tag_unit_grain (dtl_tag_get (match, 'u', 'D'));
  const DtlTagDate *last = dtl_tag_last (match->context, grain);
  int amount = dtl_tag_get (match, 'r', dtl_tag_get (match, 'b', 0));

  if (dtl_tag_has (match, 'b') && event_follows (match))
    return FALSE;
  if (!dtl_tag_has (match, 'u'))
    amount = DTL_TAG_WITHIN (match, match->length - 2, "next");
  if (match->length == 3 && DTL_TAG_WITHIN (match, 2, "earlier", "previous"))
    amount = -1;
  return emit_moved (match, last != NULL ? *last : match->context->issued, grain, amount);
}

DTL_TAG_ACTION (datecont)
{
  const DtlTagDate *last = dtl_tag_last (match->context, DTL_TAG_DAY);

  return last != NULL && emit_moved (match, *last, DTL_TAG_DAY, 0);
}

DTL_TAG_ACTION (weekend)
{
  DtlTagDate date = match->context->issued;
  int relation = dtl_tag_get (match, 'r', 0);

  if (date.grain != DTL_TAG_DAY)
    return dtl_tag_emit_vague (match, &date, DTL_TAG_WEEKEND, relation, 0);
  if (!dtl_tag_has (match, 'r') && dtl_civil_weekday (dtl_tag_date_first (&date)) <= 5 &&
      !DTL_TAG_IS_ONE_OF (match, -1, "before", "until", "into", "ahead") && !DTL_TAG_IS_ONE_OF (match, -2, "ahead") &&
      dtl_tag_tense (match) == DTL_TAG_TENSE_PAST)
    relation = -1;
  if (DTL_TAG_WITHIN (match, match->length - 2, "coming") && dtl_civil_weekday (dtl_tag_date_first (&date)) <= 5)
    relation = 0;
  dtl_tag_date_coarsen (&date, DTL_TAG_WEEKEND);
  dtl_tag_date_shift (&date, relation);
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

/* "four hours later" than a clock time is one too; "an hour ago" is of its day, since the hour of issue is not known.
 */
static gboolean
move_by_hours (DtlTagMatch *match, DtlTagDate date, double amount, int unit)
{
  int minutes = (int) CLAMP (amount, -1440, 1440);

  if (date.grain != DTL_TAG_DAY || ABS (amount) > (unit == DTL_TAG_2 ('T', 'H') ? 24 : 1440) ||
      unit == DTL_TAG_2 ('T', 'S'))
    return FALSE;
  if (date.hour < 0)
    return emit_moved (match, date, DTL_TAG_DAY, 0);
  if (unit == DTL_TAG_2 ('T', 'H'))
    minutes *= 60;
  minutes += date.hour * 60 + date.minute;
  if (amount != (int) amount || minutes < 0 || minutes >= 24 * 60)
    return FALSE;
  date.hour = minutes / 60;
  date.minute = minutes % 60;
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

/* "three days ago", "a century later": as fine as the unit. */
static gboolean
move_by (DtlTagMatch *match, DtlTagDate date, double amount, int unit)
{
  DtlTagGrain grain = dtl_tag_unit_grain (unit);

  if (unit >> 8 == 'T')
    return move_by_hours (match, date, amount, unit);
  if (grain == DTL_TAG_NONE)
    return FALSE;
  if (unit == 'F')
    amount *= 2;
  if (unit == 'Y' && amount != (int) amount)
    return emit_moved (match, date, DTL_TAG_MONTH, (int) (amount * 12));
  return emit_moved (match, date, grain, (int) amount);
}

/* "against $23 million a year ago" compares with the period that is reported. */
static gboolean
compares (const DtlTagMatch *match)
{
  const DtlTagContext *context = match->context;

  for (guint i = match->first; i > 0 && i + 12 > match->first; i--)
    {
      const DtlTagToken *token = &g_array_index (context->tokens, DtlTagToken, i - 1);

      if (token->flags & DTL_TAG_IS_NUM || strchr ("$%", context->text[token->start]) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
year_before_period (DtlTagMatch *match, DtlTagDate date)
{
  date.year--;
  date.part = 0;
  date.hour = date.minute = -1;
  date.edge = 0;
  if (date.grain == DTL_TAG_DAY && date.sub == 2 && date.day == 29)
    date.day = 28;
  if (date.grain == DTL_TAG_WEEKEND)
    return FALSE;
  /* The week of the same number; the 53rd has the last. */
  if (date.grain == DTL_TAG_WEEK)
    date.first -= dtl_civil_from_day_number (date.first - 7 * 52 + 3).year == date.year + 1 ? 7 * 53 : 7 * 52;
  dtl_tag_emit_compared (match, &date);
  return TRUE;
}

/* What "a year ago" is compared with: the period that stands right before it, or the one that is reported. */
static const DtlTagDate *
compared_with (const DtlTagMatch *match)
{
  const DtlTagContext *context = match->context;
  gboolean fits = context->sentence_date.grain >= DTL_TAG_HALF && context->sentence_date.grain <= DTL_TAG_WEEK;

  if (fits && context->last_token == match->first)
    return &context->sentence_date;
  if (!compares (match))
    return NULL;
  return context->period.grain != DTL_TAG_NONE                   ? &context->period
         : fits && DTL_TAG_IS_ONE_OF (match, -1, "from", "than") ? &context->sentence_date
                                                                 : NULL;
}

/* "two years ago today" */
DTL_TAG_ACTION (offsettoday)
{
  DtlTagDate date = match->context->issued;
  int amount = dtl_tag_get (match, 'n', 1);

  if (date.grain != DTL_TAG_DAY || ABS (amount) > 500)
    return FALSE;
  switch (dtl_tag_get (match, 'u', 0))
    {
    case 'W':
      dtl_tag_date_shift (&date, -7 * amount);
      break;
    case 'Y':
      date.year -= amount;
      date.day -= date.sub == 2 && date.day == 29 && !dtl_civil_is_leap_year (date.year);
      break;
    default:
      return FALSE;
    }
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

/* "half a century ago" */
DTL_TAG_ACTION (offsethalfof)
{
  switch (dtl_tag_get (match, 'u', 0))
    {
    case DTL_TAG_2 ('C', 'E'):
      return emit_moved (match, match->context->issued, DTL_TAG_YEAR, -50);
    case DTL_TAG_2 ('D', 'E'):
      return emit_moved (match, match->context->issued, DTL_TAG_YEAR, -5);
    case 'Y':
      return emit_moved (match, match->context->issued, DTL_TAG_MONTH, -6);
    default:
      return FALSE;
    }
}

DTL_TAG_ACTION (offset)
{
  double amount = dtl_tag_get_number (match, 'n', 1);
  int unit = dtl_tag_get (match, 'u', 0);

  if (unit == 'Y' && amount == 1 && !dtl_tag_has (match, 'a') && compared_with (match) != NULL)
    return year_before_period (match, *compared_with (match));
  return move_by (match, match->context->issued, -amount, unit);
}

DTL_TAG_ACTION (offsethalf)
{
  int unit = dtl_tag_get (match, 'u', 0);
  gboolean later = DTL_TAG_WITHIN (match, match->length - 1, "later", "afterwards", "afterward");
  const DtlTagDate *last = dtl_tag_last (match->context, DTL_TAG_YEAR);
  gboolean ago = DTL_TAG_WITHIN (match, match->length - 1, "ago");

  return move_by (match, ago || last == NULL ? match->context->issued : *last, later ? 1.5 : -1.5, unit);
}

DTL_TAG_ACTION (offsetfuture)
{
  return move_by (match, match->context->issued, dtl_tag_get_number (match, 'n', 1), dtl_tag_get (match, 'u', 0));
}

/* "in two years' time" */
DTL_TAG_ACTION (offsettime)
{
  return DTL_TAG_IS_ONE_OF (match, -1, "in", "within") && dtl_tag_act_offsetfuture (match);
}

/* "the second quarter, which ended in June, … a year earlier" compares quarters. */
static gboolean
ends_period (const DtlTagContext *context)
{
  return context->period.grain != DTL_TAG_NONE && context->sentence_date.grain == DTL_TAG_MONTH &&
         dtl_tag_date_last (&context->period) == dtl_tag_date_last (&context->sentence_date);
}

/* "the same week last year", "the same month of 1988" */
DTL_TAG_ACTION (sameunit)
{
  DtlTagGrain grain = dtl_tag_unit_grain (dtl_tag_get (match, 'u', 'D'));
  const DtlTagDate *last = dtl_tag_last (match->context, grain);
  DtlTagDate date = last != NULL ? *last : match->context->issued;

  if (date.grain < grain || date.year == DTL_TAG_UNKNOWN_YEAR || grain < DTL_TAG_QUARTER)
    return FALSE;
  dtl_tag_date_coarsen (&date, grain);
  if (dtl_tag_has (match, 'y'))
    date.year = dtl_tag_get (match, 'y', 0) + 1;
  return year_before_period (match, date);
}

/* "a year earlier", "two days later": as fine as the unit, or as what is compared. */
static gboolean
continued (DtlTagMatch *match, int direction)
{
  const DtlTagContext *context = match->context;
  double amount = dtl_tag_get_number (match, 'n', 1);
  int unit = dtl_tag_get (match, 'u', 0);
  DtlTagGrain grain = dtl_tag_unit_grain (unit);
  const DtlTagDate *last = dtl_tag_last (context, grain);

  if ((grain == DTL_TAG_NONE && unit >> 8 != 'T') || DTL_TAG_IS_ONE_OF (match, 1, "than"))
    return FALSE;
  if (unit >> 8 == 'T')
    last = dtl_tag_last (context, DTL_TAG_DAY);
  if (unit == 'Y' && amount == 1 && direction < 0)
    {
      if (ends_period (context))
        return year_before_period (match, context->period);
      if (context->sentence_date.grain >= DTL_TAG_HALF &&
          (context->sentence_date.grain < DTL_TAG_WEEK ||
           (context->sentence_date.grain == DTL_TAG_WEEK && compares (match)) ||
           (context->period.grain == DTL_TAG_NONE && context->named_day)))
        return year_before_period (match, context->sentence_date);
      if (context->period.grain != DTL_TAG_NONE)
        return year_before_period (match, context->period);
      /* "The agency said Tuesday that orders rose from a year earlier": from the month told before. */
      if (context->sentence_date.grain == DTL_TAG_DAY && !context->narrative &&
          context->bare_month.grain == DTL_TAG_MONTH)
        return year_before_period (match, context->bare_month);
    }
  if (grain <= DTL_TAG_DECADE && context->last.grain != DTL_TAG_NONE)
    last = &context->last;
  if (last == NULL)
    last = &context->issued;
  if (grain == DTL_TAG_WEEK && amount == 1 && last->grain == DTL_TAG_DAY)
    return emit_moved (match, *last, DTL_TAG_DAY, 7 * direction);
  return move_by (match, *last, amount * direction, unit);
}

DTL_TAG_ACTION (offsetcont) { return continued (match, dtl_tag_get (match, 'g', 1)); }

DTL_TAG_ACTION (offsetbefore)
{
  const DtlTagToken *after = dtl_tag_beside (match, 1);

  return (after == NULL || !(after->is_word || g_ascii_isdigit (match->context->text[after->start]) ||
                             match->context->text[after->start] == '"')) &&
         continued (match, dtl_tag_get (match, 'g', 1));
}

/* "a few days later", "months earlier": only the direction is known. */
DTL_TAG_ACTION (vaguelater)
{
  gboolean later = dtl_tag_get (match, 'g', 1) > 0;

  if (dtl_tag_get (match, 'u', 0) == DTL_TAG_2 ('W', 'E') || DTL_TAG_IS_ONE_OF (match, 1, "than"))
    return FALSE;
  dtl_tag_emit (match, 0, match->length, DTL_TIMEX_DATE, g_strdup (later ? "FUTURE_REF" : "PAST_REF"), g_strdup (""));
  return TRUE;
}

DTL_TAG_ACTION (vagueago)
{
  dtl_tag_emit (match, 0, match->length, DTL_TIMEX_DATE, g_strdup ("PAST_REF"), g_strdup (""));
  return TRUE;
}
