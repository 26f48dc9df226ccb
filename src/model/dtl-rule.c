/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One rule: computed, and told in words. */
#include "config.h"

#include <inttypes.h>

#include "base/dtl-gettext.h"
#include "date/dtl-date-label.h"
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
  shifted = dtl_date_shift (anchor, rule->comparator, rule->amount, rule->unit, rule->counting, &reason);
  if (shifted == NULL)
    {
      g_set_error (error, DTL_MODEL_ERROR, DTL_MODEL_ERROR_DATE, _ ("Nothing can be counted from “%s”: %s"),
                   anchor_edtf, reason->message);
      return NULL;
    }
  return g_strdup (dtl_edtf_get_text (shifted));
}

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

static char *
describe_anchor (const char *anchor_edtf)
{
  g_autoptr (DtlEdtf) anchor = dtl_edtf_parse (anchor_edtf, NULL);

  return anchor != NULL ? dtl_date_label (anchor, DTL_DATE_LABEL_LONG) : g_strdup (anchor_edtf);
}

char *
dtl_rule_describe (const DtlRule *rule, const char *anchor_edtf)
{
  g_autofree char *anchor = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *distance = NULL;

  g_return_val_if_fail (rule != NULL, NULL);

  if (anchor_edtf != NULL)
    anchor = describe_anchor (anchor_edtf);
  else
    anchor = g_strdup (rule->anchor_claim == DTL_ID_NONE ? _ ("the date of publication") : _ ("an unknown date"));
  if (rule->amount == 0 && rule->comparator == DTL_COMPARATOR_EQUAL && anchor_edtf == NULL)
    return g_steal_pointer (&anchor);
  if (rule->amount == 0 && rule->comparator == DTL_COMPARATOR_EQUAL)
    return g_strdup_printf (_ ("the same date as %s"), anchor);
  if (rule->amount == 0 && rule->comparator == DTL_COMPARATOR_ABOUT)
    return g_strdup_printf (_ ("about the same time as %s"), anchor);
  amount = describe_amount (rule->amount, rule->unit);
  distance = g_strdup_printf (distance_format (rule->comparator, rule->amount < 0), amount, anchor);
  if (rule->unit == DTL_UNIT_MONTHS || rule->unit == DTL_UNIT_YEARS)
    return g_steal_pointer (&distance);
  return g_strdup_printf (rule->counting == DTL_COUNTING_ANCHOR_COUNTED ? _ ("%s, that day counted")
                                                                        : _ ("%s, that day not counted"),
                          distance);
}
