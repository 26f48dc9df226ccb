/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person typed, cut into numbers, words and marks, and these given their meaning in one language. */
#pragma once

#include "date/dtl-date-vocabulary-private.h"
#include "date/dtl-edtf.h"

G_BEGIN_DECLS

typedef enum
{
  DTL_DATE_TOKEN_WORD,
  DTL_DATE_TOKEN_NUMBER,
  DTL_DATE_TOKEN_NUMERIC, /* three numbers with a mark between them: 20.6.2024 */
  DTL_DATE_TOKEN_MARK,    /* , - / ? ~ % ( ) and whatever else is not a letter */
  DTL_DATE_TOKEN_END,
} DtlDateTokenKind;

/*
 * DtlDateToken:
 * @at: where it stands in the text
 * @word: (nullable): folded: a word, what follows a number without a blank, or a mark; owned. Every dash is "-"
 * @numbers: one, or the three of NUMERIC
 * @n_digits: of each
 * @meaning: (nullable): of a word or phrase
 */
typedef struct
{
  DtlDateTokenKind kind;
  const char *at;
  char *word;
  int64_t numbers[3];
  int n_digits[3];
  const DtlDateWord *meaning;
} DtlDateToken;

GArray *dtl_date_tokens_cut (const char *text);
GArray *dtl_date_tokens_mean (const GArray *tokens, const DtlDateVocabulary *vocabulary);

G_END_DECLS
