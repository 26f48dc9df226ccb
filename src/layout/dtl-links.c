/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which links are wanted, and between which places of their events. Ways are kept: they are asked for at every frame.
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "layout/dtl-links-private.h"

typedef struct
{
  DtlLayout *layout;
  int64_t near_x0_px;
  int64_t near_x1_px;
  GHashTable *seen; /* of DtlPlacedLink, by key */
  GArray *links;
} LinkMaker;

/* --- kept ways --------------------------------------------------------------------------------------------------- */

static guint
hash_link (gconstpointer data)
{
  const DtlPlacedLink *link = data;

  return (link->from_row * 31 + link->to_row) * 31 + (guint) link->type;
}

static gboolean
equal_links (gconstpointer a, gconstpointer b)
{
  const DtlPlacedLink *first = a;
  const DtlPlacedLink *second = b;

  return first->from_row == second->from_row && first->to_row == second->to_row && first->type == second->type;
}

GHashTable *
dtl_links_new_cache (void)
{
  return g_hash_table_new_full (hash_link, equal_links, g_free, NULL);
}

/* --- places ------------------------------------------------------------------------------------------------------ */

/* The next lane from @lane on that an event is in; n_lanes for none. */
static guint
find_lane (const DtlLayout *self, uint32_t row, guint lane)
{
  while (lane < self->n_lanes && dtl_lane_rows_find_row (self->states[lane].rows, self->spans, row) == DTL_NO_ENTRY)
    lane++;
  return lane;
}

static guint
distance (guint a, guint b)
{
  return a < b ? b - a : a - b;
}

/* Of all lanes of two events those that are nearest to each other, the upper ones first. */
static gboolean
find_lanes (const DtlLayout *self, uint32_t a, uint32_t b, guint *lane_a, guint *lane_b)
{
  *lane_a = find_lane (self, a, 0);
  *lane_b = find_lane (self, b, 0);
  if (*lane_a == self->n_lanes || *lane_b == self->n_lanes)
    return FALSE;
  for (guint i = *lane_a; i < self->n_lanes; i = find_lane (self, a, i + 1))
    for (guint j = find_lane (self, b, 0); j < self->n_lanes; j = find_lane (self, b, j + 1))
      if (distance (i, j) < distance (*lane_a, *lane_b))
        {
          *lane_a = i;
          *lane_b = j;
        }
  return TRUE;
}

/* FALSE where one end is nowhere on the line, or both are in one cluster. */
static gboolean
place (DtlLayout *self, DtlPlacedLink *link)
{
  guint from_lane, to_lane;
  const DtlItem *from;
  const DtlItem *to;

  if (!find_lanes (self, link->from_row, link->to_row, &from_lane, &to_lane))
    return FALSE;
  from = dtl_layout_find_in_lane (self, from_lane, link->from_row);
  to = dtl_layout_find_in_lane (self, to_lane, link->to_row);
  if (from == NULL || to == NULL || from == to)
    return FALSE;
  dtl_link_find_way (self, from, to, link);
  return TRUE;
}

static const DtlPlacedLink *
get_placed (DtlLayout *self, const DtlPlacedLink *wanted)
{
  DtlPlacedLink *link = g_hash_table_lookup (self->links, wanted);

  if (link != NULL)
    return link;
  link = g_memdup2 (wanted, sizeof *wanted);
  if (!place (self, link))
    link->n_points = 0;
  g_hash_table_add (self->links, link);
  return link;
}

/* --- which ------------------------------------------------------------------------------------------------------- */

static gboolean
is_on_line (const DtlLayout *self, uint32_t row)
{
  return row < self->input.columns->n_dated && dtl_bitset_get (self->input.visible, row);
}

static gboolean
is_near (const LinkMaker *self, uint32_t row)
{
  const DtlLayout *layout = self->layout;

  return dtl_time_scale_to_world_px (&layout->input.scale, layout->spans->from[row]) <= self->near_x1_px &&
         dtl_time_scale_to_world_px (&layout->input.scale, layout->spans->to[row]) >= self->near_x0_px;
}

static void
add_link (LinkMaker *self, const DtlColumnsLink *link)
{
  DtlPlacedLink wanted = { .type = link->type };
  const DtlPlacedLink *placed;

  wanted.from_row = link->is_from ? link->row : link->other;
  wanted.to_row = link->is_from ? link->other : link->row;
  if (self->links->len >= DTL_LINKS_MOST || g_hash_table_contains (self->seen, &wanted))
    return;
  placed = get_placed (self->layout, &wanted);
  g_hash_table_add (self->seen, (gpointer) placed);
  if (placed->n_points > 1)
    g_array_append_vals (self->links, placed, 1);
}

static void
add_links_of (LinkMaker *self, uint32_t row, gboolean is_near_only)
{
  uint32_t n_links;
  const DtlColumnsLink *links = dtl_columns_get_links (self->layout->input.columns, row, &n_links);

  for (uint32_t i = 0; i < n_links; i++)
    if (is_on_line (self->layout, links[i].other) && (!is_near_only || is_near (self, links[i].other)))
      add_link (self, &links[i]);
}

static int
compare_links (const void *a, const void *b)
{
  const DtlPlacedLink *first = a;
  const DtlPlacedLink *second = b;

  if (first->from_row != second->from_row)
    return first->from_row < second->from_row ? -1 : 1;
  if (first->to_row != second->to_row)
    return first->to_row < second->to_row ? -1 : 1;
  return (first->type > second->type) - (first->type < second->type);
}

GArray *
dtl_layout_get_links (DtlLayout *self,
                      const GPtrArray *items,
                      int64_t x0_px,
                      int64_t x1_px,
                      uint32_t selected_row,
                      gboolean shows_all)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (DtlPlacedLink));
  g_autoptr (GHashTable) seen = NULL;
  LinkMaker maker = { self, x0_px, x1_px, NULL, links };

  g_return_val_if_fail (self != NULL && items != NULL, links);

  if (self->input.columns->n_links == 0)
    return links;
  maker.seen = seen = g_hash_table_new (hash_link, equal_links);
  if (selected_row != UINT32_MAX && is_on_line (self, selected_row))
    add_links_of (&maker, selected_row, FALSE);
  for (guint i = 0; shows_all && i < items->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (items, i);

      if (item->kind == DTL_ITEM_EVENT)
        add_links_of (&maker, item->row, TRUE);
    }
  g_array_sort (links, compare_links);
  return links;
}

/* The rows of single events among @items, each once. */
static GHashTable *
collect_rows (const GPtrArray *items)
{
  GHashTable *rows = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const DtlItem *item = g_ptr_array_index (items, i);

      if (item->kind == DTL_ITEM_EVENT)
        g_hash_table_add (rows, GUINT_TO_POINTER (item->row + 1));
    }
  return rows;
}

/* Those of one event; a link between two of @rows is its first one's. */
static guint
count_links_of (const LinkMaker *self, GHashTable *rows, uint32_t row)
{
  uint32_t n_links;
  const DtlColumnsLink *links = dtl_columns_get_links (self->layout->input.columns, row, &n_links);
  guint count = 0;

  for (uint32_t i = 0; i < n_links; i++)
    count += is_on_line (self->layout, links[i].other) && is_near (self, links[i].other) &&
             (links[i].is_from || !g_hash_table_contains (rows, GUINT_TO_POINTER (links[i].other + 1)));
  return count;
}

guint
dtl_layout_count_links (DtlLayout *self, const GPtrArray *items, int64_t x0_px, int64_t x1_px)
{
  g_autoptr (GHashTable) rows = NULL;
  LinkMaker maker = { self, x0_px, x1_px, NULL, NULL };
  GHashTableIter iter;
  gpointer row;
  guint count = 0;

  g_return_val_if_fail (self != NULL && items != NULL, 0);

  rows = collect_rows (items);
  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    count += count_links_of (&maker, rows, GPOINTER_TO_UINT (row) - 1);
  return count;
}

double
dtl_placed_link_distance_px (const DtlPlacedLink *self, int64_t x_px, int y_px)
{
  double nearest_px = INFINITY;

  g_return_val_if_fail (self != NULL, INFINITY);

  for (guint i = 1; i < self->n_points; i++)
    {
      int64_t at_x_px = CLAMP (x_px, MIN (self->x_px[i - 1], self->x_px[i]), MAX (self->x_px[i - 1], self->x_px[i]));
      int at_y_px = CLAMP (y_px, MIN (self->y_px[i - 1], self->y_px[i]), MAX (self->y_px[i - 1], self->y_px[i]));

      nearest_px = MIN (nearest_px, hypot ((double) (x_px - at_x_px), (double) (y_px - at_y_px)));
    }
  return nearest_px;
}
