/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builds the columns. Everything is gathered in five flat arrays and put in place by counting sorts, so that a million
 * events cost no object each and well under a second.
 *
 *   slot  an event's place among the ids in ascending order, where marks and actors look it up
 *   row   its place in the finished columns
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/dtl-sort.h"
#include "model/dtl-columns-private.h"

#define RADIX_BITS 11
#define RADIX_SIZE (1 << RADIX_BITS)

/* Rows come in another order than what they are made of: what is needed soon is fetched while the row before is filled.
 */
#define ROWS_AHEAD 16

/* @anchor: place of its anchor claim among the builder's, and 1; 0 for none */
typedef struct
{
  DtlId event;
  DtlId claim;
  DtlColumnsMark mark;
  uint32_t anchor;
} PendingMark;

struct _DtlColumnsBuilder
{
  GArray *events;
  GArray *marks;
  GArray *other_bounds;
  GArray *anchor_claims;
  GArray *actors;
  GArray *sources;
  GArray *links; /* of DtlPendingLink */
  uint8_t era_kind;
};

/* What rules an event's place. The slot is in the order of ids, and so settles what the bounds leave open. */
typedef struct
{
  int64_t start_earliest;
  int64_t end_latest;
  uint32_t slot;
  uint32_t main_mark; /* place in the order of marks, or DTL_NO_MARK */
} SortKey;

/* The marks event by event: order[first[slot]] to order[first[slot + 1] - 1] are places in @pending. */
typedef struct
{
  const PendingMark *pending;
  const DtlBounds *other_bounds;
  uint32_t *order;
  uint32_t *first;
} MarkOrder;

/* A mark that hangs on a claim. @place: in the columns' anchors */
typedef struct
{
  DtlId claim;
  uint32_t place;
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

  self->events = new_array (sizeof (DtlPendingEvent));
  self->marks = new_array (sizeof (PendingMark));
  self->other_bounds = new_array (sizeof (DtlBounds));
  self->anchor_claims = new_array (sizeof (DtlId));
  self->actors = new_array (sizeof (DtlPendingIndex));
  self->sources = new_array (sizeof (DtlPendingIndex));
  self->links = new_array (sizeof (DtlPendingLink));
  self->era_kind = DTL_NO_ERA_KIND;
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
  g_array_unref (self->other_bounds);
  g_array_unref (self->anchor_claims);
  g_array_unref (self->actors);
  g_array_unref (self->sources);
  g_array_unref (self->links);
  g_free (self);
}

void
dtl_columns_builder_add_event (DtlColumnsBuilder *self, const DtlColumnsEvent *event)
{
  DtlPendingEvent pending;

  g_return_if_fail (self != NULL && event != NULL);

  pending = (DtlPendingEvent){ .id = event->id,
                               .importance = (uint16_t) CLAMP (event->importance, 0, 1000),
                               .kind = (uint8_t) CLAMP (event->kind, 0, G_MAXUINT8),
                               .status = (uint8_t) event->status,
                               .assertion = (uint8_t) event->assertion,
                               .flags = (uint8_t) event->flags,
                               .main_role = (int8_t) event->main_role };
  g_array_append_val (self->events, pending);
}

void
dtl_columns_builder_add_mark (DtlColumnsBuilder *self, DtlId event, const DtlMark *mark, DtlId anchor_claim)
{
  PendingMark pending = { .event = event };

  g_return_if_fail (self != NULL && mark != NULL);

  if (mark->standing == DTL_STANDING_REJECTED)
    return;
  pending.claim = mark->claim;
  pending.mark = (DtlColumnsMark){ .role = mark->role,
                                   .standing = mark->standing,
                                   .limit = mark->limit,
                                   .precision = mark->precision,
                                   .is_derived = mark->is_derived != 0,
                                   .is_stretch = mark->is_stretch != 0,
                                   .is_supplied = mark->is_supplied != 0 };
  dtl_columns_mark_pack (&pending.mark, &mark->bounds, self->other_bounds);
  if (anchor_claim != DTL_ID_NONE)
    {
      g_array_append_val (self->anchor_claims, anchor_claim);
      pending.anchor = self->anchor_claims->len;
    }
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
dtl_columns_builder_set_era_kind (DtlColumnsBuilder *self, int kind)
{
  g_return_if_fail (self != NULL && kind >= DTL_NO_ERA_KIND && kind <= G_MAXUINT8);

  self->era_kind = (uint8_t) kind;
}

void
dtl_columns_builder_add_link (DtlColumnsBuilder *self, DtlId from, DtlId to, DtlLinkType type)
{
  DtlPendingLink pending = { from, to, type };

  g_return_if_fail (self != NULL);

  g_array_append_val (self->links, pending);
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
  return compare_ids (((const DtlPendingEvent *) a)->id, ((const DtlPendingEvent *) b)->id);
}

static int
compare_wishes (const void *a, const void *b)
{
  return compare_ids (((const AnchorWish *) a)->claim, ((const AnchorWish *) b)->claim);
}

/* The field of a key by which it is sorted. */
typedef int64_t (*GetKeyFunc) (const SortKey *key);

static int64_t
get_start (const SortKey *key)
{
  return key->start_earliest;
}

static int64_t
get_end (const SortKey *key)
{
  return key->end_latest;
}

/* One stable pass over RADIX_BITS of each key's distance from @least. */
static void
sort_digit (const SortKey *from, SortKey *to, uint32_t n, GetKeyFunc get, int64_t least, int shift)
{
  uint32_t first[RADIX_SIZE + 1] = { 0 };

  for (uint32_t i = 0; i < n; i++)
    first[((((uint64_t) get (&from[i]) - (uint64_t) least) >> shift) & (RADIX_SIZE - 1)) + 1]++;
  for (int i = 0; i < RADIX_SIZE; i++)
    first[i + 1] += first[i];
  for (uint32_t i = 0; i < n; i++)
    to[first[(((uint64_t) get (&from[i]) - (uint64_t) least) >> shift) & (RADIX_SIZE - 1)]++] = from[i];
}

/* Sorts by one field, leaving equal keys in their order. Returns: the array that the result is in; the other is spare
 */
static SortKey *
sort_field (SortKey *keys, SortKey *spare, uint32_t n, GetKeyFunc get)
{
  int64_t least = INT64_MAX;
  int64_t largest = INT64_MIN;

  for (uint32_t i = 0; i < n; i++)
    {
      least = MIN (least, get (&keys[i]));
      largest = MAX (largest, get (&keys[i]));
    }
  for (int shift = 0; n > 0 && shift < 64 && ((uint64_t) largest - (uint64_t) least) >> shift != 0; shift += RADIX_BITS)
    {
      SortKey *sorted = spare;

      sort_digit (keys, sorted, n, get, least, shift);
      spare = keys;
      keys = sorted;
    }
  return keys;
}

/* Where everything is known to the day, what starts first ends first. */
static gboolean
have_same_length (const SortKey *keys, uint32_t n_dated)
{
  for (uint32_t i = 1; i < n_dated; i++)
    if ((uint64_t) keys[i].end_latest - (uint64_t) keys[i].start_earliest !=
        (uint64_t) keys[0].end_latest - (uint64_t) keys[0].start_earliest)
      return FALSE;
  return TRUE;
}

/* By start, then end, then slot, in which order they come. A million keys, most of them within some years, take a
 * fraction of what comparing them takes. */
static SortKey *
sort_keys (SortKey *keys, uint32_t n_keys, uint32_t n_dated)
{
  SortKey *spare = g_new (SortKey, (gsize) n_keys + 1);
  SortKey *sorted = keys;

  memcpy (spare + n_dated, keys + n_dated, (n_keys - n_dated) * sizeof *keys);
  if (!have_same_length (keys, n_dated))
    sorted = sort_field (keys, spare, n_dated, get_end);
  sorted = sort_field (sorted, sorted == keys ? spare : keys, n_dated, get_start);
  g_free (sorted == keys ? spare : keys);
  return sorted;
}

static int
compare_marks (const void *a, const void *b, gpointer user_data)
{
  const MarkOrder *marks = user_data;
  const PendingMark *first = &marks->pending[*(const uint32_t *) a];
  const PendingMark *second = &marks->pending[*(const uint32_t *) b];
  DtlBounds first_bounds = dtl_columns_mark_unpack (&first->mark, marks->other_bounds);
  DtlBounds second_bounds = dtl_columns_mark_unpack (&second->mark, marks->other_bounds);
  int order = dtl_bounds_compare (&first_bounds, &second_bounds);

  if (order == 0)
    order = (int) first->mark.role - (int) second->mark.role;
  return order != 0 ? order : compare_ids (first->claim, second->claim);
}

static void
sort_events_by_id (GArray *events)
{
  const DtlPendingEvent *event = (const DtlPendingEvent *) (void *) events->data;
  gboolean is_sorted = TRUE;

  for (guint i = 1; is_sorted && i < events->len; i++)
    is_sorted = event[i - 1].id < event[i].id;
  if (!is_sorted)
    g_array_sort (events, compare_events);
}

static void
order_marks (const DtlColumnsBuilder *self, MarkOrder *marks)
{
  guint n_events = self->events->len;
  g_autofree uint32_t *slots = g_new (uint32_t, (gsize) self->marks->len + 1);
  g_autofree uint32_t *next = g_new (uint32_t, (gsize) n_events + 1);
  uint32_t hint = 0;

  marks->pending = (const PendingMark *) (const void *) self->marks->data;
  marks->other_bounds = (const DtlBounds *) (const void *) self->other_bounds->data;
  marks->order = g_new (uint32_t, (gsize) self->marks->len + 1);
  marks->first = g_new0 (uint32_t, (gsize) n_events + 1);
  for (guint i = 0; i < self->marks->len; i++)
    {
      slots[i] = dtl_columns_find_slot (self->events, marks->pending[i].event, &hint);
      if (slots[i] != G_MAXUINT32)
        marks->first[slots[i] + 1]++;
    }
  for (guint i = 0; i < n_events; i++)
    marks->first[i + 1] += marks->first[i];
  memcpy (next, marks->first, sizeof (uint32_t) * ((gsize) n_events + 1));
  for (guint i = 0; i < self->marks->len; i++)
    if (slots[i] != G_MAXUINT32)
      marks->order[next[slots[i]]++] = i;
  for (guint i = 0; i < n_events; i++)
    if (marks->first[i + 1] - marks->first[i] > 1)
      dtl_sort (marks->order + marks->first[i], marks->first[i + 1] - marks->first[i], sizeof (uint32_t), compare_marks,
                marks);
}

static const PendingMark *
get_mark (const MarkOrder *marks, uint32_t place)
{
  return &marks->pending[marks->order[place]];
}

/* The same rule as dtl_event_get_start_claim(): the main role, else the first that has an accepted claim. */
static uint32_t
find_main_mark (const DtlPendingEvent *event, const MarkOrder *marks, uint32_t begin, uint32_t end)
{
  int main_role = event->main_role >= 0 ? event->main_role : (int) dtl_event_kind_main_role (event->kind);
  uint32_t best = DTL_NO_MARK;
  int best_rank = DTL_N_ROLES;

  for (uint32_t i = begin; i < end; i++)
    {
      const PendingMark *mark = get_mark (marks, i);
      int rank = (int) mark->mark.role == main_role ? -1 : (int) mark->mark.role;

      if (mark->mark.standing != DTL_STANDING_ACCEPTED || rank >= DTL_ROLE_ENDED)
        continue;
      if (best == DTL_NO_MARK || rank < best_rank || (rank == best_rank && mark->claim < get_mark (marks, best)->claim))
        {
          best = i;
          best_rank = rank;
        }
    }
  return best;
}

/* The keys of all events, row by row; the undated ones are behind the others. */
static SortKey *
make_sort_keys (const DtlColumnsBuilder *self, const MarkOrder *marks, uint32_t *n_dated)
{
  const DtlPendingEvent *event = (const DtlPendingEvent *) (const void *) self->events->data;
  SortKey *keys = g_new (SortKey, (gsize) self->events->len + 1);
  uint32_t next_undated = 0;

  *n_dated = 0;
  for (guint i = 0; i < self->events->len; i++)
    {
      uint32_t main_mark = find_main_mark (&event[i], marks, marks->first[i], marks->first[i + 1]);
      DtlBounds bounds;

      if (main_mark == DTL_NO_MARK)
        continue;
      bounds = dtl_columns_mark_unpack (&get_mark (marks, main_mark)->mark, marks->other_bounds);
      keys[(*n_dated)++] = (SortKey){ bounds.start_earliest, bounds.end_latest, i, main_mark };
    }
  next_undated = *n_dated;
  for (guint i = 0; next_undated < self->events->len; i++)
    if (find_main_mark (&event[i], marks, marks->first[i], marks->first[i + 1]) == DTL_NO_MARK)
      keys[next_undated++] = (SortKey){ .slot = i, .main_mark = DTL_NO_MARK };
  return sort_keys (keys, self->events->len, *n_dated);
}

/* The marks of one row. @main_mark: place of the main one in the order */
static void
fill_marks (DtlColumns *columns, uint32_t row, const MarkOrder *marks, uint32_t begin, uint32_t end, uint32_t main_mark)
{
  uint32_t at = columns->mark_first[row];

  for (uint32_t i = begin; i < end; i++)
    {
      const PendingMark *mark = get_mark (marks, i);

      columns->mark_claim[at] = mark->claim;
      columns->marks[at] = mark->mark;
      columns->marks[at].is_main = i == main_mark;
      at++;
      if (mark->mark.standing == DTL_STANDING_COMPETING)
        columns->flags[row] |= DTL_EVENT_HAS_COMPETING;
    }
  columns->mark_first[row + 1] = at;
}

static void
fetch_ahead (const DtlPendingEvent *events, const SortKey *keys, const MarkOrder *marks, uint32_t row, uint32_t n_rows)
{
  uint32_t slot;

  if (row + 3 * ROWS_AHEAD >= n_rows)
    return;
  slot = keys[row + 3 * ROWS_AHEAD].slot;
  __builtin_prefetch (&marks->first[slot]);
  __builtin_prefetch (&events[slot]);
  slot = keys[row + 2 * ROWS_AHEAD].slot;
  __builtin_prefetch (&marks->order[marks->first[slot]]);
  slot = keys[row + ROWS_AHEAD].slot;
  if (marks->first[slot] < marks->first[slot + 1])
    __builtin_prefetch (&marks->pending[marks->order[marks->first[slot]]]);
}

static void
fill_rows (const DtlColumnsBuilder *self, DtlColumns *columns, const SortKey *keys, const MarkOrder *marks)
{
  const DtlPendingEvent *events = (const DtlPendingEvent *) (const void *) self->events->data;
  uint32_t *rows_by_id = ((DtlColumnsFull *) columns)->rows_by_id;

  for (uint32_t row = 0; row < columns->n_events; row++)
    {
      uint32_t slot = keys[row].slot;
      const DtlPendingEvent *event = &events[slot];

      fetch_ahead (events, keys, marks, row, columns->n_events);
      columns->id[row] = event->id;
      columns->importance[row] = event->importance;
      columns->kind[row] = event->kind;
      columns->status[row] = event->status;
      columns->assertion[row] = event->assertion;
      columns->flags[row] = event->flags;
      fill_marks (columns, row, marks, marks->first[slot], marks->first[slot + 1], keys[row].main_mark);
      rows_by_id[slot] = row;
    }
}

static uint32_t
find_mark_in_row (const DtlColumns *columns, uint32_t row, DtlId claim)
{
  for (uint32_t i = columns->mark_first[row]; i < columns->mark_first[row + 1]; i++)
    if (columns->mark_claim[i] == claim)
      return i;
  return DTL_NO_MARK;
}

/* Ties derived marks to anchors of the same event, which most are; gathers the others, by claim. */
static GArray *
link_within_rows (const DtlColumnsBuilder *self,
                  const DtlColumns *columns,
                  const SortKey *keys,
                  const MarkOrder *marks,
                  GArray *anchors)
{
  GArray *wishes = new_array (sizeof (AnchorWish));

  for (uint32_t row = 0; row < columns->n_events; row++)
    for (uint32_t i = columns->mark_first[row]; i < columns->mark_first[row + 1]; i++)
      {
        const PendingMark *mark = get_mark (marks, marks->first[keys[row].slot] + (i - columns->mark_first[row]));
        AnchorWish wish = { DTL_ID_NONE, anchors->len };
        DtlColumnsAnchor anchor = { i, DTL_NO_MARK };

        if (mark->anchor == 0)
          continue;
        wish.claim = g_array_index (self->anchor_claims, DtlId, mark->anchor - 1);
        anchor.anchor_mark = find_mark_in_row (columns, row, wish.claim);
        if (anchor.anchor_mark == DTL_NO_MARK)
          g_array_append_val (wishes, wish);
        g_array_append_val (anchors, anchor);
      }
  g_array_sort (wishes, compare_wishes);
  return wishes;
}

static void
link_anchors (const DtlColumnsBuilder *self, DtlColumns *columns, const SortKey *keys, const MarkOrder *marks)
{
  GArray *anchors = new_array (sizeof (DtlColumnsAnchor));
  g_autoptr (GArray) wishes = link_within_rows (self, columns, keys, marks, anchors);
  const AnchorWish *wish = (const AnchorWish *) (const void *) wishes->data;

  for (uint32_t mark = 0; wishes->len > 0 && mark < columns->n_marks; mark++)
    {
      DtlId claim = columns->mark_claim[mark];
      guint low = 0;
      guint high = wishes->len;

      while (low < high)
        {
          guint middle = low + (high - low) / 2;

          if (wish[middle].claim < claim)
            low = middle + 1;
          else
            high = middle;
        }
      for (; low < wishes->len && wish[low].claim == claim; low++)
        g_array_index (anchors, DtlColumnsAnchor, wish[low].place).anchor_mark = mark;
    }
  columns->n_anchors = anchors->len;
  columns->anchors = (DtlColumnsAnchor *) (void *) g_array_free (anchors, FALSE);
}

static void
empty (DtlColumnsBuilder *self)
{
  g_array_set_size (self->events, 0);
  g_array_set_size (self->marks, 0);
  g_array_set_size (self->other_bounds, 0);
  g_array_set_size (self->anchor_claims, 0);
  g_array_set_size (self->actors, 0);
  g_array_set_size (self->sources, 0);
  g_array_set_size (self->links, 0);
}

DtlColumns *
dtl_columns_builder_finish (DtlColumnsBuilder *self)
{
  g_autofree SortKey *keys = NULL;
  MarkOrder marks;
  DtlColumns *columns;
  uint32_t n_dated;

  g_return_val_if_fail (self != NULL, NULL);

  sort_events_by_id (self->events);
  order_marks (self, &marks);
  keys = make_sort_keys (self, &marks, &n_dated);
  columns = dtl_columns_alloc (self->events->len, marks.first[self->events->len]);
  columns->n_dated = n_dated;
  columns->era_kind = self->era_kind;
  fill_rows (self, columns, keys, &marks);
  columns->other_bounds = g_memdup2 (self->other_bounds->data, sizeof (DtlBounds) * (gsize) self->other_bounds->len);
  ((DtlColumnsFull *) columns)->n_other_bounds = self->other_bounds->len;
  if (self->anchor_claims->len > 0)
    link_anchors (self, columns, keys, &marks);
  g_free (marks.order);
  g_free (marks.first);
  columns->n_participations =
      dtl_columns_fill_indexes (columns, self->events, self->actors, &columns->actor_first, &columns->actor_index);
  dtl_columns_fill_indexes (columns, self->events, self->sources, &columns->source_first, &columns->source_index);
  dtl_columns_fill_links (columns, self->links);
  empty (self);
  return columns;
}
