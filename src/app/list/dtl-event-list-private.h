/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the list share: dtl-event-list.c is the widget with its columns, -input.c hears pointer, touch and
 * keyboard. */
#pragma once

#include "app/list/dtl-event-cell.h"
#include "app/list/dtl-event-columns.h"
#include "app/list/dtl-event-list.h"

G_BEGIN_DECLS

/*
 * DtlEventList:
 * @columns: by DtlEventColumn
 * @cells: (element-type DtlEventCell): those that show a row; borrowed
 * @fit, @text_scale: what the columns were last made for
 * @wanted_fit, @wanted_scale: what the size that was given out last asks for
 * @widest_date_px: how wide the dates of the case are, as far as they were seen; it only grows, so that no column moves
 * back
 * @date_px, @wanted_date_px: how wide their column is, and how wide it is to be
 * @tick_id: of the tick that makes the former the latter
 * @follow_id, @frames_left: of the tick that scrolls to the selected row
 */
struct _DtlEventList
{
  GtkWidget parent_instance;
  GtkStack *stack;
  GtkWidget *rows_box;
  GtkScrolledWindow *scroller;
  GtkColumnView *view;
  GtkWidget *busy_box;

  DtlSession *session;
  DtlEventModel *model;
  GMenuModel *menu;
  GtkColumnViewColumn *columns[DTL_N_EVENT_COLUMNS];
  GPtrArray *cells;
  DtlEventColumnsFit fit;
  DtlEventColumnsFit wanted_fit;
  double text_scale;
  double wanted_scale;
  int widest_date_px;
  int date_px;
  int wanted_date_px;
  guint tick_id;
  guint follow_id;
  int frames_left;
  guint busy_id;
};

/* dtl-event-list.c */
GtkWidget *dtl_event_list_find_cell (DtlEventList *self, uint32_t row);
gboolean dtl_event_list_reveal_selected (DtlEventList *self);

/* dtl-event-list-input.c */
void dtl_event_list_input_install (GtkWidgetClass *widget_class);
void dtl_event_list_input_init (DtlEventList *self);

G_END_DECLS
