/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language of a PDF, which Cairo cannot set: its catalog is written once more at the end, with /Lang, as an
 * incremental update (PDF 32000-1:2008, 7.5.6). Everything before stays as it is, byte for byte. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "render/dtl-picture-private.h"

/** Trailer: what the last trailer says. */
typedef struct
{
  char *dictionary; /* between << and >> */
  guint64 table_offset;
  guint catalog_object;
} Trailer;

static const char *
find_last (const char *text, gsize length, const char *needle)
{
  gsize needle_length = strlen (needle);

  for (gsize i = length - needle_length + 1; i > 0; i--)
    if (memcmp (text + i - 1, needle, needle_length) == 0)
      return text + i - 1;
  return NULL;
}

static gboolean
read_trailer (const char *text, gsize length, Trailer *trailer)
{
  const char *start = find_last (text, length, "trailer");
  const char *table = find_last (text, length, "startxref");
  const char *end =
      start != NULL && table != NULL && table > start ? find_last (start, (gsize) (table - start), ">>") : NULL;
  const char *root;

  if (end == NULL || (start = memmem (start, (gsize) (end - start), "<<", 2)) == NULL)
    return FALSE;
  trailer->dictionary = g_strndup (start + 2, (gsize) (end - start) - 2);
  trailer->table_offset = g_ascii_strtoull (table + strlen ("startxref"), NULL, 10);
  root = strstr (trailer->dictionary, "/Root ");
  trailer->catalog_object = root != NULL ? (guint) g_ascii_strtoull (root + strlen ("/Root "), NULL, 10) : 0;
  return trailer->catalog_object > 0 && trailer->table_offset < length;
}

/* The catalog's dictionary without its closing ">>". (nullable) */
static char *
dup_catalog (const char *text, gsize length, guint object)
{
  g_autofree char *head = g_strdup_printf ("\n%u 0 obj", object);
  const char *start = find_last (text, length, head);
  const char *end;

  if (start == NULL)
    return NULL;
  end = memmem (start, length - (gsize) (start - text), "endobj", 6);
  if (end == NULL || (end = find_last (start, (gsize) (end - start), ">>")) == NULL)
    return NULL;
  return g_strndup (start + strlen (head), (gsize) (end - start) - strlen (head));
}

static gboolean
is_language_tag (const char *language)
{
  return *language != '\0' && language[strspn (language, "abcdefghijklmnopqrstuvwxyz"
                                                         "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")] == '\0';
}

GBytes *
dtl_pdf_add_language (GBytes *pdf, const char *language)
{
  gsize length;
  const char *text = g_bytes_get_data (pdf, &length);
  Trailer trailer = { 0 };
  g_autofree char *catalog = NULL;
  g_autofree char *dictionary = NULL;
  GString *out;
  gsize catalog_offset;
  gsize table_offset;

  if (language == NULL || !is_language_tag (language) || !read_trailer (text, length, &trailer))
    {
      g_free (trailer.dictionary);
      return g_bytes_ref (pdf);
    }
  dictionary = trailer.dictionary;
  catalog = dup_catalog (text, length, trailer.catalog_object);
  if (catalog == NULL || strstr (catalog, "/Lang") != NULL)
    return g_bytes_ref (pdf);
  out = g_string_new_len (text, (gssize) length);
  g_string_append_c (out, '\n');
  catalog_offset = out->len;
  g_string_append_printf (out, "%u 0 obj%s   /Lang (%s)\n>>\nendobj\n", trailer.catalog_object, catalog, language);
  table_offset = out->len;
  g_string_append_printf (out, "xref\n%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n", trailer.catalog_object, catalog_offset);
  g_string_append_printf (out,
                          "trailer\n<<%s   /Prev %" G_GUINT64_FORMAT "\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          dictionary, trailer.table_offset, table_offset);
  return g_string_free_to_bytes (out);
}
