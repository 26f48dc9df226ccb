/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the strictest reading to the loosest: EDTF, EDTF loosely written, then words, in the person's language first. Of
 * several languages that fail, the one that came furthest says what was expected. */
#include "config.h"

#include "date/dtl-date-entry.h"

#include <string.h>

#include "base/dtl-gettext.h"
#include "date/dtl-date-label.h"
#include "date/dtl-date-lenient-private.h"
#include "date/dtl-date-reader-private.h"
#include "date/dtl-edtf-cursor-private.h"
#include "date/dtl-edtf-private.h"

#define N_LANGUAGES 4

static const DtlDateVocabulary *const vocabularies[N_LANGUAGES] = { &dtl_date_vocabulary_en, &dtl_date_vocabulary_de,
                                                                    &dtl_date_vocabulary_fr, &dtl_date_vocabulary_ru };

/* Attempt: what one language made of it. */
typedef struct
{
  DtlDateEntry *entry;
  ptrdiff_t furthest; /* place in the text */
  gboolean is_ambiguous;
  GError *error;
} Attempt;

static gboolean
is_language (const DtlDateVocabulary *vocabulary, const char *language)
{
  return language != NULL && g_ascii_strncasecmp (vocabulary->language, language, 2) == 0 &&
         !g_ascii_isalpha (language[2]);
}

static DtlDateEntry *
new_entry (DtlEdtf *value, DtlDateEntryForm form, const char *language)
{
  DtlDateEntry *self = g_new0 (DtlDateEntry, 1);

  self->value = value;
  self->form = form;
  self->language = language;
  self->alternatives = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_edtf_unref);
  return self;
}

static void
add_alternative (DtlDateEntry *self, const char *text)
{
  DtlEdtf *value = text != NULL ? dtl_edtf_parse (text, NULL) : NULL;

  if (value == NULL)
    return;
  for (guint i = 0; i <= self->alternatives->len; i++)
    {
      const DtlEdtf *known = i > 0 ? g_ptr_array_index (self->alternatives, i - 1) : self->value;

      if (strcmp (dtl_edtf_get_text (known), dtl_edtf_get_text (value)) == 0)
        {
          dtl_edtf_unref (value);
          return;
        }
    }
  g_ptr_array_add (self->alternatives, value);
}

/* One reading of the numbers in one language. */
static void
try_variant (Attempt *attempt, DtlDateReader *reader)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = dtl_date_read_phrase (reader, &error);
  DtlEdtf *value = text != NULL ? dtl_edtf_parse (text, &error) : NULL;

  attempt->furthest = MAX (attempt->furthest, dtl_date_reader_peek (reader, 0)->at - reader->text);
  if (value == NULL)
    {
      if (attempt->error == NULL)
        attempt->error = g_steal_pointer (&error);
      return;
    }
  if (attempt->entry == NULL)
    attempt->entry = new_entry (value, reader->has_words ? DTL_DATE_ENTRY_WORDS : DTL_DATE_ENTRY_LENIENT,
                                reader->has_words ? reader->vocabulary->language : NULL);
  else
    {
      add_alternative (attempt->entry, text);
      dtl_edtf_unref (value);
    }
}

static const char *
find_numeric (const GArray *tokens)
{
  guint i = 0;

  while (g_array_index (tokens, DtlDateToken, i).kind != DTL_DATE_TOKEN_NUMERIC &&
         g_array_index (tokens, DtlDateToken, i).kind != DTL_DATE_TOKEN_END)
    i++;
  return g_array_index (tokens, DtlDateToken, i).at;
}

static DtlEdtf *
read_variant (const char *text, const GArray *tokens, const DtlDateVocabulary *vocabulary, DtlDateVariant variant)
{
  DtlDateReader reader = { text, tokens, vocabulary, 0, variant, FALSE };
  g_autofree char *edtf = dtl_date_read_phrase (&reader, NULL);

  return edtf != NULL ? dtl_edtf_parse (edtf, NULL) : NULL;
}

/* Which of two numbers is the month is not for a program to choose. Returns FALSE where both orders are dates. */
static gboolean
check_order (const char *text, const GArray *tokens, const DtlDateVocabulary *vocabulary, GError **error)
{
  g_autoptr (DtlEdtf) one = read_variant (text, tokens, vocabulary, DTL_DATE_VARIANT_FIRST_CHOICE);
  g_autoptr (DtlEdtf) other = read_variant (text, tokens, vocabulary, DTL_DATE_VARIANT_OTHER_ORDER);
  g_autofree char *one_label = NULL;
  g_autofree char *other_label = NULL;
  g_autofree char *message = NULL;

  if (one == NULL || other == NULL || strcmp (dtl_edtf_get_text (one), dtl_edtf_get_text (other)) == 0)
    return TRUE;
  one_label = dtl_date_label (one, DTL_DATE_LABEL_LONG);
  other_label = dtl_date_label (other, DTL_DATE_LABEL_LONG);
  /* Translators: two dates in words, each with its EDTF: "6 July 2024 (2024-07-06) or 7 June 2024 (2024-06-07)" */
  message = g_strdup_printf (_ ("this may be %1$s (%2$s) or %3$s (%4$s); write one of them"), one_label,
                             dtl_edtf_get_text (one), other_label, dtl_edtf_get_text (other));
  return dtl_edtf_cursor_fail (&(DtlEdtfCursor){ text, text }, find_numeric (tokens), DTL_DATE_ERROR_AMBIGUOUS, message,
                               error);
}

static Attempt
try_language (const char *text, const GArray *cut, const DtlDateVocabulary *vocabulary)
{
  g_autoptr (GArray) tokens = dtl_date_tokens_mean (cut, vocabulary);
  Attempt attempt = { 0 };

  if (!check_order (text, tokens, vocabulary, &attempt.error))
    {
      attempt.is_ambiguous = TRUE;
      return attempt;
    }
  for (guint variant = 0; variant <= DTL_DATE_VARIANT_ALL; variant++)
    {
      DtlDateReader reader = { text, tokens, vocabulary, 0, variant, FALSE };

      try_variant (&attempt, &reader);
    }
  if (attempt.entry != NULL)
    g_clear_error (&attempt.error);
  return attempt;
}

static gboolean
is_further (const Attempt *a, const Attempt *b)
{
  return b->error == NULL || a->furthest > b->furthest;
}

static DtlDateEntry *
read_words (const char *text, const char *language, GError **error)
{
  g_autoptr (GArray) cut = dtl_date_tokens_cut (text);
  Attempt best = { 0 };

  /* First round: the person's language; second round: the others. */
  for (int i = 0; i < 2 * N_LANGUAGES; i++)
    {
      const DtlDateVocabulary *vocabulary = vocabularies[i % N_LANGUAGES];
      Attempt attempt;

      if (is_language (vocabulary, language) != (i < N_LANGUAGES))
        continue;
      attempt = try_language (text, cut, vocabulary);
      if (attempt.entry != NULL || attempt.is_ambiguous)
        {
          g_clear_error (&best.error);
          if (attempt.error != NULL)
            g_propagate_error (error, attempt.error);
          return attempt.entry;
        }
      if (is_further (&attempt, &best))
        {
          g_clear_error (&best.error);
          best = attempt;
        }
      else
        g_clear_error (&attempt.error);
    }
  g_propagate_error (error, best.error);
  return NULL;
}

static DtlDateEntry *
read_edtf (const char *text)
{
  g_autofree char *tidy = NULL;
  g_autofree char *other = NULL;
  DtlDateEntryForm form = DTL_DATE_ENTRY_STRICT;
  DtlEdtf *value = dtl_edtf_parse (text, NULL);
  DtlDateEntry *self;

  if (value == NULL)
    {
      tidy = dtl_date_lenient_tidy (text);
      value = tidy != NULL ? dtl_edtf_parse (tidy, NULL) : NULL;
      form = DTL_DATE_ENTRY_LENIENT;
    }
  if (value == NULL)
    return NULL;
  self = new_entry (value, form, NULL);
  other = dtl_date_lenient_other (text);
  add_alternative (self, other);
  return self;
}

/* What looks like EDTF is told what EDTF expects. */
static gboolean
looks_like_edtf (const char *text)
{
  return strspn (text, "0123456789XYES:+-/.,{}[]?~%TZ") == strlen (text);
}

/**
 * dtl_date_entry_read:
 * @text: what was typed; blanks around it do not count
 * @language: (nullable): the person's, as in "de", "en_US.UTF-8" or "fr-CA": its words are tried first. NULL for none
 * @error: DTL_DATE_ERROR: the message says where it cannot be read and what was expected there;
 * DTL_DATE_ERROR_AMBIGUOUS where two numbers may each be the month, with both dates
 *
 * Returns: (transfer full) (nullable): what was understood
 */
DtlDateEntry *
dtl_date_entry_read (const char *text, const char *language, GError **error)
{
  g_autofree char *stripped = NULL;
  g_autoptr (GError) reason = NULL;
  DtlDateEntry *self;
  DtlEdtf *value;

  g_return_val_if_fail (text != NULL, NULL);

  /* Neither is read any further; EDTF has the words for both. */
  if (!g_utf8_validate (text, -1, NULL) || g_utf8_strlen (text, -1) > DTL_EDTF_MAX_CHARACTERS)
    {
      value = dtl_edtf_parse (text, error);
      g_clear_pointer (&value, dtl_edtf_unref);
      return NULL;
    }
  stripped = g_strstrip (g_strdup (text));
  self = read_edtf (stripped);
  if (self == NULL)
    self = read_words (stripped, language, &reason);
  if (self == NULL && *stripped != '\0' && reason->code == DTL_DATE_ERROR_SYNTAX && looks_like_edtf (stripped))
    {
      g_clear_error (&reason);
      value = dtl_edtf_parse (stripped, &reason);
      g_clear_pointer (&value, dtl_edtf_unref);
    }
  if (reason != NULL)
    g_propagate_error (error, g_steal_pointer (&reason));
  return self;
}

/**
 * dtl_date_entry_free:
 * @self: (transfer full) (nullable): freed with its values
 */
void
dtl_date_entry_free (DtlDateEntry *self)
{
  if (self == NULL)
    return;
  dtl_edtf_unref (self->value);
  g_ptr_array_unref (self->alternatives);
  g_free (self);
}
