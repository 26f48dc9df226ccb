/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For this folder: the way of one link. */
#pragma once

#include "layout/dtl-layout-private.h"
#include "layout/dtl-links.h"

G_BEGIN_DECLS

/* Fills in the corners of @link, between two items that stand for its ends. */
void dtl_link_find_way (DtlLayout *layout, const DtlItem *from, const DtlItem *to, DtlPlacedLink *link);

G_END_DECLS
