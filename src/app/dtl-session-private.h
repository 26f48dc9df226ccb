/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the session share: dtl-session.c has case, filter and selection, dtl-session-chosen.c what is
 * selected besides, dtl-session-search.c the search. */
#pragma once

#include "app/dtl-session.h"
#include "app/find/dtl-finder.h"

G_BEGIN_DECLS

/*
 * DtlSession:
 * @visible: the rows that the filter lets through, never NULL
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
  DtlId selected;
  DtlId passage;
  DtlBitset *chosen;
  GArray *chosen_ids;
  DtlFinder *finder;
};

void dtl_session_forget_chosen (DtlSession *self);
void dtl_session_update_chosen (DtlSession *self);
void dtl_session_emit_selection_changed (DtlSession *self);

void dtl_session_install_search_signals (GType type);
void dtl_session_emit_search_changed (gpointer session);
DtlBitset *dtl_session_find_filter_hits (DtlSession *self);

G_END_DECLS
