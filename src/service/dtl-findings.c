/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/dtl-findings.h"

static void
index_claims (GHashTable *claims_by_id, const DtlEvent *event)
{
  for (guint i = 0; i < event->claims->len; i++)
    {
      DtlClaim *claim = g_ptr_array_index (event->claims, i);

      g_hash_table_insert (claims_by_id, &claim->id, claim);
    }
}

static GPtrArray *
new_findings (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_finding_free);
}

/* Contradictions first, then what is only noticed, then what counting explains, then what agrees. */
static int
gravity (DtlGrade grade)
{
  switch (grade)
    {
    case DTL_GRADE_CONTRADICTS:
      return 0;
    case DTL_GRADE_WARNING:
      return 1;
    case DTL_GRADE_DIFFERS:
      return 2;
    case DTL_GRADE_AGREES:
    default:
      return 3;
    }
}

/* Stable: findings of one grade keep the order of the events. */
static void
sort_by_gravity (GPtrArray *findings)
{
  g_autoptr (GPtrArray) unsorted = g_ptr_array_new ();

  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (unsorted, g_ptr_array_index (findings, i));

  for (int grade = 0, n = 0; grade <= 3; grade++)
    {
      for (guint i = 0; i < unsorted->len; i++)
        {
          DtlFinding *finding = g_ptr_array_index (unsorted, i);

          if (gravity (finding->grade) == grade)
            findings->pdata[n++] = finding;
        }
    }
}

static GHashTable *
index_passages (GPtrArray *passages)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < passages->len; i++)
    {
      DtlPassage *passage = g_ptr_array_index (passages, i);

      g_hash_table_insert (index, &passage->id, passage);
    }

  return index;
}

GPtrArray *
dtl_document_check (DtlDocument *document, GPtrArray *events, GError **error)
{
  g_autoptr (GHashTable) claims_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) passages = NULL;
  g_autoptr (GHashTable) passages_by_id = NULL;
  GHashTable *sources_by_id;
  GPtrArray *findings;

  g_return_val_if_fail (DTL_IS_DOCUMENT (document) && events != NULL, NULL);

  passages = dtl_store_get_passages (dtl_document_get_store (document), DTL_ID_NONE, error);
  if (passages == NULL)
    return NULL;
  passages_by_id = index_passages (passages);
  sources_by_id = dtl_document_get_source_index (document);
  for (guint i = 0; i < events->len; i++)
    index_claims (claims_by_id, g_ptr_array_index (events, i));

  findings = new_findings ();
  for (guint i = 0; i < events->len; i++)
    {
      DtlEvent *event = g_ptr_array_index (events, i);

      dtl_check_event (event, claims_by_id, sources_by_id, findings);
      dtl_check_event_sources (event, claims_by_id, sources_by_id, passages_by_id, findings);
    }
  sort_by_gravity (findings);

  return findings;
}

/* The row whose marks hold @claim, or -1. One pass over the marks: done for one event, when a person asks. */
static int64_t
find_row_of_claim (const DtlColumns *columns, DtlId claim)
{
  for (uint32_t row = 0; row < columns->n_events; row++)
    {
      for (uint32_t mark = columns->mark_first[row]; mark < columns->mark_first[row + 1]; mark++)
        if (columns->mark_claim[mark] == claim)
          return row;
    }

  return -1;
}

/* The events that the rules of @event hang on. (element-type DtlEvent) */
static GPtrArray *
get_anchor_events (DtlDocument *document, const DtlEvent *event, GError **error)
{
  g_autoptr (GPtrArray) anchors = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_event_free);
  DtlColumns *columns = dtl_document_get_columns (document);

  for (guint i = 0; i < event->claims->len; i++)
    {
      const DtlClaim *claim = g_ptr_array_index (event->claims, i);
      int64_t row = claim->has_rule ? find_row_of_claim (columns, claim->rule.anchor_claim) : -1;
      DtlEvent *anchor;

      if (row < 0)
        continue;
      anchor = dtl_document_read_event (document, (uint32_t) row, error);
      if (anchor == NULL)
        return NULL;
      g_ptr_array_add (anchors, anchor);
    }

  return g_steal_pointer (&anchors);
}

static gboolean
add_passage (GPtrArray *passages, DtlStore *store, DtlId id, GError **error)
{
  g_autoptr (GError) local = NULL;
  DtlPassage *passage = dtl_store_get_passage (store, id, &local);

  if (passage != NULL)
    g_ptr_array_add (passages, passage);
  else if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  return TRUE;
}

/* (element-type DtlPassage) */
static GPtrArray *
get_passages (DtlStore *store, const DtlEvent *event, GError **error)
{
  g_autoptr (GPtrArray) passages = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_passage_free);

  for (guint i = 0; i < event->evidence->len; i++)
    {
      const DtlEvidence *evidence = g_ptr_array_index (event->evidence, i);

      if (!add_passage (passages, store, evidence->passage, error))
        return NULL;
    }

  return g_steal_pointer (&passages);
}

static void
index_source (GHashTable *sources_by_id, DtlDocument *document, DtlId id)
{
  const DtlSource *source = dtl_document_find_source (document, id);

  if (source != NULL)
    g_hash_table_insert (sources_by_id, (gpointer) &source->id, (gpointer) source);
}

/* Those that the passages of an event are in, and those that the rules of @events count from. */
static GHashTable *
index_sources (DtlDocument *document, const GPtrArray *passages, const GHashTable *claims_by_id)
{
  GHashTable *sources_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTableIter iter;
  gpointer claim;

  for (guint i = 0; i < passages->len; i++)
    index_source (sources_by_id, document, ((const DtlPassage *) g_ptr_array_index (passages, i))->source);
  g_hash_table_iter_init (&iter, (GHashTable *) claims_by_id);
  while (g_hash_table_iter_next (&iter, NULL, &claim))
    if (((const DtlClaim *) claim)->has_rule)
      index_source (sources_by_id, document, ((const DtlClaim *) claim)->rule.anchor_source);

  return sources_by_id;
}

GPtrArray *
dtl_document_check_event (DtlDocument *document, const DtlEvent *event, GError **error)
{
  g_autoptr (GHashTable) claims_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) passages_by_id = NULL;
  g_autoptr (GHashTable) sources_by_id = NULL;
  g_autoptr (GPtrArray) anchors = NULL;
  g_autoptr (GPtrArray) passages = NULL;
  GPtrArray *findings;

  g_return_val_if_fail (DTL_IS_DOCUMENT (document) && event != NULL, NULL);

  if ((anchors = get_anchor_events (document, event, error)) == NULL ||
      (passages = get_passages (dtl_document_get_store (document), event, error)) == NULL)
    return NULL;
  passages_by_id = index_passages (passages);
  for (guint i = 0; i < anchors->len; i++)
    index_claims (claims_by_id, g_ptr_array_index (anchors, i));
  index_claims (claims_by_id, event);
  sources_by_id = index_sources (document, passages, claims_by_id);

  findings = new_findings ();
  dtl_check_event (event, claims_by_id, sources_by_id, findings);
  dtl_check_event_sources (event, claims_by_id, sources_by_id, passages_by_id, findings);
  sort_by_gravity (findings);

  return findings;
}
