/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the panes of one window share: the case, the filter with what it lets through, and the selection. A pane changes
 * it here and every pane hears of it; no pane knows another. What only concerns the canvas (zoom, scroll) is not here.
 */
#pragma once

#include "layout/dtl-lanes.h"
#include "service/dtl-export-worker.h"

G_BEGIN_DECLS

#define DTL_TYPE_SESSION (dtl_session_get_type ())
G_DECLARE_FINAL_TYPE (DtlSession, dtl_session, DTL, SESSION, GObject)

/** DTL_NO_ROW: no row of the columns. */
#define DTL_NO_ROW UINT32_MAX

/**
 * DtlSession::case-changed: tables and columns are new. The selection was kept by id where the event is still there.
 * DtlSession::filter-changed: other events show.
 * DtlSession::selection-changed: another event, or another passage of it.
 * DtlSession::search-changed: other words are searched for, or the answer to them has come.
 * DtlSession::place-shown: dtl_session_get_place() is what the person wants to see.
 */

DtlSession *dtl_session_new (DtlDocument *document);
DtlDocument *dtl_session_get_document (DtlSession *self);

/* What shows: filter, rows and lanes are always of each other. In a case of many events another filter shows a moment
 * after it was set, when a thread has found what it lets through; ::filter-changed tells. Whoever changes the filter
 * starts from the one that was set last. */
const DtlFilter *dtl_session_get_filter (DtlSession *self);
DtlBitset *dtl_session_get_visible (DtlSession *self);
DtlLanes *dtl_session_get_lanes (DtlSession *self);
guint dtl_session_get_n_hidden (DtlSession *self);
const DtlFilter *dtl_session_get_wanted_filter (DtlSession *self);
gboolean dtl_session_is_filtering (DtlSession *self);

/* A worker for pictures of what the session shows. (transfer full) */
DtlExportWorker *dtl_session_new_export_worker (DtlSession *self);

void dtl_session_set_actor_on (DtlSession *self, DtlId actor, gboolean on);
gboolean dtl_session_is_actor_on (DtlSession *self, DtlId actor);
gboolean dtl_session_has_all_actors (DtlSession *self);
void dtl_session_show_all (DtlSession *self);
/* Whether something of the case is left out: by the filter, or by looking at it as it was known on a day. */
gboolean dtl_session_is_narrowed (DtlSession *self);
/* The case as it was known on a day (EDTF), or NULL for all of it; see dtl_document_set_known_on(). */
void dtl_session_set_known_on (DtlSession *self, const char *edtf, gboolean may_be);

/* Replaces the whole filter by a copy of @filter. */
void dtl_session_set_filter (DtlSession *self, const DtlFilter *filter);
/* Shows at once what another session of the same document shows. */
void dtl_session_set_filter_of (DtlSession *self, DtlSession *other);

/* Searching marks events and hides none. It runs off the main thread; what was found before stands until then. */
gboolean dtl_session_search (DtlSession *self, const char *words);
const char *dtl_session_get_search_words (DtlSession *self);
gboolean dtl_session_is_searching (DtlSession *self);
DtlBitset *dtl_session_get_hits (DtlSession *self);
guint dtl_session_get_n_hits (DtlSession *self);
guint dtl_session_get_n_hidden_hits (DtlSession *self);
guint dtl_session_get_hit_position (DtlSession *self);
gboolean dtl_session_step_hit (DtlSession *self, int step);

/* Where the words stand in source texts, and those places of which no passage has them. */
GArray *dtl_session_get_places (DtlSession *self);
guint dtl_session_get_n_outside (DtlSession *self);
guint dtl_session_get_outside_position (DtlSession *self);
gboolean dtl_session_step_outside (DtlSession *self, int step);
const DtlTextHit *dtl_session_get_place (DtlSession *self);

void dtl_session_select (DtlSession *self, DtlId event, DtlId passage);
void dtl_session_select_row (DtlSession *self, uint32_t row);
DtlId dtl_session_get_selected (DtlSession *self);

/* Several events may be selected, of which dtl_session_get_selected() is the one whose proof is shown. */
DtlBitset *dtl_session_get_chosen (DtlSession *self);
guint dtl_session_get_n_chosen (DtlSession *self);
gboolean dtl_session_is_chosen (DtlSession *self, uint32_t row);
void dtl_session_choose (DtlSession *self, const DtlBitset *rows, uint32_t main_row);
void dtl_session_toggle_chosen (DtlSession *self, uint32_t row);
void dtl_session_choose_all (DtlSession *self);
uint32_t dtl_session_get_selected_row (DtlSession *self);
DtlId dtl_session_get_selected_passage (DtlSession *self);

G_END_DECLS
