/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The format is told in the manual of GNU gettext, under "The Format of GNU MO Files": a head of seven numbers, a table
 * of lengths and offsets of the messages, sorted, and another of their translations. Everything is checked when it is
 * read, so that looking up trusts it. */
#include "config.h"

#include "base/dtl-catalogue.h"

#include <string.h>

#include "base/dtl-plural.h"

#define MAGIC        0x950412deu
#define MAX_BYTES    (16 * 1024 * 1024)
#define HEAD_BYTES   28
#define ENTRY_BYTES  8
#define AT_REVISION  4
#define AT_COUNT     8
#define AT_MESSAGES  12
#define AT_WORDS     16
#define PLURAL_LABEL "Plural-Forms:"

struct _DtlCatalogue
{
  GBytes *bytes;
  const char *data;
  gsize size;
  gboolean is_swapped;
  guint32 n_messages;
  guint32 messages_at; /* offset of the table of messages */
  guint32 words_at;    /* offset of the table of translations */
  DtlPlural plural;
};

static guint32
number_at (const DtlCatalogue *self, gsize at)
{
  guint32 number;

  memcpy (&number, self->data + at, sizeof number);
  return self->is_swapped ? GUINT32_SWAP_LE_BE (number) : number;
}

static const char *
string_of (const DtlCatalogue *self, guint32 table, guint32 index, gsize *length)
{
  gsize entry = table + (gsize) index * ENTRY_BYTES;

  *length = number_at (self, entry);
  return self->data + number_at (self, entry + 4);
}

static gboolean
is_table (const DtlCatalogue *self, guint32 table)
{
  return table >= HEAD_BYTES && (guint64) table + (guint64) self->n_messages * ENTRY_BYTES <= self->size;
}

/* Each string lies within the file and ends there with a zero. */
static gboolean
are_strings (const DtlCatalogue *self, guint32 table)
{
  for (guint32 i = 0; i < self->n_messages; i++)
    {
      gsize entry = table + (gsize) i * ENTRY_BYTES;
      guint64 end = (guint64) number_at (self, entry + 4) + number_at (self, entry);

      if (end >= self->size || self->data[end] != '\0')
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_sorted (const DtlCatalogue *self)
{
  gsize length;

  for (guint32 i = 1; i < self->n_messages; i++)
    if (strcmp (string_of (self, self->messages_at, i - 1, &length), string_of (self, self->messages_at, i, &length)) >=
        0)
      return FALSE;
  return TRUE;
}

static gboolean
read_head (DtlCatalogue *self)
{
  if (self->size < HEAD_BYTES || self->size > MAX_BYTES)
    return FALSE;
  self->is_swapped = number_at (self, 0) == GUINT32_SWAP_LE_BE (MAGIC);
  if (number_at (self, 0) != MAGIC || number_at (self, AT_REVISION) >> 16 > 1)
    return FALSE;
  self->n_messages = number_at (self, AT_COUNT);
  self->messages_at = number_at (self, AT_MESSAGES);
  self->words_at = number_at (self, AT_WORDS);
  return is_table (self, self->messages_at) && is_table (self, self->words_at) &&
         are_strings (self, self->messages_at) && are_strings (self, self->words_at) && is_sorted (self);
}

/* The translation of the empty message says how the file is written and how its language counts. */
static gboolean
read_notes (DtlCatalogue *self)
{
  const char *notes = dtl_catalogue_lookup (self, "");
  const char *rule = notes != NULL ? strstr (notes, PLURAL_LABEL) : NULL;

  if (notes == NULL || strstr (notes, "charset=UTF-8") == NULL)
    return FALSE;
  return dtl_plural_parse (&self->plural, rule != NULL ? rule + strlen (PLURAL_LABEL) : "nplurals=2; plural=n != 1;");
}

DtlCatalogue *
dtl_catalogue_new (GBytes *bytes)
{
  g_autoptr (DtlCatalogue) self = g_new0 (DtlCatalogue, 1);

  g_return_val_if_fail (bytes != NULL, NULL);

  self->bytes = g_bytes_ref (bytes);
  self->data = g_bytes_get_data (bytes, &self->size);
  return read_head (self) && read_notes (self) ? g_steal_pointer (&self) : NULL;
}

void
dtl_catalogue_free (DtlCatalogue *self)
{
  if (self == NULL)
    return;
  g_bytes_unref (self->bytes);
  g_free (self);
}

/* The index of @message, or -1. */
static int64_t
find (const DtlCatalogue *self, const char *message)
{
  guint32 from = 0, to = self->n_messages;
  gsize length;

  while (from < to)
    {
      guint32 middle = from + (to - from) / 2;
      int order = strcmp (message, string_of (self, self->messages_at, middle, &length));

      if (order == 0)
        return middle;
      if (order < 0)
        to = middle;
      else
        from = middle + 1;
    }
  return -1;
}

/**
 * dtl_catalogue_lookup:
 * @self: a catalogue
 * @message: what stands in the program
 *
 * Returns: (transfer none) (nullable): its translation; the first form of one with several
 */
const char *
dtl_catalogue_lookup (const DtlCatalogue *self, const char *message)
{
  int64_t index;
  gsize length;
  const char *words;

  g_return_val_if_fail (self != NULL && message != NULL, NULL);

  index = find (self, message);
  words = index >= 0 ? string_of (self, self->words_at, (guint32) index, &length) : NULL;
  return words != NULL && *words != '\0' ? words : NULL;
}

/**
 * dtl_catalogue_lookup_plural:
 * @self: a catalogue
 * @message: the form for one, as it stands in the program
 * @number: how many
 *
 * Returns: (transfer none) (nullable): the translation's form for @number
 */
const char *
dtl_catalogue_lookup_plural (const DtlCatalogue *self, const char *message, gulong number)
{
  int64_t index;
  gsize length;
  const char *words, *end;

  g_return_val_if_fail (self != NULL && message != NULL, NULL);

  index = find (self, message);
  if (index < 0)
    return NULL;
  words = string_of (self, self->words_at, (guint32) index, &length);
  end = words + length;
  for (guint form = dtl_plural_form (&self->plural, number); form > 0 && words < end; form--)
    words += strlen (words) + 1;
  return words < end && *words != '\0' ? words : NULL;
}
