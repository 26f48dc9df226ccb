/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a whole EDTF string: one date, an interval, or a set. The dates in them are read by dtl-edtf-parse-date.c. */
#include "config.h"

#include "date/dtl-edtf-cursor-private.h"
#include "date/dtl-edtf-private.h"

#include "base/dtl-gettext.h"

static gboolean
fail_syntax (const DtlEdtfCursor *cursor, const char *message, GError **error)
{
  return dtl_edtf_cursor_fail (cursor, cursor->at, DTL_DATE_ERROR_SYNTAX, message, error);
}

/* An end that lies inside its start's precision (2004-06/2004-06-11) is in order. */
static gboolean
check_order (const DtlEdtfCursor *cursor, const DtlEdtfElement *element, const char *where, GError **error)
{
  DtlCivilDay first, last, ignored;

  if (element->first.kind != DTL_ENDPOINT_DATE || element->last.kind != DTL_ENDPOINT_DATE ||
      !dtl_edtf_date_range (&element->first.date, &first, &ignored) ||
      !dtl_edtf_date_range (&element->last.date, &ignored, &last) || dtl_civil_compare (&first, &last) <= 0)
    return TRUE;
  return dtl_edtf_cursor_fail (cursor, where, DTL_DATE_ERROR_ORDER, _ ("the end lies before the start"), error);
}

/* One end of an interval: a date, `..`, or nothing. */
static gboolean
parse_interval_end (DtlEdtfCursor *cursor, DtlEdtfEndpoint *endpoint, int *level, GError **error)
{
  if (*cursor->at == '\0' || *cursor->at == '/')
    endpoint->kind = DTL_ENDPOINT_UNKNOWN;
  else if (dtl_edtf_cursor_take (cursor, ".."))
    endpoint->kind = DTL_ENDPOINT_OPEN;
  else
    {
      endpoint->kind = DTL_ENDPOINT_DATE;
      return dtl_edtf_parse_date (cursor, FALSE, &endpoint->date, level, error);
    }
  *level = MAX (*level, 1);
  return TRUE;
}

static gboolean
has_mask (const DtlEdtfEndpoint *endpoint)
{
  return endpoint->kind == DTL_ENDPOINT_DATE &&
         (endpoint->date.year_mask != 0 || endpoint->date.month_mask != 0 || endpoint->date.day_mask != 0);
}

/* From the slash on; the start has been read into @element. */
static gboolean
parse_interval_rest (DtlEdtfCursor *cursor, DtlEdtfElement *element, int *level, GError **error)
{
  const char *where;

  if (!dtl_edtf_cursor_take (cursor, "/"))
    return fail_syntax (cursor, _ ("expected a slash and the end of the interval"), error);
  where = cursor->at;
  if (!parse_interval_end (cursor, &element->last, level, error))
    return FALSE;
  if (*cursor->at != '\0')
    return fail_syntax (cursor, _ ("expected nothing after the end of the interval"), error);
  if (has_mask (&element->first) || has_mask (&element->last))
    *level = 2;
  return check_order (cursor, element, where, error);
}

static gboolean
parse_date_or_interval (DtlEdtfCursor *cursor, DtlEdtfElement *element, DtlEdtfShape *shape, int *level, GError **error)
{
  *shape = DTL_EDTF_INTERVAL;
  if (*cursor->at == '/' || *cursor->at == '.')
    return parse_interval_end (cursor, &element->first, level, error) &&
           parse_interval_rest (cursor, element, level, error);
  element->first.kind = DTL_ENDPOINT_DATE;
  if (!dtl_edtf_parse_date (cursor, TRUE, &element->first.date, level, error))
    return FALSE;
  if (*cursor->at == '/' && element->first.date.precision == DTL_PRECISION_SECOND)
    return fail_syntax (cursor, _ ("intervals and sets are made of dates without time of day"), error);
  if (*cursor->at == '/')
    return parse_interval_rest (cursor, element, level, error);
  *shape = DTL_EDTF_DATE;
  if (*cursor->at != '\0')
    return fail_syntax (cursor, _ ("expected nothing after the date"), error);
  return TRUE;
}

/* "All the values between the two" are years, months or days, so both are of one kind. */
static gboolean
check_range (const DtlEdtfCursor *cursor, const DtlEdtfElement *element, const char *where, GError **error)
{
  if (element->first.date.precision == element->last.date.precision)
    return TRUE;
  return dtl_edtf_cursor_fail (cursor, where, DTL_DATE_ERROR_SYNTAX,
                               _ ("expected a date as precise as the one that the range begins with"), error);
}

/* One element of a set: `a`, `a..b`, `a..` where it is the last, `..b` where it is the first. */
static gboolean
parse_set_element (DtlEdtfCursor *cursor,
                   char closing,
                   gboolean is_first,
                   DtlEdtfElement *element,
                   int *level,
                   GError **error)
{
  const char *where;

  if (is_first && dtl_edtf_cursor_take (cursor, ".."))
    {
      element->is_range = TRUE;
      element->first.kind = DTL_ENDPOINT_OPEN;
      element->last.kind = DTL_ENDPOINT_DATE;
      return dtl_edtf_parse_date (cursor, FALSE, &element->last.date, level, error);
    }
  element->first.kind = DTL_ENDPOINT_DATE;
  if (!dtl_edtf_parse_date (cursor, FALSE, &element->first.date, level, error))
    return FALSE;
  if (!dtl_edtf_cursor_take (cursor, ".."))
    return TRUE;
  element->is_range = TRUE;
  where = cursor->at;
  element->last.kind = *where == closing ? DTL_ENDPOINT_OPEN : DTL_ENDPOINT_DATE;
  if (element->last.kind == DTL_ENDPOINT_OPEN)
    return TRUE;
  return dtl_edtf_parse_date (cursor, FALSE, &element->last.date, level, error) &&
         check_range (cursor, element, where, error) && check_order (cursor, element, where, error);
}

/* Elements between brackets or braces, the opening one being read. */
static gboolean
parse_set (DtlEdtfCursor *cursor, char closing, GArray *elements, int *level, GError **error)
{
  const char closing_token[] = { closing, '\0' };

  *level = 2;
  do
    {
      DtlEdtfElement element = { 0 };

      if (!parse_set_element (cursor, closing, elements->len == 0, &element, level, error))
        return FALSE;
      g_array_append_val (elements, element);
    }
  while (dtl_edtf_cursor_take (cursor, ","));

  if (!dtl_edtf_cursor_take (cursor, closing_token))
    return fail_syntax (cursor,
                        closing == ']' ? _ ("expected a comma without blank, “..” or the closing ]")
                                       : _ ("expected a comma without blank, “..” or the closing }"),
                        error);
  if (*cursor->at != '\0')
    return fail_syntax (cursor, _ ("expected nothing after the set"), error);
  return TRUE;
}

/* Limits of the input, before a character of it is read. */
static gboolean
check_input (const char *text, GError **error)
{
  const char *end = NULL;

  if (!g_utf8_validate (text, -1, &end))
    {
      g_set_error (error, DTL_DATE_ERROR, DTL_DATE_ERROR_SYNTAX, _ ("at byte %d: the date is not UTF-8 text"),
                   (int) (end - text) + 1);
      return FALSE;
    }
  if (g_utf8_strlen (text, -1) > DTL_EDTF_MAX_CHARACTERS)
    {
      g_set_error (error, DTL_DATE_ERROR, DTL_DATE_ERROR_SYNTAX,
                   _ ("a date has at most %d characters; this one is longer"), DTL_EDTF_MAX_CHARACTERS);
      return FALSE;
    }
  return TRUE;
}

/**
 * dtl_edtf_parse:
 * @text: an EDTF string, at most 1,000 characters
 * @error: (optional): DTL_DATE_ERROR_SYNTAX, _NO_SUCH_DAY, _ORDER or _RANGE; the message names the character and what
 * was expected there
 *
 * Reads levels 0 to 2 of the Extended Date/Time Format (ISO 8601-2:2019, annex A) in the profile of the Library of
 * Congress, strictly.
 *
 * Returns: (transfer full) (nullable): the value, or NULL with @error set
 */
DtlEdtf *
dtl_edtf_parse (const char *text, GError **error)
{
  DtlEdtfCursor cursor = { text, text };
  g_autoptr (GArray) elements = g_array_new (FALSE, TRUE, sizeof (DtlEdtfElement));
  DtlEdtfShape shape = DTL_EDTF_ONE_OF;
  int level = 0;
  gboolean ok;

  g_return_val_if_fail (text != NULL, NULL);

  if (!check_input (text, error))
    return NULL;
  if (dtl_edtf_cursor_take (&cursor, "["))
    ok = parse_set (&cursor, ']', elements, &level, error);
  else if (dtl_edtf_cursor_take (&cursor, "{"))
    {
      shape = DTL_EDTF_ALL_OF;
      ok = parse_set (&cursor, '}', elements, &level, error);
    }
  else
    {
      g_array_set_size (elements, 1);
      ok = parse_date_or_interval (&cursor, &g_array_index (elements, DtlEdtfElement, 0), &shape, &level, error);
    }
  return ok ? dtl_edtf_new_take (text, level, shape, g_steal_pointer (&elements)) : NULL;
}
