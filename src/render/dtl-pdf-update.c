/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Cairo leaves out of a PDF: the language, and (1.16) the "D:" before dates. The two objects are written once more
 * at the end, as an incremental update (PDF 32000-1:2008, 7.5.6); everything before stays as it is, byte for byte. */
#include "config.h"

#include <string.h>

#include "render/dtl-picture-private.h"

/** Trailer: what the last trailer says. @dictionary is what stands between << and >>. */
typedef struct
{
  char *dictionary;
  guint64 table_offset;
  guint catalog;
  guint info;
} Trailer;

static const char *
find_last (const char *text, gsize length, const char *needle)
{
  gsize needle_length = strlen (needle);

  for (gsize i = length - MIN (length, needle_length) + 1; i > 0; i--)
    if (i - 1 + needle_length <= length && memcmp (text + i - 1, needle, needle_length) == 0)
      return text + i - 1;
  return NULL;
}

/* The object that a key of the trailer refers to; 0 if there is none. */
static guint
read_reference (const char *dictionary, const char *key)
{
  const char *value = strstr (dictionary, key);

  return value != NULL ? (guint) g_ascii_strtoull (value + strlen (key), NULL, 10) : 0;
}

static gboolean
read_trailer (const char *text, gsize length, Trailer *trailer)
{
  const char *start = find_last (text, length, "trailer");
  const char *table = find_last (text, length, "startxref");
  const char *end = NULL;

  if (start != NULL && table != NULL && table > start)
    end = find_last (start, (gsize) (table - start), ">>");
  if (end == NULL || (start = memmem (start, (gsize) (end - start), "<<", 2)) == NULL)
    return FALSE;
  trailer->dictionary = g_strndup (start + 2, (gsize) (end - start) - 2);
  trailer->table_offset = g_ascii_strtoull (table + strlen ("startxref"), NULL, 10);
  trailer->catalog = read_reference (trailer->dictionary, "/Root ");
  trailer->info = read_reference (trailer->dictionary, "/Info ");
  return trailer->catalog > 0 && trailer->info > 0 && trailer->info != trailer->catalog;
}

/* An object's dictionary, from << up to before the closing >>. (transfer full) (nullable) */
static char *
dup_object (const char *text, gsize length, guint object)
{
  g_autofree char *head = g_strdup_printf ("\n%u 0 obj", object);
  const char *start = find_last (text, length, head);
  const char *end;

  if (start == NULL)
    return NULL;
  end = memmem (start, length - (gsize) (start - text), "endobj", 6);
  if (end == NULL || (end = find_last (start, (gsize) (end - start), ">>")) == NULL)
    return NULL;
  start += strlen (head);
  return g_strndup (start, (gsize) (end - start));
}

static gboolean
is_language_tag (const char *language)
{
  for (const char *p = language; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-')
      return FALSE;
  return *language != '\0';
}

static char *
dup_with_date_prefix (const char *info)
{
  g_auto (GStrv) parts = g_strsplit (info, "Date (2", -1);

  return g_strjoinv ("Date (D:2", parts);
}

/* Returns: where it stands */
static gsize
append_object (GString *out, guint object, const char *dictionary, const char *more)
{
  gsize offset = out->len;

  g_string_append_printf (out, "%u 0 obj%s%s>>\nendobj\n", object, dictionary, more);
  return offset;
}

static GBytes *
append_update (const char *text,
               gsize length,
               const Trailer *trailer,
               const char *catalog,
               const char *info,
               const char *language)
{
  GString *out = g_string_new_len (text, (gssize) length);
  g_autofree char *lang = g_strdup_printf ("   /Lang (%s)\n", language);
  g_autofree char *dated_info = dup_with_date_prefix (info);
  gsize info_offset = append_object (out, trailer->info, dated_info, "");
  gsize catalog_offset = append_object (out, trailer->catalog, catalog, lang);
  gsize table_offset = out->len;

  g_string_append_printf (out, "xref\n%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n",
                          trailer->info, info_offset, trailer->catalog, catalog_offset);
  g_string_append_printf (out,
                          "trailer\n<<%s   /Prev %" G_GUINT64_FORMAT "\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          trailer->dictionary, trailer->table_offset, table_offset);
  return g_string_free_to_bytes (out);
}

GBytes *
dtl_pdf_update (GBytes *pdf, const char *language)
{
  gsize length;
  const char *text = g_bytes_get_data (pdf, &length);
  Trailer trailer = { 0 };
  g_autofree char *catalog = NULL;
  g_autofree char *info = NULL;
  GBytes *updated = NULL;

  if (is_language_tag (language) && length > 0 && text[length - 1] == '\n' && read_trailer (text, length, &trailer))
    {
      catalog = dup_object (text, length, trailer.catalog);
      info = dup_object (text, length, trailer.info);
      if (catalog != NULL && info != NULL && strstr (catalog, "/Lang") == NULL)
        updated = append_update (text, length, &trailer, catalog, info, language);
    }
  g_free (trailer.dictionary);
  return updated != NULL ? updated : g_bytes_ref (pdf);
}
