/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Eras: events of the case's own kind "era" stand in no lane. They are bands of time behind all lanes, with their names
 * in a strip above: what overlaps in time has rows of its own there, up to a few. */
#pragma once

#include "layout/dtl-layout.h"

G_BEGIN_DECLS

/** DTL_ERA_MOST_STRIPS: so many rows of names there are at most; DTL_ERA_NO_STRIP: of an era without a place in any. */
#define DTL_ERA_MOST_STRIPS 3
#define DTL_ERA_NO_STRIP    (-1)

/**
 * DtlPlacedEra: world pixels; open ends reach to the ends of the world.
 * @strip: which row of the strip has its name
 * @solid_x0_px, @solid_x1_px: what is certainly within; outside of it the band fades
 * @title: (nullable): while it is not known yet
 */
typedef struct
{
  uint32_t row;
  int strip;
  int64_t x0_px;
  int64_t x1_px;
  int64_t solid_x0_px;
  int64_t solid_x1_px;
  const char *title;
} DtlPlacedEra;

/* How many rows the strip has; 0 where no era shows. */
int dtl_layout_get_era_strips (DtlLayout *self);
/* The eras that touch a span of world pixels, by their start. (element-type DtlPlacedEra) (transfer full) */
GArray *dtl_layout_get_eras (DtlLayout *self, int64_t x0_px, int64_t x1_px);

G_END_DECLS
