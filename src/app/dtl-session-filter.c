/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The session's filter, and what it lets through. A newer filter supersedes one that is still wanted; what was found in
 * columns that are no longer shown is asked anew. */
#include "app/dtl-session-private.h"

static void
stop (DtlSession *self)
{
  if (self->filtering != NULL)
    g_cancellable_cancel (self->filtering);
  g_clear_object (&self->filtering);
  g_clear_pointer (&self->wanted, dtl_filter_free);
}

void
dtl_session_forget_filter (DtlSession *self)
{
  stop (self);
  g_clear_pointer (&self->filter, dtl_filter_free);
  g_clear_pointer (&self->visible, dtl_bitset_unref);
  g_clear_pointer (&self->lanes, dtl_lanes_unref);
}

/* @lanes: (nullable) */
static void
set_visible (DtlSession *self, DtlBitset *visible, DtlLanes *lanes)
{
  dtl_bitset_ref (visible);
  g_clear_pointer (&self->visible, dtl_bitset_unref);
  g_clear_pointer (&self->lanes, dtl_lanes_unref);
  self->visible = visible;
  self->lanes = lanes != NULL ? dtl_lanes_ref (lanes) : NULL;
}

/* Words that were searched for just now are not asked for again. */
static DtlBitset *
apply (DtlSession *self, GError **error)
{
  DtlBitset *hits = dtl_session_find_filter_hits (self, self->filter);

  if (hits == NULL)
    return dtl_document_apply_filter (self->document, self->filter, error);
  return dtl_filter_apply (
      self->filter, dtl_document_get_columns (self->document), dtl_document_get_actors (self->document),
      dtl_filter_has_facet (self->filter, DTL_FACET_SOURCE) ? dtl_document_get_sources (self->document) : NULL, hits);
}

/* A filter that the store cannot answer lets everything through: nothing may disappear because of an error. */
static void
update_visible (DtlSession *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlBitset) visible = apply (self, &error);

  if (visible == NULL)
    {
      g_info ("The filter could not be applied: %s", error->message);
      visible = dtl_bitset_new (dtl_document_get_columns (self->document)->n_events, TRUE);
    }
  set_visible (self, visible, NULL);
}

static void
take_filter (DtlSession *self, DtlFilter *filter)
{
  dtl_filter_free (self->filter);
  self->filter = filter;
}

/* What was wanted shows now. @shown: (nullable): NULL where the thread could not find out */
static void
take_shown (DtlSession *self, const DtlShown *shown)
{
  take_filter (self, g_steal_pointer (&self->wanted));
  if (shown != NULL)
    set_visible (self, shown->visible, shown->lanes);
  else
    update_visible (self);
  dtl_session_update_chosen (self);
  dtl_session_emit_filter_changed (self);
}

static void start (DtlSession *self);

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  DtlSession *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlShown) shown = dtl_shown_find_finish (result, &error);

  /* The session may be gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->filtering);
  if (shown != NULL && shown->columns != dtl_document_get_columns (self->document))
    start (self);
  else
    take_shown (self, shown);
}

static void
start (DtlSession *self)
{
  self->filtering = g_cancellable_new ();
  dtl_shown_find_async (self->document, self->wanted, dtl_session_find_filter_hits (self, self->wanted),
                        self->filtering, shown_cb, self);
}

/* Takes @filter. */
static void
want (DtlSession *self, DtlFilter *filter)
{
  stop (self);
  self->wanted = filter;
  if (dtl_document_get_columns (self->document)->n_events >= self->many_events)
    start (self);
  else
    take_shown (self, NULL);
}

gboolean
dtl_session_filter_anew (DtlSession *self)
{
  DtlFilter *wanted = g_steal_pointer (&self->wanted);

  stop (self);
  if (wanted != NULL)
    take_filter (self, wanted);
  update_visible (self);
  dtl_session_find_chosen (self);
  return wanted != NULL;
}

/* Returns: (transfer none): of what shows; valid until the filter changes */
const DtlFilter *
dtl_session_get_filter (DtlSession *self)
{
  g_return_val_if_fail (DTL_IS_SESSION (self), NULL);
  return self->filter;
}

/* Returns: (transfer none): what was set last, which may not show yet; valid until the filter changes */
const DtlFilter *
dtl_session_get_wanted_filter (DtlSession *self)
{
  g_return_val_if_fail (DTL_IS_SESSION (self), NULL);
  return self->wanted != NULL ? self->wanted : self->filter;
}

/* Returns: whether what shows is still that of an older filter */
gboolean
dtl_session_is_filtering (DtlSession *self)
{
  g_return_val_if_fail (DTL_IS_SESSION (self), FALSE);
  return self->filtering != NULL;
}

/* Returns: (transfer none): the rows that show */
DtlBitset *
dtl_session_get_visible (DtlSession *self)
{
  g_return_val_if_fail (DTL_IS_SESSION (self), NULL);
  return self->visible;
}

/* Returns: (transfer none) (nullable): lanes by actor of the rows that show, where these were made with them */
DtlLanes *
dtl_session_get_lanes (DtlSession *self)
{
  g_return_val_if_fail (DTL_IS_SESSION (self), NULL);
  return self->lanes;
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
  DtlFilter *filter;

  g_return_if_fail (DTL_IS_SESSION (self));

  if (dtl_session_is_actor_on (self, actor) == !!on)
    return;
  filter = dtl_filter_copy (dtl_session_get_wanted_filter (self));
  dtl_filter_set_actor_on (filter, actor, on, dtl_document_get_actors (self->document));
  want (self, filter);
}

/* Returns: whether it is on in the filter that was set last */
gboolean
dtl_session_is_actor_on (DtlSession *self, DtlId actor)
{
  g_return_val_if_fail (DTL_IS_SESSION (self), FALSE);
  return dtl_filter_is_actor_on (dtl_session_get_wanted_filter (self), actor);
}

gboolean
dtl_session_has_all_actors (DtlSession *self)
{
  const DtlFilter *filter;
  DtlActorTable *actors;

  g_return_val_if_fail (DTL_IS_SESSION (self), FALSE);

  filter = dtl_session_get_wanted_filter (self);
  if (filter->all_actors)
    return TRUE;
  actors = dtl_document_get_actors (self->document);
  for (uint32_t i = 0; i < dtl_actor_table_get_size (actors); i++)
    if (!dtl_filter_is_actor_on (filter, dtl_actor_table_get (actors, i)->id))
      return FALSE;
  return TRUE;
}

/**
 * dtl_session_set_filter:
 * @filter: what is to show from now on; copied
 */
void
dtl_session_set_filter (DtlSession *self, const DtlFilter *filter)
{
  g_return_if_fail (DTL_IS_SESSION (self));
  g_return_if_fail (filter != NULL);

  want (self, dtl_filter_copy (filter));
}

/**
 * dtl_session_set_filter_of:
 * @other: of the same document
 */
void
dtl_session_set_filter_of (DtlSession *self, DtlSession *other)
{
  g_return_if_fail (DTL_IS_SESSION (self));
  g_return_if_fail (DTL_IS_SESSION (other) && other->document == self->document);

  stop (self);
  take_filter (self, dtl_filter_copy (other->filter));
  set_visible (self, other->visible, other->lanes);
  dtl_session_update_chosen (self);
  dtl_session_emit_filter_changed (self);
}

/* Drops the whole filter, and shows what is known today. */
void
dtl_session_show_all (DtlSession *self)
{
  g_return_if_fail (DTL_IS_SESSION (self));

  dtl_session_set_known_on (self, NULL, FALSE);
  if (!dtl_filter_is_empty (dtl_session_get_wanted_filter (self)))
    want (self, dtl_filter_new ());
}
