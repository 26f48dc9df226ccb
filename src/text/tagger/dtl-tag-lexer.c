/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text to words, a sentence at a time, in one pass and with no allocation for a word. Figures are told apart by their
 * shape, since "20th", "7:42" and "2026-02-06" are words to the rules. */
#include "config.h"

#include "text/tagger/dtl-tag-private.h"

#include <string.h>

#define MAX_WORD_BYTES 16

static gboolean
is_letter (unsigned char byte)
{
  return g_ascii_isalpha (byte) || byte >= 0x80;
}

void
dtl_tag_token_set_word (DtlTagToken *token, uint16_t word)
{
  token->word = word;
  token->kind = word == DTL_TAG_NO_WORD ? 0
                : token->capital        ? dtl_tag_words[word].kind_capital
                                        : dtl_tag_words[word].kind_small;
  token->flags = dtl_tag_kinds[token->kind].flags;
}

static uint16_t
find_word (const char *text, gsize length)
{
  char small[MAX_WORD_BYTES];
  uint32_t hash = 2166136261u;

  if (length > MAX_WORD_BYTES)
    return DTL_TAG_NO_WORD;
  for (gsize i = 0; i < length; i++)
    {
      small[i] = g_ascii_tolower (text[i]);
      hash = (hash ^ (unsigned char) small[i]) * 16777619u;
    }
  for (uint32_t slot = hash & (DTL_TAG_WORD_SLOTS - 1);; slot = (slot + 1) & (DTL_TAG_WORD_SLOTS - 1))
    {
      uint16_t word = dtl_tag_word_slots[slot];

      if (word == DTL_TAG_NO_WORD)
        return word;
      if (dtl_tag_words[word].length == length && memcmp (dtl_tag_words[word].text, small, length) == 0)
        return word;
    }
}

void
dtl_tag_lexer_init (DtlTagLexer *self, const char *text, gsize n_bytes)
{
  *self = (DtlTagLexer){ .text = text, .n_bytes = n_bytes, .pending_paragraph = TRUE };
  self->tokens = g_array_sized_new (FALSE, FALSE, sizeof (DtlTagToken), DTL_TAG_MAX_SENTENCE + 8);
}

void
dtl_tag_lexer_clear (DtlTagLexer *self)
{
  g_clear_pointer (&self->tokens, g_array_unref);
}

static unsigned char
peek (const DtlTagLexer *self, gsize offset)
{
  return self->at + offset < self->n_bytes ? (unsigned char) self->text[self->at + offset] : 0;
}

/* "closed", "agreed"; not "need", "speed". */
static gboolean
is_participle (const char *text, gsize length)
{
  if (length <= 3 || memcmp (text + length - 2, "ed", 2) != 0)
    return FALSE;
  return text[length - 3] != 'e' || text[length - 4] == 'r';
}

static unsigned char
peek_back (const DtlTagLexer *self)
{
  return self->at > 0 ? (unsigned char) self->text[self->at - 1] : 0;
}

static void
add_token (DtlTagLexer *self, gsize length, uint16_t word, double number, gboolean joined)
{
  DtlTagToken token = { 0 };

  token.start = (uint32_t) self->at;
  token.end = (uint32_t) (self->at + length);
  token.start_cp = (uint32_t) self->at_cp;
  for (gsize i = 0; i < length; i++)
    self->at_cp += ((unsigned char) self->text[self->at + i] & 0xc0) != 0x80;
  token.end_cp = (uint32_t) self->at_cp;
  token.capital = g_ascii_isupper (self->text[self->at]);
  token.is_word = is_letter ((unsigned char) self->text[self->at]);
  token.past = token.is_word && is_participle (self->text + self->at, length);
  token.joined = joined;
  token.number = number;
  self->at += length;
  dtl_tag_token_set_word (&token, word);
  g_array_append_val (self->tokens, token);
}

/* The shape of a figure as 9s and the signs and letters between, "99/99/9999"; "" where it is longer than any. */
static void
shape_of (const char *text, gsize length, char shape[12])
{
  gsize i = 0;

  for (; i < length && length < 12; i++)
    shape[i] = g_ascii_isdigit (text[i]) ? '9' : g_ascii_tolower (text[i]);
  shape[i] = '\0';
}

static uint16_t
shape_word (const char *shape, double number)
{
  static const struct
  {
    const char *shape;
    uint16_t word;
  } shapes[] = {
    { "9999-99-99", DTL_TAG_SHAPE_ISO },      { "9999-99", DTL_TAG_SHAPE_YEARS },
    { "9999-9999", DTL_TAG_SHAPE_YEARS },     { "9/9/99", DTL_TAG_SHAPE_SLASH },
    { "99/9/99", DTL_TAG_SHAPE_SLASH },       { "9/99/99", DTL_TAG_SHAPE_SLASH },
    { "99/99/99", DTL_TAG_SHAPE_SLASH },      { "9/9/9999", DTL_TAG_SHAPE_SLASH },
    { "99/9/9999", DTL_TAG_SHAPE_SLASH },     { "9/99/9999", DTL_TAG_SHAPE_SLASH },
    { "99/99/9999", DTL_TAG_SHAPE_SLASH },    { "99.99.9999", DTL_TAG_SHAPE_SLASH },
    { "99-99-99", DTL_TAG_SHAPE_SLASH },      { "99-99-9999", DTL_TAG_SHAPE_SLASH },
    { "9.9.9999", DTL_TAG_SHAPE_SLASH },      { "99.9.9999", DTL_TAG_SHAPE_SLASH },
    { "9.99.9999", DTL_TAG_SHAPE_SLASH },     { "9:99", DTL_TAG_SHAPE_CLOCK },
    { "99:99", DTL_TAG_SHAPE_CLOCK },         { "9.99", DTL_TAG_SHAPE_CLOCK_DOT },
    { "99.99", DTL_TAG_SHAPE_CLOCK_DOT },     { "9999s", DTL_TAG_SHAPE_DECADE },
    { "99s", DTL_TAG_SHAPE_DECADE_SHORT },    { "q9", DTL_TAG_SHAPE_QUARTER },
    { "9q", DTL_TAG_SHAPE_QUARTER },          { "9q99", DTL_TAG_SHAPE_QUARTER_YEAR },
    { "h9", DTL_TAG_SHAPE_HALF_YEAR },        { "9h", DTL_TAG_SHAPE_HALF_YEAR },
    { "fy9999", DTL_TAG_SHAPE_FISCAL },       { "fy99", DTL_TAG_SHAPE_FISCAL },
    { "9999-w99", DTL_TAG_SHAPE_ISO_WEEK },   { "9999-w99-9", DTL_TAG_SHAPE_ISO_WEEK },
    { "9999/99", DTL_TAG_SHAPE_YEARS_SLASH }, { "9/9", DTL_TAG_SHAPE_FRACTION },
  };
  gsize length = strlen (shape);

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (g_str_equal (shape, shapes[i].shape))
      return shapes[i].word;
  if (length >= 3 && length <= 4 &&
      (g_str_has_suffix (shape, "th") || g_str_has_suffix (shape, "st") || g_str_has_suffix (shape, "nd") ||
       g_str_has_suffix (shape, "rd")))
    return number <= 31 ? DTL_TAG_SHAPE_ORDINAL : DTL_TAG_SHAPE_ORDINAL_MORE;
  return DTL_TAG_NO_WORD;
}

static uint16_t
figure_word (const char *text, gsize length, double number)
{
  char shape[12];

  if (strspn (text, "0123456789") >= length)
    {
      if (length == 4 && number >= 1000 && number < 3000)
        return DTL_TAG_SHAPE_YEAR;
      if (length <= 2 && number >= 1 && number <= 12)
        return DTL_TAG_SHAPE_HOUR;
      if (length <= 2 && number >= 13 && number <= 31)
        return DTL_TAG_SHAPE_DAY;
      return DTL_TAG_SHAPE_NUMBER;
    }
  shape_of (text, length, shape);
  if (g_str_equal (shape, "9999-99") && text[5] <= '1' && !(text[5] == '1' && text[6] > '2') && text[2] == '2')
    return DTL_TAG_SHAPE_YEARS;
  return shape_word (shape, number);
}

/* Figures with the signs inside them, and the letters that stand at them. */
static gsize
figure_length (const DtlTagLexer *self)
{
  gsize length = 0;

  for (;; length++)
    {
      unsigned char byte = peek (self, length);

      if (g_ascii_isalnum (byte))
        continue;
      if (byte != 0 && strchr (":/-,.", byte) != NULL && g_ascii_isdigit (peek (self, length + 1)) &&
          g_ascii_isdigit (peek (self, length - 1)))
        continue;
      /* "2026-W12" */
      if (byte == '-' && length == 4 && peek (self, 5) == 'W' && g_ascii_isdigit (peek (self, 6)) &&
          strspn (self->text + self->at, "0123456789") == 4)
        continue;
      return length;
    }
}

static double
figure_number (const char *text, gsize length)
{
  double number = 0, place = 0;

  for (gsize i = 0; i < length && i < 32; i++)
    {
      if (g_ascii_isdigit (text[i]) && place == 0)
        number = number * 10 + (text[i] - '0');
      else if (g_ascii_isdigit (text[i]))
        {
          number += (text[i] - '0') * place;
          place /= 10;
        }
      else if (text[i] == '.' && place == 0)
        place = 0.1;
      else if (text[i] != ',')
        break;
    }
  return number;
}

static gboolean
follows_month (const GArray *tokens)
{
  const DtlTagToken *last = tokens->len > 0 ? &g_array_index (tokens, DtlTagToken, tokens->len - 1) : NULL;

  if (last != NULL && last->word == DTL_TAG_WORD_POINT && tokens->len > 1)
    last--;
  return last != NULL && last->capital && last->flags & DTL_TAG_IS_MONTH;
}

static void
read_figure (DtlTagLexer *self, gboolean joined)
{
  const char *text = self->text + self->at;
  gsize length = figure_length (self), digits = strspn (text, "0123456789"), clock;
  double number = figure_number (text, length);
  uint16_t word;

  /* "Oct. 6-8" are two days. */
  if (digits < length && digits <= 2 && text[digits] == '-' && follows_month (self->tokens))
    {
      length = digits;
      number = figure_number (text, length);
    }
  /* "8p.m.", "8pm" and "10.30am" are two words, as "8 p.m." is. */
  clock = MIN (strspn (text, "0123456789:."), length);
  if (clock < length && digits <= 2 && clock <= 5 &&
      (g_ascii_strncasecmp (text + clock, "pm", 2) == 0 || g_ascii_strncasecmp (text + clock, "am", 2) == 0 ||
       (g_ascii_strncasecmp (text + clock, "p", 1) == 0 && length == clock + 1)))
    {
      length = clock;
      number = figure_number (text, length);
    }
  /* "1710EST" */
  if (digits == 4 && length == 7 && text[6] == 'T' && find_word (text + 4, 3) != DTL_TAG_NO_WORD)
    length = digits;
  word = figure_word (text, length, number);
  if (word == DTL_TAG_SHAPE_FRACTION)
    number = text[2] > '0' ? number / (text[2] - '0') : 0;
  if (word == DTL_TAG_NO_WORD && digits < length && strspn (text, "0123456789.,") >= length)
    word = DTL_TAG_SHAPE_NUMBER;
  add_token (self, length, word, number, joined);
}

/* "a.m." and "p.m." are one word; so is "U.S.", which is no end of a sentence. */
static gsize
word_length (const DtlTagLexer *self)
{
  gsize length = 0;

  while (is_letter (peek (self, length)) && !(peek (self, length) == 0xe2 && peek (self, length + 1) == 0x80))
    length++;
  if (length == 1 && peek (self, 1) == '.' && g_ascii_isalpha (peek (self, 2)))
    for (length = 0; g_ascii_isalpha (peek (self, length)) && peek (self, length + 1) == '.';)
      length += 2;
  else if (length == 1 && g_ascii_isdigit (peek (self, 1)) && strchr ("QqHh", peek (self, 0)) != NULL)
    while (g_ascii_isalnum (peek (self, length)))
      length++;
  else if (length == 2 && g_ascii_isdigit (peek (self, 2)) && g_ascii_strncasecmp (self->text + self->at, "FY", 2) == 0)
    while (g_ascii_isalnum (peek (self, length)))
      length++;
  return MAX (length, 1);
}

static void
read_word (DtlTagLexer *self, gboolean joined)
{
  const char *text = self->text + self->at;
  gsize length = word_length (self);
  uint16_t word;

  if (g_ascii_isdigit (text[length - 1]))
    {
      char shape[12];

      shape_of (text, length, shape);
      add_token (self, length, shape_word (shape, 0), text[1] - '0', joined);
      return;
    }
  word = find_word (text, length);
  add_token (self, length, word, 0, joined);
}

/* What stands for an apostrophe: ' and the typographic one. Its length in bytes, or 0. */
static gsize
apostrophe (const DtlTagLexer *self)
{
  if (peek (self, 0) == '\'')
    return 1;
  return peek (self, 0) == 0xe2 && peek (self, 1) == 0x80 && (peek (self, 2) == 0x99 || peek (self, 2) == 0x98) ? 3 : 0;
}

/* "'80s", "'98": the century is left out. The number of bytes with the apostrophe, 0 for anything else. */
static gsize
short_year_length (const DtlTagLexer *self, gsize mark)
{
  gsize digits = mark;

  while (digits < mark + 3 && g_ascii_isdigit (peek (self, digits)))
    digits++;
  if (mark == 0 || digits != mark + 2)
    return 0;
  if (peek (self, digits) == 's' && !g_ascii_isalnum (peek (self, digits + 1)))
    return digits + 1;
  return g_ascii_isalnum (peek (self, digits)) ? 0 : digits;
}

static void
read_short_year (DtlTagLexer *self, gsize mark, gsize length, gboolean joined)
{
  double number = figure_number (self->text + self->at + mark, 2);

  if (length > mark + 2)
    add_token (self, length, DTL_TAG_SHAPE_DECADE_SHORT, number, joined);
  else
    add_token (self, length, DTL_TAG_SHAPE_YEAR, number + (number < 30 ? 2000 : 1900), joined);
}

static void
read_sign (DtlTagLexer *self, gboolean joined)
{
  gsize mark = apostrophe (self), short_year = short_year_length (self, mark);
  unsigned char byte = peek (self, 0);

  if (mark > 0 && joined && g_ascii_tolower (peek (self, mark)) == 's' && !g_ascii_isalnum (peek (self, mark + 1)))
    add_token (self, mark + 1, DTL_TAG_WORD_S, 0, TRUE);
  else if (short_year > 0 && (!joined || peek_back (self) == '-'))
    read_short_year (self, mark, short_year, joined);
  else if (mark > 0)
    add_token (self, mark, joined ? DTL_TAG_WORD_MARK : DTL_TAG_NO_WORD, 0, joined);
  else if (byte == '-' && joined && (g_ascii_isalnum (peek (self, 1)) || peek (self, 1) == '\''))
    add_token (self, 1, DTL_TAG_WORD_HYPHEN, 0, TRUE);
  else if (byte == ',')
    add_token (self, 1, DTL_TAG_WORD_COMMA, 0, joined);
  else if (byte == '.')
    add_token (self, 1, DTL_TAG_WORD_POINT, 0, joined);
  else if (byte == 0xe2 && peek (self, 1) == 0x80)
    add_token (self, MIN (3, self->n_bytes - self->at), DTL_TAG_NO_WORD, 0, joined);
  else
    add_token (self, 1, byte == '-' || byte == '\'' ? DTL_TAG_NO_WORD : find_word (self->text + self->at, 1), 0,
               joined);
}

/* "closed at 4 p.m. The index": the point of the short form ends the sentence too, unless a zone or a day follows. */
static gboolean
ends_at_clock (const DtlTagLexer *self, const DtlTagToken *clock)
{
  gsize length = 0, offset = 0;
  uint16_t word;

  if (!(clock->flags & DTL_TAG_IS_AMPM) || self->text[clock->end - 1] != '.')
    return FALSE;
  while (offset < 4 && g_ascii_isspace (peek (self, offset)))
    offset++;
  while (length < 24 && is_letter (peek (self, offset + length)))
    length++;
  if (offset == 0 || length == 0 || !g_ascii_isupper (peek (self, offset)) ||
      (length == 1 && peek (self, offset + 1) == '.'))
    return FALSE;
  word = find_word (self->text + self->at + offset, length);
  if (word != DTL_TAG_NO_WORD)
    return (dtl_tag_kinds[dtl_tag_words[word].kind_capital].flags & (DTL_TAG_IS_PREP | DTL_TAG_IS_SUBJECT)) != 0 ||
           word == DTL_TAG_WORD_THE;
  /* "9 a.m. Moscow time" */
  return g_ascii_strncasecmp (self->text + self->at + offset + length, " time",
                              MIN (5, self->n_bytes - self->at - offset - length)) != 0;
}

/* Whether the point just read ends the sentence: space and a capital, a figure or a quotation mark follow. */
static gboolean
ends_sentence (const DtlTagLexer *self)
{
  const DtlTagToken *sign = &g_array_index (self->tokens, DtlTagToken, self->tokens->len - 1);
  const DtlTagToken *before = self->tokens->len > 1 ? sign - 1 : NULL;
  char byte = self->text[sign->start];
  gsize offset = 0;

  if (byte != '.' && byte != '!' && byte != '?')
    return ends_at_clock (self, sign);
  while (offset < 4 && peek (self, offset) != 0 && strchr ("\"')", peek (self, offset)) != NULL)
    offset++;
  if (!g_ascii_isspace (peek (self, offset)))
    return FALSE;
  while (offset < 8 && g_ascii_isspace (peek (self, offset)))
    offset++;
  if (byte == '.' && before != NULL &&
      ((before->flags & (DTL_TAG_IS_MABBR | DTL_TAG_IS_WABBR) && g_ascii_isdigit (peek (self, offset))) ||
       (before->capital && before->end - before->start <= 1)))
    return FALSE;
  return !g_ascii_islower (peek (self, offset));
}

/* Skips white space; how many ends of lines were in it, two for an empty line. */
static guint
skip_space (DtlTagLexer *self, gboolean *joined)
{
  guint n_lines = 0;

  *joined = TRUE;
  while (self->at < self->n_bytes && g_ascii_isspace (self->text[self->at]))
    {
      n_lines += self->text[self->at] == '\n';
      self->at++;
      self->at_cp++;
      *joined = FALSE;
    }
  return n_lines;
}

/*
 * dtl_tag_lexer_sentence:
 *
 * Returns: whether there was another sentence
 */
gboolean
dtl_tag_lexer_sentence (DtlTagLexer *self)
{
  gboolean joined;

  g_array_set_size (self->tokens, 0);
  self->paragraph = self->pending_paragraph;
  self->pending_paragraph = FALSE;
  while (self->tokens->len < DTL_TAG_MAX_SENTENCE)
    {
      unsigned char byte;
      guint n_lines = skip_space (self, &joined), before;

      if (n_lines > 1)
        {
          if (self->tokens->len > 0)
            {
              self->pending_paragraph = TRUE;
              return TRUE;
            }
          self->paragraph = TRUE;
        }
      if (self->at >= self->n_bytes)
        return self->tokens->len > 0;
      byte = (unsigned char) self->text[self->at];
      before = self->tokens->len;
      if (g_ascii_isdigit (byte))
        read_figure (self, joined);
      else if (is_letter (byte) && apostrophe (self) == 0 && !(byte == 0xe2 && peek (self, 1) == 0x80))
        read_word (self, joined);
      else
        read_sign (self, joined);
      if (n_lines > 0)
        g_array_index (self->tokens, DtlTagToken, before).line = TRUE;
      if (ends_sentence (self))
        return TRUE;
    }
  return TRUE;
}
