/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One date as EDTF, and the days that it has. What days a season or decade has is asked of EDTF itself. */
#include "config.h"

#include "date/dtl-date-point-private.h"

#include <string.h>

#define WRITABLE_YEAR           9999
#define LAST_CENTURY_BEFORE_ERA "[-0099..0000]"

static const char *
suffix_of (uint8_t qualifiers)
{
  static const char *const suffixes[] = { "", "?", "~", "%" };

  return suffixes[qualifiers & (DTL_QUALIFIER_UNCERTAIN | DTL_QUALIFIER_APPROXIMATE)];
}

static char *
write_year (int64_t year)
{
  gboolean is_long = year < -WRITABLE_YEAR || year > WRITABLE_YEAR;

  return g_strdup_printf ("%s%s%04" G_GINT64_FORMAT, is_long ? "Y" : "", year < 0 ? "-" : "", ABS (year));
}

/*
 * dtl_date_span_write_day:
 * @day_number: a day
 * @precision: YEAR, MONTH or DAY: what of it is written
 * @qualifiers: DtlQualifier
 *
 * Returns: (transfer full): EDTF
 */
char *
dtl_date_span_write_day (int64_t day_number, DtlPrecision precision, uint8_t qualifiers)
{
  DtlCivilDay civil = dtl_civil_from_day_number (day_number);
  g_autofree char *year = write_year (civil.year);

  if (precision == DTL_PRECISION_YEAR)
    return g_strconcat (year, suffix_of (qualifiers), NULL);
  if (precision == DTL_PRECISION_MONTH)
    return g_strdup_printf ("%s-%02d%s", year, civil.month, suffix_of (qualifiers));
  return g_strdup_printf ("%s-%02d-%02d%s", year, civil.month, civil.day, suffix_of (qualifiers));
}

/* Without its qualifiers and its third. */
static char *
write_bare (const DtlDatePoint *self)
{
  g_autofree char *year = self->has_year ? write_year (self->year) : g_strdup ("XXXX");
  size_t length = strlen (year);

  for (int i = 0; i < self->n_unknown; i++)
    year[length - 1 - i] = 'X';
  if (self->precision == DTL_PRECISION_YEAR)
    return g_steal_pointer (&year);
  if (self->precision != DTL_PRECISION_DAY)
    return g_strdup_printf ("%s-%02d", year, self->month);
  return g_strdup_printf ("%s-%02d-%02d", year, self->month, self->day);
}

static void
narrow_years (const DtlDatePoint *self, DtlDateSpan *span)
{
  int64_t first_year = self->before_era ? self->year - 99 : self->year;
  int from, to;

  if (self->n_unknown == 1)
    dtl_third_of (self->third, 0, DTL_EARLY_LAST_YEAR_OF_DECADE, DTL_MIDDLE_LAST_YEAR_OF_DECADE, 9, &from, &to);
  else
    dtl_third_of (self->third, 0, DTL_EARLY_LAST_YEAR_OF_CENTURY, DTL_MIDDLE_LAST_YEAR_OF_CENTURY, 99, &from, &to);
  span->first = dtl_civil_day_number (first_year + from, 1, 1);
  span->last = dtl_civil_day_number (first_year + to, 12, 31);
}

static void
narrow (const DtlDatePoint *self, DtlDateSpan *span)
{
  int from, to;

  if (self->n_unknown > 0)
    {
      narrow_years (self, span);
      return;
    }
  if (self->precision == DTL_PRECISION_MONTH)
    {
      dtl_third_of (self->third, 1, DTL_EARLY_LAST_DAY, DTL_MIDDLE_LAST_DAY,
                    dtl_civil_days_in_month (self->year, self->month), &from, &to);
      span->first = dtl_civil_day_number (self->year, self->month, from);
      span->last = dtl_civil_day_number (self->year, self->month, to);
      span->precision = DTL_PRECISION_DAY;
      return;
    }
  dtl_third_of (self->third, 1, DTL_EARLY_LAST_MONTH, DTL_MIDDLE_LAST_MONTH, 12, &from, &to);
  span->first = dtl_civil_day_number (self->year, from, 1);
  span->last = dtl_civil_day_number (self->year, to, dtl_civil_days_in_month (self->year, to));
  span->precision = DTL_PRECISION_MONTH;
}

/* The last century before the era ends with the year 0, which no mask with a minus sign has. */
static gboolean
is_last_before_era (const DtlDatePoint *self)
{
  return self->before_era && self->year == 0;
}

/*
 * dtl_date_point_span:
 * @self: a whole point: a day has its month
 * @span: (out): the days that it has
 *
 * Returns: FALSE where it has no year, or is no date
 */
gboolean
dtl_date_point_span (const DtlDatePoint *self, DtlDateSpan *span)
{
  g_autofree char *text = is_last_before_era (self) ? g_strdup (LAST_CENTURY_BEFORE_ERA) : write_bare (self);
  g_autoptr (DtlEdtf) value = self->has_year ? dtl_edtf_parse (text, NULL) : NULL;

  if (value == NULL)
    return FALSE;
  span->precision = self->precision == DTL_PRECISION_SEASON ? DTL_PRECISION_MONTH : self->precision;
  span->first = dtl_civil_day_from_seconds (dtl_edtf_get_bounds (value)->start_earliest);
  span->last = dtl_civil_day_from_seconds (dtl_edtf_get_bounds (value)->end_latest);
  if (self->third != DTL_THIRD_NONE)
    narrow (self, span);
  return TRUE;
}

/*
 * dtl_date_point_write:
 * @self: a whole point; with a third it must have a year
 *
 * Returns: (transfer full): EDTF
 */
char *
dtl_date_point_write (const DtlDatePoint *self)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  DtlDateSpan span;

  if ((self->third == DTL_THIRD_NONE && !is_last_before_era (self)) || !dtl_date_point_span (self, &span))
    {
      first = write_bare (self);
      return g_strconcat (first, suffix_of (self->qualifiers), NULL);
    }
  first = dtl_date_span_write_day (span.first, span.precision, self->qualifiers);
  last = dtl_date_span_write_day (span.last, span.precision, self->qualifiers);
  return g_strdup_printf ("[%s..%s]", first, last);
}

/*
 * dtl_date_point_write_whole:
 * @self: a whole point
 *
 * Returns: (transfer full): EDTF where no stretch can stand: a third is about the whole
 */
char *
dtl_date_point_write_whole (const DtlDatePoint *self)
{
  g_autofree char *bare = write_bare (self);
  uint8_t qualifiers = self->qualifiers;

  if (self->third != DTL_THIRD_NONE)
    qualifiers |= DTL_QUALIFIER_APPROXIMATE;
  return g_strconcat (bare, suffix_of (qualifiers), NULL);
}
