/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The second look at a sentence, after its expressions are found, and the last one at the whole text. */
#include "config.h"

#include "text/tagger/dtl-tag-reading-private.h"

#include <string.h>

DtlTagReading *
dtl_tag_reading_new (void)
{
  DtlTagReading *self = g_new0 (DtlTagReading, 1);

  self->acts = g_array_new (FALSE, FALSE, sizeof (DtlTagAct));
  self->waiting = g_array_new (FALSE, FALSE, sizeof (DtlTagWaiting));
  self->fiscal = g_array_new (FALSE, FALSE, sizeof (DtlTagFiscalWaiting));
  return self;
}

void
dtl_tag_reading_free (DtlTagReading *self)
{
  g_array_unref (self->acts);
  g_array_unref (self->waiting);
  g_array_unref (self->fiscal);
  g_free (self);
}

static void
keep_act (DtlTagContext *context, const DtlTagMark *mark)
{
  DtlTagAct act = { mark->timex, mark->timex->role, mark->timex->cue };

  if (act.role == NULL || (!dtl_tag_is_known (&mark->date) && mark->timex->anchor == NULL))
    return;
  g_array_append_val (context->reading->acts, act);
  if (g_str_equal (act.role, "effective") && dtl_tag_is_known (&mark->date))
    context->reading->last_effective = mark->timex;
}

/* "from 1 March until further notice": the day from which it holds is where the open end is told. */
static void
read_until (DtlTagContext *context)
{
  const DtlTagCue *cue = NULL;
  DtlTimex *timex = NULL;

  if (!dtl_tag_may_have (context, DTL_TAG_CUE_UNTIL))
    return;
  for (guint i = 0; i < context->n_tokens && cue == NULL; i++)
    cue = dtl_tag_cue_at (context, i, context->n_tokens, DTL_TAG_CUE_UNTIL);
  if (cue == NULL)
    return;
  for (guint i = context->marks->len; i > 0; i--)
    {
      DtlTimex *candidate = dtl_tag_mark_at (context, i - 1)->timex;

      if (candidate->type == DTL_TIMEX_DATE && dtl_tag_is_known (&dtl_tag_mark_at (context, i - 1)->date) &&
          (timex == NULL || candidate->bound != NULL))
        timex = candidate;
    }
  if (timex != NULL && (timex->bound == NULL || g_str_equal (timex->bound, "first_day")))
    timex->until = cue->phrase;
}

/* No value with an unknown part goes without its reason. */
static void
give_reason (DtlTimex *timex)
{
  if (timex->reason != NULL || timex->type == DTL_TIMEX_SET)
    return;
  if (timex->type == DTL_TIMEX_DURATION)
    timex->reason = strchr (timex->value, 'X') != NULL ? "the text does not say how many" : NULL;
  else if (strstr (timex->value, "_REF") != NULL)
    timex->reason = "the words name no time that could be told";
  else if (timex->value[0] == 'T')
    timex->reason = "the text does not say on which day";
  else if (strstr (timex->value, "XX") != NULL)
    timex->reason = "the text does not say when that was";
  else if (*timex->edtf == '\0')
    timex->reason = "the calendar has no such day";
}

/*
 * dtl_tag_read_sentence:
 * @context: with the words of the sentence and its marks
 */
void
dtl_tag_read_sentence (DtlTagContext *context)
{
  dtl_tag_look_for_cues (context);
  for (guint i = 0; i < context->marks->len; i++)
    dtl_tag_read_count (context, i);
  for (guint i = 0; i < context->marks->len; i++)
    {
      dtl_tag_read_role (context, i);
      dtl_tag_read_limit (context, i);
    }
  for (guint i = 0; i < context->marks->len; i++)
    dtl_tag_read_lead (context, i);
  dtl_tag_read_events (context);
  for (guint i = 0; i < context->marks->len; i++)
    if (g_str_equal (dtl_tag_mark_at (context, i)->timex->rule, "event"))
      {
        dtl_tag_read_role (context, i);
        dtl_tag_read_limit (context, i);
      }
  read_until (context);
  dtl_tag_read_fiscal (context);
  for (guint i = 0; i < context->marks->len; i++)
    {
      keep_act (context, dtl_tag_mark_at (context, i));
      give_reason (dtl_tag_mark_at (context, i)->timex);
    }
}

/* What only the whole text tells. */
void
dtl_tag_settle (DtlTagContext *context)
{
  dtl_tag_settle_counts (context);
  dtl_tag_settle_fiscal (context);
}
