/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What makes a header of the list clickable, and tells which header was clicked. It never compares events: the list's
 * model sorts its rows itself. */
#pragma once

#include <gtk/gtk.h>

#include "app/list/dtl-event-order.h"

G_BEGIN_DECLS

#define DTL_TYPE_COLUMN_SORTER (dtl_column_sorter_get_type ())
G_DECLARE_FINAL_TYPE (DtlColumnSorter, dtl_column_sorter, DTL, COLUMN_SORTER, GtkSorter)

GtkSorter *dtl_column_sorter_new (DtlEventColumn column);
gboolean dtl_column_sorter_probe (GtkSorter *view_sorter, DtlEventColumn *column, gboolean *descending);

G_END_DECLS
