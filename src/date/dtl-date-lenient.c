/* SPDX-License-Identifier: GPL-3.0-or-later */
/* EDTF as people write it, brought to what the profile has: blanks, small letters, other dashes, `u` for an unknown
 * digit, centuries of two digits and decades of three. Whether it is EDTF then is judged by the parser. */
#include "config.h"

#include "date/dtl-date-lenient-private.h"

#include <string.h>

/* Characters that EDTF has, beside blanks. */
#define EDTF_CHARACTERS "0123456789XYESTZ:+-/.,{}[]?~%"

static gboolean
is_dash (gunichar c)
{
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

static void
replace (GString *text, const char *from, const char *to)
{
  if (strstr (text->str, from) != NULL)
    g_string_replace (text, from, to, 0);
}

/* In capitals, with one kind of dash, and the words that older EDTF had for open and unknown ends. */
static GString *
plain_characters (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_dash (c))
        g_string_append_c (plain, '-');
      else if (c == 0x2026)
        g_string_append (plain, "..");
      else
        g_string_append_unichar (plain, g_unichar_isspace (c) ? ' ' : g_unichar_toupper (c));
    }
  replace (plain, "OPEN", "..");
  replace (plain, "UNKNOWN", "");
  return plain;
}

/* Blanks fall, but not between two numbers, which one would be read as the other's digits; one before a time is a T. */
static gboolean
drop_blanks (GString *text)
{
  for (gsize i = 0; i < text->len;)
    {
      if (text->str[i] != ' ')
        i++;
      else if (i > 0 && g_ascii_isalnum (text->str[i - 1]) && g_ascii_isdigit (text->str[i + 1]))
        {
          if (i < 10 || text->len < i + 3 || text->str[i + 3] != ':')
            return FALSE;
          text->str[i++] = 'T';
        }
      else
        g_string_erase (text, i, 1);
    }
  return TRUE;
}

static gsize
count_digits (const char *text)
{
  return strspn (text, "0123456789");
}

static gboolean
is_qualifier_or_end (const char *text)
{
  return *text == '\0' || (strchr ("?~%", *text) != NULL && text[1] == '\0');
}

/* Whole values that the profile writes at more length. */
static char *
lengthen (const char *text)
{
  gsize n = count_digits (text);
  const char *rest = text + n;

  if (n == 2 && is_qualifier_or_end (rest))
    return g_strdup_printf ("%.2sXX%s", text, rest);
  if (n == 3 && is_qualifier_or_end (rest))
    return g_strdup_printf ("%.3sX%s", text, rest);
  if (n == 8 && is_qualifier_or_end (rest))
    return g_strdup_printf ("%.4s-%.2s-%.2s%s", text, text + 4, text + 6, rest);
  if (strstr (text, "..") != NULL && strpbrk (text, "[]{}/") == NULL)
    return g_strdup_printf ("[%s]", text);
  return g_strdup (text);
}

/*
 * dtl_date_lenient_tidy:
 * @text: valid UTF-8
 *
 * Returns: (transfer full) (nullable): what may be EDTF, or NULL where it has other characters
 */
char *
dtl_date_lenient_tidy (const char *text)
{
  g_autoptr (GString) tidy = plain_characters (text);

  if (!drop_blanks (tidy))
    return NULL;
  replace (tidy, "U", "X");
  if (strspn (tidy->str, EDTF_CHARACTERS) != tidy->len)
    return NULL;
  return lengthen (tidy->str);
}

/*
 * dtl_date_lenient_other:
 * @text: what was typed, valid UTF-8
 *
 * Returns: (transfer full) (nullable): a second reading of something like EDTF: `2018-21` is spring 2018 and may be
 * 2018 to 2021; `800` is a decade and may be a year
 */
char *
dtl_date_lenient_other (const char *text)
{
  gsize n = count_digits (text);

  if (n == 3 && is_qualifier_or_end (text + n))
    return g_strdup_printf ("0%s", text);
  if (n == 4 && text[4] == '-' && count_digits (text + 5) == 2 && text[7] == '\0')
    {
      g_autofree char *last = g_strndup (text + 2, 2);

      return strcmp (text + 5, last) > 0 ? g_strdup_printf ("%.4s/%.2s%s", text, text, text + 5) : NULL;
    }
  return NULL;
}
