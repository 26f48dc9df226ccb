/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A timeline into a given height. Before a lane is left out the labels become smaller, in named steps; the first one
 * with which everything has room is taken:
 *
 *   1  two lines         Title           as in the window and at the natural height
 *                      o date
 *   2  one line        o Title  date
 *   3  one line, 85 %
 *   4  one line, 70 %
 *
 * What is then over makes the lanes a little higher. A document of several pages goes back to the first step where even
 * the last one does not bring the timeline onto one page.
 *
 * Of very many events most are in clusters whatever is done, and so their lanes give rows away as well, down to one
 * above that of the clusters: what a picture shows, and what it costs, goes with its size. Several pages keep that. */
#include "config.h"

#include "render/dtl-picture-private.h"

#define MAX_LANE_EXTRA_PX 14
#define MIN_EXTENSION_PX  24

static const struct
{
  gboolean is_inline;
  double scale;
} steps[DTL_N_FIT_STEPS] = {
  [DTL_FIT_TWO_LINES] = { FALSE, 1 },
  [DTL_FIT_ONE_LINE] = { TRUE, 1 },
  [DTL_FIT_ONE_LINE_85] = { TRUE, 0.85 },
  [DTL_FIT_ONE_LINE_70] = { TRUE, 0.7 },
};

/* Of very many events: rows of a lane, 0 for as many as usual. */
static const struct
{
  DtlFitStep step;
  int most_rows;
} many_steps[] = {
  { DTL_FIT_TWO_LINES, 0 },   { DTL_FIT_ONE_LINE, 0 },    { DTL_FIT_ONE_LINE_85, 0 }, { DTL_FIT_ONE_LINE_70, 0 },
  { DTL_FIT_ONE_LINE_70, 6 }, { DTL_FIT_ONE_LINE_70, 4 }, { DTL_FIT_ONE_LINE_70, 3 }, { DTL_FIT_ONE_LINE_70, 2 },
};

double
dtl_fit_step_get_scale (DtlFitStep step)
{
  return steps[step].scale;
}

gboolean
dtl_fit_step_is_inline (DtlFitStep step)
{
  return steps[step].is_inline;
}

int
dtl_composition_get_frame_px (const DtlComposition *self)
{
  return self->margin_px + dtl_composition_get_head_px (self) + dtl_composition_get_fixed_px (self) +
         dtl_composition_get_notes_px (self) + dtl_composition_get_legend_px (self) +
         dtl_composition_get_foot_px (self) + self->margin_px / 2;
}

static gboolean
has_pages (const DtlComposition *self)
{
  return self->picture->format == DTL_PICTURE_PDF;
}

/* What the lanes may take: on one page, what passages and sources leave, but never less than half. */
static int
get_lanes_room_px (const DtlComposition *self)
{
  int room_px = self->picture->height_px - dtl_composition_get_frame_px (self);

  return has_pages (self) ? room_px : MAX (room_px - dtl_composition_get_body_px (self), room_px / 2);
}

/* Shares out what is over among the lanes. */
static void
spread (DtlComposition *self, int room_px)
{
  int spare_px = room_px - dtl_composition_get_lanes_px (self);
  guint first, end, n_lanes;
  int extra_px;

  dtl_composition_get_lane_range (self, &first, &end);
  n_lanes = end - first;
  extra_px = n_lanes > 0 ? MIN (spare_px / (2 * (int) n_lanes), MAX_LANE_EXTRA_PX) : 0;
  if (extra_px > 0)
    dtl_composition_place (self, self->step, extra_px);
}

static gboolean
fits (const DtlComposition *self, int *lanes_room_px)
{
  *lanes_room_px = get_lanes_room_px (self);
  return dtl_composition_get_lanes_px (self) <= *lanes_room_px;
}

/* Heights are known before anything is placed. The legend, which has to look at all that is placed, comes last, and
 * where it takes the room of a step the next one is tried. */
static gboolean
fit_many (DtlComposition *self, int *lanes_room_px)
{
  for (gsize i = 0; i < G_N_ELEMENTS (many_steps) && dtl_composition_check (self, NULL); i++)
    {
      gboolean is_last = i + 1 == G_N_ELEMENTS (many_steps);

      self->most_rows = many_steps[i].most_rows;
      if (i > 0)
        dtl_composition_place (self, many_steps[i].step, 0);
      if (!fits (self, lanes_room_px) && !is_last)
        continue;
      dtl_composition_collect_legend (self);
      if (fits (self, lanes_room_px))
        return TRUE;
    }
  *lanes_room_px = self->picture->height_px - dtl_composition_get_frame_px (self);
  return dtl_composition_get_lanes_px (self) <= *lanes_room_px;
}

gboolean
dtl_composition_fit (DtlComposition *self, int *lanes_room_px)
{
  if (dtl_layout_has_many (self->layout))
    return fit_many (self, lanes_room_px);
  for (DtlFitStep step = DTL_FIT_TWO_LINES; step < DTL_N_FIT_STEPS && dtl_composition_check (self, NULL); step++)
    {
      if (step != self->step)
        dtl_composition_place (self, step, 0);
      if (fits (self, lanes_room_px))
        {
          spread (self, *lanes_room_px);
          return TRUE;
        }
    }
  /* Passages give way to lanes. */
  *lanes_room_px = self->picture->height_px - dtl_composition_get_frame_px (self);
  if (has_pages (self) && dtl_composition_check (self, NULL))
    dtl_composition_place (self, DTL_FIT_TWO_LINES, 0);
  return dtl_composition_get_lanes_px (self) <= *lanes_room_px;
}

int
dtl_composition_extend_px (const DtlComposition *self, int room_px)
{
  int lanes_px = dtl_composition_get_lanes_px (self);

  return room_px >= lanes_px + MIN_EXTENSION_PX ? room_px : lanes_px;
}
