/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What drawings need of a whole case, whatever filter, zoom and size: made while the case is read, in the thread that
 * reads it, so that the one that draws does not have to stop for it. Belongs to one thread at a time. */
#pragma once

#include "layout/dtl-density.h"
#include "layout/dtl-folds.h"
#include "layout/dtl-layout.h"

G_BEGIN_DECLS

typedef struct _DtlGround DtlGround;

DtlGround *dtl_ground_new (DtlColumns *columns, DtlActorTable *actors);
void dtl_ground_free (DtlGround *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlGround, dtl_ground_free)

gboolean dtl_ground_is_of (const DtlGround *self, const DtlColumns *columns);
DtlLayout *dtl_ground_make_layout (DtlGround *self, const DtlLayoutInput *input);
DtlRoster *dtl_ground_get_roster (DtlGround *self);
DtlPlaces *dtl_ground_take_places (DtlGround *self);
gboolean dtl_ground_get_extent (const DtlGround *self, int64_t *from_seconds, int64_t *to_seconds);
GArray *dtl_ground_dup_folds (const DtlGround *self);

G_END_DECLS
