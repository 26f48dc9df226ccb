/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-session.h. The selection is kept as ids, not as rows: rows move when the case changes. What concerns the
 * search is in dtl-session-search.c, selecting several in dtl-session-chosen.c. */
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

/* A filter that the store cannot answer lets everything through: nothing may disappear because of an error. */
static void
update_visible (DtlSession *self)
{
  g_autoptr (GError) error = NULL;
  DtlBitset *hits = dtl_session_find_filter_hits (self);

  g_clear_pointer (&self->visible, dtl_bitset_unref);
  /* Words that were searched for just now are not asked for again. */
  if (hits != NULL)
    self->visible = dtl_filter_apply (
        self->filter, dtl_document_get_columns (self->document), dtl_document_get_actors (self->document),
        dtl_filter_has_facet (self->filter, DTL_FACET_SOURCE) ? dtl_document_get_sources (self->document) : NULL, hits);
  else
    self->visible = dtl_document_apply_filter (self->document, self->filter, &error);
  if (self->visible == NULL)
    {
      g_info ("The filter could not be applied: %s", error->message);
      self->visible = dtl_bitset_new (dtl_document_get_columns (self->document)->n_events, TRUE);
    }
  dtl_session_update_chosen (self);
}

static void
document_changed_cb (DtlSession *self)
{
  dtl_finder_search_again (self->finder);
  update_visible (self);
  if (self->selected != DTL_ID_NONE && dtl_session_get_selected_row (self) == DTL_NO_ROW)
    self->selected = self->passage = DTL_ID_NONE;
  g_signal_emit (self, signals[SIGNAL_CASE_CHANGED], 0);
}

static void
dtl_session_dispose (GObject *object)
{
  DtlSession *self = DTL_SESSION (object);

  g_clear_pointer (&self->finder, dtl_finder_free);
  g_clear_object (&self->document);
  g_clear_pointer (&self->filter, dtl_filter_free);
  g_clear_pointer (&self->visible, dtl_bitset_unref);
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
  update_visible (self);
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

/* Returns: (transfer none): valid until the filter changes */
const DtlFilter *
dtl_session_get_filter (DtlSession *self)
{
  g_return_val_if_fail (DTL_IS_SESSION (self), NULL);
  return self->filter;
}

/* Returns: (transfer none): the rows that show */
DtlBitset *
dtl_session_get_visible (DtlSession *self)
{
  g_return_val_if_fail (DTL_IS_SESSION (self), NULL);
  return self->visible;
}

/* Returns: how many events the filter hides */
guint
dtl_session_get_n_hidden (DtlSession *self)
{
  g_return_val_if_fail (DTL_IS_SESSION (self), 0);
  return self->visible->n_bits - dtl_bitset_count (self->visible);
}

/* Turns one actor on or off; the events of its people are theirs, not its own. */
void
dtl_session_set_actor_on (DtlSession *self, DtlId actor, gboolean on)
{
  g_return_if_fail (DTL_IS_SESSION (self));

  if (dtl_session_is_actor_on (self, actor) == !!on)
    return;
  dtl_filter_set_actor_on (self->filter, actor, on, dtl_document_get_actors (self->document));
  update_visible (self);
  g_signal_emit (self, signals[SIGNAL_FILTER_CHANGED], 0);
}

gboolean
dtl_session_is_actor_on (DtlSession *self, DtlId actor)
{
  g_return_val_if_fail (DTL_IS_SESSION (self), FALSE);
  return dtl_filter_is_actor_on (self->filter, actor);
}

gboolean
dtl_session_has_all_actors (DtlSession *self)
{
  DtlActorTable *actors;

  g_return_val_if_fail (DTL_IS_SESSION (self), FALSE);

  if (self->filter->all_actors)
    return TRUE;
  actors = dtl_document_get_actors (self->document);
  for (uint32_t i = 0; i < dtl_actor_table_get_size (actors); i++)
    if (!dtl_filter_is_actor_on (self->filter, dtl_actor_table_get (actors, i)->id))
      return FALSE;
  return TRUE;
}

/**
 * dtl_session_set_filter:
 * @filter: what shows from now on; copied
 */
void
dtl_session_set_filter (DtlSession *self, const DtlFilter *filter)
{
  DtlFilter *copy;

  g_return_if_fail (DTL_IS_SESSION (self));
  g_return_if_fail (filter != NULL);

  copy = dtl_filter_copy (filter);
  dtl_filter_free (self->filter);
  self->filter = copy;
  update_visible (self);
  g_signal_emit (self, signals[SIGNAL_FILTER_CHANGED], 0);
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

/* Drops the whole filter, and shows what is known today. */
void
dtl_session_show_all (DtlSession *self)
{
  g_return_if_fail (DTL_IS_SESSION (self));

  dtl_session_set_known_on (self, NULL, FALSE);
  if (dtl_filter_is_empty (self->filter))
    return;
  dtl_filter_free (self->filter);
  self->filter = dtl_filter_new ();
  update_visible (self);
  g_signal_emit (self, signals[SIGNAL_FILTER_CHANGED], 0);
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
