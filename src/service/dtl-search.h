/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching a case off the main thread, with a connection of its own. */
#pragma once

#include "service/dtl-document.h"

G_BEGIN_DECLS

/**
 * DtlSearchResult:
 * @columns: that the document showed when the search began
 * @rows: the events in which all words are found, as rows of @columns
 * @places: (element-type DtlTextHit): where the words stand in source texts, by exhibit and place
 */
typedef struct
{
  DtlColumns *columns;
  DtlBitset *rows;
  GArray *places;
} DtlSearchResult;

void dtl_search_result_free (DtlSearchResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlSearchResult, dtl_search_result_free)

void dtl_search_async (DtlDocument *document,
                       const char *words,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data);
DtlSearchResult *dtl_search_finish (GAsyncResult *result, GError **error);
DtlSearchResult *dtl_search_now (DtlDocument *document, const char *words, GError **error);

G_END_DECLS
