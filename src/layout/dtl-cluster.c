/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clusters: events of a lane for which its rows have no place, in the row below. From left to right, each takes what
 * starts before it is over; all are given the width of the longest count, so that who joins whom does not depend on the
 * words. Where clusters stand in a crowd, so many join that each has room for a title beside its count.
 *
 * One event alone is no cluster: it stands in that row as it would in any other, with its label where that fits. Where
 * its bar or band runs into what is beside it, the two join. Only what reaches over the border of its chunk, with
 * nothing beside it to join, is a cluster of one. */
#include "config.h"

#include "layout/dtl-placer-private.h"

/* Above and below what stands in a pill. */
#define PILL_MARGIN_PX 3

/**
 * Group: what has no place from @first to before @end.
 * @n: how many these are
 * @x0_px: where their pill starts
 * @left_px, @right_px: what the group takes of the row: the pill's place, or the marks of one event alone
 * @is_event: whether it is one event that is drawn as such
 */
typedef struct
{
  uint32_t first;
  uint32_t end;
  uint32_t n;
  int64_t x0_px;
  int64_t left_px;
  int64_t right_px;
  gboolean is_event;
} Group;

/** Border: of the chunk, or of labels or a fold before that. @x_px: where pills end; @entry: the first behind it */
typedef struct
{
  int64_t x_px;
  uint32_t entry;
} Border;

/* Where labels end, and pills with them: at infinity, where they have no bounds. */
static int64_t
get_label_end_px (const DtlPlacer *self)
{
  const DtlLayoutInput *input = &self->layout->input;

  return input->label_x0_px == input->label_x1_px ? INT64_MAX : input->label_x1_px;
}

/* No pill stands across the break of a fold, and no group has events from both sides. */
static Border
find_border (const DtlPlacer *self, uint32_t entry)
{
  Border border = { self->x1_px - self->layout->gap_px, self->chunk->end_entry };
  int64_t x_px = dtl_layout_entry_x0_px (self->layout, self->lane, entry);
  int64_t before_px = x_px;

  if (x_px < get_label_end_px (self))
    border.x_px = MIN (border.x_px, get_label_end_px (self));
  dtl_layout_clip_to_breaks (self->layout, x_px, &before_px, &border.x_px);
  if (border.x_px < self->x1_px - self->layout->gap_px)
    border.entry = MIN (dtl_layout_find_entry_px (self->layout, self->lane, entry + 1, border.x_px), border.entry);
  return border;
}

/* Where the group that begins with a pill at @x0_px ends: with what starts once the pill is over. */
static uint32_t
find_group_end (const DtlPlacer *self, uint32_t first, int64_t x0_px, const Border *border, int slot_px)
{
  int half_px = (self->layout->input.metrics.mark_size_px + 1) / 2;
  int64_t next_px = x0_px + slot_px + self->layout->gap_px;

  if (border->x_px - slot_px < next_px)
    return border->entry;
  return MIN (dtl_layout_find_entry_px (self->layout, self->lane, first, next_px + half_px), border->entry);
}

static GArray *
group_unplaced (const DtlPlacer *self, int slot_px)
{
  const DtlChunk *chunk = self->chunk;
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (Group));
  int half_px = (self->layout->input.metrics.mark_size_px + 1) / 2;
  uint32_t entry = dtl_chunk_next_unplaced (chunk, chunk->first_entry);

  while (entry < chunk->end_entry)
    {
      Border border = find_border (self, entry);
      int64_t x0_px = MIN (dtl_layout_entry_x0_px (self->layout, self->lane, entry) - half_px, border.x_px - slot_px);
      uint32_t end = find_group_end (self, entry, x0_px, &border, slot_px);
      Group group = { entry,           end,  end - entry - dtl_chunk_count_placed (chunk, entry, end), x0_px, x0_px,
                      x0_px + slot_px, FALSE };

      g_array_append_val (groups, group);
      entry = dtl_chunk_next_unplaced (chunk, end);
    }
  return groups;
}

/* One event alone is drawn as such if its marks keep within the chunk. */
static void
init_event (DtlPlacer *self, Group *group)
{
  int64_t x0_px;
  int64_t x1_px;

  if (group->n > 1)
    return;
  dtl_placer_measure (self, group->first, &x0_px, &x1_px);
  if (x0_px < self->x0_px || x1_px > self->x1_px - self->layout->gap_px)
    return;
  group->is_event = TRUE;
  group->left_px = x0_px;
  group->right_px = x1_px;
}

static gboolean
is_lone_pill (const Group *self)
{
  return !self->is_event && self->n == 1;
}

/* Groups that run into each other join, and so does an event that cannot be drawn with its neighbour. */
static GArray *
settle_groups (DtlPlacer *self, const GArray *groups, int slot_px)
{
  GArray *settled = g_array_new (FALSE, FALSE, sizeof (Group));

  for (guint i = 0; i < groups->len; i++)
    {
      Group group = g_array_index (groups, Group, i);

      init_event (self, &group);
      while (settled->len > 0)
        {
          Group last = g_array_index (settled, Group, settled->len - 1);

          if (last.right_px + self->layout->gap_px <= group.left_px && !is_lone_pill (&last) && !is_lone_pill (&group))
            break;
          group =
              (Group){ last.first, group.end, last.n + group.n, last.x0_px, last.x0_px, last.x0_px + slot_px, FALSE };
          g_array_set_size (settled, settled->len - 1);
        }
      g_array_append_val (settled, group);
    }
  return settled;
}

/* Whether two stand in a crowd: one does not leave the other room for a title, and no fold is between them. */
static gboolean
is_crowd (const DtlPlacer *self, const Group *before, const Group *after, int title_slot_px)
{
  int64_t start_px = before->x0_px;
  int64_t end_px = after->x0_px + 1;

  if (before->is_event || after->is_event)
    return FALSE;
  dtl_layout_clip_to_breaks (self->layout, before->x0_px, &start_px, &end_px);
  return after->x0_px < end_px && after->x0_px < before->x0_px + title_slot_px + self->layout->gap_px;
}

static GArray *
join_crowds (const DtlPlacer *self, const GArray *groups, int title_slot_px)
{
  GArray *joined = g_array_sized_new (FALSE, FALSE, sizeof (Group), groups->len);

  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = &g_array_index (groups, Group, i);
      Group *last = joined->len > 0 ? &g_array_index (joined, Group, joined->len - 1) : NULL;

      if (last == NULL || !is_crowd (self, last, group, title_slot_px))
        {
          g_array_append_val (joined, *group);
          continue;
        }
      last->end = group->end;
      last->n += group->n;
    }
  return joined;
}

/* Its most important event, and its time: from the pyramid, between those that have a place. */
static void
add_members (DtlPlacer *self, const Group *group, DtlItem *item)
{
  const DtlLaneRows *rows = self->lane->rows;
  const DtlSpans *spans = self->layout->spans;
  DtlLaneSummary summary = { DTL_NO_ENTRY, 0, INT64_MIN };
  const GArray *placed = self->chunk->placed;
  uint32_t entry = group->first;
  guint at = dtl_chunk_count_placed (self->chunk, 0, entry);

  for (; at < placed->len && g_array_index (placed, uint32_t, at) < group->end; at++)
    {
      uint32_t next = g_array_index (placed, uint32_t, at);

      dtl_lane_rows_summarize (rows, &self->layout->lanes->roster->order, spans, entry, next, &summary);
      entry = next + 1;
    }
  dtl_lane_rows_summarize (rows, &self->layout->lanes->roster->order, spans, entry, group->end, &summary);
  item->entry = group->first;
  item->end_entry = group->end;
  item->chunk = self->chunk->index;
  item->n_events = group->n;
  item->from_seconds = spans->from[rows->rows[group->first]];
  item->to_seconds = summary.to;
  item->row = rows->rows[summary.best];
  item->is_alleged = self->layout->input.columns->assertion[item->row] == DTL_ASSERTION_ALLEGED;
}

/* @end_px: how far it may reach. Returns: its right end */
static int64_t
emit_cluster (DtlPlacer *self, const Group *group, int64_t end_px)
{
  const DtlRowShape *shape = dtl_placer_get_shape (self);
  DtlItem item = { .kind = DTL_ITEM_CLUSTER, .lane = self->lane_index };

  add_members (self, group, &item);
  dtl_cluster_set_label (self, group->x0_px, end_px, &item);
  item.slide_x0_px = item.label_x_px;
  item.slide_x1_px = item.label_x_px + item.label_width_px;
  item.axis_y_px = dtl_placer_get_row_y_px (self, self->lane->n_item_rows) + shape->axis_px;
  item.label_y_px = item.axis_y_px - shape->cluster_px / 2;
  item.date_y_px = item.label_y_px + shape->cluster_px;
  item.y0_px = item.label_y_px - PILL_MARGIN_PX;
  item.y1_px = item.label_y_px + shape->cluster_px + PILL_MARGIN_PX;
  item.first_mark = self->layout->marks->len;
  g_array_append_val (self->chunk->items, item);
  self->lane->n_rows_used = MAX (self->lane->n_rows_used, self->lane->n_item_rows + 1);
  dtl_rows_take (self->rows, self->lane->n_item_rows, item.x0_px, item.x1_px);
  return item.x1_px;
}

static void
emit_groups (DtlPlacer *self, const GArray *groups)
{
  int gap_px = self->layout->gap_px;
  int64_t free_px = self->x0_px;

  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = &g_array_index (groups, Group, i);
      int64_t before_px = free_px;
      int64_t end_px = (i + 1 < groups->len ? g_array_index (groups, Group, i + 1).left_px : self->x1_px) - gap_px;

      if (group->is_event)
        {
          /* The count before it may be a little wider than the longest one, where not all digits are as wide. */
          free_px = dtl_placer_add_below (self, group->first, MIN (free_px, group->left_px), end_px) + gap_px;
          continue;
        }
      dtl_layout_clip_to_breaks (self->layout, group->x0_px, &before_px, &end_px);
      end_px = MIN (end_px, get_label_end_px (self));
      free_px = emit_cluster (self, group, end_px) + gap_px;
    }
}

void
dtl_placer_add_clusters (DtlPlacer *self)
{
  guint n_unplaced = self->chunk->end_entry - self->chunk->first_entry - self->chunk->placed->len;
  int slot_px = dtl_cluster_measure_count (self, n_unplaced);
  g_autoptr (GArray) groups = NULL;
  g_autoptr (GArray) settled = NULL;
  g_autoptr (GArray) joined = NULL;

  if (n_unplaced == 0)
    return;
  groups = group_unplaced (self, slot_px);
  settled = settle_groups (self, groups, slot_px);
  joined = join_crowds (self, settled, dtl_cluster_measure_title_slot (self, slot_px));
  emit_groups (self, joined);
}
