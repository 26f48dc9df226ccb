/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes to the text of a source, or a refusal that says what to do. Guessing another encoding is no task of this file:
 * a guess is the person's to confirm. */
#include "config.h"

#include "text/dtl-normalize.h"

#include <string.h>

#include "base/dtl-gettext.h"

#define BYTE_ORDER_MARK        "\xef\xbb\xbf"
#define BYTE_ORDER_MARK_LENGTH 3

G_DEFINE_QUARK (dtl - text - error - quark, dtl_text_error)

static gboolean
check_size (gsize n_bytes, GError **error)
{
  if (n_bytes <= DTL_TEXT_MAX_BYTES)
    return TRUE;
  g_set_error (error, DTL_TEXT_ERROR, DTL_TEXT_ERROR_TOO_LARGE,
               _ ("the text is larger than %u MiB; import the part of it that matters"),
               DTL_TEXT_MAX_BYTES / 1024 / 1024);
  return FALSE;
}

static gboolean
is_utf16 (const char *bytes, gsize n_bytes)
{
  return n_bytes >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0);
}

static gboolean
check_encoding (const char *bytes, gsize n_bytes, GError **error)
{
  const char *end = NULL;

  if (n_bytes == 0 || g_utf8_validate_len (bytes, n_bytes, &end))
    return TRUE;
  if (is_utf16 (bytes, n_bytes))
    g_set_error (error, DTL_TEXT_ERROR, DTL_TEXT_ERROR_ENCODING,
                 _ ("at byte 1: this is UTF-16 text; save it as UTF-8 and import that"));
  else if (*end == '\0')
    g_set_error (error, DTL_TEXT_ERROR, DTL_TEXT_ERROR_NUL,
                 _ ("at byte %zu: a NUL byte, so this is no text; import the text of it instead"),
                 (gsize) (end - bytes) + 1);
  else
    g_set_error (error, DTL_TEXT_ERROR, DTL_TEXT_ERROR_ENCODING,
                 _ ("at byte %zu: not UTF-8 text; save it as UTF-8 and import that"), (gsize) (end - bytes) + 1);
  return FALSE;
}

/**
 * dtl_text_normalize:
 * @bytes: (nullable): a file's contents; may be NULL when @n_bytes is 0
 * @n_bytes: their number
 * @n_out: (out) (optional): the length of the result in bytes
 * @error: (optional): DTL_TEXT_ERROR_ENCODING, _NUL or _TOO_LARGE, with the position, from 1, of the first wrong byte
 *
 * Returns: (transfer full) (nullable): the text of the source, NUL-terminated, or NULL with @error set
 */
char *
dtl_text_normalize (const char *bytes, gsize n_bytes, gsize *n_out, GError **error)
{
  gsize from = 0, to = 0;
  char *text;

  g_return_val_if_fail (bytes != NULL || n_bytes == 0, NULL);

  if (!check_size (n_bytes, error) || !check_encoding (bytes, n_bytes, error))
    return NULL;
  if (n_bytes >= BYTE_ORDER_MARK_LENGTH && memcmp (bytes, BYTE_ORDER_MARK, BYTE_ORDER_MARK_LENGTH) == 0)
    from = BYTE_ORDER_MARK_LENGTH;
  text = g_malloc (n_bytes - from + 1);
  for (; from < n_bytes; from++)
    if (bytes[from] != '\r' || from + 1 == n_bytes || bytes[from + 1] != '\n')
      text[to++] = bytes[from];
  text[to] = '\0';
  if (n_out != NULL)
    *n_out = to;
  return text;
}
