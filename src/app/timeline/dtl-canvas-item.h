/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing on the canvas as a screen reader meets it: a widget that has a name, a place, the focus and actions, and
 * draws nothing. What it stands for is told by the canvas, which binds it again and again. */
#pragma once

#include <gtk/gtk.h>

#include "model/dtl-records.h"

G_BEGIN_DECLS

#define DTL_TYPE_CANVAS_ITEM (dtl_canvas_item_get_type ())
G_DECLARE_FINAL_TYPE (DtlCanvasItem, dtl_canvas_item, DTL, CANVAS_ITEM, GtkWidget)

/** DtlCanvasItemKind: what an item stands for. */
typedef enum
{
  DTL_CANVAS_ITEM_EVENT,   /* in a lane or on the shelf */
  DTL_CANVAS_ITEM_CLUSTER, /* several events fallen together */
  DTL_CANVAS_ITEM_NOTE,    /* a count of what is not seen */
  DTL_CANVAS_ITEM_FOLD,    /* an empty stretch that is folded */
} DtlCanvasItemKind;

/**
 * DtlCanvasPlace: what an item stands for, and where.
 * @id: of the event, or of a cluster's first one; for a note which one (DtlPainterHit); for a fold its first second
 * @row: that event's row, or DTL_NO_ROW
 * @n_events: for a cluster, how many
 * @from_seconds, @to_seconds: for a cluster, what to zoom to; for a fold, its ends
 * @label: (nullable): the words of a note or fold; others are named by the canvas
 * @box: in the canvas
 */
typedef struct
{
  DtlCanvasItemKind kind;
  DtlId id;
  uint32_t row;
  uint32_t lane;
  uint32_t n_events;
  int64_t from_seconds;
  int64_t to_seconds;
  char *label;
  GdkRectangle box;
} DtlCanvasPlace;

/**
 * DtlCanvasItem::chosen: the event is to be selected: it got the focus, or an action asked for it.
 * DtlCanvasItem::activated: open it: an event's evidence, a cluster, what a note counts, what is folded.
 */

GtkWidget *dtl_canvas_item_new (void);
void dtl_canvas_item_bind (DtlCanvasItem *self, const DtlCanvasPlace *place);
const DtlCanvasPlace *dtl_canvas_item_get_place (DtlCanvasItem *self);
void dtl_canvas_item_set_label (DtlCanvasItem *self, const char *label);
void dtl_canvas_item_set_selected (DtlCanvasItem *self, gboolean selected);

guint dtl_canvas_place_hash (gconstpointer place);
gboolean dtl_canvas_place_equal (gconstpointer a, gconstpointer b);
void dtl_canvas_place_clear (gpointer place);

G_END_DECLS
