/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the way of a link begins or ends: out of a mark up or down, or beside the words of a bar. */
#include "config.h"

#include "layout/dtl-link-way-private.h"
#include "layout/dtl-signs.h"

/* Between a title and a way that begins beside it. */
#define BESIDE_PX 6

/* The main mark. */
static int64_t
find_mark_px (const DtlLayout *layout, const DtlPlacedMark *marks, guint n_marks, uint32_t row)
{
  for (guint i = 0; i < n_marks; i++)
    if (marks[i].mark == dtl_columns_get_main_mark (layout->input.columns, row))
      return marks[i].x_px;
  return dtl_signs_find_main_mark (marks, n_marks)->x_px;
}

/* A bar with its title above and its date below is left beside these, or where it ends. */
static void
leave_beside_label (const DtlPlacedMark *marks, DtlLinkEnd *end)
{
  const DtlItem *item = end->item;
  int64_t label_px = item->label_end ? item->label_x_px : item->label_x_px + item->label_width_px;
  int64_t bar_px = end->x_px;

  for (guint i = 0; i < item->n_marks; i++)
    bar_px = item->label_end ? MIN (bar_px, MIN (marks[i].band_x0_px, marks[i].x_px - end->reach_px))
                             : MAX (bar_px, MAX (marks[i].band_x1_px, marks[i].x_px + end->reach_px));
  end->x_px = item->label_end ? label_px - BESIDE_PX : label_px + BESIDE_PX;
  end->begin_x_px = end->x_px;
  if (item->label_end ? bar_px > end->x_px : bar_px < end->x_px)
    end->begin_x_px = bar_px;
}

void
dtl_link_end_init (DtlLayout *layout, const DtlItem *item, uint32_t row, DtlLinkEnd *end)
{
  const DtlPlacedMark *marks = dtl_layout_get_item_marks (layout, item);
  const DtlRowShape *shape = &layout->shapes[layout->states[item->lane].has_bands ? 1 : 0];
  int row_px = item->axis_y_px - shape->axis_px; /* a cluster is lower than its row */

  *end = (DtlLinkEnd){ .item = item, .row_y0_px = row_px, .row_y1_px = row_px + shape->height_px };
  if (item->n_marks > 0)
    {
      end->x_px = find_mark_px (layout, marks, item->n_marks, row);
      end->y_px = item->axis_y_px;
      end->reach_px = layout->input.metrics.mark_size_px / 2 + 1;
    }
  else
    {
      end->x_px = (item->x0_px + item->x1_px) / 2;
      end->y_px = (item->y0_px + item->y1_px) / 2;
      end->reach_px = (item->y1_px - item->y0_px) / 2;
    }
  end->begin_x_px = end->x_px;
  if (item->label_above && item->label != NULL)
    leave_beside_label (marks, end);
}

int
dtl_link_end_get_gap_px (const DtlLinkFinder *finder, const DtlLinkEnd *end, gboolean is_below)
{
  int half_px = MAX (finder->layout->input.metrics.row_gap_px / 2, 1);

  return is_below ? end->row_y1_px + half_px : end->row_y0_px - half_px;
}

int
dtl_link_end_get_edge_px (const DtlLinkEnd *end, int gap_px)
{
  if (end->begin_x_px != end->x_px)
    return end->y_px;
  return gap_px > end->y_px ? end->y_px + end->reach_px : end->y_px - end->reach_px;
}
