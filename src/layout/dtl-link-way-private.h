/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the files that find the way of a link: dtl-link-end.c says where it begins and ends, dtl-link-obstacles.c what is
 * in between, dtl-link-crossing.c where that is crossed, and dtl-link-way.c puts the corners together. */
#pragma once

#include "layout/dtl-links-private.h"

G_BEGIN_DECLS

/* A crowd is not searched to the last row. */
#define DTL_LINK_MAX_ROWS 160

/** DtlLinkObstacle: what a crossing should not run over. */
typedef struct
{
  int64_t x0_px;
  int64_t x1_px;
  int y0_px;
  int y1_px;
  int cost;
} DtlLinkObstacle;

/**
 * DtlLinkEnd: one end of a link.
 * @begin_x_px: where it touches what is drawn; other than @x_px, where it goes up or down, it begins on a level
 * @row_y0_px, @row_y1_px: its row
 * @reach_px: from the middle to the edge of what is drawn
 */
typedef struct
{
  const DtlItem *item;
  int64_t begin_x_px;
  int64_t x_px;
  int y_px;
  int reach_px;
  int row_y0_px;
  int row_y1_px;
} DtlLinkEnd;

/** DtlLinkRow: of a lane; what is beyond its upper and lower edge is a gap. */
typedef struct
{
  int y0_px;
  int y1_px;
} DtlLinkRow;

/** DtlLinkWay: one that was found. @crossing_px: where each row is crossed, from the first end on */
typedef struct
{
  int from_gap_px;
  int to_gap_px;
  gboolean goes_down;
  guint n_rows;
  const DtlLinkRow *rows[DTL_LINK_MAX_ROWS];
  int64_t crossing_px[DTL_LINK_MAX_ROWS];
  int64_t cost;
} DtlLinkWay;

/** DtlLinkFinder: looks for the way of one link. */
typedef struct
{
  DtlLayout *layout;
  DtlLinkEnd from;
  DtlLinkEnd to;
  GArray *obstacles; /* of DtlLinkObstacle */
  GArray *places;    /* of int64_t, ascending: where rows may be crossed */
  GArray *rows;      /* of DtlLinkRow, from top to bottom */
  DtlLinkWay best;
} DtlLinkFinder;

/* dtl-link-end.c: @row: of the event, which @item may be a cluster of. */
void dtl_link_end_init (DtlLayout *layout, const DtlItem *item, uint32_t row, DtlLinkEnd *end);
/* The gap above or below the end's row, and where a way to a gap touches the end. */
int dtl_link_end_get_gap_px (const DtlLinkFinder *finder, const DtlLinkEnd *end, gboolean is_below);
int dtl_link_end_get_edge_px (const DtlLinkEnd *end, int gap_px);

/* dtl-link-obstacles.c: what stands between the ends and between two world pixels, rows and places to cross. */
void dtl_link_finder_gather (DtlLinkFinder *self, int64_t x0_px, int64_t x1_px);
/* What it costs to go up or down at @x_px. */
int64_t dtl_link_finder_get_cost (const DtlLinkFinder *self, int64_t x_px, int y0_px, int y1_px);

/* dtl-link-crossing.c: fills in the best way. */
void dtl_link_finder_find (DtlLinkFinder *self);

G_END_DECLS
