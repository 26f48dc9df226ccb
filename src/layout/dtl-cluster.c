/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clusters: events of a lane for which its rows have no place, in the row below. From left to right, each takes what
 * starts before it is over; all are given the width of the longest count, so that who joins whom does not depend on the
 * words. Where there is room up to the next one, the count is put in words. */
#include "config.h"

#include <glib/gi18n.h>

#include "layout/dtl-placer-private.h"

/* Beside the count in a cluster's pill, and above and below it. */
#define PILL_PADDING_PX 8
#define PILL_MARGIN_PX  3

/** Group: members @first to before @end of the overflow, and where their pill starts. */
typedef struct
{
  guint first;
  guint end;
  int64_t x0_px;
} Group;

static int
compare_entries (const void *a, const void *b)
{
  uint32_t first = *(const uint32_t *) a;
  uint32_t second = *(const uint32_t *) b;

  return (first > second) - (first < second);
}

static int
measure (const DtlPlacer *self, const char *text)
{
  DtlTextMeasure *measurer = self->layout->input.measure;

  return measurer->width_px (measurer, DTL_TEXT_CLUSTER, text);
}

static char *
dup_count (guint n_events)
{
  return g_strdup_printf ("+%u", n_events);
}

static char *
dup_words (guint n_events)
{
  /* Translators: a pill on the line that stands for several events. */
  const char *format = ngettext ("+%u event", "+%u events", n_events);

  return g_strdup_printf (format, n_events);
}

static GArray *
group_overflow (const DtlPlacer *self, int slot_px)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (Group));
  int half_px = (self->layout->input.metrics.mark_size_px + 1) / 2;
  int64_t last_x0_px = self->x1_px - self->layout->gap_px - slot_px;

  for (guint i = 0; i < self->overflow->len; i++)
    {
      uint32_t entry = g_array_index (self->overflow, uint32_t, i);
      int64_t x0_px = MIN (dtl_layout_entry_x0_px (self->layout, self->lane, entry) - half_px, last_x0_px);
      Group *open = groups->len > 0 ? &g_array_index (groups, Group, groups->len - 1) : NULL;
      Group group = { i, i + 1, x0_px };

      if (open != NULL && x0_px < open->x0_px + slot_px + self->layout->gap_px)
        open->end = i + 1;
      else
        g_array_append_val (groups, group);
    }
  return groups;
}

/* Its rows, its most important event, and its time. */
static void
add_members (DtlPlacer *self, const Group *group, DtlItem *item)
{
  const DtlSpans *spans = &self->layout->lanes->spans;
  const uint32_t *members = (const uint32_t *) (const void *) self->overflow->data;
  uint32_t best = members[group->first];

  item->cluster_first = self->layout->cluster_rows->len;
  item->n_events = group->end - group->first;
  item->from_seconds = INT64_MAX;
  item->to_seconds = INT64_MIN;
  for (guint i = group->first; i < group->end; i++)
    {
      uint32_t row = self->lane->rows->rows[members[i]];

      g_array_append_val (self->layout->cluster_rows, row);
      item->from_seconds = MIN (item->from_seconds, spans->from[row]);
      item->to_seconds = MAX (item->to_seconds, spans->to[row]);
      if (dtl_placer_get_importance (self, members[i]) > dtl_placer_get_importance (self, best))
        best = members[i];
    }
  item->row = self->lane->rows->rows[best];
}

static void
set_label (DtlPlacer *self, int64_t room_px, DtlItem *item)
{
  g_autofree char *label = dup_words (item->n_events);

  if (measure (self, label) + 2 * PILL_PADDING_PX > room_px)
    {
      g_free (label);
      label = dup_count (item->n_events);
    }
  item->label = dtl_labels_intern (self->layout->labels, label);
  item->label_width_px = measure (self, label);
}

/* @end_px: where the next one starts, or the region ends. */
static void
emit_cluster (DtlPlacer *self, const Group *group, int64_t end_px)
{
  const DtlRowShape *shape = dtl_placer_get_shape (self);
  DtlItem item = { .kind = DTL_ITEM_CLUSTER, .lane = self->lane_index };

  add_members (self, group, &item);
  set_label (self, end_px - self->layout->gap_px - group->x0_px, &item);
  item.x0_px = group->x0_px;
  item.x1_px = item.x0_px + item.label_width_px + 2 * PILL_PADDING_PX;
  item.label_x_px = item.x0_px + PILL_PADDING_PX;
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
}

void
dtl_placer_add_clusters (DtlPlacer *self)
{
  g_autofree char *longest = dup_count (self->overflow->len);
  int slot_px = measure (self, longest) + 2 * PILL_PADDING_PX;
  g_autoptr (GArray) groups = NULL;

  if (self->overflow->len == 0)
    return;
  g_array_sort (self->overflow, compare_entries);
  groups = group_overflow (self, slot_px);
  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = &g_array_index (groups, Group, i);
      int64_t end_px = i + 1 < groups->len ? g_array_index (groups, Group, i + 1).x0_px : self->x1_px;
      uint32_t first = g_array_index (self->overflow, uint32_t, group->first);

      if (group->end - group->first > 1 || !dtl_placer_add_bare (self, first, group->x0_px, group->x0_px + slot_px))
        emit_cluster (self, group, end_px);
    }
}
