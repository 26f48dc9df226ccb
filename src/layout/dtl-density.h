/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many events stand where in time: counts in equal columns over a span, for the overview and wherever single marks
 * are too small to be told apart.
 *
 *   2024-06-20          counts once, in the column of that day
 *   2017, [a..b]        counts once, where its mark is drawn: in the middle of what is known
 *   2018/2020, 2018/..  counts once at its start, and beside that lasts in every column that its bar covers
 *   [2018..], [..2018]  counts once, at the day that is known
 *
 * Where an event stands depends on the case alone and is found once; counting is then one pass over whole numbers for
 * each filter or width, and nothing at all for a pan or a zoom of the view.
 */
#pragma once

#include "model/dtl-columns.h"
#include "model/dtl-filter.h"

G_BEGIN_DECLS

/** DtlPlaces: where each dated event of a case stands. Never changes; shared by reference, between threads too. */
typedef struct _DtlPlaces DtlPlaces;

DtlPlaces *dtl_places_new (const DtlColumns *columns);
DtlPlaces *dtl_places_ref (DtlPlaces *self);
void dtl_places_unref (DtlPlaces *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlPlaces, dtl_places_unref)

int64_t dtl_places_get_seconds (const DtlPlaces *self, uint32_t row);

/**
 * DtlDensity:
 * @n_columns: length of both arrays
 * @n_events: for each column, how many events stand in it
 * @n_lasting: for each column, how many events last through any of it, those that start there included
 * @most_events, @most_lasting: the largest of each; 0 for none
 */
typedef struct
{
  int n_columns;
  uint32_t *n_events;
  uint32_t *n_lasting;
  uint32_t most_events;
  uint32_t most_lasting;
} DtlDensity;

DtlDensity *dtl_density_new (const DtlPlaces *places,
                             const DtlBitset *visible,
                             int64_t from_seconds,
                             int64_t to_seconds,
                             int n_columns);
void dtl_density_free (DtlDensity *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlDensity, dtl_density_free)

G_END_DECLS
