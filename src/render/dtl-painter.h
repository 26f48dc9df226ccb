/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paints a layout: axis, shelf, lanes, items, notes. A pure function of its arguments: widget, PNG, PDF, SVG and golden
 * pictures all come through here. Hover, selection and focus are painted apart, above it.
 *
 *   +-----------------+--------------------------------+
 *   |                 | axis: major and minor ticks    |  axis_height
 *   | Eras            | names of eras                  |    of it eras_height (0 without eras)
 *   +-----------------+--------------------------------+
 *   | Undated         | shelf                          |  shelf_height (0 without undated events)
 *   +-----------------+--------------------------------+
 *   | lane headers    | plot, clipped; scrolls by      |
 *   | header_width    | viewport.offset and scroll_y   |
 *   +-----------------+--------------------------------+
 */
#pragma once

#include "layout/dtl-layout.h"
#include "layout/dtl-links.h"
#include "layout/dtl-ticks.h"
#include "render/dtl-surface.h"

G_BEGIN_DECLS

/** DtlFrame: where the parts of a picture stand. @x_px, @y_px: its top left on the surface, 0 unless the caller says
 * otherwise. */
typedef struct
{
  int x_px;
  int y_px;
  int width_px;
  int height_px;
  int header_width_px; /* lane headers; in a narrow picture only their stripes, and the names stand in the lanes */
  int axis_height_px;  /* with the strip of eras, which is its lower part */
  int eras_height_px;  /* 0 without eras */
  int shelf_height_px;
} DtlFrame;

/**
 * DtlPaintOptions:
 * @layout, @viewport, @scroll_y_px: what to show; viewport.width_px is the frame's width less the headers
 * @theme, @text: how
 * @frame: filled in by dtl_painter_init_frame()
 * @selected_row: row in columns, or UINT32_MAX
 * @chosen: (nullable): rows that are selected, where these are several
 * @hits: (nullable): rows that a search found, marked in the overlay
 * @number_of_row: (nullable): the number printed beside a mark that leads to its passages on the page; 0 for none
 * @destination_of_row: (nullable): link target of an item within the document, (transfer full) (nullable)
 * @uri_of_row: (nullable): link target of an item outside of it, where it has none within, (transfer full) (nullable)
 * @titles: (nullable): of events, for what is told of their links in a file
 * @show_links: whether the links of all events are drawn; those of the selected one are in the overlay anyway
 * @now_label: (nullable): what stands at the line at @now_seconds; NULL for no such line
 * @show_notes: whether the counts of what is not seen are drawn on the plot
 * @is_timeless: nothing has a date: the axis has no ticks, which would be of any time at all
 * @is_interactive: whether the notes can be clicked and say so; FALSE for files
 * @has_no_ids: items have no id in a file, which would tell the row
 * @go_on: (nullable): asked now and then, with the fraction of the items that is painted; FALSE ends painting
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
  const DtlBitset *chosen;
  const DtlBitset *hits;
  guint (*number_of_row) (uint32_t row, gpointer user_data);
  char *(*destination_of_row) (uint32_t row, gpointer user_data);
  char *(*uri_of_row) (uint32_t row, gpointer user_data);
  gpointer user_data;
  DtlTitleProvider *titles;
  gboolean show_links;
  const char *now_label;
  int64_t now_seconds;
  gboolean show_notes;
  gboolean is_timeless;
  gboolean is_interactive;
  gboolean has_no_ids;
  gboolean (*go_on) (double fraction, gpointer user_data);
} DtlPaintOptions;

/** DtlPainterHit: what of the painter's own stands under a point; events and clusters are dtl_layout_hit()'s. */
typedef enum
{
  DTL_PAINTER_HIT_NONE,
  DTL_PAINTER_HIT_SHELF_ITEM,  /* an event on the shelf, or the name of an era */
  DTL_PAINTER_HIT_SHELF_MORE,  /* "+n" at the shelf's end */
  DTL_PAINTER_HIT_NOTE_HIDDEN, /* "n events hidden by the filter" */
  DTL_PAINTER_HIT_NOTE_BEFORE, /* "n events before" */
  DTL_PAINTER_HIT_NOTE_AFTER,
  DTL_PAINTER_HIT_NOTE_ABOVE, /* "n lanes above" */
  DTL_PAINTER_HIT_NOTE_BELOW,
  DTL_PAINTER_HIT_NOTE_LINKS, /* "n of m links shown" */
  DTL_PAINTER_HIT_ERAS_MORE,  /* "+n" of eras whose names have no place */
} DtlPainterHit;

/* A picture narrower than this, in pixels of text at its usual size, is laid out as on a phone. */
#define DTL_PAINTER_NARROW_PX 520
gboolean dtl_painter_is_narrow (DtlTextPango *text, int width_px);

/* Sizes that go with this size of text; a narrow picture has its lane names in the lanes, and gets room for them above
 * the first row. Call before dtl_layout_new(). */
void dtl_painter_init_metrics (DtlLayoutMetrics *metrics, DtlTextPango *text, int width_px);

/* Makes metrics those of labels of one line: lower rows and lanes. After dtl_painter_init_metrics(). */
void dtl_painter_set_inline_dates (DtlLayoutMetrics *metrics, DtlTextPango *text);

/* Computes the parts of a frame of this size at 0, 0 for this layout (lane header width from the names, axis height
 * from the type). */
void dtl_painter_init_frame (DtlFrame *frame, DtlLayout *layout, DtlTextPango *text, int width_px, int height_px);

/* How much of the plot's lower edge a line of notes takes; a view that scrolls does so by this much more. */
int dtl_painter_get_note_line_px (DtlTextPango *text);

/* How wide the break of a fold has to be for its words; for dtl_time_scale_set_folds(). */
int dtl_painter_get_break_px (DtlTextPango *text);

/* Everything but selection and hover. */
void dtl_painter_paint (const DtlPaintOptions *options, DtlSurface *surface);

/* The light layer above: what a search found, selected and hovered rows (UINT32_MAX for none), the ties of the
 * selected event, the focus ring. */
void dtl_painter_paint_overlay (const DtlPaintOptions *options,
                                DtlSurface *surface,
                                uint32_t hovered_row,
                                gboolean has_focus);

/* The region of the shelf item or "+n" under a point of the surface: row in columns; UINT32_MAX for none. */
uint32_t dtl_painter_hit_shelf (const DtlPaintOptions *options, double x, double y);

/**
 * dtl_painter_hit:
 * @options: as given to dtl_painter_paint()
 * @x, @y: on the surface
 * @row: (out) (optional): the shelf item's row in columns, else UINT32_MAX
 */
DtlPainterHit dtl_painter_hit (const DtlPaintOptions *options, double x, double y, uint32_t *row);

/**
 * dtl_painter_hit_link:
 * @options: as given to dtl_painter_paint()
 * @x, @y: on the surface
 * @slop_px: how far from the line still counts
 * @link: (out): filled in where there is one: of those of the selected event, and where all are shown, of all
 */
gboolean dtl_painter_hit_link (const DtlPaintOptions *options, double x, double y, double slop_px, DtlPlacedLink *link);

G_END_DECLS
