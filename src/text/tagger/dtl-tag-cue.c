/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the phrases of en.cues among the words of a sentence. */
#include "config.h"

#include "text/tagger/dtl-tag-reading-private.h"

/* As long as the longest phrase that a limit or comparison has. */
#define MAX_BEFORE 7u

gboolean
dtl_tag_is_word (const DtlTagContext *context, guint index, const char *const *words)
{
  return index < context->n_tokens && dtl_tag_token_is (context, dtl_tag_token_at (context, index), words);
}

gboolean
dtl_tag_is_known (const DtlTagDate *date)
{
  if (date->grain == DTL_TAG_DAY && date->year != DTL_TAG_UNKNOWN_YEAR &&
      (date->sub < 1 || date->day > dtl_civil_days_in_month (date->year, date->sub)))
    return FALSE;
  return date->grain != DTL_TAG_NONE && date->year != DTL_TAG_UNKNOWN_YEAR && date->year >= 0 && date->year <= 9999;
}

/* Notes which kinds of phrases the sentence may have, so that nobody looks for others. */
void
dtl_tag_look_for_cues (DtlTagContext *context)
{
  uint32_t kinds = 0;

  for (guint i = 0; i < context->n_tokens; i++)
    {
      uint16_t word = dtl_tag_token_at (context, i)->word;

      if (word != DTL_TAG_NO_WORD)
        kinds |= dtl_tag_cue_kinds[word];
    }
  context->reading->cue_kinds = kinds;
  context->reading->gives_rule = -1;
}

gboolean
dtl_tag_may_have (const DtlTagContext *context, DtlTagCueKind kind)
{
  return (context->reading->cue_kinds & 1u << kind) != 0;
}

/* The words behind the first two. */
static gboolean
fits (const DtlTagContext *context, const DtlTagCue *cue, guint index)
{
  for (guint i = 2; i < cue->n_words; i++)
    if (dtl_tag_token_at (context, index + i)->word != dtl_tag_cue_words[cue->words_start + i])
      return FALSE;
  return TRUE;
}

/*
 * dtl_tag_find_cue:
 * @index, @end: the words that it may have; the first begins some phrase of @kind
 *
 * Returns: (nullable): the longest phrase of @kind that begins with the word at @index
 */
const DtlTagCue *
dtl_tag_find_cue (const DtlTagContext *context, guint index, guint end, DtlTagCueKind kind)
{
  uint16_t first = dtl_tag_token_at (context, index)->word;
  uint16_t second = index + 1 < end ? dtl_tag_token_at (context, index + 1)->word : DTL_TAG_NO_WORD;

  for (guint i = dtl_tag_cue_first[first]; i < dtl_tag_n_cues && dtl_tag_cues[i].first == first; i++)
    {
      const DtlTagCue *cue = &dtl_tag_cues[i];

      if (cue->kind == kind && (cue->n_words == 1 || cue->second == second) && index + cue->n_words <= end &&
          fits (context, cue, index))
        return cue;
    }
  return NULL;
}

/* The longest phrase of @kind that ends right before the word at @index; NULL for none. */
const DtlTagCue *
dtl_tag_cue_before (const DtlTagContext *context, guint index, DtlTagCueKind kind)
{
  if (!dtl_tag_may_have (context, kind))
    return NULL;
  for (guint length = MIN (MAX_BEFORE, index); length > 0; length--)
    {
      const DtlTagCue *cue = dtl_tag_cue_at (context, index - length, index, kind);

      if (cue != NULL && cue->n_words == length)
        return cue;
    }
  return NULL;
}
