/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of text: CSV by RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180), or the same with tabs, row by row from
 * memory. It knows rows and fields, not what they mean. */
#pragma once

#include "io/dtl-io-error.h"

G_BEGIN_DECLS

/** Limits: a register of a million events is some 200 MB. */
#define DTL_CSV_MAX_BYTES       (1024u * 1024u * 1024u)
#define DTL_CSV_MAX_COLUMNS     1000u
#define DTL_CSV_MAX_FIELD_BYTES (1024u * 1024u)
#define DTL_CSV_MAX_ROWS        2000000u

typedef struct _DtlCsvReader DtlCsvReader;

/**
 * DtlCsvRow:
 * @fields: (array zero-terminated=1): UTF-8, never NULL
 * @n_fields: how many; never more than the first row has
 * @line: the line on which the row begins, from 1
 */
typedef struct
{
  char **fields;
  guint n_fields;
  guint line;
} DtlCsvRow;

/**
 * dtl_csv_reader_new:
 * @bytes: the file; a reference is kept
 * @delimiter: ',' or '\t'
 *
 * A byte order mark is passed over; lines may end in CRLF, LF or CR; empty lines are passed over. A quote inside a
 * field that does not begin with one is an ordinary character.
 *
 * Returns: (transfer full): a reader at the first row
 */
DtlCsvReader *dtl_csv_reader_new (GBytes *bytes, char delimiter);
void dtl_csv_reader_free (DtlCsvReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlCsvReader, dtl_csv_reader_free)

/**
 * dtl_csv_reader_next:
 * @self: a reader
 * @error: DTL_IO_ERROR with the line and the way out: TOO_LARGE, ENCODING, or SYNTAX for a quote that is not closed,
 * text behind a closing quote, or a row that is longer than the first
 *
 * Returns: (transfer none) (nullable): the next row, valid until the next call; NULL without error at the end. After an
 * error the reader is at the end.
 */
const DtlCsvRow *dtl_csv_reader_next (DtlCsvReader *self, GError **error);

G_END_DECLS
