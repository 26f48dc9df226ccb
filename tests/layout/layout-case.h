/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small cases for layout tests, written down as tables: titles, actors by name, claims as role and EDTF. Text is
 * measured with a fixed width, so that no font is needed and results are the same everywhere. */
#pragma once

#include "layout/dtl-layout.h"

G_BEGIN_DECLS

/**
 * CaseActor: one actor.
 * @parent: (nullable): name of the actor that it belongs to
 * @weight: ordered by this, the highest first, then by name
 */
typedef struct
{
  const char *name;
  const char *parent;
  int weight;
} CaseActor;

/**
 * CaseEvent: one event; its id is its place in the table, from 1.
 * @title: (nullable): NULL for "not yet"
 * @date: (nullable): date label; NULL for the EDTF of the first claim
 * @actors: (nullable): names, separated by ";"
 * @claims: (nullable): "ROLE EDTF [competing] [after=EVENT:CLAIM]", separated by ";"; after makes it derived from that
 * claim of that event (both from 1)
 * @sources: (nullable): indexes, separated by ";"
 */
typedef struct
{
  const char *title;
  const char *date;
  const char *actors;
  const char *claims;
  const char *sources;
  int importance;
  int kind;
  DtlStatus status;
  DtlAssertion assertion;
} CaseEvent;

/** LayoutCase: owns everything that a layout needs. @input is ready to use and may be changed. */
typedef struct
{
  DtlTitleProvider provider; /* first */
  GPtrArray *titles;         /* by id - 1, NULL for "not yet" */
  GPtrArray *dates;
  DtlColumns *columns;
  DtlActorTable *actors;
  DtlFilter *filter;
  DtlBitset *visible;
  DtlTextMeasure *measure;
  DtlLayoutInput input;
} LayoutCase;

/* 7 px a letter, lines of 16 px, the normal metrics, all actors on, 1 px a day. @actors, @events: NULL-terminated by
 * name, and by title and claims. */
LayoutCase *layout_case_new (const CaseActor *actors, const CaseEvent *events, guint n_events);
/* Events by the seed: of all precisions, some lasting, open, uncertain, with several claims and actors, crowded around
 * a few days. */
LayoutCase *layout_case_new_random (guint32 seed, guint n_actors, guint n_events, int n_days);
void layout_case_free (LayoutCase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LayoutCase, layout_case_free)

/* Applies self->filter. */
void layout_case_refilter (LayoutCase *self);
/* World pixel of an EDTF date's start at the input's scale. */
int64_t layout_case_px (const LayoutCase *self, const char *edtf);

/* Compares with golden/NAME in the source folder; with DTL_UPDATE_GOLDENS in the environment, writes it. */
void layout_case_assert_golden (const char *name, const char *text);

G_END_DECLS
