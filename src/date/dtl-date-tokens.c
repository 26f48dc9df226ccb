/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cutting is the same for every language; meaning takes the longest phrase that the language has. */
#include "config.h"

#include "date/dtl-date-tokens-private.h"

#include <string.h>

/* More digits are no year that can be written. */
#define MOST_DIGITS 12

#define MOST_LETTERS_OF_ENDING 2

static void
clear_token (gpointer data)
{
  g_free (((DtlDateToken *) data)->word);
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/* Dots end abbreviations and ordinals, apostrophes leave letters out. */
static gboolean
is_skipped (gunichar c)
{
  return g_unichar_isspace (c) || c == '.' || c == '\'' || c == 0x2019;
}

static const char *
read_number (const char *p, int64_t *number, int *n_digits)
{
  *number = 0;
  for (*n_digits = 0; g_ascii_isdigit (p[*n_digits]); (*n_digits)++)
    if (*n_digits < MOST_DIGITS)
      *number = *number * 10 + (p[*n_digits] - '0');
  return p + *n_digits;
}

/* The mark between the numbers of a date, behind it and the blank that may follow a dot. */
static const char *
skip_separator (const char *p, gunichar mark)
{
  if (g_utf8_get_char (p) != mark)
    return NULL;
  p = g_utf8_next_char (p);
  return mark == '.' && *p == ' ' ? p + 1 : p;
}

/* 20.6.2024, 6/20/24, 2024/06/20. */
static const char *
read_numeric (const char *p, DtlDateToken *token)
{
  gunichar mark;

  p = read_number (p, &token->numbers[0], &token->n_digits[0]);
  mark = g_utf8_get_char (p);
  if (mark != '.' && mark != '/' && !is_dash (mark))
    return NULL;
  for (int i = 1; i < 3; i++)
    {
      p = skip_separator (p, mark);
      if (p == NULL)
        return NULL;
      p = read_number (p, &token->numbers[i], &token->n_digits[i]);
      if (token->n_digits[i] == 0)
        return NULL;
    }
  /* One of the outer two is a year of four digits, or the last one of two. */
  if (token->n_digits[1] > 2 ||
      !((token->n_digits[0] == 4 && token->n_digits[2] <= 2) || (token->n_digits[0] <= 2 && token->n_digits[2] == 4) ||
        (token->n_digits[0] <= 2 && token->n_digits[2] == 2)))
    return NULL;
  return g_unichar_isalnum (g_utf8_get_char (p)) ? NULL : p;
}

static const char *
word_end (const char *p)
{
  while (g_unichar_isalpha (g_utf8_get_char (p)) || g_unichar_ismark (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/* Letters, and the digits of "Q3". */
static const char *
read_word (const char *p, DtlDateToken *token)
{
  const char *end = word_end (p);

  while (g_ascii_isdigit (*end))
    end++;
  token->kind = DTL_DATE_TOKEN_WORD;
  token->word = dtl_date_vocabulary_fold (p, end - p);
  return end;
}

/* "12,000", "170 000 002" with no-break blanks, as far years are shown: one number. A group has three digits. */
static const char *
read_groups (const char *p, int64_t *number, int *n_digits)
{
  for (;;)
    {
      gunichar mark = g_utf8_get_char (p);
      const char *group = *p != '\0' ? g_utf8_next_char (p) : p;
      int64_t value;
      int n;

      if (mark != ',' && mark != '.' && mark != 0xa0 && mark != 0x202f)
        return p;
      group = read_number (group, &value, &n);
      if (n != 3 || *n_digits + n > MOST_DIGITS)
        return p;
      *number = *number * 1000 + value;
      *n_digits += n;
      p = group;
    }
}

/* "20-го", "1990-е": in Russian a hyphen parts a number from its ending of one or two letters. */
static const char *
skip_hyphen_of_ending (const char *p)
{
  const char *letters = p + 1, *end;

  if (*p != '-' || g_unichar_get_script (g_utf8_get_char (letters)) != G_UNICODE_SCRIPT_CYRILLIC)
    return p;
  end = word_end (letters);
  return g_utf8_pointer_to_offset (letters, end) <= MOST_LETTERS_OF_ENDING ? letters : p;
}

/* A number with the letters behind it, unless these are a word with a number of their own ("2024Q3"). */
static const char *
read_single (const char *p, DtlDateToken *token)
{
  const char *end = read_number (p, &token->numbers[0], &token->n_digits[0]), *letters;

  if (*p != '0' && token->n_digits[0] <= 3)
    end = read_groups (end, &token->numbers[0], &token->n_digits[0]);
  letters = skip_hyphen_of_ending (end);

  token->kind = DTL_DATE_TOKEN_NUMBER;
  if ((*letters == '\'' || g_utf8_get_char (letters) == 0x2019) && *g_utf8_next_char (letters) == 's')
    letters = g_utf8_next_char (letters);
  end = word_end (letters);
  if (end == letters || g_ascii_isdigit (*end))
    {
      token->word = g_strdup ("");
      return letters;
    }
  token->word = dtl_date_vocabulary_fold (letters, end - letters);
  return end;
}

static const char *
read_token (const char *p, DtlDateToken *token)
{
  gunichar c = g_utf8_get_char (p);
  const char *end;

  token->at = p;
  if (g_ascii_isdigit (*p))
    {
      end = read_numeric (p, token);
      token->kind = DTL_DATE_TOKEN_NUMERIC;
      return end != NULL ? end : read_single (p, token);
    }
  if (g_unichar_isalpha (c))
    return read_word (p, token);
  token->kind = DTL_DATE_TOKEN_MARK;
  token->word = is_dash (c) ? g_strdup ("-") : g_strndup (p, g_utf8_next_char (p) - p);
  return g_utf8_next_char (p);
}

/*
 * dtl_date_tokens_cut:
 * @text: valid UTF-8; the tokens point into it
 *
 * Returns: (transfer full) (element-type DtlDateToken): the tokens, the last of them an END
 */
GArray *
dtl_date_tokens_cut (const char *text)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (DtlDateToken));
  const char *p = text;

  g_array_set_clear_func (tokens, clear_token);
  while (*p != '\0')
    {
      DtlDateToken token = { 0 };

      if (is_skipped (g_utf8_get_char (p)))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      p = read_token (p, &token);
      g_array_append_val (tokens, token);
    }
  g_array_append_val (tokens, ((DtlDateToken){ .kind = DTL_DATE_TOKEN_END, .at = p }));
  return tokens;
}

/* Words and dashes may belong to phrases ("av. J.-C."). */
static gboolean
may_be_of_phrase (const DtlDateToken *token)
{
  return token->kind == DTL_DATE_TOKEN_WORD || (token->kind == DTL_DATE_TOKEN_MARK && strcmp (token->word, "-") == 0);
}

/* The longest phrase from @at on; returns how many tokens it has, 0 for none. */
static guint
find_phrase (const GArray *tokens, guint at, const DtlDateVocabulary *vocabulary, const DtlDateWord **meaning)
{
  g_autoptr (GString) phrase = g_string_new (NULL);
  guint longest = 0;

  if (g_array_index (tokens, DtlDateToken, at).kind != DTL_DATE_TOKEN_WORD)
    return 0;
  for (guint n = 1; n <= DTL_DATE_WORD_MOST_TOKENS && at + n <= tokens->len; n++)
    {
      const DtlDateToken *token = &g_array_index (tokens, DtlDateToken, at + n - 1);
      const DtlDateWord *found;

      if (!may_be_of_phrase (token))
        break;
      g_string_append_printf (phrase, "%s%s", n > 1 ? " " : "", token->word);
      found = dtl_date_vocabulary_find (vocabulary, phrase->str);
      if (found != NULL)
        {
          *meaning = found;
          longest = n;
        }
    }
  return longest;
}

/*
 * dtl_date_tokens_mean:
 * @tokens: of dtl_date_tokens_cut()
 * @vocabulary: a language
 *
 * Returns: (transfer full) (element-type DtlDateToken): the same with phrases as one token, and what they mean; a word
 * that the language has not keeps no meaning
 */
GArray *
dtl_date_tokens_mean (const GArray *tokens, const DtlDateVocabulary *vocabulary)
{
  GArray *meant = g_array_new (FALSE, FALSE, sizeof (DtlDateToken));

  g_array_set_clear_func (meant, clear_token);
  for (guint i = 0; i < tokens->len; i++)
    {
      DtlDateToken token = g_array_index (tokens, DtlDateToken, i);
      guint n = find_phrase (tokens, i, vocabulary, &token.meaning);

      token.word = g_strdup (token.word);
      g_array_append_val (meant, token);
      i += n > 1 ? n - 1 : 0;
    }
  return meant;
}
