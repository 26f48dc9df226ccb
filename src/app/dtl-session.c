/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-session.h. The selection is kept as ids, not as rows: rows move when the case changes. What concerns the
 * filter is in dtl-session-filter.c, the search in dtl-session-search.c, selecting several in dtl-session-chosen.c. */
#include "app/dtl-session-private.h"

G_DEFINE_FINAL_TYPE (DtlSession, dtl_session, G_TYPE_OBJECT)

enum
{
  SIGNAL_CASE_CHANGED,
  SIGNAL_FILTER_CHANGED,
  SIGNAL_SELECTION_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
document_changed_cb (DtlSession *self)
{
  gboolean has_other_filter;

  dtl_finder_search_again (self->finder);
  has_other_filter = dtl_session_filter_anew (self);
  if (self->selected != DTL_ID_NONE && dtl_session_get_selected_row (self) == DTL_NO_ROW)
    self->selected = self->passage = DTL_ID_NONE;
  g_signal_emit (self, signals[SIGNAL_CASE_CHANGED], 0);
  if (has_other_filter)
    dtl_session_emit_filter_changed (self);
}

static void
dtl_session_dispose (GObject *object)
{
  DtlSession *self = DTL_SESSION (object);

  g_clear_pointer (&self->finder, dtl_finder_free);
  dtl_session_forget_filter (self);
  g_clear_object (&self->document);
  dtl_session_forget_chosen (self);
  G_OBJECT_CLASS (dtl_session_parent_class)->dispose (object);
}

static void
dtl_session_class_init (DtlSessionClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_session_dispose;
  signals[SIGNAL_CASE_CHANGED] =
      g_signal_new ("case-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FILTER_CHANGED] =
      g_signal_new ("filter-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SELECTION_CHANGED] =
      g_signal_new ("selection-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  dtl_session_install_search_signals (type);
}

static void
dtl_session_init (DtlSession *self)
{
  self->filter = dtl_filter_new ();
  self->many_events = DTL_SHOWN_MANY;
}

/**
 * dtl_session_new:
 * @document: the case; kept referenced
 *
 * Returns: (transfer full): a session with nothing filtered and nothing selected
 */
DtlSession *
dtl_session_new (DtlDocument *document)
{
  DtlSession *self;

  g_return_val_if_fail (DTL_IS_DOCUMENT (document), NULL);

  self = g_object_new (DTL_TYPE_SESSION, NULL);
  self->document = g_object_ref (document);
  self->finder = dtl_finder_new (document, dtl_session_emit_search_changed, self);
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  dtl_session_filter_anew (self);
  return self;
}

/* Returns: (transfer none) */
DtlDocument *
dtl_session_get_document (DtlSession *self)
{
  g_return_val_if_fail (DTL_IS_SESSION (self), NULL);
  return self->document;
}

DtlExportWorker *
dtl_session_new_export_worker (DtlSession *self)
{
  g_return_val_if_fail (DTL_IS_SESSION (self), NULL);

  return dtl_export_worker_new (self->document);
}

gboolean
dtl_session_is_narrowed (DtlSession *self)
{
  g_return_val_if_fail (DTL_IS_SESSION (self), FALSE);
  return !dtl_filter_is_empty (self->filter) || dtl_document_get_known_on (self->document) != NULL;
}

/* What cannot be read leaves everything as it was. */
void
dtl_session_set_known_on (DtlSession *self, const char *edtf, gboolean may_be)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (DTL_IS_SESSION (self));

  if (g_strcmp0 (edtf, dtl_document_get_known_on (self->document)) == 0 &&
      !!may_be == dtl_document_get_known_may_be (self->document))
    return;
  if (!dtl_document_set_known_on (self->document, edtf, may_be, &error))
    g_info ("The case cannot be shown as of “%s”: %s", edtf, error->message);
}

/**
 * dtl_session_select:
 * @event: the event, or DTL_ID_NONE for none
 * @passage: which of its passages to show, or DTL_ID_NONE for its first
 */
void
dtl_session_select (DtlSession *self, DtlId event, DtlId passage)
{
  g_return_if_fail (DTL_IS_SESSION (self));

  if (self->chosen == NULL && self->selected == event && (self->passage == passage || passage == DTL_ID_NONE))
    return;
  dtl_session_forget_chosen (self);
  self->selected = event;
  self->passage = passage;
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

void
dtl_session_emit_filter_changed (DtlSession *self)
{
  g_signal_emit (self, signals[SIGNAL_FILTER_CHANGED], 0);
}

void
dtl_session_emit_selection_changed (DtlSession *self)
{
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

/* Selects the event in this row of the columns; DTL_NO_ROW for none. */
void
dtl_session_select_row (DtlSession *self, uint32_t row)
{
  DtlColumns *columns;

  g_return_if_fail (DTL_IS_SESSION (self));

  columns = dtl_document_get_columns (self->document);
  dtl_session_select (self, row < columns->n_events ? columns->id[row] : DTL_ID_NONE, DTL_ID_NONE);
}

DtlId
dtl_session_get_selected (DtlSession *self)
{
  g_return_val_if_fail (DTL_IS_SESSION (self), DTL_ID_NONE);
  return self->selected;
}

/* Returns: the row of the selected event, also when the filter hides it; DTL_NO_ROW if none is selected */
uint32_t
dtl_session_get_selected_row (DtlSession *self)
{
  int64_t row;

  g_return_val_if_fail (DTL_IS_SESSION (self), DTL_NO_ROW);

  if (self->selected == DTL_ID_NONE)
    return DTL_NO_ROW;
  row = dtl_columns_find (dtl_document_get_columns (self->document), self->selected);
  return row < 0 ? DTL_NO_ROW : (uint32_t) row;
}

/* Returns: the passage to show, DTL_ID_NONE for the event's first */
DtlId
dtl_session_get_selected_passage (DtlSession *self)
{
  g_return_val_if_fail (DTL_IS_SESSION (self), DTL_ID_NONE);
  return self->passage;
}
