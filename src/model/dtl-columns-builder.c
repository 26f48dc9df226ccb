/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builds the columns. Everything is gathered in four flat arrays and put in place by counting sorts, so that a million
 * events cost no object each and well under a second.
 *
 *   slot  an event's place among the ids in ascending order, where marks and actors look it up
 *   row   its place in the finished columns
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "model/dtl-columns-private.h"

typedef struct
{
  DtlId event;
  DtlId anchor_claim;
  DtlMark mark;
} PendingMark;

struct _DtlColumnsBuilder
{
  GArray *events;
  GArray *marks;
  GArray *actors;
  GArray *sources;
};

/* What rules an event's place: its main mark's bounds and its id. */
typedef struct
{
  gboolean is_dated;
  uint32_t slot;
  uint32_t main_mark;
  DtlBounds bounds;
  DtlId id;
} SortKey;

typedef struct
{
  DtlId claim;
  uint32_t mark;
} AnchorWish;

static GArray *
new_array (gsize element_size)
{
  return g_array_new (FALSE, FALSE, (guint) element_size);
}

/** dtl_columns_builder_new: Returns: (transfer full): an empty builder */
DtlColumnsBuilder *
dtl_columns_builder_new (void)
{
  DtlColumnsBuilder *self = g_new0 (DtlColumnsBuilder, 1);

  self->events = new_array (sizeof (DtlColumnsEvent));
  self->marks = new_array (sizeof (PendingMark));
  self->actors = new_array (sizeof (DtlPendingIndex));
  self->sources = new_array (sizeof (DtlPendingIndex));
  return self;
}

/** dtl_columns_builder_free: @self: (nullable): frees what was gathered */
void
dtl_columns_builder_free (DtlColumnsBuilder *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->events);
  g_array_unref (self->marks);
  g_array_unref (self->actors);
  g_array_unref (self->sources);
  g_free (self);
}

void
dtl_columns_builder_add_event (DtlColumnsBuilder *self, const DtlColumnsEvent *event)
{
  g_return_if_fail (self != NULL && event != NULL);

  g_array_append_vals (self->events, event, 1);
}

void
dtl_columns_builder_add_mark (DtlColumnsBuilder *self, DtlId event, const DtlMark *mark, DtlId anchor_claim)
{
  PendingMark pending = { .event = event, .anchor_claim = anchor_claim };

  g_return_if_fail (self != NULL && mark != NULL);

  if (mark->standing == DTL_STANDING_REJECTED)
    return;
  pending.mark = *mark;
  pending.mark.anchor_mark = DTL_NO_MARK;
  g_array_append_val (self->marks, pending);
}

void
dtl_columns_builder_add_actor (DtlColumnsBuilder *self, DtlId event, uint32_t actor_index)
{
  DtlPendingIndex pending = { .event = event, .value = actor_index };

  g_return_if_fail (self != NULL);

  g_array_append_val (self->actors, pending);
}

void
dtl_columns_builder_add_source (DtlColumnsBuilder *self, DtlId event, uint32_t source_index)
{
  DtlPendingIndex pending = { .event = event, .value = source_index };

  g_return_if_fail (self != NULL);

  g_array_append_val (self->sources, pending);
}

static int
compare_ids (DtlId a, DtlId b)
{
  return (a > b) - (a < b);
}

static int
compare_events (const void *a, const void *b)
{
  return compare_ids (((const DtlColumnsEvent *) a)->id, ((const DtlColumnsEvent *) b)->id);
}

static int
compare_wishes (const void *a, const void *b)
{
  return compare_ids (((const AnchorWish *) a)->claim, ((const AnchorWish *) b)->claim);
}

/* The order of dtl_bounds_compare(), inlined: this is called twenty million times for a million events. */
static int
compare_bounds (const DtlBounds *a, const DtlBounds *b)
{
  if (a->start_earliest != b->start_earliest)
    return a->start_earliest < b->start_earliest ? -1 : 1;
  return (a->end_latest > b->end_latest) - (a->end_latest < b->end_latest);
}

static int
compare_keys (const void *a, const void *b)
{
  const SortKey *first = a;
  const SortKey *second = b;
  int order = 0;

  if (first->is_dated != second->is_dated)
    return first->is_dated ? -1 : 1;
  if (first->is_dated)
    order = compare_bounds (&first->bounds, &second->bounds);
  return order != 0 ? order : compare_ids (first->id, second->id);
}

static int
compare_marks (const void *a, const void *b)
{
  const PendingMark *first = a;
  const PendingMark *second = b;
  int order = compare_bounds (&first->mark.bounds, &second->mark.bounds);

  if (order == 0)
    order = (int) first->mark.role - (int) second->mark.role;
  return order != 0 ? order : compare_ids (first->mark.claim, second->mark.claim);
}

static void
sort_events_by_id (GArray *events)
{
  const DtlColumnsEvent *event = (const DtlColumnsEvent *) (void *) events->data;
  gboolean is_sorted = TRUE;

  for (guint i = 1; is_sorted && i < events->len; i++)
    is_sorted = event[i - 1].id < event[i].id;
  if (!is_sorted)
    g_array_sort (events, compare_events);
}

/* The marks by slot, in one array; @first gets the n_events + 1 starts. */
static PendingMark *
marks_by_slot (const DtlColumnsBuilder *self, uint32_t *first)
{
  const PendingMark *pending = (const PendingMark *) (const void *) self->marks->data;
  g_autofree uint32_t *slots = g_new (uint32_t, (gsize) self->marks->len + 1);
  g_autofree uint32_t *next = g_new (uint32_t, (gsize) self->events->len + 1);
  PendingMark *sorted = g_new (PendingMark, (gsize) self->marks->len + 1);
  uint32_t hint = 0;

  for (guint i = 0; i < self->marks->len; i++)
    {
      slots[i] = dtl_columns_find_slot (self->events, pending[i].event, &hint);
      if (slots[i] != G_MAXUINT32)
        first[slots[i] + 1]++;
    }
  for (guint i = 0; i < self->events->len; i++)
    first[i + 1] += first[i];
  memcpy (next, first, sizeof (uint32_t) * ((gsize) self->events->len + 1));
  for (guint i = 0; i < self->marks->len; i++)
    if (slots[i] != G_MAXUINT32)
      sorted[next[slots[i]]++] = pending[i];
  for (guint i = 0; i < self->events->len; i++)
    if (first[i + 1] - first[i] > 1)
      qsort (sorted + first[i], first[i + 1] - first[i], sizeof *sorted, compare_marks);
  return sorted;
}

/* The same rule as dtl_event_get_start_claim(): the main role, else the first that has an accepted claim. */
static uint32_t
find_main_mark (const DtlColumnsEvent *event, const PendingMark *marks, uint32_t begin, uint32_t end)
{
  int main_role = event->main_role >= 0 ? event->main_role : (int) dtl_event_kind_main_role (event->kind);
  uint32_t best = DTL_NO_MARK;
  int best_rank = DTL_N_ROLES;

  for (uint32_t i = begin; i < end; i++)
    {
      const DtlMark *mark = &marks[i].mark;
      int rank = (int) mark->role == main_role ? -1 : mark->role;

      if (mark->standing != DTL_STANDING_ACCEPTED || rank >= DTL_ROLE_ENDED)
        continue;
      if (best == DTL_NO_MARK || rank < best_rank || (rank == best_rank && mark->claim < marks[best].mark.claim))
        {
          best = i;
          best_rank = rank;
        }
    }
  return best;
}

static SortKey *
make_sort_keys (const DtlColumnsBuilder *self, const PendingMark *marks, const uint32_t *first)
{
  const DtlColumnsEvent *event = (const DtlColumnsEvent *) (const void *) self->events->data;
  SortKey *keys = g_new0 (SortKey, (gsize) self->events->len + 1);

  for (guint i = 0; i < self->events->len; i++)
    {
      keys[i].slot = i;
      keys[i].id = event[i].id;
      keys[i].main_mark = find_main_mark (&event[i], marks, first[i], first[i + 1]);
      keys[i].is_dated = keys[i].main_mark != DTL_NO_MARK;
      if (keys[i].is_dated)
        keys[i].bounds = marks[keys[i].main_mark].mark.bounds;
    }
  qsort (keys, self->events->len, sizeof *keys, compare_keys);
  return keys;
}

/* One row: the event's own values, its marks, and the span that they fill. */
static void
fill_row (DtlColumns *columns, uint32_t row, const DtlColumnsEvent *event, const PendingMark *marks, uint32_t n_marks)
{
  uint32_t at = columns->mark_first[row];

  columns->id[row] = event->id;
  columns->importance[row] = (uint16_t) CLAMP (event->importance, 0, 1000);
  columns->kind[row] = (uint8_t) CLAMP (event->kind, 0, G_MAXUINT8);
  columns->status[row] = (uint8_t) event->status;
  columns->assertion[row] = (uint8_t) event->assertion;
  columns->flags[row] = (uint8_t) event->flags;
  columns->start[row] = DTL_CIVIL_MAX;
  columns->end[row] = DTL_CIVIL_MIN;
  for (uint32_t i = 0; i < n_marks; i++)
    {
      columns->marks[at + i] = marks[i].mark;
      if (columns->main_mark[row] != DTL_NO_MARK)
        {
          columns->start[row] = MIN (columns->start[row], marks[i].mark.bounds.start_earliest);
          columns->end[row] = MAX (columns->end[row], marks[i].mark.bounds.end_latest);
        }
      if (marks[i].mark.standing == DTL_STANDING_COMPETING)
        columns->flags[row] |= DTL_EVENT_HAS_COMPETING;
    }
  columns->mark_first[row + 1] = at + n_marks;
}

static void
fill_rows (const DtlColumnsBuilder *self,
           DtlColumns *columns,
           const SortKey *keys,
           const PendingMark *marks,
           const uint32_t *first)
{
  const DtlColumnsEvent *event = (const DtlColumnsEvent *) (const void *) self->events->data;
  uint32_t *rows_by_id = ((DtlColumnsFull *) columns)->rows_by_id;

  for (uint32_t row = 0; row < columns->n_events; row++)
    {
      uint32_t slot = keys[row].slot;

      columns->main_mark[row] =
          keys[row].is_dated ? columns->mark_first[row] + (keys[row].main_mark - first[slot]) : DTL_NO_MARK;
      if (keys[row].is_dated)
        columns->n_dated = row + 1;
      fill_row (columns, row, &event[slot], marks + first[slot], first[slot + 1] - first[slot]);
      rows_by_id[slot] = row;
    }
}

/* Derived marks and the claims that they hang on, by claim; few, beside all marks. */
static GArray *
gather_wishes (const DtlColumns *columns, const SortKey *keys, const PendingMark *marks, const uint32_t *first)
{
  GArray *wishes = new_array (sizeof (AnchorWish));

  for (uint32_t row = 0; row < columns->n_events; row++)
    for (uint32_t i = first[keys[row].slot]; i < first[keys[row].slot + 1]; i++)
      if (marks[i].anchor_claim != DTL_ID_NONE)
        {
          AnchorWish wish = { marks[i].anchor_claim, columns->mark_first[row] + (i - first[keys[row].slot]) };

          g_array_append_val (wishes, wish);
        }
  g_array_sort (wishes, compare_wishes);
  return wishes;
}

static void
link_anchors (DtlColumns *columns, const SortKey *keys, const PendingMark *marks, const uint32_t *first)
{
  g_autoptr (GArray) wishes = gather_wishes (columns, keys, marks, first);
  const AnchorWish *wish = (const AnchorWish *) (const void *) wishes->data;

  for (uint32_t mark = 0; wishes->len > 0 && mark < columns->n_marks; mark++)
    {
      guint low = 0;
      guint high = wishes->len;

      while (low < high)
        {
          guint middle = low + (high - low) / 2;

          if (wish[middle].claim < columns->marks[mark].claim)
            low = middle + 1;
          else
            high = middle;
        }
      for (; low < wishes->len && wish[low].claim == columns->marks[mark].claim; low++)
        columns->marks[wish[low].mark].anchor_mark = mark;
    }
}

static void
empty (DtlColumnsBuilder *self)
{
  g_array_set_size (self->events, 0);
  g_array_set_size (self->marks, 0);
  g_array_set_size (self->actors, 0);
  g_array_set_size (self->sources, 0);
}

DtlColumns *
dtl_columns_builder_finish (DtlColumnsBuilder *self)
{
  g_autofree uint32_t *first = NULL;
  g_autofree PendingMark *marks = NULL;
  g_autofree SortKey *keys = NULL;
  DtlColumns *columns;

  g_return_val_if_fail (self != NULL, NULL);

  sort_events_by_id (self->events);
  first = g_new0 (uint32_t, (gsize) self->events->len + 1);
  marks = marks_by_slot (self, first);
  keys = make_sort_keys (self, marks, first);
  columns = dtl_columns_alloc (self->events->len, first[self->events->len]);
  fill_rows (self, columns, keys, marks, first);
  link_anchors (columns, keys, marks, first);
  columns->n_participations =
      dtl_columns_fill_indexes (columns, self->events, self->actors, &columns->actor_first, &columns->actor_index);
  dtl_columns_fill_indexes (columns, self->events, self->sources, &columns->source_first, &columns->source_index);
  empty (self);
  return columns;
}
