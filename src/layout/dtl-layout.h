/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The layout: columns, filter, grouping, zoom and a text measurer in; a list of placed things in world pixels out.
 * No GTK, no Cairo, no Pango. The same layout serves the window, PNG, PDF, SVG and the tests.
 *
 * Coordinates: x in world pixels (see DtlTimeScale), y in pixels from the top of the first lane. Axis, shelf and lane
 * headers have their own coordinate: they do not scroll with the plot (see DtlLayoutShelf and dtl_ticks_compute()).
 *
 * Placement depends on the columns, the filter, the grouping, the scale and the measurer, never on the scroll offset or
 * on earlier frames: panning re-places nothing. Time is cut into chunks of a fixed width in world pixels; a request for
 * a span places the chunks that it touches and keeps them.
 */
#pragma once

#include "layout/dtl-lanes.h"
#include "layout/dtl-text-measure.h"
#include "layout/dtl-time-scale.h"
#include "model/dtl-actor-table.h"
#include "model/dtl-columns.h"
#include "model/dtl-filter.h"

G_BEGIN_DECLS

typedef enum
{
  DTL_GROUP_ACTOR,
  DTL_GROUP_KIND,
  DTL_GROUP_SOURCE,
  DTL_GROUP_NONE,
} DtlGrouping;

/**
 * DtlTitleProvider: titles and date labels, which stay in the store. May answer NULL for "not yet": the mark is then
 * drawn alone.
 * @get_title: (transfer none): valid until the layout is freed
 * @get_date_label: short date in words for a mark ("20 Jun 2024", "some day in 2017"); (transfer none)
 * @get_group_name: the name of the lane with this key (an actor's, kind's or source's index); (transfer none)
 */
typedef struct _DtlTitleProvider DtlTitleProvider;
struct _DtlTitleProvider
{
  const char *(*get_title) (DtlTitleProvider *self, uint32_t row);
  const char *(*get_date_label) (DtlTitleProvider *self, uint32_t row);
  const char *(*get_group_name) (DtlTitleProvider *self, DtlGrouping grouping, uint32_t key);
};

/** DTL_LANE_NO_KEY: the key of the lane for events without an actor (or source). */
#define DTL_LANE_NO_KEY UINT32_MAX
/** DTL_LANE_OTHERS: the key of the lane for the events of the smallest of very many lanes. */
#define DTL_LANE_OTHERS (UINT32_MAX - 1)
/** DTL_LANES_MOST: so many lanes there are at most, the one without a key beside them. */
#define DTL_LANES_MOST 200

/**
 * DtlLayoutMetrics: sizes in pixels, from the theme; the same numbers on screen and paper at scale 1.
 */
typedef struct
{
  int mark_size_px;        /* width and height of a mark, 12 */
  int bar_height_px;       /* 8 */
  int label_gap_px;        /* between mark and label, 6 */
  int label_max_width_px;  /* to which titles are cut when places are shared out, 220 */
  int label_grow_width_px; /* to which a cut title then grows where its row is free, 420; 0 for not at all */
  int row_gap_px;          /* between rows of a lane, 6 */
  int lane_padding_px;     /* above and below the rows of a lane, 8 */
  int lane_min_height_px;  /* 48 */
  int lane_max_rows;       /* rows per lane before the rest becomes clusters, 12 */
  int cluster_distance_px; /* marks closer than this fall together, 6 */
  gboolean inline_dates;   /* labels of one line: title, then date, beside bars and bands too; rows are that low */
} DtlLayoutMetrics;

void dtl_layout_metrics_init (DtlLayoutMetrics *self);

/**
 * DtlLayoutInput: everything that a layout is made from; the layout keeps references, not copies.
 * @lanes: (nullable): made beforehand by dtl_lanes_prepare(); those of other bits than @visible are not looked at
 * @label_x0_px, @label_x1_px: world pixels between which labels keep, for a picture that shows this and no more; equal
 * for none. They go with @scale: dtl_layout_new_scaled() drops them
 * @label_side_px: where it is not 0, labels keep within the time of the whole case, whatever the filter and the scale,
 * and so many pixels on both sides of it, instead of those two
 */
typedef struct
{
  DtlColumns *columns;
  DtlActorTable *actors;
  const DtlFilter *filter; /* for which lanes show; copied */
  DtlBitset *visible;      /* result of dtl_filter_apply() */
  DtlLanes *lanes;
  DtlGrouping grouping;
  DtlTimeScale scale;
  DtlTitleProvider *titles;
  DtlTextMeasure *measure;
  DtlLayoutMetrics metrics;
  int64_t label_x0_px;
  int64_t label_x1_px;
  int label_side_px;
} DtlLayoutInput;

/* What of a view is left free on both sides of the time of a case of very many events when it is seen whole, and the
 * label_side_px of its layouts: no edge cuts a label then. */
#define DTL_CROWD_SIDE_PX 32

/* Whether a case has so many events that it is clusters when seen whole: labels have to do with the room that the time
 * has, and a layout is not made anew for a few pixels of width. */
gboolean dtl_layout_is_crowd (const DtlColumns *columns);

/** DtlItemKind: what a placed thing is. */
typedef enum
{
  DTL_ITEM_EVENT,   /* an event in a lane, with its marks, bars and label */
  DTL_ITEM_CLUSTER, /* several events fallen together: count, opens by zooming */
} DtlItemKind;

/** DtlMarkShape: how a mark looks; the shape says the role, hollow says planned. Never colour alone. */
typedef enum
{
  DTL_SHAPE_CIRCLE,  /* occurred, reported, statement */
  DTL_SHAPE_DIAMOND, /* announced, signed, prohibition */
  DTL_SHAPE_SQUARE,  /* effective, deadline */
  DTL_SHAPE_BAR_START,
  DTL_SHAPE_BAR_END,
} DtlMarkShape;

/** DtlEndStyle: how a bar or band ends. */
typedef enum
{
  DTL_END_HARD,
  DTL_END_SOFT,    /* approximate: soft edge */
  DTL_END_FADE,    /* uncertain: fades from earliest to latest */
  DTL_END_OPEN,    /* goes on: arrow */
  DTL_END_UNKNOWN, /* there is an end, nobody says when: dotted */
} DtlEndStyle;

/**
 * DtlPlacedMark: one claim's drawing.
 * @x_px: where the mark stands (middle), world pixels
 * @band_x0_px, @band_x1_px: for an unknown day in a stretch the hollow band; for what lasts the bar; equal when there
 * is neither
 * @is_bar: TRUE: a filled bar (it lasts); FALSE: a hollow band (an unknown day in it), when band_x1 > band_x0
 * @solid_x0_px, @solid_x1_px: the part of the bar that is certain; outside it the ends fade
 */
typedef struct
{
  uint32_t mark; /* index into DtlColumns.marks */
  DtlMarkShape shape;
  gboolean is_hollow;    /* planned */
  gboolean is_competing; /* drawn beside the accepted one, lighter, with its own sign */
  gboolean is_derived;
  gboolean is_bar;
  DtlEndStyle start_style;
  DtlEndStyle end_style;
  int64_t x_px;
  int64_t band_x0_px;
  int64_t band_x1_px;
  int64_t solid_x0_px;
  int64_t solid_x1_px;
} DtlPlacedMark;

/**
 * DtlItem: an event or a cluster in one lane. An event stands in the lane of each of its actors that is on.
 * @row: row in columns (for a cluster, of its most important event)
 * @lane: index into the lanes
 * @x0_px, @x1_px: world extent including bands, label and signs beside the mark
 * @y0_px, @y1_px: extent in y
 * @axis_y_px: the y on which marks stand
 * @label: (nullable): title as it fits (ellipsised), NULL where it does not fit at all
 * @date_label: (nullable)
 * @label_x_px, @label_y_px: top left of the title
 * @date_y_px: top of the date's line: one line below the title, or below the bar where the title stands above it
 * @date_dx_px: where the label is one line, from label_x_px to the date; both are then set from left to right. 0 where
 * the date has a line of its own
 * @label_width_px: of title and date together
 * @label_end: whether title and date are right-aligned to label_x_px + label_width_px
 * @label_above: whether the title stands above the bar or band and the date below it, rather than both beside the mark
 * @slide_x0_px, @slide_x1_px: where the label may slide (see dtl_layout_slide_label_px())
 * @n_events: for a cluster, how many
 * @signs_x0_px, @signs_x1_px: where a label is one line, signs (see dtl-signs.h) stand beside the main mark, away from
 * the label, within this; equal where there are none, or where they stand at the mark's corners
 * @is_alleged: what must be shown on the label beside the title; of a cluster, of its most important event
 *
 * @cluster_title: (nullable): of a cluster's most important event, as it fits, in DTL_TEXT_CLUSTER_TITLE
 * @cluster_title_dx_px: from label_x_px to that
 *
 * A cluster's extent is its pill; its label is "+n" with the place of the text inside, and it has no marks.
 */
typedef struct
{
  DtlItemKind kind;
  uint32_t row;
  uint32_t lane;
  uint32_t n_events;
  uint32_t entry; /* the layout's own: where it begins in its lane, and where a cluster ends */
  uint32_t end_entry;
  int64_t chunk;
  int64_t x0_px;
  int64_t x1_px;
  int y0_px;
  int y1_px;
  int axis_y_px;
  const char *label;
  const char *date_label;
  int64_t label_x_px;
  int label_y_px;
  int label_width_px;
  int date_y_px;
  int date_dx_px;
  gboolean label_end;
  gboolean label_above;
  int64_t slide_x0_px;
  int64_t slide_x1_px;
  int64_t signs_x0_px;
  int64_t signs_x1_px;
  gboolean is_alleged;
  const char *cluster_title;
  int cluster_title_dx_px;
  guint n_marks;
  guint first_mark;     /* into dtl_layout_get_marks() */
  int64_t from_seconds; /* time extent, for zooming to a cluster */
  int64_t to_seconds;
} DtlItem;

/** DtlLane: one lane, top to bottom. */
typedef struct
{
  DtlGrouping grouping;
  uint32_t key; /* actor, kind or source index; DTL_LANE_NO_KEY, DTL_LANE_OTHERS */
  int colour;   /* palette index, -1 for none */
  const char *name;
  int y_px;
  int height_px;
  uint32_t n_events; /* visible events in it, anywhere in time */
} DtlLane;

/**
 * DtlShelfItem: an undated event on the shelf above the line; x from the plot's left edge, does not scroll in time.
 * @label: its title, and between which dates it lies where its links tell: see dtl_layout_dup_place()
 */
typedef struct
{
  uint32_t row;
  int x_px;
  int width_px;
  const char *label;
  gboolean is_alleged;
} DtlShelfItem;

/** DtlTie: events or marks that are joined: a derived mark to its anchor (dashed), or an event in several lanes (thin).
 */
typedef struct
{
  uint32_t from_item;
  uint32_t to_item;
  uint32_t from_mark; /* into dtl_layout_get_marks(), DTL_NO_MARK for the item itself */
  uint32_t to_mark;
  gboolean is_derived;
} DtlTie;

/** DtlJoin: a stretch of the thin line on item->axis_y_px that joins the accepted marks of an event; world pixels. */
typedef struct
{
  int64_t x0_px;
  int64_t x1_px;
} DtlJoin;

/** DtlSpanCounts: what is not seen, for the notes on the canvas. */
typedef struct
{
  uint32_t n_total;    /* events of the case */
  uint32_t n_filtered; /* hidden by the filter */
  uint32_t n_before;   /* visible events wholly left of the span */
  uint32_t n_after;
  uint32_t n_undated;
} DtlSpanCounts;

typedef struct _DtlLayout DtlLayout;

DtlLayout *dtl_layout_new (const DtlLayoutInput *input);
DtlLayout *dtl_layout_ref (DtlLayout *self);
void dtl_layout_unref (DtlLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlLayout, dtl_layout_unref)

/* The same with another filter, for the same columns, grouping, titles and measurer as before: shares what does not
 * depend on the filter, the order of all events and the measured titles. @input: as for dtl_layout_new(). (transfer
 * full)
 */
DtlLayout *dtl_layout_new_filtered (DtlLayout *self, const DtlLayoutInput *input);
/* Whether @input is of the same columns, grouping, titles and measurer. */
gboolean dtl_layout_is_of (DtlLayout *self, const DtlLayoutInput *input);

/* The same with other sizes, and with a measurer that may measure otherwise than before, for the same columns, filter,
 * grouping and titles: shares who is in which lane. @input: as for dtl_layout_new(). (transfer full) */
DtlLayout *dtl_layout_new_restyled (DtlLayout *self, const DtlLayoutInput *input);
/* Whether it has so many events that nobody wants to see them all placed: whoever looks at every item of a layout does
 * so where this is FALSE, and at what is on a page where it is TRUE. */
gboolean dtl_layout_has_many (DtlLayout *self);

/* The same at another zoom, sharing what depends on filter and grouping alone (who is in which lane) and the measured
 * titles. For every step of zooming; (transfer full) */
DtlLayout *dtl_layout_new_scaled (DtlLayout *self, DtlTimeScale scale);

/**
 * dtl_layout_fit:
 * @self: at any zoom
 * @from_seconds, @to_seconds: the span, in order; see dtl_layout_get_extent()
 * @viewport: (inout): its width is given, and it gets scale and offset
 *
 * Fits a span into a view with room for the labels of its events at both ends, up to two fifths of the width at one of
 * them. For "show everything", and for pictures.
 *
 * Returns: (transfer full): the layout at that scale
 */
DtlLayout *dtl_layout_fit (DtlLayout *self, int64_t from_seconds, int64_t to_seconds, DtlViewport *viewport);

/** DtlTimeAsker: Returns: whether there is time to measure one more title. */
typedef gboolean (*DtlTimeAsker) (gpointer user_data);

/**
 * dtl_layout_set_title_budget:
 * @has_time: (nullable): asked before each title that neither this layout, nor one that it shares titles with, has
 * measured before; NULL for all of them, as a layout has it unless told otherwise
 *
 * For frames, which have no time to measure a whole view at once: where there is none left, events get their marks
 * alone, and dtl_layout_is_whole() is FALSE. dtl_layout_add_titles() goes on; once the layout is whole, it is the same
 * as it had been without a budget. Cases that are so small that their lanes are placed as a whole have none.
 */
void dtl_layout_set_title_budget (DtlLayout *self, DtlTimeAsker has_time, gpointer user_data);
/* Places the view; then anew, as far as there is time, what of it stands there without titles that were put off. Items
 * that were given out before are gone then. The span in world pixels, and from top to bottom as for
 * dtl_layout_get_items_in(). Returns: whether anything was placed */
gboolean dtl_layout_add_titles (DtlLayout *self, int64_t x0_px, int64_t x1_px, int y0_px, int y1_px);
/* Whether all of the view has its titles, as far as it was placed. */
gboolean dtl_layout_is_whole (DtlLayout *self, int64_t x0_px, int64_t x1_px, int y0_px, int y1_px);

/* Places what is needed to draw the world span @x0_px to @x1_px; cheap when it was placed before. Call before reading
 * items. */
void dtl_layout_ensure (DtlLayout *self, int64_t x0_px, int64_t x1_px);

const DtlLane *dtl_layout_get_lanes (DtlLayout *self, guint *n_lanes);
int dtl_layout_get_height_px (DtlLayout *self);

/* Items that touch the span, in drawing order (bars first, then marks; less important first). (transfer container):
 * array of pointers to DtlItem that live as long as the layout, or until dtl_layout_add_titles() */
GPtrArray *dtl_layout_get_items (DtlLayout *self, int64_t x0_px, int64_t x1_px);
/* The same for lanes that touch @y0_px to @y1_px alone, placing no others: the cost is that of the view. */
GPtrArray *dtl_layout_get_items_in (DtlLayout *self, int64_t x0_px, int64_t x1_px, int y0_px, int y1_px);
/* All marks placed so far, and those of an item: item->n_marks from item->first_mark on. Both pointers are valid until
 * the next call that places. */
const DtlPlacedMark *dtl_layout_get_marks (DtlLayout *self, guint *n_marks);
const DtlPlacedMark *dtl_layout_get_item_marks (DtlLayout *self, const DtlItem *item);
/* What joins the accepted marks of an item, from left to right: from the edge of a mark, bar or band to that of the
 * next; empty where there is one alone, or where bars and bands touch. It lies within the item, clear of its label.
 * (element-type DtlJoin) (transfer full) */
GArray *dtl_layout_get_item_joins (DtlLayout *self, const DtlItem *item);
/* The rows of the events in a cluster, item->n_events of them, by time; valid until the next call of this. Lists them
 * anew each time: to be called when somebody opens it. */
const uint32_t *dtl_layout_get_cluster_rows (DtlLayout *self, const DtlItem *item);
/* The row of the first event in a cluster by time, or of the one event that an item is. */
uint32_t dtl_layout_get_first_row (DtlLayout *self, const DtlItem *item);
/* Whether an event is what an item stands for, or among it. Costs a search, whatever the size of a cluster. */
gboolean dtl_layout_item_has_row (DtlLayout *self, const DtlItem *item, uint32_t row);
/* How many of the item's events are in a set, at most @most: so many are enough to know. */
uint32_t dtl_layout_item_count_rows (DtlLayout *self, const DtlItem *item, const DtlBitset *rows, uint32_t most);

/* Where the label stands in a view from @view_x0_px on: the label of a bar that the view's left edge cuts slides along
 * the bar, without leaving it; every other label stays. Returns: world pixel, to be used in place of label_x_px */
int64_t dtl_layout_slide_label_px (DtlLayout *self, const DtlItem *item, int64_t view_x0_px, int64_t view_x1_px);

/* Ties among the items of the span; with @selected_row only those of that event, or all when few are in view
 * (UINT32_MAX: none selected). (element-type DtlTie) (transfer full) */
GArray *dtl_layout_get_ties (DtlLayout *self, GPtrArray *items, uint32_t selected_row);

/** DtlBracket: the dated events between which an undated one lies, by its links; UINT32_MAX where none is known. It is
 * after what it responds to, amends, implements, supersedes or is caused by, and before what does that to it.
 * @after_px, @before_px: where these begin and end, world pixels */
typedef struct
{
  uint32_t after_row;
  uint32_t before_row;
  int64_t after_px;
  int64_t before_px;
} DtlBracket;

/* FALSE where nothing is known. Events that the filter hides do not count. */
gboolean dtl_layout_get_bracket (DtlLayout *self, uint32_t row, DtlBracket *bracket);
/* The same in words, "after 20 June 2024": (transfer full) (nullable) */
char *dtl_layout_dup_place (DtlLayout *self, uint32_t row);

/* The undated shelf for a plot of this width: first the events whose place is known, in that order, then by importance,
 * then by title (by id where there are very many). What does not fit is counted in @n_more ("+4"), whose place is
 * @more_x_px. (element-type DtlShelfItem) (transfer full) */
GArray *dtl_layout_get_shelf (DtlLayout *self, int width_px, guint *n_more, int *more_x_px);

void dtl_layout_count_span (DtlLayout *self, int64_t x0_px, int64_t x1_px, DtlSpanCounts *counts);

/* The earliest and latest civil second of the visible, dated events (finite bounds); FALSE if there are none. */
gboolean
dtl_layout_get_extent (const DtlColumns *columns, const DtlBitset *visible, int64_t *from_seconds, int64_t *to_seconds);

/**
 * dtl_layout_hit:
 * @x_px: world pixel
 * @y_px: from the top of the first lane
 * @slop_px: how far beside a mark still counts
 * @mark: (out) (optional): the mark that was hit (index into the columns' marks), or DTL_NO_MARK for label or bar
 *
 * Returns: (nullable) (transfer none): the topmost item there; marks win over labels, labels over bars
 */
const DtlItem *dtl_layout_hit (DtlLayout *self, int64_t x_px, int y_px, int slop_px, uint32_t *mark);

/* The event's first item (its topmost lane), for scrolling to it; places its chunk. NULL if it is undated or filtered
 * out. */
const DtlItem *dtl_layout_find_row (DtlLayout *self, uint32_t row);

/* The layout as text for golden tests: lanes, items, marks, labels, one a line, in a stable order. (transfer full) */
char *dtl_layout_dump (DtlLayout *self, int64_t x0_px, int64_t x1_px);

G_END_DECLS
