/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who stands in which lane, made beforehand: in a case of many events that takes longer than a frame has, so that a
 * thread does it while frames go on. A roster is shared by reference between threads, and so is what is made with it
 * once it is handed over. */
#pragma once

#include "model/dtl-filter.h"

G_BEGIN_DECLS

/** DtlRoster: all events of a case by actor, whatever shows. */
typedef struct _DtlRoster DtlRoster;
DtlRoster *dtl_roster_ref (DtlRoster *self);
void dtl_roster_unref (DtlRoster *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlRoster, dtl_roster_unref)

/** DtlLanes: all lanes with at least one event that shows. */
typedef struct _DtlLanes DtlLanes;
DtlLanes *dtl_lanes_ref (DtlLanes *self);
void dtl_lanes_unref (DtlLanes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlLanes, dtl_lanes_unref)

DtlLanes *dtl_lanes_prepare (DtlRoster *roster, DtlActorTable *actors, const DtlFilter *filter, DtlBitset *visible);

G_END_DECLS
