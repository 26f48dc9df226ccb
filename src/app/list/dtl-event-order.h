/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a case in the order of one column of the list. An order is made once for a case and then only read: what
 * the filter lets through is picked from it in either direction, so that a filter never sorts anything. No widgets, and
 * safe to be made on another thread. */
#pragma once

#include "model/dtl-filter.h"

G_BEGIN_DECLS

/** DtlEventColumn: what the list shows of an event. */
typedef enum
{
  DTL_EVENT_COLUMN_DATE,
  DTL_EVENT_COLUMN_TITLE,
  DTL_EVENT_COLUMN_ACTORS,
  DTL_EVENT_COLUMN_KIND,
  DTL_EVENT_COLUMN_STATUS,
  DTL_EVENT_COLUMN_SOURCES,
  DTL_N_EVENT_COLUMNS,
} DtlEventColumn;

/**
 * DtlEventOrder: shared by reference, never changed.
 * @rows: all rows, ascending; what is equal in this column stays in the order of time
 * @n_known: only so many have something in this column; the others stand at the end in both directions
 * @begins: bit i: rows[i] is not equal to rows[i - 1]
 */
typedef struct
{
  gatomicrefcount ref_count;
  uint32_t n_rows;
  uint32_t n_known;
  uint32_t *rows;
  DtlBitset *begins;
} DtlEventOrder;

/**
 * DtlEventOrderInput: what an order is made from; only what its column needs is looked at.
 * @columns: always
 * @actors: for actors
 * @titles: (element-type utf8) (nullable): by row, NULL where there is none; for titles
 * @kind_names: (array length=256) (nullable): the name of each kind in the person's language; for kinds
 */
typedef struct
{
  DtlColumns *columns;
  DtlActorTable *actors;
  GPtrArray *titles;
  GPtrArray *kind_names;
} DtlEventOrderInput;

/** DTL_N_KINDS: how many kinds there can be; they are kept in a byte. */
#define DTL_N_KINDS 256

DtlEventOrder *dtl_event_order_new (DtlEventColumn column, const DtlEventOrderInput *input);
DtlEventOrder *dtl_event_order_ref (DtlEventOrder *self);
void dtl_event_order_unref (DtlEventOrder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlEventOrder, dtl_event_order_unref)

uint32_t
dtl_event_order_pick (const DtlEventOrder *self, const DtlBitset *visible, gboolean descending, uint32_t *rows);

G_END_DECLS
