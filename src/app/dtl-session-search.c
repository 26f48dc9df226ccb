/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The session's search: what was found as far as the filter shows it, and stepping through it. */
#include "app/dtl-session-private.h"

enum
{
  SIGNAL_SEARCH_CHANGED,
  SIGNAL_PLACE_SHOWN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

void
dtl_session_install_search_signals (GType type)
{
  signals[SIGNAL_SEARCH_CHANGED] =
      g_signal_new ("search-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_PLACE_SHOWN] =
      g_signal_new ("place-shown", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

void
dtl_session_emit_search_changed (gpointer session)
{
  g_signal_emit (session, signals[SIGNAL_SEARCH_CHANGED], 0);
}

/* Returns: (transfer none) (nullable): the rows that have a filter's words, where these were searched for anyway */
DtlBitset *
dtl_session_find_filter_hits (DtlSession *self, const DtlFilter *filter)
{
  if (filter->text == NULL || dtl_finder_is_searching (self->finder) ||
      g_strcmp0 (filter->text, dtl_finder_get_words (self->finder)) != 0)
    return NULL;
  return dtl_finder_get_hits (self->finder);
}

/**
 * dtl_session_search:
 * @words: (nullable): what to look for, as typed; NULL or nothing but space ends the search
 *
 * Returns: whether these are other words than before
 */
gboolean
dtl_session_search (DtlSession *self, const char *words)
{
  g_return_val_if_fail (DTL_IS_SESSION (self), FALSE);
  return dtl_finder_search (self->finder, words);
}

/* Returns: (transfer none) (nullable): what is searched for; NULL when nothing is */
const char *
dtl_session_get_search_words (DtlSession *self)
{
  g_return_val_if_fail (DTL_IS_SESSION (self), NULL);
  return dtl_finder_get_words (self->finder);
}

/* Returns: whether the answer to the words is still to come */
gboolean
dtl_session_is_searching (DtlSession *self)
{
  g_return_val_if_fail (DTL_IS_SESSION (self), FALSE);
  return dtl_finder_is_searching (self->finder);
}

/* Returns: (transfer none) (nullable): the rows that were found, hidden ones too; NULL when nothing is searched for */
DtlBitset *
dtl_session_get_hits (DtlSession *self)
{
  g_return_val_if_fail (DTL_IS_SESSION (self), NULL);
  return dtl_finder_get_hits (self->finder);
}

static gboolean
is_shown_hit (DtlSession *self, uint32_t row)
{
  DtlBitset *hits = dtl_finder_get_hits (self->finder);

  return hits != NULL && dtl_bitset_get (hits, row) && dtl_bitset_get (self->visible, row);
}

/* Returns: how many hits the filter lets through */
guint
dtl_session_get_n_hits (DtlSession *self)
{
  DtlBitset *hits;

  g_return_val_if_fail (DTL_IS_SESSION (self), 0);

  hits = dtl_finder_get_hits (self->finder);
  return hits != NULL ? dtl_bitset_count_both (hits, self->visible) : 0;
}

/* Returns: how many hits the filter hides */
guint
dtl_session_get_n_hidden_hits (DtlSession *self)
{
  DtlBitset *hits;

  g_return_val_if_fail (DTL_IS_SESSION (self), 0);

  hits = dtl_finder_get_hits (self->finder);
  return hits != NULL ? dtl_bitset_count (hits) - dtl_session_get_n_hits (self) : 0;
}

/* Returns: which of the hits is selected, from 1 in the order of time; 0 if none is */
guint
dtl_session_get_hit_position (DtlSession *self)
{
  g_autoptr (DtlBitset) shown = NULL;
  uint32_t selected;

  g_return_val_if_fail (DTL_IS_SESSION (self), 0);

  selected = dtl_session_get_selected_row (self);
  if (selected == DTL_NO_ROW || !is_shown_hit (self, selected))
    return 0;
  shown = dtl_bitset_copy (self->visible);
  dtl_bitset_and (shown, dtl_finder_get_hits (self->finder));
  return dtl_bitset_count_range (shown, 0, selected + 1);
}

/* An event that was found by the words of a passage shows that one. */
static void
select_hit (DtlSession *self, uint32_t row)
{
  DtlId event = dtl_document_get_columns (self->document)->id[row];

  dtl_session_select (self, event, dtl_finder_choose_passage (self->finder, event));
}

/**
 * dtl_session_step_hit:
 * @step: 1 for the next hit in time, -1 for the one before; goes round at the ends
 *
 * Returns: whether there was a hit to select
 */
gboolean
dtl_session_step_hit (DtlSession *self, int step)
{
  uint32_t row;
  uint32_t n_rows;

  g_return_val_if_fail (DTL_IS_SESSION (self), FALSE);

  n_rows = self->visible->n_bits;
  row = dtl_session_get_selected_row (self);
  if (row == DTL_NO_ROW)
    row = step > 0 ? n_rows - 1 : 0;
  for (uint32_t i = 0; i < n_rows; i++)
    {
      row = step > 0 ? (row + 1) % n_rows : (row + n_rows - 1) % n_rows;
      if (!is_shown_hit (self, row))
        continue;
      select_hit (self, row);
      return TRUE;
    }
  return FALSE;
}

/* --- places in source texts ------------------------------------------------------------------------------------- */

/* Returns: (transfer none) (element-type DtlTextHit): by exhibit and place; valid until ::search-changed */
GArray *
dtl_session_get_places (DtlSession *self)
{
  g_return_val_if_fail (DTL_IS_SESSION (self), NULL);
  return dtl_finder_get_places (self->finder);
}

/* Returns: how many of the places no passage has, so that no event is found by them */
guint
dtl_session_get_n_outside (DtlSession *self)
{
  g_return_val_if_fail (DTL_IS_SESSION (self), 0);
  return dtl_finder_get_n_outside (self->finder);
}

/* Returns: which of these was stepped to, from 1; 0 if none was */
guint
dtl_session_get_outside_position (DtlSession *self)
{
  g_return_val_if_fail (DTL_IS_SESSION (self), 0);
  return dtl_finder_get_outside_position (self->finder);
}

/**
 * dtl_session_step_outside:
 * @step: 1 for the next place outside of passages, -1 for the one before; goes round at the ends
 *
 * Returns: whether there was one to show
 */
gboolean
dtl_session_step_outside (DtlSession *self, int step)
{
  g_return_val_if_fail (DTL_IS_SESSION (self), FALSE);

  if (!dtl_finder_step_outside (self->finder, step))
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_PLACE_SHOWN], 0);
  return TRUE;
}

/* Returns: (transfer none) (nullable): the place that was stepped to */
const DtlTextHit *
dtl_session_get_place (DtlSession *self)
{
  g_return_val_if_fail (DTL_IS_SESSION (self), NULL);
  return dtl_finder_get_place (self->finder);
}
