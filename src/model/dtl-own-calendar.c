/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dtl-own-calendar.h"

#include <string.h>

#include "date/dtl-edtf.h"

/**
 * dtl_own_calendar_new:
 * @name: what the case calls it
 * @closed_days: (array length=n_closed_days) (nullable): day numbers, in any order
 * @n_closed_days: how many
 *
 * Returns: (transfer full): a calendar that has no id yet
 */
DtlOwnCalendar *
dtl_own_calendar_new (const char *name, const int64_t *closed_days, gsize n_closed_days)
{
  DtlOwnCalendar *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (DtlOwnCalendar, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_strdup (name);
  self->days = dtl_calendar_new_own (closed_days, n_closed_days);
  return self;
}

/** dtl_own_calendar_ref: Returns: (transfer full): @self */
DtlOwnCalendar *
dtl_own_calendar_ref (DtlOwnCalendar *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/** dtl_own_calendar_unref: @self: (nullable) (transfer full): a calendar */
void
dtl_own_calendar_unref (DtlOwnCalendar *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->name);
  dtl_calendar_unref (self->days);
  g_free (self);
}

/** dtl_own_calendar_equals: Returns: whether both have the same name and close the same days, whatever their ids */
gboolean
dtl_own_calendar_equals (const DtlOwnCalendar *self, const DtlOwnCalendar *other)
{
  const int64_t *ours, *theirs;
  gsize n_ours, n_theirs;

  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  ours = dtl_calendar_get_closed_days (self->days, &n_ours);
  theirs = dtl_calendar_get_closed_days (other->days, &n_theirs);
  return g_str_equal (self->name, other->name) && n_ours == n_theirs &&
         (n_ours == 0 || memcmp (ours, theirs, n_ours * sizeof *ours) == 0);
}

/** dtl_own_calendar_write_day: Returns: (transfer full): a day of the years 0 to 9999 as YYYY-MM-DD */
char *
dtl_own_calendar_write_day (int64_t day_number)
{
  DtlCivilDay day = dtl_civil_from_day_number (day_number);

  return g_strdup_printf ("%04d-%02d-%02d", (int) day.year, day.month, day.day);
}

/**
 * dtl_own_calendar_read_day:
 * @text: a day as YYYY-MM-DD, and nothing else
 * @day_number: (out): its number
 *
 * Returns: whether there is such a day
 */
gboolean
dtl_own_calendar_read_day (const char *text, int64_t *day_number)
{
  g_autoptr (DtlEdtf) value = NULL;

  g_return_val_if_fail (text != NULL && day_number != NULL, FALSE);

  if (strlen (text) != strlen ("YYYY-MM-DD") || strspn (text, "0123456789-") != strlen (text) || *text == '-')
    return FALSE;
  value = dtl_edtf_parse (text, NULL);
  if (value == NULL)
    return FALSE;
  *day_number = dtl_edtf_get_bounds (value)->start_earliest / DTL_SECONDS_PER_DAY;
  if (dtl_edtf_get_bounds (value)->start_earliest % DTL_SECONDS_PER_DAY < 0)
    --*day_number;
  return TRUE;
}
