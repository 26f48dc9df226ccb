/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links between events in words. */
#pragma once

#include "model/dtl-terms.h"

G_BEGIN_DECLS

/**
 * dtl_link_words:
 * @from, @to: titles of the events, in the direction of the link
 *
 * Returns: (transfer full): "“Court rejects the appeal” responds to “Ban announced”", in the language of the thread
 */
char *dtl_link_words (DtlLinkType type, const char *from, const char *to);

G_END_DECLS
