/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Limits: "no later than 1 March" is the last day allowed, "from 1 March onwards" the first on which a rule holds. The
 * expression keeps its own value; the interval that the words make of it stands beside. */
#include "config.h"

#include "text/tagger/dtl-tag-reading-private.h"

#include <string.h>

/* How far back the verb of "moved the deadline from … to …" may stand. */
#define MOVED_REACH 10u

/* How far back "not" may stand before the limit that it turns. */
#define DENIED_REACH 14u

/* How far back the verb of a fact may stand before "as of". */
#define STATE_REACH 8u

static char *
month_text (int64_t day)
{
  DtlCivilDay civil = dtl_civil_from_day_number (day);

  return g_strdup_printf ("%04d-%02d", (int) civil.year, civil.month);
}

/*
 * dtl_tag_end_text:
 * @last: its end, rather than its start
 *
 * Returns: (transfer full): that side of an interval, as fine as the date is
 */
char *
dtl_tag_end_text (const DtlTagDate *date, gboolean last)
{
  g_autofree char *text = NULL;
  int64_t from, to;

  dtl_tag_date_span (date, &from, &to);
  if (date->edge == 0 && date->grain == DTL_TAG_YEAR)
    text = g_strdup_printf ("%04d", date->year);
  else if (date->edge == 0 && date->grain >= DTL_TAG_HALF && date->grain <= DTL_TAG_MONTH)
    text = month_text (last ? to : from);
  else
    text = dtl_civil_format_day (last ? to : from);
  return g_strconcat (text, dtl_tag_date_suffix (date), NULL);
}

/* The date right before or behind: what "before" and "after" leave. FALSE where there is none as fine. */
static gboolean
step (DtlTagDate *date, int direction)
{
  int64_t from, to;

  if (date->hour >= 0 || date->part != 0)
    return TRUE; /* "before 5 p.m. on 1 March" leaves a part of that day */
  if (date->edge == 0 && (date->grain == DTL_TAG_YEAR || date->grain == DTL_TAG_MONTH || date->grain == DTL_TAG_DAY ||
                          date->grain == DTL_TAG_HALF || date->grain == DTL_TAG_QUARTER))
    {
      dtl_tag_date_shift (date, direction);
      return date->year >= 0 && date->year <= 9999;
    }
  dtl_tag_date_span (date, &from, &to);
  date->edge = 0;
  dtl_tag_date_set_day (date, direction < 0 ? from - 1 : to + 1);
  return date->year >= 0 && date->year <= 9999;
}

/* "the end of March" as a last day is all of March: the edge says where in it the limit lies, not that it is vague. */
static void
widen (const DtlTagContext *context, const DtlTagMark *mark, DtlTagDate *date, gboolean last)
{
  for (guint i = mark->first; i < mark->end; i++)
    if (last ? DTL_TAG_IS_WORD (context, i, "end", "close") : DTL_TAG_IS_WORD (context, i, "start", "beginning"))
      date->edge = 0;
}

static void
set_bound (DtlTimex *timex, gboolean last, const char *inclusive)
{
  timex->bound = last ? "last_day" : "first_day";
  timex->inclusive = inclusive;
}

static gboolean
has_rule_word (const DtlTagContext *context)
{
  static const char *const rule_words[] = { "shall",   "must",   "will",    "may",       "no", "none",
                                            "nothing", "cannot", "allowed", "permitted", NULL };

  for (guint i = 0; i < context->n_tokens; i++)
    if ((!(dtl_tag_token_at (context, i)->flags & DTL_TAG_IS_MONTH && dtl_tag_token_at (context, i)->capital) &&
         dtl_tag_is_word (context, i, rule_words)) ||
        dtl_tag_cue_at (context, i, context->n_tokens, DTL_TAG_CUE_UNTIL) != NULL)
      return TRUE;
  return FALSE;
}

/* Whether the clause gives a rule, so that "from" and "as of" begin something and do not tell when it was so. */
static gboolean
is_rule (const DtlTagContext *context, const DtlTagMark *mark)
{
  if (mark->timex->role != NULL &&
      (g_str_equal (mark->timex->role, "effective") || g_str_equal (mark->timex->role, "began") ||
       g_str_equal (mark->timex->role, "ended")))
    return TRUE;
  if (context->reading->gives_rule < 0)
    context->reading->gives_rule = has_rule_word (context);
  return context->reading->gives_rule;
}

/* "who held stock as of 1 January": the day of a fact. */
static gboolean
is_state (const DtlTagContext *context, const DtlTagMark *mark, const DtlTagCue *cue)
{
  guint from = mark->first - cue->n_words;

  if (!g_str_equal (cue->phrase, "as of"))
    return FALSE;
  for (guint i = from; i > 0 && i + STATE_REACH > from; i--)
    if (dtl_tag_cue_at (context, i - 1, from, DTL_TAG_CUE_STATE) != NULL)
      return TRUE;
  return FALSE;
}

/* "may not be sold before 1 March", "no sales are allowed after 1 March", "not until 1 March": what is denied on one
 * side of the day is allowed on the other, and on the day itself. */
static gboolean
is_denied (const DtlTagContext *context, const DtlTagMark *mark, const DtlTagCue *cue)
{
  if (!g_str_equal (cue->phrase, "after") && !g_str_equal (cue->phrase, "before") &&
      !g_str_equal (cue->phrase, "until") && !g_str_equal (cue->phrase, "till"))
    return FALSE;
  for (guint i = mark->first; i > 0 && i + DENIED_REACH > mark->first; i--)
    {
      if (strchr (";:.", dtl_tag_byte_at (context, i - 1)) != NULL)
        return FALSE;
      if (DTL_TAG_IS_WORD (context, i - 1, "not", "no", "none", "nor", "never", "nobody", "nothing", "cannot"))
        return is_rule (context, mark);
    }
  return FALSE;
}

static void
set_limit (const DtlTagContext *context, DtlTagMark *mark, const DtlTagCue *cue)
{
  DtlTagDate date = mark->date;
  gboolean denied = is_denied (context, mark, cue), last = g_str_equal (cue->value, "last") != denied;
  g_autofree char *end = NULL;

  set_bound (mark->timex, last, denied && !g_str_equal (cue->more, "unstated") ? "yes" : cue->more);
  if (!dtl_tag_is_known (&date) || date.two_ways)
    return;
  widen (context, mark, &date, last);
  if (g_str_equal (mark->timex->inclusive, "no") && !step (&date, last ? -1 : 1))
    return;
  end = dtl_tag_end_text (&date, last);
  mark->timex->limit = last ? g_strconcat ("../", end, NULL) : g_strconcat (end, "/..", NULL);
}

static gboolean
is_dash (const DtlTagContext *context, guint index)
{
  return dtl_tag_byte_at (context, index) == '-' || (unsigned char) dtl_tag_byte_at (context, index) == 0xe2;
}

/* Whether the verb of the clause puts a day off, rather than tell from when to when. */
static gboolean
was_moved (const DtlTagContext *context, guint index)
{
  for (guint i = index; i > 0 && i + MOVED_REACH > index; i--)
    if (dtl_tag_cue_at (context, i - 1, index, DTL_TAG_CUE_MOVED) != NULL)
      return TRUE;
  return FALSE;
}

/* "from 1 March to 30 June": both get the stretch. */
static gboolean
read_pair (DtlTagContext *context, DtlTagMark *first, DtlTagMark *second)
{
  const DtlTagCue *opener = dtl_tag_cue_before (context, first->first, DTL_TAG_CUE_LIMIT_PAIR);
  gboolean between = opener != NULL && g_str_equal (opener->phrase, "between"), until;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (second->first != first->end + 1 || !dtl_tag_is_known (&first->date) || !dtl_tag_is_known (&second->date) ||
      first->date.two_ways || second->date.two_ways ||
      dtl_tag_date_first (&second->date) < dtl_tag_date_first (&first->date))
    return FALSE;
  until = DTL_TAG_IS_WORD (context, first->end, "until", "till");
  if (between ? !DTL_TAG_IS_WORD (context, first->end, "and")
              : !until && !is_dash (context, first->end) && !DTL_TAG_IS_WORD (context, first->end, "to", "through"))
    return FALSE;
  if (was_moved (context, first->first))
    return TRUE;
  from = dtl_tag_end_text (&first->date, FALSE);
  to = dtl_tag_end_text (&second->date, TRUE);
  g_free (first->timex->limit);
  first->timex->limit = g_strdup_printf ("%s/%s", from, to);
  second->timex->limit = g_strdup (first->timex->limit);
  set_bound (first->timex, FALSE, "yes");
  set_bound (second->timex, TRUE, until ? "unstated" : "yes");
  return TRUE;
}

/*
 * dtl_tag_read_limit:
 * @index: of the mark; its role has been read
 */
void
dtl_tag_read_limit (DtlTagContext *context, guint index)
{
  DtlTagMark *mark = dtl_tag_mark_at (context, index);
  const DtlTagCue *cue = NULL;

  if (mark->timex->type != DTL_TIMEX_DATE && mark->timex->type != DTL_TIMEX_TIME)
    return;
  /* "three days before 1 July" sets no limit to 1 July. */
  if (index > 0 && mark->first < dtl_tag_mark_at (context, index - 1)->anchor_end)
    return;
  /* "before Monday's vote" is a limit to the vote. */
  if (DTL_TAG_IS_WORD (context, mark->end - 1, "'s", "’s") || strstr (mark->timex->value, "_REF") != NULL)
    return;
  if (index > 0 && read_pair (context, dtl_tag_mark_at (context, index - 1), mark))
    return;
  if (mark->end < context->n_tokens)
    cue = dtl_tag_cue_at (context, mark->end, context->n_tokens, DTL_TAG_CUE_LIMIT_BEHIND);
  if (cue == NULL)
    cue = dtl_tag_cue_before (context, mark->first, DTL_TAG_CUE_LIMIT);
  if (cue == NULL && (cue = dtl_tag_cue_before (context, mark->first, DTL_TAG_CUE_LIMIT_RULE)) != NULL &&
      (!is_rule (context, mark) || is_state (context, mark, cue) || was_moved (context, mark->first)))
    cue = NULL;
  if (cue != NULL)
    set_limit (context, mark, cue);
}
