/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dtl-finder.h. Rows move when the case changes; hits are kept as rows all the same, because whoever draws asks for
 * them in every frame, and searched for anew then. */
#include "app/find/dtl-finder.h"

#define NO_PLACE G_MAXUINT

/*
 * DtlFinder:
 * @words: (nullable): what is searched for
 * @running: (nullable): cancels the search that is under way
 * @hits: (nullable): rows; NULL while nothing is searched for
 * @places: (element-type DtlTextHit): never NULL
 * @place: which of the places was stepped to, or NO_PLACE
 */
struct _DtlFinder
{
  DtlDocument *document;
  DtlFinderFunc changed;
  gpointer user_data;
  char *words;
  GCancellable *running;
  DtlBitset *hits;
  GArray *places;
  guint place;
};

static void
stop (DtlFinder *self)
{
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
}

/* @result: (nullable): what was found in what the document shows; NULL for nothing. */
static void
take_result (DtlFinder *self, const DtlSearchResult *result)
{
  g_clear_pointer (&self->hits, dtl_bitset_unref);
  self->hits = result != NULL ? dtl_bitset_ref (result->rows)
                              : dtl_filter_find_rows (dtl_document_get_columns (self->document), NULL);
  g_array_set_size (self->places, 0);
  if (result != NULL)
    g_array_append_vals (self->places, result->places->data, result->places->len);
  self->place = NO_PLACE;
}

/* The file may be gone or be another one meanwhile; the document still has what it read. */
static DtlSearchResult *
search_here (DtlFinder *self)
{
  g_autoptr (GError) error = NULL;
  DtlSearchResult *result = dtl_search_now (self->document, self->words, &error);

  if (result == NULL)
    g_info ("The search failed: %s", error->message);
  return result;
}

static void found_cb (GObject *source, GAsyncResult *task, gpointer user_data);

static void
start (DtlFinder *self)
{
  stop (self);
  self->running = g_cancellable_new ();
  dtl_search_async (self->document, self->words, self->running, found_cb, self);
}

static void
found_cb (GObject *source, GAsyncResult *task, gpointer user_data)
{
  DtlFinder *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlSearchResult) result = dtl_search_finish (task, &error);

  /* The finder may be gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->running);
  if (result == NULL)
    result = search_here (self);
  /* The rows of a case that is another by now, of which nobody has told us yet. */
  else if (result->columns != dtl_document_get_columns (self->document))
    {
      start (self);
      return;
    }
  take_result (self, result);
  self->changed (self->user_data);
}

/**
 * dtl_finder_new:
 * @document: where to search; kept referenced
 * @changed: called when there are other words, hits or places
 *
 * Returns: (transfer full)
 */
DtlFinder *
dtl_finder_new (DtlDocument *document, DtlFinderFunc changed, gpointer user_data)
{
  DtlFinder *self;

  g_return_val_if_fail (DTL_IS_DOCUMENT (document) && changed != NULL, NULL);

  self = g_new0 (DtlFinder, 1);
  self->document = g_object_ref (document);
  self->changed = changed;
  self->user_data = user_data;
  self->places = g_array_new (FALSE, FALSE, sizeof (DtlTextHit));
  self->place = NO_PLACE;
  return self;
}

void
dtl_finder_free (DtlFinder *self)
{
  if (self == NULL)
    return;
  stop (self);
  g_object_unref (self->document);
  g_free (self->words);
  g_clear_pointer (&self->hits, dtl_bitset_unref);
  g_array_unref (self->places);
  g_free (self);
}

/**
 * dtl_finder_search:
 * @words: (nullable): what to look for, as typed; NULL or nothing but space ends the search
 *
 * Returns: whether these are other words than before
 */
gboolean
dtl_finder_search (DtlFinder *self, const char *words)
{
  g_autofree char *stripped = words != NULL ? g_strstrip (g_strdup (words)) : NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (stripped != NULL && *stripped == '\0')
    g_clear_pointer (&stripped, g_free);
  if (g_strcmp0 (stripped, self->words) == 0)
    return FALSE;
  g_free (self->words);
  self->words = g_steal_pointer (&stripped);
  if (self->words != NULL)
    start (self);
  else
    {
      stop (self);
      take_result (self, NULL);
      g_clear_pointer (&self->hits, dtl_bitset_unref);
    }
  self->changed (self->user_data);
  return TRUE;
}

/* The case is another. What was found are rows that no longer count. */
void
dtl_finder_search_again (DtlFinder *self)
{
  g_return_if_fail (self != NULL);

  if (self->words == NULL)
    return;
  take_result (self, NULL);
  start (self);
}

const char *
dtl_finder_get_words (DtlFinder *self)
{
  return self->words;
}

/* Returns: whether what is found is still the answer to other words */
gboolean
dtl_finder_is_searching (DtlFinder *self)
{
  return self->running != NULL;
}

/* Returns: (transfer none) (nullable): rows, NULL while nothing is searched for or nothing was answered yet */
DtlBitset *
dtl_finder_get_hits (DtlFinder *self)
{
  return self->hits;
}

/* Returns: (transfer none) (element-type DtlTextHit) */
GArray *
dtl_finder_get_places (DtlFinder *self)
{
  return self->places;
}

/* --- passages --------------------------------------------------------------------------------------------------- */

static gboolean
has_place (DtlFinder *self, const DtlPassage *passage)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      const DtlTextHit *place = &g_array_index (self->places, DtlTextHit, i);
      const DtlAnchor *anchor = place->source == passage->source ? dtl_passage_get_anchor (passage, place->text) : NULL;

      if (anchor != NULL && anchor->start_cp <= place->start_cp && place->end_cp <= anchor->end_cp)
        return TRUE;
    }
  return FALSE;
}

/* Returns: the first of the event's passages that has one of the words, or DTL_ID_NONE */
DtlId
dtl_finder_choose_passage (DtlFinder *self, DtlId event)
{
  DtlStore *store = dtl_document_get_store (self->document);
  g_autoptr (DtlEvent) whole = NULL;

  g_return_val_if_fail (self != NULL, DTL_ID_NONE);

  if (self->places->len > 0)
    whole = dtl_document_find_event (self->document, event, NULL);
  for (guint i = 0; whole != NULL && i < whole->evidence->len; i++)
    {
      const DtlEvidence *evidence = g_ptr_array_index (whole->evidence, i);
      g_autoptr (DtlPassage) passage = dtl_store_get_passage (store, evidence->passage, NULL);

      if (passage != NULL && has_place (self, passage))
        return passage->id;
    }
  return DTL_ID_NONE;
}

/* --- places outside of passages --------------------------------------------------------------------------------- */

static gboolean
is_outside (DtlFinder *self, guint index)
{
  return !g_array_index (self->places, DtlTextHit, index).is_in_passage;
}

/* Returns: how many places no passage has */
guint
dtl_finder_get_n_outside (DtlFinder *self)
{
  guint n_outside = 0;

  for (guint i = 0; i < self->places->len; i++)
    n_outside += is_outside (self, i);
  return n_outside;
}

/* Returns: which of them was stepped to, from 1; 0 if none was */
guint
dtl_finder_get_outside_position (DtlFinder *self)
{
  guint position = 0;

  for (guint i = 0; i <= self->place && i < self->places->len; i++)
    position += is_outside (self, i);
  return self->place != NO_PLACE ? position : 0;
}

/* Returns: (transfer none) (nullable): the place that was stepped to */
const DtlTextHit *
dtl_finder_get_place (DtlFinder *self)
{
  return self->place < self->places->len ? &g_array_index (self->places, DtlTextHit, self->place) : NULL;
}

/**
 * dtl_finder_step_outside:
 * @step: 1 for the next place outside of passages, -1 for the one before; goes round at the ends
 *
 * Returns: whether there is one
 */
gboolean
dtl_finder_step_outside (DtlFinder *self, int step)
{
  guint n_places = self->places->len;
  guint place = self->place;

  if (place == NO_PLACE)
    place = step > 0 ? n_places - 1 : 0;
  for (guint i = 0; i < n_places; i++)
    {
      place = step > 0 ? (place + 1) % n_places : (place + n_places - 1) % n_places;
      if (!is_outside (self, place))
        continue;
      self->place = place;
      return TRUE;
    }
  return FALSE;
}
