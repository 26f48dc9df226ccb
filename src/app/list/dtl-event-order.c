/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-event-order.h. Rows come in the order of time, and every way of sorting here is stable, so that ties need no
 * second key. Kinds and states are few and are counted into buckets; the other columns are compared. */
#include "app/list/dtl-event-order.h"

#include <string.h>

#include "base/dtl-sort.h"

/* Compares two rows that both have something in the column. */
typedef int (*CompareRows) (uint32_t a, uint32_t b, gconstpointer keys);

typedef struct
{
  CompareRows compare;
  gconstpointer keys;
} Comparison;

static DtlEventOrder *
alloc_order (uint32_t n_rows)
{
  DtlEventOrder *self = g_new0 (DtlEventOrder, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->n_rows = n_rows;
  self->rows = g_new (uint32_t, MAX (n_rows, 1));
  self->begins = dtl_bitset_new (n_rows, FALSE);
  return self;
}

DtlEventOrder *
dtl_event_order_ref (DtlEventOrder *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
dtl_event_order_unref (DtlEventOrder *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->rows);
  dtl_bitset_unref (self->begins);
  g_free (self);
}

/* --- comparing -------------------------------------------------------------------------------------------------- */

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  const Comparison *comparison = data;

  return comparison->compare (*(const uint32_t *) a, *(const uint32_t *) b, comparison->keys);
}

/* @known: which rows have something in the column */
static DtlEventOrder *
order_by_comparing (const DtlBitset *known, CompareRows compare, gconstpointer keys)
{
  DtlEventOrder *self = alloc_order (known->n_bits);
  Comparison comparison = { compare, keys };
  uint32_t n_unknown = 0;

  self->n_known = dtl_bitset_count (known);
  for (uint32_t row = 0; row < self->n_rows; row++)
    if (dtl_bitset_get (known, row))
      self->rows[row - n_unknown] = row;
    else
      self->rows[self->n_known + n_unknown++] = row;
  dtl_sort (self->rows, self->n_known, sizeof (uint32_t), compare_cb, &comparison);
  for (uint32_t i = 1; i < self->n_known; i++)
    if (compare (self->rows[i - 1], self->rows[i], keys) != 0)
      dtl_bitset_set (self->begins, i, TRUE);
  return self;
}

/* --- date ------------------------------------------------------------------------------------------------------- */

static gboolean
starts_alike (const DtlColumns *columns, uint32_t row, uint32_t other)
{
  DtlBounds bounds = dtl_columns_get_bounds (columns, dtl_columns_get_main_mark (columns, row));
  DtlBounds other_bounds = dtl_columns_get_bounds (columns, dtl_columns_get_main_mark (columns, other));

  return bounds.start_earliest == other_bounds.start_earliest && bounds.start_latest == other_bounds.start_latest;
}

/* Rows are in this order already. */
static DtlEventOrder *
order_by_date (const DtlColumns *columns)
{
  DtlEventOrder *self = alloc_order (columns->n_events);

  self->n_known = columns->n_dated;
  for (uint32_t row = 0; row < self->n_rows; row++)
    {
      self->rows[row] = row;
      if (row > 0 && row < self->n_known && !starts_alike (columns, row - 1, row))
        dtl_bitset_set (self->begins, row, TRUE);
    }
  return self;
}

/* --- words ------------------------------------------------------------------------------------------------------ */

static int
compare_words (uint32_t a, uint32_t b, gconstpointer keys)
{
  const char *const *words = keys;

  return strcmp (words[a], words[b]);
}

/* Returns: (transfer full): what to compare words by, as the person's language sorts them; NULL for no word */
static char *
make_key (const char *word)
{
  g_autofree char *folded = NULL;

  if (word == NULL || *word == '\0' || !g_utf8_validate (word, -1, NULL))
    return NULL;
  folded = g_utf8_casefold (word, -1);
  return g_utf8_collate_key (folded, -1);
}

static DtlEventOrder *
order_by_title (const DtlColumns *columns, GPtrArray *titles)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_full (columns->n_events, g_free);
  g_autoptr (DtlBitset) known = dtl_bitset_new (columns->n_events, FALSE);

  for (uint32_t row = 0; row < columns->n_events; row++)
    {
      char *key = titles != NULL && row < titles->len ? make_key (g_ptr_array_index (titles, row)) : NULL;

      g_ptr_array_add (keys, key);
      dtl_bitset_set (known, row, key != NULL);
    }
  return order_by_comparing (known, compare_words, keys->pdata);
}

/* --- lists ------------------------------------------------------------------------------------------------------ */

/* Each row's numbers are numbers[first[row]] to numbers[first[row + 1]]; @ranks says how they sort, NULL for as they
 * are. */
typedef struct
{
  const uint32_t *first;
  const uint32_t *numbers;
  const uint32_t *ranks;
} ListKeys;

static uint32_t
rank_at (const ListKeys *keys, uint32_t index)
{
  return keys->ranks != NULL ? keys->ranks[keys->numbers[index]] : keys->numbers[index];
}

/* As words are compared: by the first, then by the second; the shorter list is first. */
static int
compare_lists (uint32_t a, uint32_t b, gconstpointer data)
{
  const ListKeys *keys = data;
  uint32_t n_a = keys->first[a + 1] - keys->first[a];
  uint32_t n_b = keys->first[b + 1] - keys->first[b];

  for (uint32_t i = 0; i < n_a && i < n_b; i++)
    {
      uint32_t rank_a = rank_at (keys, keys->first[a] + i);
      uint32_t rank_b = rank_at (keys, keys->first[b] + i);

      if (rank_a != rank_b)
        return rank_a < rank_b ? -1 : 1;
    }
  return n_a == n_b ? 0 : n_a < n_b ? -1 : 1;
}

static DtlEventOrder *
order_by_lists (uint32_t n_rows, const ListKeys *keys)
{
  g_autoptr (DtlBitset) known = dtl_bitset_new (n_rows, FALSE);

  for (uint32_t row = 0; row < n_rows; row++)
    dtl_bitset_set (known, row, keys->first[row] < keys->first[row + 1]);
  return order_by_comparing (known, compare_lists, keys);
}

static int
compare_names_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  char **keys = data;
  uint32_t index_a = *(const uint32_t *) a, index_b = *(const uint32_t *) b;

  return g_strcmp0 (keys[index_a], keys[index_b]);
}

/* Returns: (transfer full): for each name its place among all; equal ones have equal places */
static uint32_t *
rank_names (const char *const *names, uint32_t n_names)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_full (n_names, g_free);
  g_autofree uint32_t *sorted = g_new (uint32_t, MAX (n_names, 1));
  uint32_t *ranks = g_new0 (uint32_t, MAX (n_names, 1));
  uint32_t rank = 0;

  for (uint32_t i = 0; i < n_names; i++)
    {
      g_ptr_array_add (keys, make_key (names[i]));
      sorted[i] = i;
    }
  dtl_sort (sorted, n_names, sizeof (uint32_t), compare_names_cb, keys->pdata);
  for (uint32_t i = 0; i < n_names; i++)
    {
      if (i > 0 && g_strcmp0 (keys->pdata[sorted[i - 1]], keys->pdata[sorted[i]]) != 0)
        rank++;
      ranks[sorted[i]] = rank;
    }
  return ranks;
}

static DtlEventOrder *
order_by_actors (const DtlColumns *columns, const DtlActorTable *actors)
{
  uint32_t n_actors = dtl_actor_table_get_size (actors);
  g_autofree const char **names = g_new0 (const char *, MAX (n_actors, 1));
  g_autofree uint32_t *ranks = NULL;
  ListKeys keys = { columns->actor_first, columns->actor_index, NULL };

  for (uint32_t i = 0; i < n_actors; i++)
    names[i] = dtl_actor_table_get (actors, i)->name;
  keys.ranks = ranks = rank_names (names, n_actors);
  return order_by_lists (columns->n_events, &keys);
}

static DtlEventOrder *
order_by_sources (const DtlColumns *columns)
{
  ListKeys keys = { columns->source_first, columns->source_index, NULL };

  return order_by_lists (columns->n_events, &keys);
}

/* --- buckets ---------------------------------------------------------------------------------------------------- */

#define NO_BUCKET UINT32_MAX

/* @buckets: (array length=256): for each value of a row's byte its place, or NO_BUCKET for nothing known */
static DtlEventOrder *
order_by_bucket (uint32_t n_rows, const uint8_t *values, const uint32_t *buckets)
{
  DtlEventOrder *self = alloc_order (n_rows);
  uint32_t starts[DTL_N_KINDS + 2] = { 0 };

  for (uint32_t row = 0; row < n_rows; row++)
    {
      uint32_t bucket = MIN (buckets[values[row]], DTL_N_KINDS);

      starts[bucket + 1]++;
    }
  for (int i = 1; i < DTL_N_KINDS + 2; i++)
    starts[i] += starts[i - 1];
  self->n_known = starts[DTL_N_KINDS];
  for (int i = 0; i < DTL_N_KINDS; i++)
    if (starts[i] > 0 && starts[i] < self->n_known)
      dtl_bitset_set (self->begins, starts[i], TRUE);
  for (uint32_t row = 0; row < n_rows; row++)
    {
      uint32_t bucket = MIN (buckets[values[row]], DTL_N_KINDS);

      self->rows[starts[bucket]++] = row;
    }
  return self;
}

static DtlEventOrder *
order_by_kind (const DtlColumns *columns, GPtrArray *names)
{
  g_autofree uint32_t *ranks = NULL;

  g_assert (names != NULL && names->len == DTL_N_KINDS);

  ranks = rank_names ((const char *const *) names->pdata, DTL_N_KINDS);
  return order_by_bucket (columns->n_events, columns->kind, ranks);
}

/* In the order in which a measure lives, not in that of the words. */
static DtlEventOrder *
order_by_status (const DtlColumns *columns)
{
  uint32_t buckets[DTL_N_KINDS];

  for (uint32_t i = 0; i < DTL_N_KINDS; i++)
    buckets[i] = i == DTL_STATUS_UNKNOWN ? NO_BUCKET : i;
  return order_by_bucket (columns->n_events, columns->status, buckets);
}

/* --- the order -------------------------------------------------------------------------------------------------- */

/**
 * dtl_event_order_new:
 * @column: by what
 * @input: what the column needs
 *
 * Takes its time where words are compared: about two seconds for a million titles.
 *
 * Returns: (transfer full): all rows in that order
 */
DtlEventOrder *
dtl_event_order_new (DtlEventColumn column, const DtlEventOrderInput *input)
{
  g_return_val_if_fail (input != NULL && input->columns != NULL, NULL);

  switch (column)
    {
    case DTL_EVENT_COLUMN_TITLE:
      return order_by_title (input->columns, input->titles);
    case DTL_EVENT_COLUMN_ACTORS:
      return order_by_actors (input->columns, input->actors);
    case DTL_EVENT_COLUMN_KIND:
      return order_by_kind (input->columns, input->kind_names);
    case DTL_EVENT_COLUMN_STATUS:
      return order_by_status (input->columns);
    case DTL_EVENT_COLUMN_SOURCES:
      return order_by_sources (input->columns);
    case DTL_EVENT_COLUMN_DATE:
    case DTL_N_EVENT_COLUMNS:
    default:
      return order_by_date (input->columns);
    }
}

/* Appends those of rows[from] to rows[to] that show. Returns: the new length */
static uint32_t
append_visible (const DtlEventOrder *self,
                uint32_t from,
                uint32_t to,
                const DtlBitset *visible,
                uint32_t *rows,
                uint32_t n_rows)
{
  for (uint32_t i = from; i < to; i++)
    if (dtl_bitset_get (visible, self->rows[i]))
      rows[n_rows++] = self->rows[i];
  return n_rows;
}

/**
 * dtl_event_order_pick:
 * @visible: which rows show; as many bits as there are rows
 * @descending: from the last to the first; what is equal stays in the order of time, what is unknown at the end
 * @rows: (out caller-allocates): room for as many rows as show
 *
 * Returns: how many rows show
 */
uint32_t
dtl_event_order_pick (const DtlEventOrder *self, const DtlBitset *visible, gboolean descending, uint32_t *rows)
{
  uint32_t n_rows = 0;

  g_return_val_if_fail (self != NULL && visible != NULL && rows != NULL, 0);
  g_return_val_if_fail (visible->n_bits == self->n_rows, 0);

  if (!descending)
    return append_visible (self, 0, self->n_rows, visible, rows, 0);
  for (uint32_t to = self->n_known; to > 0;)
    {
      uint32_t from = to - 1;

      while (from > 0 && !dtl_bitset_get (self->begins, from))
        from--;
      n_rows = append_visible (self, from, to, visible, rows, n_rows);
      to = from;
    }
  return append_visible (self, self->n_known, self->n_rows, visible, rows, n_rows);
}
