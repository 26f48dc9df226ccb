/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fiscal years. Their TIMEX3 value is that of the plain year or quarter; which months they have depends on whose they
 * are. Where the text tells one jurisdiction, in the sentence or else anywhere, EDTF has the months; where it does not,
 * the year stays doubtful. */
#include "config.h"

#include "text/tagger/dtl-tag-reading-private.h"

#include <stdlib.h>
#include <string.h>

#define NONE    (-1)
#define SEVERAL (-2)

static const char *const names[DTL_TAG_N_JURISDICTIONS] = { "us", "uk", "jp", "in", "au", "own" };

/* How each counts: en.cues, MORE. Found where one of its phrases stands first. */
static int
jurisdiction_of (const DtlTagCue *cue)
{
  for (int i = 0; i < DTL_TAG_N_JURISDICTIONS; i++)
    if (g_str_equal (names[i], cue->value))
      return i;
  return NONE;
}

static const char *
more_of (const char *name)
{
  for (guint i = 0; i < dtl_tag_n_cues; i++)
    if (dtl_tag_cues[i].kind == DTL_TAG_CUE_FISCAL && g_str_equal (dtl_tag_cues[i].value, name))
      return dtl_tag_cues[i].more;
  return "unstated";
}

static gboolean
is_fiscal (const DtlTagContext *context, const DtlTagMark *mark)
{
  if (mark->date.grain < DTL_TAG_YEAR || mark->date.grain > DTL_TAG_QUARTER || !dtl_tag_is_known (&mark->date))
    return FALSE;
  for (guint i = mark->first; i < mark->end; i++)
    {
      const DtlTagToken *token = dtl_tag_token_at (context, i);

      if (DTL_TAG_IS_WORD (context, i, "fiscal", "financial", "fy") || token->word == DTL_TAG_SHAPE_FISCAL ||
          (token->word == DTL_TAG_SHAPE_QUARTER_YEAR &&
           g_strstr_len (context->text + token->start, token->end - token->start, "FY") != NULL))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_both_years (const DtlTagContext *context, const DtlTagMark *mark)
{
  for (guint i = mark->first; i < mark->end; i++)
    if (dtl_tag_token_at (context, i)->word == DTL_TAG_SHAPE_YEARS ||
        dtl_tag_token_at (context, i)->word == DTL_TAG_SHAPE_YEARS_SLASH)
      return TRUE;
  return FALSE;
}

/* Counts the phrases that tell a jurisdiction, and keeps the fiscal years of the sentence. */
void
dtl_tag_read_fiscal (DtlTagContext *context)
{
  int near = NONE;

  for (guint i = 0; i < context->n_tokens && dtl_tag_may_have (context, DTL_TAG_CUE_FISCAL); i++)
    {
      const DtlTagCue *cue = dtl_tag_cue_at (context, i, context->n_tokens, DTL_TAG_CUE_FISCAL);
      int found = cue != NULL ? jurisdiction_of (cue) : NONE;

      if (found == NONE)
        continue;
      context->reading->jurisdictions[found]++;
      near = near == NONE || near == found ? found : SEVERAL;
    }
  for (guint i = 0; i < context->marks->len; i++)
    {
      const DtlTagMark *mark = dtl_tag_mark_at (context, i);
      DtlTagFiscalWaiting waiting = { mark->timex, mark->date, near, has_both_years (context, mark) };

      if (is_fiscal (context, mark))
        g_array_append_val (context->reading->fiscal, waiting);
    }
}

/* The one that the text tells; NONE for none, SEVERAL for several. */
static int
jurisdiction (const DtlTagReading *reading)
{
  int found = NONE;

  for (int i = 0; i < DTL_TAG_N_JURISDICTIONS; i++)
    if (reading->jurisdictions[i] > 0)
      found = found == NONE ? i : SEVERAL;
  return found;
}

static void
doubt (DtlTimex *timex, const char *reason)
{
  timex->reason = reason;
  if (*timex->edtf != '\0' && strpbrk (timex->edtf, "[{/?%~") == NULL)
    {
      char *doubtful = g_strconcat (timex->edtf, "?", NULL);

      g_free (timex->edtf);
      timex->edtf = doubtful;
    }
}

static void
settle (const DtlTagFiscalWaiting *waiting, int whose)
{
  DtlTimex *timex = waiting->timex;
  const char *more = more_of (names[whose]);
  int month = atoi (more), n_months = 12, first;
  DtlTagDate date = waiting->date;
  gboolean by_end = waiting->years ? FALSE : g_str_has_suffix (more, "-end");

  if (month == 0 || (!waiting->years && g_str_has_suffix (more, "-unstated")))
    {
      doubt (timex,
             month == 0 ? "a company has a fiscal year of its own" : "which of two years its number names is not told");
      return;
    }
  first = (date.year - (by_end ? 1 : 0)) * 12 + month - 1;
  if (date.grain == DTL_TAG_HALF || date.grain == DTL_TAG_QUARTER)
    {
      n_months = date.grain == DTL_TAG_HALF ? 6 : 3;
      first += (date.sub - 1) * n_months;
    }
  if (first < 0 || date.edge != 0)
    return;
  timex->fiscal = names[whose];
  g_free (timex->edtf);
  timex->edtf = g_strdup_printf ("%04d-%02d/%04d-%02d", first / 12, first % 12 + 1, (first + n_months - 1) / 12,
                                 (first + n_months - 1) % 12 + 1);
}

void
dtl_tag_settle_fiscal (DtlTagContext *context)
{
  int whole = jurisdiction (context->reading);

  for (guint i = 0; i < context->reading->fiscal->len; i++)
    {
      const DtlTagFiscalWaiting *waiting = &g_array_index (context->reading->fiscal, DtlTagFiscalWaiting, i);
      int whose = waiting->near >= 0 ? waiting->near : whole;

      if (whose >= 0)
        settle (waiting, whose);
      else
        doubt (waiting->timex, whose == NONE ? "whose fiscal year it is is not told"
                                             : "the text speaks of fiscal years of several countries");
    }
}
