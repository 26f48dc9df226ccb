/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a passage says, and whose words these are, for where no source text is shown beside it. What is our summary says
 * so and never stands between quotation marks. */
#pragma once

#include "service/dtl-document.h"

G_BEGIN_DECLS

/**
 * DtlPassageWords:
 * @words: (nullable): in quotation marks, unless they are ours; NULL where the case does not have them
 * @origin: whose they are
 * @is_summary: they are ours
 */
typedef struct
{
  char *words;
  char *origin;
  gboolean is_summary;
} DtlPassageWords;

void
dtl_passage_words_read (DtlDocument *document, const DtlPassage *passage, gsize most_chars, DtlPassageWords *words);
void dtl_passage_words_clear (DtlPassageWords *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DtlPassageWords, dtl_passage_words_clear)

char *dtl_passage_words_cut (const char *text, gsize most_chars);

G_END_DECLS
