/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lengths that count from something: "30 days after publication", "within 90 days of enactment", "a 100-day lead time".
 * The words of the anchor are kept; dtl-tag-settle.c computes the date where the text, or its day of issue, tells when
 * that was. */
#include "config.h"

#include "text/tagger/dtl-tag-reading-private.h"

#include <stdlib.h>
#include <string.h>

#define MAX_ANCHOR 14u

static const char *const not_told = "the text does not say when that was";

/* What a value as P30D counts; FALSE for what has no whole number of units that dates are counted in. */
static gboolean
read_value (const DtlTagContext *context, const DtlTagMark *mark, int64_t *amount, const char **unit)
{
  const char *value = mark->timex->value;
  char *end;
  double number;

  /* "the twentieth day following" */
  if (mark->timex->type == DTL_TIMEX_DATE)
    {
      *amount = mark->date.day;
      *unit = DTL_TAG_IS_WORD (context, mark->end - 2, "business", "working") ? "business_days" : "days";
      return TRUE;
    }
  if (value[0] != 'P' || !g_ascii_isdigit (value[1]))
    return FALSE;
  number = g_ascii_strtod (value + 1, &end);
  if (number > 100000 || strlen (end) != 1)
    return FALSE;
  *unit = *end == 'D' ? "days" : *end == 'W' ? "weeks" : *end == 'M' ? "months" : *end == 'Y' ? "years" : NULL;
  if (*end == 'Q')
    {
      number *= 3;
      *unit = "months";
    }
  if (*end == 'Y' && number != (int64_t) number)
    {
      number *= 12;
      *unit = "months";
    }
  if (*unit == NULL || number != (int64_t) number)
    return FALSE;
  for (guint i = mark->first; i < mark->end && *end == 'D'; i++)
    if (DTL_TAG_IS_WORD (context, i, "business", "working", "trading"))
      *unit = "business_days";
  *amount = (int64_t) number;
  return TRUE;
}

static gboolean
ends_anchor (char byte)
{
  return byte == '\0' || strchr (".,;:!?()\"", byte) != NULL;
}

/* Where the words of the event that begin at @from end. */
static guint
anchor_end (const DtlTagContext *context, guint from)
{
  guint to = from;

  for (; to < MIN (context->n_tokens, from + MAX_ANCHOR); to++)
    {
      if (ends_anchor (dtl_tag_byte_at (context, to)))
        break;
      if (to > from &&
          DTL_TAG_IS_WORD (context, to, "and", "or", "but", "unless", "which", "that", "whichever", "if") &&
          !(dtl_tag_token_at (context, to - 1)->flags & DTL_TAG_IS_PREP))
        break;
      /* "after publication will be posted": the verb of the sentence, not of the event; "is" may be the event's. */
      if (to > from && DTL_TAG_IS_WORD (context, to, "will", "shall", "must", "may", "would") &&
          !dtl_tag_token_at (context, to)->capital)
        break;
    }
  return to;
}

/* Whether words of an event stand at @from at all. */
static gboolean
has_anchor (const DtlTagContext *context, guint from)
{
  return from < context->n_tokens && !ends_anchor (dtl_tag_byte_at (context, from));
}

static char *
words_between (const DtlTagContext *context, guint from, guint to)
{
  return g_strndup (context->text + dtl_tag_token_at (context, from)->start,
                    dtl_tag_token_at (context, to - 1)->end - dtl_tag_token_at (context, from)->start);
}

static const DtlTagMark *
mark_within (const DtlTagContext *context, guint from, guint to)
{
  for (guint i = 0; i < context->marks->len; i++)
    {
      const DtlTagMark *mark = dtl_tag_mark_at (context, i);

      if (mark->first >= from && mark->end <= to && dtl_tag_is_known (&mark->date) && *mark->timex->edtf != '\0')
        return mark;
    }
  return NULL;
}

/* The known date that begins with the word at @index; NULL for none. */
static const DtlTagMark *
mark_beginning (const DtlTagContext *context, guint index)
{
  for (guint i = 0; i < context->marks->len; i++)
    if (dtl_tag_mark_at (context, i)->first == index)
      return mark_within (context, index, dtl_tag_mark_at (context, i)->end);
  return NULL;
}

/* Cuts "publication in the Federal Register" off where a phrase of en.cues ends and another part of the sentence
 * begins: what an anchor phrase has behind it belongs to it only with "of", "in" or "by". */
static guint
trim_anchor (const DtlTagContext *context, guint from, guint to, const DtlTagCue **cue)
{
  guint end;

  *cue = dtl_tag_cue_at (context, from, to, DTL_TAG_CUE_ANCHOR);
  if (*cue == NULL)
    return to;
  end = from + (*cue)->n_words;
  if (end < to && DTL_TAG_IS_WORD (context, end, "of"))
    {
      /* Of this very text, or of another. */
      if (!DTL_TAG_IS_WORD (context, end + 1, "this"))
        *cue = NULL;
      return to;
    }
  if (end < to && DTL_TAG_IS_WORD (context, end, "in", "by"))
    return to;
  /* "after this Order is made": another event than this text. */
  if (end < to && DTL_TAG_IS_WORD (context, end, "is", "was", "has", "takes", "took", "enters", "comes", "came"))
    {
      *cue = NULL;
      return to;
    }
  return end;
}

static const char *
role_within (const DtlTagContext *context, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    {
      const DtlTagCue *cue = dtl_tag_cue_at (context, i, to, DTL_TAG_CUE_ROLE);

      if (cue != NULL && *cue->more == '\0' && !g_str_equal (cue->value, "none"))
        return g_str_has_suffix (cue->phrase, "into force") ? DTL_TAG_ROLE_IN_FORCE : cue->value;
    }
  return NULL;
}

static void
wait_for (DtlTagContext *context, DtlTimex *timex, const char *role, gboolean lead, const DtlTimex *effective)
{
  DtlTagWaiting waiting = { timex, role, lead, effective };

  timex->reason = not_told;
  g_array_append_val (context->reading->waiting, waiting);
}

static void
find_anchor (DtlTagContext *context, DtlTagMark *mark, guint from)
{
  const DtlTagMark *date = mark_beginning (context, from);
  const DtlTagCue *cue = NULL;
  DtlTimex *timex = mark->timex;
  const char *role;
  guint to;

  /* "following that of its publication" */
  if (date == NULL && DTL_TAG_IS_WORD (context, from, "that") && DTL_TAG_IS_WORD (context, from + 1, "of"))
    from += 2;
  to = date != NULL ? date->end : trim_anchor (context, from, anchor_end (context, from), &cue);
  if (date == NULL)
    date = mark_within (context, from, to);
  timex->anchor = words_between (context, from, to);
  timex->reason = not_told;
  mark->anchor_first = from;
  mark->anchor_end = to;
  if (date != NULL)
    dtl_tag_resolve_count (timex, date->timex->edtf);
  else if (cue != NULL && g_str_equal (cue->value, "issued") && context->issued.grain != DTL_TAG_NONE)
    {
      g_autofree char *issued = dtl_tag_date_edtf (&context->issued);

      dtl_tag_resolve_count (timex, issued);
    }
  else if (cue != NULL && g_str_equal (cue->value, "issued"))
    timex->reason = "the day of issue is not known";
  else if (cue != NULL)
    wait_for (context, timex, cue->value, FALSE, NULL);
  else if ((role = role_within (context, from, to)) != NULL)
    wait_for (context, timex, role, FALSE, NULL);
}

/* How the length compares: by the words before it, or those it begins with. */
static const char *
comparator (const DtlTagContext *context, const DtlTagMark *mark)
{
  const DtlTagCue *cue = dtl_tag_cue_before (context, mark->first, DTL_TAG_CUE_COMPARE);

  if (cue == NULL)
    cue = dtl_tag_cue_at (context, mark->first, mark->end, DTL_TAG_CUE_COMPARE);
  return cue != NULL ? cue->value : "=";
}

/* The phrase that says from where the length counts, up to two nouns behind it: "a two-year period beginning with". */
static const DtlTagCue *
count_cue (const DtlTagContext *context, const DtlTagMark *mark, guint *index)
{
  for (guint skip = 0; skip <= 2 && mark->end + skip < context->n_tokens; skip++)
    {
      const DtlTagCue *cue = dtl_tag_cue_at (context, mark->end + skip, context->n_tokens, DTL_TAG_CUE_COUNT);
      const DtlTagToken *token = dtl_tag_token_at (context, mark->end + skip);

      *index = mark->end + skip;
      if (cue != NULL)
        return cue;
      if (!token->is_word || token->flags & (DTL_TAG_IS_PREP | DTL_TAG_IS_PAST | DTL_TAG_IS_FUTURE) ||
          !DTL_TAG_IS_WORD (context, mark->end - 2, "-"))
        return NULL;
    }
  return NULL;
}

static void
set_counting (DtlTagContext *context, DtlTagMark *mark, const DtlTagCue *cue)
{
  DtlTimex *timex = mark->timex;
  gboolean before = g_str_equal (cue->value, "before");

  timex->comparator = comparator (context, mark);
  timex->direction = cue->value;
  if (g_str_equal (cue->value, "after") && DTL_TAG_IS_WORD (context, mark->first - 1, "within") &&
      DTL_TAG_IS_WORD (context, mark->end, "of", "from"))
    timex->direction = "within";
  if (read_value (context, mark, &timex->amount, &timex->unit))
    {
      timex->amount *= before ? -1 : 1;
      timex->counting = *cue->more != '\0' ? "anchor_counted" : "anchor_not_counted";
    }
  else
    timex->comparator = NULL;
  if (timex->comparator != NULL)
    dtl_tag_set_count_limit (timex, NULL);
}

/* What takes effect, as the text tells it last before a lead time, or else in its sentence. */
static const DtlTimex *
effective_beside (const DtlTagContext *context)
{
  if (context->reading->last_effective != NULL)
    return context->reading->last_effective;
  for (guint i = 0; i < context->marks->len; i++)
    {
      const DtlTagMark *mark = dtl_tag_mark_at (context, i);

      if (mark->timex->role != NULL && g_str_equal (mark->timex->role, "effective") && dtl_tag_is_known (&mark->date))
        return mark->timex;
    }
  return NULL;
}

static void
read_lead (DtlTagContext *context, DtlTagMark *mark, const DtlTagCue *cue)
{
  DtlTimex *timex = mark->timex;

  if (read_value (context, mark, &timex->amount, &timex->unit))
    {
      timex->comparator = comparator (context, mark);
      timex->counting = "anchor_not_counted";
    }
  timex->cue = cue->phrase;
  if (g_str_equal (cue->value, "time"))
    wait_for (context, timex, "announced", TRUE, effective_beside (context));
  else
    wait_for (context, timex, "effective", TRUE, NULL);
  timex->reason = "the text does not say from when to when";
}

/* "expires in 90 days": from the day of issue. */
static void
read_from_issue (DtlTagContext *context, DtlTagMark *mark)
{
  const DtlTagCue *cue = dtl_tag_cue_before (context, mark->first, DTL_TAG_CUE_FROM_ISSUE);
  g_autofree char *issued = NULL;
  const char *unit;
  int64_t amount;

  /* "within 30 days of (a) notice" counts from that. */
  if (cue == NULL || DTL_TAG_IS_WORD (context, mark->end, "of", "from") || !read_value (context, mark, &amount, &unit))
    return;
  set_counting (context, mark, cue);
  if (context->issued.grain == DTL_TAG_NONE)
    {
      mark->timex->reason = "the day of issue is not known";
      return;
    }
  issued = dtl_tag_date_edtf (&context->issued);
  dtl_tag_resolve_count (mark->timex, issued);
}

/* "every two years thereafter": from the date told before it in the sentence. */
static void
read_thereafter (DtlTagContext *context, guint index)
{
  DtlTagMark *mark = dtl_tag_mark_at (context, index);

  if (!DTL_TAG_IS_WORD (context, mark->end, "thereafter", "afterwards", "afterward"))
    return;
  mark->timex->direction = "after";
  mark->timex->anchor = words_between (context, mark->end, mark->end + 1);
  mark->timex->reason = not_told;
  for (guint i = index; i > 0; i--)
    {
      const DtlTagMark *before = dtl_tag_mark_at (context, i - 1);

      if (!dtl_tag_is_known (&before->date) && before->timex->derived == NULL)
        continue;
      mark->timex->anchor_edtf =
          g_strdup (before->timex->derived != NULL ? before->timex->derived : before->timex->edtf);
      mark->timex->reason = NULL;
      return;
    }
}

/* "a 100-day lead time", "a lead time of 100 days" */
static const DtlTagCue *
lead_cue (const DtlTagContext *context, const DtlTagMark *mark)
{
  if (mark->first > 1 && DTL_TAG_IS_WORD (context, mark->first - 1, "of"))
    return dtl_tag_cue_before (context, mark->first - 1, DTL_TAG_CUE_LEAD);
  return mark->end < context->n_tokens ? dtl_tag_cue_at (context, mark->end, context->n_tokens, DTL_TAG_CUE_LEAD)
                                       : NULL;
}

/* A length, or an ordinal day. */
static gboolean
is_counted (const DtlTagMark *mark)
{
  return mark->timex->type == DTL_TIMEX_DURATION ||
         (mark->timex->type == DTL_TIMEX_DATE && mark->date.grain == DTL_TAG_NONE && mark->date.day > 0);
}

/*
 * dtl_tag_read_count:
 * @index: of the mark
 */
void
dtl_tag_read_count (DtlTagContext *context, guint index)
{
  DtlTagMark *mark = dtl_tag_mark_at (context, index);
  const DtlTagCue *cue;
  guint at = mark->end;

  if (mark->timex->type == DTL_TIMEX_SET)
    read_thereafter (context, index);
  if (!is_counted (mark))
    return;
  cue = count_cue (context, mark, &at);
  if (cue != NULL && (!g_str_equal (cue->value, "within") || DTL_TAG_IS_WORD (context, mark->first - 1, "within")) &&
      has_anchor (context, at + cue->n_words))
    {
      set_counting (context, mark, cue);
      find_anchor (context, mark, at + cue->n_words);
    }
  else if (mark->timex->type == DTL_TIMEX_DURATION)
    read_from_issue (context, mark);
}

/* The same for lead times; roles have been read. */
void
dtl_tag_read_lead (DtlTagContext *context, guint index)
{
  DtlTagMark *mark = dtl_tag_mark_at (context, index);
  const DtlTagCue *cue = NULL;

  if (mark->timex->type == DTL_TIMEX_DURATION && mark->timex->direction == NULL)
    cue = lead_cue (context, mark);
  if (cue != NULL)
    read_lead (context, mark, cue);
}

/* Whether the words from @index belong to an expression, or to the anchor of a length. */
static gboolean
is_taken (const DtlTagContext *context, guint index, const DtlTagCue *cue)
{
  for (guint i = 0; i < context->marks->len; i++)
    {
      const DtlTagMark *mark = dtl_tag_mark_at (context, i);

      if (mark->first < index + cue->n_words && mark->end > index)
        return TRUE;
      if (mark->anchor_first < index + cue->n_words && mark->anchor_end > index)
        return TRUE;
    }
  return FALSE;
}

static gboolean
follows_preposition (const DtlTagContext *context, guint index)
{
  const DtlTagToken *before = dtl_tag_token_at (context, index - 1);

  return before->is_word && before->end - before->start <= 7 &&
         DTL_TAG_IS_WORD (context, index - 1, "on", "upon", "from", "until", "till", "after", "before", "by", "of",
                          "since", "through", "as");
}

/* A phrase alone stands for a day only where it cannot be the act itself. */
static gboolean
stands_for_day (const DtlTagContext *context, guint index, const DtlTagCue *cue)
{
  guint last = index + cue->n_words - 1;
  gboolean named = DTL_TAG_IS_WORD (context, last, "notice") && g_str_equal (cue->phrase, "further notice");

  for (guint i = index; i <= last && !named; i++)
    named = DTL_TAG_IS_WORD (context, i, "date", "day");
  if (named)
    return TRUE;
  return DTL_TAG_IS_WORD (context, index - 1, "on", "upon") &&
         DTL_TAG_IS_WORD (context, last, "enactment", "publication", "issuance", "signature", "commencement", "force",
                          "act", "section", "law", "signing");
}

static void
add_event (DtlTagContext *context, guint index, const DtlTagCue *cue)
{
  DtlTimex *timex = dtl_tag_add (context, index, index + cue->n_words, DTL_TIMEX_DATE, g_strdup ("XXXX-XX-XX"),
                                 g_strdup (""), "event");

  timex->anchor = words_between (context, index, index + cue->n_words);
  wait_for (context, timex, cue->value, FALSE, NULL);
}

static int
compare_marks (const void *a, const void *b)
{
  const DtlTagMark *first = a, *second = b;

  return first->first < second->first ? -1 : first->first > second->first;
}

static int
compare_found (const void *a, const void *b)
{
  const DtlTimex *const *first = a, *const *second = b;

  return (*first)->start_cp < (*second)->start_cp ? -1 : (*first)->start_cp > (*second)->start_cp;
}

/*
 * dtl_tag_read_events:
 *
 * Adds what stands for a day and is no date: "the date of enactment", "further notice". Lengths have been read.
 */
void
dtl_tag_read_events (DtlTagContext *context)
{
  guint before = context->marks->len;
  GPtrArray *found = context->found;

  if (!dtl_tag_may_have (context, DTL_TAG_CUE_ANCHOR))
    return;
  for (guint i = 1; i < context->n_tokens; i++)
    {
      const DtlTagCue *cue =
          follows_preposition (context, i) ? dtl_tag_cue_at (context, i, context->n_tokens, DTL_TAG_CUE_ANCHOR) : NULL;

      if (cue == NULL || is_taken (context, i, cue) || !stands_for_day (context, i, cue))
        continue;
      add_event (context, i, cue);
      i += cue->n_words - 1u;
    }
  if (context->marks->len == before)
    return;
  qsort (&found->pdata[found->len - context->marks->len], context->marks->len, sizeof (gpointer), compare_found);
  g_array_sort (context->marks, compare_marks);
}
