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
  uint32_t n_other_bounds;
} DtlColumnsFull;

/** DtlPendingEvent: DtlColumnsEvent in fewer bytes, while there are a million of them beside the columns. */
typedef struct
{
  DtlId id;
  uint16_t importance;
  uint8_t kind;
  uint8_t status;
  uint8_t assertion;
  uint8_t flags;
  int8_t main_role;
} DtlPendingEvent;

/** DtlPendingIndex: an actor or a source of an event that is still to be put in place. */
typedef struct
{
  DtlId event;
  uint32_t value;
} DtlPendingIndex;

/** DtlPendingLink: a link whose ends are still to be found. */
typedef struct
{
  DtlId from;
  DtlId to;
  DtlLinkType type;
} DtlPendingLink;

/* dtl-columns-links.c. @pending: (element-type DtlPendingLink) */
void dtl_columns_fill_links (DtlColumns *self, const GArray *pending);

DtlColumns *dtl_columns_alloc (uint32_t n_events, uint32_t n_marks);
/* @other_bounds: (element-type DtlBounds): where bounds without a shorter form are added */
void dtl_columns_mark_pack (DtlColumnsMark *self, const DtlBounds *bounds, GArray *other_bounds);
uint32_t dtl_columns_find_slot (const GArray *events, DtlId id, uint32_t *hint);
uint32_t dtl_columns_fill_indexes (const DtlColumns *columns,
                                   const GArray *events,
                                   const GArray *pending_array,
                                   uint32_t **first_out,
                                   uint32_t **values_out);

G_END_DECLS
