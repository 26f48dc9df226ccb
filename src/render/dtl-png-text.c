/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text chunks of a PNG. Cairo writes none, so they are put in behind the header chunk. They are of the kind iTXt
 * (PNG specification, second edition, 11.3.4.5), since titles are UTF-8 and tEXt is Latin-1. */
#include "config.h"

#include <string.h>

#include "render/dtl-picture-private.h"

/* Signature of 8 bytes, then the header chunk: length, "IHDR", 13 bytes, checksum. */
#define HEADER_END_BYTES (8 + 4 + 4 + 13 + 4)

/* CRC-32 as in the PNG specification, annex D. */
static guint32
crc32_of (const guint8 *data, gsize length)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= data[i];
      for (int bit = 0; bit < 8; bit++)
        crc = crc & 1 ? 0xedb88320 ^ (crc >> 1) : crc >> 1;
    }
  return ~crc;
}

static void
append_u32 (GByteArray *out, guint32 value)
{
  guint32 big_endian = GUINT32_TO_BE (value);

  g_byte_array_append (out, (const guint8 *) &big_endian, 4);
}

static void
append_string (GByteArray *out, const char *text)
{
  g_byte_array_append (out, (const guint8 *) text, (guint) strlen (text) + 1);
}

static void
append_text_chunk (GByteArray *out, const char *keyword, const char *text, const char *language)
{
  static const guint8 not_compressed[2] = { 0, 0 };
  g_autoptr (GByteArray) chunk = g_byte_array_new ();
  g_autofree char *clean = NULL;

  if (text == NULL || *text == '\0')
    return;
  clean = g_utf8_make_valid (text, -1);
  g_byte_array_append (chunk, (const guint8 *) "iTXt", 4);
  append_string (chunk, keyword);
  g_byte_array_append (chunk, not_compressed, 2);
  append_string (chunk, language);
  append_string (chunk, keyword);
  g_byte_array_append (chunk, (const guint8 *) clean, (guint) strlen (clean));
  append_u32 (out, chunk->len - 4);
  g_byte_array_append (out, chunk->data, chunk->len);
  append_u32 (out, crc32_of (chunk->data, chunk->len));
}

GBytes *
dtl_png_add_texts (GBytes *png, const char *title, const char *description, const char *language)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (png, &length);
  GByteArray *out;

  g_return_val_if_fail (length > HEADER_END_BYTES && memcmp (data + 12, "IHDR", 4) == 0, NULL);
  out = g_byte_array_sized_new ((guint) length + 1024);
  g_byte_array_append (out, data, HEADER_END_BYTES);
  append_text_chunk (out, "Title", title, language);
  append_text_chunk (out, "Description", description, language);
  g_byte_array_append (out, data + HEADER_END_BYTES, (guint) (length - HEADER_END_BYTES));
  return g_byte_array_free_to_bytes (out);
}
