/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quoting a passage and finding one by its words. Finding is exact: words that were retyped, or whose blanks differ,
 * are not found, since a passage must never be moved silently. */
#include "config.h"

#include "text/dtl-quote.h"

#include "text/dtl-utf8.h"

#include <string.h>

#include "base/dtl-gettext.h"

/* How much of the words an error repeats. */
#define QUOTED_CP 60

/**
 * dtl_text_quote:
 * @text: valid UTF-8
 * @start_cp: the first code point of the passage
 * @end_cp: the one behind its last; a passage has at least one
 * @exact: (out) (transfer full): the words of the passage
 * @prefix: (out) (transfer full): up to DTL_TEXT_QUOTE_CONTEXT_CP code points before it
 * @suffix: (out) (transfer full): as many after it
 *
 * Returns: whether the text has such a passage; else the results are NULL
 */
gboolean
dtl_text_quote (const char *text, gint64 start_cp, gint64 end_cp, char **exact, char **prefix, char **suffix)
{
  gint64 prefix_cp = MIN (start_cp, DTL_TEXT_QUOTE_CONTEXT_CP);
  gssize context, start, end, behind;
  gsize n_bytes;

  g_return_val_if_fail (text != NULL && exact != NULL && prefix != NULL && suffix != NULL, FALSE);

  *exact = *prefix = *suffix = NULL;
  n_bytes = strlen (text);
  context = dtl_utf8_offset_to_byte (text, n_bytes, start_cp - prefix_cp);
  if (start_cp < 0 || end_cp <= start_cp || context < 0)
    return FALSE;
  start = dtl_utf8_offset_to_byte (text + context, n_bytes - (gsize) context, prefix_cp);
  if (start < 0)
    return FALSE;
  start += context;
  end = dtl_utf8_offset_to_byte (text + start, n_bytes - (gsize) start, end_cp - start_cp);
  if (end < 0)
    return FALSE;
  end += start;
  behind = dtl_utf8_offset_to_byte (text + end, n_bytes - (gsize) end, DTL_TEXT_QUOTE_CONTEXT_CP);
  *exact = g_strndup (text + start, (gsize) (end - start));
  *prefix = g_strndup (text + context, (gsize) (start - context));
  *suffix = behind < 0 ? g_strdup (text + end) : g_strndup (text + end, (gsize) behind);
  return TRUE;
}

/* Counts also occurrences that overlap: each would be a place where the passage could be. */
static guint
count_occurrences (const char *text, const char *exact, const char **first)
{
  guint n = 0;

  *first = NULL;
  for (const char *p = strstr (text, exact); p != NULL; p = strstr (g_utf8_next_char (p), exact))
    if (n++ == 0)
      *first = p;
  return n;
}

/* The beginning of the words, on one line. */
static char *
shorten (const char *exact)
{
  g_autofree char *beginning = dtl_utf8_substring (exact, 0, QUOTED_CP);
  gboolean whole = beginning == NULL || strlen (beginning) == strlen (exact);
  char *words = g_strconcat (beginning != NULL ? beginning : exact, whole ? "" : "…", NULL);

  return g_strdelimit (words, "\n\r\t", ' ');
}

static void
set_find_error (const char *exact, guint n, GError **error)
{
  g_autofree char *words = shorten (exact);

  if (n == 0)
    g_set_error (error, DTL_TEXT_ERROR, DTL_TEXT_ERROR_NOT_FOUND,
                 _ ("“%s” does not stand in the text; copy the words from it exactly"), words);
  else
    g_set_error (error, DTL_TEXT_ERROR, DTL_TEXT_ERROR_AMBIGUOUS,
                 ngettext ("“%s” stands in the text %u time; take in more of the words around it",
                           "“%s” stands in the text %u times; take in more of the words around it", n),
                 words, n);
}

/**
 * dtl_text_find_unique:
 * @text: valid UTF-8
 * @exact: the words of a passage, valid UTF-8, not empty
 * @start_cp: (out): the first code point of the passage
 * @end_cp: (out): the one behind its last
 * @error: (optional): DTL_TEXT_ERROR_NOT_FOUND or DTL_TEXT_ERROR_AMBIGUOUS
 *
 * Returns: whether the words stand in the text exactly once
 */
gboolean
dtl_text_find_unique (const char *text, const char *exact, gint64 *start_cp, gint64 *end_cp, GError **error)
{
  const char *first;
  guint n;

  g_return_val_if_fail (text != NULL && exact != NULL && *exact != '\0', FALSE);
  g_return_val_if_fail (start_cp != NULL && end_cp != NULL, FALSE);

  n = count_occurrences (text, exact, &first);
  if (n != 1)
    {
      set_find_error (exact, n, error);
      return FALSE;
    }
  *start_cp = dtl_utf8_length (text, (gsize) (first - text));
  *end_cp = *start_cp + dtl_utf8_length (exact, strlen (exact));
  return TRUE;
}
