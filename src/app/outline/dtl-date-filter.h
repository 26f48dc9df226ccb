/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sidebar's section for dates: from, to, and in which of the two readings an event belongs there. */
#pragma once

#include <gtk/gtk.h>

#include "app/dtl-session.h"

G_BEGIN_DECLS

#define DTL_TYPE_DATE_FILTER (dtl_date_filter_get_type ())
G_DECLARE_FINAL_TYPE (DtlDateFilter, dtl_date_filter, DTL, DATE_FILTER, GtkWidget)

void dtl_date_filter_set_session (DtlDateFilter *self, DtlSession *session);

G_END_DECLS
