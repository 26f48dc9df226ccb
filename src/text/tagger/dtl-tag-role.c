/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The role of a date: which of the phrases of en.cues in its clause is nearest. Nothing here parses English; what
 * stands behind "will" or "that" belongs to another clause, and so does what another date stands before. */
#include "config.h"

#include "text/tagger/dtl-tag-reading-private.h"

#include <string.h>

#define REACH_BEFORE 14u
#define REACH_BEHIND 12u
#define REACH_WEAK   4u

static gboolean
is_weak (const DtlTagCue *cue)
{
  return *cue->more != '\0';
}

static gboolean
ends_clause (const DtlTagContext *context, guint index)
{
  return !dtl_tag_token_at (context, index)->is_word &&
         strchr (";:.!?()\"", dtl_tag_byte_at (context, index)) != NULL && dtl_tag_byte_at (context, index) != '\0';
}

/* "announced that it will move in 2018": not the announcement was in 2018. */
static gboolean
opens_clause (const DtlTagContext *context, guint index)
{
  return DTL_TAG_IS_WORD (context, index, "will", "would", "shall", "that", "which", "who", "to", "when", "if");
}

/* ", and", ", but": another main clause may begin. */
static gboolean
joins_clauses (const DtlTagContext *context, guint index)
{
  return index > 0 && dtl_tag_byte_at (context, index - 1) == ',' &&
         DTL_TAG_IS_WORD (context, index, "and", "but", "while");
}

/* The phrase before @mark that is nearest; @kind: role or clause. @distance: how many words lie between; what stands in
 * another main clause is as far as the reach. */
static const DtlTagCue *
cue_before (const DtlTagContext *context, const DtlTagMark *mark, guint from, DtlTagCueKind kind, guint *distance)
{
  gboolean opened = FALSE, joined = FALSE;

  for (guint i = mark->first; i > from && mark->first - i < REACH_BEFORE; i--)
    {
      const DtlTagCue *cue;

      if (ends_clause (context, i - 1))
        return NULL;
      cue = dtl_tag_cue_at (context, i - 1, mark->first, kind);
      /* A longer phrase may begin further to the left: "comments must be received". */
      for (guint back = 2; cue != NULL && back <= 4 && back < i - from + 1; back++)
        {
          const DtlTagCue *longer = dtl_tag_cue_at (context, i - back, mark->first, kind);

          if (longer != NULL && longer->n_words >= cue->n_words + back - 1)
            cue = longer;
        }
      if (cue != NULL && (!opened || kind == DTL_TAG_CUE_CLAUSE))
        {
          *distance = joined ? REACH_BEFORE : mark->first - i;
          return cue;
        }
      opened |= opens_clause (context, i - 1);
      joined |= joins_clauses (context, i - 1);
    }
  return NULL;
}

static const DtlTagCue *
cue_behind (const DtlTagContext *context, const DtlTagMark *mark, guint to, DtlTagCueKind kind)
{
  guint n_commas = 0;

  for (guint i = mark->end; i < MIN (to, mark->end + REACH_BEHIND); i++)
    {
      const DtlTagCue *cue = dtl_tag_cue_at (context, i, to, kind);

      if (cue != NULL)
        return cue;
      n_commas += dtl_tag_byte_at (context, i) == ',';
      if (ends_clause (context, i) || n_commas > 1 ||
          (kind == DTL_TAG_CUE_ROLE ? DTL_TAG_IS_WORD (context, i, "that", "to", "which")
                                    : n_commas > 0 || DTL_TAG_IS_WORD (context, i, "and")))
        return NULL;
    }
  return NULL;
}

/* "on 3 and 9 May": what is joined to a date has its role. */
static gboolean
is_joined (const DtlTagContext *context, const DtlTagMark *before, const DtlTagMark *mark)
{
  if (mark->first < before->end || mark->first - before->end > 2)
    return FALSE;
  for (guint i = before->end; i < mark->first; i++)
    if (!DTL_TAG_IS_WORD (context, i, "and", "or", "to", "on", "until", "through", "at", "in", ",", "-"))
      return FALSE;
  return TRUE;
}

static void
set_role (DtlTimex *timex, const DtlTagCue *cue)
{
  if (g_str_equal (cue->value, "none"))
    return;
  timex->role = cue->value;
  timex->cue = cue->phrase;
}

static gboolean
takes_role (const DtlTimex *timex)
{
  if (timex->type == DTL_TIMEX_DURATION)
    return timex->direction != NULL;
  return (timex->type == DTL_TIMEX_DATE || timex->type == DTL_TIMEX_TIME) && strstr (timex->value, "_REF") == NULL;
}

/*
 * dtl_tag_read_role:
 * @index: of the mark; those before it have been read
 */
void
dtl_tag_read_role (DtlTagContext *context, guint index)
{
  DtlTagMark *mark = dtl_tag_mark_at (context, index);
  const DtlTagMark *before = index > 0 ? dtl_tag_mark_at (context, index - 1) : NULL;
  guint from = before != NULL ? MIN (MAX (before->end, before->anchor_end), mark->first) : 0, distance = 0;
  guint to = index + 1 < context->marks->len ? dtl_tag_mark_at (context, index + 1)->first : context->n_tokens;
  const DtlTagCue *clause = cue_before (context, mark, from, DTL_TAG_CUE_CLAUSE, &distance);
  const DtlTagCue *role, *behind;

  if (clause == NULL)
    clause = cue_behind (context, mark, to, DTL_TAG_CUE_CLAUSE);
  if (clause != NULL)
    mark->timex->clause = clause->value;
  if (!takes_role (mark->timex))
    return;
  role = cue_before (context, mark, from, DTL_TAG_CUE_ROLE, &distance);
  if (role != NULL && !is_weak (role) && distance < REACH_BEFORE)
    {
      set_role (mark->timex, role);
      return;
    }
  /* What stands behind a length that is counted is its anchor. */
  behind = mark->timex->type != DTL_TIMEX_DURATION ? cue_behind (context, mark, to, DTL_TAG_CUE_ROLE) : NULL;
  if (before != NULL && before->timex->role != NULL && is_joined (context, before, mark) &&
      (behind == NULL || !DTL_TAG_IS_WORD (context, before->end, ",")))
    {
      mark->timex->role = before->timex->role;
      mark->timex->cue = before->timex->cue;
      return;
    }
  if (behind != NULL && (!is_weak (behind) || role == NULL))
    role = behind;
  else if (role != NULL && is_weak (role) && distance > REACH_WEAK)
    role = NULL;
  if (role != NULL && !(is_weak (role) && mark->timex->type == DTL_TIMEX_DURATION))
    set_role (mark->timex, role);
}
