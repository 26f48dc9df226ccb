/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A place in the list and the event that it shows: made when the place comes into view, and gone with it. What stands
 * in tables in memory is put into words when asked for; title and dates are read from the case once, at the first
 * question.
 */
#pragma once

#include "app/dtl-session.h"
#include "app/list/dtl-event-order.h"

G_BEGIN_DECLS

#define DTL_TYPE_EVENT_ROW (dtl_event_row_get_type ())
G_DECLARE_FINAL_TYPE (DtlEventRow, dtl_event_row, DTL, EVENT_ROW, GObject)

DtlEventRow *dtl_event_row_new (DtlSession *session, uint32_t row);
void dtl_event_row_set_row (DtlEventRow *self, uint32_t row);
uint32_t dtl_event_row_get_row (DtlEventRow *self);
DtlSession *dtl_event_row_get_session (DtlEventRow *self);
gboolean dtl_event_row_is_hit (DtlEventRow *self);
gboolean dtl_event_row_has_competing (DtlEventRow *self);
void dtl_event_row_get_mark (DtlEventRow *self, DtlClaimRole *role, gboolean *is_hollow, int *colour);

char *dtl_event_row_dup_text (DtlEventRow *self, DtlEventColumn column);
char *dtl_event_row_dup_tooltip (DtlEventRow *self, DtlEventColumn column);
char *dtl_event_row_dup_remark (DtlEventRow *self);
char *dtl_event_row_dup_label (DtlEventRow *self);

G_END_DECLS
