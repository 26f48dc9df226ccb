/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compiled catalogues: what is in them, in both byte orders; and files that are damaged anywhere. */
#include "base/dtl-catalogue.h"

#include <string.h>

#define HEADER "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n != 1;\n"

typedef struct
{
  const char *message;
  gsize message_length;
  const char *words;
  gsize words_length;
} Entry;

#define ENTRY(message, words)                                                                                          \
  {                                                                                                                    \
    message, sizeof message - 1, words, sizeof words - 1                                                               \
  }

static const Entry entries[] = {
  ENTRY ("", HEADER),
  ENTRY ("%u event\0%u events", "%u Ereignis\0%u Ereignisse"),
  ENTRY ("Date", "Datum"),
  ENTRY ("empty", ""),
  ENTRY ("year\004%s BCE", "%s v. Chr."),
};

static void
append_number (GByteArray *bytes, gsize number, gboolean swapped)
{
  guint32 word = (guint32) number;

  if (swapped)
    word = GUINT32_SWAP_LE_BE (word);
  g_byte_array_append (bytes, (const guint8 *) &word, sizeof word);
}

static GBytes *
make_catalogue (gboolean swapped)
{
  GByteArray *bytes = g_byte_array_new ();
  const gsize n = G_N_ELEMENTS (entries), tables = 28;
  gsize at = tables + 2 * n * 8;
  const gsize head[] = { 0x950412de, 0, n, tables, tables + n * 8, 0, 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (head); i++)
    append_number (bytes, head[i], swapped);
  for (int table = 0; table < 2; table++)
    for (gsize i = 0; i < n; i++)
      {
        gsize length = table == 0 ? entries[i].message_length : entries[i].words_length;

        append_number (bytes, length, swapped);
        append_number (bytes, at, swapped);
        at += length + 1;
      }
  for (int table = 0; table < 2; table++)
    for (gsize i = 0; i < n; i++)
      g_byte_array_append (bytes, (const guint8 *) (table == 0 ? entries[i].message : entries[i].words),
                           (guint) (table == 0 ? entries[i].message_length : entries[i].words_length) + 1);
  return g_byte_array_free_to_bytes (bytes);
}

static void
test_lookup (void)
{
  for (int swapped = 0; swapped < 2; swapped++)
    {
      g_autoptr (GBytes) bytes = make_catalogue (swapped);
      g_autoptr (DtlCatalogue) catalogue = dtl_catalogue_new (bytes);

      g_assert_nonnull (catalogue);
      g_assert_cmpstr (dtl_catalogue_lookup (catalogue, "Date"), ==, "Datum");
      g_assert_cmpstr (dtl_catalogue_lookup (catalogue, "year\004%s BCE"), ==, "%s v. Chr.");
      g_assert_null (dtl_catalogue_lookup (catalogue, "%s BCE"));
      g_assert_null (dtl_catalogue_lookup (catalogue, "empty"));
      g_assert_null (dtl_catalogue_lookup (catalogue, "nothing like it"));
      g_assert_cmpstr (dtl_catalogue_lookup_plural (catalogue, "%u event", 1), ==, "%u Ereignis");
      g_assert_cmpstr (dtl_catalogue_lookup_plural (catalogue, "%u event", 7), ==, "%u Ereignisse");
      /* One form where there should be two. */
      g_assert_null (dtl_catalogue_lookup_plural (catalogue, "Date", 7));
    }
}

/* Whatever a damaged file says, it is refused or read within its bounds (a sanitizer sees the difference). */
static void
test_damaged (void)
{
  g_autoptr (GBytes) whole = make_catalogue (FALSE);
  gsize size;
  const guint8 *data = g_bytes_get_data (whole, &size);

  for (gsize length = 0; length < size; length++)
    {
      /* A copy of its own, so that reading behind its end is seen. */
      g_autoptr (GBytes) part = g_bytes_new (data, length);
      g_autoptr (DtlCatalogue) catalogue = dtl_catalogue_new (part);

      g_assert_null (catalogue);
    }
  for (gsize at = 0; at < size; at++)
    for (int value = 0; value < 256; value += 85)
      {
        g_autofree guint8 *copy = g_memdup2 (data, size);
        g_autoptr (GBytes) bytes = NULL;
        g_autoptr (DtlCatalogue) catalogue = NULL;

        copy[at] = (guint8) value;
        bytes = g_bytes_new (copy, size);
        catalogue = dtl_catalogue_new (bytes);
        if (catalogue != NULL)
          {
            dtl_catalogue_lookup (catalogue, "Date");
            dtl_catalogue_lookup_plural (catalogue, "%u event", 7);
          }
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/catalogue/lookup", test_lookup);
  g_test_add_func ("/base/catalogue/damaged", test_damaged);
  return g_test_run ();
}
