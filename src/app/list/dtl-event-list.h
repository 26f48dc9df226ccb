/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list twin of the canvas: the same events, selection, hits and actions as a table that can be sorted. What stands
 * where is the model's business; this is the widget: columns, width, keyboard, menu. */
#pragma once

#include <gtk/gtk.h>

#include "app/list/dtl-event-model.h"

G_BEGIN_DECLS

#define DTL_TYPE_EVENT_LIST (dtl_event_list_get_type ())
G_DECLARE_FINAL_TYPE (DtlEventList, dtl_event_list, DTL, EVENT_LIST, GtkWidget)

/**
 * DtlEventList::event-opened: as DtlCanvas::event-opened.
 */

void dtl_event_list_set_session (DtlEventList *self, DtlSession *session);
void dtl_event_list_sort (DtlEventList *self, DtlEventColumn column, gboolean descending);

G_END_DECLS
