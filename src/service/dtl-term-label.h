/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The vocabularies in the user's words: "in force", "takes effect", "our summary". For windows, pictures and messages;
 * files and the command line's data use the stable names of model/dtl-terms.h. */
#pragma once

#include "model/dtl-terms.h"

G_BEGIN_DECLS

/**
 * dtl_term_label:
 * @vocabulary: which enumeration
 * @value: one of its built-in values
 *
 * Returns: (transfer none): the word in the user's language, sentence case; "" for a value that the vocabulary does not
 * have
 */
const char *dtl_term_label (DtlVocabulary vocabulary, int value);

G_END_DECLS
