/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cell of the list: the words of one column, with what belongs beside them. In a narrow list the title's cell has
 * date and actors in a second line. */
#pragma once

#include <gtk/gtk.h>

#include "app/list/dtl-event-row.h"

G_BEGIN_DECLS

#define DTL_TYPE_EVENT_CELL (dtl_event_cell_get_type ())
G_DECLARE_FINAL_TYPE (DtlEventCell, dtl_event_cell, DTL, EVENT_CELL, GtkWidget)

GtkWidget *dtl_event_cell_new (DtlEventColumn column);
void dtl_event_cell_set_row (DtlEventCell *self, DtlEventRow *row, gboolean is_compact);
void dtl_event_cell_update_hit (DtlEventCell *self);
DtlEventColumn dtl_event_cell_get_column (DtlEventCell *self);
DtlEventRow *dtl_event_cell_get_row (DtlEventCell *self);
DtlEventCell *dtl_event_cell_find (GtkWidget *widget);

G_END_DECLS
