/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the position of a passage and its words: the two selectors of the W3C Web Annotation Data Model
 * (TextPositionSelector and TextQuoteSelector), in code points. */
#pragma once

#include "text/dtl-text-error.h"

G_BEGIN_DECLS

/** DTL_TEXT_QUOTE_CONTEXT_CP: how much of the text before and after a passage is kept with it, in code points. */
#define DTL_TEXT_QUOTE_CONTEXT_CP 32

gboolean dtl_text_quote (const char *text, gint64 start_cp, gint64 end_cp, char **exact, char **prefix, char **suffix);
gboolean dtl_text_find_unique (const char *text, const char *exact, gint64 *start_cp, gint64 *end_cp, GError **error);

G_END_DECLS
