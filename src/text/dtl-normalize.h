/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one rule for the text of a source, so that two people who have the same original have the same hash and the same
 * positions: UTF-8, its byte order mark removed, CRLF turned into LF, nothing else. */
#pragma once

#include "text/dtl-text-error.h"

G_BEGIN_DECLS

/** DTL_TEXT_MAX_BYTES: larger sources are refused. */
#define DTL_TEXT_MAX_BYTES (64u * 1024u * 1024u)

char *dtl_text_normalize (const char *bytes, gsize n_bytes, gsize *n_out, GError **error);

G_END_DECLS
