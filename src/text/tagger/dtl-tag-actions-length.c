/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions of the rules: durations, what comes again, and words for a time that is not told. */
#include "config.h"

#include "text/tagger/dtl-tag-actions-private.h"

#include <string.h>

static gboolean
emit_length (DtlTagMatch *match, double amount)
{
  match->context->months |= dtl_tag_get (match, 'u', 'D') == 'M' && amount >= 6;
  dtl_tag_emit_duration (match, dtl_tag_duration (amount, dtl_tag_get (match, 'u', 'D')));
  return TRUE;
}

static gboolean
emit_set (DtlTagMatch *match, char *value)
{
  dtl_tag_emit (match, 0, match->length, DTL_TIMEX_SET, value, g_strdup (""));
  return TRUE;
}

/* "three quarters of the voters"; "two straight quarters of losses" are a time. */
static gboolean
is_fraction (const DtlTagMatch *match)
{
  return dtl_tag_get (match, 'u', 0) == 'Q' && DTL_TAG_IS_ONE_OF (match, 1, "of") &&
         !DTL_TAG_WITHIN (match, match->length - 2, "straight", "consecutive", "successive", "full", "more");
}

DTL_TAG_ACTION (duration)
{
  const DtlTagToken *unit = dtl_tag_slot_token (match, 'u');
  double amount = dtl_tag_get_number (match, 'n', 1);
  gboolean hyphen = DTL_TAG_WITHIN (match, match->length >= 2 ? match->length - 2 : 0, "-");

  if (DTL_TAG_IS_ONE_OF (match, -1, "aged", "age", "$") ||
      (DTL_TAG_IS_ONE_OF (match, -1, "-") && dtl_tag_first_token (match)->joined) ||
      DTL_TAG_IS_ONE_OF (match, -2, "aged", "age") || DTL_TAG_IS_ONE_OF (match, -3, "aged"))
    return FALSE;
  if (!(unit->flags & DTL_TAG_IS_UNITS) && amount != 1 && !hyphen && !dtl_tag_has (match, 'r'))
    return FALSE;
  /* "a girl of 14 months" */
  if (DTL_TAG_IS_ONE_OF (match, -1, "of") &&
      DTL_TAG_IS_ONE_OF (match, -2, "girl", "boy", "child", "baby", "man", "woman", "son", "daughter"))
    return FALSE;
  if (DTL_TAG_IS_ONE_OF (match, -1, "not") && DTL_TAG_WITHIN (match, 0, "less", "more", "fewer"))
    return FALSE;
  if (DTL_TAG_IS_ONE_OF (match, 1, "old") || is_fraction (match))
    return FALSE;
  if (dtl_tag_get (match, 'u', 0) == DTL_TAG_2 ('T', 'S') && amount == 1)
    return FALSE;
  return emit_length (match, amount);
}

/* "the last 48 hours" has its rule; without the article, after an auxiliary, "last" is the verb. */
DTL_TAG_ACTION (durationlast)
{
  if (!DTL_TAG_IS_ONE_OF (match, -1, "would", "will", "to", "should", "may", "might", "can", "could", "must"))
    return FALSE;
  dtl_tag_emit (match, 1, match->length, DTL_TIMEX_DURATION,
                dtl_tag_duration (dtl_tag_get_number (match, 'n', 1), dtl_tag_get (match, 'u', 'D')), g_strdup (""));
  return TRUE;
}

static int
seconds_of (int unit)
{
  switch (unit)
    {
    case 'Y':
      return 31556952;
    case 'M':
      return 2629746;
    case 'W':
      return 604800;
    case 'D':
      return 86400;
    case DTL_TAG_2 ('T', 'H'):
      return 3600;
    case DTL_TAG_2 ('T', 'M'):
      return 60;
    case DTL_TAG_2 ('T', 'S'):
      return 1;
    default:
      return 0;
    }
}

/* "three hours and 12 minutes", "two years, six months": one length, where the second fits into a unit of the first. */
DTL_TAG_ACTION (durationtwo)
{
  int unit = dtl_tag_get (match, 'u', 0), second = dtl_tag_get (match, 'v', 0);
  double amount = dtl_tag_get_number (match, 'n', 1), rest = dtl_tag_get_number (match, 'f', 1);
  g_autofree char *whole = NULL, *part = NULL;

  if (seconds_of (unit) == 0 || seconds_of (second) == 0 || rest * seconds_of (second) >= seconds_of (unit) ||
      amount != (int) amount || rest != (int) rest ||
      DTL_TAG_IS_ONE_OF (match, 1, "ago", "earlier", "later", "-", "old") ||
      DTL_TAG_IS_ONE_OF (match, -1, "aged", "age"))
    return FALSE;
  whole = dtl_tag_duration (amount, unit);
  part = dtl_tag_duration (rest, second);
  /* "PT3H" and "PT12M", "P2D" and "PT6H" */
  dtl_tag_emit_duration (match, g_strconcat (whole, part + (unit >> 8 == 'T' ? 2 : 1), NULL));
  return TRUE;
}

/* "two to three weeks": both lengths, each with words of its own. */
DTL_TAG_ACTION (durationrange)
{
  int unit = dtl_tag_get (match, 'u', 'D');
  guint second = 0;

  while (match->slots[second].slot != 'f')
    second++;
  if (DTL_TAG_WITHIN (match, second - 1, "and") && !DTL_TAG_IS_ONE_OF (match, -1, "between"))
    return FALSE;
  if (DTL_TAG_IS_ONE_OF (match, 1, "old", "of") || DTL_TAG_IS_ONE_OF (match, -1, "aged", "ages", "$") ||
      dtl_tag_get_number (match, 'n', 1) >= dtl_tag_get_number (match, 'f', 1))
    return FALSE;
  dtl_tag_emit (match, dtl_tag_is_over_a_time (match) ? 1 : 0, second - 1, DTL_TIMEX_DURATION,
                dtl_tag_duration (dtl_tag_get_number (match, 'n', 1), unit), g_strdup (""));
  dtl_tag_emit (match, second, match->length, DTL_TIMEX_DURATION,
                dtl_tag_duration (dtl_tag_get_number (match, 'f', 1), unit), g_strdup (""));
  return TRUE;
}

/* Ages of persons are no times; "a 10-day-old truce" is as long as it says. */
DTL_TAG_ACTION (durationold)
{
  if (DTL_TAG_IS_ONE_OF (match, 1, "boy", "girl", "son", "daughter", "child", "baby", "infant", "twins", "puppy"))
    return TRUE;
  if (dtl_tag_has (match, 'n') && dtl_tag_get (match, 'u', 0) == 'Y')
    return TRUE;
  return emit_length (match, dtl_tag_get_number (match, 'n', 1));
}

/* "600 tonnes a day", "$150 million a year": a rate, which comes again. */
static gboolean
is_rate (const DtlTagMatch *match)
{
  const DtlTagToken *before = dtl_tag_beside (match, -1), *further = dtl_tag_beside (match, -2);

  if (match->length != 2 || before == NULL || DTL_TAG_IS_ONE_OF (match, -1, "and", "or"))
    return FALSE;
  if (before->flags & DTL_TAG_IS_NUM || DTL_TAG_IS_ONE_OF (match, -1, "million", "billion", "thousand", "%"))
    return TRUE;
  return before->is_word && !(before->flags & (DTL_TAG_IS_PREP | DTL_TAG_IS_PAST)) && !before->past &&
         further != NULL &&
         (further->flags & DTL_TAG_IS_NUM || DTL_TAG_IS_ONE_OF (match, -2, "million", "billion", "thousand") ||
          (dtl_tag_beside (match, -3) != NULL && dtl_tag_beside (match, -3)->flags & DTL_TAG_IS_NUM &&
           further->is_word && !(further->flags & DTL_TAG_IS_PREP)));
}

DTL_TAG_ACTION (durationart)
{
  int unit = dtl_tag_get (match, 'u', 0);

  if (unit == DTL_TAG_2 ('T', 'S') || unit == 'Q' || DTL_TAG_IS_ONE_OF (match, 1, "-") ||
      DTL_TAG_WITHIN (match, match->length - 1, "night"))
    return FALSE;
  if (is_rate (match))
    return emit_set (match, dtl_tag_duration (1, unit));
  if (match->length == 2 && DTL_TAG_IS_ONE_OF (match, -1, "such", "what"))
    return FALSE;
  return emit_length (match, 1);
}

/* "32 cents a quarter" */
DTL_TAG_ACTION (quarterrate) { return is_rate (match) && emit_set (match, g_strdup ("P1Q")); }

DTL_TAG_ACTION (durationone) { return emit_length (match, 1); }

DTL_TAG_ACTION (durationhalf) { return emit_length (match, 1.5); }

DTL_TAG_ACTION (durationhalfof)
{
  if (DTL_TAG_WITHIN (match, match->length - 1, "century"))
    {
      dtl_tag_emit_duration (match, g_strdup ("P50Y"));
      return TRUE;
    }
  switch (dtl_tag_get (match, 'u', 0))
    {
    case DTL_TAG_2 ('T', 'H'):
      dtl_tag_emit_duration (match, g_strdup ("PT30M"));
      return TRUE;
    case DTL_TAG_2 ('D', 'E'):
      dtl_tag_emit_duration (match, g_strdup ("P5Y"));
      return TRUE;
    case 'Y':
      dtl_tag_emit_duration (match, g_strdup ("P6M"));
      return TRUE;
    case 'Q':
      return FALSE;
    default:
      return emit_length (match, 0.5);
    }
}

DTL_TAG_ACTION (durationquarter)
{
  dtl_tag_emit_duration (match, g_strdup ("P25Y"));
  return TRUE;
}

DTL_TAG_ACTION (durationsuper)
{
  if (DTL_TAG_WITHIN (match, 1, "first", "last") || dtl_tag_get (match, 'u', 0) >> 8 != 'T')
    return FALSE;
  return emit_length (match, 1);
}

static gboolean
emit_vague (DtlTagMatch *match)
{
  dtl_tag_emit_duration (match, dtl_tag_duration_vague (dtl_tag_get (match, 'u', 'D')));
  return TRUE;
}

DTL_TAG_ACTION (durationvague)
{
  /* "the second in as many weeks" */
  if (DTL_TAG_WITHIN (match, 0, "many") && DTL_TAG_IS_ONE_OF (match, -1, "as", "so", "too", "how"))
    return FALSE;
  /* "the early hours of Sunday" */
  if (DTL_TAG_WITHIN (match, match->length - 2, "early") && dtl_tag_get (match, 'u', 0) == DTL_TAG_2 ('T', 'H'))
    return FALSE;
  return dtl_tag_get (match, 'u', 0) != DTL_TAG_2 ('W', 'E') && emit_vague (match);
}

/* "took weeks", "for years", "waiting months"; "the war years" and "school days" count nothing. */
static gboolean
is_counted (const DtlTagMatch *match)
{
  const DtlTagToken *before = dtl_tag_beside (match, -1);
  const char *end = before != NULL ? match->context->text + before->end : NULL;

  if (before == NULL || !before->is_word || before->past ||
      before->flags & (DTL_TAG_IS_PREP | DTL_TAG_IS_PAST | DTL_TAG_IS_FUTURE | DTL_TAG_IS_BEFAFT))
    return TRUE;
  if (!before->capital && before->end - before->start > 4 && memcmp (end - 3, "ing", 3) == 0)
    return TRUE;
  return DTL_TAG_IS_ONE_OF (match, -1, "take", "spend", "spends", "last", "lasts", "wait", "waits", "even", "only",
                            "just", "perhaps", "maybe", "possibly", "probably", "cost", "costs", "is", "are", "be",
                            "and", "or", "but", "that", "it", "than", "as", "all", "needs", "need", "requires",
                            "require", "us", "me", "him", "her", "them");
}

/* "weeks", "for years": a length that nobody counted. */
DTL_TAG_ACTION (durationbare)
{
  int unit = dtl_tag_get (match, 'u', 0);
  gboolean article = match->length == 2;
  const DtlTagToken *before = dtl_tag_beside (match, -1);

  if (unit == DTL_TAG_2 ('T', 'S') || unit == 'Q' || unit == DTL_TAG_2 ('W', 'E'))
    return FALSE;
  if (unit >> 8 == 'T' && !DTL_TAG_IS_ONE_OF (match, 1, "before", "after") &&
      (before == NULL || !(before->flags & DTL_TAG_IS_PREP) ||
       (DTL_TAG_IS_ONE_OF (match, 1, "of") && !DTL_TAG_IS_ONE_OF (match, -1, "within"))))
    return FALSE;
  if (before != NULL &&
      (before->flags & DTL_TAG_IS_NUM || DTL_TAG_IS_ONE_OF (match, -1, "-", "these", "those", "other", "hardest",
                                                            "best", "worst", "good", "bad", "old", "busiest")))
    return FALSE;
  if (!article && !is_counted (match) && !DTL_TAG_IS_ONE_OF (match, 1, "after", "before", "later", "earlier"))
    return FALSE;
  if (article &&
      !DTL_TAG_IS_ONE_OF (match, 1, "that", "since", "before", "after", "to", "ahead", "leading", "following"))
    return FALSE;
  return emit_vague (match);
}

DTL_TAG_ACTION (longtime)
{
  dtl_tag_emit_duration (match, g_strdup ("PXY"));
  return TRUE;
}

DTL_TAG_ACTION (setunit)
{
  int unit = dtl_tag_get (match, 'u', 'D');

  if (DTL_TAG_IS_ONE_OF (match, 1, "-"))
    return FALSE;
  return emit_set (match, dtl_tag_duration (dtl_tag_get_number (match, 'n', 1), unit));
}

DTL_TAG_ACTION (setother) { return emit_set (match, dtl_tag_duration (2, dtl_tag_get (match, 'u', 'D'))); }

DTL_TAG_ACTION (setvague) { return emit_set (match, dtl_tag_duration_vague (dtl_tag_get (match, 'u', 'D'))); }

/* "twice a week", "six days a week"; "two hours a day" are a length and a rate, "in six months a year ago" has none. */
DTL_TAG_ACTION (settimes)
{
  return dtl_tag_get (match, 'z', 0) >> 8 != 'T' &&
         !DTL_TAG_IS_ONE_OF (match, 1, "ago", "earlier", "later", "before", "after", "from") &&
         emit_set (match, dtl_tag_duration (1, dtl_tag_get (match, 'u', 'D')));
}

/* "the Daily News", "Publishers Weekly" are names. */
DTL_TAG_ACTION (setly)
{
  const DtlTagToken *after = dtl_tag_beside (match, 1);

  if (dtl_tag_slot_token (match, 'l')->capital && (match->first > 0 || (after != NULL && after->capital)))
    return FALSE;
  return emit_set (match, dtl_tag_duration (1, dtl_tag_get (match, 'l', 'Y')));
}

DTL_TAG_ACTION (setweekday)
{
  int weekday = dtl_tag_get (match, 'w', 1), part = dtl_tag_get (match, 'p', 0);

  if (part != 0)
    return emit_set (match, g_strdup_printf ("XXXX-WXX-%dT%c%c", weekday, part >> 8, part & 255));
  return emit_set (match, g_strdup_printf ("XXXX-WXX-%d", weekday));
}

DTL_TAG_ACTION (setweekend)
{
  return (match->length > 1 || DTL_TAG_IS_ONE_OF (match, -1, "on")) && emit_set (match, g_strdup ("XXXX-WXX-WE"));
}

DTL_TAG_ACTION (setpart)
{
  int part = dtl_tag_get (match, 'p', 0);

  return emit_set (match, g_strdup_printf ("XXXX-XX-XXT%c%c", part >> 8, part & 255));
}

DTL_TAG_ACTION (setmonth) { return emit_set (match, g_strdup_printf ("XXXX-%02d", dtl_tag_get (match, 'm', 1))); }

DTL_TAG_ACTION (setseason)
{
  int season = dtl_tag_get (match, 's', 0);

  return emit_set (match, g_strdup_printf ("XXXX-%c%c", season >> 8, season & 255));
}

DTL_TAG_ACTION (setmd)
{
  return emit_set (match, g_strdup_printf ("XXXX-%02d-%02d", dtl_tag_get (match, 'm', 1), dtl_tag_get (match, 'd', 1)));
}

static gboolean
emit_ref (DtlTagMatch *match, const char *value)
{
  dtl_tag_emit (match, 0, match->length, DTL_TIMEX_DATE, g_strdup (value), g_strdup (""));
  return TRUE;
}

DTL_TAG_ACTION (refpresent) { return !DTL_TAG_IS_ONE_OF (match, 1, "-") && emit_ref (match, "PRESENT_REF"); }

DTL_TAG_ACTION (refpresentat) { return DTL_TAG_IS_ONE_OF (match, -1, "at", "for") && emit_ref (match, "PRESENT_REF"); }

/* An order that holds at once; in a story the word only colours. */
DTL_TAG_ACTION (immediately)
{
  const DtlTagContext *context = match->context;

  for (guint i = 0; i < match->first; i++)
    if (dtl_tag_token_is (context, &g_array_index (context->tokens, DtlTagToken, i),
                          (const char *const[]){ "shall", "should", "must", "effective", NULL }))
      return emit_ref (match, "PRESENT_REF");
  return FALSE;
}

/* "as recently as August" is August. */
DTL_TAG_ACTION (refpast)
{
  return !(DTL_TAG_IS_ONE_OF (match, -1, "as") && DTL_TAG_IS_ONE_OF (match, 1, "as")) &&
         !DTL_TAG_IS_ONE_OF (match, 1, "-") && emit_ref (match, "PAST_REF");
}

DTL_TAG_ACTION (refpastthe)
{
  const DtlTagToken *after = dtl_tag_beside (match, 1);

  /* "each of the past three Fridays" */
  return !(after != NULL && after->flags & DTL_TAG_IS_NUM) &&
         !DTL_TAG_IS_ONE_OF (match, 1, "half", "quarter", "several", "couple") &&
         DTL_TAG_IS_ONE_OF (match, -1, "in", "of", "from") && emit_ref (match, "PAST_REF");
}

/* "it once had", "was once a port"; "once it had" is when, "at once" and "once a week" are something else again. */
DTL_TAG_ACTION (once)
{
  const DtlTagToken *before = dtl_tag_beside (match, -1), *after = dtl_tag_beside (match, 1);

  if (DTL_TAG_IS_ONE_OF (match, 1, "again", "more", "every", "in"))
    return FALSE;
  if (DTL_TAG_IS_ONE_OF (match, -1, "was", "were", "had", "which", "who", "that", "is", "are", "has"))
    return emit_ref (match, "PAST_REF");
  /* "Mr. Ames, once a teacher," */
  if (DTL_TAG_IS_ONE_OF (match, -1, ",") && DTL_TAG_IS_ONE_OF (match, 1, "a", "an", "one"))
    return emit_ref (match, "PAST_REF");
  return before != NULL && before->is_word && !(before->flags & DTL_TAG_IS_PREP) &&
         !DTL_TAG_IS_ONE_OF (match, -1, "only", "more", "and", "all", "than", "just", "not", "but") && after != NULL &&
         (after->past || after->flags & DTL_TAG_IS_PAST) && emit_ref (match, "PAST_REF");
}

DTL_TAG_ACTION (refsoon)
{
  return !DTL_TAG_IS_ONE_OF (match, -1, "as", "too", "how", "so", "no") &&
         !DTL_TAG_IS_ONE_OF (match, 1, "after", "before", "afterward", "afterwards", "thereafter") &&
         emit_ref (match, "FUTURE_REF");
}

/* "the future", but not "the future role" */
DTL_TAG_ACTION (reffuture)
{
  const DtlTagToken *after = dtl_tag_beside (match, 1);

  if (match->length == 1 || DTL_TAG_WITHIN (match, 0, "near"))
    return FALSE;
  if (match->length == 2 && after != NULL && after->is_word && after->kind == 0 && !after->past &&
      !DTL_TAG_IS_ONE_OF (match, 1, "and", "is", "holds", "looks", "lies", "as", "if", "when", "that", "depends", "it",
                          "he", "she", "we", "they", "remains", "seems"))
    return FALSE;
  return emit_ref (match, "FUTURE_REF");
}

/* "the twentieth day following its publication": a day that is counted, and so has no value of its own. */
DTL_TAG_ACTION (ordinalday)
{
  int number = dtl_tag_get (match, 'o', 0);
  GArray *marks = match->context->marks;

  if (number < 2)
    return FALSE;
  dtl_tag_emit (match, 0, match->length - 1, DTL_TIMEX_DATE, g_strdup ("XXXX-XX-XX"), g_strdup (""));
  g_array_index (marks, DtlTagMark, marks->len - 1).date.day = number;
  return TRUE;
}
