/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-256 as lower-case hex, the only form in which hashes are stored and printed. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** DTL_SHA256_HEX_LENGTH: characters of a SHA-256 in hex, without the terminator. */
#define DTL_SHA256_HEX_LENGTH 64

char *dtl_sha256_hex (const void *data, gsize n_bytes);
gboolean dtl_is_sha256_hex (const char *text);

G_END_DECLS
