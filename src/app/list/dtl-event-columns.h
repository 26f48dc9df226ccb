/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of the list as widgets: their titles, how wide they want to be, and which of them fit. */
#pragma once

#include <gtk/gtk.h>

#include "app/list/dtl-event-order.h"

G_BEGIN_DECLS

const char *dtl_event_column_get_name (DtlEventColumn column);
gboolean dtl_event_column_from_name (const char *name, DtlEventColumn *column);
const char *dtl_event_column_get_title (DtlEventColumn column);
GtkColumnViewColumn *dtl_event_column_new (DtlEventColumn column, GtkListItemFactory *factory, GMenuModel *header_menu);

/** DtlEventColumnsFit: which columns a width has room for, as bits, and whether there is room to spare; the title's bit
 * alone means a narrow list. */
typedef guint DtlEventColumnsFit;

#define DTL_EVENT_COLUMNS_ONE   (1u << DTL_EVENT_COLUMN_TITLE)
#define DTL_EVENT_COLUMNS_ALL   ((1u << DTL_N_EVENT_COLUMNS) - 1)
#define DTL_EVENT_COLUMNS_ROOMY (1u << DTL_N_EVENT_COLUMNS)

DtlEventColumnsFit dtl_event_columns_fit (int width_px, double text_scale, int date_px);
void
dtl_event_columns_apply (GtkColumnViewColumn *const *columns, DtlEventColumnsFit fit, double text_scale, int date_px);
int dtl_event_columns_limit_date (int width_px, double text_scale);
void dtl_event_columns_name_headers (GtkColumnView *view);

G_END_DECLS
