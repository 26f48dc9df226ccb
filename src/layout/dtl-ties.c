/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is joined: a derived mark to its anchor, and the places of one event in several lanes. Found among the items in
 * hand, so that the cost is that of the view. */
#include "config.h"

#include "layout/dtl-layout-private.h"

#include <stdlib.h>

/* With so many items in view, all lanes of an event are joined. */
#define FEW_ITEMS 30

/** Place: an item by its event. */
typedef struct
{
  uint32_t row;
  uint32_t lane;
  uint32_t item;
} Place;

typedef struct
{
  DtlLayout *layout;
  GPtrArray *items;
  uint32_t selected_row;
  gboolean show_all;
  GArray *places; /* of Place, by row and lane */
  GArray *ties;
} TieMaker;

static int
compare_places (const void *a, const void *b)
{
  const Place *first = a;
  const Place *second = b;

  if (first->row != second->row)
    return first->row < second->row ? -1 : 1;
  return (first->lane > second->lane) - (first->lane < second->lane);
}

static GArray *
gather_places (const GPtrArray *items)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < items->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (items, i);
      Place place = { item->row, item->lane, i };

      if (item->kind == DTL_ITEM_EVENT)
        g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  return places;
}

static guint
find_places (const GArray *places, uint32_t row)
{
  guint low = 0;
  guint high = places->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (places, Place, middle).row < row)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The event that a mark belongs to. */
static uint32_t
find_row_of_mark (const DtlColumns *columns, uint32_t mark)
{
  uint32_t low = 0;
  uint32_t high = columns->n_events;

  while (low + 1 < high)
    {
      uint32_t middle = low + (high - low) / 2;

      if (columns->mark_first[middle] <= mark)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static uint32_t
find_placed_mark (const TieMaker *self, uint32_t item_index, uint32_t mark)
{
  const DtlItem *item = g_ptr_array_index (self->items, item_index);
  const DtlPlacedMark *marks = dtl_layout_get_item_marks (self->layout, item);

  for (guint i = 0; i < item->n_marks; i++)
    if (marks[i].mark == mark)
      return item->first_mark + i;
  return DTL_NO_MARK;
}

/* The place of the anchor's event in this lane, else in the nearest. */
static const Place *
find_nearest (const GArray *places, uint32_t row, uint32_t lane)
{
  const Place *best = NULL;

  for (guint i = find_places (places, row); i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      if (place->row != row)
        break;
      if (best == NULL || ABS ((int64_t) place->lane - lane) < ABS ((int64_t) best->lane - lane))
        best = place;
    }
  return best;
}

static void
tie_derived (TieMaker *self, const Place *anchor, uint32_t anchor_mark, const Place *derived, uint32_t derived_mark)
{
  DtlTie tie = { .from_item = anchor->item, .to_item = derived->item, .is_derived = TRUE };

  tie.from_mark = find_placed_mark (self, anchor->item, anchor_mark);
  tie.to_mark = find_placed_mark (self, derived->item, derived_mark);
  if (tie.from_mark != DTL_NO_MARK && tie.to_mark != DTL_NO_MARK)
    g_array_append_val (self->ties, tie);
}

/* One derived mark, in all places @first to before @end of its event. Ties stay within a lane where they can; otherwise
 * there is one, from the nearest lane. */
static void
tie_mark (TieMaker *self, guint first, guint end, uint32_t mark)
{
  uint32_t anchor_mark = dtl_columns_get_anchor (self->layout->input.columns, mark);
  uint32_t anchor_row = find_row_of_mark (self->layout->input.columns, anchor_mark);
  const Place *derived = &g_array_index (self->places, Place, first);
  const Place *nearest = find_nearest (self->places, anchor_row, derived->lane);
  guint n_ties = 0;

  if (!self->show_all && self->selected_row != UINT32_MAX && self->selected_row != derived->row &&
      self->selected_row != anchor_row)
    return;
  for (guint i = first; i < end; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);
      const Place *anchor = find_nearest (self->places, anchor_row, place->lane);

      if (anchor == NULL || anchor->lane != place->lane)
        continue;
      tie_derived (self, anchor, anchor_mark, place, mark);
      n_ties++;
    }
  if (n_ties == 0 && nearest != NULL)
    tie_derived (self, nearest, anchor_mark, derived, mark);
}

static void
tie_lanes (TieMaker *self, guint first, guint end)
{
  uint32_t row = g_array_index (self->places, Place, first).row;

  if (!self->show_all && self->selected_row != row)
    return;
  for (guint i = first + 1; i < end; i++)
    {
      DtlTie tie = { g_array_index (self->places, Place, i - 1).item, g_array_index (self->places, Place, i).item,
                     DTL_NO_MARK, DTL_NO_MARK, FALSE };

      g_array_append_val (self->ties, tie);
    }
}

static void
tie_event (TieMaker *self, guint first, guint end)
{
  const DtlColumns *columns = self->layout->input.columns;
  uint32_t row = g_array_index (self->places, Place, first).row;

  tie_lanes (self, first, end);
  for (uint32_t mark = columns->mark_first[row]; mark < columns->mark_first[row + 1]; mark++)
    if (columns->marks[mark].is_derived && dtl_columns_get_anchor (columns, mark) != DTL_NO_MARK)
      tie_mark (self, first, end, mark);
}

/*
 * dtl_layout_get_ties:
 *
 * With few items in view all ties show. With many, those of the selected event; and where none is selected, derived
 * marks alone are tied to their anchors.
 */
GArray *
dtl_layout_get_ties (DtlLayout *self, GPtrArray *items, uint32_t selected_row)
{
  g_autoptr (GArray) places = NULL;
  TieMaker maker;
  guint first = 0;

  g_return_val_if_fail (self != NULL && items != NULL, NULL);

  places = gather_places (items);
  maker = (TieMaker){ self, items, selected_row, items->len <= FEW_ITEMS, places, NULL };
  maker.ties = g_array_new (FALSE, FALSE, sizeof (DtlTie));
  while (first < places->len)
    {
      guint end = first + 1;

      while (end < places->len && g_array_index (places, Place, end).row == g_array_index (places, Place, first).row)
        end++;
      tie_event (&maker, first, end);
      first = end;
    }
  return maker.ties;
}
