/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row above line and list that says what is hidden and why: a chip for each part of the filter, with a button that
 * takes it away. There is no row while nothing is filtered. */
#pragma once

#include <gtk/gtk.h>

#include "app/dtl-session.h"

G_BEGIN_DECLS

#define DTL_TYPE_FILTER_CHIPS (dtl_filter_chips_get_type ())
G_DECLARE_FINAL_TYPE (DtlFilterChips, dtl_filter_chips, DTL, FILTER_CHIPS, GtkWidget)

void dtl_filter_chips_set_session (DtlFilterChips *self, DtlSession *session);

G_END_DECLS
