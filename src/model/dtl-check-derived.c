/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A date that a rule gives beside another of the same role. Where they exclude each other, the rule is tried with each
 * other way of counting, one at a time: what makes it give the other date explains the difference. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "model/dtl-check-private.h"
#include "model/dtl-derive.h"

/** Way: what is counted in another way. */
typedef enum
{
  WAY_FIRST_DAY,
  WAY_MONTH_END,
  WAY_BUSINESS_DAYS,
  WAY_CALENDAR,
  WAY_LIMIT,
} Way;

/** Pair: two claims, of which the first has a rule; @anchor is what that counts from, NULL where it is not known. */
typedef struct
{
  const DtlEvent *event;
  const DtlClaim *derived;
  const DtlClaim *other;
  const char *anchor;
  const DtlCheckAnchors *anchors;
} Pair;

static const char *
find_anchor (const DtlCheckAnchors *anchors, const DtlClaim *claim)
{
  const DtlClaim *anchor = g_hash_table_lookup (anchors->claims_by_id, &claim->rule.anchor_claim);
  const DtlSource *source =
      anchors->sources_by_id != NULL ? g_hash_table_lookup (anchors->sources_by_id, &claim->rule.anchor_source) : NULL;

  if (claim->rule.anchor_claim != DTL_ID_NONE)
    return anchor != NULL ? anchor->edtf : NULL;
  return source != NULL ? source->issued_edtf : NULL;
}

/* What is told of a claim: its date, and how it was counted where it was. */
static char *
tell (const DtlCheckAnchors *anchors, const DtlClaim *claim)
{
  g_autofree char *label = dtl_check_date_label (claim);
  g_autofree char *rule = NULL;

  if (!claim->has_rule)
    return g_steal_pointer (&label);
  rule = dtl_rule_describe (&claim->rule, find_anchor (anchors, claim));
  /* Translators: a date, and how it was counted: 20 July 2024 (30 days after 20 June 2024, that day not counted) */
  return g_strdup_printf (C_ ("computed date", "%1$s (%2$s)"), label, rule);
}

/* --- other ways of counting ------------------------------------------------------------------------------------- */

static gboolean
explains (const Pair *pair, const DtlRule *rule)
{
  DtlClaim recounted = *pair->derived;
  g_autofree char *edtf = dtl_rule_compute (rule, pair->anchor, NULL);

  recounted.edtf = edtf;
  return edtf != NULL && dtl_check_compare (&recounted, pair->other) == DTL_COMPARISON_AGREE;
}

static gboolean
try_first_day (const Pair *pair, DtlRule *rule)
{
  gboolean was_counted = rule->counting == DTL_COUNTING_ANCHOR_COUNTED;

  rule->counting = was_counted ? DTL_COUNTING_ANCHOR_NOT_COUNTED : DTL_COUNTING_ANCHOR_COUNTED;
  return explains (pair, rule);
}

static gboolean
try_month_end (const Pair *pair, DtlRule *rule)
{
  gboolean was_last = rule->month_end == DTL_MONTH_END_LAST_DAY;

  rule->month_end = was_last ? DTL_MONTH_END_OVERFLOW : DTL_MONTH_END_LAST_DAY;
  return (rule->unit == DTL_UNIT_MONTHS || rule->unit == DTL_UNIT_YEARS) && explains (pair, rule);
}

/* So far beside the date lies what these count to that it would "explain" whatever is told without an end. */
static gboolean
has_ends (const DtlClaim *claim)
{
  DtlBounds bounds;

  return dtl_check_get_bounds (claim, &bounds) && bounds.start_earliest != DTL_CIVIL_MIN &&
         bounds.end_latest != DTL_CIVIL_MAX;
}

/* Each calendar that the program knows; @rule is left with the one that explains. */
static gboolean
try_calendars (const Pair *pair, DtlRule *rule)
{
  const DtlRule *was = &pair->derived->rule;

  for (int calendar = DTL_CALENDAR_NONE; calendar < DTL_CALENDAR_OWN; calendar++)
    {
      rule->calendar = calendar;
      if ((was->unit != DTL_UNIT_BUSINESS_DAYS || rule->calendar != was->calendar) && explains (pair, rule))
        return TRUE;
    }
  return FALSE;
}

static gboolean
try_business_days (const Pair *pair, DtlRule *rule)
{
  if (!has_ends (pair->other))
    return FALSE;
  if (rule->unit == DTL_UNIT_BUSINESS_DAYS)
    {
      rule->unit = DTL_UNIT_DAYS;
      return explains (pair, rule);
    }
  if (rule->unit != DTL_UNIT_DAYS)
    return FALSE;
  rule->unit = DTL_UNIT_BUSINESS_DAYS;
  return try_calendars (pair, rule);
}

static gboolean
try_other_calendar (const Pair *pair, DtlRule *rule)
{
  return rule->unit == DTL_UNIT_BUSINESS_DAYS && has_ends (pair->other) && try_calendars (pair, rule);
}

/* One says on which day a period ends, the other from when on it is over. Claims that say which of the two they are,
 * both of them, were compared so. */
static gboolean
try_limit (const Pair *pair)
{
  const DtlClaim *derived = pair->derived, *other = pair->other;

  if (derived->limit != DTL_LIMIT_NONE && other->limit != DTL_LIMIT_NONE)
    return FALSE;
  if (derived->limit != DTL_LIMIT_FIRST_IN_FORCE && other->limit != DTL_LIMIT_LAST_ALLOWED)
    return dtl_check_follows (derived, other);
  return dtl_check_follows (other, derived);
}

/* Sets @rule to the one that gives the other date. */
static gboolean
find_way (const Pair *pair, Way *way, DtlRule *rule)
{
  static const struct
  {
    Way way;
    gboolean (*try_it) (const Pair *pair, DtlRule *rule);
  } ways[] = {
    { WAY_FIRST_DAY, try_first_day },
    { WAY_MONTH_END, try_month_end },
    { WAY_CALENDAR, try_other_calendar },
    { WAY_BUSINESS_DAYS, try_business_days },
  };

  for (gsize i = 0; pair->anchor != NULL && i < G_N_ELEMENTS (ways); i++)
    {
      *rule = pair->derived->rule;
      *way = ways[i].way;
      if (ways[i].try_it (pair, rule))
        return TRUE;
    }
  *rule = pair->derived->rule;
  *way = WAY_LIMIT;
  return try_limit (pair);
}

/* --- findings --------------------------------------------------------------------------------------------------- */

static const char *
way_format (Way way)
{
  switch (way)
    {
    case WAY_FIRST_DAY:
      return _ ("“%1$s”: %2$s, beside %3$s. Whether the first day counts explains the difference: %4$s.");
    case WAY_MONTH_END:
      return _ ("“%1$s”: %2$s, beside %3$s. What becomes of a day that a month does not have explains the difference: "
                "%4$s.");
    case WAY_BUSINESS_DAYS:
      return _ ("“%1$s”: %2$s, beside %3$s. Whether days or business days are counted explains the difference: %4$s.");
    case WAY_CALENDAR:
      return _ ("“%1$s”: %2$s, beside %3$s. Which holidays are left out explains the difference: %4$s.");
    case WAY_LIMIT:
    default:
      return _ ("“%1$s”: %2$s, beside %3$s. The difference is that between the last day of a period and the first day "
                "after it.");
    }
}

static char *
explain (const Pair *pair, Way way, const DtlRule *rule)
{
  g_autofree char *computed = tell (pair->anchors, pair->derived);
  g_autofree char *stated = tell (pair->anchors, pair->other);
  g_autofree char *value = way != WAY_LIMIT ? dtl_rule_compute (rule, pair->anchor, NULL) : NULL;
  g_autofree char *recounted = value != NULL ? dtl_rule_describe_value (rule, pair->anchor, value) : g_strdup ("");

  if (way == WAY_LIMIT)
    return g_strdup_printf (way_format (way), pair->event->title, computed, stated);
  return g_strdup_printf (way_format (way), pair->event->title, computed, stated, recounted);
}

static void
add_difference (const Pair *pair, Way way, const DtlRule *rule, GPtrArray *findings)
{
  dtl_check_add (findings, DTL_GRADE_DIFFERS, "derived_differs", pair->event, pair->derived, pair->other,
                 explain (pair, way, rule));
}

static void
add_agreement (const Pair *pair, GPtrArray *findings)
{
  g_autofree char *computed = tell (pair->anchors, pair->derived);
  g_autofree char *stated = tell (pair->anchors, pair->other);

  dtl_check_add (findings, DTL_GRADE_AGREES, "derived_agrees", pair->event, pair->derived, pair->other,
                 g_strdup_printf (_ ("“%1$s”: %2$s agrees with %3$s."), pair->event->title, computed, stated));
}

static void
add_contradiction (const Pair *pair, GPtrArray *findings)
{
  g_autofree char *computed = tell (pair->anchors, pair->derived);
  g_autofree char *stated = tell (pair->anchors, pair->other);

  dtl_check_add (findings, DTL_GRADE_CONTRADICTS, "derived_contradicts", pair->event, pair->derived, pair->other,
                 g_strdup_printf (_ ("“%1$s”: %2$s, beside %3$s. No way of counting makes both true."),
                                  pair->event->title, computed, stated));
}

/* Where both have rules, either may be counted in another way. */
static void
check_difference (const Pair *pair, GPtrArray *findings)
{
  Pair swapped = { pair->event, pair->other, pair->derived, NULL, pair->anchors };
  DtlRule rule;
  Way way;

  if (find_way (pair, &way, &rule))
    {
      add_difference (pair, way, &rule, findings);
      return;
    }
  if (pair->other->has_rule)
    swapped.anchor = find_anchor (pair->anchors, pair->other);
  if (pair->other->has_rule && find_way (&swapped, &way, &rule))
    add_difference (&swapped, way, &rule, findings);
  else
    add_contradiction (pair, findings);
}

/**
 * dtl_check_derived:
 * @event: what both are about
 * @derived: a claim with a rule
 * @other: another of the same role, with a rule or without
 * @anchors: what rules count from
 * @findings: (element-type DtlFinding): appended to
 */
void
dtl_check_derived (const DtlEvent *event,
                   const DtlClaim *derived,
                   const DtlClaim *other,
                   const DtlCheckAnchors *anchors,
                   GPtrArray *findings)
{
  const Pair pair = { event, derived, other, find_anchor (anchors, derived), anchors };

  switch (dtl_check_compare (derived, other))
    {
    case DTL_COMPARISON_AGREE:
      add_agreement (&pair, findings);
      break;
    case DTL_COMPARISON_COUNTING:
      add_difference (&pair, WAY_LIMIT, &derived->rule, findings);
      break;
    case DTL_COMPARISON_EXCLUDE:
      check_difference (&pair, findings);
      break;
    case DTL_COMPARISON_UNKNOWN:
    default:
      break;
    }
}

/**
 * dtl_check_is_computed:
 * @event: the event
 * @claim: one of its claims
 * @anchors: what rules count from
 * @findings: (element-type DtlFinding): appended to where @claim has a rule that gives no date
 */
void
dtl_check_is_computed (const DtlEvent *event,
                       const DtlClaim *claim,
                       const DtlCheckAnchors *anchors,
                       GPtrArray *findings)
{
  g_autofree char *words = NULL;

  if (!claim->has_rule || claim->edtf != NULL || claim->standing == DTL_STANDING_REJECTED)
    return;
  words = dtl_rule_describe_value (&claim->rule, find_anchor (anchors, claim), NULL);
  dtl_check_add (findings, DTL_GRADE_WARNING, "derived_without_date", event, claim, NULL,
                 g_strdup_printf (_ ("“%1$s”: a date cannot be computed: %2$s"), event->title, words));
}
