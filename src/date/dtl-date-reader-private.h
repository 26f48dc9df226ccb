/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading tokens of one language as EDTF, in one of the ways in which numbers can be meant. */
#pragma once

#include "date/dtl-date-point-private.h"
#include "date/dtl-date-tokens-private.h"

G_BEGIN_DECLS

/* DtlDateVariant: the reading of numbers that is not the first choice. */
typedef enum
{
  DTL_DATE_VARIANT_FIRST_CHOICE = 0,
  DTL_DATE_VARIANT_OTHER_ORDER = 1 << 0, /* the month in front */
  DTL_DATE_VARIANT_OTHER_YEARS = 1 << 1, /* the other century of '24, a decade for "1900s", two years for 2009/10 */
  DTL_DATE_VARIANT_ALL = 3,
} DtlDateVariant;

/*
 * DtlDateReader:
 * @text: what was typed
 * @tokens: with their meanings in @vocabulary
 * @at: the next token
 * @variant: DtlDateVariant flags
 * @has_words: (out): whether a word of the language was read
 */
typedef struct
{
  const char *text;
  const GArray *tokens;
  const DtlDateVocabulary *vocabulary;
  guint at;
  guint variant;
  gboolean has_words;
} DtlDateReader;

const DtlDateToken *dtl_date_reader_peek (const DtlDateReader *self, guint ahead);
DtlDateWordKind dtl_date_reader_kind (const DtlDateReader *self);
gboolean dtl_date_reader_take (DtlDateReader *self, DtlDateWordKind kind, int *value);
gboolean dtl_date_reader_take_mark (DtlDateReader *self, const char *marks);
void dtl_date_reader_skip_fillers (DtlDateReader *self);
gboolean
dtl_date_reader_fail (const DtlDateReader *self, const char *where, int code, const char *message, GError **error);

/* dtl-date-read-point.c */
gboolean dtl_date_read_point (DtlDateReader *self, DtlDatePoint *point, GError **error);
gboolean dtl_date_check_point (const DtlDateReader *self, const DtlDatePoint *point, GError **error);

/* dtl-date-read-phrase.c */
char *dtl_date_read_phrase (DtlDateReader *self, GError **error);

G_END_DECLS
