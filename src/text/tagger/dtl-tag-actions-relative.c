/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions of the rules: this, last, next, that, ago, earlier, later. */
#include "config.h"

#include "text/tagger/dtl-tag-actions-private.h"

static gboolean
emit_moved (DtlTagMatch *match, DtlTagDate date, DtlTagGrain grain, int amount)
{
  if (date.grain == DTL_TAG_NONE || grain == DTL_TAG_NONE || date.year == DTL_TAG_UNKNOWN_YEAR)
    return FALSE;
  if (date.grain < grain)
    {
      DtlTimex *timex = dtl_tag_emit (match, 0, match->length, DTL_TIMEX_DATE,
                                      g_strdup (grain == DTL_TAG_WEEK    ? "XXXX-WXX"
                                                : grain == DTL_TAG_DAY   ? "XXXX-XX-XX"
                                                : grain == DTL_TAG_MONTH ? "XXXX-XX"
                                                                         : "XXXX"),
                                      g_strdup (""));

      timex->reason = "what it counts from is not known closely enough";
      return TRUE;
    }
  dtl_tag_date_coarsen (&date, grain);
  dtl_tag_date_shift (&date, amount);
  dtl_tag_decorate (match, &date);
  date.part = 0;
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

DTL_TAG_ACTION (relunit)
{
  int unit = dtl_tag_get (match, 'u', DTL_TAG_2 ('C', 'E'));

  return emit_moved (match, dtl_tag_base (match->context), dtl_tag_unit_grain (unit), dtl_tag_get (match, 'r', 0));
}

DTL_TAG_ACTION (edgeof)
{
  return emit_moved (match, dtl_tag_base (match->context), dtl_tag_unit_grain (dtl_tag_get (match, 'u', 'Y')), 0);
}

DTL_TAG_ACTION (theunit)
{
  int unit = dtl_tag_get (match, 'u', 'Y');

  if (unit == 'W' && DTL_TAG_IS_ONE_OF (match, 1, "ended", "ending", "that", "to", "through"))
    {
      dtl_tag_emit_duration (match, g_strdup ("P1W"));
      return TRUE;
    }
  return emit_moved (match, dtl_tag_base (match->context), dtl_tag_unit_grain (unit), 0);
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
    return FALSE;
  if (!dtl_tag_has (match, 'r') && dtl_civil_weekday (dtl_tag_date_first (&date)) <= 5 &&
      dtl_tag_tense (match) == DTL_TAG_TENSE_PAST)
    relation = -1;
  dtl_tag_date_coarsen (&date, DTL_TAG_WEEKEND);
  dtl_tag_date_shift (&date, relation);
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

/* "an hour ago", "a century later": so fine that only the day is known, or not even that. */
static gboolean
move_by (DtlTagMatch *match, DtlTagDate date, double amount, int unit)
{
  DtlTagGrain grain = dtl_tag_unit_grain (unit);

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

  for (guint i = match->first; i > 0 && i + 8 > match->first; i--)
    if (g_array_index (context->tokens, DtlTagToken, i - 1).flags & DTL_TAG_IS_NUM)
      return TRUE;
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
  if (date.grain == DTL_TAG_WEEK || date.grain == DTL_TAG_WEEKEND)
    return FALSE;
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

DTL_TAG_ACTION (offset)
{
  double amount = dtl_tag_get_number (match, 'n', 1);
  int unit = dtl_tag_get (match, 'u', 0);

  if (unit == 'Y' && amount == 1 && match->context->period.grain != DTL_TAG_NONE && compares (match) &&
      !dtl_tag_has (match, 'a'))
    return year_before_period (match, match->context->period);
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

/* "a year earlier", "two days later": as fine as the unit, or as what is compared. */
static gboolean
continued (DtlTagMatch *match, int direction)
{
  const DtlTagContext *context = match->context;
  double amount = dtl_tag_get_number (match, 'n', 1);
  int unit = dtl_tag_get (match, 'u', 0);
  DtlTagGrain grain = dtl_tag_unit_grain (unit);
  const DtlTagDate *last = dtl_tag_last (context, grain);

  if (grain == DTL_TAG_NONE || DTL_TAG_IS_ONE_OF (match, 1, "than"))
    return FALSE;
  if (unit == 'Y' && amount == 1 && direction < 0)
    {
      if (context->sentence_date.grain >= DTL_TAG_HALF &&
          (context->sentence_date.grain < DTL_TAG_WEEK || context->period.grain == DTL_TAG_NONE))
        return year_before_period (match, context->sentence_date);
      if (context->period.grain != DTL_TAG_NONE)
        return year_before_period (match, context->period);
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

DTL_TAG_ACTION (vagueago)
{
  dtl_tag_emit (match, 0, match->length, DTL_TIMEX_DATE, g_strdup ("PAST_REF"), g_strdup (""));
  return TRUE;
}
