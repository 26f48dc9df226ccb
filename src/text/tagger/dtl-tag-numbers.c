/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers of several words as one: "twenty-five", "two hundred", "two and a half", "1 1/2". */
#include "config.h"

#include "text/tagger/dtl-tag-private.h"

static const DtlTagToken *
token_at (const GArray *tokens, guint index)
{
  return index < tokens->len ? &g_array_index (tokens, DtlTagToken, index) : NULL;
}

static gboolean
is_word (const DtlTagToken *token, uint16_t word)
{
  return token != NULL && token->word == word;
}

static double
word_number (const DtlTagToken *token)
{
  const DtlTagWord *word = &dtl_tag_words[token->word];

  if (word->text[0] == '<')
    return token->number;
  for (guint i = word->values_start; i < word->values_start + word->n_values; i++)
    if (dtl_tag_word_values[i].class_id == DTL_TAG_CLASS_NUM)
      return dtl_tag_word_values[i].value;
  return 0;
}

/* How many tokens from @index are one number; @number is its worth. */
static guint
number_length (const GArray *tokens, guint index, double *number)
{
  const DtlTagToken *token = token_at (tokens, index);
  guint length = 1;

  *number = word_number (token);
  if (token->flags & DTL_TAG_IS_TENS)
    {
      const DtlTagToken *next = token_at (tokens, index + 1);
      guint skip = is_word (next, DTL_TAG_WORD_HYPHEN) ? 2 : 1;

      next = token_at (tokens, index + skip);
      if (next != NULL && next->flags & DTL_TAG_IS_DIGIT)
        {
          *number += word_number (next);
          length = skip + 1;
        }
    }
  for (const DtlTagToken *next = token_at (tokens, index + length);
       next != NULL && next->flags & DTL_TAG_IS_NUM && word_number (next) == 100 && next->is_word && *number < 100;
       next = token_at (tokens, index + length))
    {
      *number *= 100;
      length++;
    }
  if (is_word (token_at (tokens, index + length), DTL_TAG_WORD_AND) && token_at (tokens, index + length + 1) != NULL &&
      token_at (tokens, index + length + 1)->flags & DTL_TAG_IS_ART &&
      is_word (token_at (tokens, index + length + 2), DTL_TAG_WORD_HALF))
    {
      *number += 0.5;
      length += 3;
    }
  /* "two-and-a-half years" */
  if (is_word (token_at (tokens, index + length), DTL_TAG_WORD_HYPHEN) &&
      is_word (token_at (tokens, index + length + 1), DTL_TAG_WORD_AND) &&
      is_word (token_at (tokens, index + length + 2), DTL_TAG_WORD_HYPHEN) &&
      token_at (tokens, index + length + 3) != NULL && token_at (tokens, index + length + 3)->flags & DTL_TAG_IS_ART &&
      is_word (token_at (tokens, index + length + 4), DTL_TAG_WORD_HYPHEN) &&
      is_word (token_at (tokens, index + length + 5), DTL_TAG_WORD_HALF))
    {
      *number += 0.5;
      length += 6;
    }
  /* "2 1/2 years" */
  if (token_at (tokens, index + length) != NULL && token_at (tokens, index + length)->word == DTL_TAG_SHAPE_FRACTION &&
      !token_at (tokens, index + length)->joined)
    {
      *number += token_at (tokens, index + length)->number;
      length++;
    }
  return length;
}

/* "nineteen ninety-one": how many tokens, 0 for no year; @number is it. */
static guint
spelled_year_length (const GArray *tokens, guint index, double *number)
{
  const DtlTagToken *century = token_at (tokens, index), *rest = token_at (tokens, index + 1);
  double tail;
  guint length;

  if (rest == NULL || !century->is_word || !rest->is_word || !(rest->flags & DTL_TAG_IS_NUM) ||
      word_number (century) < 17 || word_number (century) > 19 || word_number (rest) < 10)
    return 0;
  length = number_length (tokens, index + 1, &tail);
  if (tail < 10 || tail > 99)
    return 0;
  *number = word_number (century) * 100 + tail;
  return 1 + length;
}

static gboolean
is_round_number (const DtlTagToken *token)
{
  return token != NULL && token->is_word && token->flags & DTL_TAG_IS_NUM &&
         (word_number (token) == 100 ||
          (word_number (token) == 12 && !(token->flags & DTL_TAG_IS_DIGIT) && token->end - token->start == 5));
}

/*
 * dtl_tag_join_numbers:
 * @tokens: of a sentence; becomes shorter
 */
void
dtl_tag_join_numbers (GArray *tokens)
{
  guint to = 0;

  for (guint from = 0; from < tokens->len;)
    {
      DtlTagToken token = g_array_index (tokens, DtlTagToken, from);
      guint length = 1;

      /* "a hundred years", "a dozen weeks": the article belongs to the number. */
      if (token.flags & DTL_TAG_IS_ART && is_round_number (token_at (tokens, from + 1)))
        {
          const DtlTagToken *round = token_at (tokens, from + 1);

          token.number = word_number (round);
          token.end = round->end;
          token.end_cp = round->end_cp;
          dtl_tag_token_set_word (&token, DTL_TAG_SHAPE_NUMBER);
          length = 2;
        }
      else if (token.flags & DTL_TAG_IS_NUM)
        {
          double number;
          guint year_length = spelled_year_length (tokens, from, &number);

          length = year_length > 0 ? year_length : number_length (tokens, from, &number);
          token.number = number;
          if (length > 1)
            {
              const DtlTagToken *last = token_at (tokens, from + length - 1);

              token.end = last->end;
              token.end_cp = last->end_cp;
              dtl_tag_token_set_word (&token, year_length > 0 ? DTL_TAG_SHAPE_YEAR : DTL_TAG_SHAPE_NUMBER);
            }
        }
      g_array_index (tokens, DtlTagToken, to++) = token;
      from += length;
    }
  g_array_set_size (tokens, to);
}
