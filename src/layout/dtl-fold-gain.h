/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether folding an empty stretch is worth its sign. A break takes room, and labels, which stand on one side of it,
 * may then need more beside the first mark and the last: so what folds by itself is tried before, on the whole case in
 * a view of the width that there is. It depends on nothing else: zooming and panning neither fold nor unfold. */
#pragma once

#include "layout/dtl-layout.h"

G_BEGIN_DECLS

GArray *dtl_folds_choose (DtlLayout *layout, int width_px, int break_px, const GArray *fixed, const GArray *offered);

G_END_DECLS
