/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The events of a session as a sorted list model: a permutation of the rows that show, with an object made for each
 * place that is asked for, which stays while the events in it change. It is a selection model too, and its selection is
 * the session's: a million rows change their filter or their selection without an object being made for any that is not
 * in view. */
#pragma once

#include <gtk/gtk.h>

#include "app/list/dtl-event-row.h"

G_BEGIN_DECLS

#define DTL_TYPE_EVENT_MODEL (dtl_event_model_get_type ())
G_DECLARE_FINAL_TYPE (DtlEventModel, dtl_event_model, DTL, EVENT_MODEL, GObject)

/**
 * DtlEventModel::replaced: the places that somebody holds show other events, and there may be more or fewer of them.
 * DtlEventModel::grown: places beyond the first few, which come a little later, are there now.
 * DtlEventModel:busy: an order is being made that takes time; until it is there the rows stand as before.
 */

DtlEventModel *dtl_event_model_new (void);
void dtl_event_model_set_session (DtlEventModel *self, DtlSession *session);
void dtl_event_model_sort (DtlEventModel *self, DtlEventColumn column, gboolean descending);
gboolean dtl_event_model_is_busy (DtlEventModel *self);
uint32_t dtl_event_model_get_row (DtlEventModel *self, guint position);
guint dtl_event_model_get_position (DtlEventModel *self, uint32_t row);

G_END_DECLS
