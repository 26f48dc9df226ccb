/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A place in a string that is being read, and errors that name it. */
#pragma once

#include "date/dtl-edtf.h"

G_BEGIN_DECLS

/*
 * DtlEdtfCursor:
 * @text: the whole string, valid UTF-8, not owned
 * @at: the next character
 */
typedef struct
{
  const char *text;
  const char *at;
} DtlEdtfCursor;

gboolean dtl_edtf_cursor_take (DtlEdtfCursor *cursor, const char *token);
gboolean dtl_edtf_cursor_take_digits (DtlEdtfCursor *cursor,
                                      int n_digits,
                                      gboolean allow_unknown,
                                      int64_t *value,
                                      uint32_t *mask);
uint8_t dtl_edtf_cursor_take_qualifiers (DtlEdtfCursor *cursor);
gboolean dtl_edtf_cursor_fail (const DtlEdtfCursor *cursor,
                               const char *where,
                               DtlDateError code,
                               const char *message,
                               GError **error);
char *dtl_edtf_quotable (const char *text);

/* dtl-edtf-parse-date.c */
gboolean
dtl_edtf_parse_date (DtlEdtfCursor *cursor, gboolean allow_time, DtlEdtfDate *date, int *level, GError **error);

/* dtl-edtf-parse-year.c */
typedef struct
{
  gboolean is_long; /* written with Y */
  gboolean has_exponent;
} DtlEdtfYearForm;

gboolean dtl_edtf_parse_year (DtlEdtfCursor *cursor, DtlEdtfDate *date, DtlEdtfYearForm *form, GError **error);

/* dtl-edtf-parse-time.c */
gboolean dtl_edtf_parse_time (DtlEdtfCursor *cursor, DtlEdtfDate *date, GError **error);

G_END_DECLS
