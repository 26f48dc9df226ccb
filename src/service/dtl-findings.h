/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checker run over a whole case. */
#pragma once

#include "model/dtl-check.h"
#include "service/dtl-document.h"

G_BEGIN_DECLS

/**
 * dtl_document_check:
 * @document: a case
 * @events: (element-type DtlEvent): its events, as read from the store
 * @error: DTL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type DtlFinding): what the checker says of each of them and of the
 * evidence that it rests on, gravest grade first, then in the order of the events
 */
GPtrArray *dtl_document_check (DtlDocument *document, GPtrArray *events, GError **error);

/**
 * dtl_document_check_event:
 * @document: a case
 * @event: one of its events
 * @error: DTL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type DtlFinding): what dtl_document_check() says of it, found without
 * reading the others
 */
GPtrArray *dtl_document_check_event (DtlDocument *document, const DtlEvent *event, GError **error);

G_END_DECLS
