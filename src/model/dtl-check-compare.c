/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two claims of one role side by side. Limits are compared as the first day in force: "last allowed on the 28th" and
 * "in force from the 29th" say the same. */
#include "config.h"

#include "base/dtl-gettext.h"
#include "date/dtl-date-label.h"
#include "model/dtl-check-private.h"

/**
 * dtl_check_get_bounds:
 * @claim: a claim
 * @bounds: (out): its bounds as stated
 *
 * Returns: FALSE where it has no readable date
 */
gboolean
dtl_check_get_bounds (const DtlClaim *claim, DtlBounds *bounds)
{
  g_autoptr (DtlEdtf) value = claim->edtf != NULL ? dtl_edtf_parse (claim->edtf, NULL) : NULL;

  if (value == NULL)
    return FALSE;
  *bounds = *dtl_edtf_get_bounds (value);
  return TRUE;
}

static int64_t
shift_second (int64_t second, int64_t n_days)
{
  int64_t shifted;

  if (second == DTL_CIVIL_MIN || second == DTL_CIVIL_MAX)
    return second;
  if (__builtin_add_overflow (second, n_days * DTL_SECONDS_PER_DAY, &shifted))
    return n_days < 0 ? DTL_CIVIL_MIN : DTL_CIVIL_MAX;
  return shifted;
}

static DtlBounds
shift (const DtlBounds *bounds, int64_t n_days)
{
  DtlBounds shifted = *bounds;

  shifted.start_earliest = shift_second (bounds->start_earliest, n_days);
  shifted.start_latest = shift_second (bounds->start_latest, n_days);
  shifted.end_earliest = shift_second (bounds->end_earliest, n_days);
  shifted.end_latest = shift_second (bounds->end_latest, n_days);
  return shifted;
}

static gboolean
exclude_by_limit (const DtlClaim *a, const DtlBounds *a_bounds, const DtlClaim *b, const DtlBounds *b_bounds)
{
  DtlBounds first = shift (a_bounds, a->limit == DTL_LIMIT_LAST_ALLOWED ? 1 : 0);
  DtlBounds second = shift (b_bounds, b->limit == DTL_LIMIT_LAST_ALLOWED ? 1 : 0);

  return dtl_bounds_exclude (&first, &second);
}

/**
 * dtl_check_follows:
 * @last_day: a claim
 * @first_day: another of the same role
 *
 * Returns: whether @first_day may be the day after @last_day, so that a period that ends on the one is over on the
 * other
 */
gboolean
dtl_check_follows (const DtlClaim *last_day, const DtlClaim *first_day)
{
  DtlBounds last, first, after;

  if (!dtl_check_get_bounds (last_day, &last) || !dtl_check_get_bounds (first_day, &first))
    return FALSE;
  after = shift (&last, 1);
  return !dtl_bounds_exclude (&after, &first);
}

/**
 * dtl_check_compare:
 * @a, @b: two claims of the same role
 *
 * Returns: whether they agree; exclude each other as written, but say the same (a limit told by its last day allowed
 * and by its first in force); or exclude each other
 */
DtlComparison
dtl_check_compare (const DtlClaim *a, const DtlClaim *b)
{
  gboolean have_limits = a->limit != DTL_LIMIT_NONE && b->limit != DTL_LIMIT_NONE;
  DtlBounds a_bounds;
  DtlBounds b_bounds;
  gboolean exclude;

  if (!dtl_check_get_bounds (a, &a_bounds) || !dtl_check_get_bounds (b, &b_bounds))
    return DTL_COMPARISON_UNKNOWN;
  exclude = dtl_bounds_exclude (&a_bounds, &b_bounds);
  if (have_limits && !exclude_by_limit (a, &a_bounds, b, &b_bounds))
    return exclude ? DTL_COMPARISON_COUNTING : DTL_COMPARISON_AGREE;
  return !have_limits && !exclude ? DTL_COMPARISON_AGREE : DTL_COMPARISON_EXCLUDE;
}

static char *
dup_plain_label (const DtlClaim *claim)
{
  g_autoptr (DtlEdtf) value = claim->edtf != NULL ? dtl_edtf_parse (claim->edtf, NULL) : NULL;

  if (value != NULL)
    return dtl_date_label (value, DTL_DATE_LABEL_LONG);
  return g_strdup (claim->edtf != NULL ? claim->edtf : "");
}

/**
 * dtl_check_date_label:
 * @claim: a claim
 *
 * Returns: (transfer full): its date in words, or as written where it cannot be read, and what a limit means
 */
char *
dtl_check_date_label (const DtlClaim *claim)
{
  g_autofree char *label = dup_plain_label (claim);

  switch (claim->limit)
    {
    case DTL_LIMIT_FIRST_IN_FORCE:
      return g_strdup_printf (_ ("%s (first day in force)"), label);
    case DTL_LIMIT_LAST_ALLOWED:
      return g_strdup_printf (_ ("%s (last day allowed)"), label);
    case DTL_LIMIT_NONE:
    default:
      return g_steal_pointer (&label);
    }
}
