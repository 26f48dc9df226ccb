/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which events show. A filter is data; applying it gives a bitset over the rows of the columns, without touching text.
 *
 * Actor rule (design): an event shows if at least one of its actors, or one that belongs to them, is on; an event
 * without actors always shows, in a row of its own. With no actor named, all are on. */
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

/** DtlFilter: everything that narrows the view. Owned by whoever made it. */
typedef struct
{
  gboolean all_actors;    /* TRUE: @actors_on is not looked at */
  gboolean hide_no_actor; /* TRUE: events without actors do not show (a person named the actors that count) */
  GHashTable *actors_on;  /* set of DtlId (as int64 keys), the actors that are on */
  int64_t from;           /* civil seconds inclusive, DTL_CIVIL_MIN for none */
  int64_t to;             /* civil seconds inclusive, DTL_CIVIL_MAX for none */
  gboolean certain;       /* TRUE: falls inside; FALSE: may fall inside */
  char *text;             /* (nullable): words for the full-text search, answered by the store */
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

/* @hits: (nullable): rows that the full-text search found; NULL when the filter has no text. An undated event passes a
 * filter on dates only in the reading "may fall inside". Returns: (transfer full). */
DtlBitset *
dtl_filter_apply (const DtlFilter *self, const DtlColumns *columns, const DtlActorTable *actors, const DtlBitset *hits);

/* One line in words for the stamp: "actors: Department of Commerce; from 2017 to 2024-12 (may fall inside)"; NULL if
 * empty. (transfer full) (nullable) */
char *dtl_filter_describe (const DtlFilter *self, const DtlActorTable *actors);

G_END_DECLS
