/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cluster opened into a list: its events by date and title, in the order of time, to be chosen with pointer or
 * keyboard. It lets the second click of a double click through to what it stands beside. */
#pragma once

#include <gtk/gtk.h>

#include "app/dtl-session.h"

G_BEGIN_DECLS

#define DTL_TYPE_CLUSTER_POPOVER (dtl_cluster_popover_get_type ())
G_DECLARE_FINAL_TYPE (DtlClusterPopover, dtl_cluster_popover, DTL, CLUSTER_POPOVER, GtkPopover)

/**
 * DtlClusterPopover::event-chosen: (guint): the row of the event that was chosen; the popover goes away.
 * DtlClusterPopover::zoom-asked: the person wants to see the events apart; the popover goes away.
 */

GtkWidget *dtl_cluster_popover_new (DtlSession *session, const char *title, const uint32_t *rows, guint n_rows);
GtkWidget *dtl_cluster_popover_get_list (DtlClusterPopover *self);

G_END_DECLS
