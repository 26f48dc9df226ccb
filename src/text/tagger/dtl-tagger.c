/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way of a text through the tagger: sentence by sentence, with what was told before carried along. */
#include "config.h"

#include "text/dtl-tagger.h"

#include "base/dtl-gettext.h"
#include "text/dtl-normalize.h"
#include "text/tagger/dtl-tag-reading-private.h"

#include <stdlib.h>
#include <string.h>

/* How much of the beginning says what kind of text it is. */
#define SAMPLE_BYTES (16u * 1024u)

/* A history has years far from its date of issue, or one very far, few that are near, and no days of the week. News
 * that looks back once ("the worst since 1965") is none. */
#define VERY_FAR_YEARS 60
#define FAR_YEARS      20
#define NEAR_YEARS     10

void
dtl_timex_free (DtlTimex *self)
{
  if (self == NULL)
    return;
  g_free (self->value);
  g_free (self->edtf);
  g_free (self->also);
  g_free (self->limit);
  g_free (self->anchor);
  g_free (self->anchor_edtf);
  g_free (self->derived);
  g_free (self->stated);
  g_free (self);
}

const char *
dtl_timex_type_name (DtlTimexType type)
{
  static const char *const names[] = { "DATE", "TIME", "DURATION", "SET" };

  g_return_val_if_fail (type >= DTL_TIMEX_DATE && type <= DTL_TIMEX_SET, "DATE");

  return names[type];
}

/* The finest unit of the calendar that holds all of @issued: of a stretch within July that month. */
static void
read_issued (DtlEdtf *issued, DtlTagDate *date)
{
  const DtlBounds *bounds = issued != NULL ? dtl_edtf_get_bounds (issued) : NULL;
  DtlCivilDay first, last;

  dtl_tag_date_init (date, DTL_TAG_NONE, DTL_TAG_UNKNOWN_YEAR, 0, 0);
  if (bounds == NULL ||
      bounds->flags & (DTL_BOUND_START_OPEN | DTL_BOUND_START_UNKNOWN | DTL_BOUND_END_OPEN | DTL_BOUND_END_UNKNOWN))
    return;
  first = dtl_civil_from_day_number (dtl_civil_day_from_seconds (bounds->start_earliest));
  last = dtl_civil_from_day_number (dtl_civil_day_from_seconds (bounds->end_latest));
  if (first.year < 1 || last.year > 9999 || first.year / 10 != last.year / 10)
    return;
  if (first.year != last.year)
    dtl_tag_date_init (date, DTL_TAG_DECADE, (int) first.year / 10 * 10, 0, 0);
  else if (first.month != last.month)
    dtl_tag_date_init (date, DTL_TAG_YEAR, (int) first.year, 0, 0);
  else if (first.day != last.day)
    dtl_tag_date_init (date, DTL_TAG_MONTH, (int) first.year, first.month, 0);
  else
    dtl_tag_date_init (date, DTL_TAG_DAY, (int) first.year, first.month, first.day);
  date->approx = (bounds->flags & DTL_BOUND_APPROXIMATE) != 0;
  date->doubtful = (bounds->flags & DTL_BOUND_UNCERTAIN) != 0;
}

typedef struct
{
  guint far_years, near_years, news_words;
  guint day_first, month_first; /* dates in figures that can be read in one way only */
} Sample;

/* "in 1812", "January 1813", "4 May, 1813"; no number of a thing, and no record ("the worst since 1912"). */
static gboolean
is_plain_year (const DtlTagToken *token, const DtlTagToken *before)
{
  return token->word == DTL_TAG_SHAPE_YEAR && token->number >= 1500 && token->number < 2100 && before != NULL &&
         (before->flags & (DTL_TAG_IS_PREP | DTL_TAG_IS_MONTH) || before->word == DTL_TAG_WORD_COMMA) &&
         !(before->flags & DTL_TAG_IS_PASTPREP);
}

/* A weekday or a day told from today, but not "Monday, 5 September", and not "Today" for nowadays; "ago"; "last year",
 * but not "the last year of the war". */
static gboolean
is_news_word (const DtlTagToken *before, const DtlTagToken *token, const DtlTagToken *after)
{
  if (token->word == DTL_TAG_WORD_AGO)
    return TRUE;
  if (token->word == DTL_TAG_WORD_LAST || token->word == DTL_TAG_WORD_NEXT)
    return after != NULL && after->flags & DTL_TAG_IS_UNIT && (before == NULL || before->word != DTL_TAG_WORD_THE);
  if (token->flags & DTL_TAG_IS_DAYWORD)
    return !token->capital;
  return token->flags & DTL_TAG_IS_WEEKDAY && token->capital && !(token->flags & DTL_TAG_IS_DOUBTFUL) &&
         (after == NULL || after->word != DTL_TAG_WORD_COMMA);
}

static void
sample_token (Sample *sample, const GArray *tokens, guint index, const char *text, const DtlTagDate *issued)
{
  const DtlTagToken *token = &g_array_index (tokens, DtlTagToken, index);

  if (issued->grain != DTL_TAG_NONE && is_plain_year (token, index > 0 ? token - 1 : NULL))
    {
      int distance = ABS ((int) token->number - issued->year);

      sample->near_years += distance <= NEAR_YEARS;
      sample->far_years += distance > VERY_FAR_YEARS ? 3 : distance > FAR_YEARS;
    }
  sample->news_words += is_news_word (index > 0 ? token - 1 : NULL, token, index + 1 < tokens->len ? token + 1 : NULL);
  if (token->word == DTL_TAG_SHAPE_SLASH)
    {
      char *end;
      long first = strtol (text + token->start, &end, 10), second = strtol (end + 1, NULL, 10);

      sample->day_first += first > 12;
      sample->month_first += second > 12;
    }
}

static void
take_sample (DtlTagContext *context, gsize n_bytes, DtlTaggerMode mode)
{
  DtlTagLexer lexer;
  Sample sample = { 0 };

  dtl_tag_lexer_init (&lexer, context->text, n_bytes);
  while (lexer.at < SAMPLE_BYTES && dtl_tag_lexer_sentence (&lexer))
    for (guint i = 0; i < lexer.tokens->len; i++)
      sample_token (&sample, lexer.tokens, i, context->text, &context->issued);
  dtl_tag_lexer_clear (&lexer);
  if (context->slash_order == 0 && (sample.day_first == 0) != (sample.month_first == 0))
    context->slash_order = sample.day_first > 0 ? 1 : 2;
  context->narrative = mode == DTL_TAGGER_NARRATIVE ||
                       (mode == DTL_TAGGER_AUTO && sample.far_years >= 3 && sample.near_years * 4 <= sample.far_years &&
                        sample.news_words * 8 < sample.far_years);
}

static void
read_text (DtlTagContext *context, gsize n_bytes)
{
  DtlTagLexer lexer;

  context->marks = g_array_new (FALSE, FALSE, sizeof (DtlTagMark));
  context->reading = dtl_tag_reading_new ();
  dtl_tag_lexer_init (&lexer, context->text, n_bytes);
  while (dtl_tag_lexer_sentence (&lexer))
    {
      guint first_found = context->found->len;

      dtl_tag_join_numbers (lexer.tokens);
      context->tokens = lexer.tokens;
      if (lexer.paragraph)
        {
          dtl_tag_end_paragraph (context);
          context->day_age = context->told_age = DTL_TAG_LONG_AGO;
        }
      dtl_tag_match_sentence (context);
      dtl_tag_read_sentence (context);
      dtl_tag_read_boilerplate (context, lexer.paragraph, first_found);
    }
  dtl_tag_end_paragraph (context);
  dtl_tag_settle (context);
  dtl_tag_lexer_clear (&lexer);
  g_array_unref (context->marks);
  dtl_tag_reading_free (context->reading);
}

/**
 * dtl_tagger_tag:
 * @text: UTF-8 with a NUL behind it
 * @n_bytes: its length without the NUL, at most DTL_TEXT_MAX_BYTES
 * @issued: (nullable): when the text was issued, as vague as need be; NULL for unknown
 * @mode: what is counted from
 * @order: how 01/02/2026 is read
 * @error: DTL_TEXT_ERROR_ENCODING with the position of the first byte that is no UTF-8, DTL_TEXT_ERROR_TOO_LARGE
 *
 * Needs time in proportion to the length, whatever the text.
 *
 * Returns: (transfer full) (element-type DtlTimex) (nullable): the expressions in the order of the text
 */
GPtrArray *
dtl_tagger_tag (const char *text,
                gsize n_bytes,
                DtlEdtf *issued,
                DtlTaggerMode mode,
                DtlTaggerOrder order,
                GError **error)
{
  DtlTagContext context = { .text = text, .slash_order = (int) order };
  const char *end;

  g_return_val_if_fail (text != NULL, NULL);

  if (n_bytes > DTL_TEXT_MAX_BYTES)
    {
      g_set_error (error, DTL_TEXT_ERROR, DTL_TEXT_ERROR_TOO_LARGE,
                   _ ("the text is larger than %u MiB; import the part of it that matters"),
                   DTL_TEXT_MAX_BYTES / 1024 / 1024);
      return NULL;
    }
  if (!g_utf8_validate_len (text, n_bytes, &end))
    {
      g_set_error (error, DTL_TEXT_ERROR, DTL_TEXT_ERROR_ENCODING,
                   _ ("at byte %zu: not UTF-8 text; save it as UTF-8 and import that"), (gsize) (end - text) + 1);
      return NULL;
    }
  read_issued (issued, &context.issued);
  take_sample (&context, n_bytes, mode);
  context.found = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_timex_free);
  read_text (&context, n_bytes);
  return context.found;
}
