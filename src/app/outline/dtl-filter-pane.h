/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sidebar: what shows of the case. Actors first, then dates and the other properties of events, one section each.
 */
#pragma once

#include "app/outline/dtl-actors-pane.h"

G_BEGIN_DECLS

#define DTL_TYPE_FILTER_PANE (dtl_filter_pane_get_type ())
G_DECLARE_FINAL_TYPE (DtlFilterPane, dtl_filter_pane, DTL, FILTER_PANE, GtkWidget)

void dtl_filter_pane_set_session (DtlFilterPane *self, DtlSession *session);

G_END_DECLS
