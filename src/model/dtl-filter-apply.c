/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a filter lets through: one pass over the columns that it asks about, 64 rows at a time. What it does not
 * restrict is not looked at: switching an actor reads the participations and nothing else. */
#include "config.h"

#include "model/dtl-filter.h"

static gboolean
passes_actors (const DtlFilter *self, const DtlColumns *columns, uint32_t row, const DtlBitset *actors_on)
{
  uint32_t begin = columns->actor_first[row];
  uint32_t end = columns->actor_first[row + 1];

  if (begin == end)
    return !self->hide_no_actor;
  if (actors_on == NULL)
    return TRUE;
  for (uint32_t i = begin; i < end; i++)
    if (columns->actor_index[i] < actors_on->n_bits && dtl_bitset_get (actors_on, columns->actor_index[i]))
      return TRUE;
  return FALSE;
}

static gboolean
passes_dates (const DtlFilter *self, const DtlColumns *columns, uint32_t row)
{
  DtlBounds bounds;

  if (self->from == DTL_CIVIL_MIN && self->to == DTL_CIVIL_MAX)
    return TRUE;
  if (!dtl_columns_get_event_bounds (columns, row, &bounds))
    return !self->certain;
  return self->certain ? dtl_bounds_falls_inside (&bounds, self->from, self->to)
                       : dtl_bounds_may_fall_inside (&bounds, self->from, self->to);
}

/* Hash look-ups once an actor rather than once a participation. */
static DtlBitset *
index_actors_on (const DtlFilter *self, const DtlActorTable *actors)
{
  DtlBitset *on;

  if (self->all_actors)
    return NULL;
  on = dtl_bitset_new (dtl_actor_table_get_size (actors), FALSE);
  for (uint32_t i = 0; i < on->n_bits; i++)
    dtl_bitset_set (on, i, dtl_filter_shows_lane (self, actors, i));
  return on;
}

/** Facets: the sets as bits, one for each value a column can have. @has_bytes: whether kind, status or assertion is
 * restricted. @sources: NULL where all are on. */
typedef struct
{
  gboolean has_bytes;
  uint64_t bytes[DTL_FACET_SOURCE][4]; /* kind, status and assertion are bytes */
  DtlBitset *sources;
  gboolean no_source;
} Facets;

static void
index_bytes (const DtlFilter *self, DtlFacet facet, uint64_t bits[4])
{
  for (int value = 0; value < 256; value++)
    if (dtl_filter_is_value_on (self, facet, value))
      bits[value >> 6] |= UINT64_C (1) << (value & 63);
}

static void
index_facets (const DtlFilter *self, const GPtrArray *sources, Facets *facets)
{
  *facets = (Facets){ .sources = NULL };
  for (DtlFacet facet = DTL_FACET_KIND; facet < DTL_FACET_SOURCE; facet++)
    {
      index_bytes (self, facet, facets->bytes[facet]);
      facets->has_bytes = facets->has_bytes || dtl_filter_has_facet (self, facet);
    }
  if (!dtl_filter_has_facet (self, DTL_FACET_SOURCE))
    return;
  facets->no_source = dtl_filter_is_value_on (self, DTL_FACET_SOURCE, DTL_ID_NONE);
  facets->sources = dtl_bitset_new (sources != NULL ? sources->len : 0, FALSE);
  for (uint32_t i = 0; i < facets->sources->n_bits; i++)
    {
      const DtlSource *source = g_ptr_array_index (sources, i);

      dtl_bitset_set (facets->sources, i, dtl_filter_is_value_on (self, DTL_FACET_SOURCE, source->id));
    }
}

static gboolean
has_byte (const uint64_t bits[4], uint8_t value)
{
  return (bits[value >> 6] >> (value & 63)) & 1;
}

static gboolean
passes_sources (const Facets *facets, const DtlColumns *columns, uint32_t row)
{
  uint32_t begin = columns->source_first[row];
  uint32_t end = columns->source_first[row + 1];

  if (facets->sources == NULL)
    return TRUE;
  if (begin == end)
    return facets->no_source;
  for (uint32_t i = begin; i < end; i++)
    if (columns->source_index[i] < facets->sources->n_bits &&
        dtl_bitset_get (facets->sources, columns->source_index[i]))
      return TRUE;
  return FALSE;
}

static gboolean
passes_bytes (const Facets *facets, const DtlColumns *columns, uint32_t row)
{
  return has_byte (facets->bytes[DTL_FACET_KIND], columns->kind[row]) &&
         has_byte (facets->bytes[DTL_FACET_STATUS], columns->status[row]) &&
         has_byte (facets->bytes[DTL_FACET_ASSERTION], columns->assertion[row]);
}

/** Pass: what is restricted. */
typedef struct
{
  const DtlFilter *filter;
  const DtlColumns *columns;
  const DtlBitset *actors_on;
  const Facets *facets;
  gboolean has_actors;
  gboolean has_dates;
} Pass;

static gboolean
passes_rest (const Pass *self, uint32_t row)
{
  if (self->facets->has_bytes && !passes_bytes (self->facets, self->columns, row))
    return FALSE;
  if (self->facets->sources != NULL && !passes_sources (self->facets, self->columns, row))
    return FALSE;
  return !self->has_dates || passes_dates (self->filter, self->columns, row);
}

/* The bits of @n rows from @first on. */
static uint64_t
pass_word (const Pass *self, uint32_t first, uint32_t n)
{
  gboolean has_rest = self->facets->has_bytes || self->facets->sources != NULL || self->has_dates;
  uint64_t word = 0;

  for (uint32_t i = 0; i < n; i++)
    {
      gboolean passes = !self->has_actors || passes_actors (self->filter, self->columns, first + i, self->actors_on);

      word |= (uint64_t) (passes && (!has_rest || passes_rest (self, first + i))) << i;
    }
  return word;
}

/**
 * dtl_filter_find_rows:
 * @events: (nullable) (element-type DtlId): NULL for none
 *
 * Returns: (transfer full): their rows; what the columns do not have is left out, since it is a suggestion, or new
 * since the file was read
 */
DtlBitset *
dtl_filter_find_rows (const DtlColumns *columns, const GArray *events)
{
  DtlBitset *rows;

  g_return_val_if_fail (columns != NULL, NULL);

  rows = dtl_bitset_new (columns->n_events, FALSE);
  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      int64_t row = dtl_columns_find (columns, g_array_index (events, DtlId, i));

      if (row >= 0)
        dtl_bitset_set (rows, (uint32_t) row, TRUE);
    }
  return rows;
}

DtlBitset *
dtl_filter_apply (const DtlFilter *self,
                  const DtlColumns *columns,
                  const DtlActorTable *actors,
                  const GPtrArray *sources,
                  const DtlBitset *hits)
{
  g_autoptr (DtlBitset) actors_on = NULL;
  g_autoptr (DtlBitset) sources_on = NULL;
  Facets facets;
  Pass pass = { self,
                columns,
                NULL,
                &facets,
                !self->all_actors || self->hide_no_actor,
                self->from != DTL_CIVIL_MIN || self->to != DTL_CIVIL_MAX };
  DtlBitset *shown;

  g_return_val_if_fail (self != NULL && columns != NULL && actors != NULL, NULL);
  g_return_val_if_fail (hits == NULL || hits->n_bits == columns->n_events, NULL);

  shown = dtl_bitset_new (columns->n_events, FALSE);
  actors_on = index_actors_on (self, actors);
  index_facets (self, sources, &facets);
  sources_on = facets.sources;
  pass.actors_on = actors_on;
  for (uint32_t row = 0; row < columns->n_events; row += 64)
    shown->words[row / 64] = pass_word (&pass, row, MIN (columns->n_events - row, 64));
  if (hits != NULL)
    dtl_bitset_and (shown, hits);
  if (self->only_events != NULL)
    {
      g_autoptr (DtlBitset) events = dtl_filter_find_rows (columns, self->only_events);

      dtl_bitset_and (shown, events);
    }
  return shown;
}
