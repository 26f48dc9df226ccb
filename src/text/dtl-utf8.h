/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Positions in text: anchors count code points, memory counts bytes. All text is valid UTF-8 here; the way in for other
 * bytes is dtl-normalize.h. A code point is not a character as people see it: an accent may be one of its own. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gint64 dtl_utf8_length (const char *text, gsize n_bytes);
gssize dtl_utf8_offset_to_byte (const char *text, gsize n_bytes, gint64 offset_cp);
gint64 dtl_utf8_byte_to_offset (const char *text, gsize n_bytes, gsize byte);
char *dtl_utf8_substring (const char *text, gint64 start_cp, gint64 end_cp);

G_END_DECLS
