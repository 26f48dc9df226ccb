/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the overview shows of a case of many events, found off the main thread: some passes over everything that shows,
 * while the overview still has what it had. */
#pragma once

#include "layout/dtl-density.h"
#include "service/dtl-document.h"

G_BEGIN_DECLS

/**
 * DtlWhole:
 * @columns, @visible: of what it is
 * @has_span: whether anything of it has a date
 * @first_seconds, @last_seconds: from the first to the last of it, where it has a span
 * @folds: (element-type DtlFold): the long stretches in which nothing starts or ends
 * @density: (nullable): its counts; NULL without a span
 */
typedef struct
{
  DtlColumns *columns;
  DtlBitset *visible;
  gboolean has_span;
  int64_t first_seconds;
  int64_t last_seconds;
  GArray *folds;
  DtlDensity *density;
} DtlWhole;

void dtl_whole_free (DtlWhole *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlWhole, dtl_whole_free)

void dtl_whole_find_async (DtlDocument *document,
                           DtlBitset *visible,
                           DtlPlaces *places,
                           int width_px,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
DtlWhole *dtl_whole_find_finish (GAsyncResult *result, GError **error);

G_END_DECLS
