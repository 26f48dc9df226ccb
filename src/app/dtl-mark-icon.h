/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The mark of an event as an icon beside its title: the same shape and colour as on the line. */
#pragma once

#include <gtk/gtk.h>

#include "model/dtl-terms.h"

G_BEGIN_DECLS

#define DTL_TYPE_MARK_ICON (dtl_mark_icon_get_type ())
G_DECLARE_FINAL_TYPE (DtlMarkIcon, dtl_mark_icon, DTL, MARK_ICON, GtkWidget)

void dtl_mark_icon_set_look (DtlMarkIcon *self, DtlClaimRole role, gboolean is_hollow, int colour);

G_END_DECLS
