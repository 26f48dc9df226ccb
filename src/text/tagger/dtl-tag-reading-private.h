/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is read beside the expressions of a sentence, once they are all found: limits, roles, what a length counts from.
 * What takes the whole text to know (when the announcement was, whose fiscal year) is kept, and settled at the end. */
#pragma once

#include "text/tagger/dtl-tag-private.h"

G_BEGIN_DECLS

#define DTL_TAG_N_JURISDICTIONS 6

/* The role of what enters into force, as against what begins to apply: a kind of "effective". */
#define DTL_TAG_ROLE_IN_FORCE "in_force"

/* DtlTagAct: a date that has a role. */
typedef struct
{
  const DtlTimex *timex; /* not owned */
  const char *role, *cue;
} DtlTagAct;

/*
 * DtlTagWaiting: a length or an event whose anchor is told elsewhere in the text.
 * @role: of that anchor
 * @lead: it is the time between an announcement and what it announces
 * @effective: (nullable): what takes effect, where it is told beside it; not owned
 */
typedef struct
{
  DtlTimex *timex;
  const char *role;
  gboolean lead;
  const DtlTimex *effective;
} DtlTagWaiting;

/*
 * DtlTagFiscalWaiting: a part of a fiscal year.
 * @near: the jurisdiction that its sentence names, -1 for none, -2 for several
 * @years: the name has both years
 */
typedef struct
{
  DtlTimex *timex;
  DtlTagDate date;
  int near;
  gboolean years;
} DtlTagFiscalWaiting;

/*
 * DtlTagParagraph: what is known of the paragraph that is being read.
 * @first_found: index of its first expression
 * @kind: (nullable): what it is by how it began
 * @line_kind: (nullable): what the line is; @line_alone: it has had no word behind the phrase
 * @hits, @n_hits: different phrases of boilerplate-word; @hit_kind: what the last of them says
 * @sure: (nullable): what one phrase alone says; @if_short, @if_unstopped: what it says of a short paragraph, and of
 * one that no full stop ends
 */
typedef struct
{
  guint first_found;
  guint n_words, n_lines;
  gboolean stopped; /* its last sign ends a sentence */
  gboolean of_person;
  const char *kind;
  const char *line_kind;
  gboolean line_alone;
  const DtlTagCue *hits[3];
  guint n_hits;
  const char *sure, *if_short, *if_unstopped;
} DtlTagParagraph;

/*
 * DtlTagReading:
 * @cue_kinds: the kinds of phrases that words of the sentence may begin, as bits
 * @gives_rule: whether the sentence has "shall" and the like: -1 before anybody asked
 */
struct _DtlTagReading
{
  uint32_t cue_kinds;
  int gives_rule;
  GArray *acts, *waiting, *fiscal; /* DtlTagAct, DtlTagWaiting, DtlTagFiscalWaiting */
  const DtlTimex *last_effective;  /* (nullable): what the paragraph told last to take effect */
  guint jurisdictions[DTL_TAG_N_JURISDICTIONS];
  DtlTagParagraph paragraph;
  const char *section; /* (nullable): what a heading said of the paragraphs behind it */
  const char *before;  /* (nullable): what the paragraph before was */
};

DtlTagReading *dtl_tag_reading_new (void);
void dtl_tag_reading_free (DtlTagReading *self);
void dtl_tag_look_for_cues (DtlTagContext *context);
gboolean dtl_tag_may_have (const DtlTagContext *context, DtlTagCueKind kind);
void dtl_tag_read_sentence (DtlTagContext *context);
void dtl_tag_settle (DtlTagContext *context);

static inline const DtlTagToken *
dtl_tag_token_at (const DtlTagContext *context, guint index)
{
  return &g_array_index (context->tokens, DtlTagToken, index);
}

static inline DtlTagMark *
dtl_tag_mark_at (const DtlTagContext *context, guint index)
{
  return &g_array_index (context->marks, DtlTagMark, index);
}

/* The first byte of a word, which says what sign it is. */
static inline char
dtl_tag_byte_at (const DtlTagContext *context, guint index)
{
  return context->text[dtl_tag_token_at (context, index)->start];
}

/* dtl-tag-cue.c */
const DtlTagCue *dtl_tag_find_cue (const DtlTagContext *context, guint index, guint end, DtlTagCueKind kind);
const DtlTagCue *dtl_tag_cue_before (const DtlTagContext *context, guint index, DtlTagCueKind kind);
gboolean dtl_tag_is_word (const DtlTagContext *context, guint index, const char *const *words);
#define DTL_TAG_IS_WORD(context, index, ...) dtl_tag_is_word (context, index, DTL_TAG_WORDS (__VA_ARGS__))
gboolean dtl_tag_is_known (const DtlTagDate *date);

/* The longest phrase of @kind that begins with the word at @index and ends before @end; NULL for none. It is asked of
 * every word several times, and most begin none. */
static inline const DtlTagCue *
dtl_tag_cue_at (const DtlTagContext *context, guint index, guint end, DtlTagCueKind kind)
{
  uint16_t word = dtl_tag_token_at (context, index)->word;

  if (word == DTL_TAG_NO_WORD || !(dtl_tag_cue_kinds[word] & 1u << kind))
    return NULL;
  return dtl_tag_find_cue (context, index, end, kind);
}

/* dtl-tag-limit.c, dtl-tag-role.c, dtl-tag-count.c, dtl-tag-settle.c, dtl-tag-fiscal.c */
void dtl_tag_read_limit (DtlTagContext *context, guint mark);
void dtl_tag_read_role (DtlTagContext *context, guint mark);
void dtl_tag_read_count (DtlTagContext *context, guint mark);
void dtl_tag_read_lead (DtlTagContext *context, guint mark);
void dtl_tag_read_events (DtlTagContext *context);
void dtl_tag_read_fiscal (DtlTagContext *context);
gboolean dtl_tag_resolve_count (DtlTimex *timex, const char *anchor_edtf);
void dtl_tag_set_count_limit (DtlTimex *timex, const char *anchor_edtf);
void dtl_tag_settle_counts (DtlTagContext *context);
void dtl_tag_settle_fiscal (DtlTagContext *context);
char *dtl_tag_end_text (const DtlTagDate *date, gboolean last);

/* dtl-tag-boilerplate.c */
void dtl_tag_read_boilerplate (DtlTagContext *context, gboolean paragraph, guint first_found);
void dtl_tag_end_paragraph (DtlTagContext *context);

G_END_DECLS
