/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the orders of a case, each when it is first asked for, and keeps them while the case stays as it is. What can
 * be made within a frame is there at once; else titles are read in slices between frames, and compared on a thread. */
#pragma once

#include "app/dtl-session.h"
#include "app/list/dtl-event-order.h"

G_BEGIN_DECLS

typedef struct _DtlEventSorting DtlEventSorting;

/* Called once the order that was asked for last is there. */
typedef void (*DtlEventSortingReady) (gpointer user_data);

DtlEventSorting *dtl_event_sorting_new (DtlDocument *document, DtlEventSortingReady ready, gpointer user_data);
void dtl_event_sorting_free (DtlEventSorting *self);
DtlEventOrder *dtl_event_sorting_get (DtlEventSorting *self, DtlEventColumn column);

G_END_DECLS
