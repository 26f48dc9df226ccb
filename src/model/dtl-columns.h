/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What layout, filters and counts need of every event, as columns in memory: arrays side by side, one entry an event,
 * sorted by time. Text and titles are not here; they stay in the store. Built by the store in one pass over its narrow
 * tables, then read-only and shared by reference.
 *
 * Order of events: dated ones first, by start (earliest, then latest, then id); undated ones after them, by id.
 *   row        0 ........ n_dated | n_dated ........ n_events
 *   marks of row r:           mark_first[r] .. mark_first[r + 1]
 *   participations of row r:  actor_first[r] .. actor_first[r + 1]  -> actor_index[] into the actor table
 */
#pragma once

#include "base/dtl-id.h"
#include "date/dtl-bounds.h"
#include "model/dtl-terms.h"

G_BEGIN_DECLS

/** DtlMark: one claim as it is drawn, as a whole: what goes into the columns, and what dtl_columns_get_mark() answers.
 * Accepted and competing claims have marks, rejected ones have none. */
typedef struct
{
  DtlId claim;
  DtlBounds bounds;
  uint8_t role;     /* DtlClaimRole */
  uint8_t standing; /* DtlStanding: accepted or competing */
  uint8_t limit;    /* DtlLimit */
  uint8_t is_derived;
  uint8_t is_stretch;   /* DTL_EDTF_ONE_OF: one unknown day of it */
  uint8_t precision;    /* DtlPrecision of the first date */
  uint8_t is_supplied;  /* rests on a supplied issued date */
  uint32_t anchor_mark; /* index of the mark of the anchor claim that a derived one is tied to, or DTL_NO_MARK */
} DtlMark;

/** DtlMarkForm: how the four bounds of a mark stand in few bytes: see dtl_columns_get_bounds(). */
typedef enum
{
  DTL_MARK_FORM_SPAN,   /* start and end anywhere in what begins with @day and goes on for @reach seconds */
  DTL_MARK_FORM_SECOND, /* start and end in the second number @reach of @day */
  DTL_MARK_FORM_DAYS,   /* starts on @day, ends on the day @reach days later */
  DTL_MARK_FORM_OTHER,  /* whatever is in none of these: bounds number @reach of the table */
} DtlMarkForm;

/**
 * DtlColumnsMark: a mark in the columns. Its claim, bounds and anchor have functions; what else DtlMark has is here
 * under the same names.
 * @day: since 1970
 * @is_main: whether it is the start of its event
 */
typedef struct
{
  int32_t day;
  uint32_t reach;
  guint bound_flags : 8;
  guint form : 2;
  guint role : 3;
  guint standing : 2;
  guint limit : 2;
  guint precision : 3;
  guint is_derived : 1;
  guint is_stretch : 1;
  guint is_supplied : 1;
  guint is_main : 1;
} DtlColumnsMark;

/** DtlColumnsAnchor: a tie from a derived mark to the mark of its anchor claim. */
typedef struct
{
  uint32_t mark;
  uint32_t anchor_mark;
} DtlColumnsAnchor;

#define DTL_NO_MARK UINT32_MAX

/** DtlEventFlags: what the line must show beside the dates. */
typedef enum
{
  DTL_EVENT_HAS_PASSAGE = 1 << 0,
  DTL_EVENT_HAS_FULL_PASSAGE = 1 << 1,
  DTL_EVENT_HAS_COMPETING = 1 << 2,
} DtlEventFlags;

/** DtlColumnsLink: a link as it is seen from one of its ends. @row: that end, @other: the other one, in rows.
 * @is_from: whether it leads from @row to @other */
typedef struct
{
  uint32_t row;
  uint32_t other;
  uint8_t type; /* DtlLinkType */
  uint8_t is_from;
} DtlColumnsLink;

/**
 * DtlColumns:
 * @actor_index, @source_index: ascending within an event, each once
 * @marks, @mark_claim: those of an event by time (dtl_bounds_compare), then role, then claim
 * @other_bounds: of the few marks whose bounds have no shorter form
 * @anchors: by mark; of marks that are tied to one, @n_anchors of them
 * @era_kind: the number of the own kind whose events are eras, DTL_NO_ERA_KIND where the case has none
 * @links: (nullable): each link twice, once for either end, by row, other and type
 */
typedef struct
{
  gatomicrefcount ref_count;
  uint32_t n_events;
  uint32_t n_dated;
  uint32_t n_marks;
  uint32_t n_participations;
  uint32_t n_links;
  DtlId *id;
  uint32_t *mark_first;   /* n_events + 1 */
  uint32_t *actor_first;  /* n_events + 1 */
  uint32_t *source_first; /* n_events + 1, into source_index: sources that its passages are in */
  uint32_t *actor_index;
  uint32_t *source_index;
  uint16_t *importance;
  uint8_t *kind;
  uint8_t *status;
  uint8_t *assertion;
  uint8_t *flags;
  DtlId *mark_claim;
  DtlColumnsMark *marks;
  DtlBounds *other_bounds;
  DtlColumnsAnchor *anchors;
  uint32_t n_anchors;
  DtlColumnsLink *links;
  uint8_t era_kind;
} DtlColumns;

/** DTL_NO_ERA_KIND: no event has it: it is below the numbers of own kinds. */
#define DTL_NO_ERA_KIND (DTL_EVENT_KIND_FIRST_OWN - 1)

/** DTL_ERA_KIND_NAME: the name, in any case of letters, of the own kind whose events are eras: named stretches of time
 * that are drawn behind all lanes. */
#define DTL_ERA_KIND_NAME "era"

static inline gboolean
dtl_columns_is_era (const DtlColumns *self, uint32_t row)
{
  return self->kind[row] == self->era_kind;
}

DtlColumns *dtl_columns_ref (DtlColumns *self);
void dtl_columns_unref (DtlColumns *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlColumns, dtl_columns_unref)

/** DtlColumnsSource: that an event has a source. @source: its number; negative ones are left out */
typedef struct
{
  DtlId event;
  int64_t source;
} DtlColumnsSource;

/* Fills in the sources of events in the place of those that were there: the one thing that may come after the columns
 * are finished, and before anybody asked for it. In any order; best by event. */
void dtl_columns_set_sources (DtlColumns *self, const DtlColumnsSource *sources, guint n_sources);
/* Gives actors other numbers: @map by the old ones. Before anybody else has the columns. */
void dtl_columns_renumber_actors (DtlColumns *self, const uint32_t *map);

/* The bounds of a mark, from its form. @other_bounds: the table that the fourth form refers to */
static inline DtlBounds
dtl_columns_mark_unpack (const DtlColumnsMark *self, const DtlBounds *other_bounds)
{
  int64_t first = self->day * DTL_SECONDS_PER_DAY;
  int64_t last;

  switch ((DtlMarkForm) self->form)
    {
    case DTL_MARK_FORM_SPAN:
      last = first + self->reach;
      return (DtlBounds){ first, last, first, last, self->bound_flags };
    case DTL_MARK_FORM_SECOND:
      first += self->reach;
      return (DtlBounds){ first, first, first, first, self->bound_flags };
    case DTL_MARK_FORM_DAYS:
      last = first + self->reach * DTL_SECONDS_PER_DAY;
      return (DtlBounds){ first, first + DTL_SECONDS_PER_DAY - 1, last, last + DTL_SECONDS_PER_DAY - 1,
                          self->bound_flags };
    case DTL_MARK_FORM_OTHER:
    default:
      return other_bounds[self->reach];
    }
}

static inline DtlBounds
dtl_columns_get_bounds (const DtlColumns *self, uint32_t mark)
{
  return dtl_columns_mark_unpack (&self->marks[mark], self->other_bounds);
}

/* Index of the mark that is the start of an event; DTL_NO_MARK for undated ones. */
static inline uint32_t
dtl_columns_get_main_mark (const DtlColumns *self, uint32_t row)
{
  for (uint32_t i = self->mark_first[row]; row < self->n_dated && i < self->mark_first[row + 1]; i++)
    if (self->marks[i].is_main)
      return i;
  return DTL_NO_MARK;
}

/* The mark of the anchor claim that a derived mark is tied to, or DTL_NO_MARK. */
uint32_t dtl_columns_get_anchor (const DtlColumns *self, uint32_t mark);
/* All of a mark at once. */
DtlMark dtl_columns_get_mark (const DtlColumns *self, uint32_t mark);

/* Civil seconds: earliest start and latest end over all marks of a dated event, so that whatever is drawn of it lies
 * between them: for clipping. Not always ascending: rows are sorted by the main mark alone. An undated event has
 * DTL_CIVIL_MAX and DTL_CIVIL_MIN, which meet nothing. */
void dtl_columns_get_reach (const DtlColumns *self, uint32_t row, int64_t *start, int64_t *end);
/* The links that lead from or to an event: @n_links of them. A binary search. (transfer none) (nullable) */
const DtlColumnsLink *dtl_columns_get_links (const DtlColumns *self, uint32_t row, uint32_t *n_links);

/* The row of an event, or -1. A binary search. */
int64_t dtl_columns_find (const DtlColumns *self, DtlId event);

/* The bounds that rule filters and counts: the start of the main mark, the end of the accepted mark of the role ended
 * where there is one. FALSE for an undated event. */
gboolean dtl_columns_get_event_bounds (const DtlColumns *self, uint32_t row, DtlBounds *bounds);

/* Building: rows and their marks, actors, sources and links in any order; finish sorts, ties and hands over.
 * Ids of events are unique; marks, actors, sources and links of an event that was not added are left out. */
typedef struct _DtlColumnsBuilder DtlColumnsBuilder;

typedef struct
{
  DtlId id;
  int importance;
  int kind;
  DtlStatus status;
  DtlAssertion assertion;
  int main_role; /* -1 for the kind's default */
  int flags;
} DtlColumnsEvent;

DtlColumnsBuilder *dtl_columns_builder_new (void);
void dtl_columns_builder_free (DtlColumnsBuilder *self);
void dtl_columns_builder_add_event (DtlColumnsBuilder *self, const DtlColumnsEvent *event);
/* @anchor_claim: the claim a derived one hangs on, or DTL_ID_NONE. The mark's anchor_mark is filled in by finish. */
void dtl_columns_builder_add_mark (DtlColumnsBuilder *self, DtlId event, const DtlMark *mark, DtlId anchor_claim);
void dtl_columns_builder_add_actor (DtlColumnsBuilder *self, DtlId event, uint32_t actor_index);
void dtl_columns_builder_add_source (DtlColumnsBuilder *self, DtlId event, uint32_t source_index);
/* @kind: number of the own kind whose events are eras, or DTL_NO_ERA_KIND, which is what goes without this */
void dtl_columns_builder_set_era_kind (DtlColumnsBuilder *self, int kind);
void dtl_columns_builder_add_link (DtlColumnsBuilder *self, DtlId from, DtlId to, DtlLinkType type);
/* Returns: (transfer full): the columns. The builder is empty afterwards and is still to be freed. */
DtlColumns *dtl_columns_builder_finish (DtlColumnsBuilder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlColumnsBuilder, dtl_columns_builder_free)

G_END_DECLS
