/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/dtl-hash.h"

#include <string.h>

/**
 * dtl_sha256_hex:
 * @data: (nullable): the bytes; may be NULL when @n_bytes is 0
 * @n_bytes: how many
 *
 * Returns: (transfer full): SHA-256 (FIPS 180-4) in lower-case hex
 */
char *
dtl_sha256_hex (const void *data, gsize n_bytes)
{
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, n_bytes ? data : (const void *) "", n_bytes);
}

/**
 * dtl_is_sha256_hex:
 * @text: (nullable): a string
 *
 * Returns: whether @text is 64 lower-case hex digits
 */
gboolean
dtl_is_sha256_hex (const char *text)
{
  return text != NULL && strlen (text) == DTL_SHA256_HEX_LENGTH &&
         strspn (text, "0123456789abcdef") == DTL_SHA256_HEX_LENGTH;
}
