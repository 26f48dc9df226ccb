/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions of the rules: years, fiscal years, decades, centuries. */
#include "config.h"

#include "text/tagger/dtl-tag-actions-private.h"

#include <stdlib.h>

static const char *
token_text (const DtlTagMatch *match, const DtlTagToken *token)
{
  return match->context->text + token->start;
}

static gboolean
is_near (const DtlTagMatch *match, int year)
{
  const DtlTagDate *issued = &match->context->issued;

  return issued->grain == DTL_TAG_NONE || ABS (year - issued->year) <= 100;
}

/* Four figures are a year only where the words beside them say so. */
gboolean
dtl_tag_is_year_here (const DtlTagMatch *match)
{
  const DtlTagToken *before = dtl_tag_beside (match, -1), *after = dtl_tag_beside (match, 1);
  const DtlTagToken *further = dtl_tag_beside (match, -2);
  int year = dtl_tag_get (match, 'y', 0);

  if (year < 1500 || year > 2100)
    return FALSE;
  if (after != NULL && (after->flags & (DTL_TAG_IS_MEASURE | DTL_TAG_IS_UNITS) || *token_text (match, after) == '%'))
    return FALSE;
  if (after != NULL && after->flags & DTL_TAG_IS_NUM && after->word != DTL_TAG_NO_WORD && !after->is_word)
    return FALSE;
  if (DTL_TAG_IS_ONE_OF (match, -1, "'s", "’s") && after != NULL && after->flags & DTL_TAG_IS_ACTNOUN &&
      !after->capital)
    return TRUE;
  if (before == NULL)
    return after != NULL && (after->flags & (DTL_TAG_IS_PAST | DTL_TAG_IS_FUTURE) || *token_text (match, after) == ',');
  if (match->context->last_token + 1 == match->first && match->context->before_was_year)
    return DTL_TAG_IS_ONE_OF (match, -1, "and", "or", "to", ",", "-", "through", "until", "/");
  if (DTL_TAG_IS_ONE_OF (match, 1, "gmt", "utc", "hours"))
    return FALSE;
  /* "as early as 1985" */
  if (DTL_TAG_IS_ONE_OF (match, -1, "as") && DTL_TAG_IS_ONE_OF (match, -2, "early", "late", "recently"))
    return is_near (match, year);
  if (DTL_TAG_IS_ONE_OF (match, -1, "with", "both", "either", "as", "all", "calendar", "said", "expects", "says",
                         "that", "due"))
    return is_near (match, year) && (after == NULL || !after->is_word ||
                                     after->flags & (DTL_TAG_IS_FUTURE | DTL_TAG_IS_PAST | DTL_TAG_IS_PREP) ||
                                     DTL_TAG_IS_ONE_OF (match, 1, "and", "or", "to", "is", "levels", "when"));
  if (DTL_TAG_IS_ONE_OF (match, -1, "by") && (after == NULL || !after->is_word))
    return is_near (match, year);
  if (DTL_TAG_IS_ONE_OF (match, -1, "for", "at", "on", "than", "to", "by", "over", "of", "into", "about", "around") &&
      (further == NULL || further->flags & (DTL_TAG_IS_NUM | DTL_TAG_IS_NAMED) ||
       (after != NULL && after->is_word && after->kind == 0 &&
        !DTL_TAG_IS_ONE_OF (match, -1, "of", "to", "than", "by"))))
    return FALSE;
  if (DTL_TAG_IS_ONE_OF (match, -1, "("))
    return TRUE;
  if (before->flags & DTL_TAG_IS_NAMED)
    return FALSE;
  return (before->flags & DTL_TAG_IS_PREP) != 0;
}

gboolean
dtl_tag_act_year (DtlTagMatch *match)
{
  DtlTagDate date;

  if (!dtl_tag_is_year_here (match))
    return FALSE;
  dtl_tag_date_init (&date, DTL_TAG_YEAR, dtl_tag_get (match, 'y', 0), 0, 0);
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

gboolean
dtl_tag_act_yearedge (DtlTagMatch *match)
{
  DtlTagDate date;

  dtl_tag_date_init (&date, DTL_TAG_YEAR, dtl_tag_get (match, 'y', 0), 0, 0);
  dtl_tag_decorate (match, &date);
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

/* "2010-12", "2010-2012": from year to year. */
gboolean
dtl_tag_act_years (DtlTagMatch *match)
{
  const char *text = token_text (match, dtl_tag_slot_token (match, 'y'));
  int first = atoi (text), last = atoi (text + 5);

  if (last < 100)
    last += first - first % 100;
  if (first < 1500 || last <= first || last > 2100 || dtl_tag_beside (match, -1) == NULL ||
      !(dtl_tag_beside (match, -1)->flags & DTL_TAG_IS_PREP))
    return FALSE;
  dtl_tag_emit (match, 0, 1, DTL_TIMEX_DURATION, dtl_tag_duration (last - first, 'Y'),
                g_strdup_printf ("%04d/%04d", first, last));
  return TRUE;
}

/* "financial year 2025-26": named by the year in which it begins. */
gboolean
dtl_tag_act_fiscalyears (DtlTagMatch *match)
{
  DtlTagDate date;
  const char *text = token_text (match, dtl_tag_slot_token (match, 'y'));
  int first = atoi (text), last = atoi (text + 5);

  if ((first + 1) % 100 != last % 100 || first < 1500 || first > 2100)
    return FALSE;
  dtl_tag_date_init (&date, DTL_TAG_YEAR, first, 0, 0);
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

/* "2026-W12", "2026-W12-3" */
gboolean
dtl_tag_act_isoweek (DtlTagMatch *match)
{
  DtlTagDate date;
  const DtlTagToken *token = dtl_tag_slot_token (match, 'w');
  const char *text = token_text (match, token);
  int year = atoi (text), week = atoi (text + 6), weekday = token->end - token->start == 10 ? text[9] - '0' : 0;
  int64_t fourth = dtl_civil_day_number (year, 1, 4);

  dtl_tag_date_init (&date, DTL_TAG_WEEK, year, 0, 0);
  date.first = fourth - (dtl_civil_weekday (fourth) - 1) + 7 * (week - 1);
  if (week < 1 || weekday > 7 || dtl_civil_from_day_number (date.first + 3).year != year)
    return FALSE;
  if (weekday > 0)
    dtl_tag_date_set_day (&date, date.first + weekday - 1);
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

gboolean
dtl_tag_act_fiscalcode (DtlTagMatch *match)
{
  DtlTagDate date;
  int year = atoi (token_text (match, dtl_tag_slot_token (match, 'y')) + 2);

  dtl_tag_date_init (&date, DTL_TAG_YEAR, year < 100 ? year + 2000 : year, 0, 0);
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

gboolean
dtl_tag_act_decade (DtlTagMatch *match)
{
  DtlTagDate date;
  int year = (int) dtl_tag_get_number (match, 'x', 0);

  if (year < 1000 || year % 10 != 0 || year > 2990)
    return FALSE;
  dtl_tag_date_init (&date, DTL_TAG_DECADE, year, 0, 0);
  dtl_tag_decorate (match, &date);
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

/* "highs in the 80s" */
static gboolean
is_weather (const DtlTagMatch *match)
{
  for (guint i = match->first; i > 0 && i + 8 > match->first; i--)
    if (dtl_tag_token_is (match->context, &g_array_index (match->context->tokens, DtlTagToken, i - 1),
                          (const char *const[]){ "highs", "lows", "temperatures", "temperature", "high", "low", "upper",
                                                 "lower", "degrees", NULL }))
      return TRUE;
  return FALSE;
}

gboolean
dtl_tag_act_decadeshort (DtlTagMatch *match)
{
  DtlTagDate date;
  int year = (int) dtl_tag_get_number (match, 'x', 1);

  if (year % 10 != 0 || year < 10 || is_weather (match) ||
      DTL_TAG_IS_ONE_OF (match, -1, "over", "his", "her", "their", "-"))
    return FALSE;
  dtl_tag_date_init (&date, DTL_TAG_DECADE, (year <= 20 ? 2000 : 1900) + year, 0, 0);
  dtl_tag_decorate (match, &date);
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

gboolean
dtl_tag_act_decadewords (DtlTagMatch *match)
{
  DtlTagDate date;

  dtl_tag_date_init (&date, DTL_TAG_DECADE, 1900 + 10 * dtl_tag_get (match, 'x', 0), 0, 0);
  dtl_tag_decorate (match, &date);
  dtl_tag_emit_date (match, &date);
  return TRUE;
}

/* "the 19th and 20th centuries": two dates. */
gboolean
dtl_tag_act_centuries (DtlTagMatch *match)
{
  DtlTagDate first, second;
  int numbers[] = { dtl_tag_get (match, 'o', 0), dtl_tag_get (match, 'f', 0) };
  guint f = 0;

  while (match->slots[f].slot != 'f')
    f++;
  if (numbers[0] < 1 || numbers[1] <= numbers[0] || numbers[1] > 30)
    return FALSE;
  dtl_tag_date_init (&first, DTL_TAG_CENTURY, (numbers[0] - 1) * 100, 0, 0);
  dtl_tag_date_init (&second, DTL_TAG_CENTURY, (numbers[1] - 1) * 100, 0, 0);
  dtl_tag_emit_date_part (match, 0, f - 1, &first);
  dtl_tag_emit_date_part (match, f, match->length, &second);
  return TRUE;
}

gboolean
dtl_tag_act_century (DtlTagMatch *match)
{
  DtlTagDate date;
  int number = dtl_tag_get (match, 'o', 0);

  if (number < 1 || number > 30)
    return FALSE;
  dtl_tag_date_init (&date, DTL_TAG_CENTURY, (number - 1) * 100, 0, 0);
  dtl_tag_decorate (match, &date);
  dtl_tag_emit_date (match, &date);
  return TRUE;
}
