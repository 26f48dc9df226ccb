/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the session share: dtl-session.c has case and selection, dtl-session-filter.c the filter,
 * dtl-session-chosen.c what is selected besides, dtl-session-search.c the search. */
#pragma once

#include "app/dtl-session.h"
#include "app/find/dtl-finder.h"
#include "service/dtl-shown.h"

G_BEGIN_DECLS

/*
 * DtlSession:
 * @filter: of what shows
 * @visible: the rows that it lets through, never NULL
 * @lanes: (nullable): of these, where they were made with them
 * @wanted: (nullable): the filter that is to show as soon as a thread has found out what it lets through
 * @filtering: (nullable): cancels that; NULL where nothing is under way
 * @many_events: from so many events on a thread finds it out
 * @selected, @passage: DTL_ID_NONE for none
 * @chosen: (nullable): rows, where several events are selected; @selected is one of them
 * @chosen_ids: (nullable) (element-type DtlId): the same as ids, which stay when rows move
 */
struct _DtlSession
{
  GObject parent_instance;
  DtlDocument *document;
  DtlFilter *filter;
  DtlBitset *visible;
  DtlLanes *lanes;
  DtlFilter *wanted;
  GCancellable *filtering;
  guint many_events;
  DtlId selected;
  DtlId passage;
  DtlBitset *chosen;
  GArray *chosen_ids;
  DtlFinder *finder;
};

/* To be called when the columns are others, and at first: at once. Returns: whether that is the first that shows with a
 * filter that was still wanted */
gboolean dtl_session_filter_anew (DtlSession *self);
void dtl_session_forget_filter (DtlSession *self);
void dtl_session_emit_filter_changed (DtlSession *self);

void dtl_session_forget_chosen (DtlSession *self);
void dtl_session_update_chosen (DtlSession *self);
void dtl_session_find_chosen (DtlSession *self);
void dtl_session_emit_selection_changed (DtlSession *self);

void dtl_session_install_search_signals (GType type);
void dtl_session_emit_search_changed (gpointer session);
DtlBitset *dtl_session_find_filter_hits (DtlSession *self, const DtlFilter *filter);

G_END_DECLS
