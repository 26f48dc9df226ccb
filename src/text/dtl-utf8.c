/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Code points counted by their first bytes. GLib's functions walk with longs that are 32 bits wide on some machines and
 * run past the end when an offset is wrong; anchors come from files, so a wrong one must be an answer here. */
#include "config.h"

#include "text/dtl-utf8.h"

#include <string.h>

/* Whether a byte begins a code point, that is, does not continue one. */
static gboolean
begins_code_point (char byte)
{
  return ((unsigned char) byte & 0xc0) != 0x80;
}

/**
 * dtl_utf8_length:
 * @text: valid UTF-8
 * @n_bytes: its length in bytes
 *
 * Returns: its length in code points
 */
gint64
dtl_utf8_length (const char *text, gsize n_bytes)
{
  gint64 length_cp = 0;

  g_return_val_if_fail (text != NULL || n_bytes == 0, 0);

  for (gsize i = 0; i < n_bytes; i++)
    length_cp += begins_code_point (text[i]);
  return length_cp;
}

/**
 * dtl_utf8_offset_to_byte:
 * @text: valid UTF-8
 * @n_bytes: its length in bytes
 * @offset_cp: how many code points stand before the place
 *
 * Returns: the byte at which that code point begins, @n_bytes for the end of the text, -1 where the text has no such
 * place
 */
gssize
dtl_utf8_offset_to_byte (const char *text, gsize n_bytes, gint64 offset_cp)
{
  gsize i = 0;

  g_return_val_if_fail (text != NULL || n_bytes == 0, -1);

  if (offset_cp < 0)
    return -1;
  for (; i < n_bytes; i++)
    if (begins_code_point (text[i]) && offset_cp-- == 0)
      return (gssize) i;
  return offset_cp == 0 ? (gssize) n_bytes : -1;
}

/**
 * dtl_utf8_byte_to_offset:
 * @text: valid UTF-8
 * @n_bytes: its length in bytes
 * @byte: a place in it, up to @n_bytes
 *
 * Returns: how many code points stand before it, -1 where it is inside a code point or beyond the end
 */
gint64
dtl_utf8_byte_to_offset (const char *text, gsize n_bytes, gsize byte)
{
  g_return_val_if_fail (text != NULL || n_bytes == 0, -1);

  if (byte > n_bytes || (byte < n_bytes && !begins_code_point (text[byte])))
    return -1;
  return dtl_utf8_length (text, byte);
}

/**
 * dtl_utf8_substring:
 * @text: valid UTF-8
 * @start_cp: the first code point
 * @end_cp: the one behind the last, not before @start_cp
 *
 * Returns: (transfer full) (nullable): what stands between them, NULL where the text does not reach so far
 */
char *
dtl_utf8_substring (const char *text, gint64 start_cp, gint64 end_cp)
{
  gsize n_bytes;
  gssize start, length;

  g_return_val_if_fail (text != NULL, NULL);

  n_bytes = strlen (text);
  start = dtl_utf8_offset_to_byte (text, n_bytes, start_cp);
  if (start < 0 || end_cp < start_cp)
    return NULL;
  length = dtl_utf8_offset_to_byte (text + start, n_bytes - (gsize) start, end_cp - start_cp);
  return length < 0 ? NULL : g_strndup (text + start, (gsize) length);
}
