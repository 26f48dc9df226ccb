/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The smallest steps of reading tokens. */
#include "config.h"

#include "date/dtl-date-reader-private.h"

#include <string.h>

#include "date/dtl-edtf-cursor-private.h"

/*
 * dtl_date_reader_peek:
 * @self: the reader
 * @ahead: 0 for the next token
 *
 * Returns: (transfer none): that token, or the END
 */
const DtlDateToken *
dtl_date_reader_peek (const DtlDateReader *self, guint ahead)
{
  return &g_array_index (self->tokens, DtlDateToken, MIN (self->at + ahead, self->tokens->len - 1));
}

/*
 * dtl_date_reader_kind:
 * @self: the reader
 *
 * Returns: what the next token means
 */
DtlDateWordKind
dtl_date_reader_kind (const DtlDateReader *self)
{
  const DtlDateToken *token = dtl_date_reader_peek (self, 0);

  return token->meaning != NULL ? token->meaning->kind : DTL_DATE_WORD_NONE;
}

/*
 * dtl_date_reader_take:
 * @self: the reader
 * @kind: what is wanted
 * @value: (out) (optional): its value
 *
 * Returns: whether it stood here
 */
gboolean
dtl_date_reader_take (DtlDateReader *self, DtlDateWordKind kind, int *value)
{
  if (dtl_date_reader_kind (self) != kind)
    return FALSE;
  if (value != NULL)
    *value = dtl_date_reader_peek (self, 0)->meaning->value;
  self->has_words = TRUE;
  self->at++;
  return TRUE;
}

/*
 * dtl_date_reader_take_mark:
 * @self: the reader
 * @marks: the ASCII marks that are wanted
 *
 * Returns: whether one of them stood here
 */
gboolean
dtl_date_reader_take_mark (DtlDateReader *self, const char *marks)
{
  const DtlDateToken *token = dtl_date_reader_peek (self, 0);

  if (token->kind != DTL_DATE_TOKEN_MARK || strlen (token->word) != 1 || strchr (marks, token->word[0]) == NULL)
    return FALSE;
  self->at++;
  return TRUE;
}

/*
 * dtl_date_reader_skip_fillers:
 * @self: the reader
 *
 * Passes what says nothing within a date: articles, and the "de" and "von" that elsewhere begin a stretch.
 */
void
dtl_date_reader_skip_fillers (DtlDateReader *self)
{
  while (dtl_date_reader_take (self, DTL_DATE_WORD_FILLER, NULL) ||
         dtl_date_reader_take (self, DTL_DATE_WORD_FROM, NULL))
    ;
}

/*
 * dtl_date_reader_fail:
 * @self: the reader
 * @where: the place in the text
 * @code: DtlDateError
 * @message: translated: what was expected there
 * @error: (optional): where to put it
 *
 * Returns: FALSE, so that a reader can end with it
 */
gboolean
dtl_date_reader_fail (const DtlDateReader *self, const char *where, int code, const char *message, GError **error)
{
  DtlEdtfCursor cursor = { self->text, where };

  return dtl_edtf_cursor_fail (&cursor, where, code, message, error);
}
