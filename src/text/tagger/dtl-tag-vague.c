/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What counts from a day of issue that is known too roughly, or not at all: "yesterday" in a text of July 2024 is a day
 * from 30 June to 30 July. The TIMEX3 value keeps its X, EDTF has the stretch, and the reason is told. */
#include "config.h"

#include "text/tagger/dtl-tag-private.h"

/* What qualifies a date: "~", "?", "%" for both, or "". */
const char *
dtl_tag_date_suffix (const DtlTagDate *self)
{
  return self->approx && self->doubtful ? "%" : self->approx ? "~" : self->doubtful ? "?" : "";
}

static const char *
unknown_value (DtlTagGrain grain)
{
  return grain == DTL_TAG_DAY       ? "XXXX-XX-XX"
         : grain == DTL_TAG_WEEKEND ? "XXXX-WXX-WE"
         : grain == DTL_TAG_WEEK    ? "XXXX-WXX"
         : grain == DTL_TAG_MONTH   ? "XXXX-XX"
         : grain == DTL_TAG_QUARTER ? "XXXX-QX"
                                    : "XXXX";
}

static char *
day_or_month (int64_t day, DtlTagGrain grain, const char *suffix)
{
  DtlCivilDay civil = dtl_civil_from_day_number (day);

  if (civil.year < 0 || civil.year > 9999)
    return NULL;
  return grain == DTL_TAG_MONTH || grain == DTL_TAG_QUARTER
             ? g_strdup_printf ("%04d-%02d%s", (int) civil.year, civil.month, suffix)
             : g_strdup_printf ("%04d-%02d-%02d%s", (int) civil.year, civil.month, civil.day, suffix);
}

/* Every day that it may be: from what it is where @base is its first day to what it is where it is its last. */
static char *
stretch (const DtlTagDate *base, DtlTagGrain grain, int amount)
{
  DtlTagDate from = *base, to = *base;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (base->grain == DTL_TAG_NONE || base->year == DTL_TAG_UNKNOWN_YEAR || grain < DTL_TAG_QUARTER)
    return g_strdup ("");
  dtl_tag_date_set_day (&from, dtl_tag_date_first (base));
  dtl_tag_date_set_day (&to, dtl_tag_date_last (base));
  dtl_tag_date_coarsen (&from, grain);
  dtl_tag_date_coarsen (&to, grain);
  dtl_tag_date_shift (&from, amount);
  dtl_tag_date_shift (&to, amount);
  first = day_or_month (dtl_tag_date_first (&from), grain, dtl_tag_date_suffix (base));
  last = day_or_month (dtl_tag_date_last (&to), grain, dtl_tag_date_suffix (base));
  return first != NULL && last != NULL ? g_strdup_printf ("[%s..%s]", first, last) : g_strdup ("");
}

/*
 * dtl_tag_emit_vague:
 * @base: what it counts from, coarser than @grain, or grain NONE
 * @grain: how fine the words are
 * @amount: how many of @grain are counted
 * @part: of the day ("NI"), or 0
 *
 * Returns: TRUE, as an action does
 */
gboolean
dtl_tag_emit_vague (DtlTagMatch *match, const DtlTagDate *base, DtlTagGrain grain, int amount, int part)
{
  char *value = part != 0 ? g_strdup_printf ("%sT%c%c", unknown_value (grain), part >> 8, part & 255)
                          : g_strdup (unknown_value (grain));
  DtlTimex *timex = dtl_tag_emit (match, 0, match->length, part != 0 ? DTL_TIMEX_TIME : DTL_TIMEX_DATE, value,
                                  stretch (base, grain, amount));

  timex->reason = base->grain == DTL_TAG_NONE || base->year == DTL_TAG_UNKNOWN_YEAR
                      ? "the day of issue is not known"
                      : "what it counts from is not known closely enough";
  return TRUE;
}
