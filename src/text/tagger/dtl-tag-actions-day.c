/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions of the rules: weekdays, today, parts of a day, clock times, holidays. */
#include "config.h"

#include "text/tagger/dtl-tag-actions-private.h"

#include <stdlib.h>
#include <string.h>

static void
emit_unknown_weekday (DtlTagMatch *match, int weekday)
{
  DtlTimex *timex =
      dtl_tag_emit (match, 0, match->length, DTL_TIMEX_DATE, g_strdup_printf ("XXXX-WXX-%d", weekday), g_strdup (""));

  timex->reason = "the day of issue is not known";
}

/* "Tuesday and Wednesday", "Friday night to Sunday": the next behind the weekday told just before, unless that would
 * lead from days past to days ahead. */
static gboolean
next_in_row (const DtlTagMatch *match, int weekday, DtlTagDate *date)
{
  const DtlTagContext *context = match->context;
  int64_t last, today;

  if (context->last_token + 1 != match->first || context->sentence_day.grain != DTL_TAG_DAY || context->named_day ||
      context->narrative || dtl_tag_has (match, 'r') ||
      !DTL_TAG_IS_ONE_OF (match, -1, "and", "or", "to", "through", "until", "-"))
    return FALSE;
  last = dtl_tag_date_first (&context->sentence_day);
  today = dtl_tag_date_first (&context->issued);
  dtl_tag_date_init (date, DTL_TAG_DAY, 0, 0, 0);
  dtl_tag_date_set_day (date, last + (weekday - dtl_civil_weekday (last) + 6) % 7 + 1);
  return last > today || dtl_tag_date_first (date) <= today;
}

/* The most recent such day, today counted, unless the sentence looks ahead; in a narrative the next after the last. */
gboolean
dtl_tag_resolve_weekday (DtlTagMatch *match, int weekday, DtlTagDate *date)
{
  DtlTagDate base = dtl_tag_base (match->context);
  gboolean relative = dtl_tag_has (match, 'r');
  int relation = dtl_tag_get (match, 'r', 0), ahead;

  if (base.grain != DTL_TAG_DAY)
    return FALSE;
  if (next_in_row (match, weekday, date))
    return TRUE;
  *date = base;
  ahead = (weekday - dtl_civil_weekday (dtl_tag_date_first (&base)) + 7) % 7;
  if (relative ? relation >= 0 : match->context->narrative || dtl_tag_looks_ahead (match))
    dtl_tag_date_set_day (date, dtl_tag_date_first (&base) +
                                    (ahead == 0 && (relative ? relation > 0 : match->context->narrative) ? 7 : ahead));
  else
    dtl_tag_date_set_day (date, dtl_tag_date_first (&base) - (ahead == 0 ? (relative ? 7 : 0) : 7 - ahead));
  date->part = 0;
  date->hour = date->minute = -1;
  date->edge = 0;
  return TRUE;
}

/* "the Sunday Times", "Monday Night Football" */
static gboolean
is_newspaper (const DtlTagMatch *match)
{
  const DtlTagToken *part = dtl_tag_slot_token (match, 'p'), *after = dtl_tag_beside (match, 1);

  if (after == NULL || !after->capital)
    return FALSE;
  return (part != NULL && part->capital) || DTL_TAG_IS_ONE_OF (match, 1, "Times", "Telegraph", "Mirror", "Mail",
                                                               "Express", "Herald", "Observer", "Post", "Star");
}

DTL_TAG_ACTION (weekday)
{
  const DtlTagToken *token = dtl_tag_slot_token (match, 'w');
  int weekday = dtl_tag_get (match, 'w', 1);
  DtlTagDate date;

  if ((dtl_tag_is_other_word (match, token) && (token->end - token->start == 3)) || is_newspaper (match))
    return FALSE;
  if (!dtl_tag_resolve_weekday (match, weekday, &date))
    {
      emit_unknown_weekday (match, weekday);
      return TRUE;
    }
  dtl_tag_decorate (match, &date);
  if (dtl_tag_has (match, 'h'))
    {
      date.hour = dtl_tag_get (match, 'h', 12);
      date.minute = 0;
    }
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

/* "the following Thursday", "the Monday after": counted from the day told last. */
DTL_TAG_ACTION (weekdaycont)
{
  const DtlTagDate *last = dtl_tag_last (match->context, DTL_TAG_DAY);
  DtlTagDate date = last != NULL ? *last : match->context->issued;
  int weekday = dtl_tag_get (match, 'w', 1), relation = dtl_tag_get (match, 'r', dtl_tag_get (match, 'b', 0)), ahead;

  if (date.grain != DTL_TAG_DAY)
    {
      emit_unknown_weekday (match, weekday);
      return TRUE;
    }
  ahead = (weekday - dtl_civil_weekday (dtl_tag_date_first (&date)) + 7) % 7;
  if (relation < 0)
    ahead = ahead == 0 ? -7 : ahead - 7;
  else if (relation > 0 && ahead == 0)
    ahead = 7;
  dtl_tag_date_set_day (&date, dtl_tag_date_first (&date) + ahead);
  date.hour = date.minute = -1;
  dtl_tag_decorate (match, &date);
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

gboolean
dtl_tag_resolve_dayword (DtlTagMatch *match, DtlTagDate *date)
{
  int offset = dtl_tag_get (match, 't', 0);

  *date = match->context->issued;
  if (date->grain == DTL_TAG_NONE)
    return FALSE;
  if (date->grain == DTL_TAG_DAY)
    dtl_tag_date_shift (date, offset);
  return date->grain == DTL_TAG_DAY || offset == 0;
}

/* "Today" of a sentence that speaks of how things are. */
static gboolean
is_nowadays (const DtlTagMatch *match)
{
  const DtlTagToken *before = dtl_tag_beside (match, -1);

  if (dtl_tag_get (match, 't', 1) != 0 || match->length > 1)
    return FALSE;
  if (match->context->narrative)
    return TRUE;
  return (before == NULL || before->kind == 0 || DTL_TAG_IS_ONE_OF (match, -1, "but")) &&
         DTL_TAG_IS_ONE_OF (match, 1, "nobody", "everybody", "everyone", "many", "most") &&
         dtl_tag_tense (match) != DTL_TAG_TENSE_PAST;
}

DTL_TAG_ACTION (dayword)
{
  DtlTagDate date;

  /* "USA Today" */
  if (match->first > 0 && DTL_TAG_WITHIN (match, 0, "Today") && dtl_tag_slot_token (match, 't')->capital &&
      dtl_tag_beside (match, -1)->capital)
    return FALSE;
  if (is_nowadays (match))
    {
      dtl_tag_emit (match, 0, match->length, DTL_TIMEX_DATE, g_strdup ("PRESENT_REF"), g_strdup (""));
      return TRUE;
    }
  if (!dtl_tag_resolve_dayword (match, &date))
    return dtl_tag_emit_vague (match, &match->context->issued, DTL_TAG_DAY, dtl_tag_get (match, 't', 0),
                               dtl_tag_get (match, 'p', 0));
  dtl_tag_decorate (match, &date);
  if (date.grain != DTL_TAG_DAY)
    {
      date.part = 0;
      date.reason = "the day of issue is not known";
    }
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

/* "last night" is the night of the day before, "this morning" today's. */
DTL_TAG_ACTION (daypart)
{
  DtlTagDate date = match->context->issued;

  if (DTL_TAG_IS_ONE_OF (match, -1, "the", "first", "second"))
    return FALSE;
  if (date.grain != DTL_TAG_DAY)
    return dtl_tag_emit_vague (match, &date, DTL_TAG_DAY, dtl_tag_get (match, 'r', 0), dtl_tag_get (match, 'p', 0));
  dtl_tag_date_shift (&date, dtl_tag_get (match, 'r', 0));
  dtl_tag_decorate (match, &date);
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

/* "that evening", "the next morning", "the night before": of the day told last. */
DTL_TAG_ACTION (partcont)
{
  const DtlTagDate *last = dtl_tag_last (match->context, DTL_TAG_DAY);
  DtlTagDate date = last != NULL ? *last : match->context->issued;

  if (date.grain != DTL_TAG_DAY)
    return FALSE;
  dtl_tag_date_shift (&date, dtl_tag_get (match, 'r', dtl_tag_get (match, 'b', 0)));
  date.hour = date.minute = -1;
  dtl_tag_decorate (match, &date);
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

/* Whether the sentence spoke of something that comes again: "daily from 8 a.m." has no one day. */
static gboolean
comes_again (const DtlTagContext *context)
{
  const DtlTimex *last;

  if (context->last_token == G_MAXUINT || context->found->len == 0)
    return FALSE;
  last = g_ptr_array_index (context->found, context->found->len - 1);
  return last->type == DTL_TIMEX_SET || (last->type == DTL_TIMEX_TIME && last->value[0] == 'T');
}

/* "the curfew imposed on Monday" */
static gboolean
is_of_another_event (const DtlTagMatch *weekday)
{
  int verb = DTL_TAG_IS_ONE_OF (weekday, -1, "on") ? -2 : -1;
  const DtlTagToken *token = dtl_tag_beside (weekday, verb);

  return token != NULL && token->past && !DTL_TAG_IS_ONE_OF (weekday, verb, "reported", "announced", "confirmed");
}

/* "The bomb went off at 10 a.m., police said Tuesday": the weekday behind the time, if the sentence looks back. */
static gboolean
day_ahead (const DtlTagMatch *match, DtlTagDate *date)
{
  static const DtlTagSlot no_slots[2];
  DtlTagContext *context = match->context;

  for (guint i = match->first + match->length; i < context->n_tokens; i++)
    {
      const DtlTagToken *token = &g_array_index (context->tokens, DtlTagToken, i);
      DtlTagMatch weekday = { context, i, 1, no_slots, "" };
      DtlTagDate found;

      if (token->flags & (DTL_TAG_IS_MONTH | DTL_TAG_IS_DAYWORD) && token->kind != 0)
        return FALSE;
      if (!(token->flags & DTL_TAG_IS_WEEKDAY) || !token->capital || token->flags & DTL_TAG_IS_DOUBTFUL ||
          DTL_TAG_IS_ONE_OF (&weekday, 1, "'s") || is_of_another_event (&weekday))
        continue;
      if (!dtl_tag_resolve_weekday (&weekday, dtl_tag_word_value (token, DTL_TAG_CLASS_WEEKDAY), &found) ||
          dtl_tag_date_first (&found) > dtl_tag_date_first (&context->issued))
        return FALSE;
      *date = found;
      return TRUE;
    }
  return FALSE;
}

/* The day told just before in the paragraph, if it was about then and the sentence looks back. */
static gboolean
day_before (const DtlTagMatch *match)
{
  const DtlTagContext *context = match->context;
  int64_t ago;

  if (context->last_day.grain != DTL_TAG_DAY || context->issued.grain != DTL_TAG_DAY)
    return FALSE;
  ago = dtl_tag_date_first (&context->issued) - dtl_tag_date_first (&context->last_day);
  return context->day_age <= 2 && ago >= 0 && ago <= 7 && dtl_tag_tense (match) == DTL_TAG_TENSE_PAST;
}

/* Where neither the sentence nor those before it tell a day: if it looks back, the day on which the story begins. */
static DtlTagDate
day_of_story (const DtlTagMatch *match)
{
  const DtlTagContext *context = match->context;

  if (context->narrative)
    return context->last_day.grain == DTL_TAG_DAY ? context->last_day : context->issued;
  if (day_before (match))
    return context->last_day;
  return context->lead_day.grain == DTL_TAG_DAY && dtl_tag_tense (match) == DTL_TAG_TENSE_PAST ? context->lead_day
                                                                                               : context->issued;
}

static DtlTagDate
day_of_sentence (const DtlTagMatch *match)
{
  const DtlTagContext *context = match->context;
  DtlTagDate date = context->sentence_day;

  if (date.grain == DTL_TAG_NONE && comes_again (context))
    date.grain = DTL_TAG_NONE;
  else if (date.grain == DTL_TAG_NONE && context->issued.grain == DTL_TAG_DAY && !context->narrative &&
           day_ahead (match, &date))
    ;
  else if (date.grain == DTL_TAG_NONE)
    date = day_of_story (match);
  if (date.grain != DTL_TAG_DAY)
    dtl_tag_date_init (&date, DTL_TAG_NONE, DTL_TAG_UNKNOWN_YEAR, 0, 0);
  date.part = 0;
  date.edge = 0;
  date.hour = date.minute = -1;
  return date;
}

/* "overnight" as an adverb, and of trading; an overnight rate or train is one of every day. */
static gboolean
is_overnight_thing (const DtlTagMatch *match)
{
  const DtlTagToken *after = dtl_tag_beside (match, 1);

  return DTL_TAG_WITHIN (match, 0, "overnight") && after != NULL && after->is_word && after->kind == 0 &&
         !after->past && !DTL_TAG_IS_ONE_OF (match, 1, "trading", "as", "when", "while");
}

static gboolean
is_part_here (const DtlTagMatch *match)
{
  const DtlTagToken *after = dtl_tag_beside (match, 1);

  /* "a dusk-to-dawn curfew", "a pre-dawn raid" */
  if (match->slots[match->length - 1].class_id == DTL_TAG_CLASS_PARTONLY)
    return !is_overnight_thing (match) && !DTL_TAG_IS_ONE_OF (match, 1, "-") && !DTL_TAG_IS_ONE_OF (match, -1, "-");
  if (match->slots[0].class_id == DTL_TAG_CLASS_PART)
    return DTL_TAG_IS_ONE_OF (match, 1, "trading", "trade") || (DTL_TAG_IS_ONE_OF (match, -1, "by", "until", "till") &&
                                                                (after == NULL || !after->is_word || after->kind != 0));
  if (DTL_TAG_IS_ONE_OF (match, 1, "shift", "train", "before", "after"))
    return FALSE;
  return DTL_TAG_IS_ONE_OF (match, -1, "through", "in", "during", "of", "overnight", "by", "until") ||
         (dtl_tag_has (match, 'e') && DTL_TAG_IS_ONE_OF (match, 1, "trading", "trade"));
}

/* "dawn", "the night", "in morning trading": of the day of the sentence. */
DTL_TAG_ACTION (part)
{
  DtlTagDate date;

  if (!is_part_here (match))
    return FALSE;
  date = day_of_sentence (match);
  if (date.grain == DTL_TAG_NONE)
    return FALSE;
  dtl_tag_decorate (match, &date);
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

static gboolean
read_clock (const DtlTagMatch *match, int *hour, int *minute)
{
  const DtlTagToken *token = dtl_tag_slot_token (match, 'h');
  const char *text = match->context->text + token->start;
  char *end;

  *minute = 0;
  if (token->is_word)
    *hour = dtl_tag_get (match, 'h', 0);
  else
    {
      *hour = (int) CLAMP (strtol (text, &end, 10), 0, 9999);
      if (end < match->context->text + token->end)
        *minute = (int) CLAMP (strtol (end + 1, NULL, 10), 0, 99);
    }
  /* "1500 GMT" */
  if (match->slots[token - dtl_tag_first_token (match)].class_id == DTL_TAG_CLASS_FIGURE)
    {
      if (token->end - token->start != 4)
        return FALSE;
      *minute = *hour % 100;
      *hour /= 100;
    }
  if (dtl_tag_has (match, 'k'))
    *hour = *hour % 12 + dtl_tag_get (match, 'k', 0);
  else if (token->word == DTL_TAG_SHAPE_CLOCK_DOT)
    return FALSE;
  else if (dtl_tag_has (match, 'p') && dtl_tag_get (match, 'p', 0) != DTL_TAG_2 ('M', 'O') && *hour < 12)
    *hour += 12;
  return *hour <= 24 && *minute < 60;
}

/* A clock time alone belongs to the day of its sentence; with a day beside it, to that one. */
DTL_TAG_ACTION (clock)
{
  int hour, minute;
  DtlTagDate date;
  gboolean bare = !dtl_tag_has (match, 'k') && !dtl_tag_slot_token (match, 'h')->is_word;
  const DtlTagToken *before = dtl_tag_beside (match, -1);

  if (!read_clock (match, &hour, &minute))
    return FALSE;
  if (bare && (match->length == 1 || match->slots[0].class_id == DTL_TAG_CLASS_HOURNUM) &&
      (before == NULL || !(before->flags & DTL_TAG_IS_PREP)))
    return FALSE;
  if (dtl_tag_has (match, 'w') && !dtl_tag_has (match, 'm'))
    {
      if (!dtl_tag_resolve_weekday (match, dtl_tag_get (match, 'w', 1), &date))
        return FALSE;
    }
  else if (dtl_tag_has (match, 'm') || dtl_tag_has (match, 'i'))
    {
      if (!dtl_tag_read_day (match, &date))
        return FALSE;
      if (date.year == DTL_TAG_UNKNOWN_YEAR)
        dtl_tag_nearest (match, &date);
    }
  else if (dtl_tag_has (match, 't'))
    {
      if (!dtl_tag_resolve_dayword (match, &date))
        return FALSE;
    }
  else if (dtl_tag_has (match, 'c'))
    {
      if (!dtl_tag_resolve_holiday (match, &date))
        return FALSE;
    }
  else if (dtl_tag_has (match, 'r') && match->context->issued.grain == DTL_TAG_DAY)
    {
      date = match->context->issued;
      dtl_tag_date_shift (&date, dtl_tag_get (match, 'r', 0));
    }
  else
    date = day_of_sentence (match);
  date.hour = hour;
  date.minute = minute;
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

/* Easter Sunday of the western church (the anonymous Gregorian algorithm). */
static int64_t
easter (int year)
{
  int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
  int g = (8 * b + 13) / 25, h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
  int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
  int month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;

  return dtl_civil_day_number (year, month, day);
}

static int64_t
nth_weekday (int year, int month, int weekday, int n)
{
  int64_t day = dtl_civil_day_number (year, month, 1);

  return day + (weekday - dtl_civil_weekday (day) + 7) % 7 + 7 * (n - 1);
}

static int64_t
holiday_day (int code, int year)
{
  switch (code)
    {
    case DTL_TAG_2 ('T', 'H'):
      return nth_weekday (year, 11, 4, 4);
    case DTL_TAG_2 ('L', 'A'):
      return nth_weekday (year, 9, 1, 1);
    case DTL_TAG_2 ('C', 'O'):
      return nth_weekday (year, 10, 1, 2);
    case DTL_TAG_2 ('M', 'E'):
      return nth_weekday (year, 6, 1, 1) - 7;
    case DTL_TAG_2 ('P', 'R'):
      return nth_weekday (year, 2, 1, 3);
    case DTL_TAG_2 ('K', 'I'):
      return nth_weekday (year, 1, 1, 3);
    case DTL_TAG_2 ('E', 'L'):
      return nth_weekday (year, 11, 1, 1) + 1;
    case DTL_TAG_2 ('E', 'A'):
      return easter (year);
    case DTL_TAG_2 ('E', 'M'):
      return easter (year) + 1;
    case DTL_TAG_2 ('G', 'F'):
      return easter (year) - 2;
    case DTL_TAG_2 ('P', 'E'):
      return easter (year) + 49;
    default:
      return code >= 101 && code <= 1231 ? dtl_civil_day_number (year, code / 100, code % 100) : G_MININT64;
    }
}

gboolean
dtl_tag_resolve_holiday (DtlTagMatch *match, DtlTagDate *date)
{
  DtlTagDate base = dtl_tag_base (match->context);
  int code = dtl_tag_get (match, 'c', 0), year = dtl_tag_get (match, 'y', 0);
  DtlTagTense tense = dtl_tag_tense (match);
  int64_t today, best;

  dtl_tag_date_init (date, DTL_TAG_DAY, DTL_TAG_UNKNOWN_YEAR, 0, 0);
  if (year == 0 && base.grain < DTL_TAG_YEAR)
    return FALSE;
  if (holiday_day (code, 2000) == G_MININT64)
    return FALSE;
  if (year != 0)
    {
      dtl_tag_date_set_day (date, holiday_day (code, year));
      return TRUE;
    }
  date->approx = base.approx;
  date->doubtful = base.doubtful;
  if (base.grain == DTL_TAG_YEAR)
    {
      dtl_tag_date_set_day (date, holiday_day (code, base.year));
      return TRUE;
    }
  today = dtl_tag_date_first (&base);
  best = holiday_day (code, base.year);
  for (int other = base.year - 1; other <= base.year + 1; other++)
    {
      int64_t day = holiday_day (code, other);

      if (dtl_tag_has (match, 'r') ? (dtl_tag_get (match, 'r', 0) < 0 ? day < today && (best >= today || day > best)
                                                                      : day >= today && (best < today || day < best))
                                   : ABS (day - today) < ABS (best - today))
        best = day;
    }
  if (DTL_TAG_IS_ONE_OF (match, -1, "by", "until", "till", "before"))
    tense = DTL_TAG_TENSE_FUTURE;
  if (!dtl_tag_has (match, 'r') && tense == DTL_TAG_TENSE_PAST && best > today + 60)
    best = holiday_day (code, base.year - (holiday_day (code, base.year) > today));
  if (!dtl_tag_has (match, 'r') && tense == DTL_TAG_TENSE_FUTURE && best < today - 30)
    best = holiday_day (code, base.year + (holiday_day (code, base.year) < today));
  dtl_tag_date_set_day (date, best);
  return TRUE;
}

DTL_TAG_ACTION (holiday)
{
  DtlTagDate date;

  if (!dtl_tag_resolve_holiday (match, &date))
    return FALSE;
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

/* "the day after Labor Day" */
DTL_TAG_ACTION (dayafterholiday)
{
  DtlTagDate date;

  if (!dtl_tag_resolve_holiday (match, &date))
    return FALSE;
  dtl_tag_date_shift (&date, dtl_tag_get (match, 'b', 0));
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

/* "Friday of last week": of a week that runs from Monday to Sunday. */
DTL_TAG_ACTION (weekdayweek)
{
  DtlTagDate date = match->context->issued;

  if (date.grain != DTL_TAG_DAY)
    return FALSE;
  dtl_tag_date_shift (&date, dtl_tag_get (match, 'w', 1) - dtl_civil_weekday (dtl_tag_date_first (&date)) +
                                 7 * dtl_tag_get (match, 'r', 0));
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

/* "a week ago Thursday" */
DTL_TAG_ACTION (weekago)
{
  DtlTagDate date = match->context->issued;

  if (date.grain != DTL_TAG_DAY)
    return FALSE;
  dtl_tag_date_shift (&date,
                      -7 - (dtl_civil_weekday (dtl_tag_date_first (&date)) - dtl_tag_get (match, 'w', 1) + 7) % 7);
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

/* "a week from Tuesday" */
DTL_TAG_ACTION (weekfrom)
{
  DtlTagDate date = match->context->issued;
  int ahead;

  if (date.grain != DTL_TAG_DAY)
    return FALSE;
  ahead = (dtl_tag_get (match, 'w', 1) - dtl_civil_weekday (dtl_tag_date_first (&date)) + 6) % 7 + 1;
  dtl_tag_date_shift (&date, ahead + 7);
  dtl_tag_emit_date (match, &date);
  return TRUE;
}
