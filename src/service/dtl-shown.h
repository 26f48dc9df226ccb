/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a filter lets through of a case of many events, found off the main thread: frames go on with what showed before,
 * and take over rows and lanes when all of it is there. */
#pragma once

#include "layout/dtl-lanes.h"
#include "service/dtl-document.h"

G_BEGIN_DECLS

/** DTL_SHOWN_MANY: from so many events on, finding out takes a part of a frame that is worth a thread. */
#define DTL_SHOWN_MANY 50000

/**
 * DtlShown:
 * @columns: that the document showed when it was asked
 * @visible: the rows of them that the filter lets through
 * @lanes: (nullable): those of just these rows by actor; NULL where the document was not prepared for drawing
 */
typedef struct
{
  DtlColumns *columns;
  DtlBitset *visible;
  DtlLanes *lanes;
} DtlShown;

void dtl_shown_free (DtlShown *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlShown, dtl_shown_free)

void dtl_shown_find_async (DtlDocument *document,
                           const DtlFilter *filter,
                           DtlBitset *hits,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
DtlShown *dtl_shown_find_finish (GAsyncResult *result, GError **error);

G_END_DECLS
