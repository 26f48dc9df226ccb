/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the time of day after `T`: hours, minutes and seconds, all three, and an offset from UTC that is kept but
 * never applied. */
#include "config.h"

#include "date/dtl-edtf-cursor-private.h"

#include "base/dtl-gettext.h"

/* The offsets in use in the world: from -12:00 to +14:00. */
#define MIN_OFFSET_MINUTES (-12 * 60)
#define MAX_OFFSET_MINUTES (14 * 60)

/* Two digits from 00 to @maximum. */
static gboolean
take_two_digits (DtlEdtfCursor *cursor, int maximum, int *number)
{
  int64_t value;
  uint32_t mask;

  if (!dtl_edtf_cursor_take_digits (cursor, 2, FALSE, &value, &mask))
    return FALSE;
  *number = (int) value;
  return value <= maximum;
}

static gboolean
parse_clock (DtlEdtfCursor *cursor, DtlEdtfDate *date, GError **error)
{
  const char *where = cursor->at, *hour_at = where;
  int hour, minute, second;

  if (!take_two_digits (cursor, 24, &hour))
    return dtl_edtf_cursor_fail (cursor, where, DTL_DATE_ERROR_SYNTAX, _ ("expected an hour from 00 to 24"), error);
  where = cursor->at;
  if (!dtl_edtf_cursor_take (cursor, ":") || !take_two_digits (cursor, 59, &minute))
    return dtl_edtf_cursor_fail (cursor, where, DTL_DATE_ERROR_SYNTAX, _ ("expected a colon and minutes from 00 to 59"),
                                 error);
  where = cursor->at;
  if (!dtl_edtf_cursor_take (cursor, ":") || !take_two_digits (cursor, 59, &second))
    return dtl_edtf_cursor_fail (cursor, where, DTL_DATE_ERROR_SYNTAX, _ ("expected a colon and seconds from 00 to 59"),
                                 error);
  if (hour == 24 && (minute != 0 || second != 0))
    return dtl_edtf_cursor_fail (cursor, hour_at, DTL_DATE_ERROR_SYNTAX,
                                 _ ("a day ends with 24:00:00; expected no later time"), error);
  date->hour = (uint8_t) hour;
  date->minute = (uint8_t) minute;
  date->second = (uint8_t) second;
  return TRUE;
}

static gboolean
parse_offset (DtlEdtfCursor *cursor, DtlEdtfDate *date, GError **error)
{
  const char *where = cursor->at;
  gboolean negative = dtl_edtf_cursor_take (cursor, "-");
  int hours, minutes = 0, offset_minutes;

  if (!negative && !dtl_edtf_cursor_take (cursor, "+"))
    {
      date->has_offset = dtl_edtf_cursor_take (cursor, "Z");
      return TRUE;
    }
  if (!take_two_digits (cursor, 23, &hours) ||
      (dtl_edtf_cursor_take (cursor, ":") && !take_two_digits (cursor, 59, &minutes)))
    return dtl_edtf_cursor_fail (cursor, where, DTL_DATE_ERROR_SYNTAX, _ ("expected an offset like Z, +02 or +02:00"),
                                 error);
  offset_minutes = (hours * 60 + minutes) * (negative ? -1 : 1);
  if (offset_minutes < MIN_OFFSET_MINUTES || offset_minutes > MAX_OFFSET_MINUTES || (negative && offset_minutes == 0))
    return dtl_edtf_cursor_fail (cursor, where, DTL_DATE_ERROR_SYNTAX,
                                 _ ("expected an offset from -12:00 to +14:00, with +00:00 or Z for none"), error);
  date->has_offset = TRUE;
  date->offset_minutes = (int16_t) offset_minutes;
  return TRUE;
}

/*
 * dtl_edtf_parse_time:
 * @cursor: behind the `T`
 * @date: (inout): a whole day, to which the time is added
 * @error: (optional): DTL_DATE_ERROR_SYNTAX
 *
 * Returns: whether there was a time
 */
gboolean
dtl_edtf_parse_time (DtlEdtfCursor *cursor, DtlEdtfDate *date, GError **error)
{
  if (!parse_clock (cursor, date, error) || !parse_offset (cursor, date, error))
    return FALSE;
  date->precision = DTL_PRECISION_SECOND;
  return TRUE;
}
