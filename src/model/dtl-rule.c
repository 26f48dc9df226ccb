/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One rule applied to one date. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "model/dtl-derive.h"

G_DEFINE_QUARK (dtl - model - error - quark, dtl_model_error)

static DtlEdtf *
parse_anchor (const char *anchor_edtf, GError **error)
{
  g_autoptr (GError) reason = NULL;
  DtlEdtf *anchor = dtl_edtf_parse (anchor_edtf, &reason);

  if (anchor == NULL)
    g_set_error (error, DTL_MODEL_ERROR, DTL_MODEL_ERROR_DATE, _ ("The date counted from, “%s”, cannot be read: %s"),
                 anchor_edtf, reason->message);
  return anchor;
}

static DtlEdtf *
shift (const DtlRule *rule, DtlEdtf *anchor, GError **error)
{
  g_autoptr (DtlCalendar) built_in = rule->calendar != DTL_CALENDAR_OWN ? dtl_calendar_new (rule->calendar) : NULL;
  DtlDateShift how = { rule->comparator, rule->amount, rule->unit, rule->counting, rule->month_end, built_in };

  if (rule->calendar == DTL_CALENDAR_OWN && rule->own_calendar == NULL)
    {
      g_set_error_literal (error, DTL_MODEL_ERROR, DTL_MODEL_ERROR_DATE, _ ("the calendar of business days is gone"));
      return NULL;
    }
  if (rule->calendar == DTL_CALENDAR_OWN)
    how.calendar = rule->own_calendar->days;
  return dtl_date_shift (anchor, &how, error);
}

/**
 * dtl_rule_compute:
 * @rule: a rule; its anchor is not looked at
 * @anchor_edtf: the date that it counts from
 * @error: DTL_MODEL_ERROR_DATE
 *
 * Returns: (transfer full) (nullable): the date counted to as EDTF
 */
char *
dtl_rule_compute (const DtlRule *rule, const char *anchor_edtf, GError **error)
{
  g_autoptr (DtlEdtf) anchor = NULL;
  g_autoptr (DtlEdtf) shifted = NULL;
  g_autoptr (GError) reason = NULL;

  g_return_val_if_fail (rule != NULL && anchor_edtf != NULL, NULL);

  anchor = parse_anchor (anchor_edtf, error);
  if (anchor == NULL)
    return NULL;
  shifted = shift (rule, anchor, &reason);
  if (shifted == NULL)
    {
      g_set_error (error, DTL_MODEL_ERROR, DTL_MODEL_ERROR_DATE, _ ("Nothing can be counted from “%s”: %s"),
                   anchor_edtf, reason->message);
      return NULL;
    }
  return g_strdup (dtl_edtf_get_text (shifted));
}

/**
 * dtl_rule_month_end_matters:
 * @rule: a rule
 * @anchor_edtf: the date that it counts from
 *
 * Returns: whether the month counted to lacks the day, so that the rule for such a month decides
 */
gboolean
dtl_rule_month_end_matters (const DtlRule *rule, const char *anchor_edtf)
{
  DtlRule other;
  g_autofree char *one_way = NULL;
  g_autofree char *other_way = NULL;

  g_return_val_if_fail (rule != NULL && anchor_edtf != NULL, FALSE);

  if (rule->unit != DTL_UNIT_MONTHS && rule->unit != DTL_UNIT_YEARS)
    return FALSE;
  other = *rule;
  other.month_end = rule->month_end == DTL_MONTH_END_LAST_DAY ? DTL_MONTH_END_OVERFLOW : DTL_MONTH_END_LAST_DAY;
  one_way = dtl_rule_compute (rule, anchor_edtf, NULL);
  other_way = dtl_rule_compute (&other, anchor_edtf, NULL);
  return g_strcmp0 (one_way, other_way) != 0;
}
