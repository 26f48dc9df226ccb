/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is no part of a text's story: bylines, biographies, advertisements, related stories, statistics of a market. The
 * phrases stand in en.cues. A line or paragraph is judged by how it begins, by what it holds, and by the one before. */
#include "config.h"

#include "text/tagger/dtl-tag-reading-private.h"

#include <string.h>

/* An advertisement is short, and a heading shorter. */
#define SHORT_WORDS   30u
#define HEADING_WORDS 5u
#define PERSON_HITS   3u

static void
mark_found (DtlTagContext *context, guint from, const char *kind)
{
  for (guint i = from; i < context->found->len; i++)
    {
      DtlTimex *timex = g_ptr_array_index (context->found, i);

      if (timex->boilerplate == NULL)
        timex->boilerplate = kind;
    }
}

static const char *
kind_of_paragraph (const DtlTagReading *reading)
{
  const DtlTagParagraph *paragraph = &reading->paragraph;
  gboolean person_before = reading->before != NULL && g_str_equal (reading->before, "biography");

  if (paragraph->kind != NULL)
    return paragraph->kind;
  if (paragraph->sure != NULL)
    return paragraph->sure;
  if (paragraph->if_short != NULL && paragraph->n_words <= SHORT_WORDS)
    return paragraph->if_short;
  if (paragraph->if_unstopped != NULL && paragraph->n_words <= SHORT_WORDS && !paragraph->stopped)
    return paragraph->if_unstopped;
  if (paragraph->n_hits >= PERSON_HITS || (person_before && paragraph->of_person && paragraph->n_hits > 0))
    return "biography";
  /* Under a heading "Related News": titles, which are lines without a full stop. */
  return reading->section != NULL && !paragraph->stopped ? reading->section : NULL;
}

/*
 * dtl_tag_end_paragraph:
 *
 * Judges the paragraph that has been read, and begins the next.
 */
void
dtl_tag_end_paragraph (DtlTagContext *context)
{
  DtlTagReading *reading = context->reading;
  DtlTagParagraph *paragraph = &reading->paragraph;
  const char *kind = kind_of_paragraph (reading);

  if (paragraph->n_words > 0)
    {
      gboolean heading = paragraph->n_words <= HEADING_WORDS && !paragraph->stopped;

      if (kind != NULL)
        mark_found (context, paragraph->first_found, kind);
      if (heading && kind != NULL && g_str_equal (kind, "related"))
        reading->section = kind;
      else if (paragraph->stopped)
        reading->section = NULL;
      reading->before = kind;
    }
  *paragraph = (DtlTagParagraph){ .first_found = context->found->len };
  reading->last_effective = NULL;
}

static void
add_hit (DtlTagParagraph *paragraph, const DtlTagCue *cue)
{
  for (guint i = 0; i < paragraph->n_hits; i++)
    if (paragraph->hits[i] == cue)
      return;
  if (paragraph->n_hits < G_N_ELEMENTS (paragraph->hits))
    paragraph->hits[paragraph->n_hits++] = cue;
}

/* One phrase inside a paragraph; what it says of the sentence alone is returned. */
static const char *
take_word (const DtlTagContext *context, const DtlTagCue *cue)
{
  DtlTagParagraph *paragraph = &context->reading->paragraph;

  if (g_str_equal (cue->more, "figures"))
    return context->period.grain == DTL_TAG_NONE ? cue->value : NULL;
  if (g_str_equal (cue->more, "sentence"))
    return cue->value;
  if (g_str_equal (cue->more, "alone"))
    paragraph->sure = cue->value;
  else if (g_str_equal (cue->more, "short"))
    paragraph->if_short = cue->value;
  else
    add_hit (paragraph, cue);
  return NULL;
}

/* "About Orlow: …", or the line of its own "About Orlow". */
static gboolean
is_about (const DtlTagContext *context)
{
  if (!DTL_TAG_IS_WORD (context, 0, "about") || context->n_tokens < 2 || !dtl_tag_token_at (context, 0)->capital ||
      !dtl_tag_token_at (context, 1)->capital)
    return FALSE;
  for (guint i = 1; i < MIN (context->n_tokens, 6); i++)
    if (dtl_tag_byte_at (context, i) == ':' || i + 1 == context->n_tokens || dtl_tag_token_at (context, i)->line)
      return TRUE;
  return FALSE;
}

/* "By Ann Example, Harbour Times", with a date on the line below. */
static gboolean
is_byline (const DtlTagContext *context)
{
  return context->n_tokens > 2 && DTL_TAG_IS_WORD (context, 0, "by") && dtl_tag_token_at (context, 0)->capital &&
         dtl_tag_token_at (context, 1)->capital && dtl_tag_token_at (context, 2)->capital &&
         dtl_tag_token_at (context, 1)->is_word && dtl_tag_token_at (context, 1)->kind == 0;
}

static void
begin_paragraph (DtlTagContext *context)
{
  const DtlTagCue *cue = dtl_tag_cue_at (context, 0, context->n_tokens, DTL_TAG_CUE_BOILERPLATE_START);

  if (cue != NULL)
    context->reading->paragraph.kind = cue->value;
  else if (is_about (context))
    context->reading->paragraph.kind = "about";
  context->reading->paragraph.if_unstopped = is_byline (context) ? "byline" : NULL;
  context->reading->paragraph.of_person = DTL_TAG_IS_WORD (context, 0, "he", "she", "they");
}

/* What the first words of a line say, or of a sentence; how many words they are. */
static guint
begin_line (DtlTagContext *context, guint index, gboolean is_line)
{
  DtlTagParagraph *paragraph = &context->reading->paragraph;
  const DtlTagCue *cue = NULL;

  paragraph->n_lines += is_line;
  if (dtl_tag_token_at (context, index)->capital || paragraph->n_words == 0)
    cue = dtl_tag_cue_at (context, index, context->n_tokens, DTL_TAG_CUE_BOILERPLATE_LINE);
  if (cue == NULL)
    {
      if (!is_line)
        return 0;
      if (!paragraph->line_alone)
        paragraph->line_kind = NULL;
      paragraph->line_alone = FALSE;
      return 0;
    }
  paragraph->line_kind = cue->value;
  paragraph->line_alone = TRUE;
  if (g_str_equal (cue->value, "related"))
    paragraph->kind = cue->value;
  return cue->n_words;
}

/* Marks the expressions of the sentence that begin on a line of some kind, while it walks. */
static guint
mark_line (DtlTagContext *context, guint mark, guint index)
{
  const char *kind = context->reading->paragraph.line_kind;

  while (mark < context->marks->len && dtl_tag_mark_at (context, mark)->first <= index)
    {
      if (kind != NULL)
        dtl_tag_mark_at (context, mark)->timex->boilerplate = kind;
      mark++;
    }
  return mark;
}

static void
mark_sentence (DtlTagContext *context, const char *kind)
{
  for (guint i = 0; i < context->marks->len; i++)
    {
      DtlTimex *timex = dtl_tag_mark_at (context, i)->timex;
      gboolean tells = timex->role != NULL && !g_str_equal (timex->role, "reported");

      if (timex->boilerplate == NULL && (!tells || !g_str_equal (kind, "statistics")))
        timex->boilerplate = kind;
    }
}

/*
 * dtl_tag_read_boilerplate:
 * @begins: whether the sentence begins a paragraph
 * @first_found: index of its first expression; their roles have been read
 */
void
dtl_tag_read_boilerplate (DtlTagContext *context, gboolean begins, guint first_found)
{
  DtlTagParagraph *paragraph = &context->reading->paragraph;
  const char *sentence_kind = NULL;
  guint mark = 0, alone_until = 0;

  if (begins)
    {
      paragraph->first_found = first_found;
      begin_paragraph (context);
    }
  for (guint i = 0; i < context->n_tokens; i++)
    {
      const DtlTagToken *token = dtl_tag_token_at (context, i);
      const DtlTagCue *cue;

      if (token->line || i == 0)
        alone_until = i + begin_line (context, i, token->line || begins);
      else if (i >= alone_until && (token->is_word || g_ascii_isdigit (dtl_tag_byte_at (context, i))))
        paragraph->line_alone = FALSE;
      cue = dtl_tag_cue_at (context, i, context->n_tokens, DTL_TAG_CUE_BOILERPLATE_WORD);
      if (cue != NULL)
        {
          const char *kind = take_word (context, cue);

          sentence_kind = kind != NULL ? kind : sentence_kind;
        }
      mark = mark_line (context, mark, i);
      paragraph->n_words += token->is_word;
      paragraph->stopped = dtl_tag_byte_at (context, i) == '.' || dtl_tag_byte_at (context, i) == '!' ||
                           dtl_tag_byte_at (context, i) == '?';
    }
  if (sentence_kind != NULL)
    mark_sentence (context, sentence_kind);
}
