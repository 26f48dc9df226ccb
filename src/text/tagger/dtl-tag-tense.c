/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a sentence looks back or ahead, by closed lists of verbs beside an expression. A weekday is a special case:
 * in news nine of ten are the last one, so only words that can hardly mean anything else turn it to the next. */
#include "config.h"

#include "text/tagger/dtl-tag-private.h"

#define TENSE_REACH 14
#define AFTER_REACH 10

#define IS_ONE_OF(context, token, ...) dtl_tag_token_is (context, token, (const char *const[]){ __VA_ARGS__, NULL })

static const DtlTagToken *
token_at (const DtlTagContext *context, guint index)
{
  return index < context->n_tokens ? &g_array_index (context->tokens, DtlTagToken, index) : NULL;
}

/* Where a clause may begin that has a verb of its own. */
static gboolean
is_semicolon (const DtlTagContext *context, const DtlTagToken *token)
{
  return context->text[token->start] == ';';
}

static gboolean
is_quote (const DtlTagContext *context, const DtlTagToken *token)
{
  return context->text[token->start] == '"' || (unsigned char) context->text[token->start] == 0xe2;
}

static gboolean
is_past_form (const DtlTagToken *token)
{
  return token->flags & DTL_TAG_IS_PAST || (token->past && !token->capital);
}

/* "not", and the t of "couldn't" behind its mark */
static gboolean
is_negation (const DtlTagContext *context, const DtlTagToken *token)
{
  return token != NULL && (IS_ONE_OF (context, token, "not") ||
                           (token->joined && token->end - token->start == 1 && context->text[token->start] == 't'));
}

/* "has", "have" without a participle ("it has until March") tell nothing. */
static gboolean
is_have_alone (const DtlTagContext *context, guint index)
{
  if (!IS_ONE_OF (context, token_at (context, index), "has", "have"))
    return FALSE;
  for (guint i = index + 1; i <= index + 3; i++)
    if (token_at (context, i) != NULL && is_past_form (token_at (context, i)))
      return FALSE;
  return TRUE;
}

/* "have to", "has to", "had to": what follows is yet to be done, or was; no tense of its own but for "had". */
static gboolean
is_have_to (const DtlTagContext *context, guint index)
{
  return IS_ONE_OF (context, token_at (context, index), "have", "has") &&
         IS_ONE_OF (context, token_at (context, index + 1), "to");
}

/* "set" and "cut" are as they are in every tense; "is set", "set for" look ahead, alone they told what happened. */
static gboolean
is_set_ahead (const DtlTagContext *context, guint index)
{
  return IS_ONE_OF (context, token_at (context, index + 1), "for", "to") ||
         (index > 0 && IS_ONE_OF (context, token_at (context, index - 1), "is", "are", "was", "were", "be", "been"));
}

/* "Parliament votes", "it reports": the subject stands before it, else it is a noun ("the votes", "news reports"). */
static gboolean
has_subject (const DtlTagContext *context, guint index)
{
  const DtlTagToken *subject = index > 0 ? token_at (context, index - 1) : NULL;

  return subject != NULL && subject->is_word && !(subject->flags & DTL_TAG_IS_PREP) &&
         (subject->capital ? index > 1 || !IS_ONE_OF (context, subject, "The", "A", "An", "His", "Their", "Its")
                           : (subject->flags & DTL_TAG_IS_SUBJECT) != 0);
}

/* "members vote", "they meet" */
static gboolean
has_plural_subject (const DtlTagContext *context, guint index)
{
  const DtlTagToken *subject = index > 0 ? token_at (context, index - 1) : NULL;

  if (subject == NULL || !subject->is_word)
    return FALSE;
  return IS_ONE_OF (context, subject, "they", "we") ||
         (subject->end - subject->start > 3 && context->text[subject->end - 1] == 's' &&
          context->text[subject->end - 2] != 's');
}

/* "The team plays", "voters go": a verb that looks ahead, where it is one. */
static gboolean
is_present_verb (const DtlTagContext *context, guint index)
{
  return context->text[token_at (context, index)->end - 1] == 's' ? has_subject (context, index)
                                                                  : has_plural_subject (context, index);
}

static DtlTagTense
token_tense (const DtlTagContext *context, guint index)
{
  const DtlTagToken *token = token_at (context, index);

  if (!(token->flags & (DTL_TAG_IS_FUTURE | DTL_TAG_IS_PAST | DTL_TAG_IS_PRESENT)) && !token->past)
    return DTL_TAG_TENSE_NONE;
  if (token->flags & DTL_TAG_IS_MONTH && token->capital)
    return DTL_TAG_TENSE_NONE;
  if (token->flags & DTL_TAG_IS_PRESENT)
    return is_present_verb (context, index) ? DTL_TAG_TENSE_FUTURE : DTL_TAG_TENSE_NONE;
  if (token->flags & DTL_TAG_IS_FUTURE)
    return IS_ONE_OF (context, token, "set") && !is_set_ahead (context, index) ? DTL_TAG_TENSE_PAST
                                                                               : DTL_TAG_TENSE_FUTURE;
  if (is_have_to (context, index))
    return DTL_TAG_TENSE_FUTURE;
  if (is_have_alone (context, index))
    return DTL_TAG_TENSE_NONE;
  return is_past_form (token) ? DTL_TAG_TENSE_PAST : DTL_TAG_TENSE_NONE;
}

/* "will be held", "is to be sold", "is to close": an auxiliary in front of a participle turns it. "Orders to factories
 * fell" has none: between "to" or "is" and the verb stands one adverb at most. */
static gboolean
is_turning (const DtlTagContext *context, guint index, guint back)
{
  const DtlTagToken *before = token_at (context, index - back);

  if (before->flags & DTL_TAG_IS_MONTH && before->capital)
    return FALSE;
  if (IS_ONE_OF (context, before, "will", "shall", "be", "stay", "stays", "remain", "remains", "may", "must", "can",
                 "would", "should", "could", "might"))
    return TRUE;
  return back <= 2 && IS_ONE_OF (context, before, "is", "are", "to") &&
         (back == 1 || !IS_ONE_OF (context, before, "to"));
}

/* As is_turning(), unless "not" stands before it. */
static gboolean
is_turned (const DtlTagContext *context, guint index)
{
  for (guint back = 1; back <= 4 && back <= index; back++)
    {
      const DtlTagToken *before = token_at (context, index - back);

      if (is_turning (context, index, back))
        return index - back == 0 || !is_negation (context, token_at (context, index - back - 1));
      if (IS_ONE_OF (context, before, "that", "which", "who", "when", "after", "because"))
        return FALSE;
      if (token_tense (context, index - back) == DTL_TAG_TENSE_PAST || before->end - before->start == 1)
        return FALSE;
    }
  return FALSE;
}

static DtlTagTense
tense_after (const DtlTagMatch *match)
{
  const DtlTagContext *context = match->context;
  guint from = match->first + match->length;

  for (guint i = from; i < MIN (context->n_tokens, from + AFTER_REACH); i++)
    {
      DtlTagTense tense = token_tense (context, i);

      if (is_quote (context, token_at (context, i)) || is_semicolon (context, token_at (context, i)))
        break;
      if (tense != DTL_TAG_TENSE_NONE)
        return tense;
    }
  return DTL_TAG_TENSE_NONE;
}

static DtlTagTense
tense_before (const DtlTagMatch *match)
{
  const DtlTagContext *context = match->context;
  guint reach = MIN (match->first, TENSE_REACH);

  for (guint i = 1; i <= reach; i++)
    {
      const DtlTagToken *token = token_at (context, match->first - i);
      DtlTagTense tense;

      if ((is_quote (context, token) && !token->joined) ||
          (is_semicolon (context, token) && tense_after (match) != DTL_TAG_TENSE_NONE))
        break;
      tense = token_tense (context, match->first - i);
      if (tense == DTL_TAG_TENSE_NONE)
        continue;
      /* "was to apply" may have come about or not. */
      if (tense == DTL_TAG_TENSE_FUTURE && match->first >= i + 2 &&
          IS_ONE_OF (context, token_at (context, match->first - i - 1), "to") &&
          IS_ONE_OF (context, token_at (context, match->first - i - 2), "was", "were"))
        return DTL_TAG_TENSE_NONE;
      return tense == DTL_TAG_TENSE_PAST && is_turned (context, match->first - i) ? DTL_TAG_TENSE_FUTURE : tense;
    }
  return DTL_TAG_TENSE_NONE;
}

/* "lasted until March": what was until then is over. */
static gboolean
is_over (const DtlTagMatch *match)
{
  return DTL_TAG_IS_ONE_OF (match, -2, "lasted", "stayed", "remained", "continued", "waited", "ran", "not") ||
         (DTL_TAG_IS_ONE_OF (match, -3, "was", "were", "had") &&
          !DTL_TAG_IS_ONE_OF (match, -2, "delayed", "postponed", "extended", "adjourned", "deferred", "put", "moved",
                              "suspended", "closed", "scheduled"));
}

/* "The rig that ran aground on New Year's Eve will …": the verb behind it is that of the sentence, not of the clause.
 */
static gboolean
in_relative_clause (const DtlTagMatch *match)
{
  const DtlTagContext *context = match->context;

  for (guint i = 2; i < MIN (match->first, 5); i++)
    if (is_past_form (token_at (context, match->first - i)))
      return IS_ONE_OF (context, token_at (context, match->first - i - 1), "that", "which", "who");
  return FALSE;
}

/* "was delayed to Saturday" */
static gboolean
is_moved_to (const DtlTagMatch *match)
{
  return DTL_TAG_IS_ONE_OF (match, -1, "to") && DTL_TAG_IS_ONE_OF (match, -2, "delayed", "postponed", "moved", "pushed",
                                                                   "rescheduled", "extended", "deferred");
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
  if (DTL_TAG_IS_ONE_OF (match, -1, "until", "till") && !is_over (match))
    return DTL_TAG_TENSE_FUTURE;
  /* "a runoff is in March" */
  if (is_moved_to (match) || (DTL_TAG_IS_ONE_OF (match, -1, "in") && DTL_TAG_IS_ONE_OF (match, -2, "is", "are")))
    return DTL_TAG_TENSE_FUTURE;
  if (after != NULL && !DTL_TAG_WITHIN (match, match->length - 1, "'s"))
    {
      tense = token_tense (match->context, match->first + match->length);
      if (tense == DTL_TAG_TENSE_FUTURE && in_relative_clause (match))
        return DTL_TAG_TENSE_PAST;
      if (tense != DTL_TAG_TENSE_NONE)
        return tense;
    }
  if (before != NULL && before->flags & DTL_TAG_IS_AHEADPREP && tense_after (match) == DTL_TAG_TENSE_FUTURE)
    return DTL_TAG_TENSE_FUTURE;
  tense = tense_before (match);
  if (tense == DTL_TAG_TENSE_NONE)
    tense = tense_after (match);
  if (tense == DTL_TAG_TENSE_NONE && before != NULL && before->flags & DTL_TAG_IS_AHEADPREP)
    tense = DTL_TAG_TENSE_FUTURE;
  return tense;
}

/* "is to meet", "are to be": a form of "be" and an infinitive. */
static gboolean
is_be_to (const DtlTagContext *context, guint index)
{
  const DtlTagToken *verb = token_at (context, index + 2);

  return IS_ONE_OF (context, token_at (context, index), "is", "are", "was", "were") &&
         IS_ONE_OF (context, token_at (context, index + 1), "to") && verb != NULL && verb->is_word && !verb->capital &&
         !IS_ONE_OF (context, verb, "the", "a", "an", "his", "her", "its", "their", "have");
}

/* "a vote expected Monday", "was scheduled to": a participle that looks ahead, unless "had been" or "than" is before
 * it. */
static gboolean
is_planned (const DtlTagContext *context, guint index, guint end)
{
  const DtlTagToken *next = token_at (context, index + 1);

  if (index > 0 && IS_ONE_OF (context, token_at (context, index - 1), "than", "as", "had", "have", "been", "analysts"))
    return FALSE;
  if (IS_ONE_OF (context, token_at (context, index), "due") &&
      IS_ONE_OF (context, token_at (context, index + 2), "the", "a", "an", "its", "their", "his", "her"))
    return FALSE;
  return index + 1 == end ||
         IS_ONE_OF (context, next, "to", "for", "on", "in", "at", "by", "before", "until", "later", "early", "as");
}

/* What one word says to a weekday that ends at @end: FUTURE, PAST, or NONE to go on. */
static DtlTagTense
strong_tense (const DtlTagContext *context, guint index, guint end)
{
  const DtlTagToken *token = token_at (context, index);

  /* Nothing else than a form of these is looked at closely. */
  if (!(token->flags & (DTL_TAG_IS_FUTURE | DTL_TAG_IS_PAST | DTL_TAG_IS_PRESENT)) && !token->past &&
      !IS_ONE_OF (context, token, "is", "are", "going"))
    return DTL_TAG_TENSE_NONE;
  if (token->flags & DTL_TAG_IS_MONTH && token->capital)
    return DTL_TAG_TENSE_NONE;
  if (is_be_to (context, index) ||
      (IS_ONE_OF (context, token, "going") && IS_ONE_OF (context, token_at (context, index + 1), "to")))
    return DTL_TAG_TENSE_FUTURE;
  if (token->flags & DTL_TAG_IS_PRESENT)
    return is_present_verb (context, index) ? DTL_TAG_TENSE_FUTURE : DTL_TAG_TENSE_NONE;
  if (token->flags & DTL_TAG_IS_FUTURE)
    {
      if (IS_ONE_OF (context, token, "will", "ll", "shall"))
        return DTL_TAG_TENSE_FUTURE;
      if (IS_ONE_OF (context, token, "would", "could", "may", "might", "should", "must", "can"))
        return is_negation (context, token_at (context, index + 1)) ? DTL_TAG_TENSE_PAST : DTL_TAG_TENSE_FUTURE;
      if (IS_ONE_OF (context, token, "expected", "due", "scheduled", "slated", "planned", "likely"))
        return is_planned (context, index, end) ? DTL_TAG_TENSE_FUTURE : DTL_TAG_TENSE_PAST;
      if (IS_ONE_OF (context, token, "set"))
        return is_set_ahead (context, index) ? DTL_TAG_TENSE_FUTURE : DTL_TAG_TENSE_PAST;
      if (IS_ONE_OF (context, token, "plans", "expects", "expect", "hopes", "wants", "intends", "intend", "needs"))
        return IS_ONE_OF (context, token_at (context, index + 1), "to") ? DTL_TAG_TENSE_FUTURE : DTL_TAG_TENSE_NONE;
      if (IS_ONE_OF (context, token, "begins", "meets", "goes", "comes", "takes", "resumes", "decides", "expires",
                     "reopens", "applies", "arrives"))
        return DTL_TAG_TENSE_FUTURE;
      if (IS_ONE_OF (context, token, "meet", "begin", "start", "open", "vote", "come", "goes", "resume", "hold",
                     "decide"))
        return has_plural_subject (context, index) ? DTL_TAG_TENSE_FUTURE : DTL_TAG_TENSE_NONE;
      return has_subject (context, index) ? DTL_TAG_TENSE_FUTURE : DTL_TAG_TENSE_NONE;
    }
  if (is_have_to (context, index))
    return DTL_TAG_TENSE_FUTURE;
  if (is_have_alone (context, index))
    return DTL_TAG_TENSE_NONE;
  return is_past_form (token) ? DTL_TAG_TENSE_PAST : DTL_TAG_TENSE_NONE;
}

/* "be held", "will be decided": a participle behind "be", and not "could not be reached", "had been". */
static gboolean
is_yet_to_be (const DtlTagContext *context, guint index)
{
  /* "would quit", "to cut": words that are the same in the past. */
  if (index > 0 && IS_ONE_OF (context, token_at (context, index - 1), "would", "could", "may", "might", "should",
                              "must", "can", "shall", "to"))
    return TRUE;
  for (guint back = 1; back <= 3 && back <= index; back++)
    if (IS_ONE_OF (context, token_at (context, index - back), "be", "will", "get"))
      return index - back == 0 || !is_negation (context, token_at (context, index - back - 1));
  return FALSE;
}

/* "told them to leave by Friday", "promised an answer by noon Tuesday" */
static gboolean
is_asked (const DtlTagMatch *match)
{
  const DtlTagContext *context = match->context;

  if (!DTL_TAG_IS_ONE_OF (match, -1, "by", "before"))
    return FALSE;
  for (guint i = 2; i <= MIN (match->first, TENSE_REACH); i++)
    if (is_past_form (token_at (context, match->first - i)))
      return IS_ONE_OF (context, token_at (context, match->first - i), "ordered", "told", "asked", "urged", "required",
                        "given", "gave", "promised", "pledged", "agreed", "demanded", "vowed", "advised", "instructed");
  return FALSE;
}

/* "was scheduled", "were expected" */
static gboolean
was_planned (const DtlTagMatch *match)
{
  const DtlTagContext *context = match->context;

  for (guint i = 2; i <= MIN (match->first, TENSE_REACH); i++)
    if (IS_ONE_OF (context, token_at (context, match->first - i), "was", "were"))
      return IS_ONE_OF (context, token_at (context, match->first - i + 1), "scheduled", "expected", "due", "set",
                        "supposed", "to", "planned");
  return FALSE;
}

/*
 * dtl_tag_looks_ahead:
 * @match: a weekday
 *
 * Returns: whether strong words beside it say that it is still to come
 */
gboolean
dtl_tag_looks_ahead (const DtlTagMatch *match)
{
  const DtlTagContext *context = match->context;
  guint reach = MIN (match->first, TENSE_REACH), end = match->first + match->length;
  const DtlTagToken *after = token_at (context, end);

  if (DTL_TAG_IS_ONE_OF (match, -1, "since"))
    return FALSE;
  if (DTL_TAG_IS_ONE_OF (match, -1, "starting", "beginning", "effective"))
    return TRUE;
  if (DTL_TAG_IS_ONE_OF (match, -1, "until", "till"))
    return !DTL_TAG_IS_ONE_OF (match, -2, "lasted", "stayed", "remained", "continued", "waited", "ran", "not");
  if (is_moved_to (match))
    return TRUE;
  /* "was scheduled for Thursday but …" */
  if (DTL_TAG_IS_ONE_OF (match, 1, "but") && tense_before (match) == DTL_TAG_TENSE_FUTURE && was_planned (match))
    return FALSE;
  /* "The hearing is Tuesday" */
  if (is_asked (match) || DTL_TAG_IS_ONE_OF (match, -1, "is", "are") ||
      (DTL_TAG_IS_ONE_OF (match, -1, "on") && DTL_TAG_IS_ONE_OF (match, -2, "is", "are")))
    return TRUE;
  /* "runs through Friday" */
  if (DTL_TAG_IS_ONE_OF (match, -1, "through") && dtl_tag_beside (match, -2) != NULL &&
      dtl_tag_beside (match, -2)->flags & (DTL_TAG_IS_PRESENT | DTL_TAG_IS_FUTURE))
    return TRUE;
  if (DTL_TAG_IS_ONE_OF (match, -1, "from") && tense_after (match) == DTL_TAG_TENSE_FUTURE)
    return TRUE;
  if (after != NULL && (after->flags & (DTL_TAG_IS_FUTURE | DTL_TAG_IS_PAST) || is_past_form (after)) &&
      !DTL_TAG_WITHIN (match, match->length - 1, "'s"))
    return strong_tense (context, end, end) == DTL_TAG_TENSE_FUTURE;
  for (guint i = 1; i <= reach; i++)
    {
      const DtlTagToken *token = token_at (context, match->first - i);
      DtlTagTense tense;

      if (is_quote (context, token) && !token->joined)
        break;
      tense = strong_tense (context, match->first - i, match->first);
      if (tense == DTL_TAG_TENSE_PAST)
        return is_yet_to_be (context, match->first - i);
      if (tense == DTL_TAG_TENSE_FUTURE)
        return TRUE;
    }
  for (guint i = end; i < MIN (context->n_tokens, end + AFTER_REACH); i++)
    {
      DtlTagTense tense = strong_tense (context, i, end);

      if (is_quote (context, token_at (context, i)))
        break;
      if (tense != DTL_TAG_TENSE_NONE)
        return tense == DTL_TAG_TENSE_FUTURE;
    }
  /* "… tomorrow and as much Friday" */
  return context->sentence_date.grain >= DTL_TAG_WEEK && context->issued.grain == DTL_TAG_DAY &&
         dtl_tag_date_first (&context->sentence_date) > dtl_tag_date_first (&context->issued);
}
