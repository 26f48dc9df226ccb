/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Titles that were cut to the common width, or to what was free when they were placed, grow into what is still free of
 * their row once everything in it has its place. Nothing moves, and nothing comes nearer to its neighbours than placing
 * allows; what was placed first grows first.
 *
 *      o Sale of products…          o Rejects       before
 *      o Sale of products banned…   o Rejects       after
 */
#include "config.h"

#include <string.h>

#include "layout/dtl-placer-private.h"

static guint
row_of_item (const DtlPlacer *self, const DtlItem *item)
{
  int pitch_px = dtl_placer_get_shape (self)->height_px + self->layout->input.metrics.row_gap_px;

  return (guint) ((item->y0_px - self->lane->y_px) / pitch_px);
}

/* How wide the label may get, and still be as far from its neighbours as when it was placed. */
static int64_t
find_room_px (const DtlPlacer *self, const DtlItem *item, gboolean is_crossing)
{
  int64_t x0_px = item->x0_px;
  int64_t x1_px = item->x1_px;
  int extra_px = dtl_item_extra_gap_px (self->layout, item);

  /* What is beside a bar that crosses the border belongs to other chunks. */
  if (!is_crossing)
    dtl_rows_find_beside (self->rows, row_of_item (self, item), item->x0_px - extra_px, &x0_px, &x1_px);
  dtl_placer_clip_to_labels (self, &x0_px, &x1_px);
  return item->label_end ? item->label_x_px + item->label_width_px - x0_px - extra_px : x1_px - item->label_x_px;
}

/* @date_px: what the date takes of a label of one line, with the gap before it */
static void
set_title (DtlItem *item, const char *title, int title_width_px, int date_px)
{
  int width_px = MAX (title_width_px + date_px, item->label_width_px);

  item->label = title;
  if (date_px > 0)
    item->date_dx_px = title_width_px + DTL_INLINE_GAP_PX;
  if (item->label_end)
    item->label_x_px -= width_px - item->label_width_px;
  item->label_width_px = width_px;
  item->x0_px = MIN (item->x0_px, item->label_x_px);
  item->x1_px = MAX (item->x1_px, item->label_x_px + width_px);
  item->slide_x0_px = MIN (item->slide_x0_px, item->label_x_px);
  item->slide_x1_px = MAX (item->slide_x1_px, item->label_x_px + width_px);
}

static void
grow (DtlPlacer *self, DtlItem *item, gboolean is_crossing)
{
  DtlTextMeasure *measure = self->layout->input.measure;
  int extra_px = dtl_item_extra_gap_px (self->layout, item);
  int64_t old_x0_px = item->x0_px - extra_px;
  DtlLabel label;
  int date_px;
  int64_t room_px;
  const char *title;
  int old_width_px;
  int width_px;

  if (item->label == NULL)
    return;
  label = dtl_labels_get (self->layout->labels, item->row);
  if (strcmp (item->label, label.full_title) == 0)
    return;
  date_px = item->date_dx_px > 0 ? DTL_INLINE_GAP_PX + label.date_width_px : 0;
  room_px = MIN (find_room_px (self, item, is_crossing), self->layout->input.metrics.label_grow_width_px) - date_px;
  old_width_px = measure->width_px (measure, DTL_TEXT_TITLE, item->label);
  if (room_px <= old_width_px)
    return;
  title = dtl_labels_ellipsize (self->layout->labels, &label, (int) room_px, &width_px);
  if (title == NULL || width_px <= old_width_px)
    return;
  set_title (item, title, width_px, date_px);
  if (!is_crossing)
    dtl_rows_replace (self->rows, row_of_item (self, item), old_x0_px, item->x0_px - extra_px, item->x1_px);
}

void
dtl_placer_grow_labels (DtlPlacer *self)
{
  for (guint i = 0; i < self->chunk->items->len; i++)
    {
      DtlItem *item = &g_array_index (self->chunk->items, DtlItem, i);

      if (item->kind == DTL_ITEM_EVENT)
        grow (self, item, FALSE);
    }
}

void
dtl_placer_grow_crossing (DtlPlacer *self, DtlItem *item)
{
  grow (self, item, TRUE);
}
