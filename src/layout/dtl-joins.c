/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What joins the accepted marks of one event: a thin line over the gaps between them. Where one of them lasts or is
 * not known to the day, the line ends at its bar or band; where those touch, there is nothing to join. A competing
 * claim is no part of it: the line runs on behind its mark.
 *
 *      <>-------------(- - ] - -)
 */
#include "config.h"

#include "layout/dtl-layout-private.h"

static int
compare_joins (const void *a, const void *b)
{
  const DtlJoin *first = a;
  const DtlJoin *second = b;

  return (first->x0_px > second->x0_px) - (first->x0_px < second->x0_px);
}

/* What a mark covers: a bar shows no mark of its own; the end of one that is drawn with its beginning covers nothing.
 */
static DtlJoin
covered_by (const DtlPlacedMark *mark, int half_px)
{
  if (mark->is_bar)
    return (DtlJoin){ mark->band_x0_px, mark->band_x1_px };
  return (DtlJoin){ MIN (mark->band_x0_px, mark->x_px - half_px), MAX (mark->band_x1_px, mark->x_px + half_px) };
}

/* What the accepted marks cover, from left to right. */
static GArray *
gather_covered (DtlLayout *self, const DtlItem *item)
{
  const DtlPlacedMark *marks = dtl_layout_get_item_marks (self, item);
  int half_px = (self->input.metrics.mark_size_px + 1) / 2;
  GArray *covered = g_array_new (FALSE, FALSE, sizeof (DtlJoin));

  for (guint i = 0; i < item->n_marks; i++)
    {
      DtlJoin reach = covered_by (&marks[i], half_px);

      if (!marks[i].is_competing && reach.x1_px > reach.x0_px)
        g_array_append_val (covered, reach);
    }
  g_array_sort (covered, compare_joins);
  return covered;
}

GArray *
dtl_layout_get_item_joins (DtlLayout *self, const DtlItem *item)
{
  g_autoptr (GArray) covered = NULL;
  GArray *joins;
  int64_t end_px;

  g_return_val_if_fail (self != NULL && item != NULL, NULL);

  joins = g_array_new (FALSE, FALSE, sizeof (DtlJoin));
  if (item->n_marks < 2)
    return joins;
  covered = gather_covered (self, item);
  end_px = covered->len > 0 ? g_array_index (covered, DtlJoin, 0).x1_px : 0;
  for (guint i = 1; i < covered->len; i++)
    {
      const DtlJoin *next = &g_array_index (covered, DtlJoin, i);
      DtlJoin join = { end_px, next->x0_px };

      if (join.x1_px > join.x0_px)
        g_array_append_val (joins, join);
      end_px = MAX (end_px, next->x1_px);
    }
  return joins;
}
