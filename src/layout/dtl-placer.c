/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where an event goes. It tries all rows of its lane, from the top, and takes the first with the best step:
 *
 *   1  title and date      o Title                 right of the mark, else left of it
 *                            date
 *   2  title               o Title
 *   3  ellipsis            o Tit…                  in the row with most room
 *   4  mark                o
 *   5  cluster             (+3)
 *
 * Where marks and bars of an event are wide, the label stands above them and the date below:
 *
 *      Title                             Title
 *      ========o=====                    ==o=
 *      date                              date
 *
 * Labels of one line always stand beside them:     ========o===== Title  date
 */
#include "config.h"

#include <limits.h>

#include "layout/dtl-placer-private.h"
#include "layout/dtl-signs.h"

/** Extent: of the marks of the event in hand.
 * @main_px: the middle of the main mark
 * @signs_px: how far signs reach from there, on the side that has no label
 */
typedef struct
{
  int64_t x0_px;
  int64_t x1_px;
  int64_t main_px;
  int signs_px;
  gboolean is_wide;
} Extent;

/** Spot: a place for an event. */
typedef struct
{
  guint row;
  DtlLabelStep step;
  gboolean is_end;
  int64_t room_px;
} Spot;

/** PlacedLabel: a label in its final form. */
typedef struct
{
  const char *title;
  const char *date;
  int width_px;
  int date_dx_px;
  int64_t x_px;
} PlacedLabel;

static uint32_t
row_of (const DtlPlacer *self, uint32_t entry)
{
  return self->lane->rows->rows[entry];
}

/* Where the label has two lines, signs stand at the mark's corners, nearer than any neighbour comes. */
static void
add_signs (DtlPlacer *self, uint32_t row, Extent *extent)
{
  const DtlPlacedMark *marks = (const DtlPlacedMark *) self->scratch->data;
  const DtlLayoutInput *input = &self->layout->input;
  gboolean is_alleged = input->columns->assertion[row] == DTL_ASSERTION_ALLEGED;
  int size_px = input->metrics.mark_size_px;

  extent->main_px = dtl_signs_find_main_mark (marks, self->scratch->len)->x_px;
  extent->signs_px = 0;
  if (input->metrics.inline_dates)
    extent->signs_px = dtl_signs_reach_px (marks, self->scratch->len, size_px,
                                           dtl_signs_count (marks, self->scratch->len, is_alleged, size_px));
}

static Extent
make_marks (DtlPlacer *self, uint32_t entry)
{
  Extent extent;

  g_array_set_size (self->scratch, 0);
  dtl_marks_make (&self->layout->maker, row_of (self, entry), self->scratch, &extent.x0_px, &extent.x1_px);
  extent.is_wide = self->lane->has_bands && !self->layout->input.metrics.inline_dates &&
                   extent.x1_px - extent.x0_px >= DTL_DAY_BAND_MARKS * self->layout->input.metrics.mark_size_px;
  add_signs (self, row_of (self, entry), &extent);
  return extent;
}

/* How wide a label may be that starts right of the mark (or at the bar's start), and one that ends left of it. */
static int64_t
start_room_px (const DtlPlacer *self, const Extent *extent, int64_t free_x1_px)
{
  return extent->is_wide ? free_x1_px - extent->x0_px
                         : free_x1_px - extent->x1_px - self->layout->input.metrics.label_gap_px;
}

static int64_t
end_room_px (const DtlPlacer *self, const Extent *extent, int64_t free_x0_px)
{
  return extent->is_wide ? extent->x1_px - free_x0_px
                         : extent->x0_px - free_x0_px - self->layout->input.metrics.label_gap_px - self->layout->gap_px;
}

void
dtl_placer_clip_to_labels (const DtlPlacer *self, int64_t *x0_px, int64_t *x1_px)
{
  const DtlLayoutInput *input = &self->layout->input;

  if (input->label_x0_px == input->label_x1_px)
    return;
  *x0_px = MAX (*x0_px, input->label_x0_px);
  *x1_px = MIN (*x1_px, input->label_x1_px);
}

static void
offer (Spot *best, const DtlLabel *label, guint row, gboolean is_end, int64_t room_px)
{
  DtlLabelStep step = dtl_label_fit (label, room_px);

  if (step < best->step || (step == DTL_LABEL_ELLIPSIS && step == best->step && room_px > best->room_px))
    *best = (Spot){ row, step, is_end, room_px };
}

/* Both sides of the marks, in a row that is free from @x0_px to @x1_px. A label leaves the other side to signs. */
static void
offer_row (const DtlPlacer *self,
           const Extent *extent,
           const DtlLabel *label,
           guint row,
           int64_t x0_px,
           int64_t x1_px,
           Spot *best)
{
  gboolean has_start = extent->signs_px == 0 || extent->main_px - extent->signs_px >= x0_px;
  gboolean has_end = extent->signs_px == 0 || extent->main_px + extent->signs_px <= x1_px;

  dtl_placer_clip_to_labels (self, &x0_px, &x1_px);
  /* What goes on beyond the picture has no end there to set a label to. */
  has_end = has_end && !(extent->is_wide && extent->x1_px > x1_px);
  offer (best, label, row, FALSE, has_start ? start_room_px (self, extent, x1_px) : 0);
  offer (best, label, row, TRUE, has_end ? end_room_px (self, extent, x0_px) : 0);
}

/* The marks must have room somewhere. */
static void
find_spot (const DtlPlacer *self, const Extent *extent, const DtlLabel *label, Spot *best)
{
  *best = (Spot){ .step = DTL_N_LABEL_STEPS };
  for (guint row = 0; row < self->lane->n_item_rows && best->step != DTL_LABEL_TITLE_AND_DATE; row++)
    {
      int64_t free_x0_px;
      int64_t free_x1_px;

      if (!dtl_rows_find_room (self->rows, row, extent->x0_px, extent->x1_px, &free_x0_px, &free_x1_px))
        continue;
      offer_row (self, extent, label, row, free_x0_px, free_x1_px, best);
    }
}

/* What is left of the room for the title, if the date is to stand behind it; all of it, if it is not. */
static int
title_room_px (const DtlLabel *label, int64_t room_px, gboolean *has_date)
{
  int date_px = DTL_INLINE_GAP_PX + label->date_width_px;

  *has_date = label->date != NULL && room_px >= DTL_LABEL_SHORTEST_PX + date_px;
  return (int) (*has_date ? room_px - date_px : room_px);
}

/* Title and date as they fit into the spot's room. */
static void
fill_label (const DtlPlacer *self, const DtlLabel *label, const Spot *spot, PlacedLabel *placed)
{
  gboolean is_inline = self->layout->input.metrics.inline_dates;
  gboolean has_date = label->date != NULL && label->date_width_px <= spot->room_px;
  int room_px = (int) MIN (spot->room_px, INT_MAX);

  if (is_inline)
    has_date = label->date != NULL && spot->step == DTL_LABEL_TITLE_AND_DATE;
  if (is_inline && spot->step == DTL_LABEL_ELLIPSIS)
    room_px = title_room_px (label, room_px, &has_date);
  placed->title = label->title;
  placed->width_px = label->title_width_px;
  if (spot->step == DTL_LABEL_ELLIPSIS && label->title_width_px > room_px)
    placed->title = dtl_labels_ellipsize (self->layout->labels, label, room_px, &placed->width_px);
  if (placed->title == NULL || !has_date)
    return;
  placed->date = label->date;
  placed->date_dx_px = is_inline ? placed->width_px + DTL_INLINE_GAP_PX : 0;
  placed->width_px = MAX (placed->width_px, placed->date_dx_px + label->date_width_px);
}

static PlacedLabel
place_label (const DtlPlacer *self, const Extent *extent, const DtlLabel *label, const Spot *spot)
{
  PlacedLabel placed = { 0 };
  int gap_px = self->layout->input.metrics.label_gap_px;

  if (spot->step == DTL_LABEL_NONE)
    return placed;
  fill_label (self, label, spot, &placed);
  if (placed.title == NULL)
    return placed;
  if (extent->is_wide)
    placed.x_px = spot->is_end ? extent->x1_px - placed.width_px : extent->x0_px;
  else
    placed.x_px = spot->is_end ? extent->x0_px - gap_px - placed.width_px : extent->x1_px + gap_px;
  return placed;
}

static void
set_label_y (const DtlPlacer *self, gboolean is_wide, DtlItem *item)
{
  const DtlRowShape *shape = dtl_placer_get_shape (self);

  if (is_wide)
    {
      item->label_y_px = item->axis_y_px - shape->bar_px / 2 - DTL_ABOVE_GAP_PX - shape->title_px;
      item->date_y_px = item->axis_y_px + shape->bar_px / 2 + DTL_ABOVE_GAP_PX;
    }
  else if (self->layout->input.metrics.inline_dates)
    {
      item->label_y_px = item->axis_y_px - shape->title_px / 2;
      item->date_y_px = item->label_y_px + shape->title_px - shape->date_px;
    }
  else
    {
      int height_px = shape->title_px + (item->date_label != NULL ? shape->date_px : 0);

      item->label_y_px = item->axis_y_px - height_px / 2;
      item->date_y_px = item->label_y_px + shape->title_px;
    }
}

static void
set_signs (const Extent *extent, DtlItem *item)
{
  item->signs_x0_px = item->signs_x1_px = extent->main_px;
  if (item->label == NULL)
    return;
  if (item->label_end)
    item->signs_x1_px += extent->signs_px;
  else
    item->signs_x0_px -= extent->signs_px;
  item->x0_px = MIN (item->x0_px, item->signs_x0_px);
  item->x1_px = MAX (item->x1_px, item->signs_x1_px);
}

static void
set_label (const DtlPlacer *self, const Extent *extent, const PlacedLabel *label, const Spot *spot, DtlItem *item)
{
  item->label = label->title;
  item->date_label = label->date;
  item->label_width_px = label->width_px;
  item->date_dx_px = label->date_dx_px;
  item->label_x_px = label->title != NULL ? label->x_px : extent->x0_px;
  item->label_end = spot->is_end;
  item->label_above = extent->is_wide;
  item->x0_px = MIN (extent->x0_px, item->label_x_px);
  item->x1_px = MAX (extent->x1_px, item->label_x_px + label->width_px);
  item->slide_x0_px = item->label_x_px;
  item->slide_x1_px = item->label_x_px + label->width_px;
  if (extent->is_wide)
    {
      item->slide_x0_px = MIN (extent->x0_px, item->slide_x0_px);
      item->slide_x1_px = MAX (extent->x1_px, item->slide_x1_px);
    }
  set_label_y (self, extent->is_wide, item);
}

static DtlItem
make_item (DtlPlacer *self, uint32_t entry, const Extent *extent, const DtlLabel *label, const Spot *spot)
{
  DtlLayout *layout = self->layout;
  uint32_t row = row_of (self, entry);
  PlacedLabel placed = place_label (self, extent, label, spot);
  DtlItem item = { .kind = DTL_ITEM_EVENT, .row = row, .lane = self->lane_index, .n_events = 1, .entry = entry };

  item.y0_px = dtl_placer_get_row_y_px (self, spot->row);
  item.y1_px = item.y0_px + dtl_placer_get_shape (self)->height_px;
  item.axis_y_px = item.y0_px + dtl_placer_get_shape (self)->axis_px;
  item.is_alleged = layout->input.columns->assertion[row] == DTL_ASSERTION_ALLEGED;
  item.n_marks = self->scratch->len;
  item.first_mark = layout->marks->len;
  item.from_seconds = layout->spans->from[row];
  item.to_seconds = layout->spans->to[row];
  item.chunk = self->chunk != NULL ? self->chunk->index : 0;
  set_label (self, extent, &placed, spot, &item);
  set_signs (extent, &item);
  g_array_append_vals (layout->marks, self->scratch->data, self->scratch->len);
  self->lane->n_rows_used = MAX (self->lane->n_rows_used, spot->row + 1);
  return item;
}

static void
emit (DtlPlacer *self, uint32_t entry, const Extent *extent, const DtlLabel *label, const Spot *spot)
{
  DtlItem item = make_item (self, entry, extent, label, spot);

  g_array_append_val (self->chunk->items, item);
  dtl_rows_take (self->rows, spot->row, item.x0_px - dtl_item_extra_gap_px (self->layout, &item), item.x1_px);
}

/* Whether any row has room for the marks, and for more beside them than nothing. */
static gboolean
has_room (const DtlPlacer *self, const Extent *extent)
{
  for (guint row = 0; row < self->lane->n_item_rows; row++)
    {
      int64_t x0_px;
      int64_t x1_px;

      if (dtl_rows_find_room (self->rows, row, extent->x0_px, extent->x1_px, &x0_px, &x1_px))
        return TRUE;
    }
  return FALSE;
}

/* The same, for the part that marks have in any case that are not much wider than one: most of a crowd is turned away
 * without looking at its marks. */
static gboolean
may_have_room (const DtlPlacer *self, uint32_t entry)
{
  int half_px = (self->layout->input.metrics.mark_size_px + 1) / 2;
  Extent least = { .x0_px = dtl_layout_entry_x1_px (self->layout, self->lane, entry) - half_px,
                   .x1_px = dtl_layout_entry_x0_px (self->layout, self->lane, entry) + half_px };

  return least.x0_px > least.x1_px || has_room (self, &least);
}

void
dtl_placer_add (DtlPlacer *self, uint32_t entry)
{
  Extent extent;
  DtlLabel label;
  Spot spot;

  if (!may_have_room (self, entry))
    return;
  extent = make_marks (self, entry);
  if (!has_room (self, &extent))
    return;
  label = dtl_labels_get (self->layout->labels, row_of (self, entry));
  find_spot (self, &extent, &label, &spot);
  emit (self, entry, &extent, &label, &spot);
  g_array_append_val (self->chunk->placed, entry);
}

/* The label stays within the bar: what is beside it belongs to chunks. One line has no place there. */
void
dtl_placer_place_crossing (DtlLayout *layout, guint lane, uint32_t entry, DtlItem *item)
{
  g_autoptr (GArray) scratch = g_array_new (FALSE, FALSE, sizeof (DtlPlacedMark));
  DtlPlacer self = { .layout = layout, .lane_index = lane, .lane = &layout->states[lane], .scratch = scratch };
  Extent extent = make_marks (&self, entry);
  DtlLabel label = dtl_labels_get (layout->labels, row_of (&self, entry));
  Spot spot = { .row = dtl_lane_bars_get_row (self.lane->rows, entry) };
  int64_t x0_px = extent.x0_px;
  int64_t x1_px = extent.x1_px;

  dtl_placer_clip_to_labels (&self, &x0_px, &x1_px);
  spot.room_px = x1_px - extent.x0_px;
  spot.step = layout->input.metrics.inline_dates ? DTL_LABEL_NONE : dtl_label_fit (&label, spot.room_px);
  *item = make_item (&self, entry, &extent, &label, &spot);
  dtl_placer_grow_crossing (&self, item);
}

void
dtl_placer_measure (DtlPlacer *self, uint32_t entry, int64_t *x0_px, int64_t *x1_px)
{
  Extent extent = make_marks (self, entry);

  *x0_px = extent.x0_px;
  *x1_px = extent.x1_px;
}

int64_t
dtl_placer_add_below (DtlPlacer *self, uint32_t entry, int64_t x0_px, int64_t x1_px)
{
  Extent extent = make_marks (self, entry);
  DtlLabel label = dtl_labels_get (self->layout->labels, row_of (self, entry));
  Spot spot = { .step = DTL_N_LABEL_STEPS };

  g_assert (extent.x0_px >= x0_px && extent.x1_px <= x1_px);
  offer_row (self, &extent, &label, self->lane->n_item_rows, x0_px, x1_px, &spot);
  emit (self, entry, &extent, &label, &spot);
  g_array_append_val (self->below, entry);
  return g_array_index (self->chunk->items, DtlItem, self->chunk->items->len - 1).x1_px;
}
