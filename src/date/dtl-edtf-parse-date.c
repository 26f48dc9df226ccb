/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading one date: components from the year down, each with the qualifiers before it (its own) and after it (its own
 * and those of all to its left), and the level that its features belong to. */
#include "config.h"

#include "date/dtl-edtf-cursor-private.h"
#include "date/dtl-edtf-private.h"

#include "base/dtl-gettext.h"

#define TWO_DIGITS_UNKNOWN 3u
#define FIRST_SEASON       21
#define LAST_PLAIN_SEASON  24 /* beyond it the codes belong to level 2 */
#define LAST_SEASON        41

/*
 * DateReader: one date while it is read.
 * @component_qualified: a qualifier stood before a component, or after one that is not the last
 */
typedef struct
{
  DtlEdtfCursor *cursor;
  DtlEdtfDate *date;
  DtlEdtfYearForm year_form;
  const char *day_at;
  gboolean component_qualified;
} DateReader;

static gboolean
fail (DateReader *reader, const char *where, const char *message, GError **error)
{
  return dtl_edtf_cursor_fail (reader->cursor, where, DTL_DATE_ERROR_SYNTAX, message, error);
}

/* The qualifier before a component. */
static uint8_t
take_prefix (DateReader *reader)
{
  uint8_t qualifiers = dtl_edtf_cursor_take_qualifiers (reader->cursor);

  reader->component_qualified |= qualifiers != 0;
  return qualifiers;
}

/* The qualifier after a component: TRUE when another component follows, with the cursor behind its hyphen. */
static gboolean
take_suffix_and_hyphen (DateReader *reader, uint8_t *qualifiers)
{
  gboolean more;

  *qualifiers = dtl_edtf_cursor_take_qualifiers (reader->cursor);
  more = dtl_edtf_cursor_take (reader->cursor, "-");
  reader->component_qualified |= more && *qualifiers != 0;
  return more;
}

static gboolean
any_fits (int64_t pattern, uint32_t mask, int from, int to)
{
  if (mask == 0)
    return pattern >= from && pattern <= to;
  for (int i = from; i <= to; i++)
    if (dtl_edtf_digits_fit (i, pattern, mask, 2))
      return TRUE;
  return FALSE;
}

static gboolean
parse_month (DateReader *reader, GError **error)
{
  DtlEdtfDate *date = reader->date;
  uint8_t prefix = take_prefix (reader);
  const char *where = reader->cursor->at;
  int64_t value;
  uint32_t mask;

  if (!dtl_edtf_cursor_take_digits (reader->cursor, 2, TRUE, &value, &mask))
    return fail (reader, where, _ ("expected a month of two digits"), error);
  date->precision =
      mask == 0 && value >= FIRST_SEASON && value <= LAST_SEASON ? DTL_PRECISION_SEASON : DTL_PRECISION_MONTH;
  if (date->precision == DTL_PRECISION_MONTH && !any_fits (value, mask, 1, 12))
    return fail (reader, where, _ ("expected a month from 01 to 12, or a season or part of the year from 21 to 41"),
                 error);
  date->month = (uint8_t) value;
  date->month_mask = (uint8_t) mask;
  date->month_qualifiers = prefix;
  return TRUE;
}

static gboolean
parse_day (DateReader *reader, GError **error)
{
  DtlEdtfDate *date = reader->date;
  uint8_t prefix = take_prefix (reader);
  const char *where = reader->cursor->at;
  int64_t value;
  uint32_t mask;

  if (date->precision == DTL_PRECISION_SEASON)
    return fail (reader, where, _ ("a season or part of the year has no day"), error);
  if (!dtl_edtf_cursor_take_digits (reader->cursor, 2, TRUE, &value, &mask))
    return fail (reader, where, _ ("expected a day of two digits"), error);
  if (!any_fits (value, mask, 1, 31))
    return fail (reader, where, _ ("expected a day from 01 to 31"), error);
  reader->day_at = where;
  date->day = (uint8_t) value;
  date->day_mask = (uint8_t) mask;
  date->day_qualifiers = prefix;
  date->precision = DTL_PRECISION_DAY;
  return TRUE;
}

/* Components from the year to the last one written; what follows is left to the caller. */
static gboolean
parse_components (DateReader *reader, GError **error)
{
  DtlEdtfDate *date = reader->date;
  uint8_t suffix;

  date->year_qualifiers = take_prefix (reader);
  if (!dtl_edtf_parse_year (reader->cursor, date, &reader->year_form, error))
    return FALSE;
  if (take_suffix_and_hyphen (reader, &suffix))
    {
      date->year_qualifiers |= suffix;
      if (reader->year_form.is_long || date->significant_digits != 0)
        return fail (reader, reader->cursor->at - 1, _ ("a year written with Y or S stands without month and day"),
                     error);
      if (!parse_month (reader, error))
        return FALSE;
      if (take_suffix_and_hyphen (reader, &suffix))
        {
          date->year_qualifiers |= suffix;
          date->month_qualifiers |= suffix;
          if (!parse_day (reader, error))
            return FALSE;
          suffix = dtl_edtf_cursor_take_qualifiers (reader->cursor);
          date->day_qualifiers |= suffix;
        }
      date->month_qualifiers |= suffix;
    }
  date->year_qualifiers |= suffix;
  return TRUE;
}

static gboolean
is_masked (const DtlEdtfDate *date)
{
  return date->year_mask != 0 || date->month_mask != 0 || date->day_mask != 0;
}

static gboolean
is_qualified (const DtlEdtfDate *date)
{
  return date->year_qualifiers != 0 || date->month_qualifiers != 0 || date->day_qualifiers != 0;
}

/* A `T` makes it a date and time, where one may stand and the date is whole and plain. */
static gboolean
parse_time_if_any (DateReader *reader, gboolean allow_time, GError **error)
{
  DtlEdtfDate *date = reader->date;
  const char *where = reader->cursor->at;

  if (!dtl_edtf_cursor_take (reader->cursor, "T"))
    return TRUE;
  if (!allow_time)
    return fail (reader, where, _ ("intervals and sets are made of dates without time of day"), error);
  if (date->precision != DTL_PRECISION_DAY || is_masked (date) || is_qualified (date))
    /* xgettext:no-c-format */
    return fail (reader, where, _ ("a time of day stands only after a whole day without ?, ~, % or X"), error);
  return dtl_edtf_parse_time (reader->cursor, date, error);
}

/* The masks of level 1: the last one or two digits of a year alone; whole months and days from the right. */
static gboolean
mask_is_of_level_1 (const DtlEdtfDate *date)
{
  uint32_t year_digits = date->year_mask & ~DTL_EDTF_YEAR_MASK_NEGATIVE;

  if (date->precision == DTL_PRECISION_YEAR)
    return year_digits == 1 || year_digits == TWO_DIGITS_UNKNOWN;
  if (year_digits != 0)
    return FALSE;
  if (date->precision == DTL_PRECISION_MONTH)
    return date->month_mask == TWO_DIGITS_UNKNOWN;
  return date->day_mask == TWO_DIGITS_UNKNOWN && (date->month_mask == 0 || date->month_mask == TWO_DIGITS_UNKNOWN);
}

static int
level_of (const DateReader *reader)
{
  const DtlEdtfDate *date = reader->date;
  gboolean season = date->precision == DTL_PRECISION_SEASON;

  if (reader->component_qualified || reader->year_form.has_exponent || date->significant_digits != 0 ||
      (is_masked (date) && !mask_is_of_level_1 (date)) || (season && date->month > LAST_PLAIN_SEASON))
    return 2;
  if (date->year < 0 || reader->year_form.is_long || season || is_masked (date) || is_qualified (date))
    return 1;
  return 0;
}

/* Fills in the bounds, unless there is no such day. */
static gboolean
check_calendar (DateReader *reader, GError **error)
{
  DtlEdtfDate *date = reader->date;
  const char *where = reader->day_at != NULL ? reader->day_at : reader->cursor->text;
  g_autofree char *message = NULL;
  DtlCivilDay first, last;

  if (dtl_edtf_date_range (date, &first, &last))
    {
      dtl_edtf_date_fill_bounds (date, &first, &last);
      return TRUE;
    }
  if (is_masked (date))
    message = g_strdup (_ ("no day of the calendar fits"));
  else
    message = g_strdup_printf (_ ("there is no such day, that month has %d days"),
                               dtl_civil_days_in_month (date->year, date->month));
  return dtl_edtf_cursor_fail (reader->cursor, where, DTL_DATE_ERROR_NO_SUCH_DAY, message, error);
}

/*
 * dtl_edtf_parse_date:
 * @cursor: at the date; afterwards behind it
 * @allow_time: whether a time of day may follow the day
 * @date: (out): the date with its bounds
 * @level: (inout): raised to the level of what was read
 * @error: (optional): DTL_DATE_ERROR_SYNTAX, _NO_SUCH_DAY or _RANGE
 *
 * Returns: whether there was a date
 */
gboolean
dtl_edtf_parse_date (DtlEdtfCursor *cursor, gboolean allow_time, DtlEdtfDate *date, int *level, GError **error)
{
  DateReader reader = { .cursor = cursor, .date = date };

  *date = (DtlEdtfDate){ .precision = DTL_PRECISION_YEAR };
  if (!parse_components (&reader, error) || !parse_time_if_any (&reader, allow_time, error) ||
      !check_calendar (&reader, error))
    return FALSE;
  *level = MAX (*level, level_of (&reader));
  return TRUE;
}
