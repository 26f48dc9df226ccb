/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a length that counts from something comes to, once it is known when that was: right away where its sentence
 * tells it, at the end of the text where another sentence does. */
#include "config.h"

#include "text/tagger/dtl-tag-reading-private.h"

#include "date/dtl-date-math.h"

#include <string.h>

#define N_ROLES 9

static DtlTimeUnit
unit_of (const char *name)
{
  static const char *const names[] = { "days", "business_days", "weeks", "months", "years" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      return (DtlTimeUnit) i;
  return DTL_UNIT_DAYS;
}

static DtlComparator
comparator_of (const char *name)
{
  return g_str_equal (name, "at_most")    ? DTL_COMPARATOR_AT_MOST
         : g_str_equal (name, "at_least") ? DTL_COMPARATOR_AT_LEAST
         : g_str_equal (name, "before")   ? DTL_COMPARATOR_BEFORE
         : g_str_equal (name, "after")    ? DTL_COMPARATOR_AFTER
         : g_str_equal (name, "about")    ? DTL_COMPARATOR_ABOUT
                                          : DTL_COMPARATOR_EQUAL;
}

static char *
shift (const char *anchor_edtf, const DtlTimex *timex, DtlComparator comparator)
{
  g_autoptr (DtlEdtf) anchor = dtl_edtf_parse (anchor_edtf, NULL);
  g_autoptr (DtlEdtf) computed = NULL;
  DtlDateShift how = { .comparator = comparator, .amount = timex->amount, .unit = unit_of (timex->unit) };

  if (anchor == NULL)
    return NULL;
  if (g_strcmp0 (timex->counting, "anchor_counted") == 0)
    how.counting = DTL_COUNTING_ANCHOR_COUNTED;
  computed = dtl_date_shift (anchor, &how, NULL);
  return computed != NULL ? g_strdup (dtl_edtf_get_text (computed)) : NULL;
}

/*
 * dtl_tag_set_count_limit:
 * @anchor_edtf: (nullable): when the anchor was; NULL for not known yet
 *
 * "within 60 days of publication": a last day allowed; "no earlier than two weeks after": a first one.
 */
void
dtl_tag_set_count_limit (DtlTimex *timex, const char *anchor_edtf)
{
  gboolean at_most = g_str_equal (timex->comparator, "at_most"), last = at_most == (timex->amount >= 0);
  g_autofree char *day = NULL;

  if (!at_most && !g_str_equal (timex->comparator, "at_least"))
    return;
  timex->bound = last ? "last_day" : "first_day";
  timex->inclusive = "yes";
  if (anchor_edtf == NULL)
    return;
  day = shift (anchor_edtf, timex, DTL_COMPARATOR_EQUAL);
  if (day == NULL || strpbrk (day, "[{/") != NULL)
    return;
  timex->limit = last ? g_strconcat ("../", day, NULL) : g_strconcat (day, "/..", NULL);
  /* "at least 28 days before": that day or an earlier one. The arithmetic has no such comparator. */
  if (!at_most && last)
    {
      g_free (timex->derived);
      timex->derived = g_strdup_printf ("[..%s]", day);
    }
}

/* The limit that stands before an event, once its day is known. */
static void
set_event_limit (DtlTimex *timex, const DtlEdtf *date)
{
  gboolean last = timex->bound != NULL && g_str_equal (timex->bound, "last_day");
  const DtlEdtfDate *day = &dtl_edtf_get_element (date, 0)->first.date;
  g_autofree char *end = NULL;
  int64_t number;

  if (timex->bound == NULL || dtl_edtf_get_shape (date) != DTL_EDTF_DATE || day->precision != DTL_PRECISION_DAY ||
      day->year_mask != 0 || day->month_mask != 0 || day->day_mask != 0)
    return;
  number = dtl_civil_day_number (day->year, day->month, day->day);
  if (g_str_equal (timex->inclusive, "no"))
    number += last ? -1 : 1;
  end = dtl_civil_format_day (number);
  timex->limit = last ? g_strconcat ("../", end, NULL) : g_strconcat (end, "/..", NULL);
}

static void
settle_event (DtlTimex *timex, const char *edtf)
{
  g_autoptr (DtlEdtf) date = dtl_edtf_parse (edtf, NULL);

  if (date == NULL)
    return;
  set_event_limit (timex, date);
  g_free (timex->edtf);
  timex->edtf = g_strdup (edtf);
  timex->reason = NULL;
  if (strspn (edtf, "0123456789-") == strlen (edtf))
    {
      g_free (timex->value);
      timex->value = g_strdup (edtf);
    }
}

/*
 * dtl_tag_resolve_count:
 * @anchor_edtf: when the anchor was
 *
 * Returns: whether something was computed; else @timex has the reason
 */
gboolean
dtl_tag_resolve_count (DtlTimex *timex, const char *anchor_edtf)
{
  g_free (timex->anchor_edtf);
  timex->anchor_edtf = g_strdup (anchor_edtf);
  if (timex->unit == NULL)
    {
      timex->reason = "no whole number of days, weeks, months or years is counted";
      return FALSE;
    }
  timex->derived = shift (anchor_edtf, timex, comparator_of (timex->comparator));
  dtl_tag_set_count_limit (timex, anchor_edtf);
  if (timex->type == DTL_TIMEX_DATE && timex->derived != NULL)
    settle_event (timex, timex->derived);
  timex->reason = timex->derived == NULL ? "nothing can be counted from that date" : NULL;
  return timex->derived != NULL;
}

typedef struct
{
  const char *role;
  const DtlTagAct *act;
  gboolean several;
} RoleAct;

/* When an act was: of a length what it gave; NULL for not known. */
static const char *
act_edtf (const DtlTagAct *act)
{
  const char *edtf = act->timex->derived != NULL ? act->timex->derived : act->timex->edtf;

  return edtf != NULL && *edtf != '\0' ? edtf : NULL;
}

static void
collect_act (RoleAct roles[N_ROLES], const DtlTagAct *act, const char *role)
{
  guint n = 0;

  while (n < N_ROLES - 1 && roles[n].role != NULL && !g_str_equal (roles[n].role, role))
    n++;
  roles[n].several |= roles[n].act != NULL && g_strcmp0 (act_edtf (roles[n].act), act_edtf (act)) != 0;
  roles[n].role = role;
  roles[n].act = act;
}

/* For each role the act that the text tells, and whether it tells several days for it. */
static void
collect_acts (DtlTagContext *context, RoleAct roles[N_ROLES])
{
  const GArray *acts = context->reading->acts;

  for (guint i = 0; i < acts->len; i++)
    {
      const DtlTagAct *act = &g_array_index (acts, DtlTagAct, i);

      if (act->timex->boilerplate != NULL || (act_edtf (act) == NULL && act->timex->anchor == NULL))
        continue;
      collect_act (roles, act, act->role);
      if (g_str_equal (act->role, "effective") && strstr (act->cue, "force") != NULL)
        collect_act (roles, act, DTL_TAG_ROLE_IN_FORCE);
    }
}

static const DtlTagAct *
the_act (const RoleAct roles[N_ROLES], const char *role, const char **reason)
{
  for (guint i = 0; i < N_ROLES && roles[i].role != NULL; i++)
    if (g_str_equal (roles[i].role, role))
      {
        if (roles[i].several)
          *reason = "the text tells several dates for that";
        return roles[i].several || act_edtf (roles[i].act) == NULL ? NULL : roles[i].act;
      }
  /* A text that says nothing of force may say what is effective. */
  return g_str_equal (role, DTL_TAG_ROLE_IN_FORCE) ? the_act (roles, "effective", reason) : NULL;
}

static void
settle_lead (const RoleAct roles[N_ROLES], const DtlTagWaiting *waiting)
{
  DtlTimex *timex = waiting->timex;
  const char *reason = timex->reason;
  const DtlTagAct *act = the_act (roles, waiting->role, &reason);

  if (act != NULL)
    {
      timex->direction = "after";
      timex->anchor = g_strdup (act->cue);
      dtl_tag_resolve_count (timex, act_edtf (act));
      if (waiting->effective != NULL)
        timex->stated = g_strdup (waiting->effective->edtf);
    }
  else if (waiting->effective != NULL)
    {
      timex->direction = "before";
      timex->amount = -timex->amount;
      timex->anchor = g_strdup (waiting->effective->cue);
      dtl_tag_resolve_count (timex, waiting->effective->edtf);
    }
  else
    timex->reason = reason;
}

static void
settle_one (DtlTagContext *context, const RoleAct roles[N_ROLES], const DtlTagWaiting *waiting)
{
  DtlTimex *timex = waiting->timex;
  gboolean issued = g_str_equal (waiting->role, "issued");
  g_autofree char *edtf = NULL;
  const DtlTagAct *act;

  if (issued && context->issued.grain == DTL_TAG_NONE)
    {
      timex->reason = "the day of issue is not known";
      return;
    }
  if (issued)
    edtf = dtl_tag_date_edtf (&context->issued);
  else if ((act = the_act (roles, waiting->role, &timex->reason)) != NULL)
    edtf = g_strdup (act_edtf (act));
  if (edtf == NULL || *edtf == '\0')
    return;
  if (timex->direction != NULL)
    dtl_tag_resolve_count (timex, edtf);
  else
    settle_event (timex, edtf);
}

/* Events first, since what they are resolved to may be what a length counts from; what counts from a day on which
 * something takes effect last, since that is often counted itself. */
static guint
turn_of (const DtlTagWaiting *waiting)
{
  return waiting->timex->direction == NULL && !waiting->lead                                              ? 0
         : g_str_equal (waiting->role, "effective") || g_str_equal (waiting->role, DTL_TAG_ROLE_IN_FORCE) ? 2
                                                                                                          : 1;
}

void
dtl_tag_settle_counts (DtlTagContext *context)
{
  const GArray *waiting = context->reading->waiting;

  for (guint turn = 0; turn < 3; turn++)
    {
      RoleAct roles[N_ROLES] = { 0 };

      collect_acts (context, roles);
      for (guint i = 0; i < waiting->len; i++)
        {
          const DtlTagWaiting *one = &g_array_index (waiting, DtlTagWaiting, i);

          if (turn_of (one) != turn)
            continue;
          if (one->lead)
            settle_lead (roles, one);
          else
            settle_one (context, roles, one);
        }
    }
}
