/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The context menu of an event: the same on the line and in the list, but for the way to the other view and what
 * concerns the list alone. What its items do are actions of the window, which know the selected event. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  DTL_EVENT_MENU_ON_LINE,
  DTL_EVENT_MENU_IN_LIST,
} DtlEventMenuPlace;

GMenuModel *dtl_event_menu_new (DtlEventMenuPlace place);
GMenuModel *dtl_event_menu_new_sorting (void);
void dtl_event_menu_popup (GtkWidget *parent, const char *name, GMenuModel *menu, double x, double y);

G_END_DECLS
