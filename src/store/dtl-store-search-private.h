/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What searching for events and searching for places in texts share. */
#pragma once

#include "store/dtl-store-private.h"

G_BEGIN_DECLS

/** DtlMarkedSpan: where a word was found in a text, in code points, end exclusive. */
typedef struct
{
  int64_t start_cp;
  int64_t end_cp;
} DtlMarkedSpan;

/* The words that count, as patterns for MATCH. (array zero-terminated=1) (transfer full) */
GStrv dtl_search_make_patterns (const char *words);

/* @row: of DTL_SEARCH_TEXTS_SQL with a pattern bound. Its next text: hash (transfer full) and where the word stands in
 * it (element-type DtlMarkedSpan) (transfer full). FALSE at the end, and on an error that the statement then has. */
#define DTL_SEARCH_TEXTS_SQL                                                                                           \
  "SELECT source_text_content.sha256, highlight (text_search, 0, char (1), char (2)) FROM text_search"                 \
  " JOIN source_text_content ON source_text_content.id = text_search.rowid WHERE text_search MATCH ?1"
gboolean dtl_search_next_text (DtlSqlStatement *row, char **sha256, GArray **spans, GError **error);

G_END_DECLS
