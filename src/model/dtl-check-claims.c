/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The claims of one event against each other: end against start, and every pair of a role. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "model/dtl-check-private.h"

static void
check_end (const DtlEvent *event, GPtrArray *findings)
{
  const DtlClaim *start = dtl_event_get_start_claim (event);
  const DtlClaim *end = dtl_event_get_end_claim (event);
  g_autofree char *start_label = NULL;
  g_autofree char *end_label = NULL;
  DtlBounds start_bounds;
  DtlBounds end_bounds;

  if (start == NULL || end == NULL || start == end || !dtl_check_get_bounds (start, &start_bounds) ||
      !dtl_check_get_bounds (end, &end_bounds) || end_bounds.end_latest >= start_bounds.start_earliest)
    return;
  start_label = dtl_check_date_label (start);
  end_label = dtl_check_date_label (end);
  dtl_check_add (findings, DTL_GRADE_CONTRADICTS, "end_before_start", event, start, end,
                 g_strdup_printf (_ ("“%s” ends (%s) before it starts (%s)."), event->title, end_label, start_label));
}

static void
check_stated (const DtlEvent *event, const DtlClaim *first, const DtlClaim *second, GPtrArray *findings)
{
  gboolean are_accepted = first->standing == DTL_STANDING_ACCEPTED && second->standing == DTL_STANDING_ACCEPTED;
  DtlComparison comparison = dtl_check_compare (first, second);
  g_autofree char *first_label = dtl_check_date_label (first);
  g_autofree char *second_label = dtl_check_date_label (second);

  if (comparison == DTL_COMPARISON_COUNTING)
    dtl_check_add (findings, DTL_GRADE_DIFFERS, "sources_differ", event, first, second,
                   g_strdup_printf (_ ("“%s”: told as %s and as %s, which say the same: the last day allowed is the "
                                       "eve of the first day in force."),
                                    event->title, first_label, second_label));
  else if (comparison == DTL_COMPARISON_EXCLUDE && !are_accepted)
    dtl_check_add (findings, DTL_GRADE_CONTRADICTS, "sources_contradict", event, first, second,
                   g_strdup_printf (_ ("“%s”: told as %s and as %s, which cannot both be true."), event->title,
                                    first_label, second_label));
}

/* Two accepted claims of a role are wrong whatever they rest on, when they exclude each other. */
static void
check_accepted (const DtlEvent *event, const DtlClaim *first, const DtlClaim *second, GPtrArray *findings)
{
  g_autofree char *first_label = NULL;
  g_autofree char *second_label = NULL;

  if (first->standing != DTL_STANDING_ACCEPTED || second->standing != DTL_STANDING_ACCEPTED ||
      dtl_check_compare (first, second) != DTL_COMPARISON_EXCLUDE)
    return;
  first_label = dtl_check_date_label (first);
  second_label = dtl_check_date_label (second);
  dtl_check_add (findings, DTL_GRADE_CONTRADICTS, "accepted_exclude", event, first, second,
                 g_strdup_printf (_ ("“%s”: %s and %s are both accepted for the same role, and exclude each other. "
                                     "Keep one, and let the other compete."),
                                  event->title, first_label, second_label));
}

static void
check_pair (const DtlEvent *event,
            const DtlClaim *first,
            const DtlClaim *second,
            const DtlCheckAnchors *anchors,
            GPtrArray *findings)
{
  if (first->role != second->role || first->standing == DTL_STANDING_REJECTED ||
      second->standing == DTL_STANDING_REJECTED)
    return;
  check_accepted (event, first, second, findings);
  if (first->has_rule)
    dtl_check_derived (event, first, second, anchors, findings);
  else if (second->has_rule)
    dtl_check_derived (event, second, first, anchors, findings);
  else
    check_stated (event, first, second, findings);
}

/**
 * dtl_check_claims:
 * @event: the event
 * @anchors: what rules count from
 * @findings: (element-type DtlFinding): appended to
 */
void
dtl_check_claims (const DtlEvent *event, const DtlCheckAnchors *anchors, GPtrArray *findings)
{
  check_end (event, findings);
  for (guint i = 0; i < event->claims->len; i++)
    {
      const DtlClaim *claim = g_ptr_array_index (event->claims, i);

      dtl_check_is_computed (event, claim, anchors, findings);
      for (guint j = i + 1; j < event->claims->len; j++)
        check_pair (event, claim, g_ptr_array_index (event->claims, j), anchors, findings);
    }
}
