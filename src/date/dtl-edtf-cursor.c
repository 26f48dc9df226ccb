/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The smallest steps of reading EDTF: tokens, digits with unknown ones, qualifiers, and the error with its place. */
#include "config.h"

#include "date/dtl-edtf-cursor-private.h"

#include <string.h>

#include "base/dtl-gettext.h"

/* How much of a string an error repeats. */
#define QUOTED_CHARACTERS 60

/*
 * dtl_edtf_cursor_take:
 * @cursor: where to read
 * @token: ASCII, not empty
 *
 * Returns: whether @token stood here; the cursor is then behind it
 */
gboolean
dtl_edtf_cursor_take (DtlEdtfCursor *cursor, const char *token)
{
  size_t length;

  /* Mostly another character stands there. */
  if (*cursor->at != *token)
    return FALSE;
  length = strlen (token);
  if (strncmp (cursor->at, token, length) != 0)
    return FALSE;
  cursor->at += length;
  return TRUE;
}

/*
 * dtl_edtf_cursor_take_digits:
 * @cursor: where to read
 * @n_digits: how many there must be
 * @allow_unknown: whether `X` counts as a digit
 * @value: (out): the number, with 0 for each unknown digit
 * @mask: (out): bit n for the unknown digit worth 10^n
 *
 * Returns: whether so many digits stood here; else the cursor has not moved
 */
gboolean
dtl_edtf_cursor_take_digits (DtlEdtfCursor *cursor,
                             int n_digits,
                             gboolean allow_unknown,
                             int64_t *value,
                             uint32_t *mask)
{
  *value = 0;
  *mask = 0;
  for (int i = 0; i < n_digits; i++)
    {
      char c = cursor->at[i];

      if (!g_ascii_isdigit (c) && !(allow_unknown && c == 'X'))
        return FALSE;
      *value = *value * 10 + (c == 'X' ? 0 : c - '0');
      *mask = *mask << 1 | (c == 'X');
    }
  cursor->at += n_digits;
  return TRUE;
}

/*
 * dtl_edtf_cursor_take_qualifiers:
 * @cursor: where to read
 *
 * Returns: DtlQualifier flags of the `?`, `~` or `%` that stood here, or DTL_QUALIFIER_NONE
 */
uint8_t
dtl_edtf_cursor_take_qualifiers (DtlEdtfCursor *cursor)
{
  uint8_t qualifiers = *cursor->at == '?'   ? DTL_QUALIFIER_UNCERTAIN
                       : *cursor->at == '~' ? DTL_QUALIFIER_APPROXIMATE
                       : *cursor->at == '%' ? DTL_QUALIFIER_UNCERTAIN | DTL_QUALIFIER_APPROXIMATE
                                            : DTL_QUALIFIER_NONE;

  cursor->at += qualifiers != DTL_QUALIFIER_NONE;
  return qualifiers;
}

/*
 * dtl_edtf_quotable:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): its beginning, fit for one line of an error
 */
char *
dtl_edtf_quotable (const char *text)
{
  GString *quotable = g_string_new (NULL);
  int n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if (n == QUOTED_CHARACTERS)
        {
          g_string_append (quotable, "…");
          break;
        }
      g_string_append_unichar (quotable, g_unichar_isprint (c) ? c : 0xfffd);
    }
  return g_string_free (quotable, FALSE);
}

/*
 * dtl_edtf_cursor_fail:
 * @cursor: what is being read
 * @where: the character in it that is wrong
 * @code: the error's code
 * @message: translated: what was expected there
 * @error: (optional): where to put it
 *
 * Returns: FALSE, so that a reader can end with it
 */
gboolean
dtl_edtf_cursor_fail (const DtlEdtfCursor *cursor,
                      const char *where,
                      DtlDateError code,
                      const char *message,
                      GError **error)
{
  g_autofree char *quotable = dtl_edtf_quotable (cursor->text);
  int position = (int) g_utf8_pointer_to_offset (cursor->text, where) + 1;

  /* Translators: the date as it was typed, the number of a character in it, and what was expected there. */
  g_set_error (error, DTL_DATE_ERROR, code, _ ("“%1$s”: at character %2$d: %3$s"), quotable, position, message);
  return FALSE;
}
