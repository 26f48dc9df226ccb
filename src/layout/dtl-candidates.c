/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who chooses first. The more important choose before the less important, then the earlier before the later. Where a
 * chunk holds more than could ever be shown, only the most important of every few pixels are asked at all: the pass
 * over them reads two columns, and no title. */
#include "config.h"

#include "layout/dtl-placer-private.h"

#include "base/dtl-arith.h"

/** Thinner: the best entries of the few pixels in hand, the best first. */
typedef struct
{
  DtlPlacer *placer;
  GArray *candidates;
  GArray *best; /* of uint32_t */
  guint n_best;
  int64_t bucket;
} Thinner;

static int
compare_candidates (const void *a, const void *b, void *user_data)
{
  const DtlPlacer *self = user_data;
  uint32_t first = *(const uint32_t *) a;
  uint32_t second = *(const uint32_t *) b;
  int order = (int) dtl_placer_get_importance (self, second) - (int) dtl_placer_get_importance (self, first);

  return order != 0 ? order : (first > second) - (first < second);
}

static void
thin (Thinner *self, uint32_t entry)
{
  GArray *best = self->best;
  guint at = best->len;

  while (at > 0 && compare_candidates (&entry, &g_array_index (best, uint32_t, at - 1), self->placer) < 0)
    at--;
  if (at == self->n_best)
    {
      g_array_append_val (self->placer->overflow, entry);
      return;
    }
  if (best->len == self->n_best)
    {
      g_array_append_val (self->placer->overflow, g_array_index (best, uint32_t, best->len - 1));
      g_array_set_size (best, best->len - 1);
    }
  g_array_insert_val (best, at, entry);
}

static void
flush (Thinner *self)
{
  g_array_append_vals (self->candidates, self->best->data, self->best->len);
  g_array_set_size (self->best, 0);
}

static void
add (Thinner *self, uint32_t entry, gboolean is_dense)
{
  const DtlLayoutMetrics *metrics = &self->placer->layout->input.metrics;
  int64_t bucket;

  if (!is_dense)
    {
      g_array_append_val (self->candidates, entry);
      return;
    }
  bucket = dtl_i64_floor_div (dtl_layout_entry_x0_px (self->placer->layout, self->placer->lane, entry),
                              MAX (MAX (metrics->cluster_distance_px, metrics->mark_size_px), 1));
  if (bucket != self->bucket)
    flush (self);
  self->bucket = bucket;
  thin (self, entry);
}

GArray *
dtl_placer_choose_candidates (DtlPlacer *self, const GArray *skip)
{
  const DtlChunk *chunk = self->chunk;
  uint32_t n_entries = chunk->end_entry - chunk->first_entry;
  gboolean is_dense = n_entries > self->layout->limits.dense_entries;
  g_autoptr (GArray) best = g_array_new (FALSE, FALSE, sizeof (uint32_t));
  Thinner thinner = { self, g_array_new (FALSE, FALSE, sizeof (uint32_t)), best, self->lane->n_item_rows, 0 };
  guint n_skipped = 0;

  for (uint32_t entry = chunk->first_entry; entry < chunk->end_entry; entry++)
    if (skip != NULL && n_skipped < skip->len && g_array_index (skip, uint32_t, n_skipped) == entry)
      n_skipped++;
    else
      add (&thinner, entry, is_dense);
  flush (&thinner);
  g_array_sort_with_data (thinner.candidates, compare_candidates, self);
  return thinner.candidates;
}
