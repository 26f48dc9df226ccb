/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a year: four digits, some of them perhaps unknown, or `Y` and more, with exponent and significant digits. */
#include "config.h"

#include "date/dtl-edtf-cursor-private.h"

#include "base/dtl-gettext.h"

/* Years of up to 18 digits, so that every number of that many digits fits into int64. */
#define YEAR_LIMIT INT64_C (1000000000000000000)

/* More of either has the same effect: all digits are significant, and the year is too large. */
#define MOST_SIGNIFICANT_DIGITS 99
#define MOST_EXPONENT           99

/* Reads digits up to a number below @limit. Without any it returns FALSE; @overflow says that there were too many. */
static gboolean
take_number (DtlEdtfCursor *cursor, int64_t limit, int64_t *number, gboolean *overflow)
{
  const char *start = cursor->at;

  *number = 0;
  *overflow = FALSE;
  for (; g_ascii_isdigit (*cursor->at); cursor->at++)
    {
      int digit = *cursor->at - '0';

      *overflow = *overflow || *number > (limit - 1 - digit) / 10;
      *number = *overflow ? limit - 1 : *number * 10 + digit;
    }
  return cursor->at > start;
}

/* A number from 1 on without a zero in front, as the profile writes exponents and numbers of digits. One that is larger
 * than @most counts as @most, beyond which it makes no difference. */
static gboolean
take_positive (DtlEdtfCursor *cursor, int64_t most, int64_t *number)
{
  gboolean overflow;

  return *cursor->at != '0' && take_number (cursor, most + 1, number, &overflow);
}

/* `S` and the number of significant digits, if it stands here. */
static gboolean
parse_significant_digits (DtlEdtfCursor *cursor, DtlEdtfDate *date, GError **error)
{
  const char *where;
  int64_t number;

  if (!dtl_edtf_cursor_take (cursor, "S"))
    return TRUE;
  where = cursor->at;
  if (date->year_mask != 0)
    return dtl_edtf_cursor_fail (cursor, where - 1, DTL_DATE_ERROR_SYNTAX,
                                 _ ("a year with unknown digits has no number of significant digits"), error);
  if (!take_positive (cursor, MOST_SIGNIFICANT_DIGITS, &number))
    return dtl_edtf_cursor_fail (cursor, where, DTL_DATE_ERROR_SYNTAX,
                                 _ ("expected the number of significant digits, from 1 on"), error);
  date->significant_digits = (uint8_t) number;
  return TRUE;
}

/* Multiplies @magnitude by ten as often as the exponent after `E` says, if it stands here. */
static gboolean
parse_exponent (DtlEdtfCursor *cursor, int64_t *magnitude, gboolean *overflow, DtlEdtfYearForm *form, GError **error)
{
  const char *where;
  int64_t exponent;

  if (!dtl_edtf_cursor_take (cursor, "E"))
    return TRUE;
  form->has_exponent = TRUE;
  where = cursor->at;
  if (!take_positive (cursor, MOST_EXPONENT, &exponent))
    return dtl_edtf_cursor_fail (cursor, where, DTL_DATE_ERROR_SYNTAX,
                                 _ ("expected the exponent of the year, from 1 on"), error);
  for (int64_t i = 0; i < exponent && !*overflow; i++)
    {
      *overflow = *magnitude >= YEAR_LIMIT / 10;
      *magnitude = *overflow ? *magnitude : *magnitude * 10;
    }
  return TRUE;
}

/* The year after its `Y`. */
static gboolean
parse_long_year (DtlEdtfCursor *cursor, DtlEdtfDate *date, DtlEdtfYearForm *form, GError **error)
{
  gboolean negative = dtl_edtf_cursor_take (cursor, "-");
  const char *where = cursor->at;
  int64_t magnitude;
  gboolean overflow;

  form->is_long = TRUE;
  if (*where == '0' || !take_number (cursor, YEAR_LIMIT, &magnitude, &overflow))
    return dtl_edtf_cursor_fail (cursor, where, DTL_DATE_ERROR_SYNTAX,
                                 _ ("expected the year after Y, without a zero in front"), error);
  if (!parse_exponent (cursor, &magnitude, &overflow, form, error))
    return FALSE;
  if (overflow)
    return dtl_edtf_cursor_fail (cursor, where, DTL_DATE_ERROR_RANGE, _ ("years have at most 18 digits"), error);
  if (magnitude <= 9999)
    return dtl_edtf_cursor_fail (cursor, where, DTL_DATE_ERROR_SYNTAX,
                                 _ ("a year of up to four digits is written as four digits, without Y"), error);
  date->year = negative ? -magnitude : magnitude;
  return TRUE;
}

static gboolean
parse_four_digits (DtlEdtfCursor *cursor, DtlEdtfDate *date, GError **error)
{
  gboolean negative = dtl_edtf_cursor_take (cursor, "-");
  const char *where = cursor->at;

  if (!dtl_edtf_cursor_take_digits (cursor, 4, TRUE, &date->year, &date->year_mask))
    return dtl_edtf_cursor_fail (cursor, where, DTL_DATE_ERROR_SYNTAX, _ ("expected a year of four digits"), error);
  if (g_ascii_isdigit (*cursor->at))
    return dtl_edtf_cursor_fail (cursor, where, DTL_DATE_ERROR_SYNTAX,
                                 _ ("a year of more than four digits is written with Y before it, and alone"), error);
  if (!negative)
    return TRUE;
  if (date->year == 0 && date->year_mask == 0)
    return dtl_edtf_cursor_fail (cursor, where, DTL_DATE_ERROR_SYNTAX,
                                 _ ("there is no year -0000; the year before 0001 is 0000"), error);
  date->year = -date->year;
  if (date->year_mask != 0)
    date->year_mask |= DTL_EDTF_YEAR_MASK_NEGATIVE;
  return TRUE;
}

/*
 * dtl_edtf_parse_year:
 * @cursor: at the year, behind a qualifier
 * @date: (inout): the date whose year is filled in
 * @form: (out): how it was written
 * @error: (optional): DTL_DATE_ERROR_SYNTAX or DTL_DATE_ERROR_RANGE
 *
 * Returns: whether there was a year
 */
gboolean
dtl_edtf_parse_year (DtlEdtfCursor *cursor, DtlEdtfDate *date, DtlEdtfYearForm *form, GError **error)
{
  *form = (DtlEdtfYearForm){ FALSE, FALSE };
  if (dtl_edtf_cursor_take (cursor, "Y") ? !parse_long_year (cursor, date, form, error)
                                         : !parse_four_digits (cursor, date, error))
    return FALSE;
  return parse_significant_digits (cursor, date, error);
}
