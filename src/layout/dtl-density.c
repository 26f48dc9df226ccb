/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-density.h. */
#include "config.h"

#include "layout/dtl-density.h"

#include "layout/dtl-layout.h"
#include "layout/dtl-spans-private.h"

/** Lasting: an event that lasts, from and to inclusive. */
typedef struct
{
  uint32_t row;
  int64_t from_seconds;
  int64_t to_seconds;
} Lasting;

struct _DtlPlaces
{
  gatomicrefcount ref_count;
  uint32_t n_events;
  uint32_t n_dated;
  int64_t *seconds;
  GArray *lasting;
};

/** Grid: the columns over a span. */
typedef struct
{
  double from_seconds;
  double columns_per_second;
  int n_columns;
} Grid;

/* --- places ----------------------------------------------------------------------------------------------------- */

static int64_t
middle (int64_t a, int64_t b)
{
  return a / 2 + b / 2 + (a % 2 + b % 2) / 2;
}

/* Where the main mark is drawn; see dtl-marks.c. */
static int64_t
find_place (const DtlSpans *horizon, const DtlBounds *bounds)
{
  gboolean lasts = (bounds->flags & DTL_BOUND_LASTS) != 0;

  if (dtl_civil_is_finite (bounds->start_earliest))
    return dtl_civil_is_finite (bounds->start_latest) ? middle (bounds->start_earliest, bounds->start_latest)
                                                      : bounds->start_earliest;
  if (dtl_civil_is_finite (bounds->end_latest))
    return bounds->end_latest;
  if (lasts && dtl_civil_is_finite (bounds->start_latest))
    return bounds->start_latest;
  return middle (horizon->horizon_from, horizon->horizon_to);
}

static void
add_place (DtlPlaces *self, const DtlColumns *columns, const DtlSpans *horizon, uint32_t row)
{
  DtlBounds main_bounds = dtl_columns_get_bounds (columns, dtl_columns_get_main_mark (columns, row));
  Lasting lasting = { .row = row };
  DtlBounds bounds;

  dtl_columns_get_event_bounds (columns, row, &bounds);
  self->seconds[row] = find_place (horizon, &main_bounds);
  if (!(bounds.flags & DTL_BOUND_LASTS))
    return;
  dtl_spans_of_bounds (horizon, &bounds, &lasting.from_seconds, &lasting.to_seconds);
  g_array_append_val (self->lasting, lasting);
}

/**
 * dtl_places_new:
 * @columns: the events; not needed afterwards
 *
 * One pass over the marks of a case.
 *
 * Returns: (transfer full)
 */
DtlPlaces *
dtl_places_new (const DtlColumns *columns)
{
  DtlPlaces *self;
  DtlSpans horizon = { 0 };
  g_autoptr (DtlBitset) everything = NULL;

  g_return_val_if_fail (columns != NULL, NULL);

  self = g_new0 (DtlPlaces, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->n_events = columns->n_events;
  self->n_dated = columns->n_dated;
  self->seconds = g_new (int64_t, (size_t) columns->n_dated + 1);
  self->lasting = g_array_new (FALSE, FALSE, sizeof (Lasting));
  everything = dtl_bitset_new (columns->n_events, TRUE);
  dtl_layout_get_extent (columns, everything, &horizon.horizon_from, &horizon.horizon_to);
  for (uint32_t row = 0; row < columns->n_dated; row++)
    add_place (self, columns, &horizon, row);
  return self;
}

/** dtl_places_ref: Returns: (transfer full): @self */
DtlPlaces *
dtl_places_ref (DtlPlaces *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/** dtl_places_unref: @self: (transfer full) (nullable) */
void
dtl_places_unref (DtlPlaces *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->lasting);
  g_free (self->seconds);
  g_free (self);
}

/** dtl_places_get_seconds: @row: of a dated event. Returns: the civil second at which its main mark stands */
int64_t
dtl_places_get_seconds (const DtlPlaces *self, uint32_t row)
{
  g_return_val_if_fail (self != NULL && row < self->n_dated, 0);

  return self->seconds[row];
}

/* --- counting --------------------------------------------------------------------------------------------------- */

/* As a double, since the span of all time is no int64; not yet within the columns. */
static double
column_of (const Grid *self, int64_t civil_seconds)
{
  return ((double) civil_seconds - self->from_seconds) * self->columns_per_second;
}

static void
count_events (const Grid *grid, const DtlPlaces *places, const DtlBitset *visible, uint32_t *counts)
{
  for (uint32_t row = dtl_bitset_find_next (visible, 0); row < places->n_dated;
       row = dtl_bitset_find_next (visible, row + 1))
    {
      double column = column_of (grid, places->seconds[row]);

      if (column >= 0 && column < grid->n_columns)
        counts[(int) column]++;
    }
}

/* Each event adds one where it begins and takes it away behind its end; the sums from the left are the counts. */
static void
count_lasting (const Grid *grid, const DtlPlaces *places, const DtlBitset *visible, uint32_t *counts)
{
  g_autofree int64_t *steps = g_new0 (int64_t, (size_t) grid->n_columns + 1);
  int64_t sum = 0;

  for (guint i = 0; i < places->lasting->len; i++)
    {
      const Lasting *lasting = &g_array_index (places->lasting, Lasting, i);
      double first = column_of (grid, lasting->from_seconds);
      double last = column_of (grid, lasting->to_seconds);

      if (!dtl_bitset_get (visible, lasting->row) || first >= grid->n_columns || last < 0)
        continue;
      steps[(int) MAX (first, 0)]++;
      steps[(int) MIN (last, grid->n_columns - 1) + 1]--;
    }
  for (int i = 0; i < grid->n_columns; i++)
    {
      sum += steps[i];
      counts[i] = (uint32_t) sum;
    }
}

static uint32_t
largest (const uint32_t *counts, int n)
{
  uint32_t most = 0;

  for (int i = 0; i < n; i++)
    most = MAX (most, counts[i]);
  return most;
}

/**
 * dtl_density_new:
 * @places: of the case
 * @visible: the rows that count
 * @from_seconds, @to_seconds: the span, inclusive, in order
 * @n_columns: how many, at least 1
 *
 * Returns: (transfer full): the counts; what stands outside of the span counts nowhere
 */
DtlDensity *
dtl_density_new (const DtlPlaces *places,
                 const DtlBitset *visible,
                 int64_t from_seconds,
                 int64_t to_seconds,
                 int n_columns)
{
  DtlDensity *self;
  Grid grid = { .from_seconds = (double) from_seconds, .n_columns = n_columns };

  g_return_val_if_fail (places != NULL && visible != NULL && visible->n_bits == places->n_events, NULL);
  g_return_val_if_fail (from_seconds <= to_seconds && n_columns > 0, NULL);

  grid.columns_per_second = n_columns / ((double) to_seconds - (double) from_seconds + 1);
  self = g_new0 (DtlDensity, 1);
  self->n_columns = n_columns;
  self->n_events = g_new0 (uint32_t, n_columns);
  self->n_lasting = g_new0 (uint32_t, n_columns);
  count_events (&grid, places, visible, self->n_events);
  count_lasting (&grid, places, visible, self->n_lasting);
  self->most_events = largest (self->n_events, n_columns);
  self->most_lasting = largest (self->n_lasting, n_columns);
  return self;
}

/** dtl_density_free: @self: (nullable) */
void
dtl_density_free (DtlDensity *self)
{
  if (self == NULL)
    return;
  g_free (self->n_events);
  g_free (self->n_lasting);
  g_free (self);
}
