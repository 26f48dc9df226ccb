/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rule in words: how far, from when, and how it was counted. How it was counted is one whole phrase for each way, so
 * that a translator can order the words. */
#include "config.h"

#include <inttypes.h>

#include "base/dtl-gettext.h"
#include "date/dtl-date-label.h"
#include "model/dtl-derive.h"

static char *
describe_amount (int64_t amount, DtlTimeUnit unit)
{
  uint64_t n = amount < 0 ? (uint64_t) 0 - (uint64_t) amount : (uint64_t) amount;
  gulong plural = (gulong) n;

  switch (unit)
    {
    case DTL_UNIT_BUSINESS_DAYS:
      return g_strdup_printf (ngettext ("%" PRIu64 " business day", "%" PRIu64 " business days", plural), n);
    case DTL_UNIT_WEEKS:
      return g_strdup_printf (ngettext ("%" PRIu64 " week", "%" PRIu64 " weeks", plural), n);
    case DTL_UNIT_MONTHS:
      return g_strdup_printf (ngettext ("%" PRIu64 " month", "%" PRIu64 " months", plural), n);
    case DTL_UNIT_YEARS:
      return g_strdup_printf (ngettext ("%" PRIu64 " year", "%" PRIu64 " years", plural), n);
    case DTL_UNIT_DAYS:
    default:
      return g_strdup_printf (ngettext ("%" PRIu64 " day", "%" PRIu64 " days", plural), n);
    }
}

/* A whole phrase for each comparator and direction, so that a translator can order the words. */
static const char *
distance_format (DtlComparator comparator, gboolean is_before)
{
  switch (comparator)
    {
    case DTL_COMPARATOR_AT_LEAST:
      return is_before ? _ ("no earlier than %s before %s") : _ ("at least %s after %s");
    case DTL_COMPARATOR_AT_MOST:
      return is_before ? _ ("at most %s before %s") : _ ("within %s after %s");
    case DTL_COMPARATOR_ABOUT:
      return is_before ? _ ("about %s before %s") : _ ("about %s after %s");
    case DTL_COMPARATOR_BEFORE:
      return is_before ? _ ("earlier than %s before %s") : _ ("earlier than %s after %s");
    case DTL_COMPARATOR_AFTER:
      return is_before ? _ ("later than %s before %s") : _ ("later than %s after %s");
    case DTL_COMPARATOR_EQUAL:
    default:
      return is_before ? _ ("%s before %s") : _ ("%s after %s");
    }
}

/* The same where the date is a whole day, which languages with articles and cases can put into the sentence. */
static const char *
day_distance_format (DtlComparator comparator, gboolean is_before)
{
  /* Translators: all of these: %1$s is "30 days", %2$s is a day, "20 June 2024" */
  switch (comparator)
    {
    case DTL_COMPARATOR_AT_LEAST:
      return is_before ? C_ ("from a day", "no earlier than %1$s before %2$s")
                       : C_ ("from a day", "at least %1$s after %2$s");
    case DTL_COMPARATOR_AT_MOST:
      return is_before ? C_ ("from a day", "at most %1$s before %2$s") : C_ ("from a day", "within %1$s after %2$s");
    case DTL_COMPARATOR_ABOUT:
      return is_before ? C_ ("from a day", "about %1$s before %2$s") : C_ ("from a day", "about %1$s after %2$s");
    case DTL_COMPARATOR_BEFORE:
      return is_before ? C_ ("from a day", "earlier than %1$s before %2$s")
                       : C_ ("from a day", "earlier than %1$s after %2$s");
    case DTL_COMPARATOR_AFTER:
      return is_before ? C_ ("from a day", "later than %1$s before %2$s")
                       : C_ ("from a day", "later than %1$s after %2$s");
    case DTL_COMPARATOR_EQUAL:
    default:
      return is_before ? C_ ("from a day", "%1$s before %2$s") : C_ ("from a day", "%1$s after %2$s");
    }
}

static char *
label (const char *edtf)
{
  g_autoptr (DtlEdtf) value = dtl_edtf_parse (edtf, NULL);

  return value != NULL ? dtl_date_label (value, DTL_DATE_LABEL_LONG) : g_strdup (edtf);
}

static char *
describe_anchor (const DtlRule *rule, const char *anchor_edtf)
{
  if (anchor_edtf != NULL)
    return label (anchor_edtf);
  return g_strdup (rule->anchor_claim == DTL_ID_NONE ? _ ("the date of publication") : _ ("an unknown date"));
}

/* A whole day without a time of day, known for sure. */
static gboolean
is_day (const char *edtf)
{
  g_autoptr (DtlEdtf) value = edtf != NULL ? dtl_edtf_parse (edtf, NULL) : NULL;

  return value != NULL && dtl_edtf_get_shape (value) == DTL_EDTF_DATE &&
         dtl_edtf_get_element (value, 0)->first.date.precision == DTL_PRECISION_DAY &&
         (dtl_edtf_get_bounds (value)->flags & (DTL_BOUND_UNCERTAIN | DTL_BOUND_APPROXIMATE)) == 0;
}

/* --- the way of counting ---------------------------------------------------------------------------------------- */

static char *
add_business_counting (const DtlRule *rule, const char *distance)
{
  gboolean is_counted = rule->counting == DTL_COUNTING_ANCHOR_COUNTED;

  switch (rule->calendar)
    {
    case DTL_CALENDAR_US_FEDERAL:
      return g_strdup_printf (is_counted ? _ ("%s, that day counted, US federal holidays left out")
                                         : _ ("%s, that day not counted, US federal holidays left out"),
                              distance);
    case DTL_CALENDAR_TARGET:
      return g_strdup_printf (is_counted ? _ ("%s, that day counted, closing days of TARGET left out")
                                         : _ ("%s, that day not counted, closing days of TARGET left out"),
                              distance);
    case DTL_CALENDAR_OWN:
      return g_strdup_printf (is_counted ? _ ("%1$s, that day counted, closed days of “%2$s” left out")
                                         : _ ("%1$s, that day not counted, closed days of “%2$s” left out"),
                              distance, rule->own_calendar != NULL ? rule->own_calendar->name : "");
    case DTL_CALENDAR_NONE:
    default:
      return g_strdup_printf (is_counted ? _ ("%s, that day counted, Saturdays and Sundays left out")
                                         : _ ("%s, that day not counted, Saturdays and Sundays left out"),
                              distance);
    }
}

/* From a month or a year, months and years count without a day. */
static char *
add_month_counting (const DtlRule *rule, const char *anchor_edtf, const char *distance)
{
  gboolean is_counted = rule->counting == DTL_COUNTING_ANCHOR_COUNTED;

  if (!is_counted && !is_day (anchor_edtf))
    return g_strdup (distance);
  if (anchor_edtf == NULL || !dtl_rule_month_end_matters (rule, anchor_edtf))
    return g_strdup_printf (is_counted ? _ ("%s, that day counted") : _ ("%s, that day not counted"), distance);
  if (rule->month_end == DTL_MONTH_END_OVERFLOW)
    return g_strdup_printf (is_counted
                                ? _ ("%s, that day counted, and on into the next month where a month is too short")
                                : _ ("%s, that day not counted, and on into the next month where a month is too short"),
                            distance);
  return g_strdup_printf (is_counted ? _ ("%s, that day counted, on the last day where a month is too short")
                                     : _ ("%s, that day not counted, on the last day where a month is too short"),
                          distance);
}

static char *
add_counting (const DtlRule *rule, const char *anchor_edtf, const char *distance)
{
  switch (rule->unit)
    {
    case DTL_UNIT_BUSINESS_DAYS:
      return add_business_counting (rule, distance);
    case DTL_UNIT_MONTHS:
    case DTL_UNIT_YEARS:
      return add_month_counting (rule, anchor_edtf, distance);
    case DTL_UNIT_DAYS:
    case DTL_UNIT_WEEKS:
    default:
      return g_strdup_printf (rule->counting == DTL_COUNTING_ANCHOR_COUNTED ? _ ("%s, that day counted")
                                                                            : _ ("%s, that day not counted"),
                              distance);
    }
}

/* --- a rule ----------------------------------------------------------------------------------------------------- */

/**
 * dtl_rule_describe:
 * @rule: a rule
 * @anchor_edtf: (nullable): the date counted from; NULL where it is not at hand
 *
 * Returns: (transfer full): the rule with its counting: "30 days after 20 June 2024, that day not counted"
 */
char *
dtl_rule_describe (const DtlRule *rule, const char *anchor_edtf)
{
  g_autofree char *anchor = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *distance = NULL;

  g_return_val_if_fail (rule != NULL, NULL);

  anchor = describe_anchor (rule, anchor_edtf);
  if (rule->amount == 0 && rule->comparator == DTL_COMPARATOR_EQUAL && anchor_edtf == NULL)
    return g_steal_pointer (&anchor);
  if (rule->amount == 0 && rule->comparator == DTL_COMPARATOR_EQUAL)
    return g_strdup_printf (_ ("the same date as %s"), anchor);
  if (rule->amount == 0 && rule->comparator == DTL_COMPARATOR_ABOUT)
    return g_strdup_printf (_ ("about the same time as %s"), anchor);
  amount = describe_amount (rule->amount, rule->unit);
  distance = g_strdup_printf (is_day (anchor_edtf) ? day_distance_format (rule->comparator, rule->amount < 0)
                                                   : distance_format (rule->comparator, rule->amount < 0),
                              amount, anchor);
  return add_counting (rule, anchor_edtf, distance);
}

/**
 * dtl_rule_describe_value:
 * @rule: a rule
 * @anchor_edtf: (nullable): the date counted from
 * @value_edtf: (nullable): the date counted to
 *
 * Returns: (transfer full): both: "30 days after 20 June 2024, that day not counted: 20 July 2024"; the rule alone
 * where it is the same date; where there is no date counted to, why not
 */
char *
dtl_rule_describe_value (const DtlRule *rule, const char *anchor_edtf, const char *value_edtf)
{
  g_autofree char *words = NULL;
  g_autofree char *value = NULL;

  g_return_val_if_fail (rule != NULL, NULL);

  words = dtl_rule_describe (rule, anchor_edtf);
  if (rule->amount == 0 && value_edtf != NULL && g_strcmp0 (anchor_edtf, value_edtf) == 0)
    return g_steal_pointer (&words);
  value = value_edtf != NULL ? label (value_edtf) : dtl_rule_explain_missing (rule, anchor_edtf);
  /* Translators: how a date was counted, and the date that this gives, or why it gives none */
  return g_strdup_printf (C_ ("computed date", "%1$s: %2$s"), words, value);
}

/**
 * dtl_rule_explain_missing:
 * @rule: a rule that gives no date
 * @anchor_edtf: (nullable): the date counted from
 *
 * Returns: (transfer full): why
 */
char *
dtl_rule_explain_missing (const DtlRule *rule, const char *anchor_edtf)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;

  g_return_val_if_fail (rule != NULL, NULL);

  if (anchor_edtf == NULL)
    return g_strdup (rule->anchor_claim == DTL_ID_NONE ? _ ("no date, because the source has no date of publication")
                                                       : _ ("no date, because what it is counted from has none"));
  value = dtl_rule_compute (rule, anchor_edtf, &error);
  return g_strdup (error != NULL ? error->message : "");
}
