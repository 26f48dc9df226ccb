/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The walk through the automaton, and what an action asks of the words that it found. */
#include "config.h"

#include "text/tagger/dtl-tag-private.h"

#include <string.h>

/* More accepting places than this on one way are not kept: the longest are tried first, and few are ever refused. */
#define MAX_ACCEPTS 12

#define LEAD_DAYS 3

typedef struct
{
  uint16_t accept;
  guint length;
} Accepted;

static const DtlTagToken *
token_at (const DtlTagContext *context, guint index)
{
  return &g_array_index (context->tokens, DtlTagToken, index);
}

/* The state behind @state by a word of @kind, or 0, which no edge leads to. */
static uint16_t
next_state (uint16_t state, uint16_t kind)
{
  const DtlTagEdge *edges = dtl_tag_edges + dtl_tag_states[state].edges_start;
  guint low = 0, high = dtl_tag_states[state].n_edges;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (edges[middle].kind == kind)
        return edges[middle].next;
      if (edges[middle].kind < kind)
        low = middle + 1;
      else
        high = middle;
    }
  return 0;
}

static guint
walk (const DtlTagContext *context, guint first, Accepted accepted[MAX_ACCEPTS])
{
  uint16_t state = 0;
  guint n = 0;

  for (guint i = first; i < context->n_tokens; i++)
    {
      state = next_state (state, token_at (context, i)->kind);
      if (state == 0)
        break;
      if (dtl_tag_states[state].accept == 0xffff)
        continue;
      if (n == MAX_ACCEPTS)
        memmove (accepted, accepted + 1, --n * sizeof *accepted);
      accepted[n++] = (Accepted){ dtl_tag_states[state].accept, i - first + 1 };
    }
  return n;
}

/* Runs the action of the longest match at @first that is not refused; how many words it took, 0 for none. */
static guint
match_at (DtlTagContext *context, guint first)
{
  Accepted accepted[MAX_ACCEPTS];
  guint n = walk (context, first, accepted);

  while (n-- > 0)
    {
      const DtlTagAccept *accept = &dtl_tag_accepts[accepted[n].accept];
      const DtlTagRule *rule = &dtl_tag_rules[accept->rule];
      DtlTagMatch match = { context, first, accepted[n].length, dtl_tag_slots + accept->slots_start, rule->name };

      if (rule->action (&match))
        return match.length;
    }
  return 0;
}

/*
 * dtl_tag_match_sentence:
 * @context: with the words of the sentence; gets what is found
 */
void
dtl_tag_match_sentence (DtlTagContext *context)
{
  context->n_tokens = context->tokens->len;
  g_array_set_size (context->marks, 0);
  context->last_token = G_MAXUINT;
  context->before_was_year = FALSE;
  context->sentence_day.grain = context->sentence_date.grain = DTL_TAG_NONE;
  context->day_age++;
  context->told_age++;
  context->months = FALSE;
  for (guint i = 0; i < context->n_tokens;)
    {
      guint taken = dtl_tag_kinds[token_at (context, i)->kind].starts ? match_at (context, i) : 0;

      i += MAX (taken, 1);
    }
}

static int
slot_index (const DtlTagMatch *match, char slot)
{
  for (guint i = 0; i < match->length; i++)
    if (match->slots[i].slot == slot)
      return (int) i;
  return -1;
}

gboolean
dtl_tag_has (const DtlTagMatch *match, char slot)
{
  return slot_index (match, slot) >= 0;
}

const DtlTagToken *
dtl_tag_slot_token (const DtlTagMatch *match, char slot)
{
  int index = slot_index (match, slot);

  return index < 0 ? NULL : token_at (match->context, match->first + (guint) index);
}

const DtlTagToken *
dtl_tag_first_token (const DtlTagMatch *match)
{
  return token_at (match->context, match->first);
}

/* What @token is worth as a word of @class_id, 0 where it is none. */
int
dtl_tag_word_value (const DtlTagToken *token, uint16_t class_id)
{
  const DtlTagWord *word;

  if (token->word == DTL_TAG_NO_WORD)
    return 0;
  word = &dtl_tag_words[token->word];
  for (guint i = word->values_start; i < (guint) word->values_start + word->n_values; i++)
    if (dtl_tag_word_values[i].class_id == class_id)
      return dtl_tag_word_values[i].value;
  return 0;
}

double
dtl_tag_get_number (const DtlTagMatch *match, char slot, double otherwise)
{
  int index = slot_index (match, slot);
  const DtlTagToken *token = dtl_tag_slot_token (match, slot);
  const DtlTagWord *word;

  if (index < 0)
    return otherwise;
  word = &dtl_tag_words[token->word];
  if (word->text[0] == '<')
    return token->number;
  for (guint i = word->values_start; i < word->values_start + word->n_values; i++)
    if (dtl_tag_word_values[i].class_id == match->slots[index].class_id)
      return dtl_tag_word_values[i].value;
  return otherwise;
}

int
dtl_tag_get (const DtlTagMatch *match, char slot, int otherwise)
{
  double number = dtl_tag_get_number (match, slot, otherwise);

  return (int) CLAMP (number, G_MININT, G_MAXINT);
}

const DtlTagToken *
dtl_tag_beside (const DtlTagMatch *match, int offset)
{
  gint64 index = offset < 0 ? (gint64) match->first + offset : (gint64) match->first + match->length - 1 + offset;

  return index >= 0 && index < match->context->n_tokens ? token_at (match->context, (guint) index) : NULL;
}

gboolean
dtl_tag_token_is (const DtlTagContext *context, const DtlTagToken *token, const char *const *words)
{
  const char *text;
  gsize length;
  int first;

  if (token == NULL)
    return FALSE;
  text = context->text + token->start;
  length = token->end - token->start;
  first = text[0] | 0x20;
  /* Most words differ in their first letter already. */
  for (; *words != NULL; words++)
    if (((*words)[0] | 0x20) == first && strlen (*words) == length && g_ascii_strncasecmp (text, *words, length) == 0)
      return TRUE;
  return FALSE;
}

/* Adds what the words from @first to before @end are found to be. */
DtlTimex *
dtl_tag_add (DtlTagContext *context,
             guint first,
             guint end,
             DtlTimexType type,
             char *value,
             char *edtf,
             const char *rule)
{
  DtlTimex *timex = g_new0 (DtlTimex, 1);
  DtlTagMark mark = { .timex = timex, .first = first, .end = end };

  timex->start_cp = token_at (context, first)->start_cp;
  timex->end_cp = token_at (context, end - 1)->end_cp;
  timex->type = type;
  timex->value = value;
  timex->edtf = edtf;
  timex->rule = rule;
  g_ptr_array_add (context->found, timex);
  g_array_append_val (context->marks, mark);
  return timex;
}

DtlTimex *
dtl_tag_emit (DtlTagMatch *match, guint from, guint to, DtlTimexType type, char *value, char *edtf)
{
  DtlTimex *timex =
      dtl_tag_add (match->context, match->first + from, match->first + to, type, value, edtf, match->rule);

  match->context->last_token = match->first + to;
  match->context->before_was_year = FALSE;
  return timex;
}

/* "paid over three years" is during them, "for over three years" is more than that. */
gboolean
dtl_tag_is_over_a_time (const DtlTagMatch *match)
{
  return match->length > 2 && DTL_TAG_WITHIN (match, 0, "over") && dtl_tag_beside (match, -1) != NULL &&
         dtl_tag_beside (match, -1)->is_word &&
         !DTL_TAG_IS_ONE_OF (match, -1, "for", "in", "after", "of", "within", "with", "took", "takes", "lasted",
                             "lasts", "spent", "is", "was", "be", "at", "to", "by", "and", "or");
}

void
dtl_tag_emit_duration (DtlTagMatch *match, char *value)
{
  dtl_tag_emit (match, dtl_tag_is_over_a_time (match) ? 1 : 0, match->length, DTL_TIMEX_DURATION, value, g_strdup (""));
}

/* 01/02/2026: one of two days, the earlier first. */
static void
offer_both (DtlTimex *timex, const DtlTagDate *date)
{
  DtlTagDate other = *date;
  g_autofree char *first = dtl_tag_date_edtf (date);

  other.sub = date->day;
  other.day = date->sub;
  timex->also = dtl_tag_date_edtf (&other);
  if (date->hour >= 0 || date->part != 0)
    return;
  g_free (timex->edtf);
  timex->edtf = strcmp (first, timex->also) < 0 ? g_strdup_printf ("[%s,%s]", first, timex->also)
                                                : g_strdup_printf ("[%s,%s]", timex->also, first);
}

/* The first day that was told as a weekday or as today, if it was not long ago, is the day of the story. */
static void
remember_lead (DtlTagContext *context, const DtlTagDate *date)
{
  int64_t ago;

  if (context->lead_day.grain != DTL_TAG_NONE || date->grain != DTL_TAG_DAY || context->issued.grain != DTL_TAG_DAY)
    return;
  ago = dtl_tag_date_first (&context->issued) - dtl_tag_date_first (date);
  if (ago >= 0 && ago <= LEAD_DAYS)
    context->lead_day = *date;
}

void
dtl_tag_emit_date_part (DtlTagMatch *match, guint from, guint to, const DtlTagDate *date)
{
  DtlTimexType type = date->part != 0 || date->hour >= 0 ? DTL_TIMEX_TIME : DTL_TIMEX_DATE;
  DtlTimex *timex = dtl_tag_emit (match, from, to, type, dtl_tag_date_timex (date), dtl_tag_date_edtf (date));

  timex->reason = date->reason;
  if (date->two_ways)
    offer_both (timex, date);
  g_array_index (match->context->marks, DtlTagMark, match->context->marks->len - 1).date = *date;
  match->context->before_was_year = date->grain == DTL_TAG_YEAR;
  dtl_tag_remember (match->context, date);
  if (dtl_tag_has (match, 'm') || dtl_tag_has (match, 'i') || dtl_tag_has (match, 'c'))
    match->context->named_day = TRUE;
  else if (dtl_tag_has (match, 'w') || dtl_tag_has (match, 't'))
    {
      match->context->named_day = FALSE;
      remember_lead (match->context, date);
    }
  if (dtl_tag_has (match, 'y') && date->grain >= DTL_TAG_YEAR &&
      DTL_TAG_IS_ONE_OF (match, -1, "in", "on", "of", "by", "during"))
    {
      match->context->told_year = *date;
      match->context->told_age = 0;
    }
}

void
dtl_tag_emit_date (DtlTagMatch *match, const DtlTagDate *date)
{
  dtl_tag_emit_date_part (match, 0, match->length, date);
}

/* What a figure is compared with: a year before, or the year where months were added up. Nothing is counted from it. */
void
dtl_tag_emit_compared (DtlTagMatch *match, const DtlTagDate *date)
{
  DtlTagContext *context = match->context;
  DtlTagDate last = context->last, day = context->last_day, month = context->last_month, year = context->last_year;
  DtlTagDate week = context->last_week, sentence = context->sentence_date, shown = *date;

  if (context->months && date->grain > DTL_TAG_YEAR && date->grain < DTL_TAG_MONTH)
    dtl_tag_date_coarsen (&shown, DTL_TAG_YEAR);
  dtl_tag_emit_date (match, &shown);
  context->last = last;
  context->last_day = day;
  context->last_week = week;
  context->last_month = month;
  context->last_year = year;
  context->sentence_date = sentence;
}
