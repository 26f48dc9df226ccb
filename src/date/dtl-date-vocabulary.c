/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding a word. Case and accents do not count, since people leave them out. The tables are short and a date has few
 * words, so they are walked. */
#include "config.h"

#include "date/dtl-date-vocabulary-private.h"

#include <string.h>

/*
 * dtl_date_vocabulary_fold:
 * @text: valid UTF-8
 * @length: bytes of it, or -1
 *
 * Returns: (transfer full): without case and accents
 */
char *
dtl_date_vocabulary_fold (const char *text, gssize length)
{
  g_autofree char *lower = g_utf8_casefold (text, length);
  g_autofree char *parted = g_utf8_normalize (lower, -1, G_NORMALIZE_NFKD);
  GString *folded = g_string_new (NULL);

  for (const char *p = parted; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_type (g_utf8_get_char (p)) != G_UNICODE_NON_SPACING_MARK)
      g_string_append_unichar (folded, g_utf8_get_char (p));
  return g_string_free (folded, FALSE);
}

/* The words of a table carry their accents, so that it can be read. */
static gboolean
list_has (const char *list, const char *folded)
{
  const char *end;

  for (const char *at = list; *at != '\0'; at = *end != '\0' ? end + 1 : end)
    {
      g_autofree char *word = NULL;

      end = at + strcspn (at, "|");
      word = dtl_date_vocabulary_fold (at, end - at);
      if (strcmp (word, folded) == 0)
        return TRUE;
    }
  return FALSE;
}

/*
 * dtl_date_vocabulary_find:
 * @self: a language
 * @folded: a word or phrase, folded, its tokens parted by one blank
 *
 * Returns: (transfer none) (nullable): what it means
 */
const DtlDateWord *
dtl_date_vocabulary_find (const DtlDateVocabulary *self, const char *folded)
{
  for (const DtlDateWord *word = self->words; word->kind != DTL_DATE_WORD_NONE; word++)
    if (list_has (word->words, folded))
      return word;
  return NULL;
}

/*
 * dtl_date_vocabulary_is_ordinal:
 * @self: a language
 * @folded_suffix: what follows digits
 *
 * Returns: whether it makes an ordinal of them
 */
gboolean
dtl_date_vocabulary_is_ordinal (const DtlDateVocabulary *self, const char *folded_suffix)
{
  return list_has (self->ordinals, folded_suffix);
}

/*
 * dtl_date_vocabulary_is_decade:
 * @self: a language
 * @folded_suffix: what follows digits
 *
 * Returns: whether it makes a decade of them
 */
gboolean
dtl_date_vocabulary_is_decade (const DtlDateVocabulary *self, const char *folded_suffix)
{
  return list_has (self->decades, folded_suffix);
}
