/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paints a layout: axis, shelf, lanes, items, notes. A pure function of its arguments: widget, PNG, PDF, SVG and golden
 * pictures all come through here. Hover, selection and focus are painted apart, above it.
 *
 *   +-----------------+--------------------------------+
 *   |                 | axis: major and minor ticks    |  axis_height
 *   +-----------------+--------------------------------+
 *   | Undated         | shelf                          |  shelf_height (0 without undated events)
 *   +-----------------+--------------------------------+
 *   | lane headers    | plot, clipped; scrolls by      |
 *   | header_width    | viewport.offset and scroll_y   |
 *   +-----------------+--------------------------------+
 */
#pragma once

#include "layout/dtl-layout.h"
#include "layout/dtl-ticks.h"
#include "render/dtl-surface.h"

G_BEGIN_DECLS

/** DtlFrame: where the parts of a picture stand, in pixels from its top left. */
typedef struct
{
  int width_px;
  int height_px;
  int header_width_px; /* lane headers; 0 hides them (names then stand in the lanes, above the first row) */
  int axis_height_px;
  int shelf_height_px;
} DtlFrame;

/**
 * DtlPaintOptions:
 * @layout, @viewport, @scroll_y_px: what to show; viewport.width_px is the frame's width less the headers
 * @theme, @text: how
 * @frame: filled in by dtl_painter_init_frame()
 * @selected_row: row in columns, or UINT32_MAX
 * @number_of_row: (nullable): the number printed beside a mark that leads to its passages on the page; 0 for none
 * @destination_of_row: (nullable): link target of an item within the document, (transfer full)
 * @show_notes: whether the counts of what is not seen are drawn on the plot
 */
typedef struct
{
  DtlLayout *layout;
  DtlViewport viewport;
  int scroll_y_px;
  const DtlTheme *theme;
  DtlTextPango *text;
  DtlFrame frame;
  uint32_t selected_row;
  guint (*number_of_row) (uint32_t row, gpointer user_data);
  char *(*destination_of_row) (uint32_t row, gpointer user_data);
  gpointer user_data;
  gboolean show_notes;
} DtlPaintOptions;

/* Computes the parts of a frame of this size for this layout (lane header width from the names, axis height from the
 * type). */
void dtl_painter_init_frame (DtlFrame *frame, DtlLayout *layout, DtlTextPango *text, int width_px, int height_px);

/* Everything but selection and hover. */
void dtl_painter_paint (const DtlPaintOptions *options, DtlSurface *surface);

/* The light layer above: selected and hovered rows (UINT32_MAX for none), the ties of the selected event, the focus
 * ring. */
void dtl_painter_paint_overlay (const DtlPaintOptions *options,
                                DtlSurface *surface,
                                uint32_t hovered_row,
                                gboolean has_focus);

/* The region of the shelf item or "+n" under a point of the picture: row in columns; UINT32_MAX for none. */
uint32_t dtl_painter_hit_shelf (const DtlPaintOptions *options, double x, double y);

G_END_DECLS
