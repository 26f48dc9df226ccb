/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paints the overview: how many events stand where over the whole time, what lasts, what folds, what the search found;
 * and apart from that, as a light layer above, the lens on what is seen, and the selected event.
 *
 *   +--------------------------------------------------+
 *   |    <>                     hits of the search     |
 *   |  [|-----------------|]                      v    |  bars: events a column; the lens over them
 *   |  [|  #    ##  #     |]  >  <            # ###    |  folds between zigzag edges
 *   |   ==========                              ====   |  what lasts
 *   |   2017      2018      2019      2020      2021   |
 *   +--------------------------------------------------+
 */
#pragma once

#include "layout/dtl-density.h"
#include "layout/dtl-folds.h"
#include "layout/dtl-lens.h"
#include "render/dtl-surface.h"

G_BEGIN_DECLS

/** DTL_OVERVIEW_COLUMN_PX: a bar and the gap behind it: bars of one pixel would not be seen. */
#define DTL_OVERVIEW_COLUMN_PX 4
/** DTL_OVERVIEW_INSET_PX: free on both sides of the strip, for the handles at its ends. */
#define DTL_OVERVIEW_INSET_PX (DTL_LENS_TARGET_PX / 2)

/**
 * DtlOverviewPicture: what the lower layer is painted from.
 * @width_px, @height_px: of the whole
 * @strip: within it
 * @density: (nullable): of the events that show, in columns of DTL_OVERVIEW_COLUMN_PX over the strip
 * @hits: (nullable): the same of what the search found
 * @chosen: (nullable): the same of what is selected, where these are several; for the upper layer
 * @folds: (nullable) (element-type DtlFold)
 */
typedef struct
{
  const DtlTheme *theme;
  DtlTextPango *text;
  int width_px;
  int height_px;
  DtlStrip strip;
  const DtlDensity *density;
  const DtlDensity *hits;
  const DtlDensity *chosen;
  GArray *folds;
} DtlOverviewPicture;

/**
 * DtlOverviewLook: what the upper layer is painted from.
 * @lens: where it stands
 * @active: what of it is under the pointer or held; DTL_LENS_OUTSIDE for nothing
 * @has_selected: whether an event is selected that has a place in time
 * @selected_seconds: where
 */
typedef struct
{
  DtlLens lens;
  DtlLensPart active;
  gboolean has_selected;
  int64_t selected_seconds;
  gboolean has_focus;
} DtlOverviewLook;

int dtl_overview_get_height_px (DtlTextPango *text);
int dtl_overview_count_columns (const DtlStrip *strip);
void dtl_overview_paint (const DtlOverviewPicture *picture, DtlSurface *surface);
void dtl_overview_paint_lens (const DtlOverviewPicture *picture, const DtlOverviewLook *look, DtlSurface *surface);

G_END_DECLS
