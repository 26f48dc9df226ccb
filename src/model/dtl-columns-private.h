/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns keep for themselves behind the public part. */
#pragma once

#include "model/dtl-columns.h"

G_BEGIN_DECLS

/**
 * DtlColumnsFull:
 * @columns: what everybody sees; first, so that one pointer serves both
 * @rows_by_id: the rows in ascending order of their events' ids
 */
typedef struct
{
  DtlColumns columns;
  uint32_t *rows_by_id;
} DtlColumnsFull;

/** DtlPendingIndex: an actor or a source of an event that is still to be put in place. */
typedef struct
{
  DtlId event;
  uint32_t value;
} DtlPendingIndex;

DtlColumns *dtl_columns_alloc (uint32_t n_events, uint32_t n_marks);
uint32_t dtl_columns_find_slot (const GArray *events, DtlId id, uint32_t *hint);
uint32_t dtl_columns_fill_indexes (const DtlColumns *columns,
                                   const GArray *events,
                                   const GArray *pending_array,
                                   uint32_t **first_out,
                                   uint32_t **values_out);

G_END_DECLS
