/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which eras show, where their names stand, and how their bands end. There are few of them: they are looked at one by
 * one. */
#include "config.h"

#include "base/dtl-arith.h"
#include "layout/dtl-eras.h"
#include "layout/dtl-layout-private.h"

/* As for bars: what is known to a day does not fade. */
#define EXACT_SECONDS (2 * DTL_SECONDS_PER_DAY)

/* An approximate end is soft over so many pixels. */
#define SOFT_PX 24

/* --- which ------------------------------------------------------------------------------------------------------ */

/* The first row that is free at @from; @ends: of what stands in each. */
static int
find_strip (int64_t *ends, int64_t from, int64_t to)
{
  for (int i = 0; i < DTL_ERA_MOST_STRIPS; i++)
    if (ends[i] < from)
      {
        ends[i] = to;
        return i;
      }
  return DTL_ERA_NO_STRIP;
}

void
dtl_lanes_init_eras (DtlLanes *self, const DtlBitset *visible)
{
  const DtlRoster *roster = self->roster;
  int64_t ends[DTL_ERA_MOST_STRIPS] = { INT64_MIN, INT64_MIN, INT64_MIN };

  self->eras = g_array_new (FALSE, FALSE, sizeof (DtlEraRow));
  for (guint i = 0; i < roster->eras->len; i++)
    {
      DtlEraRow era = { g_array_index (roster->eras, uint32_t, i), DTL_ERA_NO_STRIP };

      if (!dtl_bitset_get (visible, era.row))
        continue;
      era.strip = find_strip (ends, roster->spans.from[era.row], roster->spans.to[era.row]);
      self->n_era_strips = MAX (self->n_era_strips, era.strip + 1);
      g_array_append_val (self->eras, era);
    }
}

int
dtl_layout_get_era_strips (DtlLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->lanes->n_era_strips;
}

/* --- where ------------------------------------------------------------------------------------------------------ */

/* Where one end of a band lies: its edge and where it becomes certain. @sign: -1 for the beginning, 1 for the end.
 * @outer, @inner: the seconds between which it lies, @outer away from the middle */
static void
place_end (const DtlLayout *self,
           int64_t outer,
           int64_t inner,
           int sign,
           gboolean is_open,
           int64_t *edge,
           int64_t *solid)
{
  const DtlTimeScale *scale = &self->input.scale;

  if (is_open || (!dtl_civil_is_finite (outer) && !dtl_civil_is_finite (inner)))
    *edge = *solid = sign * DTL_WORLD_END_PX;
  else if (!dtl_civil_is_finite (outer))
    {
      *solid = dtl_time_scale_to_world_px (scale, inner);
      *edge = *solid + sign * DTL_STUB_PX;
    }
  else
    {
      *edge = dtl_time_scale_to_world_px (scale, outer);
      *solid = *edge;
      if (dtl_civil_is_finite (inner) && ABS (outer - inner) >= EXACT_SECONDS)
        *solid = dtl_time_scale_to_world_px (scale, inner);
    }
}

/* A year without a month is the whole year: it is known to the day when that begins and ends. */
static void
place (const DtlLayout *self, uint32_t row, DtlPlacedEra *era)
{
  DtlBounds bounds = { 0 };
  int64_t soft_px;

  dtl_columns_get_event_bounds (self->input.columns, row, &bounds);
  if (!(bounds.flags & DTL_BOUND_LASTS))
    {
      bounds.start_latest = bounds.start_earliest;
      bounds.end_earliest = bounds.end_latest;
    }
  place_end (self, bounds.start_earliest, bounds.start_latest, -1, (bounds.flags & DTL_BOUND_START_OPEN) != 0,
             &era->x0_px, &era->solid_x0_px);
  place_end (self, dtl_i64_add_saturated (bounds.end_latest, 1), bounds.end_earliest, 1,
             (bounds.flags & DTL_BOUND_END_OPEN) != 0, &era->x1_px, &era->solid_x1_px);
  era->x1_px = MAX (era->x1_px, era->x0_px + 1);
  soft_px =
      bounds.flags & (DTL_BOUND_APPROXIMATE | DTL_BOUND_UNCERTAIN) ? MIN (SOFT_PX, (era->x1_px - era->x0_px) / 3) : 0;
  era->solid_x0_px = CLAMP (MAX (era->solid_x0_px, era->x0_px + soft_px), era->x0_px, era->x1_px);
  era->solid_x1_px = CLAMP (MIN (era->solid_x1_px, era->x1_px - soft_px), era->solid_x0_px, era->x1_px);
}

GArray *
dtl_layout_get_eras (DtlLayout *self, int64_t x0_px, int64_t x1_px)
{
  GArray *eras = g_array_new (FALSE, FALSE, sizeof (DtlPlacedEra));
  DtlTitleProvider *titles;

  g_return_val_if_fail (self != NULL, eras);

  titles = self->input.titles;
  for (guint i = 0; i < self->lanes->eras->len; i++)
    {
      const DtlEraRow *row = &g_array_index (self->lanes->eras, DtlEraRow, i);
      DtlPlacedEra era = { .row = row->row, .strip = row->strip };

      place (self, row->row, &era);
      if (era.x1_px < x0_px || era.x0_px > x1_px)
        continue;
      era.title = titles != NULL ? titles->get_title (titles, row->row) : NULL;
      g_array_append_val (eras, era);
    }
  return eras;
}
