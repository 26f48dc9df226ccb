/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where widgets lie, as it is told to screen readers and magnifiers. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void dtl_bounds_correct (void);

G_END_DECLS
