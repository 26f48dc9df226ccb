/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sets of a filter: kind, status, assertion, source. Which values there are is the case's, so it is given. */
#include "config.h"

#include "model/dtl-filter.h"

static void
switch_on (DtlFilter *self, DtlFacet facet, int64_t value)
{
  g_hash_table_add (self->facets[facet], g_memdup2 (&value, sizeof value));
}

static gboolean
are_all_on (const DtlFilter *self, DtlFacet facet, const GArray *values)
{
  for (guint i = 0; i < values->len; i++)
    if (!dtl_filter_is_value_on (self, facet, g_array_index (values, DtlFacetValue, i).value))
      return FALSE;
  return TRUE;
}

/**
 * dtl_filter_set_value_on:
 * @self: the filter
 * @facet: of what
 * @value: which
 * @on: whether it is on from now on
 * @values: (element-type DtlFacetValue): all that occur in the case
 *
 * Where all are on, switching one off names the others. When all are on again the set is gone, so that a value that the
 * case gets later is on too.
 */
void
dtl_filter_set_value_on (DtlFilter *self, DtlFacet facet, int64_t value, gboolean on, const GArray *values)
{
  g_return_if_fail (self != NULL && facet < DTL_N_FACETS && values != NULL);

  if (dtl_filter_is_value_on (self, facet, value) == !!on)
    return;
  if (self->facets[facet] == NULL)
    {
      self->facets[facet] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      for (guint i = 0; i < values->len; i++)
        switch_on (self, facet, g_array_index (values, DtlFacetValue, i).value);
    }
  if (on)
    switch_on (self, facet, value);
  else
    g_hash_table_remove (self->facets[facet], &value);
  if (are_all_on (self, facet, values))
    dtl_filter_reset_facet (self, facet);
}

/** dtl_filter_is_value_on: Returns: whether this value is on */
gboolean
dtl_filter_is_value_on (const DtlFilter *self, DtlFacet facet, int64_t value)
{
  g_return_val_if_fail (self != NULL && facet < DTL_N_FACETS, TRUE);

  return self->facets[facet] == NULL || g_hash_table_contains (self->facets[facet], &value);
}

/** dtl_filter_has_facet: Returns: whether some values may be off */
gboolean
dtl_filter_has_facet (const DtlFilter *self, DtlFacet facet)
{
  g_return_val_if_fail (self != NULL && facet < DTL_N_FACETS, FALSE);

  return self->facets[facet] != NULL;
}

/** dtl_filter_reset_facet: all values are on again, also those that the case gets later */
void
dtl_filter_reset_facet (DtlFilter *self, DtlFacet facet)
{
  g_return_if_fail (self != NULL && facet < DTL_N_FACETS);

  g_clear_pointer (&self->facets[facet], g_hash_table_unref);
}

/* --- what there is ---------------------------------------------------------------------------------------------- */

static int
compare_values (const void *a, const void *b)
{
  const DtlFacetValue *first = a;
  const DtlFacetValue *second = b;

  if (first->n_events != second->n_events)
    return first->n_events > second->n_events ? -1 : 1;
  return (first->value > second->value) - (first->value < second->value);
}

static void
add_value (GArray *values, int64_t value, uint32_t n_events)
{
  DtlFacetValue counted = { value, n_events };

  if (n_events > 0)
    g_array_append_val (values, counted);
}

static void
count_bytes (GArray *values, const uint8_t *column, uint32_t n_events)
{
  uint32_t counts[256] = { 0 };

  for (uint32_t row = 0; row < n_events; row++)
    counts[column[row]]++;
  for (int value = 0; value < 256; value++)
    add_value (values, value, counts[value]);
}

static void
count_sources (GArray *values, const DtlColumns *columns, const GPtrArray *sources)
{
  g_autofree uint32_t *counts = g_new0 (uint32_t, sources->len + 1);
  uint32_t n_without = 0;

  for (uint32_t row = 0; row < columns->n_events; row++)
    {
      n_without += columns->source_first[row] == columns->source_first[row + 1];
      for (uint32_t i = columns->source_first[row]; i < columns->source_first[row + 1]; i++)
        if (columns->source_index[i] < sources->len)
          counts[columns->source_index[i]]++;
    }
  for (guint i = 0; i < sources->len; i++)
    add_value (values, ((const DtlSource *) g_ptr_array_index (sources, i))->id, counts[i]);
  add_value (values, DTL_ID_NONE, n_without);
}

/**
 * dtl_facet_list_values:
 * @facet: of what
 * @columns: the case's events
 * @sources: (nullable) (element-type DtlSource): in the order of the columns' indexes; needed for sources alone
 *
 * Returns: (transfer full) (element-type DtlFacetValue): what occurs, most events first
 */
GArray *
dtl_facet_list_values (DtlFacet facet, const DtlColumns *columns, const GPtrArray *sources)
{
  GArray *values;

  g_return_val_if_fail (facet < DTL_N_FACETS && columns != NULL, NULL);
  g_return_val_if_fail (facet != DTL_FACET_SOURCE || sources != NULL, NULL);

  values = g_array_new (FALSE, FALSE, sizeof (DtlFacetValue));
  if (facet == DTL_FACET_KIND)
    count_bytes (values, columns->kind, columns->n_events);
  else if (facet == DTL_FACET_STATUS)
    count_bytes (values, columns->status, columns->n_events);
  else if (facet == DTL_FACET_ASSERTION)
    count_bytes (values, columns->assertion, columns->n_events);
  else
    count_sources (values, columns, sources);
  g_array_sort (values, compare_values);
  return values;
}
