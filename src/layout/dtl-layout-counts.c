/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is not seen, and what there is to see. */
#include "config.h"

#include "layout/dtl-layout-private.h"

/* The first second that stands at @x_px or right of it. */
static int64_t
find_second_at (const DtlTimeScale *scale, int64_t x_px)
{
  int64_t low = DTL_CIVIL_MIN;
  int64_t high = DTL_CIVIL_MAX;

  while (low < high)
    {
      int64_t middle = low + (int64_t) (((uint64_t) high - (uint64_t) low) / 2);

      if (dtl_time_scale_to_world_px (scale, middle) < x_px)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

void
dtl_layout_count_span (DtlLayout *self, int64_t x0_px, int64_t x1_px, DtlSpanCounts *counts)
{
  const DtlLanes *lanes;
  const DtlTimeScale *scale;
  const DtlBitset *visible;

  g_return_if_fail (self != NULL && counts != NULL);

  lanes = self->lanes;
  scale = &self->input.scale;
  visible = self->input.visible;
  counts->n_total = self->input.columns->n_events;
  counts->n_undated = lanes->n_undated;
  counts->n_filtered = counts->n_total - lanes->n_visible - lanes->n_undated;
  counts->n_before = dtl_time_ranks_count_below (&lanes->roster->to_ranks, visible, lanes->block_counts,
                                                 find_second_at (scale, x0_px));
  counts->n_after =
      lanes->n_visible - dtl_time_ranks_count_below (&lanes->roster->from_ranks, visible, lanes->block_counts,
                                                     find_second_at (scale, x1_px + 1));
}

static void
extend (int64_t civil_seconds, gboolean *is_set, int64_t *from_seconds, int64_t *to_seconds)
{
  if (!dtl_civil_is_finite (civil_seconds))
    return;
  *from_seconds = *is_set ? MIN (*from_seconds, civil_seconds) : civil_seconds;
  *to_seconds = *is_set ? MAX (*to_seconds, civil_seconds) : civil_seconds;
  *is_set = TRUE;
}

gboolean
dtl_layout_get_extent (const DtlColumns *columns, const DtlBitset *visible, int64_t *from_seconds, int64_t *to_seconds)
{
  gboolean is_set = FALSE;

  g_return_val_if_fail (columns != NULL && visible != NULL && visible->n_bits == columns->n_events, FALSE);
  g_return_val_if_fail (from_seconds != NULL && to_seconds != NULL, FALSE);

  for (uint32_t row = 0; row < columns->n_dated; row++)
    for (uint32_t i = columns->mark_first[row]; dtl_bitset_get (visible, row) && i < columns->mark_first[row + 1]; i++)
      {
        DtlBounds bounds = dtl_columns_get_bounds (columns, i);

        extend (bounds.start_earliest, &is_set, from_seconds, to_seconds);
        extend (bounds.start_latest, &is_set, from_seconds, to_seconds);
        extend (bounds.end_earliest, &is_set, from_seconds, to_seconds);
        extend (bounds.end_latest, &is_set, from_seconds, to_seconds);
      }
  return is_set;
}
