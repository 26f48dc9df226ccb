/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which events show. A filter is data; applying it gives a bitset over the rows of the columns, without touching text.
 *
 * Actor rule (design): an event shows if at least one of its actors, or one that belongs to them, is on; an event
 * without actors always shows, in a row of its own. With no actor named, all are on.
 *
 * Kind, status, assertion and source are facets: sets of values that are on, or all of them where nobody chose. An
 * event shows if one of its values is on. What it has no source for has the value DTL_ID_NONE. */
#pragma once

#include "model/dtl-actor-table.h"
#include "model/dtl-columns.h"

G_BEGIN_DECLS

/** DtlBitset: a fixed number of bits, shared by reference once filled. */
typedef struct
{
  gatomicrefcount ref_count;
  uint32_t n_bits;
  uint64_t words[];
} DtlBitset;

DtlBitset *dtl_bitset_new (uint32_t n_bits, gboolean value);
DtlBitset *dtl_bitset_ref (DtlBitset *self);
void dtl_bitset_unref (DtlBitset *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlBitset, dtl_bitset_unref)
uint32_t dtl_bitset_count (const DtlBitset *self);
uint32_t dtl_bitset_count_range (const DtlBitset *self, uint32_t first, uint32_t n);
uint32_t dtl_bitset_count_both (const DtlBitset *self, const DtlBitset *other);
uint32_t dtl_bitset_find_next (const DtlBitset *self, uint32_t first);
DtlBitset *dtl_bitset_copy (const DtlBitset *self);
void dtl_bitset_and (DtlBitset *self, const DtlBitset *other);

static inline gboolean
dtl_bitset_get (const DtlBitset *self, uint32_t bit)
{
  return (self->words[bit >> 6] >> (bit & 63)) & 1;
}

static inline void
dtl_bitset_set (DtlBitset *self, uint32_t bit, gboolean value)
{
  if (value)
    self->words[bit >> 6] |= UINT64_C (1) << (bit & 63);
  else
    self->words[bit >> 6] &= ~(UINT64_C (1) << (bit & 63));
}

/** DtlFacet: what a set of values restricts. */
typedef enum
{
  DTL_FACET_KIND,      /* DtlEventKind, or an own kind's number */
  DTL_FACET_STATUS,    /* DtlStatus */
  DTL_FACET_ASSERTION, /* DtlAssertion */
  DTL_FACET_SOURCE,    /* DtlId, DTL_ID_NONE for events without a passage */
  DTL_N_FACETS,
} DtlFacet;

/** DtlFacetValue: a value that occurs in a case, and in how many events. */
typedef struct
{
  int64_t value;
  uint32_t n_events;
} DtlFacetValue;

/* How a value is called, (transfer full). */
typedef char *(*DtlFacetNameFunc) (DtlFacet facet, int64_t value, gpointer user_data);

/** DtlFilter: everything that narrows the view. Owned by whoever made it. */
typedef struct
{
  gboolean all_actors;              /* TRUE: @actors_on is not looked at */
  gboolean hide_no_actor;           /* TRUE: events without actors do not show (a person named the actors that count) */
  GHashTable *actors_on;            /* set of DtlId (as int64 keys), the actors that are on */
  int64_t from;                     /* civil seconds inclusive, DTL_CIVIL_MIN for none */
  int64_t to;                       /* civil seconds inclusive, DTL_CIVIL_MAX for none */
  gboolean certain;                 /* TRUE: falls inside; FALSE: may fall inside */
  char *text;                       /* (nullable): words for the full-text search, answered by the store */
  GArray *only_events;              /* (nullable) (element-type DtlId): sorted; what else there is does not show */
  GHashTable *facets[DTL_N_FACETS]; /* (nullable): sets of int64, the values that are on; NULL: all of them */
} DtlFilter;

DtlFilter *dtl_filter_new (void);
DtlFilter *dtl_filter_copy (const DtlFilter *self);
void dtl_filter_free (DtlFilter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlFilter, dtl_filter_free)

void dtl_filter_set_actor_on (DtlFilter *self, DtlId actor, gboolean on, const DtlActorTable *actors);
gboolean dtl_filter_is_actor_on (const DtlFilter *self, DtlId actor);
gboolean dtl_filter_is_empty (const DtlFilter *self);

/* The actor rule alone, by index into @actors: whether a lane of this actor is shown. */
gboolean dtl_filter_shows_lane (const DtlFilter *self, const DtlActorTable *actors, uint32_t actor_index);

/* The values of a facet that occur in a case, most events first, then by value. @sources: (element-type DtlSource), as
 * the columns were made from. (element-type DtlFacetValue) (transfer full) */
GArray *dtl_facet_list_values (DtlFacet facet, const DtlColumns *columns, const GPtrArray *sources);

/* @values: those that occur (element-type DtlFacetValue): what "all" means when one is switched off, and when all are
 * on again. */
void dtl_filter_set_value_on (DtlFilter *self, DtlFacet facet, int64_t value, gboolean on, const GArray *values);
gboolean dtl_filter_is_value_on (const DtlFilter *self, DtlFacet facet, int64_t value);
gboolean dtl_filter_has_facet (const DtlFilter *self, DtlFacet facet);
void dtl_filter_reset_facet (DtlFilter *self, DtlFacet facet);
void dtl_filter_reset_actors (DtlFilter *self);
/* Nothing but these events shows, as far as the rest of the filter lets it. @events: (nullable): in any order; copied;
 * NULL: no longer */
void dtl_filter_set_only_events (DtlFilter *self, const DtlId *events, guint n_events);

/* @sources: (nullable) (element-type DtlSource): as the columns were made from; needed where sources are restricted.
 * @hits: (nullable): rows that the full-text search found; NULL when the filter has no text. An undated event passes a
 * filter on dates only in the reading "may fall inside". Returns: (transfer full). */
DtlBitset *dtl_filter_apply (const DtlFilter *self,
                             const DtlColumns *columns,
                             const DtlActorTable *actors,
                             const GPtrArray *sources,
                             const DtlBitset *hits);

DtlBitset *dtl_filter_find_rows (const DtlColumns *columns, const GArray *events);

/* One line in words for the stamp: "actors: Department of Commerce; from 2017 to 2024-12 (may fall inside)"; NULL if
 * empty. @name: (nullable): names values of facets; NULL for their stable names. (transfer full) (nullable) */
char *
dtl_filter_describe (const DtlFilter *self, const DtlActorTable *actors, DtlFacetNameFunc name, gpointer user_data);

/* Where the filter's span begins or ends as EDTF, as coarse as it is exact; NULL where it is open.
 * (transfer full) (nullable) */
char *dtl_filter_format_from (const DtlFilter *self);
char *dtl_filter_format_to (const DtlFilter *self);

G_END_DECLS
